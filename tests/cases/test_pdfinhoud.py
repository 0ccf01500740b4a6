"""A PDF that does something by itself, or carries another file, is refused; a plain one is not."""

import signal
import zlib
from io import BytesIO

import pikepdf
import pytest
import weasyprint

from cases import pdfinhoud
from cases.bestanden import herken
from cases.bestandsinhoud import BestandFout
from cases.pdfinhoud import controleer_pdf
from tests.cases import bestandsvoorbeelden as maak

SCRIPT = (
    "In deze PDF zit een script of een opdracht die vanzelf kan draaien. Open de PDF, kies Afdrukken en dan"
    " 'Opslaan als PDF'. Voeg dat nieuwe bestand toe."
)
BIJLAGE = "In deze PDF zit een ander bestand. Haal dat eruit en voeg de bestanden los toe."
WACHTWOORD = "Op dit bestand zit een wachtwoord. Bewaar het zonder wachtwoord."
OPENEN = "Deze PDF kan niet worden gecontroleerd. Misschien is hij beschadigd. Maak of download de PDF opnieuw."


def geweigerd(inhoud):
    with pytest.raises(BestandFout) as fout:
        controleer_pdf(inhoud)
    return str(fout.value)


def test_plain_pdf_passes():
    controleer_pdf(maak.pdf())


def test_pdf_that_opens_on_its_first_page_passes():
    controleer_pdf(maak.pdf_met(maak.met_eerste_bladzijde))


@pytest.mark.parametrize("ingepakt", [False, True], ids=["open", "in-object-streams"])
@pytest.mark.parametrize(
    ("wijzig", "melding"),
    [
        (maak.met_script, SCRIPT),
        (maak.met_programma, SCRIPT),
        (maak.met_knopscript, SCRIPT),
        (maak.met_bijlage, BIJLAGE),
    ],
    ids=["javascript", "launch", "script-on-a-page", "embedded-file"],
)
def test_pdf_that_does_something_is_refused(wijzig, melding, ingepakt):
    inhoud = maak.pdf_met(wijzig, ingepakt=ingepakt)

    assert (b"/JavaScript" in inhoud or b"/Launch" in inhoud) is (melding == SCRIPT and not ingepakt)
    assert geweigerd(inhoud) == melding


@pytest.mark.parametrize("ingepakt", [False, True], ids=["open", "in-object-streams"])
def test_e_invoice_passes(ingepakt):
    assert herken(maak.pdf_met(maak.met_factuur, ingepakt=ingepakt), maximum_mb=20).naam == "PDF"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WeasyPrint leaves its sRGB file open
def test_e_invoice_of_another_maker_passes():
    """WeasyPrint writes a PDF/A-3b with attachments in its own way."""
    bijlage = weasyprint.Attachment(string=maak.FACTUUR_XML.decode(), name="factur-x.xml", relationship="Data")
    html = weasyprint.HTML(string="<html lang=nl><title>Factuur</title><p>Factuur</p></html>")

    inhoud = html.write_pdf(pdf_variant="pdf/a-3b", attachments=[bijlage])

    with pikepdf.open(BytesIO(inhoud)) as pdf:
        assert list(pdf.attachments) == ["factur-x.xml"]
    controleer_pdf(inhoud)


def _los(document):
    maak.met_factuur(document)
    del document.Root.AF


def _ook_een_ander(document):
    maak.met_factuur(document)
    document.attachments["urenstaat.xml"] = b"<uren/>"
    document.Root.AF = pikepdf.Array([document.attachments["factur-x.xml"].obj])


def _ook_een_programma(document):
    maak.met_factuur(document)
    maak.met_bijlage(document)


def _een_ander_zonder_soort(document):
    """Leave out the type of the stream, which a reader doesn't need."""
    _ook_een_ander(document)
    del document.attachments["urenstaat.xml"].obj.EF.F.stream_dict["/Type"]


def _als_map(document):
    maak.met_factuur(document)
    document.Root.Collection = pikepdf.Dictionary()


def _andere_naam_erbij(document):
    maak.met_factuur(document).UF = pikepdf.String("factuur.hta")


def _ergens_anders(document):
    maak.met_factuur(document).FS = pikepdf.Name.URL


def _bestand_buiten_de_pdf(document):
    maak.met_factuur(document).EF.F.stream_dict["/F"] = pikepdf.String("https://voorbeeld.example/x")


def _anders_ingepakt(document):
    maak.met_factuur(document).EF.F.write(b"<a/>", filter=pikepdf.Name.LZWDecode)


