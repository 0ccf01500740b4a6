"""A status of UHT whose day nobody knew has none; until now it got the day of the aanmelding.

Only where it is the one status of the dossier: with others beside it, a person may have chosen by that day.
"""

from django.db import migrations, models

ONBEKEND = "; de datum van de status is niet bekend"
LEEG = """
UPDATE cases_uhtstatuswijziging rij SET datum_feit = NULL, bron = replace(bron, %s, '')
WHERE strpos(bron, %s) > 0 AND datum_feit = datum_gemeld AND NOT EXISTS (
    SELECT 1 FROM cases_uhtstatuswijziging ander WHERE ander.dossier_id = rij.dossier_id AND ander.id <> rij.id
)
"""
LEEG_IN_HISTORIE = """
UPDATE cases_historicaluhtstatuswijziging oud SET datum_feit = NULL, bron = replace(bron, %s, '')
WHERE strpos(bron, %s) > 0 AND datum_feit = datum_gemeld
AND EXISTS (SELECT 1 FROM cases_uhtstatuswijziging rij WHERE rij.id = oud.id AND rij.datum_feit IS NULL)
"""
VUL = """
UPDATE cases_uhtstatuswijziging SET datum_feit = datum_gemeld, bron = left(bron || %s, 120) WHERE datum_feit IS NULL
"""
VUL_IN_HISTORIE = """
UPDATE cases_historicaluhtstatuswijziging SET datum_feit = datum_gemeld, bron = left(bron || %s, 120)
WHERE datum_feit IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0030_niet_toegewezen_index"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicaluhtstatuswijziging",
            name="datum_feit",
            field=models.DateField(blank=True, null=True, verbose_name="datum van de status"),
        ),
        migrations.AlterField(
            model_name="uhtstatuswijziging",
            name="datum_feit",
            field=models.DateField(blank=True, null=True, verbose_name="datum van de status"),
        ),
        migrations.RunSQL(
            [(LEEG, [ONBEKEND] * 2), (LEEG_IN_HISTORIE, [ONBEKEND] * 2)],
            [(VUL, [ONBEKEND]), (VUL_IN_HISTORIE, [ONBEKEND])],
        ),
    ]
