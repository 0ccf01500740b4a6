import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template

from config.omgeving import BASE_DIR

NB = "\u00a0"


def render(bron, **context):
    return Template(bron).render(Context(context))


@pytest.mark.parametrize(
    ("bron", "waarde", "tekst"),
    [
        ("{{ x|euro }}", Decimal("1234.56"), f"€{NB}1.234,56"),
        ("{{ x|euro }}", None, "-"),
        ("{{ x|bedrag }}", Decimal("1234.5"), "1.234,50"),
        ("{{ x|datum }}", date(2026, 5, 26), "26 mei 2026"),
        ("{{ x|datum }}", "1995-02-00", "februari 1995 (dag onbekend)"),
        ("{{ x|datum }}", None, ""),
        ("{{ x|datum_lang }}", date(2026, 5, 26), "dinsdag 26 mei 2026"),
        ("{{ x|datum_kort }}", date(2026, 12, 26), "za 26 dec 2026"),
        ("{{ x|datum_krap }}", date(2026, 12, 26), "26 dec 2026"),
        ("{{ x|dag_en_maand }}", date(2026, 5, 26), "dinsdag 26 mei"),
        ("{{ x|moment }}", datetime(2026, 5, 26, 8, 42, tzinfo=UTC), f"26 mei 2026, 10.42{NB}uur"),
        ("{{ x|tijdstip }}", datetime(2026, 5, 26, 8, 42, tzinfo=UTC), f"10.42{NB}uur"),
        ("{{ x|bsn_masker }}", "123456782", "•••••6782"),
        ("{{ x|in_woorden }}", 3, "drie"),
        ('{{ x|telwoord:"dossier,dossiers" }}', 1, "1 dossier"),
        ('{{ x|telwoord:"dossier,dossiers" }}', 0, "0 dossiers"),
    ],
)
def test_filters_show_a_value(bron, waarde, tekst):
    assert render(bron, x=waarde) == tekst


@pytest.mark.parametrize("naam", ["datum_lang", "datum_kort", "datum_krap", "dag_en_maand", "moment", "tijdstip"])
def test_filters_show_nothing_for_what_is_not_there(naam):
    assert render("{{ x|" + naam + " }}{{ y|" + naam + " }}", x=None) == ""


def test_dagen_tot_asks_for_the_day():
    assert render("{{ x|dagen_tot:on }}", x=date(2026, 5, 22), on=date(2026, 5, 19)) == "nog 3 dagen"


def test_an_icon_is_decoration():
    assert render('{% icoon "zoek" %}') == (
        '<svg class="bo-pict" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<use href="/static/beeld/iconen.svg#zoek"/></svg>'
    )


def test_a_state_is_shape_and_escaped_words():
    assert render('{% stand "laat" tekst %}', tekst="4 <dagen>") == (
        '<span class="bo-stand bo-stand--laat"><svg class="bo-stand__beeld" viewBox="-10 -10 20 20" aria-hidden="true" '
        'focusable="false"><use href="#m-laat" x="-10" y="-10" width="20" height="20"/></svg>4 &lt;dagen&gt;</span>'
    )


def test_a_calculation_stresses_its_outcome():
    regels = [("Begin", "20 maart & later"), ("Uiterste datum", "15 mei")]

    assert render("{% som regels %}", regels=regels) == (
        '<dl class="bo-som"><div class="bo-som__regel"><dt>Begin</dt><dd>20 maart &amp; later</dd></div>'
        '<div class="bo-som__regel bo-som__regel--uitkomst"><dt>Uiterste datum</dt><dd>15 mei</dd></div></dl>'
    )


def test_page_numbers_leave_out_what_is_far():
    bladzijde = Paginator(range(1000), 50).page(10)

    assert render("{% paginanummers p as n %}{{ n|join:' ' }}", p=bladzijde) == "1 … 8 9 10 11 12 … 20"


def test_every_icon_that_a_template_names_exists():
    iconen = set(re.findall(r'symbol id="([^"]+)"', (BASE_DIR / "static/beeld/iconen.svg").read_text()))
    bronnen = [pad.read_text() for pad in (BASE_DIR / "templates").rglob("*.html")]
    gebruikt = {naam for bron in bronnen for naam in re.findall(r'(?:{% icoon |icoon_naam=)"([^"]+)"', bron)}

    assert gebruikt - iconen == set()
    assert "zoek" in gebruikt
