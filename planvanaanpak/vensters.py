"""The terms in which a voorziening can be granted, as a page, a form and a letter speak of them.

VNG handreiking 2025 §3.5: spullen within 6 maanden of the eerste gesprek, everything within 2 jaar. After niet erkend
something new can be granted for 30 dagen (Wht art. 2.21 lid 6, SPR art. 3 lid 7).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.models import Dossier, Termijn
from cases.poorten import (
    ACCLIMATISATIE,
    BESLUITEN,
    NA_NIET_ERKEND,
    NIEUWE_KOSTEN,
    ONZEKER,
    SPULLEN,
    VENSTERS,
    Poort,
    list_regels,
)
from cases.poorten_bron import poorten_van
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from config.weergave import datum
from planvanaanpak.keuzes import VoorzieningSoort
from planvanaanpak.planbron import besluit_over_plan

WAT = {
    SPULLEN: "Spullen toekennen",
    BESLUITEN: "Voorzieningen toekennen",
    ACCLIMATISATIE: "Iets nieuws toekennen na niet erkend",
    NIEUWE_KOSTEN: "Nieuwe kosten maken na niet erkend",
}


class Venster(Poort):
    """One term on a day, in the words of a form. Of an older dossier a closed one only warns (decision 1071)."""

    @property
    def tekst(self) -> str:
        """Say until when it can, or what a closed venster means."""
        wat = WAT[self.regel]
        if self.is_open:
            return f"{wat} kan tot en met {datum(self.tot)}."
        if self.hardheid is not None:
            return (
                f"{wat} kon tot en met {datum(self.tot)}. Op {datum(self.hardheid)} is de hardheidsclausule toegepast:"
                " één besluit kan nog toekennen."
            )
        if self.blokkeert:
            return f"{wat} kon tot en met {datum(self.tot)}. Nu kunt u alleen nog afwijzen."
        return f"{wat} kon tot en met {datum(self.tot)}. {ONZEKER}"


@dataclass(frozen=True, kw_only=True)
class Vensters:
    spullen: Venster | None = None
    besluiten: Venster | None = None
    niet_erkend: tuple[Venster, ...] = ()

    @property
    def alle(self) -> tuple[Venster, ...]:
        """Give those that there are, the one that stops most first."""
        return tuple(venster for venster in (self.besluiten, self.spullen, *self.niet_erkend) if venster)

    def voor(self, soort: str) -> Venster | None:
        """Give the venster that binds a grant of this soort first: one that refuses, else the shorter for spullen."""
        materieel = soort == VoorzieningSoort.MATERIEEL
        regels = list_regels(materieel=materieel, na_niet_erkend=bool(self.niet_erkend))
        if weigert := next((v for v in self.alle if v.regel in regels and v.weigert), None):
            return weigert
        if self.niet_erkend:
            return self.niet_erkend[-1]
        return self.spullen if materieel and self.spullen is not None else self.besluiten


def vensters_van(dossier: Dossier, on: date) -> Vensters:
    """Read the vensters of a dossier from the clocks its page has fetched; none before the eerste gesprek."""
    gevonden = {regel: Venster(**vars(poort)) for regel, poort in poorten_van(dossier, on).items()}
    niet_erkend = (ACCLIMATISATIE, NIEUWE_KOSTEN) if dossier.status == Status.ACCLIMATISATIE else ()
    return Vensters(
        spullen=gevonden.get(SPULLEN),
        besluiten=gevonden.get(BESLUITEN),
        niet_erkend=tuple(gevonden[regel] for regel in niet_erkend if regel in gevonden),
    )


def laatste_dagen(dossier: Dossier, on: date) -> dict[str, date]:
    """Give until when a letter can promise spullen and hulp, by rule; a clock that was dropped gives no day."""
    if dossier.status == Status.ACCLIMATISATIE:
        return _laatste(_bindend(dossier, on))
    termijnen = Termijn.objects.filter(dossier=dossier, regel__in=VENSTERS).exclude(status=TermijnStatus.VERVALLEN)
    return dict(termijnen.values_list("regel", "uiterste_datum"))


def nog_toe_te_kennen(dossier: Dossier, klokken: Mapping[str, date], on: date) -> str:
    """Say until when something new can still be granted once niet erkend starts these clocks, by rule.

    Only to a plan that was vastgesteld something can be added then (decision 0721).
    """
    if besluit_over_plan(dossier) is None:
        return "U kunt geen voorzieningen toekennen: er is nog geen besluit over een plan."
    dagen = _laatste({**_bindend(dossier, on), **klokken})
    spullen, hulp = dagen[SPULLEN], dagen[BESLUITEN]
    if hulp < on:
        return "U kunt geen nieuwe voorzieningen meer toekennen."
    if spullen == hulp:
        return f"U kunt nog nieuwe voorzieningen toekennen tot en met {datum(hulp)}."
    if spullen < on:
        return f"U kunt nog nieuwe voorzieningen toekennen tot en met {datum(hulp)}, maar geen spullen meer."
    return f"U kunt nog spullen toekennen tot en met {datum(spullen)}, en andere hulp tot en met {datum(hulp)}."


def _bindend(dossier: Dossier, on: date) -> dict[str, date]:
    """Give the last day of each gate that binds; a venster of before that only warns does not."""
    return {regel: poort.tot for regel, poort in poorten_van(dossier, on).items() if not poort.waarschuwt}


def _laatste(dagen: Mapping[str, date]) -> dict[str, date]:
    """Give the last day of all gates that a grant has to pass after niet erkend.

    The support ends within 30 dagen (Wht art. 2.21 lid 6) and new costs count for 30 dagen (SPR art. 3 lid 7), which
    the Atw does not lengthen. A venster of before that closes earlier still binds, unless it only warns.
    """
    if not dagen.keys() & set(NA_NIET_ERKEND):
        return {}
    return {
        soort: min(dagen[regel] for regel in list_regels(materieel=materieel, na_niet_erkend=True) if regel in dagen)
        for soort, materieel in ((SPULLEN, True), (BESLUITEN, False))
    }
