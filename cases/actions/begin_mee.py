"""The beginning of two dossiers that become one: the aanmelding, what was established then, and a no to help."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import User
from cases.actions.aanmelddatum import beleid_bij
from cases.actions.basis import bewaar, log
from cases.actions.dossierbeleid import is_gekozen
from cases.actions.hulp import AFWIJZINGEN
from cases.actions.hulpdagen import HERVAT, hervat_op, wensen_van
from cases.actions.samenvoegpunten import zet_punt
from cases.doelgroepen import OVERLEDENE
from cases.hulpwens import Wens, laatste_hervatting, staand_nee
from cases.keuzes import Rang, WilOndersteuning
from cases.models import Aanmelding, Controlepunt, Dossier
from cases.status import Status
from config.weergave import datum as datumtekst

ACUUT = ("acuut", "acuut_toelichting", "acuut_op", "acuut_door")
VOORRANG = ("voorrang_reden", "voorrang_op", "voorrang_door")
OVERLEG = ("overleg_met", "overleg_datum")


def begin_van_ander(dossier: Dossier, ander: Dossier) -> list[Wens]:
    """Take the earlier aanmelding, and what only the other has; gives when help was wanted, for `hulp_mee`.

    The day of a dossier without recht is no beginning: nothing ran from it (Wht art. 2.21 lid 6).
    """
    wensen = wensen_van(dossier)
    if ander.status != Status.GEEN_RECHT or dossier.status == Status.GEEN_RECHT:
        wensen = [*wensen_van(ander), *wensen]
        _begin_eerder(dossier, ander)
    dossier.casusregisseur = dossier.casusregisseur or ander.casusregisseur
    if dossier.doelgroep == ander.doelgroep:
        dossier.datum_tegemoetkoming = dossier.datum_tegemoetkoming or ander.datum_tegemoetkoming
    for velden in (ACUUT, VOORRANG):
        if not getattr(dossier, velden[0]):
            for veld in velden:
                setattr(dossier, veld, getattr(ander, veld))
    dossier.rang = Rang.ACUUT if dossier.acuut else Rang.VOORRANG if dossier.voorrang_reden else Rang.GEWOON
    return wensen


def _begin_eerder(dossier: Dossier, ander: Dossier) -> None:
    """Let a dossier begin with the other where that came first, under the beleid of then.

    Beleid that a coördinator chose, for the dossier that goes on or for the one where it began, is not undone.
    """
    if ander.datum_aanmelding >= dossier.datum_aanmelding:
        return
    dossier.datum_aanmelding = ander.datum_aanmelding
    if is_gekozen(dossier):
        return
    if dossier.datum_eerste_gesprek is None and is_gekozen(ander):
        dossier.beleid = ander.beleid
    else:
        dossier.beleid = beleid_bij(dossier, ander.datum_aanmelding)


def hulp_mee(dossier: Dossier, ander: Dossier, wensen: Sequence[Wens], *, by: User, at: datetime) -> None:
    """Let the clocks run from the day on which somebody asked again after a no, as they would in one dossier.

    A second aanmelding after a no is asking again. A no after the eerste gesprek moves no clock, and one that came last
    is for a person to judge: the running dossier goes on until then.
    """
    gesprek = dossier.datum_eerste_gesprek
    hervatting = laatste_hervatting(wens for wens in wensen if gesprek is None or wens.dag <= gesprek)
    if hervatting is not None and hervatting.gevraagd != hervat_op(dossier):
        tekst = (
            f"De inwoner zei op {datumtekst(hervatting.afgewezen)} geen hulp te willen en vroeg op"
            f" {datumtekst(hervatting.gevraagd)} toch om hulp. Dat bleek bij het samenvoegen met dossier"
            f" {ander.nummer}. De termijnen lopen vanaf de dag van die vraag."
        )
        feit = {"datum": hervatting.gevraagd.isoformat(), "afgewezen": hervatting.afgewezen.isoformat()}
        log(dossier, HERVAT, tekst, by=by, at=at, **feit)
    nee = staand_nee(wensen)
    if nee is not None and dossier.is_open:
        tekst = (
            f"De inwoner zei op {datumtekst(nee)} geen hulp te willen. Dat stond in dossier {ander.nummer}. Vraag na of"
            " de inwoner nog hulp wil. Zo niet, leg dat dan vast."
        )
        zet_punt(dossier, Controlepunt.Soort.HULP, tekst)


def aanmelding_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Fill what was not established in the dossier that goes on with what the other established.

    Why this gemeente helps somebody who is no ingezetene, the overleg about it and the deceased each are one whole. A
    no to help is not taken over while the dossier runs (`hulp_mee`).
    """
    rijen = {rij.dossier_id: rij for rij in Aanmelding.objects.select_for_update().filter(dossier__in=(dossier, ander))}
    hier, daar = rijen[dossier.pk], rijen[ander.pk]
    velden = ["toestemming_navraag", "datum_beschikking"]
    if hier.ingezetene and not daar.ingezetene:
        hier.ingezetene, velden = False, [*velden, "uitzondering", *OVERLEG]
    elif not daar.ingezetene and not hier.overleg_met:
        velden += OVERLEG
    if hier.overleden_naam.casefold() in ("", daar.overleden_naam.casefold()):
        velden += OVERLEDENE
    for veld in velden:
        setattr(hier, veld, getattr(hier, veld) or getattr(daar, veld))
    wil = WilOndersteuning(daar.wil_ondersteuning)
    if hier.wil_ondersteuning == WilOndersteuning.ONBEKEND and not (dossier.is_open and wil in AFWIJZINGEN):
        hier.wil_ondersteuning = wil
    if daar.toelichting not in hier.toelichting:
        hier.toelichting = f"{hier.toelichting}\n\n{daar.toelichting}".strip()
    bewaar(hier, by=by, velden=[*velden, "ingezetene", "wil_ondersteuning", "toelichting"], reden=reden)
