"""The HTML of each letter: which words each kind has, in which order, and that typed text stays text."""

import re
from dataclasses import replace
from datetime import date

import pytest

from planvanaanpak.brief import als_json, ontbrekende_gegevens, uit_json
from planvanaanpak.pdf import besluit_html, bijsluiter_html
from tests.planvanaanpak import brieven


def koppen(html):
    return re.findall(r"<(h[1-6])>(.*?)</h", html)


def zonder_regels(html):
    return " ".join(html.split())


def test_a_date_in_the_table_of_a_letter_is_not_broken():
    assert "<td>1\xa0juni\xa02026 tot en met 31\xa0mei\xa02027</td>" in besluit_html(brieven.TOEKENNING)


def test_toekenning_has_its_parts_in_order():
    assert koppen(besluit_html(brieven.TOEKENNING)) == [
        ("h1", "Besluit: dit krijgt u voor uw nieuwe start"),
        ("h2", "Wat wij hebben besloten"),
        ("h2", "Waarom wij dit hebben besloten"),
        ("h3", "1. Bed, matras en beddengoed: toegekend"),
        ("h3", "2. Budgetcoach, 12 gesprekken: toegekend"),
        ("h3", "3. Opleiding taxichauffeur: toegekend"),
        ("h3", "4. Vaatwasser: niet toegekend"),
        ("h2", "Op welke regels wij dit besluit baseren"),
        ("h2", "Wat u nu kunt doen"),
        ("h2", "Bent u het niet eens met dit besluit?"),
        ("h1", "Uw plan van aanpak"),
        ("h2", "Wonen: passende woning"),
        ("h2", "Financiën: financieel vaardig en in balans"),
        ("h2", "Gezin: veilige leefomgeving"),
        ("h2", "Werk: werkzekerheid"),
        ("h2", "Zorg: positieve gezondheid"),
        ("h2", "Hoe het verder gaat"),
    ]


@pytest.mark.parametrize("brief", [*brieven.BESLUITEN, brieven.LEEG, brieven.LANG], ids=lambda brief: brief.kenmerk)
def test_every_besluit_says_how_to_object_and_who_signed(brief):
    """By whom, within which term and at which organ (Awb 3:45), and on behalf of whom it was taken (Awb 10:10)."""
    html = zonder_regels(besluit_html(brief))

    naar_rechter = brief.bezwaar is not None
    wat = "een beroepschrift" if naar_rechter else "een brief"
    organ = "Rechtbank Gelderland, team bestuursrecht" if naar_rechter else "het college van burgemeester en wethouders"
    assert html.count(f"U, of iemand namens u, stuurt dan {wat} aan: <strong>{organ}") == 1
    assert "Doe dat binnen zes weken nadat wij dit besluit hebben verstuurd." in html
    assert "<p>namens het college van burgemeester en wethouders van Rivierendam,</p>" in html
    assert "(mandaatbesluit gemeente Rivierendam 2025, onderdeel 7.3)" in html
    assert f"<title>{brief.onderwerp}, kenmerk {brief.kenmerk}</title>" in html
    assert '<html lang="nl">' in html


def test_addendum_names_the_besluit_it_adds_to():
    html = zonder_regels(besluit_html(brieven.ADDENDUM))

    assert "<h1>Besluit: dit komt erbij voor uw nieuwe start</h1>" in html
    assert (
        "U kreeg van ons eerder een besluit over uw plan van aanpak, met kenmerk <strong>9901-B-2026-00187</strong>. "
        "Dit besluit is een aanvulling daarop. Wat wij eerder hebben besloten, blijft gelden." in html
    )
    assert "Samen" not in html


def test_afwijzing_grants_nothing_and_shows_its_ground():
    html = zonder_regels(besluit_html(brieven.AFWIJZING))

    assert "<h1>Besluit: dit krijgt u niet</h1>" in html
    assert '<td>U krijgt dit niet</td><td>niet van toepassing</td><td class="bedrag">geen</td>' in html
    assert "Grond voor dit besluit: wens en geen noodzaak" in html
    assert "De bedragen zijn met btw." not in html
    assert "Uw plan van aanpak</h1>" not in html


def test_beeindiging_tells_why_and_what_nazorg_is():
    html = zonder_regels(besluit_html(brieven.BEEINDIGING))

    assert "<p>Wij stoppen uw brede ondersteuning op <strong>maandag 3 mei 2027</strong>.</p>" in html
    assert "<p>Daarom is brede ondersteuning niet meer nodig.</p>" in html
    assert "<h2>Nazorg</h2> <p>Wij bellen u elk half jaar om te vragen hoe het gaat, tot en met 3 mei 2029." in html
    assert "Wij kunnen het plan aanvullen" not in html


