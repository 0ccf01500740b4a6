from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0021_intrekbaar_identiteit_hulpvraag"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicaltaak",
            name="soort",
            field=models.CharField(
                choices=[
                    ("eigen", "Eigen taak"),
                    ("opvolgen", "Opvolgen van een contact"),
                    ("herinnering", "Herinnering aan een afspraak"),
                    ("afspraak", "Afspraak"),
                    ("poging", "Niemand bereikt"),
                ],
                default="eigen",
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField(
            model_name="taak",
            name="soort",
            field=models.CharField(
                choices=[
                    ("eigen", "Eigen taak"),
                    ("opvolgen", "Opvolgen van een contact"),
                    ("herinnering", "Herinnering aan een afspraak"),
                    ("afspraak", "Afspraak"),
                    ("poging", "Niemand bereikt"),
                ],
                default="eigen",
                max_length=20,
                verbose_name="soort",
            ),
        ),
    ]
