"""What the letter says of a doel: its steps, for whom it is, when it was reached."""

from config.weergave import datum as datumtekst
from planvanaanpak.briefregels import DoelRegel
from planvanaanpak.models import Doel, Doelstap


def doelregels(doelen: list[Doel]) -> tuple[DoelRegel, ...]:
    """Give the doelen of a leefgebied with their steps, where there is more to say than one text."""
    regels = tuple(
        DoelRegel(
            tekst=doel.tekst,
            voor=doel.voor,
            stappen=tuple(stapzin(stap) for stap in doel.stappen.all() if stap.blijft_bij(doel)),
            behaald=doel.datum_behaald,
        )
        for doel in doelen
    )
    meer = len(regels) > 1 or any(regel.voor or regel.stappen or regel.behaald for regel in regels)
    return regels if meer else ()


def stapzin(stap: Doelstap) -> str:
    """Say who does a step and by when, or when it was done."""
    if stap.datum_behaald:
        return f"{stap.wat}: {stap.wie}, klaar op {datumtekst(stap.datum_behaald)}"
    uiterlijk = f", uiterlijk {datumtekst(stap.datum_uiterlijk)}" if stap.datum_uiterlijk else ""
    return f"{stap.wat}: {stap.wie}{uiterlijk}"
