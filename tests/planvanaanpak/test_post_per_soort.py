"""The post of each kind of besluit: it leaves, its day is put right, it comes back and leaves again.

Each kind is made through the action that makes it, so that its own clocks and links are there.
"""

from datetime import date, timedelta

import pytest

from cases.models import Dossier, DossierEvent, Termijn
from planvanaanpak.actions import intrekking
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.verzendbasis import rechtsmiddel
from planvanaanpak.bezwaarkeuzes import Dictum
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from tests.factories import moment
from tests.nazorg.eindes import stop
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.besluitstappen import ON, VERSTUURD, wie
from tests.wegen import KOELKAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
DAG = timedelta(days=1)


def toekenning(besluit, by, ander):
    return besluit


def heropen(besluit, by):
    stappen.verstuur(besluit, by)
    stappen.trek_in(besluit, by, ingang=besluit.datum, on=VERSTUURD)
    return Dossier.objects.get(pk=besluit.dossier_id)


def afwijzing(besluit, by, ander):
    return stappen.wijs_af(heropen(besluit, by), by)


def buiten_behandeling(besluit, by, ander):
    vraag = stappen.vraag_aan(heropen(besluit, by), by, on=VERSTUURD, uiterlijk=date(2026, 5, 4))
    return stappen.laat_buiten(vraag, by, on=ON)


def addendum(besluit, by, ander):
    stappen.verstuur(besluit, by)
    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    voorziening_bewaren(plan=plan, gegevens=KOELKAST | {"omschrijving": "Bed"}, by=by, at=moment(ON))
    return addendum_vaststellen(plan=plan, datum=ON, toelichting="Meer.", **wie(by))


def herziening(besluit, by, ander):
    stappen.verstuur(besluit, by)
    return stappen.herzie(besluit, [stappen.regel(Voorziening.objects.order_by("pk")[0], "vervalt")], by)


def intrekking_(besluit, by, ander):
    stappen.verstuur(besluit, by)
    return stappen.trek_in(besluit, by)


def beeindiging(besluit, by, ander):
    stappen.verstuur(besluit, by)
    return stop(Dossier.objects.get(pk=besluit.dossier_id), by, grond="verhuizing", nazorg=False, datum=ON).besluit


def besluit_op_bezwaar(besluit, by, ander):
    stappen.verstuur(besluit, by)
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(besluit, by), by)
    return bezwaarstappen.beslis(bezwaar, ander, Dictum.ONGEGROND)


SOORTEN = {
    BesluitSoort.TOEKENNING: toekenning,
    BesluitSoort.ADDENDUM: addendum,
    BesluitSoort.HERZIENING: herziening,
    BesluitSoort.AFWIJZING: afwijzing,
    BesluitSoort.BUITEN_BEHANDELING: buiten_behandeling,
    BesluitSoort.BEEINDIGING: beeindiging,
    BesluitSoort.INTREKKING: intrekking_,
    BesluitSoort.BESLUIT_OP_BEZWAAR: besluit_op_bezwaar,
}


def klok(besluit):
    """Give the start of the clock for bezwaar or beroep against a besluit."""
    return Termijn.objects.get(regel=rechtsmiddel(besluit), aanleiding=f"besluit:{besluit.pk}").start


def events(besluit):
    return DossierEvent.objects.filter(dossier=besluit.dossier_id).count()


def test_every_kind_is_here():
    assert set(SOORTEN) == set(BesluitSoort)


@pytest.mark.parametrize("soort", SOORTEN)
def test_letter_of_each_kind_leaves_is_put_right_comes_back_and_leaves_again(besluit, consulent, jurist, soort):
    """Awb art. 6:8: whatever the kind, its term runs from the day that its letter really left."""
    brief = SOORTEN[soort](besluit, consulent, jurist)
    assert brief.soort == soort
    eerste, tweede, derde = brief.datum + DAG, brief.datum + 2 * DAG, brief.datum + 9 * DAG

    voor = events(brief)
    stappen.verstuur(brief, consulent, eerste)
    assert (klok(brief), events(brief)) == (eerste, voor + 1)
    stappen.verbeter(Besluit.objects.get(pk=brief.pk), consulent, tweede, on=tweede)
    assert (klok(brief), events(brief)) == (tweede, voor + 2)
    retour = stappen.kwam_terug(Besluit.objects.get(pk=brief.pk), consulent, dag=derde, on=derde)
    assert (klok(brief), events(brief)) == (tweede, voor + 3)
    stappen.opnieuw(retour, consulent, derde, wijze="uitgereikt", on=derde)

    brief.refresh_from_db()
    assert (brief.verzonden_op, klok(brief), events(brief)) == (derde, derde, voor + 4)
    assert list(brief.verzendingen.order_by("pk").values_list("gebeurtenis", flat=True)) == [
        "eerste", "correctie", "opnieuw",
    ]  # fmt: skip


@pytest.mark.parametrize("soort", intrekking.INTREKBAAR)
def test_each_kind_that_can_be_taken_back_is(besluit, consulent, jurist, soort):
    brief = SOORTEN[soort](besluit, consulent, jurist)
    if brief.verzonden_op is None:
        stappen.verstuur(brief, consulent, brief.datum)
    brief = Besluit.objects.get(pk=brief.pk)

    nieuw = stappen.trek_in(brief, consulent, ingang=brief.datum)

    dossier = Dossier.objects.get(pk=brief.dossier_id)
    assert (nieuw.soort, nieuw.gaat_over, nieuw.ingang) == ("intrekking", brief, brief.datum)
    gaat_door = soort in (BesluitSoort.ADDENDUM, BesluitSoort.BEEINDIGING)
    assert dossier.status == ("uitvoering" if gaat_door else "plan_van_aanpak")
    assert set(Voorziening.objects.filter(herzien_met=nieuw).values_list("status", flat=True)) <= {"vervallen"}
