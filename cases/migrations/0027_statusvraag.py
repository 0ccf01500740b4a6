"""Give the question that a status of UHT asks a kind of its own, and ask again what was cut off or written over."""

from django.db import migrations, models

TOCH_ERKEND = "UHT meldt dat deze persoon toch erkend is. Ga na of de ondersteuning weer moet beginnen."
TOCH_RECHT = "UHT meldt dat dit kind toch recht heeft op de kindregeling. Ga na of de ondersteuning weer moet beginnen."
ZELF_AFGEMELD = "Deze persoon heeft zich afgemeld bij UHT. Ga na of de ondersteuning stopt."
# It stood by itself, or behind what else a list left in doubt.
LOS = f"""
UPDATE cases_controlepunt SET soort = 'uht' WHERE soort = 'portaal' AND tekst IN ('{TOCH_ERKEND}', '{ZELF_AFGEMELD}')
"""  # noqa: S608 - fixed text
GESPLITST = f"""
WITH vraag(tekst) AS (VALUES ('{TOCH_ERKEND}'), ('{ZELF_AFGEMELD}')),
samen AS (
    UPDATE cases_controlepunt AS punt SET tekst = rtrim(left(punt.tekst, -length(vraag.tekst)))
    FROM vraag
    WHERE punt.soort = 'portaal' AND punt.afgehandeld_op IS NULL AND right(punt.tekst, length(vraag.tekst)) = vraag.tekst
    RETURNING punt.dossier_id, punt.created_at, vraag.tekst
)
INSERT INTO cases_controlepunt (dossier_id, soort, tekst, created_at, toelichting)
SELECT dossier_id, 'uht', tekst, created_at, '' FROM samen
ON CONFLICT DO NOTHING
"""  # noqa: S608 - fixed text
# Of a dossier that was closed while UHT said niet erkend, and has recht now. Where it was asked before, it is not again.
VERDWENEN = f"""
WITH stand AS (
    SELECT d.id AS dossier_id, CASE
        WHEN d.uht_status = 'zelf afgemeld' AND d.status IN (
            'aanmelding', 'eerste_gesprek', 'plan_van_aanpak', 'uitvoering', 'nazorg', 'acclimatisatie'
        ) THEN '{ZELF_AFGEMELD}'
        WHEN d.uht_status IN ('erkend', 'recht op kindregeling') AND (d.status = 'acclimatisatie' OR d.status = 'afgesloten' AND EXISTS (
            SELECT 1 FROM cases_historicaldossier AS h
            WHERE h.id = d.id AND h.status = 'afgesloten' AND h.uht_status = 'niet erkend'
        )) THEN CASE d.uht_status WHEN 'erkend' THEN '{TOCH_ERKEND}' ELSE '{TOCH_RECHT}' END END AS tekst
    FROM cases_dossier AS d
)
INSERT INTO cases_controlepunt (dossier_id, soort, tekst, created_at, toelichting)
SELECT dossier_id, 'uht', tekst, now(), '' FROM stand
WHERE tekst IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM cases_controlepunt AS punt
    WHERE punt.dossier_id = stand.dossier_id AND position(stand.tekst IN punt.tekst) > 0
)
ON CONFLICT DO NOTHING
"""  # noqa: S608 - fixed text


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0026_controlepunt_na_samenvoegen"),
    ]

    operations = [
        migrations.AlterField(
            "controlepunt",
            "soort",
            models.CharField(
                choices=[
                    ("woonplaats", "Woonplaats"),
                    ("portaal", "Gegevens uit het portaal"),
                    ("dubbel", "Misschien dubbel"),
                    ("niet erkend", "Misschien niet erkend"),
                    ("eerste gesprek", "Twee eerste gesprekken"),
                    ("wil hulp", "Wil de inwoner hulp"),
                    ("uht", "Status bij UHT"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField("controlepunt", "tekst", models.TextField(verbose_name="wat u controleert")),
        migrations.AddIndex(
            "controlepunt",
            models.Index(
                fields=["created_at"],
                condition=models.Q(afgehandeld_op__isnull=True, soort="uht"),
                name="controlepunt_statusvraag",
            ),
        ),
        migrations.RunSQL(LOS, migrations.RunSQL.noop),
        migrations.RunSQL(GESPLITST, migrations.RunSQL.noop),
        migrations.RunSQL(VERDWENEN, migrations.RunSQL.noop),
    ]
