"""The indexes of lists of a doelgroep, a leefgebied or a shared gezin.

Apart from the columns: PostgreSQL makes no index in a transaction that filled its table.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0033_lijsten_op_inhoud")]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["gemeente", "doelgroep", "-datum_aanmelding", "-id"], name="dossier_lijst_doelgroep"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("leefgebieden", []), _negated=True),
                fields=["gemeente", "-datum_aanmelding", "-id"],
                include=("leefgebieden", "status", "rang"),
                name="dossier_lijst_leefgebied",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("deelt_gezin", True)),
                fields=["gemeente", "-datum_aanmelding", "-id"],
                name="dossier_lijst_gezin",
            ),
        ),
    ]
