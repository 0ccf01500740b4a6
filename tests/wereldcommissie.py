"""The part of the world with a beoordelingscommissie: a plan without akkoord, its agenda, a mandate, an approval."""

from datetime import date, time

from accounts.models import Gemeente, User
from cases.models import Dossier
from planvanaanpak.actions import commissie as acties
from planvanaanpak.actions.akkoord import zonder_akkoord_vastleggen
from planvanaanpak.actions.mandaat import GoedkeuringNodig, goedkeuring_vragen
from planvanaanpak.actions.mandaatregister import mandaat_bewaren
from planvanaanpak.akkoordkeuzes import ZonderAkkoordGrond
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt, Commissievergadering, Goedkeuring, Mandaat
from planvanaanpak.opbouw import maak_brief, plan_inhoud
from tests.factories import BeleidFactory, moment
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

GESPREK, ON, LATER = date(2026, 3, 12), date(2026, 6, 1), date(2026, 6, 15)
# It begins after the days of the tests: until then the permission of a role decides.
MANDAAT = {
    "soort": "", "rol": "coordinator", "gebruiker": None, "tot_bedrag": None, "vier_ogen": False,
    "vanaf": date(2027, 1, 1), "tot": None, "bron": "mandaatbesluit 2027, onderdeel 7.3",
}  # fmt: skip


def beoordeel(dossier: Dossier, gemeente: Gemeente, users: dict[str, User]) -> Dossier:
    """Give a dossier whose beleid has a commissie, with one advice that the voorstel departs from and one to come."""
    dossier.beleid = BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2019, 1, 1), afwijkingen={})
    dossier.save(update_fields=["beleid"])
    consulent, lid, coordinator = users["consulent"], users["commissielid"], users["coordinator"]
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    plan = maak_volledig_plan(dossier, consulent, date(2026, 4, 20))
    plan.akkoord.delete()
    wie_wanneer = {"by": consulent, "at": moment(ON)}
    zonder_akkoord_vastleggen(plan=plan, grond=ZonderAkkoordGrond.WEIGERT, reden="Wil meer.", **wie_wanneer)
    waar = {"tijd": time(9, 30), "plaats": "stadhuis, kamer 1.04"}
    for datum, voorziening in zip((ON, LATER), plan.voorzieningen.order_by("pk"), strict=True):
        vergadering = acties.vergadering_plannen(gemeente=gemeente, datum=datum, **waar, by=coordinator, on=ON)
        acties.voorleggen(plan=plan, voorzieningen=[voorziening], vergadering=vergadering, **wie_wanneer, on=ON)
    advies = acties.Advies(strekking=Strekking.AFWIJZEN, motivering="De koelkast werkt nog.", leden=[lid])
    punt = Agendapunt.objects.get(vergadering__datum=ON)
    acties.adviseren(punt=punt, advies=advies, by=lid, at=moment(ON), on=ON)
    mandaat_bewaren(gemeente=gemeente, gegevens=MANDAAT, by=users["beheerder"])
    inhoud = plan_inhoud(plan, list(plan.voorzieningen.order_by("pk")))
    brief = maak_brief(dossier=dossier, inhoud=inhoud, kenmerk="concept", datum=ON, by=consulent)
    nodig, pad = GoedkeuringNodig(dossier, inhoud, brief), f"/dossiers/{dossier.nummer}/plan-van-aanpak/vaststellen/"
    goedkeuring_vragen(nodig=nodig, pad=pad, invoer={"datum": ["2026-06-01"]}, **wie_wanneer)
    return dossier


def adressen(dossier: Dossier) -> dict[str, list[object]]:
    """Give the arguments of the pages of the commissie, the mandaatregister and the approvals."""
    nummer, code = dossier.nummer, dossier.gemeente.code
    geweest, gepland = Commissievergadering.objects.order_by("datum")
    beoordeeld, open_ = geweest.punten.get().pk, gepland.punten.get().pk
    mandaat, goedkeuring = Mandaat.objects.get().pk, Goedkeuring.objects.get().pk
    return {
        "zonder_akkoord": [nummer],
        "commissie_dossier": [nummer],
        "agendapunt_weghalen": [nummer, open_],
        "advies_afwijken": [nummer, beoordeeld],
        "vergadering_nieuw": [code],
        "vergadering": [geweest.pk],
        "vergadering_wijzigen": [gepland.pk],
        "vergadering_afzeggen": [gepland.pk],
        "vergadering_aanwezigen": [geweest.pk],
        "agendapunt": [geweest.pk, beoordeeld],
        "advies": [geweest.pk, beoordeeld],
        "goedkeuring": [goedkeuring],
        "goedkeuring_brief": [goedkeuring],
        "goedkeuring_intrekken": [goedkeuring],
        "akkoord_wijziging": [nummer],
        "mandaten": [code],
        "mandaat_nieuw": [code],
        "mandaat": [code, mandaat],
        "mandaat_weghalen": [code, mandaat],
    }
