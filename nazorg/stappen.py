"""The next step that nazorg sees: from the last doel to the end of the nazorg."""

from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import regels_van
from cases.kop import mag_bewerken
from cases.models import Dossier, Termijn
from cases.registratie import Stap, registreer_stap
from cases.stappen import gevolg, open_termijn, uiterlijk, waarom
from cases.status import Status
from config.weergave import datum, telwoord
from nazorg.actions.traject import HERVAT, afsluitreden_van
from nazorg.bron import einden_van, eindgrond_van, is_toch_erkend, nazorg_van, staat_klaar
from nazorg.contactlijst import maak_stand
from nazorg.gronden import DOELEN_BEHAALD, VOOR_EINDGROND, gronden_met_termijn
from nazorg.models import Beeindiging, Eindgrond
from nazorg.termijnen import BEEINDIGING, NAZORG_STOP
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import PlanVanAanpak
from planvanaanpak.planbron import besluiten_van, plan_van
from planvanaanpak.vensters import vensters_van

# Between the numbers of planvanaanpak (100 to 150): a besluit that waits comes first, an open doel after it.
HERVATTEN, STOPPEN, AFRONDEN, EINDGROND, TWEE_JAAR, EINDE, NAZORG, GESLOTEN = 103, 104, 105, 112, 140, 145, 160, 300
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
            termijn = next((t for t in dossier.termijnen.all() if t.regel == besluiten.regel), None)
            titel = "De twee jaar zijn om: beëindig de ondersteuning"
            return _stap(dossier, TWEE_JAAR, titel, tekst, termijn=termijn)
        plan = plan_van(dossier, "doelen")
        standen = {DoelStatus(doel.status) for doel in plan.doelen.all()} if plan else set()
        if plan is None or not standen or not standen <= NIETS_MEER_OPEN:
            return None
        if opgepakt := _opgepakt_zonder_vervolg(dossier, plan):
            return _vul_aan(dossier, opgepakt)
        if DoelStatus.BEHAALD in standen and DOELEN_BEHAALD in gronden_met_termijn(regels_van(dossier)):
            return self._leg_grond_vast(dossier)
        if DoelStatus.BEHAALD in standen:
            tekst = "Elk doel is behaald of vervallen. Bespreek het einde met de inwoner en maak het besluit."
            return _stap(dossier, EINDE, "De doelen zijn klaar: beëindig de ondersteuning", tekst)
        tekst = "Elk doel is vervallen. Bespreek met de inwoner hoe het verder gaat."
        return _stap(dossier, EINDE, "Er zijn geen doelen meer: beëindig de ondersteuning", tekst)

    def _leg_grond_vast(self, dossier: Dossier) -> Stap:
        """Ask for the day on which the ground arose first, where the beleid counts from it (Tiel 2025 art. 9 lid 2)."""
        dagen = telwoord(regels_van(dossier).beeindiging_dagen or 0, "dag", "dagen")
        return Stap(
            volgorde=EINDE,
            titel="De doelen zijn klaar: leg vast sinds wanneer",
            tekst=f"Vanaf die dag heeft u {dagen} om de ondersteuning te beëindigen. Nodig de inwoner uit voor een"
            " eindgesprek en maak daarna het besluit.",
            knop="Grond vastleggen",
            url=reverse("eindgrond_nieuw", args=[dossier.nummer]),
            tweede_knop="Meteen beëindigen",
            tweede_url=reverse("beeindigen", args=[dossier.nummer]),
        )


