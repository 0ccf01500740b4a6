"""Every gesprek is kept: recorded, corrected, withdrawn; hulpvragen with urgentie; the report of a driegesprek."""

from datetime import date, time

import pytest
import time_machine

from cases.actions import gesprekken
from cases.actions import hulpvragen as acties
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.driegesprekken import driegesprek_vastleggen, driegesprek_wijzigen
from cases.keuzes import AfspraakSoort, Contactuitkomst, Kanaal, Leefgebied, Urgentie
from cases.models import Afspraak, DossierEvent, Driegesprek, Gesprek, Hulpvraag, Termijn
from planvanaanpak.actions.plan import plan_openen
from planvanaanpak.planbron import hulpvragen_van
from spuk.feiten_bron import lees_feiten
from tests.factories import moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}


def houd_eerste(dossier, by, *, datum=date(2026, 3, 12), hulpvragen=None, **anders):
    return gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen=hulpvragen or {Leefgebied.WONEN: "De vloer is kapot.", Leefgebied.ZORG: "Ik slaap slecht."},
        by=by,
        **NA,
        **anders,
    )


def houd(dossier, by, *, datum=date(2026, 3, 18), hulpvragen=None, urgentie=None, **anders):
    return gesprekken.gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.KANTOOR,
        aanwezig="Een tolk",
        verslag="Verder gepraat.",
        hulpvragen=hulpvragen or {},
        urgentie=urgentie or {},
        by=by,
        **NA,
        **anders,
    )


def trek_in(gesprek, by, reden="Hoort bij een ander."):
    return gesprekken.gesprek_intrekken(gesprek=gesprek, reden=reden, by=by, **NA)


def contact(dossier, by, datum):
    contact_vastleggen(
        dossier=dossier, datum=datum, kanaal=Kanaal.TELEFOON, uitkomst=Contactuitkomst.GESPROKEN, tekst="", by=by, **NA
    )


def driegesprek(dossier, by, **anders):
    velden = {"aanvrager": "De inwoner", "plaats": "Online", "deelnemers": "UHT", "onderwerpen": "Uitleg"}
    derde = Driegesprek.Derde.UHT
    return driegesprek_vastleggen(
        dossier=dossier, datum=date(2026, 3, 18), derde=derde, verslag="", **velden, by=by, **NA, **anders
    )


def termijn(dossier, regel):
    t = Termijn.objects.get(dossier=dossier, regel=regel)
    return t.status, t.datum_gehaald


def hulpvragen(dossier):
    return {h.leefgebied: (h.tekst, h.urgentie) for h in Hulpvraag.objects.filter(dossier=dossier).geldend()}


def test_eerste_gesprek_keeps_who_was_there_and_how_urgent_each_hulpvraag_is(dossier, consulent):
    gesprek = houd_eerste(dossier, consulent, aanwezig="Haar zus", urgentie={Leefgebied.WONEN: Urgentie.ACUUT})

    assert gesprek.aanwezig == "Haar zus"
    assert hulpvragen(dossier) == {
        "wonen": ("De vloer is kapot.", "acuut"),
        "zorg": ("Ik slaap slecht.", "gewoon"),
    }


def test_further_gesprek_starts_no_clock_and_moves_nothing(dossier, consulent):
    houd_eerste(dossier, consulent)
    voor = list(Termijn.objects.order_by("pk").values_list())

    gesprek = houd(dossier, consulent)

    dossier.refresh_from_db()
    assert (gesprek.is_eerste_gesprek, gesprek.aanwezig, dossier.datum_eerste_gesprek) == (
        False,
        "Een tolk",
        date(2026, 3, 12),
    )
    assert list(Termijn.objects.order_by("pk").values_list()) == voor
    assert DossierEvent.objects.latest("pk").tekst == "Gesprek gehouden op 18 maart 2026."


