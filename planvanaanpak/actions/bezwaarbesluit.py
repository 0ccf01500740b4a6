"""Decide on a bezwaar: the besluit op bezwaar with its letter, and the new besluit that may follow (Awb art. 7:11)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, eis_in_leven, log
from cases.briefadres import afzender_bezwaar
from config.weergave import datum as datumtekst
from planvanaanpak.actions.aanvraag import is_gesloten_met
from planvanaanpak.actions.besluit import eis_klaar, neem_besluit
from planvanaanpak.actions.bezwaarbasis import (
    bewaar_bezwaar,
    eis_ander,
    koppel_vervolg,
    maak_taak,
    vergrendel_bezwaar,
)
from planvanaanpak.actions.bezwaarbrieven import ontvanger_bezwaar
from planvanaanpak.actions.herleving import te_herleven
from planvanaanpak.actions.herroeping import laat_wegvallen, na_herroeping
from planvanaanpak.besluitnodig import bezwaarpunten
from planvanaanpak.bezwaarbron import bezwaartermijn_van, feiten_van, gehouden, tijdigheid_van
from planvanaanpak.bezwaarkeuzes import HERROEPT, Afziengrond, Dictum, NaHerroeping, Vervolg
from planvanaanpak.bezwaarregels import keur_beslissing, nodig
from planvanaanpak.briefregels import BezwaarRegel
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, Bezwaar
from planvanaanpak.opbouw import Inhoud

OPNIEUW_BESLISSEN = (
    "Kies dat er een nieuw besluit komt. Zonder dit besluit is er op de aanvraag nog niet beslist (Awb artikel 7:11"
    " lid 2)."
)

IN_DE_PLAATS = (
    "Kies dat er een nieuw besluit komt. Wat dit besluit toekende of afwees, verandert alleen met een nieuw besluit"
    " (Awb artikel 7:11 lid 2)."
)
OPNIEUW_BEEINDIGEN = (
    "Kies dat er een nieuw besluit komt. De ondersteuning liep na de intrekking door: neem daarna opnieuw een besluit"
    " om haar te beëindigen."
)
GEEN_VERVOLG = (
    "Kies een besluit van dit dossier dat na het besluit op bezwaar is genomen, of een herziening van na het bezwaar."
)
KIES_VERVOLG = "Kies of er een nieuw besluit komt in de plaats van dit besluit (Awb artikel 7:11 lid 2)."


@dataclass(frozen=True, kw_only=True)
class Beslissing:
    """What is decided on a bezwaar. `afwijking` says why the advies is not followed, `gevolg` what changes.

    `vervolg` is asked when the besluit is herroepen, and has no answer of its own. `terug` are the keys of the
    voorzieningen that hold again when an intrekking is herroepen for a deel.
    """

    dictum: Dictum
    motivering: str
    afwijking: str = ""
    gevolg: str = ""
    vervolg: Vervolg | None = None
    terug: tuple[int, ...] = ()


class BeslisFout(ActieFout):
    """A decision that can't be taken so; `fouten` says it by field."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


@transaction.atomic
def bezwaar_beslissen(
    *, bezwaar: Bezwaar, beslissing: Beslissing, datum: date, by: User, at: datetime, on: date
) -> Besluit:
    """Set the besluit op bezwaar down as a numbered letter that leaves on `datum`; beroep is open against it.

    The clock of Awb art. 7:10 stops when the letter is sent, as only then it is made known. Raises ActieFout while
    something is still to be done, for who took the besluit itself (Awb art. 10:3 lid 3), and for a decision that does
    not fit with what happened. When it takes back that the aanvraag was refused or left aside, that the support
    ended, or an intrekking, what that ended comes back. A bezwaar of somebody else against the same besluit stays open.
    """
    bezwaar = vergrendel_bezwaar(bezwaar, "Beslissen op het bezwaar")
    if not bezwaar.belanghebbende:
        eis_in_leven(bezwaar.dossier, "Beslissen op het bezwaar")
    eis_ander(bezwaar, by)
    eis_klaar(nodig(feiten_van(bezwaar), on), "Beslissen")
    if fouten := keur(bezwaar, beslissing, on):
        raise BeslisFout(fouten)
    eis_klaar(bezwaarpunten(bezwaar, by, on), "Beslissen")
    inhoud = stel_besluit_op(bezwaar, beslissing)
    besluit = neem_besluit(bezwaar.dossier, inhoud, datum, by=by, at=at, on=on)
    bezwaar.beslissing, bezwaar.dictum = besluit, beslissing.dictum
    herroept = beslissing.dictum in HERROEPT
    bezwaar.vervolg = (herroept and beslissing.vervolg) or Vervolg.GEEN
    velden = ["beslissing", "dictum", "vervolg"]
    if bezwaar.vervolg == Vervolg.NIEUW_BESLUIT:
        wat = f"Nieuw besluit nemen na bezwaar ({bezwaar.besluit.nummer})"
        bezwaar.vervolg_taak = maak_taak(bezwaar, wat=wat, datum=datum, by=by)
        velden.append("vervolg_taak")
    bewaar_bezwaar(bezwaar, velden, by=by)
    if herroept:
        deels = beslissing.dictum == Dictum.DEELS_GEGROND
        terug = beslissing.terug if deels else None
        deels &= na_herroeping(bezwaar.besluit) != NaHerroeping.WEG
        laat_wegvallen(bezwaar.besluit, besluit, deels=deels, terug=terug, by=by, at=at, on=on)
    return besluit


