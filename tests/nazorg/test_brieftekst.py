"""What the letter of an end says of what was granted."""

from dataclasses import dataclass

from nazorg.brieftekst import toelichting_in_brief


@dataclass
class Rij:
    omschrijving: str
    nog: str


COACH = Rij("Budgetcoach", "tot en met 30 juni 2027")
EMDR = Rij("EMDR", "nog 2 van 3 sessies")


def test_letter_without_running_voorzieningen_is_what_was_written():
    assert toelichting_in_brief("  U bent verhuisd.\n", []) == "U bent verhuisd."


def test_letter_names_what_runs_on():
    assert toelichting_in_brief("U bent verhuisd.", [COACH, EMDR]) == (
        "U bent verhuisd.\n\n"
        "Wat wij al hebben toegekend, krijgt u nog: Budgetcoach, tot en met 30 juni 2027; EMDR, nog 2 van 3 sessies."
    )
