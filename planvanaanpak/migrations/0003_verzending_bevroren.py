"""The day a letter left is set once: it starts the bezwaartermijn, so it does not change after (Awb 6:8)."""

from django.db import migrations

FUNCTIE = """
CREATE OR REPLACE FUNCTION besluit_bevroren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'Een besluit kan niet worden verwijderd.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_TABLE_NAME = 'planvanaanpak_besluit'
        {voorwaarde}
        AND (to_jsonb(OLD) - 'verzonden_op' - 'verzonden_door_id')
          = (to_jsonb(NEW) - 'verzonden_op' - 'verzonden_door_id') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Een vastgesteld besluit verandert niet.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
EEN_KEER = "AND to_jsonb(OLD) -> 'verzonden_op' = 'null'::jsonb"


class Migration(migrations.Migration):
    dependencies = [("planvanaanpak", "0002_besluit_bevroren")]

    operations = [migrations.RunSQL(FUNCTIE.format(voorwaarde=EEN_KEER), FUNCTIE.format(voorwaarde=""))]
