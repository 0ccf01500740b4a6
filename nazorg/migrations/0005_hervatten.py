"""A wind-down after niet erkend can be undone: what it was before, which clocks ran, and who took the support up again.

Of a wind-down from before this the status comes from the history of the dossier; which clocks ran was not kept.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from config.migraties import in_een_keer

STOND_OP = """
UPDATE nazorg_acclimatisatie AS a SET stond_op = voor.status
FROM cases_historicaldossier AS na
CROSS JOIN LATERAL (
    SELECT h.status FROM cases_historicaldossier AS h
    WHERE h.id = na.id AND h.history_id < na.history_id ORDER BY h.history_id DESC LIMIT 1
) AS voor
WHERE na.id = a.dossier_id AND na.history_change_reason = 'niet erkend door UHT' AND na.status = 'acclimatisatie'
    AND voor.status <> 'acclimatisatie'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_uht_status_intrekbaar"),
        ("nazorg", "0004_heropend"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="acclimatisatie",
            name="hervat_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="acclimatisatie",
            name="hervat_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ondersteuning hervat op"),
        ),
        migrations.AddField(
            model_name="acclimatisatie",
            name="liepen",
            field=models.JSONField(blank=True, null=True, verbose_name="termijnen die liepen"),
        ),
        migrations.AddField(
            model_name="acclimatisatie",
            name="stond_op",
            field=models.CharField(
                choices=[
                    ("aanmelding", "Aanmelding"),
                    ("eerste_gesprek", "Eerste gesprek"),
                    ("plan_van_aanpak", "Plan van aanpak"),
                    ("uitvoering", "Uitvoering"),
                    ("nazorg", "Nazorg"),
                    ("acclimatisatie", "Acclimatisatie"),
                    ("afgesloten", "Afgesloten"),
                    ("geen_recht", "Geen recht"),
                    ("geen_hulp", "Wil nu geen hulp"),
                    ("ingetrokken", "Ingetrokken"),
                ],
                default="uitvoering",
                max_length=20,
                verbose_name="status ervoor",
            ),
        ),
        migrations.AddConstraint(
            model_name="acclimatisatie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("hervat_door__isnull", True), ("hervat_op__isnull", True)),
                    models.Q(("hervat_door__isnull", False), ("hervat_op__isnull", False)),
                    _connector="OR",
                ),
                name="acclimatisatie_hervat_op_en_door",
            ),
        ),
        migrations.RunSQL(STOND_OP, migrations.RunSQL.noop),
    ]
    operations = in_een_keer(operations)
