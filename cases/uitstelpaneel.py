"""The card of the beslistermijnen: opschorting and verdaging, the first last day, ingebrekestelling and dwangsom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.actions.ingebrekestelling import dwangsom_van, te_late_termijnen
from cases.dwangsom import Dwangsom
from cases.invoer import van_json
from cases.keuzes import Uitstelsoort
from cases.klokken import stand_van
from cases.kop import mag_bewerken
from cases.models import Dossier, Ingebrekestelling, Opschorting, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import registreer_paneel
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


@dataclass(frozen=True)
class Ingebreke:
    rij: Ingebrekestelling
    dwangsom: Dwangsom


@registreer_paneel
class Beslistermijnen:
    volgorde = 5
    template = "cases/_paneel_uitstel.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show, and nothing asked, where no beslistermijn ever ran."""
        termijnen = list(dossier.termijnen.all())
        beslis = [t for t in termijnen if t.regel in GRONDEN]
        kan_ingebreke = dossier.is_open and bool(te_late_termijnen(dossier, on))
        if not beslis and not kan_ingebreke:
            return {}
        loopt = [t for t in beslis if t.status in NIET_KLAAR and dossier.is_open]
        rijen, ingebreke = _rijen(dossier, "opschortingen"), _rijen(dossier, "ingebrekestellingen")
        context = {
            "klokken": [self._klok(t, dossier, user, on) for t in loopt],
            "uitstel": [self._uitstel(rij, on) for rij in rijen],
            "ingebreke": [Ingebreke(rij, dwangsom_van(rij, termijnen, on)) for rij in ingebreke],
            "kan_ingebreke": kan_ingebreke and all(rij.is_ingetrokken for rij in ingebreke),
        }
        return context if any(context.values()) else {}

    def _klok(self, termijn: Termijn, dossier: Dossier, user: User, on: date) -> Beslisklok:
        return Beslisklok(
            naam=zoek_regel(termijn.regel).kort,
            stand=stand_van(termijn, on),
            uiterste=termijn.uiterste_datum,
            eerste=termijn.eerste_uiterste_datum,
            opgeschort_tot=van_json(termijn.invoer).opgeschort_tot(on),
            acties=tuple(self._acties(termijn, dossier, on)) if mag_bewerken(dossier, user) else (),
        )

    def _acties(self, termijn: Termijn, dossier: Dossier, on: date) -> list[tuple[str, str]]:
        acties = [("Opschorten", reverse("opschorten", args=[dossier.nummer, termijn.regel]))]
        if termijn.regel == BEZWAAR and not van_json(termijn.invoer).verdaging and on <= termijn.uiterste_datum:
            acties.append(("Verdagen", reverse("verdagen", args=[dossier.nummer])))
        if termijn.regel == PLAN and dossier.status == Status.PLAN_VAN_AANPAK:
            acties.append(("Bericht maken", reverse("termijnbericht", args=[dossier.nummer])))
        return acties

    def _uitstel(self, rij: Opschorting, on: date) -> dict[str, Any]:
        return {
            "pk": rij.pk,
            "van": rij.van,
            "tot": rij.tot,
            "get_soort_display": rij.get_soort_display(),
            "toelichting": rij.toelichting,
            "document_id": rij.document_id,
            "is_ingetrokken": rij.is_ingetrokken,
            "ingetrokken_reden": rij.ingetrokken_reden,
            "grond_zin": grond_van(rij.termijn.regel, rij.grond).keuze,
            "kan_eerder": rij.soort == Uitstelsoort.OPSCHORTING and rij.van <= on and rij.van < rij.tot,
        }
