"""Whether a saneringskrediet can be granted to a young person, as one list of criteria with the reason of each.

VNG SPUK-handreiking §2.1.1: of 18 years and older, under the kindregeling, not able to pay the schulden off within 36
maanden; an agreement may have been signed before, from 5 November 2022. Regeling specifieke uitkering 2021 (SPR) art. 3
lid 3: once, and in the plan; lid 4: asked within 12 maanden after the date of the beschikking, or before 1 November
2024 when that came before the change of the regeling; art. 6 lid 6: above EUR 10.000 only when the college decides so.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cases.eenheden import opsomming
from cases.leeftijd import Leeftijd
from config.weergave import datum, euro


@dataclass(frozen=True, kw_only=True)
class Saneringsregels:
    """The numbers of the regeling, as they hold from 1 November 2024.

    `oud_tot` is the last day to ask for it after a beschikking from before the `wijziging`; the rule counts with both.
    """

    leeftijd: int = 18
    maanden: int = 36
    maximum: Decimal = Decimal("10000.00")
    wijziging: date = date(2023, 11, 6)
    oud_tot: date = date(2024, 10, 31)
    overeenkomst_vanaf: date = date(2022, 11, 5)
    bron: str = "Regeling specifieke uitkering 2021 art. 3 en 6; VNG SPUK-handreiking §2.1.1"


SPR_2024 = Saneringsregels()
# The criteria that the regeling sets on the grant itself, whatever the facts of the inwoner are (SPR art. 3 and 6).
EEN_KEER, BEDRAG = "Eén keer", "Bedrag"


@dataclass(frozen=True, kw_only=True)
class Saneringsfeiten:
    """What is known; `termijn_tot` is the last day to ask for it, as the rule `saneringskrediet` counts it."""

    leeftijd: Leeftijd
    is_kind: bool
    datum_beschikking: date
    datum_verzoek: date
    termijn_tot: date
    binnen_termijn_af_te_lossen: bool
    bedrag: Decimal
    eerder: str = ""
    overeenkomst: date | None = None
    collegebesluit: str = ""
    collegebesluit_datum: date | None = None
    collegebesluit_document: bool = False


@dataclass(frozen=True)
class Criterium:
    voldaan: bool
    wat: str
    waarom: str
    regels: Saneringsregels = field(default=SPR_2024, repr=False, compare=False)


def beoordeel(feiten: Saneringsfeiten, regels: Saneringsregels = SPR_2024) -> tuple[Criterium, ...]:
    """Give each criterium with whether it is met and why, in the order of the form."""
    return (
        _leeftijd(feiten, regels),
        Criterium(
            feiten.is_kind,
            "Kindregeling",
            "De inwoner valt onder de kindregeling."
            if feiten.is_kind
            else "Alleen voor wie onder de kindregeling valt.",
        ),
        Criterium(
            not feiten.binnen_termijn_af_te_lossen,
            f"Niet af te lossen in {regels.maanden} maanden",
            f"De inwoner kan de schulden {'wel' if feiten.binnen_termijn_af_te_lossen else 'niet'} aflossen binnen"
            f" {regels.maanden} maanden.",
        ),
        _op_tijd(feiten),
        Criterium(
            not feiten.eerder,
            EEN_KEER,
            f"Er is al een saneringskrediet toegekend: {feiten.eerder}."
            if feiten.eerder
            else "Nog niet eerder toegekend.",
        ),
        *_overeenkomst(feiten, regels),
        _bedrag(feiten, regels),
    )


def redenen(criteria: tuple[Criterium, ...]) -> tuple[str, ...]:
    """Give why it can't be granted; empty when it can."""
    return tuple(criterium.waarom for criterium in criteria if not criterium.voldaan)


