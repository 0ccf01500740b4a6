"""Besluiten beside the plan in the demo: one revised, one whose letter came back, and who wants post electronically."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import Gemeente
from cases.briefadres import post_volledig
from cases.status import Status
from planvanaanpak.actions.herziening import Herzienregel, herzien
from planvanaanpak.actions.toestemming import toestemming_vastleggen
from planvanaanpak.actions.verzending import retour_vastleggen
from planvanaanpak.herzienkeuzes import Wijziging
from planvanaanpak.herzienregels import Voorzieningstand
from planvanaanpak.keuzes import VoorzieningSoort
from planvanaanpak.models import Besluit, Voorziening
from planvanaanpak.verzendkeuzes import Postsoort, Retourreden, Toestemmingbron
from portal_import.demo.levering import moment

MINDER = Decimal("0.80")


def vul_besluiten(gemeente: Gemeente, on: date) -> None:
    """Take the newest toekenningen that left: the first is revised, of the second the letter came back."""
    rijen = Besluit.objects.filter(
        gemeente=gemeente,
        soort="toekenning",
        verzonden_op__lt=on - timedelta(days=3),
        dossier__status=Status.UITVOERING,
        dossier__casusregisseur__isnull=False,
        bezwaren__isnull=True,
    )
    naast = ("dossier__casusregisseur", "dossier__persoon", "dossier__gemeente", "dossier__beleid")
    nieuwste = rijen.select_related(*naast).defer("snapshot").order_by("-verzonden_op", "pk")[:20]
    geschikt = [besluit for besluit in nieuwste if post_volledig(besluit.dossier.persoon)]
    for besluit in geschikt[:1]:
        _herzie(besluit, on)
    for besluit in geschikt[1:2]:
        retour_vastleggen(
            besluit=besluit, datum=on - timedelta(days=1), reden=Retourreden.ADRES, toelichting="", **_wie(besluit, on)
        )
    for besluit in geschikt[2:3]:
        toestemming_vastleggen(
            dossier=besluit.dossier,
            soort=Postsoort.BESLUIT,
            gegeven_op=on - timedelta(days=2),
            bron=Toestemmingbron.GESPREK,
            adres=besluit.dossier.persoon.email or "inwoner@voorbeeld.example",
            document=None,
            **_wie(besluit, on),
        )


def _herzie(besluit: Besluit, on: date) -> None:
    voorziening = Voorziening.objects.filter(besluit=besluit, status="toegekend", bedrag__gt=0).first()
    if voorziening is None:
        return
    minder = (voorziening.bedrag * MINDER).quantize(Decimal("0.01"))
    wordt = Voorzieningstand(bedrag=minder, vanaf=voorziening.looptijd_vanaf, tot=voorziening.looptijd_tot)
    motivering, toelichting = waarom_minder(voorziening.soort)
    regel = Herzienregel(voorziening=voorziening, wat=Wijziging.ANDERS, motivering=motivering, wordt=wordt)
    herzien(
        besluit=besluit,
        regels=[regel],
        toelichting=toelichting,
        zienswijze="U bent het hiermee eens.",
        ingang=on,
        datum=on,
        **_wie(besluit, on),
    )


def waarom_minder(soort: str) -> tuple[str, str]:
    """Say why a voorziening of this kind costs less: in the line about it, and above the letter."""
    if soort == VoorzieningSoort.MATERIEEL:
        return "De winkel gaf u korting.", "U kocht dit goedkoper dan wij dachten."
    return "De rekening is lager dan de offerte.", "Deze hulp kost minder dan wij dachten."


def _wie(besluit: Besluit, on: date) -> dict[str, Any]:
    return {"by": besluit.dossier.casusregisseur, "at": moment(on, 9), "on": on}
