"""Who may agree with a plan, and the plan that is set down without akkoord."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel, verwijder
from cases.models import Betrokkene, Dossier
from config.weergave import datum as datumtekst
from planvanaanpak.actions.planpoort import eis_plan_open
from planvanaanpak.akkoordbron import vergeefse_pogingen
from planvanaanpak.akkoordkeuzes import AkkoordVan, ZonderAkkoordGrond
from planvanaanpak.akkoordregels import keur_zonder_akkoord
from planvanaanpak.models import Akkoord, PlanVanAanpak, ZonderAkkoord
from planvanaanpak.planbron import gewijzigd_na_akkoord, laatste_wijziging

# What can be added to an akkoord without it being another one.
NAAST_AKKOORD = {"bewijs_id", "toelichting"}


class ZonderAkkoordFout(ActieFout):
    """A reason to do without akkoord that does not hold; `fouten` says it by field."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


def eis_van_wie(dossier: Dossier, van: str, vertegenwoordiger: Betrokkene | None) -> None:
    """Refuse an akkoord of somebody who does not act for the inwoner of this dossier."""
    if (van == AkkoordVan.VERTEGENWOORDIGER) != (vertegenwoordiger is not None):
        raise ActieFout("Kies welke vertegenwoordiger akkoord gaf, of kies: de inwoner zelf.")
    if vertegenwoordiger is None:
        return
    van_dossier = Betrokkene.objects.geldig().filter(pk=vertegenwoordiger.pk, dossier=dossier).exists()
    if not van_dossier or not vertegenwoordiger.is_vertegenwoordiger:
        raise ActieFout("Deze persoon vertegenwoordigt de inwoner niet. Leg dat eerst vast bij Mensen in het dossier.")


def eis_na_wijziging(dossier: Dossier, datum: date) -> None:
    """Refuse an akkoord with the plan of now on a day when the plan still had to change."""
    gewijzigd = laatste_wijziging(dossier)
    if gewijzigd is not None and datum < gewijzigd:
        raise ActieFout(
            f"Het plan is gewijzigd op {datumtekst(gewijzigd)}. Vul bij 'Wanneer' de dag in waarop de inwoner daarna"
            " akkoord gaf."
        )


def akkoordzin(akkoord: Akkoord, *, is_nieuw: bool) -> str:
    """Say in the log of the dossier what was recorded."""
    dag = datumtekst(akkoord.datum)
    if not is_nieuw:
        return f"Bewijs of toelichting gewijzigd bij het akkoord van {dag}."
    wat = "een deel van het plan" if akkoord.niet_akkoord else "het plan"
    return f"Akkoord met {wat} op {dag}: {akkoord.get_kanaal_display().lower()}."


@transaction.atomic
def zonder_akkoord_vastleggen(
    *, plan: PlanVanAanpak, grond: ZonderAkkoordGrond, reden: str, by: User, at: datetime
) -> ZonderAkkoord:
    """Record why the plan is set down without akkoord: a refusal, no answer after two attempts, or it is acute.

    The attempts are counted in the contact log. Raises ZonderAkkoordFout when the dossier does not bear it out, and
    ActieFout when there is an akkoord already. An akkoord can still be recorded after; component B waits for that.
    """
    dossier = vergrendel(plan.dossier)
    eis_plan_open(dossier, "Vastleggen dat er geen akkoord is")
    if Akkoord.objects.filter(plan=plan).exists():
        raise ActieFout("Er is al een akkoord met dit plan. Een reden om zonder te beslissen is niet nodig.")
    plan.dossier = dossier
    fouten = keur_zonder_akkoord(
        grond, reden, aantal_vergeefs=vergeefse_pogingen(dossier, plan), is_acuut=bool(dossier.acuut)
    )
    if fouten:
        raise ZonderAkkoordFout(fouten)
    zonder = ZonderAkkoord.objects.filter(plan=plan).first() or ZonderAkkoord(plan=plan)
    zonder.grond, zonder.reden, zonder.vastgelegd_op, zonder.vastgelegd_door = grond, reden.strip(), at, by
    bewaar(zonder, by=by)
    tekst = f"Het plan gaat verder zonder akkoord: {zonder.get_grond_display().lower()}."
    log(dossier, "zonder_akkoord", tekst, by=by, at=at, reden=zonder.reden)
    return zonder


@transaction.atomic
def wijziging_binnen_akkoord(*, plan: PlanVanAanpak, reden: str, by: User, at: datetime) -> Akkoord:
    """State with a reason that what changed after the akkoord falls within it: the akkoord then counts for this plan.

    It holds for the plan of this moment; a later change asks again. Raises ActieFout when nothing changed.
    """
    dossier = vergrendel(plan.dossier)
    eis_plan_open(dossier, "Vastleggen dat een wijziging binnen het akkoord valt")
    plan = PlanVanAanpak.objects.select_related("akkoord").get(pk=plan.pk)
    akkoord: Akkoord | None = getattr(plan, "akkoord", None)
    if akkoord is None:
        raise ActieFout("Er is nog geen akkoord met dit plan. Leg dat eerst vast.")
    if not gewijzigd_na_akkoord(dossier, plan):
        raise ActieFout("Het plan is na het akkoord niet gewijzigd. Een reden is niet nodig.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de wijziging binnen het akkoord valt.")
    akkoord.wijziging_reden, akkoord.wijziging_op, akkoord.wijziging_door = reden.strip(), at, by
    bewaar(akkoord, by=by, velden=["wijziging_reden", "wijziging_op", "wijziging_door"], reden=reden.strip())
    tekst = "De wijziging van het plan valt binnen het akkoord van de inwoner."
    log(dossier, "akkoord_wijziging", tekst, by=by, at=at, reden=akkoord.wijziging_reden)
    return akkoord


def laat_akkoord_vervallen(plan: PlanVanAanpak, reden: str, *, by: User) -> None:
    """Take the akkoord with a plan that was taken back away, or why there was none: the new plan needs its own.

    The history and the letter keep it. Part of an action that logs it.
    """
    for model in (Akkoord, ZonderAkkoord):
        rij = model.objects.select_for_update().filter(plan=plan).first()
        if rij is not None:
            verwijder(rij, by=by, reden=reden)
