"""Rechtstreeks beroep: it is asked in the bezwaarschrift, the gemeente agrees or not, and the court gets it."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.models import Dossier, Termijn
from cases.registratie import volgende_stap
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.actions import bezwaarbrieven
from planvanaanpak.actions.bezwaar import bezwaar_wijzigen
from planvanaanpak.actions.rechtstreeks import rechtstreeks_beslissen
from planvanaanpak.bezwaarbron import feiten_van, stand_van_bezwaar
from planvanaanpak.bezwaarregels import nodig
from planvanaanpak.models import Beroep, Besluit, Bezwaar, Herroeping
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ONTVANGEN, ZES_WEKEN
from tests.planvanaanpak.paginas import berichten, fouten
from tests.planvanaanpak.test_actions_bezwaar import laatste_event
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.test_indieners import EX
from tests.planvanaanpak.test_uitspraak import UITSPRAAK, wijzig

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
DOOR = date(2026, 6, 3)
RECHTBANK = "rechtbank Gelderland"


@halte
def gevraagd(besluit, consulent):
    return stappen.maak_bezwaar(stappen.verstuur(besluit, consulent), consulent, rechtstreeks=True)


def beslis(bezwaar, by, *, instemmen=True, on=DOOR, **anders):
    wat = {"reden": "De standpunten zijn bekend.", "datum": on, "gerecht": RECHTBANK} | anders
    return rechtstreeks_beslissen(bezwaar=bezwaar, instemmen=instemmen, **wat, by=by, at=moment(on), on=on)


def open_punten(bezwaar, on=DOOR):
    return [punt.pagina for punt in nodig(feiten_van(bezwaar), on) if not punt.klaar]


def test_bezwaar_that_is_sent_on_waits_for_the_court(gevraagd, consulent, jurist):
    zitting = stappen.plan_zitting(gevraagd, consulent)
    assert "bezwaar_rechtstreeks" in open_punten(gevraagd)

    bezwaar = beslis(gevraagd, jurist)

    bezwaar.termijn.refresh_from_db()
    zitting.refresh_from_db()
    beroep = Beroep.objects.get()
    assert (bezwaar.loopt, bezwaar.termijn.status, zitting.status) == (False, "vervallen", "afgezegd")
    assert (beroep.bezwaar, beroep.soort, beroep.datum, beroep.gerecht) == (bezwaar, "rechtstreeks", DOOR, RECHTBANK)
    assert stand_van_bezwaar(bezwaar, DOOR).woorden == "bij het gerecht, zonder besluit op bezwaar"
    assert not Bezwaar.objects.loopt().exists()
    assert laatste_event(bezwaar.dossier)[1].endswith("is op 3 juni 2026 doorgezonden aan rechtbank Gelderland.")
    weigert("doorgezonden aan het gerecht op 3 juni 2026", stappen.bevestig, bezwaar, consulent)


def test_bezwaar_that_is_kept_is_treated_here(gevraagd, consulent, jurist):
    bezwaar = beslis(gevraagd, jurist, instemmen=False)

    assert (bezwaar.instemming, bezwaar.doorgezonden_op, bezwaar.loopt) == (False, None, True)
    assert bezwaar.termijn.uiterste_datum == ZES_WEKEN
    assert "bezwaar_rechtstreeks" not in open_punten(bezwaar)
    assert not Beroep.objects.exists()
    wie = {"by": consulent, "at": moment(DOOR), "on": DOOR}
    weigert("is al beslist", bezwaar_wijzigen, bezwaar=bezwaar, wijzigingen={"rechtstreeks": False}, reden="x", **wie)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"reden": " "}, "Schrijf op waarom"),
        ({"datum": None}, "Vul in wanneer u het bezwaarschrift doorzond"),
        ({"gerecht": " "}, "aan welk gerecht"),
        ({"datum": date(2026, 6, 4)}, "De dag van het doorzenden kan niet in de toekomst liggen"),
        ({"datum": date(2026, 5, 10)}, "kan niet vóór de ontvangst van 11 mei 2026 liggen"),
    ],
)
def test_sending_on_that_is_not_complete_is_refused(gevraagd, jurist, anders, melding):
    weigert(melding, beslis, gevraagd, jurist, **anders)


def test_who_took_the_besluit_does_not_decide(gevraagd, consulent):
    weigert("Awb artikel 10:3 lid 3", beslis, gevraagd, consulent)


def test_bezwaar_of_somebody_else_without_the_verzoek_keeps_it_here(gevraagd, consulent, jurist):
    ander = stappen.maak_bezwaar(gevraagd.besluit, consulent, **EX)
    weigert("ander bezwaar tegen dit besluit zonder dit verzoek", beslis, gevraagd, jurist)
    weigert("staat geen verzoek", beslis, ander, jurist)

    stappen.zie_af(ander, consulent, "kennelijk_niet_ontvankelijk")

    assert beslis(gevraagd, jurist).doorgezonden_op == DOOR


def test_bezwaar_that_comes_after_goes_to_the_court_too(gevraagd, consulent, jurist):
    beslis(gevraagd, jurist)
    later = stappen.maak_bezwaar(gevraagd.besluit, consulent, on=DOOR, **EX)
    assert "bezwaar_rechtstreeks" in open_punten(later)
    weigert("Zend ook dit door", beslis, later, jurist, instemmen=False)

    assert beslis(later, jurist).doorgezonden_op == DOOR
    assert Beroep.objects.count() == 2


def test_sending_on_that_was_a_mistake_lets_the_clock_run_again(gevraagd, consulent, jurist):
    beslis(gevraagd, jurist)

    beroepen.beroep_weghalen(beroep=Beroep.objects.get(), reden="Vergissing", by=consulent, at=moment(DOOR))

    bezwaar = Bezwaar.objects.get()
    assert (bezwaar.instemming, bezwaar.loopt, bezwaar.termijn.status) == (None, True, "lopend")


def test_court_that_gives_right_lets_the_besluit_fall_away_with_a_clock(gevraagd, consulent, jurist):
    beslis(gevraagd, jurist)
    beroep = Beroep.objects.get()

    wijzig(beroep, consulent, uitkomst="gegrond", uitspraak_datum=UITSPRAAK, opdracht="opnieuw")

    beroep.refresh_from_db()
    klok = Termijn.objects.get(regel="besluit_na_uitspraak")
    assert (beroep.klok, klok.start, klok.uiterste_datum, klok.status) == (
        klok, UITSPRAAK, date(2026, 12, 28), "lopend",
    )  # fmt: skip
    assert [(h.besluit, h.uitspraak, h.deels) for h in Herroeping.objects.all()] == [(gevraagd.besluit, beroep, False)]
    assert laatste_event(gevraagd.dossier)[1].endswith(
        "Besluit 9901-B-2026-00001 geldt niet meer. Beslis uiterlijk 28 december 2026."
    )
    weigert("Dat draait het programma niet terug", wijzig, beroep, consulent, uitkomst="ongegrond")
    weg = {"reden": "x", "by": consulent, "at": moment(UITSPRAAK)}
    weigert("Dat draait het programma niet terug", beroepen.beroep_weghalen, beroep=beroep, **weg)


def test_new_besluit_meets_the_clock_of_the_uitspraak(gevraagd, consulent, jurist):
    beslis(gevraagd, jurist)
    beroep = Beroep.objects.get()
    gegrond = {"uitkomst": "gegrond", "uitspraak_datum": UITSPRAAK, "opdracht": "opnieuw"}
    weigert("na de uitspraak is genomen", wijzig, beroep, consulent, **gegrond, nieuw_besluit=gevraagd.besluit)
    wijzig(beroep, consulent, **gegrond)
    velden = {v.attname: getattr(gevraagd.besluit, v.attname) for v in Besluit._meta.concrete_fields if v.name != "id"}
    nieuw = Besluit.objects.create(
        **{**velden, "nummer": "9901-B-2026-00009", "vastgesteld_op": moment(UITSPRAAK), "datum": UITSPRAAK},
    )

    wijzig(beroep, consulent, nieuw_besluit=nieuw)

    klok = Termijn.objects.get(regel="besluit_na_uitspraak")
    assert (klok.datum_gehaald, klok.status) == (nieuw.verzonden_op, "gehaald")


def op(dag):
    return time_machine.travel(moment(dag), tick=False)


def test_pages_lead_from_the_verzoek_to_the_court(client, gevraagd, consulent, jurist):
    stappen.bevestig(gevraagd, consulent)
    adres = reverse("bezwaar_rechtstreeks", args=[gevraagd.dossier.nummer, gevraagd.pk])
    with op(DOOR):
        Dossier.objects.update(casusregisseur=consulent)
        stap = volgende_stap(Bezwaar.objects.get().dossier, jurist, DOOR)
        client.force_login(consulent)
        zelf = client.get(adres).text
        client.force_login(jurist)
        pagina = client.get(adres).text
        leeg = client.post(adres, {"instemmen": "ja", "reden": "Duidelijk."})
        heel = client.post(
            adres, {"instemmen": "ja", "reden": "Duidelijk.", "datum": "2026-06-03", "gerecht": RECHTBANK}, follow=True
        )

    assert (stap.titel, stap.url) == ("Bezwaar: beslis op het verzoek om rechtstreeks beroep (Awb artikel 7:1a)", adres)
    assert "Een ander moet over het bezwaar beslissen" in zelf
    assert "De bezwaartermijn loopt tot en met <strong>maandag 1 juni 2026</strong>" in pagina
    assert set(fouten(leeg.context["form"])) == {"datum", "gerecht"}
    assert berichten(heel)[0].startswith("Vastgelegd. Het bezwaar is bij het gerecht")
    assert "doorgezonden aan het gerecht op 3 juni 2026" in heel.text
    assert "Rechtstreeks beroep, zonder besluit op bezwaar" in heel.text


def test_confirmation_says_that_the_verzoek_comes_first(gevraagd, consulent, jurist):
    assert bezwaarbrieven.stel_bevestiging_op(gevraagd, by=consulent, on=DOOR).rechtstreeks is True

    bezwaar = beslis(gevraagd, jurist, instemmen=False)

    assert bezwaarbrieven.stel_bevestiging_op(bezwaar, by=consulent, on=DOOR).rechtstreeks is False


def test_page_of_a_bezwaar_without_the_verzoek_says_so(client, besluit, consulent, jurist):
    bezwaar = stappen.maak_bezwaar(stappen.verstuur(besluit, consulent), consulent)
    client.force_login(jurist)
    with op(BESLOTEN):
        response = client.get(reverse("bezwaar_rechtstreeks", args=[bezwaar.dossier.nummer, bezwaar.pk]), follow=True)

    assert berichten(response) == ["In dit bezwaarschrift staat geen verzoek om rechtstreeks beroep."]


def test_refusal_leaves_the_bezwaar_with_why(client, gevraagd, jurist):
    client.force_login(jurist)
    adres = reverse("bezwaar_rechtstreeks", args=[gevraagd.dossier.nummer, gevraagd.pk])
    with op(ONTVANGEN):
        response = client.post(adres, {"instemmen": "nee", "reden": "Wij willen u horen."}, follow=True)

    assert berichten(response)[0].startswith("Vastgelegd. De gemeente behandelt het bezwaar zelf.")
    assert "gevraagd, de gemeente stemde niet in" in response.text
    assert "Wij willen u horen. (Bea Jurist, 11 mei 2026)" in response.text
