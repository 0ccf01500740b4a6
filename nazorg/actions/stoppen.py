"""Stop the nazorg after somebody turned out not to be gedupeerd, with a warme overdracht where needed."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.termijnen import haal_termijn
from cases.models import Dossier, Termijn
from cases.status import Status
from config.weergave import datum as datumtekst
from nazorg.actions.traject import SLUITVELDEN, STOPVELDEN
from nazorg.models import Nazorgtraject, Overdracht
from nazorg.termijnen import NAZORG_STOP

IN_ACCLIMATISATIE = frozenset({Status.ACCLIMATISATIE})
NIET_GEDUPEERD = "Niet gedupeerd volgens UHT"
VELDEN = [*SLUITVELDEN, *STOPVELDEN]


@transaction.atomic
def nazorg_stoppen(
    *,
    dossier: Dossier,
    datum: date,
    overdracht: Overdracht,
    overdracht_aan: str,
    toelichting: str,
    by: User,
    at: datetime,
    on: date,
) -> Nazorgtraject:
    """Record that the nazorg stopped on a day, and how the inwoner was handed over (Tiel 2025 art. 9 lid 3).

    Meets `nazorg_stop`. The besluit that ends the support after niet erkend follows on its own. Raises ActieFout when
    no nazorg runs, for a day before the message of UHT or to come, and when nothing is said of the overdracht.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_ACCLIMATISATIE, "De nazorg stoppen")
    traject = Nazorgtraject.objects.select_for_update().filter(dossier=dossier).first()
    if traject is None:
        raise ActieFout("Dit dossier heeft geen nazorg.")
    if traject.afgesloten_op is not None:
        raise ActieFout(f"De nazorg is al gestopt: {traject.afsluitreden}")
    gemeld = dossier.acclimatisatie.datum_gemeld
    if datum > on:
        raise ActieFout("De dag kan niet in de toekomst liggen. Leg het vast als de nazorg is gestopt.")
    if datum < gemeld:
        raise ActieFout(f"De gemeente hoorde op {datumtekst(gemeld)} van UHT. Kies een dag vanaf die datum.")
    if overdracht == Overdracht.GEDAAN and not overdracht_aan.strip():
        raise ActieFout("Schrijf op aan wie u de inwoner heeft overgedragen.")
    if overdracht != Overdracht.GEDAAN and not toelichting.strip():
        raise ActieFout("Schrijf op waarom er geen overdracht is.")
    traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden = at, by, f"{NIET_GEDUPEERD}."
    traject.gestopt_op, traject.overdracht = datum, overdracht
    traject.overdracht_aan = overdracht_aan.strip() if overdracht == Overdracht.GEDAAN else ""
    traject.overdracht_toelichting = toelichting.strip()
    bewaar(traject, by=by, velden=VELDEN, reden=NIET_GEDUPEERD)
    haal_termijn(dossier=dossier, regel=NAZORG_STOP.code, datum=datum)
    aan = f" aan {traject.overdracht_aan}" if traject.overdracht_aan else ""
    tekst = f"Nazorg gestopt op {datumtekst(datum)}. Warme overdracht: {traject.get_overdracht_display().lower()}{aan}."
    klokken = Termijn.objects.filter(dossier=dossier, regel=NAZORG_STOP.code).values_list("pk", flat=True)
    gegevens = {"termijnen": list(klokken)}
    log(dossier, "nazorg_gestopt", tekst, by=by, at=at, reden=traject.overdracht_toelichting, **gegevens)
    return traject
