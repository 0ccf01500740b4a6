"""Merge two dossiers of one person: one goes on with everything, the other points to it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from accounts.models import User
from cases.actions.aanmelddatum import beleid_bij
from cases.actions.aanmelden import controlepunt_maken
from cases.actions.basis import OVERLIJDEN, ActieFout, bewaar, eis_status, log, vergrendel, zet_status
from cases.actions.intrekken import IN_TE_TREKKEN, trek_dossier_in
from cases.actions.klokken import Waarom, stop_klokken, volg_feiten
from cases.actions.overlijden import SAMENGEVOEGD, zet_overlijden
from cases.actions.persoon import bewaar_persoon
from cases.actions.stilleggen import laatste_gegevens, leg_stil
from cases.actions.tegemoetkoming import volg_tegemoetkoming
from cases.keuzes import Rang
from cases.models import (
    Aanvulling,
    Afspraak,
    Betrokkene,
    Contact,
    Controlepunt,
    Document,
    Dossier,
    Driegesprek,
    Gesprek,
    Gezin,
    Gezinslid,
    Hulpvraag,
    Identiteitscontrole,
    Ingebrekestelling,
    Notitie,
    Opschorting,
    Persoon,
    Taak,
    Termijn,
    Termijnbericht,
    UhtStatusWijziging,
    Verificatie,
)
from cases.registratie import bindingen
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.zoekvraag import DOSSIERNUMMER

# What moves along, in an order in which each row finds what it hangs on.
VERHUIST: tuple[type[models.Model], ...] = (
    Contact, Verificatie, Gesprek, Hulpvraag, Driegesprek, Document, Identiteitscontrole, Betrokkene, Afspraak, Taak,
    Notitie, Termijnbericht, UhtStatusWijziging, Controlepunt,
)  # fmt: skip
# What a person chooses between; whether somebody died is no choice, and the gemeente is the same.
PERSOONVELDEN = tuple(veld for veld in Persoon.Privacy.personal if veld != "datum_overlijden")
ACUUT = ("acuut", "acuut_toelichting", "acuut_op", "acuut_door")
VOORRANG = ("voorrang_reden", "voorrang_op", "voorrang_door")
GEVOLGD = (
    "status",
    "datum_aanmelding",
    "datum_eerste_gesprek",
    "datum_tegemoetkoming",
    "beleid",
    "casusregisseur",
    "rang",
    *ACUUT,
    *VOORRANG,
)


@transaction.atomic
def samenvoegen(
    *,
    dossier: Dossier,
    ander: Dossier,
    van_ander: Collection[str],
    reden: str,
    by: User,
    at: datetime,
    on: date,
) -> Dossier:
    """Move everything of `ander` to `dossier`, take the fields `van_ander` of its persoon, and withdraw it.

    The earliest aanmelding and first contact count. The eerste gesprek of `dossier` stays the eerste; has it none,
    then that of `ander` comes along with its clocks. An address that is geheim in one is so in both from now on. Raises
    ActieFout when both have what can't move, or when the wrong one of the two would go on. One event in each dossier.
    """
    dossier, ander = _vergrendel_beide(dossier, ander)
    eis_samenvoegbaar(dossier, ander)
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom dit dezelfde persoon is.")
    overleden = dossier.persoon.datum_overlijden or ander.persoon.datum_overlijden
    gekozen = {veld: getattr(ander.persoon, veld) for veld in van_ander if veld in PERSOONVELDEN}
    if dossier.persoon.geheim_adres or ander.persoon.geheim_adres:
        gekozen["geheim_adres"] = True
        _maak_geheim(ander.persoon, by=by, reden=reden)
    kreeg = dossier.datum_tegemoetkoming
    _begin_van_ander(dossier, ander)
    _eerste_gesprek_mee(dossier, ander, by=by, reden=reden)
    _ingebrekestelling_mee(dossier, ander, by=by, reden=reden)
    _beantwoord_punten(dossier, ander, by=by, at=at)
    aantal = _verhuis(dossier, ander, by=by, at=at, reden=reden)
    _voeg_gezin_samen(dossier, ander, by=by, reden=reden)
    trek_dossier_in(ander, reden, by=by, op=at, met=dossier)
    _vul_persoon(dossier, gekozen, by=by, reden=reden)
    bewaar(dossier, by=by, velden=[*GEVOLGD, "updated_at"], reden=reden)
    stil = _leg_stil(dossier, ander, overleden, by=by, reden=reden) if overleden else {}
    volg_feiten(dossier, by=by, on=on, reden=reden)
    if dossier.datum_tegemoetkoming != kreeg:
        volg_tegemoetkoming(dossier, on=on)
    tekst = f"Samengevoegd met dossier {ander.nummer}: {aantal} gegevens zijn hierheen gegaan."
    log(dossier, SAMENGEVOEGD, tekst, by=by, at=at, reden=reden, ander=ander.nummer, **stil)
    tekst = f"Samengevoegd met dossier {dossier.nummer}. Alles staat nu daar. Dit dossier is ingetrokken."
    log(ander, SAMENGEVOEGD, tekst, by=by, at=at, reden=reden, ander=dossier.nummer)
    return dossier


def eis_samenvoegbaar(dossier: Dossier, ander: Dossier) -> None:
    """Refuse two dossiers that can't become one, or that only can the other way round; says which and why."""
    if dossier.pk == ander.pk:
        raise ActieFout("Dit is hetzelfde dossier. Kies het nummer van het andere dossier.")
    if dossier.gemeente_id != ander.gemeente_id:
        raise ActieFout("Deze dossiers zijn van twee gemeenten. Samenvoegen kan alleen binnen één gemeente.")
    for een in (dossier, ander):
        if een.status == Status.INGETROKKEN:
            raise ActieFout(f"Samenvoegen kan niet: dossier {een.nummer} is ingetrokken.")
    hier, daar = _vast(dossier), _vast(ander)
    if hier and daar:
        raise ActieFout(
            f"Samenvoegen kan niet: dossier {dossier.nummer} heeft al {hier} en dossier {ander.nummer} heeft al {daar}."
            " Overleg met uw beheerder."
        )
    if daar:
        raise ActieFout(f"Dossier {ander.nummer} heeft al {daar}. Laat dat dossier doorgaan.")
    if ander.is_open and not dossier.is_open:
        raise ActieFout(
            f"Dossier {dossier.nummer} staat op '{dossier.get_status_display()}' en dossier {ander.nummer} loopt nog."
            f" {'Samenvoegen kan daarom niet.' if hier else 'Laat het lopende dossier doorgaan.'}"
        )
    eis_status(ander, IN_TE_TREKKEN, f"Dossier {ander.nummer} laten opgaan in een ander dossier")


