"""Correcting the eerste gesprek: what hangs on it moves, what was decided stays."""

from datetime import date

import pytest

from cases.actions import gesprekken
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.eerste_gesprek import eerste_gesprek_wijzigen, voorspel_klokken
from cases.actions.klokken import laat_vervallen
from cases.actions.termijnen import haal_termijn
from cases.beleid import VensterVanaf
from cases.invoer import van_json
from cases.keuzes import Contactuitkomst, Kanaal, Leefgebied
from cases.models import DossierEvent, Gesprek, Termijn
from cases.status import Status
from tests.factories import maak_dossier, moment
from tests.wegen import stel_vast

ON = date(2026, 6, 1)


def houd(dossier, by, datum, *, on=ON):
    return gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "De vloer is kapot."},
        by=by,
        at=moment(on),
        on=on,
    )


def nog_een(dossier, by, datum, *, on=ON, hulpvragen=None):
    return gesprekken.gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.KANTOOR,
        aanwezig="",
        verslag="",
        hulpvragen=hulpvragen or {},
        urgentie={},
        by=by,
        at=moment(on),
        on=on,
    )


def wijzig(dossier, gesprek, datum, by, *, on=ON, reden="Verkeerd overgenomen."):
    return eerste_gesprek_wijzigen(
        dossier=dossier, gesprek=gesprek, datum=datum, reden=reden, by=by, at=moment(on), on=on
    )


def stand(dossier):
    return {
        t.regel: (t.start, t.uiterste_datum, t.status, t.datum_gehaald) for t in Termijn.objects.filter(dossier=dossier)
    }


# One real example per row: the day as it was written down and as it really was, with the last days of both. Easter
# Monday 2025 is 21 April; 31 August plus 6 months, and 29 February plus 2 years, are clamped to the end of February.
@pytest.mark.parametrize(
    ("oud", "nieuw", "plan", "spullen", "besluiten"),
    [
        (date(2025, 9, 1), date(2025, 8, 31), date(2025, 10, 27), date(2026, 2, 28), date(2027, 8, 31)),
        (date(2027, 9, 1), date(2027, 8, 31), date(2027, 10, 26), date(2028, 2, 29), date(2029, 8, 31)),
        (date(2028, 3, 1), date(2028, 2, 29), date(2028, 4, 25), date(2028, 8, 29), date(2030, 2, 28)),
        (date(2025, 2, 20), date(2025, 2, 24), date(2025, 4, 22), date(2025, 8, 24), date(2027, 2, 24)),
        (date(2026, 3, 13), date(2026, 3, 12), date(2026, 5, 7), date(2026, 9, 12), date(2028, 3, 12)),
    ],
    ids=["31-august", "31-august-to-leap-day", "leap-day", "end-on-easter-monday", "weekday"],
)
def test_clocks_run_from_the_day_that_it_really_was(gemeente, consulent, oud, nieuw, plan, spullen, besluiten):
    on = max(oud, nieuw)
    dossier = maak_dossier(gemeente, datum=date(oud.year, 1, 6))
    gesprek = houd(dossier, consulent, oud, on=on)

    wijzig(dossier, gesprek, nieuw, consulent, on=on)

    dossier.refresh_from_db()
    assert (dossier.datum_eerste_gesprek, Gesprek.objects.get().datum) == (nieuw, nieuw)
    na = stand(dossier)
    assert na["plan_van_aanpak"][:3] == (nieuw, plan, "lopend")
    assert na["materiele_verstrekking"][:3] == (nieuw, spullen, "lopend")
    assert na["besluiten"][:3] == (nieuw, besluiten, "lopend")
    assert na["eerste_gesprek"][3] == nieuw


