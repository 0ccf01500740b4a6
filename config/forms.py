"""Base classes of all forms: no required attribute (the stylesheet would paint it red), no colon, plain messages."""

from typing import Any

from django import forms
from django.db import models
from django.forms.models import ModelFormMetaclass
from django.forms.utils import ErrorDict
from django.http import QueryDict

from config.velden import DatumInvoer, DatumVeld, EuroInvoer, EuroVeld

__all__ = [
    "DatumInvoer",
    "DatumVeld",
    "EuroInvoer",
    "EuroVeld",
    "Filterformulier",
    "Formulier",
    "Kladgegevens",
    "ModelFormulier",
]

GETAL = {"required": "Vul een getal in.", "invalid": "Vul een getal in."}
KIES = {"required": "Kies een van de mogelijkheden.", "invalid_choice": "Kies een van de mogelijkheden."}
KIES_MEER = {**KIES, "required": "Kies minstens één mogelijkheid."}
MELDINGEN: dict[str, str] = {
    "max_length": "Gebruik niet meer dan %(limit_value)d tekens. U gebruikt er nu %(show_value)d.",
    "min_length": "Gebruik minstens %(limit_value)d tekens. U gebruikt er nu %(show_value)d.",
    "max_value": "Vul %(limit_value)s of minder in.",
    "min_value": "Vul %(limit_value)s of meer in.",
    "null_characters_not_allowed": "Deze tekst bevat een teken dat niet kan.",
}
# The most exact class first: the first that fits a field gives its messages.
MELDINGEN_PER_VELD: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (DatumVeld, {}),
    (EuroVeld, {}),
    (forms.EmailField, {"invalid": "Vul een e-mailadres in, zoals naam@gemeente.nl."}),
    (forms.URLField, {"invalid": "Vul een webadres in, zoals www.gemeente.nl."}),
    (forms.FileField, {"required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand."}),
    (forms.BooleanField, {"required": "Vink dit aan om verder te gaan."}),
    (forms.ModelMultipleChoiceField, {**KIES_MEER, "invalid_pk_value": KIES["invalid_choice"]}),
    (forms.MultipleChoiceField, KIES_MEER),
    (forms.ModelChoiceField, KIES),
    (forms.ChoiceField, KIES),
    (forms.DecimalField, GETAL),
    (forms.FloatField, GETAL),
    (forms.IntegerField, {**GETAL, "invalid": "Vul een heel getal in."}),
    (forms.DateTimeField, {"required": "Vul een datum en tijd in.", "invalid": "Vul een datum en tijd in."}),
    (
        forms.TimeField,
        {"required": "Vul een tijd in.", "invalid": "Vul de tijd in als uur:minuten, bijvoorbeeld 14:30."},
    ),
    (forms.Field, {"required": "Vul dit veld in."}),
)


def zet_meldingen(field: forms.Field) -> None:
    """Replace Django's own messages by plain ones; a message the form itself gave stays."""
    standaard: dict[str, Any] = {}
    for klas in reversed(type(field).__mro__):
        standaard.update(getattr(klas, "default_error_messages", {}))
    eigen = next(meldingen for klas, meldingen in MELDINGEN_PER_VELD if isinstance(field, klas))
    for code, melding in {**MELDINGEN, **eigen}.items():
        if field.error_messages.get(code) == standaard.get(code):
            field.error_messages[code] = melding


class Kladgegevens(QueryDict):
    """What was typed before and not saved: a form shows it, without errors, and never takes it for what was sent."""


class _Basis:
    """What every form shares; see the docstring of the module."""

    use_required_attribute = False
    # Whether a label says of each field that may stay empty that it may, or of which fields it does.
    markeer_niet_verplicht: bool | tuple[str, ...] = True
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            zet_meldingen(field)

    @property
    def errors(self) -> ErrorDict:
        """Give no errors of what was only put back: nobody sent it yet."""
        if isinstance(self.data, Kladgegevens):  # type: ignore[attr-defined]
            self.cleaned_data: dict[str, Any] = {}
            return ErrorDict()
        return super().errors  # type: ignore[misc]

    def is_valid(self) -> bool:
        """Refuse what was only put back, so that opening a page never saves."""
        if isinstance(self.data, Kladgegevens):  # type: ignore[attr-defined]
            self.cleaned_data = {}
            return False
        return super().is_valid()  # type: ignore[misc]


class Formulier(_Basis, forms.Form):
    """A form that is not tied to a model."""


class Filterformulier(Formulier):
    """A form of a list or report: sent with GET, every field may stay empty and none says so."""

    markeer_niet_verplicht = False


def formveld(db_field: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """Give the form field of a model field; a date gets a date picker that reads Dutch dates."""
    if isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
        kwargs.setdefault("form_class", DatumVeld)
    return db_field.formfield(**kwargs)


class _ModelFormulierMeta(ModelFormMetaclass):
    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(formveld)
        return super().__new__(mcs, name, bases, attrs)


class ModelFormulier(_Basis, forms.ModelForm, metaclass=_ModelFormulierMeta):
    """A form of a model; amounts name EuroVeld in Meta.field_classes."""
