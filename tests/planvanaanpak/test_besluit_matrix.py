"""Every action on besluiten, their post and consent, in every status of a dossier, as the table says.

A refused action changes nothing and logs nothing; an allowed one writes one event.
"""

import inspect
from datetime import date
from importlib import import_module

import pytest

from cases.models import Aanvulling, Dossier, DossierEvent, Persoon
from cases.status import Status
from planvanaanpak.actions import besluit as besluitacties
from planvanaanpak.actions import intrekking
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.verzending import retour_weghalen as haal_retour_weg
from planvanaanpak.models import Berichttoestemming, Besluit, PlanVanAanpak, Voorziening
from tests.factories import moment
from tests.nazorg.eindes import stop
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.besluitstappen import ON
from tests.tabellen import geweigerd, teruggedraaid
from tests.wegen import KOELKAST, WEIGEREN

S = Status
ALTIJD = set(Status)
MET_POST = {
    S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN,
}  # fmt: skip
MODULES = ("besluit", "afwijzing", "herziening", "intrekking", "verzending", "toestemming")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


def voorstel(besluit, by):
    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    # Another good than was granted: the same one again asks why.
    voorziening_bewaren(plan=plan, gegevens=KOELKAST | {"omschrijving": "Bed"}, by=by, at=moment(ON))


def verstuurd(besluit, by):
    stappen.verstuur(besluit, by)


def aanvulling(besluit, by):
    """Ask to complete an aanvraag: for that the plan is open again."""
    stappen.verstuur(besluit, by)
    stappen.trek_in(besluit, by, ingang=besluit.datum, on=stappen.VERSTUURD)
    stappen.vraag_aan(Dossier.objects.get(), by, on=stappen.VERSTUURD, uiterlijk=date(2026, 5, 4))


def retour(besluit, by):
    stappen.verstuur(besluit, by)
    stappen.kwam_terug(besluit, by, "niet_opgehaald")


def toestemming(besluit, by):
    stappen.geef_toestemming(besluit.dossier, by)


def plan_klaar(besluit, by):
    """Take the plan back, so that it can be vastgesteld."""
    stappen.verstuur(besluit, by)
    stappen.trek_in(besluit, by, ingang=besluit.datum, on=stappen.VERSTUURD)
    voorstel(besluit, by)
    stappen.akkoord_met(PlanVanAanpak.objects.get(dossier=besluit.dossier), by)


def weigering(besluit, by):
    """Propose to refuse: in the nazorg that is all that an addendum can do."""
    voorstel(besluit, by)
    Voorziening.objects.voorgesteld().update(weigeringsgrond="Niet nodig", **WEIGEREN)


def addendum(besluit, by):
    stappen.verstuur(besluit, by)
    voorstel(besluit, by)
    stappen.verstuur(addendum_vaststellen(besluit, by), by, ON)


def vaststellen(besluit, by):
    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    besluitacties.vaststellen(plan=plan, datum=ON, **stappen.wie(by))


def addendum_vaststellen(besluit, by):
    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    return besluitacties.addendum_vaststellen(plan=plan, datum=ON, toelichting="Meer.", **stappen.wie(by))


def beeindiging_vaststellen(besluit, by):
    besluitacties.beeindiging_vaststellen(
        dossier=besluit.dossier, datum=ON, toelichting="Klaar.", nazorg_tekst="", **stappen.wie(by)
    )


def verzenden(besluit, by):
    stappen.verstuur(besluit, by, ON)


def afwijzing_vaststellen(besluit, by):
    stappen.wijs_af(besluit.dossier, by)


def buiten_behandeling_stellen(besluit, by):
    stappen.laat_buiten(Aanvulling.objects.get(), by, on=ON)


def herzien(besluit, by):
    stappen.herzie(besluit, [stappen.regel(Voorziening.objects.first(), "vervalt")], by)


def intrekken(besluit, by):
    stappen.trek_in(Besluit.objects.get(soort="addendum"), by)


def verzenddatum_verbeteren(besluit, by):
    stappen.verbeter(besluit, by, date(2026, 4, 21))


def retour_vastleggen(besluit, by):
    stappen.kwam_terug(besluit, by)


def retour_weghalen(besluit, by):
    haal_retour_weg(retour=besluit.retouren.get(), reden="Vergissing", by=by, at=moment(ON))


def opnieuw_verzenden(besluit, by):
    stappen.opnieuw(besluit.retouren.get(), by)


def toestemming_vastleggen(besluit, by):
    stappen.geef_toestemming(besluit.dossier, by)


def toestemming_intrekken(besluit, by):
    stappen.trek_toestemming_in(Berichttoestemming.objects.get(), besluit.dossier, by)


