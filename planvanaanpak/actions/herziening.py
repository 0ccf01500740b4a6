"""Change what was decided on voorzieningen, with a besluit of its own (Beleidsregels Tiel 2025, art. 7 lid 1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status
from cases.actions.gesprekken import eis_geldig
from cases.actions.poorten import eis_poorten_open, gebruik_hardheid
from cases.models import Dossier, Hardheidsbesluit
from config.weergave import datum as datumtekst
from config.weergave import euro
from planvanaanpak.actions.besluit import neem_besluit
from planvanaanpak.actions.bezwaarbasis import koppel_vervolg
from planvanaanpak.actions.herzientoets import (
    COLLEGE,
    HerzienFout,
    Herzienregel,
    keur_college,
    keur_dagen,
    keur_regels,
    pas_toe,
    zoals_het_wordt,
)
from planvanaanpak.actions.versies import versie_bij_besluit
from planvanaanpak.actions.verzending import vergrendel_besluit
from planvanaanpak.actions.voorzieningbasis import laat_vervallen
from planvanaanpak.actions.zienswijze import eis_zienswijze
from planvanaanpak.bezwaarbron import te_herzien_na
from planvanaanpak.briefregels import HardheidRegel, VoorzieningRegel
from planvanaanpak.herzienkeuzes import HERZIENBAAR, NA_BEZWAAR, TE_HERZIEN, Wijziging
from planvanaanpak.keuzes import BesluitSoort, Noodzaak, VoorzieningSoort
from planvanaanpak.models import Besluit, Bezwaar, Voorziening
from planvanaanpak.opbouw import Inhoud, hardheidregels, looptijd
from planvanaanpak.toets import TOETSEN
from planvanaanpak.voorzieningtekst import rekensom
from planvanaanpak.zienswijze import NIET_GEVRAAGD


@transaction.atomic
def herzien(
    *,
    besluit: Besluit,
    regels: Sequence[Herzienregel],
    toelichting: str,
    zienswijze: str,
    ingang: date,
    datum: date,
    by: User,
    at: datetime,
    on: date,
    bezwaar: Bezwaar | None = None,
) -> Besluit:
    """Set down what changes per voorziening of an earlier besluit, from which day and for which new facts.

    What lapses holds until that day (decision 1181), as after an intrekking.
    Giving more is granting: it passes the gates and meets what an addendum asks (decision 1041). After a bezwaar that
    was gegrond the day of the besluit that was herroepen counts for the gates, and the new besluit is linked to that
    bezwaar. Raises ActieFout when nothing changes, and HerzienFout for rows that can't be decided so.
    """
    besluit = vergrendel_besluit(besluit)
    dossier = besluit.dossier
    eis_herzienbaar(besluit, bezwaar)
    eis_in_leven(dossier, "Het besluit herzien")
    # locked: nobody decides on the same voorziening meanwhile
    pks = [regel.voorziening.pk for regel in regels]
    vast = {v.pk: v for v in _vast(besluit, pks)}
    if set(pks) - set(vast):
        raise ActieFout("Een van deze voorzieningen hoort niet bij dit besluit. Open de bladzijde opnieuw.")
    regels = [replace(regel, voorziening=vast[regel.voorziening.pk]) for regel in regels]
    if fouten := keur_college(dossier, regels, on):
        raise HerzienFout(fouten)
    hardheid = poort(dossier, regels, on, bezwaar)
    inhoud = stel_herziening_op(
        besluit,
        regels,
        toelichting=toelichting,
        zienswijze=zienswijze,
        ingang=ingang,
        datum=datum,
        na_bezwaar=bezwaar is not None,
        hardheid=hardheidregels(dossier, hardheid),
    )
    nieuw = neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)
    gebruik_hardheid(hardheid, nieuw.nummer, by=by)
    for regel in regels:
        if regel.wat != Wijziging.BLIJFT:
            _pas_toe(regel, nieuw, by)
    versie_bij_besluit(regels[0].voorziening.plan, nieuw, by=by, at=at)
    if bezwaar is not None:
        koppel_vervolg(Bezwaar.objects.select_for_update().get(pk=bezwaar.pk), nieuw, by=by, at=at)
    return nieuw


def _vast(besluit: Besluit, pks: Sequence[int]) -> QuerySet[Voorziening]:
    rijen = Voorziening.objects.select_for_update(of=("self",)).select_related("saneringskrediet")
    return rijen.filter(besluit=besluit, pk__in=pks)


def stel_herziening_op(
    besluit: Besluit,
    regels: Sequence[Herzienregel],
    *,
    toelichting: str,
    zienswijze: str,
    ingang: date,
    datum: date,
    na_bezwaar: bool = False,
    hardheid: tuple[HardheidRegel, ...] = (),
) -> Inhoud:
    """Give what the letter holds, for its preview as well. Raises ActieFout when it can't be decided so."""
    if fouten := keur_regels(besluit.dossier, regels, na_bezwaar=na_bezwaar):
        raise HerzienFout(fouten)
    anders = [regel for regel in regels if regel.wat != Wijziging.BLIJFT]
    if not anders:
        raise ActieFout("Er verandert nog niets. Kies bij ten minste één voorziening wat er verandert.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op welke nieuwe feiten er zijn. De inwoner leest dit in de brief.")
    if any(not regel.is_toekenning for regel in anders):
        eis_zienswijze(zienswijze, NIET_GEVRAAGD)
    if ingang < besluit.datum:
        raise ActieFout(f"Het besluit is van {datumtekst(besluit.datum)}. Kies die dag of een latere dag.")
    if fouten := keur_dagen(anders, ingang, datum):
        raise HerzienFout(fouten)
    return Inhoud(
        soort=BesluitSoort.HERZIENING,
        over=besluit,
        ingang=ingang,
        toelichting=toelichting.strip(),
        zienswijze=zienswijze.strip(),
        voorzieningen=tuple(_in_brief(nummer, regel) for nummer, regel in enumerate(anders, start=1)),
        hardheid=hardheid,
    )


