"""The next steps about contact: try another way when nobody answers, and tell it when the eerste gesprek is later."""

from datetime import date, timedelta

from django.urls import reverse

from accounts.models import User
from cases.dossierwerk import gepland_huisbezoek, geplande_taken, volgende_poging
from cases.keuzes import AfspraakSoort, Kanaal
from cases.kop import mag_bewerken
from cases.models import Dossier, Termijn
from cases.pogingen import HUISBEZOEK
from cases.registratie import Stap, registreer_stap
from cases.stappen import open_termijn
from cases.status import VOOR_EERSTE_GESPREK
from config.weergave import datum_lang

# Before the first contact and the verificatie (cases.stappen); later on before what the higher apps see (from 100).
TERMIJNBERICHT, POGING, POGING_LATER = 15, 18, 90
BIJNA = timedelta(days=14)
BEZOEK_VRAAG = f"?soort={AfspraakSoort.GESPREK}&kanaal={Kanaal.HUISBEZOEK}"


@registreer_stap
class AndereWeg:
    """After three attempts in a row without an answer: write, then visit. The dossier stays open."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        ander = volgende_poging(dossier)
        if ander is None:
            return None
        kanaal = f"?kanaal={ander.kanaal}" if ander.kanaal else ""
        titel, tekst = f"Niemand bereikt bij de laatste drie pogingen. {ander.titel}", ander.tekst
        tweede = "Alle contacten bekijken", reverse("contacten", args=[dossier.nummer])
        if ander is HUISBEZOEK:
            if bezoek := gepland_huisbezoek(dossier, on):
                titel = f"Huisbezoek gepland op {datum_lang(bezoek)}"
                tekst = "De laatste drie pogingen bereikten niemand. Leg na het bezoek vast hoe het ging."
            else:
                tweede = "Huisbezoek plannen", f"{reverse('afspraak_nieuw', args=[dossier.nummer])}{BEZOEK_VRAAG}"
        return Stap(
            volgorde=POGING if dossier.status in VOOR_EERSTE_GESPREK else POGING_LATER,
            titel=titel,
            tekst=tekst,
            knop=ander.knop,
            url=f"{reverse('contact_nieuw', args=[dossier.nummer])}{kanaal}",
            tweede_knop=tweede[0],
            tweede_url=tweede[1],
        )


@registreer_stap
class Termijnberichtstap:
    """Ask to plan the eerste gesprek, or to tell the inwoner when it will be (VNG handreiking 2025, noot 8)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status not in VOOR_EERSTE_GESPREK or not mag_bewerken(dossier, user):
            return None
        termijn = open_termijn(dossier, "eerste_gesprek")
        if termijn is None or termijn.uiterste_datum > on + BIJNA or dossier.persoon.datum_overlijden is not None:
            return None
        if self._is_gepland(dossier, termijn, on) or self._is_verteld(termijn, on):
            return None
        plannen = "Gesprek plannen", f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort=eerste+gesprek"
        bericht = "Bericht maken", reverse("termijnbericht", args=[dossier.nummer])
        laat = termijn.uiterste_datum < on
        eerste, tweede = (bericht, plannen) if laat else (plannen, bericht)
        return Stap(
            volgorde=TERMIJNBERICHT,
            titel="Laat de inwoner weten wanneer het eerste gesprek is"
            if laat
            else f"Plan het eerste gesprek uiterlijk {datum_lang(termijn.uiterste_datum)}",
            tekst=f"Het gesprek had uiterlijk {datum_lang(termijn.uiterste_datum)} moeten zijn. Stuur een brief met de"
            " nieuwe dag. De uiterste datum verandert daardoor niet."
            if laat
            else "Er is nog geen gesprek gepland. Lukt het niet op tijd? Stuur de inwoner dan een bericht.",
            knop=eerste[0],
            url=eerste[1],
            tweede_knop=tweede[0],
            tweede_url=tweede[1],
        )

    def _is_gepland(self, dossier: Dossier, termijn: Termijn, on: date) -> bool:
        gepland = geplande_taken(dossier, AfspraakSoort.EERSTE_GESPREK)
        return any(on <= taak.datum <= termijn.uiterste_datum for taak in gepland)

    def _is_verteld(self, termijn: Termijn, on: date) -> bool:
        """Say whether the inwoner was told of a day that is still to come."""
        return termijn.berichten.filter(verwacht_op__gte=on).exists()
