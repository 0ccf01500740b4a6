"""The beoordelingscommissie: plan its meetings, put voorzieningen up for advice, and record what it advises.

Beleidsregels Tiel 2025 art. 1 and 4 lid 1 onder g: a commissie of consulenten sets need and form of the support.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.actions.basis import ActieFout, bewaar, log, vergrendel, verwijder
from cases.models import Dossier
from cases.vervanging import vervanger_van
from config.weergave import datum as datumtekst
from config.weergave import op_een_rij
from planvanaanpak.actions.mandaat import eis_niet_extern
from planvanaanpak.actions.planpoort import TE_VULLEN, eis_met_plan
from planvanaanpak.commissiebron import besluit_merk, heeft_commissie, inhoud_merk, standen_van
from planvanaanpak.commissiekeuzes import Strekking, Vergaderstatus
from planvanaanpak.commissieregels import keur_advies, keur_leden
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Agendapunt, Commissievergadering, PlanVanAanpak, Voorziening

NIET_OP_AGENDA = "Dit staat al niet meer op de agenda."
AL_BESLOTEN = "Over deze voorziening is al beslist. Het advies verandert niet meer."


@dataclass(frozen=True, kw_only=True)
class Advies:
    """What the commissie says of a voorziening, and who said it."""

    strekking: Strekking
    motivering: str
    anders: str = ""
    leden: Collection[User] = ()


class AdviesFout(ActieFout):
    """An advice that can't be given so; `fouten` says it by field."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


@transaction.atomic
def vergadering_plannen(
    *, gemeente: Gemeente, datum: date, tijd: time, plaats: str, by: User, on: date
) -> Commissievergadering:
    """Plan a meeting; one of today is possible, for what is acute."""
    if datum < on:
        raise ActieFout("Een vergadering kan niet in het verleden liggen.")
    vergadering = Commissievergadering(gemeente=gemeente, datum=datum, tijd=tijd, plaats=plaats.strip(), door=by)
    gepland: Commissievergadering = bewaar(vergadering, by=by)
    return gepland


@transaction.atomic
def vergadering_wijzigen(
    *, vergadering: Commissievergadering, datum: date, tijd: time, plaats: str, by: User, on: date
) -> Commissievergadering:
    """Move a meeting that is still to be held to another day, time or place; its agenda goes along."""
    vergadering = _neem(vergadering)
    _eis_gepland(vergadering)
    if datum < on:
        raise ActieFout("Een vergadering kan niet in het verleden liggen.")
    vergadering.datum, vergadering.tijd, vergadering.plaats = datum, tijd, plaats.strip()
    return bewaar(vergadering, by=by, velden=["datum", "tijd", "plaats"])


@transaction.atomic
def vergadering_afzeggen(
    *, vergadering: Commissievergadering, reden: str, by: User, at: datetime
) -> Commissievergadering:
    """Call a meeting off. What was on its agenda has to be put up again, and each dossier says so."""
    vergadering = _neem(vergadering)
    _eis_gepland(vergadering)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de vergadering niet doorgaat.")
    vergadering.status, vergadering.afgezegd_reden = Vergaderstatus.AFGEZEGD, reden.strip()
    bewaar(vergadering, by=by, velden=["status", "afgezegd_reden"], reden=reden.strip())
    open_punten = vergadering.punten.filter(geadviseerd_op__isnull=True).select_related("plan__dossier")
    per_dossier = {punt.plan.dossier_id: punt.plan.dossier for punt in open_punten}
    for punt in open_punten:
        verwijder(punt, by=by, reden="de vergadering is afgezegd")
    tekst = f"De vergadering van de commissie van {datumtekst(vergadering.datum)} gaat niet door. Vraag opnieuw advies."
    for dossier in per_dossier.values():
        log(dossier, "commissie_afgezegd", tekst, by=by, at=at, reden=reden.strip())
    return vergadering


@transaction.atomic
def aanwezigen_vastleggen(
    *, vergadering: Commissievergadering, leden: Collection[User], by: User, on: date
) -> Commissievergadering:
    """Record which members were at a meeting, on or after its day: each advice begins with them.

    Raises ActieFout for a meeting that was called off or is still to come, without anybody, and for who is no member.
    """
    vergadering = _neem(vergadering)
    if vergadering.status == Vergaderstatus.AFGEZEGD:
        raise ActieFout("Deze vergadering is afgezegd.")
    if vergadering.datum > on:
        raise ActieFout(f"De commissie vergadert pas op {datumtekst(vergadering.datum)}. Leg daarna vast wie er was.")
    if not leden:
        raise ActieFout("Kies wie er was.")
    if zonder := _geen_lid(leden, vergadering.gemeente_id):
        raise ActieFout(f"{zonder} hoort niet bij de commissie van deze gemeente.")
    vergadering.aanwezigen.set(leden)
    namen = ", ".join(sorted(lid.naam for lid in leden))
    return bewaar(vergadering, by=by, velden=["status"], reden=f"Aanwezig: {namen}")


