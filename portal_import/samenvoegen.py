"""What a row of a levering changes in what is known of a person.

No word is lost to a list:
- an empty cell says nothing, so what is known stays;
- an address is one whole: another place takes the known address out in full (also its huisletter), but only when the
  row tells where that place is; so is a surname with its voorvoegsel;
- who is known as a kind keeps that doelgroep and its status: a levering names no kinderen;
- a value that lost letters on the way (V?lkov?), a formula, or a birth date with fewer known parts does not replace a
  better one;
- an older levering only fills what is still empty, and an older status never replaces a newer one; nor does one of
  the same day in an older levering.
What stays although the list says otherwise is told in a warning; what stays because the list says less is not.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from cases.brpdatum import BrpDatum
from cases.keuzes import Doelgroep, UhtStatus
from cases.statusvraag import statusvraag
from config.weergave import datum as datumtekst
from portal_import.controles import ADRES, LABEL, VERLOREN_TEKENS, is_formule, kort, waarschuw
from portal_import.levering import LeveringRij
from portal_import.meldingen import Waarschuwing

Waarde = str | date | BrpDatum | None

# The fields that are compared, in the order of the list; the status date is called uht_statusdatum in Bekend.
VELDEN = (
    "doelgroep", "voorletters", "voorvoegsel", "achternaam", "geboortedatum", *ADRES, "telefoon", "email",
    "uht_status", "statusdatum",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bekend:
    """What is known of somebody who has a dossier; datum_levering is of the last list that told of this person.

    `ander_adres` says that letters go to a place that no list tells: in another country, or a postadres. `niet_erkend`
    says that UHT ever said so of somebody whose support has stopped.
    """

    dossier_id: int
    nummer: str
    doelgroep: str
    voorletters: str
    voorvoegsel: str
    achternaam: str
    geboortedatum: BrpDatum | None
    straat: str
    huisnummer: str
    huisletter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    telefoon: str
    email: str
    uht_status: str
    uht_statusdatum: date | None
    datum_levering: date | None = None
    geheim_adres: bool = False
    ander_adres: bool = False
    dossierstatus: str = ""
    datum_aanmelding: date | None = None
    overleden: bool = False
    niet_erkend: bool = False

    @property
    def statusdatum(self) -> date | None:
        return self.uht_statusdatum


stand = attrgetter(*VELDEN)

# The warning that a new status calls for a decision.
BESLISSING = "beslissing"


def samenvoegen(rij: LeveringRij, oud: Bekend) -> tuple[dict[str, Waarde], list[Waarschuwing]]:
    """Give the new value of each field that changes, and what a person must look at."""
    werk = _Samenvoeging(rij, oud)
    is_kind = oud.doelgroep == Doelgroep.KIND != rij.doelgroep
    for veld in ("voorletters", "telefoon", "email"):
        werk.kies(veld)
    if not is_kind:
        werk.kies("doelgroep")
    werk.kies_naam()
    werk.kies_geboortedatum()
    werk.kies_adres()
    if werk.is_oudere_levering:
        werk.houd_alleen_aanvullingen()
    werk.waarschuw_bij_gevoelige_wijziging()
    if is_kind:
        werk.waarschuw_bij_kind()
    else:
        werk.kies_status()
    return werk.nieuw, werk.waarschuwingen


class _Samenvoeging:
    """Collects the changes of one row, and the warnings that come with them."""

    def __init__(self, rij: LeveringRij, oud: Bekend) -> None:
        self.rij = rij
        self.oud = oud
        self.nieuw: dict[str, Waarde] = {}
        self.waarschuwingen: list[Waarschuwing] = []

    @property
    def is_oudere_levering(self) -> bool:
        bekend_tot = self.oud.datum_levering
        return bekend_tot is not None and self.rij.datum_levering < bekend_tot

    def kies(self, veld: str) -> None:
        """Take one text over, unless it is empty, the same, a formula, or the known text with letters lost."""
        nieuw, oud = getattr(self.rij, veld), getattr(self.oud, veld)
        if not nieuw or _zelfde_tekst(nieuw, oud):
            return
        if oud and (is_formule(nieuw) or _is_verminkt(nieuw, oud)):
            reden = "lijkt een formule" if is_formule(nieuw) else "mist letters"
            melding = f"In de lijst staat '{kort(nieuw)}'. Dat {reden}. Het bekende '{kort(oud)}' blijft staan."
            if veld in ADRES:  # a warning is kept, and quotes nothing of an address
                melding = f"Het veld {LABEL[veld]} in de lijst {reden}. Het bekende adres blijft staan."
            self.waarschuw(veld, melding, "behouden")
        else:
            self.neem(veld, nieuw)

    def kies_naam(self) -> None:
        """Take the surname over; with another surname its voorvoegsel comes along, also when that is empty."""
        self.kies("achternaam")
        if "achternaam" not in self.nieuw:
            self.kies("voorvoegsel")
        elif self.rij.voorvoegsel != self.oud.voorvoegsel:
            self.neem("voorvoegsel", self.rij.voorvoegsel)

    def kies_geboortedatum(self) -> None:
        nieuw, oud = self.rij.geboortedatum, self.oud.geboortedatum
        if nieuw is None or (oud is not None and oud.past_binnen(nieuw)):
            return
        self.neem("geboortedatum", nieuw)

    def kies_adres(self) -> None:
        """Complete the address when it is the same place; replace it whole when the row tells of another place."""
        nieuw, oud = _adres(self.rij), _adres(self.oud)
        if not any(nieuw.values()) or nieuw == oud:
            return
        if _is_zelfde_plek(nieuw, oud):
            for veld in ADRES:
                self.kies(veld)
        elif _is_vindbaar(nieuw) or not _is_vindbaar(oud):
            for veld in ADRES:
                if nieuw[veld] != oud[veld]:
                    self.neem(veld, nieuw[veld])
        else:
            melding = "Het adres in de lijst is anders, maar niet volledig. Het bekende adres blijft staan."
            self.waarschuw("straat", melding, "behouden")

    def houd_alleen_aanvullingen(self) -> None:
        """Drop what would replace something: the known data come from a later list than this row."""
        had_adres = any(_adres(self.oud).values())
        te_oud = {veld for veld in self.nieuw if getattr(self.oud, veld) or (veld in ADRES and had_adres)}
        if "achternaam" in te_oud:
            te_oud.add("voorvoegsel")
        self.nieuw = {veld: waarde for veld, waarde in self.nieuw.items() if veld not in te_oud}
        if te_oud:
            melding = (
                f"Deze rij is van {datumtekst(self.rij.datum_levering)}. Er is al een latere levering gelezen. Wat "
                "bekend is, blijft staan; alleen wat leeg was, is aangevuld."
            )
            self.waarschuw("datum_levering", melding, "oudere_levering")

    def waarschuw_bij_gevoelige_wijziging(self) -> None:
        """Point at changes that may mean that this is somebody else, or that other rules hold."""
        nieuw, oud = self.nieuw.get("geboortedatum"), self.oud.geboortedatum
        if isinstance(nieuw, BrpDatum) and oud is not None and not nieuw.past_binnen(oud):
            melding = "De geboortedatum is anders dan bekend. Controleer of dit dezelfde persoon is."
            self.waarschuw("geboortedatum", melding, "geboortedatum")
        if "doelgroep" in self.nieuw:
            melding = f"De soort verandert van {self.oud.doelgroep} in {self.rij.doelgroep}. Controleer het dossier."
            self.waarschuw("doelgroep", melding, "doelgroep")

    def waarschuw_bij_kind(self) -> None:
        """Leave to a person what it means that a kind stands on a list: no list ends the right that is its own."""
        rij = self.rij
        melding = (
            f"Bij u is dit een kind. De lijst zegt: {rij.doelgroep}, {rij.uht_status} sinds"
            f" {datumtekst(rij.statusdatum)}. Een kind heeft een eigen recht (Wht artikel 2.21 lid 1b), dus soort en"
            " status in het dossier blijven staan. Ga na wat klopt."
        )
        self.waarschuw("doelgroep", melding, "kind")

    def kies_status(self) -> None:
        """Take the status over unless it is older than the known one; of one day the latest levering counts."""
        nieuw, oud = self.rij.statusdatum, self.oud.uht_statusdatum
        if oud is not None and nieuw < oud:
            melding = (
                f"De status '{self.rij.uht_status}' is van {datumtekst(nieuw)}. Bekend is '{self.oud.uht_status}' van "
                f"{datumtekst(oud)}. De nieuwste status blijft staan."
            )
            self.waarschuw("uht_status", melding, "status_ouder")
            return
        if nieuw == oud and self.is_oudere_levering and self.rij.uht_status != self.oud.uht_status:
            melding = (
                f"De status '{self.rij.uht_status}' is van {datumtekst(nieuw)}. Bekend is van die dag "
                f"'{self.oud.uht_status}', en er is al een latere levering gelezen. De bekende status blijft staan."
            )
            self.waarschuw("uht_status", melding, "status_ouder")
            return
        if nieuw != oud:
            self.neem("statusdatum", nieuw)
        if self.rij.uht_status != self.oud.uht_status:
            self.neem("uht_status", self.rij.uht_status)
            if self.rij.uht_status == UhtStatus.NIET_ERKEND:
                melding = "Deze persoon wordt niet erkend. Na bevestigen begint de afbouw van de ondersteuning."
                self.waarschuw("uht_status", melding, "wordt_niet_erkend")
            elif vraag := self._vraag():
                self.waarschuw("uht_status", vraag, "beslissing")

    def _vraag(self) -> str:
        return statusvraag(self.oud.dossierstatus, self.rij.uht_status, niet_erkend=self.oud.niet_erkend)

    def neem(self, veld: str, waarde: Waarde) -> None:
        self.nieuw[veld] = waarde

    def waarschuw(self, veld: str, melding: str, code: str) -> None:
        self.waarschuwingen.append(waarschuw(self.rij.rijnummer, veld, melding, code))


def _adres(bron: LeveringRij | Bekend) -> dict[str, str]:
    return {veld: getattr(bron, veld) for veld in ADRES}


def _is_vindbaar(adres: dict[str, str]) -> bool:
    """Say whether an address tells of one place: a house number with a postcode or a street."""
    return bool(adres["huisnummer"] and (adres["postcode"] or adres["straat"]))


def _is_zelfde_plek(een: dict[str, str], ander: dict[str, str]) -> bool:
    """Say whether two addresses can be one place. Postcode and house number decide; else nothing may contradict."""

    def botst(veld: str) -> bool:
        return bool(een[veld] and ander[veld] and een[veld].casefold() != ander[veld].casefold())

    if botst("huisnummer") or botst("postcode"):
        return False
    return bool(een["postcode"] and ander["postcode"]) or not (botst("straat") or botst("woonplaats"))


def _zelfde_tekst(een: str, ander: str) -> bool:
    """Compare as people read: é in one sign is é in two."""
    return een == ander or unicodedata.normalize("NFC", een) == unicodedata.normalize("NFC", ander)


def _is_verminkt(nieuw: str, oud: str) -> bool:
    """Say whether a text is the known one with letters lost on the way, as V?lkov? is Vųlkovā."""
    return len(nieuw) == len(oud) and all(n == o or n in VERLOREN_TEKENS for n, o in zip(nieuw, oud, strict=True))
