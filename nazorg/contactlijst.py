"""How the nazorg of a dossier stands on a day: its contacts with their state, what is next, and when it is over."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cases.klokken import som_van, stand_van, waarom_url
from cases.models import Dossier, Termijn
from cases.stand import Stand, Teken
from cases.termijnstatus import TermijnStatus
from config.weergave import datum as datumtekst
from nazorg.bron import Nazorg
from nazorg.models import Nazorgcontact
from planvanaanpak.vensters import vensters_van

# Of a contact one says that it was held, and that it is planned; of a clock that it was met and has not begun.
WOORDEN = {Teken.GEHAALD: "gehouden", Teken.VERWACHT: "gepland"}


@dataclass(frozen=True, kw_only=True)
class Contactregel:
    """One contact with its state, the sum behind its last day, and the page where it is recorded."""

    contact: Nazorgcontact
    stand: Stand
    som: tuple[tuple[str, str], ...]
    waarom_url: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Nazorgstand:
    """The nazorg on a day. `tot` is its last day while it runs, with its sum and the page that explains it.

    `terugval` says what can be done when there is a terugval.
    """

    regels: tuple[Contactregel, ...]
    tot: date | None
    is_om: bool
    terugval: str
    som: tuple[tuple[str, str], ...] = ()
    waarom_url: str = ""

    @property
    def gehouden(self) -> int:
        return sum(regel.contact.gehouden_op is not None for regel in self.regels)

    @property
    def volgende(self) -> Contactregel | None:
        return next((regel for regel in self.regels if regel.contact.gehouden_op is None), None)

    @property
    def is_klaar(self) -> bool:
        """Tell whether nothing is left to do but to close the nazorg."""
        return self.volgende is None or self.is_om


def maak_stand(dossier: Dossier, nazorg: Nazorg, on: date) -> Nazorgstand:
    """Read the nazorg from the contacts and the clocks that the page has fetched."""
    klokken = {t.aanleiding: t for t in dossier.termijnen.all() if t.regel in ("nazorg_contact", "nazorg_einde")}
    aanleiding = f"nazorg:{nazorg.traject.pk}"
    einde = klokken.get(aanleiding)
    # Once the nazorg was closed, or stopped after niet erkend, its clock says nothing any more.
    tot = einde.uiterste_datum if einde and einde.status != TermijnStatus.VERVALLEN else None
    op_rij = [(contact, klokken[f"{aanleiding}:{contact.volgnummer}"]) for contact in nazorg.contacten]
    # What was said in a nazorg before this one is dealt with: the plan was taken up, and its doelen were met again.
    terugval = any(contact.terugval and klok.start == nazorg.traject.start for contact, klok in op_rij)
    return Nazorgstand(
        regels=tuple(_regel(dossier, contact, klok, on) for contact, klok in op_rij),
        tot=tot,
        is_om=tot is not None and on > tot,
        som=som_van(einde) if einde else (),
        waarom_url=waarom_url(dossier.nummer, einde) if einde else "",
        terugval=_terugval(dossier, on) if terugval else "",
    )


def _regel(dossier: Dossier, contact: Nazorgcontact, termijn: Termijn, on: date) -> Contactregel:
    stand = stand_van(termijn, on)
    return Contactregel(
        contact=contact,
        stand=Stand(stand.teken, WOORDEN.get(stand.teken, stand.woorden)),
        som=som_van(termijn),
        waarom_url=waarom_url(dossier.nummer, termijn),
        url=reverse("nazorg_contact", args=[dossier.nummer, contact.pk]),
    )


def _terugval(dossier: Dossier, on: date) -> str:
    """Say what is still possible: granted support runs on, a new grant only within the two years (Wht art. 9.1 after).

    The Handreiking nazorg 2024 §1.2 lets the plan be taken up again; the Handreiking 2025 §4.4(3) closes new besluiten.
    """
    begin = "Er is terugval. Is er nieuwe hulp nodig? Pak dan het plan weer op. Toegekende hulp loopt door."
    venster = vensters_van(dossier, on).besluiten
    if venster is None:
        return begin
    if venster.is_open:
        return f"{begin} Een nieuw besluit over hulp kan tot en met {datumtekst(venster.tot)}."
    return (
        f"{begin} De termijn voor nieuwe besluiten liep tot en met {datumtekst(venster.tot)}."
        " Daarna kan het alleen met de hardheidsclausule."
    )
