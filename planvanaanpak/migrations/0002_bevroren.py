"""A besluit never changes once it is vastgesteld, nor does a version of a plan, and neither goes.

Of a besluit only the day that it left follows, with a line of the trail for each change of it. TRUNCATE passes row triggers
by: only who says so in the same transaction empties these tables.
"""

from django.db import migrations

BEVROREN = """
CREATE FUNCTION besluit_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Een besluit kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_TABLE_NAME = 'planvanaanpak_besluit' THEN
        IF (OLD.verzonden_op IS NULL AND EXISTS (
                SELECT 1 FROM planvanaanpak_verzending AS e
                WHERE e.besluit_id = OLD.id AND e.gebeurtenis = 'eerste' AND e.telt AND e.datum = NEW.verzonden_op) OR (
            NEW.verzonden_door_id = OLD.verzonden_door_id AND EXISTS (
                SELECT 1 FROM planvanaanpak_verzending AS v
                WHERE v.id = (SELECT max(w.id) FROM planvanaanpak_verzending AS w WHERE w.besluit_id = OLD.id AND w.telt)
                    AND v.was = OLD.verzonden_op AND v.datum = NEW.verzonden_op)))
            AND (to_jsonb(OLD) - 'verzonden_op' - 'verzonden_door_id')
              = (to_jsonb(NEW) - 'verzonden_op' - 'verzonden_door_id') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'Een vastgesteld besluit verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION planversie_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een versie van een plan verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION bevroren_niet_legen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('planvanaanpak.legen', true) = 'ja' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Wat is vastgesteld kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
# Of each table the function that guards its rows.
TABELLEN = {
    "besluit": "besluit_bevroren",
    "besluitpdf": "besluit_bevroren",
    "bijsluiter": "besluit_bevroren",
    "planversie": "planversie_bevroren",
    "verzending": "besluit_bevroren",
}
TRIGGERS = "".join(
    f"CREATE TRIGGER {tabel}_bevroren BEFORE UPDATE OR DELETE ON planvanaanpak_{tabel}"
    f" FOR EACH ROW EXECUTE FUNCTION {functie}();\n"
    f"CREATE TRIGGER {tabel}_niet_legen BEFORE TRUNCATE ON planvanaanpak_{tabel}"
    " FOR EACH STATEMENT EXECUTE FUNCTION bevroren_niet_legen();\n"
    for tabel, functie in TABELLEN.items()
)
TERUG = (
    "".join(
        f"DROP TRIGGER {tabel}_niet_legen ON planvanaanpak_{tabel};\nDROP TRIGGER {tabel}_bevroren ON planvanaanpak_{tabel};\n"
        for tabel in TABELLEN
    )
    + "DROP FUNCTION bevroren_niet_legen(); DROP FUNCTION planversie_bevroren(); DROP FUNCTION besluit_bevroren();"
)


class Migration(migrations.Migration):
    # A database that had all of these has what this one makes; one that had only some is refused (decision 1381).
    replaces = [
        *(
            ("nazorg", naam)
            for naam in (
                "0002_einde_en_reden",
                "0003_eindgrond",
                "0004_heropend",
                "0005_hervatten",
                "0006_herroepen_na_uitspraak",
            )
        ),
        *(
            ("planvanaanpak", naam)
            for naam in (
                "0002_besluit_bevroren",
                "0003_verzending_bevroren",
                "0004_bezwaar",
                "0005_plan",
                "0006_voorziening",
                "0007_commissie",
                "0008_besluiten",
                "0009_brieven",
                "0010_drukwerk",
                "0011_ondertekening",
                "0012_goedkeuring",
                "0013_voorzieningregels",
                "0014_heropend",
                "0015_bevroren_spoor",
                "0016_bezwaar_en_beroep",
                "0017_zienswijze",
                "0018_akkoord_na_intrekking",
                "0019_hoorzitting_instemming",
                "0020_nieuw_besluit_na_bezwaar",
                "0021_besluit_niet_verzonden",
                "0022_brief_aan_ander",
            )
        ),
        *(("portal_import", naam) for naam in ("0002_portaalbestand",)),
        *(("spuk", naam) for naam in ("0002_normbedrag_per_gemeente",)),
    ]

    dependencies = [("planvanaanpak", "0001_begin")]

    operations = [migrations.RunSQL(BEVROREN + TRIGGERS, TERUG)]
