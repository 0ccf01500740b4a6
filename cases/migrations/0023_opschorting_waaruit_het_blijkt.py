from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0022_taak_na_poging"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalopschorting",
            name="blijkt_uit",
            field=models.CharField(blank=True, max_length=300, verbose_name="waaruit dat blijkt"),
        ),
        migrations.AddField(
            model_name="opschorting",
            name="blijkt_uit",
            field=models.CharField(blank=True, max_length=300, verbose_name="waaruit dat blijkt"),
        ),
    ]
