import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import get_resolver

from config.forms import DatumVeld, EuroVeld, Filterformulier, Formulier, ModelFormulier
from config.formulierweergave import list_fouten, opties_klas
from planvanaanpak.models import Voorziening

SOORTEN = [("m", "Materieel"), ("i", "Immaterieel")]


class Kosten(Formulier):
    naam = forms.CharField(label="Naam", max_length=5)
    datum = DatumVeld(label="Datum", help_text="Van de factuur.")
    bedrag = EuroVeld(label="Bedrag", required=False)
    soort = forms.ChoiceField(label="Welke soort?", choices=SOORTEN, widget=forms.RadioSelect)
    akkoord = forms.BooleanField(label="Akkoord", required=False)

    def clean(self):
        if self.data.get("naam") == "dubbel":
            raise forms.ValidationError("Deze regel is er al.")


def veld(formulier, naam):
    return render_to_string("nlds/field.html", {"field": formulier[naam]})


@pytest.mark.parametrize(
    ("field", "waarde", "melding"),
    [
        (forms.CharField(), "", "Vul dit veld in."),
        (forms.CharField(max_length=3), "abcd", "Gebruik niet meer dan 3 tekens. U gebruikt er nu 4."),
        (forms.CharField(min_length=3), "ab", "Gebruik minstens 3 tekens. U gebruikt er nu 2."),
        (forms.CharField(error_messages={"required": "Schrijf de reden op."}), "", "Schrijf de reden op."),
        (forms.EmailField(), "geen", "Vul een e-mailadres in, zoals naam@gemeente.nl."),
        (forms.IntegerField(), "1,5", "Vul een heel getal in."),
        (forms.IntegerField(min_value=1), "0", "Vul 1 of meer in."),
        (forms.IntegerField(max_value=9), "10", "Vul 9 of minder in."),
        (forms.DecimalField(), "x", "Vul een getal in."),
        (forms.ChoiceField(choices=SOORTEN), "", "Kies een van de mogelijkheden."),
        (forms.ChoiceField(choices=SOORTEN), "z", "Kies een van de mogelijkheden."),
        (forms.MultipleChoiceField(choices=SOORTEN), "", "Kies minstens één mogelijkheid."),
        (forms.BooleanField(), "", "Vink dit aan om verder te gaan."),
        (forms.TimeField(), "half drie", "Vul de tijd in als uur:minuten, bijvoorbeeld 14:30."),
        (forms.FileField(), "", "Kies een bestand."),
        (DatumVeld(), "", "Vul een datum in."),
        (EuroVeld(), "", "Vul een bedrag in."),
    ],
)
def test_messages_are_plain_dutch(field, waarde, melding):
    formulier = type("F", (Formulier,), {"veld": field})(data={"veld": waarde})

    assert formulier.errors == {"veld": [melding]}


def test_an_empty_file_is_named_as_such():
    formulier = type("F", (Formulier,), {"veld": forms.FileField()})(files={"veld": SimpleUploadedFile("a.pdf", b"")})

    assert formulier.errors == {"veld": ["Dit bestand is leeg. Kies een ander bestand."]}


def test_a_field_has_no_required_attribute_and_no_colon():
    html = veld(Kosten(), "naam")

    assert "required" not in html
    assert '<label class="utrecht-form-label" for="id_naam">Naam\n</label>' in html


def test_help_and_error_are_tied_to_the_control():
    html = veld(Kosten(data={"datum": "x"}), "datum")

    assert 'aria-describedby="id_datum_helptext id_datum_error"' in html
    assert 'id="id_datum_helptext"' in html
    assert 'id="id_datum_error"' in html
    assert 'aria-invalid="true"' in html


def test_options_are_a_group_with_the_error_on_the_group():
    html = veld(Kosten(data={}), "soort")

    assert '<fieldset id="id_soort"' in html
    assert 'aria-describedby="id_soort_error"' in html
    assert "aria-invalid" not in html
    assert html.count('type="radio"') == 2


def test_an_amount_has_its_sign_and_says_that_it_may_stay_empty():
    html = veld(Kosten(), "bedrag")

    assert '<span class="bo-bedrag__teken" aria-hidden="true">€</span>' in html
    assert "(niet verplicht)" in html


