"""Note that a file stands ready in the gegevensportaal, so that somebody fetches it before it expires."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar
from config.weergave import datum
from portal_import.models import Portaalbestand
from portal_import.querysets import BEWAARD
from portal_import.soorten import Bestandsoort


@transaction.atomic
def portaalbestand_melden(
    *, gemeente: Gemeente, soort: Bestandsoort, geplaatst_op: date, by: User, at: datetime, on: date
) -> Portaalbestand:
    """Start the 30 days of a file (VNG handreiking 2025 §2.3).

    Raises ActieFout for a day that can't be, for a file that has expired already, and when somebody noted it before.
    """
    gemeente = Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    if geplaatst_op > on:
        raise ActieFout("Deze dag ligt in de toekomst. Vul de dag in waarop het bestand in het portaal kwam.")
    if geplaatst_op < on - BEWAARD:
        raise ActieFout(
            "Dit bestand staat langer dan 30 dagen in het portaal en is verlopen. Vraag het opnieuw bij"
            " gegevensuitwisseling@belastingdienst.nl."
        )
    bekend = Portaalbestand.objects.filter(gemeente=gemeente, soort=soort, geplaatst_op=geplaatst_op)
    if eerder := bekend.select_related("gemeld_door").first():
        wat = f"{Bestandsoort(soort).label} van {datum(geplaatst_op)}"
        raise ActieFout(f"{wat} is al gemeld door {eerder.gemeld_door.naam}.")
    bestand = Portaalbestand(gemeente=gemeente, soort=soort, geplaatst_op=geplaatst_op, gemeld_op=at, gemeld_door=by)
    return bewaar(bestand, by=by)
