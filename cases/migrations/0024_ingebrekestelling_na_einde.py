"""Put right the two weeks of an ingebrekestelling that were dropped with the support (decision 1192)."""

from django.db import migrations

# About a bezwaar that is still to be decided on: they run again, and the night tells when they are late.
DOOR = """
UPDATE cases_termijn AS w SET status = 'lopend', invoer = w.invoer - 'stil' - 'was'
FROM cases_ingebrekestelling AS i JOIN cases_termijn AS o ON o.id = i.termijn_id
WHERE w.regel = 'ingebrekestelling' AND w.aanleiding = 'ingebrekestelling:' || i.id AND w.status = 'vervallen'
    AND i.ingetrokken_op IS NULL AND o.regel = 'besluit_op_bezwaar'
    AND o.status IN ('lopend', 'te_laat', 'opgeschort', 'verwacht')
"""
# About what is dropped: no dwangsom is owed from the day on which the dossier got the status it has now.
GESTOPT = """
UPDATE cases_termijn AS w
SET invoer = w.invoer - 'stil' - 'was' || jsonb_build_object('gestopt', einde.dag::text)
FROM cases_ingebrekestelling AS i
JOIN cases_termijn AS o ON o.id = i.termijn_id
JOIN cases_dossier AS d ON d.id = i.dossier_id
JOIN LATERAL (
    SELECT min(h.history_date AT TIME ZONE 'Europe/Amsterdam')::date AS dag FROM cases_historicaldossier AS h
    WHERE h.id = d.id AND h.status = d.status AND NOT EXISTS (
        SELECT 1 FROM cases_historicaldossier AS later
        WHERE later.id = d.id AND later.status <> d.status AND later.history_id > h.history_id)
) AS einde ON einde.dag IS NOT NULL
WHERE w.regel = 'ingebrekestelling' AND w.aanleiding = 'ingebrekestelling:' || i.id AND w.status = 'vervallen'
    AND i.ingetrokken_op IS NULL AND o.status = 'vervallen'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_opschorting_waaruit_het_blijkt"),
    ]

    operations = [
        migrations.RunSQL(DOOR, migrations.RunSQL.noop),
        migrations.RunSQL(GESTOPT, migrations.RunSQL.noop),
    ]
