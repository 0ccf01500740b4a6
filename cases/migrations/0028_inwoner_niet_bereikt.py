"""Word the taak after three attempts as what it is: the inwoner was not reached, whoever else was (decision 1233)."""

from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Replace

SOORTEN = [
    ("eigen", "Eigen taak"),
    ("opvolgen", "Opvolgen van een contact"),
    ("herinnering", "Herinnering aan een afspraak"),
    ("afspraak", "Afspraak"),
    ("poging", "Inwoner niet bereikt"),
]
OUD, NIEUW = "Niemand bereikt. ", "Inwoner niet bereikt. "


def hernoem(apps, schema_editor):
    """Give the taken that are there the words by which their row of attempts is known."""
    taken = apps.get_model("cases", "Taak").objects.filter(soort="poging", wat__startswith=OUD)
    taken.update(wat=Replace("wat", Value(OUD), Value(NIEUW)))


def terug(apps, schema_editor):
    taken = apps.get_model("cases", "Taak").objects.filter(soort="poging", wat__startswith=NIEUW)
    taken.update(wat=Replace("wat", Value(NIEUW), Value(OUD)))


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0027_statusvraag"),
    ]

    operations = [
        migrations.AlterField(
            model_name=model,
            name="soort",
            field=models.CharField(choices=SOORTEN, default="eigen", max_length=20, verbose_name="soort"),
        )
        for model in ("historicaltaak", "taak")
    ] + [migrations.RunPython(hernoem, terug)]
