"""Read what the end of a dossier and its nazorg rest on, once however many cards and steps of a page ask for it."""

from datetime import date

from django.db.models import Count, F, Prefetch, Q, prefetch_related_objects

from cases.models import Dossier, Termijn
from cases.status import Status
from nazorg.gronden import Dossierstand
from nazorg.models import Beeindiging, Nazorgcontact, Nazorgtraject
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel, Voorziening
from planvanaanpak.planbron import besluiten_van

# Only in these can there be an end or a nazorg to show; other pages need not ask.
NA_HET_EINDE = frozenset({Status.NAZORG, Status.ACCLIMATISATIE, Status.AFGESLOTEN})


def dossierstand(dossier: Dossier) -> Dossierstand:
    """Read on what the gronden for an end depend."""
    doelen = Doel.objects.filter(plan__dossier=dossier).aggregate(
        open=Count("pk", filter=Q(status=DoelStatus.OPEN)), behaald=Count("pk", filter=Q(status=DoelStatus.BEHAALD))
    )
    venster = Termijn.objects.filter(dossier=dossier, regel="besluiten").order_by("-uiterste_datum").first()
    return Dossierstand(
        status=Status(dossier.status),
        open_doelen=doelen["open"],
        behaalde_doelen=doelen["behaald"],
        besluiten_tot=venster.uiterste_datum if venster else None,
    )


def list_doorlopend(dossier: Dossier, datum: date) -> list[Voorziening]:
    """List the toegekende voorzieningen that run on after a day; they are fulfilled, whatever the grond of the end.

    VNG handreiking 2025 §4.4(1) NB and (3). One with a begin and no end runs on too; one without either was given once.
    """
    toegekend = Voorziening.objects.filter(plan__dossier=dossier).toegekend()
    lopend = Q(looptijd_tot__gt=datum) | Q(looptijd_tot__isnull=True, looptijd_vanaf__isnull=False)
    return list(toegekend.filter(lopend).order_by(F("looptijd_tot").asc(nulls_last=True), "pk"))


def traject_van(dossier: Dossier) -> Nazorgtraject | None:
    """Give the nazorg of a dossier with its contacts; before the end of the support nothing is asked."""
    if Status(dossier.status) not in NA_HET_EINDE:
        return None
    contacten = Prefetch("contacten", queryset=Nazorgcontact.objects.select_related("gehouden_door"))
    trajecten = Nazorgtraject.objects.select_related("afgesloten_door").prefetch_related(contacten)
    prefetch_related_objects([dossier], Prefetch("nazorg", queryset=trajecten))
    return getattr(dossier, "nazorg", None)


def beeindigingen_van(dossier: Dossier) -> list[Beeindiging]:
    """Give how the support ended, the latest on top, each with its besluit but without the copy of the letter."""
    if Status(dossier.status) not in NA_HET_EINDE:
        return []
    prefetch_related_objects([dossier], "beeindigingen")
    besluiten = {besluit.pk: besluit for besluit in besluiten_van(dossier)}
    beeindigingen = list(dossier.beeindigingen.all())
    for beeindiging in beeindigingen:
        beeindiging.besluit = besluiten[beeindiging.besluit_id]
    return beeindigingen
