"""The clocks of the nazorg follow its contacts; and those that an end, a wind-down or a closing dropped run again as if
they never stopped (decisions 1042 and 1111)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from cases.actions.ingebrekeklok import volg_ingebrekestellingen
from cases.actions.termijnen import OVERLIJDEN, WAS, laat_lopen, open_status, start_termijn
from cases.invoer import van_json
from cases.models import Dossier, Termijn
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from nazorg.models import Nazorgcontact, Nazorgtraject
from nazorg.termijnen import BLIJFT_LOPEN, NAZORG_CONTACT

KLOKVELDEN = ["datum_gehaald", "status", "invoer", "updated_at"]


def aanleiding_van(contact: Nazorgcontact) -> str:
    return f"nazorg:{contact.traject_id}:{contact.volgnummer}"


def volg_contacten(dossier: Dossier, traject: Nazorgtraject, on: date) -> None:
    """Run the clocks of the contacts that were not held up to the first that is still to come; the rest is expected.

    One that was skipped stays late.
    """
    contacten = list(traject.contacten.te_houden())
    klokken = Termijn.objects.filter(regel=NAZORG_CONTACT.code, aanleiding__in=map(aanleiding_van, contacten))
    op_aanleiding = {klok.aanleiding: klok for klok in klokken}
    komt = False
    for contact in contacten:
        klok = op_aanleiding[aanleiding_van(contact)]
        if komt and klok.status == TermijnStatus.VERWACHT:
            continue
        termijn = start_termijn(
            dossier=dossier,
            regel=NAZORG_CONTACT.code,
            aanleiding=klok.aanleiding,
            start=traject.start,
            on=on,
            keer=van_json(klok.invoer).keer,
            verwacht=komt,
        )
        komt = komt or termijn is None or termijn.uiterste_datum >= on


def lopende_klokken(dossier: Dossier) -> dict[str, str]:
    """Give the clocks that run with their state, by key; after a death also those that stand still because of it."""
    stil = Q(status=TermijnStatus.VERVALLEN, invoer__stil=OVERLIJDEN)
    rijen = Termijn.objects.filter(Q(status__in=NIET_KLAAR) | stil, dossier=dossier).exclude(regel__in=BLIJFT_LOPEN)
    return {str(rij.pk): rij.invoer.get(WAS, rij.status) for rij in rijen}


def laat_weer_lopen(dossier: Dossier, klokken: Iterable[Termijn], liepen: dict[str, str], on: date) -> None:
    """Let clocks run again, late or over at once when their last day passed in the meantime.

    The two weeks of an ingebrekestelling about one of them run again as well.
    """
    for termijn in klokken:
        termijn.datum_gehaald = None
        laat_lopen(termijn, dossier, nieuwe_status(termijn, liepen, on))
        termijn.save(update_fields=KLOKVELDEN)
    volg_ingebrekestellingen(dossier, on)


def nieuwe_status(termijn: Termijn, liepen: dict[str, str], on: date) -> TermijnStatus:
    wacht = liepen.get(str(termijn.pk)) == TermijnStatus.VERWACHT
    return TermijnStatus.VERWACHT if wacht else open_status(termijn, on)
