"""Check the mandate on every road to a besluit, and have a second person look where the register asks it."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.models import Dossier
from config.weergave import datum as datumtekst
from planvanaanpak.brief import BesluitBrief, als_json
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatbron import (
    bedrag_van,
    kan_goedkeuren,
    met_mandaat,
    register_van,
    soort_label,
    toets_mandaat,
    vingerafdruk,
)
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.mandaatregels import NOOIT_EXTERN
from planvanaanpak.models import Besluit, Goedkeuring
from planvanaanpak.opbouw import Inhoud, maak_brief

PAD: int = Goedkeuring._meta.get_field("pad").max_length or 0
NIET_MEER = (Goedkeuringstatus.VERVALLEN, Goedkeuringstatus.INGETROKKEN)


class GoedkeuringNodig(Exception):
    """The register asks a second person for this besluit, and nobody approved it yet.

    No ActieFout: nothing is wrong with what was filled in. VierOgenMiddleware asks for the approval.
    """

    def __init__(self, dossier: Dossier, inhoud: Inhoud, brief: BesluitBrief) -> None:
        super().__init__("Een collega met mandaat moet dit besluit eerst goedkeuren.")
        self.dossier, self.inhoud, self.brief = dossier, inhoud, brief
        self.vingerafdruk = vingerafdruk(dossier, brief)


def eis_mandaat(
    dossier: Dossier, inhoud: Inhoud, datum: date, *, by: User, on: date
) -> tuple[Inhoud, Goedkeuring | None]:
    """Refuse who may not take this besluit; gives the letter with its mandate, and the approval that it uses.

    Awb art. 10:3 and 10:10, Wht art. 2.21 lid 5. Raises ActieFout without a mandate, and GoedkeuringNodig when a second
    person must approve first, or approved another letter.
    """
    oordeel = toets_mandaat(dossier, inhoud.soort, bedrag_van(inhoud), by, on)
    if not oordeel.mag:
        raise ActieFout(oordeel.reden)
    met = met_mandaat(dossier, inhoud, oordeel, by)
    if not oordeel.vier_ogen:
        return met, None
    brief = maak_brief(dossier=dossier, inhoud=met, kenmerk="concept", datum=datum, by=by)
    goedgekeurd = (
        Goedkeuring.objects.select_for_update()
        .filter(
            dossier=dossier,
            soort=inhoud.soort,
            vingerafdruk=vingerafdruk(dossier, brief),
            status=Goedkeuringstatus.GOEDGEKEURD,
            besluit__isnull=True,
        )
        .exclude(beslist_door=by)
        .first()
    )
    if goedgekeurd is None:
        raise GoedkeuringNodig(dossier, inhoud, brief)
    return met, goedgekeurd


def gebruik_goedkeuring(goedkeuring: Goedkeuring | None, besluit: Besluit, *, by: User) -> None:
    """Note by which besluit an approval was used: it holds for one besluit."""
    if goedkeuring is not None:
        goedkeuring.besluit = besluit
        bewaar(goedkeuring, by=by, velden=["besluit"])


@transaction.atomic
def goedkeuring_vragen(
    *, nodig: GoedkeuringNodig, pad: str, invoer: Mapping[str, Any], by: User, at: datetime
) -> Goedkeuring:
    """Ask for a second pair of eyes on the besluit as it is now. Asking the same twice gives the question that waits.

    A question about this kind of besluit that is still open, or an approval of something else, lapses. Raises
    ActieFout for an address that can't be kept: the besluit could not be set down from there after the approval.
    """
    if len(pad) > PAD:
        raise ActieFout("Het adres van deze bladzijde is te lang. Open het besluit opnieuw vanuit het dossier.")
    dossier = vergrendel(nodig.dossier)
    afdruk = nodig.vingerafdruk
    eerder = Goedkeuring.objects.filter(dossier=dossier, soort=nodig.inhoud.soort).wacht()
    for rij in eerder.select_for_update():
        if rij.status == Goedkeuringstatus.GEVRAAGD and rij.vingerafdruk == afdruk and rij.gevraagd_door_id == by.pk:
            return rij
        rij.status = Goedkeuringstatus.VERVALLEN
        bewaar(rij, by=by, velden=["status"], reden="er is opnieuw goedkeuring gevraagd")
    goedkeuring: Goedkeuring = bewaar(
        Goedkeuring(
            dossier=dossier,
            soort=nodig.inhoud.soort,
            bedrag=bedrag_van(nodig.inhoud),
            brief=als_json(nodig.brief),
            vingerafdruk=afdruk,
            pad=pad,
            invoer=dict(invoer),
            gevraagd_op=at,
            gevraagd_door=by,
        ),
        by=by,
    )
    tekst = f"Goedkeuring gevraagd voor een besluit: {soort_label(nodig.inhoud.soort).lower()}."
    log(dossier, "goedkeuring_gevraagd", tekst, by=by, at=at, goedkeuring=goedkeuring.pk)
    return goedkeuring


@transaction.atomic
def goedkeuring_geven(
    *, goedkeuring: Goedkeuring, akkoord: bool, opmerking: str, by: User, at: datetime, on: date
) -> Goedkeuring:
    """Approve a besluit that waits, or send it back with a remark. Another than who asked, with a mandate for it.

    Raises ActieFout for who may not, for one that is answered already, and for sending back without a remark.
    """
    dossier = vergrendel(goedkeuring.dossier)
    goedkeuring = Goedkeuring.objects.select_for_update().get(pk=goedkeuring.pk)
    goedkeuring.dossier = dossier
    _eis_goedkeurder(goedkeuring, by, on)
    if goedkeuring.status != Goedkeuringstatus.GEVRAAGD:
        raise ActieFout(f"Hierover is al beslist: {goedkeuring.get_status_display().lower()}.")
    if not akkoord and not opmerking.strip():
        raise ActieFout("Schrijf op wat er anders moet. Uw collega leest dat.")
    goedkeuring.status = Goedkeuringstatus.GOEDGEKEURD if akkoord else Goedkeuringstatus.TERUGGESTUURD
    goedkeuring.beslist_op, goedkeuring.beslist_door, goedkeuring.opmerking = at, by, opmerking.strip()
    bewaar(goedkeuring, by=by, velden=["status", "beslist_op", "beslist_door", "opmerking"])
    woord = "goedgekeurd" if akkoord else "teruggestuurd"
    tekst = f"Besluit {woord} door een tweede persoon: {soort_label(goedkeuring.soort).lower()}."
    log(dossier, f"besluit_{woord}", tekst, by=by, at=at, reden=opmerking.strip(), goedkeuring=goedkeuring.pk)
    return goedkeuring


@transaction.atomic
def goedkeuring_intrekken(*, goedkeuring: Goedkeuring, reden: str, by: User, at: datetime) -> Goedkeuring:
    """Take back a question that needs no answer any more, or an approval that was not used: nothing is decided.

    By who asked, or by anybody who may decide in that gemeente: who asked may have left. Raises ActieFout for a
    question that a besluit used, or that no longer waits.
    """
    dossier = vergrendel(goedkeuring.dossier)
    eis_niet_extern(by, dossier.gemeente_id)
    if not by.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id):
        raise ActieFout("Uw rol mag geen besluiten vaststellen, en dus ook geen vraag om goedkeuring intrekken.")
    goedkeuring = Goedkeuring.objects.select_for_update(of=("self",)).select_related("besluit").get(pk=goedkeuring.pk)
    if goedkeuring.besluit is not None:
        raise ActieFout(f"Met deze goedkeuring is al besloten: besluit {goedkeuring.besluit.nummer}.")
    if goedkeuring.status in NIET_MEER:
        raise ActieFout(f"Deze vraag geldt niet meer: {goedkeuring.get_status_display().lower()}.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de vraag niet meer nodig is.")
    goedkeuring.status = Goedkeuringstatus.INGETROKKEN
    bewaar(goedkeuring, by=by, velden=["status"], reden=reden.strip())
    tekst = f"Vraag om goedkeuring ingetrokken: {soort_label(goedkeuring.soort).lower()}."
    log(dossier, "goedkeuring_ingetrokken", tekst, by=by, at=at, reden=reden.strip(), goedkeuring=goedkeuring.pk)
    return goedkeuring


def _eis_goedkeurder(goedkeuring: Goedkeuring, by: User, on: date) -> None:
    gemeente_id = goedkeuring.dossier.gemeente_id
    if goedkeuring.gevraagd_door_id == by.pk:
        raise ActieFout("U vroeg zelf om deze goedkeuring. Een ander moet kijken: daar zijn de vier ogen voor.")
    if not kan_goedkeuren(goedkeuring, by, register_van(gemeente_id), on):
        raise ActieFout("U heeft geen mandaat voor dit besluit en kunt het dus niet goedkeuren.")
    if goedkeuring.soort != BesluitSoort.BESLUIT_OP_BEZWAAR:
        return
    eerste = Besluit.objects.filter(nummer=goedkeuring.brief.get("vult_aan", ""), vastgesteld_door=by).first()
    if eerste is not None:
        raise ActieFout(
            f"U nam op {datumtekst(eerste.datum)} het besluit zelf. Een ander keurt het besluit op bezwaar goed"
            " (Awb artikel 10:3 lid 3)."
        )


def eis_mag_beslissen(dossier: Dossier, soort: str, *, by: User, on: date) -> None:
    """Refuse who may not take a besluit of this kind to settle a part of it beforehand (Awb art. 10:3)."""
    oordeel = toets_mandaat(dossier, soort, Decimal(0), by, on)
    if not oordeel.mag:
        raise ActieFout(oordeel.reden)


def eis_niet_extern(user: User, gemeente_id: int) -> None:
    """Refuse an externe hulpverlener, whatever other roles they have (Wht art. 2.21 lid 5)."""
    if "externe_hulpverlener" in user.rollen_per_gemeente.get(gemeente_id, ()):
        raise ActieFout(NOOIT_EXTERN)