def test_hulpvraag_of_a_later_gesprek_takes_the_place_of_that_leefgebied_only(dossier, consulent):
    houd_eerste(dossier, consulent)

    houd(
        dossier,
        consulent,
        hulpvragen={Leefgebied.WONEN: "Wij moeten er uit.", Leefgebied.WERK: "Ik zoek werk.", Leefgebied.GEZIN: " "},
        urgentie={Leefgebied.WONEN: Urgentie.DRINGEND},
    )

    assert hulpvragen(dossier) == {
        "wonen": ("Wij moeten er uit.", "dringend"),
        "werk": ("Ik zoek werk.", "gewoon"),
        "zorg": ("Ik slaap slecht.", "gewoon"),
    }
    assert Hulpvraag.objects.count() == 4  # what was asked first is kept with its own gesprek
    assert DossierEvent.objects.latest("pk").tekst == (
        "Gesprek gehouden op 18 maart 2026. Hulpvraag vastgelegd bij: wonen, werk."
    )


def test_new_plan_starts_with_the_hulpvragen_that_hold_now(dossier, consulent):
    houd_eerste(dossier, consulent)
    laatste = houd(dossier, consulent, hulpvragen={Leefgebied.WONEN: "Wij moeten er uit."})
    assert hulpvragen_van(dossier) == {"wonen": "Wij moeten er uit.", "zorg": "Ik slaap slecht."}

    trek_in(laatste, consulent)

    plan = plan_openen(dossier=dossier, by=consulent, at=moment(ON))
    assert dict(plan.leefgebieden.exclude(hulpvraag="").values_list("leefgebied", "hulpvraag")) == {
        "wonen": "De vloer is kapot.",
        "zorg": "Ik slaap slecht.",
    }


def test_hulpvraag_before_there_is_an_eerste_gesprek_is_refused(dossier, consulent):
    with pytest.raises(ActieFout, match="Er is nog geen eerste gesprek"):
        houd(dossier, consulent, hulpvragen={Leefgebied.WONEN: "De vloer is kapot."})

    assert (Gesprek.objects.count(), Hulpvraag.objects.count()) == (0, 0)


def test_gesprek_sent_twice_is_kept_once(dossier, consulent):
    with time_machine.travel(moment(ON), tick=False):
        assert houd(dossier, consulent) == houd(dossier, consulent)

    assert DossierEvent.objects.filter(soort="gesprek").count() == 1


@pytest.mark.parametrize(
    ("datum", "melding"),
    [(date(2026, 3, 21), "in de toekomst"), (date(2026, 3, 1), "vóór de aanmelding")],
    ids=["future", "before-aanmelding"],
)
def test_gesprek_on_an_impossible_day_is_refused(dossier, consulent, datum, melding):
    with pytest.raises(ActieFout, match=melding):
        houd(dossier, consulent, datum=datum)


def test_gesprek_before_any_contact_is_the_first_contact(dossier, consulent):
    houd(dossier, consulent, datum=date(2026, 3, 6))

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 6)
    assert termijn(dossier, "eerste_contact") == ("gehaald", date(2026, 3, 6))
    assert termijn(dossier, "eerste_gesprek_na_contact") == ("lopend", None)


def test_withdrawing_the_only_contact_lets_its_clock_run_again(dossier, consulent):
    gesprek = houd(dossier, consulent, datum=date(2026, 3, 6))

    trek_in(gesprek, consulent)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact is None
    assert termijn(dossier, "eerste_contact") == ("te_laat", None)
    assert termijn(dossier, "eerste_gesprek_na_contact") == ("vervallen", None)


def test_withdrawing_a_gesprek_gives_the_first_contact_back_to_the_contact(dossier, consulent):
    contact(dossier, consulent, date(2026, 3, 10))
    gesprek = houd(dossier, consulent, datum=date(2026, 3, 6))
    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 6)

    trek_in(gesprek, consulent)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 10)
    assert termijn(dossier, "eerste_contact") == ("te_laat_gehaald", date(2026, 3, 10))


