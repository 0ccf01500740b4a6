from django.contrib.postgres.indexes import OpClass
from django.db import migrations, models
from django.db.models.functions import Upper


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_begin")]

    operations = [
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(OpClass(Upper("achternaam"), "text_pattern_ops"), name="persoon_zoek_achternaam"),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["achternaam", "voorletters"], name="persoon_op_naam"),
        ),
    ]
