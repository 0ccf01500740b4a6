"""An end can be taken back: what it was before, which clocks ran, and the besluit that took it back.

Of an end from before this the status comes from the history of the dossier; which clocks ran was not kept.
"""

import django.db.models.deletion
from django.db import migrations, models

from config.migraties import in_een_keer

STOND_OP = """
UPDATE nazorg_beeindiging AS e SET stond_op = voor.status
FROM cases_historicaldossier AS na
CROSS JOIN LATERAL (
    SELECT h.status FROM cases_historicaldossier AS h
    WHERE h.id = na.id AND h.history_id < na.history_id ORDER BY h.history_id DESC LIMIT 1
) AS voor
WHERE na.id = e.dossier_id AND na.history_change_reason = e.grond_tekst AND na.status IN ('nazorg', 'afgesloten')
    AND voor.status NOT IN ('nazorg', 'afgesloten')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_spoed_en_afronding"),
        ("nazorg", "0003_eindgrond"),
        ("planvanaanpak", "0009_brieven"),
    ]

    operations = [
        migrations.AddField(
            model_name="beeindiging",
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
                verbose_name="status vóór het einde",
            ),
        ),
        migrations.AddField(
            model_name="beeindiging",
            name="liepen",
            field=models.JSONField(blank=True, null=True, verbose_name="termijnen die liepen"),
        ),
        migrations.AddField(
            model_name="beeindiging",
            name="herroepen_met",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="planvanaanpak.besluit",
                verbose_name="herroepen met",
            ),
        ),
        migrations.RunSQL(STOND_OP, migrations.RunSQL.noop),
    ]
    operations = in_een_keer(operations)
