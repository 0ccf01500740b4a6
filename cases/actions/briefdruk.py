"""Print a letter and keep it as a document of the dossier."""

import hashlib
from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar
from cases.brief import Ontvanger
from cases.briefadres import noemt_geheim_adres, post_volledig, vertegenwoordiger_met_post
from cases.brieftekst_bron import geldend
from cases.envelop import als_envelop
from cases.keuzes import Documentsoort, PostAan
from cases.models import Document, Dossier, UitgaandeBrief
from cases.opslag import geschreven
from cases.pdf import BriefFout, render_pdf
from cases.tekens import ontbrekende_tekens


class BriefKanNiet(ActieFout):
    """A letter that can't go out yet, with the way to the page where that is mended."""

    def __init__(self, tekst: str, url: str, url_tekst: str) -> None:
        super().__init__(tekst)
        self.url, self.url_tekst = url, url_tekst


def eis_adresseerbaar(dossier: Dossier, by: User, naar: Ontvanger | None = None) -> None:
    """Refuse a letter that may not, or can't, go out: nobody to get it, or a gemeente that can't be reached by it.

    `naar` is to whom it goes where the inwoner may not be the one: of another belanghebbende only that address counts.
    """
    persoon = dossier.persoon
    if naar is not None and naar.ander:
        if not naar.is_adresseerbaar:
            raise ActieFout(f"Het postadres van {naar.naam} is niet volledig. Vul het aan bij het bezwaar.")
    elif persoon.datum_overlijden is not None:
        raise ActieFout("Deze inwoner is overleden. Er gaan geen brieven meer uit.")
    elif not post_volledig(persoon):
        raise _zonder_adres(dossier)
    if ontbreekt := dossier.gemeente.ontbreekt_voor_brief():
        tekst = f"Er kan nog geen brief uit. Bij de gemeente ontbreekt: {', '.join(ontbreekt)}."
        if not by.mag(Permission.GEMEENTE_BEHEREN, dossier.gemeente_id):
            raise ActieFout(f"{tekst} Vraag uw beheerder om dit aan te vullen.")
        raise BriefKanNiet(
            tekst, reverse("gemeente_wijzigen", args=[dossier.gemeente.code]), "Gegevens van de gemeente"
        )


def _zonder_adres(dossier: Dossier) -> BriefKanNiet:
    """Say whose address is not complete."""
    persoon = dossier.persoon
    naar = vertegenwoordiger_met_post(persoon) if persoon.post_aan != PostAan.INWONER else None
    if naar is None or naar.kan_post_krijgen:
        tekst = "Het adres is niet volledig. Vul eerst het adres aan; daarna kan de brief uit."
        return BriefKanNiet(tekst, reverse("persoon_wijzigen", args=[dossier.nummer]), "Het adres aanvullen")
    tekst = f"Het postadres van {naar.naam} is niet volledig. Vul het aan bij Mensen; daarna kan de brief uit."
    return BriefKanNiet(tekst, reverse("mensen", args=[dossier.nummer]), "Naar Mensen")


def eis_leesbaar(brief: Any) -> None:
    """Refuse a letter with characters that its font lacks."""
    if vreemd := ontbrekende_tekens(brief):
        raise ActieFout(f"Deze tekens kunnen niet in een brief: {vreemd}. Schrijf het anders.")


def eis_geen_geheim_adres(dossier: Dossier, *teksten: str) -> None:
    """Refuse what was typed for a letter when it tells where a geheim adres is, whoever gets that letter."""
    if any(noemt_geheim_adres(dossier.persoon, tekst) for tekst in teksten):
        raise ActieFout("Het adres van deze inwoner is geheim. Haal het weg uit wat u schrijft.")


def druk(sjabloon: str, brief: Any) -> bytes:
    try:
        return render_pdf(sjabloon, brief)
    except BriefFout as fout:
        raise ActieFout(str(fout)) from None


def bewaar_brief(
    dossier: Dossier, pdf: bytes, onderwerp: str, soort: str, *, naar: Ontvanger, by: User, at: datetime, on: date
) -> Document:
    """Keep a letter that was made here; `soort` is the code of its kind, so that it is among the letters to print.

    What the envelope asks is kept beside it, of the addressee that the letter bears.
    """
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
    bewaar(document, by=by)
    UitgaandeBrief.objects.create(
        document=document, soort=soort, tekst=geldend(dossier.gemeente, soort), envelop=als_envelop(naar)
    )
    return document
