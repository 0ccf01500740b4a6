"""The questions that help, each once and at a field."""

from planvanaanpak.helpvragen import HELPVRAGEN, TIEL, VNG, helpvragen_bij


def test_eight_questions_of_the_handreiking_and_five_of_tiel():
    bronnen = [vraag.bron for vragen in HELPVRAGEN.values() for vraag in vragen]
    teksten = [vraag.vraag for vragen in HELPVRAGEN.values() for vraag in vragen]

    assert (bronnen.count(VNG), bronnen.count(TIEL)) == (8, 5)
    assert len(set(teksten)) == 13


def test_field_without_questions_gives_none():
    assert helpvragen_bij("voldoet") == ()
    assert [vraag.vraag for vraag in helpvragen_bij("situatie")] == [
        "Wat is de huidige situatie?",
        "Is er nu acute hulp nodig, om te voorkomen dat de situatie snel slechter wordt?",
    ]
