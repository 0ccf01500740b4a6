"""What a court can be asked in which case, whether that was too early, and what follows from what it says."""

from datetime import date

import pytest

from planvanaanpak.beroepregels import (
    Gevolg,
    Zaak,
    beoordeel_niet_tijdig,
    gevolg_van,
    keur_opdracht,
    keur_soort,
    vraagt_dwangsom,
    vraagt_opdracht,
)
from planvanaanpak.bezwaarkeuzes import Beroepsoort, Beroepuitkomst
from planvanaanpak.bezwaarregels import keur_rechtstreeks

LOOPT = Zaak(over="bezwaar")
BESLIST = Zaak(over="bezwaar", is_beslist=True)
DOORGEZONDEN = Zaak(over="bezwaar", is_doorgezonden=True)
BESLUIT = Zaak(over="besluit")
AANVRAAG = Zaak(over="aanvraag")
NA_UITSPRAAK = Zaak(over="aanvraag", had_uitspraak=True)


@pytest.mark.parametrize(
    ("zaak", "kan"),
    [
        pytest.param(LOOPT, {"niet_tijdig", "voorlopige_voorziening"}, id="bezwaar-that-runs"),
        pytest.param(
            BESLIST, {"beroep", "niet_tijdig", "voorlopige_voorziening", "hoger_beroep"}, id="bezwaar-decided-on"
        ),
        pytest.param(DOORGEZONDEN, {"rechtstreeks", "voorlopige_voorziening"}, id="bezwaar-at-the-court"),
        pytest.param(BESLUIT, {"rechtstreeks", "voorlopige_voorziening"}, id="besluit-without-bezwaar"),
        pytest.param(AANVRAAG, {"niet_tijdig", "voorlopige_voorziening"}, id="aanvraag-without-besluit"),
        pytest.param(NA_UITSPRAAK, {"niet_tijdig", "voorlopige_voorziening", "hoger_beroep"}, id="after-an-uitspraak"),
    ],
)
def test_what_can_be_asked_in_a_case(zaak, kan):
    assert {soort for soort in Beroepsoort.values if not keur_soort(zaak, soort)} == kan


@pytest.mark.parametrize(
    ("zaak", "soort", "opdracht", "gevolg"),
    [
        (BESLIST, "beroep", "opnieuw", Gevolg.BEZWAAR_OPEN),
        (BESLIST, "hoger_beroep", "opnieuw", Gevolg.BEZWAAR_OPEN),
        (BESLIST, "beroep", "herroepen", Gevolg.HERROEPEN),
        (BESLIST, "beroep", "niet", Gevolg.NIETS),
        (BESLIST, "beroep", "", Gevolg.NIETS),
        (BESLIST, "niet_tijdig", "opnieuw", Gevolg.ALSNOG_BESLISSEN),
        (LOOPT, "niet_tijdig", "opnieuw", Gevolg.ALSNOG_BESLISSEN),
        (LOOPT, "niet_tijdig", "niet", Gevolg.NIETS),
        (AANVRAAG, "niet_tijdig", "opnieuw", Gevolg.ALSNOG_BESLISSEN),
        (NA_UITSPRAAK, "hoger_beroep", "opnieuw", Gevolg.ALSNOG_BESLISSEN),
        (BESLUIT, "rechtstreeks", "opnieuw", Gevolg.NIEUW_BESLUIT),
        (BESLUIT, "rechtstreeks", "herroepen", Gevolg.HERROEPEN),
        (DOORGEZONDEN, "rechtstreeks", "opnieuw", Gevolg.NIEUW_BESLUIT),
        (DOORGEZONDEN, "hoger_beroep", "opnieuw", Gevolg.NIEUW_BESLUIT),
    ],
)
def test_what_follows_from_an_uitspraak(zaak, soort, opdracht, gevolg):
    assert gevolg_van(zaak, soort, opdracht) is gevolg
    assert gevolg.laat_besluit_wegvallen == (gevolg in (Gevolg.NIEUW_BESLUIT, Gevolg.HERROEPEN))


