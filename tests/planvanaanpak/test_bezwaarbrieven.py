"""The letters about a bezwaar as files: the gate, and what a reader reads."""

from dataclasses import replace

import pytest

from planvanaanpak.bezwaarbrief import Berichtsoort
from planvanaanpak.brief import als_json, ontbrekende_gegevens, uit_json
from planvanaanpak.pdf import besluit_pdf, bijsluiter_pdf, render_pdf
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer
from tests.planvanaanpak.test_pdf import gedrukt, lees

SJABLOON = "planvanaanpak/pdf/bezwaarbericht.html"


def lees_bericht(brief):
    return lees(render_pdf(SJABLOON, brief))


@pytest.mark.parametrize("brief", [brieven.ONTVANGST, brieven.PRO_FORMA, brieven.UITNODIGING], ids=lambda b: b.soort)
def test_letter_passes_the_gate(brief):
    assert controleer(render_pdf(SJABLOON, brief)) == []


def test_ontvangstbevestiging_says_how_it_goes_on():
    tekst = lees_bericht(brieven.ONTVANGST)

    assert "Op maandag 29 juni 2026 ontvingen wij uw bezwaar." in tekst
    assert "Een adviescommissie geeft ons advies over uw bezwaar. De voorzitter werkt niet bij de gemeente." in tekst
    assert "Wij beslissen uiterlijk op donderdag 24 september 2026." in tekst
    assert "te laat" not in tekst
    assert "rechtbank" not in tekst.lower()


def test_ontvangstbevestiging_of_a_late_bezwaar_pro_forma_asks_why():
    tekst = lees_bericht(brieven.PRO_FORMA)

    assert "ontvingen wij het bezwaar dat mr. P. Jansen namens u maakte." in tekst
    assert "U kon bezwaar maken tot en met donderdag 2 juli 2026." in tekst
    assert "Schrijf ons dat uiterlijk op donderdag 13 augustus 2026." in tekst
    assert "Afschrift aan mr. P. Jansen van Recht BV, advocaat" in tekst


def test_ontvangstbevestiging_says_that_the_court_is_decided_on_first():
    tekst = lees_bericht(replace(brieven.ONTVANGST, rechtstreeks=True))

    assert "U vraagt ons om de bezwaarprocedure over te slaan en uw bezwaar meteen aan de rechter te geven." in tekst


def test_uitnodiging_names_day_place_and_papers():
    tekst = lees_bericht(brieven.UITNODIGING)

    assert "Maandag 3 augustus 2026 om 10.30 uur, stadhuis, kamer 2.12." in tekst
    assert "vanaf maandag 27 juli 2026 tot de hoorzitting" in tekst
    assert "Dat kan tot en met vrijdag 24 juli 2026." in tekst


def test_uitnodiging_on_short_notice_does_not_name_a_day_that_has_passed():
    brief = replace(brieven.UITNODIGING, datum=brieven.UITNODIGING.zitting.inzage_vanaf)

    assert "Doe dat zo snel mogelijk, of neem ze mee." in lees_bericht(brief)


@pytest.mark.parametrize(
    ("soort", "zitting"), [(Berichtsoort.UITNODIGING, None), (Berichtsoort.ONTVANGST, brieven.UITNODIGING.zitting)]
)
def test_only_an_uitnodiging_names_a_hearing(soort, zitting):
    with pytest.raises(ValueError, match="Only an uitnodiging names a zitting"):
        replace(brieven.ONTVANGST, soort=soort, zitting=zitting)


