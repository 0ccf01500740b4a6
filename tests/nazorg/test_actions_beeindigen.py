"""End the support: with or without nazorg, on a grond that fits, and what happens to the clocks."""

import subprocess
from datetime import date, timedelta

import pytest

from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Termijn
from nazorg.models import Beeindiging, Nazorgtraject
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.plan import doel_afsluiten
from planvanaanpak.brief import uit_json
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.pdf import BriefFout
from tests.factories import maak_dossier, maak_user, moment
from tests.nazorg.eindes import (
    BESLUIT,
    CONTACTDAGEN,
    DOELEN,
    EINDE,
    GESPREK,
    meld_niet_erkend,
    naar_nazorg,
    standen,
    stop,
)
from tests.wegen import behaal_doelen, stel_vast

VENSTERS = ("materiele_verstrekking", "besluiten")


def test_beeindigen_starts_nazorg_with_four_contacts(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    beeindiging = stop(in_uitvoering, consulent)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "nazorg"
    assert beeindiging.besluit.nummer == "9901-B-2027-00001"
    assert (beeindiging.grond_tekst, beeindiging.datum, beeindiging.nazorg_gewenst) == (
        "Doelen (deels) behaald",
        EINDE,
        True,
    )
    contacten = in_uitvoering.nazorg.contacten.values_list("volgnummer", "gepland_op", "gehouden_op")
    assert list(contacten) == [(nummer, dag, None) for nummer, dag in enumerate(CONTACTDAGEN, start=1)]
    assert standen(in_uitvoering, "nazorg_contact", "nazorg_einde", *VENSTERS) == {
        "besluiten": "lopend",
        "materiele_verstrekking": "lopend",
        "nazorg_contact 1": "lopend",
        "nazorg_contact 2": "verwacht",
        "nazorg_contact 3": "verwacht",
        "nazorg_contact 4": "verwacht",
        "nazorg_einde": "lopend",
    }


def test_beeindigen_writes_one_event_with_grond_besluit_and_wish(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    stop(in_uitvoering, consulent, nazorg=False)

    event = DossierEvent.objects.get(soort="beeindigd")
    assert event.tekst == (
        "Ondersteuning beëindigd per 15 januari 2027: doelen (deels) behaald. De inwoner wil geen nazorg."
    )
    assert (event.by, event.at, event.reden, event.gegevens) == (
        consulent,
        moment(EINDE),
        "Uw doelen zijn behaald.",
        {"besluit": "9901-B-2027-00001"},
    )


def test_inwoner_who_wants_no_nazorg_gets_none_and_that_is_kept(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    beeindiging = stop(in_uitvoering, consulent, nazorg=False)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "afgesloten"
    assert beeindiging.nazorg_gewenst is False
    assert beeindiging.besluit.snapshot["nazorg_tekst"] == ""
    assert not Nazorgtraject.objects.exists()


def test_beeindigen_without_nazorg_closes_and_drops_the_clocks(in_uitvoering, consulent):
    beeindiging = stop(in_uitvoering, consulent, grond="verhuizing", toelichting="U bent verhuisd.")

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "afgesloten"
    assert beeindiging.nazorg_gewenst is None
    assert standen(in_uitvoering, "bezwaar", *VENSTERS) == {
        "bezwaar": ["lopend", "lopend"],
        "besluiten": "vervallen",
        "materiele_verstrekking": "vervallen",
    }


def test_eigen_verzoek_brings_nazorg_in_tiel_only(in_uitvoering, consulent, andere_gemeente, snelle_pdf):
    ander = maak_user("consulent", andere_gemeente, email="duinveen@voorbeeld.example")
    duinveen = maak_dossier(andere_gemeente, bsn="")
    stel_vast(duinveen, ander, gesprek=GESPREK, besluit=BESLUIT)
    duinveen.refresh_from_db()

    for dossier, by in ((in_uitvoering, consulent), (duinveen, ander)):
        stop(dossier, by, grond="eigen_verzoek", toelichting="U vroeg hierom.")
        dossier.refresh_from_db()

    assert (in_uitvoering.status, duinveen.status) == ("nazorg", "afgesloten")


@pytest.mark.parametrize("status", ["aanmelding", "eerste_gesprek", "plan_van_aanpak"])
def test_end_before_there_was_support_brings_no_nazorg(dossier, consulent, snelle_pdf, status):
    dossier.status = status
    dossier.save()

    beeindiging = stop(dossier, consulent, grond="eigen_verzoek", toelichting="U vroeg hierom.")

    dossier.refresh_from_db()
    assert (dossier.status, beeindiging.nazorg_gewenst) == ("afgesloten", None)


def test_doelen_of_which_one_is_behaald_and_one_vervallen_are_enough(in_uitvoering, consulent):
    """Doelen deels behaald (Tiel 2025 art. 9 lid 2b): what is not reached has a reason."""
    eerste, tweede = in_uitvoering.plan.doelen.all()
    for doel, status, reden in ((eerste, DoelStatus.BEHAALD, ""), (tweede, DoelStatus.VERVALLEN, "Past niet meer.")):
        doel_afsluiten(doel=doel, status=status, datum=DOELEN, reden=reden, by=consulent, at=moment(DOELEN), on=DOELEN)

    stop(in_uitvoering, consulent)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "nazorg"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({}, "Er staan nog doelen open"),
        ({"grond": "niet_erkend"}, "hoort bij een bericht van UHT"),
        ({"grond": "twee_jaar"}, "De twee jaar lopen tot en met 12 maart 2028"),
        ({"grond": "zomaar"}, "Kies een grond uit het beleid"),
        ({"grond": "verhuizing", "toelichting": " \n"}, "Schrijf op waarom de ondersteuning stopt"),
        ({"grond": "verhuizing", "datum": EINDE, "on": EINDE + timedelta(days=1)}, "niet in het verleden"),
        (
            {"grond": "verhuizing", "datum": EINDE, "on": EINDE - timedelta(days=8)},
            "tot en met 14 januari 2027:",
        ),
    ],
)
def test_refused_end_changes_nothing(in_uitvoering, consulent, anders, melding):
    events = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=melding):
        stop(in_uitvoering, consulent, **anders)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "uitvoering"
    assert (in_uitvoering.besluiten.count(), Beeindiging.objects.count()) == (1, 0)
    assert DossierEvent.objects.count() == events


