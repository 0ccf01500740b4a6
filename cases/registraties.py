"""What cases itself shows on the pages of a dossier: its cards, its next steps, its side menu and its work actions."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from cases import panelen, stappen  # noqa: F401  # the cards and the steps register themselves
from cases.models import Contact, Document, Dossier, Driegesprek, Gesprek, Hulpvraag, Persoon, Verificatie
from cases.registratie import Zijpunt, registreer_historie, registreer_menu, registreer_werkactie

ONDER_DOSSIER = (Contact, Verificatie, Gesprek, Hulpvraag, Driegesprek, Document)


@registreer_menu
class Dossiermenu:
    """The overview and its cards, and the history. Higher apps put their pages between them: 10 to 80."""

    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        aantal = _aantallen(dossier)
        overzicht = dossier.get_absolute_url()
        return [
            Zijpunt(label="Overzicht", url=overzicht, volgorde=0),
            Zijpunt(label="Contact", url=f"{overzicht}#contact", volgorde=50, aantal=aantal["aantal_contacten"]),
            Zijpunt(label="Gesprekken", url=f"{overzicht}#gesprekken", volgorde=55, aantal=aantal["aantal_gesprekken"]),
            Zijpunt(label="Gezin", url=f"{overzicht}#gezin", volgorde=60, aantal=aantal["aantal_gezin"]),
            Zijpunt(label="Documenten", url=f"{overzicht}#documenten", volgorde=65, aantal=aantal["aantal_documenten"]),
            Zijpunt(label="Geschiedenis", url=reverse("dossier_geschiedenis", args=[dossier.nummer]), volgorde=90),
        ]


def _aantallen(dossier: Dossier) -> dict[str, int]:
    """Count what the menu shows, in one query; the driegesprekken stand with the gesprekken."""
    gezin = Dossier.objects.filter(gezin=OuterRef("gezin")).exclude(pk=OuterRef("pk")).values("gezin")
    aantal: dict[str, int] = (
        Dossier.objects.filter(pk=dossier.pk)
        .values(
            aantal_contacten=_telling(Contact.objects.filter(dossier=OuterRef("pk")).values("dossier")),
            aantal_gesprekken=_telling(Gesprek.objects.filter(dossier=OuterRef("pk")).values("dossier"))
            + _telling(Driegesprek.objects.filter(dossier=OuterRef("pk")).values("dossier")),
            aantal_gezin=_telling(gezin),
            aantal_documenten=_telling(Document.objects.filter(dossier=OuterRef("pk")).values("dossier")),
        )
        .get()
    )
    return aantal


def _telling(per_dossier: QuerySet[Any, Any]) -> Coalesce:
    """Count rows in a subquery of their own, so that counts of several tables do not multiply each other."""
    return Coalesce(Subquery(per_dossier.order_by().annotate(aantal=Count("pk")).values("aantal")), 0)


@registreer_historie
class Dossierhistorie:
    """The dossier itself, the persoon, and what a consulent writes under it."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Dossier.history.filter(id=dossier.pk),
            Persoon.history.filter(id=dossier.persoon_id),
            *(model.history.filter(dossier=dossier.pk) for model in ONDER_DOSSIER),
        ]


registreer_werkactie("eerste_contact", "Contact vastleggen", "contact_nieuw")
registreer_werkactie("eerste_gesprek", "Gesprek vastleggen", "eerste_gesprek")
registreer_werkactie("eerste_gesprek_na_contact", "Gesprek vastleggen", "eerste_gesprek")
