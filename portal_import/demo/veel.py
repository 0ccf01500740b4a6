"""The bulk path of the demo: the roads gelopen through the actions, set out again over many gemeenten by SQL.

Each new dossier is a copy of a gelopen one, with a person, numbers and casusregisseur of its own: every row below it
gets the id of its source plus the number of the copy times the size of the table, so that references stay within the
copy. What is left out, as it would be the same bytes again: letters, lists, and the history of changed fields.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol
from cases.models import Beleid, Dossier, Gezin, Persoon
from portal_import.demo.namen import ACHTERNAMEN, NAAM_BEGIN, NAAM_EIND, VOORLETTERS

# The copies of a table are made this many dossiers at a time, so that somebody who waits sees progress.
PER_KEER = 20_000
APPS = ("cases", "planvanaanpak", "nazorg", "spuk")
ZONDER_KOPIE = {"Agendapunt", "BesluitPdf", "Bijsluiter", "Bewaking", "Goedkeuring", "Termijnbericht"}
# What a termijn hangs on, by the word before the colon of its aanleiding.
AANLEIDING = {
    "dossier": "cases.Dossier",
    "gesprek": "cases.Gesprek",
    "ingebrekestelling": "cases.Ingebrekestelling",
    "aanvulling": "cases.Aanvulling",
    "verificatie": "cases.Verificatie",
    "besluit": "planvanaanpak.Besluit",
    "bezwaar": "planvanaanpak.Bezwaar",
    "acclimatisatie": "nazorg.Acclimatisatie",
    "nazorg": "nazorg.Nazorgtraject",
    "eindgrond": "nazorg.Eindgrond",
}


class Veelvoud:
    """Copies the dossiers that are there, as the plan in the table `kopie` says."""

    def __init__(self) -> None:
        modellen = [model for app in APPS for model in apps.get_app_config(app).get_models()]
        alle = [m for m in modellen if not hasattr(m, "instance_type") and m.__name__ not in ZONDER_KOPIE]
        gelopen = Lidmaatschap.objects.filter(gemeente__in=Dossier.objects.values("gemeente"))
        self.consulenten, self.financielen = (
            list(gelopen.filter(rol=rol).values_list("user", flat=True)) for rol in (Rol.CONSULENT, Rol.FINANCIEEL)
        )
        self.kopieerbaar: dict[type[models.Model], str] = {Persoon: "", Gezin: "", Dossier: ""}
        while nieuw := {m: pad for m in alle if m not in self.kopieerbaar and (pad := self._pad(m))}:
            self.kopieerbaar |= nieuw
        self.maat = {model: self._vraag(f"SELECT coalesce(max(id), 0) + 1 FROM {tabel(model)}") for model in alle}  # noqa: S608

    def _pad(self, model: type[models.Model]) -> str:
        """Give the reference by which a row hangs under a dossier, '' when there is none to a table that is copied."""
        verwijzingen = [veld for veld in model._meta.concrete_fields if veld.related_model in self.kopieerbaar]
        eigen = [veld.name for veld in verwijzingen if veld.related_model is Dossier and not veld.null]
        mogelijk = [veld.name for veld in verwijzingen if veld.related_model is Dossier or not veld.null]
        return next(iter(eigen or [naam for naam in mogelijk if naam == "dossier"] or mogelijk), "")

    def kopieer(self, aantal: int, meld: Callable[[int], None]) -> None:
        """Copy table by table, each in parts; PostgreSQL need not look up each reference again meanwhile."""
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            try:
                for tot in range(PER_KEER, aantal + PER_KEER, PER_KEER):
                    for model in self.kopieerbaar:
                        cursor.execute(self._kopie(model), [tot - PER_KEER, min(tot, aantal)])
                    cursor.execute(_NUMMERREEKS)
                    meld(min(tot, aantal))
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")
            for opdracht in connection.ops.sequence_reset_sql(no_style(), list(self.kopieerbaar)):
                cursor.execute(opdracht)

    def _kopie(self, model: type[models.Model]) -> str:
        velden = [veld for veld in model._meta.concrete_fields if not getattr(veld, "generated", False)]
        kolommen = ", ".join(f'"{veld.column}"' for veld in velden)
        waarden = ", ".join(self._waarde(model, veld) for veld in velden).replace("%", "%%")
        return (
            f"INSERT INTO {tabel(model)} ({kolommen}) SELECT {waarden} FROM {tabel(model)} AS s {self._bron(model)}"  # noqa: S608  # names of tables and columns only
            f" WHERE k.volgnummer > %s AND k.volgnummer <= %s AND s.id < {self.maat[model]}"
        )

    def _bron(self, model: type[models.Model]) -> str:
        """Join a row to the dossier it hangs under, and that to its copies."""
        if model is Dossier:
            return "JOIN kopie AS k ON k.bron = s.id"
        if model in (Persoon, Gezin):
            kolom = "persoon_id" if model is Persoon else "gezin_id"
            return f"JOIN cases_dossier AS d ON d.{kolom} = s.id JOIN kopie AS k ON k.bron = d.id"
        joins, hier = [], "s"
        while model is not Dossier:
            veld: Any = model._meta.get_field(self.kopieerbaar[model])
            if veld.related_model in (Gezin, Persoon):
                joins.append(f"JOIN cases_dossier AS d ON d.{veld.name}_id = {hier}.{veld.column}")
                hier, model = "d", Dossier
            else:
                daar = f"b{len(joins)}"
                joins.append(f"JOIN {tabel(veld.related_model)} AS {daar} ON {daar}.id = {hier}.{veld.column}")
                hier, model = daar, veld.related_model
        return f"{' '.join(joins)} JOIN kopie AS k ON k.bron = {hier}.id"

    def _waarde(self, model: type[models.Model], veld: "models.Field[object, object]") -> str:
        eigen = _EIGEN.get((model.__name__, veld.name))
        if eigen:
            return eigen
        kolom = f's."{veld.column}"'
        if veld.primary_key:
            return f"{kolom} + k.volgnummer * {self.maat[model]}"
        verwijst = veld.related_model
        if verwijst in self.kopieerbaar:
            return f"{kolom} + k.volgnummer * {self.maat[verwijst]}"
        if veld.name == "aanleiding":
            keuzes = " ".join(
                f"WHEN '{soort}' THEN {self.maat[apps.get_model(naam)]}" for soort, naam in AANLEIDING.items()
            )
            maat = f"CASE split_part({kolom}, ':', 1) {keuzes} END"
            rest = f"regexp_replace({kolom}, '^[a-z]+:[0-9]+', '')"
            nummer = f"(split_part({kolom}, ':', 2)::bigint + k.volgnummer * ({maat}))"
            return f"split_part({kolom}, ':', 1) || ':' || {nummer} || {rest}"
        if verwijst is User:
            return self._mens(kolom)
        return _VERWIJZING.get(verwijst, kolom)

    def _mens(self, kolom: str) -> str:
        """Give the colleague with the same role in the gemeente of the copy."""
        return (
            f"CASE WHEN {kolom} IS NULL THEN NULL WHEN {kolom} = ANY(ARRAY{self.consulenten}) THEN k.consulent"
            f" WHEN {kolom} = ANY(ARRAY{self.financielen}) THEN k.financieel ELSE k.coordinator END"
        )

    def _vraag(self, sql: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return int(cursor.fetchone()[0])


def vermenigvuldig(groottes: Sequence[tuple[Gemeente, int]], meld: Callable[[int], None]) -> int:
    """Copy the dossiers that were gelopen into gemeenten: so many into each; gives how many were made.

    In one transaction, by a user of the database that may put its checks off (a superuser).
    """
    totaal = sum(aantal for _, aantal in groottes)
    tot = list(accumulate(aantal for _, aantal in groottes))
    gemeenten = [gemeente.pk for gemeente, _ in groottes]
    beleid = dict(Beleid.objects.filter(gemeente__in=gemeenten).values_list("gemeente", "pk"))
    een = {rol: dict(_met_rol(rol).values_list("gemeente", "user")) for rol in (Rol.COORDINATOR, Rol.FINANCIEEL)}
    plan: list[Any] = [
        gemeenten,
        [gemeente.code for gemeente, _ in groottes],
        *([per_gemeente[pk] for pk in gemeenten] for per_gemeente in (beleid, *een.values())),
        [eind - aantal + 1 for eind, (_, aantal) in zip(tot, groottes, strict=True)],
        tot,
    ]
    with connection.cursor() as cursor:
        cursor.execute(_BSN, [totaal + 100])
        cursor.execute("ANALYZE bsn")
        cursor.execute(_PLAN, plan)
        cursor.execute("CREATE INDEX ON kopie (volgnummer)")
        cursor.execute("CREATE INDEX ON kopie (bron)")
        cursor.execute("ANALYZE kopie")
    Veelvoud().kopieer(totaal, meld)
    return totaal


def _met_rol(rol: Rol) -> "models.QuerySet[Lidmaatschap]":
    return Lidmaatschap.objects.filter(rol=rol).order_by("gemeente", "-user")


def tabel(model: type[models.Model]) -> str:
    return model._meta.db_table


def _lijst(woorden: Iterable[str]) -> str:
    """Write words as an array of SQL, of which the number of the copy chooses one."""
    aangehaald = ["'" + woord.replace("'", "''") + "'" for woord in woorden]
    return f"(ARRAY[{', '.join(aangehaald)}])[1 + abs(hashint8(k.volgnummer + {{zaad}})::bigint) % {len(aangehaald)}]"


def _een_op_zes(naam: str, anders: str) -> str:
    """Give one person in six a name of the demo: then the commonest is as common as in the country."""
    return f"CASE WHEN k.volgnummer % 6 = 0 THEN {naam} ELSE {anders} END"


def _volgnummer(letter: str, datum: str) -> str:
    """Number on per gemeente and year, after what was given out before."""
    jaar = f"extract(year FROM {datum})::int"
    plaats = f"row_number() OVER (PARTITION BY k.gemeente_id, {jaar} ORDER BY k.volgnummer, s.id)"
    eerder = (
        "coalesce((SELECT laatste FROM cases_nummerreeks AS r WHERE r.gemeente_id = k.gemeente_id"  # noqa: S608
        f" AND r.soort = '{letter}' AND r.jaar = {jaar}), 0)"
    )
    return f"k.code || '-{letter}-' || {jaar} || '-' || lpad(({eerder} + {plaats})::text, 5, '0')"


_ACHTERNAAM = _een_op_zes(
    _lijst(naam for _, naam in ACHTERNAMEN).format(zaad=10**9),
    f"{_lijst(NAAM_BEGIN).format(zaad=2 * 10**9)} || {_lijst(NAAM_EIND).format(zaad=3 * 10**9)}",
)
_TELEFOON = "CASE WHEN s.telefoon = '' THEN '' ELSE '0555 ' || lpad((k.volgnummer % 1000000)::text, 6, '0') END"
# What is not the same in every copy.
_EIGEN = {
    ("Persoon", "bsn"): "k.bsn",
    ("Persoon", "voorletters"): _lijst(VOORLETTERS).format(zaad=0),
    ("Persoon", "voorvoegsel"): _een_op_zes(_lijst(deel for deel, _ in ACHTERNAMEN).format(zaad=10**9), "''"),
    ("Persoon", "achternaam"): _ACHTERNAAM,
    ("Persoon", "telefoon"): _TELEFOON,
    ("Gezinslid", "naam"): f"split_part(s.naam, ' ', 1) || ' ' || {_ACHTERNAAM}",
    ("Persoon", "geboortedatum"): "to_char(date '1962-01-01' + (k.volgnummer * 7919 % 14000)::int, 'YYYY-MM-DD')",
    ("Persoon", "huisnummer"): "(1 + k.volgnummer % 180)::text",
    # The four digits of the place, and letters of another street for each copy.
    ("Persoon", "postcode"): "CASE WHEN s.postcode = '' THEN '' ELSE left(s.postcode, 4)"
    " || chr(65 + (k.volgnummer / 7 % 26)::int) || chr(65 + (k.volgnummer / 182 % 26)::int) END",
    ("Dossier", "nummer"): _volgnummer("D", "s.datum_aanmelding"),
    ("Dossier", "deelt_gezin"): "false",
    ("Besluit", "nummer"): _volgnummer("B", "s.datum"),
    ("Signaal", "sleutel"): "s.sleutel || '#' || k.volgnummer",
    ("Kostenregel", "factuurnummer"): "left(s.factuurnummer, 28) || '-' || k.volgnummer",
}
_VERWIJZING: dict[Any, str] = {Gemeente: "k.gemeente_id", Beleid: "k.beleid_id"}
_NUMMERREEKS = """
INSERT INTO cases_nummerreeks (gemeente_id, soort, jaar, laatste)
SELECT gemeente_id, split_part(nummer, '-', 2), split_part(nummer, '-', 3)::int, max(split_part(nummer, '-', 4)::int)
FROM (
    SELECT gemeente_id, nummer FROM cases_dossier UNION ALL SELECT gemeente_id, nummer FROM planvanaanpak_besluit
) AS n
GROUP BY 1, 2, 3
ON CONFLICT (gemeente_id, soort, jaar) DO UPDATE SET laatste = excluded.laatste
"""
_PLAN = """
CREATE TEMPORARY TABLE kopie ON COMMIT DROP AS
WITH g AS (
    SELECT * FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])
        AS g(gemeente_id, code, beleid_id, coordinator, financieel, van, tot)
), consulenten AS (
    SELECT gemeente_id, array_agg(user_id ORDER BY user_id) AS ids
    FROM accounts_lidmaatschap WHERE rol = 'consulent' GROUP BY gemeente_id
), bron AS (
    SELECT b.profiel, array_agg(d.id ORDER BY d.id) AS ids
    FROM cases_dossier AS d JOIN cases_beleid AS b ON b.id = d.beleid_id GROUP BY b.profiel
)
SELECT n.volgnummer, bron.ids[1 + n.volgnummer %% cardinality(bron.ids)] AS bron, g.gemeente_id, g.code, g.beleid_id,
    c.ids[1 + n.volgnummer %% cardinality(c.ids)] AS consulent, g.coordinator, g.financieel, bsn.nummer::text AS bsn
FROM g JOIN cases_beleid AS b ON b.id = g.beleid_id JOIN bron ON bron.profiel = b.profiel
JOIN consulenten AS c ON c.gemeente_id = g.gemeente_id
CROSS JOIN LATERAL generate_series(g.van, g.tot) AS n(volgnummer)
JOIN bsn USING (volgnummer)
"""
# Numbers that pass the 11-proef.
_BSN = """
CREATE TEMPORARY TABLE bsn ON COMMIT DROP AS
SELECT nummer, row_number() OVER (ORDER BY nummer) AS volgnummer
FROM generate_series(990000000, 990000000 + 12 * %s::bigint) AS nummer
WHERE (nummer / 100000000 %% 10 * 9 + nummer / 10000000 %% 10 * 8 + nummer / 1000000 %% 10 * 7
        + nummer / 100000 %% 10 * 6 + nummer / 10000 %% 10 * 5 + nummer / 1000 %% 10 * 4
        + nummer / 100 %% 10 * 3 + nummer / 10 %% 10 * 2 - nummer %% 10) %% 11 = 0
"""
