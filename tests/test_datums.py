"""A day that can't be, in any form that asks for one: a message at the form, and never a page that breaks."""

import pytest

from tests.test_klad import _vandaag, paginas  # noqa: F401  fixtures
from tests.test_tussentijds import getekend

GETYPT = {
    "textarea": "Zo hoort het",
    "text": "Zo hoort het",
    "number": "1",
    "time": "10:00",
    "email": "iemand@voorbeeld.example",
    "tel": "0555 1",
}
# Before the calendar of the termijnen begins, and after it ends; a date field takes both.
ONMOGELIJK = ("1900-01-01", "2100-12-31")
# Some pages that first compute what a day brings about must be among the ones found.
REKENT_VOORAF = frozenset({"verzenddatum_verbeteren", "aanmelddatum_wijzigen", "gesprek_wijzigen", "feestdag_nieuw"})

pytestmark = pytest.mark.django_db


def keuzes(form):
    """Give the first choice of each field that nobody chose yet."""
    uit = {}
    for veld in form:
        eerste = [str(getattr(keuze, "value", keuze)) for keuze, _ in getattr(veld.field, "choices", ())]
        if veld.value() in (None, "", []) and (gevuld := [keuze for keuze in eerste if keuze]):
            uit[veld.html_name] = gevuld[0]
    return uit


def ingevuld(client, url, formulier):
    """Fill in a form so far that only its dates keep it from being saved."""
    form = (client.get(url).context or {}).get("form")
    getypt = {veld: GETYPT[soort] for veld, soort in formulier["velden"].items() if soort in GETYPT}
    return getypt | ({} if form is None else keuzes(form) | {k: v for k, v in getekend(form).items() if v})


def test_day_that_can_not_be_breaks_no_page(paginas, wereld, client):  # noqa: F811
    client.raise_request_exception = False
    gezien, stuk = set(), []
    for naam, url, wie, formulier in paginas:
        datums = [veld for veld, soort in formulier["velden"].items() if soort == "date"]
        if not datums:
            continue
        gezien.add(naam)
        client.force_login(wereld.users[wie])
        begin = ingevuld(client, url, formulier)
        for dag in ONMOGELIJK:
            if client.post(url, begin | dict.fromkeys(datums, dag)).status_code >= 500:
                stuk.append((naam, dag))

    assert stuk == []
    assert gezien >= REKENT_VOORAF