def _te_veel(document):
    bestand = maak.met_factuur(document)
    document.Root.AF = pikepdf.Array([bestand] * 5)


@pytest.mark.parametrize(
    "wijzig",
    [
        pytest.param(_los, id="not associated"),
        pytest.param(_ook_een_ander, id="one associated, one not"),
        pytest.param(_een_ander_zonder_soort, id="one associated, one not, that does not say what it is"),
        pytest.param(_ook_een_programma, id="a program beside it"),
        pytest.param(_als_map, id="portfolio"),
        pytest.param(_andere_naam_erbij, id="a second name that runs"),
        pytest.param(_ergens_anders, id="on a website"),
        pytest.param(_bestand_buiten_de_pdf, id="content outside the PDF"),
        pytest.param(_anders_ingepakt, id="packed in another way"),
        pytest.param(_te_veel, id="five of them"),
        pytest.param(lambda d: maak.met_factuur(d, naam="factuur.hta"), id="a name that runs"),
        pytest.param(lambda d: maak.met_factuur(d, naam="factuur.xml.exe"), id="two extensions"),
        pytest.param(lambda d: maak.met_factuur(d, verband="/EncryptedPayload"), id="encrypted payload"),
        pytest.param(lambda d: maak.met_factuur(d, b"MZ" + bytes(100)), id="program"),
        pytest.param(lambda d: maak.met_factuur(d, maak.pdf()), id="another PDF"),
    ],
)
def test_other_file_inside_is_refused(wijzig):
    assert geweigerd(maak.pdf_met(wijzig)) == BIJLAGE


def test_e_invoice_with_a_script_is_refused():
    def wijzig(document):
        maak.met_factuur(document)
        maak.met_script(document)

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


def test_pdf_that_goes_to_a_website_by_itself_is_refused():
    def wijzig(document):
        maak.met_openaction(document, S=pikepdf.Name.URI, URI=pikepdf.String("https://voorbeeld.example"))

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


def _uri():
    return pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://voorbeeld.example"))


def _naar_bladzijde(document, **meer):
    plek = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])
    return pikepdf.Dictionary(
        {"/S": pikepdf.Name.GoTo, "/D": plek, **{f"/{naam}": deel for naam, deel in meer.items()}}
    )


def _annotatie(document, **meer):
    annotatie = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 9, 9]), **meer)
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(annotatie)])


def _invulveld(document, actie):
    veld = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("naam"), AA=pikepdf.Dictionary(K=actie))
    document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([document.make_indirect(veld)]))


def _naar_bestand():
    return pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=pikepdf.String("//server/x.pdf"), D=pikepdf.Array([0]))


@pytest.mark.parametrize("ingepakt", [False, True], ids=["open", "in-object-streams"])
@pytest.mark.parametrize(
    "wijzig",
    [
        pytest.param(lambda d: setattr(d.Root, "AA", pikepdf.Dictionary(WC=_naar_bestand())), id="document closes"),
        pytest.param(lambda d: setattr(d.pages[0].obj, "AA", pikepdf.Dictionary(O=_uri())), id="page opens"),
        pytest.param(
            lambda d: setattr(d.pages[0].obj, "AA", d.make_indirect(pikepdf.Dictionary(C=d.make_indirect(_uri())))),
            id="page closes, by reference",
        ),
        pytest.param(
            lambda d: setattr(d.pages[0].obj, "AA", d.make_stream(b"", O=_uri())), id="page opens, written as a stream"
        ),
        pytest.param(lambda d: _annotatie(d, AA=pikepdf.Dictionary(PV=_uri())), id="annotation comes into sight"),
        pytest.param(lambda d: _invulveld(d, _uri()), id="field is typed in"),
        pytest.param(lambda d: _invulveld(d, _naar_bladzijde(d)), id="field goes to another page"),
    ],
)
def test_pdf_with_an_action_that_waits_for_no_click_is_refused(wijzig, ingepakt):
    assert geweigerd(maak.pdf_met(wijzig, ingepakt=ingepakt)) == SCRIPT


@pytest.mark.parametrize(
    "volgende",
    [
        pytest.param(lambda d: _uri(), id="one"),
        pytest.param(lambda d: d.make_indirect(_naar_bestand()), id="by reference"),
        pytest.param(lambda d: pikepdf.Array([_naar_bladzijde(d), _uri()]), id="last of a list"),
        pytest.param(lambda d: _naar_bladzijde(d, Next=_naar_bladzijde(d, Next=_uri())), id="three further"),
        pytest.param(lambda d: d.make_stream(b"", S=pikepdf.Name.URI), id="written as a stream"),
    ],
)
def test_pdf_that_opens_on_a_page_and_then_does_something_is_refused(volgende):
    def wijzig(document):
        document.Root.OpenAction = _naar_bladzijde(document, Next=volgende(document))

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


