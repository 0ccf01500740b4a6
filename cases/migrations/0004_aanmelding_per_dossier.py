from django.db import migrations

# How somebody whose dossier came from a list was found: UHT shared the data.
UIT_HET_PORTAAL = "wht 6.12"


def maak_aanmeldingen(apps, schema_editor):
    """Give each dossier of before its Aanmelding; so far all came from the gegevensportaal."""
    dossiers, aanmeldingen = apps.get_model("cases", "Dossier"), apps.get_model("cases", "Aanmelding")
    zonder = dossiers.objects.filter(aanmelding__isnull=True).values_list("pk", flat=True)
    nieuw = (aanmeldingen(dossier_id=pk, grondslag=UIT_HET_PORTAAL) for pk in zonder.iterator())
    aanmeldingen.objects.bulk_create(nieuw, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_dossier_compleet")]

    operations = [migrations.RunPython(maak_aanmeldingen, migrations.RunPython.noop, elidable=True)]
