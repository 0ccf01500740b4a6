"""The real list of January, from preview to dossiers, and once more."""

from collections import Counter

import pytest

from cases.keuzes import UhtStatus
from cases.models import Controlepunt, Dossier, DossierEvent, Termijn
from cases.status import Status
from portal_import.actions.inlezen import bevestigen
from portal_import.models import ImportRegel, ImportRun
from tests.factories import moment
from tests.portal_import.bestanden import LEVERING
from tests.portal_import.runs import LATER, ON, bekijk_lijst, getallen, telling

pytestmark = pytest.mark.django_db

INHOUD = LEVERING.read_bytes()


def test_preview_of_the_real_list_changes_nothing(gemeente, coordinator):
    voor = telling()

    run = bekijk_lijst(gemeente, inhoud=INHOUD, naam=LEVERING.name, by=coordinator)

    assert telling() == voor
    assert run.stand == ImportRun.Stand.VOORBEELD
    assert getallen(run) == (276, 276, 0, 0, 0)
    assert Counter(w["code"] for w in run.waarschuwingen) == {
        "woonplaats": 166,
        "adres": 110,
        "geen_recht": 49,
        "minderjarig": 9,
        "verminkt": 1,
    }
    assert bytes(ImportRun.objects.get().inhoud) == INHOUD


def test_real_list_becomes_dossiers_and_changes_nothing_the_second_time(gemeente, coordinator):
    run = bekijk_lijst(gemeente, inhoud=INHOUD, naam=LEVERING.name, by=coordinator)

    run = bevestigen(run=run, by=coordinator, at=moment(ON), on=ON)

    assert (run.stand, run.inhoud, run.afgerond_door) == (ImportRun.Stand.INGELEZEN, None, coordinator)
    assert getallen(run) == (276, 276, 0, 0, 0)
    _controleer_dossiers(coordinator)

    voor = telling()
    opnieuw = bekijk_lijst(gemeente, inhoud=INHOUD, naam=LEVERING.name, by=coordinator, on=LATER)

    assert (opnieuw.stand, opnieuw.inhoud) == (ImportRun.Stand.NIETS_NIEUWS, None)
    assert getallen(opnieuw) == (276, 0, 0, 276, 0)
    assert telling() == voor


def _controleer_dossiers(coordinator):
    zonder_recht = Dossier.objects.filter(status=Status.GEEN_RECHT)
    open_dossiers = Dossier.objects.filter(status=Status.AANMELDING)
    assert (zonder_recht.count(), open_dossiers.count(), Dossier.objects.count()) == (49, 227, 276)
    assert set(zonder_recht.values_list("uht_status", flat=True)) == {UhtStatus.NIET_ERKEND}
    assert Counter(Dossier.objects.values_list("doelgroep", flat=True)) == {
        "aanvrager": 204,
        "ex-toeslagpartner": 60,
        "nabestaande": 12,
    }
    assert Termijn.objects.filter(dossier__in=zonder_recht).count() == 0
    assert Counter(Termijn.objects.values_list("regel", flat=True)) == {"eerste_contact": 227, "eerste_gesprek": 227}
    assert Counter(DossierEvent.objects.values_list("soort", "by")) == {("aangemeld", coordinator.pk): 276}
    assert Dossier.history.filter(history_user=coordinator).count() == 276
    assert Counter(Controlepunt.objects.values_list("soort", flat=True)) == {"woonplaats": 166, "portaal": 10}
    assert sorted(Dossier.objects.values_list("nummer", flat=True)) == [f"9901-D-2025-{n:05d}" for n in range(1, 277)]
    assert ImportRegel.objects.filter(gevolg="nieuw").count() == 276
