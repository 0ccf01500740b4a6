"""The pages on which what a controlepunt asks is put right."""

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.eerste_gesprek import MET_EERSTE_GESPREK
from cases.keuzes import UhtStatus
from cases.kop import mag_bewerken
from cases.models import Controlepunt, Dossier
from cases.registratie import statuspagina
from cases.status import VOOR_EERSTE_GESPREK
from cases.vraagkaart import vraagpaginas
from cases.zoekvraag import DOSSIERNUMMER

Wegen = tuple[tuple[str, str], ...]


def list_wegen(dossier: Dossier, punt: Controlepunt, user: User) -> Wegen:
    """Give the pages that a point leads to, each with the words of its link; none where this user can't go."""
    if punt.soort == Controlepunt.Soort.DUBBEL:
        return tuple((f"Samenvoegen met {ander}", url) for ander, url in list_samenvoegen(dossier, punt, user))
    if punt.soort == Controlepunt.Soort.UHT:
        return tuple(vraagpaginas(dossier)) if mag_bewerken(dossier, user) else ()
    weg = _weg(dossier, punt) if mag_bewerken(dossier, user) else None
    return (weg,) if weg and weg[1] else ()


def list_samenvoegen(dossier: Dossier, punt: Controlepunt, user: User) -> Wegen:
    """Give the dossiers that a point names as perhaps of the same person, each with the page that lays both beside."""
    if punt.soort != Controlepunt.Soort.DUBBEL or not user.mag(Permission.DOSSIER_HERSTELLEN, dossier.gemeente_id):
        return ()
    anderen = DOSSIERNUMMER.findall(punt.tekst)
    return tuple((ander, reverse("samenvoegen_met", args=[dossier.nummer, ander])) for ander in anderen)


def _weg(dossier: Dossier, punt: Controlepunt) -> tuple[str, str] | None:
    """Give the page that belongs to this kind of point, where the dossier is in a state for it."""
    if punt.soort == Controlepunt.Soort.NIET_ERKEND:
        return "Niet erkend vastleggen", statuspagina(UhtStatus.NIET_ERKEND, dossier)
    if punt.soort == Controlepunt.Soort.EERSTE_GESPREK and dossier.status in MET_EERSTE_GESPREK:
        return "Eerste gesprek wijzigen", reverse("eerste_gesprek_wijzigen", args=[dossier.nummer])
    if punt.soort == Controlepunt.Soort.HULP and dossier.status in VOOR_EERSTE_GESPREK:
        return "Wil nu geen hulp", reverse("hulp_afwijzen", args=[dossier.nummer])
    return None