def _vast(dossier: Dossier) -> str:
    return " en ".join(binding.wat for binding in bindingen(dossier))


def _vergrendel_beide(dossier: Dossier, ander: Dossier) -> tuple[Dossier, Dossier]:
    """Lock both, always in the same order, so that two merges at once wait for each other and never block."""
    op_volgorde = sorted((dossier, ander), key=lambda een: een.pk)
    slot = {een.pk: vergrendel(een) for een in op_volgorde}
    return slot[dossier.pk], slot[ander.pk]


def _begin_van_ander(dossier: Dossier, ander: Dossier) -> None:
    """Take the earlier aanmelding, and what only the other has: a casusregisseur, acuut, voorrang.

    The day of a dossier without recht is no beginning: nothing ran from it (Wht art. 2.21 lid 6).
    """
    if ander.status != Status.GEEN_RECHT or dossier.status == Status.GEEN_RECHT:
        dossier.datum_aanmelding = min(dossier.datum_aanmelding, ander.datum_aanmelding)
        dossier.beleid = beleid_bij(dossier, dossier.datum_aanmelding)
    dossier.casusregisseur = dossier.casusregisseur or ander.casusregisseur
    if dossier.doelgroep == ander.doelgroep:
        dossier.datum_tegemoetkoming = dossier.datum_tegemoetkoming or ander.datum_tegemoetkoming
    for velden in (ACUUT, VOORRANG):
        if not getattr(dossier, velden[0]):
            for veld in velden:
                setattr(dossier, veld, getattr(ander, veld))
    dossier.rang = Rang.ACUUT if dossier.acuut else Rang.VOORRANG if dossier.voorrang_reden else Rang.GEWOON
    if dossier.uht_status != ander.uht_status:
        hier, daar = dossier.get_uht_status_display().lower(), ander.get_uht_status_display().lower()
        tekst = f"De UHT-status was in de twee dossiers niet gelijk: {hier} en {daar}. Vraag na welke klopt."
        controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst=tekst)


