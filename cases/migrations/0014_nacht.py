from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_klad"), ("cases", "0009_klokken")]

    operations = [
        migrations.AddField(
            model_name="bewaking",
            name="digests",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status", "lopend")),
                fields=["gemeente", "uiterste_datum"],
                name="termijn_lopend",
            ),
        ),
        migrations.AddIndex(
            model_name="termijn",
            index=models.Index(
                condition=models.Q(("status__in", ["lopend", "te_laat", "verwacht", "opgeschort"])),
                fields=["gemeente", "kalender_versie", "regel", "regel_versie"],
                name="termijn_afgeleid",
            ),
        ),
    ]
