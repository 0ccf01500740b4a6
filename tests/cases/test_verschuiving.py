"""A clock before and after, in words."""

from datetime import date

from cases.models import Termijn
from cases.verschuiving import Klokverschuiving, in_een_zin

M2, M4, M9, M12 = (date(2026, 3, dag) for dag in (2, 4, 9, 12))
LOOPT = Termijn(regel="eerste_contact", start=M2, uiterste_datum=M9, status="lopend")
GEHAALD = Termijn(regel="eerste_contact", start=M4, uiterste_datum=M12, status="gehaald", datum_gehaald=M9)
VERVALLEN = Termijn(regel="eerste_contact", start=M2, uiterste_datum=M9, status="vervallen")


def test_what_moved_is_told_and_what_stayed_is_not():
    moved, stayed = Klokverschuiving(voor=LOOPT, na=GEHAALD), Klokverschuiving(voor=LOOPT, na=LOOPT)

    assert in_een_zin([moved, stayed]) == (
        " Eerste contact: tot en met 9 maart 2026 (loopt) wordt tot en met 12 maart 2026 (gehaald op 9 maart 2026)."
    )
    assert in_een_zin([stayed]) == ""


def test_clock_that_does_not_run_is_called_so():
    assert Klokverschuiving(voor=LOOPT, na=VERVALLEN).zin == (
        "Eerste contact: tot en met 9 maart 2026 (loopt) wordt loopt niet"
    )
    assert Klokverschuiving(voor=None, na=LOOPT).is_anders
    assert not Klokverschuiving(voor=None, na=VERVALLEN).is_anders
