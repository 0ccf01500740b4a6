"""The years in which a day can lie that somebody types: another year is a slip of the pen."""

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
WELK_JAAR = f"Gebruik een jaar tussen {EERSTE_JAAR} en {LAATSTE_JAAR}."


def kan_kloppen(jaar: int) -> bool:
    return EERSTE_JAAR <= jaar <= LAATSTE_JAAR
