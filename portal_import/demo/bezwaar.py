"""Bezwaar in the demo: one that waits for its hoorzitting, and one that came too late."""

from datetime import date, time, timedelta
from typing import Any

from accounts.models import Gemeente
from cases.beleid_bron import kalender_nu
from cases.briefadres import post_volledig
from planvanaanpak.actions.bezwaar import bezwaar_vastleggen
from planvanaanpak.actions.bezwaarbrieven import ontvangst_bevestigen
from planvanaanpak.actions.hoorzitting import hoorzitting_plannen
from planvanaanpak.bezwaarbron import bezwaartermijn_van
from planvanaanpak.models import Besluit, Bezwaar
from portal_import.demo.levering import moment
from portal_import.demo.papier import papier

TEKST = "U kreeg geen bed voor uw jongste kind. Dat is wel nodig."


def vul_bezwaar(gemeente: Gemeente, on: date) -> None:
    """Make bezwaar against the newest besluit whose term still runs, and against one whose term ended this month."""
    verstuurd = Besluit.objects.filter(gemeente=gemeente, verzonden_op__lt=on, dossier__casusregisseur__isnull=False)
    naast = ("dossier__casusregisseur", "dossier__persoon", "dossier__gemeente", "dossier__beleid")
    nieuwste = verstuurd.select_related(*naast).defer("snapshot").order_by("-verzonden_op", "pk")[:20]
    rijen = [besluit for besluit in nieuwste if post_volledig(besluit.dossier.persoon)]
    eindes = [(besluit, bezwaartermijn_van(besluit).uiterste_datum) for besluit in rijen]
    for besluit, _ in [rij for rij in eindes if rij[1] >= on][:1]:
        bezwaar = _maak(besluit, max(besluit.verzonden_op or on, on - timedelta(days=4)), on)
        ontvangst_bevestigen(bezwaar=bezwaar, **_wie(besluit, on))
        hoorzitting_plannen(
            bezwaar=bezwaar,
            datum=kalender_nu().eerste_werkdag(on + timedelta(days=15)),
            tijd=time(10, 30),
            plaats="stadhuis, kamer 2.12",
            door_wie="de bezwaarcommissie",
            **_wie(besluit, on),
        )
    for besluit, einde in [rij for rij in eindes if on - timedelta(days=30) <= rij[1] < on][:1]:
        _maak(besluit, max(einde + timedelta(days=1), on - timedelta(days=2)), on)


def _wie(besluit: Besluit, on: date) -> dict[str, Any]:
    by = besluit.dossier.casusregisseur
    return {"by": by, "at": moment(on, 9), "on": on}


def _maak(besluit: Besluit, ontvangen_op: date, on: date) -> Bezwaar:
    gegevens = {
        "ontvangen_op": ontvangen_op,
        "kanaal": "e-mail",
        "indiener": "rechthebbende",
        "gronden": TEKST,
        "commissie": True,
    }
    brief = papier("Bezwaarschrift", TEKST, besluit.nummer, ontvangen_op)
    return bezwaar_vastleggen(besluit=besluit, gegevens=gegevens, document=None, bestand=brief, **_wie(besluit, on))
