"""Register someone, and keep what the gemeente knows of a person up to date."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import Gemeente, User
from cases.actions.adres import maak_samengevoegde_geheim
from cases.actions.basis import ActieFout, bewaar, eis_niet_samengevoegd, log, vergrendel, volgend_nummer, zet_status
from cases.actions.klokken import volg_feiten
from cases.actions.tegemoetkoming import vergeet_tegemoetkoming
from cases.actions.termijnen import start_termijn
from cases.beleid_bron import beleid_op
from cases.keuzes import ZONDER_RECHT, Aanmeldroute, Doelgroep, Grondslag, UhtStatus
from cases.models import Aanmelding, Controlepunt, Dossier, Gezin, Persoon, UhtStatusWijziging
from cases.status import Status
from cases.statusvraag import GESTOPT, statusvraag


@transaction.atomic
def aanmelden(
    *,
    gemeente: Gemeente,
    persoonsgegevens: Mapping[str, Any],
    doelgroep: Doelgroep,
    route: Aanmeldroute,
    datum: date,
    uht_status: UhtStatus,
    datum_status: date | None,
    bron: str,
    by: User | None,
    at: datetime,
    on: date,
    aanmelding: Mapping[str, Any] | None = None,
) -> Dossier:
    """Make a dossier with its persoon, its own gezin, the UHT status and the first clocks.

    Someone who is niet erkend has no right to support (Wht art. 2.21 lid 6): a dossier that says so, without clocks.
    `aanmelding` holds fields of the Aanmelding; without it the data came from UHT (Wht art. 6.12 lid 12).
    Raises ActieFout when the gemeente knows the BSN already.
    """
    # The number first: who takes one waits for who took one before, and then finds the BSN that the other registered.
    nummer = volgend_nummer(gemeente, "D", datum.year)
    persoon = Persoon(gemeente=gemeente, **persoonsgegevens)
    _eis_onbekend(persoon)
    try:
        with transaction.atomic():
            bewaar(persoon, by=by, reden=bron)
    except IntegrityError:  # somebody gave the BSN to another person meanwhile, which takes no number
        _eis_onbekend(persoon)
        raise
    heeft_recht = uht_status not in ZONDER_RECHT
    dossier = Dossier(
        gemeente=gemeente,
        nummer=nummer,
        persoon=persoon,
        gezin=Gezin.objects.create(gemeente=gemeente),
        doelgroep=doelgroep,
        status=Status.AANMELDING if heeft_recht else Status.GEEN_RECHT,
        uht_status=uht_status,
        aanmeldroute=route,
        datum_aanmelding=datum,
        beleid=beleid_op(gemeente.pk, datum),
    )
    bewaar(dossier, by=by, reden=bron)
    velden = aanmelding or {"grondslag": Grondslag.WHT_6_12}
    bewaar(Aanmelding(dossier=dossier, **velden), by=by, reden=bron)
    gemeld = {"status": uht_status, "datum_feit": datum_status, "bron": bron}
    # UHT may have decided between the day somebody came and the day it was written down.
    rij = UhtStatusWijziging(dossier=dossier, datum_gemeld=max(datum, datum_status or datum), **gemeld, door=by)
    bewaar(rij, by=by, reden=bron)
    if heeft_recht:
        _start_klokken(dossier, on)
    log(dossier, "aangemeld", _aanmeldtekst(dossier, heeft_recht), by=by, at=at, bron=bron)
    return dossier


def _eis_onbekend(persoon: Persoon) -> None:
    if persoon.bsn and Persoon.objects.filter(gemeente=persoon.gemeente_id, bsn=persoon.bsn).exists():
        raise ActieFout("Deze persoon heeft al een dossier. Zoek op naam en werk in dat dossier verder.") from None


def _start_klokken(dossier: Dossier, on: date) -> None:
    aanleiding = f"dossier:{dossier.pk}"
    for regel in ("eerste_contact", "eerste_gesprek"):
        start_termijn(dossier=dossier, regel=regel, aanleiding=aanleiding, start=dossier.datum_aanmelding, on=on)


def _aanmeldtekst(dossier: Dossier, heeft_recht: bool) -> str:
    tekst = f"Aangemeld als {dossier.get_doelgroep_display().lower()} via {dossier.get_aanmeldroute_display().lower()}."
    if heeft_recht:
        return tekst
    uht_status = dossier.get_uht_status_display().lower()
    return f"{tekst} UHT-status is {uht_status}: geen recht op ondersteuning, geen termijnen."


@transaction.atomic
def persoon_wijzigen(
    *, dossier: Dossier, wijzigingen: Mapping[str, Any], reden: str, by: User | None, at: datetime
) -> Persoon:
    """Change what is known of the rechthebbende; the history keeps the old values. No difference writes nothing.

    An address that becomes geheim does so too in every dossier that was merged into this one.
    """
    if wijzigingen.get("geheim_adres"):
        vergrendel(dossier)  # a merge at the same moment comes before or after it: no address stays open between them
    else:
        eis_niet_samengevoegd(dossier)
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    anders = {veld: waarde for veld, waarde in wijzigingen.items() if getattr(persoon, veld) != waarde}
    if not anders:
        return persoon
    for veld, waarde in anders.items():
        setattr(persoon, veld, waarde)
    bewaar(persoon, by=by, velden=list(anders), reden=reden)
    if anders.get("geheim_adres"):
        maak_samengevoegde_geheim(dossier, by=by, reden=reden)
    labels = ", ".join(str(Persoon._meta.get_field(veld).verbose_name) for veld in anders)  # type: ignore[union-attr]
    log(dossier, "persoon_gewijzigd", f"Gegevens gewijzigd: {labels}.", by=by, at=at, reden=reden)
    return persoon


@transaction.atomic
def doelgroep_wijzigen(*, dossier: Dossier, doelgroep: Doelgroep, reden: str, by: User | None, at: datetime) -> Dossier:
    """Change to which doelgroep the rechthebbende belongs; only a child keeps the day of the tegemoetkoming."""
    dossier = vergrendel(dossier)
    was = dossier.get_doelgroep_display()
    dossier.doelgroep = doelgroep
    velden = [] if doelgroep == Doelgroep.KIND else vergeet_tegemoetkoming(dossier)
    bewaar(dossier, by=by, velden=["doelgroep", *velden, "updated_at"], reden=reden)
    tekst = f"Doelgroep gewijzigd van {was.lower()} in {doelgroep.label.lower()}."
    log(dossier, "doelgroep_gewijzigd", tekst, by=by, at=at, reden=reden)
    return dossier


@transaction.atomic
def uht_status_vastleggen(
    *,
    dossier: Dossier,
    status: UhtStatus,
    datum_feit: date,
    datum_gemeld: date,
    bron: str,
    by: User | None,
    at: datetime,
    on: date,
) -> Dossier:
    """Record what UHT says of a person. A dossier without recht opens when UHT no longer says niet erkend.

    A new status that calls for a decision makes a controlepunt. What a niet-erkend message means for a running dossier
    is the action `acclimatisatie_starten` of nazorg.
    """
    dossier = vergrendel(dossier)
    was, vroeg = dossier.uht_status, statusvraag(dossier.status, dossier.uht_status, niet_erkend=True)
    gemeld = {"status": status, "datum_feit": datum_feit, "datum_gemeld": datum_gemeld, "bron": bron}
    bewaar(UhtStatusWijziging(dossier=dossier, **gemeld, door=by), by=by, reden=bron)
    zet_uht_status(dossier, status, datum_gemeld, by=by, on=on, reden=bron)
    log(
        dossier, "uht_status", f"UHT-status is nu: {dossier.get_uht_status_display().lower()}.", by=by, at=at, bron=bron
    )
    if status != was:
        stel_statusvraag(dossier, by=by, at=at, vroeg=bool(vroeg))
    sluit_wachtende(dossier, by=by, at=at)
    return dossier


def zet_uht_status(
    dossier: Dossier, status: UhtStatus, datum_gemeld: date, *, by: User | None, on: date, reden: str
) -> None:
    """Give a locked dossier its status of UHT; one without recht opens on the day the gemeente heard of a recht.

    That day is its aanmelding, with the beleid of then. A contact from before it begins no clock, one since then does.
    """
    dossier.uht_status = status
    velden = ["uht_status", "updated_at"]
    opent = dossier.status == Status.GEEN_RECHT and status not in ZONDER_RECHT
    if opent:
        zet_status(dossier, Status.AANMELDING)
        dossier.datum_aanmelding, dossier.beleid = datum_gemeld, beleid_op(dossier.gemeente_id, datum_gemeld)
        velden += ["status", "datum_aanmelding", "beleid"]
    bewaar(dossier, by=by, velden=velden, reden=reden)
    if opent:
        volg_feiten(dossier, by=by, on=on, reden=reden)


@transaction.atomic
def controlepunt_maken(*, dossier: Dossier, soort: Controlepunt.Soort, tekst: str) -> Controlepunt:
    """Ask for a look at something. An open point of the same kind keeps its text, and gets each line it does not have.

    A point has no history, so what was asked goes only when somebody answered it.
    """
    open_punt = (
        Controlepunt.objects.select_for_update().filter(dossier=dossier, soort=soort, afgehandeld_op=None).first()
    )
    if open_punt is None:
        return Controlepunt.objects.create(gemeente=dossier.gemeente, dossier=dossier, soort=soort, tekst=tekst)
    if nieuw := [regel for regel in tekst.splitlines() if regel not in open_punt.tekst]:
        open_punt.tekst = "\n".join([open_punt.tekst, *nieuw])
        open_punt.save(update_fields=["tekst"])
    return open_punt


def stel_statusvraag(
    dossier: Dossier, *, by: User | None, at: datetime, vroeg: bool = True, gaf_niet_erkend: bool = False
) -> None:
    """Ask what the status of UHT of a locked dossier calls for; what a former status asked is closed.

    Without `vroeg` the former asked nothing, so there is nothing to look for: a list has thousands of such rows.
    `gaf_niet_erkend` says that it was niet erkend until now, by a row that turned out wrong.
    """
    if vroeg:
        nu = dossier.get_uht_status_display().lower()
        sluit_statusvraag(dossier, f"De status bij UHT is nu: {nu}.", by=by, at=at)
    if vraag := vraag_van(dossier, gaf_niet_erkend=gaf_niet_erkend):
        controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.UHT, tekst=vraag)


def vraag_van(dossier: Dossier, *, gaf_niet_erkend: bool = False) -> str:
    """Read what the status of UHT of a dossier asks now; looks for niet erkend only where the support has stopped."""
    gezegd = dossier.uht_wijzigingen.geldig().filter(status=UhtStatus.NIET_ERKEND)
    niet_erkend = dossier.status in GESTOPT and (gaf_niet_erkend or gezegd.exists())
    return statusvraag(dossier.status, dossier.uht_status, niet_erkend=niet_erkend)


def sluit_statusvraag(dossier: Dossier, toelichting: str, *, by: User | None, at: datetime) -> None:
    """Close the question of UHT when a locked dossier, as it is now, no longer asks it.

    Only a person closes a point: after a list that was read without one, on the command line, it stays to be looked at.
    """
    if by is None:
        return
    vraag = vraag_van(dossier)
    for punt in dossier.controlepunten.select_for_update().filter(soort=Controlepunt.Soort.UHT, afgehandeld_op=None):
        if not vraag or vraag not in punt.tekst:
            punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, toelichting
            punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])


def sluit_wachtende(dossier: Dossier, *, by: User | None, at: datetime) -> None:
    """Close the question of a merge whether UHT said niet erkend: the status of a locked dossier is of after it."""
    if by is None:
        return
    wacht = dossier.controlepunten.filter(soort=Controlepunt.Soort.NIET_ERKEND, afgehandeld_op=None)
    nu = f"De status bij UHT is nu: {dossier.get_uht_status_display().lower()}."
    wacht.update(afgehandeld_op=at, afgehandeld_door=by, toelichting=nu)


@transaction.atomic
def controlepunt_afhandelen(*, punt: Controlepunt, toelichting: str, by: User, at: datetime) -> Controlepunt:
    """Close a controlepunt with what was found."""
    punt = Controlepunt.objects.select_for_update().get(pk=punt.pk)
    if punt.afgehandeld_op is not None:
        raise ActieFout("Dit punt is al afgehandeld.")
    punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, toelichting
    punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])
    log(punt.dossier, "gecontroleerd", f"Gecontroleerd: {punt.tekst}", by=by, at=at, reden=toelichting)
    return punt
