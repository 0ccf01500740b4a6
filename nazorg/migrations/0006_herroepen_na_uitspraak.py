"""An end can be taken back by a court too, without a besluit."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("nazorg", "0005_hervatten"),
        ("planvanaanpak", "0016_bezwaar_en_beroep"),
    ]

    operations = [
        migrations.AddField(
            model_name="beeindiging",
            name="herroepen_na",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="planvanaanpak.beroep",
                verbose_name="herroepen na",
            ),
        ),
    ]
