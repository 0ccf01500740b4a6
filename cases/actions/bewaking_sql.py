"""The set-based statements of the nightly run: one statement for all termijnen of a gemeente.

The run and the look ahead (VOORUITBLIK) are made of the same pieces, so that what the one announces is what the
other does.
"""

from collections.abc import Iterable


def dag_in_woorden(kolom: str) -> str:
    """Give the SQL that writes a date as config.weergave.datum_kort does: di 26 mei 2026."""
    return (
        f"(%(weekdagen)s::text[])[extract(isodow FROM {kolom})::int] || ' ' || extract(day FROM {kolom})::int || ' '"
        f" || (%(maanden)s::text[])[extract(month FROM {kolom})::int] || ' ' || extract(year FROM {kolom})::int"
    )


# A running termijn stands still on the days of an opschorting (Awb art. 4:15), and runs again on the day after. What it
# was derived from says so, as it does in cases.actions.termijnen.open_status; the index termijn_opschortbaar holds
# just these termijnen.
def stil_op(dag: str) -> str:
    """Give the SQL that says whether an opschorting holds a termijn up on a day."""
    perioden = "jsonb_array_elements(t.invoer -> 'opschortingen') AS o"
    return f"EXISTS (SELECT 1 FROM {perioden} WHERE {dag} BETWEEN (o ->> 0)::date AND (o ->> 1)::date)"  # noqa: S608


def later_gedaan(dag: str) -> str:
    """Give the SQL that says whether the night of a later day was done, so that the termijnen stand as of that one."""
    later = f'b.gemeente_id = %(gemeente)s AND b."on" > {dag} AND b.klaar_op IS NOT NULL'
    return f"EXISTS (SELECT 1 FROM cases_bewaking AS b WHERE {later})"  # noqa: S608


STIL = stil_op("%(dag)s::date")
OPSCHORTBAAR = "t.gemeente_id = %(gemeente)s AND t.status IN ('lopend', 'opgeschort') AND t.invoer ? 'opschortingen'"
WISSELT = f"""{OPSCHORTBAAR} AND NOT {later_gedaan("%(dag)s")}
    AND (t.status = 'lopend' AND t.uiterste_datum >= %(dag)s AND {STIL} OR t.status = 'opgeschort' AND NOT {STIL})"""
OPSCHORTINGEN = f"""
UPDATE cases_termijn AS t
SET status = CASE WHEN t.status = 'lopend' THEN 'opgeschort' ELSE 'lopend' END, updated_at = %(at)s
WHERE {WISSELT}
"""  # noqa: S608  # names of columns only

# A termijn whose last day is before `dag` passed: a venster closes by itself, a plicht or streven is late.
VERLOPEN = "t.gemeente_id = %(gemeente)s AND t.status = 'lopend' AND t.uiterste_datum < %(dag)s"
WORDT = "CASE WHEN t.aard = 'venster' THEN 'voorbij' ELSE 'te_laat' END"

# The days, rules and numbers of days ahead on which is warned. The arrays come as text, which is sent in one piece.
DAGEN = "unnest(%(dagen)s::text::date[], %(codes)s::text::text[], %(vooruit)s::text::int[]) AS v(dag, regel, vooruit)"

# A running termijn that ends in exactly as many days as its rule warns ahead of one of the days.
VOORUIT = f"""{DAGEN}
    JOIN cases_termijn AS t ON t.gemeente_id = %(gemeente)s AND t.status = 'lopend'
        AND t.regel = v.regel AND t.uiterste_datum = v.dag + v.vooruit"""

# The unique key of a signal makes it once.
SLEUTEL_VERLOPEN = f"{WORDT} || ':' || t.id || ':' || t.uiterste_datum"
SLEUTEL_BIJNA = "'bijna:' || t.id || ':' || t.uiterste_datum || ':' || v.vooruit"

