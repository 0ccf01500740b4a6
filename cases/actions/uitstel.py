"""Suspend a beslistermijn, end that early, put it off once, or withdraw it (Awb art. 4:15 and 7:10)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.briefdruk import bewaar_brief, druk, eis_adresseerbaar, eis_geen_geheim_adres, eis_leesbaar
from cases.actions.gesprekken import eis_geldig
from cases.actions.ingebrekeklok import list_omslag
from cases.actions.uitstelrijen import (
    invoer_uit_rijen,
    leg_opschorting_vast,
    te_beslissen_in,
    volg_rijen,
    voorzie,
    voorzie_periode,
    zoek_termijn,
)
from cases.berekening import Berekening
from cases.briefadres import afzender, ontvanger
from cases.brieftekst_bron import met_teksten
from cases.keuzes import Opschortgrond, Uitstelsoort
from cases.models import Aanvulling, Document, Dossier, Opschorting, Termijn
from cases.opschorting import Opschortingsperiode
from cases.poorten import BESLUITEN
from cases.registratie import ontvanger_over
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelbrief import Uitstelbrief, Uitstelbriefsoort
from cases.uitstelgronden import BEZWAAR, GRONDEN, PLAN, VANAF_DE_BRIEF, VERDAGING, WAAROVER, Grond, grond_van
from config.weergave import datum as datumtekst

SJABLOON = "brief/uitstel.html"
DAG, EEN_JAAR = timedelta(days=1), timedelta(days=366)


@dataclass(frozen=True)
class Uitstelvoorstel:
    """What would happen: the letter that goes out, the sum of the new last day, and what else changes with it."""

    brief: Uitstelbrief
    berekening: Berekening
    was_voorbij: bool
    weer_op_tijd: bool
    ingebreke: tuple[str, ...]
    let_op: tuple[str, ...]


@transaction.atomic
def opschorten(
    *,
    dossier: Dossier,
    regel: str,
    grond: str,
    van: date,
    tot: date,
    toelichting: str,
    blijkt_uit: str = "",
    by: User,
    at: datetime,
    on: date,
    termijn: Termijn | None = None,
) -> Opschorting:
    """Suspend a beslistermijn for a period, with its letter; the last day moves along.

    One that has run out can only have been suspended before that: `blijkt_uit` says on what that rests. Raises
    ActieFout for a ground that this termijn does not know, a period that overlaps another, begins after the termijn or
    before the letter that must come first, and for a letter that can't go out.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, te_beslissen_in(regel), "Een termijn opschorten")
    termijn = zoek_termijn(dossier, regel, termijn.pk if termijn else None)
    rij = Opschorting(
        dossier=dossier,
        termijn=termijn,
        soort=Uitstelsoort.OPSCHORTING,
        grond=grond,
        van=van,
        tot=tot,
        toelichting=toelichting.strip(),
        blijkt_uit=blijkt_uit.strip(),
        door=by,
    )
    if eerder := _eerder(rij):
        return eerder
    voorstel = stel_opschorting_voor(dossier, termijn, rij, by=by, on=on)
    gevolg = _leg_vast(rij, voorstel, "Opschorting", by=by, at=at, on=on)
    tekst = f"{_periode(rij)}: {voorstel.brief.waarover.removeprefix('uw ')}. {_wordt(termijn)}"
    tekst += f"{_achteraf(voorstel, rij)}{gevolg}"
    log(dossier, "opschorting", tekst, by=by, at=at, reden=rij.toelichting, opschorting=rij.pk, termijn=termijn.pk)
    return rij


@transaction.atomic
def verdagen(
    *, dossier: Dossier, toelichting: str, by: User, at: datetime, on: date, termijn: Termijn | None = None
) -> Opschorting:
    """Put the besluit op bezwaar off for six weeks, once and within the termijn, with its letter (Awb art. 7:10)."""
    dossier = vergrendel(dossier)
    eis_status(dossier, te_beslissen_in(BEZWAAR), "Het besluit op bezwaar verdagen")
    termijn = zoek_termijn(dossier, BEZWAAR, termijn.pk if termijn else None)
    rij = nieuwe_verdaging(dossier, termijn, toelichting, by)
    voorstel = stel_verdaging_voor(dossier, termijn, rij, by=by, on=on)
    rij.tot = max(rij.tot, _dag_van(voorstel.berekening))
    gevolg = _leg_vast(rij, voorstel, "Verdaging", by=by, at=at, on=on)
    tekst = f"Besluit op bezwaar verdaagd. {_wordt(termijn)}{gevolg}"
    log(dossier, "verdaging", tekst, by=by, at=at, reden=rij.toelichting, opschorting=rij.pk, termijn=termijn.pk)
    return rij


