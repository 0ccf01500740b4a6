"""Account for the price of a voorziening: the Nibud, the mean of comparable goods, a dienst, or an offerte."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, verwijder
from config.weergave import euro
from planvanaanpak.actions.prijszetten import Onderbouwing, schrijf_goederen, zelfde_vergelijking, zet_prijs
from planvanaanpak.actions.voorzieningbasis import neem_voorstel
from planvanaanpak.actions.wijziging import stand_van
from planvanaanpak.models import Voorziening

VELDEN = (
    "prijsbasis", "nibudprijs", "dienst", "prijs_bron", "prijs_reden", "aantal", "eenheid", "eenheidsprijs", "bedrag",
    "btw", "uitvoerder",
)  # fmt: skip


@transaction.atomic
def onderbouwing_weghalen(*, voorziening: Voorziening, by: User, at: datetime) -> Voorziening:
    """Take away on what a price rests, and the goods that were compared; the price and the amount stay to be changed.

    Raises ActieFout when there is nothing to take away.
    """
    dossier, voorziening = neem_voorstel(voorziening, "De onderbouwing weghalen")
    if not voorziening.prijsbasis:
        raise ActieFout("Deze prijs is niet onderbouwd. Er is niets om weg te halen.")
    voorziening.prijsbasis = voorziening.prijs_bron = voorziening.prijs_reden = ""
    voorziening.nibudprijs = voorziening.dienst = None
    bewaar(voorziening, by=by, velden=["prijsbasis", "prijs_bron", "prijs_reden", "nibudprijs", "dienst"])
    for goed in voorziening.vergelijkingen.all():
        verwijder(goed, by=by, reden="onderbouwing weggehaald")
    tekst = f"Onderbouwing van de prijs weggehaald: {voorziening.omschrijving}."
    log(dossier, "voorziening_gewijzigd", tekst, by=by, at=at)
    return voorziening


@transaction.atomic
def prijs_onderbouwen(
    *, voorziening: Voorziening, onderbouwing: Onderbouwing, by: User, at: datetime, on: date
) -> Voorziening:
    """Set the price of a voorstel from its basis, and the amount with it; the letter says where it comes from.

    Setting the same again changes and logs nothing. Raises ActieFout for what the beleid does not take or what does not
    add up (`zet_prijs`).
    """
    dossier, voorziening = neem_voorstel(voorziening, "De prijs onderbouwen")
    was = stand_van(voorziening)
    zet_prijs(dossier, voorziening, onderbouwing, on)
    if was == stand_van(voorziening) and zelfde_vergelijking(voorziening, onderbouwing):
        return voorziening
    bewaar(voorziening, by=by, velden=list(VELDEN))
    schrijf_goederen(voorziening, onderbouwing, by)
    waarop = voorziening.get_prijsbasis_display()
    tekst = f"Prijs onderbouwd: {voorziening.omschrijving}, {euro(voorziening.bedrag)}. {waarop}."
    log(dossier, "voorziening_gewijzigd", tekst, by=by, at=at)
    return voorziening
