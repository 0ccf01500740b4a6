from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_aanmelding_per_dossier")]

    operations = [
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "geboortedatum"], name="persoon_op_geboortedatum"),
        ),
    ]
