"""Merge two dossiers of one person: one goes on with everything, the other points to it."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import models, transaction

from accounts.models import User
from cases.actions.adres import maak_geheim, maak_samengevoegde_geheim
from cases.actions.basis import OVERLIJDEN, ActieFout, bewaar, eis_status, log
from cases.actions.begin_mee import ACUUT, VOORRANG, aanmelding_mee, begin_van_ander, hulp_mee
from cases.actions.een_persoon import eis_geen_twee_bsns, eis_gezien
from cases.actions.gesprek_mee import eerste_gesprek_mee, ingebrekestelling_mee
from cases.actions.gezin import vergrendel_beide, voeg_gezin_samen
from cases.actions.intrekken import IN_TE_TREKKEN, trek_dossier_in
from cases.actions.klokken import Waarom, stop_klokken, volg_feiten
from cases.actions.overlijden import SAMENGEVOEGD, zet_overlijden
from cases.actions.persoon import bewaar_persoon
from cases.actions.samenvoegpunten import beantwoord_punten, sluit_dubbel_punt
from cases.actions.stilleggen import laatste_gegevens, leg_stil
from cases.actions.tegemoetkoming import volg_tegemoetkoming
from cases.actions.uht_mee import volg_uht, vragen_mee
from cases.keuzes import PostAan
from cases.models import (
    Afspraak,
    Betrokkene,
    Contact,
    Controlepunt,
    Document,
    Dossier,
    Driegesprek,
    Gesprek,
    Hulpvraag,
    Identiteitscontrole,
    Notitie,
    Persoon,
    Taak,
    Termijnbericht,
    UhtStatusWijziging,
    Verificatie,
)
from cases.registratie import bindingen
from cases.status import Status
from config.weergave import telwoord

# What moves along, in an order in which each row finds what it hangs on.
VERHUIST: tuple[type[models.Model], ...] = (
    Contact, Verificatie, Gesprek, Hulpvraag, Driegesprek, Document, Identiteitscontrole, Betrokkene, Afspraak, Taak,
    Notitie, Termijnbericht, UhtStatusWijziging, Controlepunt,
)  # fmt: skip
# What a person chooses between; whether somebody died is no choice, and the gemeente is the same.
# What a person chooses from; the day of death goes along by itself, and PostgreSQL writes what is searched in.
PERSOONVELDEN = tuple(
    veld
    for veld in Persoon.Privacy.personal
    if veld != "datum_overlijden" and not Persoon._meta.get_field(veld).generated  # type: ignore[union-attr]
)
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
    gezien: Collection[str] = (),
) -> Dossier:
    """Move everything of `ander` to `dossier`, take the fields `van_ander` of its persoon, and withdraw it.

    All stands as if there had been one dossier (decision 1261). The earliest aanmelding and first contact count. The
    eerste gesprek of `dossier` stays the eerste; has it none, then that of `ander` comes along with its clocks. An
    address that is geheim in one is so in both from now on, and in what was merged into them before. `gezien` is what
    differs between the two, which the user has seen and says to be of one person all the same (decision 1351). Raises
    ActieFout when they may be two people, when both have what can't move, when the wrong one of the two would go on, or
    when a frozen gezin would change. An event in each dossier.
    """
    dossier, ander = vergrendel_beide(dossier, ander)
    eis_samenvoegbaar(dossier, ander)
    eis_gezien(dossier, ander, gezien)
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom dit dezelfde persoon is.")
    overleden = dossier.persoon.datum_overlijden or ander.persoon.datum_overlijden
    gekozen = {veld: getattr(ander.persoon, veld) for veld in van_ander if veld in PERSOONVELDEN}
    if dossier.persoon.geheim_adres or ander.persoon.geheim_adres:
        gekozen["geheim_adres"] = True
        maak_geheim(ander.persoon, by=by, reden=reden)
    kreeg = dossier.datum_tegemoetkoming
    wensen = begin_van_ander(dossier, ander)
    aanmelding_mee(dossier, ander, by=by, reden=reden)
    eerste_gesprek_mee(dossier, ander, by=by, reden=reden)
    hulp_mee(dossier, ander, wensen, by=by, at=at)
    ingebrekestelling_mee(dossier, ander, by=by, reden=reden)
    beantwoord_punten(dossier, ander, by=by, at=at)
    wachten = vragen_mee(dossier, ander)
    _kies_post(dossier, ander, van_ander, by=by, reden=reden)
    aantal = _verhuis(dossier, ander, by=by, at=at, reden=reden)
    voeg_gezin_samen(dossier, ander, by=by, at=at, reden=reden)
    trek_dossier_in(ander, reden, by=by, op=at, met=dossier)
    _vul_persoon(dossier, gekozen, by=by, reden=reden)
    if gekozen.get("geheim_adres"):
        maak_samengevoegde_geheim(dossier, by=by, reden=reden)
    volg_uht(dossier, ander, wachten, by=by, at=at, on=on, reden=reden)
    bewaar(dossier, by=by, velden=[*GEVOLGD, "updated_at"], reden=reden)
    stil = _leg_stil(dossier, ander, overleden, by=by, reden=reden) if overleden else {}
    volg_feiten(dossier, by=by, on=on, reden=reden)
    if dossier.datum_tegemoetkoming != kreeg:
        volg_tegemoetkoming(dossier, on=on)
    gegaan = f"{telwoord(aantal, 'gegeven is', 'gegevens zijn')} hierheen gegaan"
    tekst = f"Samengevoegd met dossier {ander.nummer}: {gegaan}."
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
    eis_geen_twee_bsns(dossier, ander)
    hier, daar = _vast(dossier), _vast(ander)
    if hier and daar:
        raise ActieFout(
            f"Samenvoegen kan niet: dossier {dossier.nummer} heeft al {hier} en dossier {ander.nummer} heeft al {daar}."
            " Overleg met uw beheerder."
        )
    if daar:
        raise ActieFout(f"Dossier {ander.nummer} heeft al {daar}. Laat dat dossier doorgaan.")
    if dossier.status == Status.GEEN_RECHT and ander.status != Status.GEEN_RECHT:
        raise ActieFout(
            f"Dossier {dossier.nummer} heeft geen recht op ondersteuning en dossier {ander.nummer} had dat wel."
            f" {'Samenvoegen kan daarom niet.' if hier else 'Laat dat dossier doorgaan.'}"
        )
    if ander.is_open and not dossier.is_open:
        raise ActieFout(
            f"Dossier {dossier.nummer} staat op '{dossier.get_status_display()}' en dossier {ander.nummer} loopt nog."
            f" {'Samenvoegen kan daarom niet.' if hier else 'Laat het lopende dossier doorgaan.'}"
        )
    eis_status(ander, IN_TE_TREKKEN, f"Dossier {ander.nummer} laten opgaan in een ander dossier")


def _vast(dossier: Dossier) -> str:
    return " en ".join(binding.wat for binding in bindingen(dossier))


def _verhuis(dossier: Dossier, ander: Dossier, *, by: User, at: datetime, reden: str) -> int:
    """Move every row, each with the reason in its history; gives how many."""
    aantal = 0
    for model in VERHUIST:
        for rij in model._default_manager.filter(dossier=ander):
            if isinstance(rij, Controlepunt):
                sluit_dubbel_punt(dossier, rij, by=by, at=at)
            rij.dossier = dossier  # type: ignore[attr-defined]  # every model of VERHUIST has one
            bewaar(rij, by=by, velden=["dossier"], reden=reden)
            aantal += 1
    return aantal


def _kies_post(dossier: Dossier, ander: Dossier, van_ander: Collection[str], *, by: User, reden: str) -> None:
    """Leave one vertegenwoordiger who gets the letters, as the choice of `post_aan` says (decision 0621).

    Where both say the same, who gets them in the dossier that goes on gets them. When nobody was named there, the one
    of the other stays: letters that go to a vertegenwoordiger go to somebody.
    """
    is_keuze = dossier.persoon.post_aan != ander.persoon.post_aan
    houdt, weg = (ander, dossier) if is_keuze and "post_aan" in van_ander else (dossier, ander)
    met_post = houdt.betrokkenen.filter(krijgt_post=True)
    if houdt.persoon.post_aan != PostAan.INWONER and not met_post.exists():
        return
    for rij in weg.betrokkenen.filter(krijgt_post=True):
        rij.krijgt_post = False
        bewaar(rij, by=by, velden=["krijgt_post"], reden=reden)


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