def test_besluit_op_bezwaar_reads_back_with_beroep_and_no_bezwaar():
    tekst = lees(gedrukt(brieven.GEGROND))

    assert "Uw bezwaar is gegrond. Dat betekent: u krijgt gelijk." in tekst
    assert "U krijgt een vergoeding voor een vaatwasser. U krijgt hierover een nieuw besluit van ons." in tekst
    assert "Op maandag 3 augustus 2026 was er een hoorzitting, door de bezwaarcommissie" in tekst
    assert "Het advies zit bij deze brief." in tekst
    assert "Wij nemen dit advies niet over. Na het advies kregen wij een brief van uw huisarts." in tekst
    assert "stuurt dan een beroepschrift aan: Rechtbank Gelderland, team bestuursrecht, Postbus 9030" in tekst
    assert "Stuur uw beroepschrift uiterlijk op donderdag 22 oktober 2026." in tekst
    assert "voorlopige voorziening" in tekst
    assert "U kunt ook bezwaar maken" not in tekst


def test_late_bezwaar_reads_back_with_why_it_is_not_treated():
    tekst = lees(gedrukt(brieven.TE_LAAT))

    assert "Uw bezwaar is niet-ontvankelijk. Dat betekent: wij kunnen uw bezwaar niet inhoudelijk behandelen." in tekst
    assert "(Awb artikel 6:11). Dat is hier niet zo. U was op vakantie." in tekst
    assert "Het kwam vier weken te laat. Daarom was er geen hoorzitting (Awb artikel 7:3)." in tekst


@pytest.mark.parametrize(
    ("dictum", "zin"),
    [
        ("deels_gegrond", "Uw bezwaar is voor een deel gegrond."),
        ("ongegrond", "Uw bezwaar is ongegrond. Dat betekent: u krijgt geen gelijk."),
    ],
)
def test_each_dictum_has_its_words(dictum, zin):
    brief = replace(brieven.GEGROND, bezwaar=replace(brieven.GEGROND.bezwaar, dictum=dictum))

    assert zin in lees(besluit_pdf(brief))


def test_bijsluiter_of_a_besluit_op_bezwaar_is_about_beroep():
    tekst = lees(bijsluiter_pdf(replace(brieven.BIJSLUITER, is_beroep=True)))

    assert "U kunt in beroep gaan tot en met dinsdag 7 juli 2026." in tekst
    assert "Rechtbank Gelderland" in tekst
    assert "bezwaar" not in tekst


@pytest.mark.parametrize("brief", [brieven.GEGROND, brieven.TE_LAAT], ids=lambda brief: brief.bezwaar.dictum)
def test_copy_kept_with_the_besluit_makes_the_same_letter(brief):
    assert uit_json(als_json(brief)) == brief


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        ({"afzender": replace(brieven.AFZENDER, rechtbank=())}, "de rechtbank voor beroep"),
        ({"afzender": replace(brieven.AFZENDER, rechtbank=("Rechtbank",))}, "de rechtbank voor beroep"),
        ({"afzender": replace(brieven.AFZENDER, ondertekenaar_naam="")}, "de naam van de ondertekenaar"),
        (
            {"bezwaar": replace(brieven.GEGROND.bezwaar, afwijking=" ")},
            "waarom wordt afgeweken van het advies",
        ),
        (
            {"bezwaar": replace(brieven.GEGROND.bezwaar, gehoord_op=None)},
            "wanneer de inwoner is gehoord, of waarom niet",
        ),
        ({"toelichting": " "}, "de toelichting op het besluit"),
        ({"vult_aan": ""}, "het besluit waar dit besluit bij hoort"),
    ],
)
def test_letter_names_what_it_lacks(anders, ontbreekt):
    assert ontbrekende_gegevens(replace(brieven.GEGROND, **anders)) == (ontbreekt,)


def test_address_for_bezwaar_is_not_asked_of_it():
    assert ontbrekende_gegevens(replace(brieven.GEGROND, afzender=replace(brieven.AFZENDER, bezwaar_adres=()))) == ()


def test_only_a_besluit_op_bezwaar_says_of_which():
    with pytest.raises(ValueError, match="says of which bezwaar"):
        replace(brieven.GEGROND, bezwaar=None)
    with pytest.raises(ValueError, match="says of which bezwaar"):
        replace(brieven.AFWIJZING, bezwaar=brieven.GEGROND.bezwaar)
