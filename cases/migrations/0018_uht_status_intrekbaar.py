"""A status of UHT can be corrected and withdrawn, with its trail.

Of a status from before this the history begins now. Who recorded it is taken from the event of the same source, when that
leaves no doubt.
"""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer

DOOR = """
UPDATE cases_uhtstatuswijziging AS w SET door_id = e.by_id
FROM (
    SELECT dossier_id, gegevens->>'bron' AS bron, min(by_id) AS by_id
    FROM cases_dossierevent WHERE soort IN ('aangemeld', 'uht_status')
    GROUP BY 1, 2 HAVING count(DISTINCT by_id) = 1 AND count(by_id) = count(*)
) AS e
WHERE e.dossier_id = w.dossier_id AND e.bron = w.bron
"""
HISTORIE = """
INSERT INTO cases_historicaluhtstatuswijziging (
    id, dossier_id, status, datum_feit, datum_gemeld, bron, door_id, created_at, ingetrokken_reden, history_date,
    history_type, history_user_id
)
SELECT id, dossier_id, status, datum_feit, datum_gemeld, bron, door_id, created_at, '', created_at, '+', door_id
FROM cases_uhtstatuswijziging ORDER BY id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_brieftekst_bevroren"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalUhtStatusWijziging",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("ingetrokken_reden", models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("aangemeld", "Aangemeld"),
                            ("eerste toets", "Eerste toets gedaan"),
                            ("erkend", "Erkend"),
                            ("recht op kindregeling", "Recht op kindregeling"),
                            ("niet erkend", "Niet erkend"),
                            ("zelf afgemeld", "Zelf afgemeld"),
                        ],
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("datum_feit", models.DateField(verbose_name="datum van de status")),
                ("datum_gemeld", models.DateField(verbose_name="datum waarop de gemeente het hoorde")),
                ("bron", models.CharField(max_length=120, verbose_name="bron")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.dossier",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ingetrokken_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical uht status wijziging",
                "verbose_name_plural": "historical wijzigingen van de UHT-status",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="uhtstatuswijziging",
            name="door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="uhtstatuswijziging",
            name="ingetrokken_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="uhtstatuswijziging",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="uhtstatuswijziging",
            name="ingetrokken_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
        ),
        migrations.AddConstraint(
            model_name="uhtstatuswijziging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True), ("ingetrokken_reden", "")
                    ),
                    models.Q(
                        ("ingetrokken_door__isnull", False),
                        ("ingetrokken_op__isnull", False),
                        models.Q(("ingetrokken_reden", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="uhtstatuswijziging_ingetrokken_met_reden",
            ),
        ),
        migrations.AddIndex(
            model_name="historicaluhtstatuswijziging",
            index=models.Index(fields=["history_date", "id"], name="cases_histo_history_93a522_idx"),
        ),
        migrations.RunSQL(DOOR, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORIE, migrations.RunSQL.noop),
    ]
    operations = in_een_keer(operations)
