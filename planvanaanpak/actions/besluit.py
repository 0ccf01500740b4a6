"""Vaststellen, verzenden: a besluit gets its number, its letter and its clocks, and never changes after."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from django.db import transaction

from accounts.models import User
from cases.actions.aanvulklokken import sluit_aanvraag
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, volgend_nummer, zet_status
from cases.actions.gezin import gezin_ligt_vast
from cases.actions.ingebrekestelling import haal_besluit
from cases.actions.poorten import eis_poorten_open, gebruik_hardheid
from cases.actions.termijnen import start_termijn
from cases.models import Dossier, Hardheidsbesluit
from cases.status import OPEN, Status
from cases.uitstelgronden import BEZWAAR
from config.weergave import datum as datumtekst
from config.weergave import op_een_rij
from planvanaanpak.actions.beroepklok import haal_na_uitspraak, haal_na_uitspraak_op_bezwaar
from planvanaanpak.actions.mandaat import eis_mandaat, gebruik_goedkeuring
from planvanaanpak.actions.versies import versie_bij_besluit
from planvanaanpak.actions.verzendbasis import (
    eis_ontvanger,
    eis_verzenddag,
    eis_wijze,
    leg_vast,
    maak_blad,
    rechtsmiddel,
    te_laat_bekend,
    volg_dag,
)
from planvanaanpak.actions.verzending import TERMIJN, vergrendel_besluit
from planvanaanpak.besluitnodig import addendumpunten, briefpunten
from planvanaanpak.brief import als_json, uit_json
from planvanaanpak.keuzes import BesluitSoort, Noodzaak, Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Besluit, BesluitPdf, Bezwaar, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import (
    Inhoud,
    addendum_inhoud,
    hardheidregels,
    maak_brief,
    plan_inhoud,
    plangegevens,
)
from planvanaanpak.pdf import BriefFout, besluit_pdf
from planvanaanpak.planbron import AAN_TE_VULLEN, besluit_over_plan, buiten_het_plan
from planvanaanpak.poortdag import poortdagen
from planvanaanpak.verzendkeuzes import VOORUIT, Gebeurtenis, Verzendwijze
from planvanaanpak.voorzieningbron import open_punten


@transaction.atomic
def vaststellen(*, plan: PlanVanAanpak, datum: date, by: User, at: datetime, on: date) -> Besluit:
    """Set the plan down as a numbered beschikking that leaves on `datum`, which starts the bezwaartermijn.

    Meets `plan_van_aanpak`, starts `bezwaar`, moves the dossier to uitvoering. Raises ActieFout when something is
    missing, when a venster has closed (VNG handreiking 2025 §3.5) or when the plan is not open. The gezin as at the
    aanvraag is frozen at the latest by it (Tiel 2025 art. 2 lid 2).
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, frozenset({Status.PLAN_VAN_AANPAK}), "Het plan vaststellen")
    eis_in_leven(dossier, "Het plan vaststellen")
    plan = PlanVanAanpak.objects.select_for_update().get(pk=plan.pk)
    plan.dossier = dossier
    eis_klaar(nodig(plangegevens(dossier)), "Vaststellen")
    voorzieningen = _voorstellen(plan)
    hardheid = ga_door_de_poort(dossier, voorzieningen, on)
    inhoud = plan_inhoud(plan, voorzieningen, hardheidregels(dossier, hardheid))
    besluit = neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)
    gebruik_hardheid(hardheid, besluit.nummer, by=by)
    _beslis(voorzieningen, besluit, by)
    gezin_ligt_vast(dossier, by=by, at=at)
    versie_bij_besluit(plan, besluit, by=by, at=at)
    plan.vastgesteld_op, plan.vastgesteld_door = at, by
    bewaar(plan, by=by, velden=["vastgesteld_op", "vastgesteld_door"])
    zet_status(dossier, Status.UITVOERING)
    bewaar(dossier, by=by, velden=["status", "updated_at"])
    haal_besluit(dossier=dossier, regel="plan_van_aanpak", datum=datum)
    haal_na_uitspraak(dossier, datum)
    sluit_aanvraag(dossier)
    return besluit


