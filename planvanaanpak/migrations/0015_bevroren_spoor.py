"""A besluit leaves only with a line of the trail, and frozen tables are not emptied.

TRUNCATE passes row triggers by. Only who says so in the same transaction empties them, as the tests do between two of them
that do not roll back. The first day that a letter left needs its line, as a correction did already.
"""

from importlib import import_module

from django.db import migrations

EERDER = import_module("planvanaanpak.migrations.0008_besluiten")
EERSTE = """OLD.verzonden_op IS NULL AND EXISTS (
                SELECT 1 FROM planvanaanpak_verzending AS e
                WHERE e.besluit_id = OLD.id AND e.gebeurtenis = 'eerste' AND e.telt AND e.datum = NEW.verzonden_op)"""
MET_SPOOR = EERDER.NA_CORRECTIE.replace("OLD.verzonden_op IS NULL", EERSTE)
TABELLEN = ("besluit", "besluitpdf", "bijsluiter", "planversie", "verzending")
NIET_LEGEN = """
CREATE FUNCTION bevroren_niet_legen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('planvanaanpak.legen', true) = 'ja' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Wat is vastgesteld kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER {tabel}_niet_legen BEFORE TRUNCATE ON planvanaanpak_{tabel}"
    " FOR EACH STATEMENT EXECUTE FUNCTION bevroren_niet_legen();\n"
    for tabel in TABELLEN
)
WEL_LEGEN = (
    "".join(f"DROP TRIGGER {tabel}_niet_legen ON planvanaanpak_{tabel};\n" for tabel in TABELLEN)
    + "DROP FUNCTION bevroren_niet_legen();"
)


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0014_heropend")]

    operations = [
        migrations.RunSQL(
            EERDER.BEVROREN.format(voorwaarde=MET_SPOOR), EERDER.BEVROREN.format(voorwaarde=EERDER.NA_CORRECTIE)
        ),
        migrations.RunSQL(NIET_LEGEN, WEL_LEGEN),
    ]