def test_withdrawn_gesprek_keeps_its_reason_and_counts_no_more(dossier, consulent):
    houd_eerste(dossier, consulent)
    gesprek = houd(dossier, consulent, hulpvragen={Leefgebied.WERK: "Ik zoek werk."})

    trek_in(gesprek, consulent, reden=" Hoort bij een ander. ")

    gesprek.refresh_from_db()
    assert (gesprek.ingetrokken_reden, gesprek.ingetrokken_door, gesprek.ingetrokken_op) == (
        "Hoort bij een ander.",
        consulent,
        moment(ON),
    )
    assert list(hulpvragen(dossier)) == ["wonen", "zorg"]
    assert dossier.gesprekken.geldig().count() == 1
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst, event.reden) == (
        "gesprek_ingetrokken",
        "Gesprek van 18 maart 2026 ingetrokken.",
        "Hoort bij een ander.",
    )


def test_eerste_gesprek_is_withdrawn_by_an_action_of_its_own(dossier, consulent):
    gesprek = houd_eerste(dossier, consulent)

    with pytest.raises(ActieFout, match="Kies 'Eerste gesprek intrekken'"):
        trek_in(gesprek, consulent)

    gesprek.refresh_from_db()
    assert not gesprek.is_ingetrokken


def test_withdrawing_needs_a_reason_and_is_done_once(dossier, consulent):
    gesprek = houd(dossier, consulent)
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        trek_in(gesprek, consulent, reden="  ")

    trek_in(gesprek, consulent)

    with pytest.raises(ActieFout, match="Dit gesprek is ingetrokken"):
        trek_in(gesprek, consulent)


def wijzig(gesprek, by, **wijzigingen):
    return gesprekken.gesprek_wijzigen(gesprek=gesprek, wijzigingen=wijzigingen, reden="Klopte niet.", by=by, **NA)


def test_gesprek_is_corrected_with_its_trail(dossier, consulent):
    gesprek = houd(dossier, consulent, datum=date(2026, 3, 6))

    wijzig(gesprek, consulent, datum=date(2026, 3, 9), aanwezig="Haar zus", verslag="Anders.")

    gesprek.refresh_from_db()
    dossier.refresh_from_db()
    assert (gesprek.datum, gesprek.aanwezig, gesprek.verslag) == (date(2026, 3, 9), "Haar zus", "Anders.")
    assert dossier.datum_eerste_contact == date(2026, 3, 9)
    assert [h.verslag for h in gesprek.history.order_by("history_id")] == ["Verder gepraat.", "Anders."]
    assert gesprek.history.first().history_change_reason == "Klopte niet."


def test_report_of_the_eerste_gesprek_is_changed_but_not_its_day(dossier, consulent):
    gesprek = houd_eerste(dossier, consulent)

    wijzig(gesprek, consulent, verslag="Lang gesproken.")
    with pytest.raises(ActieFout, match="wijzigt u met 'Eerste gesprek wijzigen'"):
        wijzig(gesprek, consulent, datum=date(2026, 3, 9))

    gesprek.refresh_from_db()
    assert (gesprek.verslag, gesprek.datum) == ("Lang gesproken.", date(2026, 3, 12))


def test_day_of_a_gesprek_can_not_be_in_the_future(dossier, consulent):
    gesprek = houd(dossier, consulent)

    with pytest.raises(ActieFout, match="in de toekomst"):
        wijzig(gesprek, consulent, datum=date(2026, 3, 21))


def test_withdrawn_gesprek_is_not_changed(dossier, consulent):
    gesprek = trek_in(houd(dossier, consulent), consulent)

    with pytest.raises(ActieFout, match=r"Dit gesprek is ingetrokken\. U kunt er niets meer aan wijzigen"):
        wijzig(gesprek, consulent, verslag="Anders.")


def wijzig_vraag(hulpvraag, by, **wijzigingen):
    return acties.hulpvraag_wijzigen(
        hulpvraag=hulpvraag, wijzigingen=wijzigingen, reden="Erger geworden.", by=by, at=moment(ON)
    )


def test_urgentie_of_a_hulpvraag_is_changed_with_its_reason(dossier, consulent):
    houd_eerste(dossier, consulent)
    hulpvraag = dossier.hulpvragen.get(leefgebied="wonen")

    wijzig_vraag(hulpvraag, consulent, urgentie=Urgentie.DRINGEND)

    assert hulpvragen(dossier)["wonen"] == ("De vloer is kapot.", "dringend")
    event = DossierEvent.objects.latest("pk")
    assert (event.tekst, event.reden) == ("Hulpvraag gewijzigd: wonen.", "Erger geworden.")


