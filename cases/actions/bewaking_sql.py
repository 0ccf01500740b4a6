"""The set-based statements of the nightly run: one statement for all termijnen of a gemeente."""

# A termijn whose last day is before `dag` passed: a venster closes by itself, a plicht or streven is late.
# Each move writes one event, and one signal when the dossier is open; its unique key makes it once.
OVERGANGEN = """
WITH verlopen AS (
    UPDATE cases_termijn AS t
    SET status = CASE WHEN t.aard = 'venster' THEN 'voorbij' ELSE 'te_laat' END, updated_at = %(at)s
    FROM cases_dossier AS d
    WHERE t.dossier_id = d.id AND t.gemeente_id = %(gemeente)s AND t.status = 'lopend'
      AND t.uiterste_datum < %(dag)s
    RETURNING t.id, t.regel, t.uiterste_datum, t.status, t.gemeente_id, d.id AS dossier_id, d.casusregisseur_id,
        d.status = ANY(%(open)s) AS dossier_open
), tekst AS (
    SELECT v.*, coalesce(%(regels)s::jsonb ->> v.regel, v.regel)
        || CASE WHEN v.status = 'te_laat' THEN ': te laat sinds ' ELSE ': voorbij sinds ' END
        || to_char(v.uiterste_datum + 1, 'DD-MM-YYYY') || '.' AS zin
    FROM verlopen AS v
), events AS (
    INSERT INTO cases_dossierevent (dossier_id, soort, at, by_id, tekst, reden, gegevens)
    SELECT dossier_id, 'termijn_' || status, %(at)s, NULL, zin, '', jsonb_build_object('termijn', id) FROM tekst
), signalen AS (
    INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)
    SELECT gemeente_id, dossier_id, id, status || ':' || id || ':' || uiterste_datum, status, left(zin, 200),
        %(dag)s, casusregisseur_id, NULL, %(at)s
    FROM tekst WHERE dossier_open
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM verlopen), (SELECT count(*) FROM signalen)
"""

# A running termijn that ends in exactly as many days as its rule warns ahead.
WAARSCHUWINGEN = """
WITH vooruit AS (
    SELECT * FROM unnest(%(codes)s::text[], %(dagen)s::int[]) AS u(regel, dagen)
), signalen AS (
    INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)
    SELECT t.gemeente_id, d.id, t.id, 'bijna:' || t.id || ':' || t.uiterste_datum || ':' || v.dagen, 'bijna',
        left(coalesce(%(regels)s::jsonb ->> t.regel, t.regel) || ' uiterlijk ' ||
             to_char(t.uiterste_datum, 'DD-MM-YYYY') || '.', 200),
        %(dag)s, d.casusregisseur_id, NULL, %(at)s
    FROM cases_termijn AS t
    JOIN vooruit AS v ON v.regel = t.regel AND t.uiterste_datum = %(dag)s::date + v.dagen
    JOIN cases_dossier AS d ON d.id = t.dossier_id
    WHERE t.gemeente_id = %(gemeente)s AND t.status = 'lopend' AND d.status = ANY(%(open)s)
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT count(*) FROM signalen
"""