def keur(bezwaar: Bezwaar, beslissing: Beslissing, on: date) -> dict[str, str]:
    """Give what is wrong with a decision, by field; what is herroepen asks what comes in its place."""
    fouten = keur_beslissing(
        feiten_van(bezwaar),
        on,
        dictum=beslissing.dictum,
        motivering=beslissing.motivering,
        afwijking=beslissing.afwijking,
        gevolg=beslissing.gevolg,
    )
    if beslissing.dictum not in HERROEPT:
        return fouten
    if (eis := _eis_vervolg(bezwaar.besluit)) and beslissing.vervolg != Vervolg.NIEUW_BESLUIT:
        fouten["vervolg"] = eis
    elif beslissing.vervolg is None:
        fouten["vervolg"] = KIES_VERVOLG
    if beslissing.dictum == Dictum.DEELS_GEGROND and bezwaar.besluit.soort == BesluitSoort.INTREKKING:
        fouten |= _keur_terug(bezwaar.besluit, beslissing)
    return fouten


def _eis_vervolg(besluit: Besluit) -> str:
    """Say why another besluit must come when this one is herroepen; empty when it may do without (decision 1161)."""
    if is_gesloten_met(besluit):
        return OPNIEUW_BESLISSEN
    if na_herroeping(besluit) == NaHerroeping.VERVANGEN:
        return IN_DE_PLAATS
    eerder = besluit.gaat_over if besluit.soort == BesluitSoort.INTREKKING else None
    return OPNIEUW_BEEINDIGEN if eerder is not None and eerder.soort == BesluitSoort.BEEINDIGING else ""


def _keur_terug(intrekking: Besluit, beslissing: Beslissing) -> dict[str, str]:
    """Ask what holds again after an intrekking that is herroepen for a deel."""
    kan = {voorziening.pk for voorziening in te_herleven(intrekking)}
    if kan and not beslissing.terug:
        return {"terug": "Kies welke voorzieningen weer gelden. Gelden ze allemaal weer? Kies dan gegrond."}
    if set(beslissing.terug) - kan:
        return {"terug": "Een van deze voorzieningen verviel niet met deze intrekking. Open de bladzijde opnieuw."}
    return {}


def stel_besluit_op(bezwaar: Bezwaar, beslissing: Beslissing) -> Inhoud:
    """Give what the letter holds, for its preview as well. Raises ActieFout for a gemachtigde without an address."""
    zitting, advies = gehouden(bezwaar), bezwaar.advies_datum is not None
    herroept = beslissing.dictum in HERROEPT
    wijkt_af = advies and bezwaar.advies_strekking != beslissing.dictum
    regel = BezwaarRegel(
        besluit_datum=bezwaar.besluit.datum,
        ontvangen_op=bezwaar.ontvangen_op,
        dictum=str(beslissing.dictum),
        gronden=bezwaar.gronden,
        namens=bezwaar.gemachtigde.naam if bezwaar.gemachtigde else "",
        op_tijd=tijdigheid_van(bezwaar).op_tijd,
        bezwaar_tot=bezwaartermijn_van(bezwaar.besluit).uiterste_datum,
        verschoonbaar_is=bool(bezwaar.verschoonbaar),
        verschoonbaar=bezwaar.verschoonbaar_reden,
        gehoord_op=zitting.datum if zitting else None,
        gehoord_door=zitting.door_wie if zitting else "",
        afzien=_afzien(bezwaar),
        advies_datum=bezwaar.advies_datum,
        advies=bezwaar.advies_tekst,
        advies_strekking=bezwaar.advies_strekking,
        afwijking=beslissing.afwijking.strip() if wijkt_af else "",
        gevolg=beslissing.gevolg.strip() if herroept else "",
        nieuw_besluit=herroept and beslissing.vervolg == Vervolg.NIEUW_BESLUIT,
        belanghebbende=bezwaar.belanghebbende,
        herroeping=str(na_herroeping(bezwaar.besluit)) if herroept else "",
        **_herleeft(bezwaar.besluit, beslissing),
    )
    return Inhoud(
        soort=BesluitSoort.BESLUIT_OP_BEZWAAR,
        vult_aan=bezwaar.besluit.nummer,
        toelichting=f"{_na_uitspraak(bezwaar)}{beslissing.motivering.strip()}",
        bezwaar=regel,
        afzender=afzender_bezwaar(bezwaar.dossier.gemeente),
        ontvanger=ontvanger_bezwaar(bezwaar),
    )


