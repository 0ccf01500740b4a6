"""Whose work somebody does on a day, as the database walks it: from who is away to their stand-in, and on."""

from datetime import date

from django.db.models import BigIntegerField, DateField, Func, Value
from django.db.models.expressions import Combinable


class Ketting(Func):
    """The ids of the people for whom a user stands in on a day; who stands in for a stand-in does the work of both."""

    template = """(
WITH RECURSIVE nu (vervanger, dag) AS (SELECT %(expressions)s), ketting AS (
    SELECT a.user_id FROM cases_afwezigheid AS a JOIN nu ON a.vervanger_id = nu.vervanger
    AND nu.dag BETWEEN a.vanaf AND a.tot
    UNION
    SELECT a.user_id FROM cases_afwezigheid AS a JOIN ketting ON a.vervanger_id = ketting.user_id
    JOIN nu ON nu.dag BETWEEN a.vanaf AND a.tot
)
SELECT user_id FROM ketting
)"""
    output_field = BigIntegerField()

    def __init__(self, user_pk: int, dag: date | Combinable) -> None:
        op = dag if isinstance(dag, Combinable) else Value(dag, output_field=DateField())
        super().__init__(Value(user_pk, output_field=BigIntegerField()), op)
