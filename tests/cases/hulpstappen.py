"""Wanting help or not, as steps of the matrix of statuses."""

from datetime import date

from cases.actions import hulp
from cases.keuzes import WilOndersteuning
from tests.factories import moment

ON, DAG = date(2026, 3, 20), date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}


def hulp_afwijzen(dossier, by):
    return hulp.hulp_afwijzen(
        dossier=dossier, wil=WilOndersteuning.LATER, datum=DAG, toelichting="Nu even niet", by=by, **NA
    )


def hulp_hervatten(dossier, by):
    return hulp.hulp_hervatten(dossier=dossier, datum=DAG, toelichting="", by=by, **NA)


def hulp_vergissing(dossier, by):
    return hulp.hulp_vergissing(dossier=dossier, by=by, reden="Vergissing", **NA)


def hulp_bevestigen(dossier, by):
    return hulp.hulp_bevestigen(dossier=dossier, by=by, at=moment(ON))
