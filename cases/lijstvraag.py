"""The question of a list of dossiers: what a choice leaves, and in which order.

For a page its text is kept, as Django takes long to write it: for who looks with which roles, and the choice
(decision 1311).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.kijker import Toegang, kijker_met
from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import kalender_nu
from cases.forms.lijst import (
    ACUUT,
    DEZE_WEEK,
    EERST,
    MEER_DOSSIERS,
    NAAM,
    NIEMAND,
    OPEN,
    OUDSTE,
    TE_LAAT,
    UITERSTE_DATUM,
)
from cases.keuzes import Rang
from cases.models import Dossier, Termijn
from cases.nawerk import nog_toe_te_wijzen
from cases.querysets import DossierQuerySet
from cases.register import alle_regels
from cases.status import OPEN as OPEN_STATUS
from cases.status import Status
from cases.termijnregels import Aard
from cases.werklijst import Week
from cases.zoeken import naamorde
from config.sqltekst import Tekst, tekst_van

# Today, and the last day of what was chosen.
Dagen = tuple[date, date]
_GAAT_VOOR = Q(rang__gt=Rang.GEWOON, status__in=[str(status) for status in sorted(OPEN_STATUS)])


@dataclass(frozen=True)
class Lijsttekst:
    """The text and values of three questions, each for ids: what goes first, all others, and what to count."""

    voor: Tekst
    rest: Tekst
    telbaar: Tekst


def schrijf(dossiers: DossierQuerySet, volgorde: str) -> Lijsttekst:
    """Write a list in two parts: the open dossiers that go first, acute on top, and then all others, in one order.

    Two questions that each walk an index. One in the order of rang would have to sort the whole gemeente for every
    order but the newest first.
    """
    voor = dossiers.filter(_GAAT_VOOR)
    voor = voor.op_eerste_dag() if volgorde == UITERSTE_DATUM else sorteer(voor, volgorde)
    rest = sorteer(dossiers.exclude(_GAAT_VOOR), volgorde)
    telbaar = dossiers
    if volgorde == UITERSTE_DATUM:  # only where something must be done stands in it
        telbaar = dossiers.filter(Exists(Termijn.objects.te_doen().filter(dossier=OuterRef("pk"))))
    return Lijsttekst(
        voor=_nummers(voor.order_by("-rang", *voor.query.order_by)),
        rest=_nummers(rest),
        telbaar=_nummers(telbaar.order_by()),
    )


def _nummers(dossiers: QuerySet[Any]) -> Tekst:
    return tekst_van(dossiers.values_list("pk", flat=True))


@lru_cache(maxsize=256)
def schrijf_voor(toegang: Toegang, keuze: tuple[tuple[str, str], ...], dagen: Dagen | None) -> Lijsttekst:
    """Write the list of what somebody may see and chose, with its `dagen_van`."""
    kijker, gekozen = kijker_met(toegang), dict(keuze)
    gevonden = filter_dossiers(Dossier.objects.visible_to(kijker), gekozen, kijker, dagen)
    return schrijf(gevonden, gekozen["volgorde"])


def dagen_van(keuze: Mapping[str, Any], on: date) -> Dagen | None:
    """Give for what was chosen today, and the day on which a termijn must have ended at last; else None."""
    if keuze["termijn"] == DEZE_WEEK:
        return on, Week(on, kalender_nu()).laatste_dag
    return (on, on - timedelta(days=1)) if keuze["termijn"] == TE_LAAT else None


def filter_dossiers(
    dossiers: DossierQuerySet, keuze: Mapping[str, Any], user: User, dagen: Dagen | None
) -> DossierQuerySet:
    """Narrow the list to what was chosen, with its `dagen_van`. What was withdrawn as a mistake is there only for who
    asks for it.
    """
    if keuze["status"] != Status.INGETROKKEN:
        dossiers = dossiers.exclude(status=Status.INGETROKKEN)
    if keuze["status"]:
        dossiers = dossiers.open() if keuze["status"] == OPEN else dossiers.filter(status=keuze["status"])
    if keuze["doelgroep"]:
        dossiers = dossiers.filter(doelgroep=keuze["doelgroep"])
    if keuze["casusregisseur"] == NIEMAND:
        dossiers = dossiers.filter(nog_toe_te_wijzen(user.gemeenten_met(Permission.DOSSIER_ZIEN)))
    elif keuze["casusregisseur"]:
        dossiers = dossiers.filter(casusregisseur=keuze["casusregisseur"])
    if keuze["rang"]:
        dossiers = dossiers.open().filter(**_rang(keuze["rang"]))  # what is closed goes before nobody
    if dagen:
        eindigt = Termijn.objects.in_gemeenten_van(user).eindigt(*dagen, _vensters())
        dossiers = dossiers.filter(pk__in=eindigt.values("dossier"))
    return _filter_inhoud(dossiers, keuze)


def _vensters() -> list[str]:
    """Give the vensters that a rule warns of, as Vandaag lists them; of the others nobody has to do anything."""
    return [regel.code for regel in alle_regels() if regel.aard is Aard.VENSTER and regel.waarschuwingen]


def _rang(keuze: str) -> dict[str, int]:
    if keuze == EERST:
        return {"rang__gt": Rang.GEWOON}
    return {"rang": Rang.ACUUT if keuze == ACUUT else Rang.VOORRANG}


def _filter_inhoud(dossiers: DossierQuerySet, keuze: Mapping[str, Any]) -> DossierQuerySet:
    if keuze["leefgebied"]:
        met_hulpvraag = dossiers.exclude(leefgebieden=[])  # what the index holds
        dossiers = met_hulpvraag.filter(leefgebieden__contains=[keuze["leefgebied"]])
    if keuze["gezin"] == MEER_DOSSIERS:
        dossiers = dossiers.filter(deelt_gezin=True)
    if keuze["gezin_van"]:
        dossiers = dossiers.filter(gezin__in=Dossier.objects.filter(nummer=keuze["gezin_van"]).values("gezin"))
    return dossiers


def sorteer(dossiers: DossierQuerySet, volgorde: str) -> DossierQuerySet:
    """Put the list in order; with equal values the newest dossier stands first, so that pages do not shift."""
    if volgorde == NAAM:
        # The gemeente of the persoon is that of the dossier; said again, the index of names per gemeente serves.
        zelfde = dossiers.filter(persoon__gemeente=F("gemeente"))
        return zelfde.order_by(*naamorde("persoon__"), "-id")
    if volgorde == UITERSTE_DATUM:
        return dossiers.op_uiterste_datum()
    if volgorde == OUDSTE:
        return dossiers.order_by("datum_aanmelding", "id")
    return dossiers.order_by("-datum_aanmelding", "-id")
