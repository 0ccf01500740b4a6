"""The next step that cases sees in a dossier: from the assignment to the eerste gesprek."""

from datetime import date

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.keuzes import Doelgroep, VerificatieAntwoord
from cases.klokken import waarom_url
from cases.kop import mag_bewerken
from cases.models import Dossier, DossierIntrekking, Termijn, Verificatie
from cases.register import regel as zoek_regel
from cases.registratie import Stap, registreer_stap
from cases.status import Status
from config.weergave import datum, datum_lang, periode

# The lowest number wins. A higher app gives its own steps a number from 100 on.
INGETROKKEN, OVERLEDEN = 1, 5
TOEWIJZEN, GEEN_RECHT, ACUUT, EERSTE_CONTACT, VERIFICATIE, EERSTE_GESPREK = 10, 10, 15, 20, 30, 40


def open_termijn(dossier: Dossier, *regels: str) -> Termijn | None:
    """Give the clock of these rules that ends first and is not met, from the clocks the page has fetched already."""
    return next((t for t in dossier.termijnen.all() if t.regel in regels and t.status in ("lopend", "te_laat")), None)


def uiterlijk(termijn: Termijn | None, on: date) -> str:
    """Say before which day, or how long ago that was: ' uiterlijk dinsdag 28 april 2026'. Nothing without a clock."""
    if termijn is None:
        return ""
    if termijn.uiterste_datum < on:
        return f", dit is {periode(termijn.uiterste_datum, on)} te laat"
    return f" uiterlijk {datum_lang(termijn.uiterste_datum)}"


def waarom(dossier: Dossier, termijn: Termijn | None) -> str:
    """Give the page that says why the day of a step is what it is; nothing without a clock."""
    return waarom_url(dossier.nummer, termijn) if termijn else ""


def gevolg(termijn: Termijn | None) -> str:
    return zoek_regel(termijn.regel).gevolg if termijn else ""


@registreer_stap
class Ingetrokken:
    """Say why a dossier is out of use, and where to go on."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.INGETROKKEN:
            return None
        intrekking, verder = DossierIntrekking.objects.get(dossier=dossier), dossier.gaat_verder_in
        op = f"{datum(intrekking.ingetrokken_op)}. Reden: {intrekking.reden.rstrip('.')}."
        if verder is not None:
            return Stap(
                volgorde=INGETROKKEN,
                titel=f"Werk verder in dossier {verder.nummer}",
                tekst=f"Dit dossier is daarmee samengevoegd op {op}",
                knop=f"Naar {verder.nummer}",
                url=verder.get_absolute_url(),
            )
        return Stap(volgorde=INGETROKKEN, titel="Dit dossier is ingetrokken", tekst=f"Ingetrokken op {op}")


@registreer_stap
class Overleden:
    """Say what to do now: the right of the gezin does not end by the death of an aangemelde ouder (VNG 2025 §4.6)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        overleden = dossier.persoon.datum_overlijden
        if overleden is None or not dossier.is_open or not mag_bewerken(dossier, user):
            return None
        return Stap(
            volgorde=OVERLEDEN,
            titel="Bespreek met het gezin wat er nu nodig is",
            tekst=f"{dossier.persoon.naam} is overleden op {datum(overleden)}. {self._recht(dossier)}"
            " Meld een partner of kind aan in een eigen dossier. Vraag of er hulp nodig is van een notaris of executeur"
            " bij de nalatenschap (handreiking VNG 2025, paragraaf 4.6).",
            knop="Contact met het gezin vastleggen",
            url=reverse("contact_nieuw", args=[dossier.nummer]),
        )

    def _recht(self, dossier: Dossier) -> str:
        """The handreiking says it of the gezin of an aangemelde ouder only."""
        if dossier.doelgroep == Doelgroep.AANVRAGER:
            return "Het gezin houdt recht op ondersteuning."
        return "Vraag bij UHT na welk recht het gezin heeft."


@registreer_stap
class GeenRecht:
    """Explain why nothing can be done; UHT decides, not the gemeente (Wht art. 2.21 lid 6)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.GEEN_RECHT:
            return None
        return Stap(
            volgorde=GEEN_RECHT,
            titel="Geen recht op brede ondersteuning",
            tekst=f"De status bij UHT is: {dossier.get_uht_status_display().lower()}. Daarom lopen er geen termijnen."
            " Meldt UHT later een andere status? Dan opent dit dossier vanzelf.",
        )


@registreer_stap
class Toewijzen:
    """Ask the coördinator for a casusregisseur, and tell others that one is still to come."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.casusregisseur_id is not None or not dossier.is_open:
            return None
        if user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id):
            return Stap(
                volgorde=TOEWIJZEN,
                titel="Wijs een casusregisseur toe",
                tekst="Zolang niemand dit dossier heeft, staat het bij niemand op de lijst van vandaag.",
                knop="Toewijzen",
                url=reverse("toewijzen", args=[dossier.nummer]),
            )
        return Stap(
            volgorde=EERSTE_GESPREK + 50,
            titel="Nog geen casusregisseur",
            tekst="Een coördinator wijst dit dossier nog toe.",
        )