def test_hulpvraag_can_not_become_empty(dossier, consulent):
    houd_eerste(dossier, consulent)

    with pytest.raises(ActieFout, match="kan niet leeg zijn"):
        wijzig_vraag(dossier.hulpvragen.first(), consulent, tekst="  ")


def test_hulpvraag_of_a_withdrawn_gesprek_is_not_changed(dossier, consulent):
    houd_eerste(dossier, consulent)
    gesprek = houd(dossier, consulent, hulpvragen={Leefgebied.WERK: "Ik zoek werk."})
    trek_in(gesprek, consulent)

    with pytest.raises(ActieFout, match="Het gesprek van deze hulpvraag is ingetrokken"):
        wijzig_vraag(gesprek.hulpvragen.get(), consulent, tekst="Anders.")


def plan_afspraak(dossier, by, soort):
    return Afspraak.objects.create(
        dossier=dossier, soort=soort, datum=date(2026, 3, 18), tijd=time(10), kanaal=Kanaal.KANTOOR, door=by
    )


def test_planned_gesprek_is_held_when_it_is_recorded(dossier, consulent):
    eerste = plan_afspraak(dossier, consulent, AfspraakSoort.EERSTE_GESPREK)
    tweede = plan_afspraak(dossier, consulent, AfspraakSoort.GESPREK)

    gesprek = houd_eerste(dossier, consulent, afspraak=eerste)
    ander = houd(dossier, consulent, afspraak=tweede)

    assert list(Afspraak.objects.order_by("pk").values_list("status", "gesprek")) == [
        ("gehouden", gesprek.pk),
        ("gehouden", ander.pk),
    ]


def test_afspraak_that_was_held_stays_with_its_own_gesprek(dossier, consulent):
    afspraak = plan_afspraak(dossier, consulent, AfspraakSoort.GESPREK)
    gesprek = houd(dossier, consulent, afspraak=afspraak)

    houd(dossier, consulent, datum=date(2026, 3, 19), afspraak=afspraak)

    afspraak.refresh_from_db()
    assert afspraak.gesprek == gesprek


def test_planned_driegesprek_is_held_when_it_is_recorded(dossier, consulent):
    afspraak = plan_afspraak(dossier, consulent, AfspraakSoort.DRIEGESPREK)

    driegesprek(dossier, consulent, afspraak=afspraak)

    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.gesprek) == ("gehouden", None)


def test_report_of_a_driegesprek_is_added_later_and_the_derde_decides_whether_it_counts(gemeente, dossier, consulent):
    gesprek = driegesprek(dossier, consulent)
    assert [d.derde for d in lees_feiten(gemeente).driegesprekken] == [True]

    driegesprek_wijzigen(
        driegesprek=gesprek,
        wijzigingen={"verslag": "UHT belt terug.", "derde": Driegesprek.Derde.GEEN},
        reden="UHT was er niet bij.",
        by=consulent,
        **NA,
    )

    gesprek.refresh_from_db()
    assert gesprek.verslag == "UHT belt terug."
    assert [d.derde for d in lees_feiten(gemeente).driegesprekken] == [False]
    with pytest.raises(ActieFout, match="in de toekomst"):
        driegesprek_wijzigen(
            driegesprek=gesprek, wijzigingen={"datum": date(2026, 3, 21)}, reden="x", by=consulent, **NA
        )


def test_withdrawn_driegesprek_never_counts_and_is_not_changed(gemeente, dossier, consulent):
    gesprek = driegesprek(dossier, consulent)
    gesprek.ingetrokken_op, gesprek.ingetrokken_door, gesprek.ingetrokken_reden = moment(ON), consulent, "Dubbel"
    gesprek.save()

    assert lees_feiten(gemeente).driegesprekken == ()
    with pytest.raises(ActieFout, match="Dit driegesprek is ingetrokken"):
        driegesprek_wijzigen(driegesprek=gesprek, wijzigingen={"verslag": "x"}, reden="x", by=consulent, **NA)
