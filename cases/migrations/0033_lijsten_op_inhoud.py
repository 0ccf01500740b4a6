"""A dossier knows itself on which leefgebieden there is a hulpvraag and whether it shares its gezin (decision 1371)."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

LEEFGEBIEDEN = """
CREATE FUNCTION dossier_leefgebieden() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_dossier AS d SET leefgebieden = nu.leefgebieden
    FROM (
        SELECT e.id, ARRAY(
            SELECT DISTINCT h.leefgebied
            FROM cases_hulpvraag AS h JOIN cases_gesprek AS g ON g.id = h.gesprek_id
            WHERE h.dossier_id = e.id AND h.ingetrokken_op IS NULL AND g.ingetrokken_op IS NULL
            ORDER BY 1
        ) AS leefgebieden
        FROM cases_dossier AS e WHERE e.id IN (OLD.dossier_id, NEW.dossier_id)
    ) AS nu
    WHERE d.id = nu.id AND d.leefgebieden <> nu.leefgebieden;
    RETURN NULL;
END $$;
CREATE TRIGGER dossier_leefgebieden
    AFTER INSERT OR DELETE OR UPDATE OF dossier_id, gesprek_id, leefgebied, ingetrokken_op ON cases_hulpvraag
    FOR EACH ROW EXECUTE FUNCTION dossier_leefgebieden();
CREATE TRIGGER dossier_leefgebieden AFTER UPDATE OF ingetrokken_op ON cases_gesprek
    FOR EACH ROW EXECUTE FUNCTION dossier_leefgebieden();
UPDATE cases_dossier AS d SET leefgebieden = h.leefgebieden
FROM (
    SELECT h.dossier_id, array_agg(DISTINCT h.leefgebied ORDER BY h.leefgebied) AS leefgebieden
    FROM cases_hulpvraag AS h JOIN cases_gesprek AS g ON g.id = h.gesprek_id
    WHERE h.ingetrokken_op IS NULL AND g.ingetrokken_op IS NULL
    GROUP BY h.dossier_id
) AS h
WHERE h.dossier_id = d.id;
"""
LEEFGEBIEDEN_TERUG = """
DROP TRIGGER dossier_leefgebieden ON cases_gesprek;
DROP TRIGGER dossier_leefgebieden ON cases_hulpvraag;
DROP FUNCTION dossier_leefgebieden();
"""
# Changing the mark alone calls neither trigger again.
GEZIN = """
CREATE FUNCTION dossier_deelt_gezin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_dossier AS d SET deelt_gezin = NOT d.deelt_gezin
    WHERE d.gezin_id IN (OLD.gezin_id, NEW.gezin_id) AND d.deelt_gezin <> EXISTS (
        SELECT FROM cases_dossier AS a WHERE a.gezin_id = d.gezin_id AND a.id <> d.id AND a.status <> 'ingetrokken'
    );
    RETURN NULL;
END $$;
CREATE TRIGGER dossier_deelt_gezin_nieuw AFTER INSERT ON cases_dossier
    FOR EACH ROW EXECUTE FUNCTION dossier_deelt_gezin();
CREATE TRIGGER dossier_deelt_gezin_anders AFTER UPDATE OF gezin_id, status ON cases_dossier
    FOR EACH ROW WHEN (
        OLD.gezin_id <> NEW.gezin_id OR (OLD.status = 'ingetrokken') <> (NEW.status = 'ingetrokken')
    ) EXECUTE FUNCTION dossier_deelt_gezin();
UPDATE cases_dossier AS d SET deelt_gezin = true
WHERE EXISTS (
    SELECT FROM cases_dossier AS a WHERE a.gezin_id = d.gezin_id AND a.id <> d.id AND a.status <> 'ingetrokken'
);
"""
GEZIN_TERUG = """
DROP TRIGGER dossier_deelt_gezin_anders ON cases_dossier;
DROP TRIGGER dossier_deelt_gezin_nieuw ON cases_dossier;
DROP FUNCTION dossier_deelt_gezin();
"""
KEUZES = [("wonen", "Wonen"), ("financien", "Financiën"), ("gezin", "Gezin"), ("werk", "Werk"), ("zorg", "Zorg")]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_niet_actief"), ("cases", "0032_op_naam_en_telefoon")]

    operations = [
        migrations.AddField(
            model_name="dossier",
            name="leefgebieden",
            field=ArrayField(
                models.CharField(choices=KEUZES, max_length=20),
                default=list,
                editable=False,
                size=None,
                verbose_name="leefgebieden",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="deelt_gezin",
            field=models.BooleanField(default=False, editable=False, verbose_name="deelt het gezin"),
        ),
        migrations.RunSQL(LEEFGEBIEDEN, LEEFGEBIEDEN_TERUG),
        migrations.RunSQL(GEZIN, GEZIN_TERUG),
    ]
