"""Record the gesprekken with the inwoner, correct what was written down, and withdraw what never was."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.afspraak import houd_afspraak
from cases.actions.afspraak_terug import heropen_afspraak
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.dubbel import eerder_verzonden
from cases.actions.hulp import zet_wil
from cases.actions.klokken import volg_feiten
from cases.actions.pogingen import volg_pogingen
from cases.actions.verbeteren import trek_in
from cases.keuzes import GESPREKKANALEN, Kanaal, Leefgebied, Urgentie, WilOndersteuning
from cases.models import Afspraak, Dossier, Gesprek, Hulpvraag
from cases.models.intrekbaar import Intrekbaar
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status
from config.weergave import datum as datumtekst

# What was written down can be put right after the support has ended too; not in a dossier that never was one.
VAST_TE_STELLEN = frozenset(Status) - {Status.INGETROKKEN}
# Why it is noted that somebody wants help, when the eerste gesprek said so.
WIL_IN_GESPREK = "eerste gesprek gehouden"
ZONDER_HULPVRAAG = "Vul bij ten minste één leefgebied een hulpvraag in. Zonder hulpvraag starten de termijnen niet."
EERST_EERSTE = (
    "Er is nog geen eerste gesprek. Stelde u in dit gesprek hulpvragen vast? Leg het dan vast als eerste gesprek."
)


@transaction.atomic
def eerste_gesprek_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    kanaal: Kanaal,
    verslag: str,
    hulpvragen: Mapping[Leefgebied, str],
    by: User,
    at: datetime,
    on: date,
    aanwezig: str = "",
    urgentie: Mapping[Leefgebied, Urgentie] | None = None,
    afspraak: Afspraak | None = None,
) -> Gesprek:
    """Record the eerste gesprek: the one in which the hulpvragen are established, and that starts the clocks.

    Starts `plan_van_aanpak` (8 weken), `materiele_verstrekking` (6 maanden) and `besluiten` (2 jaar), all from this
    day (VNG handreiking 2025 §4.2-4.4). Who says what help they need wants help, so that is kept too. Raises ActieFout
    without a hulpvraag: then this is not the eerste gesprek.
    """
    dossier = vergrendel(dossier)
    gesprek = Gesprek(
        dossier=dossier,
        datum=datum,
        kanaal=kanaal,
        aanwezig=aanwezig,
        verslag=verslag,
        is_eerste_gesprek=True,
        door=by,
    )
    if eerder := eerder_verzonden(gesprek, at=at):
        return eerder
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Het eerste gesprek vastleggen")
    eis_dag(dossier, datum, on, "Het eerste gesprek")
    eis_gesprek(kanaal)
    if not any(tekst.strip() for tekst in hulpvragen.values()):
        raise ActieFout(ZONDER_HULPVRAAG)
    bewaar(gesprek, by=by)
    _bewaar_hulpvragen(gesprek, hulpvragen, urgentie or {}, by)
    zet_status(dossier, Status.PLAN_VAN_AANPAK)
    dossier.datum_eerste_gesprek = datum
    bewaar(dossier, by=by, velden=["status", "datum_eerste_gesprek", "updated_at"])
    volg_feiten(dossier, by=by, on=on)
    houd_afspraak(afspraak, gesprek=gesprek, by=by, at=at)
    volg_pogingen(dossier, by=by, on=on)
    wilde = zet_wil(dossier, WilOndersteuning.JA, by, WIL_IN_GESPREK)
    wil = " De inwoner wil hulp." if wilde != WilOndersteuning.JA else ""
    tekst = f"Eerste gesprek gehouden op {datumtekst(datum)}. De termijnen lopen.{wil}"
    log(dossier, "eerste_gesprek", tekst, by=by, at=at)
    return gesprek


def _bewaar_hulpvragen(
    gesprek: Gesprek, hulpvragen: Mapping[Leefgebied, str], urgentie: Mapping[Leefgebied, Urgentie], by: User
) -> list[Leefgebied]:
    """Store the hulpvragen that have a text; gives their leefgebieden."""
    gevuld = {leefgebied: tekst.strip() for leefgebied, tekst in hulpvragen.items() if tekst.strip()}
    for leefgebied, tekst in gevuld.items():
        bewaar(
            Hulpvraag(
                dossier=gesprek.dossier,
                gesprek=gesprek,
                leefgebied=leefgebied,
                tekst=tekst,
                urgentie=urgentie.get(leefgebied, Urgentie.GEWOON),
            ),
            by=by,
        )
    return list(gevuld)


@transaction.atomic
def gesprek_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    kanaal: Kanaal,
    aanwezig: str,
    verslag: str,
    hulpvragen: Mapping[Leefgebied, str],
    urgentie: Mapping[Leefgebied, Urgentie],
    by: User,
    at: datetime,
    on: date,
    afspraak: Afspraak | None = None,
) -> Gesprek:
    """Record another gesprek. A hulpvraag in it takes the place of the one that its leefgebied had.

    It starts no clock, but it may turn out to be the first contact. Raises ActieFout for a hulpvraag before there is
    an eerste gesprek: the gesprek with the first hulpvraag is the eerste gesprek (VNG handreiking 2025 §4.2).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een gesprek vastleggen")
    eis_dag(dossier, datum, on, "Het gesprek")
    gesprek = Gesprek(dossier=dossier, datum=datum, kanaal=kanaal, aanwezig=aanwezig, verslag=verslag, door=by)
    if eerder := eerder_verzonden(gesprek, at=at):
        return eerder
    eis_gesprek(kanaal)
    if dossier.datum_eerste_gesprek is None and any(tekst.strip() for tekst in hulpvragen.values()):
        raise ActieFout(EERST_EERSTE)
    bewaar(gesprek, by=by)
    leefgebieden = _bewaar_hulpvragen(gesprek, hulpvragen, urgentie, by)
    volg_feiten(dossier, by=by, on=on)
    houd_afspraak(afspraak, gesprek=gesprek, by=by, at=at)
    volg_pogingen(dossier, by=by, on=on)
    over = ", ".join(leefgebied.label.lower() for leefgebied in leefgebieden)
    nieuw = f" Hulpvraag vastgelegd bij: {over}." if over else ""
    log(dossier, "gesprek", f"Gesprek gehouden op {datumtekst(datum)}.{nieuw}", by=by, at=at, gesprek=gesprek.pk)
    return gesprek


