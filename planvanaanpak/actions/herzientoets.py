"""What a row of a herziening must meet: who gets more must meet what an addendum asks (decision 1041)."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from cases.actions.basis import ActieFout
from cases.models import Dossier
from cases.status import Status
from config.weergave import euro, hoeveelheid
from planvanaanpak.commissiebron import heeft_commissie, standen_van
from planvanaanpak.dubbel import zelfde_goederen
from planvanaanpak.hervatting import EERST_HERVATTEN
from planvanaanpak.herzienkeuzes import Wijziging
from planvanaanpak.herzienregels import Voorzieningstand, is_meer, keur, keur_ingang, nieuw_aantal, nieuwe_btw
from planvanaanpak.keuzes import Noodzaak, Voorstel, VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.planbron import AAN_TE_VULLEN
from planvanaanpak.prijs import rond_af
from planvanaanpak.sanering import BEDRAG, EEN_KEER, redenen
from planvanaanpak.toets import TOETSEN
from planvanaanpak.verstrekking import GEBRUIKT
from planvanaanpak.voorzieningbron import beoordeel_sanering, keur_grond, list_open

# What a herziening may add to a voorziening that gets more, beside the tests: whom we pay, the besluit of the college.
BETAALD_AAN = "betaald_aan"
COLLEGE = ("collegebesluit", "collegebesluit_datum", "collegebesluit_document")
OPNIEUW = "Stel het in het plan opnieuw voor en neem een aanvullend besluit."
OVERLEG = "Een addendum kan nu niet. Overleg met uw coördinator."
WENS = "Dit is afgewezen als wens. Een wens kunt u niet toekennen. Is het nu wel nodig?"
GEEN_ADVIES = "De commissie heeft over dit bedrag nog niet geadviseerd."
ANDER_ADVIES = "De commissie adviseerde iets anders."
PRIJS = "Een prijs van spullen volgt uit het beleid, en dit bedrag niet."


@dataclass(frozen=True, kw_only=True)
class Herzienregel:
    """What changes for one voorziening, and why. `wordt` is left out when it lapses.

    `alsnog` holds what the voorziening lacked to be granted, by field (see `ontbreekt`).
    """

    voorziening: Voorziening
    wat: Wijziging
    motivering: str = ""
    wordt: Voorzieningstand | None = None
    alsnog: Mapping[str, Any] = field(default_factory=dict)

    @property
    def was(self) -> Voorzieningstand:
        v = self.voorziening
        return Voorzieningstand(bedrag=v.bedrag, vanaf=v.looptijd_vanaf, tot=v.looptijd_tot)

    @property
    def is_toekenning(self) -> bool:
        """Tell whether the inwoner gets more than was decided."""
        if self.wat == Wijziging.ALSNOG:
            return True
        return self.wat == Wijziging.ANDERS and self.wordt is not None and is_meer(self.was, self.wordt)


class HerzienFout(ActieFout):
    """A herziening that can't be decided so; `fouten` says it by voorziening and field."""

    def __init__(self, fouten: dict[int, dict[str, str]]) -> None:
        super().__init__(" ".join(tekst for per_veld in fouten.values() for tekst in per_veld.values()))
        self.fouten = fouten


def ontbreekt(voorziening: Voorziening) -> tuple[str, ...]:
    """Name the fields that a herziening asks when it gives more: what was never written of this voorziening."""
    velden = [veld for veld in TOETSEN if not getattr(voorziening, veld).strip()]
    if not voorziening.betaald_aan:
        velden.append(BETAALD_AAN)
    return (*velden, *_zonder_college(voorziening))


def _zonder_college(voorziening: Voorziening) -> list[str]:
    if not voorziening.is_sanering:
        return []
    return [veld for veld in COLLEGE if not getattr(voorziening.saneringskrediet, veld)]


def keur_regels(dossier: Dossier, regels: Sequence[Herzienregel], *, na_bezwaar: bool) -> dict[int, dict[str, str]]:
    """Give what is wrong, by voorziening and field; empty when it can be decided so.

    After a bezwaar that was gegrond the heroverweging is the reason for what the college sees otherwise now: the
    noodzaak, the price, and an advice that it departs from (Awb art. 7:11).
    """
    meer = {r.voorziening.pk: zoals_het_wordt(r) for r in regels if r.is_toekenning and r.wordt is not None}
    fouten = {}
    for regel in regels:
        v = regel.voorziening
        fout = keur(v.status, regel.was, regel.wordt, wat=regel.wat, motivering=regel.motivering) or _gebruikt(regel)
        if not fout and v.pk in meer:
            fout = _keur_meer(dossier, meer[v.pk], na_bezwaar=na_bezwaar)
        if fout:
            fouten[v.pk] = fout
    return fouten


