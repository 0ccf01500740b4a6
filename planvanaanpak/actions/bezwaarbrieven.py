"""Make the letters about a bezwaar: that it came in (Awb art. 6:14), and the uitnodiging to be heard (7:2, 7:4)."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from cases.actions.briefdruk import bewaar_brief, druk, eis_adresseerbaar, eis_leesbaar
from cases.adres import MINSTENS_REGELS
from cases.brief import Ontvanger
from cases.briefadres import afzender, noemt_geheim_adres, ontvanger
from cases.brieftekst_bron import met_teksten
from cases.models import Document
from config.weergave import datum as datumtekst
from config.weergave import uren_minuten
from planvanaanpak.actions.bezwaarbasis import bewaar_bezwaar, vergrendel_bezwaar
from planvanaanpak.bezwaarbrief import Berichtsoort, Bezwaarbericht, Zitting
from planvanaanpak.bezwaarbron import bezwaartermijn_van, gepland, tijdigheid_van
from planvanaanpak.bezwaarregels import NADERE_STUKKEN, TER_INZAGE, is_kort_ter_inzage
from planvanaanpak.models import Bezwaar, Hoorzitting

SJABLOON = "planvanaanpak/pdf/bezwaarbericht.html"
GEEN_WEEK = (
    "De hoorzitting is over minder dan een week, en zo lang moeten de stukken klaarliggen (Awb artikel 7:4 lid 2)."
    " Verzet haar, of leg daar vast dat de indiener instemt met een kortere tijd."
)


def ontvanger_bezwaar(bezwaar: Bezwaar) -> Ontvanger:
    """Address a letter about a bezwaar to its indiener: who acts for them gets it as well (Awb art. 6:17).

    Another belanghebbende gets it at their own address, and the inwoner does not. Raises ActieFout when a gemachtigde
    has no address.
    """
    naar, gemachtigde = _indiener(bezwaar), bezwaar.gemachtigde
    if (
        gemachtigde is None
        or gemachtigde.naam in (naar.tav, naar.naam)
        or naar.afschrift_aan.startswith(gemachtigde.naam)
    ):
        return naar
    if len(gemachtigde.adresregels) < MINSTENS_REGELS:
        raise ActieFout(
            f"Het postadres van {gemachtigde.naam} is niet volledig. Vul het aan bij Mensen; daarna kan de brief uit."
        )
    van = f" van {gemachtigde.organisatie}" if gemachtigde.organisatie else ""
    wie = f"{gemachtigde.naam}{van}, {gemachtigde.get_rol_display().lower()}"
    return replace(naar, afschrift_aan=wie, afschrift_adres=gemachtigde.adresregels)


def _indiener(bezwaar: Bezwaar) -> Ontvanger:
    if not bezwaar.belanghebbende:
        return ontvanger(bezwaar.dossier.persoon)
    naam = bezwaar.belanghebbende
    return Ontvanger(aanhef=f"Beste {naam}", naam=naam, adresregels=bezwaar.adresregels, ander=True)


@transaction.atomic
def ontvangst_bevestigen(*, bezwaar: Bezwaar, by: User, at: datetime, on: date) -> Document:
    """Make the ontvangstbevestiging and keep it as a document; one is enough (Awb art. 6:14)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "De ontvangst bevestigen")
    if bezwaar.bevestiging is not None:
        raise ActieFout("De ontvangst is al bevestigd. De brief staat bij de documenten.")
    brief = stel_bevestiging_op(bezwaar, by=by, on=on)
    bezwaar.bevestiging = bewaar_brief(
        bezwaar.dossier,
        druk(SJABLOON, brief),
        "Ontvangstbevestiging van het bezwaar",
        "ontvangst_bezwaar",
        naar=brief.ontvanger,
        by=by,
        at=at,
        on=on,
    )
    bewaar_bezwaar(bezwaar, ("bevestiging",), by=by)
    tekst = f"Ontvangst van het bezwaar tegen besluit {bezwaar.besluit.nummer} bevestigd."
    log(bezwaar.dossier, "bezwaar_bevestigd", tekst, by=by, at=at, document=bezwaar.bevestiging.pk)
    return bezwaar.bevestiging


