"""On which gronden of the beleid the support of a dossier can end, and which of them bring nazorg."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.beleid import Regels
from cases.status import OPEN, Status
from config.weergave import datum as datumtekst

NIET_ERKEND, DOELEN_BEHAALD, TWEE_JAAR = "niet_erkend", "doelen_behaald", "twee_jaar"
EIGEN_VERZOEK = "eigen_verzoek"
# In the nazorg the support has ended already; niet erkend then first starts the acclimatisatie.
TE_BEEINDIGEN = OPEN - {Status.NAZORG}
# Niet erkend has a clock of its own by law, so another ground no longer counts.
VOOR_EINDGROND = TE_BEEINDIGEN - {Status.ACCLIMATISATIE}
# Tiel 2025 art. 9 lid 2 b to e. Onder a is the acclimatisatie; the two years stand in the handreiking, not here.
MET_TERMIJN = (DOELEN_BEHAALD, "eigen_verzoek", "verhuizing", "geen_gebruik")
# With the besluit the dossier closes, and on the day of its letter the support ends (decision 0401): not far apart.
EINDE_VOORUIT = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Dossierstand:
    """What of a dossier decides on which gronden it can end. `besluiten_tot` is the last day of the two years."""

    status: Status
    open_doelen: int = 0
    behaalde_doelen: int = 0
    besluiten_tot: date | None = None


def te_ver(on: date) -> str:
    """Say why the letter of an end can't be of a day that is further off."""
    return (
        f"Kies een dag tot en met {datumtekst(on + EINDE_VOORUIT)}: met dit besluit sluit het dossier meteen, terwijl"
        " de ondersteuning tot de dag van de brief loopt. Beëindig anders later."
    )


def get_weigering(grond: str, stand: Dossierstand, datum: date) -> str:
    """Say why the support can't end on this grond with a letter of this day; empty when it can.

    Niet erkend hangs on UHT's message (Wht art. 2.21 lid 6), which excludes the other gronden; doelen behaald on the
    doelen of the plan (VNG handreiking 2025 §4.4(2); deels in Tiel 2025 art. 9 lid 2b); twee jaar on the venster
    (§4.4(3)).
    """
    in_acclimatisatie = stand.status == Status.ACCLIMATISATIE
    if grond == NIET_ERKEND and not in_acclimatisatie:
        return "De grond 'niet erkend' hoort bij een bericht van UHT. Leg dat bericht eerst vast."
    if grond != NIET_ERKEND and in_acclimatisatie:
        return "UHT meldde: niet erkend. De ondersteuning eindigt dan op die grond."
    if grond == DOELEN_BEHAALD:
        return _weigering_doelen(stand)
    return _weigering_twee_jaar(stand, datum) if grond == TWEE_JAAR else ""


def _weigering_doelen(stand: Dossierstand) -> str:
    if stand.open_doelen:
        return "Er staan nog doelen open. Zet elk doel eerst op behaald, of op vervallen met een reden."
    return "" if stand.behaalde_doelen else "Geen enkel doel is behaald. Kies een andere grond."


def _weigering_twee_jaar(stand: Dossierstand, datum: date) -> str:
    if stand.besluiten_tot is None:
        return "Voor dit dossier loopt geen termijn van twee jaar. Kies een andere grond."
    if datum <= stand.besluiten_tot:
        return f"De twee jaar lopen tot en met {datumtekst(stand.besluiten_tot)}. Kies een andere grond."
    return ""


def gronden_met_termijn(regels: Regels) -> dict[str, str]:
    """Give the gronden that start the term to end the support (Tiel 2025 art. 9 lid 2); none when the beleid has none.

    The VNG knows a term only after niet erkend.
    """
    if regels.beeindiging_dagen is None:
        return {}
    return {grond: tekst for grond, tekst in regels.beeindigingsgronden.items() if grond in MET_TERMIJN}


def vraagt_zienswijze(grond: str) -> bool:
    """Tell whether the inwoner is asked what they think of it first: not of an end they asked for (Awb art. 4:8)."""
    return grond != EIGEN_VERZOEK


def kan_nazorg_geven(grond: str, regels: Regels, status: Status) -> bool:
    """Tell whether an end on this grond brings nazorg: what the beleid says, and there must have been support."""
    return grond in regels.nazorg_na and status == Status.UITVOERING
