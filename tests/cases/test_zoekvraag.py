"""What is typed in the search box, and what it is taken for."""

import pytest

from cases.zoekvraag import Zoeksoort, lees_zoekvraag, normaliseer


@pytest.mark.parametrize(
    ("tekst", "soort", "waarde"),
    [
        ("9901-D-2026-00012", Zoeksoort.NUMMER, "9901-D-2026-00012"),
        (" 9901-d-2026-00012 ", Zoeksoort.NUMMER, "9901-D-2026-00012"),
        ("9901-B-2026-00016", Zoeksoort.BESLUITNUMMER, "9901-B-2026-00016"),
        (" 9901-b-2026-00016", Zoeksoort.BESLUITNUMMER, "9901-B-2026-00016"),
        ("0612345678", Zoeksoort.TELEFOON, "612345678"),
        ("06-12345678", Zoeksoort.TELEFOON, "612345678"),
        ("06 12 34 56 78", Zoeksoort.TELEFOON, "612345678"),
        ("(0344) 12 34 56", Zoeksoort.TELEFOON, "344123456"),
        ("+31612345678", Zoeksoort.TELEFOON, "612345678"),
        ("+31 (0)6 12345678", Zoeksoort.TELEFOON, "612345678"),
        ("0031 6 12345678", Zoeksoort.TELEFOON, "612345678"),
        ("+49 1512 3456789", Zoeksoort.TELEFOON, "123456789"),
        ("999990639", Zoeksoort.BSN, "999990639"),
        ("9999.90.639", Zoeksoort.BSN, "999990639"),
        ("9999 90 639", Zoeksoort.BSN, "999990639"),
        ("12-03-1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12-3-1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12.03.1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12/03/1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12/3/1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("1985/03/12", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("00/03/1985", Zoeksoort.GEBOORTEDATUM, "1985-03-00"),
        ("1985-03-12", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("19850312", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12031985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("12 maart 1985", Zoeksoort.GEBOORTEDATUM, "1985-03-12"),
        ("1 Mei 1990", Zoeksoort.GEBOORTEDATUM, "1990-05-01"),
        ("00-03-1985", Zoeksoort.GEBOORTEDATUM, "1985-03-00"),
        ("00-00-1985", Zoeksoort.GEBOORTEDATUM, "1985-00-00"),
        ("vries", Zoeksoort.NAAM, "vries"),
        ("M. van der  Weide", Zoeksoort.NAAM, "M. van der Weide"),
    ],
)
def test_text_is_taken_for(tekst, soort, waarde):
    vraag = lees_zoekvraag(tekst)

    assert (vraag.soort, vraag.waarde) == (soort, waarde)


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("4001ZZ 14", ("4001ZZ", "14", "")),
        ("4001 zz 14", ("4001ZZ", "14", "")),
        ("4001 ZZ, 14a", ("4001ZZ", "14", "A")),
        ("4001ZZ 14 bis", ("4001ZZ", "14", "BIS")),
        ("4001ZZ 14-2", ("4001ZZ", "14", "2")),
        ("4001ZZ14", ("4001ZZ", "14", "")),
        ("4001zz14a", ("4001ZZ", "14", "A")),
        ("4001ZZ 14A 2", ("4001ZZ", "14", "A2")),
        ("4001 zz 14a-2", ("4001ZZ", "14", "A2")),
        ("4001ZZ 14A2", ("4001ZZ", "14", "A2")),
        ("4001ZZ 14/2", ("4001ZZ", "14", "2")),
        ("4001ZZ 14 - 2", ("4001ZZ", "14", "2")),
        ("4001ZZ 14 1-hoog", ("4001ZZ", "14", "1HOOG")),
        ("4001ZZ 14a huis 3/achter", ("4001ZZ", "14", "AHUIS3ACHTER")),
        ("4001ZZ 14-", ("4001ZZ", "14", "")),
        ("4001ZZ 14 meer dan bij een huisnummer past", None),
        ("4001ZZ", None),
        ("0400AB 1", None),
    ],
)
def test_postcode_with_house_number_is_an_address(tekst, adres):
    vraag = lees_zoekvraag(tekst)
    gelezen = (vraag.waarde, vraag.huisnummer, vraag.toevoeging) if vraag.soort is Zoeksoort.ADRES else None

    assert gelezen == adres


@pytest.mark.parametrize(
    ("tekst", "uitleg"),
    [
        ("30-02-1985", "Deze datum bestaat niet: maand 2 van 1985 heeft geen dag 30."),
        ("30/02/1985", "Deze datum bestaat niet: maand 2 van 1985 heeft geen dag 30."),
        ("12/3", "Dit is geen datum. Schrijf een datum als dd-mm-jjjj, bijvoorbeeld 31-12-1985."),
        ("4001ZZ", "Dit is een postcode. Typ het huisnummer erachter, zoals 4001 ZZ 14."),
        ("4001 zz", "Dit is een postcode. Typ het huisnummer erachter, zoals 4001 ZZ 14."),
        ("4001zz,", "Dit is een postcode. Typ het huisnummer erachter, zoals 4001 ZZ 14."),
        ("999990638", "Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer."),
        ("12345", "Dit BSN heeft 5 cijfers. Een BSN heeft er 9."),
        ("1234567890", "Dit BSN heeft 10 cijfers. Een BSN heeft er 9."),
        ("+31 6 1234", "Dit is geen telefoonnummer. Typ alle cijfers, zoals 06 12345678 of +31 6 12345678."),
        ("(0344) 12 34", "Dit is geen telefoonnummer. Typ alle cijfers, zoals 06 12345678 of +31 6 12345678."),
        ("v", "Typ minstens 2 letters van de naam."),
        ("%_", "Typ minstens 2 letters van de naam."),
    ],
)
def test_what_cannot_be_found_says_why(tekst, uitleg):
    vraag = lees_zoekvraag(tekst)

    assert (vraag.soort, vraag.uitleg) == (Zoeksoort.NIETS, uitleg)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Öztürk", "ozturk"),
        ("Yıldırım", "yildirim"),
        ("İpek", "ipek"),
        ("van 't Hof", "van t hof"),
        ("El Amrani-de Vries", "el amrani de vries"),
        ("Łukasz Ørsted Weiß", "lukasz orsted weiss"),
        ("M.A.", "m a"),
    ],
)
def test_words_lose_capitals_accents_and_signs(tekst, woorden):
    assert normaliseer(tekst) == woorden