def test_beeindiging_of_before_says_what_it_said():
    kopie = als_json(brieven.BEEINDIGING)
    del kopie["einde"]

    assert "<p>Wij stoppen uw brede ondersteuning.</p>" in besluit_html(uit_json(kopie))


def test_beeindiging_without_nazorg_is_silent_about_it():
    assert "azorg" not in besluit_html(replace(brieven.BEEINDIGING, nazorg_tekst=""))


@pytest.mark.parametrize(
    ("brief", "zin"),
    [
        (
            brieven.HERZIENING,
            "Dat besluit veranderen wij vanaf 1 juli 2026. Wat in deze brief niet anders staat, blijft gelden.",
        ),
        (
            replace(brieven.INTREKKING, ingang=date(2026, 5, 21)),
            (
                "Wij trekken ons besluit van 21 mei 2026 met kenmerk 9901-B-2026-00187 in. Dat besluit geldt niet meer,"
                " vanaf de eerste dag."
            ),
        ),
        (brieven.BUITEN_BEHANDELING, "<p>Wij behandelen uw aanvraag niet verder.</p>"),
        (replace(brieven.AFWIJZING, voorzieningen=()), "<p>Wij wijzen uw aanvraag af.</p>"),
        (brieven.LEEG, "U krijgt brede ondersteuning van ons. Wij stellen uw plan van aanpak vast."),
    ],
    ids=["herziening", "intrekking", "buiten behandeling", "afwijzing as a whole", "plan without voorziening"],
)
def test_other_kinds_say_what_was_decided(brief, zin):
    assert zin in zonder_regels(besluit_html(brief))


def test_table_headers_have_a_scope_and_the_corner_is_no_header():
    html = besluit_html(brieven.TOEKENNING)

    assert '<thead><tr><td><strong>Voorziening</strong></td><th scope="col">Besluit</th>' in html
    assert re.findall(r"<th(?! scope=)\b[^>]*>", html) == []
    assert html.count('<th scope="row">') == 5


def test_typed_text_keeps_its_lines_and_is_escaped():
    brief = replace(
        brieven.TOEKENNING,
        toelichting="Eerste regel.\n\n<script>alert(1)</script> & <img src=http://elders.example/x>\r\nDerde regel.",
        leefgebieden=(replace(brieven.LEEFGEBIEDEN[0], situatie="Regel een.\nRegel twee."),),
    )

    html = besluit_html(brief)

    assert (
        "<p>Eerste regel.</p><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
        "&lt;img src=http://elders.example/x&gt;</p><p>Derde regel.</p>" in html
    )
    assert "<dd><p>Regel een.</p><p>Regel twee.</p></dd>" in html


def test_plan_numbers_its_voorzieningen_and_says_when_an_area_is_empty():
    vol, leeg = brieven.LEEFGEBIEDEN[0], brieven.LEEFGEBIEDEN[4]
    brief = replace(
        brieven.TOEKENNING,
        leefgebieden=(replace(vol, voorzieningen=(1, 2, 3)), replace(leeg, situatie="", voldoet="")),
    )

    html = besluit_html(brief)

    assert "<dt>Dit gaan we doen</dt><dd>Voorziening 1, 2 en 3.</dd>" in html
    assert "<dd>Hierover hebben wij nog niets afgesproken.</dd>" in html


def test_plan_tells_what_is_done_from_what_is_refused():
    wonen, zorg = brieven.LEEFGEBIEDEN[0], brieven.LEEFGEBIEDEN[4]
    alleen_nee = replace(zorg, situatie="", voldoet="", afgewezen=(3, 4))
    brief = replace(brieven.TOEKENNING, leefgebieden=(replace(wonen, voorzieningen=(1,), afgewezen=(2,)), alleen_nee))

    html = besluit_html(brief)

    assert "<dt>Dit gaan we doen</dt><dd>Voorziening 1.</dd>" in html
    assert "<dt>Dit krijgt u niet</dt><dd>Voorziening 2. In het besluit staat waarom.</dd>" in html
    assert "<dt>Dit krijgt u niet</dt><dd>Voorziening 3 en 4. In het besluit staat waarom.</dd>" in html
    assert "Hierover hebben wij nog niets afgesproken." not in html


