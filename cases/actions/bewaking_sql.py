"""The set-based statements of the nightly run: one statement for all termijnen of a gemeente.

The run and the look ahead (VOORUITBLIK) are made of the same pieces, so that what the one announces is what the
other does.
"""


def dag_in_woorden(kolom: str) -> str:
    """Give the SQL that writes a date as config.weergave.datum_kort does: di 26 mei 2026."""
    return (
        f"(%(weekdagen)s::text[])[extract(isodow FROM {kolom})::int] || ' ' || extract(day FROM {kolom})::int || ' '"
        f" || (%(maanden)s::text[])[extract(month FROM {kolom})::int] || ' ' || extract(year FROM {kolom})::int"
    )


# A running termijn stands still on the days of an opschorting (Awb art. 4:15), and runs again on the day after.
OPSCHORTINGEN = """
WITH stand AS (
    SELECT o.termijn_id, bool_or(%(dag)s::date BETWEEN o.van AND o.tot) AS stil
    FROM cases_opschorting AS o JOIN cases_dossier AS d ON d.id = o.dossier_id
    WHERE d.gemeente_id = %(gemeente)s AND o.soort = 'opschorting' AND o.ingetrokken_op IS NULL
    GROUP BY o.termijn_id
)
UPDATE cases_termijn AS t
SET status = CASE WHEN s.stil THEN 'opgeschort' ELSE 'lopend' END, updated_at = %(at)s
FROM stand AS s
WHERE t.id = s.termijn_id AND t.gemeente_id = %(gemeente)s
    AND (t.status = 'lopend' AND s.stil AND t.uiterste_datum >= %(dag)s OR t.status = 'opgeschort' AND NOT s.stil)
"""

# A termijn whose last day is before `dag` passed: a venster closes by itself, a plicht or streven is late.
VERLOPEN = "t.gemeente_id = %(gemeente)s AND t.status = 'lopend' AND t.uiterste_datum < %(dag)s"
WORDT = "CASE WHEN t.aard = 'venster' THEN 'voorbij' ELSE 'te_laat' END"

# A running termijn that ends in exactly as many days as its rule warns ahead of one of the days.
VOORUIT = """unnest(%(dagen)s::date[], %(codes)s::text[], %(vooruit)s::int[]) AS v(dag, regel, vooruit)
    JOIN cases_termijn AS t ON t.gemeente_id = %(gemeente)s AND t.status = 'lopend'
        AND t.regel = v.regel AND t.uiterste_datum = v.dag + v.vooruit"""

# The dossier of a termijn, looked up row by row: a night moves few rows, and an estimate that is too high would make
# PostgreSQL read every dossier of the country. LIMIT keeps it from joining otherwise.
DOSSIER = """LEFT JOIN LATERAL (
        SELECT d.id, d.nummer, d.status, d.casusregisseur_id, p.datum_overlijden
        FROM cases_dossier AS d JOIN cases_persoon AS p ON p.id = d.persoon_id WHERE d.id = t.dossier_id LIMIT 1
    ) AS d ON true"""

# A closed dossier gives no signal, nor does a clock that asks something of a person who died. A termijn of the
# gemeente itself (a portal file, the yearly SiSa) has no dossier: its signal goes to the coördinator.
MELDT = """(d.id IS NULL OR d.status = ANY(%(open)s))
        AND NOT (d.datum_overlijden IS NOT NULL AND t.regel = ANY(%(stopt)s))"""

# The unique key of a signal makes it once.
SLEUTEL_VERLOPEN = f"{WORDT} || ':' || t.id || ':' || t.uiterste_datum"
SLEUTEL_BIJNA = "'bijna:' || t.id || ':' || t.uiterste_datum || ':' || v.vooruit"

DOEN = "coalesce(%(regels)s::jsonb ->> t.regel, t.regel)"
SIGNAAL = """INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)"""

# Each move writes one event, and one signal where that is due.
OVERGANGEN = f"""
WITH verlopen AS (
    UPDATE cases_termijn AS t SET status = {WORDT}, updated_at = %(at)s WHERE {VERLOPEN}
    RETURNING t.id, t.regel, t.aard, t.uiterste_datum, t.status, t.gemeente_id, t.dossier_id
), tekst AS (
    SELECT t.*, d.casusregisseur_id, {MELDT} AS meldt, {SLEUTEL_VERLOPEN} AS sleutel,
        {DOEN} || CASE WHEN t.status = 'te_laat' THEN ': te laat sinds ' ELSE ': voorbij sinds ' END
        || {dag_in_woorden("(t.uiterste_datum + 1)")} || '.' AS zin
    FROM verlopen AS t {DOSSIER}
), events AS (
    INSERT INTO cases_dossierevent (dossier_id, soort, at, by_id, tekst, reden, gegevens)
    SELECT dossier_id, 'termijn_' || status, %(at)s, NULL, zin, '', jsonb_build_object('termijn', id)
    FROM tekst WHERE dossier_id IS NOT NULL
), signalen AS (
    {SIGNAAL}
    SELECT gemeente_id, dossier_id, id, sleutel, status, left(zin, 200), %(dag)s, casusregisseur_id, NULL, %(at)s
    FROM tekst WHERE meldt
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM verlopen), (SELECT count(*) FROM signalen)
"""  # noqa: S608  # names of columns only

