"""Print a letter and keep it as a document of the dossier."""

import hashlib
from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar
from cases.keuzes import Documentsoort
from cases.models import Document, Dossier
from cases.opslag import geschreven
from cases.pdf import BriefFout, render_pdf
from cases.tekens import ontbrekende_tekens


def eis_adresseerbaar(dossier: Dossier) -> None:
    """Refuse a letter that may not, or can't, go out."""
    persoon = dossier.persoon
    if persoon.datum_overlijden is not None:
        raise ActieFout("Deze inwoner is overleden. Er gaan geen brieven meer uit.")
    if not persoon.adres_volledig:
        raise ActieFout("Het adres is niet volledig. Vul eerst het adres aan; daarna kan de brief uit.")


def eis_leesbaar(brief: Any) -> None:
    """Refuse a letter with characters that its font lacks."""
    if vreemd := ontbrekende_tekens(brief):
        raise ActieFout(f"Deze tekens kunnen niet in een brief: {vreemd}. Schrijf het anders.")


def druk(sjabloon: str, brief: Any) -> bytes:
    try:
        return render_pdf(sjabloon, brief)
    except BriefFout as fout:
        raise ActieFout(str(fout)) from None


def bewaar_brief(dossier: Dossier, pdf: bytes, onderwerp: str, *, by: User, at: datetime, on: date) -> Document:
    document = Document(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp=onderwerp,
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
