"""What is still missing before a plan can be vastgesteld: the checklist on the plan page and the gate in the action."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Plangegevens:
    """What the checklist looks at, read once from the database."""

    leefgebieden: tuple[
        tuple[str, str, bool, bool, bool], ...
    ]  # code, label, situatie and voldoet filled, hulpvraag, doel
    voorzieningen: int
    wensen_toegekend: tuple[str, ...]
    akkoord: bool
    akkoord_bewijs: bool
    adres_volledig: bool
    ontbreekt_brief: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One thing that a plan needs: done or not, in words, and the anchor of the field where it is done."""

    klaar: bool
    tekst: str
    doel: str


def nodig(plan: Plangegevens) -> tuple[Punt, ...]:
    """List what a plan needs before vaststelling, in the order of the page (VNG handreiking 2025 §4.3, Awb 3:45-3:47)."""
    punten = [_leefgebied(*leefgebied) for leefgebied in plan.leefgebieden]
    punten += [
        Punt(
            klaar=plan.voorzieningen > 0,
            tekst="Ten minste één voorziening",
            doel="voorzieningen",
        ),
        Punt(klaar=plan.akkoord, tekst="Akkoord van de inwoner", doel="akkoord"),
        Punt(klaar=plan.akkoord_bewijs, tekst="Bewijs van het akkoord", doel="akkoord"),
        Punt(
            klaar=plan.adres_volledig,
            tekst="Volledig adres van de inwoner",
            doel="adres",
        ),
    ]
    if plan.wensen_toegekend:
        namen = ", ".join(plan.wensen_toegekend)
        punten.append(
            Punt(
                klaar=False,
                tekst=f"Een wens kunt u niet toekennen: {namen}",
                doel="voorzieningen",
            )
        )
    if plan.ontbreekt_brief:
        velden = ", ".join(plan.ontbreekt_brief)
        punten.append(
            Punt(
                klaar=False,
                tekst=f"Gegevens van de gemeente: {velden}",
                doel="gemeente",
            )
        )
    return tuple(punten)


def _leefgebied(code: str, label: str, beoordeeld: bool, hulpvraag: bool, doel: bool) -> Punt:
    klaar = beoordeeld and (doel or not hulpvraag)
    wat = "situatie en toets" if not beoordeeld else "doel"
    return Punt(
        klaar=klaar,
        tekst=label if klaar else f"{label}: {wat}",
        doel=f"leefgebied-{code}",
    )