@transaction.atomic
def opschorting_beeindigen(
    *, opschorting: Opschorting, laatste_dag: date, reden: str, by: User, at: datetime, on: date
) -> Opschorting:
    """End an opschorting early, on the last day that does not count, and tell the inwoner (Awb art. 4:15 lid 4)."""
    dossier = vergrendel(opschorting.dossier)
    rij = _geldige(opschorting)
    eis_status(dossier, te_beslissen_in(rij.termijn.regel), "Een opschorting beëindigen")
    termijn = zoek_termijn(dossier, rij.termijn.regel, rij.termijn_id)
    voorstel = stel_einde_voor(dossier, termijn, rij, laatste_dag=laatste_dag, reden=reden, by=by, on=on)
    was, rij.tot = rij.tot, laatste_dag
    bewaar(rij, by=by, velden=["tot"], reden=reden)
    document = _brief(dossier, voorstel, "Einde van de opschorting", by=by, at=at, on=on)
    gevolg = volg_rijen(termijn, dossier, on)
    tekst = f"Opschorting tot en met {datumtekst(was)} eindigt op {datumtekst(laatste_dag)}. {_wordt(termijn)}{gevolg}"
    gegevens = {"opschorting": rij.pk, "termijn": termijn.pk, "document": document.pk}
    log(dossier, "opschorting_einde", tekst, by=by, at=at, reden=reden, **gegevens)
    return rij


@transaction.atomic
def uitstel_intrekken(*, opschorting: Opschorting, reden: str, by: User, at: datetime, on: date) -> Opschorting:
    """Withdraw an opschorting or verdaging that was entered by mistake: the last day becomes what it was."""
    dossier = vergrendel(opschorting.dossier)
    rij = _geldige(opschorting)
    eis_status(dossier, te_beslissen_in(rij.termijn.regel), "Uitstel intrekken")
    termijn = zoek_termijn(dossier, rij.termijn.regel, rij.termijn_id)
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden
    bewaar(rij, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden)
    gevolg = volg_rijen(termijn, dossier, on)
    tekst = f"{rij.get_soort_display()} ingetrokken. {_wordt(termijn)}{gevolg}"
    log(dossier, "uitstel_ingetrokken", tekst, by=by, at=at, reden=reden, opschorting=rij.pk, termijn=termijn.pk)
    return rij


def stel_opschorting_voor(
    dossier: Dossier, termijn: Termijn, rij: Opschorting, *, by: User, on: date
) -> Uitstelvoorstel:
    """Work out letter and new last day, for the preview as well. Raises ActieFout for what can't be."""
    if (termijn.regel, rij.grond) == (PLAN, Opschortgrond.AANVULLEN):
        raise ActieFout("Mist er iets bij de aanvraag? Vraag een aanvulling. Dan staat de termijn vanzelf stil.")
    if rij.grond not in GRONDEN.get(termijn.regel, {}):
        raise ActieFout("Deze grond past niet bij deze termijn. Kies een andere grond.")
    if rij.grond in VANAF_DE_BRIEF and rij.van <= on:
        raise ActieFout(
            f"Deze opschorting begint pas op de dag na uw brief ({grond_van(termijn.regel, rij.grond).artikel}). De"
            f" brief is van vandaag. Kies een eerste dag vanaf {datumtekst(on + DAG)}."
        )
    berekening = voorzie_periode(termijn, dossier, rij.van, rij.tot)
    if is_voorbij(termijn, on) and not rij.blijkt_uit.strip():
        raise ActieFout(
            f"De termijn liep tot en met {datumtekst(termijn.uiterste_datum)} en is voorbij. Schrijf op waaruit blijkt"
            f" dat zij al stilstond vanaf {datumtekst(rij.van)}."
        )
    return _voorstel(dossier, termijn, rij, Uitstelbriefsoort.OPSCHORTING, berekening, by=by, on=on)


def is_voorbij(termijn: Termijn, on: date) -> bool:
    """Tell whether the last day has passed: from then on only what was so before it can hold the termijn up."""
    return on > termijn.uiterste_datum


