"""The gezin: its composition at the aanvraag, what changed later, and the dossiers of one gezin."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel, verwijder
from cases.actions.dubbel import eerder_verzonden
from cases.beleid import Aanvraagmoment
from cases.beleid_bron import regels_van
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
    tekst = f"Gezin vastgelegd zoals het was op {datum(_aanvraagdag(dossier))}: de inwoner en {namen}."
    log(dossier, "gezin", tekst, by=by, at=at)


def _aanvraagdag(dossier: Dossier) -> date:
    """Give the day of the aanvraag: by the beleid that of the aanmelding, or of the eerste gesprek."""
    if regels_van(dossier).aanvraagmoment is Aanvraagmoment.EERSTE_GESPREK and dossier.datum_eerste_gesprek:
        return dossier.datum_eerste_gesprek
    return dossier.datum_aanmelding


@transaction.atomic
def gezin_koppelen(*, dossier: Dossier, ander: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Put a dossier in the gezin of another one; component A then counts once for both (SPR art. 6 lid 4a).

    Both dossiers get an event. Raises ActieFout when they are of one gezin already, of two gemeenten, or when people
    stand in the gezin that is left who are not in the other: nobody may get lost.
    """
    dossier, ander = _vergrendel_beide(dossier, ander)
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
    dossier, gezin = _vergrendel(dossier)
    if not Dossier.objects.zonder_ingetrokken().filter(gezin=gezin).exclude(pk=dossier.pk).exists():
        raise ActieFout("Dit dossier is het enige van dit gezin. Er is niets om te ontkoppelen.")
    dossier.gezin = Gezin.objects.create(gemeente=dossier.gemeente)
    bewaar(dossier, by=by, velden=["gezin", "updated_at"], reden=reden)
    log(dossier, "gezin", "Hoort niet meer bij het gezin van de andere dossiers.", by=by, at=at, reden=reden)
    return dossier


def _neem_mee(oud: Gezin, nieuw: Gezin, by: User, reden: str) -> None:
    """Empty the gezin that is left: who stands in both once is enough; the rest moves, unless the other is frozen."""
    bekend = {_zelfde(lid) for lid in nieuw.leden.all()}
    los = [lid for lid in oud.leden.select_for_update() if _zelfde(lid) not in bekend]
    if los and (oud.vastgelegd_op is not None or nieuw.vastgelegd_op is not None):
        namen = ", ".join(lid.naam for lid in los)
        raise ActieFout(
            f"De samenstelling is al vastgelegd, en {namen} staat maar bij één van de twee dossiers. Maak de gezinnen"
            " eerst gelijk: voeg toe of haal weg, met een reden. Koppel daarna."
        )
    for lid in oud.leden.exclude(pk__in=[lid.pk for lid in los]):
        verwijder(lid, by=by, reden=reden)
    for lid in los:
        lid.gezin = nieuw
        bewaar(lid, by=by, velden=["gezin"], reden=reden)


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


def _vergrendel_beide(dossier: Dossier, ander: Dossier) -> tuple[Dossier, Dossier]:
    """Lock two dossiers and their gezinnen, always in the same order, so that two people cannot wait for each other."""
    rijen = {rij.pk: vergrendel(rij) for rij in sorted((dossier, ander), key=lambda rij: rij.pk)}
    list(Gezin.objects.select_for_update().filter(dossiers__in=rijen).order_by("pk").values_list("pk"))
    return rijen[dossier.pk], rijen[ander.pk]
