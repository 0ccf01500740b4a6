"""Decide on an aanvraag without a plan: refuse it, or leave it buiten behandeling (Awb art. 4:5)."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.aanvulregels import kan_verder
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.aanvulklokken import aanleiding_van, laat_ingaan
from cases.actions.basis import ActieFout, eis_in_leven, eis_status, vergrendel
from cases.beleid_bron import regels_van
from cases.models import Aanvulling, Dossier, Termijn
from cases.status import Status
from cases.weigeringsgrond import Weigeringsgrond
from config.weergave import datum as datumtekst
from planvanaanpak.actions.aanvraag import VIER_WEKEN, sluit_aanvraag_af
from planvanaanpak.actions.besluit import neem_besluit
from planvanaanpak.actions.zienswijze import eis_zienswijze
from planvanaanpak.briefregels import AanvulRegel
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit
from planvanaanpak.opbouw import Inhoud
from planvanaanpak.zienswijze import VOOR_AFWIJZING

# The aanvraag is there from the eerste gesprek at the latest; with a besluit on the plan it is decided on.
MET_AANVRAAG = frozenset({Status.PLAN_VAN_AANPAK})


def gronden_van(dossier: Dossier) -> tuple[Weigeringsgrond, ...]:
    """Give the grounds on which the beleid of a dossier refuses (for Tiel 2025: art. 8 lid 1)."""
    return tuple(regels_van(dossier).weigeringsgronden.values())


@transaction.atomic
def afwijzing_vaststellen(
    *,
    dossier: Dossier,
    grond: str,
    toelichting: str,
    zienswijze: str,
    datum: date,
    by: User,
    at: datetime,
    on: date,
) -> Besluit:
    """Refuse the aanvraag as a whole, without a plan, with a numbered besluit that leaves on `datum`.

    The dossier closes; bezwaar stays open. Raises ActieFout without a ground or a motivering (Awb art. 3:46), and
    without what the inwoner thinks of it, or why that was not asked (art. 4:7).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_AANVRAAG, "De aanvraag afwijzen")
    eis_in_leven(dossier, "De aanvraag afwijzen")
    inhoud = stel_afwijzing_op(grond=grond, toelichting=toelichting, zienswijze=zienswijze)
    sluit_aanvraag_af(dossier, datum, by=by, reden="Aanvraag afgewezen")
    sluit_statusvraag(dossier, "De aanvraag is afgewezen.", by=by, at=at)
    return neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)


def stel_afwijzing_op(*, grond: str, toelichting: str, zienswijze: str) -> Inhoud:
    """Give what the letter holds, for its preview as well."""
    if not grond.strip():
        raise ActieFout("Kies of schrijf op welke grond u de aanvraag afwijst.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom u de aanvraag afwijst. De inwoner leest dit in de brief.")
    eis_zienswijze(zienswijze, VOOR_AFWIJZING)
    return Inhoud(
        soort=BesluitSoort.AFWIJZING,
        toelichting=f"{toelichting.strip()}\n\nGrond voor dit besluit: {grond.strip().rstrip('.')}.",
        zienswijze=zienswijze.strip(),
    )


@transaction.atomic
def buiten_behandeling_stellen(
    *, aanvulling: Aanvulling, toelichting: str, datum: date, by: User, at: datetime, on: date
) -> Besluit:
    """Decide not to treat an aanvraag that was not completed, with a numbered besluit that leaves on `datum`.

    Awb art. 4:5 lid 1: only after the inwoner had the time to complete it; lid 4: made known within four weeks after
    that time passed unused, or after too little came. The dossier closes; bezwaar stays open.
    """
    dossier = vergrendel(aanvulling.dossier)
    eis_status(dossier, MET_AANVRAAG, "De aanvraag buiten behandeling laten")
    eis_in_leven(dossier, "De aanvraag buiten behandeling laten")
    laat_ingaan(dossier, on)
    rij = Aanvulling.objects.select_for_update(of=("self",)).get(pk=aanvulling.pk)
    rij.dossier = dossier
    inhoud = stel_buiten_behandeling_op(rij, toelichting=toelichting, datum=datum, on=on)
    sluit_aanvraag_af(dossier, datum, by=by, reden="Aanvraag buiten behandeling gelaten")
    sluit_statusvraag(dossier, "De aanvraag is buiten behandeling gelaten.", by=by, at=at)
    return neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)


def stel_buiten_behandeling_op(rij: Aanvulling, *, toelichting: str, datum: date, on: date) -> Inhoud:
    """Give what the letter holds, for its preview as well. Raises ActieFout when it can't be decided so."""
    eis_buiten_behandeling(rij, on)
    tot = uiterlijk_buiten_behandeling(rij)
    assert tot is not None, "eis_buiten_behandeling vroeg dit al"
    if datum > tot:
        raise ActieFout(
            f"De brief moet uiterlijk op {datumtekst(tot)} de deur uit (Awb artikel 4:5 lid 4). Kies een eerdere dag."
        )
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom u zonder deze gegevens niet kunt beslissen.")
    return Inhoud(
        soort=BesluitSoort.BUITEN_BEHANDELING,
        toelichting=toelichting.strip(),
        aanvulling=AanvulRegel(
            gevraagd_op=rij.gevraagd_op,
            uiterlijk=rij.uiterlijk,
            wat=rij.wat,
            ontvangen_op=rij.ontvangen_op,
            ontbreekt=rij.toelichting if rij.ontvangen_op else "",
        ),
    )


def uiterlijk_buiten_behandeling(rij: Aanvulling) -> date | None:
    """Give the last day on which the letter can leave: that of the clock of four weeks."""
    klok = Termijn.objects.filter(regel=VIER_WEKEN, aanleiding=aanleiding_van(rij)).first()
    return klok.uiterste_datum if klok else None


def eis_buiten_behandeling(rij: Aanvulling, on: date) -> None:
    """Refuse while the inwoner still has time, when the aanvraag is complete or treated, and after the four weeks."""
    if rij.is_ingetrokken:
        raise ActieFout(f"De brief om aan te vullen is ingetrokken: {rij.ingetrokken_reden}")
    if rij.verder_op is not None:
        raise ActieFout(f"U behandelt de aanvraag verder sinds {datumtekst(rij.verder_op)}. Beslis met een plan.")
    if rij.is_volledig:
        raise ActieFout("De aanvraag is compleet. Beslis met een plan.")
    if not kan_verder(rij, on):
        raise ActieFout(
            f"De inwoner kan nog aanvullen tot en met {datumtekst(rij.uiterlijk)}. Daarna kunt u dit besluit nemen (Awb"
            " artikel 4:5 lid 1)."
        )
    tot = uiterlijk_buiten_behandeling(rij)
    if tot is None or on > tot:
        tot_en_met = f" Dat kon tot en met {datumtekst(tot)}." if tot else ""
        raise ActieFout(
            f"U kunt de aanvraag niet meer buiten behandeling laten (Awb artikel 4:5 lid 4).{tot_en_met} Beslis op de"
            " aanvraag."
        )
