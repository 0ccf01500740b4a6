"""Read the plan and the besluiten of a dossier once, however many cards and steps of a page ask for them."""

from django.db.models import Prefetch, prefetch_related_objects

from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent, Hulpvraag
from cases.status import Status
from planvanaanpak.keuzes import BesluitSoort, VoorzieningStatus
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.plantekst import Plantekst

# The besluiten that set a plan down; an addendum adds to the first of them.
OVER_HET_PLAN = (BesluitSoort.TOEKENNING, BesluitSoort.AFWIJZING)
# The events of what an inwoner agrees with.
WIJZIGT_PLAN = ("plan_bewaard", "voorziening_voorgesteld", "voorziening_gewijzigd", "voorziening_weggehaald")


def plan_van(dossier: Dossier, *delen: str) -> PlanVanAanpak | None:
    """Give the plan of a dossier with its akkoord and the named parts, each fetched once for this dossier object."""
    met_akkoord = PlanVanAanpak.objects.select_related("akkoord__bewijs")
    prefetch_related_objects([dossier], Prefetch("plan", queryset=met_akkoord))
    plan: PlanVanAanpak | None = getattr(dossier, "plan", None)
    if plan is not None:
        prefetch_related_objects([plan], *(VOORZIENINGEN if deel == "voorzieningen" else deel for deel in delen))
    return plan


VOORZIENINGEN = Prefetch(
    "voorzieningen", queryset=Voorziening.objects.select_related("besluit").defer("besluit__snapshot")
)


def besluiten_van(dossier: Dossier) -> list[Besluit]:
    """Give the besluiten of a dossier, the latest on top, without the copy of the letter."""
    prefetch_related_objects([dossier], Prefetch("besluiten", queryset=Besluit.objects.defer("snapshot")))
    return list(dossier.besluiten.all())


def kan_aanvullen(dossier: Dossier) -> bool:
    """Say whether a dossier is where an addendum can be made: after niet erkend only when a plan was vastgesteld."""
    if dossier.status != Status.ACCLIMATISATIE:
        return dossier.status == Status.UITVOERING
    return any(besluit.soort in OVER_HET_PLAN for besluit in besluiten_van(dossier))


def besluit_over_plan(dossier: Dossier) -> Besluit | None:
    """Give the besluit that set the plan down, which later ones add to."""
    return Besluit.objects.filter(dossier=dossier, soort__in=OVER_HET_PLAN).order_by("vastgesteld_op", "pk").first()


def voorstellen_van(plan: PlanVanAanpak) -> list[Voorziening]:
    """Give what still waits for a besluit, from the voorzieningen that were fetched."""
    return [v for v in plan.voorzieningen.all() if v.status == VoorzieningStatus.VOORSTEL]


def gewijzigd_na_akkoord(dossier: Dossier, plan: PlanVanAanpak | None) -> bool:
    """Say whether the plan was changed after the akkoord was recorded: then the inwoner agreed with something else."""
    akkoord = getattr(plan, "akkoord", None)
    if akkoord is None:
        return False
    return DossierEvent.objects.filter(dossier=dossier, soort__in=WIJZIGT_PLAN, at__gt=akkoord.vastgelegd_op).exists()


def planteksten(dossier: Dossier, plan: PlanVanAanpak | None) -> dict[Leefgebied, Plantekst]:
    """Give what the plan says of each leefgebied; before there is a plan that is the hulpvraag of the gesprekken."""
    if plan is None:
        hulpvragen = hulpvragen_van(dossier)
        return {leefgebied: Plantekst(hulpvraag=hulpvragen.get(leefgebied, "")) for leefgebied in Leefgebied}
    doelen = {doel.leefgebied: doel.tekst for doel in plan.doelen.all()}
    delen = {deel.leefgebied: deel for deel in plan.leefgebieden.all()}
    return {
        leefgebied: Plantekst(
            situatie=delen[leefgebied].situatie,
            voldoet=delen[leefgebied].voldoet,
            hulpvraag=delen[leefgebied].hulpvraag,
            doel=doelen.get(leefgebied, ""),
        )
        for leefgebied in Leefgebied
    }


def hulpvragen_van(dossier: Dossier) -> dict[str, str]:
    """Give the hulpvraag by leefgebied as the latest gesprek has it, which a new plan starts with."""
    return dict(Hulpvraag.objects.filter(dossier=dossier).geldend().values_list("leefgebied", "tekst"))