def test_correction_and_back_gives_every_clock_as_it_was(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    voor = stand(dossier)

    wijzig(dossier, gesprek, date(2026, 4, 30), consulent)
    tussen = stand(dossier)
    wijzig(dossier, gesprek, date(2026, 3, 12), consulent)

    assert tussen["eerste_gesprek"] == (date(2026, 3, 2), date(2026, 4, 28), "te_laat_gehaald", date(2026, 4, 30))
    assert voor["eerste_gesprek"] == (date(2026, 3, 2), date(2026, 4, 28), "gehaald", date(2026, 3, 12))
    assert stand(dossier) == voor


def test_plan_that_was_te_laat_becomes_op_tijd_and_back(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    haal_termijn(dossier=dossier, regel="plan_van_aanpak", datum=date(2026, 5, 8))
    assert stand(dossier)["plan_van_aanpak"][1:3] == (date(2026, 5, 7), "te_laat_gehaald")

    wijzig(dossier, gesprek, date(2026, 3, 13), consulent)
    op_tijd = stand(dossier)["plan_van_aanpak"]
    wijzig(dossier, gesprek, date(2026, 3, 12), consulent)

    assert op_tijd == (date(2026, 3, 13), date(2026, 5, 8), "gehaald", date(2026, 5, 8))
    assert stand(dossier)["plan_van_aanpak"][1:] == (date(2026, 5, 7), "te_laat_gehaald", date(2026, 5, 8))


def test_open_plan_that_was_late_runs_again(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    assert stand(dossier)["plan_van_aanpak"][2] == "te_laat"

    wijzig(dossier, gesprek, date(2026, 4, 20), consulent)

    assert stand(dossier)["plan_van_aanpak"][1:3] == (date(2026, 6, 15), "lopend")


def test_another_gesprek_becomes_the_first_and_the_clocks_hang_on_it(dossier, consulent):
    eerste = houd(dossier, consulent, date(2026, 3, 12))
    ander = nog_een(dossier, consulent, date(2026, 4, 2))

    wijzig(dossier, ander, date(2026, 4, 2), consulent, reden="Pas toen waren er hulpvragen.")

    gesprekken_ = {g.pk: (g.datum, g.is_eerste_gesprek) for g in Gesprek.objects.all()}
    assert gesprekken_ == {eerste.pk: (date(2026, 3, 12), False), ander.pk: (date(2026, 4, 2), True)}
    hangt = Termijn.objects.filter(dossier=dossier, aanleiding=f"gesprek:{ander.pk}")
    assert {t.regel: t.start for t in hangt} == dict.fromkeys(
        ("plan_van_aanpak", "materiele_verstrekking", "besluiten"), date(2026, 4, 2)
    )
    assert not Termijn.objects.filter(aanleiding=f"gesprek:{eerste.pk}").exists()
    dossier.refresh_from_db()
    assert (dossier.datum_eerste_gesprek, dossier.datum_eerste_contact) == (date(2026, 4, 2), date(2026, 3, 12))


def test_event_says_what_moved_and_why(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    events = DossierEvent.objects.count()

    wijzig(dossier, gesprek, date(2026, 3, 10), consulent, reden="De agenda zei 10 maart.")

    assert DossierEvent.objects.count() == events + 1
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.reden, event.by) == ("eerste_gesprek_gewijzigd", "De agenda zei 10 maart.", consulent)
    assert event.tekst == (
        "Eerste gesprek gewijzigd: 12 maart 2026 wordt 10 maart 2026."
        " Eerste contact: tot en met 9 maart 2026 (te laat gehaald op 12 maart 2026) wordt tot en met 9 maart 2026"
        " (te laat gehaald op 10 maart 2026);"
        " Eerste gesprek: tot en met 28 april 2026 (gehaald op 12 maart 2026) wordt tot en met 28 april 2026"
        " (gehaald op 10 maart 2026);"
        " Plan van aanpak: tot en met 7 mei 2026 (te laat) wordt tot en met 6 mei 2026 (te laat);"
        " Spullen toekennen: tot en met 12 september 2026 (loopt) wordt tot en met 10 september 2026 (loopt);"
        " Besluiten nemen: tot en met 12 maart 2028 (loopt) wordt tot en met 10 maart 2028 (loopt)."
    )
    assert dossier.history.first().history_change_reason == "De agenda zei 10 maart."


def test_looking_ahead_changes_nothing_and_says_what_happens(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    voor = stand(dossier)

    vooruit = voorspel_klokken(dossier, gesprek, date(2026, 3, 10), ON)
    assert stand(dossier) == voor
    gedaan = wijzig(dossier, gesprek, date(2026, 3, 10), consulent)

    assert [v.zin for v in vooruit] == [v.zin for v in gedaan]


def test_clock_from_contact_to_gesprek_follows_both(dossier, consulent):
    contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 9),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    gesprek = houd(dossier, consulent, date(2026, 3, 12))

    wijzig(dossier, gesprek, date(2026, 4, 2), consulent)
    later = stand(dossier)["eerste_gesprek_na_contact"]
    wijzig(dossier, gesprek, date(2026, 3, 5), consulent)

    assert later == (date(2026, 3, 9), date(2026, 3, 30), "te_laat_gehaald", date(2026, 4, 2))
    # The gesprek itself turns out to be the first contact: then there is no clock from contact to gesprek.
    na = stand(dossier)
    assert na["eerste_gesprek_na_contact"][2:] == ("vervallen", None)
    assert na["eerste_contact"][2:] == ("gehaald", date(2026, 3, 5))
    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 5)


def test_gesprek_on_the_day_of_the_contact_keeps_the_clock_between_them(dossier, consulent):
    contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 9),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    gesprek = houd(dossier, consulent, date(2026, 3, 12))

    wijzig(dossier, gesprek, date(2026, 3, 9), consulent)

    assert stand(dossier)["eerste_gesprek_na_contact"][2:] == ("gehaald", date(2026, 3, 9))


def test_clock_that_was_dropped_stays_dropped(dossier, consulent):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    laat_vervallen(dossier=dossier, behalve=("besluiten",), op=date(2026, 3, 12))
    dossier.refresh_from_db()
    dossier.status = Status.NAZORG
    dossier.save()

    wijzig(dossier, gesprek, date(2026, 3, 10), consulent)

    na = stand(dossier)
    assert na["plan_van_aanpak"][1:3] == (date(2026, 5, 6), "vervallen")
    assert na["besluiten"][1:3] == (date(2028, 3, 10), "lopend")


def met_vensters_vanaf(gemeente, waarde):
    gemeente.beleid.update(afwijkingen={"venster_vanaf": waarde})


def test_vensters_stop_for_a_gesprek_before_the_law_and_run_again_after_it(gemeente, consulent):
    met_vensters_vanaf(gemeente, VensterVanaf.GEEN)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprek = houd(dossier, consulent, date(2025, 1, 6), on=date(2025, 1, 6))
    on = date(2025, 1, 7)

    wijzig(dossier, gesprek, date(2024, 12, 30), consulent, on=on)
    ervoor = stand(dossier)
    wijzig(dossier, gesprek, date(2025, 1, 3), consulent, on=on)

    assert {regel: ervoor[regel][2] for regel in ("materiele_verstrekking", "besluiten")} == {
        "materiele_verstrekking": "vervallen",
        "besluiten": "vervallen",
    }
    na = stand(dossier)
    assert na["materiele_verstrekking"][:3] == (date(2025, 1, 3), date(2025, 7, 3), "lopend")
    assert na["besluiten"][:3] == (date(2025, 1, 3), date(2027, 1, 3), "lopend")


def test_vensters_from_the_law_say_so(gemeente, consulent):
    """Not that the eerste gesprek was on 1 January, as it was two weeks before."""
    met_vensters_vanaf(gemeente, VensterVanaf.INGANG_WET)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    houd(dossier, consulent, date(2024, 12, 18), on=date(2024, 12, 18))

    venster = dossier.termijnen.get(regel="besluiten")
    assert venster.som[0] == ["Begin", "ingang van deze termijn in de wet op woensdag 1 januari 2025"]
    assert van_json(venster.invoer).vanaf == "ingang van deze termijn in de wet"


def test_vensters_begin_for_a_gesprek_that_was_after_the_law(gemeente, consulent):
    met_vensters_vanaf(gemeente, VensterVanaf.GEEN)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprek = houd(dossier, consulent, date(2024, 12, 30), on=date(2024, 12, 30))
    assert "besluiten" not in stand(dossier)

    moved = wijzig(dossier, gesprek, date(2025, 1, 2), consulent, on=date(2025, 1, 7))

    assert stand(dossier)["besluiten"][:3] == (date(2025, 1, 2), date(2027, 1, 2), "lopend")
    assert "Besluiten nemen: loopt niet wordt tot en met 2 januari 2027 (loopt)" in [v.zin for v in moved]


def test_besluit_that_was_taken_never_changes(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))
    brief = besluit.snapshot

    wijzig(dossier, dossier.gesprekken.get(), date(2026, 3, 10), consulent)

    besluit.refresh_from_db()
    assert (besluit.snapshot, besluit.datum) == (brief, date(2026, 4, 20))
    assert stand(dossier)["plan_van_aanpak"] == (date(2026, 3, 10), date(2026, 5, 6), "gehaald", date(2026, 4, 20))


