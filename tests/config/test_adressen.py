"""An address with a NUL in it is a page that is not there, whoever asks and whatever stands before it."""

from django.urls import get_resolver, reverse

from tests.toegang_tabel import TABEL

MET_TEKST = sorted(
    naam
    for naam in TABEL
    for _, kort, _, converters in [get_resolver().reverse_dict.getlist(naam)[0]]
    if any(type(converter).__name__ == "StringConverter" for converter in converters.values())
)


def adres(naam):
    """Give the address of a page with a NUL wherever a text can stand."""
    *_, converters = get_resolver().reverse_dict.getlist(naam)[0]
    kwargs = {
        deel: 1 if type(converter).__name__ == "IntConverter" else "x\0" for deel, converter in converters.items()
    }
    return reverse(naam, kwargs=kwargs)


def test_page_says_that_it_is_not_there(pagina):
    antwoord = pagina.get("/dossiers/x%00/")

    assert antwoord.status_code == 404
    assert "Vandaag" in antwoord.text


def test_visitor_reads_the_same(client, db):
    assert client.get("/dossiers/x%00/").status_code == 404


def test_no_address_with_a_nul_breaks(pagina):
    assert len(MET_TEKST) > 50
    assert {naam: pagina.get(adres(naam)).status_code for naam in MET_TEKST} == dict.fromkeys(MET_TEKST, 404)
