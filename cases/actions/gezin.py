"""The gezin: its composition at the aanvraag, what changed later, and the dossiers of one gezin."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import ManyToOneRel, ProtectedError

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel, verwijder
from cases.actions.dubbel import eerder_verzonden
from cases.beleid_bron import aanvraagdag
from cases.models import Dossier, Gezin, Gezinslid
from config.weergave import datum

VASTGELEGD = (
    "De samenstelling op de dag van de aanvraag is vastgelegd. Is er iemand vergeten of verkeerd genoteerd? Schrijf"
    " dan op waarom u dit herstelt. Kwam iemand er later bij? Kies dan 'later erbij gekomen'."
)


@transaction.atomic
def gezinslid_toevoegen(
    *, dossier: Dossier, gegevens: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Gezinslid:
    """Add somebody of the gezin. Once the composition is frozen, who was forgotten needs a reason (Tiel art. 2 lid 2).

    Raises ActieFout for a day in the future, and for who came later without the day.
    """
    dossier, gezin = _vergrendel(dossier)
    lid = Gezinslid(gezin=gezin, gemeente_id=gezin.gemeente_id, **gegevens, door=by)
    if eerder := eerder_verzonden(lid, at=at):
        return eerder
    _keur(lid, on)
    if lid.bij_aanvraag and gezin.vastgelegd_op is not None and not reden.strip():
        raise ActieFout(VASTGELEGD)
    bewaar(lid, by=by, reden=reden)
    wanneer = "hoorde bij het gezin op de dag van de aanvraag" if lid.bij_aanvraag else _vanaf(lid)
    log(dossier, "gezin", f"Gezinslid toegevoegd: {lid}, {wanneer}.", by=by, at=at, reden=reden)
    return lid


@transaction.atomic
def gezinslid_wijzigen(
    *, dossier: Dossier, lid: Gezinslid, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Gezinslid:
    """Change what is known of a gezinslid, such as the last day in the gezin; always with a reason."""
    dossier, gezin = _vergrendel(dossier)
    lid = _lid(gezin, lid)
    for veld, waarde in wijzigingen.items():
        setattr(lid, veld, waarde)
    _keur(lid, on)
    bewaar(lid, by=by, velden=list(wijzigingen), reden=reden)
    log(dossier, "gezin", f"Gezinslid gewijzigd: {lid}.", by=by, at=at, reden=reden)
    return lid


@transaction.atomic
def gezinslid_weghalen(*, dossier: Dossier, lid: Gezinslid, reden: str, by: User, at: datetime) -> None:
    """Take out who was entered by mistake; who left the gezin keeps their row, with the last day.

    Raises ActieFout for somebody whom another row names, such as a doel in a plan.
    """
    dossier, gezin = _vergrendel(dossier)
    lid = _lid(gezin, lid)
    tekst, naam = f"Gezinslid weggehaald: {lid}.", lid.naam
    try:
        verwijder(lid, by=by, reden=reden)
    except ProtectedError:
        raise ActieFout(
            f"In een plan is een doel voor {naam}. Haal {naam} eerst bij dat doel weg, of vul de laatste dag bij het"
            " gezin in."
        ) from None
    log(dossier, "gezin", tekst, by=by, at=at, reden=reden)


@transaction.atomic
def gezin_vastleggen(*, dossier: Dossier, by: User, at: datetime) -> Gezin:
    """Freeze the composition as it was at the aanvraag: that one counts (Tiel 2025 art. 2 lid 2)."""
    dossier, gezin = _vergrendel(dossier)
    if gezin.vastgelegd_op is not None:
        raise ActieFout(f"De samenstelling van het gezin is al vastgelegd op {datum(gezin.vastgelegd_op)}.")
    _zet_vast(dossier, gezin, by=by, at=at)
    return gezin


def gezin_ligt_vast(dossier: Dossier, *, by: User, at: datetime) -> None:
    """Freeze the composition when nobody did yet: part of the action that decides on the aanvraag."""
    gezin = Gezin.objects.select_for_update().get(pk=dossier.gezin_id)
    if gezin.vastgelegd_op is None:
        _zet_vast(dossier, gezin, by=by, at=at)


def _zet_vast(dossier: Dossier, gezin: Gezin, *, by: User, at: datetime) -> None:
    gezin.vastgelegd_op, gezin.vastgelegd_door = at, by
    gezin.save(update_fields=["vastgelegd_op", "vastgelegd_door"])
    namen = ", ".join(str(lid) for lid in gezin.leden.filter(bij_aanvraag=True)) or "niemand anders"
    tekst = f"Gezin vastgelegd zoals het was op {datum(aanvraagdag(dossier))}: de inwoner en {namen}."
    log(dossier, "gezin", tekst, by=by, at=at)


@transaction.atomic
def gezin_koppelen(*, dossier: Dossier, ander: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Put a dossier in the gezin of another one; component A then counts once for both (SPR art. 6 lid 4a).

    Both dossiers get an event. Raises ActieFout when they are of one gezin already, of two gemeenten, or when people
    stand in the gezin that is left who are not in the other: nobody may get lost.
    """
    dossier, ander = vergrendel_beide(dossier, ander)
    if dossier.gemeente_id != ander.gemeente_id or dossier.pk == ander.pk:
        raise ActieFout("Kies een ander dossier van dezelfde gemeente.")
    if dossier.gezin_id == ander.gezin_id:
        raise ActieFout(f"Dossier {ander.nummer} hoort al bij dit gezin.")
    oud = dossier.gezin
    if Dossier.objects.zonder_ingetrokken().filter(gezin=oud).exclude(pk=dossier.pk).exists():
        raise ActieFout("Dit dossier hoort al bij een gezin met andere dossiers. Haal het daar eerst uit.")
    _neem_mee(oud, ander.gezin, by, reden)
    dossier.gezin = ander.gezin
    bewaar(dossier, by=by, velden=["gezin", "updated_at"], reden=reden)
    log(ander, "gezin", f"Dossier {dossier.nummer} hoort nu bij dit gezin.", by=by, at=at, reden=reden)
    log(dossier, "gezin", f"Hoort nu bij het gezin van dossier {ander.nummer}.", by=by, at=at, reden=reden)
    return dossier