@transaction.atomic
def gesprek_wijzigen(
    *, gesprek: Gesprek, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Gesprek:
    """Correct a gesprek: its day, where it was, who were there and the report.

    The day of the eerste gesprek moves clocks, so that has an action of its own. Raises ActieFout for a gesprek that
    was withdrawn, or a day on which it can't have been.
    """
    dossier = vergrendel(gesprek.dossier)
    gesprek = Gesprek.objects.select_for_update().get(pk=gesprek.pk)
    eis_status(dossier, VAST_TE_STELLEN, "Een gesprek wijzigen")
    eis_geldig(gesprek, "Dit gesprek")
    if "datum" in wijzigingen:
        if gesprek.is_eerste_gesprek:
            raise ActieFout("De datum van het eerste gesprek wijzigt u met 'Eerste gesprek wijzigen'.")
        eis_dag(dossier, wijzigingen["datum"], on, "Het gesprek")
    if wijzigingen.get("kanaal", gesprek.kanaal) != gesprek.kanaal:
        eis_gesprek(wijzigingen["kanaal"])
    for veld, waarde in wijzigingen.items():
        setattr(gesprek, veld, waarde)
    bewaar(gesprek, by=by, velden=list(wijzigingen), reden=reden)
    if "datum" in wijzigingen:
        volg_feiten(dossier, by=by, on=on)
        volg_pogingen(dossier, by=by, on=on)
    tekst = f"Gesprek van {datumtekst(gesprek.datum)} gewijzigd."
    log(dossier, "gesprek_gewijzigd", tekst, by=by, at=at, reden=reden, gesprek=gesprek.pk)
    return gesprek


@transaction.atomic
def gesprek_intrekken(*, gesprek: Gesprek, reden: str, by: User, at: datetime, on: date) -> Gesprek:
    """Withdraw a gesprek that never was, or that belongs to somebody else; its hulpvragen count no more.

    The afspraak that it closed is planned again (decision 1292).
    Raises ActieFout for the eerste gesprek: the clocks hang on it, so that has an action of its own.
    """
    dossier = vergrendel(gesprek.dossier)
    gesprek = Gesprek.objects.select_for_update().get(pk=gesprek.pk)
    eis_status(dossier, VAST_TE_STELLEN, "Een gesprek intrekken")
    eis_geldig(gesprek, "Dit gesprek")
    if gesprek.is_eerste_gesprek:
        raise ActieFout("Dit is het eerste gesprek: de termijnen hangen eraan. Kies 'Eerste gesprek intrekken'.")
    trek_in(gesprek, reden, by=by, at=at)
    volg_feiten(dossier, by=by, on=on)
    terug = heropen_afspraak(gesprek, dossier, by=by, reden=reden.strip())
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Gesprek van {datumtekst(gesprek.datum)} ingetrokken.{terug.zin if terug else ''}"
    wat = {"gesprek": gesprek.pk, **(terug.gegevens if terug else {})}
    log(dossier, "gesprek_ingetrokken", tekst, by=by, at=at, reden=reden.strip(), **wat)
    return gesprek


def eis_gesprek(kanaal: str) -> None:
    """Refuse what is no gesprek: a letter or a mail starts no legal clock."""
    if kanaal not in GESPREKKANALEN:
        raise ActieFout("Een brief of e-mail is geen gesprek. Leg het vast als contact.")


def eis_geldig(rij: Intrekbaar, wat: str) -> None:
    """Refuse to work on what was withdrawn."""
    if rij.is_ingetrokken:
        raise ActieFout(f"{wat} is ingetrokken. U kunt er niets meer aan wijzigen.")
