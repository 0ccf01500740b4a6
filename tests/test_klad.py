"""Every page on which somebody types has a klad: its forms carry the mark, and what was typed comes back in them."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from accounts.kladbewijs import lees_bewijs
from accounts.kladvelden import kies_velden
from accounts.models import Klad
from tests.toegang_tabel import ALLEEN_POST, OPENBAAR, TABEL
from tests.wereld import ON
from tests.wereldadressen import adressen

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
# By the first row of a world: the pages that were found in it.
_BEKEKEN: dict[int, list[tuple]] = {}

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


@pytest.fixture(scope="module")
def paginas(wereld):
    """Give each page with forms in which somebody types: its name, its address, who opens it and the forms.

    Looked at once for all files that share a world; what looking wrote is undone.
    """
    if wereld.nieuw.pk not in _BEKEKEN:
        with op_de_dag(), transaction.atomic():
            _BEKEKEN[wereld.nieuw.pk] = _bekijk(wereld, Client())
            transaction.set_rollback(True)
    return _BEKEKEN[wereld.nieuw.pk]


def _bekijk(wereld, client):
    uit = []
    urls = {naam: url for naam, url in adressen(wereld).items() if naam not in ALLEEN_POST}
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
                uit += [(naam, url, wie, formulier) for formulier in list_formulieren(inhoud.decode())]
    return uit


def test_every_form_in_which_somebody_types_carries_the_mark(paginas, wereld):
    zonder = [naam for naam, _, _, formulier in paginas if not formulier["bewijs"]]
    van_wie = {
        naam: lees_bewijs(formulier["bewijs"]).user == wereld.users[wie]
        for naam, _, wie, formulier in paginas
        if formulier["bewijs"]
    }

    assert zonder == []
    assert [naam for naam, klopt in van_wie.items() if not klopt] == []
    assert set(van_wie) >= VAN_ALLES
    assert len([1 for naam, *_ in paginas if naam == "spuk_instellingen"]) == 3


def test_what_was_typed_comes_back_in_every_form(paginas, wereld, client):
    """Only a typed date is shown as a date, so the longest kind of text of each form is tried."""
    niet_terug = []
    for naam, url, wie, formulier in paginas:
        velden = kies_velden((veld, [soort]) for veld, soort in formulier["velden"].items())
        teksten = [veld for veld, (soort,) in velden.items() if soort in ("textarea", "text")] or list(velden)
        bewijs = lees_bewijs(formulier["bewijs"])
        Klad.objects.create(user=bewijs.user, pad=bewijs.pad, gegevens={teksten[0]: [TEKST]})
        client.force_login(wereld.users[wie])

        aangeboden = client.get(url).text
        terug = client.get(f"{url}{'&' if '?' in url else '?'}klad=").text

        Klad.objects.all().delete()
        if "U had hier tekst die nog niet was bewaard" not in aangeboden or TEKST not in terug:
            niet_terug.append((naam, teksten[0]))

    assert niet_terug == []
