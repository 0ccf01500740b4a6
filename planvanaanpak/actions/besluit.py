"""Vaststellen, verzenden: a besluit gets its number, its letter and its clocks, and never changes after."""

import hashlib
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, volgend_nummer, zet_status
from cases.actions.ingebrekestelling import haal_besluit, verschuif_besluit
from cases.actions.poorten import eis_poorten_open, gebruik_hardheid
from cases.actions.termijnen import start_termijn, verschuif_gehaald
from cases.models import Dossier, Hardheidsbesluit
from cases.status import OPEN, Status
from config.weergave import datum as datumtekst
from planvanaanpak.brief import als_json
from planvanaanpak.keuzes import BesluitSoort, Noodzaak, Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import (
    Inhoud,
    addendum_inhoud,
    hardheidregels,
    maak_bijsluiter,
    maak_brief,
    plan_inhoud,
    plangegevens,
)
from planvanaanpak.pdf import BriefFout, besluit_pdf, bijsluiter_pdf
from planvanaanpak.planbron import OVER_HET_PLAN, besluit_over_plan

# After niet erkend something can be added for 30 dagen more (Wht art. 2.21 lid 6); a first plan can't be made then.
AAN_TE_VULLEN = frozenset({Status.UITVOERING, Status.ACCLIMATISATIE})


@transaction.atomic
def vaststellen(*, plan: PlanVanAanpak, datum: date, by: User, at: datetime, on: date) -> Besluit:
    """Set the plan down as a numbered beschikking that leaves on `datum`, which starts the bezwaartermijn.

    Meets `plan_van_aanpak`, starts `bezwaar`, moves the dossier to uitvoering. Raises ActieFout when something is
    missing, when a venster has closed (VNG handreiking 2025 §3.5) or when the plan is not open.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, frozenset({Status.PLAN_VAN_AANPAK}), "Het plan vaststellen")
    eis_in_leven(dossier, "Het plan vaststellen")
    plan = PlanVanAanpak.objects.select_for_update().get(pk=plan.pk)
    plan.dossier = dossier
    open_punten = [punt.tekst for punt in nodig(plangegevens(dossier)) if not punt.klaar]
    if open_punten:
        raise ActieFout(f"Vaststellen kan nog niet. Nog nodig: {'; '.join(open_punten)}.")
    voorzieningen = _voorstellen(plan)
    hardheid = ga_door_de_poort(dossier, voorzieningen, on)
    inhoud = plan_inhoud(plan, voorzieningen, hardheidregels(dossier, hardheid))
    besluit = _neem(dossier, inhoud, datum, by=by, at=at, on=on)
    gebruik_hardheid(hardheid, besluit.nummer, by=by)
    _beslis(voorzieningen, besluit, by)
    plan.vastgesteld_op, plan.vastgesteld_door = at, by
    bewaar(plan, by=by, velden=["vastgesteld_op", "vastgesteld_door"])
    zet_status(dossier, Status.UITVOERING)
    bewaar(dossier, by=by, velden=["status", "updated_at"])
    haal_besluit(dossier=dossier, regel="plan_van_aanpak", datum=datum)
    return besluit


@transaction.atomic
def addendum_vaststellen(
    *, plan: PlanVanAanpak, datum: date, toelichting: str, by: User, at: datetime, on: date
) -> Besluit:
    """Decide on the voorzieningen proposed after the plan: a besluit of its own that adds to the first one.

    Raises ActieFout outside the vensters, and after niet erkend outside the 30 dagen (SPR art. 3 lid 7).
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
    hardheid = ga_door_de_poort(dossier, voorzieningen, on)
    regels = hardheidregels(dossier, hardheid)
    inhoud = addendum_inhoud(voorzieningen, vult_aan=eerste.nummer, toelichting=toelichting, hardheid=regels)
    besluit = _neem(dossier, inhoud, datum, by=by, at=at, on=on, vult_aan=eerste)
    gebruik_hardheid(hardheid, besluit.nummer, by=by)
    _beslis(voorzieningen, besluit, by)
    return besluit


@transaction.atomic
def beeindiging_vaststellen(
    *, dossier: Dossier, datum: date, toelichting: str, nazorg_tekst: str, by: User, at: datetime, on: date
) -> Besluit:
    """Set down that the support ends, with the reason in the letter. The nazorg app decides what follows."""
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "De ondersteuning beëindigen")
    eis_in_leven(dossier, "De ondersteuning beëindigen")
    inhoud = Inhoud(soort=BesluitSoort.BEEINDIGING, toelichting=toelichting.strip(), nazorg_tekst=nazorg_tekst)
    return _neem(dossier, inhoud, datum, by=by, at=at, on=on)