def _herleeft(besluit: Besluit, beslissing: Beslissing) -> dict[str, Any]:
    """Say in the letter which besluit holds again when an intrekking is herroepen, and what it gives."""
    eerder = besluit.gaat_over
    if beslissing.dictum not in HERROEPT or besluit.soort != BesluitSoort.INTREKKING or eerder is None:
        return {}
    if eerder.soort == BesluitSoort.BEEINDIGING:
        return {}
    alles, deels = te_herleven(besluit), beslissing.dictum == Dictum.DEELS_GEGROND
    weer = [v.omschrijving for v in alles if not deels or v.pk in beslissing.terug]
    return {"herleeft": eerder.nummer, "geldt_weer": tuple(weer)}


def _na_uitspraak(bezwaar: Bezwaar) -> str:
    """Say in the letter why there is another besluit on the same bezwaar."""
    beroep = bezwaar.na_uitspraak
    if beroep is None or beroep.vernietigd is None or beroep.uitspraak_datum is None:
        return ""
    uitspraak = f"Op {datumtekst(beroep.uitspraak_datum)} besliste {beroep.gerecht}"
    over = f"dat ons besluit {beroep.vernietigd.nummer} niet goed was"
    return f"{uitspraak} {over}. Wij beslissen daarom opnieuw op uw bezwaar.\n\n"


# The grounds of Awb art. 7:3 as the inwoner reads them.
_AFZIEN = {
    Afziengrond.KENNELIJK_NIET_ONTVANKELIJK: "Het was meteen duidelijk dat wij uw bezwaar niet kunnen behandelen",
    Afziengrond.KENNELIJK_ONGEGROND: "Het was meteen duidelijk dat wij u geen gelijk kunnen geven",
    Afziengrond.WIL_NIET: "U liet ons weten dat u niet gehoord wilde worden",
    Afziengrond.GEEN_REACTIE: "U liet ons niet op tijd weten dat u gehoord wilde worden",
    Afziengrond.TEGEMOET: "Wij geven u helemaal gelijk",
}


def _afzien(bezwaar: Bezwaar) -> str:
    if not bezwaar.afzien_grond:
        return ""
    reden = bezwaar.afzien_toelichting.strip()
    return f"{_AFZIEN[Afziengrond(bezwaar.afzien_grond)]}. {reden}"


@transaction.atomic
def vervolg_koppelen(*, bezwaar: Bezwaar, besluit: Besluit, by: User, at: datetime) -> Bezwaar:
    """Name the besluit that came in the place of the one that was herroepen; what was to be done is done."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Het nieuwe besluit koppelen", loopt=False)
    if not bezwaar.wacht_op_besluit or bezwaar.beslissing is None:
        raise ActieFout("Na dit bezwaar hoeft er geen nieuw besluit meer te komen.")
    if besluit not in mogelijk_vervolg(bezwaar):
        raise ActieFout(GEEN_VERVOLG)
    koppel_vervolg(bezwaar, besluit, by=by, at=at)
    tekst = f"Besluit {besluit.nummer} volgt op het besluit op bezwaar {bezwaar.beslissing.nummer}."
    log(bezwaar.dossier, "bezwaar_vervolg", tekst, by=by, at=at, bezwaar=bezwaar.pk, besluit=besluit.nummer)
    return bezwaar


def mogelijk_vervolg(bezwaar: Bezwaar) -> list[Besluit]:
    """Give the besluiten that were taken after the besluit op bezwaar, but for one on another bezwaar.

    A herziening of the same besluit also counts from the day on which the bezwaar came in: it may have met it already.
    """
    if bezwaar.beslissing is None:
        return []
    na_beslissing = Q(vastgesteld_op__gt=bezwaar.beslissing.vastgesteld_op)
    intussen = Q(
        gaat_over=bezwaar.besluit_id, soort=BesluitSoort.HERZIENING, vastgesteld_op__date__gte=bezwaar.ontvangen_op
    )
    later = Besluit.objects.filter(na_beslissing | intussen, dossier=bezwaar.dossier_id)
    return list(later.exclude(soort=BesluitSoort.BESLUIT_OP_BEZWAAR).defer("snapshot"))


def genomen_op(besluit: Besluit) -> str:
    return f"{besluit.get_soort_display()} {besluit.nummer}, {datumtekst(localdate(besluit.vastgesteld_op))}"
