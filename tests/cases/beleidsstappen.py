"""The action on the beleid of a dossier, for the matrix of statuses."""

from datetime import date

from cases.actions import dossierbeleid
from tests.factories import BeleidFactory, moment

ON = date(2026, 3, 20)


def beleid_kiezen(dossier, by):
    ander = BeleidFactory(gemeente=dossier.gemeente, geldig_vanaf=date(2021, 1, 1))
    return dossierbeleid.beleid_kiezen(dossier=dossier, beleid=ander, reden="Vergissing", by=by, at=moment(ON), on=ON)