@registreer_stap
class Eindgrondstap:
    """End the support in time after a ground arose: invite, talk, and take the besluit (Tiel 2025 art. 9)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status not in VOOR_EINDGROND or not mag_bewerken(dossier, user):
            return None
        termijn, eindgrond = open_termijn(dossier, BEEINDIGING.code), eindgrond_van(dossier)
        if termijn is None or eindgrond is None:
            return None
        gesprek_url = reverse("eindgesprek", args=[dossier.nummer, eindgrond.pk])
        einde_url = reverse("beeindigen", args=[dossier.nummer])
        if eindgrond.eindgesprek_op is None:
            titel, tekst = self._gesprek(eindgrond)
            eerst, dan = ("Eindgesprek vastleggen", gesprek_url), ("Beëindigen", einde_url)
        else:
            titel = "Beëindig de ondersteuning"
            tekst = f"Het eindgesprek was op {datum(eindgrond.eindgesprek_op)}. Maak nu het besluit."
            eerst, dan = ("Beëindigen", einde_url), ("Eindgesprek bekijken", gesprek_url)
        grond = f"Grond: {eindgrond.grond_tekst.lower()}, sinds {datum(eindgrond.datum)}."
        mag = _mag_beslissen(dossier, user)
        return Stap(
            volgorde=EINDGROND,
            titel=f"{titel}: einde{uiterlijk(termijn, on)}",
            tekst=f"{grond} {tekst}",
            knop=eerst[0],
            url=eerst[1],
            tweede_knop=dan[0] if mag else "",
            tweede_url=dan[1] if mag else "",
            waarom_url=waarom(dossier, termijn),
        )

    def _gesprek(self, eindgrond: Eindgrond) -> tuple[str, str]:
        if eindgrond.uitgenodigd_op is None:
            tekst = "Bespreek hoe het nu gaat op de leefgebieden. Maak daarna het besluit."
            return "Nodig de inwoner uit voor het eindgesprek", tekst
        tekst = f"Uitgenodigd op {datum(eindgrond.uitgenodigd_op)}. Komt de inwoner niet? Maak dan het besluit."
        return "Houd het eindgesprek", tekst


@registreer_stap
class Nazorgstopstap:
    """Stop the nazorg in time after UHT said niet erkend, before the besluit that follows (Tiel 2025 art. 9 lid 3)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.ACCLIMATISATIE or not mag_bewerken(dossier, user):
            return None
        termijn = open_termijn(dossier, NAZORG_STOP.code)
        if termijn is None:
            return None
        mag = _mag_beslissen(dossier, user)
        return Stap(
            volgorde=STOPPEN,
            titel=f"Stop de nazorg{uiterlijk(termijn, on)}",
            tekst="Draag de inwoner warm over aan de gewone hulp, waar dat nodig is. Rond daarna de ondersteuning af.",
            knop="Nazorg stoppen",
            url=reverse("nazorg_stoppen", args=[dossier.nummer]),
            tweede_knop="Afronden" if mag else "",
            tweede_url=reverse("beeindigen", args=[dossier.nummer]) if mag else "",
            waarom_url=waarom(dossier, termijn),
        )


@registreer_stap
class Hervatstap:
    """Ask whether the support goes on, when UHT erkent somebody after all (decision 1111)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not is_toch_erkend(dossier) or not mag_bewerken(dossier, user):
            return None
        return Stap(
            volgorde=HERVATTEN,
            titel="UHT kwam terug op ‘niet erkend’: hervat de ondersteuning",
            tekst=f"De status bij UHT is nu: {dossier.get_uht_status_display().lower()}. De reden om af te ronden is er"
            " niet meer. Bespreek met de inwoner of de ondersteuning verder gaat.",
            knop="Ondersteuning hervatten",
            url=reverse("hervatten", args=[dossier.nummer]),
            tweede_knop="Naar UHT",
            tweede_url=reverse("uht", args=[dossier.nummer]),
        )


@registreer_stap
class Acclimatisatiestap:
    """End the support in time after UHT said niet erkend."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.ACCLIMATISATIE or not _mag_beslissen(dossier, user):
            return None
        termijn = open_termijn(dossier, "acclimatisatie")
        if termijn and staat_klaar(dossier, on):
            tekst = (
                f"Het concept is ingevuld: de grond, de uitleg en wat doorloopt. Controleer het en stel het vast."
                f" Zonder uw besluit eindigt er niets. {gevolg(termijn)}"
            )
            titel = f"Het beëindigingsbesluit staat klaar{uiterlijk(termijn, on)}"
            return _stap(dossier, AFRONDEN, titel, tekst, "Concept controleren", termijn)
        tekst = f"Bereid de inwoner voor en help zo nodig naar de gewone hulp. {gevolg(termijn)}".strip()
        titel = f"Rond de ondersteuning af{uiterlijk(termijn, on)}"
        return _stap(dossier, AFRONDEN, titel, tekst, "Afronden", termijn)


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
                waarom_url=stand.waarom_url if stand.is_om else "",
            )
        termijn = open_termijn(dossier, "nazorg_contact")
        laatste = stand.regels[-1].contact.volgnummer
        return Stap(
            volgorde=NAZORG,
            titel=f"Neem contact op{uiterlijk(termijn, on)}",
            tekst=f"Vraag hoe het gaat. Dit is contact {volgende.contact.volgnummer} van {laatste}.",
            knop="Contact vastleggen",
            url=volgende.url,
            tweede_knop="Nazorg bekijken",
            tweede_url=nazorg_url,
            waarom_url=waarom(dossier, termijn),
        )