@transaction.atomic
def uitnodiging_maken(*, bezwaar: Bezwaar, by: User, at: datetime, on: date) -> Document:
    """Make the uitnodiging for the planned hoorzitting and keep it as a document (Awb art. 7:2 lid 2 and 7:4 lid 3)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "De uitnodiging maken")
    brief, zitting = stel_uitnodiging_op(bezwaar, by=by, on=on)
    if zitting.uitnodiging is not None:
        raise ActieFout("De uitnodiging voor deze hoorzitting is al gemaakt. Zij staat bij de documenten.")
    zitting.uitnodiging = bewaar_brief(
        bezwaar.dossier,
        druk(SJABLOON, brief),
        "Uitnodiging voor de hoorzitting",
        "uitnodiging_hoorzitting",
        naar=brief.ontvanger,
        by=by,
        at=at,
        on=on,
    )
    bewaar(zitting, by=by, velden=["uitnodiging"])
    tekst = f"Uitnodiging gemaakt voor de hoorzitting van {datumtekst(zitting.datum)}."
    log(bezwaar.dossier, "hoorzitting", tekst, by=by, at=at, document=zitting.uitnodiging.pk, hoorzitting=zitting.pk)
    return zitting.uitnodiging


def stel_bevestiging_op(bezwaar: Bezwaar, *, by: User, on: date) -> Bezwaarbericht:
    """Write the letter, for its preview as well. Raises ActieFout for a letter that can't go out."""
    return _stel_op(bezwaar, Berichtsoort.ONTVANGST, by=by, on=on)


def stel_uitnodiging_op(bezwaar: Bezwaar, *, by: User, on: date) -> tuple[Bezwaarbericht, Hoorzitting]:
    """Write the letter of the planned hoorzitting.

    Raises ActieFout when there is none, and when it leaves less than a week for the papers without consent (art. 7:4).
    """
    zitting = gepland(bezwaar)
    if zitting is None:
        raise ActieFout("Er is geen hoorzitting gepland. Plan haar eerst.")
    if is_kort_ter_inzage(zitting.datum, on) and not zitting.instemming:
        raise ActieFout(GEEN_WEEK)
    return _stel_op(bezwaar, Berichtsoort.UITNODIGING, by=by, on=on, zitting=zitting_in_brief(zitting, on)), zitting


def feiten_in_brief(bezwaar: Bezwaar) -> dict[str, Any]:
    """Give what every letter about this bezwaar says of it, as the fields of a Bezwaarbericht."""
    return {
        "besluit": bezwaar.besluit.nummer,
        "besluit_datum": bezwaar.besluit.datum,
        "ontvangen_op": bezwaar.ontvangen_op,
        "op_tijd": tijdigheid_van(bezwaar).op_tijd,
        "bezwaar_tot": bezwaartermijn_van(bezwaar.besluit).uiterste_datum,
        "commissie": bezwaar.commissie,
        "beslissen_tot": bezwaar.termijn.uiterste_datum if bezwaar.termijn else None,
        "aanvullen_tot": bezwaar.aanvullen_tot,
        "rechtstreeks": bezwaar.rechtstreeks and bezwaar.instemming is None,
        "namens": bezwaar.gemachtigde.naam if bezwaar.gemachtigde else "",
    }


def zitting_in_brief(zitting: Hoorzitting, on: date) -> Zitting:
    """Give when and where the hoorzitting is; a geheim adres is not told, whoever gets the letter."""
    is_geheim = noemt_geheim_adres(zitting.bezwaar.dossier.persoon, zitting.plaats)
    return Zitting(
        datum=zitting.datum,
        tijd=uren_minuten(zitting.tijd),
        plaats="" if is_geheim else zitting.plaats,
        door_wie=zitting.door_wie,
        stukken_tot=zitting.datum - NADERE_STUKKEN,
        inzage_vanaf=max(on, zitting.datum - TER_INZAGE),
        is_korter=is_kort_ter_inzage(zitting.datum, on),
    )


def _stel_op(
    bezwaar: Bezwaar, soort: Berichtsoort, *, by: User, on: date, zitting: Zitting | None = None
) -> Bezwaarbericht:
    dossier = bezwaar.dossier
    naar = ontvanger_bezwaar(bezwaar)
    eis_adresseerbaar(dossier, by, naar)
    contactpersoon = dossier.casusregisseur or by
    brief = Bezwaarbericht(
        soort=soort,
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=naar,
        **feiten_in_brief(bezwaar),
        contactpersoon=contactpersoon.naam,
        telefoon=contactpersoon.telefoon,
        zitting=zitting,
    )
    brief = met_teksten(brief, dossier.gemeente)
    eis_leesbaar(brief)
    return brief
