"""Read what the rules of beroep ask from the rows, at the edge of database and rule."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from cases.actions.ingebrekeklok import OVER_HET_PLAN, twee_weken_van
from cases.actions.ingebrekeklok import REGEL as INGEBREKE
from cases.actions.ingebrekestelling import regels_op_aanvraag
from cases.klokken import som_van, stand_van, waarom_url
from cases.models import Dossier, Ingebrekestelling, Termijn
from cases.termijnstatus import TermijnStatus
from planvanaanpak.beroepregels import (
    NIET_TIJDIG,
    OVER_AANVRAAG,
    OVER_BESLUIT,
    OVER_BEZWAAR,
    NietTijdig,
    Zaak,
    beoordeel_niet_tijdig,
)
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Beroep, Besluit
from planvanaanpak.termijnen import BESLUIT_NA_UITSPRAAK, NIET_TIJDIG_UITSPRAAK

# Clocks beside which there may be beroep without a bezwaar.
MET_BEROEP = (INGEBREKE, NIET_TIJDIG_UITSPRAAK.code, BESLUIT_NA_UITSPRAAK.code)


def zaak_van(beroep: Beroep) -> Zaak:
    """Give what a beroep is about, as the rules see it."""
    bezwaar = beroep.bezwaar
    if bezwaar is None:
        over = OVER_BESLUIT if beroep.besluit_id else OVER_AANVRAAG
        return Zaak(over=over, had_uitspraak=_had_uitspraak(beroep))
    return Zaak(
        over=OVER_BEZWAAR,
        is_beslist=bool(bezwaar.beslissing_id or bezwaar.na_uitspraak_id or beroep.vernietigd_id),
        is_doorgezonden=bezwaar.doorgezonden_op is not None,
        had_uitspraak=_had_uitspraak(beroep),
    )


def _had_uitspraak(beroep: Beroep) -> bool:
    """Tell whether a court said something about the same before, in another procedure."""
    zelfde = {veld: getattr(beroep, veld) for veld in ("bezwaar_id", "besluit_id", "termijn_id")}
    eerder = Beroep.objects.geldig().filter(**zelfde, uitspraak_datum__isnull=False)
    return eerder.exclude(pk=beroep.pk).exists()


def eerste_dag(beroep: Beroep) -> tuple[str, date]:
    """Give the first day on which it can be made, and what happened then."""
    if beroep.bezwaar is not None:
        return "de ontvangst van het bezwaar", beroep.bezwaar.ontvangen_op
    if beroep.besluit is not None:
        return "het besluit", localdate(beroep.besluit.vastgesteld_op)
    return "de aanmelding", beroep.dossier.datum_aanmelding


def te_laat_mogelijk(dossier: Dossier) -> list[Termijn]:
    """Give the clocks of the aanvraag about which beroep wegens niet tijdig beslissen can come (Awb art. 6:2)."""
    regels = [regel for regel in regels_op_aanvraag(dossier) if regel in OVER_HET_PLAN]
    klokken = [t for t in dossier.termijnen.all() if t.regel in regels and t.status != TermijnStatus.VERVALLEN]
    return sorted(klokken, key=lambda t: (t.uiterste_datum, t.pk))


def is_te_laat(dossier: Dossier) -> bool:
    """Tell whether the besluit on the aanvraag is late or was, from the clocks that were fetched."""
    return any(
        klok.status in (TermijnStatus.TE_LAAT, TermijnStatus.TE_LAAT_GEHAALD) for klok in te_laat_mogelijk(dossier)
    )


def beroepen_zonder_bezwaar(dossier: Dossier) -> list[Beroep]:
    """Give the beroepen without a bezwaar for the card of a dossier; asked only where a clock says there may be one."""
    if not any(klok.regel in MET_BEROEP for klok in dossier.termijnen.all()):
        return []
    return list(Beroep.objects.filter(dossier=dossier).zonder_bezwaar())


def zonder_bezwaar_mogelijk(dossier: Dossier) -> list[Besluit]:
    """Give the besluiten about which beroep can come without bezwaar: all but a besluit op bezwaar."""
    rijen = Besluit.objects.filter(dossier=dossier).exclude(soort=BesluitSoort.BESLUIT_OP_BEZWAAR)
    return list(rijen.defer("snapshot"))


def na_uitspraak_mogelijk(beroep: Beroep) -> list[Besluit]:
    """Give the besluiten that were taken after what the court said."""
    if beroep.uitspraak_datum is None:
        return []
    later = Besluit.objects.filter(dossier=beroep.dossier_id, vastgesteld_op__date__gte=beroep.uitspraak_datum)
    return list(later.defer("snapshot"))


def oordeel_van(beroep: Beroep, dossier: Dossier) -> NietTijdig | None:
    """Say whether beroep wegens niet tijdig beslissen could be made; None for another kind, or without a clock."""
    if beroep.soort != NIET_TIJDIG:
        return None
    over = beroep.termijn or (beroep.bezwaar.termijn if beroep.bezwaar else None)
    if over is None:
        return None
    gesteld = _ingebreke_over(over, dossier)
    return beoordeel_niet_tijdig(
        laatste_dag=over.uiterste_datum,
        ingesteld_op=beroep.datum,
        ingebreke_op=gesteld.ontvangen_op if gesteld else None,
        twee_weken_tot=twee_weken_van(gesteld, list(dossier.termijnen.all())) if gesteld else None,
    )


def _ingebreke_over(over: Termijn, dossier: Dossier) -> Ingebrekestelling | None:
    prefetch_related_objects([dossier], "ingebrekestellingen__termijn")
    rijen = [rij for rij in dossier.ingebrekestellingen.all() if not rij.is_ingetrokken]
    if over.regel in OVER_HET_PLAN:
        return next((rij for rij in rijen if rij.termijn.regel in OVER_HET_PLAN), None)
    return next((rij for rij in rijen if rij.termijn_id == over.pk), None)


@dataclass(frozen=True)
class Beroepbeeld:
    """A beroep as a page shows it: with its clock, and whether it could be made already."""

    rij: Beroep
    oordeel: NietTijdig | None
    klok: dict[str, Any] | None


def beeld_van(beroep: Beroep, dossier: Dossier, on: date) -> Beroepbeeld:
    beroep.dossier = dossier
    klok = beroep.klok if beroep.klok and beroep.klok.status != TermijnStatus.VERVALLEN else None
    beeld = None
    if klok is not None:
        beeld = {
            "tot": klok.uiterste_datum,
            "stand": stand_van(klok, on),
            "som": som_van(klok),
            "waarom_url": waarom_url(dossier.nummer, klok),
        }
    return Beroepbeeld(beroep, oordeel_van(beroep, dossier), beeld)
