"""Take the support up again after niet erkend: UHT did not mean it, or came back on it (decision 1111)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel, zet_status
from cases.actions.klokken import volg_feiten
from cases.actions.termijnen import laat_regel_vervallen
from cases.keuzes import ZONDER_RECHT, UhtStatus
from cases.klokstand import PLAN, TOT_GESPREK
from cases.models import Dossier, Termijn
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.termijnstatus import TermijnStatus
from nazorg.actions.klokken import laat_weer_lopen, nieuwe_status
from nazorg.actions.stoppen import IN_ACCLIMATISATIE
from nazorg.actions.traject import open_traject
from nazorg.models import Acclimatisatie, Nazorgtraject
from nazorg.termijnen import BLIJFT_LOPEN, VENSTERS, klokken_na_niet_erkend

# Of a wind-down from before it was kept which clocks ran: those that belong to the status before it.
WEER_IN_STATUS: Mapping[Status, tuple[str, ...]] = {
    **dict.fromkeys(VOOR_EERSTE_GESPREK, TOT_GESPREK),
    Status.PLAN_VAN_AANPAK: (PLAN, *VENSTERS),
    Status.UITVOERING: VENSTERS,
    Status.NAZORG: (*VENSTERS, "nazorg_contact", "nazorg_einde"),
}

ZONDER = "Leg eerst de nieuwe status van UHT vast. Was het bericht 'niet erkend' een vergissing? Trek het dan in."


@transaction.atomic
def ondersteuning_hervatten(*, dossier: Dossier, toelichting: str, by: User, at: datetime, on: date) -> Dossier:
    """Take up the support of somebody whom UHT erkent after all, as it was before the message (Wht art. 2.21 lid 1).

    No rule makes a term longer for it, so each keeps its last day; what closed meanwhile a hardheidsbesluit may open.
    Raises ActieFout while the status of UHT gives no recht.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_ACCLIMATISATIE, "De ondersteuning hervatten")
    if UhtStatus(dossier.uht_status) in ZONDER_RECHT:
        raise ActieFout(f"De status bij UHT is: {dossier.get_uht_status_display().lower()}. {ZONDER}")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom de ondersteuning weer begint.")
    tekst = hervat(dossier, by=by, at=at, on=on, reden=toelichting.strip())
    sluit_statusvraag(dossier, "De ondersteuning is hervat.", by=by, at=at)
    log(dossier, "hervat", tekst, by=by, at=at, reden=toelichting.strip())
    return dossier


def hervat(dossier: Dossier, *, by: User, at: datetime, on: date, reden: str) -> str:
    """Bring a locked dossier from the wind-down back to the status before it; tells so in a sentence.

    Its clocks run as if they never stopped; those of the wind-down drop, and a nazorg that was stopped goes on.
    """
    acclimatisatie = Acclimatisatie.objects.select_for_update().get(dossier=dossier)
    stond_op = Status(acclimatisatie.stond_op)
    for regel in klokken_na_niet_erkend(in_nazorg=True):
        laat_regel_vervallen(dossier=dossier, regel=regel, aanleiding=f"acclimatisatie:{acclimatisatie.pk}")
    acclimatisatie.hervat_op, acclimatisatie.hervat_door = at, by
    acclimatisatie.save(update_fields=["hervat_op", "hervat_door"])
    zet_status(dossier, stond_op)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    laat_weer_lopen(dossier, te_hervatten(acclimatisatie), acclimatisatie.liepen or {}, on)
    volg_feiten(dossier, by=by, on=on, reden=reden)
    if stond_op == Status.NAZORG:
        for traject in Nazorgtraject.objects.select_for_update().filter(dossier=dossier, gestopt_op__isnull=False):
            open_traject(traject, by=by, reden=reden)
    return f"De acclimatisatie is gestopt. Het dossier staat weer op '{stond_op.label}' en de termijnen lopen weer."


def voorspel_klokken(acclimatisatie: Acclimatisatie, on: date) -> list[Termijn]:
    """Give the clocks that run again as they will be, without saving them."""
    klokken = list(te_hervatten(acclimatisatie))
    for termijn in klokken:
        termijn.status = nieuwe_status(termijn, acclimatisatie.liepen or {}, on)
    return klokken


def te_hervatten(acclimatisatie: Acclimatisatie) -> Iterable[Termijn]:
    """Give the clocks that run again: those that ran before, and were not settled in the meantime."""
    klokken = Termijn.objects.filter(
        dossier=acclimatisatie.dossier_id, status=TermijnStatus.VERVALLEN, datum_gehaald=None
    ).exclude(regel__in=BLIJFT_LOPEN)
    liepen = acclimatisatie.liepen
    if liepen is None:
        return klokken.filter(regel__in=WEER_IN_STATUS.get(Status(acclimatisatie.stond_op), ()))
    return klokken.filter(pk__in=liepen)
