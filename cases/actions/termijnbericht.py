"""Tell the rechthebbende by letter when the eerste gesprek will be, when it won't be in time."""

import hashlib
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.briefadres import afzender, ontvanger
from cases.keuzes import Documentsoort
from cases.models import Document, Dossier, Termijn, Termijnbericht
from cases.opslag import geschreven
from cases.pdf import BriefFout, render_pdf
from cases.status import VOOR_EERSTE_GESPREK
from cases.tekens import ontbrekende_tekens
from cases.termijnbrief import Termijnbrief
from cases.termijnstatus import OPEN
from config.weergave import datum as datumtekst

SJABLOON = "brief/termijnbericht.html"
REGEL = "eerste_gesprek"


@transaction.atomic
def termijnbericht_maken(
    *, dossier: Dossier, verwacht_op: date, reden: str, by: User, at: datetime, on: date
) -> Termijnbericht:
    """Make the letter, keep it as a document, and note it with its termijn.

    The uiterste datum stays what it was: telling somebody is no new term (domein.md T3). Raises ActieFout for whoever
    died, without a whole address, and for a day within the termijn.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Een bericht over het eerste gesprek maken")
    termijn = termijn_van(dossier)
    brief = stel_op(dossier, termijn, verwacht_op=verwacht_op, reden=reden, by=by, on=on)
    pdf = _druk(brief)
    if eerder := _eerder(termijn, pdf, by, on):
        return eerder
    document = _bewaar_brief(dossier, pdf, by=by, at=at, on=on)
    bericht = Termijnbericht(
        dossier=dossier, termijn=termijn, datum=on, verwacht_op=verwacht_op, reden=reden, document=document, door=by
    )
    bewaar(bericht, by=by)
    tekst = f"Bericht aan de inwoner: het eerste gesprek is uiterlijk op {datumtekst(verwacht_op)}."
    log(dossier, "termijnbericht", tekst, by=by, at=at, reden=reden, document=document.pk, termijn=termijn.pk)
    return bericht


def termijn_van(dossier: Dossier) -> Termijn:
    """Give the clock that the letter is about. Raises ActieFout when it is met or never ran."""
    termijn: Termijn | None = dossier.termijnen.filter(regel=REGEL, status__in=OPEN).first()
    if termijn is None:
        raise ActieFout("Er loopt geen termijn voor het eerste gesprek. Een bericht is niet nodig.")
    return termijn


def eis_adresseerbaar(dossier: Dossier) -> None:
    """Refuse a letter that may not, or can't, go out."""
    persoon = dossier.persoon
    if persoon.datum_overlijden is not None:
        raise ActieFout("Deze inwoner is overleden. Er gaan geen brieven meer uit.")
    if not persoon.adres_volledig:
        raise ActieFout("Het adres is niet volledig. Vul eerst het adres aan; daarna kan de brief uit.")


def stel_op(dossier: Dossier, termijn: Termijn, *, verwacht_op: date, reden: str, by: User, on: date) -> Termijnbrief:
    """Write the letter, for its preview as well. Raises ActieFout for what the letter can't say."""
    eis_adresseerbaar(dossier)
    if verwacht_op <= on:
        raise ActieFout("Kies een dag na vandaag.")
    if verwacht_op <= termijn.uiterste_datum:
        raise ActieFout(
            f"Dat is nog binnen de termijn, die loopt tot en met {datumtekst(termijn.uiterste_datum)}."
            " Dan is een bericht niet nodig. Plan het gesprek."
        )
    contactpersoon = dossier.casusregisseur or by
    brief = Termijnbrief(
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=ontvanger(dossier.persoon),
        uiterste_datum=termijn.uiterste_datum,
        verwacht_op=verwacht_op,
        reden=reden,
        contactpersoon=contactpersoon.naam,
        telefoon=contactpersoon.telefoon,
    )
    if vreemd := ontbrekende_tekens(brief):
        raise ActieFout(f"Deze tekens kunnen niet in een brief: {vreemd}. Schrijf het anders.")
    return brief


def _druk(brief: Termijnbrief) -> bytes:
    try:
        return render_pdf(SJABLOON, brief)
    except BriefFout as fout:
        raise ActieFout(str(fout)) from None


def _eerder(termijn: Termijn, pdf: bytes, by: User, on: date) -> Termijnbericht | None:
    """Find the same letter of today: the same text gives the same bytes, so a form sent twice makes one."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    return Termijnbericht.objects.filter(termijn=termijn, datum=on, door=by, document__sha256=sha256).first()


def _bewaar_brief(dossier: Dossier, pdf: bytes, *, by: User, at: datetime, on: date) -> Document:
    document = Document(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp="Bericht over het eerste gesprek",
        datum=on,
        bestandstype="application/pdf",
        extensie="pdf",
        grootte=len(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        toegevoegd_op=at,
        toegevoegd_door=by,
    )
    document.bestand.save("document", ContentFile(pdf), save=False)
    geschreven(str(document.bestand.name))
    return bewaar(document, by=by)
