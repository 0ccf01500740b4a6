"""The steps of the hardheidsclausule, for the matrix of status and action."""

from datetime import date

from accounts.rollen import Rol
from cases.actions import hardheid
from cases.actions.termijnen import start_termijn
from cases.models import Hardheidsbesluit
from tests.factories import LidmaatschapFactory, moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}


def maak_venster_dicht(dossier, by):
    """Let the 6 maanden be over, for a coördinator to decide."""
    LidmaatschapFactory(user=by, gemeente=dossier.gemeente, rol=Rol.COORDINATOR)
    dossier.datum_eerste_gesprek = date(2025, 3, 12)
    start_termijn(
        dossier=dossier, regel="materiele_verstrekking", aanleiding="gesprek:1", start=date(2025, 3, 12), on=ON
    )


def maak_hardheid(dossier, by):
    maak_venster_dicht(dossier, by)
    Hardheidsbesluit.objects.create(dossier=dossier, besloten_op=ON, besloten_door=by, **HARDHEID)


HARDHEID = {"regel": "materiele_verstrekking", "grond": "wet", "waarvoor": "een bed", "motivering": "Ziekte."}


def hardheid_vastleggen(dossier, by):
    return hardheid.hardheid_vastleggen(dossier=dossier, **HARDHEID, by=by, **NA)


def hardheid_intrekken(dossier, by):
    rij = dossier.hardheidsbesluiten.get()
    return hardheid.hardheid_intrekken(hardheid=rij, reden="Fout", by=by, at=moment(ON))
