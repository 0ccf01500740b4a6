"""End an aanvraag without a plan, and open it again: what these do to the status and the clocks of a dossier."""

from datetime import date

from accounts.models import User
from cases.actions.basis import bewaar, zet_status
from cases.actions.ingebrekeklok import volg_ingebrekestellingen
from cases.actions.ingebrekestelling import haal_besluit
from cases.actions.klokken import laat_vervallen
from cases.actions.termijnen import haal_termijn, open_status
from cases.klokstand import VANAF_GESPREK
from cases.models import Dossier, Termijn
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from cases.uitstelgronden import PLAN
from planvanaanpak.actions.beroepklok import haal_na_uitspraak
from planvanaanpak.keuzes import ZONDER_PLAN, BesluitSoort
from planvanaanpak.models import Besluit
from planvanaanpak.termijnen import BLIJFT_LOPEN

VIER_WEKEN = "buiten_behandeling"


def sluit_aanvraag_af(dossier: Dossier, datum: date, *, by: User, reden: str) -> None:
    """Close a locked dossier on whose aanvraag was decided without a plan: its clocks are met or dropped.

    Call it before the besluit itself starts the bezwaartermijn.
    """
    haal_besluit(dossier=dossier, regel=PLAN, datum=datum)
    haal_na_uitspraak(dossier, datum)
    haal_termijn(dossier=dossier, regel=VIER_WEKEN, datum=datum)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN, op=datum)
    zet_status(dossier, Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)


def is_gesloten_met(besluit: Besluit) -> bool:
    """Tell whether a besluit on the aanvraag closed its dossier: refused or left aside, without a plan."""
    if besluit.dossier.status != Status.AFGESLOTEN or besluit.soort not in ZONDER_PLAN:
        return False
    return (
        not Besluit.objects.filter(
            dossier=besluit.dossier_id, pk__gt=besluit.pk, soort=BesluitSoort.BEEINDIGING
        ).exists()
        and not besluit.voorzieningen.exists()
    )


def heropen_aanvraag(dossier: Dossier, *, by: User, on: date, reden: str) -> None:
    """Bring a locked dossier back to the plan: there is no besluit on its aanvraag any more.

    The clocks from the eerste gesprek run as if it had not been taken; the one of the plan is late at once when its
    last day has passed (Awb art. 4:13), as the inwoner still waits.
    """
    for termijn in Termijn.objects.select_for_update().filter(dossier=dossier, regel__in=VANAF_GESPREK):
        if termijn.regel != PLAN and termijn.status != TermijnStatus.VERVALLEN:
            continue
        termijn.datum_gehaald = None
        termijn.status = open_status(termijn, on)
        termijn.save(update_fields=["datum_gehaald", "status", "updated_at"])
    volg_ingebrekestellingen(dossier, on)
    zet_status(dossier, Status.PLAN_VAN_AANPAK)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
