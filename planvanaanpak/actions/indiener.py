"""Who makes a bezwaar: the inwoner, somebody for them, or another whose interest is at stake (decision 1093)."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, log
from cases.adres import MINSTENS_REGELS
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import bewaar_bezwaar, vergrendel_bezwaar
from planvanaanpak.bezwaarkeuzes import Indiener
from planvanaanpak.models import Besluit, Bezwaar

INDIENERVELDEN = ("belanghebbende", "relatie", "adres")


@transaction.atomic
def indiener_wijzigen(
    *, bezwaar: Bezwaar, belanghebbende: str, relatie: str, adres: str, reden: str, by: User, at: datetime
) -> Bezwaar:
    """Put right the name, relation or address of another belanghebbende, also when the letter must go out again."""
    bezwaar = vergrendel_bezwaar(bezwaar, "De indiener wijzigen", loopt=False)
    if bezwaar.indiener != Indiener.BELANGHEBBENDE:
        raise ActieFout("De gegevens van de inwoner en van wie voor de inwoner optreedt, wijzigt u bij Mensen.")
    bezwaar.belanghebbende, bezwaar.relatie, bezwaar.adres = belanghebbende, relatie, adres
    schoon_indiener(bezwaar)
    keur_indiener(bezwaar)
    zelfde = Bezwaar.objects.telt().filter(besluit=bezwaar.besluit, belanghebbende__iexact=bezwaar.belanghebbende)
    if ander := zelfde.exclude(pk=bezwaar.pk).first():
        raise ActieFout(al_gemaakt(ander, bezwaar.besluit))
    bewaar_bezwaar(bezwaar, INDIENERVELDEN, by=by, reden=reden)
    tekst = f"Gegevens van de indiener van het bezwaar tegen besluit {bezwaar.besluit.nummer} gewijzigd."
    log(bezwaar.dossier, "bezwaar_gewijzigd", tekst, by=by, at=at, reden=reden, bezwaar=bezwaar.pk)
    return bezwaar


def schoon_indiener(bezwaar: Bezwaar) -> None:
    """Take out what does not go with who makes the bezwaar, and the spaces around what does."""
    if bezwaar.indiener != Indiener.BELANGHEBBENDE:
        bezwaar.belanghebbende = bezwaar.relatie = bezwaar.adres = ""
    if bezwaar.indiener == Indiener.RECHTHEBBENDE:
        bezwaar.gemachtigde = None
    bezwaar.belanghebbende = " ".join(bezwaar.belanghebbende.split())
    bezwaar.relatie, bezwaar.adres = bezwaar.relatie.strip(), bezwaar.adres.strip()


def keur_indiener(bezwaar: Bezwaar) -> None:
    """Refuse a gemachtigde of somebody else, and a belanghebbende who can't be named or written to."""
    namens = bezwaar.gemachtigde
    if bezwaar.indiener == Indiener.GEMACHTIGDE and namens is None:
        raise ActieFout("Kies wie namens de inwoner bezwaar maakt. Staat die er niet bij? Voeg toe bij Mensen.")
    if namens is not None and (namens.dossier_id != bezwaar.dossier_id or namens.is_ingetrokken):
        raise ActieFout("Kies wie namens de inwoner bezwaar maakt. Staat die er niet bij? Voeg toe bij Mensen.")
    if bezwaar.indiener != Indiener.BELANGHEBBENDE:
        return
    if not bezwaar.belanghebbende or not bezwaar.relatie:
        raise ActieFout("Vul in wie de belanghebbende is en wat zijn of haar relatie met de inwoner is.")
    if bezwaar.belanghebbende.casefold() == bezwaar.dossier.persoon.naam.casefold():
        raise ActieFout("Dit is de inwoner zelf. Kies bij ‘Wie maakt bezwaar?’ de inwoner.")
    if len(bezwaar.adresregels) < MINSTENS_REGELS:
        raise ActieFout("Vul het hele postadres van de belanghebbende in: de brieven gaan daarheen.")


def al_gemaakt(eerder: Bezwaar, besluit: Besluit) -> str:
    return (
        f"Tegen besluit {besluit.nummer} is al bezwaar gemaakt door {eerder.van_wie}, op"
        f" {datumtekst(eerder.ontvangen_op)}. Kwam er een aanvulling? Wijzig dan dat bezwaar. Een tweede bezwaar van"
        " dezelfde persoon kan alleen als het eerste is ingetrokken."
    )


def van(bezwaar: Bezwaar) -> str:
    """Name who makes it, where that is not the inwoner: ' van M. Bakker'."""
    return f" van {bezwaar.belanghebbende}" if bezwaar.belanghebbende else ""
