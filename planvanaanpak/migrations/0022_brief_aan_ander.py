"""Say of the letters that were made for another belanghebbende that they are to them and not to the inwoner.

The envelope did not keep that, so that they left the list of what is to be printed when the inwoner died.
"""

from django.db import migrations
from django.db.models import Q


def zet_ander(apps, schema_editor):
    Bezwaar = apps.get_model("planvanaanpak", "Bezwaar")
    Hoorzitting = apps.get_model("planvanaanpak", "Hoorzitting")
    Opschorting = apps.get_model("cases", "Opschorting")
    van_ander = Bezwaar.objects.exclude(belanghebbende="")
    brieven = apps.get_model("cases", "UitgaandeBrief").objects.filter(
        Q(document__in=van_ander.filter(bevestiging__isnull=False).values("bevestiging"))
        | Q(
            document__in=Hoorzitting.objects.filter(bezwaar__in=van_ander, uitnodiging__isnull=False).values(
                "uitnodiging"
            )
        )
        | Q(
            document__in=Opschorting.objects.filter(termijn__in=_termijnen(van_ander), document__isnull=False).values(
                "document"
            )
        )
    )
    for brief in brieven:
        brief.envelop = {**(brief.envelop or {}), "ander": True}
        brief.save(update_fields=["envelop"])


def _termijnen(bezwaren):
    return bezwaren.filter(termijn__isnull=False).values("termijn")


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0021_besluit_niet_verzonden"), ("cases", "0024_ingebrekestelling_na_einde")]

    operations = [migrations.RunPython(zet_ander, migrations.RunPython.noop)]
