"""Read the plan and the besluiten of a dossier once, however many cards and steps of a page ask for them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, Max, Min, OuterRef, Prefetch, Q, prefetch_related_objects
from django.db.models.lookups import IsNull
from django.utils.timezone import localdate

from cases.beleid_bron import regels_van
from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent, Hulpvraag
from cases.status import VOOR_EERSTE_GESPREK, Status
from planvanaanpak.keuzes import NIET_AF, BesluitSoort, Plansoort, Voorstel, VoorzieningStatus
from planvanaanpak.models import Besluit, Doel, Planfase, PlanVanAanpak, Voorziening
from planvanaanpak.plantekst import Plankop, Plantekst

# The besluiten that set a plan down; an addendum adds to the first of them.
OVER_HET_PLAN = (BesluitSoort.TOEKENNING, BesluitSoort.AFWIJZING)
# Where a besluit can add to a plan that was vastgesteld: after niet erkend for 30 dagen (Wht art. 2.21 lid 6), and in
# the nazorg to refuse alone, as what is granted there takes the plan up again (decision 1101).
AAN_TE_VULLEN = frozenset({Status.UITVOERING, Status.NAZORG, Status.ACCLIMATISATIE})
# The events of what an inwoner agrees with.
WIJZIGT_PLAN = (
    "plan_bewaard", "doel_toegevoegd", "doel_gewijzigd", "doel_weggehaald", "voorziening_voorgesteld",
    "voorziening_gewijzigd", "voorziening_weggehaald",
)  # fmt: skip


def plan_van(dossier: Dossier, *delen: str) -> PlanVanAanpak | None:
    """Give the plan of a dossier with its akkoord and the named parts, each fetched once for this dossier object."""
    prefetch_related_objects([dossier], PLAN)
    plan: PlanVanAanpak | None = getattr(dossier, "plan", None)
    if plan is not None:
        prefetch_related_objects([plan], *(DELEN.get(deel, deel) for deel in delen))
    return plan


def plankop(plan: PlanVanAanpak | None, dossier: Dossier) -> Plankop:
    """Give what a plan says of itself; one that is still to be made is acute when the dossier is."""
    if plan is None:
        return Plankop(soort=Plansoort.ACUUT if dossier.acuut else Plansoort.VOLLEDIG)
    return Plankop(soort=plan.soort, situatie=plan.situatie)


def doelen_per_gebied(plan: PlanVanAanpak) -> dict[str, list[Doel]]:
    """Give the doelen by leefgebied, in the order in which they were made."""
    per_gebied: dict[str, list[Doel]] = {}
    for doel in plan.doelen.all():
        per_gebied.setdefault(doel.leefgebied, []).append(doel)
    return per_gebied


def geldende_doelen(plan: PlanVanAanpak) -> dict[str, list[Doel]]:
    """Give by leefgebied the doelen that the plan still has; a leefgebied without any is not in it."""
    per_gebied = {gebied: [doel for doel in rij if doel.geldt] for gebied, rij in doelen_per_gebied(plan).items()}
    return {gebied: rij for gebied, rij in per_gebied.items() if rij}


def eerste_doel(doelen: Iterable[Doel]) -> Doel | None:
    """Give the doel that is written on the page of the plan itself: the first one of the inwoner that is not closed."""
    return next((doel for doel in doelen if doel.gezinslid_id is None and doel.is_open), None)


def was_vastgesteld(plan: PlanVanAanpak) -> bool:
    """Say whether a besluit set this plan down before: one that is open again keeps a trail of what goes."""
    return plan.versies.filter(besluit__isnull=False).exists()


def fasen_van(dossier: Dossier, plan: PlanVanAanpak) -> list[Planfase]:
    """Give the fasen of a plan; one that the beleid got since has no row until it is planned or evaluated."""
    beleid = {
        nummer: Planfase(plan=plan, nummer=nummer, naam=naam)
        for nummer, naam in enumerate(regels_van(dossier).fasen, start=1)
    }
    rijen = beleid | {fase.nummer: fase for fase in plan.fasen.all()}
    return [rijen[nummer] for nummer in sorted(rijen)]


def is_open(dossier: Dossier) -> bool:
    """Say whether the plan of a dossier can be filled in.

    In a bedreigende situatie that is straight after the aanmelding (VNG handreiking 2025 §4.2).
    """
    if dossier.acuut and dossier.status in VOOR_EERSTE_GESPREK:
        return True
    return dossier.status == Status.PLAN_VAN_AANPAK


def _na_akkoord() -> Exists:
    """Find the changes to a plan that its akkoord does not cover (component B: the rechthebbende agreed with it).

    An akkoord goes up to the moment it was recorded and no further than the day it was given, whichever is first: who
    records it later, or adds the proof, does not stretch it (decision 1171). A wijziging that falls within it does.
    """
    bekeken = OuterRef("akkoord__wijziging_op")
    na_akkoord = Q(at__gt=OuterRef("akkoord__vastgelegd_op")) | Q(at__date__gt=OuterRef("akkoord__datum"))
    wijzigingen = DossierEvent.objects.filter(dossier=OuterRef("dossier"), soort__in=WIJZIGT_PLAN)
    return Exists(wijzigingen.filter(Q(at__gt=bekeken) | Q(IsNull(bekeken, True)) & na_akkoord))


# What is fetched with a plan is said once here: Django is longer in making such a question than in asking it.
PLAN = Prefetch(
    "plan",
    queryset=PlanVanAanpak.objects.select_related(
        "akkoord__bewijs", "akkoord__vertegenwoordiger", "zonder_akkoord"
    ).annotate(na_akkoord=_na_akkoord()),
)
VOORZIENINGEN = Prefetch(
    "voorzieningen",
    queryset=Voorziening.objects.met_besluiten().select_related(
        "gezinslid", "saneringskrediet", "vervolg", "nibudprijs", "dienst"
    ),
)

# `eerste_dag` is the first day of an open step: who looks for late steps asks for them only when there are any.
# The order is said here, as Django drops that of the model where rows are grouped.
DOELEN = Prefetch(
    "doelen",
    queryset=Doel.objects.select_related("gezinslid", "toegevoegd_door")
    .annotate(eerste_dag=Min("stappen__datum_uiterlijk", filter=Q(stappen__status__in=NIET_AF)))
    .order_by("id"),
)
DELEN: dict[str, Prefetch] = {"voorzieningen": VOORZIENINGEN, "doelen": DOELEN}
BESLUITEN = Prefetch("besluiten", queryset=Besluit.objects.defer("snapshot").met_terugkomst().met_herroeping())


def besluiten_van(dossier: Dossier) -> list[Besluit]:
    """Give the besluiten of a dossier, the latest on top, without the copy of the letter."""
    prefetch_related_objects([dossier], BESLUITEN)
    return list(dossier.besluiten.all())


def kan_aanvullen(dossier: Dossier) -> bool:
    """Say whether a dossier is where an addendum can be made: after niet erkend only when a plan was vastgesteld."""
    if dossier.status != Status.ACCLIMATISATIE:
        return dossier.status in AAN_TE_VULLEN
    return any(besluit.soort in OVER_HET_PLAN for besluit in besluiten_van(dossier))


def besluit_over_plan(dossier: Dossier) -> Besluit | None:
    """Give the besluit that set the plan down and holds, which later ones add to."""
    over_plan = Besluit.objects.filter(dossier=dossier, soort__in=OVER_HET_PLAN)
    return over_plan.geldend().order_by("vastgesteld_op", "pk").first()


def ingetrokken_met(besluiten: Iterable[Besluit]) -> dict[int, Besluit]:
    """Give by its key with which besluit each one was taken back, from those of a dossier that were fetched.

    One that was herroepen takes nothing back.
    """
    geldig = (b for b in besluiten if b.soort == BesluitSoort.INTREKKING and not getattr(b, "is_herroepen", False))
    return {b.gaat_over_id: b for b in geldig if b.gaat_over_id}


def voorstellen_van(plan: PlanVanAanpak) -> list[Voorziening]:
    """Give what still waits for a besluit, from the voorzieningen that were fetched."""
    return [v for v in plan.voorzieningen.all() if v.status == VoorzieningStatus.VOORSTEL]


def buiten_het_plan(plan: PlanVanAanpak, voorzieningen: Iterable[Voorziening]) -> dict[Leefgebied, str]:
    """Say where something would be granted that the plan does not cover: without a doel that holds, or left out.

    The support is given from the plan alone, to reach its doelen (Tiel 2025 art. 4 lid 1c, art. 6 lid 1).
    """
    met_doel = geldende_doelen(plan)
    weggelaten = {deel.leefgebied for deel in plan.leefgebieden.all() if deel.weggelaten}
    gebieden = {v.leefgebied for v in voorzieningen if v.voorstel == Voorstel.TOEKENNEN}
    return {
        gebied: "is weggelaten" if gebied in weggelaten else "heeft geen doel"
        for gebied in Leefgebied
        if gebied in gebieden and (gebied in weggelaten or gebied not in met_doel)
    }


def gewijzigd_na_akkoord(dossier: Dossier, plan: PlanVanAanpak | None) -> bool:
    """Say whether the plan was changed after the akkoord: then the inwoner agreed with something else.

    What somebody said falls within the akkoord, with a reason, does not count.
    """
    akkoord = getattr(plan, "akkoord", None)
    if plan is None or akkoord is None:
        return False
    if hasattr(plan, "na_akkoord"):
        return bool(plan.na_akkoord)
    return PlanVanAanpak.objects.filter(_na_akkoord(), pk=plan.pk).exists()


def laatste_wijziging(dossier: Dossier) -> date | None:
    """Give the last day on which something changed of what an inwoner agrees with."""
    at = DossierEvent.objects.filter(dossier=dossier, soort__in=WIJZIGT_PLAN).aggregate(laatste=Max("at"))["laatste"]
    return localdate(at) if at else None


def planteksten(dossier: Dossier, plan: PlanVanAanpak | None) -> dict[Leefgebied, Plantekst]:
    """Give what the plan says of each leefgebied; before there is a plan that is the hulpvraag of the gesprekken."""
    if plan is None:
        hulpvragen = hulpvragen_van(dossier)
        return {leefgebied: Plantekst(hulpvraag=hulpvragen.get(leefgebied, "")) for leefgebied in Leefgebied}
    doelen = {gebied: eerste for gebied, rij in doelen_per_gebied(plan).items() if (eerste := eerste_doel(rij))}
    delen = {deel.leefgebied: deel for deel in plan.leefgebieden.all()}
    return {
        leefgebied: Plantekst(
            situatie=delen[leefgebied].situatie,
            voldoet=delen[leefgebied].voldoet,
            hulpvraag=delen[leefgebied].hulpvraag,
            doel=doelen[leefgebied].tekst if leefgebied in doelen else "",
            weggelaten=delen[leefgebied].weggelaten,
        )
        for leefgebied in Leefgebied
    }


def hulpvragen_van(dossier: Dossier) -> dict[str, str]:
    """Give the hulpvraag by leefgebied as the latest gesprek has it, which a new plan starts with."""
    return dict(Hulpvraag.objects.filter(dossier=dossier).geldend().values_list("leefgebied", "tekst"))
