"""Names are put in the order of a Dutch reader; and a telephone number is found."""

from django.db import migrations, models

from cases.zoeken import Telefooncijfers, naamorde


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_niet_actief"), ("cases", "0031_uht_zonder_datum")]

    operations = [
        migrations.RemoveIndex(model_name="persoon", name="persoon_op_naam"),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(models.F("gemeente"), *naamorde(), name="persoon_op_naam"),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(models.F("gemeente"), Telefooncijfers("telefoon"), name="persoon_zoek_telefoon"),
        ),
    ]
