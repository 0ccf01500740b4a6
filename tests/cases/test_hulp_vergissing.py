"""A no to help that was never said is undone: clocks, status and what was planned go on as before."""

from datetime import date, time

import pytest
from django.urls import reverse

from cases.actions import overlijden
from cases.actions.afspraak import afspraak_afzeggen, afspraak_plannen
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten, hulp_vergissing
from cases.actions.taak import taak_maken
from cases.actions.verificatie import verificatie_vastleggen, verificatie_vragen
from cases.keuzes import (
    AfspraakSoort,
    Contactuitkomst,
    Kanaal,
    UhtStatus,
    VerificatieAntwoord,
    VerificatieKanaal,
    WilOndersteuning,
)
from cases.models import Aanmelding, Dossier, Termijn
from cases.termijnstatus import NIET_KLAAR
from tests.factories import moment

ON = date(2026, 3, 20)
LATER = date(2026, 4, 1)
GESPREK = date(2026, 3, 27)
HERINNERING = date(2026, 3, 26)


def stand(dossier):
    return {
        (t.regel, t.aanleiding): (t.start, t.uiterste_datum, t.status, t.datum_gehaald)
        for t in Termijn.objects.filter(dossier=dossier)
    }


def loopt(dossier):
    return Termijn.objects.filter(dossier=dossier, status__in=NIET_KLAAR).exists()


def weiger(dossier, by, on=ON):
    hulp_afwijzen(
        dossier=dossier, wil=WilOndersteuning.LATER, datum=on, toelichting="Te druk", by=by, at=moment(on), on=on
    )


def herstel(dossier, by, on=ON, reden="Verkeerde knop"):
    return hulp_vergissing(dossier=dossier, reden=reden, by=by, at=moment(on, 15), on=on)


def plan(dossier, by, datum=GESPREK):
    gegevens = {"datum": datum, "tijd": time(10, 0), "kanaal": Kanaal.KANTOOR, "herinneren_op": HERINNERING}
    soort = AfspraakSoort.EERSTE_GESPREK
    return afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=moment(ON), on=ON)


def spreek(dossier, by):
    wat = {"kanaal": Kanaal.TELEFOON, "uitkomst": Contactuitkomst.GESPROKEN, "tekst": ""}
    contact_vastleggen(dossier=dossier, datum=date(2026, 3, 12), **wat, by=by, at=moment(ON), on=ON)


def bevestig(dossier, by):
    dag = date(2026, 3, 13)
    wat = {"kanaal": VerificatieKanaal.TELEFOON, "antwoord": VerificatieAntwoord.BEVESTIGD}
    verificatie_vastleggen(dossier=dossier, datum_gevraagd=dag, datum_antwoord=dag, **wat, by=by, at=moment(ON), on=ON)


def vraag(dossier, by):
    dag = date(2026, 3, 19)
    kanaal = VerificatieKanaal.VRAAGBESTAND
    verificatie_vragen(dossier=dossier, datum_gevraagd=dag, kanaal=kanaal, by=by, at=moment(ON), on=ON)


def taken(dossier):
    return {(taak.soort, taak.wat) for taak in dossier.taken.open()}


@pytest.mark.parametrize(
    ("vooraf", "status"),
    [((), "aanmelding"), ((spreek,), "aanmelding"), ((vraag,), "aanmelding"), ((spreek, bevestig), "eerste_gesprek")],
    ids=["nothing", "contact", "open question to UHT", "confirmed"],
)
def test_clocks_and_status_are_as_before(dossier, consulent, vooraf, status):
    for stap in vooraf:
        stap(dossier, consulent)
    Termijn.objects.filter(status="lopend", uiterste_datum__lt=ON).update(status="te_laat")  # as the night does
    voor, wilde = stand(dossier), dossier.aanmelding.wil_ondersteuning
    weiger(dossier, consulent)
    assert not loopt(dossier)

    herstel(dossier, consulent)

    dossier.refresh_from_db()
    assert (stand(dossier), dossier.status, Aanmelding.objects.get().wil_ondersteuning) == (voor, status, wilde)
    event = dossier.events.first()
    assert (event.soort, event.reden, event.tekst) == (
        "hulp_vergissing",
        "Verkeerde knop",
        "'Wil nu geen hulp' was een vergissing. De termijnen lopen weer zoals daarvoor.",
    )
    assert dossier.events.filter(soort="hulp_afgewezen").count() == 1


def test_no_of_before_this_version_is_undone_too(dossier, consulent):
    """Such a clock says nothing of why it dropped, nor its event of what was planned."""
    spreek(dossier, consulent)
    voor = stand(dossier)
    weiger(dossier, consulent)
    dossier.events.filter(soort="hulp_afgewezen").update(gegevens={"datum": ON.isoformat()})
    for termijn in Termijn.objects.filter(dossier=dossier, status="vervallen"):
        termijn.invoer = {veld: waarde for veld, waarde in termijn.invoer.items() if veld not in ("stil", "was")}
        termijn.save()

    herstel(dossier, consulent)

    assert stand(dossier) == voor


def test_undone_after_the_last_day_the_clock_is_late(dossier, consulent):
    weiger(dossier, consulent)

    herstel(dossier, consulent, on=date(2026, 6, 1))

    assert {t.regel: t.status for t in Termijn.objects.filter(dossier=dossier)} == {
        "eerste_contact": "te_laat",
        "eerste_gesprek": "te_laat",
    }