@pytest.mark.parametrize(
    ("zaak", "soort", "uitkomst", "opdracht", "fout"),
    [
        (BESLIST, "beroep", "gegrond", "", "Kies of de gemeente opnieuw moet beslissen."),
        (BESLIST, "beroep", "gegrond", "herroepen", ""),
        (BESLIST, "beroep", "ongegrond", "", ""),
        (LOOPT, "niet_tijdig", "gegrond", "", "Kies of de gemeente opnieuw moet beslissen."),
        (LOOPT, "niet_tijdig", "gegrond", "herroepen", "Er is geen besluit dat het gerecht kon herroepen."),
        (NA_UITSPRAAK, "hoger_beroep", "gegrond", "herroepen", "Er is geen besluit dat het gerecht kon herroepen."),
        (BESLUIT, "rechtstreeks", "deels_gegrond", "herroepen", ""),
        (AANVRAAG, "voorlopige_voorziening", "toegewezen", "", ""),
    ],
)
def test_what_the_court_leaves_to_the_gemeente_must_fit(zaak, soort, uitkomst, opdracht, fout):
    assert keur_opdracht(zaak, soort, uitkomst, opdracht).startswith(fout)
    assert bool(keur_opdracht(zaak, soort, uitkomst, opdracht)) == bool(fout)


def test_only_who_was_given_right_in_the_case_itself_is_asked_more():
    vragen = {(s, u) for s in Beroepsoort.values for u in Beroepuitkomst.values if vraagt_opdracht(s, u)}
    soorten = {"beroep", "rechtstreeks", "niet_tijdig", "hoger_beroep"}
    assert vragen == {(soort, uitkomst) for soort in soorten for uitkomst in ("gegrond", "deels_gegrond")}
    assert {s for s in Beroepsoort.values if vraagt_dwangsom(s, "gegrond")} == {"niet_tijdig", "hoger_beroep"}
    assert not vraagt_dwangsom("niet_tijdig", "ongegrond")


LAATSTE, GESTELD, TWEE_WEKEN = date(2026, 5, 7), date(2026, 5, 11), date(2026, 5, 26)


@pytest.mark.parametrize(
    ("anders", "kon", "waarom"),
    [
        pytest.param({}, True, "ja (Awb artikel 6:12 lid 2)", id="the-day-after-the-two-weeks"),
        pytest.param({"ingesteld_op": TWEE_WEKEN}, False, "nee, de twee weken waren nog", id="the-last-day-of-them"),
        pytest.param({"ingesteld_op": LAATSTE}, False, "nee, de gemeente was nog niet", id="last-day-to-decide"),
        pytest.param(
            {"ingesteld_op": date(2026, 5, 8), "ingebreke_op": None, "twee_weken_tot": None},
            False,
            "alleen als de inwoner niet eerst",
            id="without-ingebrekestelling",
        ),
        pytest.param(
            {"ingebreke_op": LAATSTE, "twee_weken_tot": None}, False, "nee, de ingebrekestelling kwam te vroeg",
            id="ingebrekestelling-too-early",
        ),
    ],
)  # fmt: skip
def test_beroep_wegens_niet_tijdig_beslissen_can_be_too_early(anders, kon, waarom):
    feiten = {
        "laatste_dag": LAATSTE, "ingebreke_op": GESTELD, "twee_weken_tot": TWEE_WEKEN,
        "ingesteld_op": date(2026, 5, 27),
    }  # fmt: skip

    oordeel = beoordeel_niet_tijdig(**feiten | anders)

    assert oordeel.kon is kon
    assert oordeel.som[0] == ("Beslissen kon tot en met", "donderdag 7 mei 2026")
    assert oordeel.som[-1][0] == "Kon dit beroep al?"
    assert oordeel.som[-1][1].startswith(waarom)


@pytest.mark.parametrize(
    ("gevraagd", "doorgezonden", "ander", "instemmen", "fout"),
    [
        pytest.param(True, False, False, True, "", id="asked"),
        pytest.param(True, False, False, False, "", id="asked-and-refused"),
        pytest.param(False, False, False, True, "staat geen verzoek", id="not-asked"),
        pytest.param(True, False, True, True, "ander bezwaar tegen dit besluit zonder dit verzoek", id="somebody-else"),
        pytest.param(True, False, True, False, "", id="somebody-else-and-refused"),
        pytest.param(False, True, True, True, "", id="after-the-gemeente-agreed"),
        pytest.param(True, True, False, False, "al bij het gerecht", id="what-is-there-can-not-be-refused"),
    ],
)
def test_rechtstreeks_beroep_is_asked_in_the_bezwaarschrift(gevraagd, doorgezonden, ander, instemmen, fout):
    weigering = keur_rechtstreeks(
        gevraagd=gevraagd, al_doorgezonden=doorgezonden, ander_zonder_verzoek=ander, instemmen=instemmen
    )

    assert (fout in weigering) if fout else weigering == ""
