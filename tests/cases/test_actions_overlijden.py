"""A death, once noted, stops letters, calls and reminders at once; undone, all goes on as before."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from cases.actions.afspraak import afspraak_plannen
from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.contact import contact_vastleggen
from cases.actions.digest import verstuur_digests
from cases.actions.eerste_gesprek import eerste_gesprek_wijzigen
from cases.actions.overlijden import overlijden_herstellen, overlijden_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.actions.verbeteren import contact_wijzigen
from cases.keuzes import AfspraakSoort, AfspraakStatus, Contactuitkomst, Kanaal
from cases.models import Afspraak, DossierEvent, Persoon, Signaal, Taak, Termijn
from cases.register import alle_regels
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from nazorg.actions.beeindigen import beeindigen
from nazorg.actions.nazorg import nazorgcontact_vastleggen
from planvanaanpak.actions import besluit as besluiten
from tests.factories import moment
from tests.wegen import behaal_doelen, maak_volledig_plan, stel_vast, voer_eerste_gesprek

ON = date(2026, 3, 20)
STERFDAG = date(2026, 3, 15)
GESPREK = date(2026, 3, 12)


def meld(dossier, by, datum=STERFDAG, on=ON, bron="zijn zus"):
    return overlijden_vastleggen(dossier=dossier, datum=datum, bron=bron, by=by, at=moment(on), on=on)


def herstel(dossier, by, on=ON):
    return overlijden_herstellen(dossier=dossier, reden="Was de buurman", by=by, at=moment(on), on=on)


def standen(dossier):
    return {(t.regel, t.aanleiding): t.status for t in Termijn.objects.filter(dossier=dossier)}


def lopende(dossier):
    return {t.regel for t in Termijn.objects.filter(dossier=dossier, status__in=["lopend", "te_laat", "verwacht"])}


def taak_en_afspraak(dossier, by, datum=date(2026, 3, 30)):
    taak = Taak.objects.create(gemeente=dossier.gemeente, dossier=dossier, voor=by, wat="Bellen", datum=datum, door=by)
    afspraak = Afspraak.objects.create(
        dossier=dossier, soort=AfspraakSoort.GESPREK, datum=datum, kanaal=Kanaal.KANTOOR, door=by
    )
    return taak, afspraak


def test_these_rules_stop_at_a_death():
    assert {regel.code for regel in alle_regels() if regel.stopt_bij_overlijden} == {
        "eerste_contact",
        "eerste_gesprek_na_contact",
        "eerste_gesprek",
        "plan_van_aanpak",
        "hersteltermijn",
        "buiten_behandeling",
        "beeindiging",
        "nazorg_contact",
        "saneringskrediet",
    }


def test_death_stops_what_asks_something_of_the_person(dossier, consulent):
    taak, afspraak = taak_en_afspraak(dossier, consulent)

    meld(dossier, consulent)

    for rij in (dossier, taak, afspraak):
        rij.refresh_from_db()
    assert dossier.persoon.datum_overlijden == STERFDAG
    assert dossier.status == "aanmelding"
    assert lopende(dossier) == set()
    assert (taak.is_vervallen, afspraak.status) == (True, AfspraakStatus.AFGEZEGD)
    event = dossier.events.first()
    assert (event.soort, event.tekst, event.reden) == (
        "overlijden",
        "Overleden op 15 maart 2026. Brieven, afspraken en herinneringen stoppen.",
        "Bericht van: zijn zus",
    )


def test_vensters_of_the_gezin_go_on(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)

    meld(dossier, consulent)

    assert lopende(dossier) == {"materiele_verstrekking", "besluiten"}


def test_undone_everything_is_as_before(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    taak, afspraak = taak_en_afspraak(dossier, consulent)
    voor = standen(dossier)
    meld(dossier, consulent)

    herstel(dossier, consulent)

    for rij in (dossier, taak, afspraak):
        rij.refresh_from_db()
    assert dossier.persoon.datum_overlijden is None
    assert standen(dossier) == voor
    assert (taak.is_vervallen, afspraak.status) == (False, AfspraakStatus.GEPLAND)
    assert dossier.events.first().reden == "Was de buurman"


def test_undone_later_what_passed_is_late_and_an_old_afspraak_stays_off(dossier, consulent):
    _, afspraak = taak_en_afspraak(dossier, consulent)
    meld(dossier, consulent)

    herstel(dossier, consulent, on=date(2026, 5, 1))

    afspraak.refresh_from_db()
    assert afspraak.status == AfspraakStatus.AFGEZEGD
    assert {t.regel: t.status for t in dossier.termijnen.all()} == {
        "eerste_contact": "te_laat",
        "eerste_gesprek": "te_laat",
    }


def test_taak_that_was_dropped_before_stays_dropped(dossier, consulent):
    taak, _ = taak_en_afspraak(dossier, consulent)
    Taak.objects.filter(pk=taak.pk).update(is_vervallen=True)
    meld(dossier, consulent)

    herstel(dossier, consulent)

    taak.refresh_from_db()
    assert taak.is_vervallen


def test_what_starts_after_a_death_does_not_run_until_it_is_undone(dossier, consulent):
    meld(dossier, consulent)

    voer_eerste_gesprek(dossier, consulent, GESPREK)

    assert lopende(dossier) == {"materiele_verstrekking", "besluiten"}
    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").status == "gehaald"
    herstel(dossier, consulent)
    assert lopende(dossier) == {"plan_van_aanpak", "materiele_verstrekking", "besluiten"}


def test_contact_after_a_death_makes_no_clock_run(dossier, consulent):
    meld(dossier, consulent)

    contact_vastleggen(
        dossier=dossier,
        datum=ON,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="Met de zus",
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    assert lopende(dossier) == set()


def test_contact_corrected_after_a_death_makes_no_clock_run_until_it_is_undone(dossier, consulent):
    contact = contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 4),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GEEN_GEHOOR,
        tekst="",
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    meld(dossier, consulent)

    contact_wijzigen(
        contact=contact, wijzigingen={"uitkomst": "gesproken"}, reden="x", by=consulent, at=moment(ON), on=ON
    )

    assert {t.regel: t.status for t in dossier.termijnen.all()} == {
        "eerste_contact": "gehaald",
        "eerste_gesprek_na_contact": "vervallen",
        "eerste_gesprek": "vervallen",
    }
    herstel(dossier, consulent)
    assert lopende(dossier) == {"eerste_gesprek", "eerste_gesprek_na_contact"}


def test_eerste_gesprek_corrected_after_a_death_leaves_the_plan_stopped_until_it_is_undone(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    meld(dossier, consulent)

    eerste_gesprek_wijzigen(
        dossier=dossier,
        gesprek=dossier.gesprekken.get(),
        datum=date(2026, 3, 10),
        reden="x",
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    assert lopende(dossier) == {"materiele_verstrekking", "besluiten"}
    herstel(dossier, consulent)
    assert lopende(dossier) == {"plan_van_aanpak", "materiele_verstrekking", "besluiten"}
    assert Termijn.objects.get(dossier=dossier, regel="plan_van_aanpak").start == date(2026, 3, 10)


def test_eerste_gesprek_meets_a_clock_that_a_death_and_a_correction_stopped(dossier, consulent):
    contact = contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 4),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GEEN_GEHOOR,
        tekst="",
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    meld(dossier, consulent)
    contact_wijzigen(
        contact=contact, wijzigingen={"uitkomst": "gesproken"}, reden="x", by=consulent, at=moment(ON), on=ON
    )

    voer_eerste_gesprek(dossier, consulent, GESPREK)

    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek").status == "gehaald"


def test_undone_after_niet_erkend_brings_no_old_clocks_back(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    meld(dossier, consulent)
    acclimatisatie_starten(dossier=dossier, datum_gemeld=ON, by=consulent, at=moment(ON), on=ON)

    herstel(dossier, consulent)

    assert lopende(dossier) == {"acclimatisatie", "nieuwe_kosten"}


@pytest.mark.parametrize(
    ("datum", "bron", "melding"),
    [
        (date(2026, 3, 21), "zus", "niet in de toekomst"),
        (date(1985, 3, 11), "zus", "niet vóór de geboortedatum"),
        (STERFDAG, " ", "van wie u het bericht kreeg"),
    ],
)
def test_impossible_death_is_refused(dossier, consulent, datum, bron, melding):
    with pytest.raises(ActieFout, match=melding):
        meld(dossier, consulent, datum=datum, bron=bron)

    assert not Persoon.objects.filter(datum_overlijden__isnull=False).exists()
    assert lopende(dossier) == {"eerste_contact", "eerste_gesprek"}


def test_death_is_noted_once_and_undone_only_when_noted(dossier, consulent):
    with pytest.raises(ActieFout, match="geen overlijden vastgelegd"):
        herstel(dossier, consulent)
    meld(dossier, consulent)

    with pytest.raises(ActieFout, match="15 maart 2026 is al vastgelegd"):
        meld(dossier, consulent)
    with pytest.raises(ActieFout, match="waarom het overlijden niet klopt"):
        overlijden_herstellen(dossier=dossier, reden=" ", by=consulent, at=moment(ON), on=ON)


def weigert_brief(actie, wat):
    events = DossierEvent.objects.count()
    with pytest.raises(ActieFout, match=rf"^{wat} kan niet: N\. Berkhout is overleden op 15 maart 2026\. Er gaan geen"):
        actie()
    assert DossierEvent.objects.count() == events


def test_no_letter_is_made_for_somebody_who_died(dossier, consulent, snelle_pdf):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    plan = maak_volledig_plan(dossier, consulent, GESPREK)
    meld(dossier, consulent)
    wanneer = {"datum": ON, "by": consulent, "at": moment(ON), "on": ON}

    weigert_brief(lambda: besluiten.vaststellen(plan=plan, **wanneer), "Het plan vaststellen")
    weigert_brief(
        lambda: besluiten.beeindiging_vaststellen(dossier=dossier, toelichting="x", nazorg_tekst="", **wanneer),
        "De ondersteuning beëindigen",
    )
    weigert_brief(
        lambda: beeindigen(dossier=dossier, grond="eigen_verzoek", toelichting="x", nazorg_gewenst=False, **wanneer),
        "De ondersteuning beëindigen",
    )


def test_no_addendum_and_no_letter_leaves_after_it_is_known(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=date(2026, 3, 14))
    meld(dossier, consulent)
    laat = ON + timedelta(days=3)
    wanneer = {"by": consulent, "at": moment(laat), "on": laat}

    weigert_brief(
        lambda: besluiten.addendum_vaststellen(plan=dossier.plan, datum=laat, toelichting="x", **wanneer),
        "Een addendum vaststellen",
    )
    weigert_brief(lambda: besluiten.verzenden(besluit=besluit, datum=laat, **wanneer), "De brief versturen")
    assert besluiten.verzenden(besluit=besluit, datum=ON, **wanneer).verzonden_op == ON


def test_letter_that_left_before_a_death_can_be_noted_without_the_event(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=date(2026, 3, 14))
    Persoon.objects.update(datum_overlijden=STERFDAG)
    wanneer = {"by": consulent, "at": moment(ON), "on": ON}

    weigert_brief(lambda: besluiten.verzenden(besluit=besluit, datum=ON, **wanneer), "De brief versturen")
    assert besluiten.verzenden(besluit=besluit, datum=STERFDAG, **wanneer).verzonden_op == STERFDAG


def test_nazorg_stops_and_a_contact_held_before_still_counts(dossier, consulent, snelle_pdf):
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=date(2026, 3, 14))
    einde = date(2026, 3, 18)
    behaal_doelen(dossier, consulent, einde)
    beeindigen(
        dossier=dossier,
        grond="doelen_behaald",
        datum=einde,
        toelichting="Klaar.",
        nazorg_gewenst=True,
        zienswijze="U vindt het goed.",
        by=consulent,
        at=moment(einde),
        on=einde,
    )
    dossier.refresh_from_db()
    later = date(2026, 9, 1)
    eerste = dossier.nazorg.contacten.first()
    voor = standen(dossier)

    meld(dossier, consulent, datum=later, on=later)

    assert "nazorg_contact" not in lopende(dossier)
    wat = {"contact": eerste, "kanaal": Kanaal.TELEFOON, "verslag": "Goed.", "terugval": False, "by": consulent}
    na = later + timedelta(days=2)
    with pytest.raises(ActieFout, match="Een contact in de nazorg vastleggen kan niet"):
        nazorgcontact_vastleggen(**wat, datum=na, at=moment(na), on=na)
    nazorgcontact_vastleggen(**wat, datum=date(2026, 8, 20), at=moment(na), on=na)
    assert standen(dossier)["nazorg_contact", f"nazorg:{dossier.nazorg.pk}:1"] == "gehaald"
    herstel(dossier, consulent, on=na)
    verwacht = voor | {
        ("nazorg_contact", f"nazorg:{dossier.nazorg.pk}:1"): "gehaald",
        ("nazorg_contact", f"nazorg:{dossier.nazorg.pk}:2"): "lopend",
    }
    assert standen(dossier) == verwacht


def test_no_reminder_is_mailed_or_shown_after_a_death(dossier, consulent, coordinator, client):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(date(2026, 3, 3)))
    bewaak(gemeente=dossier.gemeente, on=date(2026, 3, 19), at=moment(date(2026, 3, 19), uur=3))
    los = Signaal.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        sleutel="los",
        soort="afspraak",
        tekst="x",
        on=ON,
        ontvanger=consulent,
    )
    assert set(Signaal.objects.visible_to(consulent).die_gelden().values_list("soort", flat=True)) == {
        "te_laat",
        "afspraak",
    }

    meld(dossier, consulent)

    verstuur_digests(gemeente=dossier.gemeente, on=ON, at=moment(ON))
    assert [m for m in mail.outbox if m.to == [consulent.email] or dossier.nummer in m.body] == []
    assert not Signaal.objects.visible_to(consulent).die_gelden().exists()
    los.refresh_from_db()
    assert los.gemaild_op is None


@pytest.mark.parametrize("dag", [date(2026, 3, 6), date(2026, 3, 10), date(2026, 4, 14), date(2026, 4, 29)])
def test_night_makes_no_signal_about_a_death_whatever_the_clocks_say(dossier, consulent, dag):
    """The clocks stop when a death is noted; even when it came in another way nobody is reminded."""
    Persoon.objects.filter(pk=dossier.persoon_id).update(datum_overlijden=date(2026, 3, 3))

    bewaak(gemeente=dossier.gemeente, on=dag, at=moment(dag, uur=3))

    assert not Signaal.objects.exists()


@pytest.mark.parametrize("soort", list(AfspraakSoort))
def test_nothing_is_planned_with_who_died(dossier, consulent, soort):
    if soort != AfspraakSoort.EERSTE_GESPREK:
        voer_eerste_gesprek(dossier, consulent, GESPREK)
    meld(dossier, consulent)
    gegevens = {"datum": date(2026, 3, 30), "kanaal": Kanaal.TELEFOON, "herinneren_op": date(2026, 3, 29)}

    with pytest.raises(ActieFout) as fout:
        afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=consulent, at=moment(ON), on=ON)

    assert str(fout.value) == (
        "Een gesprek plannen kan niet: N. Berkhout is overleden op 15 maart 2026. Wilt u met het gezin praten? Maak"
        " daar een taak voor. Klopt het overlijden niet? Verbeter dat bij Herstellen."
    )
    assert fout.value.url == reverse("taak_nieuw", args=[dossier.nummer])
    assert (Afspraak.objects.count(), Taak.objects.open().count()) == (0, 0)


def test_pages_do_not_offer_to_plan_with_who_died(pagina, dossier, consulent):
    nieuw = reverse("afspraak_nieuw", args=[dossier.nummer])
    bladzijden = [dossier.get_absolute_url(), reverse("contacten", args=[dossier.nummer])]
    assert [nieuw in pagina.get(url).text for url in bladzijden] == [True, True]
    meld(dossier, consulent)

    assert [nieuw in pagina.get(url).text for url in bladzijden] == [False, False]
    weg = pagina.get(nieuw, follow=True)
    assert weg.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert f'<a class="nl-link" href="{reverse("taak_nieuw", args=[dossier.nummer])}">Taak toevoegen</a>' in weg.text
