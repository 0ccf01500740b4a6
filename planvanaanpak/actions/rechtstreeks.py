"""Decide on the verzoek to go to the court without a besluit op bezwaar, and send it on (Awb art. 7:1a)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import (
    bewaar_bezwaar,
    eis_ander,
    eis_op_of_na,
    rond_af,
    vergrendel_bezwaar,
    volg_bezwaartermijn,
    volg_ingebreke,
)
from planvanaanpak.actions.mandaat import eis_mag_beslissen
from planvanaanpak.bezwaarbron import al_doorgezonden, ander_zonder_verzoek
from planvanaanpak.bezwaarkeuzes import Beroepsoort
from planvanaanpak.bezwaarregels import keur_rechtstreeks
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Beroep, Bezwaar

INSTEMVELDEN = ("instemming", "instemming_reden", "instemming_op", "instemming_door", "doorgezonden_op")


@transaction.atomic
def rechtstreeks_beslissen(
    *,
    bezwaar: Bezwaar,
    instemmen: bool,
    reden: str,
    datum: date | None,
    gerecht: str,
    by: User,
    at: datetime,
    on: date,
) -> Bezwaar:
    """Agree with rechtstreeks beroep or not; when agreed the bezwaarschrift went to the court on `datum`.

    There is no besluit op bezwaar then: its clock stops, and the beroep is noted. Awb art. 10:3 lid 3: not by who took
    the besluit itself. Raises ActieFout where the law leaves no choice (art. 7:1a lid 1, 2 and 6).
    """
    bezwaar = vergrendel_bezwaar(bezwaar, "Beslissen op rechtstreeks beroep")
    eis_mag_beslissen(bezwaar.dossier, BesluitSoort.BESLUIT_OP_BEZWAAR, by=by, on=localdate(at))
    eis_ander(bezwaar, by)
    if weigering := weigering_rechtstreeks(bezwaar, instemmen=instemmen):
        raise ActieFout(weigering)
    if bezwaar.na_uitspraak_id is not None:
        raise ActieFout("Het gerecht droeg op om op dit bezwaar te beslissen. Neem het besluit op bezwaar.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u wel of niet instemt.")
    bezwaar.instemming, bezwaar.instemming_reden = instemmen, reden.strip()
    bezwaar.instemming_op, bezwaar.instemming_door = at, by
    beroep = _zend_door(bezwaar, datum, gerecht, by, on) if instemmen else None
    bewaar_bezwaar(bezwaar, INSTEMVELDEN, by=by)
    tekst = f"Geen rechtstreeks beroep: het bezwaar tegen besluit {bezwaar.besluit.nummer} wordt behandeld."
    if beroep is not None:
        rond_af(bezwaar, "Het bezwaar is doorgezonden aan het gerecht.", beroep.datum, by=by)
        tekst = (
            f"Rechtstreeks beroep: het bezwaar tegen besluit {bezwaar.besluit.nummer} is op {datumtekst(beroep.datum)}"
            f" doorgezonden aan {beroep.gerecht}."
        )
    log(bezwaar.dossier, "bezwaar_rechtstreeks", tekst, by=by, at=at, reden=reden.strip(), bezwaar=bezwaar.pk)
    return bezwaar


def weigering_rechtstreeks(bezwaar: Bezwaar, *, instemmen: bool) -> str:
    return keur_rechtstreeks(
        gevraagd=bezwaar.rechtstreeks,
        al_doorgezonden=al_doorgezonden(bezwaar),
        ander_zonder_verzoek=ander_zonder_verzoek(bezwaar),
        instemmen=instemmen,
    )


def _zend_door(bezwaar: Bezwaar, datum: date | None, gerecht: str, by: User, on: date) -> Beroep:
    if datum is None or not gerecht.strip():
        raise ActieFout("Vul in wanneer u het bezwaarschrift doorzond, en aan welk gerecht (Awb artikel 7:1a lid 5).")
    eis_op_of_na(datum, bezwaar.ontvangen_op, on, "De dag van het doorzenden", "de ontvangst")
    bezwaar.doorgezonden_op = datum
    beroep = Beroep(
        dossier=bezwaar.dossier,
        bezwaar=bezwaar,
        soort=Beroepsoort.RECHTSTREEKS,
        datum=datum,
        gerecht=gerecht.strip(),
        door=by,
    )
    return bewaar(beroep, by=by)


def haal_terug(bezwaar: Bezwaar, *, by: User, on: date, reden: str) -> str:
    """Treat a bezwaar here again that was never sent on: its clock runs. A part of taking the beroep out."""
    bezwaar.instemming = bezwaar.instemming_op = bezwaar.instemming_door = bezwaar.doorgezonden_op = None
    bezwaar.instemming_reden = ""
    bewaar_bezwaar(bezwaar, INSTEMVELDEN, by=by, reden=reden)
    volg_bezwaartermijn(bezwaar, on)
    return volg_ingebreke(bezwaar.dossier, on)
