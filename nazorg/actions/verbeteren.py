"""Correct or withdraw a contact of the nazorg that was recorded wrongly, and open a nazorg closed by mistake."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, verwijder, zet_status
from cases.actions.pogingen import volg_pogingen
from cases.actions.stilleggen import laatste_gegevens
from cases.actions.termijnen import gehaald_status, laat_lopen, open_status
from cases.actions.verbeteren import TE_VERBETEREN
from cases.models import Dossier, Termijn
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from config.weergave import datum as datumtekst
from nazorg.actions.klokken import KLOKVELDEN, aanleiding_van, laat_weer_lopen, volg_contacten
from nazorg.actions.nazorg import AFGESLOTEN, INHOUD, eis_dag_in_nazorg
from nazorg.actions.traject import open_traject
from nazorg.bron import einden_van
from nazorg.models import Nazorgcontact, Nazorgtraject
from nazorg.termijnen import BLIJFT_LOPEN, NAZORG_CONTACT, NAZORG_EINDE, VENSTERS

LEEG = (None, None, "", "", False)
TE_HEROPENEN = frozenset({Status.AFGESLOTEN})


@transaction.atomic
def nazorgcontact_wijzigen(
    *, contact: Nazorgcontact, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Nazorgcontact:
    """Correct a held contact; its clock follows another day. No difference writes nothing.

    Who held it stays. Raises ActieFout for a contact that was not held, or a day outside the nazorg.
    """
    dossier, contact = _open_contact(contact, "Een nazorgcontact verbeteren", reden)
    if all(getattr(contact, veld) == waarde for veld, waarde in wijzigingen.items()):
        return contact
    for veld, waarde in wijzigingen.items():
        setattr(contact, veld, waarde.strip() if veld == "verslag" else waarde)
    if not contact.verslag:
        raise ActieFout("Schrijf op hoe het met de inwoner gaat.")
    if "gehouden_op" in wijzigingen:
        assert contact.gehouden_op is not None
        begin, einde = dagen_van(contact)
        eis_dag_in_nazorg(contact.gehouden_op, on, begin=begin, einde=einde)
        eis_in_leven(dossier, "Een contact in de nazorg vastleggen", op=contact.gehouden_op)
        _haal_op(contact, contact.gehouden_op)
    bewaar(contact, by=by, velden=list(wijzigingen), reden=reden)
    volg_pogingen(dossier, by=by, on=on)
    velden = ", ".join(str(Nazorgcontact._meta.get_field(veld).verbose_name) for veld in wijzigingen)  # type: ignore[union-attr]
    tekst = f"Nazorgcontact {contact.volgnummer} verbeterd: {velden}."
    log(dossier, "nazorgcontact_verbeterd", tekst, by=by, at=at, reden=reden, contact=contact.pk)
    return contact


@transaction.atomic
def nazorgcontact_intrekken(*, contact: Nazorgcontact, reden: str, by: User, at: datetime, on: date) -> None:
    """Take back that a contact was held: what was written stays in the history, and it is to be held again (1151).

    In a nazorg that was closed its clock stays dropped, as of the contacts that were not held. Of a nazorg that lapsed
    with its end the contact goes, as the planned ones went.
    """
    dossier, contact = _open_contact(contact, "Een nazorgcontact intrekken", reden)
    dag, klok, gegevens = contact.gehouden_op, klok_van(contact), {"contact": contact.pk}
    for veld, waarde in zip(INHOUD, LEEG, strict=True):
        setattr(contact, veld, waarde)
    bewaar(contact, by=by, velden=list(INHOUD), reden=reden)
    klok.datum_gehaald, klok.status = None, TermijnStatus.VERVALLEN
    slot = ""
    if not _hoort_bij_nazorg(dossier, contact, klok):
        verwijder(contact, by=by, reden=reden)
    elif dossier.status == Status.NAZORG:
        laat_lopen(klok, dossier, open_status(klok, on))
        slot = f" Het is nog te houden, uiterlijk {datumtekst(contact.gepland_op)}."
    klok.save(update_fields=KLOKVELDEN)
    if slot:
        volg_contacten(dossier, contact.traject, on)
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Nazorgcontact {contact.volgnummer} van {datumtekst(dag)} ingetrokken.{slot}"
    log(dossier, "nazorgcontact_ingetrokken", tekst, by=by, at=at, reden=reden, **gegevens)


@transaction.atomic
def nazorg_heropenen(*, dossier: Dossier, reden: str, by: User, at: datetime, on: date) -> Nazorgtraject:
    """Open a nazorg that was closed by mistake: the dossier goes back to nazorg, and the clocks that ran run again.

    Raises ActieFout when the nazorg did not close the dossier, as after niet erkend: there the besluit did.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_HEROPENEN, "De nazorg weer openen")
    if weigering := weigering_heropenen_nazorg(dossier):
        raise ActieFout(weigering)
    reden = _eis_reden(reden)
    traject = Nazorgtraject.objects.select_for_update().get(dossier=dossier)
    open_traject(traject, by=by, reden=reden)
    zet_status(dossier, Status.NAZORG)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    _laat_klokken_lopen(dossier, on)
    volg_contacten(dossier, traject, on)
    sluit_statusvraag(dossier, "De nazorg is weer geopend.", by=by, at=at)
    log(dossier, "nazorg_heropend", "Nazorg weer geopend.", by=by, at=at, reden=reden)
    return traject


