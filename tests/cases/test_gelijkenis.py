"""When two people look the same."""

import pytest

from cases.gelijkenis import Persoonsbeeld, gelijkenis, kaal, zelfde_geboortedatum

WIE = Persoonsbeeld(
    voorletters="A.", achternaam="Öztürk", geboortedatum="1985-03-12", postcode="4001ZZ", huisnummer="14"
)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("Öztürk", "ozturk"), ("ŞEN", "sen"), ("de Vries-Łuk", "devriesluk"), ("Weiß", "weiss"), ("O'Neil", "oneil")],
)
def test_name_without_case_marks_and_diacritics(tekst, verwacht):
    assert kaal(tekst) == verwacht


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({}, ("naam",), id="the same name, no address"),
        pytest.param({"achternaam": "ozturk"}, ("naam",), id="without diacritics"),
        pytest.param({"voorletters": ""}, ("naam",), id="voorletters not known"),
        pytest.param({"voorletters": "A.B."}, ("naam",), id="more voorletters"),
        pytest.param({"voorletters": "B."}, (), id="other voorletters"),
        pytest.param({"achternaam": "Yilmaz"}, (), id="another name"),
        pytest.param({"geboortedatum": "1985-03-13"}, (), id="another day"),
        pytest.param({"geboortedatum": ""}, (), id="no birth date"),
        pytest.param({"geboortedatum": "1985-03-00"}, ("naam",), id="day unknown"),
        pytest.param({"geboortedatum": "1985-00-00"}, ("naam",), id="day and month unknown"),
        pytest.param({"postcode": "4001 zz", "huisnummer": "14"}, ("naam", "adres"), id="name and address"),
        pytest.param(
            {"achternaam": "Yilmaz", "postcode": "4001ZZ", "huisnummer": "14"}, ("adres",), id="only the address"
        ),
        pytest.param(
            {"achternaam": "Yilmaz", "postcode": "4001ZZ", "huisnummer": "14", "huisletter": "a"}, (), id="next door"
        ),
    ],
)
def test_what_two_people_have_in_common(anders, verwacht):
    kaal_beeld = {"voorletters": "A.", "achternaam": "Öztürk", "geboortedatum": "1985-03-12"}

    assert gelijkenis(WIE, Persoonsbeeld(**{**kaal_beeld, **anders})) == verwacht


def test_voorvoegsel_may_be_missing_or_stand_in_the_name():
    een = Persoonsbeeld(voorvoegsel="de", achternaam="Vries", geboortedatum="1985-03-12")
    zonder = Persoonsbeeld(achternaam="Vries", geboortedatum="1985-03-12")
    erin = Persoonsbeeld(achternaam="de Vries", geboortedatum="1985-03-12")

    assert (gelijkenis(een, zonder), gelijkenis(een, erin), gelijkenis(erin, een)) == (("naam",),) * 3


def test_two_vague_dates_in_other_months_are_not_the_same():
    assert not zelfde_geboortedatum("1985-03-00", "1985-04-00")
    assert zelfde_geboortedatum("1985-03-00", "1985-00-00")
