"""Every page on which somebody types: its klad, a day that can't be, and whether what is stored changed meanwhile.

Each page is looked at once for all tests here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import groupby

import pytest
import time_machine
from django.db import transaction
from django.forms import Form
from django.test import Client

from accounts.kladbewijs import lees_bewijs
from accounts.kladvelden import kies_velden
from accounts.models import Klad
from tests.test_tussentijds import getekend
from tests.toegang_tabel import ALLEEN_POST, OPENBAAR, TABEL
from tests.wereld import ON
from tests.wereldbrieven import klein_pdf

# Each page is opened by the first of these for whom it is open: who may do most, first. What financieel may open, a
# coördinator only reads.
WIE = ("financieel", "coordinator", "consulent", "beheerder")
# What somebody types; a choice, a tick or a file is quickly made again.
GETYPT = frozenset({"text", "email", "tel", "url", "number", "date", "time", "textarea"})
# Some pages of each app that must be among the ones found, so that a test which finds nothing does not pass.
VAN_ALLES = frozenset(
    {
        *("account", "gebruiker", "gemeente_wijzigen", "aanmelding_nieuw", "contacten", "notities", "taken"),
        *("plan", "akkoord", "addendum", "nazorg_contact", "beeindigen", "kosten_nieuw", "spuk_instellingen"),
    }
)
TEKST = "Klad van een half uur werk"
INGEVULD = {
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
# Opened with text that is stored, and yet without the mark that tells whether it changed, and why.
ANDERS = {
    "beleid_nieuw": "a new row, filled with the beleid that it begins with",
    "beroep_nieuw": "a new row, filled with the rechtbank of the gemeente",
    "dossier_beroep_nieuw": "a new row, filled with the rechtbank of the gemeente",
    "bezwaar_rechtstreeks": "a decision that is taken once, filled with the rechtbank and the day",
    "kosten_nieuw": "a new row, of which only the btw of 0 is filled in",
    "kosten_algemeen": "a new row, of which only the btw of 0 is filled in",
    "weergave": "a list of one's own, that nobody else sees",
}

pytestmark = pytest.mark.django_db


def op_de_dag():
    return time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False)


@pytest.fixture(autouse=True)
def _vandaag():
    with op_de_dag():
        yield


class Formulieren(HTMLParser):
    """The forms of a page that are sent with POST: the fields that are typed in, by kind, and the mark of the klad.

    And of all fields the last part of their names, and which of them open with text in them.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alle: list[dict] = []
        self.open: dict | None = None
        self.tekstvak: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and attrs.get("method") == "post":
            self.open = {"velden": {}, "bewijs": "", "zoekt": attrs.get("role") == "search", "soorten": set()}
            self.open |= {"namen": set(), "gevuld": set()}
            self.alle.append(self.open)
        elif self.open is not None and tag in ("input", "textarea"):
            soort = tag if tag == "textarea" else attrs.get("type", "text")
            self.open["soorten"].add(soort)
            self.open["namen"].add(attrs.get("name", "").rpartition("-")[2])
            self.tekstvak = attrs.get("name") if tag == "textarea" else None
            if soort == "text" and attrs.get("value"):
                self.open["gevuld"].add(attrs["name"])
            if soort in GETYPT:
                self.open["velden"][attrs["name"]] = soort
            if attrs.get("name") == "klad_bewijs" and "data-klad" in attrs:
                self.open["bewijs"] = attrs["value"]

    def handle_data(self, data):
        if self.open is not None and self.tekstvak and data.strip():
            self.open["gevuld"].add(self.tekstvak)

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None
        if tag == "textarea":
            self.tekstvak = None


def list_formulieren(html):
    """Give the forms in which something is typed that may be kept.

    Not the search: it saves nothing, and what is sought may be a BSN. Not a form with a password: that is never kept,
    and the rest of it is a few letters.
    """
    alle = [f for f in Formulieren(html).alle if not f["zoekt"] and "password" not in f["soorten"]]
    return [f for f in alle if kies_velden((naam, []) for naam in f["velden"])]


@dataclass(frozen=True)
class Pagina:
    """A form in which somebody types, on the page where it stands; `form` is Django's, when the view names it so."""

    naam: str
    url: str
    wie: str
    formulier: dict
    form: Form | None


