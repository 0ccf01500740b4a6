"""Planned gesprekken, taken, notities and failed attempts, over the roads that were walked."""

from datetime import date, time, timedelta
from typing import Any

from accounts.models import Gemeente
from cases.actions.afspraak import afspraak_plannen
from cases.actions.contact import contact_vastleggen
from cases.actions.notitie import notitie_maken
from cases.actions.taak import taak_maken
from cases.keuzes import AfspraakSoort, Contactuitkomst, Kanaal
from cases.models import Dossier
from cases.status import OPEN, Status
from portal_import.demo.levering import moment

OCHTEND = "Belt liefst in de ochtend, dan slapen de kinderen."
GEZONDHEID = "Vertelde over de eigen gezondheid. Niet delen buiten ons."
POGINGEN = (Contactuitkomst.GEEN_GEHOOR, Contactuitkomst.BERICHT_ACHTERGELATEN, Contactuitkomst.GEEN_GEHOOR)


def vul_contact(gemeente: Gemeente, on: date) -> None:
    """Add to a few dossiers of a gemeente what a consulent has on the desk; always to the same ones."""
    met_regisseur = Dossier.objects.filter(gemeente=gemeente, casusregisseur__isnull=False, status__in=OPEN)
    dossiers = met_regisseur.select_related("casusregisseur", "gemeente").order_by("pk")
    for nummer, dossier in enumerate(dossiers.filter(status=Status.EERSTE_GESPREK)[:3]):
        _plan(dossier, AfspraakSoort.EERSTE_GESPREK, on + timedelta(days=2 * nummer), on)
    for dossier in dossiers.filter(status=Status.UITVOERING)[:2]:
        _plan(dossier, AfspraakSoort.DRIEGESPREK, on + timedelta(days=8), on)
        _noteer(dossier, on)
    nieuw = dossiers.filter(status=Status.AANMELDING, datum_eerste_contact=None).first()
    if nieuw is not None:
        _bel_vergeefs(nieuw, on)


def _plan(dossier: Dossier, soort: AfspraakSoort, dag: date, on: date) -> None:
    gegevens: dict[str, Any] = {
        "datum": dag,
        "tijd": time(10, 30),
        "kanaal": Kanaal.KANTOOR,
        "plaats": "Stadhuis, kamer 2.12",
    }
    if dag > on:
        gegevens["herinneren_op"] = dag - timedelta(days=1)
    by, at = dossier.casusregisseur, moment(on, 9)
    assert by is not None
    afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=at, on=on)


def _noteer(dossier: Dossier, on: date) -> None:
    by, at = dossier.casusregisseur, moment(on, 10)
    assert by is not None
    notitie_maken(dossier=dossier, tekst=OCHTEND, is_beperkt=False, by=by, at=at)
    notitie_maken(dossier=dossier, tekst=GEZONDHEID, is_beperkt=True, by=by, at=at)
    wat = "Offerte van de aannemer opvragen"
    taak_maken(gemeente=dossier.gemeente, dossier=dossier, wat=wat, datum=on, voor=by, by=by, at=at, on=on)


def _bel_vergeefs(dossier: Dossier, on: date) -> None:
    by = dossier.casusregisseur
    assert by is not None
    for nummer, uitkomst in enumerate(POGINGEN):
        contact_vastleggen(
            dossier=dossier,
            datum=on,
            kanaal=Kanaal.TELEFOON,
            uitkomst=uitkomst,
            tekst="",
            by=by,
            at=moment(on, 9 + nummer),
            on=on,
        )
