"""What the page of a plan shows: five leefgebieden, what is still needed, the termijn and the sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.permissions import Permission
from cases.keuzes import DOELSTELLING, Leefgebied
from cases.klokken import som_van, stand_van, waarom_url
from cases.kop import dossier_context
from cases.models import Dossier, Termijn
from cases.stand import Stand
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from cases.tijdlijn_svg import mini_klok
from cases.verificatiestand import NIET_BEVESTIGD, mist_bevestiging
from cases.views.formulier import gebruiker
from planvanaanpak.bedragen import Planbedragen, tel_bedragen
from planvanaanpak.commissiebron import list_adviezen
from planvanaanpak.dubbel import let_op_dubbel
from planvanaanpak.forms.leefgebied import LeefgebiedForm
from planvanaanpak.hervatting import hervat_url
from planvanaanpak.keuzes import NIET_AF, Voorstel, VoorzieningStatus
from planvanaanpak.models import Doel, Planleefgebied, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import (
    ADRES,
    AKKOORD,
    AKKOORD_OUDER,
    BETROKKENE,
    COMMISSIE,
    DOEL,
    GEMEENTE,
    GESPREK,
    HARDHEID,
    HERVATTEN,
    PRIJS,
    SANERING,
    VOORZIENING,
    VOORZIENINGEN,
    ZIENSWIJZE,
    Planpunt,
    nodig,
)
from planvanaanpak.opbouw import plangegevens
from planvanaanpak.planbeeld import Beeld, beeld_van, beeld_van_doelen
from planvanaanpak.planbron import (
    doelen_per_gebied,
    eerste_doel,
    fasen_van,
    plan_van,
    planteksten,
    voorstellen_van,
)
from planvanaanpak.plantekst import Plantekst
from planvanaanpak.poortdag import poortdag
from planvanaanpak.prijslijstnu import let_op_prijs
from planvanaanpak.vensters import Venster, vensters_van

# The page of one thing of the dossier, by its kind.
BLADZIJDE = {
    BETROKKENE: "betrokkene",
    ZIENSWIJZE: "voorziening",
    VOORZIENING: "voorziening",
    PRIJS: "voorziening_prijs",
    SANERING: "saneringskrediet",
    DOEL: "doel_wijzigen",
}
DELEN = ("leefgebieden", "doelen", "doelen__stappen", "voorzieningen", "fasen")


@dataclass(frozen=True, kw_only=True)
class Blok:
    """One leefgebied on the page. `form` is there while it can be changed."""

    leefgebied: Leefgebied
    doelstelling: str
    tekst: Plantekst
    beeld: Beeld
    open: bool
    voorzieningen: Sequence[Voorziening] = field(default=())
    doelen: Sequence[Doel] = field(default=())
    deel: Planleefgebied | None = None
    form: LeefgebiedForm | None = None
    # The steps of which the day has passed.
    te_laat: frozenset[int] = frozenset()

    @property
    def doel_in_veld(self) -> Doel | None:
        """Give the doel whose text stands in the form already."""
        return eerste_doel(self.doelen) if self.form else None


@dataclass(frozen=True)
class Klok:
    """The termijn of the plan, beside the page."""

    uiterste_datum: date
    stand: Stand
    mini: SafeString
    som: tuple[tuple[str, str], ...]
    waarom_url: str


@dataclass(frozen=True)
class Nodigpunt:
    """A point of the checklist with the place where it is done, when this user can get there."""

    klaar: bool
    tekst: str
    url: str


def planpagina(
    request: HttpRequest, dossier: Dossier, on: date, forms: Sequence[LeefgebiedForm] = ()
) -> dict[str, Any]:
    """Give what both pages of a plan show: the one to fill in, and the one to read."""
    plan = plan_van(dossier, *DELEN)
    punten = nodig(plangegevens(dossier))
    lijst = nodigpunten(punten, dossier, gebruiker(request))
    context = dossier_context(request, dossier, pad="Plan van aanpak")
    context["kop"] = replace(context["kop"], bsn_url="") if forms else context["kop"]
    return context | {
        "on": on,
        "plan": plan,
        "fasen": fasen_van(dossier, plan) if plan else [],
        "blokken": _blokken(dossier, plan, punten, forms, on),
        "klok": _klok(dossier, on),
        "nodig": lijst,
        "klaar": sum(punt.klaar for punt in punten),
        "open_punten": sum(not punt.klaar for punt in punten),
        "bedragen": bedragen_van(plan.voorzieningen.all() if plan else ()),
        "voorstellen": voorstellen_van(plan) if plan else [],
        "gezin_open": gezin_nog_open(dossier),
        "let_op": let_op(dossier, plan, on),
        "adviezen": list_adviezen(dossier, plan),
    }


def _blokken(
    dossier: Dossier, plan: PlanVanAanpak | None, punten: Sequence[Planpunt], forms: Sequence[LeefgebiedForm], on: date
) -> list[Blok]:
    per_gebied = {form.leefgebied: form for form in forms}
    doelen = doelen_per_gebied(plan) if plan else {}
    delen = {deel.leefgebied: deel for deel in plan.leefgebieden.all()} if plan else {}
    blokken = []
    for gebied, tekst in planteksten(dossier, plan).items():
        form, van_gebied, deel = per_gebied.get(gebied), doelen.get(gebied, []), delen.get(gebied)
        punt = next(punt for punt in punten if punt.leefgebied == gebied)
        beeld = beeld_van(tekst, punt) if form else beeld_van_doelen(tekst, [d.status for d in van_gebied])
        blok = Blok(
            leefgebied=gebied,
            doelstelling=deel.doelstelling if deel else DOELSTELLING[gebied],
            tekst=tekst,
            beeld=beeld,
            open=bool(form.errors) if form else bool(tekst.hulpvraag),
            voorzieningen=[v for v in plan.voorzieningen.all() if v.leefgebied == gebied] if plan else [],
            doelen=van_gebied,
            deel=deel,
            form=form,
            te_laat=te_late_stappen(van_gebied, on),
        )
        blokken.append(blok)
    return _open_eerste(blokken) if forms else blokken


def te_late_stappen(doelen: Iterable[Doel], on: date) -> frozenset[int]:
    """Give the open steps to open doelen of which the day that was agreed has passed."""
    return frozenset(
        stap.pk
        for doel in doelen
        if doel.status in NIET_AF
        for stap in doel.stappen.all()
        if stap.status in NIET_AF and stap.datum_uiterlijk and stap.datum_uiterlijk < on
    )


def _open_eerste(blokken: list[Blok]) -> list[Blok]:
    """Open the leefgebied that is worked on: those in error, else the first that is not complete.

    Of a plan op hoofdlijnen in which nothing is filled in that is the first one.
    """
    if any(blok.open for blok in blokken):
        return blokken
    eerste = next((blok for blok in blokken if blok.beeld.teken == "bijna"), None)
    if eerste is None and all(blok.tekst.is_leeg for blok in blokken):
        eerste = blokken[0]
    return [replace(blok, open=blok is eerste) for blok in blokken]


def _klok(dossier: Dossier, on: date) -> Klok | None:
    termijn: Termijn | None = next((t for t in dossier.termijnen.all() if t.regel == "plan_van_aanpak"), None)
    if termijn is None or termijn.datum_gehaald is not None or termijn.status == TermijnStatus.VERVALLEN:
        return None
    stand, einde = stand_van(termijn, on), termijn.uiterste_datum
    mini = mini_klok((einde - termijn.start).days, (on - termijn.start).days, stand.teken)
    return Klok(einde, stand, mini, som_van(termijn), waarom_url(dossier.nummer, termijn))


def nodigpunten(punten: Sequence[Planpunt], dossier: Dossier, user: User) -> list[Nodigpunt]:
    """Link each point to where it is done: a field of the plan, or another page that this user may open."""
    nummer = dossier.nummer
    plan = reverse("plan", args=[nummer])
    elders = {
        VOORZIENINGEN: f"{plan}#voorzieningen",
        AKKOORD: reverse("akkoord", args=[nummer]),
        AKKOORD_OUDER: reverse("akkoord_wijziging", args=[nummer]),
        GESPREK: reverse("eerste_gesprek", args=[nummer]),
        COMMISSIE: reverse("commissie_dossier", args=[nummer]),
        ADRES: reverse("persoon_wijzigen", args=[nummer]),
        HARDHEID: reverse("hardheid", args=[nummer]),
        HERVATTEN: hervat_url(dossier),
        GEMEENTE: reverse("gemeente") if user.mag(Permission.GEMEENTE_BEHEREN, dossier.gemeente_id) else "",
    }
    return [
        Nodigpunt(punt.klaar, punt.tekst, elders[punt.doel] if punt.doel in elders else _in_dossier(punt, nummer, plan))
        for punt in punten
    ]


def _in_dossier(punt: Planpunt, nummer: str, plan: str) -> str:
    """Give the page of somebody of the dossier, the field of a voorziening, or one of the plan."""
    soort, _, rest = punt.doel.partition(":")
    if soort not in BLADZIJDE:
        return f"{plan}#{_veld(punt)}"
    pk, _, veld = rest.partition("#")
    veld = ZIENSWIJZE if soort == ZIENSWIJZE else veld
    url = reverse(BLADZIJDE[soort], args=[nummer, int(pk)])
    return f"{url}#id_{veld}" if veld else url


def _veld(punt: Planpunt) -> str:
    """Give the id of a field; of a group of options that of the first one."""
    return f"id_{punt.doel}{'_0' if punt.doel.endswith('-voldoet') else ''}"


def bedragen_van(voorzieningen: Iterable[Voorziening]) -> Planbedragen:
    """Add up what is proposed and what was granted; what was refused counts with what is proposed to refuse."""
    besluit = {VoorzieningStatus.TOEGEKEND: Voorstel.TOEKENNEN, VoorzieningStatus.AFGEWEZEN: Voorstel.AFWIJZEN}
    return tel_bedragen(
        (v.soort, besluit.get(VoorzieningStatus(v.status), Voorstel(v.voorstel)), v.bedrag)
        for v in voorzieningen
        if v.status != VoorzieningStatus.VERVALLEN
    )


def _met_uitweg(venster: Venster, dossier: Dossier) -> str:
    """Give what a closed venster means, with the page of the hardheidsclausule where that is the only way."""
    if not venster.weigert:
        return venster.tekst
    url = reverse("hardheid", args=[dossier.nummer])
    return format_html('{} <a class="nl-link" href="{}">Naar de hardheidsclausule</a>', venster.tekst, url)


def gezin_nog_open(dossier: Dossier) -> bool:
    """Say whether the besluit on the plan will freeze the gezin as at the aanvraag, so that somebody looks first."""
    return dossier.status == Status.PLAN_VAN_AANPAK and dossier.gezin.vastgelegd_op is None


def _uht(dossier: Dossier) -> str:
    return reverse("uht", args=[dossier.nummer])


def let_op(dossier: Dossier, plan: PlanVanAanpak | None, on: date) -> list[str]:
    """Say which vensters have closed or only warn, and that UHT has confirmed nothing.

    Of the voorstellen: the same good a second time, and a price that the list has changed since.
    """
    vensters = vensters_van(dossier, poortdag(dossier, "", on))
    teksten = [_met_uitweg(venster, dossier) for venster in vensters.alle if not venster.is_open]
    if mist_bevestiging(dossier):
        teksten.append(format_html('{} <a class="nl-link" href="{}">Naar UHT</a>', NIET_BEVESTIGD, _uht(dossier)))
    voorstellen = voorstellen_van(plan) if plan else []
    return [*teksten, *let_op_dubbel(dossier, voorstellen), *let_op_prijs(dossier, voorstellen)]