def test_what_was_planned_stops_and_own_taken_stay(dossier, consulent):
    afspraak = plan(dossier, consulent)
    taak_maken(
        gemeente=dossier.gemeente, dossier=dossier, wat="In juni weer bellen", datum=date(2026, 6, 1), voor=consulent,
        by=consulent, at=moment(ON), on=ON,
    )  # fmt: skip

    weiger(dossier, consulent)

    afspraak.refresh_from_db()
    assert afspraak.status == "afgezegd"
    assert taken(dossier) == {("eigen", "In juni weer bellen")}
    assert dossier.events.first().tekst.endswith("De termijnen zijn vervallen. Wat gepland was, gaat niet door.")


def verder(dossier, by, on):
    hulp_hervatten(dossier=dossier, datum=on, toelichting="", by=by, at=moment(on, 15), on=on)


@pytest.mark.parametrize("terug", [herstel, verder])
@pytest.mark.parametrize(("on", "weer"), [(ON, True), (GESPREK, True), (LATER, False)])
def test_what_is_still_to_come_stands_again(dossier, consulent, terug, on, weer):
    afspraak = plan(dossier, consulent)
    voor = taken(dossier)
    weiger(dossier, consulent)

    terug(dossier, consulent, on)

    afspraak.refresh_from_db()
    assert (afspraak.status, taken(dossier)) == (("gepland", voor) if weer else ("afgezegd", set()))


def test_what_was_cancelled_before_the_no_stays_off(dossier, consulent):
    afspraak = plan(dossier, consulent)
    afspraak_afzeggen(afspraak=afspraak, reden="Ziek", by=consulent, at=moment(ON))
    weiger(dossier, consulent)

    herstel(dossier, consulent)

    afspraak.refresh_from_db()
    assert (afspraak.status, taken(dossier)) == ("afgezegd", set())


def overlijdt(dossier, by):
    wat = {"datum": date(2026, 3, 15), "bron": "zijn zus"}
    overlijden.overlijden_vastleggen(dossier=dossier, **wat, by=by, at=moment(ON, 11), on=ON)


def leeft(dossier, by):
    overlijden.overlijden_herstellen(dossier=dossier, reden="De buurman", by=by, at=moment(ON, 14), on=ON)


@pytest.mark.parametrize(
    "stappen",
    [
        (weiger, overlijdt, herstel, leeft),
        (weiger, overlijdt, leeft, herstel),
        (overlijdt, weiger, herstel, leeft),
        (overlijdt, weiger, leeft, herstel),
    ],
    ids=lambda stappen: "-".join(stap.__name__ for stap in stappen),
)
def test_death_and_no_undone_in_any_order_bring_all_back_once_both_are_gone(dossier, consulent, stappen):
    spreek(dossier, consulent)
    afspraak = plan(dossier, consulent)
    voor, taken_voor = stand(dossier), taken(dossier)

    for stap in stappen[:-1]:
        stap(Dossier.objects.get(pk=dossier.pk), consulent)
    assert not loopt(dossier)
    assert taken(dossier) == set()
    stappen[-1](Dossier.objects.get(pk=dossier.pk), consulent)

    afspraak.refresh_from_db()
    assert (stand(dossier), afspraak.status, taken(dossier)) == (voor, "gepland", taken_voor)


@pytest.mark.parametrize(
    ("uht", "reden", "melding"),
    [
        (UhtStatus.ERKEND, " ", "Schrijf op waarom 'Wil nu geen hulp' niet klopt."),
        (UhtStatus.NIET_ERKEND, "Fout", "de status bij UHT is niet erkend. Dan is er geen recht op ondersteuning."),
    ],
)
def test_undoing_that_can_not_be_changes_nothing(dossier, consulent, uht, reden, melding):
    weiger(dossier, consulent)
    Dossier.objects.update(uht_status=uht)

    with pytest.raises(ActieFout, match=melding):
        herstel(dossier, consulent, reden=reden)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.events.first().soort) == ("geen_hulp", "hulp_afgewezen")


def test_day_before_the_no_leads_to_the_other_way_out(dossier, consulent):
    weiger(dossier, consulent)

    with pytest.raises(ActieFout, match=r"Heeft de inwoner dat nooit gezegd\? Kies dan 'Dit was een vergissing'"):
        hulp_hervatten(dossier=dossier, datum=date(2026, 3, 19), toelichting="", by=consulent, at=moment(ON), on=ON)


def test_page_is_reached_from_the_step_and_the_aanmelding_and_undoes_it(pagina, dossier, consulent):
    weiger(dossier, consulent)
    url = reverse("hulp_vergissing", args=[dossier.nummer])
    for bladzijde in (dossier.get_absolute_url(), reverse("aanmelding", args=[dossier.nummer])):
        assert f'href="{url}">Dit was een vergissing' in pagina.get(bladzijde).text

    antwoord = pagina.post(url, {"reden": "Verkeerde knop"})

    assert antwoord["Location"] == dossier.get_absolute_url()
    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"
    assert pagina.get(url)["Location"] == dossier.get_absolute_url()


def test_contact_that_was_noted_in_between_meets_its_clock_when_help_is_taken_up(dossier, consulent):
    weiger(dossier, consulent)
    spreek(dossier, consulent)

    verder(Dossier.objects.get(pk=dossier.pk), consulent, LATER)

    assert {t.regel: (t.start, t.status) for t in Termijn.objects.filter(dossier=dossier)} == {
        "eerste_contact": (date(2026, 3, 2), "te_laat_gehaald"),
        "eerste_gesprek_na_contact": (LATER, "lopend"),
        "eerste_gesprek": (LATER, "lopend"),
    }
