"""A PDF that does something by itself, or carries another file, is refused; a plain one is not."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from cases import pdfinhoud
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


def test_pdf_that_goes_to_a_website_by_itself_is_refused():
    def wijzig(document):
        maak.met_openaction(document, S=pikepdf.Name.URI, URI=pikepdf.String("https://voorbeeld.example"))

    assert geweigerd(maak.pdf_met(wijzig)) == SCRIPT


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
