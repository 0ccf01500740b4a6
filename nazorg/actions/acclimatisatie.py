"""Wind the support down after UHT said niet erkend."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from accounts.models import User
from cases.actions.aanmelden import uht_status_vastleggen
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.klokken import laat_vervallen
from cases.actions.termijnen import start_termijn
from cases.keuzes import UhtStatus
from cases.models import Dossier, UhtStatusWijziging
from cases.status import OPEN, Status
from cases.uhtstand import huidige, is_van_later
from config.weergave import datum as datumtekst
from nazorg.actions.klokken import lopende_klokken
from nazorg.models import Acclimatisatie
from nazorg.termijnen import BLIJFT_LOPEN, klokken_na_niet_erkend

VOOR_ACCLIMATISATIE = OPEN - {Status.ACCLIMATISATIE}


@transaction.atomic
def niet_erkend_vastleggen(
    *, dossier: Dossier, datum_feit: date, datum_gemeld: date, bron: str, by: User, at: datetime, on: date
) -> Acclimatisatie:
    """Record a message of UHT that somebody heard or read: niet erkend, which starts the acclimatisatie.

    Raises ActieFout when the gemeente would have heard it before it was so, before the aanmelding or in the future.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_ACCLIMATISATIE, "Het bericht 'niet erkend' vastleggen")
    eis_dag(dossier, datum_gemeld, on, "Het bericht")
    if datum_feit > datum_gemeld:
        raise ActieFout("UHT kan niet ná het bericht hebben besloten. Controleer de twee datums.")
    if not bron.strip():
        raise ActieFout("Schrijf op van wie u het bericht kreeg.")
    eis_nieuwste(dossier, datum_feit)
    dossier = uht_status_vastleggen(
        dossier=dossier,
        status=UhtStatus.NIET_ERKEND,
        datum_feit=datum_feit,
        datum_gemeld=datum_gemeld,
        bron=bron.strip(),
        by=by,
        at=at,
        on=on,
    )
    return acclimatisatie_starten(dossier=dossier, datum_gemeld=datum_gemeld, by=by, at=at, on=on)


def eis_nieuwste(dossier: Dossier, datum_feit: date) -> None:
    """Refuse a message that is older than what UHT said after it: the support goes on by that."""
    nu = huidige(dossier.uht_wijzigingen.all())
    if nu is not None and is_van_later(nu, datum_feit):
        raise LatereStatus(dossier, nu)


class LatereStatus(ActieFout):
    """Something later is known of UHT; when that is wrong it is withdrawn first."""

    def __init__(self, dossier: Dossier, nu: UhtStatusWijziging) -> None:
        super().__init__(
            f"Er is een latere status bekend: {nu.get_status_display().lower()} vanaf {datumtekst(nu.dag)}."
            " Klopt die niet? Trek haar dan eerst in."
        )
        self.url, self.url_tekst = reverse("uht_status_intrekken", args=[dossier.nummer, nu.pk]), "Status intrekken"


@transaction.atomic
def acclimatisatie_starten(
    *, dossier: Dossier, datum_gemeld: date, by: User | None, at: datetime, on: date
) -> Acclimatisatie:
    """Start the 30 days after UHT said niet erkend: from the day the gemeente was told (Wht art. 2.21 lid 6).

    The other clocks drop; what was granted runs on. `nieuwe_kosten` runs without the Atw (SPR art. 3 lid 7). During the
    nazorg the beleid may give 30 days to stop it as well (Tiel 2025 art. 9 lid 3).
    """
    dossier = vergrendel(dossier)
    if datum_gemeld > on:
        raise ActieFout("De dag waarop de gemeente het hoorde kan niet in de toekomst liggen.")
    eis_status(dossier, VOOR_ACCLIMATISATIE, "De acclimatisatie starten")
    nu = {"stond_op": dossier.status, "liepen": lopende_klokken(dossier), "hervat_op": None, "hervat_door": None}
    zet_status(dossier, Status.ACCLIMATISATIE)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden="niet erkend door UHT")
    # One row per dossier: UHT may say niet erkend, come back on it, and say it again.
    acclimatisatie, _ = Acclimatisatie.objects.update_or_create(
        dossier=dossier, defaults={"datum_gemeld": datum_gemeld, **nu}
    )
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN, op=datum_gemeld)
    start_acclimatisatieklokken(acclimatisatie, on=on)
    tekst = f"UHT meldt: niet erkend. De gemeente hoorde dit op {datumtekst(datum_gemeld)}. De acclimatisatie loopt."
    log(dossier, "acclimatisatie", tekst, by=by, at=at)
    return acclimatisatie


def start_acclimatisatieklokken(acclimatisatie: Acclimatisatie, *, on: date) -> None:
    """Start the clocks of the wind-down, or move them when the gemeente turns out to have heard it on another day."""
    dossier = acclimatisatie.dossier
    for regel in klokken_na_niet_erkend(acclimatisatie.stond_op == Status.NAZORG):
        start_termijn(
            dossier=dossier,
            regel=regel,
            aanleiding=f"acclimatisatie:{acclimatisatie.pk}",
            start=acclimatisatie.datum_gemeld,
            on=on,
        )
