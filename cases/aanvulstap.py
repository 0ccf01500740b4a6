"""The next step when an aanvraag was not completed: choose before the four weeks of Awb art. 4:5 lid 4 are over."""

from datetime import date

from django.urls import reverse

from accounts.models import User
from cases.aanvulregels import aanvullingen_van, kan_verder, klok_van
from cases.actions.aanvulklokken import HERSTEL, VIER_WEKEN
from cases.actions.aanvulling import MET_AANVRAAG
from cases.kop import mag_bewerken
from cases.models import Aanvulling, Dossier
from cases.registratie import Stap, registreer_stap
from cases.stappen import waarom
from cases.termijnstatus import NIET_KLAAR
from config.weergave import datum, datum_lang

# Before the steps of the plan (100 and on): as long as nobody chose, the plan waits for papers.
KIEZEN, WACHTEN = 95, 96


@registreer_stap
class Aanvulstap:
    """Wait for what was asked; when too little came, ask whoever works on the dossier to choose."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status not in MET_AANVRAAG:
            return None
        rij = next((rij for rij in aanvullingen_van(dossier) if not rij.is_ingetrokken), None)
        if rij is None or rij.verder_op is not None or rij.is_volledig or not mag_bewerken(dossier, user):
            return None
        return self._kiezen(dossier, rij) if kan_verder(rij, on) else self._wachten(dossier, rij)

    def _wachten(self, dossier: Dossier, rij: Aanvulling) -> Stap:
        stil = "De termijn om te beslissen staat tot dan stil." if rij.opschorting_id else ""
        return Stap(
            volgorde=WACHTEN,
            titel=f"Wacht op de aanvulling, uiterlijk {datum_lang(rij.uiterlijk)}",
            tekst=f"Gevraagd met de brief van {datum(rij.gevraagd_op)}. {stil}".strip(),
            knop="Aanvulling ontvangen",
            url=_url("aanvulling_ontvangen", dossier, rij),
            tweede_knop="Plan bekijken",
            tweede_url=reverse("plan", args=[dossier.nummer]),
            waarom_url=waarom(dossier, klok_van(dossier, rij, HERSTEL)),
        )

    def _kiezen(self, dossier: Dossier, rij: Aanvulling) -> Stap:
        if rij.ontvangen_op is None:
            wat, knop = "De aanvraag is niet aangevuld", "Aanvulling ontvangen"
            url = _url("aanvulling_ontvangen", dossier, rij)
        else:
            wat, knop, url = "De aanvraag is nog niet compleet", "Opnieuw vragen", _vragen(dossier)
        klok = klok_van(dossier, rij, VIER_WEKEN)
        loopt = klok is not None and klok.status in NIET_KLAAR
        tot = klok.uiterste_datum if klok and loopt else None
        return Stap(
            volgorde=KIEZEN,
            titel=f"{wat}: kies hoe het verder gaat",
            tekst=_keuze(tot),
            knop="Verder zonder aanvulling",
            url=_url("aanvulling_verder", dossier, rij),
            tweede_knop=knop,
            tweede_url=url,
            waarom_url=waarom(dossier, klok if loopt else None),
        )


def _keuze(tot: date | None) -> str:
    """Say what can be chosen, and until when. A besluit to leave the aanvraag aside is made outside this step."""
    verder = "Bel de inwoner eerst: misschien lukt het met hulp. Kunt u zonder de gegevens beslissen? Ga dan verder."
    if tot is None:
        return f"{verder} De gemeente kan de aanvraag niet meer buiten behandeling laten."
    buiten = "Kan dat niet? Overleg dan met uw coördinator of de gemeente de aanvraag buiten behandeling laat"
    return (
        f"{verder} {buiten}. Dat besluit moet uiterlijk {datum_lang(tot)} bij de inwoner zijn (Awb artikel 4:5 lid 4)."
    )


def _url(naam: str, dossier: Dossier, rij: Aanvulling) -> str:
    return reverse(naam, args=[dossier.nummer, rij.pk])


def _vragen(dossier: Dossier) -> str:
    return reverse("aanvulling_vragen", args=[dossier.nummer])
