"""Let one dossier follow other beleid of its gemeente than that of its start."""

from copy import copy
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.ingebrekeklok import REGEL as INGEBREKE
from cases.actions.klokken import volg_feiten, voorspel
from cases.actions.termijnen import STIL, UIT, WAS, open_status, reken, zet_stil
from cases.invoer import van_json
from cases.klokstand import KLOKKEN
from cases.models import Beleid, Dossier, Termijn
from cases.status import OPEN, Status
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.verschuiving import Klokverschuiving, in_een_zin

WAT = "Ander beleid kiezen"
GEKOZEN = "beleid_gekozen"


@transaction.atomic
def beleid_kiezen(
    *, dossier: Dossier, beleid: Beleid, reden: str, by: User, at: datetime, on: date
) -> list[Klokverschuiving]:
    """Let a dossier follow `beleid` from now on and count its running clocks anew; tells each before and after.

    What was met or decided stays. Raises ActieFout for beleid of another gemeente or that does not hold yet, without a
    reason, for the beleid it follows already, and where the nazorg is planned in another way.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, WAT)
    eis_kiesbaar(dossier, beleid, on)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom dit dossier ander beleid volgt.")
    was = dossier.beleid
    dossier.beleid = beleid
    bewaar(dossier, by=by, velden=["beleid", "updated_at"], reden=reden)
    overige = _overige(dossier, on)
    for verschuiving in overige:
        verschuiving.na.save()
    verschuivingen = [*volg_feiten(dossier, by=by, on=on, reden=reden), *overige]
    tekst = f"Ander beleid: {was} wordt {beleid}.{in_een_zin(verschuivingen)}"
    log(dossier, GEKOZEN, tekst, by=by, at=at, reden=reden.strip(), was=was.pk, beleid=beleid.pk)
    return verschuivingen


def is_gekozen(dossier: Dossier) -> bool:
    """Say whether somebody chose the beleid that a dossier follows, and no correction of its day undid that since."""
    keuze = dossier.events.filter(soort=GEKOZEN).order_by("-at", "-pk").first()
    return keuze is not None and keuze.gegevens["beleid"] == dossier.beleid_id


def list_kiesbaar(dossier: Dossier, on: date) -> QuerySet[Beleid]:
    """Give the beleid that a dossier may follow instead: of its gemeente, and in force."""
    return Beleid.objects.filter(gemeente=dossier.gemeente_id, geldig_vanaf__lte=on).exclude(pk=dossier.beleid_id)


def eis_kiesbaar(dossier: Dossier, beleid: Beleid, on: date) -> None:
    """Refuse beleid that this dossier can't follow, and say why."""
    if beleid.pk == dossier.beleid_id:
        raise ActieFout("Dit dossier volgt dit beleid al. Kies ander beleid.")
    if beleid.gemeente_id != dossier.gemeente_id or beleid.geldig_vanaf > on:
        raise ActieFout("Kies beleid van deze gemeente dat al geldt.")
    nu, straks = dossier.beleid.regels, beleid.regels
    if dossier.status == Status.NAZORG and (nu.nazorg_interval_maanden, nu.nazorg_max_maanden) != (
        straks.nazorg_interval_maanden,
        straks.nazorg_max_maanden,
    ):
        raise ActieFout(
            "De nazorg van dit dossier is al gepland, en dit beleid heeft een ander ritme of een ander einde."
            " Kies beleid met dezelfde nazorg."
        )


def voorspel_beleid(dossier: Dossier, beleid: Beleid, on: date) -> list[Klokverschuiving]:
    """Tell what other beleid would do to the clocks, without doing it."""
    straks = copy(dossier)
    straks.beleid = beleid
    return [*voorspel(straks, on), *_overige(straks, on)]


def _overige(dossier: Dossier, on: date) -> list[Klokverschuiving]:
    """Work out the running clocks that hang on no gesprek: of UHT, bezwaar, acclimatisatie and nazorg.

    An ingebrekestelling follows the clock that it is about (`volg_feiten`).
    """
    stil = Q(status=TermijnStatus.VERVALLEN, **{f"invoer__{STIL}": UIT})
    rijen = Termijn.objects.filter(Q(status__in=NIET_KLAAR) | stil, dossier=dossier)
    rijen = rijen.exclude(regel__in=(*KLOKKEN, INGEBREKE))
    return [Klokverschuiving(voor=rij, na=_opnieuw(rij, dossier, on)) for rij in rijen]


def _opnieuw(rij: Termijn, dossier: Dossier, on: date) -> Termijn:
    """Count one clock with the beleid of the dossier; one that the beleid has off stops, so that it can run again."""
    na = copy(rij)
    if not reken(na, dossier, van_json(rij.invoer)):
        if rij.status != TermijnStatus.VERVALLEN:
            zet_stil(na, UIT)
        return na
    was = rij.invoer.get(WAS, rij.status)
    na.status = was if was in (TermijnStatus.VERWACHT, TermijnStatus.OPGESCHORT) else open_status(na, on)
    return na
