from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_ondertekening"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="klad",
            name="klad_een_per_formulier",
        ),
        migrations.AddField(
            model_name="klad",
            name="sleutel",
            field=models.CharField(blank=True, default="", max_length=12, verbose_name="welke keer"),
        ),
        migrations.AddConstraint(
            model_name="klad",
            constraint=models.UniqueConstraint(fields=("user", "pad", "sleutel"), name="klad_een_per_keer"),
        ),
    ]
