"""What a consulent hears of UHT about the status of somebody, and the half-yearly verificatiecode."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from accounts.models import Gemeente, User
from cases.actions.aanmelden import uht_status_vastleggen
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.doelgroepen import EERSTE_DAG_UHT, VOOR_UHT
from cases.keuzes import Doelgroep, UhtStatus
from cases.models import Dossier, UhtStatusWijziging, Verificatiecode
from cases.uhtstand import huidige, is_van_later
from cases.verificatiecodes import komende
from config.weergave import datum as datumtekst


@transaction.atomic
def uht_status_melden(
    *,
    dossier: Dossier,
    status: UhtStatus,
    datum_feit: date,
    datum_gemeld: date,
    bron: str,
    by: User,
    at: datetime,
    on: date,
) -> Dossier:
    """Record by hand a status of UHT. An older one than is known is added to the history and changes nothing else.

    Niet erkend of an open dossier is refused: that starts the acclimatisatie, which has a page of its own.
    """
    dossier = vergrendel(dossier)
    if status == UhtStatus.NIET_ERKEND and dossier.is_open:
        raise ActieFout("Leg 'niet erkend' vast op de pagina Niet erkend. Dan begint ook de acclimatisatie.")
    keur_status(dossier, status, datum_feit, datum_gemeld, on)
    laatste = huidige(dossier.uht_wijzigingen.all())
    if laatste is not None and is_van_later(laatste, datum_feit):
        return _eerdere_status(dossier, status, datum_feit, datum_gemeld, bron, by, at)
    if status == (laatste.status if laatste else dossier.uht_status):
        raise AlBekend(dossier, laatste)
    return uht_status_vastleggen(
        dossier=dossier,
        status=status,
        datum_feit=datum_feit,
        datum_gemeld=datum_gemeld,
        bron=bron,
        by=by,
        at=at,
        on=on,
    )


class AlBekend(ActieFout):
    """The status is known already; a day that is wrong is corrected."""

    def __init__(self, dossier: Dossier, rij: UhtStatusWijziging | None) -> None:
        status = rij.get_status_display() if rij else dossier.get_uht_status_display()
        sinds = f", vanaf {datumtekst(rij.datum_feit)}" if rij and rij.datum_feit else ""
        dag = "Klopt die dag niet?" if sinds else "Weet u nu vanaf welke dag?"
        super().__init__(f"De status bij UHT is al: {status.lower()}{sinds}. {dag} Verbeter dan wat er staat.")
        if rij:
            self.url, self.url_tekst = reverse("uht_status_wijzigen", args=[dossier.nummer, rij.pk]), "Verbeteren"


def keur_status(dossier: Dossier, status: str, datum_feit: date | None, datum_gemeld: date, on: date) -> None:
    """Refuse a status that this doelgroep does not have, and days that can't be."""
    is_kind = dossier.doelgroep == Doelgroep.KIND
    if status == UhtStatus.RECHT_KINDREGELING and not is_kind:
        raise ActieFout("Recht op de kindregeling heeft alleen een kind. Dit dossier is van een andere doelgroep.")
    if status == UhtStatus.ERKEND and is_kind:
        raise ActieFout("Een kind wordt niet erkend. Kies 'recht op kindregeling'.")
    if datum_gemeld > on:
        raise ActieFout("De dag waarop u het hoorde kan niet in de toekomst liggen.")
    if datum_feit is not None and datum_feit < EERSTE_DAG_UHT:
        raise ActieFout(VOOR_UHT)
    if datum_feit is not None and datum_feit > datum_gemeld:
        raise ActieFout("De status kan niet ingaan ná de dag waarop u het hoorde. Controleer de twee datums.")


def _eerdere_status(
    dossier: Dossier, status: UhtStatus, datum_feit: date, datum_gemeld: date, bron: str, by: User, at: datetime
) -> Dossier:
    gemeld = {"status": status, "datum_feit": datum_feit, "datum_gemeld": datum_gemeld, "bron": bron}
    bewaar(UhtStatusWijziging(dossier=dossier, **gemeld, door=by), by=by, reden=bron)
    tekst = f"Eerdere UHT-status toegevoegd: {status.label.lower()} per {datumtekst(datum_feit)}."
    log(dossier, "uht_status", tekst, by=by, at=at, bron=bron)
    return dossier


@transaction.atomic
def verificatiecode_ophalen(*, gemeente: Gemeente, by: User, at: datetime, on: date) -> Verificatiecode:
    """Note that the code of this half-year was fetched from the portal; the code itself is kept nowhere.

    Raises ActieFout when somebody noted it already.
    """
    gemeente = Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    vanaf = komende(on)
    bekend = Verificatiecode.objects.filter(gemeente=gemeente, geldig_vanaf=vanaf).select_related("opgehaald_door")
    if eerder := bekend.first():
        wie, wanneer = eerder.opgehaald_door.naam, datumtekst(eerder.opgehaald_op)
        raise ActieFout(f"De code die geldt vanaf {datumtekst(vanaf)} is al opgehaald door {wie} op {wanneer}.")
    return Verificatiecode.objects.create(gemeente=gemeente, geldig_vanaf=vanaf, opgehaald_op=at, opgehaald_door=by)
