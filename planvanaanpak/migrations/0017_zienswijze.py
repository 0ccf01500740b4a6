"""What the inwoner thinks of one voorziening that is refused; of what was refused before this, nobody asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0016_bezwaar_en_beroep")]

    operations = [
        migrations.AddField(
            model_name=model,
            name="zienswijze",
            field=models.TextField(blank=True, verbose_name="wat de inwoner van het afwijzen vindt"),
        )
        for model in ("historicalvoorziening", "voorziening")
    ]
