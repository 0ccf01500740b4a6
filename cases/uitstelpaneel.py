"""The card of the beslistermijnen: opschorting and verdaging, the first last day, ingebrekestelling and dwangsom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.aanvulregels import Aanvulregel, aanvullingen_van, list_acties, stand_in_woorden
from cases.actions.aanvulling import MET_AANVRAAG
from cases.actions.ingebrekestelling import dwangsom_van, gaat_over, te_late_termijnen
from cases.actions.uitstelrijen import te_beslissen_in
from cases.dwangsom import Dwangsom
from cases.invoer import van_json
from cases.keuzes import Uitstelsoort
from cases.klokken import stand_van, waarom_url
from cases.kop import mag_bewerken
from cases.models import Aanvulling, Dossier, Ingebrekestelling, Opschorting, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import met_klokwoorden, registreer_paneel
from cases.stand import Stand
from cases.status import Status
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelgronden import BEZWAAR, GRONDEN, PLAN, grond_van


def _rijen(dossier: Dossier, naam: str) -> list[Any]:
    return list(getattr(dossier, naam).select_related("termijn")) if dossier.kan_hebben(naam) else []


@dataclass(frozen=True, kw_only=True)
class Beslisklok:
    """A running clock by which the college must decide, with what can be done about it."""

    naam: str
    stand: Stand
    uiterste: date
    eerste: date | None
    opgeschort_tot: date | None
    acties: tuple[tuple[str, str], ...]
    waarom_url: str


@dataclass(frozen=True)
class Ingebreke:
    rij: Ingebrekestelling
    dwangsom: Dwangsom
    kan_wijzigen: bool


@registreer_paneel
class Beslistermijnen:
    volgorde = 5
    template = "cases/_paneel_uitstel.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show, and nothing asked, where no beslistermijn ever ran."""
        termijnen = list(dossier.termijnen.all())
        beslis = [t for t in termijnen if t.regel in GRONDEN]
        te_laat = te_late_termijnen(dossier, on)
        if not beslis and not te_laat:
            return {}
        loopt = [t for t in beslis if t.status in NIET_KLAAR and dossier.status in te_beslissen_in(t.regel)]
        rijen, ingebreke = _rijen(dossier, "opschortingen"), _rijen(dossier, "ingebrekestellingen")
        aanvullingen = aanvullingen_van(dossier)
        van_brief = {rij.opschorting_id for rij in aanvullingen}
        context = {
            "klokken": [self._klok(t, dossier, user, on, any(rij.is_open for rij in aanvullingen)) for t in loopt],
            "uitstel": [self._uitstel(rij, on, rij.pk in van_brief) for rij in rijen],
            "aanvullingen": [self._aanvulling(rij, dossier, user, on) for rij in aanvullingen],
            "ingebreke": [self._ingebreke(rij, termijnen, on) for rij in ingebreke],
            "kan_ingebreke": any(not self._al_gesteld(t, ingebreke) for t in te_laat),
        }
        return context if any(context.values()) else {}

    def _ingebreke(self, rij: Ingebrekestelling, termijnen: list[Termijn], on: date) -> Ingebreke:
        kan = rij.dossier.status in te_beslissen_in(rij.termijn.regel)
        return Ingebreke(rij, dwangsom_van(rij, termijnen, on), kan)

    def _al_gesteld(self, termijn: Termijn, ingebreke: list[Ingebrekestelling]) -> bool:
        return any(not rij.is_ingetrokken and gaat_over(rij, termijn) for rij in ingebreke)

    def _klok(self, termijn: Termijn, dossier: Dossier, user: User, on: date, wacht: bool) -> Beslisklok:
        return Beslisklok(
            naam=met_klokwoorden(zoek_regel(termijn.regel).kort, termijn, dossier),
            stand=stand_van(termijn, on),
            uiterste=termijn.uiterste_datum,
            eerste=termijn.eerste_uiterste_datum,
            opgeschort_tot=van_json(termijn.invoer).opgeschort_tot(on),
            acties=tuple(acties_van(termijn, dossier, on, wacht)) if mag_bewerken(dossier, user) else (),
            waarom_url=waarom_url(dossier.nummer, termijn),
        )

    def _aanvulling(self, rij: Aanvulling, dossier: Dossier, user: User, on: date) -> Aanvulregel:
        mag = mag_bewerken(dossier, user) and dossier.status in MET_AANVRAAG and not rij.is_ingetrokken
        acties = list_acties(rij, dossier.nummer, on) if mag else ()
        return Aanvulregel(rij=rij, stand=stand_in_woorden(rij, on), acties=acties)

    def _uitstel(self, rij: Opschorting, on: date, van_brief: bool) -> dict[str, Any]:
        """Give a period; one that came with a letter to complete the aanvraag ends with that letter."""
        return {
            "pk": rij.pk,
            "van": rij.van,
            "tot": rij.tot,
            "get_soort_display": rij.get_soort_display(),
            "toelichting": "Zie de brief hieronder." if van_brief else rij.toelichting,
            "blijkt_uit": rij.blijkt_uit,
            "document_id": rij.document_id,
            "is_ingetrokken": rij.is_ingetrokken,
            "kan_wijzigen": rij.dossier.status in te_beslissen_in(rij.termijn.regel),
            "ingetrokken_reden": rij.ingetrokken_reden,
            "grond_zin": grond_van(rij.termijn.regel, rij.grond).keuze,
            "van_brief": van_brief,
            "kan_eerder": not van_brief
            and rij.soort == Uitstelsoort.OPSCHORTING
            and rij.van <= on
            and rij.van < rij.tot,
        }


def acties_van(termijn: Termijn, dossier: Dossier, on: date, wacht: bool = False) -> list[tuple[str, str]]:
    """Give what can be done about a running beslistermijn; while a letter waits (`wacht`) no second is offered."""
    welke = f"?termijn={termijn.pk}" if termijn.regel == BEZWAAR else ""
    acties = [("Opschorten", reverse("opschorten", args=[dossier.nummer, termijn.regel]) + welke)]
    if termijn.regel == BEZWAAR and not van_json(termijn.invoer).verdaging and on <= termijn.uiterste_datum:
        acties.append(("Verdagen", reverse("verdagen", args=[dossier.nummer]) + welke))
    if termijn.regel == PLAN and dossier.status == Status.PLAN_VAN_AANPAK:
        if not wacht:
            acties.append(("Aanvulling vragen", reverse("aanvulling_vragen", args=[dossier.nummer])))
        acties.append(("Bericht maken", reverse("termijnbericht", args=[dossier.nummer])))
    return acties
