"""What planvanaanpak shows on the pages of a dossier: its cards, side menu, history and work actions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.kop import mag_bewerken
from cases.models import Document, Dossier
from cases.panelen import Regel
from cases.registratie import (
    Zijpunt,
    registreer_binding,
    registreer_documentgebruik,
    registreer_historie,
    registreer_menu,
    registreer_paneel,
    registreer_werkactie,
)
from cases.zoekbron import registreer_nummer
from cases.zoekvraag import Zoeksoort
from config.weergave import datum
from planvanaanpak import (  # noqa: F401  # these register themselves
    besluitkaart,
    bevestigkaart,
    bezwaarkaart,
    commissiekaart,
    goedkeurkaart,
    plandagen,
    stappen,
    waarschuwingen,
)
from planvanaanpak.actions.afwijzing import MET_AANVRAAG
from planvanaanpak.models import (
    Akkoord,
    Besluit,
    Doel,
    Doelstap,
    Goedkeuring,
    Planfase,
    Planleefgebied,
    PlanVanAanpak,
    Saneringskrediet,
    Vergelijking,
    Verstrekking,
    Voorziening,
)
from planvanaanpak.planbron import besluiten_van, ingetrokken_met, is_open, kan_aanvullen, plan_van
from planvanaanpak.vervalbron import gold, telt, verval_van

IN_BEELD = 3


def dossier_van_besluit(nummer: str) -> QuerySet[Any, Any]:
    """Give the dossier of a besluit by the number that stands on its letter."""
    return Besluit.objects.filter(nummer=nummer).values("dossier")


registreer_nummer(Zoeksoort.BESLUITNUMMER, dossier_van_besluit)


@registreer_menu
class Planmenu:
    """The plan, and the besluiten on the overview."""

    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        punten = [
            Zijpunt(label="Plan van aanpak", url=reverse("plan", args=[dossier.nummer]), volgorde=10),
            Zijpunt(label="Toegekend", url=reverse("toegekend", args=[dossier.nummer]), volgorde=15),
        ]
        besluiten = besluiten_van(dossier)
        if _toont_besluiten(dossier, besluiten):
            kaart = f"{dossier.get_absolute_url()}#besluiten"
            punten.append(Zijpunt(label="Besluiten", url=kaart, volgorde=20, aantal=len(besluiten)))
        return punten


def _toont_besluiten(dossier: Dossier, besluiten: list[Besluit]) -> bool:
    """Say whether the overview has the card of besluiten: before the plan there are none."""
    return bool(besluiten) or dossier.datum_eerste_gesprek is not None


@registreer_paneel
class Voorzieningen:
    """What is proposed, granted and refused."""

    volgorde = 20
    template = "planvanaanpak/_paneel_voorzieningen.html"
    breed = True

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show before the plan has a voorziening."""
        plan = plan_van(dossier, "voorzieningen")
        voorzieningen = list(plan.voorzieningen.all()) if plan else []
        if not voorzieningen:
            return {}
        prefetch_related_objects([v for v in voorzieningen if verval_van(v)], "verstrekkingen")
        toegekend = [telt(v, on) for v in voorzieningen if gold(v)]
        return {
            "nummer": dossier.nummer,
            "voorzieningen": voorzieningen,
            "toegekend": sum(toegekend) if toegekend else None,
            "actie": _actie(dossier, user),
            "plan_url": reverse("plan", args=[dossier.nummer]),
        }


def _actie(dossier: Dossier, user: User) -> str:
    open_voor_voorstel = is_open(dossier) or kan_aanvullen(dossier)
    return "Voorziening voorstellen" if open_voor_voorstel and mag_bewerken(dossier, user) else ""


