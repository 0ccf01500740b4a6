"""What the database itself keeps of a dossier: a published text never changes (decision 0951), and a dossier knows on which
leefgebieden there is a hulpvraag and whether it shares its gezin (decision 1371).
"""

from django.db import migrations

BRIEFTEKST = """
CREATE FUNCTION brieftekst_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een gepubliceerde brieftekst verandert niet en kan niet weg.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER brieftekst_bevroren BEFORE UPDATE OR DELETE ON cases_brieftekst
    FOR EACH ROW WHEN (OLD.gepubliceerd_op IS NOT NULL) EXECUTE FUNCTION brieftekst_bevroren();
"""
BRIEFTEKST_TERUG = """
DROP TRIGGER brieftekst_bevroren ON cases_brieftekst;
DROP FUNCTION brieftekst_bevroren();
"""
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
"""
GEZIN_TERUG = """
DROP TRIGGER dossier_deelt_gezin_anders ON cases_dossier;
DROP TRIGGER dossier_deelt_gezin_nieuw ON cases_dossier;
DROP FUNCTION dossier_deelt_gezin();
"""


class Migration(migrations.Migration):
    # A database that had all of these has what this one makes; one that had only some is refused (decision 1381).
    replaces = [
        *(
            ("accounts", naam)
            for naam in (
                "0002_klad",
                "0003_gemeente_bezwaar",
                "0004_ondertekening",
                "0005_klad_per_keer",
                "0006_niet_actief",
            )
        ),
        *(
            ("cases", naam)
            for naam in (
                "0002_zoek_op_naam",
                "0003_dossier_compleet",
                "0004_aanmelding_per_dossier",
                "0005_zoeken",
                "0006_betrokkene_krijgt_post",
                "0007_lijsten",
                "0008_indexen_op_maat",
                "0009_klokken",
                "0010_oude_nachten",
                "0011_aanvulling",
                "0012_nacht_goedkoper",
                "0013_spoed_en_afronding",
                "0014_brieven",
                "0015_klok",
                "0016_drukwerk",
                "0017_brieftekst_bevroren",
                "0018_uht_status_intrekbaar",
                "0019_wil_hulp_na_gesprek",
                "0020_zoek_gezinslid",
                "0021_intrekbaar_identiteit_hulpvraag",
                "0022_taak_na_poging",
                "0023_opschorting_waaruit_het_blijkt",
                "0024_ingebrekestelling_na_einde",
                "0025_contact_met_een_ander",
                "0026_controlepunt_na_samenvoegen",
                "0027_statusvraag",
                "0028_inwoner_niet_bereikt",
                "0029_werkkaarten",
                "0030_niet_toegewezen_index",
                "0031_uht_zonder_datum",
                "0032_op_naam_en_telefoon",
                "0033_lijsten_op_inhoud",
                "0034_lijsten_op_inhoud_index",
                "0035_zoeken_op_naam",
                "0036_geheim_na_samenvoegen",
            )
        ),
    ]

    dependencies = [("cases", "0001_begin")]

    operations = [
        migrations.RunSQL(BRIEFTEKST, BRIEFTEKST_TERUG),
        migrations.RunSQL(LEEFGEBIEDEN, LEEFGEBIEDEN_TERUG),
        migrations.RunSQL(GEZIN, GEZIN_TERUG),
    ]