def _rondje(document):
    """Let two actions name each other as the next."""
    een, twee = (document.make_indirect(_naar_bladzijde(document)) for _ in range(2))
    een.Next, twee.Next = twee, pikepdf.Array([een, een])
    document.Root.OpenAction = een


@pytest.fixture
def binnen_vijf_seconden():
    """Fail what goes on for ever, instead of waiting for it."""

    def te_lang(*_):
        pytest.fail("Nog niet klaar na vijf seconden.")

    vorige = signal.signal(signal.SIGALRM, te_lang)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, vorige)


def _lijst_in_zichzelf(keer):
    """Let what follows be a list that holds itself, `keer` times."""

    def wijzig(document):
        lijst = document.make_indirect(pikepdf.Array())
        for _ in range(keer):
            lijst.append(lijst)
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=lijst)

    return wijzig


def _verdubbeld(document):
    """Let each of thirty lists hold the next one twice: a billion, when each is read where it stands."""
    lijst = document.make_indirect(pikepdf.Array())
    for _ in range(30):
        lijst = document.make_indirect(pikepdf.Array([lijst, lijst]))
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=lijst)


@pytest.mark.usefixtures("binnen_vijf_seconden")
@pytest.mark.parametrize(
    "wijzig",
    [
        pytest.param(_lijst_in_zichzelf(1), id="a list that holds itself"),
        pytest.param(_lijst_in_zichzelf(2), id="a list that holds itself twice"),
        pytest.param(_verdubbeld, id="each list holds the next one twice"),
    ],
)
def test_list_of_actions_is_read_once(wijzig):
    controleer_pdf(maak.pdf_met(wijzig))


@pytest.mark.usefixtures("binnen_vijf_seconden")
def test_action_behind_a_list_that_holds_itself_is_refused():
    def wijzig(document):
        lijst = document.make_indirect(pikepdf.Array([_uri()]))
        lijst.append(lijst)
        document.Root.OpenAction = _naar_bladzijde(document, Next=lijst)

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


def test_too_many_actions_when_it_opens_are_refused(monkeypatch):
    monkeypatch.setattr(pdfinhoud, "MAX_DELEN", 100)

    def wijzig(document):
        volgende = pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.GoTo)] * 101)
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=volgende)

    with pikepdf.open(BytesIO(maak.pdf_met(wijzig))) as pdf, pytest.raises(BestandFout) as fout:
        pdfinhoud._controleer_begin(pdf.Root.OpenAction)
    assert str(fout.value) == OPENEN


def _letter_met_die_naam(document):
    """Give a font, a picture and a state of drawing the name AA: names in a page's resources are free."""
    beeld = document.make_stream(b"", Subtype=pikepdf.Name.Form, Group=pikepdf.Dictionary(S=pikepdf.Name.Transparency))
    document.pages[0].obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(AA=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)),
        XObject=pikepdf.Dictionary(AA=beeld),
        ExtGState=pikepdf.Dictionary(AA=pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Alpha, G=beeld))),
    )


@pytest.mark.parametrize(
    "wijzig",
    [
        pytest.param(lambda d: _annotatie(d, A=_uri()), id="link to a website"),
        pytest.param(lambda d: _annotatie(d, A=_naar_bladzijde(d, Next=_uri())), id="link to a page, then a website"),
        pytest.param(lambda d: setattr(d.Root, "OpenAction", _naar_bladzijde(d)), id="opens on a page"),
        pytest.param(_rondje, id="opens on a page, in a circle"),
        pytest.param(lambda d: setattr(d.pages[0].obj, "AA", pikepdf.Dictionary()), id="no action at all"),
        pytest.param(_letter_met_die_naam, id="another thing that is called AA"),
    ],
)
def test_pdf_that_waits_for_a_click_passes(wijzig):
    controleer_pdf(maak.pdf_met(wijzig))


def test_pdf_with_a_film_is_refused():
    def wijzig(document):
        document.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.RichMedia)])

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


