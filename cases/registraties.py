"""What cases itself shows on the pages of a dossier: its cards, its next steps, its side menu and its work actions."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases import (  # noqa: F401  # they register themselves
    aanmeldkaart,
    aanvulstap,
    acuut,
    codeklok,
    contactstappen,
    hardheidspaneel,
    nachtstand,
    panelen,
    stappen,
    uitstelpaneel,
    verificatiepaneel,
    vraagkaart,
    werkmelding,
)
from cases.actions.aanvulklokken import WACHT_OP_AANVULLING, laat_alle_ingaan
from cases.actions.gemeentemelding import meld_gemeenteklokken
from cases.gemeenteklokken import list_kalenderbronnen
from cases.kop import mag_bewerken
from cases.models import (
    Aanvulling,
    Afspraak,
    Betrokkene,
    Contact,
    Document,
    Dossier,
    Driegesprek,
    Gesprek,
    Gezinslid,
    Hardheidsbesluit,
    Hulpvraag,
    Identiteitscontrole,
    Ingebrekestelling,
    Notitie,
    Opschorting,
    Persoon,
    Taak,
    Termijnbericht,
    UhtStatusWijziging,
    Verificatie,
)
from cases.registratie import (
    Zijpunt,
    registreer_documentgebruik,
    registreer_historie,
    registreer_menu,
    registreer_nachtwerk,
    registreer_werkactie,
)
from cases.status import TOE_TE_WIJZEN
from config.weergave import datum

ONDER_DOSSIER = (
    Contact, Verificatie, Gesprek, Hulpvraag, Driegesprek, Document, Identiteitscontrole, Betrokkene, Afspraak, Taak,
    Opschorting, Ingebrekestelling, Aanvulling, Hardheidsbesluit, UhtStatusWijziging,
)  # fmt: skip


@registreer_menu
class Dossiermenu:
    """The overview and its cards, and the history. Higher apps put their pages between them: 10 to 80."""

    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        geteld: Any = dossier
        if not hasattr(dossier, "aantal_contacten"):
            geteld = Dossier.objects.met_aantallen().get(pk=dossier.pk)
        overzicht = dossier.get_absolute_url()
        return [
            Zijpunt(label="Overzicht", url=overzicht, volgorde=0),
            Zijpunt(
                label="Contact",
                url=reverse("contacten", args=[dossier.nummer]),
                volgorde=50,
                aantal=geteld.aantal_contacten,
            ),
            Zijpunt(label="Notities", url=reverse("notities", args=[dossier.nummer]), volgorde=52),
            Zijpunt(
                label="Gesprekken",
                url=reverse("gesprekken", args=[dossier.nummer]),
                volgorde=55,
                aantal=geteld.aantal_gesprekken,
            ),
            Zijpunt(label="UHT", url=reverse("uht", args=[dossier.nummer]), volgorde=58),
            Zijpunt(
                label="Mensen",
                url=reverse("mensen", args=[dossier.nummer]),
                volgorde=60,
                aantal=geteld.aantal_mensen,
            ),
            Zijpunt(
                label="Documenten",
                url=reverse("documenten", args=[dossier.nummer]),
                volgorde=65,
                aantal=geteld.aantal_documenten,
            ),
            *self._wijzigen(dossier, user),
            Zijpunt(label="Geschiedenis", url=reverse("dossier_geschiedenis", args=[dossier.nummer]), volgorde=90),
        ]

    def _wijzigen(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        """Give what can be changed about the dossier itself, for who may."""
        punten = []
        if mag_bewerken(dossier, user):
            url = reverse("persoon_wijzigen", args=[dossier.nummer])
            punten.append(Zijpunt(label="Gegevens wijzigen", url=url, volgorde=66))
            url = reverse("herstellen", args=[dossier.nummer])
            punten.append(Zijpunt(label="Herstellen", url=url, volgorde=69))
        if dossier.is_open and not dossier.acuut and mag_bewerken(dossier, user):
            url = reverse("acuut_melden", args=[dossier.nummer])
            punten.append(Zijpunt(label="Acuut melden", url=url, volgorde=68))
        if dossier.status in TOE_TE_WIJZEN and user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id):
            url = reverse("toewijzen", args=[dossier.nummer])
            punten.append(Zijpunt(label="Toewijzen", url=url, volgorde=67))
            if dossier.is_open and not dossier.voorrang_reden:
                url = reverse("voorrang_geven", args=[dossier.nummer])
                punten.append(Zijpunt(label="Voorrang geven", url=url, volgorde=69))
        return punten


@registreer_documentgebruik
class Dossierstukken:
    """A document that shows who somebody is, the letters about a termijn, and the one of the inwoner about it."""

    def gebruik(self, document: Document) -> list[str]:
        controles = Identiteitscontrole.objects.geldig().filter(document=document)
        berichten = Termijnbericht.objects.filter(document=document)
        uitstel = Opschorting.objects.geldig().filter(document=document)
        ingebreke = Ingebrekestelling.objects.geldig().filter(document=document)
        aanvulling = Aanvulling.objects.geldig().filter(document=document)
        return [
            *(f"de identiteitscontrole van {datum(controle.datum)}" for controle in controles),
            *(f"het bericht aan de inwoner van {datum(bericht.datum)}" for bericht in berichten),
            *(f"de {rij.get_soort_display().lower()} van {datum(rij.van)}" for rij in uitstel),
            *(f"de ingebrekestelling van {datum(rij.ontvangen_op)}" for rij in ingebreke),
            *(f"de brief om aan te vullen van {datum(rij.gevraagd_op)}" for rij in aanvulling),
        ]


@registreer_historie
class Dossierhistorie:
    """The dossier itself, the persoon, and what a consulent writes under it."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Dossier.history.filter(id=dossier.pk),
            Persoon.history.filter(id=dossier.persoon_id),
            Gezinslid.history.filter(gezin=dossier.gezin_id),
            *(model.history.filter(dossier=dossier.pk) for model in ONDER_DOSSIER),
            self._notities(dossier),
        ]

    def _notities(self, dossier: Dossier) -> QuerySet[Any, Any]:
        """Give the versions of the notes that were never restricted: nobody reads the others here, whoever looks.

        Also not one that was restricted in another dossier, before or after a merge.
        """
        versies = Notitie.history.filter(dossier=dossier.pk)
        beperkt = Notitie.history.filter(id__in=versies.values("id"), is_beperkt=True)
        return versies.exclude(id__in=beperkt.values("id"))


@registreer_nachtwerk
class Gemeentemeldingen:
    """Warn of the clocks of the gemeente as a whole, and tell what passed; of those that run from the calendar."""

    nodig = "true"

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return meld_gemeenteklokken(gemeente=gemeente, dag=dag, at=at, bronnen=list_kalenderbronnen())


@registreer_nachtwerk
class Aanvulnacht:
    """The four weeks to leave an aanvraag buiten behandeling run when the time to complete it has passed."""

    nodig = WACHT_OP_AANVULLING

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        return laat_alle_ingaan(gemeente=gemeente, dag=dag)


registreer_werkactie("eerste_contact", "Contact vastleggen", "contact_nieuw")
registreer_werkactie("eerste_gesprek", "Gesprek vastleggen", "eerste_gesprek")
registreer_werkactie("eerste_gesprek_na_contact", "Gesprek vastleggen", "eerste_gesprek")
registreer_werkactie("uht_antwoord", "Antwoord vastleggen", "uht")
registreer_werkactie("spoed_verificatie", "Antwoord vastleggen", "uht")
