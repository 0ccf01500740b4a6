"""What a colleague records between the comparing of a list and its rows is not overwritten."""

from datetime import date

import pytest

from cases.actions.aanmelden import persoon_wijzigen
from cases.keuzes import UhtStatus
from cases.models import Dossier, Persoon
from cases.status import Status
from nazorg.actions.acclimatisatie import niet_erkend_vastleggen
from portal_import.actions import inlezen
from portal_import.actions.bekend import lees_onder_slot
from portal_import.actions.inlezen import bevestigen
from tests.factories import maak_dossier, moment
from tests.portal_import.bestanden import BSN, BSN_2
from tests.portal_import.runs import BSNS, LATER, bekijk_lijst, getallen, lees_in, rij

LIJST = {"Datum_levering": "02-05-2026", "Statusdatum": "02-03-2026"}
INTUSSEN = "Dit dossier is intussen gewijzigd. Lees de lijst opnieuw in."

pytestmark = pytest.mark.django_db


@pytest.fixture
def tussendoor(monkeypatch):
    """Let something happen after a list was compared, and before its rows are applied."""

    def doe(werk):
        echt = inlezen.pas_toe

        def pas_toe(**gegevens):
            werk()
            return echt(**gegevens)

        monkeypatch.setattr(inlezen, "pas_toe", pas_toe)

    return doe


def adres(dossier):
    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    return persoon.straat, persoon.huisnummer, persoon.postcode


def test_row_is_a_fault_when_a_colleague_changed_the_address_and_the_other_rows_go_on(
    gemeente, consulent, dossier, tussendoor
):
    Persoon.objects.filter(pk=dossier.persoon_id).update(bsn=BSN)
    ander = maak_dossier(gemeente, bsn=BSN_2, achternaam="Verweij")
    run = bekijk_lijst(
        gemeente,
        rij(Straat="Oudestraat", Huisnummer="1", Postcode="4001AA", **LIJST),
        rij(BSN=BSN_2, Straat="Lindepad", Huisnummer="3", Postcode="4002XX", **LIJST),
        on=LATER,
    )
    nieuw = {"straat": "Nieuweweg", "huisnummer": "9", "postcode": "4001BB"}
    tussendoor(
        lambda: persoon_wijzigen(dossier=dossier, wijzigingen=nieuw, reden="Belde", by=consulent, at=moment(LATER))
    )

    run = bevestigen(run=run, by=consulent, at=moment(LATER), on=LATER)

    assert (run.stand, getallen(run)) == ("ingelezen", (2, 0, 1, 0, 1))
    assert [(fout["rij"], fout["melding"]) for fout in run.fouten] == [(2, INTUSSEN)]
    assert adres(dossier) == ("Nieuweweg", "9", "4001BB")
    assert adres(ander) == ("Lindepad", "3", "4002XX")


def test_newer_status_of_a_colleague_is_not_replaced_by_an_older_one(gemeente, consulent, tussendoor):
    dossier = maak_dossier(gemeente, bsn=BSN, uht_status=UhtStatus.AANGEMELD)
    erkend = rij(Status="erkend", Statusdatum="01-04-2026", Datum_levering="02-05-2026")
    run = bekijk_lijst(gemeente, erkend, on=LATER)
    tussendoor(
        lambda: niet_erkend_vastleggen(
            dossier=dossier,
            datum_feit=date(2026, 5, 1),
            datum_gemeld=LATER,
            bron="Serviceteam",
            by=consulent,
            at=moment(LATER),
            on=LATER,
        )
    )

    run = bevestigen(run=run, by=consulent, at=moment(LATER), on=LATER)

    assert [fout["melding"] for fout in run.fouten] == [INTUSSEN]
    dossier = Dossier.objects.get()
    assert (dossier.status, dossier.uht_status) == (Status.ACCLIMATISATIE, UhtStatus.NIET_ERKEND)
    assert set(dossier.uht_wijzigingen.values_list("status", flat=True)) == {"aangemeld", "niet erkend"}


@pytest.mark.parametrize("aantal", [1, 3])
def test_looking_again_asks_the_same_for_one_dossier_as_for_three(gemeente, django_assert_num_queries, aantal):
    lees_in(gemeente, *[rij(BSN=bsn) for bsn in BSNS])
    dossiers = list(Dossier.objects.values_list("pk", flat=True))[:aantal]

    with django_assert_num_queries(5):
        assert set(lees_onder_slot(gemeente, dossiers)) == set(dossiers)
