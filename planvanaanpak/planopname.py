"""Read a whole plan into frozen values, and a version that was kept back out of the database."""

from django.db.models import prefetch_related_objects

from cases.gezin import gezin_in_brief
from cases.keuzes import Leefgebied
from cases.models import Dossier
from planvanaanpak.bevroren import van_json
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Doel, PlanVanAanpak, Planversie, Voorziening
from planvanaanpak.opbouw import wanneer
from planvanaanpak.planbron import doelen_per_gebied, fasen_van, plan_van
from planvanaanpak.planinhoud import (
    Doelinhoud,
    Faseinhoud,
    Leefgebiedinhoud,
    Planinhoud,
    Stapinhoud,
    Voorzieninginhoud,
)
from planvanaanpak.voorzieningkeuzes import VoorWie
from planvanaanpak.voorzieningtekst import prijszin, rekensom

VRIJ = "vrij toegankelijk"
# What the text of a voorziening names.
NAAST = ("gezinslid", "doel", "nibudprijs", "dienst", "vergelijkingen")


def inhoud_van(dossier: Dossier, plan: PlanVanAanpak) -> Planinhoud:
    """Give the plan as it is now."""
    prefetch_related_objects(
        [plan], "leefgebieden", "fasen", "doelen__stappen", "doelen__gezinslid", *(f"voorzieningen__{n}" for n in NAAST)
    )
    doelen = doelen_per_gebied(plan)
    return Planinhoud(
        kent_alles=True,
        soort=plan.get_soort_display().lower(),
        situatie=plan.situatie,
        eerste_gesprek=dossier.datum_eerste_gesprek,
        gezin=gezin_in_brief(dossier, dossier.datum_aanmelding),
        leefgebieden=tuple(
            Leefgebiedinhoud(
                code=deel.leefgebied,
                label=Leefgebied(deel.leefgebied).label,
                doelstelling=deel.doelstelling,
                situatie=deel.situatie,
                voldoet=deel.get_voldoet_display().lower(),
                hulpvraag=deel.hulpvraag,
                weggelaten=deel.weggelaten,
                doelstelling_reden=deel.doelstelling_reden,
                doelen=tuple(_doel(doel) for doel in doelen.get(deel.leefgebied, [])),
                voorzieningen=tuple(
                    _voorziening(v) for v in plan.voorzieningen.all() if v.leefgebied == deel.leefgebied
                ),
            )
            for deel in plan.leefgebieden.all()
        ),
        fasen=tuple(
            Faseinhoud(
                nummer=fase.nummer,
                naam=fase.naam,
                evaluatie=fase.datum_evaluatie,
                geevalueerd=fase.datum_geevalueerd,
                uitkomst=fase.get_uitkomst_display(),
                toelichting=fase.toelichting,
            )
            for fase in fasen_van(dossier, plan)
        ),
    )


def inhoud_nu(dossier: Dossier) -> Planinhoud | None:
    """Give the plan of a dossier as it is now, read in as many questions for a long plan as for a short one."""
    plan = plan_van(dossier, "leefgebieden", "doelen", "doelen__stappen", "voorzieningen", "fasen")
    return inhoud_van(dossier, plan) if plan else None


def inhoud_van_versie(versie: Planversie) -> Planinhoud:
    inhoud: Planinhoud = van_json(Planinhoud, versie.inhoud)
    return inhoud


def _doel(doel: Doel) -> Doelinhoud:
    return Doelinhoud(
        pk=doel.pk,
        tekst=doel.tekst,
        status=doel.get_status_display().lower(),
        voor=doel.voor,
        behaald=doel.datum_behaald,
        reden=doel.reden_vervallen,
        toegevoegd=doel.reden_toegevoegd,
        stappen=tuple(
            Stapinhoud(
                wat=stap.wat,
                wie=stap.wie,
                status=stap.get_status_display().lower(),
                uiterlijk=stap.datum_uiterlijk,
                behaald=stap.datum_behaald,
                reden=stap.reden_vervallen,
            )
            for stap in doel.stappen.all()
        ),
    )


def _voorziening(v: Voorziening) -> Voorzieninginhoud:
    return Voorzieninginhoud(
        pk=v.pk,
        omschrijving=v.omschrijving,
        soort=v.soort,
        status=_stand(v),
        bedrag=v.bedrag,
        voor="" if v.voor_wie == VoorWie.INWONER else v.voor_wie_tekst,
        wanneer=wanneer(v),
        motivering=v.motivering,
        uitvoerder=v.uitvoerder,
        doel=v.doel.tekst if v.doel else "",
        noodzaak=v.get_noodzaak_display().lower(),
        toegang="" if v.is_vrij else v.get_toegang_display().partition(":")[0].lower(),
        obstakel=v.obstakel,
        geschiktheid=v.geschiktheid,
        noodzakelijkheid=v.noodzakelijkheid,
        evenredigheid=v.evenredigheid,
        weigeringsgrond=v.weigeringsgrond,
        uitzondering=v.uitzondering_waarom,
        rekensom=rekensom(v),
        btw=v.btw,
        prijs=prijszin(v),
        betaald_aan=v.get_betaald_aan_display().lower(),
    )


def _stand(v: Voorziening) -> str:
    """Say how a voorziening stands; what everybody may use is decided on by nobody (VNG handreiking 2025 §4.3)."""
    if v.is_vrij and v.status in (VoorzieningStatus.VOORSTEL, VoorzieningStatus.TOEGEKEND):
        return VRIJ
    if v.status != VoorzieningStatus.VOORSTEL:
        return v.get_status_display().lower()
    return f"voorstel: {v.get_voorstel_display().lower()}"
