"""What is still missing before a plan can be vastgesteld: the checklist on the plan page and the gate in the action."""

from collections.abc import Iterator
from dataclasses import dataclass

VOORZIENINGEN, AKKOORD, ADRES, GEMEENTE = "voorzieningen", "akkoord", "adres", "gemeente"


@dataclass(frozen=True, kw_only=True)
class Leefgebiedgegevens:
    """What is filled in of one leefgebied; `voorziening` says that something is proposed to grant there."""

    code: str
    label: str
    situatie: bool = False
    voldoet: bool = False
    hulpvraag: bool = False
    doel: bool = False
    voorziening: bool = False


@dataclass(frozen=True, kw_only=True)
class Plangegevens:
    """What the checklist looks at, read once from the database."""

    leefgebieden: tuple[Leefgebiedgegevens, ...]
    voorzieningen: int
    wensen_toegekend: tuple[str, ...]
    zonder_grond: tuple[str, ...] = ()
    akkoord: bool
    akkoord_bewijs: bool
    adres_volledig: bool
    ontbreekt_brief: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One thing that a plan needs: done or not, in words, and where it is done.

    `doel` is a field of the plan (wonen-situatie), or one of the four places outside it.
    """

    klaar: bool
    tekst: str
    doel: str

    @property
    def leefgebied(self) -> str:
        return self.doel.partition("-")[0]


def nodig(plan: Plangegevens) -> tuple[Punt, ...]:
    """List what a plan needs before vaststelling, in page order (VNG handreiking 2025 §4.3, Awb 3:45-3:47)."""
    punten = [punt for leefgebied in plan.leefgebieden for punt in _leefgebied(leefgebied)]
    punten += [
        Punt(klaar=plan.voorzieningen > 0, tekst="Ten minste één voorziening", doel=VOORZIENINGEN),
        Punt(klaar=plan.akkoord, tekst="Akkoord van de inwoner", doel=AKKOORD),
        Punt(klaar=plan.akkoord_bewijs, tekst="Bewijs van het akkoord", doel=AKKOORD),
        Punt(klaar=plan.adres_volledig, tekst="Volledig adres van de inwoner", doel=ADRES),
    ]
    if plan.wensen_toegekend:
        tekst = f"Een wens kunt u niet toekennen: {', '.join(plan.wensen_toegekend)}"
        punten.append(Punt(klaar=False, tekst=tekst, doel=VOORZIENINGEN))
    if plan.zonder_grond:
        tekst = f"Grond voor het afwijzen: {', '.join(plan.zonder_grond)}"
        punten.append(Punt(klaar=False, tekst=tekst, doel=VOORZIENINGEN))
    if plan.ontbreekt_brief:
        tekst = f"Gegevens van de gemeente: {', '.join(plan.ontbreekt_brief)}"
        punten.append(Punt(klaar=False, tekst=tekst, doel=GEMEENTE))
    return tuple(punten)


def _leefgebied(gebied: Leefgebiedgegevens) -> Iterator[Punt]:
    """A leefgebied that is complete is one point; else each thing that lacks is one."""
    met_doel = gebied.hulpvraag or gebied.voorziening
    eisen = (
        (gebied.situatie, "situatie", f"{gebied.label}: hoe het nu is"),
        (gebied.voldoet, "voldoet", f"{gebied.label}: of het voldoet"),
        (gebied.doel or not met_doel, "doel", f"{gebied.label}: het doel"),
    )
    if all(voldaan for voldaan, _, _ in eisen):
        yield Punt(klaar=True, tekst=gebied.label, doel=f"{gebied.code}-situatie")
        return
    for voldaan, veld, tekst in eisen:
        if not voldaan:
            yield Punt(klaar=False, tekst=tekst, doel=f"{gebied.code}-{veld}")
