"""A plan that waits for papers, one with a bericht that named a later day, and one that is late with a dwangsom."""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from cases.actions.aanvulling import aanvulling_vragen
from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen, regels_op_aanvraag
from cases.actions.termijnbericht import termijnbericht_maken
from cases.beleid_bron import kalender_nu
from cases.briefadres import post_volledig
from cases.models import Dossier, Termijn
from cases.status import OPEN, Status
from portal_import.demo.levering import moment

PLAN = "plan_van_aanpak"


def vul_uitstel(gemeente: Gemeente, on: date) -> None:
    """Hold up the first plan that runs, name a later day for the next, and record a letter about one that is late."""
    in_plan = Dossier.objects.filter(gemeente=gemeente, status=Status.PLAN_VAN_AANPAK, casusregisseur__isnull=False)
    dossiers = in_plan.select_related("casusregisseur", "gemeente", "persoon", "beleid").order_by("pk")
    lopend = [d for d in dossiers if post_volledig(d.persoon) and (t := _klok(d)) and t.uiterste_datum > on]
    gevraagd = on - timedelta(days=4)
    wacht = next((d for d in lopend if _begon(d, gevraagd)), None)
    if wacht is not None:
        _wacht_op_papieren(wacht, gevraagd)
    for dossier in [d for d in lopend if d != wacht][:1]:
        _noem_later(dossier, on)
    open_ = Dossier.objects.filter(gemeente=gemeente, status__in=OPEN, casusregisseur__isnull=False)
    te_laat = open_.filter(termijnen__regel=PLAN, termijnen__datum_gehaald=None, termijnen__uiterste_datum__lt=on)
    for dossier in te_laat.select_related("casusregisseur", "beleid").order_by("pk").distinct()[:1]:
        _stel_in_gebreke(dossier, on)


def _by(dossier: Dossier) -> User:
    assert dossier.casusregisseur is not None
    return dossier.casusregisseur


def _klok(dossier: Dossier) -> Termijn | None:
    klok: Termijn | None = dossier.termijnen.filter(regel=PLAN, status="lopend").first()
    return klok


def _begon(dossier: Dossier, voor: date) -> bool:
    klok = _klok(dossier)
    return klok is not None and klok.start < voor


def _wacht_op_papieren(dossier: Dossier, on: date) -> None:
    aanvulling_vragen(
        dossier=dossier,
        wat="De jaaropgave van vorig jaar.\nDe huurovereenkomst.",
        uiterlijk=kalender_nu().eerste_werkdag(on + timedelta(days=14)),
        by=_by(dossier),
        at=moment(on, 9),
        on=on,
    )


def _noem_later(dossier: Dossier, on: date) -> None:
    klok = _klok(dossier)
    assert klok is not None
    termijnbericht_maken(
        dossier=dossier,
        verwacht_op=kalender_nu().eerste_werkdag(klok.uiterste_datum + timedelta(days=28)),
        reden="Wij wachten nog op een offerte.",
        by=_by(dossier),
        at=moment(on, 9),
        on=on,
    )


def _stel_in_gebreke(dossier: Dossier, on: date) -> None:
    klok = dossier.termijnen.filter(regel=PLAN, datum_gehaald=None, status__in=("lopend", "te_laat")).first()
    if klok is None or PLAN not in regels_op_aanvraag(dossier):
        return
    ingebrekestelling_vastleggen(
        dossier=dossier,
        termijn=klok,
        ontvangen_op=max(klok.uiterste_datum + timedelta(days=1), on - timedelta(days=20)),
        toelichting="Brief van de inwoner.",
        geen_dwangsom="",
        document=None,
        by=_by(dossier),
        at=moment(on, 9),
        on=on,
    )
