"""How form fields are drawn: the classes of NL Design System, the layout of a field, and the list of errors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.boundfield import BoundWidget
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

VINK = "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"
KEUZE = "utrecht-radio-button utrecht-radio-button--html-input"
KORTE_KEUZE = 24


@dataclass(frozen=True)
class Fout:
    """One error of a form, as the summary at the top shows it."""

    doel: str
    label: str
    melding: str

    @property
    def tekst(self) -> str:
        """Give label and message as one line; a label that is a question keeps its own mark."""
        scheiding = "" if self.label.endswith(("?", ":", ".")) else ":"
        return f"{self.label}{scheiding} {self.melding}" if self.label else self.melding


def vorm(field: BoundField) -> str:
    """Say how a field is laid out: vink, keuze, bestand, euro or gewoon."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "vink"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "keuze"
    if isinstance(widget, forms.FileInput):
        return "bestand"
    return "euro" if getattr(widget, "is_euro", False) else "gewoon"


def is_niet_verplicht(field: BoundField) -> bool:
    """Say whether the label must tell that the field may stay empty; a single checkbox tells that by itself."""
    markeer = getattr(field.form, "markeer_niet_verplicht", True)
    if isinstance(markeer, tuple):
        markeer = field.name in markeer
    return markeer and not field.field.required and not field.field.disabled and vorm(field) != "vink"


def _klassen(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return VINK
    if isinstance(widget, forms.Textarea):
        return "utrecht-textarea utrecht-textarea--html-textarea"
    if isinstance(widget, forms.Select) and not isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "utrecht-select utrecht-select--html-select"
    if isinstance(widget, forms.FileInput):
        return "bo-bestand__invoer"
    return "utrecht-textbox utrecht-textbox--html-input"


def render_invoer(field: BoundField) -> SafeString:
    """Draw the control of a field; Django adds aria-describedby and aria-invalid itself."""
    eigen = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{_klassen(field.field.widget)} {eigen}".strip()})


def render_optie(keuze: BoundWidget) -> SafeString:
    """Draw one option; the fieldset carries the description and the error, so the option does not repeat them."""
    attrs = {naam: waarde for naam, waarde in keuze.data["attrs"].items() if not naam.startswith("aria-")}
    attrs["class"] = f"{KEUZE if keuze.data['type'] == 'radio' else VINK} {attrs.get('class', '')}".strip()
    html = '<input type="{}" name="{}" value="{}"{}>'
    return format_html(html, keuze.data["type"], keuze.data["name"], keuze.data["value"], flatatt(attrs))


def opties_klas(field: BoundField) -> str:
    """Put options under each other when they are many or long, else side by side."""
    labels = [str(keuze.choice_label) for keuze in field.subwidgets]
    onder = len(labels) > 4 or any(len(label) > KORTE_KEUZE for label in labels)
    return "bo-opties bo-opties--onder" if onder else "bo-opties"


def list_fouten(*bronnen: Any) -> list[Fout]:
    """List the errors of forms and of lists of them, in their order; anything else is passed over."""
    return [fout for bron in bronnen for fout in _fouten_van(bron)]


def _fouten_van(bron: Any) -> Iterator[Fout]:
    if isinstance(bron, BaseForm):
        yield from _fouten_van_formulier(bron)
    elif isinstance(bron, list | tuple):
        for deel in bron:
            yield from _fouten_van(deel)


def _fouten_van_formulier(formulier: BaseForm) -> Iterator[Fout]:
    for melding in formulier.non_field_errors():
        yield Fout(doel="", label="", melding=str(melding))
    for naam in _op_volgorde(formulier):
        field = formulier[naam]
        for melding in field.errors:
            yield Fout(doel=_doel(field), label="" if field.is_hidden else str(field.label), melding=str(melding))


def _op_volgorde(formulier: BaseForm) -> list[str]:
    """Give the fields in their order on the page: that of the layout, and then what is not in it."""
    layout = getattr(getattr(formulier, "helper", None), "layout", None)
    in_layout = [plek.name for plek in layout.get_field_names()] if layout is not None else []
    return list(dict.fromkeys([*(naam for naam in in_layout if naam in formulier.fields), *formulier.fields]))


def _doel(field: BoundField) -> str:
    """Give the anchor of the control that gets the focus; of a group of options that is the first one."""
    if field.is_hidden:
        return ""
    return f"#{field.auto_id}_0" if vorm(field) == "keuze" else f"#{field.id_for_label or field.auto_id}"
