"""Read what the end of a dossier and its nazorg rest on, once however many cards and steps of a page ask for it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, prefetch_related_objects

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.keuzes import ZONDER_RECHT, UhtStatus
from cases.models import Dossier, Termijn
from cases.status import Status
from nazorg.brieftekst import artikel_niet_erkend
from nazorg.gronden import NIET_ERKEND, Dossierstand
from nazorg.models import Beeindiging, Eindgrond, Nazorgcontact, Nazorgtraject
from nazorg.termijnen import ACCLIMATISATIE, BEEINDIGING, NAZORG_EINDE, NAZORGKLOKKEN
from planvanaanpak.actions.verstrekking import stand_op
from planvanaanpak.keuzes import NIET_AF, DoelStatus
from planvanaanpak.models import Doel, Voorziening
from planvanaanpak.planbron import besluiten_van

# The event of the besluit that the nightly run prepared.
KLAARGEZET = "beeindiging_klaargezet"
NAZORG_GELEZEN, EINDGROND_GELEZEN = "_nazorg_gelezen", "_eindgrond_gelezen"
# Only in these can there be an end or a nazorg to show; other pages need not ask.
NA_HET_EINDE = frozenset({Status.NAZORG, Status.ACCLIMATISATIE, Status.AFGESLOTEN})


def dossierstand(dossier: Dossier) -> Dossierstand:
    """Read on what the gronden for an end depend."""
    doelen = Doel.objects.filter(plan__dossier=dossier).aggregate(
        open=Count("pk", filter=Q(status__in=NIET_AF)), behaald=Count("pk", filter=Q(status=DoelStatus.BEHAALD))
    )
    venster = Termijn.objects.filter(dossier=dossier, regel="besluiten").order_by("-uiterste_datum").first()
    return Dossierstand(
        status=Status(dossier.status),
        open_doelen=doelen["open"],
        behaalde_doelen=doelen["behaald"],
        besluiten_tot=venster.uiterste_datum if venster else None,
    )


def is_toch_erkend(dossier: Dossier) -> bool:
    """Say whether UHT came back on niet erkend while the support is being wound down."""
    return dossier.status == Status.ACCLIMATISATIE and UhtStatus(dossier.uht_status) not in ZONDER_RECHT


def artikel_van(dossier: Dossier, grond: str) -> str:
    """Name the article that an end on this grond rests on, where the law has one of its own for it."""
    return artikel_niet_erkend(dossier.acclimatisatie.datum_gemeld) if grond == NIET_ERKEND else ""


def nazorg_tot(dossier: Dossier, begin: date) -> date | None:
    """Give the last day of a nazorg that begins on a day, as its clock will have it."""
    return einddatum(NAZORG_EINDE, begin, kalender_nu(), beleid=regels_van(dossier)).einddatum


def staat_klaar(dossier: Dossier, on: date) -> bool:
    """Say whether the nightly run prepared the besluit that ends the support after niet erkend.

    Not on a day before the last of the 30: then it prepared one for an earlier message, or one that was put right.
    """
    klok = next((t for t in dossier.termijnen.all() if t.regel == ACCLIMATISATIE.code), None)
    return klok is not None and klok.uiterste_datum <= on and dossier.events.filter(soort=KLAARGEZET).exists()


@dataclass(frozen=True)
class Doorlopend:
    """A toegekende voorziening of which something is still to come, and what that is."""

    voorziening: Voorziening
    nog: str

    @property
    def omschrijving(self) -> str:
        return self.voorziening.omschrijving


def list_doorlopend(dossier: Dossier, datum: date) -> list[Doorlopend]:
    """List what was granted and is not all given yet on a day; it is fulfilled, whatever the grond of the end.

    VNG handreiking 2025 §4.4(1) NB (two of the EMDR sessions are still to come) and (3). What is still to come is what
    the page with all that was granted says of it (planvanaanpak.verstrekking).
    """
    toegekend = Voorziening.objects.filter(plan__dossier=dossier).toegekend().met_besluit_nodig()
    toegekend = (
        toegekend.met_besluiten()
        .prefetch_related("verstrekkingen")
        .order_by(F("looptijd_tot").asc(nulls_last=True), "pk")
    )
    standen = ((voorziening, stand_op(voorziening, datum)) for voorziening in toegekend)
    return [Doorlopend(rij, stand.nog(rij.eenheid)) for rij, stand in standen if stand.loopt_nog]


@dataclass(frozen=True)
class Nazorg:
    """The nazorg of a dossier with its contacts in order."""

    traject: Nazorgtraject
    contacten: tuple[Nazorgcontact, ...]

    @property
    def te_houden(self) -> int:
        return sum(contact.gehouden_op is None for contact in self.contacten)


def nazorg_van(dossier: Dossier) -> Nazorg | None:
    """Give the nazorg of a dossier, read once for this dossier object; where there is none nothing is asked.

    Also that of before a plan that was taken up again: what was held then is still to be read.
    """
    if not any(beeindiging.nazorg_gewenst for beeindiging in einden_van(dossier)) and not _is_hervat(dossier):
        return None
    if NAZORG_GELEZEN not in vars(dossier):
        setattr(dossier, NAZORG_GELEZEN, _lees_nazorg(dossier))
    nazorg: Nazorg | None = getattr(dossier, NAZORG_GELEZEN)
    return nazorg


def _is_hervat(dossier: Dossier) -> bool:
    """Say whether the nazorg of a dossier in uitvoering can have been closed, from the clocks that the page fetched."""
    return dossier.status == Status.UITVOERING and any(t.regel in NAZORGKLOKKEN for t in dossier.termijnen.all())


def _lees_nazorg(dossier: Dossier) -> Nazorg | None:
    """Read contacts and traject together; only a nazorg without agreed contacts takes a second query."""
    contacten = Nazorgcontact.objects.filter(traject__dossier=dossier)
    gelezen = tuple(contacten.select_related("traject__afgesloten_door", "gehouden_door"))
    if gelezen:
        return Nazorg(gelezen[0].traject, gelezen)
    traject = Nazorgtraject.objects.select_related("afgesloten_door").filter(dossier=dossier).first()
    return Nazorg(traject, ()) if traject else None


def eindgrond_van(dossier: Dossier) -> Eindgrond | None:
    """Give the ground that waits for a besluit, read once; where its clock never ran nothing is asked."""
    if not any(termijn.regel == BEEINDIGING.code for termijn in dossier.termijnen.all()):
        return None
    if EINDGROND_GELEZEN not in vars(dossier):
        rij = Eindgrond.objects.geldig().filter(dossier=dossier, beeindiging=None).first()
        setattr(dossier, EINDGROND_GELEZEN, rij)
    eindgrond: Eindgrond | None = getattr(dossier, EINDGROND_GELEZEN)
    return eindgrond


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


def einden_van(dossier: Dossier) -> list[Beeindiging]:
    """Give the ends that stand: those that were not taken back."""
    return [beeindiging for beeindiging in beeindigingen_van(dossier) if not beeindiging.is_herroepen]
