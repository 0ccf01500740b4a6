"""Build the frozen letter of a besluit from the plan and the gemeente, at the edge between database and letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from accounts.models import User
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, einddatum
from cases.brief import Afzender, Ontvanger
from cases.briefadres import afzender, ontvanger, post_volledig
from cases.brieftekst_bron import met_teksten
from cases.gezin import gezin_in_brief
from cases.keuzes import Hardheidsgrond, Leefgebied, UhtStatus
from cases.models import Dossier, Hardheidsbesluit
from cases.poorten import ACCLIMATISATIE, BESLUITEN, NIEUWE_KOSTEN, SPULLEN
from cases.register import regel
from cases.status import Status
from config.weergave import datum as datumtekst
from planvanaanpak.adresbron import adrespunten, eis_zonder_geheim_adres
from planvanaanpak.akkoordbron import akkoord_in_brief, akkoordgegevens
from planvanaanpak.brief import BesluitBrief, Bijsluiter, uit_json
from planvanaanpak.briefregels import (
    AanvulRegel,
    BezwaarRegel,
    FaseRegel,
    HardheidRegel,
    LeefgebiedRegel,
    VoorzieningRegel,
)
from planvanaanpak.commissiebron import commissiegegevens, met_advies
from planvanaanpak.doeltekst import doelregels
from planvanaanpak.keuzes import BesluitSoort, Noodzaak, Voorstel
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import Leefgebiedgegevens, Plangegevens
from planvanaanpak.planbron import (
    AAN_TE_VULLEN,
    fasen_van,
    geldende_doelen,
    plan_van,
    plankop,
    planteksten,
    voorstellen_van,
)
from planvanaanpak.vensters import laatste_dagen
from planvanaanpak.voorzieningbron import open_punten
from planvanaanpak.voorzieningkeuzes import Toegang
from planvanaanpak.voorzieningtekst import (
    betaalzin,
    grondzin,
    prijszin,
    rekensom,
    saneringzinnen,
    uitzonderingzin,
    voor_wie,
)
from planvanaanpak.zienswijze import mist_zienswijze

WHT = "Wet hersteloperatie toeslagen, artikel 2.21: het recht op brede ondersteuning."
AWB_AANVULLEN = "Algemene wet bestuursrecht, artikel 4:5: een aanvraag die niet compleet is."
AWB_BEZWAAR = "Algemene wet bestuursrecht, artikelen 7:11 en 7:12: de beslissing op een bezwaar."
HARDHEID = "Wet hersteloperatie toeslagen, artikel 9.1 lid 2 onder d: de hardheidsclausule."
# What a term is for, as the letter names it after "de termijn om".
IN_BRIEF = {
    SPULLEN: "spullen toe te kennen",
    BESLUITEN: "hulp toe te kennen",
    ACCLIMATISATIE: "de ondersteuning af te ronden",
    NIEUWE_KOSTEN: "nieuwe kosten te maken",
}
ONDERWERP = {
    "toekenning": "Besluit over uw plan van aanpak",
    "addendum": "Aanvulling op uw plan van aanpak",
    "afwijzing": "Besluit over uw plan van aanpak",
    "herziening": "Herziening van uw plan van aanpak",
    "buiten_behandeling": "Besluit over uw aanvraag",
    "beeindiging": "Einde van de brede ondersteuning",
    "intrekking": "Intrekking van een eerder besluit",
    "besluit_op_bezwaar": "Besluit op uw bezwaar",
}


def bezwaar_tot(dossier: Dossier, verzenddatum: date) -> date:
    """Give the last day for bezwaar after a verzenddatum (Awb 6:7, 6:8)."""
    einde = reken_bezwaar(dossier, verzenddatum).einddatum
    assert einde is not None, "de bezwaartermijn staat in de wet en kan niet uit"
    return einde


def reken_bezwaar(dossier: Dossier, verzenddatum: date, rechtsmiddel: str = "bezwaar") -> Berekening:
    """Count the term for bezwaar or beroep after a verzenddatum, so that a page can say why its last day is that."""
    return einddatum(regel(rechtsmiddel), verzenddatum, kalender_nu(), beleid=regels_van(dossier))


def wanneer(voorziening: Voorziening) -> str:
    """Say in the letter when a voorziening runs."""
    return looptijd(voorziening.looptijd_vanaf, voorziening.looptijd_tot)


def looptijd(vanaf: date | None, tot: date | None) -> str:
    if vanaf and tot:
        return f"{datumtekst(vanaf)} tot en met {datumtekst(tot)}"
    if tot:
        return f"tot en met {datumtekst(tot)}"
    return f"vanaf {datumtekst(vanaf)}" if vanaf else "eenmalig"


def voorzieningregels(voorzieningen: list[Voorziening]) -> tuple[VoorzieningRegel, ...]:
    """Copy what the letter says of each voorziening; what they name is fetched once for all of them."""
    prefetch_related_objects(
        voorzieningen, "doel", "gezinslid", "vergelijkingen", "vervolg", "saneringskrediet__collegebesluit_document"
    )
    return tuple(
        VoorzieningRegel(
            nummer=nummer,
            omschrijving=voorziening.omschrijving,
            besluit="toegekend" if voorziening.voorstel == Voorstel.TOEKENNEN else "afgewezen",
            soort=voorziening.soort,
            wanneer=wanneer(voorziening),
            bedrag=voorziening.bedrag,
            motivering=voorziening.motivering,
            grond=grondzin(voorziening),
            is_vrij=voorziening.toegang == Toegang.VRIJ,
            voor_wie=voor_wie(voorziening),
            doel=voorziening.doel.tekst if voorziening.doel and voorziening.doel.geldt else "",
            obstakel=voorziening.obstakel,
            geschiktheid=voorziening.geschiktheid,
            noodzakelijkheid=voorziening.noodzakelijkheid,
            evenredigheid=voorziening.evenredigheid,
            uitzondering=uitzonderingzin(voorziening),
            zienswijze=voorziening.zienswijze,
            nogmaals=voorziening.nogmaals,
            sanering=saneringzinnen(voorziening),
            rekensom=rekensom(voorziening),
            prijs=prijszin(voorziening),
            betaling=betaalzin(voorziening) if voorziening.voorstel == Voorstel.TOEKENNEN else "",
        )
        for nummer, voorziening in enumerate(voorzieningen, start=1)
    )


def leefgebiedregels(plan: PlanVanAanpak, voorzieningen: list[Voorziening]) -> tuple[LeefgebiedRegel, ...]:
    doelen = geldende_doelen(plan)
    nummers: dict[tuple[str, str], list[int]] = {}
    for nummer, voorziening in enumerate(voorzieningen, start=1):
        nummers.setdefault((voorziening.leefgebied, voorziening.voorstel), []).append(nummer)
    return tuple(
        LeefgebiedRegel(
            leefgebied=Leefgebied(deel.leefgebied).label,
            doelstelling=deel.doelstelling,
            situatie=deel.situatie,
            voldoet=deel.voldoet,
            hulpvraag=deel.hulpvraag,
            doel=doelen[deel.leefgebied][0].tekst if deel.leefgebied in doelen else "",
            doelen=doelregels(doelen.get(deel.leefgebied, [])),
            weggelaten=deel.weggelaten,
            voorzieningen=tuple(nummers.get((deel.leefgebied, Voorstel.TOEKENNEN), ())),
            afgewezen=tuple(nummers.get((deel.leefgebied, Voorstel.AFWIJZEN), ())),
        )
        for deel in plan.leefgebieden.all()
    )


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """What differs between the kinds of besluit."""

    soort: str
    voorzieningen: tuple[VoorzieningRegel, ...] = ()
    leefgebieden: tuple[LeefgebiedRegel, ...] = ()
    fasen: tuple[FaseRegel, ...] = ()
    vult_aan: str = ""
    toelichting: str = ""
    nazorg_tekst: str = ""
    hardheid: tuple[HardheidRegel, ...] = ()
    bezwaar: BezwaarRegel | None = None
    afzender: Afzender | None = None
    ontvanger: Ontvanger | None = None
    over: Besluit | None = None
    ingang: date | None = None
    zienswijze: str = ""
    aanvulling: AanvulRegel | None = None
    grond: str = ""


def maak_brief(*, dossier: Dossier, inhoud: Inhoud, kenmerk: str, datum: date, by: User) -> BesluitBrief:
    """Make the letter of a besluit as it will be stored: everything in it is copied, nothing looked up later.

    Only the letter that carries the plan says that the resident agreed to it: an addendum came after that akkoord.
    Raises ActieFout where somebody typed an address that is geheim.
    """
    brief = stel_brief_samen(dossier=dossier, inhoud=inhoud, kenmerk=kenmerk, datum=datum, by=by)
    met: BesluitBrief = met_teksten(brief, dossier.gemeente)
    eis_zonder_geheim_adres(dossier.persoon, vars(met))
    return met


def stel_brief_samen(*, dossier: Dossier, inhoud: Inhoud, kenmerk: str, datum: date, by: User) -> BesluitBrief:
    """Put a letter together without the text of the gemeente, for who sees a text that is not published yet."""
    plan = PlanVanAanpak.objects.filter(dossier=dossier).select_related("akkoord", "zonder_akkoord").first()
    contact = dossier.casusregisseur or by
    vensters = laatste_dagen(dossier, datum)
    return BesluitBrief(
        soort=inhoud.soort,
        kenmerk=kenmerk,
        datum=datum,
        onderwerp=_onderwerp(inhoud),
        afzender=inhoud.afzender or afzender(dossier.gemeente),
        ontvanger=inhoud.ontvanger or ontvanger(dossier.persoon),
        contactpersoon=contact.naam,
        contacttelefoon=contact.telefoon or dossier.gemeente.telefoon,
        eerste_gesprek=dossier.datum_eerste_gesprek,
        **(akkoord_in_brief(plan) if inhoud.leefgebieden else {}),
        voorzieningen=inhoud.voorzieningen,
        leefgebieden=inhoud.leefgebieden,
        fasen=inhoud.fasen,
        vult_aan=inhoud.over.nummer if inhoud.over else inhoud.vult_aan,
        over_datum=inhoud.over.datum if inhoud.over else None,
        ingang=inhoud.ingang,
        einde=datum if inhoud.soort == BesluitSoort.BEEINDIGING else None,
        zienswijze=inhoud.zienswijze,
        aanvulling=inhoud.aanvulling,
        gronden=(
            WHT,
            f"{dossier.beleid.bron}.",
            *dict.fromkeys(regel.grond for regel in inhoud.hardheid),
            *((AWB_AANVULLEN,) if inhoud.aanvulling else ()),
            *((inhoud.grond,) if inhoud.grond else ()),
            *((AWB_BEZWAAR,) if inhoud.bezwaar else ()),
        ),
        bezwaar_tot=bezwaar_tot(dossier, datum),
        materieel_tot=vensters.get(SPULLEN),
        besluiten_tot=vensters.get(BESLUITEN),
        niet_erkend=dossier.status == Status.ACCLIMATISATIE and dossier.uht_status == UhtStatus.NIET_ERKEND,
        gezin=() if inhoud.ontvanger and inhoud.ontvanger.ander else gezin_in_brief(dossier, datum),
        plan_versie=plan.versie if plan else 1,
        plan_soort=plan.soort if plan and inhoud.leefgebieden else "",
        situatie=plan.situatie if plan and inhoud.leefgebieden else "",
        toelichting=inhoud.toelichting,
        nazorg_tekst=inhoud.nazorg_tekst,
        hardheid=inhoud.hardheid,
        bezwaar=inhoud.bezwaar,
    )


def _onderwerp(inhoud: Inhoud) -> str:
    """Name what the letter is about: who is refused without a plan never had one."""
    zonder_plan = inhoud.soort == BesluitSoort.AFWIJZING and not inhoud.voorzieningen
    return ONDERWERP[BesluitSoort.BUITEN_BEHANDELING if zonder_plan else inhoud.soort]


def maak_bijsluiter(
    besluit: Besluit,
    verzonden_op: date,
    naar: Ontvanger | None = None,
    *,
    datum: date | None = None,
    eerder: date | None = None,
    opnieuw: bool = False,
    loopt_door: bool = False,
    opnieuw_op: date | None = None,
) -> Bijsluiter:
    """Make the sheet with the real day. Its sender is that of the besluit: who signed it, and under which mandate."""
    is_beroep = besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR
    return Bijsluiter(
        kenmerk=besluit.nummer,
        datum=datum or verzonden_op,
        dag=verzonden_op,
        eerder=eerder,
        opnieuw=opnieuw,
        loopt_door=loopt_door,
        opnieuw_op=opnieuw_op,
        oorspronkelijke_datum=besluit.datum,
        bezwaar_tot=bezwaar_tot(besluit.dossier, verzonden_op),
        afzender=uit_json(besluit.snapshot).afzender,
        ontvanger=naar or ontvanger(besluit.dossier.persoon),
        is_beroep=is_beroep,
    )


def soort_besluit(voorzieningen: Sequence[Voorziening]) -> BesluitSoort:
    """A toekenning as soon as one voorziening is granted, and of a plan that has none yet (decision 1061).

    Such a plan grants the support itself, with its doelen; nothing that was asked is refused.
    """
    afgewezen = voorzieningen and all(v.voorstel == Voorstel.AFWIJZEN for v in voorzieningen)
    return BesluitSoort.AFWIJZING if afgewezen else BesluitSoort.TOEKENNING


def plan_inhoud(
    plan: PlanVanAanpak, voorzieningen: list[Voorziening], hardheid: tuple[HardheidRegel, ...] = ()
) -> Inhoud:
    """Give what the besluit over the plan holds."""
    return Inhoud(
        soort=soort_besluit(voorzieningen),
        voorzieningen=met_advies(voorzieningregels(voorzieningen), voorzieningen),
        leefgebieden=leefgebiedregels(plan, voorzieningen),
        fasen=tuple(
            FaseRegel(naam=fase.naam, evaluatie=fase.datum_evaluatie, geevalueerd=fase.datum_geevalueerd)
            for fase in fasen_van(plan.dossier, plan)
        ),
        hardheid=hardheid,
    )


def addendum_inhoud(
    voorzieningen: list[Voorziening], *, vult_aan: str, toelichting: str, hardheid: tuple[HardheidRegel, ...] = ()
) -> Inhoud:
    """Give what an addendum holds; it names the besluit that it adds to."""
    return Inhoud(
        soort=BesluitSoort.ADDENDUM,
        voorzieningen=met_advies(voorzieningregels(voorzieningen), voorzieningen),
        vult_aan=vult_aan,
        toelichting=toelichting.strip(),
        hardheid=hardheid,
    )


def hardheidregels(dossier: Dossier, hardheid: Iterable[Hardheidsbesluit]) -> tuple[HardheidRegel, ...]:
    """Give what the letter says of the hardheidsclausule (Awb 3:46: the motivering of the deviation)."""
    tot = {termijn.regel: termijn.uiterste_datum for termijn in dossier.termijnen.order_by("uiterste_datum")}
    return tuple(
        HardheidRegel(
            termijn=IN_BRIEF[rij.regel],
            tot=tot[rij.regel],
            grond=HARDHEID if rij.grond == Hardheidsgrond.WET else f"{dossier.beleid.bron}: de hardheidsclausule.",
            waarvoor=rij.waarvoor,
            motivering=rij.motivering,
        )
        for rij in hardheid
    )


def plangegevens(dossier: Dossier) -> Plangegevens:
    """Read what the checklist of the plan looks at; before there is a plan that is the gesprek alone."""
    plan = plan_van(dossier, "leefgebieden", "doelen", "voorzieningen")
    voorstellen = voorstellen_van(plan) if plan else []
    kop = plankop(plan, dossier)
    doelen = geldende_doelen(plan) if plan else {}
    toekennen = [v for v in voorstellen if v.voorstel == Voorstel.TOEKENNEN]
    met_voorziening = {v.leefgebied for v in toekennen}
    return Plangegevens(
        leefgebieden=tuple(
            Leefgebiedgegevens(
                code=leefgebied.value,
                label=leefgebied.label,
                situatie=bool(tekst.situatie),
                voldoet=bool(tekst.voldoet),
                hulpvraag=bool(tekst.hulpvraag),
                doel=leefgebied.value in doelen,
                voorziening=leefgebied.value in met_voorziening,
                weggelaten=bool(tekst.weggelaten),
            )
            for leefgebied, tekst in planteksten(dossier, plan).items()
        ),
        voorzieningen=len(voorstellen),
        wensen_toegekend=tuple(v.omschrijving for v in toekennen if v.noodzaak == Noodzaak.WENS),
        zonder_grond=tuple(
            v.omschrijving for v in voorstellen if v.voorstel == Voorstel.AFWIJZEN and not v.weigeringsgrond.strip()
        ),
        zonder_zienswijze=tuple(
            (v.pk, v.omschrijving)
            for v in voorstellen
            if v.voorstel == Voorstel.AFWIJZEN and mist_zienswijze(v.zienswijze)
        ),
        motivering_open=open_punten(dossier, voorstellen),
        nieuw_in_nazorg=tuple(v.omschrijving for v in toekennen) if dossier.status == Status.NAZORG else (),
        adres_volledig=post_volledig(dossier.persoon),
        ontbreekt_brief=tuple(dossier.gemeente.ontbreekt_voor_brief()),
        soort=kop.soort,
        situatie=bool(kop.situatie),
        eerste_gesprek=dossier.datum_eerste_gesprek is not None,
        adres_in=_adres_in(plan, voorstellen) if plan and dossier.persoon.geheim_adres else (),
        **akkoordgegevens(plan),
        **commissiegegevens(dossier, plan, voorstellen),
    )


def _adres_in(plan: PlanVanAanpak, voorstellen: list[Voorziening]) -> tuple[tuple[str, str], ...]:
    """Look through what the next besluit over this plan would print; an addendum prints no plan."""
    brief: dict[str, Any] = {"voorzieningen": met_advies(voorzieningregels(voorstellen), voorstellen)}
    if plan.dossier.status not in AAN_TE_VULLEN:
        leefgebieden = leefgebiedregels(plan, voorstellen)
        brief |= {"situatie": plan.situatie, "leefgebieden": leefgebieden, **akkoord_in_brief(plan)}
    return adrespunten(brief, plan, voorstellen)