@registreer_stap
class AcuutEersteGesprek:
    """Hold the eerste gesprek at once when something threatens; the plan that follows is of planvanaanpak."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        voor_gesprek = dossier.status in (Status.AANMELDING, Status.EERSTE_GESPREK)
        if not dossier.acuut or not voor_gesprek or not mag_bewerken(dossier, user):
            return None
        return Stap(
            volgorde=ACUUT,
            titel="Acuut: houd nu het eerste gesprek",
            tekst=f"Er is een bedreigende situatie: {dossier.get_acuut_display().lower()}. Stel de hulpvragen vast en"
            f" maak daarna direct een eerste plan.{self._verificatie(dossier)}",
            knop="Eerste gesprek vastleggen",
            url=reverse("eerste_gesprek", args=[dossier.nummer]),
            tweede_knop="Contact vastleggen",
            tweede_url=reverse("contact_nieuw", args=[dossier.nummer]),
        )

    def _verificatie(self, dossier: Dossier) -> str:
        """Point to the quickest verificatie, by telephone (VNG handreiking 2025 §4.1)."""
        nog_niet = dossier.status == Status.AANMELDING
        return " Hoort deze persoon bij de doelgroep? Bel het Serviceteam van UHT." if nog_niet else ""


@registreer_stap
class NaarEersteGesprek:
    """Lead from the first contact over the verificatie to the eerste gesprek."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        if dossier.status == Status.EERSTE_GESPREK:
            return self._gesprek(dossier, on)
        if dossier.status != Status.AANMELDING:
            return None
        return self._verificatie(dossier, on) if dossier.datum_eerste_contact else self._contact(dossier, on)

    def _contact(self, dossier: Dossier, on: date) -> Stap:
        termijn = open_termijn(dossier, "eerste_contact")
        return Stap(
            volgorde=EERSTE_CONTACT,
            titel=f"Neem contact op{uiterlijk(termijn, on)}",
            tekst=f"Vertel wat brede ondersteuning is en maak een afspraak. {gevolg(termijn)}".strip(),
            knop="Contact vastleggen",
            url=reverse("contact_nieuw", args=[dossier.nummer]),
            tweede_knop="Verificatie vastleggen",
            tweede_url=reverse("verificatie_nieuw", args=[dossier.nummer]),
            waarom_url=waarom(dossier, termijn),
        )

    def _verificatie(self, dossier: Dossier, on: date) -> Stap:
        laatste = dossier.verificaties.geldig().first()
        if laatste is not None and not laatste.antwoord:
            return self._wachten(dossier, laatste, on)
        if laatste is not None and laatste.antwoord == VerificatieAntwoord.NIET_BEVESTIGD:
            titel = "UHT bevestigt deze aanmelding niet"
            tekst = "Vraag na waarom. Zonder bevestiging begint de ondersteuning niet."
        else:
            titel = "Vraag bij UHT na of deze persoon bij de doelgroep hoort"
            tekst = "Na de eerste bevestiging loopt de termijn tot het eerste gesprek vanaf het antwoord."
        return Stap(
            volgorde=VERIFICATIE,
            titel=titel,
            tekst=tekst,
            knop="Verificatie vastleggen",
            url=reverse("verificatie_nieuw", args=[dossier.nummer]),
            tweede_knop="Eerste gesprek vastleggen",
            tweede_url=reverse("eerste_gesprek", args=[dossier.nummer]),
        )

    def _wachten(self, dossier: Dossier, vraag: Verificatie, on: date) -> Stap:
        """Say that UHT still has to answer, and until when; once that is past, what to do about it."""
        termijn = open_termijn(dossier, "uht_antwoord", "spoed_verificatie")
        is_laat = termijn is not None and termijn.uiterste_datum < on
        haast = ", met spoed" if vraag.spoed else ""
        gevraagd = f"Gevraagd op {datum(vraag.datum_gevraagd)}, {vraag.get_kanaal_display().lower()}{haast}."
        wat = gevolg(termijn) if is_laat else "Komt het antwoord? Leg het dan vast."
        return Stap(
            volgorde=VERIFICATIE,
            titel=f"Wacht op het antwoord van UHT{uiterlijk(termijn, on)}",
            tekst=f"{gevraagd} {wat}",
            knop="Antwoord vastleggen",
            url=reverse("verificatie_antwoord", args=[dossier.nummer, vraag.pk]),
            tweede_knop="Eerste gesprek vastleggen",
            tweede_url=reverse("eerste_gesprek", args=[dossier.nummer]),
            waarom_url=waarom(dossier, termijn),
        )

    def _gesprek(self, dossier: Dossier, on: date) -> Stap:
        termijn = open_termijn(dossier, "eerste_gesprek_na_contact", "eerste_gesprek")
        return Stap(
            volgorde=EERSTE_GESPREK,
            titel=f"Houd het eerste gesprek{uiterlijk(termijn, on)}",
            tekst="In dit gesprek stelt u de hulpvragen vast. Vanaf die dag lopen de termijnen voor plan en besluiten.",
            knop="Gesprek vastleggen",
            url=reverse("eerste_gesprek", args=[dossier.nummer]),
            tweede_knop="Contact vastleggen",
            tweede_url=reverse("contact_nieuw", args=[dossier.nummer]),
            waarom_url=waarom(dossier, termijn),
        )
