"""What each clock becomes when the eerste gesprek is another one, or was on another day; works out, saves nothing."""

from copy import copy
from dataclasses import dataclass
from datetime import date

from cases.actions.eerste_contact import NA_CONTACT, eerste_contactdag
from cases.actions.termijnen import gehaald_status, open_status, vul
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.models import Contact, Dossier, Gesprek, Termijn
from cases.register import regel as zoek_regel
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from config.weergave import datum as datumtekst

EERSTE_CONTACT, EERSTE_GESPREK, PLAN = "eerste_contact", "eerste_gesprek", "plan_van_aanpak"
VENSTERS = ("materiele_verstrekking", "besluiten")
# In these a clock that did not run yet may begin.
LOOPT_HIER = (Status.PLAN_VAN_AANPAK, Status.UITVOERING)


@dataclass(frozen=True, kw_only=True)
class Verschuiving:
    """One clock before and after; `voor` is None for a clock that begins to run."""

    voor: Termijn | None
    na: Termijn

    @property
    def naam(self) -> str:
        return zoek_regel(self.na.regel).kort

    @property
    def is_anders(self) -> bool:
        return self.voor is None or _beeld(self.voor) != _beeld(self.na)

    @property
    def zin(self) -> str:
        """Plan van aanpak: tot en met 7 mei 2026 (loopt) wordt tot en met 5 mei 2026 (loopt)"""
        return f"{self.naam}: {_woorden(self.voor)} wordt {_woorden(self.na)}"


def _beeld(termijn: Termijn) -> tuple[date, date, str, date | None]:
    return termijn.start, termijn.uiterste_datum, termijn.status, termijn.datum_gehaald


def _woorden(termijn: Termijn | None) -> str:
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return "loopt niet"
    op = f" op {datumtekst(termijn.datum_gehaald)}" if termijn.datum_gehaald else ""
    return f"tot en met {datumtekst(termijn.uiterste_datum)} ({termijn.get_status_display().lower()}{op})"


def in_een_zin(verschuivingen: list[Verschuiving]) -> str:
    """Tell what moved, after another sentence; nothing when nothing did."""
    zinnen = [verschuiving.zin for verschuiving in verschuivingen if verschuiving.is_anders]
    return f" {'; '.join(zinnen)}." if zinnen else ""


def list_verschuivingen(dossier: Dossier, gesprek: Gesprek, datum: date, on: date) -> list[Verschuiving]:
    """Give each clock as it is and as it becomes with `gesprek` on `datum` as the eerste gesprek.

    The first three were met by the eerste gesprek, or by the contact that it may have been; the others run from it.
    """
    rijen = _rijen(dossier)
    contact = eerste_contactdag(dossier, anders={gesprek.pk: datum})
    regels = regels_van(dossier)
    vensters = [_na_gesprek(dossier, code, rijen.get(code), regels.venster_start(datum), on) for code in VENSTERS]
    straks = [
        _op_dag(rijen.get(EERSTE_CONTACT), contact),
        _na_contact(dossier, rijen.get(NA_CONTACT), contact, datum),
        _op_dag(rijen.get(EERSTE_GESPREK), datum),
        _na_gesprek(dossier, PLAN, rijen.get(PLAN), datum, on),
        *vensters,
    ]
    for termijn in straks[3:]:
        if termijn is not None:
            termijn.aanleiding = f"gesprek:{gesprek.pk}"
    return [Verschuiving(voor=rijen.get(na.regel), na=na) for na in straks if na is not None]


def _rijen(dossier: Dossier) -> dict[str, Termijn]:
    """Give the clocks that hang on the dossier or on its eerste gesprek, by rule."""
    eerste = Gesprek.objects.get(dossier=dossier, is_eerste_gesprek=True)
    aanleidingen = [f"dossier:{dossier.pk}", f"gesprek:{eerste.pk}"]
    return {t.regel: t for t in Termijn.objects.filter(dossier=dossier, aanleiding__in=aanleidingen)}


def _op_dag(termijn: Termijn | None, datum: date | None) -> Termijn | None:
    """Give a clock that was met, met on another day."""
    if termijn is None or termijn.datum_gehaald is None or datum is None:
        return None
    na = copy(termijn)
    na.datum_gehaald, na.status = datum, gehaald_status(na, datum)
    return na


def _na_contact(dossier: Dossier, termijn: Termijn | None, contact: date | None, datum: date) -> Termijn | None:
    """Give the clock from contact to gesprek; when the gesprek itself is the first contact there is none."""
    if termijn is None or termijn.datum_gehaald is None or contact is None:
        return None
    na = copy(termijn)
    if contact == datum and not Contact.objects.filter(dossier=dossier, datum=datum).geldig().bereikt().exists():
        na.datum_gehaald, na.status = None, TermijnStatus.VERVALLEN
        return na
    _reken(dossier, na, contact)
    na.datum_gehaald, na.status = datum, gehaald_status(na, datum)
    return na


def _na_gesprek(dossier: Dossier, code: str, termijn: Termijn | None, start: date | None, on: date) -> Termijn | None:
    """Give a clock that runs from the eerste gesprek. What was dropped when the support ended stays so.

    Without a start it does not run: the vensters of an eerste gesprek before the law may be off (domein K18).
    """
    if termijn is None:
        if start is None or dossier.status not in LOOPT_HIER or regels_van(dossier).lengte(zoek_regel(code)) is None:
            return None
        termijn = Termijn(gemeente_id=dossier.gemeente_id, dossier=dossier, regel=code, status=TermijnStatus.LOPEND)
    na = copy(termijn)
    if start is None:
        na.datum_gehaald, na.status = None, TermijnStatus.VERVALLEN
        return na
    _reken(dossier, na, start)
    if na.datum_gehaald is not None:
        na.status = gehaald_status(na, na.datum_gehaald)
    elif na.status != TermijnStatus.VERVALLEN or (code in VENSTERS and _liep_nog_niet(dossier)):
        na.status = open_status(na, on)
    return na


def _liep_nog_niet(dossier: Dossier) -> bool:
    """Say whether the vensters were off for the eerste gesprek as it is."""
    gesprek = dossier.datum_eerste_gesprek
    return gesprek is not None and regels_van(dossier).venster_start(gesprek) is None


def _reken(dossier: Dossier, termijn: Termijn, start: date) -> None:
    """Put the new start and end in; a rule that the beleid has off keeps what it had."""
    regel = zoek_regel(termijn.regel)
    berekening = einddatum(regel, start, kalender_nu(), beleid=regels_van(dossier))
    if berekening.einddatum is not None:
        vul(termijn, berekening, aard=regel.aard.value, keer=1)
