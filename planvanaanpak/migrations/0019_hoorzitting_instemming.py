"""Keep with a hoorzitting that the indiener agreed to less than a week for the papers (Awb art. 7:4 lid 5)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0018_akkoord_na_intrekking")]
    operations = [
        migrations.AddField(
            model_name=naam,
            name="instemming",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="instemming met een kortere tijd voor de stukken"
            ),
        )
        for naam in ("hoorzitting", "historicalhoorzitting")
    ]
