"""The text of a letter as a gemeente writes it: filled in, with what falls away; refused, or made HTML."""

import pytest

from cases.brieftekst import Gegeven, LeegGegeven, keur, opmaak, vul

GEGEVENS = (Gegeven(code="naam", uitleg="de naam"), Gegeven(code="telefoon", uitleg="het nummer", kan_leeg=True))
LEEG_KAN = "{telefoon} kan leeg zijn. Zet de zin eromheen tussen [ en ]: dan valt hij weg als het leeg is."
LOS_HAAK = "Er staat een losse [ of ]. Zet beide om de zin die mag wegvallen, en geen [ binnen een [."
LOS_ACCOLADE = "Er staat een losse { of }. Schrijf een gegeven als {contactpersoon}."


@pytest.mark.parametrize(
    ("tekst", "waarden", "wordt"),
    [
        ("Dag {naam}.", {"naam": "Jan"}, "Dag Jan."),
        ("Dag.[ Bel {telefoon}.]", {"telefoon": "12"}, "Dag. Bel 12."),
        ("Dag.[ Bel {telefoon}.]", {"telefoon": " "}, "Dag."),
        ("Dag.[ Bel {telefoon}.]", {}, "Dag."),
        ("[Bel {telefoon}.|Vraag naar {naam}.]", {"naam": "Jan"}, "Vraag naar Jan."),
        ("[Altijd waar.|Nooit.]", {}, "Altijd waar."),
        ("{naam}", {"naam": " Jan\n## de **Wit** "}, "Jan ## de *Wit*"),
    ],
    ids=["filled", "kept", "blank-falls-away", "absent-falls-away", "other", "nothing-asked", "value-is-no-markup"],
)
def test_text_is_filled_in(tekst, waarden, wordt):
    assert vul(tekst, waarden) == wordt


@pytest.mark.parametrize("tekst", ["Dag {naam}.", "[Bel {telefoon}.|Vraag {naam}.]"], ids=["fixed", "in-other"])
def test_text_never_leaves_with_an_empty_gegeven(tekst):
    with pytest.raises(LeegGegeven, match=r"In de tekst staat \{naam\}, maar dat is hier leeg\.") as fout:
        vul(tekst, {"naam": "", "telefoon": ""})
    assert fout.value.code == "naam"


@pytest.mark.parametrize(
    ("tekst", "moet", "fouten"),
    [
        ("Dag {naam}.[ Bel {telefoon}.]", set(), []),
        ("Dag {nam}.", set(), ["{nam} bestaat niet in deze brief. Kies uit de lijst met gegevens."]),
        ("Bel {telefoon}.", set(), [LEEG_KAN]),
        ("[Dag {naam}.|Bel {telefoon}.]", set(), [LEEG_KAN]),
        ("Dag {Naam}.", set(), [LOS_ACCOLADE]),
        ("Dag {naam.", set(), [LOS_ACCOLADE]),
        ("Dag ]{naam}.", set(), [LOS_HAAK]),
        ("[Dag [{naam}]]", set(), [LOS_HAAK]),
        ("Dag.", {"naam"}, ["Gebruik {naam}: dat moet in deze brief staan."]),
        ("[Bel {naam} op {telefoon}.|Bel {naam}.]", {"naam"}, []),
        ("[Dag {naam}.]", {"naam"}, ["Gebruik {naam}: dat moet in deze brief staan."]),
    ],
    ids=["good", "unknown", "empty", "other", "capital", "open", "bracket", "nested", "must", "in-both", "must-in"],
)
def test_text_is_checked_before_it_is_published(tekst, moet, fouten):
    assert keur(tekst, GEGEVENS, frozenset(moet)) == fouten


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("Een.\r\n\r\nTwee\nop een regel.", "<p>Een.</p>\n<p>Twee op een regel.</p>"),
        ("## Kop\nTekst", "<h2>Kop</h2>\n<p>Tekst</p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("- een\n- ", "<ul>\n<li>een</li>\n</ul>"),
        ("Dit is **vet**.", "<p>Dit is <strong>vet</strong>.</p>"),
        ("<script>a & b</script>", "<p>&lt;script&gt;a &amp; b&lt;/script&gt;</p>"),
        ("", ""),
    ],
    ids=["paragraphs", "heading", "list", "empty-point", "bold", "escaped", "nothing"],
)
def test_text_becomes_html(tekst, html):
    assert opmaak(tekst) == html
