"""The next step that nazorg sees: from the last doel to the end of the nazorg."""

from datetime import date

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.kop import mag_bewerken
from cases.models import Dossier
from cases.registratie import Stap, registreer_stap
from cases.stappen import gevolg, open_termijn, uiterlijk
from cases.status import Status
from config.weergave import datum
from nazorg.bron import beeindigingen_van, nazorg_van, staat_klaar
from nazorg.contactlijst import maak_stand
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.planbron import plan_van
from planvanaanpak.vensters import vensters_van

# Between the numbers of planvanaanpak (100 to 150): a besluit that waits comes first, an open doel after it.
AFRONDEN, TWEE_JAAR, EINDE, NAZORG, GESLOTEN = 105, 140, 145, 160, 300
NIETS_MEER_OPEN = frozenset({DoelStatus.BEHAALD, DoelStatus.VERVALLEN})


@registreer_stap
class Eindstap:
    """End the support when nothing is left to reach, or when the two years are over (VNG handreiking 2025 §4.4)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.UITVOERING or not _mag_beslissen(dossier, user):
            return None
        besluiten = vensters_van(dossier, on).besluiten
        if besluiten is not None and not besluiten.is_open:
            tekst = f"De termijn voor besluiten liep tot en met {datum(besluiten.tot)}. Wat is toegekend, loopt door."
            return _stap(dossier, TWEE_JAAR, "De twee jaar zijn om: beëindig de ondersteuning", tekst)
        plan = plan_van(dossier, "doelen")
        standen = {DoelStatus(doel.status) for doel in plan.doelen.all()} if plan else set()
        if not standen or not standen <= NIETS_MEER_OPEN:
            return None
        if DoelStatus.BEHAALD in standen:
            tekst = "Elk doel is behaald of vervallen. Bespreek het einde met de inwoner en maak het besluit."
            return _stap(dossier, EINDE, "De doelen zijn klaar: beëindig de ondersteuning", tekst)
        tekst = "Elk doel is vervallen. Bespreek met de inwoner hoe het verder gaat."
        return _stap(dossier, EINDE, "Er zijn geen doelen meer: beëindig de ondersteuning", tekst)


@registreer_stap
class Acclimatisatiestap:
    """End the support in time after UHT said niet erkend."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.ACCLIMATISATIE or not _mag_beslissen(dossier, user):
            return None
        termijn = open_termijn(dossier, "acclimatisatie")
        if termijn and termijn.uiterste_datum <= on and staat_klaar(dossier):
            tekst = (
                f"Het concept is ingevuld: de grond, de uitleg en wat doorloopt. Controleer het en stel het vast."
                f" Zonder uw besluit eindigt er niets. {gevolg(termijn)}"
            )
            titel = f"Het beëindigingsbesluit staat klaar{uiterlijk(termijn, on)}"
            return _stap(dossier, AFRONDEN, titel, tekst, "Concept controleren")
        tekst = f"Bereid de inwoner voor en help zo nodig naar de gewone hulp. {gevolg(termijn)}".strip()
        return _stap(dossier, AFRONDEN, f"Rond de ondersteuning af{uiterlijk(termijn, on)}", tekst, "Afronden")


@registreer_stap
class Nazorgstap:
    """Hold the next contact, or close the nazorg when all are held or its time is over."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.NAZORG or not mag_bewerken(dossier, user):
            return None
        nazorg = nazorg_van(dossier)
        if nazorg is None:
            return None
        stand = maak_stand(dossier, nazorg, on)
        volgende = stand.volgende
        nazorg_url = reverse("nazorg", args=[dossier.nummer])
        if volgende is None or stand.is_om:
            om = f"De nazorg duurde tot en met {datum(stand.tot)}." if stand.is_om else "Alle contacten zijn gehouden."
            return Stap(
                volgorde=NAZORG,
                titel="Sluit de nazorg af",
                tekst=f"{om} De inwoner kan altijd opnieuw contact opnemen.",
                knop="Nazorg afsluiten",
                url=reverse("nazorg_afsluiten", args=[dossier.nummer]),
                tweede_knop="Nazorg bekijken",
                tweede_url=nazorg_url,
            )
        termijn = open_termijn(dossier, "nazorg_contact")
        return Stap(
            volgorde=NAZORG,
            titel=f"Neem contact op{uiterlijk(termijn, on)}",
            tekst=f"Vraag hoe het gaat. Dit is contact {volgende.contact.volgnummer} van {len(stand.regels)}.",
            knop="Contact vastleggen",
            url=volgende.url,
            tweede_knop="Nazorg bekijken",
            tweede_url=nazorg_url,
        )


@registreer_stap
class Gesloten:
    """Say how a dossier ended, and that the inwoner may come back (Tiel 2025 art. 9 lid 3)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.AFGESLOTEN:
            return None
        einde = next(iter(beeindigingen_van(dossier)), None)
        hoe = f"De ondersteuning eindigde op {datum(einde.datum)}: {einde.grond_tekst.lower()}. " if einde else ""
        return Stap(
            volgorde=GESLOTEN,
            titel="Dit dossier is afgesloten",
            tekst=f"{hoe}De inwoner kan opnieuw contact opnemen zolang de Wet hersteloperatie toeslagen loopt.",
        )


def _mag_beslissen(dossier: Dossier, user: User) -> bool:
    return user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id)


def _stap(dossier: Dossier, volgorde: int, titel: str, tekst: str, knop: str = "Beëindigen") -> Stap:
    return Stap(
        volgorde=volgorde,
        titel=titel,
        tekst=tekst,
        knop=knop,
        url=reverse("beeindigen", args=[dossier.nummer]),
        tweede_knop="Plan bekijken",
        tweede_url=reverse("plan", args=[dossier.nummer]),
    )