@transaction.atomic
def gezin_ontkoppelen(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Take a dossier out of its gezin and give it one of its own; the gezinsleden stay with the others."""
    vergrendel_gezin(dossier)
    dossier, gezin = _vergrendel(dossier)
    if not Dossier.objects.zonder_ingetrokken().filter(gezin=gezin).exclude(pk=dossier.pk).exists():
        raise ActieFout("Dit dossier is het enige van dit gezin. Er is niets om te ontkoppelen.")
    dossier.gezin = Gezin.objects.create(gemeente=dossier.gemeente)
    bewaar(dossier, by=by, velden=["gezin", "updated_at"], reden=reden)
    log(dossier, "gezin", "Hoort niet meer bij het gezin van de andere dossiers.", by=by, at=at, reden=reden)
    return dossier


def voeg_gezin_samen(dossier: Dossier, ander: Dossier, *, by: User, at: datetime, reden: str) -> None:
    """Make one gezin of those of two locked dossiers of one person; the other dossiers of it come along, and hear it.

    What was frozen stays as it was: it is that of the day of the aanvraag (Tiel 2025 art. 2 lid 2), and who came later
    is no part of it. Raises ActieFout when somebody would come into it.
    """
    if dossier.gezin_id == ander.gezin_id:
        return
    gezinnen = Gezin.objects.select_for_update().filter(pk__in=(dossier.gezin_id, ander.gezin_id)).order_by("pk")
    rijen = {gezin.pk: gezin for gezin in gezinnen}
    oud, nieuw = rijen[ander.gezin_id], rijen[dossier.gezin_id]
    anders = [lid for bevroren, los in ((nieuw, oud), (oud, nieuw)) for lid in _buiten(bevroren, los)]
    _eis_niemand(anders, "Voeg daarna samen.")
    oud_telt = oud.vastgelegd_op is not None and nieuw.vastgelegd_op is None
    _neem_over(oud, nieuw, by, reden, oud_telt=oud_telt)
    for verwant in Dossier.objects.filter(gezin=oud).exclude(pk=ander.pk).order_by("pk"):
        verwant.gezin = nieuw
        bewaar(verwant, by=by, velden=["gezin", "updated_at"], reden=reden)
        wat = f"Hoort nu bij het gezin van dossier {dossier.nummer}, omdat dossier {ander.nummer} daarin opging."
        log(verwant, "gezin", wat, by=by, at=at, reden=reden)
        log(dossier, "gezin", f"Dossier {verwant.nummer} hoort nu bij dit gezin.", by=by, at=at, reden=reden)
    if oud_telt:
        nieuw.vastgelegd_op, nieuw.vastgelegd_door = oud.vastgelegd_op, oud.vastgelegd_door
        nieuw.save(update_fields=["vastgelegd_op", "vastgelegd_door"])


def _buiten(bevroren: Gezin, ander: Gezin) -> list[Gezinslid]:
    """Give who of the other gezin was there at the aanvraag and is not in this frozen composition."""
    if bevroren.vastgelegd_op is None:
        return []
    bekend = {_zelfde(lid) for lid in bevroren.leden.filter(bij_aanvraag=True)}
    return [lid for lid in ander.leden.filter(bij_aanvraag=True) if _zelfde(lid) not in bekend]


def _neem_mee(oud: Gezin, nieuw: Gezin, by: User, reden: str) -> None:
    """Empty the gezin that is left: who stands in both once is enough; the rest moves, unless the other is frozen."""
    bekend = {_zelfde(lid) for lid in nieuw.leden.all()}
    if oud.vastgelegd_op is not None or nieuw.vastgelegd_op is not None:
        _eis_niemand([lid for lid in oud.leden.all() if _zelfde(lid) not in bekend], "Koppel daarna.")
    _neem_over(oud, nieuw, by, reden)


def _eis_niemand(leden: list[Gezinslid], daarna: str) -> None:
    """Refuse to change a frozen composition; a person makes the two equal, with a reason (decision 0623)."""
    if not leden:
        return
    namen = ", ".join(dict.fromkeys(lid.naam for lid in leden))
    raise ActieFout(
        f"De samenstelling is al vastgelegd, en {namen} staat maar bij één van de twee dossiers. Maak de gezinnen"
        f" eerst gelijk: voeg toe of haal weg, met een reden. {daarna}"
    )


def _neem_over(oud: Gezin, nieuw: Gezin, by: User, reden: str, *, oud_telt: bool = False) -> None:
    """Move who stands in the old gezin only; of who stands in both one row stays: that of the gezin that counts."""
    bekend = {_zelfde(lid): lid for lid in nieuw.leden.select_for_update()}
    for lid in oud.leden.select_for_update():
        dubbel = bekend.get(_zelfde(lid))
        blijft, weg = (lid, dubbel) if oud_telt or dubbel is None else (dubbel, lid)
        if weg is not None:
            _wijs_naar(weg, blijft, by, reden)
            verwijder(weg, by=by, reden=reden)
        if blijft is lid:
            lid.gezin = nieuw
            bewaar(lid, by=by, velden=["gezin"], reden=reden)
            bekend[_zelfde(lid)] = lid


def _wijs_naar(lid: Gezinslid, blijft: Gezinslid, by: User, reden: str) -> None:
    """Let what names a gezinslid name the row of the same person that stays, such as a doel in a plan."""
    for relatie in Gezinslid._meta.get_fields(include_hidden=True):
        if not isinstance(relatie, ManyToOneRel) or not hasattr(relatie.related_model, "history"):
            continue  # its own fields, and the history of what points here
        veld = relatie.field.name
        for rij in relatie.related_model._default_manager.filter(**{veld: lid}):
            setattr(rij, veld, blijft)
            bewaar(rij, by=by, velden=[veld], reden=reden)


def _zelfde(lid: Gezinslid) -> tuple[str, str]:
    return lid.naam.casefold(), lid.geboortedatum


def _keur(lid: Gezinslid, on: date) -> None:
    if not lid.bij_aanvraag and lid.vanaf is None:
        raise ActieFout("Vul in vanaf welke dag deze persoon bij het gezin hoort.")
    if any(dag is not None and dag > on for dag in (lid.vanaf, lid.tot)):
        raise ActieFout("Een dag kan niet in de toekomst liggen. Leg het vast als het zover is.")
    if lid.vanaf and lid.tot and lid.tot < lid.vanaf:
        raise ActieFout("De laatste dag kan niet vóór de eerste dag liggen. Controleer de twee datums.")


def _vanaf(lid: Gezinslid) -> str:
    return f"erbij gekomen op {datum(lid.vanaf)}"


def _lid(gezin: Gezin, lid: Gezinslid) -> Gezinslid:
    rij = gezin.leden.select_for_update().filter(pk=lid.pk).first()
    if rij is None:
        raise ActieFout("Deze persoon staat niet meer bij dit gezin. Ga terug en kijk opnieuw.")
    return rij


def _vergrendel(dossier: Dossier) -> tuple[Dossier, Gezin]:
    """Lock the dossier and its gezin, which other dossiers may share."""
    dossier = vergrendel(dossier)
    return dossier, Gezin.objects.select_for_update().get(pk=dossier.gezin_id)


def vergrendel_beide(dossier: Dossier, ander: Dossier) -> tuple[Dossier, Dossier]:
    """Lock two dossiers and their gezinnen, always in the same order, so that two people cannot wait for each other."""
    vergrendel_gezin(dossier, ander)
    rijen = [vergrendel(rij) for rij in (dossier, ander)]
    gezinnen = {rij.gezin_id for rij in rijen}
    list(Gezin.objects.select_for_update().filter(pk__in=gezinnen).order_by("pk").values_list("pk"))
    return rijen[0], rijen[1]


def vergrendel_gezin(*dossiers: Dossier) -> None:
    """Lock dossiers and all others of their gezinnen, always in the same order.

    Before an action that puts a dossier in or out of a gezin: the mark `deelt_gezin` of the others then changes too,
    and two people who each hold one of them would wait for each other.
    """
    nummers = [dossier.pk for dossier in dossiers]
    gezinnen = Dossier.objects.filter(pk__in=nummers).values("gezin")
    samen = Dossier.objects.select_for_update(no_key=True).filter(gezin__in=gezinnen)
    list(samen.order_by("pk").values_list("pk"))
