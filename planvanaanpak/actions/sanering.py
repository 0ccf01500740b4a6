"""Record that a voorziening is a saneringskrediet, with the facts that its criteria ask."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, verwijder
from cases.keuzes import Leefgebied
from planvanaanpak.actions.mandaat import eis_niet_extern
from planvanaanpak.actions.saneringsklok import volg_verzoek
from planvanaanpak.actions.voorzieningbasis import neem_voorstel
from planvanaanpak.actions.wijziging import stand_van
from planvanaanpak.keuzes import Voorstel
from planvanaanpak.models import Saneringskrediet, Voorziening
from planvanaanpak.sanering import redenen
from planvanaanpak.voorzieningbron import beoordeel_sanering
from planvanaanpak.voorzieningkeuzes import Schuld

SANERINGSVELDEN = (
    "datum_beschikking", "datum_verzoek", "af_te_lossen", "toelichting", "overeenkomst", "collegebesluit",
    "collegebesluit_datum", "collegebesluit_document",
)  # fmt: skip


@transaction.atomic
def sanering_vastleggen(
    *, voorziening: Voorziening, gegevens: Mapping[str, Any], by: User, at: datetime, on: date
) -> Saneringskrediet:
    """Record the facts. A voorstel to grant must meet every criterium; one to refuse says why not (SPR art. 3 and 6).

    The same facts again change and log nothing. Raises ActieFout with the reasons, for a day in the future, and outside
    the leefgebied financiën.
    """
    dossier, voorziening = neem_voorstel(voorziening, "Een saneringskrediet vastleggen")
    eis_niet_extern(by, dossier.gemeente_id)
    if voorziening.leefgebied != Leefgebied.FINANCIEN:
        raise ActieFout("Een saneringskrediet hoort bij het leefgebied financiën. Pas eerst het leefgebied aan.")
    rij = Saneringskrediet.objects.filter(voorziening=voorziening).first() or Saneringskrediet(voorziening=voorziening)
    was = (stand_van(rij), voorziening.schuld)
    for veld in SANERINGSVELDEN:
        setattr(rij, veld, gegevens[veld])
    dagen = (rij.datum_beschikking, rij.datum_verzoek, rij.overeenkomst, rij.collegebesluit_datum)
    if any(dag > on for dag in dagen if dag is not None):
        raise ActieFout("Een datum kan niet in de toekomst liggen.")
    if not rij.toelichting.strip():
        raise ActieFout("Schrijf op waarom aflossen binnen 36 maanden wel of niet lukt.")
    document = rij.collegebesluit_document
    if document is not None and not dossier.documenten.geldig().filter(pk=document.pk).exists():
        raise ActieFout("Dit document hoort niet bij dit dossier of is ingetrokken. Kies een ander.")
    waarom = redenen(beoordeel_sanering(dossier, voorziening, rij))
    if waarom and voorziening.voorstel == Voorstel.TOEKENNEN:
        raise ActieFout(f"Toekennen kan niet. {' '.join(waarom)} Of zet het voorstel op afwijzen.")
    if rij.pk and was == (stand_van(rij), Schuld.SANERING):
        return rij
    bewaar(rij, by=by)
    if voorziening.schuld != Schuld.SANERING:
        voorziening.schuld = Schuld.SANERING
        bewaar(voorziening, by=by, velden=["schuld"])
    volg_verzoek(dossier, rij.datum_beschikking, by=by, at=at, on=on)
    tekst = f"Saneringskrediet beoordeeld: {voorziening.omschrijving}."
    log(dossier, "voorziening_gewijzigd", tekst, by=by, at=at)
    return rij


@transaction.atomic
def sanering_weghalen(*, voorziening: Voorziening, by: User, at: datetime, on: date) -> None:
    """Say that a voorstel is no saneringskrediet after all; the history stays."""
    dossier, voorziening = neem_voorstel(voorziening, "Een saneringskrediet weghalen")
    rij = Saneringskrediet.objects.filter(voorziening=voorziening).first()
    if rij is None:
        raise ActieFout("Dit voorstel is geen saneringskrediet.")
    beschikking = rij.datum_beschikking
    verwijder(rij, by=by, reden="geen saneringskrediet")
    voorziening.schuld = ""
    bewaar(voorziening, by=by, velden=["schuld"])
    volg_verzoek(dossier, beschikking, by=by, at=at, on=on)
    log(dossier, "voorziening_gewijzigd", f"Geen saneringskrediet: {voorziening.omschrijving}.", by=by, at=at)
