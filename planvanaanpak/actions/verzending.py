"""What happens to a letter after it left: the day turns out wrong, it comes back, it is sent again."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.brief import Ontvanger
from cases.briefadres import ontvanger
from cases.models import Dossier, Taak
from config.weergave import datum as datumtekst
from planvanaanpak.actions.verzendbasis import (
    bezwaar_bij,
    eis_ontvanger,
    eis_verzenddag,
    eis_wijze,
    is_zelfde_adres,
    leg_vast,
    maak_blad,
    ontvanger_nu,
    rechtsmiddel,
    volg_dag,
    volg_dag_op_bezwaar,
)
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, Retourpost, Verzending
from planvanaanpak.verzendkeuzes import NIET_BEKENDGEMAAKT, Gebeurtenis, Retourreden, Verzendwijze

TERMIJN = {"bezwaar": "bezwaartermijn", "beroep": "beroepstermijn"}


@transaction.atomic
def verzenddatum_verbeteren(
    *, besluit: Besluit, datum: date, reden: str, by: User, at: datetime, on: date
) -> Verzending:
    """Correct the day that was noted as the day a letter left: was, becomes, why and who are kept.

    Awb art. 6:8: the term follows the real day, and so do the clocks that this besluit met. The inwoner gets a new
    bijsluiter; the one that was made before is kept. Raises ActieFout for a letter that has not left yet.
    """
    besluit = vergrendel_besluit(besluit)
    dossier, was = besluit.dossier, _eis_verzonden(besluit)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de dag verandert.")
    if datum == was:
        raise ActieFout(f"De brief staat al op {datumtekst(was)}. Kies een andere dag.")
    eis_verzenddag(besluit, datum, on)
    naar = ontvanger_nu(besluit) or ontvanger(dossier.persoon)
    eis_ontvanger(besluit, naar, datum)
    laatste = laatste_verzending(besluit)
    if laatste is not None and laatste.gebeurtenis == Gebeurtenis.OPNIEUW and not laatste.telt:
        raise ActieFout(
            "Deze brief kwam terug en is daarna opnieuw verstuurd. De eerste dag is daarbij al bevestigd. Klopt die dag"
            " niet? Bespreek met een jurist wat de inwoner moet weten."
        )
    wijze = laatste.wijze if laatste else Verzendwijze.POST
    toestemming = eis_wijze(besluit, wijze, datum, naar)
    leg_reden = reden.strip()
    rij = leg_vast(
        besluit,
        Gebeurtenis.CORRECTIE,
        datum,
        wijze=wijze,
        toestemming=toestemming,
        reden=leg_reden,
        by=by,
        at=at,
    )
    _zet_dag(besluit, datum)
    maak_blad(besluit, datum, rij, datum=on, eerder=was)
    gevolg = _laat_volgen(besluit, datum, was, on)
    tekst = (
        f"Verzenddatum van besluit {besluit.nummer} verbeterd: was {datumtekst(was)}, is {datumtekst(datum)}. De"
        f" {TERMIJN[rechtsmiddel(besluit)]} volgt die dag. Er is een nieuwe bijsluiter.{gevolg}"
    )
    log(dossier, "verzenddatum_verbeterd", tekst, by=by, at=at, reden=leg_reden, besluit=besluit.nummer)
    return rij


@transaction.atomic
def retour_vastleggen(
    *, besluit: Besluit, datum: date, reden: str, toelichting: str, by: User, at: datetime, on: date
) -> Retourpost:
    """Record that a letter came back, and put a taak on the list of who works on the dossier: send it again.

    Raises ActieFout for a letter that has not left, that was recorded already, or for a day that can't be.
    """
    besluit = vergrendel_besluit(besluit)
    dossier, verzonden = besluit.dossier, _eis_verzonden(besluit)
    if besluit.retouren.wacht().exists():
        raise ActieFout("Deze brief is al als teruggekomen vastgelegd. Verstuur hem opnieuw.")
    laatste = laatste_verzending(besluit)
    if datum > on:
        raise ActieFout("De dag waarop de brief terugkwam, kan niet in de toekomst liggen.")
    eerste = max(verzonden, laatste.datum) if laatste else verzonden
    if datum < eerste:
        raise ActieFout(f"De brief ging weg op {datumtekst(eerste)}. Kies een dag vanaf die datum.")
    elektronisch = laatste is not None and laatste.wijze == Verzendwijze.ELEKTRONISCH
    if elektronisch != (reden == Retourreden.NIET_BEZORGD):
        hoe = "elektronisch" if elektronisch else "niet elektronisch"
        raise ActieFout(f"Deze brief is {hoe} verstuurd. Kies een reden die daarbij past.")
    retour = Retourpost(
        besluit=besluit,
        datum=datum,
        reden=reden,
        toelichting=toelichting.strip(),
        taak=_maak_taak(dossier, besluit, on, by),
        vastgelegd_op=at,
        vastgelegd_door=by,
    )
    bewaar(retour, by=by)
    waarom = Retourreden(reden).label.lower()
    tekst = f"De brief van besluit {besluit.nummer} kwam terug op {datumtekst(datum)}: {waarom}."
    log(dossier, "brief_terug", tekst, by=by, at=at, reden=retour.toelichting, besluit=besluit.nummer)
    return retour


@transaction.atomic
def retour_weghalen(*, retour: Retourpost, reden: str, by: User, at: datetime) -> Retourpost:
    """Take back that a letter came back: it was a mistake. Refused once the letter was sent again."""
    besluit, rij = _vergrendel_retour(retour)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom dit niet klopt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden.strip()
    bewaar(rij, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden)
    if rij.taak is not None and rij.taak.gedaan_op is None:
        rij.taak.is_vervallen = True
        bewaar(rij.taak, by=by, velden=["is_vervallen"])
    tekst = f"Weggehaald: de brief van besluit {besluit.nummer} kwam niet terug."
    log(besluit.dossier, "brief_terug_weg", tekst, by=by, at=at, reden=reden, besluit=besluit.nummer)
    return rij


@transaction.atomic
def opnieuw_verzenden(*, retour: Retourpost, datum: date, wijze: str, by: User, at: datetime, on: date) -> Verzending:
    """Record that a letter that came back left again, with a sheet that bears the address of now.

    Was the address wrong, then the besluit was not made known (Awb art. 3:41 lid 1) and the term begins on this day
    (art. 6:8); was the address right, it goes on from the first day (decision 0941). The letter itself stays as it is.
    """
    besluit, rij = _vergrendel_retour(retour)
    dossier, was = besluit.dossier, _eis_verzonden(besluit)
    eis_verzenddag(besluit, datum, on)
    naar = ontvanger_nu(besluit) or ontvanger(dossier.persoon)
    eis_ontvanger(besluit, naar, datum)
    if datum < rij.datum:
        raise ActieFout(f"De brief kwam terug op {datumtekst(rij.datum)}. Kies een dag vanaf die datum.")
    _eis_adres(besluit, rij, naar, wijze)
    if rij.reden == Retourreden.NIET_BEZORGD and wijze == Verzendwijze.ELEKTRONISCH:
        raise ActieFout("De brief kwam elektronisch niet aan. Verstuur hem nu met de post, of geef hem af.")
    toestemming = eis_wijze(besluit, wijze, datum, naar)
    telt = Retourreden(rij.reden) in NIET_BEKENDGEMAAKT
    verzending = leg_vast(
        besluit,
        Gebeurtenis.OPNIEUW,
        datum,
        wijze=wijze,
        toestemming=toestemming,
        telt=telt,
        retour=rij,
        by=by,
        at=at,
    )
    volgt = ""
    if telt and datum != was:
        _zet_dag(besluit, datum)
        volgt = _laat_volgen(besluit, datum, was, on)
    maak_blad(
        besluit,
        datum if telt else was,
        verzending,
        datum=on,
        opnieuw=True,
        loopt_door=not telt,
        opnieuw_op=datum if datum < on else None,
    )
    if rij.taak is not None and rij.taak.gedaan_op is None:
        rij.taak.gedaan_op, rij.taak.gedaan_door = at, by
        bewaar(rij.taak, by=by, velden=["gedaan_op", "gedaan_door"])
    termijn = TERMIJN[rechtsmiddel(besluit)]
    gevolg = f"De {termijn} begint op die dag." if telt else f"De {termijn} verandert niet."
    tekst = f"Besluit {besluit.nummer} opnieuw verzonden op {datumtekst(datum)}. {gevolg}{volgt}"
    log(dossier, "besluit_opnieuw_verzonden", tekst, by=by, at=at, besluit=besluit.nummer)
    return verzending


def vergrendel_besluit(besluit: Besluit) -> Besluit:
    """Lock the dossier and give the besluit as it is now, with that dossier."""
    dossier = vergrendel(besluit.dossier)
    rij: Besluit = Besluit.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=besluit.pk)
    rij.dossier = dossier
    return rij


def laatste_verzending(besluit: Besluit) -> Verzending | None:
    rij: Verzending | None = besluit.verzendingen.order_by("-pk").first()
    return rij


def _vergrendel_retour(retour: Retourpost) -> tuple[Besluit, Retourpost]:
    besluit = vergrendel_besluit(retour.besluit)
    rij = Retourpost.objects.select_for_update(of=("self",)).select_related("taak").get(pk=retour.pk)
    rij.besluit = besluit
    if rij.is_ingetrokken:
        raise ActieFout(f"Dit is al weggehaald: {rij.ingetrokken_reden}")
    if opnieuw := Verzending.objects.filter(retour=rij).first():
        raise ActieFout(f"Deze brief is al opnieuw verstuurd op {datumtekst(opnieuw.datum)}.")
    return besluit, rij


def _eis_verzonden(besluit: Besluit) -> date:
    if besluit.verzonden_op is None:
        raise ActieFout("Dit besluit is nog niet verzonden. Bevestig eerst de verzending.")
    return besluit.verzonden_op


def _zet_dag(besluit: Besluit, datum: date) -> None:
    besluit.verzonden_op = datum
    besluit.save(update_fields=["verzonden_op"])


def _laat_volgen(besluit: Besluit, datum: date, was: date, on: date) -> str:
    gevolg = volg_dag(besluit, datum, was, on)
    if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR:
        volg_dag_op_bezwaar(besluit, datum, was)
    return gevolg


def _maak_taak(dossier: Dossier, besluit: Besluit, on: date, by: User) -> Taak:
    voor = dossier.casusregisseur or by
    wat = f"Brief van besluit {besluit.nummer} kwam terug: controleer het adres en verstuur hem opnieuw"
    taak: Taak = bewaar(
        Taak(gemeente_id=dossier.gemeente_id, dossier=dossier, voor=voor, wat=wat, datum=on, door=by), by=by
    )
    return taak


def _eis_adres(besluit: Besluit, retour: Retourpost, naar: Ontvanger, wijze: str) -> None:
    """Refuse an address that is not complete, or by post the one from which the letter came back."""
    if not naar.is_adresseerbaar:
        raise _met_adres(besluit, naar, "Het adres is niet volledig. Vul het aan; daarna kan de brief opnieuw uit.")
    if retour.reden == Retourreden.ADRES and wijze == Verzendwijze.POST and is_zelfde_adres(besluit, naar):
        raise _met_adres(
            besluit, naar, "Het adres is nog hetzelfde. Pas eerst het adres aan. Daarna kan de brief opnieuw uit."
        )


def _met_adres(besluit: Besluit, naar: Ontvanger, tekst: str) -> ActieFout:
    """Refuse, with the way to the address: of another belanghebbende it stands at the bezwaar."""
    fout, nummer = ActieFout(tekst), besluit.dossier.nummer
    fout.url, fout.url_tekst = reverse("persoon_wijzigen", args=[nummer]), "Naar het adres"
    bezwaar = bezwaar_bij(besluit) if naar.ander else None
    if bezwaar is not None:
        fout.url = reverse("bezwaar_indiener", args=[nummer, bezwaar.pk])
    return fout