# A warning whose day came while an opschorting held the termijn up: it comes on the first day that the termijn runs
# again, and of several only the one nearest to the end. Each next night finds it made.
GEMIST = f"""{DAGEN}
    JOIN cases_termijn AS t ON {OPSCHORTBAAR} AND t.regel = v.regel
        AND t.uiterste_datum BETWEEN v.dag AND v.dag + v.vooruit - 1
        AND {stil_op("t.uiterste_datum - v.vooruit")} AND NOT {stil_op("v.dag")}
        AND NOT EXISTS (
            SELECT 1 FROM unnest(%(dagen)s::text::date[], %(codes)s::text::text[], %(vooruit)s::text::int[])
                AS later(dag, regel, vooruit)
            WHERE later.dag = v.dag AND later.regel = v.regel
                AND later.vooruit < v.vooruit AND t.uiterste_datum - later.vooruit <= v.dag)
        AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_BIJNA})"""  # noqa: S608

# The dossier of a termijn, looked up row by row: a night moves few rows, and an estimate that is too high would make
# PostgreSQL read every dossier of the country. LIMIT keeps it from joining otherwise. A casusregisseur who left, or
# lost the role, gets no mail any more: the signal then goes to the coördinator, as that of a dossier that is nobody's.
DOSSIER = """LEFT JOIN LATERAL (
        SELECT d.id, d.nummer, d.status, p.datum_overlijden, (
            SELECT u.id FROM accounts_user AS u JOIN accounts_lidmaatschap AS l ON l.user_id = u.id
            WHERE u.id = d.casusregisseur_id AND u.is_active AND l.gemeente_id = d.gemeente_id
                AND l.rol IN ('consulent', 'coordinator')
            LIMIT 1
        ) AS casusregisseur_id
        FROM cases_dossier AS d JOIN cases_persoon AS p ON p.id = d.persoon_id WHERE d.id = t.dossier_id LIMIT 1
    ) AS d ON true"""

# A closed dossier gives no signal, but of a clock that runs on after the end; nor does a clock that asks something of
# a person who died. A termijn of the gemeente itself (a portal file, the yearly SiSa) has no dossier: its signal goes
# to the coördinator.
MELDT = """(d.id IS NULL OR d.status = ANY(%(open)s) OR t.regel = ANY(%(na_einde)s))
        AND NOT (d.datum_overlijden IS NOT NULL AND t.regel = ANY(%(stopt)s))"""

# Who hears of it: the casusregisseur, and the coördinatoren as well where the rule is theirs to act on. What is
# nobody's goes to them already.
VOOR_TEAM = "(d.casusregisseur_id IS NOT NULL AND t.regel = ANY(%(coordinator)s))"
BERICHTEN = f"1 + {VOOR_TEAM}::int"


def ontvangers(casusregisseur: str, voor_team: str) -> str:
    """Give the SQL of a row per receiver, with what follows the key of the signal of that one."""
    return f"""CROSS JOIN LATERAL (
        SELECT {casusregisseur} AS ontvanger_id, '' AS voor
        UNION ALL SELECT NULL, ':coordinator' WHERE {voor_team}
    ) AS o"""  # names of columns only


DOEN = "coalesce(%(regels)s::jsonb ->> t.regel, t.regel)"
SIGNAAL = """INSERT INTO cases_signaal
        (gemeente_id, dossier_id, termijn_id, sleutel, soort, tekst, "on", ontvanger_id, gemaild_op, created_at)"""

# Each move writes one event, and one signal where that is due.
OVERGANGEN = f"""
WITH verlopen AS (
    UPDATE cases_termijn AS t SET status = {WORDT}, updated_at = %(at)s WHERE {VERLOPEN}
    RETURNING t.id, t.regel, t.aard, t.uiterste_datum, t.status, t.gemeente_id, t.dossier_id
), tekst AS (
    SELECT t.*, d.casusregisseur_id, {VOOR_TEAM} AS voor_team, {MELDT} AS meldt, {SLEUTEL_VERLOPEN} AS sleutel,
        {DOEN} || CASE WHEN t.status = 'te_laat' THEN ': te laat sinds ' ELSE ': voorbij sinds ' END
        || {dag_in_woorden("(t.uiterste_datum + 1)")} || '.' AS zin
    FROM verlopen AS t {DOSSIER}
), events AS (
    INSERT INTO cases_dossierevent (dossier_id, soort, at, by_id, tekst, reden, gegevens)
    SELECT dossier_id, 'termijn_' || status, %(at)s, NULL, zin, '', jsonb_build_object('termijn', id)
    FROM tekst WHERE dossier_id IS NOT NULL
), signalen AS (
    {SIGNAAL}
    SELECT gemeente_id, dossier_id, id, sleutel || voor, status, left(zin, 200), %(dag)s, ontvanger_id, NULL, %(at)s
    FROM tekst {ontvangers("casusregisseur_id", "voor_team")} WHERE meldt
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM verlopen), (SELECT count(*) FROM signalen)
"""  # noqa: S608  # names of columns only

