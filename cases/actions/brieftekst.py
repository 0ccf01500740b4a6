"""Write the text of a letter for a gemeente: a concept that may change, and versions that never do once published."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, verwijder
from cases.briefsoorten import Briefsoort, OnbekendeBrief, briefsoort
from cases.brieftekst import keur
from cases.models import Brieftekst
from cases.tekens import ontbrekende_tekens
from config.weergave import datum

LANGST = 4000
GEEN_CONCEPT = "Er is geen concept van deze brief. Schrijf eerst een tekst en bewaar die."


@transaction.atomic
def concept_bewaren(
    *, gemeente: Gemeente, soort: str, blokken: Mapping[str, str], by: User, at: datetime
) -> Brieftekst:
    """Keep what is written so far; nothing is checked yet but its length. A block like the ready-made text is left out.

    Raises ActieFout for a kind or a block that does not exist, and for a text that is too long.
    """
    brief = _vergrendel(gemeente, soort)
    bekend = {blok.code: netjes(blok.standaard) for blok in brief.blokken}
    teksten = {code: netjes(tekst) for code, tekst in blokken.items()}
    if set(teksten) - set(bekend):
        raise ActieFout("Deze brief heeft zo'n tekst niet.")
    if any(len(tekst) > LANGST for tekst in teksten.values()):
        raise ActieFout(f"Een tekst kan hoogstens {LANGST} tekens lang zijn.")
    rij = _concept(gemeente, soort) or Brieftekst(gemeente=gemeente, soort=soort)
    rij.blokken = {code: tekst for code, tekst in teksten.items() if tekst and tekst != bekend[code]}
    rij.bewaard_op, rij.bewaard_door = at, by
    return bewaar(rij, by=by)


@transaction.atomic
def publiceren(*, gemeente: Gemeente, soort: str, by: User, at: datetime) -> Brieftekst:
    """Let the concept hold for every letter made from now on; letters already made stay as they are.

    Raises ActieFout when there is no concept, when it changes nothing, or when a text is not right.
    """
    brief = _vergrendel(gemeente, soort)
    rij = _eis_concept(gemeente, soort)
    geldt = Brieftekst.objects.filter(gemeente=gemeente, soort=soort).gepubliceerd().first()
    if rij.blokken == (geldt.blokken if geldt else {}):
        raise ActieFout("Deze tekst geldt al. U hoeft hem niet opnieuw te publiceren.")
    if fouten := fouten_in_teksten(brief, rij.blokken):
        raise ActieFout(" ".join(fouten))
    rij.versie = (geldt.versie or 0) + 1 if geldt else 1
    rij.gepubliceerd_op, rij.gepubliceerd_door = at, by
    return bewaar(rij, by=by)


@transaction.atomic
def concept_weggooien(*, gemeente: Gemeente, soort: str, by: User) -> None:
    _vergrendel(gemeente, soort)
    verwijder(_eis_concept(gemeente, soort), by=by)


@transaction.atomic
def versie_terugzetten(*, rij: Brieftekst, by: User, at: datetime) -> Brieftekst:
    """Make a concept of an earlier version. Raises ActieFout when there is a concept that would be lost."""
    _vergrendel(rij.gemeente, rij.soort)
    if concept := _concept(rij.gemeente, rij.soort):
        raise ActieFout(
            f"Er is al een concept, van {concept.bewaard_door.naam} op {datum(concept.bewaard_op)}. Publiceer het of"
            " gooi het weg; daarna kunt u deze versie terugzetten."
        )
    nieuw = Brieftekst(gemeente=rij.gemeente, soort=rij.soort, blokken=rij.blokken, bewaard_op=at, bewaard_door=by)
    return bewaar(nieuw, by=by)


def netjes(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()


def fouten_in_teksten(brief: Briefsoort, blokken: Mapping[str, str]) -> list[str]:
    """Name what is wrong in each block, with its name; empty when the text may be published."""
    fouten = []
    for blok in brief.blokken:
        tekst = blokken.get(blok.code, "")
        if not tekst.strip():
            continue
        fouten += [f"{blok.naam}: {fout}" for fout in keur(tekst, brief.gegevens, blok.moet)]
        if vreemd := ontbrekende_tekens((tekst,)):
            fouten.append(f"{blok.naam}: deze tekens kunnen niet in een brief: {vreemd}. Schrijf het anders.")
    return fouten


def _vergrendel(gemeente: Gemeente, soort: str) -> Briefsoort:
    """Keep a second writer out until the transaction ends."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    try:
        return briefsoort(soort)
    except OnbekendeBrief:
        raise ActieFout("Deze brief bestaat niet.") from None


def _concept(gemeente: Gemeente, soort: str) -> Brieftekst | None:
    rij: Brieftekst | None = Brieftekst.objects.concepten().filter(gemeente=gemeente, soort=soort).first()
    return rij


def _eis_concept(gemeente: Gemeente, soort: str) -> Brieftekst:
    if rij := _concept(gemeente, soort):
        return rij
    raise ActieFout(GEEN_CONCEPT)