def _eerste_gesprek_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Keep one eerste gesprek: that of the dossier that goes on, else that of the other, with its clocks."""
    gesprek = ander.gesprekken.filter(is_eerste_gesprek=True).first()
    if gesprek is None:
        return
    if dossier.datum_eerste_gesprek is not None:
        gesprek.is_eerste_gesprek = False
        bewaar(gesprek, by=by, velden=["is_eerste_gesprek"], reden=reden)
        return
    dossier.datum_eerste_gesprek = gesprek.datum
    if Status(dossier.status) in VOOR_EERSTE_GESPREK:
        zet_status(dossier, Status.PLAN_VAN_AANPAK)
        Termijn.objects.filter(dossier=ander, aanleiding=f"gesprek:{gesprek.pk}").update(dossier=dossier)
        _uitstel_mee(dossier, ander, by=by, reden=reden)


def _uitstel_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Move what holds up or hurries a clock that came along, with the clocks of its own.

    What holds up a clock that stays, stays with it.
    """
    rijen: dict[str, QuerySet[Any]] = {
        "opschorting": Opschorting.objects.filter(dossier=ander, termijn__dossier=dossier),
        "ingebrekestelling": Ingebrekestelling.objects.filter(dossier=ander, termijn__dossier=dossier),
        "aanvulling": Aanvulling.objects.filter(dossier=ander),
    }
    for naam, welke in rijen.items():
        for rij in welke:
            rij.dossier = dossier
            bewaar(rij, by=by, velden=["dossier"], reden=reden)
            Termijn.objects.filter(dossier=ander, aanleiding=f"{naam}:{rij.pk}").update(dossier=dossier)


