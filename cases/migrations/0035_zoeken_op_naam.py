"""A person knows itself how its name is looked for: working that out for each name found took most of a search."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models

from cases.zoeken import zoeknaam
from config.zoektekst import Zoektekst


class Migration(migrations.Migration):
    dependencies = [("cases", "0034_lijsten_op_inhoud_index")]

    operations = [
        migrations.RemoveIndex(model_name="persoon", name="persoon_zoek_naam"),
        migrations.AddField(
            model_name="persoon",
            name="zoeknaam",
            field=models.GeneratedField(expression=zoeknaam(), output_field=models.TextField(), db_persist=True),
        ),
        migrations.AddField(
            model_name="persoon",
            name="zoekachternaam",
            field=models.GeneratedField(
                expression=Zoektekst("achternaam"), output_field=models.TextField(), db_persist=True
            ),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=GinIndex(models.F("gemeente"), OpClass("zoeknaam", "gin_trgm_ops"), name="persoon_zoek_naam"),
        ),
    ]
