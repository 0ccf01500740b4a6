"""Write down what happens to a toegekende voorziening: ordered, delivered, used in part, or stopped."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from config.weergave import hoeveelheid
from planvanaanpak.actions.voorzieningbasis import neem_voorziening
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Verstrekking, Voorziening
from planvanaanpak.verstrekking import Verstrekkingstand, Verstrekstap, keur_stap, stand_van
from planvanaanpak.vervalbron import gold, verval_van
from planvanaanpak.voorzieningkeuzes import VerstrekkingSoort

# What was granted runs on after the support ended (VNG handreiking 2025 §4.4).
TE_VERSTREKKEN = frozenset({Status.UITVOERING, Status.ACCLIMATISATIE, Status.NAZORG, Status.AFGESLOTEN})
BIJHOUDEN, NIETS = "Levering bijhouden kan niet:", "Er is niets te leveren."
DUBBEL = "Dit staat er al. Ging het die dag nog een keer? Schrijf dat dan in de toelichting."


def stand_op(voorziening: Voorziening, on: date) -> Verstrekkingstand:
    """Give how far a voorziening is, from its valid rows.

    For a list prefetch `verstrekkingen`, and join its besluit and the one that changed it.
    """
    rijen = [rij.stap for rij in voorziening.verstrekkingen.all() if not rij.is_ingetrokken]
    verval = verval_van(voorziening)
    return stand_van(
        rijen,
        aantal=voorziening.aantal,
        vanaf=voorziening.looptijd_vanaf,
        tot=verval.tot if verval else voorziening.looptijd_tot,
        on=on,
        vervalt=verval is not None,
    )


@transaction.atomic
def verstrekking_vastleggen(
    *,
    voorziening: Voorziening,
    soort: VerstrekkingSoort,
    datum: date,
    aantal: Decimal,
    toelichting: str,
    by: User,
    at: datetime,
    on: date,
) -> Verstrekking:
    """Write down a step of a toegekende voorziening. `aantal` counts only for what was used.

    Of one that lapsed with a later besluit, what happened while it held (VNG handreiking 2025 §4.4). Raises ActieFout
    when more is used than was granted, after it stopped or lapsed, and for the same twice.
    """
    dossier, voorziening = _neem_toegekend(voorziening, "Vastleggen wat er geleverd is")
    eis_dag(dossier, datum, on, "Deze dag")
    gebruikt = aantal if soort == VerstrekkingSoort.GEBRUIKT else Decimal(0)
    if fout := keur_stap(
        Verstrekstap(soort=soort, datum=datum, aantal=gebruikt, reden=toelichting), stand_op(voorziening, on)
    ):
        raise ActieFout(fout)
    rij = Verstrekking(
        voorziening=voorziening, soort=soort, datum=datum, aantal=gebruikt, toelichting=toelichting.strip()
    )
    gelijk = voorziening.verstrekkingen.geldig().filter(soort=soort, datum=datum, toelichting=rij.toelichting)
    if gelijk.exists():
        raise ActieFout(DUBBEL)
    rij.vastgelegd_op, rij.vastgelegd_door = at, by
    bewaar(rij, by=by)
    log(dossier, "verstrekking", f"{voorziening.omschrijving}: {_woorden(rij)}.", by=by, at=at, reden=rij.toelichting)
    return rij


@transaction.atomic
def verstrekking_intrekken(*, verstrekking: Verstrekking, reden: str, by: User, at: datetime) -> Verstrekking:
    """Withdraw a row that was entered by mistake; it stays to be read, and counts no more."""
    voorziening = verstrekking.voorziening
    dossier, voorziening = _neem_toegekend(voorziening, "Weghalen wat er is vastgelegd")
    rij = Verstrekking.objects.select_for_update(of=("self",)).get(pk=verstrekking.pk)
    if rij.is_ingetrokken:
        raise ActieFout("Dit is al weggehaald.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u dit weghaalt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden.strip()
    bewaar(rij, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden.strip())
    tekst = f"Weggehaald bij {voorziening.omschrijving}: {_woorden(rij)}."
    log(dossier, "verstrekking_ingetrokken", tekst, by=by, at=at, reden=reden.strip())
    return rij


def eis_te_leveren(voorziening: Voorziening) -> None:
    """Refuse what the gemeente does not give (any more), with why and the besluit that took it back; the page too."""
    wat = voorziening.omschrijving
    if voorziening.is_vrij:
        raise ActieFout(
            f"{BIJHOUDEN} {wat} is vrij toegankelijk. De inwoner regelt dit zelf: de gemeente levert niets."
        )
    if gold(voorziening):
        return
    if voorziening.status == VoorzieningStatus.VOORSTEL:
        raise ActieFout(f"{BIJHOUDEN} over {wat} is nog niet beslist. {NIETS}")
    met = voorziening.herzien_met if voorziening.status == VoorzieningStatus.VERVALLEN else None
    door = f" vanaf {datumtekst(met.ingang)}, met besluit {met.nummer}" if met and met.ingang else ""
    fout = ActieFout(f"{BIJHOUDEN} {wat} is {voorziening.get_status_display().lower()}{door}. {NIETS}")
    if met is not None:
        fout.url, fout.url_tekst = met.get_absolute_url(), "Besluit bekijken"
    raise fout


def _neem_toegekend(voorziening: Voorziening, wat: str) -> tuple[Dossier, Voorziening]:
    dossier = vergrendel(voorziening.plan.dossier)
    eis_status(dossier, TE_VERSTREKKEN, wat)
    huidig = neem_voorziening(voorziening)
    eis_te_leveren(huidig)
    return dossier, huidig


def _woorden(rij: Verstrekking) -> str:
    """geleverd op 4 mei 2026; 2 gebruikt op 4 mei 2026"""
    wat = f"{hoeveelheid(rij.aantal)} gebruikt" if rij.soort == VerstrekkingSoort.GEBRUIKT else rij.soort
    return f"{wat} op {datumtekst(rij.datum)}"