def stel_verdaging_voor(dossier: Dossier, termijn: Termijn, rij: Opschorting, *, by: User, on: date) -> Uitstelvoorstel:
    """Work out letter and new last day. Awb art. 7:10 lid 3: six weeks at most, so once."""
    invoer = invoer_uit_rijen(termijn)
    if invoer.verdaging:
        raise ActieFout("Dit besluit op bezwaar is al een keer verdaagd. Een tweede keer kan niet.")
    if on > termijn.uiterste_datum:
        raise ActieFout(
            f"De termijn liep tot en met {datumtekst(termijn.uiterste_datum)}. Verdagen kan alleen daarvoor."
        )
    berekening = voorzie(termijn, dossier, replace(invoer, verdaging=True))
    return _voorstel(dossier, termijn, rij, Uitstelbriefsoort.VERDAGING, berekening, by=by, on=on)


def stel_einde_voor(
    dossier: Dossier, termijn: Termijn, rij: Opschorting, *, laatste_dag: date, reden: str, by: User, on: date
) -> Uitstelvoorstel:
    """Work out letter and new last day when a period ends on an earlier day."""
    eis_geldig(rij, "Dit uitstel")
    if rij.soort != Uitstelsoort.OPSCHORTING:
        raise ActieFout("Een verdaging eindigt niet eerder. Beslis, of trek de verdaging in als zij niet klopt.")
    if not rij.van <= laatste_dag < rij.tot:
        raise ActieFout(
            f"Kies een dag van {datumtekst(rij.van)} tot en met {datumtekst(rij.tot - DAG)}. Begon de opschorting"
            " niet? Trek haar dan in."
        )
    if laatste_dag > on:
        raise ActieFout("De laatste dag kan niet in de toekomst liggen. Leg het einde vast als het zover is.")
    invoer = invoer_uit_rijen(termijn)
    perioden = tuple(Opschortingsperiode(p.van, laatste_dag) if p.van == rij.van else p for p in invoer.opschortingen)
    berekening = voorzie(termijn, dossier, replace(invoer, opschortingen=perioden))
    einde = Opschorting(grond=rij.grond, van=rij.van, tot=laatste_dag, toelichting=reden)
    return _voorstel(dossier, termijn, einde, Uitstelbriefsoort.EINDE, berekening, by=by, on=on)


def nieuwe_verdaging(dossier: Dossier, termijn: Termijn, toelichting: str, by: User) -> Opschorting:
    """Give the row of a verdaging that is not saved: its period begins after the last day of before it."""
    van = termijn.uiterste_datum + DAG
    return Opschorting(
        dossier=dossier,
        termijn=termijn,
        soort=Uitstelsoort.VERDAGING,
        grond=Opschortgrond.VERDAGING,
        van=van,
        tot=van,
        toelichting=toelichting.strip(),
        door=by,
    )


def _voorstel(
    dossier: Dossier,
    termijn: Termijn,
    rij: Opschorting,
    soort: Uitstelbriefsoort,
    berekening: Berekening,
    *,
    by: User,
    on: date,
) -> Uitstelvoorstel:
    naar = ontvanger_over(termijn)
    eis_adresseerbaar(dossier, by, naar)
    eis_geen_geheim_adres(dossier, rij.toelichting)
    if not rij.toelichting.strip():
        raise ActieFout("Schrijf op waarom. De inwoner leest dit in de brief.")
    grond: Grond = VERDAGING if soort is Uitstelbriefsoort.VERDAGING else grond_van(termijn.regel, rij.grond)
    contactpersoon = dossier.casusregisseur or by
    brief = Uitstelbrief(
        soort=soort,
        waarover=WAAROVER[termijn.regel],
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=naar or ontvanger(dossier.persoon),
        reden=grond.zin,
        artikel=grond.artikel,
        toelichting=rij.toelichting,
        van=rij.van,
        tot=rij.tot,
        was=termijn.uiterste_datum,
        wordt=_dag_van(berekening),
        contactpersoon=contactpersoon.naam,
        telefoon=contactpersoon.telefoon,
    )
    brief = met_teksten(brief, dossier.gemeente)
    eis_leesbaar(brief)
    wordt, voorbij = brief.wordt, is_voorbij(termijn, on)
    return Uitstelvoorstel(
        brief,
        berekening,
        was_voorbij=voorbij,
        weer_op_tijd=voorbij and wordt >= on,
        ingebreke=ingebreke_bij(termijn, wordt),
        let_op=_let_op(termijn, rij, wordt),
    )


