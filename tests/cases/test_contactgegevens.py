"""How an address and a telephone number are written."""

import pytest

from cases.contactgegevens import OngeldigGegeven, lees_huisletter, lees_huisnummer, lees_postcode, lees_telefoon


@pytest.mark.parametrize(
    ("lees", "tekst", "gelezen"),
    [
        (lees_postcode, "4001 zz", "4001ZZ"),
        (lees_postcode, "1000AA", "1000AA"),
        (lees_postcode, " 9999  xb ", "9999XB"),
        (lees_huisnummer, "1", "1"),
        (lees_huisnummer, "99999", "99999"),
        (lees_huisletter, "a", "a"),
        (lees_telefoon, "0612345678", "0612345678"),
        (lees_telefoon, "+31 (0)6 1234 5678", "+31 (0)6 1234 5678"),
        (lees_telefoon, "0555-123456", "0555-123456"),
    ],
)
def test_value_is_read(lees, tekst, gelezen):
    assert lees(tekst) == gelezen


@pytest.mark.parametrize(
    ("lees", "tekst"),
    [
        (lees_postcode, "0999AA"),
        (lees_postcode, "4001Z"),
        (lees_postcode, "4001ZZZ"),
        (lees_postcode, "4001SA"),
        (lees_postcode, "4001SD"),
        (lees_postcode, "4001SS"),
        (lees_postcode, "٤٠٠١ZZ"),
        (lees_huisnummer, "0"),
        (lees_huisnummer, "014"),
        (lees_huisnummer, "100000"),
        (lees_huisnummer, "14-16"),
        (lees_huisletter, "ab"),
        (lees_huisletter, "1"),
        (lees_telefoon, "061234567"),
        (lees_telefoon, "+3161234567890123"),
        (lees_telefoon, "06 1234 5678 (werk)"),
        (lees_telefoon, "06+12345678"),
    ],
)
def test_value_that_can_not_be_is_refused_with_an_example(lees, tekst):
    with pytest.raises(OngeldigGegeven, match=r"zoals|als 1234 AB"):
        lees(tekst)
