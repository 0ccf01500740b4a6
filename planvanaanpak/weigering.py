"""The weigeringsgronden of the beleid, each with its article, and those that do not hold in a bedreigende situatie.

Beleidsregels Tiel 2025 art. 8 lid 1: a to h. Two have an exception: d, schulden, when they are betalingsachterstanden
in a bedreigende situatie and other voorzieningen keep it from happening again; e, kosten of before the aanvraag, when
there *was* a bedreigende situatie. VNG handreiking 2025 §3.1: achterstanden in acute nood.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.weigeringsgrond import Gronduitzondering, Weigeringsgrond

Gronden = Mapping[str, Weigeringsgrond]

# The ground of every gemeente: the support is for a nieuwe start (Wht art. 2.21 lid 4, VNG handreiking 2025 §3.5).
GEEN_NOODZAAK, ANDERS = "geen_noodzaak", "anders"
ALTIJD: Gronden = {
    GEEN_NOODZAAK: Weigeringsgrond(
        tekst="Niet nodig voor een nieuwe start: het is een wens",
        artikel="artikel 2.21 lid 4 van de Wet hersteloperatie toeslagen",
    )
}
VOOR_SCHULDEN = (Gronduitzondering.ACUTE_NOOD, Gronduitzondering.TEGEN_HERHALING)
GEEN_SITUATIE = "Leg eerst de bedreigende situatie vast bij Acuut. Zonder die situatie geldt de uitzondering niet."
GEEN_SITUATIE_TOEN = (
    "Er was geen bedreigende situatie vastgelegd. Kies hieronder welke situatie er was, en op welke dag."
)
ZONDER_WAAROM = "Schrijf op waarom de uitzondering geldt. Dit staat in de brief."
WAAROM_NIET = (
    "Er is een bedreigende situatie vastgelegd. Schrijf op waarom u toch op deze grond afwijst. Dit staat in de brief."
)
ZONDER_UITZONDERING = "Er is hier geen uitzondering. Kies eerst de uitzondering of de grond, of haal deze tekst weg."
ZONDER_VERVOLG = "welke andere voorziening voorkomt dat het weer gebeurt, en waarom"
SITUATIE_EN_DAG = "Vul allebei in: welke situatie er was, en op welke dag."
LATER = "Een situatie van toen kan niet in de toekomst liggen."


@dataclass(frozen=True, kw_only=True)
class Situatie:
    """Whether there is a bedreigende situatie now, was one in the dossier, or was one by what is typed."""

    nu: bool = False
    eerder: bool = False
    getypt: str = ""
    dag: date | None = None

    @property
    def was(self) -> bool:
        return self.nu or self.eerder or bool(self.getypt and self.dag)


def te_kiezen(gronden: Gronden) -> dict[str, Weigeringsgrond]:
    """Give all grounds by code, in the order of their articles: that of the law first."""
    return {**ALTIJD, **dict(sorted(gronden.items(), key=lambda rij: (not rij[1].artikel, rij[1].artikel)))}


def code_van(gronden: Gronden, tekst: str) -> str:
    """Give the code of a ground in words; empty for one that the beleid does not have."""
    return next((code for code, grond in te_kiezen(gronden).items() if grond.tekst == tekst), "")


def uitzonderingen(gronden: Gronden) -> list[tuple[str, str]]:
    """Give the grounds of this beleid that have an exception, by code."""
    return [(code, str(grond)) for code, grond in te_kiezen(gronden).items() if grond.uitzondering]


def soort_uitzondering(gronden: Gronden, code: str) -> Gronduitzondering:
    grond = gronden.get(code)
    return grond.uitzondering if grond else Gronduitzondering.GEEN


def keur_uitzondering(
    *, gronden: Gronden, afwijzen: bool, grond: str, uitzondering: str, waarom: str, situatie: Situatie
) -> dict[str, str]:
    """Give what is wrong, by field: an exception needs the situatie and a reason, a refusal in one needs a reason.

    A reason without an exception would stand in the letter and mean nothing. `grond` and `uitzondering` are codes.
    """
    if afwijzen:
        raakt = bool(soort_uitzondering(gronden, grond))
        if not raakt and waarom.strip():
            return {"uitzondering_waarom": ZONDER_UITZONDERING}
        return {"uitzondering_waarom": WAAROM_NIET} if raakt and situatie.nu and not waarom.strip() else {}
    if not uitzondering:
        return {"uitzondering_waarom": ZONDER_UITZONDERING} if waarom.strip() else {}
    soort = soort_uitzondering(gronden, uitzondering)
    if not soort:
        return {"uitzondering": "Het beleid van uw gemeente kent deze uitzondering niet."}
    if soort == Gronduitzondering.VAN_TOEN and not situatie.was:
        return {"uitzondering_situatie": GEEN_SITUATIE_TOEN}
    if soort != Gronduitzondering.VAN_TOEN and not situatie.nu:
        return {"uitzondering": GEEN_SITUATIE}
    return {} if waarom.strip() else {"uitzondering_waarom": ZONDER_WAAROM}


def keur_situatie(situatie: str, dag: date | None, on: date) -> dict[str, str]:
    """Give what is wrong with a situation that was typed: both or none, and not in the future."""
    if bool(situatie) != (dag is not None):
        return {"uitzondering_datum" if situatie else "uitzondering_situatie": SITUATIE_EN_DAG}
    return {"uitzondering_datum": LATER} if dag is not None and dag > on else {}