def _let_op(termijn: Termijn, rij: Opschorting, wordt: date) -> tuple[str, ...]:
    """Name what is lawful and yet most likely a slip: a year that is wrong, or a last day after the two years."""
    zinnen = []
    if rij.tot - rij.van >= EEN_JAAR:
        tot = datumtekst(rij.tot)
        zinnen.append(f"De termijn staat dan langer dan een jaar stil, tot en met {tot}. Klopt dat jaar?")
    besluiten = Termijn.objects.filter(dossier=termijn.dossier_id, regel=BESLUITEN, status__in=NIET_KLAAR)
    venster = besluiten.first() if termijn.regel == PLAN else None
    if venster is not None and wordt > venster.uiterste_datum:
        zinnen.append(
            f"Besluiten kunt u in dit dossier nemen tot en met {datumtekst(venster.uiterste_datum)}. De nieuwe uiterste"
            " datum ligt daarna."
        )
    return tuple(zinnen)


def ingebreke_bij(termijn: Termijn, wordt: date) -> tuple[str, ...]:
    """Say which ingebrekestellingen about a clock count no more, or count after all, with another last day."""
    return tuple(
        f"De ingebrekestelling van {datumtekst(rij.ontvangen_op)} "
        + (
            "kwam dan te vroeg en telt niet meer. Haar twee weken en de dwangsom vervallen (Awb artikel 6:12 lid 2)."
            if te_vroeg
            else "kwam dan niet te vroeg en telt wel. Haar twee weken lopen vanaf die dag (Awb artikel 4:17 lid 3)."
        )
        for rij, te_vroeg in list_omslag(termijn, wordt)
    )


def _achteraf(voorstel: Uitstelvoorstel, rij: Opschorting) -> str:
    """Say in the event that the termijn had run out, what that became, and on what it rests."""
    if not voorstel.was_voorbij:
        return ""
    stand = "en is weer op tijd" if voorstel.weer_op_tijd else "en blijft dat"
    return f" De termijn was voorbij {stand}. Dat zij stilstond, blijkt uit: {rij.blijkt_uit.rstrip('.')}."


def _dag_van(berekening: Berekening) -> date:
    assert berekening.einddatum is not None  # voorzie refuses a rule that is off
    return berekening.einddatum


def _brief(
    dossier: Dossier, voorstel: Uitstelvoorstel, onderwerp: str, *, by: User, at: datetime, on: date
) -> Document:
    brief = voorstel.brief
    return bewaar_brief(
        dossier, druk(SJABLOON, brief), onderwerp, brief.tekstsoort, naar=brief.ontvanger, by=by, at=at, on=on
    )


def _leg_vast(rij: Opschorting, voorstel: Uitstelvoorstel, onderwerp: str, *, by: User, at: datetime, on: date) -> str:
    """Save the row with its letter and let the clock follow."""
    rij.document = _brief(rij.dossier, voorstel, onderwerp, by=by, at=at, on=on)
    return leg_opschorting_vast(rij, by=by, on=on)


def _eerder(rij: Opschorting) -> Opschorting | None:
    """Find the same period with the same words: a form that was sent twice makes one."""
    gelijk = {veld: getattr(rij, veld) for veld in ("termijn", "soort", "grond", "van", "tot", "toelichting", "door")}
    return Opschorting.objects.geldig().filter(**gelijk).first()


def _geldige(opschorting: Opschorting) -> Opschorting:
    """Read the row again, with its dossier locked; refuse one that was withdrawn, or that ends with an aanvulling."""
    rij: Opschorting = Opschorting.objects.select_for_update(of=("self",)).get(pk=opschorting.pk)
    if rij.is_ingetrokken:
        raise ActieFout(f"Dit uitstel is al ingetrokken: {rij.ingetrokken_reden}")
    if Aanvulling.objects.filter(opschorting=rij).exists():
        raise ActieFout(
            "Deze opschorting hoort bij een brief om de aanvraag aan te vullen. Leg vast dat de aanvulling er is, of"
            " trek die brief in."
        )
    return rij


def _periode(rij: Opschorting) -> str:
    return f"Opgeschort van {datumtekst(rij.van)} tot en met {datumtekst(rij.tot)}"


def _wordt(termijn: Termijn) -> str:
    return f"De uiterste datum is {datumtekst(termijn.uiterste_datum)}."


def zonder(dossier: Dossier, rij: Opschorting) -> Berekening:
    """Say what the last day would be without this row, for the page that withdraws it."""
    invoer = invoer_uit_rijen(rij.termijn)
    if rij.is_ingetrokken:
        return voorzie(rij.termijn, dossier, invoer)
    if rij.soort == Uitstelsoort.VERDAGING:
        return voorzie(rij.termijn, dossier, replace(invoer, verdaging=False))
    perioden = tuple(p for p in invoer.opschortingen if p.van != rij.van)
    return voorzie(rij.termijn, dossier, replace(invoer, opschortingen=perioden))