def keur_dagen(regels: Sequence[Herzienregel], ingang: date, brief: date) -> dict[int, dict[str, str]]:
    """Give what would hold on other days than the letter of that day says, by voorziening and field."""
    fouten = {r.voorziening.pk: keur_ingang(r.was, r.wordt, wat=r.wat, ingang=ingang, brief=brief) for r in regels}
    return {pk: fout for pk, fout in fouten.items() if fout}


def keur_college(dossier: Dossier, regels: Sequence[Herzienregel], on: date) -> dict[int, dict[str, str]]:
    """Give what is wrong with a besluit of the college that was filled in: its day, and whose document it is."""
    fouten: dict[int, dict[str, str]] = {}
    for regel in regels:
        dag, document = (regel.alsnog.get(veld) for veld in COLLEGE[1:])
        fout = {}
        if dag is not None and dag > on:
            fout[COLLEGE[1]] = "Deze datum kan niet in de toekomst liggen."
        if document is not None and not dossier.documenten.geldig().filter(pk=document.pk).exists():
            fout[COLLEGE[2]] = "Dit document hoort niet bij dit dossier of is ingetrokken. Kies een ander."
        if fout:
            fouten[regel.voorziening.pk] = fout
    return fouten


def _gebruikt(regel: Herzienregel) -> dict[str, str]:
    """Refuse an amount below what was used already: that was delivered, and is paid."""
    v = regel.voorziening
    if regel.wat != Wijziging.ANDERS or regel.wordt is None or regel.wordt.bedrag >= v.bedrag:
        return {}
    rijen = v.verstrekkingen.geldig().filter(soort=GEBRUIKT)
    gebruikt = sum(rijen.values_list("aantal", flat=True), Decimal(0))
    waarde = rond_af(v.bedrag * gebruikt / v.aantal)
    if regel.wordt.bedrag >= waarde:
        return {}
    deel = f"{hoeveelheid(gebruikt)} van {hoeveelheid(v.aantal)}"
    return {"bedrag": f"Er is al {deel} gebruikt. Dat is {euro(waarde)}. Vul dat bedrag in, of meer."}


def _keur_meer(dossier: Dossier, v: Voorziening, *, na_bezwaar: bool) -> dict[str, str]:
    """Ask of one voorziening that gets more, as it will be, what the addendum asks."""
    uitweg = _uitweg(dossier)
    mist = list_open(dossier, v, nog_een=bool(zelfde_goederen(dossier, [v])))
    fouten = {veld: f"Schrijf op {woorden}." for veld, woorden in TOETSEN.items() if woorden in mist["toetsen"]}
    if mist["betaling"]:
        fouten[BETAALD_AAN] = "Kies wie wij betalen."
    waarom = [f"Nog nodig: {tekst}." for soort in ("gezinslid", "vervolg") for tekst in mist[soort]]
    if v.is_sanering:
        waarom += _sanering(dossier, v, fouten, na_bezwaar=na_bezwaar)
    if not na_bezwaar:
        waarom = [*_anders_gezien(dossier, v, mist), *waarom]
        if mist["prijs"]:
            fouten["bedrag"] = f"{PRIJS} {_per_stuk(v)}{uitweg}"
    return fouten | ({"wat": " ".join([*waarom, uitweg])} if waarom else {})


def _uitweg(dossier: Dossier) -> str:
    """Say where another price or a new advice is asked."""
    if dossier.status not in AAN_TE_VULLEN:
        return OVERLEG
    return f"{EERST_HERVATTEN} {OPNIEUW}" if dossier.status == Status.NAZORG else OPNIEUW


def _anders_gezien(dossier: Dossier, v: Voorziening, mist: dict[str, list[str]]) -> list[str]:
    """Say what stands in the way that only a heroverweging can see otherwise: the noodzaak, the ground, the advice."""
    soorten = ("nogmaals",) if v.is_sanering else ("nogmaals", "schuld")
    return [
        *([WENS] if v.noodzaak == Noodzaak.WENS else []),
        *_advies(dossier, v),
        *(f"Nog nodig: {tekst}." for soort in soorten for tekst in mist[soort]),
        *keur_grond(dossier, v).values(),
    ]


