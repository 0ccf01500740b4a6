"""What planvanaanpak warns of before the eerste gesprek moves: a letter that is frozen, grants outside the vensters."""

from collections.abc import Mapping
from datetime import date

from cases.models import Dossier
from cases.poorten import BESLUITEN, SPULLEN
from cases.registratie import registreer_gesprekwaarschuwing
from config.weergave import datum as datumtekst
from planvanaanpak.keuzes import VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.planbron import OVER_HET_PLAN, besluiten_van, plan_van


@registreer_gesprekwaarschuwing
class Planwaarschuwing:
    """A besluit never changes (decision 0004), so it may stand outside the terms as they become."""

    def waarschuwingen(self, dossier: Dossier, datum: date, vensters: Mapping[str, date]) -> list[str]:
        teksten = [
            f"Het plan is vastgesteld met besluit {besluit.nummer} van {datumtekst(besluit.datum)}. In die brief staat"
            f" {datumtekst(dossier.datum_eerste_gesprek)} als eerste gesprek. De brief verandert niet."
            for besluit in besluiten_van(dossier)
            if besluit.soort in OVER_HET_PLAN
        ]
        return [*teksten, *_te_vroeg(dossier, datum), *_buiten(dossier, vensters)]


def _te_vroeg(dossier: Dossier, datum: date) -> list[str]:
    """Warn of an akkoord or a besluit from before the day that becomes the eerste gesprek."""
    plan = plan_van(dossier)
    akkoord = getattr(plan, "akkoord", None)
    teksten = []
    if akkoord is not None and akkoord.datum < datum:
        teksten.append(f"Het akkoord met het plan is van {datumtekst(akkoord.datum)}: vóór dit eerste gesprek.")
    teksten += [
        f"Besluit {besluit.nummer} is van {datumtekst(besluit.datum)}: vóór dit eerste gesprek."
        for besluit in besluiten_van(dossier)
        if besluit.datum < datum
    ]
    return teksten


def _buiten(dossier: Dossier, vensters: Mapping[str, date]) -> list[str]:
    """Warn of each grant whose besluit falls after the venster as it becomes; the day of deciding counts."""
    toegekend = Voorziening.objects.filter(plan__dossier=dossier, status=VoorzieningStatus.TOEGEKEND)
    teksten = []
    for voorziening in toegekend.select_related("besluit").order_by("id"):
        regel = SPULLEN if voorziening.soort == VoorzieningSoort.MATERIEEL else BESLUITEN
        tot, besluit = vensters.get(regel), voorziening.besluit
        if tot and besluit and besluit.datum > tot:
            teksten.append(
                f"{voorziening.omschrijving} is toegekend op {datumtekst(besluit.datum)}. Dat kon tot en met"
                f" {datumtekst(tot)}. De toekenning blijft staan; overleg met een jurist."
            )
    return teksten
