from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_klok")]

    operations = [
        migrations.AddField(
            model_name="uitgaandebrief",
            name="envelop",
            field=models.JSONField(blank=True, null=True, verbose_name="envelop"),
        ),
    ]
