"""Until when a letter says that more can be granted: from the clocks that run, and after niet erkend for 30 dagen."""

from datetime import date

import pytest

from cases.models import Dossier, Termijn
from cases.status import Status
from nazorg.actions.acclimatisatie import niet_erkend_vastleggen
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.brief import uit_json
from planvanaanpak.briefteksten import besluitwaarden
from planvanaanpak.models import PlanVanAanpak
from planvanaanpak.opbouw import Inhoud, stel_brief_samen
from planvanaanpak.pdf import besluit_html
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.wegen import KOELKAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("besluit")]

# Day 30 is a Saturday: the Atw shifts `acclimatisatie` to the 8th, and leaves `nieuwe_kosten` (decision 0721).
GEMELD, DAG_30, DAARNA = date(2026, 5, 7), date(2026, 6, 6), date(2026, 6, 7)
SPULLEN, HULP = date(2026, 9, 12), date(2028, 3, 12)
NIET_ERKEND = "UHT heeft ons laten weten dat u niet bent erkend als gedupeerde. Daarom stopt de ondersteuning."


@halte
def niet_erkend(dossier, consulent):
    niet_erkend_vastleggen(
        dossier=dossier, datum_feit=GEMELD, datum_gemeld=GEMELD, bron="Serviceteam", by=consulent, at=moment(GEMELD),
        on=GEMELD,
    )  # fmt: skip
    return Dossier.objects.get(pk=dossier.pk)


def brief(dossier, by, on=GEMELD, soort="addendum"):
    inhoud = Inhoud(soort=soort, vult_aan="9901-B-2026-00001")
    return stel_brief_samen(dossier=dossier, inhoud=inhoud, kenmerk="x", datum=on, by=by)


def vensters(dossier, by, on=GEMELD):
    return besluitwaarden(brief(dossier, by, on))["vensters"]


def test_in_uitvoering_the_letter_names_both_vensters(dossier, consulent):
    assert vensters(dossier, consulent) == (
        "Spullen kunnen wij toekennen tot en met 12 september 2026. Andere hulp kunnen wij toekennen tot en met"
        " 12 maart 2028."
    )


@pytest.mark.parametrize("soort", ["addendum", "herziening"])
def test_after_niet_erkend_the_letter_names_the_thirty_days_and_why(niet_erkend, consulent, soort):
    gemaakt = brief(niet_erkend, consulent, soort=soort)

    assert (gemaakt.niet_erkend, gemaakt.vensters) == (True, (("Spullen en andere hulp", DAG_30),))
    assert besluitwaarden(gemaakt)["vensters"] == (
        f"{NIET_ERKEND} Spullen en andere hulp kunnen wij alleen nog toekennen tot en met 6 juni 2026."
    )


@pytest.mark.parametrize(
    ("regel", "tot", "verwacht"),
    [
        (
            "materiele_verstrekking",
            date(2026, 5, 20),
            (
                f"{NIET_ERKEND} Spullen kunnen wij alleen nog toekennen tot en met 20 mei 2026. Andere hulp kunnen wij"
                " alleen nog toekennen tot en met 6 juni 2026."
            ),
        ),
        (
            "materiele_verstrekking",
            date(2026, 5, 6),
            f"{NIET_ERKEND} Hulp kunnen wij alleen nog toekennen tot en met 6 juni 2026.",
        ),
        (
            "besluiten",
            date(2026, 5, 20),
            f"{NIET_ERKEND} Spullen en andere hulp kunnen wij alleen nog toekennen tot en met 20 mei 2026.",
        ),
        ("besluiten", date(2026, 5, 6), ""),
    ],
    ids=["spullen close first", "spullen are closed", "all closes first", "all is closed"],
)
def test_venster_that_closes_within_the_thirty_days_is_the_last_day(niet_erkend, consulent, regel, tot, verwacht):
    """The gates of before hold on (poorten.list_regels), and the letter promises no more than they let through."""
    Termijn.objects.filter(dossier=niet_erkend, regel=regel).update(uiterste_datum=tot)

    assert vensters(Dossier.objects.get(pk=niet_erkend.pk), consulent) == verwacht


def test_who_was_erkend_after_all_is_not_told_otherwise(niet_erkend, consulent):
    """Until the support is taken up again the gates of the 30 dagen hold (decision 1111)."""
    Dossier.objects.filter(pk=niet_erkend.pk).update(uht_status="erkend")

    assert vensters(Dossier.objects.get(pk=niet_erkend.pk), consulent) == (
        "Spullen en andere hulp kunnen wij toekennen tot en met 6 juni 2026."
    )


def test_after_the_thirty_days_nothing_is_promised(niet_erkend, consulent):
    assert vensters(niet_erkend, consulent, DAG_30) != ""
    assert vensters(niet_erkend, consulent, DAARNA) == ""


def test_clock_that_was_dropped_gives_no_day(niet_erkend, consulent):
    """As when the support has ended: nothing can be granted any more."""
    Dossier.objects.filter(pk=niet_erkend.pk).update(status=Status.AFGESLOTEN)

    assert vensters(Dossier.objects.get(pk=niet_erkend.pk), consulent) == ""
    assert {SPULLEN, HULP} <= set(Termijn.objects.filter(dossier=niet_erkend).values_list("uiterste_datum", flat=True))


def test_addendum_of_the_acclimatisatie_keeps_the_day_that_was_true(niet_erkend, consulent, brieven_gevraagd):
    plan = PlanVanAanpak.objects.get(dossier=niet_erkend)
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG))
    besluit = addendum_vaststellen(
        plan=plan, datum=GEMELD, toelichting="Erbij.", by=consulent, at=moment(GEMELD), on=GEMELD
    )

    html = besluit_html(uit_json(besluit.snapshot))

    assert f"Wij kunnen het plan aanvullen. {NIET_ERKEND} Spullen en" in html
    assert "2028" not in html
