"""What the letter of an end says of what was granted."""

from dataclasses import dataclass
from datetime import date

from nazorg.brieftekst import toelichting_in_brief


@dataclass
class Voorziening:
    omschrijving: str
    looptijd_tot: date | None


COACH = Voorziening("Budgetcoach", date(2027, 6, 30))
EMDR = Voorziening("EMDR, 3 sessies", None)


def test_letter_without_running_voorzieningen_is_what_was_written():
    assert toelichting_in_brief("  U bent verhuisd.\n", []) == "U bent verhuisd."


def test_letter_names_what_runs_on():
    assert toelichting_in_brief("U bent verhuisd.", [COACH, EMDR]) == (
        "U bent verhuisd.\n\n"
        "Wat wij al hebben toegekend, loopt door: Budgetcoach, tot en met 30 juni 2027; EMDR, 3 sessies."
    )
