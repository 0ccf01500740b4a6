"""Grant something in the demo after its term: once with the hardheidsclausule used, once with it waiting."""

from datetime import date

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.hardheid import hardheid_vastleggen
from cases.hardheidsbeeld import te_openen
from cases.keuzes import Hardheidsgrond
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import PlanVanAanpak
from portal_import.demo.commissie import geef_advies
from portal_import.demo.levering import moment
from portal_import.demo.verhalen import VERHALEN
from portal_import.demo.voorzieningen import met_doel, motiveer

HOEVEEL = 2
MOTIVERING = "U lag vijf maanden in het ziekenhuis. Daardoor kon u dit niet op tijd vragen. Dat is niet uw schuld."


def wijk_af(gemeente: Gemeente, on: date) -> None:
    """Choose the oldest dossiers in which the 6 maanden are over, so that the same seed gives the same demo."""
    by = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk")[0]
    in_uitvoering = Dossier.objects.filter(gemeente=gemeente, status=Status.UITVOERING).order_by("pk")
    in_leven = in_uitvoering.filter(persoon__datum_overlijden__isnull=True, plan__isnull=False)
    dicht = [d for d in in_leven if [poort.regel for poort in te_openen(d, on)] == ["materiele_verstrekking"]]
    for nummer, dossier in enumerate(dicht[:HOEVEEL]):
        _pas_toe(dossier, by, on)
        if not nummer:
            _ken_toe(dossier, by, on)


def _pas_toe(dossier: Dossier, by: User, on: date) -> None:
    hardheid_vastleggen(
        dossier=dossier,
        regel="materiele_verstrekking",
        grond=Hardheidsgrond.WET,
        waarvoor="een bed voor uw jongste kind",
        motivering=MOTIVERING,
        by=by,
        at=moment(on, 9),
        on=on,
    )


def _ken_toe(dossier: Dossier, by: User, on: date) -> None:
    verhaal = VERHALEN[0]
    hulp, plan = verhaal.hulp[0], PlanVanAanpak.objects.get(dossier=dossier)
    gegevens = {
        "leefgebied": verhaal.leefgebied,
        "omschrijving": hulp.omschrijving,
        "soort": hulp.soort,
        "noodzaak": "noodzaak",
        "motivering": hulp.motivering,
        "voorstel": "toekennen",
        "bedrag": hulp.bedrag,
        "uitvoerder": hulp.uitvoerder,
        "betaald_aan": "winkel",
        "nogmaals": "Het eerste bed was voor uw oudste kind. Dit is voor uw jongste.",
        **motiveer(hulp, on),
    }
    met_doel(plan, verhaal.leefgebied, verhaal.doel, by, on)
    voorziening_bewaren(plan=plan, gegevens=gegevens, by=by, at=moment(on, 9))
    geef_advies(plan, on, by)
    toelichting = "De termijn voor spullen is voorbij. Wij wijken daar in uw geval van af."
    addendum_vaststellen(plan=plan, datum=on, toelichting=toelichting, by=by, at=moment(on, 9), on=on)