@transaction.atomic
def addendum_vaststellen(
    *, plan: PlanVanAanpak, datum: date, toelichting: str, by: User, at: datetime, on: date
) -> Besluit:
    """Decide on the voorzieningen proposed after the plan: a besluit of its own that adds to the first one.

    Raises ActieFout outside the vensters, after niet erkend outside the 30 dagen (SPR art. 3 lid 7), and for a grant
    that no doel of the plan asks for.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, AAN_TE_VULLEN, "Een addendum vaststellen")
    eis_in_leven(dossier, "Een addendum vaststellen")
    plan.dossier = dossier
    voorzieningen = _voorstellen(plan)
    if not voorzieningen:
        raise ActieFout("Stel eerst ten minste één voorziening voor.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom het plan wordt aangevuld.")
    eerste = besluit_over_plan(dossier)
    if eerste is None:
        raise ActieFout("Er is nog geen besluit om aan te vullen.")
    eis_klaar(addendumpunten(dossier), "Vaststellen")
    if buiten := buiten_het_plan(plan, voorzieningen):
        wat = "; ".join(f"{gebied.label.lower()} {waarom}" for gebied, waarom in buiten.items())
        raise ActieFout(f"Toekennen kan alleen vanuit het plan: {wat}. Werk eerst het plan bij.")
    hardheid = ga_door_de_poort(dossier, voorzieningen, on)
    regels = hardheidregels(dossier, hardheid)
    inhoud = addendum_inhoud(voorzieningen, vult_aan=eerste.nummer, toelichting=toelichting, hardheid=regels)
    besluit = neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on, vult_aan=eerste)
    gebruik_hardheid(hardheid, besluit.nummer, by=by)
    _beslis(voorzieningen, besluit, by)
    versie_bij_besluit(plan, besluit, by=by, at=at)
    return besluit


@transaction.atomic
def beeindiging_vaststellen(
    *,
    dossier: Dossier,
    datum: date,
    toelichting: str,
    nazorg_tekst: str,
    zienswijze: str = "",
    artikel: str = "",
    by: User,
    at: datetime,
    on: date,
) -> Besluit:
    """Set down that the support ends, with the reason in the letter. The nazorg app decides what follows.

    `artikel` names the article that this end rests on, beside those of every besluit (Awb art. 3:47 lid 2).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "De ondersteuning beëindigen")
    eis_in_leven(dossier, "De ondersteuning beëindigen")
    inhoud = stel_beeindiging_op(
        toelichting=toelichting, nazorg_tekst=nazorg_tekst, zienswijze=zienswijze, artikel=artikel
    )
    return neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)


def stel_beeindiging_op(*, toelichting: str, nazorg_tekst: str, zienswijze: str, artikel: str = "") -> Inhoud:
    """Give what the letter holds, for its preview as well."""
    return Inhoud(
        soort=BesluitSoort.BEEINDIGING,
        toelichting=toelichting.strip(),
        zienswijze=zienswijze.strip(),
        nazorg_tekst=nazorg_tekst,
        grond=artikel,
    )


def _voorstellen(plan: PlanVanAanpak) -> list[Voorziening]:
    """Give the voorstellen in order; a wens is not granted."""
    voorzieningen = list(Voorziening.objects.filter(plan=plan).voorgesteld().select_for_update())
    wensen = [v.omschrijving for v in _toe_te_kennen(voorzieningen) if v.noodzaak == Noodzaak.WENS]
    if wensen:
        raise ActieFout(f"Een wens kunt u niet toekennen: {op_een_rij(wensen)}.")
    if open_ := open_punten(plan.dossier, voorzieningen):
        raise ActieFout(f"Maak eerst de voorstellen af. {'; '.join(open_)}.")
    return voorzieningen


def _toe_te_kennen(voorzieningen: list[Voorziening]) -> list[Voorziening]:
    return [v for v in voorzieningen if v.voorstel == Voorstel.TOEKENNEN]


def ga_door_de_poort(dossier: Dossier, voorzieningen: list[Voorziening], on: date) -> list[Hardheidsbesluit]:
    """Refuse what a closed gate forbids; gives the hardheidsbesluiten that open it. A refusal needs no gate.

    What a bezwaar that was gegrond is about is judged on the day of the besluit that was herroepen.
    """
    toekennen = [v for v in voorzieningen if v.is_toe_te_kennen]
    hardheid: dict[int, Hardheidsbesluit] = {}
    for dag, rijen in poortdagen(dossier, toekennen, on).items():
        materieel = any(v.soort == VoorzieningSoort.MATERIEEL for v in rijen)
        hardheid |= {rij.pk: rij for rij in eis_poorten_open(dossier, dag, materieel=materieel)}
    return list(hardheid.values())


def neem_besluit(
    dossier: Dossier, inhoud: Inhoud, datum: date, *, by: User, at: datetime, on: date, vult_aan: Besluit | None = None
) -> Besluit:
    """Number a besluit, freeze its letter and start the bezwaartermijn from the verzenddatum.

    One that changes or takes back another names it (`inhoud.over`), with the day from which that holds.
    Against a besluit op bezwaar beroep is open instead (Awb art. 7:1 lid 2). Every besluit passes here, so here the
    mandate is checked (Awb art. 10:3): raises ActieFout without, and GoedkeuringNodig where a second person must look.
    """
    _eis_verzenddatum(datum, on)
    eis_klaar(briefpunten(dossier, inhoud.ontvanger), "Vaststellen")
    inhoud, goedkeuring = eis_mandaat(dossier, inhoud, datum, by=by, on=on)
    nummer = volgend_nummer(dossier.gemeente, "B", on.year)
    brief = maak_brief(dossier=dossier, inhoud=inhoud, kenmerk=nummer, datum=datum, by=by)
    try:
        pdf = besluit_pdf(brief)
    except BriefFout as fout:
        raise ActieFout(str(fout)) from fout
    besluit = Besluit.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        nummer=nummer,
        soort=inhoud.soort,
        vult_aan=vult_aan,
        gaat_over=inhoud.over,
        ingang=inhoud.ingang,
        datum=datum,
        snapshot=als_json(brief),
        vastgesteld_op=at,
        vastgesteld_door=by,
    )
    gebruik_goedkeuring(goedkeuring, besluit, by=by)
    BesluitPdf.objects.create(besluit=besluit, inhoud=pdf, sha256=hashlib.sha256(pdf).hexdigest())
    start_termijn(dossier=dossier, regel=rechtsmiddel(besluit), aanleiding=f"besluit:{besluit.pk}", start=datum, on=on)
    tekst = f"Besluit {nummer} vastgesteld: {besluit.get_soort_display().lower()}."
    log(dossier, "besluit_vastgesteld", tekst, by=by, at=at, besluit=nummer)
    return besluit