def _ingebrekestelling_mee(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Keep a letter of the inwoner in force: it is about the one aanvraag of this person (Awb art. 4:17 lid 3).

    It hangs on the same clock of the dossier that goes on, unless that has such a letter already.
    """
    for rij in Ingebrekestelling.objects.geldig().filter(dossier=ander).select_related("termijn"):
        klok = dossier.termijnen.filter(regel=rij.termijn.regel, datum_gehaald=None).first()
        if klok is None or Ingebrekestelling.objects.geldig().filter(dossier=dossier).exists():
            continue
        rij.dossier, rij.termijn = dossier, klok
        bewaar(rij, by=by, velden=["dossier", "termijn"], reden=reden)
        Termijn.objects.filter(dossier=ander, aanleiding=f"ingebrekestelling:{rij.pk}").update(dossier=dossier)


def _verhuis(dossier: Dossier, ander: Dossier, *, by: User, at: datetime, reden: str) -> int:
    """Move every row, each with the reason in its history; gives how many."""
    aantal = 0
    for model in VERHUIST:
        for rij in model._default_manager.filter(dossier=ander):
            if isinstance(rij, Controlepunt):
                _sluit_dubbel_punt(dossier, rij, by=by, at=at)
            rij.dossier = dossier  # type: ignore[attr-defined]  # every model of VERHUIST has one
            bewaar(rij, by=by, velden=["dossier"], reden=reden)
            aantal += 1
    return aantal


def _beantwoord_punten(dossier: Dossier, ander: Dossier, *, by: User, at: datetime) -> None:
    """Close the question whether the two are one person: this merge answers it. About a third dossier it stays."""
    for een, tweede in ((dossier, ander), (ander, dossier)):
        punt = een.controlepunten.filter(soort=Controlepunt.Soort.DUBBEL, afgehandeld_op=None).first()
        if punt is not None and set(DOSSIERNUMMER.findall(punt.tekst)) == {tweede.nummer}:
            punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, "De dossiers zijn samengevoegd."
            punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])


def _sluit_dubbel_punt(dossier: Dossier, punt: Controlepunt, *, by: User, at: datetime) -> None:
    """Of two open points of one kind keep one, with both texts: a dossier has one open point of a kind."""
    dubbel = dossier.controlepunten.filter(soort=punt.soort, afgehandeld_op=None).exists()
    if punt.afgehandeld_op is not None or not dubbel:
        return
    controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort(punt.soort), tekst=punt.tekst)
    punt.afgehandeld_op, punt.afgehandeld_door, punt.toelichting = at, by, "Staat nu bij het andere punt."
    punt.save(update_fields=["afgehandeld_op", "afgehandeld_door", "toelichting"])


def _voeg_gezin_samen(dossier: Dossier, ander: Dossier, *, by: User, reden: str) -> None:
    """Make one gezin of two: it was one, as it is one person. The other dossiers and gezinsleden come along."""
    if dossier.gezin_id == ander.gezin_id:
        return
    for verwant in Dossier.objects.filter(gezin=ander.gezin_id).exclude(pk=ander.pk).order_by("pk"):
        verwant.gezin_id = dossier.gezin_id
        bewaar(verwant, by=by, velden=["gezin", "updated_at"], reden=reden)
    for lid in Gezinslid.objects.filter(gezin=ander.gezin_id):
        lid.gezin_id = dossier.gezin_id
        bewaar(lid, by=by, velden=["gezin"], reden=reden)
    oud = Gezin.objects.get(pk=ander.gezin_id)
    Gezin.objects.filter(pk=dossier.gezin_id, vastgelegd_op__isnull=True).update(
        vastgelegd_op=oud.vastgelegd_op, vastgelegd_door=oud.vastgelegd_door
    )


def _maak_geheim(persoon: Persoon, *, by: User, reden: str) -> None:
    """Hide the address of who is taken in as well: it may be the very one that is geheim in the other dossier."""
    if not persoon.geheim_adres:
        persoon.geheim_adres = True
        bewaar(persoon, by=by, velden=["geheim_adres"], reden=reden)


def _vul_persoon(dossier: Dossier, gekozen: dict[str, object], *, by: User, reden: str) -> None:
    """Give the persoon the values that were chosen; its BSN was let free just before."""
    if not gekozen:
        return
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    for veld, waarde in gekozen.items():
        setattr(persoon, veld, waarde)
    bewaar_persoon(persoon, by=by, velden=list(gekozen), reden=reden)
    dossier.persoon = persoon


def _leg_stil(dossier: Dossier, ander: Dossier, overleden: date, *, by: User, reden: str) -> dict[str, list[int]]:
    """Stop what came along when either of the two says that the person died; gives all that may come back."""
    if dossier.persoon.datum_overlijden is None:
        zet_overlijden(dossier, dossier.persoon, overleden, by=by, reden=reden)
    else:
        stop_klokken(dossier, Waarom.OVERLIJDEN, overleden)
    eerder = laatste_gegevens(ander, OVERLIJDEN) if ander.persoon.datum_overlijden else {}
    return leg_stil(dossier, by=by, reden=reden, al_stil=eerder)
