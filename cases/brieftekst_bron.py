"""Give a letter the text that its gemeente published, at the edge of database and letter."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accounts.models import Gemeente
from cases.actions.basis import ActieFout
from cases.briefsoorten import Briefsoort, briefsoort
from cases.brieftekst import LeegGegeven, keur, vul
from cases.models import Brieftekst
from cases.pdf import BriefFout


class BrieftekstFout(BriefFout, ActieFout):
    """The letter would leave with an empty or unknown gegeven; a letter that can't be made, for page and action."""


def geldend(gemeente: Gemeente, soort: str) -> Brieftekst | None:
    """Give the text that holds now: the last one published."""
    return Brieftekst.objects.filter(gemeente=gemeente, soort=soort).gepubliceerd().first()


def met_teksten(brief: Any, gemeente: Gemeente) -> Any:
    """Freeze the text of the gemeente in a letter; without one the ready-made text holds.

    Raises BrieftekstFout when the text can't be filled in from this dossier.
    """
    rij = geldend(gemeente, brief.tekstsoort)
    return brief if rij is None else vul_teksten(brief, rij.blokken)


def vul_teksten(brief: Any, blokken: Mapping[str, str]) -> Any:
    """Fill in the given texts and keep them with the letter; a block without a text stays as it was ready-made."""
    soort = briefsoort(brief.tekstsoort)
    return replace(brief, teksten=tuple(_gevuld(soort, code, tekst, brief) for code, tekst in _eigen(soort, blokken)))


def _eigen(soort: Briefsoort, blokken: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(blok.code, blokken[blok.code]) for blok in soort.blokken if blokken.get(blok.code, "").strip()]


def _gevuld(soort: Briefsoort, code: str, tekst: str, brief: Any) -> tuple[str, str]:
    """Check the text again and fill it in: the program may have other gegevens than when it was published."""
    try:
        if fouten := keur(tekst, soort.gegevens, soort.blok(code).moet):
            raise BrieftekstFout(f"De tekst van de brief klopt niet meer ({soort.naam}). {fouten[0]} {HULP}")
        return code, vul(tekst, soort.waarden(brief))
    except LeegGegeven as fout:
        raise BrieftekstFout(f"De brief kan zo niet weg. {fout} {HULP}") from None


HULP = "Vul het gegeven aan in het dossier, of vraag de beheerder de tekst van deze brief te wijzigen."
