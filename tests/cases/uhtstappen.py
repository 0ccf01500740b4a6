"""Putting a status of UHT right, as steps of the matrix of statuses."""

from datetime import date

from django.db import transaction

from cases.actions import uhtherstel
from cases.models import UhtStatusWijziging
from tests.factories import moment

ON, DAG = date(2026, 3, 20), date(2026, 3, 12)
FOUT = {"reden": "Fout", "at": moment(ON), "on": ON}


@transaction.atomic
def uht_status_wijzigen(dossier, by):
    rij, nieuw = dossier.uht_wijzigingen.get(), {"bron": "Serviceteam"}
    return uhtherstel.uht_status_wijzigen(wijziging=rij, wijzigingen=nieuw, by=by, **FOUT)


@transaction.atomic
def uht_status_intrekken(dossier, by):
    status = dossier.uht_status
    rij = UhtStatusWijziging.objects.create(
        dossier=dossier, status=status, datum_feit=DAG, datum_gemeld=DAG, bron="x", door=by
    )
    return uhtherstel.uht_status_intrekken(wijziging=rij, by=by, **FOUT)