WAARSCHUWINGEN = f"""
WITH waarschuwt AS (
    SELECT t.id, t.gemeente_id, t.dossier_id, t.regel, t.uiterste_datum, v.dag, {SLEUTEL_BIJNA} AS sleutel
    FROM {VOORUIT}
    UNION ALL
    SELECT t.id, t.gemeente_id, t.dossier_id, t.regel, t.uiterste_datum, v.dag, {SLEUTEL_BIJNA}
    FROM {GEMIST}
), signalen AS (
    {SIGNAAL}
    SELECT t.gemeente_id, t.dossier_id, t.id, t.sleutel || voor, 'bijna',
        left({DOEN} || ' uiterlijk ' || {dag_in_woorden("t.uiterste_datum")} || '.', 200),
        t.dag, o.ontvanger_id, NULL, %(at)s
    FROM waarschuwt AS t {DOSSIER} {ontvangers("d.casusregisseur_id", VOOR_TEAM)}
    WHERE {MELDT}
    ON CONFLICT (sleutel) DO NOTHING
    RETURNING 1
)
SELECT count(*) FROM signalen
"""  # noqa: S608  # names of columns only

# What there is to do in a gemeente on a day, so that the statements above are sent only where they find something: how
# many dossiers are open, whether anything passed, whether a warning is due, whether an opschorting begins or ends, and
# with which calendars and rule versions the open termijnen were derived. That last jumps through the index
# termijn_afgeleid from one combination to the next, so it costs the same for ten termijnen as for a million. It takes
# the lock of the gemeente as well: what it saw before it had to wait is at most work that another run did meanwhile,
# and the statements find that done.
OPEN_TERMIJN = "t.gemeente_id = %(gemeente)s AND t.status IN ('lopend', 'te_laat', 'verwacht', 'opgeschort')"
PEIL_DELEN = f"""
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
    EXISTS (SELECT 1 FROM {VOORUIT}) OR EXISTS (SELECT 1 FROM {GEMIST}),
    EXISTS (SELECT 1 FROM cases_termijn AS t WHERE {WISSELT})"""  # noqa: S608  # names of columns only


def peil(nachtwerk: Iterable[str]) -> str:
    """Give the statement, which asks of the parts that the apps do as well whether there is something for them."""
    return f"{PEIL_DELEN}, ARRAY[{', '.join(nachtwerk)}]::boolean[] FROM slot"


