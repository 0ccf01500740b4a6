"""What tests about the commissie and the mandate set up through the actions."""

from datetime import date, time

from planvanaanpak.actions import commissie as acties
from planvanaanpak.actions.mandaatregister import mandaat_bewaren
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt
from tests.factories import BeleidFactory, moment

WAAR = {"tijd": time(9, 30), "plaats": "kamer 1.04"}


def met_commissie(dossier):
    """Let a dossier follow beleid with a beoordelingscommissie."""
    dossier.beleid = BeleidFactory(gemeente=dossier.gemeente, geldig_vanaf=date(2019, 1, 1), afwijkingen={})
    dossier.save(update_fields=["beleid"])
    return dossier


def vergader(gemeente, by, on, datum=None):
    return acties.vergadering_plannen(gemeente=gemeente, datum=datum or on, **WAAR, by=by, on=on)


def leg_voor(plan, by, on, vergadering=None, voorzieningen=None):
    """Put what still waits for a besluit on an agenda of today."""
    vergadering = vergadering or vergader(plan.dossier.gemeente, by, on)
    gekozen = voorzieningen if voorzieningen is not None else list(plan.voorzieningen.voorgesteld().order_by("pk"))
    wat = {"plan": plan, "voorzieningen": gekozen, "vergadering": vergadering}
    return acties.voorleggen(**wat, by=by, at=moment(on), on=on)


def adviseer(punt, leden, by, on, strekking=Strekking.TOEKENNEN, anders="", motivering="Nodig voor een nieuwe start."):
    advies = acties.Advies(strekking=strekking, anders=anders, motivering=motivering, leden=leden)
    return acties.adviseren(punt=punt, advies=advies, by=by, at=moment(on), on=on)


def adviseer_alles(plan, lid, by, on):
    """Have one lid advise to grant all that is proposed."""
    for punt in leg_voor(plan, by, on):
        adviseer(punt, [lid], lid, on)
    return list(Agendapunt.objects.filter(plan=plan).order_by("pk"))


def mandateer(gemeente, by, **velden):
    """Add a row to the mandaatregister, of a consulent for everything unless said otherwise."""
    basis = {
        "soort": "", "rol": "consulent", "gebruiker": None, "tot_bedrag": None, "vier_ogen": False,
        "vanaf": date(2026, 1, 1), "tot": None, "bron": "mandaatbesluit 2026, onderdeel 7.3",
    }  # fmt: skip
    return mandaat_bewaren(gemeente=gemeente, gegevens=basis | velden, by=by)