def _neem(vergadering: Commissievergadering) -> Commissievergadering:
    """Lock a meeting and give it as it is now."""
    huidig: Commissievergadering = Commissievergadering.objects.select_for_update().get(pk=vergadering.pk)
    return huidig


def _eis_gepland(vergadering: Commissievergadering) -> None:
    if vergadering.status != Vergaderstatus.GEPLAND:
        raise ActieFout(f"Dit kan niet meer: de vergadering is {vergadering.get_status_display().lower()}.")


@transaction.atomic
def voorleggen(
    *,
    plan: PlanVanAanpak,
    voorzieningen: Sequence[Voorziening],
    vergadering: Commissievergadering,
    by: User,
    at: datetime,
    on: date,
) -> list[Agendapunt]:
    """Put voorzieningen of a plan on the agenda of a meeting.

    Raises ActieFout where the beleid has no commissie, for a meeting that is over, and for what is decided on or stands
    on an agenda already.
    """
    dossier = vergrendel(plan.dossier)
    eis_niet_extern(by, dossier.gemeente_id)
    eis_met_plan(dossier, "Advies vragen", TE_VULLEN)
    if not heeft_commissie(dossier):
        raise ActieFout("Het beleid van dit dossier heeft geen beoordelingscommissie. Een advies is niet nodig.")
    vergadering = _neem(vergadering)
    if vergadering.gemeente_id != dossier.gemeente_id:
        raise ActieFout("Deze vergadering is van een andere gemeente.")
    if vergadering.status == Vergaderstatus.AFGEZEGD or vergadering.datum < on:
        raise ActieFout("Deze vergadering is geweest of afgezegd. Kies een andere.")
    if not voorzieningen:
        raise ActieFout("Kies ten minste één voorziening.")
    gekozen = list(Voorziening.objects.select_for_update().filter(plan=plan, pk__in=[v.pk for v in voorzieningen]))
    for stand in standen_van(gekozen):
        if stand.voorziening.status != VoorzieningStatus.VOORSTEL:
            raise ActieFout(f"Over {stand.voorziening.omschrijving} is al beslist.")
        if stand.voorziening.is_vrij:
            raise ActieFout(f"{stand.voorziening.omschrijving} is vrij toegankelijk. Een advies is niet nodig.")
        if stand.open_punt is not None:
            raise ActieFout(f"{stand.voorziening.omschrijving} staat al op een agenda.")
    punten: list[Agendapunt] = [
        bewaar(
            Agendapunt(
                vergadering=vergadering,
                plan=plan,
                voorziening=voorziening,
                omschrijving=voorziening.omschrijving,
                ingebracht_op=at,
                ingebracht_door=by,
            ),
            by=by,
        )
        for voorziening in gekozen
    ]
    namen = op_een_rij(punt.omschrijving for punt in punten)
    tekst = f"Advies gevraagd aan de commissie van {datumtekst(vergadering.datum)}: {namen}."
    log(dossier, "advies_gevraagd", tekst, by=by, at=at, vergadering=vergadering.pk)
    return punten


@transaction.atomic
def van_agenda_halen(*, punt: Agendapunt, by: User, at: datetime) -> None:
    """Take a voorziening off the agenda, as long as there is no advice."""
    dossier = vergrendel(punt.plan.dossier)
    huidig = Agendapunt.objects.select_for_update().filter(pk=punt.pk).first()
    if huidig is None:
        raise ActieFout(NIET_OP_AGENDA)
    if huidig.is_geadviseerd:
        raise ActieFout("De commissie heeft hierover al geadviseerd.")
    verwijder(huidig, by=by)
    log(dossier, "advies_teruggetrokken", f"Van de agenda van de commissie: {huidig.omschrijving}.", by=by, at=at)


