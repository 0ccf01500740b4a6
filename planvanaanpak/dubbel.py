"""The same good a second time: the beleid gives one vergoeding per goed (Tiel 2025 art. 4 lid 1d)."""

from collections.abc import Iterable

from django.db.models import Q

from cases.beleid_bron import regels_van
from cases.models import Dossier
from planvanaanpak.keuring import zelfde_goed
from planvanaanpak.keuzes import Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Voorziening


def zelfde_goederen(dossier: Dossier, voorstellen: Iterable[Voorziening]) -> dict[int, Voorziening]:
    """Give per voorstel to grant the earlier vergoeding of the same good, in this plan or for another of the gezin.

    Only goods that are paid for, and only where the beleid has the rule. The same good is one by the same name, or of
    the same artikel in the price list. Earlier is granted before, or proposed before.
    """
    if not regels_van(dossier).goed_eenmalig:
        return {}
    goederen = [v for v in voorstellen if _is_goed(v)]
    if not goederen:
        return {}
    anderen = Voorziening.objects.filter(
        plan__dossier__gezin=dossier.gezin_id,
        plan__dossier__gemeente=dossier.gemeente_id,
        soort=VoorzieningSoort.MATERIEEL,
        voorstel=Voorstel.TOEKENNEN,
        bedrag__gt=0,
    )
    anderen = anderen.filter(Q(status=VoorzieningStatus.VOORSTEL) | Q(pk__in=anderen.gegeven().values("pk")))
    rijen = anderen.select_related("besluit", "plan__dossier", "nibudprijs").defer("besluit__snapshot").order_by("pk")
    gevonden = {}
    for voorziening in goederen:
        eerder = [rij for rij in rijen if rij.besluit_id or rij.pk < voorziening.pk]
        if ander := next((rij for rij in eerder if rij.pk != voorziening.pk and _gelijk(rij, voorziening)), None):
            gevonden[voorziening.pk] = ander
    return gevonden


def let_op_dubbel(dossier: Dossier, voorstellen: Iterable[Voorziening]) -> list[str]:
    """Name per voorstel the besluit or voorstel in which the same good already is."""
    rijen = {v.pk: v for v in voorstellen}
    return [_dubbelzin(rijen[pk], eerder) for pk, eerder in zelfde_goederen(dossier, rijen.values()).items()]


def _dubbelzin(voorziening: Voorziening, eerder: Voorziening) -> str:
    """Say where the same good already is."""
    waar = f"al toegekend in besluit {eerder.besluit}" if eerder.besluit else "ook al voorgesteld"
    elders = "" if eerder.plan_id == voorziening.plan_id else f" in dossier {eerder.plan.dossier.nummer}"
    waarom = "" if voorziening.nogmaals.strip() else " Schrijf op waarom het nog een keer nodig is."
    return f"{eerder.omschrijving} is {waar}{elders}. Een goed wordt één keer vergoed.{waarom}"


def _is_goed(voorziening: Voorziening) -> bool:
    return (
        voorziening.is_toe_te_kennen
        and voorziening.status == VoorzieningStatus.VOORSTEL
        and voorziening.soort == VoorzieningSoort.MATERIEEL
        and voorziening.bedrag > 0
    )


def _gelijk(ene: Voorziening, andere: Voorziening) -> bool:
    if zelfde_goed(ene.omschrijving, andere.omschrijving):
        return True
    if ene.nibudprijs is None or andere.nibudprijs is None:
        return False
    return ene.nibudprijs.artikel == andere.nibudprijs.artikel