def weigering_heropenen_nazorg(dossier: Dossier) -> str:
    """Say why the nazorg of a closed dossier can't be opened again; nothing when it can."""
    einde = next(iter(einden_van(dossier)), None)
    if einde is None or not einde.nazorg_gewenst:
        return "De nazorg weer openen kan niet: dit dossier is niet afgesloten met het einde van de nazorg."
    return ""


def dagen_van(contact: Nazorgcontact) -> tuple[date, date | None]:
    """Give the first and the last day on which a contact can have been held: of the nazorg it was planned in."""
    op = contact.traject.afgesloten_op
    return klok_van(contact).start, localdate(op) if op else None


def klok_van(contact: Nazorgcontact) -> Termijn:
    klok: Termijn = Termijn.objects.get(regel=NAZORG_CONTACT.code, aanleiding=aanleiding_van(contact))
    return klok


def _open_contact(contact: Nazorgcontact, wat: str, reden: str) -> tuple[Dossier, Nazorgcontact]:
    """Lock the dossier of a contact and give the contact as it is now; refused when it was not held."""
    dossier = vergrendel(contact.traject.dossier)
    eis_status(dossier, TE_VERBETEREN, wat)
    contact = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("traject").get(pk=contact.pk)
    if contact.gehouden_op is None:
        raise ActieFout(f"{wat} kan niet: dit contact is nog niet gehouden.")
    _eis_reden(reden)
    return dossier, contact


def _eis_reden(reden: str) -> str:
    if not reden.strip():
        raise ActieFout("Schrijf op waarom.")
    return reden.strip()


def _haal_op(contact: Nazorgcontact, datum: date) -> None:
    klok = klok_van(contact)
    klok.datum_gehaald, klok.status = datum, gehaald_status(klok, datum)
    klok.save(update_fields=KLOKVELDEN)


def _hoort_bij_nazorg(dossier: Dossier, contact: Nazorgcontact, klok: Termijn) -> bool:
    """Tell whether the contact is of the nazorg that stands: one lapses with its end, and stops for a plan."""
    staat = dossier.status != Status.UITVOERING and any(einde.nazorg_gewenst for einde in einden_van(dossier))
    return staat and klok.start == contact.traject.start


def _laat_klokken_lopen(dossier: Dossier, on: date) -> None:
    """Let run what ran when the nazorg closed; of a closing that did not keep it, the nazorg and its vensters."""
    liepen = laatste_gegevens(dossier, AFGESLOTEN).get("liepen")
    klokken = Termijn.objects.filter(dossier=dossier, status=TermijnStatus.VERVALLEN, datum_gehaald=None)
    klokken = klokken.exclude(regel__in=BLIJFT_LOPEN)
    if liepen is None:
        kies = klokken.filter(regel__in=(NAZORG_EINDE.code, *VENSTERS))
    else:
        kies = klokken.filter(pk__in=liepen).exclude(regel=NAZORG_CONTACT.code)
    laat_weer_lopen(dossier, kies, liepen or {}, on)
