"""Who had the eerste gesprek wants help: that stayed unknown for who came by the gegevensportaal."""

from django.db import migrations

WIL_HULP = """
WITH gewijzigd AS (
    UPDATE cases_aanmelding AS a SET wil_ondersteuning = 'ja' FROM cases_dossier AS d
    WHERE d.id = a.dossier_id AND a.wil_ondersteuning = 'onbekend' AND d.datum_eerste_gesprek IS NOT NULL
    RETURNING a.*
)
INSERT INTO cases_historicalaanmelding (
    id, dossier_id, wil_ondersteuning, grondslag, toestemming_navraag, ingezetene, uitzondering, overleg_met,
    overleg_datum, datum_beschikking, overleden_naam, overleden_geboortedatum, overleden_op, overleden_relatie,
    toelichting, created_at, history_date, history_type, history_change_reason
)
SELECT id, dossier_id, wil_ondersteuning, grondslag, toestemming_navraag, ingezetene, uitzondering, overleg_met,
    overleg_datum, datum_beschikking, overleden_naam, overleden_geboortedatum, overleden_op, overleden_relatie,
    toelichting, created_at, now(), '~', 'eerste gesprek gehouden'
FROM gewijzigd
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_uht_status_intrekbaar")]

    operations = [migrations.RunSQL(WIL_HULP, migrations.RunSQL.noop)]
