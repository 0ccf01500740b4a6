"""End the support with a besluit; with doelen behaald the nazorg follows."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, zet_status
from cases.actions.klokken import laat_vervallen
from cases.actions.termijnen import haal_termijn, start_termijn
from cases.beleid import Regels
from cases.beleid_bron import regels_van
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from nazorg.actions.klokken import lopende_klokken
from nazorg.actions.traject import open_traject, sluit_traject
from nazorg.afspraak import nazorg_tekst
from nazorg.brieftekst import toelichting_in_brief
from nazorg.bron import artikel_van, dossierstand, is_toch_erkend, list_doorlopend, nazorg_tot
from nazorg.gronden import EINDE_VOORUIT, TE_BEEINDIGEN, get_weigering, kan_nazorg_geven, te_ver, vraagt_zienswijze
from nazorg.models import Beeindiging, Eindgrond, Nazorgcontact, Nazorgtraject
from nazorg.termijnen import blijft_lopen
from planvanaanpak.actions.besluit import beeindiging_vaststellen
from planvanaanpak.actions.zienswijze import eis_zienswijze
from planvanaanpak.termijnen import EINDKLOKKEN
from planvanaanpak.zienswijze import NIET_GEVRAAGD

TOCH_ERKEND = (
    "UHT kwam terug op ‘niet erkend’. Hervat eerst de ondersteuning; daarna kunt u haar op een andere grond beëindigen."
)


@transaction.atomic
def beeindigen(
    *,
    dossier: Dossier,
    grond: str,
    datum: date,
    toelichting: str,
    nazorg_gewenst: bool,
    zienswijze: str = "",
    by: User,
    at: datetime,
    on: date,
) -> Beeindiging:
    """End the support on a ground of the beleid, with a numbered besluit that leaves on `datum`.

    After doelen behaald (in some beleid eigen verzoek too) the nazorg starts, unless the rechthebbende does not want
    it; else the dossier closes. Raises ActieFout for an unknown ground, or one that does not fit the dossier, and
    without what the inwoner thinks of an end they did not ask for, or why that was not asked (Awb art. 4:8).
    """
    dossier = vergrendel(dossier)
    regels = regels_van(dossier)
    _eis_kan_eindigen(dossier, regels, grond, datum, on)
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom de ondersteuning stopt. De inwoner leest dit in de brief.")
    if vraagt_zienswijze(grond):
        eis_zienswijze(zienswijze, NIET_GEVRAAGD)
    kan_nazorg = kan_nazorg_geven(grond, regels, Status(dossier.status))
    met_nazorg = kan_nazorg and nazorg_gewenst
    stond_op, liepen = dossier.status, lopende_klokken(dossier)
    besluit = beeindiging_vaststellen(
        dossier=dossier,
        datum=datum,
        toelichting=toelichting_in_brief(toelichting, list_doorlopend(dossier, datum)),
        nazorg_tekst=nazorg_tekst(regels, datum, nazorg_tot(dossier, datum)) if met_nazorg else "",
        zienswijze=zienswijze,
        artikel=artikel_van(dossier, grond),
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
        stond_op=stond_op,
        liepen=liepen,
    )
    _rond_eindgrond_af(dossier, beeindiging, by)
    for regel in EINDKLOKKEN:
        haal_termijn(dossier=dossier, regel=regel, datum=datum)
    laat_vervallen(dossier=dossier, behalve=blijft_lopen(met_nazorg), op=datum)
    _sluit_nazorg(dossier, beeindiging.grond_tekst, by, at)
    zet_status(dossier, Status.NAZORG if met_nazorg else Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=beeindiging.grond_tekst)
    if met_nazorg:
        _start_nazorg(dossier, datum, by, on)
    sluit_statusvraag(dossier, "De ondersteuning is beëindigd.", by=by, at=at)
    _log(dossier, beeindiging, by=by, at=at)
    return beeindiging


def _eis_kan_eindigen(dossier: Dossier, regels: Regels, grond: str, datum: date, on: date) -> None:
    """Refuse an end in a status that has none, or on a ground that the beleid does not have or that does not fit."""
    eis_status(dossier, TE_BEEINDIGEN, "De ondersteuning beëindigen")
    eis_in_leven(dossier, "De ondersteuning beëindigen")
    if grond not in regels.beeindigingsgronden:
        raise ActieFout("Kies een grond uit het beleid van uw gemeente.")
    if is_toch_erkend(dossier):
        raise ActieFout(TOCH_ERKEND)
    if weigering := get_weigering(grond, dossierstand(dossier), datum):
        raise ActieFout(weigering)
    if datum > on + EINDE_VOORUIT:
        raise ActieFout(te_ver(on))


def _rond_eindgrond_af(dossier: Dossier, beeindiging: Beeindiging, by: User) -> None:
    """Note on the ground that was recorded before by which end it was settled."""
    for rij in Eindgrond.objects.geldig().filter(dossier=dossier, beeindiging=None):
        rij.beeindiging = beeindiging
        bewaar(rij, by=by, velden=["beeindiging"], reden=beeindiging.grond_tekst)


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
        sluit_traject(traject, reden, by=by, at=at)


def _start_nazorg(dossier: Dossier, start: date, by: User, on: date) -> None:
    """Plan the contacts of the nazorg: the first one runs, the later ones are expected.

    They come after contacts that were held before an end was taken back.
    """
    traject = _open_traject(dossier, start, by)
    eerder = traject.contacten.aggregate(laatste=Max("volgnummer"))["laatste"] or 0
    for keer in range(1, regels_van(dossier).nazorg_contacten + 1):
        termijn = start_termijn(
            dossier=dossier,
            regel="nazorg_contact",
            aanleiding=f"nazorg:{traject.pk}:{eerder + keer}",
            start=start,
            on=on,
            keer=keer,
            verwacht=keer > 1,
        )
        assert termijn is not None, "nazorg_contacten is 0 als het contact uit staat"
        nummer, tot = eerder + keer, termijn.uiterste_datum
        bewaar(Nazorgcontact(traject=traject, volgnummer=nummer, gepland_op=tot), by=by)
    start_termijn(dossier=dossier, regel="nazorg_einde", aanleiding=f"nazorg:{traject.pk}", start=start, on=on)


def _open_traject(dossier: Dossier, start: date, by: User) -> Nazorgtraject:
    """Give the nazorg of a dossier: a new one, or the one that lapsed when an earlier end was taken back."""
    traject = Nazorgtraject.objects.select_for_update().filter(dossier=dossier).first()
    if traject is None:
        return bewaar(Nazorgtraject(dossier=dossier, start=start), by=by)
    traject.start = start
    return open_traject(traject, by=by)
