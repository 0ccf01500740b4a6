"""The checks on facts that do not count, one per reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spuk.componenten import Component
from spuk.controle import Controle, Ernst, Onderzoek, list_bronnen
from spuk.telregels import Reden, Telregel

# A plan stands under both B and D; counting it under B is enough.
_ZONDER_D = frozenset(Component) - {Component.D}


@dataclass(frozen=True)
class _Redencontrole:
    reden: Reden
    ernst: Ernst
    code: str
    melding: str
    componenten: frozenset[Component] = _ZONDER_D


_DIT_JAAR = (
    _Redencontrole(
        Reden.GEEN_BEWIJS,
        Ernst.BLOKKEERT,
        "akkoordbewijs_ontbreekt",
        "Het bewijs van akkoord ontbreekt. Deze plannen tellen niet mee. Voeg het bewijs toe.",
    ),
    _Redencontrole(
        Reden.GEEN_AKKOORD,
        Ernst.LET_OP,
        "akkoord_ontbreekt",
        "Het plan is vastgesteld, maar er is geen akkoord. Deze plannen tellen niet mee.",
    ),
    _Redencontrole(
        Reden.GEEN_DERDE,
        Ernst.LET_OP,
        "driegesprek_zonder_derde",
        "UHT of een aangewezen derde was niet bij het driegesprek. Deze gesprekken tellen niet mee.",
    ),
    _Redencontrole(
        Reden.NORMBEDRAG,
        Ernst.LET_OP,
        "kosten_bij_normbedrag",
        "Er staan losse kosten bij een onderdeel waarvoor het normbedrag geldt. Deze kosten tellen niet mee.",
    ),
    _Redencontrole(
        Reden.NAZORG_VOOR_OVERSTAP,
        Ernst.LET_OP,
        "nazorg_voor_overstap",
        "Bij een overstap met ingang van 2024 telt nazorg over 2023 niet mee.",
        frozenset({Component.D}),
    ),
    _Redencontrole(
        Reden.GEEN_BIJSTELLING,
        Ernst.LET_OP,
        "telling_niet_bijgesteld",
        "Een hogere telling telt niet mee. Naar boven bijstellen kan één keer, vanaf 2024.",
    ),
    _Redencontrole(
        Reden.NA_EINDE,
        Ernst.LET_OP,
        "na_verplichtingen",
        "Dit is na de laatste dag voor nieuwe verplichtingen en telt niet mee. Kosten tellen dan alleen als bekend is "
        "dat de verplichting van eerder is: bij C zegt het besluit dat.",
    ),
)
_EERDER = (
    _Redencontrole(
        Reden.GEEN_BEWIJS,
        Ernst.LET_OP,
        "akkoordbewijs_ontbreekt_eerder",
        "Ook bij plannen uit eerdere jaren ontbreekt het bewijs van akkoord. Deze plannen tellen niet mee.",
    ),
    _Redencontrole(
        Reden.VOOR_BEGIN,
        Ernst.LET_OP,
        "voor_begin_regeling",
        "Dit is van vóór 1 januari 2020 en telt niet mee.",
    ),
)


def check_redenen(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report what does not count in the year, and what never counted before it."""
    yield from _check(_DIT_JAAR, onderzoek.telregels, lambda jaar: jaar == onderzoek.jaar)
    yield from _check(_EERDER, onderzoek.telregels, lambda jaar: jaar is not None and jaar < onderzoek.jaar)


def _check(
    controles: Iterable[_Redencontrole], telregels: tuple[Telregel, ...], in_bereik: Callable[[int | None], bool]
) -> Iterator[Controle]:
    for controle in controles:
        geraakt = tuple(
            telregel
            for telregel in telregels
            if telregel.reden is controle.reden
            and telregel.component in controle.componenten
            and in_bereik(telregel.jaar)
        )
        if geraakt:
            aantal = sum(telregel.aantal for telregel in geraakt)
            bronnen = list_bronnen(telregel.bron for telregel in geraakt)
            yield Controle(controle.code, controle.ernst, controle.melding, aantal, bronnen, regels=geraakt)
