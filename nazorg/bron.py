"""Read what the end of a dossier and its nazorg rest on, once however many cards and steps of a page ask for it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, prefetch_related_objects

from cases.models import Dossier, Termijn
from cases.status import Status
from nazorg.gronden import Dossierstand
from nazorg.models import Beeindiging, Nazorgcontact, Nazorgtraject
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel, Voorziening
from planvanaanpak.planbron import besluiten_van

# The event of the besluit that the nightly run prepared.
KLAARGEZET = "beeindiging_klaargezet"
NAZORG_GELEZEN = "_nazorg_gelezen"
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


def staat_klaar(dossier: Dossier) -> bool:
    """Say whether the nightly run prepared the besluit that ends the support after niet erkend."""
    return dossier.events.filter(soort=KLAARGEZET).exists()


def list_doorlopend(dossier: Dossier, datum: date) -> list[Voorziening]:
    """List the toegekende voorzieningen that run on after a day; they are fulfilled, whatever the grond of the end.

    VNG handreiking 2025 §4.4(1) NB and (3). One with a begin and no end runs on too; one without either was given once.
    """
    toegekend = Voorziening.objects.filter(plan__dossier=dossier).toegekend()
    lopend = Q(looptijd_tot__gt=datum) | Q(looptijd_tot__isnull=True, looptijd_vanaf__isnull=False)
    return list(toegekend.filter(lopend).order_by(F("looptijd_tot").asc(nulls_last=True), "pk"))


@dataclass(frozen=True)
class Nazorg:
    """The nazorg of a dossier with its contacts in order."""

    traject: Nazorgtraject
    contacten: tuple[Nazorgcontact, ...]

    @property
    def te_houden(self) -> int:
        return sum(contact.gehouden_op is None for contact in self.contacten)


def nazorg_van(dossier: Dossier) -> Nazorg | None:
    """Give the nazorg of a dossier, read once for this dossier object; where there is none nothing is asked."""
    if not any(beeindiging.nazorg_gewenst for beeindiging in beeindigingen_van(dossier)):
        return None
    if NAZORG_GELEZEN not in vars(dossier):
        setattr(dossier, NAZORG_GELEZEN, _lees_nazorg(dossier))
    nazorg: Nazorg = getattr(dossier, NAZORG_GELEZEN)
    return nazorg


def _lees_nazorg(dossier: Dossier) -> Nazorg:
    """Read contacts and traject together; only a nazorg without agreed contacts takes a second query."""
    contacten = Nazorgcontact.objects.filter(traject__dossier=dossier)
    gelezen = tuple(contacten.select_related("traject__afgesloten_door", "gehouden_door"))
    if gelezen:
        return Nazorg(gelezen[0].traject, gelezen)
    return Nazorg(Nazorgtraject.objects.select_related("afgesloten_door").get(dossier=dossier), ())


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
