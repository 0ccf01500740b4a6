"""A text that was published never changes: letters say which version they have (decision 0951)."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION brieftekst_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een gepubliceerde brieftekst verandert niet en kan niet weg.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER brieftekst_bevroren BEFORE UPDATE OR DELETE ON cases_brieftekst
    FOR EACH ROW WHEN (OLD.gepubliceerd_op IS NOT NULL) EXECUTE FUNCTION brieftekst_bevroren();
"""
TERUG = """
DROP TRIGGER brieftekst_bevroren ON cases_brieftekst;
DROP FUNCTION brieftekst_bevroren();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_drukwerk")]

    operations = [migrations.RunSQL(VOORUIT, TERUG)]