@transaction.atomic
def adviseren(*, punt: Agendapunt, advies: Advies, by: User, at: datetime, on: date) -> Agendapunt:
    """Record what the commissie advises about a voorziening, on or after the day that it met.

    Until the besluit an advice can be put right. Nobody judges an own dossier alone, and an externe hulpverlener never
    judges (Wht art. 2.21 lid 5). Raises ActieFout, or AdviesFout with what is wrong by field.
    """
    dossier = vergrendel(punt.plan.dossier)
    eis_niet_extern(by, dossier.gemeente_id)
    if not by.mag(Permission.COMMISSIE_ADVISEREN, dossier.gemeente_id):
        raise ActieFout("Alleen een lid van de commissie legt een advies vast.")
    vergadering = _neem(punt.vergadering)
    huidig = Agendapunt.objects.select_for_update(of=("self",)).select_related("voorziening").filter(pk=punt.pk).first()
    if huidig is None:
        raise ActieFout(NIET_OP_AGENDA)
    punt = huidig
    if vergadering.status == Vergaderstatus.AFGEZEGD:
        raise ActieFout("Deze vergadering is afgezegd.")
    if vergadering.datum > on:
        raise ActieFout(f"De commissie vergadert pas op {datumtekst(vergadering.datum)}. Leg het advies daarna vast.")
    if punt.voorziening is None:
        raise ActieFout("Dit voorstel is intussen weggehaald. Een advies is niet meer nodig.")
    if punt.voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout(AL_BESLOTEN)
    fouten = keur_advies(advies.strekking, advies.anders, advies.motivering)
    if fout := _keur_leden(advies.leden, dossier.gemeente_id, _eigen(dossier, punt, vergadering.datum)):
        fouten["leden"] = fout
    if fouten:
        raise AdviesFout(fouten)
    punt.strekking, punt.anders, punt.motivering = advies.strekking, advies.anders.strip(), advies.motivering.strip()
    punt.omschrijving, punt.voorstel_merk = punt.voorziening.omschrijving, inhoud_merk(punt.voorziening)
    punt.geadviseerd_op, punt.geadviseerd_door = at, by
    bewaar(punt, by=by)
    punt.leden.set(advies.leden)
    if vergadering.status == Vergaderstatus.GEPLAND:
        vergadering.status = Vergaderstatus.GEHOUDEN
        bewaar(vergadering, by=by, velden=["status"])
    tekst = f"Advies van de commissie over {punt.omschrijving}: {punt.get_strekking_display().lower()}."
    wie = sorted(lid.pk for lid in advies.leden)
    log(dossier, "advies", tekst, by=by, at=at, reden=punt.motivering, agendapunt=punt.pk, leden=wie)
    return punt


def _eigen(dossier: Dossier, punt: Agendapunt, dag: date) -> set[int]:
    """Give for whom it is an own dossier on the day of the meeting; a stand-in works as the casusregisseur (0662)."""
    eigen = {punt.ingebracht_door_id}
    if dossier.casusregisseur is not None:
        vervanger = vervanger_van(dossier.casusregisseur, dag)
        eigen |= {dossier.casusregisseur.pk} | ({vervanger.pk} if vervanger else set())
    return eigen


def _keur_leden(leden: Collection[User], gemeente_id: int, eigen: set[int]) -> str:
    """Give what is wrong with who advise: only members of this gemeente do, and no externe hulpverlener."""
    if zonder := _geen_lid(leden, gemeente_id):
        return f"{zonder} kan niet adviseren: geen lid van de commissie of externe hulpverlener."
    return keur_leden({lid.pk for lid in leden}, eigen)


def _geen_lid(wie: Collection[User], gemeente_id: int) -> str:
    return ", ".join(sorted(een.naam for een in wie if not een.mag(Permission.COMMISSIE_ADVISEREN, gemeente_id)))


def list_leden(gemeente_id: int) -> list[User]:
    """Give who may advise in a gemeente, for the form."""
    leden = User.objects.met_rol(Rol.COMMISSIELID, gemeente_id).met_lidmaatschappen().op_naam()
    return [lid for lid in leden if lid.mag(Permission.COMMISSIE_ADVISEREN, gemeente_id)]


@transaction.atomic
def afwijking_motiveren(*, punt: Agendapunt, reden: str, by: User, at: datetime) -> Agendapunt:
    """Say why the besluit will depart from the advice: the letter says it too (Awb art. 3:50).

    It holds for the voorstel of now: when that changes, a reason is asked again. Raises ActieFout when the voorstel
    follows the advice.
    """
    dossier = vergrendel(punt.plan.dossier)
    eis_niet_extern(by, dossier.gemeente_id)
    eis_met_plan(dossier, "Afwijken van een advies", TE_VULLEN)
    punt = Agendapunt.objects.select_for_update(of=("self",)).select_related("voorziening").get(pk=punt.pk)
    if punt.voorziening is None or punt.voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout(AL_BESLOTEN)
    (stand,) = standen_van([punt.voorziening])
    if stand.advies != punt or not stand.wijkt_af:
        raise ActieFout("Het voorstel volgt dit advies. Een reden om af te wijken is niet nodig.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u van het advies afwijkt. De inwoner leest dit in de brief.")
    punt.afwijking, punt.afwijking_merk = reden.strip(), besluit_merk(punt.voorziening)
    punt.afwijking_op, punt.afwijking_door = at, by
    bewaar(punt, by=by, velden=["afwijking", "afwijking_merk", "afwijking_op", "afwijking_door"])
    tekst = f"Reden om af te wijken van het advies over {punt.omschrijving}."
    log(dossier, "advies_afwijking", tekst, by=by, at=at, reden=punt.afwijking, agendapunt=punt.pk)
    return punt