@pytest.mark.parametrize(
    ("datum", "reden", "melding"),
    [
        (date(2026, 3, 12), "Fout", "Dit is het eerste gesprek al, met deze datum"),
        (date(2026, 6, 2), "Fout", "kan niet in de toekomst liggen"),
        (date(2026, 3, 1), "Fout", "kan niet vóór de aanmelding van 2 maart 2026 liggen"),
        (date(2026, 3, 10), " ", "Schrijf op waarom u het eerste gesprek wijzigt"),
    ],
    ids=["nothing-changes", "future", "before-aanmelding", "no-reason"],
)
def test_what_can_not_be_is_refused_and_changes_nothing(dossier, consulent, datum, reden, melding):
    gesprek = houd(dossier, consulent, date(2026, 3, 12))
    voor, events = stand(dossier), DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=melding):
        wijzig(dossier, gesprek, datum, consulent, reden=reden)

    dossier.refresh_from_db()
    assert (dossier.datum_eerste_gesprek, stand(dossier)) == (date(2026, 3, 12), voor)
    assert DossierEvent.objects.count() == events


def test_withdrawn_gesprek_can_not_become_the_first(dossier, consulent):
    houd(dossier, consulent, date(2026, 3, 12))
    ander = nog_een(dossier, consulent, date(2026, 4, 2))
    gesprekken.gesprek_intrekken(gesprek=ander, reden="Was een ander.", by=consulent, at=moment(ON), on=ON)

    with pytest.raises(ActieFout, match="Dit gesprek is ingetrokken"):
        wijzig(dossier, ander, date(2026, 4, 2), consulent)


