"""Plan a gesprek, change it, cancel it, or note that it was held; its taken keep in step."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.actions.pogingen import volg_pogingen
from cases.keuzes import AfspraakSoort, AfspraakStatus, TaakSoort
from cases.models import Afspraak, Dossier, Gesprek, Taak
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status
from config.weergave import datum as datumtekst
from config.weergave import uren_minuten

VELDEN = ("datum", "tijd", "kanaal", "plaats", "met", "toelichting", "herinneren_op")


@transaction.atomic
def afspraak_plannen(
    *, dossier: Dossier, soort: AfspraakSoort, gegevens: Mapping[str, Any], by: User, at: datetime, on: date
) -> Afspraak:
    """Plan a gesprek, with a taak on its day and one on the day of the reminder.

    Raises ActieFout for a day that has passed, for a second eerste gesprek, and with somebody who died.
    """
    dossier = vergrendel(dossier)
    eis_planbaar(dossier)
    afspraak = Afspraak(dossier=dossier, soort=soort, door=by, **gegevens)
    if eerder := eerder_verzonden(afspraak, at=at):
        return eerder
    if soort == AfspraakSoort.EERSTE_GESPREK:
        _eis_een_eerste_gesprek(dossier)
    eis_dagen(afspraak.datum, afspraak.herinneren_op, on)
    bewaar(afspraak, by=by)
    _stem_taken_af(afspraak, dossier, by=by)
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Afspraak gepland: {afspraak.get_soort_display().lower()} op {datumtekst(afspraak.datum)}."
    log(dossier, "afspraak", tekst, by=by, at=at, afspraak=afspraak.pk)
    return afspraak


@transaction.atomic
def afspraak_wijzigen(
    *, afspraak: Afspraak, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Afspraak:
    """Change a planned gesprek; its taken move along. Raises ActieFout when it is not planned any more."""
    dossier = vergrendel(afspraak.dossier)
    eis_status(dossier, OPEN, "De afspraak wijzigen")
    afspraak = _gepland(afspraak)
    for veld in set(wijzigingen) & set(VELDEN):
        setattr(afspraak, veld, wijzigingen[veld])
    eis_dagen(afspraak.datum, afspraak.herinneren_op, on, gewijzigd=frozenset(wijzigingen))
    bewaar(afspraak, by=by, velden=sorted(wijzigingen), reden=reden)
    _stem_taken_af(afspraak, dossier, by=by)
    verzet = f" naar {datumtekst(afspraak.datum)}" if "datum" in wijzigingen else ""
    tekst = f"Afspraak {'verzet' if verzet else 'gewijzigd'}: {afspraak.get_soort_display().lower()}{verzet}."
    log(dossier, "afspraak", tekst, by=by, at=at, reden=reden, afspraak=afspraak.pk)
    return afspraak


@transaction.atomic
def afspraak_afzeggen(*, afspraak: Afspraak, reden: str, by: User, at: datetime) -> Afspraak:
    """Cancel a planned gesprek with the reason; its open taken lapse. In every status: a closed dossier needs none."""
    dossier = vergrendel(afspraak.dossier)
    afspraak = _gepland(afspraak)
    afspraak.status = AfspraakStatus.AFGEZEGD
    bewaar(afspraak, by=by, velden=["status"], reden=reden)
    _stem_taken_af(afspraak, dossier, by=by)
    volg_pogingen(dossier, by=by, on=localdate(at))
    tekst = f"Afspraak afgezegd: {afspraak.get_soort_display().lower()} van {datumtekst(afspraak.datum)}."
    log(dossier, "afspraak", tekst, by=by, at=at, reden=reden, afspraak=afspraak.pk)
    return afspraak


@transaction.atomic
def afspraak_gehouden(*, afspraak: Afspraak, gesprek: Gesprek | None, by: User, at: datetime, on: date) -> Afspraak:
    """Note that a planned gesprek was held, with the gesprek that was recorded of it if there is one."""
    dossier = vergrendel(afspraak.dossier)
    afspraak = _gepland(afspraak)
    if gesprek is not None and Afspraak.objects.filter(gesprek=gesprek).exists():
        raise ActieFout("Dit gesprek hoort al bij een andere afspraak.")
    if afspraak.datum > on:
        raise ActieFout(
            f"Deze afspraak is pas op {datumtekst(afspraak.datum)}. Was het gesprek eerder? Verzet de afspraak eerst."
        )
    houd_afspraak(afspraak, gesprek=gesprek, by=by, at=at)
    tekst = f"Afspraak gehouden: {afspraak.get_soort_display().lower()} van {datumtekst(afspraak.datum)}."
    log(dossier, "afspraak", tekst, by=by, at=at, afspraak=afspraak.pk)
    return afspraak


def eis_planbaar(dossier: Dossier) -> None:
    """Refuse to plan a gesprek in a dossier that does not run, or with whoever died; the page asks the same."""
    eis_status(dossier, OPEN, "Een afspraak plannen")
    overleden = dossier.persoon.datum_overlijden
    if overleden is not None:
        fout = ActieFout(
            f"Een gesprek plannen kan niet: {dossier.persoon.naam} is overleden op {datumtekst(overleden)}. Wilt u"
            " met het gezin praten? Maak daar een taak voor. Klopt het overlijden niet? Verbeter dat bij Herstellen."
        )
        fout.url, fout.url_tekst = reverse("taak_nieuw", args=[dossier.nummer]), "Taak toevoegen"
        raise fout


def eis_dagen(datum: date, herinneren_op: date | None, on: date, gewijzigd: frozenset[str] = frozenset(VELDEN)) -> None:
    """Refuse days on which nobody can come or be reminded; what was not changed may have passed."""
    if "datum" in gewijzigd and datum < on:
        raise ActieFout("Deze dag is al geweest. Kies vandaag of een dag daarna.")
    if herinneren_op is None:
        return
    if herinneren_op > datum:
        raise ActieFout("De herinnering kan niet na de afspraak komen. Kies een eerdere dag.")
    if "herinneren_op" in gewijzigd and herinneren_op < on:
        raise ActieFout("De dag van de herinnering is al geweest. Kies vandaag of een dag daarna.")


def _gepland(afspraak: Afspraak) -> Afspraak:
    """Read the afspraak again, with its dossier locked; refuse one that is held or cancelled."""
    nu: Afspraak = Afspraak.objects.get(pk=afspraak.pk)
    if nu.status != AfspraakStatus.GEPLAND:
        raise ActieFout(f"Deze afspraak is al {nu.get_status_display().lower()}.")
    return nu


def _eis_een_eerste_gesprek(dossier: Dossier) -> None:
    if Status(dossier.status) not in VOOR_EERSTE_GESPREK:
        raise ActieFout("Het eerste gesprek is al geweest. Kies een andere soort gesprek.")
    eerder = dossier.afspraken.filter(soort=AfspraakSoort.EERSTE_GESPREK, status=AfspraakStatus.GEPLAND).first()
    if eerder is not None:
        raise ActieFout(
            f"Er is al een eerste gesprek gepland op {datumtekst(eerder.datum)}. Wijzig die afspraak, of zeg hem af."
        )


def houd_afspraak(afspraak: Afspraak | None, *, by: User, at: datetime, gesprek: Gesprek | None = None) -> None:
    """Close a planned afspraak together with its taken: part of the action that records the gesprek, and logs it.

    A driegesprek is no Gesprek, so its afspraak holds none.
    """
    if afspraak is None or afspraak.status != AfspraakStatus.GEPLAND:
        return
    afspraak.status, afspraak.gesprek = AfspraakStatus.GEHOUDEN, gesprek
    bewaar(afspraak, by=by, velden=["status", "gesprek"])
    for taak in _open_taken(afspraak):
        if taak.soort == TaakSoort.AFSPRAAK:
            taak.gedaan_op, taak.gedaan_door = at, by
            bewaar(taak, by=by, velden=["gedaan_op", "gedaan_door"])
        else:
            taak.is_vervallen = True
            bewaar(taak, by=by, velden=["is_vervallen"])


def _open_taken(afspraak: Afspraak) -> list[Taak]:
    return list(Taak.objects.open().select_for_update().filter(afspraak=afspraak))


def _stem_taken_af(afspraak: Afspraak, dossier: Dossier, *, by: User) -> None:
    """Make, move or drop the taken of an afspraak, so that there is one of each kind on its day while it is planned."""
    dagen: dict[str, date | None] = {TaakSoort.AFSPRAAK: None, TaakSoort.HERINNERING: None}
    if afspraak.status == AfspraakStatus.GEPLAND:
        dagen = {TaakSoort.AFSPRAAK: afspraak.datum, TaakSoort.HERINNERING: afspraak.herinneren_op}
    bekend = {taak.soort: taak for taak in _open_taken(afspraak)}
    for soort, dag in dagen.items():
        taak = bekend.get(soort)
        if dag is None:
            if taak is not None:
                taak.is_vervallen = True
                bewaar(taak, by=by, velden=["is_vervallen"])
        elif taak is None:
            if not _is_al_gedaan(afspraak, soort, dag):
                _maak_taak(afspraak, dossier, soort, dag, by=by)
        elif (taak.datum, taak.wat) != (dag, _wat(afspraak, soort)):
            taak.datum, taak.wat = dag, _wat(afspraak, soort)
            bewaar(taak, by=by, velden=["datum", "wat"])


def _is_al_gedaan(afspraak: Afspraak, soort: str, dag: date) -> bool:
    """Tell whether this was done for this very day: changing the place must not remind somebody twice."""
    return Taak.objects.filter(afspraak=afspraak, soort=soort, datum=dag, gedaan_op__isnull=False).exists()


def _maak_taak(afspraak: Afspraak, dossier: Dossier, soort: str, dag: date, *, by: User) -> None:
    taak = Taak(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        voor_id=dossier.casusregisseur_id or by.pk,
        soort=soort,
        wat=_wat(afspraak, soort),
        datum=dag,
        afspraak=afspraak,
        door=by,
    )
    bewaar(taak, by=by)


def _wat(afspraak: Afspraak, soort: str) -> str:
    """Say what the taak is: a reminder names the day of the gesprek, the taak of the day itself the hour."""
    naam = afspraak.get_soort_display()
    if soort == TaakSoort.HERINNERING:
        return f"Voorbereiden: {naam.lower()} op {datumtekst(afspraak.datum)}"
    tijd = f" om {uren_minuten(afspraak.tijd)} uur" if afspraak.tijd else ""
    return f"{naam}{tijd}, {afspraak.get_kanaal_display().lower()}"
