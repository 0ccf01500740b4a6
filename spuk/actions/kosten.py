"""Book a cost with its invoice, and take a wrong booking away."""

import hashlib
from datetime import date, datetime
from decimal import Decimal

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, log, verwijder
from cases.actions.documenten import keur
from cases.opslag import geschreven
from config.weergave import datum as datumtekst
from config.weergave import euro
from nazorg.models import Acclimatisatie
from planvanaanpak.actions.voorzieningbasis import neem_voorziening
from planvanaanpak.models import Voorziening
from planvanaanpak.vervalbron import gold, nagekomen_van, verval_van
from spuk.componenten import Component
from spuk.models import Kostenregel
from spuk.termijnen import NIEUWE_KOSTEN


@transaction.atomic
def kosten_boeken(
    *,
    gemeente: Gemeente,
    component: Component,
    voorziening: Voorziening | None,
    datum: date,
    omschrijving: str,
    leverancier: str,
    factuurnummer: str,
    netto: Decimal,
    btw: Decimal,
    factuur: bytes | File | None,
    by: User,
    at: datetime,
    on: date,
) -> Kostenregel:
    """Book a cost. Component C hangs on a toegekende voorziening (SPR art. 3 lid 1c) and needs its invoice.

    Raises ActieFout for a day in the future, a voorziening that is not toegekend, granted too late after niet erkend
    (SPR art. 3 lid 7) or not of this gemeente, a missing or refused invoice, and an invoice line booked before.
    """
    if datum > on:
        raise ActieFout("De factuurdatum kan niet in de toekomst liggen.")
    if component == Component.C:
        _eis_voorziening(gemeente, voorziening)
        _eis_nagekomen(voorziening, datum, netto + btw)
        if factuur is None:
            raise ActieFout("Voeg de factuur toe. De accountant controleert die bij onderdeel C.")
    elif voorziening is not None:
        raise ActieFout("Alleen kosten van onderdeel C horen bij een voorziening.")
    regel = Kostenregel(
        gemeente=gemeente,
        component=component.value,
        datum=datum,
        omschrijving=omschrijving,
        leverancier=leverancier,
        factuurnummer=factuurnummer,
        netto=netto,
        btw=btw,
        bruto=netto + btw,
        voorziening=voorziening,
        dossier=voorziening.plan.dossier if voorziening else None,
        geboekt_op=at,
        geboekt_door=by,
    )
    if factuur is not None:
        _voeg_factuur_toe(regel, factuur)
    try:
        with transaction.atomic():
            bewaar(regel, by=by)
    except IntegrityError as fout:
        if "kostenregel_niet_dubbel" not in str(fout):
            raise
        raise ActieFout(f"Factuur {factuurnummer} van {leverancier} is met deze omschrijving al geboekt.") from fout
    if regel.dossier is not None:
        log(regel.dossier, "kosten_geboekt", f"Kosten geboekt: {omschrijving}.", by=by, at=at, kostenregel=regel.pk)
    return regel


def _eis_voorziening(gemeente: Gemeente, voorziening: Voorziening | None) -> None:
    if voorziening is None:
        raise ActieFout("Kies de voorziening waar deze kosten bij horen. Onderdeel C hoort altijd bij een plan.")
    if voorziening.plan.dossier.gemeente_id != gemeente.pk:
        raise ActieFout("Deze voorziening hoort bij een andere gemeente.")
    if not gold(voorziening):
        raise ActieFout(
            "Deze voorziening is niet toegekend. Kosten kunt u alleen op een toegekende voorziening boeken."
        )
    _eis_oude_verplichting(voorziening)


def _eis_nagekomen(voorziening: Voorziening | None, datum: date, bruto: Decimal) -> None:
    """Refuse a cost of after the day on which a voorziening lapsed; what it gave until then is paid (decision 1182).

    An invoice of that day or before is of what held. A later one is paid up to what was delivered or used by then, and
    was not booked yet. The voorziening is locked, so two invoices do not both fit in what is left.
    """
    assert voorziening is not None, "a cost of component C hangs on a voorziening"
    huidig = neem_voorziening(voorziening)
    verval = verval_van(huidig)
    if verval is None or verval.tot is None or datum <= verval.tot:
        return
    waarde, tot = nagekomen_van(huidig, verval), datumtekst(verval.tot)
    if not waarde:
        raise ActieFout(
            f"Deze voorziening gold tot en met {tot}. Er is niet vastgelegd dat er tot en met die dag iets is geleverd"
            " of gebruikt. Vraag de casusregisseur om dat vast te leggen bij Toegekend. Boek daarna deze factuur."
        )
    geboekt = huidig.kostenregels.aggregate(som=Sum("bruto"))["som"] or Decimal("0.00")
    over = max(waarde - geboekt, Decimal("0.00"))
    if bruto > over:
        raise ActieFout(
            f"Deze voorziening gold tot en met {tot}. Wat er tot en met die dag is geleverd of gebruikt, is"
            f" {euro(waarde)} waard. Daarvan is {euro(geboekt)} geboekt. U kunt nog {euro(over)} boeken."
        )


def _eis_oude_verplichting(voorziening: Voorziening) -> None:
    """Refuse a cost of what was granted after the 30 dagen since niet erkend (SPR art. 3 lid 7).

    What was granted before runs on, whatever the day of its invoice (SPR art. 3 lid 6). The hardheidsclausule of the
    Wht lets the college deviate from art. 2.21 Wht, not from the regeling: the gemeente pays this itself.
    """
    dossier, besluit = voorziening.plan.dossier, voorziening.besluit
    termijn = dossier.termijnen.filter(regel=NIEUWE_KOSTEN.code).last()
    if Acclimatisatie.objects.filter(dossier=dossier, hervat_op__isnull=False).exists():
        return  # UHT came back on it: this person is not one "die niet wordt erkend"
    if termijn is None or besluit is None or localdate(besluit.vastgesteld_op) <= termijn.uiterste_datum:
        return
    raise ActieFout(
        f"{NIEUWE_KOSTEN.label}: dat kon tot en met {datumtekst(termijn.uiterste_datum)} ({NIEUWE_KOSTEN.grondslag})."
        f" Besluit {besluit.nummer} is daarna genomen. Het Rijk betaalt deze kosten niet, ook niet met de"
        " hardheidsclausule. Boek ze buiten de SPUK."
    )


def _voeg_factuur_toe(regel: Kostenregel, factuur: bytes | File) -> None:
    inhoud, bestandstype = keur(factuur)
    regel.factuur_type, regel.factuur_extensie = bestandstype.mime, bestandstype.extensie
    regel.factuur_sha256 = hashlib.sha256(inhoud).hexdigest()
    regel.factuur.save("factuur", ContentFile(inhoud), save=False)
    geschreven(str(regel.factuur.name))


@transaction.atomic
def boeking_terugdraaien(*, regel: Kostenregel, reden: str, by: User, at: datetime) -> None:
    """Take a wrong booking away, with the reason; the history and the event keep what it was."""
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u deze boeking terugdraait.")
    regel = Kostenregel.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=regel.pk)
    dossier, omschrijving = regel.dossier, regel.omschrijving
    verwijder(regel, by=by, reden=reden.strip())
    if dossier is not None:
        tekst = f"Boeking teruggedraaid: {omschrijving}."
        log(dossier, "kosten_teruggedraaid", tekst, by=by, at=at, reden=reden.strip())
