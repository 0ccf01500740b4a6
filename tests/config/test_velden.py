from datetime import date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from config.velden import DatumVeld, EuroVeld

BESTAAT_NIET = "Deze datum bestaat niet. Controleer de dag en de maand."
ONLEESBAAR = "Vul de datum in als dag-maand-jaar, bijvoorbeeld 26-05-2026."
JAAR = "Controleer het jaar. Gebruik een jaar tussen 1900 en 2100."
CENTEN = "Gebruik niet meer dan twee cijfers achter de komma."
BEDRAG = "Vul een bedrag in, bijvoorbeeld 1.234,56."


@pytest.mark.parametrize(
    "tekst", ["26-05-2026", "26-5-2026", "26/05/2026", "26.05.2026", "26 05 2026", "2026-05-26", " 26-05-2026 "]
)
def test_a_date_is_read_as_typed_or_picked(tekst):
    assert DatumVeld().clean(tekst) == date(2026, 5, 26)


def test_a_date_is_read_from_a_date_or_moment():
    assert DatumVeld().clean(date(2026, 5, 26)) == date(2026, 5, 26)
    assert DatumVeld().clean(datetime(2026, 5, 26, 10, 42)) == date(2026, 5, 26)
    assert DatumVeld(required=False).clean("") is None


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("30-02-2026", BESTAAT_NIET),
        ("2026-02-30", BESTAAT_NIET),
        ("29-02-2025", BESTAAT_NIET),
        ("00-02-1995", BESTAAT_NIET),
        ("26-05-26", ONLEESBAAR),
        ("26 mei", ONLEESBAAR),
        ("26-05-0226", JAAR),
        ("26-05-2101", JAAR),
        ("", "Vul een datum in."),
    ],
)
def test_a_date_that_cannot_be_says_why(tekst, melding):
    with pytest.raises(ValidationError) as fout:
        DatumVeld().clean(tekst)

    assert fout.value.messages == [melding]


def test_a_date_is_shown_as_iso_and_a_wrong_one_as_typed():
    invoer = DatumVeld().widget

    assert 'type="date"' in invoer.render("datum", date(2026, 5, 26))
    assert 'value="2026-05-26"' in invoer.render("datum", date(2026, 5, 26))
    assert 'type="text"' in invoer.render("datum", "30-02-2026")
    assert 'value="30-02-2026"' in invoer.render("datum", "30-02-2026")


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1234.5", "1234.5"),
        ("€ 12", "12"),
        ("€\u00a01.234", "1234"),
        ("1.234.567,8", "1234567.8"),
        ("12,", "12"),
        ("0", "0"),
    ],
)
def test_an_amount_is_read_as_people_write_it(tekst, bedrag):
    assert EuroVeld().clean(tekst) == Decimal(bedrag)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("12,345", CENTEN),
        ("1,234.56", BEDRAG),
        ("1.23.4", BEDRAG),
        ("12.3456", BEDRAG),
        ("twaalf", BEDRAG),
        ("1e5", BEDRAG),
        ("NaN", BEDRAG),
        (",50", BEDRAG),
        ("-5", "Een bedrag onder nul kan hier niet."),
        ("99999999999,00", "Dit bedrag is te groot."),
        ("", "Vul een bedrag in."),
    ],
)
def test_an_amount_that_cannot_be_says_why(tekst, melding):
    with pytest.raises(ValidationError) as fout:
        EuroVeld().clean(tekst)

    assert fout.value.messages == [melding]


def test_an_amount_below_zero_only_where_asked_for():
    assert EuroVeld(negatief=True).clean("-5,25") == Decimal("-5.25")


def test_an_amount_is_shown_with_dots_and_a_comma():
    assert 'value="1.234,50"' in EuroVeld().widget.render("bedrag", Decimal("1234.5"))
    assert 'value="12,345"' in EuroVeld().widget.render("bedrag", "12,345")


def test_an_amount_that_did_not_change_is_not_changed():
    veld = EuroVeld()

    assert not veld.has_changed(Decimal("1234.50"), "1.234,50")
    assert veld.has_changed(Decimal("1234.50"), "1.234,51")
