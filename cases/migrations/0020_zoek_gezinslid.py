"""Find a gezinslid by name: the gemeente stands with it, so that the index of a name begins with it as that of persoon."""

import django.db.models.deletion
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models

import cases.zoeken

# The checks of the new column must be done before the table is changed once more.
VUL = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE cases_gezinslid AS lid SET gemeente_id = gezin.gemeente_id FROM cases_gezin AS gezin
WHERE gezin.id = lid.gezin_id;
SET CONSTRAINTS ALL DEFERRED;
"""


def gemeente(**anders: bool) -> models.ForeignKey:
    return models.ForeignKey(
        "accounts.gemeente",
        db_index=False,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        **anders,
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_ondertekening"), ("cases", "0019_wil_hulp_na_gesprek")]

    operations = [
        migrations.AlterField(
            "controlepunt",
            "soort",
            models.CharField(
                choices=[
                    ("woonplaats", "Woonplaats"),
                    ("portaal", "Gegevens uit het portaal"),
                    ("dubbel", "Misschien dubbel"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.AddField("gezinslid", "gemeente", gemeente(null=True)),
        migrations.RunSQL(VUL, migrations.RunSQL.noop),
        migrations.AlterField("gezinslid", "gemeente", gemeente()),
        migrations.AddIndex(
            "gezinslid",
            GinIndex(
                models.F("gemeente"),
                OpClass(cases.zoeken.Zoektekst("naam"), name="gin_trgm_ops"),
                name="gezinslid_zoek_naam",
            ),
        ),
    ]