@pytest.fixture(scope="module")
def paginas(wereld, urls):
    """Give each page with forms in which somebody types, once for each form; what looking wrote is undone.

    A letter is no such page, and is not printed.
    """
    with op_de_dag(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("cases.drukwerk.druk", lambda *args, **rest: klein_pdf())
        paginas = _bekijk(wereld, urls, Client())
        transaction.set_rollback(True)
    return paginas


def _bekijk(wereld, urls, client):
    uit = []
    urls = {naam: url for naam, url in urls.items() if naam not in ALLEEN_POST}
    urls["aanmelding_nieuw"] += "?doelgroep=aanvrager"  # the form comes after the first choice
    for wie in WIE:
        client.force_login(wereld.users[wie])
        for naam, url in list(urls.items()):
            if TABEL[naam][wie] != "200" or naam in OPENBAAR:  # a public page has nobody to keep it for
                continue
            del urls[naam]
            response = client.get(url)
            inhoud = b"".join(response)  # a file is read, and so closed
            if response["Content-Type"].startswith("text/html"):
                form = (response.context or {}).get("form")
                uit += [Pagina(naam, url, wie, formulier, form) for formulier in list_formulieren(inhoud.decode())]
    return uit


def ingelogd(paginas, wereld, client):
    """Give the pages in turn, to whoever opens them: those of one user follow each other."""
    for wie, van_een in groupby(paginas, key=lambda pagina: pagina.wie):
        client.force_login(wereld.users[wie])
        yield from van_een


def test_every_form_in_which_somebody_types_carries_the_mark(paginas, wereld):
    zonder = [pagina.naam for pagina in paginas if not pagina.formulier["bewijs"]]
    van_wie = {
        pagina.naam: lees_bewijs(pagina.formulier["bewijs"]).user == wereld.users[pagina.wie]
        for pagina in paginas
        if pagina.formulier["bewijs"]
    }

    assert zonder == []
    assert [naam for naam, klopt in van_wie.items() if not klopt] == []
    assert set(van_wie) >= VAN_ALLES
    assert len([1 for pagina in paginas if pagina.naam == "spuk_instellingen"]) == 3


def test_what_was_typed_comes_back_in_every_form(paginas, wereld, client):
    """One text is put back while another waits, which is offered: both in one page.

    Only a typed date is shown as a date, so the longest kind of text of each form is tried.
    """
    niet_terug = []
    for pagina in ingelogd(paginas, wereld, client):
        velden = kies_velden((veld, [soort]) for veld, soort in pagina.formulier["velden"].items())
        teksten = [veld for veld, (soort,) in velden.items() if soort in ("textarea", "text")] or list(velden)
        bewijs = lees_bewijs(pagina.formulier["bewijs"])
        for sleutel, tekst in (("terug", TEKST), ("wacht", "Iets anders")):
            Klad.objects.create(user=bewijs.user, pad=bewijs.pad, sleutel=sleutel, gegevens={teksten[0]: [tekst]})

        html = client.get(f"{pagina.url}{'&' if '?' in pagina.url else '?'}klad=terug").text

        Klad.objects.all().delete()
        aanbod = html.count("U had hier tekst die nog niet was bewaard")
        if (aanbod, TEKST in html) != (1, True):
            niet_terug.append((pagina.naam, teksten[0], aanbod))

    assert niet_terug == []


def keuzes(form):
    """Give the first choice of each field that nobody chose yet."""
    uit = {}
    for veld in form:
        eerste = [str(getattr(keuze, "value", keuze)) for keuze, _ in getattr(veld.field, "choices", ())]
        if veld.value() in (None, "", []) and (gevuld := [keuze for keuze in eerste if keuze]):
            uit[veld.html_name] = gevuld[0]
    return uit


def ingevuld(pagina):
    """Fill in a form so far that only its dates keep it from being saved."""
    getypt = {veld: INGEVULD[soort] for veld, soort in pagina.formulier["velden"].items() if soort in INGEVULD}
    form = pagina.form
    return getypt | ({} if form is None else keuzes(form) | {k: v for k, v in getekend(form).items() if v})


def test_day_that_can_not_be_breaks_no_page(paginas, wereld, client):
    """A message at the form, in any that asks for a date."""
    client.raise_request_exception = False
    gezien, stuk = set(), []
    for pagina in ingelogd(paginas, wereld, client):
        datums = [veld for veld, soort in pagina.formulier["velden"].items() if soort == "date"]
        if not datums:
            continue
        gezien.add(pagina.naam)
        begin = ingevuld(pagina)
        for dag in ONMOGELIJK:
            if client.post(pagina.url, begin | dict.fromkeys(datums, dag)).status_code >= 500:
                stuk.append((pagina.naam, dag))

    assert stuk == []
    assert gezien >= REKENT_VOORAF


def test_every_page_that_opens_with_stored_text_looks_whether_it_changed(paginas):
    zonder = {
        pagina.naam
        for pagina in paginas
        if pagina.formulier["gevuld"] and not {"versie", "stempel"} & pagina.formulier["namen"]
    }

    assert zonder == set(ANDERS)
