from django.db import migrations


def neem_als_gemaild(apps, schema_editor):
    """Call the nights done that were done before the ledger counted its mails; how many went out is not known."""
    apps.get_model("cases", "Bewaking").objects.filter(klaar_op__isnull=False, digests=None).update(digests=0)


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_klokken")]

    operations = [migrations.RunPython(neem_als_gemaild, migrations.RunPython.noop)]
