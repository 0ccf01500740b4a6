"""Whether a list or tarief changed since the price of a voorstel was taken from it."""

from collections.abc import Iterable
from decimal import Decimal

from cases.models import Dossier
from config.weergave import euro
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Nibudprijs, Voorziening
from planvanaanpak.voorzieningkeuzes import Prijsbasis


def let_op_prijs(dossier: Dossier, voorzieningen: Iterable[Voorziening]) -> list[str]:
    """Say of each voorstel what its list or dienst asks now, where that is another price than it was accounted with."""
    voorstellen = [v for v in voorzieningen if v.status == VoorzieningStatus.VOORSTEL]
    lijst = _lijst_nu(dossier, [v for v in voorstellen if v.prijsbasis == Prijsbasis.NIBUD])
    zinnen = []
    for voorziening in voorstellen:
        if voorziening.nibudprijs is not None:
            nu, wie = lijst[voorziening.nibudprijs.artikel], "de prijzengids heeft nu"
        elif voorziening.dienst is not None:
            nu, wie = voorziening.dienst.tarief, f"het tarief van {voorziening.dienst.naam} is nu"
        else:
            continue
        if nu != voorziening.eenheidsprijs:
            zinnen.append(
                f"{voorziening.omschrijving}: {wie} {euro(nu)}, en hier staat {euro(voorziening.eenheidsprijs)}."
                " Kies de prijs opnieuw, of laat hem staan."
            )
    return zinnen


def _lijst_nu(dossier: Dossier, voorstellen: list[Voorziening]) -> dict[str, Decimal]:
    """Give the price by artikel in the newest edition that has it."""
    artikelen = {v.nibudprijs.artikel for v in voorstellen if v.nibudprijs is not None}
    if not artikelen:
        return {}
    rijen = Nibudprijs.objects.filter(gemeente=dossier.gemeente_id, artikel__in=artikelen).order_by("editie")
    return {rij.artikel: rij.prijs for rij in rijen}