WAARSCHUWINGEN = f"""
WITH signalen AS (
    {SIGNAAL}
    SELECT t.gemeente_id, t.dossier_id, t.id, {SLEUTEL_BIJNA}, 'bijna',
        left({DOEN} || ' uiterlijk ' || {dag_in_woorden("t.uiterste_datum")} || '.', 200),
        v.dag, d.casusregisseur_id, NULL, %(at)s
    FROM {VOORUIT} {DOSSIER}
    WHERE {MELDT}
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT count(*) FROM signalen
"""  # noqa: S608  # names of columns only

# What there is to do in a gemeente on a day, so that the statements above are sent only where they find something: how
# many dossiers are open, whether anything passed, whether a warning is due, and with which calendars and rule
# versions the open termijnen were derived. The last jumps through the index termijn_afgeleid from one combination to
# the next, so it costs the same for ten termijnen as for a million. It takes the lock of the gemeente as well: what it
# saw before it had to wait is at most work that another run did meanwhile, and the statements find that done.
OPEN_TERMIJN = "t.gemeente_id = %(gemeente)s AND t.status IN ('lopend', 'te_laat', 'verwacht', 'opgeschort')"
PEIL = f"""
WITH RECURSIVE slot AS MATERIALIZED (
    SELECT pg_advisory_xact_lock(%(slot)s, %(gemeente)s)
), versie AS (
    (SELECT t.kalender_versie, t.regel, t.regel_versie FROM cases_termijn AS t WHERE {OPEN_TERMIJN}
     ORDER BY t.kalender_versie, t.regel, t.regel_versie LIMIT 1)
    UNION ALL
    SELECT volgende.* FROM versie CROSS JOIN LATERAL (
        SELECT t.kalender_versie, t.regel, t.regel_versie FROM cases_termijn AS t
        WHERE {OPEN_TERMIJN} AND (t.kalender_versie, t.regel, t.regel_versie)
            > (versie.kalender_versie, versie.regel, versie.regel_versie)
        ORDER BY t.kalender_versie, t.regel, t.regel_versie LIMIT 1
    ) AS volgende
)
SELECT (SELECT count(*) FROM cases_dossier WHERE gemeente_id = %(gemeente)s AND status = ANY(%(open)s)),
    EXISTS (SELECT 1 FROM versie WHERE kalender_versie <> %(kalender)s
            OR %(versies)s::jsonb -> regel <> to_jsonb(regel_versie)),
    EXISTS (SELECT 1 FROM cases_termijn AS t WHERE {VERLOPEN}),
    EXISTS (SELECT 1 FROM {VOORUIT})
FROM slot
"""  # noqa: S608  # names of columns only

# The last day before `dag` that was done, and the days before it that failed.
LEDGER = """
SELECT max("on") FILTER (WHERE klaar_op IS NOT NULL), array_agg("on") FILTER (WHERE klaar_op IS NULL)
FROM cases_bewaking WHERE gemeente_id = %(gemeente)s AND "on" < %(dag)s
"""

# The ledger row of a day. A later run of that day adds what it did, and writes nothing when it did nothing.
BOEK = """
INSERT INTO cases_bewaking
    (gemeente_id, "on", begonnen_op, klaar_op, dossiers, nieuw, gewijzigd, signalen, overgangen, duur_s, fout)
VALUES (%(gemeente)s, %(dag)s, %(at)s, %(at)s, %(dossiers)s, 0, %(gewijzigd)s, %(signalen)s, %(overgangen)s,
    %(duur_s)s, '')
ON CONFLICT (gemeente_id, "on") DO UPDATE SET
    klaar_op = EXCLUDED.klaar_op, fout = '', dossiers = EXCLUDED.dossiers,
    gewijzigd = cases_bewaking.gewijzigd + EXCLUDED.gewijzigd,
    signalen = cases_bewaking.signalen + EXCLUDED.signalen,
    overgangen = cases_bewaking.overgangen + EXCLUDED.overgangen,
    duur_s = cases_bewaking.duur_s + EXCLUDED.duur_s
WHERE cases_bewaking.klaar_op IS NULL
    OR EXCLUDED.gewijzigd + EXCLUDED.signalen + EXCLUDED.overgangen > 0
"""

# What a run of these days would do, of each kind the first rows and how many there are: the same pieces, only read.
# A signal counts when it is not there yet.
VOORUITBLIK = f"""
WITH straks AS (
    SELECT {WORDT} AS soort, t.id, t.regel, t.uiterste_datum, d.nummer,
        {MELDT} AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_VERLOPEN}) AS meldt
    FROM cases_termijn AS t {DOSSIER}
    WHERE {VERLOPEN}
    UNION ALL
    SELECT 'bijna', t.id, t.regel, t.uiterste_datum, d.nummer, true
    FROM {VOORUIT} {DOSSIER}
    WHERE {MELDT} AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_BIJNA})
), geteld AS (
    SELECT *, row_number() OVER (PARTITION BY soort ORDER BY uiterste_datum, id) AS plaats,
        count(*) OVER (PARTITION BY soort) AS aantal,
        count(*) FILTER (WHERE meldt) OVER (PARTITION BY soort) AS signalen
    FROM straks
)
SELECT soort, aantal, signalen, coalesce(nummer, ''), regel, uiterste_datum
FROM geteld WHERE plaats <= %(hoogstens)s ORDER BY soort, plaats
"""  # noqa: S608  # names of columns only
