"""Prepare the besluit that ends the support after niet erkend: a person takes it, the nightly run never does."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import Gemeente
from cases.models import DossierEvent, Signaal, Termijn
from cases.status import Status
from cases.termijnstatus import OPEN
from nazorg.bron import KLAARGEZET
from nazorg.gronden import NIET_ERKEND
from nazorg.termijnen import ACCLIMATISATIE

TEKST = "Beëindigingsbesluit staat klaar: 30 dagen na niet erkend. Controleer het en stel het vast."


@transaction.atomic
def zet_klaar(*, gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Prepare the besluit of each acclimatisatie that reached its last day, once; gives how many (Wht art. 2.21 lid 6).

    The event keeps what the form is filled in with. The signal has no receiver of its own: it goes to who coördineert,
    as the casusregisseur has that of the clock already. Nothing ends.
    """
    om = Termijn.objects.filter(
        gemeente=gemeente,
        regel=ACCLIMATISATIE.code,
        status__in=OPEN,
        uiterste_datum__lte=dag,
        dossier__status=Status.ACCLIMATISATIE,
        dossier__persoon__datum_overlijden__isnull=True,
    )
    te_doen = {_sleutel(termijn): termijn for termijn in om.select_related("dossier").order_by("id")}
    gedaan = set(Signaal.objects.filter(sleutel__in=te_doen).values_list("sleutel", flat=True))
    nieuw = {sleutel: termijn for sleutel, termijn in te_doen.items() if sleutel not in gedaan}
    Signaal.objects.bulk_create(
        Signaal(
            gemeente=gemeente,
            dossier_id=t.dossier_id,
            termijn=t,
            sleutel=sleutel,
            soort="klaargezet",
            tekst=TEKST,
            on=dag,
        )
        for sleutel, t in nieuw.items()
    )
    DossierEvent.objects.bulk_create(
        DossierEvent(
            dossier=t.dossier,
            soort=KLAARGEZET,
            at=at,
            tekst=TEKST,
            gegevens={"grond": NIET_ERKEND, "termijn": t.pk},
        )
        for t in nieuw.values()
    )
    return len(nieuw)


def _sleutel(termijn: Termijn) -> str:
    return f"klaargezet:{termijn.pk}:{termijn.uiterste_datum}"
