"""What to look at before the support of a dossier ends, with the page where each point is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from cases.briefadres import post_volledig
from cases.models import Dossier
from cases.status import Status
from config.weergave import telwoord
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.planbron import plan_van, voorstellen_van


@dataclass(frozen=True)
class Punt:
    """A point of the list; without `url` somebody else must do it."""

    klaar: bool
    tekst: str
    url: str = ""


def list_punten(dossier: Dossier) -> list[Punt]:
    """List the open doelen and the voorstellen without a besluit, and what a letter needs."""
    return [*_doelen(dossier), *_voorstellen(dossier), *_brief(dossier)]


def _doelen(dossier: Dossier) -> Iterator[Punt]:
    """Ask for the doelen while they can be marked: in the uitvoering."""
    plan = plan_van(dossier, "doelen")
    if plan is None or dossier.status != Status.UITVOERING:
        return
    doelen = list(plan.doelen.all())
    open_doelen = [doel for doel in doelen if doel.status == DoelStatus.OPEN]
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
    if post_volledig(dossier.persoon):
        yield Punt(True, "Het adres is volledig")
    else:
        yield Punt(False, "Het adres aanvullen", reverse("persoon_wijzigen", args=[dossier.nummer]))
    if ontbreekt := dossier.gemeente.ontbreekt_voor_brief():
        yield Punt(False, f"Gegevens van de gemeente: {', '.join(ontbreekt)}. Vraag dit aan uw beheerder")