def test_twee_jaar_is_a_grond_the_day_after_the_venster(in_uitvoering, consulent):
    beeindiging = stop(in_uitvoering, consulent, grond="twee_jaar", datum=date(2028, 3, 13))

    assert beeindiging.grond_tekst == "Twee jaar na het eerste gesprek"


def test_letter_that_can_not_be_made_ends_nothing(in_uitvoering, consulent, monkeypatch):
    def weiger(brief):
        raise BriefFout("De brief is niet compleet: het adres ontbreekt.")

    monkeypatch.setattr("planvanaanpak.actions.besluit.besluit_pdf", weiger)

    with pytest.raises(ActieFout, match="De brief is niet compleet"):
        stop(in_uitvoering, consulent, grond="verhuizing")

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "uitvoering"


def test_acclimatisatie_is_met_on_the_day_of_the_letter(in_acclimatisatie, consulent):
    stop(in_acclimatisatie, consulent, grond="niet_erkend", datum=date(2026, 5, 28))

    in_acclimatisatie.refresh_from_db()
    assert in_acclimatisatie.status == "afgesloten"
    assert standen(in_acclimatisatie, "acclimatisatie", "nieuwe_kosten") == {
        "acclimatisatie": "gehaald",
        "nieuwe_kosten": "vervallen",
    }


def test_end_after_the_thirty_days_is_late(in_acclimatisatie, consulent):
    stop(in_acclimatisatie, consulent, grond="niet_erkend", datum=date(2026, 6, 4))

    assert standen(in_acclimatisatie, "acclimatisatie") == {"acclimatisatie": "te_laat_gehaald"}


def test_letter_that_left_too_late_makes_the_end_late(in_acclimatisatie, consulent):
    """The besluit works from the day it is made known (Awb 3:40), not from the day that it bears."""
    besluit = stop(in_acclimatisatie, consulent, grond="niet_erkend", datum=date(2026, 6, 3)).besluit

    later = date(2026, 6, 5)
    verzenden(besluit=besluit, datum=later, by=consulent, at=moment(later), on=later)

    termijn = Termijn.objects.get(dossier=in_acclimatisatie, regel="acclimatisatie")
    assert (termijn.status, termijn.datum_gehaald) == ("te_laat_gehaald", later)


