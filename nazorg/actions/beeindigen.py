"""End the support with a besluit; with doelen behaald the nazorg follows."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, zet_status
from cases.actions.termijnen import haal_termijn, laat_vervallen, start_termijn
from cases.beleid_bron import regels_van
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from nazorg.afspraak import nazorg_tekst
from nazorg.brieftekst import toelichting_in_brief
from nazorg.bron import dossierstand, list_doorlopend
from nazorg.gronden import TE_BEEINDIGEN, get_weigering, kan_nazorg_geven
from nazorg.models import Beeindiging, Nazorgcontact, Nazorgtraject
from nazorg.termijnen import blijft_lopen
from planvanaanpak.actions.besluit import beeindiging_vaststellen


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
    it; else the dossier closes. Raises ActieFout for an unknown ground, or one that does not fit the dossier.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_BEEINDIGEN, "De ondersteuning beëindigen")
    eis_in_leven(dossier, "De ondersteuning beëindigen")
    regels = regels_van(dossier)
    if grond not in regels.beeindigingsgronden:
        raise ActieFout("Kies een grond uit het beleid van uw gemeente.")
    if weigering := get_weigering(grond, dossierstand(dossier), datum):
        raise ActieFout(weigering)
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom de ondersteuning stopt. De inwoner leest dit in de brief.")
    kan_nazorg = kan_nazorg_geven(grond, regels, Status(dossier.status))
    met_nazorg = kan_nazorg and nazorg_gewenst
    besluit = beeindiging_vaststellen(
        dossier=dossier,
        datum=datum,
        toelichting=toelichting_in_brief(toelichting, list_doorlopend(dossier, datum)),
        nazorg_tekst=nazorg_tekst(regels) if met_nazorg else "",
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
        nazorg_gewenst=nazorg_gewenst if kan_nazorg else None,
        besluit=besluit,
    )
    haal_termijn(dossier=dossier, regel="acclimatisatie", datum=datum)
    laat_vervallen(dossier=dossier, behalve=blijft_lopen(met_nazorg))
    _sluit_nazorg(dossier, beeindiging.grond_tekst, by, at)
    zet_status(dossier, Status.NAZORG if met_nazorg else Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=beeindiging.grond_tekst)
    if met_nazorg:
        _start_nazorg(dossier, datum, by, on)
    _log(dossier, beeindiging, by=by, at=at)
    return beeindiging


def _log(dossier: Dossier, beeindiging: Beeindiging, *, by: User, at: datetime) -> None:
    tekst = f"Ondersteuning beëindigd per {datumtekst(beeindiging.datum)}: {beeindiging.grond_tekst.lower()}."
    if beeindiging.nazorg_gewenst is not None:
        tekst += " De inwoner wil nazorg." if beeindiging.nazorg_gewenst else " De inwoner wil geen nazorg."
    nummer = beeindiging.besluit.nummer
    log(dossier, "beeindigd", tekst, by=by, at=at, reden=beeindiging.toelichting, besluit=nummer)


def _sluit_nazorg(dossier: Dossier, reden: str, by: User, at: datetime) -> None:
    """Close the nazorg that was running when UHT said niet erkend (Tiel 2025 art. 9 lid 3)."""
    traject = Nazorgtraject.objects.select_for_update().filter(dossier=dossier, afgesloten_op__isnull=True).first()
    if traject is not None:
        traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden = at, by, f"{reden}."
        bewaar(traject, by=by, velden=["afgesloten_op", "afgesloten_door", "afsluitreden"], reden=reden)


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
