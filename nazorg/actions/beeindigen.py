"""End the support with a besluit; with doelen behaald the nazorg follows."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel, zet_status
from cases.actions.termijnen import haal_termijn, laat_vervallen, start_termijn
from cases.beleid_bron import regels_van
from cases.models import Dossier
from cases.status import OPEN, Status
from config.weergave import datum as datumtekst
from nazorg.models import Acclimatisatie, Beeindiging, Nazorgcontact, Nazorgtraject
from planvanaanpak.actions.besluit import beeindiging_vaststellen
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel

NIET_ERKEND = "niet_erkend"
DOELEN_BEHAALD = "doelen_behaald"
# What still runs after the support ended: the right to bezwaar, and the vensters that close by themselves.
BLIJFT_LOPEN = ("bezwaar", "besluit_op_bezwaar")
VENSTERS = ("materiele_verstrekking", "besluiten")
NAZORG_TEKST = (
    "De brede ondersteuning stopt, maar wij houden contact. Elk half jaar vragen wij hoe het met u gaat, "
    "twee jaar lang. Gaat het niet goed? Bel ons dan gerust eerder."
)


@transaction.atomic
def beeindigen(
    *,
    dossier: Dossier,
    grond: str,
    datum: date,
    toelichting: str,
    nazorg_gewenst: bool,
    by: User,
    at: datetime,
    on: date,
) -> Beeindiging:
    """End the support on a ground of the beleid, with a numbered besluit that leaves on `datum`.

    After doelen behaald (in some beleid eigen verzoek too) the nazorg starts, unless the rechthebbende does not want
    it; else the dossier closes. Raises ActieFout for an unknown ground, an open doel, or a niet-erkend ground without
    UHT's message.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN - {Status.NAZORG}, "De ondersteuning beëindigen")
    regels = regels_van(dossier)
    if grond not in regels.beeindigingsgronden:
        raise ActieFout("Kies een grond uit het beleid van uw gemeente.")
    if (grond == NIET_ERKEND) != (dossier.status == Status.ACCLIMATISATIE):
        raise ActieFout("De grond 'niet erkend' hoort bij een bericht van UHT. Leg dat bericht eerst vast.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom de ondersteuning stopt. De inwoner leest dit in de brief.")
    if grond == DOELEN_BEHAALD:
        _eis_doelen_afgesloten(dossier)
    met_nazorg = grond in regels.nazorg_na and nazorg_gewenst and dossier.status == Status.UITVOERING
    besluit = beeindiging_vaststellen(
        dossier=dossier,
        datum=datum,
        toelichting=toelichting,
        nazorg_tekst=NAZORG_TEKST if met_nazorg else "",
        by=by,
        at=at,
        on=on,
    )
    beeindiging = Beeindiging.objects.create(
        dossier=dossier,
        grond=grond,
        grond_tekst=regels.beeindigingsgronden[grond],
        datum=datum,
        toelichting=toelichting.strip(),
        besluit=besluit,
    )
    haal_termijn(dossier=dossier, regel="acclimatisatie", datum=datum)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN + (VENSTERS if met_nazorg else ()))
    zet_status(dossier, Status.NAZORG if met_nazorg else Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=beeindiging.grond_tekst)
    if met_nazorg:
        _start_nazorg(dossier, datum, by, on)
    tekst = f"Ondersteuning beëindigd per {datumtekst(datum)}: {beeindiging.grond_tekst.lower()}."
    log(dossier, "beeindigd", tekst, by=by, at=at, reden=toelichting.strip(), besluit=besluit.nummer)
    return beeindiging


def _eis_doelen_afgesloten(dossier: Dossier) -> None:
    doelen = Doel.objects.filter(plan__dossier=dossier)
    if doelen.filter(status=DoelStatus.OPEN).exists():
        raise ActieFout("Er staan nog doelen open. Zet elk doel eerst op behaald, of op vervallen met een reden.")
    if not doelen.filter(status=DoelStatus.BEHAALD).exists():
        raise ActieFout("Geen enkel doel is behaald. Kies een andere grond.")


def _start_nazorg(dossier: Dossier, start: date, by: User, on: date) -> None:
    """Plan the contacts of the nazorg: the first one runs, the later ones are expected."""
    traject = bewaar(Nazorgtraject(dossier=dossier, start=start), by=by)
    for keer in range(1, regels_van(dossier).nazorg_contacten + 1):
        termijn = start_termijn(
            dossier=dossier,
            regel="nazorg_contact",
            aanleiding=f"nazorg:{traject.pk}:{keer}",
            start=start,
            on=on,
            keer=keer,
            verwacht=keer > 1,
        )
        assert termijn is not None, "nazorg_contacten is 0 als het contact uit staat"
        bewaar(Nazorgcontact(traject=traject, volgnummer=keer, gepland_op=termijn.uiterste_datum), by=by)
    start_termijn(dossier=dossier, regel="nazorg_einde", aanleiding=f"nazorg:{traject.pk}", start=start, on=on)


@transaction.atomic
def acclimatisatie_starten(
    *, dossier: Dossier, datum_gemeld: date, by: User | None, at: datetime, on: date
) -> Acclimatisatie:
    """Start the 30 days after UHT said niet erkend: from the day the gemeente was told (Wht art. 2.21 lid 6).

    The other clocks drop; what was granted runs on. `nieuwe_kosten` runs without the Atw (SPR art. 3 lid 7, K19).
    """
    dossier = vergrendel(dossier)
    if datum_gemeld > on:
        raise ActieFout("De dag waarop de gemeente het hoorde kan niet in de toekomst liggen.")
    eis_status(dossier, OPEN - {Status.ACCLIMATISATIE}, "De acclimatisatie starten")
    zet_status(dossier, Status.ACCLIMATISATIE)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden="niet erkend door UHT")
    acclimatisatie = Acclimatisatie.objects.create(dossier=dossier, datum_gemeld=datum_gemeld)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN)
    for regel in ("acclimatisatie", "nieuwe_kosten"):
        aanleiding = f"acclimatisatie:{acclimatisatie.pk}"
        start_termijn(dossier=dossier, regel=regel, aanleiding=aanleiding, start=datum_gemeld, on=on)
    log(dossier, "acclimatisatie", "UHT meldt: niet erkend. De 30 dagen acclimatisatie lopen.", by=by, at=at)
    return acclimatisatie
