"""The cards of Vandaag look within a gemeente: a controlepunt knows its own, and who is acute stands in an order."""

import django.db.models.deletion
from django.db import migrations, models

from config.migraties import in_een_keer

OPEN = ["aanmelding", "acclimatisatie", "eerste_gesprek", "nazorg", "plan_van_aanpak", "uitvoering"]
# The check of the reference is made at once, so that nothing waits when the column is changed next.
VUL = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE cases_controlepunt SET gemeente_id = cases_dossier.gemeente_id
FROM cases_dossier WHERE cases_dossier.id = cases_controlepunt.dossier_id;
SET CONSTRAINTS ALL DEFERRED;
"""


operations = [
    migrations.AddField(
        model_name="controlepunt",
        name="gemeente",
        field=models.ForeignKey(
            null=True,
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="accounts.gemeente",
        ),
    ),
    migrations.RunSQL(VUL, migrations.RunSQL.noop),
    migrations.AlterField(
        model_name="controlepunt",
        name="gemeente",
        field=models.ForeignKey(
            db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
        ),
    ),
    migrations.RemoveIndex(model_name="controlepunt", name="controlepunt_statusvraag"),
    migrations.AddIndex(
        model_name="controlepunt",
        index=models.Index(
            condition=models.Q(("afgehandeld_op__isnull", True), ("soort", "uht")),
            fields=["gemeente", "created_at"],
            name="controlepunt_statusvraag",
        ),
    ),
    migrations.AddIndex(
        model_name="dossier",
        index=models.Index(
            condition=models.Q(("rang", 2), ("status__in", OPEN)),
            fields=["gemeente", "acuut_op", "id"],
            name="dossier_acuut",
        ),
    ),
    migrations.RemoveIndex(model_name="dossier", name="dossier_lijst_status"),
    migrations.AddIndex(
        model_name="dossier",
        index=models.Index(
            fields=["gemeente", "status", "-datum_aanmelding", "-id"],
            include=("casusregisseur",),
            name="dossier_lijst_status",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0028_inwoner_niet_bereikt"),
    ]

    operations = in_een_keer(operations)