# The day to end with: `dag`, or the latest that is done. Whether `dag` is in the ledger, the last day before the end
# that was done, the days before it that failed, and the beleid of the gemeente: by index, however long the ledger is.
LEDGER = """
WITH peil AS (
    SELECT greatest(%(dag)s::date, max(b."on") FILTER (WHERE b.klaar_op IS NOT NULL)) AS dag,
        coalesce(bool_or(b."on" = %(dag)s), false) AS bekend
    FROM cases_bewaking AS b WHERE b.gemeente_id = %(gemeente)s AND b."on" >= %(dag)s
)
SELECT
    peil.dag,
    peil.bekend,
    (SELECT b."on" FROM cases_bewaking AS b
     WHERE b.gemeente_id = %(gemeente)s AND b."on" < peil.dag AND b.klaar_op IS NOT NULL ORDER BY b."on" DESC LIMIT 1),
    (SELECT array_agg(b."on") FROM cases_bewaking AS b
     WHERE b.gemeente_id = %(gemeente)s AND b."on" < peil.dag AND b.klaar_op IS NULL),
    (SELECT json_agg(json_build_array(b.profiel, b.geldig_vanaf, b.afwijkingen) ORDER BY b.geldig_vanaf)::text
     FROM cases_beleid AS b WHERE b.gemeente_id = %(gemeente)s)
FROM peil
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

# A clock that waits for what is before it, and begins in the night after it when nobody does anything: the look ahead
# follows it as one that runs.
BEGINT = "t.gemeente_id = %(gemeente)s AND t.status = 'verwacht' AND t.regel = ANY(%(vanzelf)s)"

# What a run of these days would do, of each kind the first rows and how many there are: the same pieces, only read.
# A signal counts when it is not there yet. A termijn that an opschorting holds up now, or will, is followed from night
# to night: each time that it stops or runs again is a row, and no warning comes on a day that it stands still.
VOORUITBLIK = f"""
WITH pauze AS (
    SELECT t.id, t.regel, t.uiterste_datum, t.dossier_id
    FROM cases_termijn AS t CROSS JOIN LATERAL (
        SELECT n.stil, lag(n.stil, 1, t.status = 'opgeschort') OVER (ORDER BY n.dag) AS was
        FROM (SELECT e.dag, {stil_op("e.dag")} AS stil FROM unnest(%(nachten)s::text::date[]) AS e(dag)
              WHERE NOT {later_gedaan("e.dag")}) AS n
    ) AS n
    WHERE {OPSCHORTBAAR} AND n.stil <> n.was
), straks AS (
    SELECT {WORDT} AS soort, t.id, t.regel, t.uiterste_datum, d.nummer,
        CASE WHEN {MELDT} AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_VERLOPEN})
            THEN {BERICHTEN} ELSE 0 END AS berichten
    FROM cases_termijn AS t {DOSSIER}
    WHERE {VERLOPEN} OR {OPSCHORTBAAR} AND t.uiterste_datum < %(dag)s AND NOT {STIL}
        OR {BEGINT} AND t.uiterste_datum < %(dag)s
    UNION ALL
    SELECT 'bijna', t.id, t.regel, t.uiterste_datum, d.nummer, {BERICHTEN}
    FROM {VOORUIT} {DOSSIER}
    WHERE {MELDT} AND NOT {stil_op("v.dag")}
        AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_BIJNA})
    UNION ALL
    SELECT 'bijna', t.id, t.regel, t.uiterste_datum, d.nummer, {BERICHTEN}
    FROM {DAGEN} JOIN cases_termijn AS t ON {OPSCHORTBAAR} AND t.status = 'opgeschort'
        AND t.regel = v.regel AND t.uiterste_datum = v.dag + v.vooruit {DOSSIER}
    WHERE {MELDT} AND NOT {stil_op("v.dag")}
        AND NOT EXISTS (SELECT 1 FROM cases_signaal AS s WHERE s.sleutel = {SLEUTEL_BIJNA})
    UNION ALL
    SELECT 'bijna', t.id, t.regel, t.uiterste_datum, d.nummer, {BERICHTEN}
    FROM {DAGEN} JOIN cases_termijn AS t ON {BEGINT} AND t.regel = v.regel
        AND t.uiterste_datum = v.dag + v.vooruit AND t.start < v.dag - 1 {DOSSIER}
    WHERE {MELDT}
    UNION ALL
    SELECT * FROM (
        SELECT DISTINCT ON (t.id, v.vooruit) 'bijna', t.id, t.regel, t.uiterste_datum, d.nummer, {BERICHTEN}
        FROM {GEMIST} {DOSSIER} WHERE {MELDT} ORDER BY t.id, v.vooruit
    ) AS gemist
    UNION ALL
    SELECT 'pauze', t.id, t.regel, t.uiterste_datum, d.nummer, 0
    FROM pauze AS t LEFT JOIN cases_dossier AS d ON d.id = t.dossier_id
), geteld AS (
    SELECT *, row_number() OVER (PARTITION BY soort ORDER BY uiterste_datum, id) AS plaats,
        count(*) OVER (PARTITION BY soort) AS aantal,
        sum(berichten) OVER (PARTITION BY soort) AS signalen
    FROM straks
)
SELECT soort, aantal, signalen, coalesce(nummer, ''), regel, uiterste_datum
FROM geteld WHERE plaats <= %(hoogstens)s ORDER BY soort, plaats
"""  # noqa: S608  # names of columns only
