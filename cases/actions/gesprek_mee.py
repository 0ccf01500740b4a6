"""The eerste gesprek in a merge, with the clocks that it started and what holds those up."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from cases.actions.basis import bewaar, zet_status
from cases.actions.samenvoegpunten import zet_punt
from cases.klokstand import VENSTERS
from cases.models import (
    Aanvulling,
    Controlepunt,
    Dossier,
    Gesprek,
    Hardheidsbesluit,
    Ingebrekestelling,
    Opschorting,
    Termijn,
)
from cases.status import VOOR_EERSTE_GESPREK, Status
from config.weergave import datum as datumtekst


def eerste_gesprek_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Keep one eerste gesprek: that of the dossier that goes on, else that of the other, with its clocks."""
    gesprek = ander.gesprekken.filter(is_eerste_gesprek=True).first()
    if gesprek is None:
        return
    if dossier.datum_eerste_gesprek is not None:
        _vraag_welk_eerst(dossier, ander, gesprek)
        gesprek.is_eerste_gesprek = False
        bewaar(gesprek, by=by, velden=["is_eerste_gesprek"], reden=reden)
        return
    dossier.datum_eerste_gesprek = gesprek.datum
    if Status(dossier.status) in VOOR_EERSTE_GESPREK:
        zet_status(dossier, Status.PLAN_VAN_AANPAK)
        Termijn.objects.filter(dossier=ander, aanleiding=f"gesprek:{gesprek.pk}").update(dossier=dossier)
        _uitstel_mee(dossier, ander, by=by, reden=reden)


def _vraag_welk_eerst(dossier: Dossier, ander: Dossier, gesprek: Gesprek) -> None:
    """Ask which of two eerste gesprekken it was: the 8 weken and the vensters run from it (VNG handreiking §4.2)."""
    geldt = dossier.datum_eerste_gesprek
    if gesprek.datum == geldt:
        return
    tekst = (
        f"Het eerste gesprek was op {datumtekst(geldt)}. In dossier {ander.nummer} was dat op"
        f" {datumtekst(gesprek.datum)}. De termijnen lopen nu vanaf {datumtekst(geldt)}. Klopt dat niet? Wijzig dan het"
        " eerste gesprek."
    )
    zet_punt(dossier, Controlepunt.Soort.EERSTE_GESPREK, tekst)


def _uitstel_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Move what holds up, hurries or opens a clock that came along, with the clocks of its own.

    What holds up a clock that stays, stays with it. A hardheidsbesluit that was used belongs to its besluit (Wht art.
    9.1 lid 2 onder d).
    """
    rijen: dict[str, QuerySet[Any]] = {
        "opschorting": Opschorting.objects.filter(dossier=ander, termijn__dossier=dossier),
        "ingebrekestelling": Ingebrekestelling.objects.filter(dossier=ander, termijn__dossier=dossier),
        "aanvulling": Aanvulling.objects.filter(dossier=ander),
        "hardheid": Hardheidsbesluit.objects.geldig().filter(dossier=ander, besluit="", regel__in=VENSTERS),
    }
    for naam, welke in rijen.items():
        for rij in welke:
            rij.dossier = dossier
            bewaar(rij, by=by, velden=["dossier"], reden=reden)
            Termijn.objects.filter(dossier=ander, aanleiding=f"{naam}:{rij.pk}").update(dossier=dossier)


def ingebrekestelling_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Keep a letter of the inwoner in force: it is about the one aanvraag of this person (Awb art. 4:17 lid 3).

    It hangs on the same clock of the dossier that goes on, unless that has such a letter already.
    """
    for rij in Ingebrekestelling.objects.geldig().filter(dossier=ander).select_related("termijn"):
        klok = dossier.termijnen.filter(regel=rij.termijn.regel, datum_gehaald=None).first()
        if klok is None or Ingebrekestelling.objects.geldig().filter(dossier=dossier).exists():
            continue
        rij.dossier, rij.termijn = dossier, klok
        bewaar(rij, by=by, velden=["dossier", "termijn"], reden=reden)
        Termijn.objects.filter(dossier=ander, aanleiding=f"ingebrekestelling:{rij.pk}").update(dossier=dossier)
