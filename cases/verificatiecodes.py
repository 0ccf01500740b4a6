"""When the code that a gemeente gives when it calls UHT changes (VNG handreiking 2025 §6). Pure.

VNG newsletter of May 2024: a new code per 1 June, in the portal about two weeks before, the old one usable for about
two weeks after. "Halfjaarlijks", so the other change is on 1 December.
"""

from datetime import date, timedelta

MAANDEN = (6, 12)
VOORAF = NAAST_ELKAAR = timedelta(days=14)


def huidige(on: date) -> date:
    """Give the day from which the code of `on` holds."""
    wissels = (date(jaar, maand, 1) for jaar in (on.year - 1, on.year) for maand in MAANDEN)
    return max(wissel for wissel in wissels if wissel <= on)


def volgende(on: date) -> date:
    """Give the first day of the code after that of `on`."""
    wissels = (date(jaar, maand, 1) for jaar in (on.year, on.year + 1) for maand in MAANDEN)
    return min(wissel for wissel in wissels if wissel > on)


def vorige(geldig_vanaf: date) -> date:
    """Give the first day of the code before the one of this day."""
    return huidige(geldig_vanaf - timedelta(days=1))


def lees_wissel(tekst: str) -> date | None:
    """Read a day on which a code changes, as 2026-06-01; None for anything else."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if dag.isoformat() == tekst and dag.day == 1 and dag.month in MAANDEN else None


def komende(on: date) -> date:
    """Give which code should have been fetched: the next one as soon as the portal has it, else that of now."""
    wissel = volgende(on)
    return wissel if on >= wissel - VOORAF else huidige(on)


def oude_werkt_tot(geldig_vanaf: date) -> date:
    """Give the last day on which the code before this one can still be used."""
    return geldig_vanaf + NAAST_ELKAAR
