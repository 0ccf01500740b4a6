"""When a voorstel departs from the advice (Awb art. 3:50), and who may advise."""

import pytest

from planvanaanpak.commissieregels import (
    EIGEN_DOSSIER,
    ZONDER_LEDEN,
    Voortgang,
    keur_advies,
    keur_leden,
    wijkt_af,
)


@pytest.mark.parametrize(
    ("strekking", "voorstel", "gewijzigd", "verwacht"),
    [
        ("toekennen", "toekennen", False, False),
        ("toekennen", "toekennen", True, True),
        ("toekennen", "afwijzen", False, True),
        ("toekennen", "afwijzen", True, True),
        ("anders", "toekennen", False, True),
        ("anders", "toekennen", True, False),
        ("anders", "afwijzen", False, True),
        ("anders", "afwijzen", True, True),
        ("afwijzen", "afwijzen", False, False),
        ("afwijzen", "afwijzen", True, False),
        ("afwijzen", "toekennen", False, True),
        ("afwijzen", "toekennen", True, True),
        ("cws", "afwijzen", False, False),
        ("cws", "toekennen", True, True),
    ],
)
def test_voorstel_departs_from_the_advice(strekking, voorstel, gewijzigd, verwacht):
    assert wijkt_af(strekking, voorstel, gewijzigd=gewijzigd) is verwacht


@pytest.mark.parametrize(
    ("leden", "eigen", "fout"),
    [
        (set(), {1}, ZONDER_LEDEN),
        (set(), set(), ZONDER_LEDEN),
        ({1}, {1}, EIGEN_DOSSIER),
        ({1, 2}, {1, 2, 3}, EIGEN_DOSSIER),
        ({1, 2}, {1}, ""),
        ({2}, {1}, ""),
        ({2}, set(), ""),
    ],
)
def test_nobody_judges_an_own_dossier_alone(leden, eigen, fout):
    assert keur_leden(leden, eigen) == fout


@pytest.mark.parametrize(
    ("strekking", "anders", "motivering", "velden"),
    [
        ("toekennen", "", "Nodig.", set()),
        ("anders", "Tweedehands", "Nodig.", set()),
        ("anders", " ", "Nodig.", {"anders"}),
        ("afwijzen", "Tweedehands", "Nodig.", {"anders"}),
        ("cws", "", " ", {"motivering"}),
        ("anders", "", "", {"anders", "motivering"}),
    ],
)
def test_advice_says_what_and_why(strekking, anders, motivering, velden):
    assert set(keur_advies(strekking, anders, motivering)) == velden


@pytest.mark.parametrize(
    ("klaar", "totaal", "verwacht"),
    [
        (0, 0, (False, "nog niets op de agenda")),
        (0, 2, (False, "0 van 2 beoordeeld")),
        (1, 2, (False, "1 van 2 beoordeeld")),
        (2, 2, (True, "alles beoordeeld")),
    ],
)
def test_progress_of_an_agenda(klaar, totaal, verwacht):
    voortgang = Voortgang(klaar, totaal)

    assert (voortgang.is_klaar, voortgang.woorden) == verwacht
