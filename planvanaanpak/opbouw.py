"""Build the frozen letter of a besluit from the plan and the gemeente, at the edge between database and letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.briefadres import afzender, ontvanger, post_volledig
from cases.gezin import gezin_in_brief
from cases.keuzes import Hardheidsgrond, Leefgebied
from cases.models import Dossier, Hardheidsbesluit, Termijn
from cases.poorten import ACCLIMATISATIE, BESLUITEN, NIEUWE_KOSTEN, SPULLEN
from cases.register import regel
from config.weergave import datum as datumtekst
from planvanaanpak.brief import BesluitBrief, Bijsluiter, HardheidRegel, LeefgebiedRegel, VoorzieningRegel
from planvanaanpak.keuzes import BesluitSoort, Noodzaak, Voorstel
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import Leefgebiedgegevens, Plangegevens
from planvanaanpak.planbron import plan_van, planteksten, voorstellen_van

WHT = "Wet hersteloperatie toeslagen, artikel 2.21: het recht op brede ondersteuning."
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
    "beeindiging": "Einde van de brede ondersteuning",
}


def bezwaar_tot(dossier: Dossier, verzenddatum: date) -> date:
    """Give the last day for bezwaar after a verzenddatum (Awb 6:7, 6:8)."""
    einde = einddatum(regel("bezwaar"), verzenddatum, kalender_nu(), beleid=regels_van(dossier)).einddatum
    assert einde is not None, "de bezwaartermijn staat in de wet en kan niet uit"
    return einde


def wanneer(voorziening: Voorziening) -> str:
    """Say in the letter when a voorziening runs."""
    vanaf, tot = voorziening.looptijd_vanaf, voorziening.looptijd_tot
    if vanaf and tot:
        return f"{datumtekst(vanaf)} tot en met {datumtekst(tot)}"
    if tot:
        return f"tot en met {datumtekst(tot)}"
    return f"vanaf {datumtekst(vanaf)}" if vanaf else "eenmalig"


def voorzieningregels(voorzieningen: list[Voorziening]) -> tuple[VoorzieningRegel, ...]:
    return tuple(
        VoorzieningRegel(
            nummer=nummer,
            omschrijving=voorziening.omschrijving,
            besluit="toegekend" if voorziening.voorstel == Voorstel.TOEKENNEN else "afgewezen",
            soort=voorziening.soort,
            wanneer=wanneer(voorziening),
            bedrag=voorziening.bedrag,
            motivering=voorziening.motivering,
            grond=voorziening.weigeringsgrond,
        )
        for nummer, voorziening in enumerate(voorzieningen, start=1)
    )


def leefgebiedregels(plan: PlanVanAanpak, voorzieningen: list[Voorziening]) -> tuple[LeefgebiedRegel, ...]:
    doelen = dict(plan.doelen.values_list("leefgebied", "tekst"))
    nummers: dict[str, list[int]] = {}
    for nummer, voorziening in enumerate(voorzieningen, start=1):
        nummers.setdefault(voorziening.leefgebied, []).append(nummer)
    return tuple(
        LeefgebiedRegel(
            leefgebied=Leefgebied(deel.leefgebied).label,
            doelstelling=deel.doelstelling,
            situatie=deel.situatie,
            voldoet=deel.voldoet,
            hulpvraag=deel.hulpvraag,
            doel=doelen.get(deel.leefgebied, ""),
            voorzieningen=tuple(nummers.get(deel.leefgebied, ())),
        )
        for deel in plan.leefgebieden.all()
    )


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """What differs between the kinds of besluit."""

    soort: str
    voorzieningen: tuple[VoorzieningRegel, ...] = ()
    leefgebieden: tuple[LeefgebiedRegel, ...] = ()
    vult_aan: str = ""
    toelichting: str = ""
    nazorg_tekst: str = ""
    hardheid: tuple[HardheidRegel, ...] = ()


def maak_brief(*, dossier: Dossier, inhoud: Inhoud, kenmerk: str, datum: date, by: User) -> BesluitBrief:
    """Make the letter of a besluit as it will be stored: everything in it is copied, nothing looked up later.

    Only the letter that carries the plan says that the resident agreed to it: an addendum came after that akkoord.
    """
    plan = PlanVanAanpak.objects.filter(dossier=dossier).select_related("akkoord").first()
    akkoord = getattr(plan, "akkoord", None) if inhoud.leefgebieden else None
    contact = dossier.casusregisseur or by
    vensters = dict(
        Termijn.objects.filter(dossier=dossier, regel__in=["materiele_verstrekking", "besluiten"]).values_list(
            "regel", "uiterste_datum"
        )
    )
    return BesluitBrief(
        soort=inhoud.soort,
        kenmerk=kenmerk,
        datum=datum,
        onderwerp=ONDERWERP[inhoud.soort],
        afzender=afzender(dossier.gemeente),
        ontvanger=ontvanger(dossier.persoon),
        contactpersoon=contact.naam,
        contacttelefoon=contact.telefoon or dossier.gemeente.telefoon,
        eerste_gesprek=dossier.datum_eerste_gesprek,
        akkoord_datum=akkoord.datum if akkoord else None,
        akkoord_hoe=akkoord.get_kanaal_display() if akkoord else "",
        voorzieningen=inhoud.voorzieningen,
        leefgebieden=inhoud.leefgebieden,
        vult_aan=inhoud.vult_aan,
        gronden=(WHT, f"{dossier.beleid.bron}.", *dict.fromkeys(regel.grond for regel in inhoud.hardheid)),
        bezwaar_tot=bezwaar_tot(dossier, datum),
        materieel_tot=vensters.get("materiele_verstrekking"),
        besluiten_tot=vensters.get("besluiten"),
        gezin=gezin_in_brief(dossier, datum),
        plan_versie=plan.versie if plan else 1,
        toelichting=inhoud.toelichting,
        nazorg_tekst=inhoud.nazorg_tekst,
        hardheid=inhoud.hardheid,
    )


def maak_bijsluiter(besluit: Besluit, verzonden_op: date) -> Bijsluiter:
    return Bijsluiter(
        kenmerk=besluit.nummer,
        datum=verzonden_op,
        oorspronkelijke_datum=besluit.datum,
        bezwaar_tot=bezwaar_tot(besluit.dossier, verzonden_op),
        afzender=afzender(besluit.gemeente),
        ontvanger=ontvanger(besluit.dossier.persoon),
    )


def plan_inhoud(
    plan: PlanVanAanpak, voorzieningen: list[Voorziening], hardheid: tuple[HardheidRegel, ...] = ()
) -> Inhoud:
    """Give what the besluit over the plan holds: a toekenning as soon as one voorziening is granted."""
    toegekend = any(v.voorstel == Voorstel.TOEKENNEN for v in voorzieningen)
    return Inhoud(
        soort=BesluitSoort.TOEKENNING if toegekend else BesluitSoort.AFWIJZING,
        voorzieningen=voorzieningregels(voorzieningen),
        leefgebieden=leefgebiedregels(plan, voorzieningen),
        hardheid=hardheid,
    )


def addendum_inhoud(
    voorzieningen: list[Voorziening], *, vult_aan: str, toelichting: str, hardheid: tuple[HardheidRegel, ...] = ()
) -> Inhoud:
    """Give what an addendum holds; it names the besluit that it adds to."""
    return Inhoud(
        soort=BesluitSoort.ADDENDUM,
        voorzieningen=voorzieningregels(voorzieningen),
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
    toekennen = [v for v in voorstellen if v.voorstel == Voorstel.TOEKENNEN]
    akkoord = getattr(plan, "akkoord", None)
    met_voorziening = {v.leefgebied for v in toekennen}
    return Plangegevens(
        leefgebieden=tuple(
            Leefgebiedgegevens(
                code=leefgebied.value,
                label=leefgebied.label,
                situatie=bool(tekst.situatie),
                voldoet=bool(tekst.voldoet),
                hulpvraag=bool(tekst.hulpvraag),
                doel=bool(tekst.doel),
                voorziening=leefgebied.value in met_voorziening,
            )
            for leefgebied, tekst in planteksten(dossier, plan).items()
        ),
        voorzieningen=len(voorstellen),
        wensen_toegekend=tuple(v.omschrijving for v in toekennen if v.noodzaak == Noodzaak.WENS),
        zonder_grond=tuple(
            v.omschrijving for v in voorstellen if v.voorstel == Voorstel.AFWIJZEN and not v.weigeringsgrond.strip()
        ),
        akkoord=akkoord is not None,
        akkoord_bewijs=bool(akkoord and akkoord.heeft_bewijs),
        adres_volledig=post_volledig(dossier.persoon),
        ontbreekt_brief=tuple(dossier.gemeente.ontbreekt_voor_brief()),
    )
