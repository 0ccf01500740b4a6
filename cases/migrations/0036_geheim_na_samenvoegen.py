"""Hide the address of who was merged into a dossier whose address became geheim after it, as that itself does now.

The history gets a row as well: of who has none with a geheim adres, it shows each address there ever was.
"""

from django.db import migrations
from django.utils import timezone

REDEN = "Het adres is geheim in het dossier waarmee is samengevoegd"


def maak_geheim(apps, schema_editor):
    db = schema_editor.connection.alias
    personen = apps.get_model("cases", "Persoon").objects.using(db)
    dossiers = apps.get_model("cases", "Dossier").objects.using(db)
    in_dossier = list(dossiers.filter(persoon__geheim_adres=True).values_list("pk", flat=True))
    while in_dossier:  # one went into another, and that one may have gone into a third
        samengevoegd = dossiers.filter(intrekking__samengevoegd_met__in=in_dossier)
        in_dossier = list(samengevoegd.values_list("pk", flat=True))
        for persoon in personen.filter(dossier__in=in_dossier, geheim_adres=False):
            persoon.geheim_adres = True
            persoon.save(update_fields=["geheim_adres"])
            _zet_in_historie(apps, db, persoon)


def _zet_in_historie(apps, db, persoon):
    historie = apps.get_model("cases", "HistoricalPersoon")
    velden = [veld.attname for veld in historie._meta.concrete_fields if not veld.name.startswith("history_")]
    historie.objects.using(db).create(
        **{veld: getattr(persoon, veld) for veld in velden},
        history_type="~",
        history_date=timezone.now(),
        history_change_reason=REDEN,
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0035_zoeken_op_naam")]

    operations = [migrations.RunPython(maak_geheim, migrations.RunPython.noop)]
