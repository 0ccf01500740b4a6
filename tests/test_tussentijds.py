"""Two people open the same form: the second who saves is shown what the first changed, and loses no typed text.

Every form that changes what is stored stands in the table; tests/test_formulieren.py looks at every page that opens
with stored text.
"""

from datetime import UTC, datetime

import pytest
import time_machine
from django.forms import CheckboxInput
from django.urls import get_resolver

from config.tussentijds import INTUSSEN, Tussentijds
from tests.tabellen import alles
from tests.wereld import ON

VAN_EERSTE, VAN_TWEEDE = "Dit schreef de eerste", "Dit schreef de tweede"


def tekst(veld):
    """Give what both type in one field of text, and what the second is told."""
    return {veld: VAN_EERSTE}, {veld: VAN_TWEEDE}, f" {VAN_EERSTE}."


def vervang(veld, eerste, tweede, bekend):
    return {veld: eerste}, {veld: tweede}, f" {bekend}."


BRON = "Brief van het ministerie"
NORMBEDRAG = {"normbedrag-jaar": "2025", "normbedrag-component": "A", "normbedrag-bron": BRON, "wat": "normbedrag"}
TELLING = {"telling-jaar": "2025", "telling-peildatum": "2025-12-31", "telling-bron": BRON, "wat": "telling"}
NAAR_BEIDE = "Aan de inwoner, met een afschrift aan de vertegenwoordiger"
# Page, who, what the first sends besides what was on the form, what the second sends, what the second is told.
TABEL = {
    "account": ("consulent", *tekst("telefoon")),
    "gebruiker": ("beheerder", *vervang("rollen", ["consulent", "financieel"], [], "Consulent, Financieel")),
    "gemeente_wijzigen": ("beheerder", *tekst("afdeling")),
    "brieftekst": ("coordinator", *tekst("inleiding")),
    "beleid_wijzigen": ("beheerder", *tekst("bron")),
    "spuk_instellingen": (
        "financieel",
        {"wat": "keuze", "keuze-bron": VAN_EERSTE},
        {"wat": "keuze", "keuze-bron": VAN_TWEEDE},
        f"Bron: {VAN_EERSTE}.",
    ),
    "spuk_instellingen#telling": (
        "financieel",
        TELLING | {"telling-aantal": "410"},
        TELLING | {"telling-aantal": "420"},
        "2025, peildatum 31 december 2025: 410.",
    ),
    "spuk_instellingen#normbedrag": (
        "financieel",
        NORMBEDRAG | {"normbedrag-bedrag": "410"},
        NORMBEDRAG | {"normbedrag-bedrag": "420"},
        "A 2025: €\xa0410,00.",
    ),
    "persoon_wijzigen": ("consulent", *vervang("telefoon", "06 5555 0101", "06 5555 0102", "06 5555 0101")),
    "aanmelding_wijzigen": ("consulent", *tekst("toelichting")),
    "doelgroep_wijzigen": ("consulent", {"doelgroep": "kind"}, {"doelgroep": "nabestaande"}, " Kind: Een kind of"),
    "betrokkene": ("consulent", *tekst("organisatie")),
    "gezinslid": ("consulent", *tekst("toelichting")),
    "post_kiezen": ("consulent", *vervang("post_aan", "beide", "vertegenwoordiger", NAAR_BEIDE)),
    "taak": ("consulent", *tekst("wat")),
    "notitie": ("consulent", *tekst("tekst")),
    "afspraak": ("consulent", *tekst("plaats")),
    "hulpvraag_wijzigen": ("consulent", *tekst("tekst")),
    "identiteit_wijzigen": ("consulent", *tekst("toelichting")),
    "gesprek_wijzigen": ("consulent", *tekst("verslag")),
    "driegesprek_wijzigen": ("consulent", *tekst("onderwerpen")),
    "contact_wijzigen": ("consulent", *tekst("tekst")),
    "nazorgcontact_wijzigen": ("consulent", *tekst("verslag")),
    "verificatie_wijzigen": ("consulent", *tekst("antwoord_van")),
    "uht_status_wijzigen": ("consulent", *tekst("bron")),
    "document_wijzigen": ("consulent", *tekst("onderwerp")),
    "persoon_verbeteren": ("consulent", *vervang("geboortedatum", "13-03-1985", "14-03-1985", "13 maart 1985")),
    "aanmelddatum_wijzigen": (
        "consulent",
        {"datum_aanmelding": "2026-05-19", "bekeken": "2026-05-19"},
        {"datum_aanmelding": "2026-05-20", "bekeken": "2026-05-20"},
        " 19 mei 2026.",
    ),
    "acuut_melden": (
        "consulent",
        {"situatie": "afsluiting", "toelichting": VAN_EERSTE},
        {"situatie": "afsluiting", "toelichting": VAN_TWEEDE},
        f" {VAN_EERSTE}.",
    ),
    "voorrang_geven": ("coordinator", *tekst("reden")),
    "toewijzen": ("coordinator", {}, {}, ""),
    "bezwaar_wijzigen": ("consulent", *tekst("gronden")),
    "bezwaar_verschoonbaar": (
        "coordinator",
        {"oordeel": "wel", "reden": VAN_EERSTE},
        {"oordeel": "niet", "reden": VAN_TWEEDE},
        f" {VAN_EERSTE}.",
    ),
    "bezwaar_advies": (
        "consulent",
        {"datum": "2026-06-01", "strekking": "gegrond", "tekst": VAN_EERSTE},
        {"datum": "2026-06-01", "strekking": "gegrond", "tekst": VAN_TWEEDE},
        f" {VAN_EERSTE}.",
    ),
    "hoorzitting_plannen": ("consulent", *tekst("plaats")),
    "hoorzitting_gehouden": (
        "consulent",
        {"datum": "2026-06-01", "aanwezig": "De inwoner", "verslag": VAN_EERSTE},
        {"datum": "2026-06-01", "aanwezig": "De inwoner", "verslag": VAN_TWEEDE},
        f" {VAN_EERSTE}.",
    ),
    "beroep": ("consulent", *tekst("gerecht")),
    "dossier_beroep": ("consulent", *tekst("gerecht")),
    "bezwaar_indiener": ("consulent", *tekst("relatie")),
    "akkoord": ("consulent", *tekst("toelichting")),
    "zonder_akkoord": ("consulent", *tekst("reden")),
    "vergadering_wijzigen": ("coordinator", *tekst("plaats")),
    "advies": ("commissielid", *tekst("motivering")),
    "advies_afwijken": ("consulent", {"reden": VAN_EERSTE}, {"reden": VAN_TWEEDE}, f"{VAN_EERSTE}."),
    "mandaat": ("beheerder", *tekst("bron")),
    "voorziening_prijs": ("consulent", *tekst("reden")),
    "saneringskrediet": ("consulent", *tekst("toelichting")),
    "dienst": ("beheerder", *tekst("uitvoerder")),
    "doel": (
        "consulent",
        {"status": "behaald", "datum": "2026-05-01"},
        {"status": "vervallen", "reden": VAN_TWEEDE},
        "Behaald",
    ),
    "doel_wijzigen": ("consulent", *tekst("tekst")),
    "doelstap": ("consulent", *tekst("wie")),
    "leefgebied_bijwerken": ("consulent", *tekst("situatie")),
    "situatie_bijwerken": ("consulent", *tekst("situatie")),
    "doelstelling_wijzigen": (
        "consulent",
        {"doelstelling": VAN_EERSTE, "feiten": "Nieuw."},
        {"doelstelling": VAN_TWEEDE, "feiten": "Nieuw."},
        f" {VAN_EERSTE}.",
    ),
    "fase_plannen": ("consulent", {"datum": "2026-09-02"}, {"datum": "2026-09-03"}, " 2 september 2026."),
    "fase_evalueren": ("consulent", *tekst("toelichting")),
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield


def formulier(response, naam):
    """Give the form of a page; one that is one of three stands under its own name."""
    deel = naam.partition("#")[2] or "keuze"
    return response.context[f"{deel}_form" if naam.startswith("spuk_instellingen") else "form"]


def getekend(form):
    """Give what a browser would send of a form as it was opened."""
    uit = {}
    for veld in form:
        waarde = veld.value()
        if isinstance(veld.field.widget, CheckboxInput):
            waarde = "on" if waarde else None
        if waarde is not None:
            waarde = getattr(waarde, "pk", waarde)
            uit[veld.html_name] = waarde.isoformat() if hasattr(waarde, "isoformat") else waarde
    return uit


def eigen_waarden(wereld, naam, eerste, tweede):
    """Fill in what hangs on the rows of this world."""
    if naam == "toewijzen":
        nieuwe, andere = wereld.users["collega"], wereld.nieuw.casusregisseur
        return {"casusregisseur": nieuwe.pk}, {"casusregisseur": andere.pk}, f" {nieuwe.naam}."
    if naam == "post_kiezen":
        wie = {"vertegenwoordiger": wereld.nieuw.betrokkenen.geldig().get(naam="P. Jansen").pk}
        return eerste | wie, tweede | wie, None
    if naam == "bezwaar_advies":
        stuk = {"document": wereld.bezwaar.document_id}
        return eerste | stuk, tweede | stuk, None
    return eerste, tweede, None


@pytest.mark.parametrize("naam", TABEL)
def test_second_is_shown_what_the_first_changed_and_keeps_the_typed(wereld, urls, client, naam):
    wie, eerste, tweede, bekend = TABEL[naam]
    eerste, tweede, anders = eigen_waarden(wereld, naam, eerste, tweede)
    url = urls[naam.partition("#")[0]]
    client.force_login(wereld.users[wie])
    geopend = formulier(client.get(url), naam)
    begin, reden = getekend(geopend), {"reden": "Zo hoort het"} if "reden" in geopend.fields else {}

    bewaard = client.post(url, begin | reden | eerste)
    voor = alles()
    botst = client.post(url, begin | reden | tweede)
    form = formulier(botst, naam)
    na = alles()
    opnieuw = client.post(url, getekend(form) | {veld: tweede[veld] for veld in tweede if veld in ("wat", "bekeken")})

    assert bewaard.status_code == 302
    assert (botst.status_code, na) == (200, voor)
    melding = " ".join(form.non_field_errors())
    assert melding.startswith(f"{INTUSSEN} Bekend is nu: ")
    assert (anders or bekend) in melding
    velden = {veld: waarde for veld, waarde in tweede.items() if veld not in ("wat", "bekeken")}
    assert {veld.html_name: veld.value() for veld in form if veld.html_name in velden} == {
        veld: waarde if isinstance(waarde, list) else str(waarde) for veld, waarde in velden.items()
    }
    assert 'type="hidden" name="versie"' in botst.text or '-versie"' in botst.text
    assert opnieuw.status_code == 302, formulier(opnieuw, naam).errors


def list_soorten(klas=Tussentijds):
    """Give the forms that change what is stored, without what they have in common."""
    for soort in klas.__subclasses__():
        yield from list_soorten(soort) if soort.__subclasses__() else [soort]


def test_every_form_that_changes_what_is_stored_is_in_the_table(wereld, urls, client):
    assert get_resolver().url_patterns  # reads every view, and so every form
    gezien = set()
    for naam, (wie, *_) in TABEL.items():
        client.force_login(wereld.users[wie])
        gezien.add(type(formulier(client.get(urls[naam.partition("#")[0]]), naam)))

    assert gezien == set(list_soorten())


def test_lines_as_a_browser_ends_them_are_no_change(wereld, urls, client):
    """Nobody touched the briefhoofd, which has two lines; so the second is told of the afdeling only."""
    url = urls["gemeente_wijzigen"]
    client.force_login(wereld.users["beheerder"])
    begin = {
        veld: waarde.replace("\n", "\r\n") if isinstance(waarde, str) else waarde
        for veld, waarde in getekend(client.get(url).context["form"]).items()
    }

    client.post(url, begin | {"afdeling": VAN_EERSTE})
    botst = client.post(url, begin | {"afdeling": VAN_TWEEDE})

    assert "\r\n" in begin["briefhoofd"]
    assert botst.context["form"].non_field_errors() == [f"{INTUSSEN} Bekend is nu: Afdeling of team: {VAN_EERSTE}."]
