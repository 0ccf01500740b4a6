"""Add a day that a royal decree equated with a feestdag (Atw art. 3 lid 3), or take it away: open termijnen follow."""

from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from accounts.models import Gemeente, User
from cases.actions.aanvulklokken import VIER_WEKEN
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.actions.bewaking import SLOT
from cases.actions.herberekenen import Verschoven, leid_af, voorspel
from cases.beleid_bron import kalender_nu
from cases.eenheden import Eenheid
from cases.kalender import EERSTE_JAAR, LAATSTE_JAAR, Kalender, is_weekend
from cases.kalender import kalender as maak_kalender
from cases.models import Feestdag, Termijn
from cases.register import alle_regels
from cases.status import Status
from cases.termijnregels import Atw
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from config.weergave import datum as datumtekst
from config.weergave import datum_lang

# Further than this the Atw never moves an end: even around Easter and Christmas few days are closed in a row.
_VERSTE_SCHUIF = timedelta(days=14)
_SCHUIVEN = (Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN)


@transaction.atomic
def feestdag_toevoegen(
    *, datum: date, naam: str, bron: str, by: User, at: datetime, on: date
) -> tuple[Feestdag, list[Verschoven]]:
    """Close a day in every gemeente, and count the open termijnen that it touches anew; tells which moved.

    What was met or decided stays. Raises ActieFout for a day that is closed already, and without name or source.
    """
    _vergrendel()
    eis_gewone_dag(datum)
    if not 0 < len(naam.strip()) <= 80 or not 0 < len(bron.strip()) <= 200:
        raise ActieFout("Noem de dag in hoogstens 80 tekens, en het besluit in de Staatscourant in hoogstens 200.")
    was = kalender_nu()
    feestdag = bewaar(Feestdag(datum=datum, naam=naam.strip(), bron=bron.strip()), by=by)
    reden = f"{datum_lang(datum)} is gelijkgesteld met een feestdag: {feestdag.naam} ({feestdag.bron})."
    return feestdag, _volg(datum, was, kalender_nu(), reden, at, on)


@transaction.atomic
def feestdag_weghalen(*, feestdag: Feestdag, reden: str, by: User, at: datetime, on: date) -> list[Verschoven]:
    """Open a day again that was added by mistake; the open termijnen that it touches are counted anew.

    Raises ActieFout without a reason, and when somebody else took it away already.
    """
    _vergrendel()
    nu = Feestdag.objects.filter(pk=feestdag.pk).first()
    if nu is None:
        raise ActieFout("Deze dag is intussen al weggehaald.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u deze dag weghaalt.")
    was = kalender_nu()
    verwijder(nu, by=by, reden=reden.strip())
    waarom = f"{datum_lang(nu.datum)} is toch geen dag die gelijk is gesteld met een feestdag. {reden.strip()}"
    return _volg(nu.datum, was, kalender_nu(), waarom, at, on)


def voorspel_toevoegen(datum: date, naam: str, bron: str, *, on: date) -> list[Verschoven]:
    """Tell which open termijnen of all gemeenten a new day would move, without doing it."""
    return list(voorspel(_geraakt(datum), maak_kalender([*kalender_nu().extra, (datum, naam, bron)]), on))


def voorspel_weghalen(feestdag: Feestdag, *, on: date) -> list[Verschoven]:
    overige = [dag for dag in kalender_nu().extra if dag[0] != feestdag.datum]
    return list(voorspel(_geraakt(feestdag.datum), maak_kalender(overige), on))


def eis_gewone_dag(datum: date) -> None:
    """Refuse a day that the calendar does not know or that is closed already."""
    if not EERSTE_JAAR <= datum.year < LAATSTE_JAAR:
        raise ActieFout(f"Kies een dag van {EERSTE_JAAR} tot en met {LAATSTE_JAAR - 1}.")
    if naam := kalender_nu().naam(datum):
        raise ActieFout(f"{datumtekst(datum)} is al een feestdag: {naam}.")
    if is_weekend(datum):
        raise ActieFout(f"{datum_lang(datum)} valt in het weekend. Dan telt de dag al niet mee.")


def _vergrendel() -> None:
    """Keep the nightly run of every gemeente out until the transaction ends."""
    with connection.cursor() as cursor:
        for gemeente_id in Gemeente.objects.order_by("pk").values_list("pk", flat=True):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SLOT, gemeente_id])


def _geraakt(datum: date) -> Q:
    """Give the filter on termijnen that a closed or opened day can move: open ones, and vensters that just closed.

    One in werkdagen, or with days that are suspended, has every day in it; another only moves off the days at its end.
    A venster on an aanvraag is closed for good by the besluit on it.
    """
    geraakt = Q(pk__in=[])
    for regel in alle_regels():
        if regel.eenheid is Eenheid.WERKDAGEN or regel.opschortbaar:
            geraakt |= Q(regel=regel.code, start__lt=datum, uiterste_datum__gte=datum)
        elif regel.grond is Atw.WET and regel.eenheid in _SCHUIVEN:
            geraakt |= Q(regel=regel.code, uiterste_datum__range=(datum, datum + _VERSTE_SCHUIF))
    dicht = Q(status=TermijnStatus.VOORBIJ) & (~Q(regel=VIER_WEKEN) | Q(dossier__status=Status.PLAN_VAN_AANPAK))
    return (Q(status__in=NIET_KLAAR) | dicht) & geraakt


def _volg(datum: date, was: Kalender, nu: Kalender, reden: str, at: datetime, on: date) -> list[Verschoven]:
    """Count what the day touches anew; the rest was counted by this calendar as well, and only says so from now on."""
    verschoven = leid_af(_geraakt(datum), kalender=nu, on=on, at=at, reden=reden)
    Termijn.objects.filter(status__in=NIET_KLAAR, kalender_versie=was.versie).update(kalender_versie=nu.versie)
    return verschoven
