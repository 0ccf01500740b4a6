"""What to try next when nobody answers: only after three attempts in a row, a letter before a visit."""

import pytest

from cases.pogingen import BRIEF, HUISBEZOEK, OVERLEG, Poging, voorstel, zonder_gehoor

BEL, MAIL, POST, BEZOEK = "telefoon", "e-mail", "brief", "huisbezoek"


def pogingen(*kanalen, bereikt=()):
    """Give contacts, the newest first; the numbers in `bereikt` are the real ones."""
    return [Poging(kanaal, nummer in bereikt) for nummer, kanaal in enumerate(kanalen)]


@pytest.mark.parametrize(
    ("gedaan", "verwacht"),
    [
        pytest.param([], None, id="nothing yet"),
        pytest.param(pogingen(BEL, BEL), None, id="two attempts"),
        pytest.param(pogingen(BEL, BEL, BEL), BRIEF, id="three attempts"),
        pytest.param(pogingen(BEL, MAIL, BEL, BEL), BRIEF, id="four, by phone and mail"),
        pytest.param(pogingen(BEL, BEL, BEL, bereikt=[2]), None, id="two since the last contact"),
        pytest.param(pogingen(BEL, BEL, BEL, BEL, bereikt=[3]), BRIEF, id="three since the last contact"),
        pytest.param(pogingen(BEL, BEL, BEL, bereikt=[0]), None, id="reached just now"),
        pytest.param(pogingen(POST, BEL, BEL), HUISBEZOEK, id="a letter was one of the three"),
        pytest.param(pogingen(POST, BEL, BEL, BEL), HUISBEZOEK, id="the letter helped nothing"),
        pytest.param(pogingen(BEZOEK, BEL, BEL), BRIEF, id="a visit, but no letter"),
        pytest.param(pogingen(BEZOEK, POST, BEL, BEL, BEL), OVERLEG, id="every way was tried"),
        pytest.param(pogingen(BEL, BEL, BEL, POST, BEL, bereikt=[4]), HUISBEZOEK, id="letter since the last contact"),
        pytest.param(pogingen(BEL, BEL, BEL, BEL, POST, bereikt=[3]), BRIEF, id="letter before the last contact"),
    ],
)
def test_proposal_after_attempts(gedaan, verwacht):
    assert voorstel(gedaan) == verwacht


def test_only_attempts_since_the_last_real_contact_count():
    assert zonder_gehoor(pogingen(BEL, MAIL, BEL, BEL, bereikt=[2])) == pogingen(BEL, MAIL)


def test_no_proposal_says_to_close_the_dossier():
    teksten = [f"{ander.titel} {ander.tekst} {ander.knop}".lower() for ander in (BRIEF, HUISBEZOEK, OVERLEG)]

    assert [tekst for tekst in teksten if "sluit" in tekst or "beëindig" in tekst] == []
