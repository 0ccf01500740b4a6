"""Find what was not confirmed as sent in a gemeente without reading all its besluiten."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0020_nieuw_besluit_na_bezwaar")]

    operations = [
        migrations.AddIndex(
            model_name="besluit",
            index=models.Index(
                condition=models.Q(("verzonden_op__isnull", True)),
                fields=["gemeente", "datum", "id"],
                name="besluit_niet_verzonden",
            ),
        ),
    ]
