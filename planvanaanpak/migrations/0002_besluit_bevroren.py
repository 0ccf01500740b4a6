"""A besluit, its PDF and its bijsluiter never change: the database itself refuses (decision 0004)."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION besluit_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Een besluit kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_TABLE_NAME = 'planvanaanpak_besluit'
        AND (to_jsonb(OLD) - 'verzonden_op' - 'verzonden_door_id')
          = (to_jsonb(NEW) - 'verzonden_op' - 'verzonden_door_id') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Een vastgesteld besluit verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER besluit_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_besluit
    FOR EACH ROW EXECUTE FUNCTION besluit_bevroren();
CREATE TRIGGER besluitpdf_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_besluitpdf
    FOR EACH ROW EXECUTE FUNCTION besluit_bevroren();
CREATE TRIGGER bijsluiter_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_bijsluiter
    FOR EACH ROW EXECUTE FUNCTION besluit_bevroren();
"""
TERUG = """
DROP TRIGGER besluit_bevroren ON planvanaanpak_besluit;
DROP TRIGGER besluitpdf_bevroren ON planvanaanpak_besluitpdf;
DROP TRIGGER bijsluiter_bevroren ON planvanaanpak_bijsluiter;
DROP FUNCTION besluit_bevroren();
"""


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0001_begin")]

    operations = [migrations.RunSQL(VOORUIT, TERUG)]
