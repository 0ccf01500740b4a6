"""The actions on afspraken, for the matrix of statuses."""

from datetime import date

from cases.actions import afspraak as afspraken
from cases.keuzes import Kanaal
from cases.models import Afspraak
from tests.factories import moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}


def afspraak_plannen(dossier, by):
    gegevens = {"datum": ON, "kanaal": Kanaal.KANTOOR}
    return afspraken.afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=by, **NA)


def gepland(dossier, by):
    """Give an afspraak that was planned when it still could be."""
    return Afspraak.objects.create(dossier=dossier, soort="gesprek", datum=ON, kanaal=Kanaal.KANTOOR, door=by)


def afspraak_wijzigen(dossier, by):
    return afspraken.afspraak_wijzigen(
        afspraak=dossier.afspraken.first() or gepland(dossier, by), wijzigingen={"plaats": "x"}, reden="x", by=by, **NA
    )


def afspraak_afzeggen(dossier, by):
    return afspraken.afspraak_afzeggen(afspraak=gepland(dossier, by), reden="Ziek.", by=by, at=moment(ON))


def afspraak_gehouden(dossier, by):
    return afspraken.afspraak_gehouden(afspraak=gepland(dossier, by), gesprek=None, by=by, **NA)
