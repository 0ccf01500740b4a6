"""Record that a ground to end the support arose, which starts 30 days, and the eindgesprek that belongs to it.

Beleidsregels Tiel 2025 art. 9 lid 1 and 2.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_in_leven, eis_status, log, vergrendel
from cases.actions.pogingen import volg_pogingen
from cases.actions.termijnen import laat_regel_vervallen, start_termijn
from cases.beleid_bron import regels_van
from cases.models import Dossier, Termijn
from config.weergave import datum as datumtekst
from nazorg.bron import dossierstand
from nazorg.gronden import VOOR_EINDGROND, get_weigering, gronden_met_termijn
from nazorg.models import Eindgrond
from nazorg.termijnen import BEEINDIGING

INTREKVELDEN = ["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]
GESPREKVELDEN = [
    "uitgenodigd_op",
    "uitgenodigd_door",
    "eindgesprek_op",
    "eindgesprek_door",
    "verslag",
]


@transaction.atomic
def eindgrond_vastleggen(
    *, dossier: Dossier, grond: str, datum: date, bron: str, toelichting: str, by: User, at: datetime, on: date
) -> Eindgrond:
    """Record the day on which a ground arose and through whom it is known: the clock to end the support starts.

    Raises ActieFout when the beleid has no such term or ground, when the ground does not fit the dossier, for a day
    that can't be, and when there is a ground already.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EINDGROND, "Een grond om te beëindigen vastleggen")
    eis_in_leven(dossier, "Een grond om te beëindigen vastleggen")
    gronden = gronden_met_termijn(regels_van(dossier))
    if grond not in gronden:
        raise ActieFout("Het beleid van de gemeente kent bij deze grond geen termijn. Maak dan meteen het besluit.")
    eis_dag(dossier, datum, on, "De dag waarop de grond ontstond")
    if weigering := get_weigering(grond, dossierstand(dossier), datum):
        raise ActieFout(weigering)
    if not bron.strip():
        raise ActieFout("Schrijf op van wie of waaruit u dit weet.")
    gegevens = {"grond": grond, "datum": datum, "bron": bron.strip(), "toelichting": toelichting.strip()}
    if eerder := open_eindgrond(dossier):
        if all(getattr(eerder, veld) == waarde for veld, waarde in gegevens.items()):
            return eerder
        raise ActieFout(
            f"Er is al een grond vastgelegd: {eerder.grond_tekst.lower()}, {datumtekst(eerder.datum)}. Klopt die niet?"
            " Trek hem dan eerst in."
        )
    rij: Eindgrond = bewaar(Eindgrond(dossier=dossier, grond_tekst=gronden[grond], door=by, **gegevens), by=by)
    termijn = start_termijn(dossier=dossier, regel=BEEINDIGING.code, aanleiding=aanleiding_van(rij), start=datum, on=on)
    assert termijn is not None, "a beleid with grounds has the term"
    tekst = (
        f"Grond om te beëindigen: {rij.grond_tekst.lower()}, sinds {datumtekst(datum)}. Beëindig uiterlijk"
        f" {datumtekst(termijn.uiterste_datum)}."
    )
    gegevens = {"eindgrond": rij.pk, "bron": rij.bron, "termijn": termijn.pk}
    log(dossier, "eindgrond", tekst, by=by, at=at, reden=rij.toelichting, **gegevens)
    return rij


@transaction.atomic
def eindgesprek_vastleggen(
    *,
    eindgrond: Eindgrond,
    uitgenodigd_op: date,
    eindgesprek_op: date | None,
    verslag: str,
    by: User,
    at: datetime,
    on: date,
) -> Eindgrond:
    """Record the invitation for the eindgesprek, and the gesprek itself or why it was not held (Tiel art. 9 lid 1).

    It can be completed later: an invitation first, the gesprek after it.
    """
    dossier = vergrendel(eindgrond.dossier)
    eis_status(dossier, VOOR_EINDGROND, "Het eindgesprek vastleggen")
    rij = _open(eindgrond)
    eis_dag(dossier, uitgenodigd_op, on, "De uitnodiging")
    if eindgesprek_op is not None:
        eis_dag(dossier, eindgesprek_op, on, "Het eindgesprek")
        eis_in_leven(dossier, "Het eindgesprek vastleggen", op=eindgesprek_op)
        if eindgesprek_op < uitgenodigd_op:
            raise ActieFout("Het eindgesprek kan niet vóór de uitnodiging zijn. Controleer de twee datums.")
        if not verslag.strip():
            raise ActieFout("Schrijf op hoe het gaat op de leefgebieden.")
    rij.uitgenodigd_op, rij.uitgenodigd_door = uitgenodigd_op, by
    rij.eindgesprek_op, rij.eindgesprek_door = eindgesprek_op, by if eindgesprek_op else None
    rij.verslag = verslag.strip()
    bewaar(rij, by=by, velden=GESPREKVELDEN)
    volg_pogingen(dossier, by=by, on=on)
    gehouden = f" Gehouden op {datumtekst(eindgesprek_op)}." if eindgesprek_op else ""
    tekst = f"Uitgenodigd voor het eindgesprek op {datumtekst(uitgenodigd_op)}.{gehouden}"
    log(dossier, "eindgesprek", tekst, by=by, at=at, eindgrond=rij.pk)
    return rij


@transaction.atomic
def eindgrond_intrekken(*, eindgrond: Eindgrond, reden: str, by: User, at: datetime) -> Eindgrond:
    """Withdraw a ground that turned out not to hold, such as doelen that are open again; its clock stops."""
    dossier = vergrendel(eindgrond.dossier)
    eis_status(dossier, VOOR_EINDGROND, "Een grond om te beëindigen intrekken")
    rij = _open(eindgrond)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de grond niet klopt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden.strip()
    bewaar(rij, by=by, velden=INTREKVELDEN, reden=reden)
    laat_regel_vervallen(dossier=dossier, regel=BEEINDIGING.code, aanleiding=aanleiding_van(rij))
    volg_pogingen(dossier, by=by, on=localdate(at))
    tekst = f"Grond om te beëindigen ingetrokken: {rij.grond_tekst.lower()}."
    klokken = Termijn.objects.filter(dossier=dossier, aanleiding=aanleiding_van(rij)).values_list("pk", flat=True)
    gegevens = {"eindgrond": rij.pk, "termijnen": list(klokken)}
    log(dossier, "eindgrond_ingetrokken", tekst, by=by, at=at, reden=rij.ingetrokken_reden, **gegevens)
    return rij


def open_eindgrond(dossier: Dossier) -> Eindgrond | None:
    """Give the ground on which no besluit followed yet."""
    rij: Eindgrond | None = Eindgrond.objects.geldig().filter(dossier=dossier, beeindiging=None).first()
    return rij


def aanleiding_van(rij: Eindgrond) -> str:
    return f"eindgrond:{rij.pk}"


def _open(eindgrond: Eindgrond) -> Eindgrond:
    """Read the row again, with its dossier locked; refuse one that was withdrawn or settled."""
    rij: Eindgrond = Eindgrond.objects.select_for_update(of=("self",)).get(pk=eindgrond.pk)
    if rij.is_ingetrokken:
        raise ActieFout(f"Deze grond is al ingetrokken: {rij.ingetrokken_reden}")
    if rij.beeindiging_id is not None:
        raise ActieFout("De ondersteuning is op deze grond al beëindigd.")
    return rij