@registreer_stap
class Gesloten:
    """Say how a dossier ended, and that the inwoner may come back (Tiel 2025 art. 9 lid 3)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.AFGESLOTEN:
            return None
        einde = next(iter(einden_van(dossier)), None)
        hoe = _hoe_het_eindigt(einde, on) if einde else ""
        return Stap(
            volgorde=GESLOTEN,
            titel="Dit dossier is afgesloten",
            tekst=f"{hoe}De inwoner kan opnieuw contact opnemen zolang de Wet hersteloperatie toeslagen loopt.",
        )


def _opgepakt_zonder_vervolg(dossier: Dossier, plan: PlanVanAanpak) -> date | None:
    """Give the day on which the plan was taken up in the nazorg, while no doel and no besluit was added since."""
    nazorg = nazorg_van(dossier)
    if nazorg is None or nazorg.traject.afsluitreden != afsluitreden_van(HERVAT):
        return None
    op = nazorg.traject.afgesloten_op
    erbij = [doel.toegevoegd_op for doel in plan.doelen.all() if doel.toegevoegd_op]
    erbij += [besluit.vastgesteld_op for besluit in besluiten_van(dossier)]
    return None if op is None or any(moment > op for moment in erbij) else localdate(op)


def _vul_aan(dossier: Dossier, opgepakt: date) -> Stap:
    return Stap(
        volgorde=EINDE,
        titel="Vul het plan aan: het is weer opgepakt",
        tekst=f"Op {datum(opgepakt)} is het plan weer opgepakt. Voeg een doel toe, of stel nieuwe hulp voor. Is er toch"
        " niets nodig? Beëindig de ondersteuning dan opnieuw.",
        knop="Plan openen",
        url=reverse("plan", args=[dossier.nummer]),
        tweede_knop="Beëindigen",
        tweede_url=reverse("beeindigen", args=[dossier.nummer]),
    )


def _hoe_het_eindigt(einde: Beeindiging, on: date) -> str:
    """Say on which day and ground; the letter may be of a day to come (decision 0401)."""
    woord = "eindigde" if einde.datum < on else "eindigt"
    return f"De ondersteuning {woord} op {datum(einde.datum)}: {einde.grond_tekst.lower()}. "


def _mag_beslissen(dossier: Dossier, user: User) -> bool:
    return user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id)


def _stap(
    dossier: Dossier, volgorde: int, titel: str, tekst: str, knop: str = "Beëindigen", termijn: Termijn | None = None
) -> Stap:
    return Stap(
        volgorde=volgorde,
        titel=titel,
        tekst=tekst,
        knop=knop,
        url=reverse("beeindigen", args=[dossier.nummer]),
        tweede_knop="Plan bekijken",
        tweede_url=reverse("plan", args=[dossier.nummer]),
        waarom_url=waarom(dossier, termijn),
    )
