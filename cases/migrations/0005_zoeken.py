import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

import cases.zoeken

# unaccent() follows a dictionary that somebody could change, so PostgreSQL does not take it for an index. With the
# dictionary named it always gives the same, which this function says. Each word stands after a space, so that the
# start of a word can be looked for.
FUNCTIE = r"""
CREATE FUNCTION zoektekst(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT ' ' || regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, lower($1))), '[^a-z0-9]+', ' ', 'g'
    )
$$
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_aanmelding_per_dossier")]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION zoektekst(text)"),
        migrations.RemoveIndex(model_name="persoon", name="persoon_zoek_achternaam"),
        migrations.AddIndex(
            model_name="persoon",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("gemeente"),
                django.contrib.postgres.indexes.OpClass(cases.zoeken.zoeknaam(), name="gin_trgm_ops"),
                name="persoon_zoek_naam",
            ),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "geboortedatum"], name="persoon_zoek_geboortedatum"),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "postcode", "huisnummer"], name="persoon_zoek_adres"),
        ),
    ]
