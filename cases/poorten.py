"""The gates: which closed termijn stops a grant, and which hardheidsbesluit opens it for once.

VNG handreiking 2025 §3.5: spullen within 6 maanden of the eerste gesprek, everything within 2 jaar. After a
niet-erkend message a new obligation can be made for 30 dagen (Wht art. 2.21 lid 6 with the Atw, SPR art. 3 lid 7
without: decision 0721). What was granted before runs on (SPR art. 3 lid 6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.beleid import INGANG_TERMIJNENWET
from cases.register import regel as zoek_regel
from config.weergave import datum as datumtekst

BESLUITEN, SPULLEN = "besluiten", "materiele_verstrekking"
ACCLIMATISATIE, NIEUWE_KOSTEN = "acclimatisatie", "nieuwe_kosten"
VENSTERS = (BESLUITEN, SPULLEN)
NA_NIET_ERKEND = (ACCLIMATISATIE, NIEUWE_KOSTEN)
# The one that stops most comes first: who may grant after it, may grant after the others it covers too.
POORTEN = (*VENSTERS, *NA_NIET_ERKEND)
# What is said of a termijn that is over, in a dossier from before the law had it (decision 1071).
VAN_VOOR_DE_WET = f"Het eerste gesprek was vóór {datumtekst(INGANG_TERMIJNENWET)}."
ONZEKER = f"{VAN_VOOR_DE_WET} Of de termijn dan geldt, is niet bevestigd. U kunt toekennen; leg vast waarom."
DEKT: Mapping[str, tuple[str, ...]] = {
    BESLUITEN: (BESLUITEN, SPULLEN),
    SPULLEN: (SPULLEN,),
    ACCLIMATISATIE: (ACCLIMATISATIE, NIEUWE_KOSTEN),
    NIEUWE_KOSTEN: (NIEUWE_KOSTEN,),
}
# What can no longer be done, where the name of the rule says what must be done.
WAT = {ACCLIMATISATIE: "Iets nieuws toekennen na niet erkend"}
UITWEG = "Kan het echt niet anders? Dan kan een coördinator de hardheidsclausule toepassen."


@dataclass(frozen=True, kw_only=True)
class Poort:
    """One gate on a day; `hardheid` is the day of the hardheidsbesluit that opens it and was not used yet.

    Of a dossier from before the law of 1-1-2025 a closed one only warns (`blokkeert` is False, decision 1071).
    """

    regel: str
    tot: date
    on: date
    blokkeert: bool
    hardheid: date | None = None
    # Why the last day is what it is; empty when its clock stopped.
    waarom_url: str = ""

    @property
    def is_open(self) -> bool:
        return self.on <= self.tot

    @property
    def is_dicht(self) -> bool:
        """Say whether only a hardheidsbesluit lets something through, made already or not."""
        return not self.is_open and self.blokkeert

    @property
    def weigert(self) -> bool:
        return self.is_dicht and self.hardheid is None

    @property
    def waarschuwt(self) -> bool:
        return not self.is_open and not self.blokkeert

    @property
    def naam(self) -> str:
        return WAT.get(self.regel) or zoek_regel(self.regel).label

    @property
    def uitleg(self) -> str:
        """Say until when it could, by which article, what that means and what the way out is."""
        regel = zoek_regel(self.regel)
        return f"dat kon tot en met {datumtekst(self.tot)} ({regel.grondslag}). {regel.gevolg} {UITWEG}"

    @property
    def weigering(self) -> str:
        return f"{self.naam}: {self.uitleg}"

    @property
    def waarschuwing(self) -> str:
        """Warn of a passed venster of which it is not sure that it binds this dossier (decision 1071)."""
        return f"{self.naam}: dat kon tot en met {datumtekst(self.tot)}. {ONZEKER}"


def list_regels(*, materieel: bool, na_niet_erkend: bool) -> tuple[str, ...]:
    """Give the rules that a grant has to pass, the one that stops most first."""
    vensters = VENSTERS if materieel else (BESLUITEN,)
    return (*vensters, *(NA_NIET_ERKEND if na_niet_erkend else ()))


def kies_hardheid(regel: str, open_: Mapping[str, date]) -> date | None:
    """Give the day of the hardheidsbesluit that opens this gate, of those not used yet, by the rule they name."""
    return next((dag for van, dag in open_.items() if regel in DEKT.get(van, ())), None)