# What must be there before, and in which states it is allowed. What happened to a letter is always noted.
MATRIX = {
    vaststellen: (plan_klaar, {S.PLAN_VAN_AANPAK}),
    addendum_vaststellen: (weigering, {S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}),
    beeindiging_vaststellen: (verstuurd, MET_POST - {S.AFGESLOTEN}),
    verzenden: (lambda besluit, by: None, ALTIJD),
    afwijzing_vaststellen: (lambda besluit, by: None, {S.PLAN_VAN_AANPAK}),
    buiten_behandeling_stellen: (aanvulling, {S.PLAN_VAN_AANPAK}),
    herzien: (verstuurd, {S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}),
    intrekken: (addendum, {S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}),
    verzenddatum_verbeteren: (verstuurd, ALTIJD),
    retour_vastleggen: (verstuurd, ALTIJD),
    retour_weghalen: (retour, ALTIJD),
    opnieuw_verzenden: (retour, ALTIJD),
    toestemming_vastleggen: (lambda besluit, by: None, MET_POST),
    toestemming_intrekken: (toestemming, MET_POST),
}
# Which kinds of besluit are taken back in which status; a kind without any says what to do instead.
INTREKBAAR = {
    "toekenning": {S.UITVOERING},
    "afwijzing": {S.UITVOERING, S.AFGESLOTEN},
    "buiten_behandeling": {S.AFGESLOTEN},
}


def events(dossier):
    return DossierEvent.objects.filter(dossier=dossier).count()


def in_status(besluit, status):
    """Give the besluit as it is when its dossier stands in a status."""
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)
    return Besluit.objects.get(pk=besluit.pk)


@pytest.mark.parametrize("actie", MATRIX, ids=lambda actie: actie.__name__)
def test_action_in_every_status(besluit, consulent, actie):
    vooraf, toegestaan = MATRIX[actie]
    vooraf(besluit, consulent)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            rij = in_status(besluit, status)
            if status in toegestaan:
                voor = events(rij.dossier)
                actie(rij, consulent)
                assert events(rij.dossier) == voor + 1
                continue
            with geweigerd(f"kan niet: dit dossier staat op '{status.label}'"):
                actie(rij, consulent)


@pytest.mark.parametrize("soort", INTREKBAAR)
def test_intrekking_of_each_kind_in_every_status(besluit, consulent, soort):
    besluit = stappen.verstuur(besluit, consulent)
    velden = {
        veld.attname: getattr(besluit, veld.attname) for veld in Besluit._meta.concrete_fields if veld.name != "id"
    }
    ander = Besluit.objects.create(**{**velden, "nummer": "9901-B-2026-00090", "soort": soort})

    for status in Status:
        with teruggedraaid(f"In {status}"):
            rij = in_status(ander, status)
            if status in INTREKBAAR[soort]:
                stappen.trek_in(rij, consulent)
                assert Dossier.objects.get().status == S.PLAN_VAN_AANPAK
                continue
            with geweigerd("kan niet: dit dossier staat op"):
                stappen.trek_in(rij, consulent)


def test_every_kind_that_can_be_taken_back_is_in_its_table():
    # An addendum is taken back in MATRIX, and the end of the support below: it goes on where it was.
    assert set(INTREKBAAR) | {"addendum", "beeindiging"} == set(intrekking.INTREKBAAR)


def test_intrekking_of_the_end_in_every_status(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    einde = stop(Dossier.objects.get(), consulent, grond="verhuizing", nazorg=False, datum=ON).besluit
    einde = stappen.verstuur(einde, consulent, ON)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            rij = in_status(einde, status)
            if status in {S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN}:
                stappen.trek_in(rij, consulent)
                # After niet erkend in the nazorg the acclimatisatie goes on.
                assert Dossier.objects.get().status == (status if status == S.ACCLIMATISATIE else S.UITVOERING)
                continue
            with geweigerd("kan niet: dit dossier staat op"):
                stappen.trek_in(rij, consulent)


def test_matrix_names_every_action():
    gevonden = {
        naam
        for module in MODULES
        for naam, functie in inspect.getmembers(import_module(f"planvanaanpak.actions.{module}"), inspect.isfunction)
        if functie.__module__ == f"planvanaanpak.actions.{module}"
        and not naam.startswith("_")
        and {"by", "at"} <= set(inspect.signature(functie).parameters)
    }

    # neem_besluit is the part that all of them share.
    assert gevonden - {"neem_besluit"} == {actie.__name__ for actie in MATRIX}


NA_OVERLIJDEN = {
    vaststellen, addendum_vaststellen, beeindiging_vaststellen, verzenden, herzien, intrekken, afwijzing_vaststellen,
    buiten_behandeling_stellen, verzenddatum_verbeteren, opnieuw_verzenden,
}  # fmt: skip


@pytest.mark.parametrize("actie", sorted(NA_OVERLIJDEN, key=lambda actie: actie.__name__), ids=lambda a: a.__name__)
def test_no_letter_goes_to_somebody_who_died(besluit, consulent, actie):
    vooraf, toegestaan = MATRIX[actie]
    vooraf(besluit, consulent)
    besluit = in_status(besluit, min(toegestaan & {S.PLAN_VAN_AANPAK, S.UITVOERING}))
    Persoon.objects.update(datum_overlijden=date(2026, 4, 1))
    with geweigerd("is overleden op 1 april 2026"):
        actie(besluit, consulent)