def _voorstellen(plan: PlanVanAanpak) -> list[Voorziening]:
    """Give the voorstellen in order; a wens is not granted."""
    voorzieningen = list(Voorziening.objects.filter(plan=plan).voorgesteld().select_for_update())
    wensen = [v.omschrijving for v in _toe_te_kennen(voorzieningen) if v.noodzaak == Noodzaak.WENS]
    if wensen:
        raise ActieFout(f"Een wens kunt u niet toekennen: {', '.join(wensen)}.")
    return voorzieningen


def _toe_te_kennen(voorzieningen: list[Voorziening]) -> list[Voorziening]:
    return [v for v in voorzieningen if v.voorstel == Voorstel.TOEKENNEN]


def ga_door_de_poort(dossier: Dossier, voorzieningen: list[Voorziening], on: date) -> list[Hardheidsbesluit]:
    """Refuse what a closed gate forbids; gives the hardheidsbesluiten that open it. A refusal needs no gate."""
    toekennen = _toe_te_kennen(voorzieningen)
    if not toekennen:
        return []
    materieel = any(v.soort == VoorzieningSoort.MATERIEEL for v in toekennen)
    return eis_poorten_open(dossier, on, materieel=materieel)


def _neem(
    dossier: Dossier, inhoud: Inhoud, datum: date, *, by: User, at: datetime, on: date, vult_aan: Besluit | None = None
) -> Besluit:
    """Number a besluit, freeze its letter and start the bezwaartermijn from the verzenddatum."""
    if datum < on:
        raise ActieFout("De verzenddatum kan niet in het verleden liggen.")
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
        datum=datum,
        snapshot=als_json(brief),
        vastgesteld_op=at,
        vastgesteld_door=by,
    )
    BesluitPdf.objects.create(besluit=besluit, inhoud=pdf, sha256=hashlib.sha256(pdf).hexdigest())
    start_termijn(dossier=dossier, regel="bezwaar", aanleiding=f"besluit:{besluit.pk}", start=datum, on=on)
    tekst = f"Besluit {nummer} vastgesteld: {besluit.get_soort_display().lower()}."
    log(dossier, "besluit_vastgesteld", tekst, by=by, at=at, besluit=nummer)
    return besluit


def _beslis(voorzieningen: list[Voorziening], besluit: Besluit, by: User) -> None:
    for voorziening in voorzieningen:
        toegekend = voorziening.voorstel == Voorstel.TOEKENNEN
        voorziening.status = VoorzieningStatus.TOEGEKEND if toegekend else VoorzieningStatus.AFGEWEZEN
        voorziening.besluit = besluit
        bewaar(voorziening, by=by, velden=["status", "besluit"])


@transaction.atomic
def verzenden(*, besluit: Besluit, datum: date, by: User, at: datetime, on: date) -> Besluit:
    """Record the day a letter really left. On another day than it bears, the clock follows and a bijsluiter is made.

    Awb 3:41, 6:8: bekendmaking by toezending starts the bezwaartermijn, whatever date the letter bears.
    """
    dossier = vergrendel(besluit.dossier)
    besluit = Besluit.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=besluit.pk)
    besluit.dossier = dossier
    if besluit.verzonden_op is not None:
        raise ActieFout(f"Dit besluit is al verzonden op {datumtekst(besluit.verzonden_op)}.")
    if datum > on:
        raise ActieFout("De dag van verzending kan niet in de toekomst liggen.")
    if datum < localdate(besluit.vastgesteld_op):
        raise ActieFout("Een besluit kan niet verzonden zijn vóórdat het is vastgesteld.")
    eis_in_leven(dossier, "De brief versturen", op=datum)
    besluit.verzonden_op, besluit.verzonden_door = datum, by
    besluit.save(update_fields=["verzonden_op", "verzonden_door"])
    tekst = f"Besluit {besluit.nummer} verzonden op {datumtekst(datum)}."
    if datum != besluit.datum:
        _volg_echte_dag(besluit, datum, on)
        tekst += " De bezwaartermijn volgt die dag; de bijsluiter gaat mee."
    log(dossier, "besluit_verzonden", tekst, by=by, at=at, besluit=besluit.nummer)
    return besluit


def _volg_echte_dag(besluit: Besluit, datum: date, on: date) -> None:
    try:
        pdf = bijsluiter_pdf(maak_bijsluiter(besluit, datum))
    except BriefFout as fout:
        raise ActieFout(str(fout)) from fout
    Bijsluiter.objects.create(besluit=besluit, datum=datum, inhoud=pdf, sha256=hashlib.sha256(pdf).hexdigest())
    dossier = besluit.dossier
    start_termijn(dossier=dossier, regel="bezwaar", aanleiding=f"besluit:{besluit.pk}", start=datum, on=on)
    if besluit.soort in OVER_HET_PLAN:
        verschuif_besluit(dossier=dossier, regel="plan_van_aanpak", datum=datum)
    if besluit.soort == BesluitSoort.BEEINDIGING:
        verschuif_gehaald(dossier=dossier, regel="acclimatisatie", datum=datum)
