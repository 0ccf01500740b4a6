from datetime import date

import pytest

from accounts.rollen import Rol
from cases.eenheden import Eenheid, opsomming, tel
from cases.kalender import kalender
from cases.register import OnbekendeRegel, alle_regels, regel, registreer_regel
from cases.termijnregels import Aard
from tests.cases.termijn_voorbeelden import drie_dagen

# The table of rule codes that others script against.
TABEL = {
    "eerste_contact": (5, "werkdagen", "streven", False),
    "eerste_gesprek_na_contact": (3, "weken", "streven", False),
    "eerste_gesprek": (8, "weken", "plicht", True),
    "uht_antwoord": (6, "werkdagen", "plicht", False),
    "ingebrekestelling": (2, "weken", "plicht", True),
    "spoed_verificatie": (1, "zelfde_dag", "plicht", False),
    "verificatiecode": (6, "maanden", "plicht", False),
    "plan_van_aanpak": (8, "weken", "plicht", True),
    "hersteltermijn": (2, "weken", "venster", False),
    "buiten_behandeling": (4, "weken", "venster", True),
    "materiele_verstrekking": (6, "maanden", "venster", False),
    "besluiten": (2, "jaren", "venster", False),
    "bezwaar": (6, "weken", "venster", True),
    "besluit_op_bezwaar": (6, "weken", "plicht", True),
    "beroep": (6, "weken", "venster", True),
    "niet_tijdig_uitspraak": (2, "weken", "plicht", False),
    "besluit_na_uitspraak": (8, "weken", "plicht", True),
    "acclimatisatie": (30, "dagen", "plicht", True),
    "beeindiging": (30, "dagen", "plicht", False),
    "nazorg_contact": (6, "maanden", "streven", False),
    "nazorg_einde": (24, "maanden", "venster", False),
    "nazorg_stop": (30, "dagen", "plicht", False),
    "nieuwe_kosten": (30, "dagen", "venster", False),
    "saneringskrediet": (12, "maanden", "venster", False),
    "sisa_indienen": (1, "kalenderdatum", "plicht", False),
    "jaarlijst": (1, "kalenderdatum", "streven", False),
    "verplichtingen_tot": (1, "kalenderdatum", "venster", False),
    "verantwoorden_tot": (1, "kalenderdatum", "venster", False),
    "portaalbestand": (30, "dagen", "venster", False),
}


def test_rules_are_those_of_the_table_in_the_order_of_the_road():
    assert {r.code: (r.lengte, r.eenheid.value, r.aard.value, r.atw) for r in alle_regels()} == TABEL
    assert [r.code for r in alle_regels()] == list(TABEL)


@pytest.mark.parametrize("termijnregel", alle_regels(), ids=lambda r: r.code)
def test_rule_can_speak_for_itself(termijnregel):
    teksten = ("label", "kort", "doen", "start", "grondslag", "bron", "gevolg", "atw_reden", "duur")

    assert all(getattr(termijnregel, naam) for naam in teksten)
    assert termijnregel.rol in Rol.values
    assert termijnregel.gevolg.endswith(".")
    assert list(termijnregel.waarschuwingen) == sorted(termijnregel.waarschuwingen, reverse=True)


def test_answers_are_duties_of_uht():
    assert [r.code for r in alle_regels() if r.uht] == ["uht_antwoord", "spoed_verificatie"]


def test_only_of_the_hersteltermijn_the_college_sets_the_length():
    assert [r.code for r in alle_regels() if r.per_zaak] == ["hersteltermijn"]


def test_rule_without_length_is_refused():
    with pytest.raises(ValueError, match="De lengte van drie_dagen moet minstens 1 zijn"):
        drie_dagen(lengte=0)


@pytest.mark.parametrize(
    "anders",
    [
        {"eenheid": Eenheid.KALENDERDATUM},
        {"vaste_datum": (7, 15)},
        {"vaste_dag": date(2026, 12, 31)},
        {"eenheid": Eenheid.KALENDERDATUM, "vaste_datum": (7, 15), "vaste_dag": date(2026, 12, 31)},
    ],
    ids=str,
)
def test_calendar_date_and_unit_belong_together(anders):
    with pytest.raises(ValueError, match="een kalenderdatum heeft een vaste dag en maand"):
        drie_dagen(**anders)


def test_calendar_date_is_not_counted():
    with pytest.raises(ValueError, match="wordt niet geteld"):
        tel(date(2025, 12, 31), 1, Eenheid.KALENDERDATUM, kalender())


def test_unknown_code_lists_the_codes():
    with pytest.raises(
        OnbekendeRegel, match=r"De termijn 'plan' bestaat niet. Kies uit: acclimatisatie, .*uht_antwoord"
    ):
        regel("plan")


def test_rule_may_be_registered_twice_but_not_in_two_ways():
    bekend = regel("bezwaar")

    assert registreer_regel(bekend) is bekend
    with pytest.raises(ValueError, match="'bezwaar' is twee keer verschillend aangemeld"):
        registreer_regel(drie_dagen(code="bezwaar"))
    assert regel("bezwaar") is bekend


def test_long_units_are_those_the_screen_counts_in_months():
    assert {e.value for e in Eenheid if e.is_lang} == {"maanden", "jaren", "kalenderdatum"}


def test_aard_has_the_words_of_the_screen():
    assert [a.value for a in Aard] == ["plicht", "venster", "streven"]


@pytest.mark.parametrize(
    ("delen", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_opsomming(delen, tekst):
    assert opsomming(delen) == tekst