def test_pdf_with_a_password_is_refused():
    uit = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(uit, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert geweigerd(uit.getvalue()) == WACHTWOORD


def test_pdf_that_can_not_be_read_is_refused():
    assert geweigerd(b"%PDF-1.7\nniets\n%%EOF") == OPENEN


def test_pdf_that_unpacks_to_too_much_is_refused():
    """The list of objects is packed: small in the file, and far too large once unpacked."""
    bom = zlib.compress(b" " * (pdfinhoud.MAX_UITGEPAKT + 1), 9)
    hoofd = b"%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length "
    inhoud = hoofd + str(len(bom)).encode() + b">>\nstream\n" + bom + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"

    assert geweigerd(inhoud) == OPENEN


@pytest.mark.parametrize("grens", ["MAX_OBJECTEN", "MAX_DELEN"])
def test_pdf_with_too_much_to_look_at_is_refused(monkeypatch, grens):
    monkeypatch.setattr(pdfinhoud, grens, 1)

    assert geweigerd(maak.pdf()) == OPENEN


def _gedeelde_lijst_van_bestanden(document):
    """Let 5000 file specifications share one /EF of 20,000 entries, each the invoice."""
    bestand = maak.met_factuur(document)
    stroom = bestand.EF.F
    bestand.EF = document.make_indirect(pikepdf.Dictionary({f"/K{nummer}": stroom for nummer in range(20_000)}))
    _bestanden(document, bestand, 5000)


def _bestanden(document, bestand, aantal):
    """Hang copies of a file specification on the first page; what they refer to is shared."""
    lijst = [document.make_indirect(pikepdf.Dictionary(bestand)) for _ in range(aantal)]
    document.pages[0].obj.Bestanden = document.make_indirect(pikepdf.Array(lijst))


def _gedeelde_inpaklijst(document):
    """Let one content be packed in a million ways at once, by a list that 500 specifications lead to."""
    bestand = maak.met_factuur(document)
    manieren = document.make_indirect(pikepdf.Array([pikepdf.Name.FlateDecode] * 1_000_000))
    bestand.EF.F.stream_dict["/Filter"] = manieren
    _bestanden(document, bestand, 500)


def _gedeelde_bestandsnaam(document):
    """Let 500 specifications share a name of 10 million letters."""
    bestand = maak.met_factuur(document)
    bestand.F = bestand.UF = document.make_indirect(pikepdf.String("x" * 10_000_000 + ".xml"))
    _bestanden(document, bestand, 500)


def _veel_bestanden(document):
    """Let 101 specifications name the invoice, each in the right way."""
    _bestanden(document, maak.met_factuur(document), 101)


@pytest.mark.usefixtures("binnen_vijf_seconden")
@pytest.mark.parametrize(
    "wijzig",
    [
        pytest.param(_gedeelde_lijst_van_bestanden, id="one list of files"),
        pytest.param(_gedeelde_inpaklijst, id="one list of ways to pack"),
        pytest.param(_gedeelde_bestandsnaam, id="one long name"),
        pytest.param(_veel_bestanden, id="one file"),
    ],
)
def test_file_specifications_that_share_something_large_are_refused_at_once(wijzig):
    assert geweigerd(maak.pdf_met(wijzig)) == BIJLAGE


def _gedeeld(maak_deel):
    """Let 20,000 dictionaries name the same thing as their kind."""

    def wijzig(document):
        deel = document.make_indirect(maak_deel())
        delen = [pikepdf.Dictionary(S=deel, Type=deel, Subtype=deel) for _ in range(20_000)]
        document.Root.Delen = document.make_indirect(pikepdf.Array(delen))

    return wijzig


@pytest.mark.usefixtures("binnen_vijf_seconden")
def test_dictionary_that_stands_where_a_name_belongs_is_not_read_each_time():
    controleer_pdf(
        maak.pdf_met(_gedeeld(lambda: pikepdf.Dictionary({f"/K{nummer}": nummer for nummer in range(20_000)})))
    )


@pytest.mark.usefixtures("binnen_vijf_seconden")
def test_name_that_is_too_long_to_be_one_is_refused():
    assert geweigerd(maak.pdf_met(_gedeeld(lambda: pikepdf.Name("/" + "x" * 2_000_000)))) == OPENEN


@pytest.mark.usefixtures("binnen_vijf_seconden")
def test_names_in_a_tree_whose_branches_share_their_leaves_are_read_once():
    """Each of thirty branches holds the next one twice, and each of 3000 at the end the same 3000."""

    def wijzig(document):
        blad = document.make_indirect(pikepdf.Array([pikepdf.String("a"), document.pages[0].obj] * 3000))
        takken = [document.make_indirect(pikepdf.Dictionary(Names=blad)) for _ in range(3000)]
        tak = document.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array(takken)))
        for _ in range(30):
            tak = document.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array([tak, tak])))
        document.Root.Names = pikepdf.Dictionary(EmbeddedFiles=tak, Dests=tak)

    controleer_pdf(maak.pdf_met(wijzig))