def _per_stuk(v: Voorziening) -> str:
    """Offer more pieces at the price that was agreed, where there was one."""
    prijs = Voorziening.objects.values_list("eenheidsprijs", flat=True).get(pk=v.pk)
    return f"Vul een aantal keer {euro(prijs)} in: de prijs per stuk. Past dat niet? " if prijs else ""


def _advies(dossier: Dossier, v: Voorziening) -> list[str]:
    if not heeft_commissie(dossier):
        return []
    (stand,) = standen_van([v])
    if stand.advies is None:
        return [GEEN_ADVIES]
    return [ANDER_ADVIES] if stand.mist_reden else []


def _sanering(dossier: Dossier, v: Voorziening, fouten: dict[str, str], *, na_bezwaar: bool) -> list[str]:
    """Ask the criteria of a saneringskrediet; after a bezwaar the facts were judged anew, the regeling still binds."""
    criteria = beoordeel_sanering(dossier, v, v.saneringskrediet)
    if na_bezwaar:
        criteria = tuple(criterium for criterium in criteria if criterium.wat in (EEN_KEER, BEDRAG))
    for criterium in criteria:
        if criterium.wat == BEDRAG and not criterium.voldaan:
            fouten[_zonder_college(v)[0]] = criterium.waarom
    return list(redenen(tuple(criterium for criterium in criteria if criterium.wat != BEDRAG)))


def zoals_het_wordt(regel: Herzienregel) -> Voorziening:
    """Give a copy of the voorziening as the herziening leaves it; it is never saved."""
    v = copy(regel.voorziening)
    if regel.voorziening.is_sanering:
        v.saneringskrediet = copy(regel.voorziening.saneringskrediet)
    pas_toe(v, regel)
    if regel.wat == Wijziging.ALSNOG:  # judged as a voorstel: what was granted since counts as well
        v.status, v.besluit = VoorzieningStatus.VOORSTEL, None
    return v


def pas_toe(v: Voorziening, regel: Herzienregel) -> list[str]:
    """Let a voorziening say what now holds, and give the fields that changed."""
    assert regel.wordt is not None, "the row was judged before"
    is_meer_dan_het_was = regel.is_toekenning  # of what it still is now
    velden = _zet_bedrag(v, regel.wordt.bedrag)
    v.looptijd_vanaf, v.looptijd_tot = regel.wordt.vanaf, regel.wordt.tot
    velden += ["looptijd_vanaf", "looptijd_tot"]
    if is_meer_dan_het_was:
        velden += _vul_aan(v, regel)
    if regel.wat == Wijziging.ALSNOG:
        v.status, v.voorstel = VoorzieningStatus.TOEGEKEND, Voorstel.TOEKENNEN
        velden += ["status", "voorstel"]
    return velden


def _vul_aan(v: Voorziening, regel: Herzienregel) -> list[str]:
    """Fill in what was never written; nothing that was is changed."""
    gegeven = {veld: waarde for veld in ontbreekt(v) if (waarde := regel.alsnog.get(veld))}
    for veld, waarde in gegeven.items():
        setattr(
            v.saneringskrediet if veld in COLLEGE else v, veld, waarde.strip() if isinstance(waarde, str) else waarde
        )
    return [veld for veld in gegeven if veld not in COLLEGE]


def _zet_bedrag(v: Voorziening, bedrag: Decimal) -> list[str]:
    """Give a voorziening another amount: more or fewer pieces at the price that was agreed, when that fits.

    Else the price it rested on no longer explains the amount, and the motivering of the herziening does.
    """
    if bedrag == v.bedrag:
        return []
    v.btw, v.bedrag = nieuwe_btw(v.btw, v.bedrag, bedrag), bedrag
    aantal = nieuw_aantal(bedrag, v.eenheidsprijs)
    if aantal is not None:
        v.aantal = aantal
        return ["btw", "bedrag", "aantal"]
    v.eenheidsprijs, v.prijsbasis, v.nibudprijs, v.dienst = None, "", None, None
    v.prijs_bron = v.prijs_reden = ""
    return ["btw", "bedrag", "eenheidsprijs", "prijsbasis", "nibudprijs", "dienst", "prijs_bron", "prijs_reden"]
