"""Niet erkend that UHT did not mean, or came back on: the dossier and its clocks are as they were before it."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.overlijden import overlijden_herstellen, overlijden_vastleggen
from cases.actions.uht import uht_status_melden
from cases.actions.uhtherstel import uht_status_intrekken, uht_status_wijzigen
from cases.keuzes import Contactuitkomst, Kanaal, UhtStatus
from cases.models import Controlepunt
from cases.registratie import bindingen, volgende_stap
from cases.statusvraag import TOCH_ERKEND
from nazorg.actions.beeindigen import TOCH_ERKEND as NIET_BEEINDIGEN
from nazorg.actions.klaarzetten import zet_klaar
from nazorg.actions.toch_erkend import ondersteuning_hervatten
from nazorg.models import Acclimatisatie
from tests.factories import maak_dossier, moment
from tests.nazorg.eindes import meld_niet_erkend, standen, stop, stop_nazorg

GEMELD, LATER = date(2026, 5, 4), date(2026, 5, 20)
VENSTERS = ("besluiten", "materiele_verstrekking")
AFBOUW = ("acclimatisatie", "nieuwe_kosten", "nazorg_stop")


def trek_in(dossier, by, on=LATER):
    rij = dossier.uht_wijzigingen.get(status="niet erkend", ingetrokken_op=None)
    uht_status_intrekken(wijziging=rij, reden="Verkeerd dossier", by=by, at=moment(on), on=on)
    dossier.refresh_from_db()


def toch_erkend(dossier, by, on=LATER):
    dagen = {"datum_feit": on, "datum_gemeld": on}
    uht_status_melden(
        dossier=dossier, status=UhtStatus.ERKEND, **dagen, bron="Serviceteam", by=by, at=moment(on), on=on
    )
    dossier.refresh_from_db()


def hervat(dossier, by, on=LATER, toelichting="UHT besloot op bezwaar"):
    ondersteuning_hervatten(dossier=dossier, toelichting=toelichting, by=by, at=moment(on), on=on)
    dossier.refresh_from_db()


def klokken(dossier):
    return {t.pk: (t.regel, t.status, t.uiterste_datum, t.datum_gehaald) for t in dossier.termijnen.all()}


def test_niet_erkend_in_the_wrong_dossier_leaves_no_trace_in_its_clocks(in_uitvoering, consulent):
    voor = klokken(in_uitvoering)
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)

    trek_in(in_uitvoering, consulent)

    assert (in_uitvoering.status, in_uitvoering.uht_status) == ("uitvoering", "erkend")
    assert {pk: klok for pk, klok in klokken(in_uitvoering).items() if pk in voor} == voor
    assert set(standen(in_uitvoering, *AFBOUW).values()) == {"vervallen"}
    assert in_uitvoering.events.first().tekst == (
        "UHT-status ingetrokken: niet erkend per 4 mei 2026. De status bij UHT is nu: erkend. De acclimatisatie is"
        " gestopt. Het dossier staat weer op 'Uitvoering' en de termijnen lopen weer."
    )


def test_first_clocks_run_again(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 1), bsn="")
    voor = klokken(dossier)
    meld_niet_erkend(dossier, consulent, GEMELD)
    assert set(standen(dossier, "eerste_contact", "eerste_gesprek").values()) == {"vervallen"}

    trek_in(dossier, consulent, on=GEMELD)

    assert dossier.status == "aanmelding"
    assert {pk: klok for pk, klok in klokken(dossier).items() if pk in voor} == voor


def test_clock_that_was_met_meanwhile_stays_met(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 1), bsn="")
    meld_niet_erkend(dossier, consulent, GEMELD)
    contact_vastleggen(
        dossier=dossier, datum=date(2026, 5, 5), kanaal=Kanaal.TELEFOON, uitkomst=Contactuitkomst.GESPROKEN, tekst="",
        by=consulent, at=moment(LATER), on=LATER,
    )  # fmt: skip

    trek_in(dossier, consulent)

    assert dossier.termijnen.get(regel="eerste_contact").datum_gehaald == date(2026, 5, 5)


def test_day_that_passed_meanwhile_is_late_or_over(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)

    trek_in(in_uitvoering, consulent, on=date(2027, 1, 1))

    assert standen(in_uitvoering, *VENSTERS) == {"besluiten": "lopend", "materiele_verstrekking": "voorbij"}


def test_nazorg_goes_on_with_what_was_planned(in_nazorg, consulent):
    voor, on = klokken(in_nazorg), date(2027, 3, 1)
    meld_niet_erkend(in_nazorg, consulent, on)
    stop_nazorg(in_nazorg, consulent, on)

    trek_in(in_nazorg, consulent, on=on)

    assert in_nazorg.status == "nazorg"
    voorbij = in_nazorg.termijnen.get(regel="materiele_verstrekking")
    voor[voorbij.pk] = (voorbij.regel, "voorbij", date(2026, 9, 12), None)  # its last day has passed by now
    assert {pk: klok for pk, klok in klokken(in_nazorg).items() if pk in voor} == voor
    in_nazorg.nazorg.refresh_from_db()
    assert (in_nazorg.nazorg.afgesloten_op, in_nazorg.nazorg.gestopt_op) == (None, None)
    assert set(standen(in_nazorg, *AFBOUW).values()) == {"vervallen"}


def test_clocks_that_stood_still_after_a_death_stand_still_again(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 1), bsn="")
    na = {"by": consulent, "at": moment(GEMELD), "on": GEMELD}
    overlijden_vastleggen(dossier=dossier, datum=GEMELD, bron="zijn zus", **na)
    meld_niet_erkend(dossier, consulent, GEMELD)

    trek_in(dossier, consulent, on=GEMELD)

    termijn = dossier.termijnen.get(regel="eerste_contact")
    assert (termijn.status, termijn.invoer["stil"]) == ("vervallen", "overlijden")
    overlijden_herstellen(dossier=dossier, reden="Vergissing", **na)
    assert standen(dossier, "eerste_contact") == {"eerste_contact": "lopend"}


def test_day_the_gemeente_heard_it_moves_the_30_days(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    rij = in_uitvoering.uht_wijzigingen.get(status="niet erkend")
    dag = date(2026, 5, 6)

    uht_status_wijzigen(
        wijziging=rij, wijzigingen={"datum_gemeld": dag}, reden="Typefout", by=consulent, at=moment(LATER), on=LATER
    )

    assert Acclimatisatie.objects.get().datum_gemeld == dag
    einden = in_uitvoering.termijnen.filter(regel__in=["acclimatisatie", "nieuwe_kosten"])
    assert set(einden.values_list("uiterste_datum", flat=True)) == {date(2026, 6, 5)}
    assert in_uitvoering.events.first().tekst.endswith("De acclimatisatie loopt vanaf 6 mei 2026.")


def test_withdrawing_toch_erkend_starts_the_wind_down_again(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    toch_erkend(in_uitvoering, consulent)
    hervat(in_uitvoering, consulent)
    rij = in_uitvoering.uht_wijzigingen.get(status="erkend", datum_feit=LATER)

    uht_status_intrekken(wijziging=rij, reden="Ander dossier", by=consulent, at=moment(LATER), on=LATER)

    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, in_uitvoering.uht_status) == ("acclimatisatie", "niet erkend")
    assert (Acclimatisatie.objects.get().datum_gemeld, Acclimatisatie.objects.get().hervat_op) == (GEMELD, None)
    assert standen(in_uitvoering, "acclimatisatie", *VENSTERS) == {
        "acclimatisatie": "lopend",
        "besluiten": "vervallen",
        "materiele_verstrekking": "vervallen",
    }


def test_toch_erkend_waits_for_who_takes_the_support_up(in_uitvoering, consulent, snelle_pdf):
    voor = klokken(in_uitvoering)
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    toch_erkend(in_uitvoering, consulent)

    assert in_uitvoering.status == "acclimatisatie"
    assert volgende_stap(in_uitvoering, consulent, LATER).knop == "Ondersteuning hervatten"
    with pytest.raises(ActieFout) as fout:
        stop(in_uitvoering, consulent, grond="niet_erkend", datum=LATER)
    assert str(fout.value) == NIET_BEEINDIGEN

    hervat(in_uitvoering, consulent)

    assert in_uitvoering.status == "uitvoering"
    assert {pk: klok for pk, klok in klokken(in_uitvoering).items() if pk in voor} == voor
    punt = Controlepunt.objects.get(tekst=TOCH_ERKEND)
    assert (punt.afgehandeld_door, punt.toelichting) == (consulent, "De ondersteuning is hervat.")
    event = in_uitvoering.events.first()
    assert (event.soort, event.reden) == ("hervat", "UHT besloot op bezwaar")


@pytest.mark.parametrize(
    ("erkend", "toelichting", "melding"),
    [
        (False, "x", "De status bij UHT is: niet erkend. Leg eerst de nieuwe status van UHT vast."),
        (True, " ", "Schrijf op waarom de ondersteuning weer begint."),
    ],
)
def test_hervatten_is_refused(in_uitvoering, consulent, erkend, toelichting, melding):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    if erkend:
        toch_erkend(in_uitvoering, consulent)

    with pytest.raises(ActieFout) as fout:
        hervat(in_uitvoering, consulent, toelichting=toelichting)

    assert str(fout.value).startswith(melding)
    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "acclimatisatie"


def test_second_message_starts_again_with_the_same_row(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    trek_in(in_uitvoering, consulent)

    meld_niet_erkend(in_uitvoering, consulent, date(2026, 6, 1))

    rij = Acclimatisatie.objects.get()
    assert (rij.datum_gemeld, rij.hervat_op, rij.stond_op) == (date(2026, 6, 1), None, "uitvoering")
    assert in_uitvoering.termijnen.get(regel="acclimatisatie").uiterste_datum == date(2026, 7, 1)


def test_older_message_than_what_is_known_is_refused(in_uitvoering, consulent):
    with pytest.raises(ActieFout, match="Er is een latere status bekend: erkend vanaf 2 maart 2026") as fout:
        meld_niet_erkend(in_uitvoering, consulent, GEMELD, feit=date(2026, 3, 1))

    rij = in_uitvoering.uht_wijzigingen.get()
    assert fout.value.url == reverse("uht_status_intrekken", args=[in_uitvoering.nummer, rij.pk])


def test_night_prepares_no_end_for_who_is_erkend_after_all(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    toch_erkend(in_uitvoering, consulent)
    dag = date(2026, 6, 3)

    assert zet_klaar(gemeente=in_uitvoering.gemeente, dag=dag, at=moment(dag)) == 0
    rij = in_uitvoering.uht_wijzigingen.get(status="erkend", datum_feit=LATER)
    uht_status_intrekken(wijziging=rij, reden="Fout", by=consulent, at=moment(dag), on=dag)
    assert zet_klaar(gemeente=in_uitvoering.gemeente, dag=dag, at=moment(dag)) == 1


def test_dossier_is_no_longer_bound_to_its_number_by_a_mistake(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 1), bsn="")
    meld_niet_erkend(dossier, consulent, GEMELD)
    assert [binding.wat for binding in bindingen(dossier)] == ["een beëindiging of nazorg"]

    trek_in(dossier, consulent)

    assert list(bindingen(dossier)) == []


def test_page_says_which_clocks_run_again_and_takes_the_support_up(client, in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    url = reverse("hervatten", args=[in_uitvoering.nummer])
    client.force_login(consulent)

    nog_niet = client.get(url)
    assert (nog_niet.context["heeft_recht"], "Volgens UHT is er nog geen recht." in nog_niet.text) == (False, True)
    assert 'name="toelichting"' not in nog_niet.text
    toch_erkend(in_uitvoering, consulent)

    pagina = client.get(url)
    assert [termijn.regel for _, termijn, _ in pagina.context["klokken"]] == ["materiele_verstrekking", "besluiten"]
    assert "<strong>Uitvoering</strong>" in pagina.text
    assert client.get(reverse("beeindigen", args=[in_uitvoering.nummer])).url == url
    antwoord = client.post(url, {"toelichting": "UHT besloot op bezwaar"}, follow=True)

    berichten = [str(bericht) for bericht in antwoord.context["messages"]]
    assert berichten == [NIET_BEEINDIGEN, "De ondersteuning is hervat. Het dossier staat weer op 'Uitvoering'."]


def test_page_of_withdrawing_says_what_becomes_of_the_dossier(client, in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    rij = in_uitvoering.uht_wijzigingen.get(status="niet erkend")
    client.force_login(consulent)
    url = reverse("uht_status_intrekken", args=[in_uitvoering.nummer, rij.pk])

    assert client.get(url).context["gevolgen"] == [
        "De status bij UHT wordt: erkend.",
        "De acclimatisatie stopt. Het dossier gaat terug naar 'Uitvoering' en de termijnen lopen weer.",
    ]
    client.post(url, {"reden": "Verkeerd dossier"})

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "uitvoering"
