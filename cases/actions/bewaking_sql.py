"""The set-based statements of the nightly run: one statement for all termijnen of a gemeente."""


def dag_in_woorden(kolom: str) -> str:
    """Give the SQL that writes a date as config.weergave.datum_kort does: di 26 mei 2026."""
    return (
        f"(%(weekdagen)s::text[])[extract(isodow FROM {kolom})::int] || ' ' || extract(day FROM {kolom})::int || ' '"
        f" || (%(maanden)s::text[])[extract(month FROM {kolom})::int] || ' ' || extract(year FROM {kolom})::int"
    )


# A running termijn stands still on the days of an opschorting (Awb art. 4:15), and runs again on the day after.
OPSCHORTINGEN = """
WITH stand AS (
    SELECT termijn_id, bool_or(%(dag)s::date BETWEEN van AND tot) AS stil
    FROM cases_opschorting
    WHERE soort = 'opschorting' AND ingetrokken_op IS NULL
    GROUP BY termijn_id
)
UPDATE cases_termijn AS t
SET status = CASE WHEN s.stil THEN 'opgeschort' ELSE 'lopend' END, updated_at = %(at)s
FROM stand AS s
WHERE t.id = s.termijn_id AND t.gemeente_id = %(gemeente)s
    AND (t.status = 'lopend' AND s.stil AND t.uiterste_datum >= %(dag)s OR t.status = 'opgeschort' AND NOT s.stil)
"""

# A termijn whose last day is before `dag` passed: a venster closes by itself, a plicht or streven is late. Each move
# writes one event, and one signal unless its dossier is closed or asks
# something of a person who died; the unique key makes that once. A termijn of the
# gemeente itself (a portal file, the yearly SiSa) has no dossier, so no event, and its signal goes to the coördinator.
OVERGANGEN = f"""
WITH verlopen AS (
    UPDATE cases_termijn
    SET status = CASE WHEN aard = 'venster' THEN 'voorbij' ELSE 'te_laat' END, updated_at = %(at)s
    WHERE gemeente_id = %(gemeente)s AND status = 'lopend' AND uiterste_datum < %(dag)s
    RETURNING id, regel, uiterste_datum, status, gemeente_id, dossier_id
), tekst AS (
    SELECT v.*, d.casusregisseur_id, (d.id IS NULL OR d.status = ANY(%(open)s))
        AND NOT (p.datum_overlijden IS NOT NULL AND v.regel = ANY(%(stopt)s)) AS meldt,
        coalesce(%(regels)s::jsonb ->> v.regel, v.regel)
        || CASE WHEN v.status = 'te_laat' THEN ': te laat sinds ' ELSE ': voorbij sinds ' END
        || {dag_in_woorden("(v.uiterste_datum + 1)")} || '.' AS zin
    FROM verlopen AS v LEFT JOIN cases_dossier AS d ON d.id = v.dossier_id
    LEFT JOIN cases_persoon AS p ON p.id = d.persoon_id
), events AS (
    INSERT INTO cases_dossierevent (dossier_id, soort, at, by_id, tekst, reden, gegevens)
    SELECT dossier_id, 'termijn_' || status, %(at)s, NULL, zin, '', jsonb_build_object('termijn', id)
    FROM tekst WHERE dossier_id IS NOT NULL
), signalen AS (
    INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)
    SELECT gemeente_id, dossier_id, id, status || ':' || id || ':' || uiterste_datum, status, left(zin, 200),
        %(dag)s, casusregisseur_id, NULL, %(at)s
    FROM tekst WHERE meldt
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM verlopen), (SELECT count(*) FROM signalen)
"""  # noqa: S608  # names of columns only

# A running termijn that ends in exactly as many days as its rule warns ahead.
WAARSCHUWINGEN = f"""
WITH vooruit AS (
    SELECT * FROM unnest(%(codes)s::text[], %(dagen)s::int[]) AS u(regel, dagen)
), signalen AS (
    INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)
    SELECT t.gemeente_id, t.dossier_id, t.id, 'bijna:' || t.id || ':' || t.uiterste_datum || ':' || v.dagen, 'bijna',
        left(coalesce(%(regels)s::jsonb ->> t.regel, t.regel) || ' uiterlijk ' ||
             {dag_in_woorden("t.uiterste_datum")} || '.', 200),
        %(dag)s, d.casusregisseur_id, NULL, %(at)s
    FROM cases_termijn AS t
    JOIN vooruit AS v ON v.regel = t.regel AND t.uiterste_datum = %(dag)s::date + v.dagen
    LEFT JOIN cases_dossier AS d ON d.id = t.dossier_id
    LEFT JOIN cases_persoon AS p ON p.id = d.persoon_id
    WHERE t.gemeente_id = %(gemeente)s AND t.status = 'lopend' AND (d.id IS NULL OR d.status = ANY(%(open)s))
        AND NOT (p.datum_overlijden IS NOT NULL AND t.regel = ANY(%(stopt)s))
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT count(*) FROM signalen
"""  # noqa: S608  # names of columns only