def _leeftijd(feiten: Saneringsfeiten, regels: Saneringsregels) -> Criterium:
    waarom = {
        Leeftijd.OUD_GENOEG: f"Op {datum(feiten.datum_verzoek)} was de inwoner {regels.leeftijd} jaar of ouder.",
        Leeftijd.TE_JONG: f"Op {datum(feiten.datum_verzoek)} was de inwoner nog geen {regels.leeftijd} jaar.",
        Leeftijd.ONZEKER: "De geboortedatum is niet volledig bekend. Zoek die eerst uit.",
    }
    oud_genoeg = feiten.leeftijd is Leeftijd.OUD_GENOEG
    return Criterium(oud_genoeg, f"{regels.leeftijd} jaar of ouder", waarom[feiten.leeftijd])


def _op_tijd(feiten: Saneringsfeiten) -> Criterium:
    if feiten.datum_verzoek < feiten.datum_beschikking:
        return Criterium(
            False, "Op tijd gevraagd", "Het verzoek kan niet vóór de beschikking over de tegemoetkoming zijn."
        )
    op_tijd = feiten.datum_verzoek <= feiten.termijn_tot
    woord = "op tijd" if op_tijd else "te laat"
    return Criterium(
        op_tijd,
        "Op tijd gevraagd",
        f"Gevraagd op {datum(feiten.datum_verzoek)}: {woord}. Het kon tot en met {datum(feiten.termijn_tot)}.",
    )


def _overeenkomst(feiten: Saneringsfeiten, regels: Saneringsregels) -> tuple[Criterium, ...]:
    """Look at an agreement only where there is one: who asks for a new one has none yet."""
    if feiten.overeenkomst is None:
        return ()
    kan = feiten.overeenkomst >= regels.overeenkomst_vanaf
    return (
        Criterium(
            kan,
            "Overeenkomst",
            f"De overeenkomst is van {datum(feiten.overeenkomst)}."
            + ("" if kan else f" Een overeenkomst van vóór {datum(regels.overeenkomst_vanaf)} telt niet mee."),
        ),
    )


def _bedrag(feiten: Saneringsfeiten, regels: Saneringsregels) -> Criterium:
    if feiten.bedrag <= regels.maximum:
        waarom = f"{euro(feiten.bedrag)} is niet meer dan {euro(regels.maximum)}."
        return Criterium(True, BEDRAG, waarom)
    mist = ontbreekt_van_college(feiten)
    if not mist:
        waarom = (
            f"Het college besloot op {datum(feiten.collegebesluit_datum)} tot meer dan {euro(regels.maximum)}: besluit"
            f" {feiten.collegebesluit.strip()}."
        )
        return Criterium(True, BEDRAG, waarom)
    waarom = (
        f"{euro(feiten.bedrag)} is meer dan {euro(regels.maximum)}. Dat kan alleen met een besluit van het college."
        f" Vul nog in: {opsomming(mist)}."
    )
    return Criterium(False, BEDRAG, waarom)


def ontbreekt_van_college(feiten: Saneringsfeiten) -> list[str]:
    """Name what is not known of the besluit of the college (SPR art. 6 lid 6)."""
    delen = (
        (feiten.collegebesluit.strip(), "het kenmerk"),
        (feiten.collegebesluit_datum, "de datum"),
        (feiten.collegebesluit_document, "het document"),
    )
    return [woorden for waarde, woorden in delen if not waarde]


def beschrijf(criteria: tuple[Criterium, ...]) -> tuple[str, ...]:
    """Describe in the plan on which criteria it rests, as the inwoner reads it (SPR art. 3 lid 3)."""
    return tuple(f"{criterium.wat}: {naar_u(criterium.waarom)}" for criterium in criteria)


def naar_u(tekst: str) -> str:
    """Turn a sentence about the inwoner to the inwoner."""
    for van, naar in (("De inwoner valt", "U valt"), ("De inwoner kan", "U kunt"), ("was de inwoner", "was u")):
        tekst = tekst.replace(van, naar)
    return tekst