def test_without_an_eerste_gesprek_there_is_nothing_to_change(dossier, consulent):
    gesprek = nog_een(dossier, consulent, date(2026, 3, 12))
    dossier.refresh_from_db()
    dossier.status = Status.ACCLIMATISATIE
    dossier.save()

    with pytest.raises(ActieFout, match="nog geen eerste gesprek"):
        wijzig(dossier, gesprek, date(2026, 3, 12), consulent)


def test_gesprek_of_another_dossier_is_not_found(gemeente, dossier, consulent):
    houd(dossier, consulent, date(2026, 3, 12))
    ander = maak_dossier(gemeente, bsn="123456782")
    vreemd = nog_een(ander, consulent, date(2026, 3, 12))

    with pytest.raises(Gesprek.DoesNotExist):
        wijzig(dossier, vreemd, date(2026, 3, 12), consulent)


def test_beleid_without_the_terms_of_contact_gets_none(andere_gemeente, consulent):
    dossier = maak_dossier(andere_gemeente)
    gesprek = houd(dossier, consulent, date(2026, 3, 12))

    verschoven = wijzig(dossier, gesprek, date(2026, 3, 10), consulent)

    assert [v.na.regel for v in verschoven] == [
        "eerste_gesprek",
        "plan_van_aanpak",
        "materiele_verstrekking",
        "besluiten",
    ]


def test_no_clock_begins_after_the_support_has_ended(gemeente, consulent):
    met_vensters_vanaf(gemeente, VensterVanaf.GEEN)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprek = houd(dossier, consulent, date(2024, 12, 30), on=date(2024, 12, 30))
    dossier.refresh_from_db()
    dossier.status = Status.NAZORG
    dossier.save()

    wijzig(dossier, gesprek, date(2025, 1, 2), consulent, on=date(2025, 1, 7))

    assert "besluiten" not in stand(dossier)


def test_vensters_that_were_off_come_back_after_the_support_ended_too(gemeente, consulent):
    met_vensters_vanaf(gemeente, VensterVanaf.GEEN)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprek = houd(dossier, consulent, date(2025, 1, 6), on=date(2025, 1, 6))
    dossier.refresh_from_db()
    dossier.status = Status.NAZORG
    dossier.save()

    wijzig(dossier, gesprek, date(2024, 12, 30), consulent, on=date(2025, 1, 7))
    ervoor = stand(dossier)["besluiten"][2]
    wijzig(dossier, gesprek, date(2025, 1, 6), consulent, on=date(2025, 1, 7))

    assert ervoor == "vervallen"
    assert stand(dossier)["besluiten"][:3] == (date(2025, 1, 6), date(2027, 1, 6), "lopend")


def test_venster_that_was_off_is_dropped_for_good_when_the_support_ends(gemeente, consulent):
    met_vensters_vanaf(gemeente, VensterVanaf.GEEN)
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprek = houd(dossier, consulent, date(2025, 1, 6), on=date(2025, 1, 6))
    wijzig(dossier, gesprek, date(2024, 12, 30), consulent, on=date(2025, 1, 7))
    laat_vervallen(dossier=dossier, behalve=(), op=date(2025, 1, 7))

    wijzig(dossier, gesprek, date(2025, 1, 6), consulent, on=date(2025, 1, 7))

    assert stand(dossier)["besluiten"][2] == "vervallen"
