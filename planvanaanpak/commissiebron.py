"""Read the advice about the voorzieningen of a plan, for the checklist, the pages and the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cases.beleid_bron import regels_van
from cases.models import Dossier
from planvanaanpak.briefregels import VoorzieningRegel
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.commissieregels import wijkt_af
from planvanaanpak.models import Agendapunt, PlanVanAanpak, Voorziening
from planvanaanpak.plantekst import merk

# What an advice is about: when one of these changes, the voorstel is another than the commissie saw.
BEOORDEELD = ("omschrijving", "soort", "bedrag")
IN_BRIEF = {
    Strekking.TOEKENNEN: "om dit toe te kennen",
    Strekking.ANDERS: "om iets anders toe te kennen",
    Strekking.AFWIJZEN: "om dit niet toe te kennen",
    Strekking.CWS: "om u hiervoor te verwijzen naar de commissie werkelijke schade (CWS)",
}


def inhoud_merk(voorziening: Voorziening) -> str:
    """Give a mark of what the commissie judged of a voorstel."""
    return merk("\n".join(str(getattr(voorziening, veld)) for veld in BEOORDEELD))


def besluit_merk(voorziening: Voorziening) -> str:
    """Give a mark of what will be decided, which a reason to depart from the advice is about."""
    return merk(f"{inhoud_merk(voorziening)}\n{voorziening.voorstel}")


@dataclass(frozen=True)
class Adviesstand:
    """How the advice about a voorstel stands: put up, advised, followed, or departed from with or without reason."""

    voorziening: Voorziening
    advies: Agendapunt | None = None
    open_punt: Agendapunt | None = None

    @property
    def wijkt_af(self) -> bool:
        if self.advies is None:
            return False
        gewijzigd = self.advies.voorstel_merk != inhoud_merk(self.voorziening)
        return wijkt_af(self.advies.strekking, self.voorziening.voorstel, gewijzigd=gewijzigd)

    @property
    def afwijking(self) -> str:
        """Give the reason to depart, as long as it is about the voorstel of now."""
        if self.advies is None or not self.wijkt_af or self.advies.afwijking_merk != besluit_merk(self.voorziening):
            return ""
        return self.advies.afwijking

    @property
    def mist_reden(self) -> bool:
        return self.wijkt_af and not self.afwijking

    @property
    def kan_voorleggen(self) -> bool:
        return self.open_punt is None


def heeft_commissie(dossier: Dossier) -> bool:
    """Say whether the beleid of this dossier has a beoordelingscommissie."""
    return regels_van(dossier).beoordelingscommissie


def standen_van(voorzieningen: Sequence[Voorziening]) -> list[Adviesstand]:
    """Give how the advice about each of these stands, with one question; the latest advice counts."""
    punten = Agendapunt.objects.filter(voorziening__in=[v.pk for v in voorzieningen]).select_related("vergadering")
    adviezen: dict[int | None, Agendapunt] = {}
    open_punten: dict[int | None, Agendapunt] = {}
    for punt in punten.order_by("geadviseerd_op", "pk"):
        (adviezen if punt.is_geadviseerd else open_punten)[punt.voorziening_id] = punt
    return [Adviesstand(v, adviezen.get(v.pk), open_punten.get(v.pk)) for v in voorzieningen]


def list_adviezen(dossier: Dossier, plan: PlanVanAanpak | None) -> list[Adviesstand]:
    """Give the stand of every voorziening of a plan, also of those decided on, where the beleid has a commissie."""
    if plan is None or not heeft_commissie(dossier):
        return []
    return standen_van([v for v in plan.voorzieningen.all() if not v.is_vrij])


def commissiegegevens(
    dossier: Dossier, plan: PlanVanAanpak | None, voorstellen: Sequence[Voorziening]
) -> dict[str, Any]:
    """Give what the checklist looks at; nothing where the beleid has no commissie.

    What is vrij toegankelijk takes no besluit, so no advice either.
    """
    if not heeft_commissie(dossier):
        return {}
    te_beslissen = [v for v in voorstellen if not v.is_vrij]
    standen = standen_van(te_beslissen) if te_beslissen else []
    return {
        "commissie": bool(te_beslissen) or not voorstellen,
        "zonder_advies": tuple(s.voorziening.omschrijving for s in standen if s.advies is None),
        "zonder_afwijking": tuple(s.voorziening.omschrijving for s in standen if s.mist_reden),
    }


def met_advies(regels: tuple[VoorzieningRegel, ...], voorzieningen: list[Voorziening]) -> tuple[VoorzieningRegel, ...]:
    """Put in the letter what the commissie advised, and why the besluit departs from it (Awb art. 3:50)."""
    if not voorzieningen or not heeft_commissie(voorzieningen[0].plan.dossier):
        return regels
    paren = zip(regels, standen_van(voorzieningen), strict=True)
    return tuple(_regel(regel, stand) for regel, stand in paren)


def _regel(regel: VoorzieningRegel, stand: Adviesstand) -> VoorzieningRegel:
    advies = stand.advies
    if advies is None or advies.geadviseerd_op is None:
        return regel
    wat = f": {advies.anders.strip()}" if advies.anders.strip() else ""
    return replace(
        regel,
        advies=f"{IN_BRIEF[Strekking(advies.strekking)]}{wat}",
        advies_datum=advies.vergadering.datum,
        wijkt_af=stand.wijkt_af,
        afwijking=stand.afwijking,
    )