def poort(
    dossier: Dossier, regels: Sequence[Herzienregel], on: date, bezwaar: Bezwaar | None
) -> list[Hardheidsbesluit]:
    """Refuse to give more when a gate is closed; what gives less or the same needs no gate (decision 0942)."""
    meer = [regel.voorziening for regel in regels if regel.is_toekenning]
    if not meer:
        return []
    dag = localdate(bezwaar.besluit.vastgesteld_op) if bezwaar else on
    return eis_poorten_open(dossier, dag, materieel=any(v.soort == VoorzieningSoort.MATERIEEL for v in meer))


def eis_herzienbaar(besluit: Besluit, bezwaar: Bezwaar | None = None) -> None:
    """Refuse a kind of besluit without voorzieningen, one that was taken back, and one that has not left yet."""
    if besluit.soort not in HERZIENBAAR:
        raise ActieFout(f"Een besluit van de soort '{besluit.get_soort_display().lower()}' kunt u niet herzien.")
    eis_status(besluit.dossier, NA_BEZWAAR if bezwaar else TE_HERZIEN, "Het besluit herzien")
    if eerder := besluit.gewijzigd_met.intrekkingen().first():
        raise ActieFout(f"Dit besluit is ingetrokken met {eerder.nummer}.")
    if besluit.verzonden_op is None:
        raise ActieFout("Dit besluit is nog niet verzonden. Bevestig eerst de verzending.")
    if bezwaar is not None:
        eis_geldig(bezwaar, "Dit bezwaar")
        if besluit not in te_herzien_na(bezwaar) or not bezwaar.wacht_op_besluit:
            raise ActieFout("Na dit bezwaar hoeft er geen nieuw besluit over dit besluit meer te komen.")


def te_herzien(besluit: Besluit) -> list[Voorziening]:
    """Give what a herziening of a besluit can change: what it granted or refused, and what has not lapsed."""
    return list(Voorziening.objects.te_herzien(besluit).select_related("saneringskrediet").order_by("pk"))


def _in_brief(nummer: int, regel: Herzienregel) -> VoorzieningRegel:
    """Copy a row as it becomes; the three tests carry what gives more, as they were written for no less (1041)."""
    v, weg = regel.voorziening, regel.wat == Wijziging.VERVALT
    bedrag = regel.wordt.bedrag if regel.wordt else Decimal("0.00")
    wordt = zoals_het_wordt(regel) if regel.wordt else None
    toetsen = {veld: getattr(wordt, veld) for veld in TOETSEN} if regel.is_toekenning else {}
    return VoorzieningRegel(
        nummer=nummer,
        omschrijving=v.omschrijving,
        besluit="afgewezen" if weg else "toegekend",
        soort=v.soort,
        wanneer="" if weg or regel.wordt is None else looptijd(regel.wordt.vanaf, regel.wordt.tot),
        bedrag=bedrag,
        motivering=regel.motivering.strip(),
        was=_was(regel),
        wijziging=str(regel.wat),
        rekensom=rekensom(wordt) if wordt else "",
        **toetsen,
    )


def _was(regel: Herzienregel) -> str:
    """Say what was decided: u krijgt dit, EUR 466,33, eenmalig."""
    if regel.wat == Wijziging.ALSNOG:
        return "u krijgt dit niet"
    return f"u krijgt dit, {euro(regel.was.bedrag)}, {looptijd(regel.was.vanaf, regel.was.tot)}"


def _pas_toe(regel: Herzienregel, nieuw: Besluit, by: User) -> None:
    """Let the voorziening say what now holds; its history keeps what was. A wens that is granted proved needed."""
    v, reden = regel.voorziening, f"Herzien met {nieuw.nummer}"
    if regel.wat == Wijziging.VERVALT:
        assert nieuw.gaat_over is not None, "een herziening gaat over een besluit"
        assert nieuw.ingang is not None, "een herziening gaat in op een dag"
        velden = ["herzien_met", *laat_vervallen(v, nieuw.gaat_over, nieuw.ingang)]
    else:
        velden = ["herzien_met", *pas_toe(v, regel)]
    v.herzien_met = nieuw
    if regel.wat == Wijziging.ALSNOG:
        v.besluit, v.noodzaak = nieuw, Noodzaak.NOODZAAK
        velden += ["besluit", "noodzaak"]
    bewaar(v, by=by, velden=velden, reden=reden)
    if v.is_sanering and any(regel.alsnog.get(veld) for veld in COLLEGE):
        bewaar(v.saneringskrediet, by=by, velden=list(COLLEGE), reden=reden)
