"""What is still missing before a plan can be vastgesteld: the checklist on the plan page and the gate in the action."""

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

    `doel` is a field of the plan (wonen-situatie), or one of the four places outside it; `aantal` counts what lacks.
    """

    klaar: bool
    tekst: str
    doel: str
    aantal: int = 1

    @property
    def leefgebied(self) -> str:
        return self.doel.partition("-")[0]


def nodig(plan: Plangegevens) -> tuple[Punt, ...]:
    """List what a plan needs before vaststelling, in page order (VNG handreiking 2025 §4.3, Awb 3:45-3:47)."""
    punten = [_leefgebied(leefgebied) for leefgebied in plan.leefgebieden]
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


def _leefgebied(gebied: Leefgebiedgegevens) -> Punt:
    """A doel is needed where there is a hulpvraag, and where something is granted: it says what that is for."""
    met_doel = gebied.hulpvraag or gebied.voorziening
    eisen = (
        (gebied.situatie, "situatie", "hoe het nu is"),
        (gebied.voldoet, "voldoet", "of het voldoet"),
        (gebied.doel or not met_doel, "doel", "het doel"),
    )
    mist = [(veld, woorden) for voldaan, veld, woorden in eisen if not voldaan]
    if not mist:
        return Punt(klaar=True, tekst=gebied.label, doel=f"{gebied.code}-situatie")
    wat = ", ".join(woorden for _, woorden in mist)
    return Punt(klaar=False, tekst=f"{gebied.label}: {wat}", doel=f"{gebied.code}-{mist[0][0]}", aantal=len(mist))
