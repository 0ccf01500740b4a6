"""What somebody typed stays when a colleague meanwhile withdrew the row or took the step: on the screen, or to copy."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.actions.klad import klad_bewaren
from accounts.kladbewijs import maak_bewijs
from accounts.kladvelden import leesbaar
from accounts.models import Klad
from cases.actions.betrokkenen import betrokkene_intrekken, betrokkene_toevoegen
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_intrekken, gesprek_vastleggen
from cases.actions.hulpvragen import hulpvraag_intrekken
from cases.actions.notitie import notitie_intrekken, notitie_maken
from cases.actions.taak import taak_gedaan, taak_maken
from cases.actions.verbeteren import trek_in
from cases.keuzes import BetrokkeneRol, Kanaal, Leefgebied
from cases.models import Driegesprek
from tests.factories import moment
from tests.haltes import halte

ON, EERSTE, DAG = date(2026, 3, 20), date(2026, 3, 12), date(2026, 3, 18)
TEKST = "Een verslag waar lang aan is getypt."
GEEN_WIJZIGING = "U kunt er niets meer aan wijzigen."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


@halte
def gesproken(dossier, consulent):
    wat = {"datum": EERSTE, "kanaal": Kanaal.KANTOOR, "verslag": "", "hulpvragen": {Leefgebied.WONEN: "De vloer."}}
    eerste_gesprek_vastleggen(dossier=dossier, **wat, by=consulent, at=moment(ON), on=ON)
    dossier.refresh_from_db()
    return dossier


def maak_gesprek(dossier, by):
    wat = {"datum": DAG, "kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
    return gesprek_vastleggen(dossier=dossier, **wat, by=by, at=moment(ON), on=ON)


def maak_driegesprek(dossier, by):
    wat = {"datum": DAG, "aanvrager": "De inwoner", "plaats": "Online", "derde": Driegesprek.Derde.UHT}
    wat |= {"deelnemers": "P. Zeeman", "onderwerpen": "Uitleg", "verslag": ""}
    return driegesprek_vastleggen(dossier=dossier, **wat, by=by, at=moment(ON), on=ON)


def maak_notitie(dossier, by):
    return notitie_maken(dossier=dossier, tekst="Belt vroeg.", is_beperkt=False, by=by, at=moment(ON))


def maak_betrokkene(dossier, by):
    gegevens = {"naam": "H. Bakker", "rol": BetrokkeneRol.BEWINDVOERDER}
    return betrokkene_toevoegen(dossier=dossier, gegevens=gegevens, by=by, at=moment(ON))


def trek_gesprek_in(rij, by):
    gesprek_intrekken(gesprek=rij, reden="Dubbel.", by=by, at=moment(ON), on=ON)


def trek_driegesprek_in(rij, by):
    trek_in(rij, "Dubbel.", by=by, at=moment(ON))


def trek_hulpvraag_in(rij, by):
    hulpvraag_intrekken(hulpvraag=rij, reden="Dubbel.", by=by, at=moment(ON))


def trek_notitie_in(rij, by):
    notitie_intrekken(notitie=rij, reden="Dubbel.", by=by, at=moment(ON))


def trek_betrokkene_in(rij, by):
    betrokkene_intrekken(betrokkene=rij, reden="Dubbel.", by=by, at=moment(ON))


def eerste_hulpvraag(dossier, by):
    return dossier.hulpvragen.get()


WEIGERING = {
    "gesprek": f"Dit gesprek is ingetrokken. {GEEN_WIJZIGING}",
    "driegesprek": f"Dit driegesprek is ingetrokken. {GEEN_WIJZIGING}",
    "hulpvraag": f"Deze hulpvraag is ingetrokken. {GEEN_WIJZIGING}",
    "notitie": "Deze notitie is al ingetrokken.",
    "betrokkene": "H. Bakker is al ingetrokken. Voeg deze persoon zo nodig opnieuw toe.",
}
ROUTES = [
    pytest.param("gesprek_wijzigen", maak_gesprek, trek_gesprek_in, "verslag", id="gesprek"),
    pytest.param("driegesprek_wijzigen", maak_driegesprek, trek_driegesprek_in, "verslag", id="driegesprek"),
    pytest.param("hulpvraag_wijzigen", eerste_hulpvraag, trek_hulpvraag_in, "tekst", id="hulpvraag"),
    pytest.param("notitie", maak_notitie, trek_notitie_in, "tekst", id="notitie"),
    pytest.param("betrokkene", maak_betrokkene, trek_betrokkene_in, "organisatie", id="betrokkene"),
    pytest.param("gesprek_intrekken", maak_gesprek, trek_gesprek_in, "reden", id="gesprek, withdrawn twice"),
    pytest.param("hulpvraag_intrekken", eerste_hulpvraag, trek_hulpvraag_in, "reden", id="hulpvraag, withdrawn twice"),
    pytest.param("notitie_intrekken", maak_notitie, trek_notitie_in, "reden", id="notitie, withdrawn twice"),
    pytest.param(
        "betrokkene_intrekken", maak_betrokkene, trek_betrokkene_in, "reden", id="betrokkene, withdrawn twice"
    ),
]


def invoer(form, **velden):
    """Give what a browser sends of a form that was opened."""
    gevuld = {veld.html_name: veld.value() for veld in form}
    return {naam: waarde for naam, waarde in gevuld.items() if waarde not in (None, False)} | velden


@pytest.mark.parametrize(("naam", "maak", "trek_weg", "veld"), ROUTES)
def test_text_stays_in_the_form_when_the_row_was_withdrawn_meanwhile(
    pagina, gesproken, consulent, coordinator, naam, maak, trek_weg, veld
):
    rij = maak(gesproken, consulent)
    adres = reverse(naam, args=[gesproken.nummer, rij.pk])
    velden = invoer(pagina.get(adres).context["form"], **{"reden": "Klopte niet.", veld: TEKST})
    trek_weg(rij, coordinator)

    response = pagina.post(adres, velden | {"klad_bewijs": maak_bewijs(consulent, adres, "keer")})

    form = response.context["form"]
    assert form.errors == {"__all__": [WEIGERING[naam.partition("_")[0]]]}
    assert form[veld].value() == TEKST
    assert [klad.gegevens[veld] for klad in Klad.objects.all()] == [[TEKST]]


@pytest.mark.parametrize(("naam", "maak", "trek_weg", "veld"), ROUTES[:5])
def test_text_of_a_row_that_was_withdrawn_is_shown_to_copy(
    pagina, gesproken, consulent, coordinator, naam, maak, trek_weg, veld
):
    rij = maak(gesproken, consulent)
    adres = reverse(naam, args=[gesproken.nummer, rij.pk])
    klad_bewaren(user=consulent, pad=adres, sleutel="keer", velden={veld: [TEKST], "versie": ["12"]})
    trek_weg(rij, coordinator)

    response = pagina.get(adres)

    assert (response.status_code, response.templates[0].name) == (200, "accounts/klad_lezen.html")
    assert [str(een) for een in response.context["messages"]] == [
        "U kunt alleen uw eigen notities wijzigen, zolang ze niet zijn ingetrokken."
        if naam == "notitie"
        else WEIGERING[naam.partition("_")[0]]
    ]
    assert [een.regels for een in response.context["teksten"]] == [[(veld.capitalize(), TEKST)]]


@pytest.fixture
def te_laat(pagina, dossier, consulent):
    """The address of the eerste gesprek, with a text that waits, after a colleague recorded the gesprek."""
    adres = reverse("eerste_gesprek", args=[dossier.nummer])
    velden = {"verslag": [TEKST], "hulpvraag_wonen": ["De vloer\nis kapot."], "kanaal": ["kantoor"], "datum": [""]}
    klad_bewaren(user=consulent, pad=adres, sleutel="keer", velden=velden)
    return adres


def test_form_that_a_colleague_was_first_with_shows_the_text_to_copy(pagina, te_laat, gesproken, collega, client):
    html = pagina.get(te_laat, {"afspraak": "3"}).text

    assert "Het eerste gesprek vastleggen kan niet: dit dossier staat op &#x27;Plan van aanpak&#x27;." in html
    assert f"<dt>Verslag</dt><dd>{TEKST}</dd><dt>Hulpvraag wonen</dt><dd>De vloer<br>is kapot.</dd>" in html
    assert "<textarea" not in html
    assert f'href="{gesproken.get_absolute_url()}">Verder</a>' in html
    assert Klad.objects.count() == 1
    client.force_login(collega)
    assert client.get(te_laat).status_code == 302


def test_text_to_copy_can_be_thrown_away(pagina, te_laat, gesproken):
    response = pagina.get(te_laat)
    bewijs = response.context["teksten"][0].bewijs

    weg = pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs})

    assert response["X-Frame-Options"] == "DENY"
    assert (weg.status_code, weg["Location"], Klad.objects.count()) == (302, te_laat, 0)
    assert pagina.get(te_laat)["Location"] == gesproken.get_absolute_url()


def test_form_that_is_open_shows_no_text_to_copy(pagina, te_laat):
    response = pagina.get(te_laat)

    assert response.context["teksten"] == []
    assert [een.sleutel for een in response.context["klad"].gevonden] == ["keer"]


def test_text_of_a_form_that_sends_its_user_elsewhere_is_kept(pagina, gemeente, dossier, consulent):
    taak = taak_maken(
        gemeente=gemeente, dossier=dossier, wat="Bellen", datum=ON, voor=consulent, by=consulent, at=moment(ON), on=ON
    )
    adres = reverse("taak", args=[taak.pk])
    velden = invoer(pagina.get(adres).context["form"], wat=TEKST)
    taak_gedaan(taak=taak, by=consulent, at=moment(ON))

    response = pagina.post(adres, velden | {"klad_bewijs": maak_bewijs(consulent, adres, "keer")}, follow=True)

    assert [str(een) for een in response.context["messages"]] == [
        "Deze taak is al gedaan of vervallen.",
        f'Wat u typte, is niet weg. <a class="nl-link" href="{adres}">Bekijk uw tekst</a>',
    ]
    assert pagina.get(adres).context["teksten"][0].regels[0] == ("Wat", TEKST)


def test_what_is_shown_to_copy_is_what_was_typed_the_longest_first():
    velden = {
        "kanaal": ["kantoor"],
        "wonen-situatie": [" Lang \n"],
        "doel-TOTAL_FORMS": ["3"],
        "doel-0-versie": ["3"],
        "stap": ["bevestigen"],
        "zin": ["Een hele zin."],
        "leden": ["Kind een", "", "Kind twee"],
        "leeg": [""],
    }

    assert leesbaar(velden) == [
        ("Leden", "Kind een\nKind twee"),
        ("Zin", "Een hele zin."),
        ("Kanaal", "kantoor"),
        ("Wonen situatie", "Lang"),
    ]