def test_a_checkbox_and_a_filter_never_say_niet_verplicht():
    class Filter(Filterformulier):
        zoek = forms.CharField(required=False)

    assert "(niet verplicht)" not in veld(Kosten(), "akkoord")
    assert "(niet verplicht)" not in veld(Filter(), "zoek")


def test_a_form_may_say_of_which_fields_the_label_tells_that_they_may_stay_empty():
    class Deels(Formulier):
        markeer_niet_verplicht = ("vrij",)
        vrij = forms.CharField(label="Vrij", required=False)
        soms = forms.CharField(label="Soms", required=False)

    assert 'Vrij <span class="bo-veld__vrij">(niet verplicht)</span>' in veld(Deels(), "vrij")
    assert "(niet verplicht)" not in veld(Deels(), "soms")


def test_no_label_has_niet_verplicht_typed_into_it():
    def alle(klasse):
        return {klasse, *(onder for deel in klasse.__subclasses__() for onder in alle(deel))}

    assert get_resolver().url_patterns  # with the pages their forms are there
    getypt = {
        (klasse.__name__, naam)
        for klasse in alle(forms.BaseForm)
        for naam, field in getattr(klasse, "base_fields", {}).items()
        if "niet verplicht" in str(field.label)
    }

    assert getypt == set()


def test_many_or_long_options_stand_under_each_other():
    lang = type("F", (Formulier,), {"v": forms.ChoiceField(choices=[("a", "x" * 25)], widget=forms.RadioSelect)})()

    assert opties_klas(Kosten()["soort"]) == "bo-opties"
    assert opties_klas(lang["v"]) == "bo-opties bo-opties--onder"


def test_the_summary_links_to_each_field_in_order():
    formulier = Kosten(data={"naam": "dubbel", "datum": "30-02-2026"})

    assert [(fout.doel, fout.tekst) for fout in list_fouten(formulier)] == [
        ("", "Deze regel is er al."),
        ("#id_naam", "Naam: Gebruik niet meer dan 5 tekens. U gebruikt er nu 6."),
        ("#id_datum", "Datum: Deze datum bestaat niet. Controleer de dag en de maand."),
        ("#id_soort_0", "Welke soort? Kies een van de mogelijkheden."),
    ]


def test_the_summary_follows_the_layout_and_then_what_is_not_in_it():
    formulier = Kosten(data={})
    formulier.helper = FormHelper()
    formulier.helper.layout = Layout("weg", "soort", Fieldset("Rest", HTML("<p>Let op</p>"), Row("datum")))

    assert [fout.doel for fout in list_fouten(formulier)] == ["#id_soort_0", "#id_datum", "#id_naam"]


def test_the_summary_covers_lists_and_passes_over_the_rest():
    lijst = [Kosten(data={"naam": "lang woord", "soort": "m"}), Kosten(data={"naam": "a", "datum": "2026-03-02"})]

    assert list_fouten("", None) == []
    assert [fout.doel for fout in list_fouten(lijst)] == ["#id_naam", "#id_datum", "#id_soort_0"]


def test_the_summary_counts_in_words_and_takes_the_focus():
    html = render_to_string("partials/_foutenoverzicht.html", {"form": Kosten(data={"naam": "a", "soort": "m"})})

    assert "Er is één fout. Verbeter deze en probeer het opnieuw." in html
    assert 'role="alert" tabindex="-1"' in html
    assert '<a class="nl-link" href="#id_datum">Datum: Vul een datum in.</a>' in html


def test_without_errors_there_is_no_summary():
    assert render_to_string("partials/_foutenoverzicht.html", {"form": Kosten()}).strip() == ""


def test_a_model_form_has_a_date_picker_and_the_amount_field_it_names():
    class VoorzieningFormulier(ModelFormulier):
        class Meta:
            model = Voorziening
            fields = ["bedrag", "looptijd_vanaf"]
            field_classes = {"bedrag": EuroVeld}

    velden = VoorzieningFormulier().fields

    assert type(velden["looptijd_vanaf"]) is DatumVeld
    assert type(velden["bedrag"]) is EuroVeld
    assert velden["bedrag"].max_digits == 10
    assert velden["bedrag"].error_messages["max_digits"] == "Dit bedrag is te groot."
