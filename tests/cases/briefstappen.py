"""The letters without rules of their own, for the matrix of statuses."""

from datetime import date

from cases.actions import vrijebrief as brieven
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact
from cases.vrijebrief import GEEN_GEHOOR, ONTVANGST, OVERDRACHT
from tests.cases.afspraakstappen import NA, gepland


def uitnodigen(dossier, by):
    return brieven.uitnodigen(afspraak=gepland(dossier, by), bericht="", by=by, **NA)


def brief_maken(dossier, by):
    return brieven.brief_maken(dossier=dossier, soort=ONTVANGST, naar="", bericht="", by=by, **NA)


def poging(dossier, by):
    wat = {"kanaal": Kanaal.TELEFOON, "uitkomst": Contactuitkomst.GEEN_GEHOOR}
    Contact.objects.create(dossier=dossier, datum=date(2026, 3, 11), **wat, door=by)


def gehoor_melden(dossier, by):
    return brieven.brief_maken(dossier=dossier, soort=GEEN_GEHOOR, naar="", bericht="", by=by, **NA)


def overdracht_melden(dossier, by):
    return brieven.brief_maken(dossier=dossier, soort=OVERDRACHT, naar="het wijkteam", bericht="", by=by, **NA)
