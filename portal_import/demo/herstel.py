"""Put some things right in the demo: a contact that was not there, a death, a dossier made by mistake.

And leave some to be looked at: what UHT said of a person, and an address that may be in another gemeente.
"""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.aanmelden import controlepunt_maken, uht_status_vastleggen
from cases.actions.intrekken import dossier_intrekken
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.verbeteren import contact_intrekken
from cases.keuzes import UhtStatus
from cases.models import Contact, Controlepunt, Dossier
from cases.status import Status
from portal_import.demo.levering import moment

# A small gemeente keeps what it has: there each dossier shows something else.
VANAF = 20


def herstel(gemeente: Gemeente, on: date) -> None:
    """Choose the newest dossier for each, so that the same seed gives the same demo."""
    dossiers = Dossier.objects.filter(gemeente=gemeente).order_by("-pk")
    if dossiers.count() < VANAF:
        return
    by = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk")[0]
    wie_wanneer = {"by": by, "at": moment(on, 9)}
    nieuw = dossiers.filter(status=Status.AANMELDING, casusregisseur__isnull=True)
    if dossier := nieuw.first():
        dossier_intrekken(dossier=dossier, reden="Deze persoon woont in een andere gemeente.", **wie_wanneer)
    in_plan = dossiers.filter(status=Status.PLAN_VAN_AANPAK, contacten__isnull=False)
    if dossier := in_plan.first():
        overlijden_vastleggen(dossier=dossier, datum=on, bron="de partner", on=on, **wie_wanneer)
    poging = Contact.objects.geldig().filter(dossier__in=dossiers.filter(status=Status.AANMELDING)).order_by("-pk")
    if contact := poging.select_related("dossier").first():
        contact_intrekken(contact=contact, reden="Dit telefoontje was voor een ander dossier.", on=on, **wie_wanneer)


def laat_nakijken(gemeente: Gemeente, on: date) -> None:
    """Leave a question of UHT to a casusregisseur, and a doubt about an address to the coördinator."""
    dossiers = Dossier.objects.filter(gemeente=gemeente).order_by("-pk")
    if dossiers.count() < VANAF:
        return
    by = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk")[0]
    if dossier := dossiers.filter(status=Status.UITVOERING, uht_status=UhtStatus.ERKEND).first():
        uht_status_vastleggen(
            dossier=dossier,
            status=UhtStatus.ZELF_AFGEMELD,
            datum_feit=on - timedelta(days=9),
            datum_gemeld=on - timedelta(days=2),
            bron="gegevensportaal",
            by=by,
            at=moment(on - timedelta(days=2), 9),
            on=on - timedelta(days=2),
        )
    if dossier := dossiers.filter(status=Status.AANMELDING, casusregisseur__isnull=True).first():
        tekst = "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont."
        controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.WOONPLAATS, tekst=tekst)