@registreer_paneel
class Besluiten:
    volgorde = 40
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the besluiten, the latest on top."""
        besluiten = besluiten_van(dossier)
        if not _toont_besluiten(dossier, besluiten):
            return {}
        terug = ingetrokken_met(besluiten)
        regels = [self._regel(besluit, terug.get(besluit.pk)) for besluit in besluiten]
        return {
            "id": "besluiten",
            "titel": "Besluiten",
            "regels": regels[:IN_BEELD],
            "meer": regels[IN_BEELD:],
            "leeg": "Er is nog geen besluit genomen.",
            "acties": self._acties(dossier, user, on),
        }

    def _acties(self, dossier: Dossier, user: User, on: date) -> list[tuple[str, str]]:
        """Refuse the aanvraag without a plan or leave it aside, while it is there to decide on; and how letters go."""
        post = ("Elektronische post", reverse("toestemmingen", args=[dossier.nummer]))
        mag = user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id)
        if not mag or dossier.status not in MET_AANVRAAG:
            return [post]
        acties = [post, ("Aanvraag afwijzen", reverse("aanvraag_afwijzen", args=[dossier.nummer]))]
        if kan := besluitkaart.kan_buiten(dossier, on):
            url = reverse("buiten_behandeling", args=[dossier.nummer, kan[0].pk])
            acties.append(("Buiten behandeling laten", url))
        return acties

    def _regel(self, besluit: Besluit, terug: Besluit | None) -> Regel:
        verzonden = besluit.verzonden_op
        gegaan = (
            f"verstuurd op {datum(verzonden)}" if verzonden else f"brief van {datum(besluit.datum)}, nog niet verstuurd"
        )
        if terug is not None:
            gegaan = f"{gegaan}, ingetrokken met {terug.nummer}"
        elif besluit.komt_terug:  # type: ignore[attr-defined]
            gegaan = f"{gegaan}, kwam terug"
        titel = f"{besluit.get_soort_display()} {besluit.nummer}"
        return Regel(icoon="besluit", titel=titel, onder=gegaan, url=besluit.get_absolute_url())


@registreer_binding
class HeeftPlan:
    wat = "een plan van aanpak"
    is_definitief = False

    def heeft(self, dossier: Dossier) -> bool:
        return PlanVanAanpak.objects.filter(dossier=dossier).exists()


@registreer_binding
class HeeftBesluit:
    wat = "een besluit"
    is_definitief = True

    def heeft(self, dossier: Dossier) -> bool:
        return Besluit.objects.filter(dossier=dossier).exists()


@registreer_binding
class WachtOpGoedkeuring:
    wat = "een besluit dat wacht op goedkeuring"
    is_definitief = False

    def heeft(self, dossier: Dossier) -> bool:
        return Goedkeuring.objects.filter(dossier=dossier).wacht().exists()


@registreer_documentgebruik
class Akkoordbewijs:
    def gebruik(self, document: Document) -> list[str]:
        akkoorden = Akkoord.objects.filter(bewijs=document)
        return [f"het akkoord met het plan van {datum(akkoord.datum)}" for akkoord in akkoorden]


@registreer_historie
class Planhistorie:
    """The plan, what it says per leefgebied, its doelen with their steps, fasen, voorzieningen, and the akkoord."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        onder_plan = (Planleefgebied, Doel, Planfase, Voorziening, Akkoord)
        onder_voorziening = (Vergelijking, Saneringskrediet, Verstrekking)
        eigen = Voorziening.history.filter(plan__dossier=dossier.pk).values("id")
        return [
            PlanVanAanpak.history.filter(dossier=dossier.pk),
            *(model.history.filter(plan__dossier=dossier.pk) for model in onder_plan),
            *(model.history.filter(voorziening_id__in=eigen) for model in onder_voorziening),
            Doelstap.history.filter(doel__plan__dossier=dossier.pk),
        ]


registreer_werkactie("plan_van_aanpak", "Plan afmaken", "plan")
registreer_werkactie("materiele_verstrekking", "Plan openen", "plan")
registreer_werkactie("besluiten", "Plan openen", "plan")
registreer_werkactie("bezwaar", "Besluiten bekijken", "dossier")
