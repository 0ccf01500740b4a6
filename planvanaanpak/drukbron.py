"""Read the letters to print from the database: what each one bears, what goes along, and whether it still goes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from cases.bestanden import PDF
from cases.briefadres import ontvanger
from cases.briefsoorten import OnbekendeBrief, briefsoort
from cases.envelop import Envelop, als_envelop, lees_envelop
from cases.models import Document, Persoon
from planvanaanpak.drukbrief import NIETS, Mee, Printbrief
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Berichttoestemming, Besluit, Bezwaar, Bijsluiter, Drukregel, Verzending
from planvanaanpak.verzendkeuzes import Gebeurtenis, Verzendwijze, postsoort_van

OVERLEDEN = "de inwoner is overleden"
INGETROKKEN = "de brief is ingetrokken"
AL_ELEKTRONISCH = "al elektronisch verstuurd"
NIEUWER = "er is een nieuwere bijsluiter"
HET_BESLUIT, HET_ADVIES = "het besluit", "het advies"
# The bytes of a letter and of a besluit are read one at a time, when the file is made.
ZWAAR = ("inhoud", "besluit__snapshot")


def van_besluiten(besluiten: QuerySet[Besluit], on: date) -> list[Printbrief]:
    """Give besluiten to print, each with the advies that its letter says is with it (Awb art. 7:13)."""
    elektronisch = Verzending.objects.filter(besluit=OuterRef("pk"), wijze=Verzendwijze.ELEKTRONISCH)
    rijen = list(
        besluiten.select_related("dossier__persoon")
        .defer("snapshot")
        .annotate(ontvanger=F("snapshot__ontvanger"), ging_elektronisch=Exists(elektronisch))
    )
    adviezen, wil = _adviezen(rijen), _willen_elektronisch(rijen, on)
    brieven = []
    for besluit in rijen:
        naar, persoon = lees_envelop(besluit.ontvanger), besluit.dossier.persoon
        brieven.append(
            Printbrief(
                brief=besluit,
                soort=f"Besluit: {besluit.get_soort_display().lower()}",
                nummer=besluit.nummer,
                dossier=besluit.dossier,
                dag=besluit.datum,
                naar=naar,
                mee=adviezen.get(besluit.pk, NIETS),
                elektronisch=naar.naar_inwoner_alleen and (persoon.pk, postsoort_van(besluit.soort)) in wil,
                vervallen=_overleden(persoon, naar) or (AL_ELEKTRONISCH if besluit.ging_elektronisch else ""),
            )
        )
    return brieven


def van_bijsluiters(bijsluiters: QuerySet[Bijsluiter]) -> list[Printbrief]:
    """Give sheets to print, each with the besluit where it says that it is with it (Awb 3:41).

    Of the sheets of a besluit the last one goes: the day in an earlier one is not right any more.
    """
    rijen = list(
        bijsluiters.select_related("besluit__dossier__persoon", "verzending")
        .defer(*ZWAAR)
        .annotate(ronde_van_besluit=_ronde_van_besluit(), aan_ander=F("besluit__snapshot__ontvanger__ander"))
    )
    bladen = _bladen_van(rijen)
    adviezen = _adviezen([rij.besluit for rij in rijen])
    brieven = []
    for rij in rijen:
        besluit, persoon = rij.besluit, rij.besluit.dossier.persoon
        # The sheet goes to whom the besluit is; an older envelope does not say so.
        naar = replace(_envelop(rij.envelop, persoon), ander=bool(rij.aan_ander))
        brieven.append(
            Printbrief(
                brief=rij,
                soort="Bijsluiter",
                nummer=besluit.nummer,
                dossier=besluit.dossier,
                dag=localdate(rij.verzending.vastgelegd_op) if rij.verzending else rij.datum,
                naar=naar,
                mee=_mee(rij, bladen[besluit.pk], adviezen.get(besluit.pk, NIETS)),
                vervallen=_overleden(persoon, naar) or (NIEUWER if bladen[besluit.pk][-1] != rij else ""),
            )
        )
    return brieven


def van_documenten(documenten: QuerySet[Document]) -> list[Printbrief]:
    """Give the other letters to print: what their envelope asks is what was kept when they were made."""
    brieven = []
    for document in documenten.select_related("uitgaand", "dossier__persoon"):
        persoon = document.dossier.persoon
        naar = _envelop(document.uitgaand.envelop, persoon)
        brieven.append(
            Printbrief(
                brief=document,
                soort=_naam(document.uitgaand.soort),
                nummer=document.dossier.nummer,
                dossier=document.dossier,
                dag=document.datum,
                naar=naar,
                vervallen=_overleden(persoon, naar) or (INGETROKKEN if document.is_ingetrokken else ""),
            )
        )
    return brieven


def _mee(blad: Bijsluiter, bladen: Sequence[Bijsluiter], advies: Mee) -> Mee:
    """Say what goes with a sheet. Was an earlier sheet never printed, then its besluit goes with this one.

    Nothing goes with the sheet of a sending of an earlier day: the besluit left then.
    """
    open_ = [rij for rij in bladen if rij == blad or rij.bedrukt_op is None]  # type: ignore[attr-defined]
    gebeurd = {rij.verzending.gebeurtenis for rij in open_ if rij.verzending and not rij.verzending.was_al_weg}
    ronde = blad.ronde_van_besluit  # type: ignore[attr-defined]
    if Gebeurtenis.OPNIEUW in gebeurd or (Gebeurtenis.EERSTE in gebeurd and ronde is None):
        return Mee(stukken=(blad.besluit, *advies.stukken), erin=(HET_BESLUIT, *advies.erin), erbij=advies.erbij)
    return Mee(erbij=(f"{HET_BESLUIT} uit drukronde {ronde}",)) if Gebeurtenis.EERSTE in gebeurd else NIETS


def _ronde_van_besluit() -> Subquery:
    """Give the drukronde in which a besluit is, unless it was left out there."""
    regels = Drukregel.objects.filter(besluit=OuterRef("besluit"), ingetrokken_op__isnull=True)
    return Subquery(regels.values("ronde"))


def _bladen_van(rijen: Iterable[Bijsluiter]) -> dict[int, list[Bijsluiter]]:
    """Give every sheet of these besluiten from first to last, and when each was printed."""
    per_besluit: dict[int, list[Bijsluiter]] = defaultdict(list)
    if besluiten := {rij.besluit_id for rij in rijen}:
        bladen = Bijsluiter.objects.filter(besluit__in=besluiten).select_related("verzending").defer("inhoud")
        for blad in bladen.annotate(bedrukt_op=F("drukregel__ronde__afgedrukt_op")).order_by("pk"):
            per_besluit[blad.besluit_id].append(blad)
    return per_besluit


def _adviezen(besluiten: Iterable[Besluit]) -> dict[int, Mee]:
    """Give the advies of each besluit op bezwaar. What is no PDF can't be printed here: that has to be laid with it."""
    pks = {besluit.pk for besluit in besluiten if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR}
    if not pks:
        return {}
    rijen = Bezwaar.objects.filter(beslissing__in=pks, advies_datum__isnull=False).select_related("advies_document")
    return {rij.beslissing_id: _met_advies(rij.advies_document) for rij in rijen}


def _met_advies(document: Document | None) -> Mee:
    if document is None or document.is_ingetrokken or document.bestandstype != PDF.mime:
        return Mee(erbij=(HET_ADVIES,))
    return Mee(stukken=(document,), erin=(HET_ADVIES,))


def _willen_elektronisch(besluiten: Iterable[Besluit], on: date) -> set[tuple[int, str]]:
    """Give who said to want which kind of message electronically (Awb 2:8)."""
    personen = {besluit.dossier.persoon_id for besluit in besluiten}
    if not personen:
        return set()
    rijen = Berichttoestemming.objects.geldt_op(on).filter(persoon__in=personen)
    return set(rijen.values_list("persoon_id", "soort"))


def _envelop(kept: Mapping[str, Any] | None, persoon: Persoon) -> Envelop:
    """Give what was kept with the letter; of one from before that, what it would be now."""
    return lees_envelop(als_envelop(ontvanger(persoon)) if kept is None else kept)


def _overleden(persoon: Persoon, naar: Envelop) -> str:
    return OVERLEDEN if persoon.datum_overlijden and not naar.ander else ""


def _naam(soort: str) -> str:
    try:
        return briefsoort(soort).naam
    except OnbekendeBrief:
        return "Brief"
