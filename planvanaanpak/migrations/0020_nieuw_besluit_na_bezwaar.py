"""Let a besluit follow after each bezwaar with which one on voorzieningen was herroepen (Awb art. 7:11 lid 2).

It could be decided without (decision 1161): then nothing of what the letter says had a besluit, and none could be linked.
The letter stays as it is; the history of the bezwaar says why the row changed.
"""

from django.db import migrations
from django.utils import timezone

OVER_VOORZIENINGEN = ("toekenning", "addendum", "afwijzing", "herziening")
REDEN = "Na dit bezwaar moet nog een nieuw besluit komen (Awb artikel 7:11 lid 2)"


def laat_volgen(apps, schema_editor):
    Besluit = apps.get_model("planvanaanpak", "Besluit")
    Bezwaar = apps.get_model("planvanaanpak", "Bezwaar")
    historie = apps.get_model("planvanaanpak", "HistoricalBezwaar")
    terug = Besluit.objects.filter(soort="intrekking", herroepingen=None, gaat_over__isnull=False)
    rijen = Bezwaar.objects.filter(
        dictum__in=("gegrond", "deels_gegrond"),
        vervolg="geen",
        ingetrokken_op=None,
        besluit__soort__in=OVER_VOORZIENINGEN,
    ).exclude(besluit__in=terug.values("gaat_over"))
    for rij in rijen.select_related("besluit"):
        if rij.besluit.soort == "afwijzing" and not rij.besluit.snapshot["voorzieningen"]:
            continue
        rij.vervolg = "nieuw_besluit"
        rij.save(update_fields=["vervolg"])
        velden = {veld.attname: getattr(rij, veld.attname) for veld in Bezwaar._meta.concrete_fields}
        historie.objects.create(**velden, history_type="~", history_date=timezone.now(), history_change_reason=REDEN)


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0019_hoorzitting_instemming")]

    operations = [migrations.RunPython(laat_volgen, migrations.RunPython.noop)]
