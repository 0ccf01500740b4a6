"""One letter to print, with what goes along in its envelope and what has to be known to send it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cases.envelop import Envelop
from cases.models import Document, Dossier
from planvanaanpak.models import Besluit, Bijsluiter

OP_DE_BRIEF = "adres staat op de brief"
GEHEIM = "schrijf het geheime adres erop"
OP_HET_BLAD = "adres staat op het adresblad"
MET_AFSCHRIFT = "het afschrift ligt erachter, in een eigen envelop"
ELEKTRONISCH = "let op: wil besluiten elektronisch, verstuur dit besluit maar op één manier"


@dataclass(frozen=True, kw_only=True)
class Mee:
    """What goes along with a letter: `stukken` are printed behind it, and named on the list by `erin`.

    `erbij` is what the one who fills the envelope has to lay with it.
    """

    stukken: tuple[Besluit | Document, ...] = ()
    erin: tuple[str, ...] = ()
    erbij: tuple[str, ...] = ()


NIETS = Mee()


@dataclass(frozen=True, kw_only=True)
class Printbrief:
    """One letter to print. `nummer` is that of the besluit or the dossier: a list holds no names.

    With `vervallen` the letter is not printed any more, and that is why. `regel` is its line in a drukronde.
    """

    brief: Besluit | Bijsluiter | Document
    soort: str
    nummer: str
    dossier: Dossier
    dag: date
    naar: Envelop
    mee: Mee = NIETS
    elektronisch: bool = False
    vervallen: str = ""
    regel: int | None = None

    @property
    def url(self) -> str:
        """Give where the letter itself is to be read: who prints letters may see their dossiers."""
        if isinstance(self.brief, Document):
            return reverse("document_detail", args=[self.brief.pk])
        besluit = self.brief.besluit if isinstance(self.brief, Bijsluiter) else self.brief
        return besluit.get_absolute_url()

    @property
    def envelop(self) -> str:
        """Say what goes on or in the envelope of the letter."""
        delen = [GEHEIM if self.naar.adres_geheim else OP_DE_BRIEF, *self._inhoud]
        if self.elektronisch:
            delen.append(ELEKTRONISCH)
        return "; ".join([*delen, MET_AFSCHRIFT] if self.met_afschrift else delen)

    @property
    def envelop_afschrift(self) -> str:
        return "; ".join([OP_HET_BLAD, *self._inhoud])

    @property
    def met_afschrift(self) -> bool:
        """Tell whether a copy goes to who acts for the inwoner (Awb 6:17)."""
        return bool(self.naar.afschrift_aan)

    @property
    def stukken(self) -> tuple[Besluit | Bijsluiter | Document, ...]:
        """Give what is printed for one envelope, in the order in which it lies in it."""
        return (self.brief, *self.mee.stukken)

    @property
    def volgorde(self) -> tuple[str, int, str, int]:
        """Give its place in the file: what goes to one dossier together, the besluiten first."""
        rang = (Besluit, Bijsluiter, Document).index(type(self.brief))
        return self.dossier.nummer, rang, self.nummer, self.brief.pk

    @property
    def _inhoud(self) -> list[str]:
        erin = [f"in één envelop met {' en '.join(self.mee.erin)}"] if self.mee.erin else []
        return [*erin, *(f"leg erbij: {wat}" for wat in self.mee.erbij)]