class Openpunt(Protocol):
    """A point of any checklist: of a plan, or of a bezwaar."""

    @property
    def klaar(self) -> bool: ...

    @property
    def tekst(self) -> str: ...


def eis_klaar(punten: Iterable[Openpunt], wat: str) -> None:
    """Refuse while something on the checklist is open: the same that the page shows."""
    if open_ := [punt.tekst for punt in punten if not punt.klaar]:
        raise ActieFout(f"{wat} kan nog niet. Nog nodig: {'; '.join(open_)}.")


def _eis_verzenddatum(datum: date, on: date) -> None:
    """Refuse a letter of the past, and one so far ahead that it is a slip: it is frozen with its date."""
    if datum < on:
        raise ActieFout("De verzenddatum kan niet in het verleden liggen.")
    if datum > on + VOORUIT:
        raise ActieFout(
            f"De verzenddatum kan niet na {datumtekst(on + VOORUIT)} liggen. Neem het besluit anders later."
        )


def _beslis(voorzieningen: list[Voorziening], besluit: Besluit, by: User) -> None:
    for voorziening in voorzieningen:
        toegekend = voorziening.voorstel == Voorstel.TOEKENNEN
        voorziening.status = VoorzieningStatus.TOEGEKEND if toegekend else VoorzieningStatus.AFGEWEZEN
        voorziening.besluit = besluit
        bewaar(voorziening, by=by, velden=["status", "besluit"])


@transaction.atomic
def verzenden(
    *, besluit: Besluit, datum: date, by: User, at: datetime, on: date, wijze: str = Verzendwijze.POST
) -> Besluit:
    """Record the day a letter really left. On another day than it bears, the clock follows and a bijsluiter is made.

    That goes with the letter, or after it when the letter left on an earlier day (decision 1011).

    Awb 3:41, 6:8: bekendmaking by toezending starts the bezwaartermijn, whatever date the letter bears. By post or by
    hand; electronically only with consent for this kind of message (Awb art. 2:8).
    """
    besluit = vergrendel_besluit(besluit)
    dossier = besluit.dossier
    if besluit.verzonden_op is not None:
        raise ActieFout(f"Dit besluit is al verzonden op {datumtekst(besluit.verzonden_op)}.")
    eis_verzenddag(besluit, datum, on)
    naar = uit_json(besluit.snapshot).ontvanger
    eis_ontvanger(besluit, naar, datum)
    toestemming = eis_wijze(besluit, wijze, datum, naar)
    verzending = leg_vast(besluit, Gebeurtenis.EERSTE, datum, wijze=wijze, toestemming=toestemming, by=by, at=at)
    besluit.verzonden_op, besluit.verzonden_door = datum, by
    besluit.save(update_fields=["verzonden_op", "verzonden_door"])
    tekst = f"Besluit {besluit.nummer} verzonden op {datumtekst(datum)}{_hoe(wijze)}."
    if datum != besluit.datum:
        maak_blad(besluit, datum, verzending, datum=on)
        gevolg = volg_dag(besluit, datum, besluit.datum, on)
        blad = "er is een bijsluiter om na te sturen" if datum < on else "de bijsluiter gaat mee"
        tekst += f" De {TERMIJN[rechtsmiddel(besluit)]} volgt die dag; {blad}.{gevolg}"
    if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR:
        bezwaar = Bezwaar.objects.select_related("dossier").get(beslissing=besluit)
        haal_besluit(dossier=dossier, regel=BEZWAAR, datum=datum, aanleiding=bezwaar.aanleiding)
        haal_na_uitspraak_op_bezwaar(bezwaar, datum)
    if besluit.soort == BesluitSoort.BUITEN_BEHANDELING:
        tekst += te_laat_bekend(besluit, datum)
    log(dossier, "besluit_verzonden", tekst, by=by, at=at, besluit=besluit.nummer)
    return besluit


def _hoe(wijze: str) -> str:
    """Say how, when it was not by post."""
    return "" if wijze == Verzendwijze.POST else f" ({Verzendwijze(wijze).label.lower()})"
