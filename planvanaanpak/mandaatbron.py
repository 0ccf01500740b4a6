"""Read the mandaatregister at the edge, and put the mandate in the letter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from json import dumps

from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KT

from accounts.models import Gemeente, User
from accounts.permissions import ROLLEN, Permission
from accounts.rollen import Rol
from cases.brief import Afzender
from cases.briefadres import afzender
from cases.brieftekst_bron import geldend
from cases.gezin import gezin_in_brief
from cases.models import Dossier
from config.weergave import euro
from planvanaanpak.bevroren import naar_json
from planvanaanpak.brief import BesluitBrief
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.mandaatregels import Beslisser, Mandaatregel, Oordeel, beoordeel, wie_wel
from planvanaanpak.models import Besluit, Goedkeuring, Mandaat
from planvanaanpak.opbouw import Inhoud
from planvanaanpak.querysets import GoedkeuringQuerySet

GENOEMD = 3
# What of a letter follows from the day (of a gezin the ages), from who decides, or from the text that is filled in.
MAG_ANDERS = frozenset(
    {"kenmerk", "datum", "bezwaar_tot", "afzender", "contactpersoon", "contacttelefoon", "gezin", "teksten"}
)


def register_van(gemeente_id: int) -> list[Mandaatregel]:
    return [rij.regel for rij in Mandaat.objects.filter(gemeente=gemeente_id)]


def beslisser(user: User, gemeente_id: int) -> Beslisser:
    return Beslisser(
        pk=user.pk,
        rollen=frozenset(user.rollen_per_gemeente.get(gemeente_id, ())),
        mag=user.mag(Permission.BESLUIT_VASTSTELLEN, gemeente_id),
    )


def bedrag_van(inhoud: Inhoud) -> Decimal:
    """Give what a besluit grants; a refusal, an end or a besluit op bezwaar grants nothing by itself."""
    return sum((regel.bedrag for regel in inhoud.voorzieningen if regel.is_toegekend), Decimal("0.00"))


def toets_mandaat(dossier: Dossier, soort: str, bedrag: Decimal, by: User, on: date) -> Oordeel:
    """Say whether this user may take this besluit today; when not, the reason says whom to ask."""
    register = register_van(dossier.gemeente_id)
    oordeel = beoordeel(register, soort=soort, bedrag=bedrag, wie=beslisser(by, dossier.gemeente_id), on=on)
    if oordeel.mag or not register or Rol.EXTERNE_HULPVERLENER in by.rollen_per_gemeente.get(dossier.gemeente_id, ()):
        return oordeel
    reden = oordeel.reden
    if oordeel.hoogstens is not None:
        reden += f" Uw mandaat gaat tot en met {euro(oordeel.hoogstens)}; dit besluit kent {euro(bedrag)} toe."
    return replace(oordeel, reden=f"{reden} {_wie_te_vragen(register, soort, bedrag, on)}")


def _wie_te_vragen(register: Sequence[Mandaatregel], soort: str, bedrag: Decimal, on: date) -> str:
    rijen = wie_wel(register, soort=soort, bedrag=bedrag, on=on)
    namen = dict(User.objects.filter(pk__in=[r.gebruiker for r in rijen if r.gebruiker]).values_list("pk", "naam"))
    wie = [namen[r.gebruiker] if r.gebruiker else f"een {Rol(r.rol).label.lower()}" for r in rijen]
    genoemd = list(dict.fromkeys(wie))[:GENOEMD]
    if not genoemd:
        return "Niemand heeft nu dit mandaat. Vraag uw beheerder om het mandaatregister na te kijken."
    return f"Vraag {' of '.join(genoemd)} om dit besluit te nemen."


def met_mandaat(dossier: Dossier, inhoud: Inhoud, oordeel: Oordeel, by: User) -> Inhoud:
    """Let the letter be signed by who decides, under the mandate that was used (Awb art. 10:10).

    Where a gemeente has one ondertekenaar for all besluiten, that person keeps the own mandate and the letter names who
    decided beside it. Without a register the ondertekenaar of the gemeente signs under the mandate of the gemeente.
    """
    if not oordeel.bron:
        return inhoud
    van = inhoud.afzender or afzender(dossier.gemeente)
    return replace(inhoud, afzender=ondertekend(van, dossier.gemeente, oordeel, by))


def ondertekend(van: Afzender, gemeente: Gemeente, oordeel: Oordeel, by: User) -> Afzender:
    """Give the sender as the letter has it when this user decides with this mandate."""
    if not oordeel.bron:
        return van
    naam, functie = by.naam, functie_van(by, gemeente.pk, oordeel.rol)
    if gemeente.ondertekening != Gemeente.Ondertekening.VAST or van.ondertekenaar_naam == naam:
        van = replace(van, ondertekenaar_naam=naam, ondertekenaar_functie=functie, mandaat=oordeel.bron)
    if oordeel.college_beslist:
        return replace(van, college_beslist=True)
    return replace(van, beslisser_naam=naam, beslisser_functie=functie, beslisser_mandaat=oordeel.bron)


def functie_van(user: User, gemeente_id: int, rol: str = "") -> str:
    """Name what somebody is in the letter: the own function, else the role in which the besluit is taken."""
    if user.functie.strip():
        return user.functie.strip()
    rollen = user.rollen_per_gemeente.get(gemeente_id, set())
    beslist = next((r for r in Rol if r in rollen and r in ROLLEN[Permission.BESLUIT_VASTSTELLEN]), None)
    return Rol(rol or beslist or Rol.CONSULENT).label.lower()


def voorbeeld_met_mandaat(dossier: Dossier, inhoud: Inhoud, by: User, on: date) -> Inhoud:
    """Give what the letter would hold when this user takes the besluit, for its preview."""
    return met_mandaat(dossier, inhoud, toets_mandaat(dossier, inhoud.soort, bedrag_van(inhoud), by, on), by)


def vingerafdruk(dossier: Dossier, brief: BesluitBrief) -> str:
    """Give a mark of a letter as it was read: the second person approves that, and nothing else (decision 1162).

    What follows from the day on which it leaves, or from who decides, may differ. The text of the gemeente counts as it
    was published: filled in it names who to ring.
    """
    deel = {naam: waarde for naam, waarde in naar_json(brief).items() if naam not in MAG_ANDERS}
    gezin = gezin_in_brief(dossier, dossier.datum_aanmelding) if brief.gezin else ()
    tekst = geldend(dossier.gemeente, brief.tekstsoort)
    waarop = {**deel, "gezin": list(gezin), "tekst": tekst.blokken if tekst else {}}
    return sha256(dumps(waarop, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def te_keuren_door(user: User, on: date) -> GoedkeuringQuerySet:
    """Give the questions that wait and that this user may answer: what `goedkeuring_geven` would accept.

    Another than who asked, with a mandate for the same besluit; of a besluit op bezwaar not who took the besluit itself
    (Awb art. 10:3 lid 3). Filtered in the database, so that what others must do hides nothing.
    """
    rollen = {g: user.rollen_per_gemeente.get(g, set()) for g in user.gemeenten_met(Permission.BESLUIT_VASTSTELLEN)}
    van_user = Q(gebruiker=user)
    for gemeente, eigen_rollen in rollen.items():
        van_user |= Q(gemeente=gemeente, rol__in=eigen_rollen)
    begonnen = Mandaat.objects.filter(gemeente=OuterRef("dossier__gemeente"), vanaf__lte=on)
    mandaat = begonnen.filter(
        van_user,
        Q(tot__isnull=True) | Q(tot__gte=on),
        Q(soort="") | Q(soort=OuterRef("soort")),
        Q(tot_bedrag__isnull=True) | Q(tot_bedrag__gte=OuterRef("bedrag")),
    )
    waar = [g for g, eigen_rollen in rollen.items() if Rol.EXTERNE_HULPVERLENER not in eigen_rollen]
    mag = Q(dossier__gemeente__in=waar) & (~Exists(begonnen) | Exists(mandaat))
    eigen = Besluit.objects.filter(nummer=OuterRef("eerste"), vastgesteld_door=user)
    gevraagd = Goedkeuring.objects.visible_to(user).filter(status=Goedkeuringstatus.GEVRAAGD)
    rijen: GoedkeuringQuerySet = (
        gevraagd.filter(mag)
        .exclude(gevraagd_door=user)
        .annotate(eerste=KT("brief__vult_aan"))
        .exclude(Q(soort=BesluitSoort.BESLUIT_OP_BEZWAAR) & Exists(eigen))
    )
    return rijen


def kan_goedkeuren(goedkeuring: Goedkeuring, user: User, register: Sequence[Mandaatregel], on: date) -> bool:
    """Say whether this user may be the second person: another than who asked, with a mandate for the same besluit."""
    gemeente_id = goedkeuring.dossier.gemeente_id
    oordeel = beoordeel(
        register, soort=goedkeuring.soort, bedrag=goedkeuring.bedrag, wie=beslisser(user, gemeente_id), on=on
    )
    return oordeel.mag and user.pk != goedkeuring.gevraagd_door_id


def soort_label(soort: str) -> str:
    return BesluitSoort(soort).label if soort else "Elk besluit"