def test_letter_after_niet_erkend_names_its_day_the_article_and_the_message(in_acclimatisatie, consulent):
    """Awb art. 3:46 and 3:47: from when, on which article, and on what that rests."""
    besluit = stop(in_acclimatisatie, consulent, grond="niet_erkend", datum=date(2026, 6, 3)).besluit

    brief = uit_json(besluit.snapshot)
    assert (brief.einde, besluit.ingang) == (date(2026, 6, 3), None)
    assert brief.gronden[-1] == (
        "Wet hersteloperatie toeslagen, artikel 2.21 lid 6: de brede ondersteuning stopt binnen 30 dagen na het bericht"
        " van UHT dat iemand niet is erkend als gedupeerde. Dat bericht kregen wij op 4 mei 2026."
    )


def test_letter_of_an_end_with_nazorg_says_when_that_begins_and_ends(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    brief = uit_json(stop(in_uitvoering, consulent).besluit.snapshot)

    assert brief.einde == EINDE
    assert "De nazorg begint op 15 januari 2027 en duurt tot ongeveer 15 januari 2029." in brief.nazorg_tekst
    assert not [grond for grond in brief.gronden if "lid 6" in grond]


def test_niet_erkend_during_nazorg_ends_twice_and_closes_the_nazorg(in_nazorg, consulent):
    gemeld, einde = date(2027, 3, 1), date(2027, 3, 20)
    meld_niet_erkend(in_nazorg, consulent, gemeld)
    in_nazorg.refresh_from_db()

    stop(in_nazorg, consulent, grond="niet_erkend", datum=einde)

    in_nazorg.refresh_from_db()
    traject = in_nazorg.nazorg
    assert in_nazorg.status == "afgesloten"
    assert [b.grond for b in in_nazorg.beeindigingen.all()] == ["niet_erkend", "doelen_behaald"]
    assert (traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden) == (
        moment(einde),
        consulent,
        "Niet erkend als gedupeerde.",
    )


def test_history_names_who_ended_the_support_and_why(in_uitvoering, consulent):
    naar_nazorg(in_uitvoering, consulent)

    versie = in_uitvoering.history.first()
    assert (versie.status, versie.history_user, versie.history_change_reason) == (
        "nazorg",
        consulent,
        "Doelen (deels) behaald",
    )
    assert in_uitvoering.nazorg.history.first().history_user == consulent


def test_letter_reads_back_with_reason_what_runs_on_nazorg_and_bezwaar(dossier, consulent):
    """The one test that prints: the real letter of an end, read as the inwoner reads it."""
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    dossier.plan.voorzieningen.filter(omschrijving="Koelkast").update(looptijd_tot=date(2027, 6, 30))
    behaal_doelen(dossier, consulent, DOELEN)
    dossier.refresh_from_db()

    besluit = stop(dossier, consulent).besluit

    uit = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],
        input=bytes(besluit.pdf.inhoud),
        capture_output=True,
        check=True,
    )
    brief = " ".join(uit.stdout.decode().split())
    for zin in (
        "Besluit: de brede ondersteuning stopt",
        "Uw doelen zijn behaald.",
        (
            "Wat wij al hebben toegekend, krijgt u nog: Koelkast, tot en met 30 juni 2027;"
            " Budgetcoach, 12 gesprekken, nog te leveren."
        ),
        "Elk half jaar vragen wij hoe het met u gaat, twee jaar lang.",
        "26 februari 2027",
    ):
        assert zin in brief


@pytest.mark.parametrize(("grond", "mag"), [("verhuizing", False), ("eigen_verzoek", True)])
def test_inwoner_is_asked_about_an_end_they_did_not_ask_for(in_uitvoering, consulent, grond, mag):
    """Awb art. 4:8; what they say is in the letter."""
    if mag:
        besluit = stop(in_uitvoering, consulent, grond=grond, nazorg=False, zienswijze="").besluit
        assert besluit.snapshot["zienswijze"] == ""
        return
    with pytest.raises(ActieFout, match=r"wat de inwoner ervan vindt, of waarom u dat niet vroeg \(Awb artikel 4:8\)"):
        stop(in_uitvoering, consulent, grond=grond, zienswijze=" ")

    besluit = stop(in_uitvoering, consulent, grond=grond, zienswijze="U wilt liever blijven.").besluit
    assert besluit.snapshot["zienswijze"] == "U wilt liever blijven."
