"""The rows of the world of the tests for besluiten beside the plan, post that came back and electronic post."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from cases.actions.aanvulling import aanvulling_vragen
from cases.models import Aanvulling, Dossier
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.toestemming import toestemming_vastleggen
from planvanaanpak.actions.verzending import retour_vastleggen, verzenddatum_verbeteren
from planvanaanpak.models import Besluit, Retourpost
from tests.factories import moment
from tests.wegen import stel_vast, voer_eerste_gesprek

GESPREK, BESLUIT, ON = date(2026, 3, 12), date(2026, 4, 20), date(2026, 6, 1)
GEVRAAGD, UITERLIJK = date(2026, 5, 11), date(2026, 5, 25)


@dataclass(frozen=True, kw_only=True)
class Besluitwereld:
    """`verlopen` was not completed in time; the letter of `teruggekomen` came back after its day was corrected."""

    verlopen: Aanvulling
    teruggekomen: Besluit
    retour: Retourpost


def maak_besluitwereld(onvolledig: Dossier, teruggekomen: Dossier, by: User) -> Besluitwereld:
    besluit = _brief_kwam_terug(teruggekomen, by)
    return Besluitwereld(verlopen=_liet_verlopen(onvolledig, by), teruggekomen=besluit, retour=besluit.retouren.get())


def _liet_verlopen(dossier: Dossier, by: User) -> Aanvulling:
    voer_eerste_gesprek(dossier, by, GESPREK)
    return aanvulling_vragen(
        dossier=dossier, wat="De jaaropgave.", uiterlijk=UITERLIJK, by=by, at=moment(GEVRAAGD), on=GEVRAAGD
    )


def _brief_kwam_terug(dossier: Dossier, by: User) -> Besluit:
    besluit = stel_vast(dossier, by, gesprek=GESPREK, besluit=BESLUIT)
    nu = {"by": by, "at": moment(ON), "on": ON}
    verzenden(besluit=besluit, datum=date(2026, 4, 22), **nu)
    verzenddatum_verbeteren(besluit=besluit, datum=date(2026, 4, 21), reden="Verkeerd ingevuld", **nu)
    retour_vastleggen(besluit=besluit, datum=date(2026, 4, 28), reden="adres", toelichting="Verhuisd", **nu)
    toestemming_vastleggen(
        dossier=dossier, soort="besluit", gegeven_op=ON, bron="gesprek", adres="inwoner@voorbeeld.example",
        document=None, **nu,
    )  # fmt: skip
    return Besluit.objects.get(pk=besluit.pk)
