"""Tell whom one reached when it was not the inwoner: who acts for them, or somebody else (decision 1232)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_ingebrekestelling_na_einde"),
    ]

    operations = [
        migrations.AlterField(
            model_name="contact",
            name="uitkomst",
            field=models.CharField(
                choices=[
                    ("gesproken", "Gesproken"),
                    ("geen gehoor", "Geen gehoor"),
                    ("bericht achtergelaten", "Bericht achtergelaten"),
                    ("schriftelijk antwoord", "Schriftelijk antwoord"),
                    ("vertegenwoordiger bereikt", "Vertegenwoordiger bereikt"),
                    ("iemand anders bereikt", "Iemand anders bereikt"),
                ],
                max_length=30,
                verbose_name="uitkomst",
            ),
        ),
        migrations.AlterField(
            model_name="historicalcontact",
            name="uitkomst",
            field=models.CharField(
                choices=[
                    ("gesproken", "Gesproken"),
                    ("geen gehoor", "Geen gehoor"),
                    ("bericht achtergelaten", "Bericht achtergelaten"),
                    ("schriftelijk antwoord", "Schriftelijk antwoord"),
                    ("vertegenwoordiger bereikt", "Vertegenwoordiger bereikt"),
                    ("iemand anders bereikt", "Iemand anders bereikt"),
                ],
                max_length=30,
                verbose_name="uitkomst",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("uitkomst__in", ("vertegenwoordiger bereikt", "iemand anders bereikt")), _negated=True),
                    models.Q(("met", ""), _negated=True),
                    _connector="OR",
                ),
                name="contact_noemt_wie",
            ),
        ),
    ]
