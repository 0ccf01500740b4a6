"""What to look at before the support of a dossier ends, with the page where each point is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from cases.briefadres import post_volledig
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum, telwoord
from nazorg.bron import eindgrond_van, nazorg_van
from planvanaanpak.keuzes import NIET_AF
from planvanaanpak.planbron import plan_van, voorstellen_van


@dataclass(frozen=True)
class Punt:
    """A point of the list; without `url` somebody else must do it."""

    klaar: bool
    tekst: str
    url: str = ""


def list_punten(dossier: Dossier) -> list[Punt]:
    """List the open doelen and the voorstellen without a besluit, and that the letter can go out."""
    return [*_eindgesprek(dossier), *_doelen(dossier), *_voorstellen(dossier), *_overdracht(dossier), *_brief(dossier)]


def _eindgesprek(dossier: Dossier) -> Iterator[Punt]:
    """Ask for the gesprek to which the college invites at the end (Tiel 2025 art. 9 lid 1), once a ground arose."""
    eindgrond = eindgrond_van(dossier)
    if eindgrond is None:
        return
    url = reverse("eindgesprek", args=[dossier.nummer, eindgrond.pk])
    if eindgrond.uitgenodigd_op is None:
        yield Punt(False, "Uitnodigen voor het eindgesprek", url)
    elif eindgrond.eindgesprek_op is None:
        yield Punt(False, f"Eindgesprek houden, uitgenodigd op {datum(eindgrond.uitgenodigd_op)}", url)
    else:
        yield Punt(True, f"Eindgesprek gehouden op {datum(eindgrond.eindgesprek_op)}")


def _overdracht(dossier: Dossier) -> Iterator[Punt]:
    """Ask for the warme overdracht of who got nazorg when UHT said niet erkend (Tiel 2025 art. 9 lid 3)."""
    nazorg = nazorg_van(dossier) if dossier.status == Status.ACCLIMATISATIE else None
    if nazorg is None:
        return
    if nazorg.traject.afgesloten_op is None:
        yield Punt(False, "Nazorg stoppen en warm overdragen", reverse("nazorg_stoppen", args=[dossier.nummer]))
    else:
        yield Punt(True, "De nazorg is gestopt")


def _doelen(dossier: Dossier) -> Iterator[Punt]:
    """Ask for the doelen while they can be marked: in the uitvoering."""
    plan = plan_van(dossier, "doelen")
    if plan is None or dossier.status != Status.UITVOERING:
        return
    doelen = list(plan.doelen.all())
    open_doelen = [doel for doel in doelen if doel.status in NIET_AF]
    for doel in open_doelen:
        url = reverse("doel", args=[dossier.nummer, doel.pk])
        yield Punt(False, f"Doel bij {doel.get_leefgebied_display().lower()}: {doel.tekst}", url)
    if doelen and not open_doelen:
        yield Punt(True, "Elk doel staat op behaald of vervallen")


def _voorstellen(dossier: Dossier) -> Iterator[Punt]:
    plan = plan_van(dossier, "voorzieningen")
    if plan is None or not plan.voorzieningen.all():
        return
    if voorstellen := voorstellen_van(plan):
        aantal = telwoord(len(voorstellen), "voorstel wacht", "voorstellen wachten")
        yield Punt(False, f"{aantal} op een besluit", reverse("plan", args=[dossier.nummer]))
    else:
        yield Punt(True, "Over alle voorzieningen is beslist")


def _brief(dossier: Dossier) -> Iterator[Punt]:
    """Say that the letter can go out; what it still needs stands above the form, as on the page of every besluit."""
    if post_volledig(dossier.persoon):
        yield Punt(True, "Het adres is volledig")
