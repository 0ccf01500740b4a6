"""Nazorg of who turns out not to be gedupeerd stops in 30 days, with a warme overdracht (Tiel art. 9 lid 3)."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Termijn
from nazorg.models import Overdracht
from planvanaanpak.actions.besluit import verzenden
from tests.factories import moment
from tests.haltes import halte
from tests.nazorg.eindes import meld_niet_erkend, standen, stop, stop_nazorg, volg_vng

# 30 dagen after 4 June 2027 is Sunday 4 July: the beleid ends there, the Wht on Monday.
GEMELD, LAATSTE, LAATSTE_WHT = date(2027, 6, 4), date(2027, 7, 4), date(2027, 7, 5)
REGELS = ("nazorg_stop", "acclimatisatie", "nazorg_einde")

pytestmark = pytest.mark.django_db


@halte
def te_stoppen(in_nazorg, consulent):
    meld_niet_erkend(in_nazorg, consulent, GEMELD)
    in_nazorg.refresh_from_db()
    return in_nazorg


def laatste(dossier, regel):
    return Termijn.objects.get(dossier=dossier, regel=regel).uiterste_datum


def test_message_during_the_nazorg_starts_both_clocks(te_stoppen):
    assert standen(te_stoppen, *REGELS) == {
        "nazorg_stop": "lopend",
        "acclimatisatie": "lopend",
        "nazorg_einde": "vervallen",
    }
    assert (laatste(te_stoppen, "nazorg_stop"), laatste(te_stoppen, "acclimatisatie")) == (LAATSTE, LAATSTE_WHT)


def test_message_before_the_nazorg_starts_one(in_acclimatisatie):
    assert standen(in_acclimatisatie, "nazorg_stop") == {}


def test_beleid_without_it_starts_one(in_nazorg, consulent):
    volg_vng(in_nazorg)

    meld_niet_erkend(in_nazorg, consulent, GEMELD)

    assert standen(in_nazorg, "nazorg_stop", "acclimatisatie") == {"acclimatisatie": "lopend"}


def test_stop_meets_the_clock_and_closes_the_nazorg(te_stoppen, consulent):
    traject = stop_nazorg(te_stoppen, consulent, date(2027, 6, 18), toelichting="Samen gebeld.")

    assert standen(te_stoppen, "nazorg_stop", "acclimatisatie") == {
        "nazorg_stop": "gehaald",
        "acclimatisatie": "lopend",
    }
    assert (traject.gestopt_op, traject.overdracht, traject.overdracht_aan, traject.overdracht_toelichting) == (
        date(2027, 6, 18),
        "gedaan",
        "Sociaal team",
        "Samen gebeld.",
    )
    assert (traject.afgesloten_door, traject.afsluitreden) == (consulent, "Niet gedupeerd volgens UHT.")
    assert DossierEvent.objects.latest("pk").tekst == (
        "Nazorg gestopt op 18 juni 2027. Warme overdracht: gedaan aan Sociaal team."
    )


def test_later_than_the_last_day_is_late(te_stoppen, consulent):
    stop_nazorg(te_stoppen, consulent, date(2027, 7, 6))

    assert standen(te_stoppen, "nazorg_stop") == {"nazorg_stop": "te_laat_gehaald"}


@pytest.mark.parametrize("overdracht", [Overdracht.NIET_NODIG, Overdracht.NIET_GEWILD])
def test_without_overdracht_it_says_why_and_names_nobody(te_stoppen, consulent, overdracht):
    traject = stop_nazorg(te_stoppen, consulent, GEMELD, overdracht=overdracht, toelichting="Het gaat goed.")

    assert (traject.overdracht, traject.overdracht_aan) == (overdracht, "")


def test_besluit_that_follows_leaves_the_day_alone(te_stoppen, consulent):
    stop_nazorg(te_stoppen, consulent, date(2027, 6, 18))

    beeindiging = stop(te_stoppen, consulent, grond="niet_erkend", datum=date(2027, 6, 28))
    dag = date(2027, 6, 30)
    verzenden(besluit=beeindiging.besluit, datum=dag, by=consulent, at=moment(dag), on=dag)

    gehaald = {t.regel: t.datum_gehaald for t in Termijn.objects.filter(dossier=te_stoppen, regel__in=REGELS)}
    assert gehaald == {"nazorg_stop": date(2027, 6, 18), "acclimatisatie": dag, "nazorg_einde": None}


def test_besluit_alone_stops_the_nazorg_too(te_stoppen, consulent):
    stop(te_stoppen, consulent, grond="niet_erkend", datum=date(2027, 6, 28))

    assert standen(te_stoppen, "nazorg_stop") == {"nazorg_stop": "gehaald"}
    te_stoppen.nazorg.refresh_from_db()
    assert te_stoppen.nazorg.afsluitreden == "Niet erkend als gedupeerde."


@pytest.mark.parametrize(
    ("datum", "wat", "melding"),
    [
        (date(2027, 6, 3), {}, "De gemeente hoorde op 4 juni 2027 van UHT"),
        (date(2027, 6, 19), {"on": date(2027, 6, 18)}, "kan niet in de toekomst liggen"),
        (GEMELD, {"aan": " "}, "Schrijf op aan wie"),
        (GEMELD, {"overdracht": Overdracht.NIET_NODIG}, "Schrijf op waarom er geen overdracht is"),
    ],
    ids=["before the message", "future", "to nobody", "no reason"],
)
def test_refused(te_stoppen, consulent, datum, wat, melding):
    with pytest.raises(ActieFout, match=melding):
        stop_nazorg(te_stoppen, consulent, datum, **wat)

    assert standen(te_stoppen, "nazorg_stop") == {"nazorg_stop": "lopend"}


def test_once_and_only_with_nazorg(te_stoppen, consulent):
    stop_nazorg(te_stoppen, consulent, GEMELD)

    with pytest.raises(ActieFout, match=r"al gestopt: Niet gedupeerd volgens UHT\."):
        stop_nazorg(te_stoppen, consulent, GEMELD)


def test_without_nazorg_there_is_nothing_to_stop(in_acclimatisatie, consulent):
    with pytest.raises(ActieFout, match="Dit dossier heeft geen nazorg"):
        stop_nazorg(in_acclimatisatie, consulent, date(2026, 5, 4))


# The pages.


@pytest.fixture
def pagina(client, consulent):
    with time_machine.travel(datetime(2027, 6, 18, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        yield client


def pad(dossier):
    return reverse("nazorg_stoppen", args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


INGEVULD = {"datum": "18-06-2027", "overdracht": "gedaan", "overdracht_aan": "Sociaal team", "toelichting": ""}


def test_step_leads_to_the_page_and_the_page_to_the_besluit(pagina, te_stoppen):
    voor = pagina.get(te_stoppen.get_absolute_url()).content.decode()
    response = pagina.post(pad(te_stoppen), INGEVULD, follow=True)

    assert "Stop de nazorg uiterlijk zondag 4 juli 2027" in voor
    assert pad(te_stoppen) in voor
    assert berichten(response) == ["De nazorg is gestopt. Maak nu het besluit dat de ondersteuning eindigt."]
    assert "Rond de ondersteuning af uiterlijk maandag 5 juli 2027" in response.content.decode()


def test_look_ahead_names_the_third_clock(pagina, in_nazorg):
    ingevuld = {
        "datum_gemeld": "04-06-2027", "datum_feit": "01-06-2027", "kanaal": "Gegevensportaal", "bron": "",
    }  # fmt: skip

    response = pagina.post(reverse("acclimatisatie", args=[in_nazorg.nummer]), ingevuld)

    assert [(k.naam, k.uiterste_datum) for k in response.context["klokken"]] == [
        ("Ondersteuning afronden (30 dagen)", LAATSTE_WHT),
        ("Nieuwe kosten (30 dagen)", LAATSTE),
        ("Nazorg stoppen (30 dagen)", LAATSTE),
    ]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"overdracht_aan": ""}, "overdracht_aan"),
        ({"overdracht": "niet nodig"}, "toelichting"),
        ({"datum": ""}, "datum"),
    ],
    ids=["to nobody", "no reason", "no day"],
)
def test_form_refuses_at_its_field(pagina, te_stoppen, anders, veld):
    response = pagina.post(pad(te_stoppen), {**INGEVULD, **anders})

    assert set(response.context["form"].errors) == {veld}


def test_end_asks_for_the_overdracht(pagina, te_stoppen, consulent):
    url = reverse("beeindigen", args=[te_stoppen.nummer])

    voor = pagina.get(url).context["punten"]
    stop_nazorg(te_stoppen, consulent, date(2027, 6, 18))
    na = pagina.get(url).context["punten"]

    assert (False, "Nazorg stoppen en warm overdragen", pad(te_stoppen)) in [(p.klaar, p.tekst, p.url) for p in voor]
    assert (True, "De nazorg is gestopt") in [(p.klaar, p.tekst) for p in na]


def test_page_of_the_nazorg_shows_the_overdracht(pagina, te_stoppen, consulent):
    stop_nazorg(te_stoppen, consulent, date(2027, 6, 18), toelichting="Samen gebeld.")

    html = pagina.get(reverse("nazorg", args=[te_stoppen.nummer])).content.decode()

    assert "Gedaan, aan Sociaal team. Samen gebeld." in html


def test_page_leads_back_when_there_is_nothing_to_stop(pagina, te_stoppen, consulent):
    stop_nazorg(te_stoppen, consulent, date(2027, 6, 18))

    assert berichten(pagina.get(pad(te_stoppen), follow=True)) == ["De nazorg is al gestopt."]


def test_page_leads_back_without_nazorg(pagina, in_acclimatisatie):
    assert berichten(pagina.get(pad(in_acclimatisatie), follow=True)) == ["Dit dossier heeft geen nazorg."]


def test_vandaag_has_a_row_with_its_button(pagina, te_stoppen):
    html = pagina.get(reverse("vandaag")).content.decode()

    assert "Nazorg stoppen: niet gedupeerd" in html
    assert pad(te_stoppen) in html
