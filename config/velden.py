"""Form fields of the product: a date and an amount as people in the Netherlands write them, with exact messages."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from config.jaren import WELK_JAAR, kan_kloppen
from config.weergave import bedrag

DATUM_NL = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
DATUM_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
# Groups of three after a dot are thousands; a comma starts the cents. A dot with one or two digits is a decimal point.
EURO_NL = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d*)?")
EURO_PUNT = re.compile(r"-?\d+\.\d{1,2}")


class DatumInvoer(forms.DateInput):
    """A date picker; the value is ISO as HTML asks. Where a browser has none, it is a text field with a hint.

    What is not a date is shown in a text field, as a picker would throw away what the user typed.
    """

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"placeholder": "dd-mm-jjjj", "autocomplete": "off", **(attrs or {})}, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if context["widget"]["value"] and not DATUM_ISO.fullmatch(context["widget"]["value"]):
            context["widget"]["type"] = "text"
        return context


class DatumVeld(forms.DateField):
    """A date, typed as dd-mm-jjjj or picked (jjjj-mm-dd)."""

    widget = DatumInvoer
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vul een datum in.",
        "invalid": "Vul de datum in als dag-maand-jaar, bijvoorbeeld 26-05-2026.",
        "bestaat_niet": "Deze datum bestaat niet. Controleer de dag en de maand.",
        "jaar": f"Controleer het jaar. {WELK_JAAR}",
    }

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        return self._lees(str(value).strip())

    def _lees(self, tekst: str) -> date:
        if deel := DATUM_ISO.fullmatch(tekst):
            jaar, maand, dag = (int(groep) for groep in deel.groups())
        elif deel := DATUM_NL.fullmatch(tekst):
            dag, maand, jaar = (int(groep) for groep in deel.groups())
        else:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not kan_kloppen(jaar):
            raise ValidationError(self.error_messages["jaar"], code="jaar")
        try:
            return date(jaar, maand, dag)
        except ValueError:
            raise ValidationError(self.error_messages["bestaat_niet"], code="bestaat_niet") from None


class EuroInvoer(forms.TextInput):
    """A text field for an amount; the template puts the euro sign before it."""

    is_euro = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return bedrag(value) if isinstance(value, Decimal | int) else super().format_value(value)


class EuroVeld(forms.DecimalField):
    """An amount in euro with at most two decimals: 1.234,56 or 1234.56 or € 12. Below zero only where asked for."""

    widget = EuroInvoer
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Vul een bedrag in.",
        "invalid": "Vul een bedrag in, bijvoorbeeld 1.234,56.",
        "centen": "Gebruik niet meer dan twee cijfers achter de komma.",
        "negatief": "Een bedrag onder nul kan hier niet.",
        "max_digits": "Dit bedrag is te groot.",
        "max_whole_digits": "Dit bedrag is te groot.",
        "max_decimal_places": "Gebruik niet meer dan twee cijfers achter de komma.",
    }

    def __init__(self, *, negatief: bool = False, max_digits: int | None = 12, **kwargs: Any) -> None:
        self.negatief = negatief
        kwargs["decimal_places"] = 2
        super().__init__(max_digits=max_digits, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        waarde = value if isinstance(value, Decimal) else self._lees(re.sub(r"[€\s]", "", str(value)))
        if waarde < 0 and not self.negatief:
            raise ValidationError(self.error_messages["negatief"], code="negatief")
        return waarde

    def _lees(self, tekst: str) -> Decimal:
        if EURO_PUNT.fullmatch(tekst):
            return Decimal(tekst)
        if not EURO_NL.fullmatch(tekst):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        heel, _, centen = tekst.replace(".", "").partition(",")
        if len(centen) > 2:
            raise ValidationError(self.error_messages["centen"], code="centen")
        return Decimal(f"{heel}.{centen or '0'}")
