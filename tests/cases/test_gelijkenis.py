"""When two people look the same."""

import pytest

from cases.gelijkenis import Persoonsbeeld, gelijkenis, kaal, verschil, zelfde_geboortedatum

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


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({}, (), id="the same"),
        pytest.param({"achternaam": "ozturk", "voorletters": "Ayşe"}, (), id="the same, written otherwise"),
        pytest.param({"voorletters": "", "geboortedatum": ""}, (), id="what is not known"),
        pytest.param({"achternaam": "Yilmaz"}, ("naam",), id="another name"),
        pytest.param({"voorletters": "B."}, ("naam",), id="other voorletters, as of a twin"),
        pytest.param({"geboortedatum": "1985-03-13"}, ("geboortedatum",), id="another day"),
        pytest.param({"geboortedatum": "1985-04-00"}, ("geboortedatum",), id="another month, day unknown"),
        pytest.param({"geboortedatum": "1985-00-00"}, (), id="day and month unknown"),
        pytest.param({"achternaam": "Yilmaz", "geboortedatum": "1990-00-00"}, ("naam", "geboortedatum"), id="both"),
        pytest.param({"postcode": "1011AA"}, (), id="another address"),
    ],
)
def test_what_tells_two_people_apart(anders, verwacht):
    ander = Persoonsbeeld(**{"voorletters": "A.", "achternaam": "Öztürk", "geboortedatum": "1985-03-12", **anders})

    assert (verschil(WIE, ander), verschil(ander, WIE)) == (verwacht, verwacht)