def test_logo_has_an_alternative_and_may_be_absent():
    zonder = replace(brieven.TOEKENNING, afzender=replace(brieven.AFZENDER, logo=None))

    assert '<img src="brief:logo" alt="Beeldmerk van de Gemeente Rivierendam">' in besluit_html(brieven.TOEKENNING)
    assert "<img" not in besluit_html(zonder)


def test_preview_has_the_stylesheet_and_a_logo_a_browser_can_fetch():
    html = besluit_html(brieven.TOEKENNING, stijl_url="/static/brief/besluit.css", logo_url="/logo/")

    assert '<link rel="stylesheet" media="screen" href="/static/brief/besluit.css">' in html
    assert '<img src="/logo/"' in html


def test_bijsluiter_replaces_the_date_and_nothing_else():
    html = zonder_regels(bijsluiter_html(brieven.BIJSLUITER))

    assert koppen(html) == [
        ("h1", "Wij hebben ons besluit op een andere dag verstuurd"),
        ("h2", "Wat dit voor u betekent"),
        ("h2", "Bent u het niet eens met het besluit?"),
    ]
    assert "<dt>Datum</dt><dd>26 mei 2026</dd>" in html
    assert "Stuur uw brief <strong>uiterlijk op dinsdag 7 juli 2026</strong>." in html


def met_regel(**velden):
    return replace(brieven.TOEKENNING, voorzieningen=(replace(brieven.BED, **velden),))


def test_advice_that_is_followed_stands_with_its_voorziening():
    brief = met_regel(advies="om dit toe te kennen", advies_datum=date(2026, 5, 11))

    html = zonder_regels(besluit_html(brief))

    assert (
        "<p>De beoordelingscommissie van de gemeente adviseerde ons op 11 mei 2026 om dit toe te kennen. Wij nemen dit"
        " advies over.</p>" in html
    )


def test_departing_from_an_advice_says_why():
    """Awb art. 3:50; without the reason the letter can't go out."""
    brief = met_regel(
        advies="om dit niet toe te kennen", advies_datum=date(2026, 5, 11), wijkt_af=True, afwijking="Het bed is op."
    )

    html = zonder_regels(besluit_html(brief))

    assert (
        "om dit niet toe te kennen. <strong>Wij nemen dit advies niet over.</strong></p> <p>Het bed is op.</p>" in html
    )
    kaal = replace(brief, voorzieningen=(replace(brief.voorzieningen[0], afwijking=" "),))
    assert ontbrekende_gegevens(brief) == ()
    assert ontbrekende_gegevens(kaal) == ("waarom voorziening 1 afwijkt van het advies",)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (
            {"akkoord_van": "P. Jansen"},
            "P. Jansen is het namens u met het plan eens. Dat hoorden wij op 8 mei 2026 (e-mail).",
        ),
        (
            {"niet_akkoord": "de budgetcoach"},
            "een deel van het plan eens. Dat liet u ons weten op 8 mei 2026 (e-mail). Niet eens bent u het met: de",
        ),
        (
            {"akkoord_datum": None, "zonder_akkoord": "U gaat niet akkoord met het plan."},
            "een plan van aanpak gemaakt. U gaat niet akkoord met het plan. In deze brief",
        ),
    ],
    ids=["on behalf", "in part", "without"],
)
def test_letter_says_how_the_inwoner_agreed(velden, zin):
    brief = replace(brieven.TOEKENNING, **{"akkoord_datum": date(2026, 5, 8), "akkoord_hoe": "E-mail", **velden})

    assert zin in zonder_regels(besluit_html(brief))


def test_intrekking_that_is_herroepen_says_what_holds_again():
    regel = replace(brieven.GEGROND.bezwaar, herleeft="9901-B-2026-00187", geldt_weer=("Koelkast", "Bed"))

    html = zonder_regels(besluit_html(replace(brieven.GEGROND, bezwaar=regel)))

    assert "<p>Ons eerdere besluit met kenmerk 9901-B-2026-00187 geldt weer, voor:</p>" in html
    assert "<ul><li>Koelkast</li><li>Bed</li></ul>" in html


@pytest.mark.parametrize(
    ("belanghebbende", "zin"),
    [("", "U krijgt hierover een nieuw besluit van ons."), ("M. Bakker", "Wij nemen hierover een nieuw besluit.")],
)
def test_new_besluit_is_promised_to_whom_it_is_for(belanghebbende, zin):
    regel = replace(brieven.GEGROND.bezwaar, belanghebbende=belanghebbende)

    assert zin in zonder_regels(besluit_html(replace(brieven.GEGROND, bezwaar=regel)))
