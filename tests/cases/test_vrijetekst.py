"""No BSN in what people type about a person, in whatever form."""

from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules

import pytest
import time_machine
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.forms.vrijetekst import BSN_IN_TEKST, ZonderBsn, is_vrije_tekst
from cases.models import Contact
from config.forms import Formulier, ModelFormulier
from tests.cases import bestandsvoorbeelden as maak

BSN = "999990019"
NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)

# Forms about no inwoner, by app: settings and lists of a gemeente, its staff, and the search box itself. Some of these
# hold numbers that pass the 11-proef by right: of a bank account, of an article, of a meeting online.
OVER_NIEMAND = {
    "accounts": {"AccountForm", "GebruikerForm", "GemeenteForm", "UitnodigenForm"},
    "cases": {
        "BeleidWijzigenForm", "FeestdagForm", "FeestdagWeghalenForm", "NieuwBeleidForm", "WeergaveForm",
        "Zoekformulier",
    },
    "planvanaanpak": {"DienstForm", "DienstWijzigForm", "MandaatForm", "PrijslijstForm", "VergaderingForm"},
    "nazorg": set(),
    "spuk": {"KeuzeForm", "NormbedragForm", "TellingForm"},
    "portal_import": set(),
}  # fmt: skip


def formulieren(app):
    pakket = import_module(f"{app}.forms")
    namen = [module.name for module in iter_modules(getattr(pakket, "__path__", []))]
    modules = [pakket, *(import_module(f"{app}.forms.{naam}") for naam in namen)]
    return {
        klas
        for module in modules
        for klas in vars(module).values()
        if isinstance(klas, type)
        and issubclass(klas, Formulier | ModelFormulier)
        and klas.__module__ == module.__name__
    }


@pytest.mark.parametrize("app", OVER_NIEMAND)
def test_every_form_with_free_text_about_a_person_refuses_a_bsn(app):
    zonder = {
        klas.__name__
        for klas in formulieren(app)
        if not issubclass(klas, ZonderBsn) and any(map(is_vrije_tekst, klas.base_fields.values()))
    }

    assert zonder == OVER_NIEMAND[app]


class Proef(ZonderBsn, Formulier):
    tekst = forms.CharField(widget=forms.Textarea, required=False)
    onderwerp = forms.CharField(max_length=120, required=False)
    code = forms.CharField(max_length=20, required=False)
    telefoon = forms.CharField(max_length=60, required=False)
    bsn = forms.CharField(required=False)
    email = forms.EmailField(required=False)
    verborgen = forms.CharField(required=False, widget=forms.HiddenInput)


@pytest.mark.parametrize(
    ("veld", "waarde", "fout"),
    [
        ("tekst", f"Zijn nummer is {BSN}.", True),
        ("tekst", "Zijn nummer is 999 990 019.", True),
        ("onderwerp", BSN, True),
        ("tekst", "Bel Noor van 't Hof-Öztürk op 06 5555 0142 of 0612345678", False),
        ("tekst", "Factuur 2026000123, € 1.234.567,89, NL91ABNA0417164300", False),
        ("tekst", "Zaak 999990018", False),
        ("code", BSN, False),
        ("telefoon", BSN, False),
        ("bsn", BSN, False),
        ("email", f"{BSN}@voorbeeld.example", False),
        ("verborgen", BSN, False),
    ],
)
def test_only_a_bsn_in_free_text_is_refused(veld, waarde, fout):
    form = Proef({veld: waarde})

    assert form.errors == ({veld: [BSN_IN_TEKST]} if fout else {})


def test_text_that_was_there_already_and_is_not_touched_may_stay():
    begin = {"tekst": f"Oud: {BSN}"}

    assert Proef({**begin, "onderwerp": "Nieuw"}, initial=begin).errors == {}
    assert Proef({"tekst": f"Nieuw: {BSN}"}, initial=begin).errors == {"tekst": [BSN_IN_TEKST]}


def test_line_ends_of_a_browser_touch_nothing():
    begin = {"tekst": f"Oud: {BSN}\nen meer"}

    assert Proef({"tekst": f"Oud: {BSN}\r\nen meer", "onderwerp": "Nieuw"}, initial=begin).errors == {}


PAGINAS = {
    "contact": (
        "contact_nieuw",
        {"datum": "04-03-2026", "kanaal": "telefoon", "uitkomst": "gesproken"},
        "tekst",
    ),
    "contact-follow-up": (
        "contact_nieuw",
        {"datum": "04-03-2026", "kanaal": "telefoon", "uitkomst": "gesproken", "opvolgen_op": "30-03-2026"},
        "opvolgen_wat",
    ),
    "notitie": ("notitie_nieuw", {}, "tekst"),
    "taak": ("taak_nieuw", {"datum": "30-03-2026"}, "wat"),
    "afspraak": (
        "afspraak_nieuw",
        {"soort": "gesprek", "datum": "30-03-2026", "kanaal": "kantoor"},
        "toelichting",
    ),
    "gezinslid": ("gezinslid_nieuw", {"naam": "Noor", "relatie": "kind", "hoe": "bij_aanvraag"}, "toelichting"),
    "betrokkene": ("betrokkene_nieuw", {"rol": "advocaat", "naam": "P. Jansen"}, "toelichting"),
    "persoon": ("persoon_wijzigen", {"achternaam": "Anders"}, "reden"),
    "document": (
        "document_nieuw",
        {"soort": "factuur", "datum": "04-03-2026", "bestand": None},
        "onderwerp",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("pagina", "gegevens", "veld"), PAGINAS.values(), ids=PAGINAS)
def test_page_shows_it_at_the_field_and_keeps_what_was_typed(client, dossier, consulent, pagina, gegevens, veld):
    client.force_login(consulent)
    if "bestand" in gegevens:
        gegevens = {**gegevens, "bestand": SimpleUploadedFile("scan.pdf", maak.pdf())}
    with time_machine.travel(NU, tick=False):
        response = client.post(reverse(pagina, args=[dossier.nummer]), {**gegevens, veld: f"Nummer {BSN}"})

    assert response.status_code == 200
    assert response.context["form"].errors.get(veld) == [BSN_IN_TEKST]
    assert f"Nummer {BSN}" in response.text
    assert not Contact.objects.exists()


@pytest.mark.django_db
def test_only_hulpvraag_with_a_bsn_says_one_thing(client, dossier, consulent):
    client.force_login(consulent)
    with time_machine.travel(NU, tick=False):
        url = reverse("eerste_gesprek", args=[dossier.nummer])
        response = client.post(
            url, {"datum": "12-03-2026", "kanaal": "kantoor", "hulpvraag_werk": f"Nummer {BSN}", "urgentie_werk": ""}
        )

    fouten = response.context["form"].errors
    assert {naam: fouten[naam] for naam in fouten if naam.startswith("hulpvraag")} == {"hulpvraag_werk": [BSN_IN_TEKST]}
