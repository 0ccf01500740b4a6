"""The one function that computes the last day of a termijn, with every step in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.atw import Atw, Atwverschuiving, Oordeel, oordeel, verschuif
from cases.beleid import Regels
from cases.eenheden import Eenheid, opsomming, tel
from cases.invoer import BerichtLatereDag, Invoer
from cases.kalender import EERSTE_JAAR, LAATSTE_JAAR, Kalender, is_weekend
from cases.opschorting import Opschortingsperiode, RekenFout, verleng
from cases.termijnregels import Termijnregel
from config.weergave import MAANDEN, datum, datum_lang, telwoord

__all__ = ["Berekening", "BerichtLatereDag", "Opschortingsperiode", "RekenFout", "bereken", "einddatum", "met_versies"]

# The name of the beleid when none is given: each rule then has the length it ships with.
ZONDER_BELEID = "standaard"
BERICHT_STAP = "Bericht aan de inwoner (Awb artikel 4:14 lid 3)"


@dataclass(frozen=True, kw_only=True)
class Berekening:
    """An uiterste datum that can say why. `stappen` are sentences; `som` are the same steps as label and value.

    `einddatum` is None when the beleid of the gemeente has switched the rule off; `eerste` is the last day before a
    bericht named a later one. Rule, beleid and calendar are named so that the date can be derived again years later.
    """

    regel: str
    start: date
    einddatum: date | None
    duur: str
    stappen: tuple[str, ...]
    som: tuple[tuple[str, str], ...]
    grondslag: str
    atw: bool
    beleid: str
    kalender: str
    regel_versie: int
    eerste: date | None = None

    @property
    def uitleg(self) -> tuple[tuple[str, str], ...]:
        """Give the sum as a screen shows it, with the beleid and the calendar that it was counted with."""
        return met_versies(self.som, beleid=self.beleid, kalender=self.kalender)


def met_versies(som: Iterable[tuple[str, str]], *, beleid: str, kalender: str) -> tuple[tuple[str, str], ...]:
    """Name the beleid and the calendar in a sum, before its outcome."""
    *stappen, uitkomst = som
    return (*stappen, ("Beleid", beleid), ("Kalender", kalender), uitkomst)


@dataclass(frozen=True)
class _Stap:
    """One step twice: as a sentence, and as a line of the sum."""

    zin: str
    label: str
    waarde: str


def einddatum(
    regel: Termijnregel,
    start: date,
    kalender: Kalender,
    opschortingen: Iterable[Opschortingsperiode] = (),
    *,
    beleid: Regels | None = None,
    commissie: bool = False,
    verdaging: bool = False,
    keer: int = 1,
    berichten: Iterable[BerichtLatereDag] = (),
    gesteld: date | None = None,
    vanaf: str = "",
) -> Berekening:
    """Compute the last permitted day: length, opschorting, one shift of the Algemene termijnenwet, then a bericht.

    The start day is not counted and the last day is inclusive. `keer` counts the times of a repeated rule, `gesteld` is
    the last day that a letter set, `vanaf` what happened on the start day in place of the rule's own event. Raises
    RekenFout when the rule knows no opschorting, commissie, verdaging, bericht, repetition or letter and one is asked
    for.
    """
    op_rij = tuple(sorted(berichten))
    vraag = _Vraag(regel, start, kalender, tuple(opschortingen), beleid, commissie, verdaging, keer, op_rij, gesteld)
    vraag.controleer()
    telt = "telt" if regel.eenheid is Eenheid.ZELFDE_DAG else "telt niet mee"
    begin = _Stap(
        f"start {datum(start)}; de dag zelf {telt}", "Begin", f"{vanaf or regel.start} op {datum_lang(start)}"
    )
    if vraag.lengte is None:
        uit = f"{vraag.beleid_naam} kent deze termijn niet: er is geen uiterste datum"
        return vraag.antwoord(None, [begin, _Stap(uit, "Termijn", uit)], atw=False, duur="geen")
    eind, geteld = vraag.tel(vraag.lengte)
    grond = Atw.UITSPRAAK if gesteld and regel.door_gerecht else regel.grond
    atw = oordeel(grond, vraag.lengte * keer, regel.eenheid)
    eerste, eind, verder = vraag.maak_af(eind, atw)
    return vraag.antwoord(eind, [begin, *geteld, *verder], atw=atw.geldt, duur=vraag.duur(vraag.lengte), eerste=eerste)


def bereken(regel: Termijnregel, invoer: Invoer, kalender: Kalender, *, beleid: Regels | None = None) -> Berekening:
    """Derive a termijn from all that a stored row was derived from: the one road of every action and command."""
    return einddatum(
        regel,
        invoer.start,
        kalender,
        invoer.opschortingen,
        beleid=beleid,
        commissie=invoer.commissie,
        verdaging=invoer.verdaging,
        keer=invoer.keer,
        berichten=invoer.berichten,
        gesteld=invoer.gesteld,
        vanaf=invoer.vanaf,
    )


def _bericht_stap(bericht: BerichtLatereDag, zin: str) -> _Stap:
    zin = f"van {datum(bericht.datum)} {zin}"
    return _Stap(f"{BERICHT_STAP[0].lower()}{BERICHT_STAP[1:]} {zin}", BERICHT_STAP, zin)


@dataclass(frozen=True)
class _Vraag:
    """The question, so that its steps need not hand on eight values each."""

    regel: Termijnregel
    start: date
    kalender: Kalender
    opschortingen: tuple[Opschortingsperiode, ...]
    beleid: Regels | None
    commissie: bool
    verdaging: bool
    keer: int
    berichten: tuple[BerichtLatereDag, ...]
    gesteld: date | None

    def controleer(self) -> None:
        """Refuse what the calendar or the rule does not know, so that no question gets a silent wrong answer."""
        genoemd = [bericht.verwacht_op for bericht in self.berichten] + ([self.gesteld] if self.gesteld else [])
        for dag in (self.start, *(dag for o in self.opschortingen for dag in (o.van, o.tot)), *genoemd):
            if not EERSTE_JAAR <= dag.year < LAATSTE_JAAR:
                raise RekenFout(
                    f"{datum(dag)} ligt buiten de kalender."
                    f" Kies een datum van 1 januari {EERSTE_JAAR} tot en met 31 december {LAATSTE_JAAR - 1}."
                )
        naam = f"De termijn '{self.regel.code}'"
        if self.vaste_dag is not None and self.start > self.vaste_dag:
            raise RekenFout(f"{datum(self.start)} ligt na {datum(self.vaste_dag)}. {self.regel.gevolg}")
        if self.opschortingen and not self.regel.opschortbaar:
            raise RekenFout(
                f"{naam} kan niet worden opgeschort. Dat kan alleen bij een termijn om te beslissen."
                " Laat de opschorting weg."
            )
        if self.commissie and not self.regel.lengte_commissie:
            raise RekenFout(f"{naam} is met of zonder adviescommissie even lang. Laat de commissie weg.")
        if self.verdaging and not self.regel.lengte_verdaging:
            raise RekenFout(f"{naam} kan niet worden verdaagd. Laat de verdaging weg.")
        if self.berichten and not self.regel.verzetbaar:
            raise RekenFout(
                f"{naam} krijgt door een bericht geen andere uiterste datum. Dat kan alleen waar de wet zelf geen"
                " termijn noemt (Awb artikel 4:14 lid 3). Laat het bericht weg."
            )
        self._controleer_brief(naam)
        if self.keer < 1 or (self.keer > 1 and not self.regel.herhaalbaar):
            raise RekenFout(f"{naam} kent geen keer {self.keer}.")

    def _controleer_brief(self, naam: str) -> None:
        """Let a letter set the last day only where the law leaves that to the college (Awb art. 4:5 lid 1)."""
        if self.gesteld is not None and not (self.regel.per_zaak or self.regel.door_gerecht):
            raise RekenFout(f"{naam} staat vast. Een brief kan geen andere laatste dag stellen.")
        if self.gesteld is not None and self.gesteld <= self.start:
            raise RekenFout("De laatste dag ligt niet na de dag van de brief. Kies een latere dag.")

    @property
    def lengte(self) -> int | None:
        lengte = self.beleid.lengte(self.regel) if self.beleid and not self.gesteld else self.regel.lengte
        return self.regel.lengte_commissie if self.commissie and lengte is not None else lengte

    @property
    def vaste_dag(self) -> date | None:
        return self.beleid.vaste_dag(self.regel) if self.beleid else self.regel.vaste_dag

    @property
    def beleid_naam(self) -> str:
        return self.beleid.naam if self.beleid else ZONDER_BELEID

    def duur(self, lengte: int) -> str:
        if self.gesteld:
            bron = "de uitspraak" if self.regel.door_gerecht else "de brief"
            return f"{telwoord((self.gesteld - self.start).days, 'dag', 'dagen')} volgens {bron}"
        duur = f"tot en met {datum(self.vaste_dag)}" if self.vaste_dag else self.regel.duur_van(lengte)
        return duur if self.keer == 1 else f"{self.keer} keer {duur}"

    def tel(self, lengte: int) -> tuple[date, list[_Stap]]:
        """Count the length, and the verdaging after it."""
        if vast := self.vaste_dag or self.gesteld:
            eind = vast
        elif self.regel.vaste_datum:
            eind = date(self.start.year + lengte, *self.regel.vaste_datum)
        else:
            eind = tel(self.start, lengte * self.keer, self.regel.eenheid, self.kalender)
        met = ", met adviescommissie" if self.commissie and not self.gesteld else ""
        tekst = f"{self.duur(lengte)}{met}: {datum_lang(eind)}{self._toelichting(eind)}"
        stappen = [_Stap(tekst, "Termijn", tekst)]
        overgang = self.regel.overgang
        if overgang and self.start < overgang.voor and eind < overgang.tot:
            eind = overgang.tot
            waarde = f"begonnen vóór {datum(overgang.voor)}, dus tot en met {datum_lang(eind)} ({overgang.grondslag})"
            stappen.append(_Stap(f"overgangsrecht: {waarde}", "Overgangsrecht", waarde))
        if self.verdaging and self.regel.lengte_verdaging:
            eind = tel(eind, self.regel.lengte_verdaging, self.regel.eenheid, self.kalender)
            erbij = self.regel.duur_van(self.regel.lengte_verdaging)
            waarde = f"{erbij} erbij: {datum_lang(eind)}"
            stappen.append(_Stap(f"verdaging met {erbij}: {datum_lang(eind)}", "Verdaging", waarde))
        return eind, stappen

    def _toelichting(self, eind: date) -> str:
        """Say what is not plain about a count: a skipped feestdag, or a month without the start's day number."""
        if self.regel.eenheid is Eenheid.WERKDAGEN:
            dagen = (self.start + timedelta(days=n) for n in range(1, (eind - self.start).days))
            namen = [f"{self.kalender.naam(d)} ({datum(d)})" for d in dagen if self._is_vrije_werkdag(d)]
            return f"; {opsomming(namen)} {'telt' if len(namen) == 1 else 'tellen'} niet mee" if namen else ""
        if self.regel.eenheid in (Eenheid.MAANDEN, Eenheid.JAREN) and eind.day != self.start.day:
            return f"; {MAANDEN[eind.month - 1]} heeft geen dag {self.start.day}, dus de laatste dag telt"
        return ""

    def _is_vrije_werkdag(self, dag: date) -> bool:
        return self.kalender.is_feestdag(dag) and not is_weekend(dag)

    def maak_af(self, eind: date, atw: Oordeel) -> tuple[date | None, date, list[_Stap]]:
        """Add opschorting and shift, and let the latest bericht of before the last day name a later one.

        Awb art. 4:14 lid 3: the college says so within the termijn; a bericht after it changes no date. Gives the last
        day of before that bericht as well. A period that began before the bericht is in the first last day, one that
        began after it lengthens the day that was named. That day is in no wet, so the Atw does not move it.
        """
        for bericht in reversed(self.berichten):
            ervoor = [periode for periode in self.opschortingen if periode.van <= bericht.datum]
            eerste, stappen = self.schuif(eind, atw, ervoor)
            if bericht.datum <= eerste:
                later = [periode for periode in self.opschortingen if periode.van > bericht.datum]
                nieuw, verteld = self._noem(eerste, bericht, later)
                return eerste, nieuw, [*stappen, *verteld]
        eind, stappen = self.schuif(eind, atw, self.opschortingen)
        te_laat = [_bericht_stap(b, "kwam na de termijn en verandert de datum niet") for b in self.berichten]
        return None, eind, [*stappen, *te_laat]

    def _noem(
        self, eerste: date, bericht: BerichtLatereDag, later: list[Opschortingsperiode]
    ) -> tuple[date, list[_Stap]]:
        nieuw = max(eerste, bericht.verwacht_op)
        zin = f"kwam binnen de termijn: de nieuwe uiterste datum is {datum_lang(nieuw)}"
        verlengingen = verleng(self.start, nieuw, later, lambda dag: dag)
        stappen = [_bericht_stap(bericht, zin), *(_Stap(v.zin, "Opschorting", v.kort) for v in verlengingen)]
        return verlengingen[-1].eind if verlengingen else nieuw, stappen

    def schuif(
        self, eind: date, atw: Oordeel, opschortingen: Iterable[Opschortingsperiode]
    ) -> tuple[date, list[_Stap]]:
        """Add the suspended days, then move the end once if the Atw applies."""

        def verschoven(dag: date) -> Atwverschuiving:
            drie_dagen = self.regel.eenheid is not Eenheid.DAGEN or (dag - self.start).days >= 3
            return verschuif(self.start, dag, self.kalender, minstens_drie_dagen=drie_dagen)

        verlengingen = verleng(self.start, eind, opschortingen, lambda dag: verschoven(dag).dag if atw.geldt else dag)
        stappen = [_Stap(v.zin, "Opschorting", v.kort) for v in verlengingen]
        eind = verlengingen[-1].eind if verlengingen else eind
        if not atw.geldt:
            waarom = f"de datum schuift niet op, want {atw.reden}"
            stap = _Stap(f"de Algemene termijnenwet geldt niet: {waarom}", "Weekend of feestdag", waarom)
            return eind, [*stappen, stap]
        verschuiving = verschoven(eind)
        return verschuiving.dag, [*stappen, _Stap(verschuiving.zin, "Weekend of feestdag", verschuiving.kort)]

    def antwoord(
        self, eind: date | None, stappen: list[_Stap], *, atw: bool, duur: str, eerste: date | None = None
    ) -> Berekening:
        slot = (
            ("Grondslag", self.regel.grondslag),
            ("Gevolg", self.regel.gevolg),
            ("Uiterste datum", datum_lang(eind) if eind else "geen"),
        )
        return Berekening(
            regel=self.regel.code,
            start=self.start,
            einddatum=eind,
            duur=duur,
            stappen=tuple(stap.zin for stap in stappen),
            som=(*((stap.label, stap.waarde) for stap in stappen), *slot),
            grondslag=self.regel.grondslag,
            atw=atw,
            beleid=self.beleid_naam,
            kalender=self.kalender.versie,
            regel_versie=self.regel.versie,
            eerste=eerste,
        )
