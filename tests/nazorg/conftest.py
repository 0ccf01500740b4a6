"""Dossiers at the end of the road."""

from datetime import date

import pytest

from cases.actions.dossier import toewijzen
from tests.factories import moment
from tests.nazorg.eindes import BESLUIT, GESPREK, meld_niet_erkend, naar_nazorg
from tests.wegen import stel_vast


@pytest.fixture
def in_uitvoering(dossier, consulent, snelle_pdf):
    """Give a dossier with a toekenning of 20 April 2026: a koelkast, and a budgetcoach; two doelen are open."""
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(GESPREK))
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    dossier.refresh_from_db()
    return dossier


@pytest.fixture
def in_nazorg(in_uitvoering, consulent):
    """Give the dossier in nazorg since 15 January 2027, with four contacts to hold."""
    return naar_nazorg(in_uitvoering, consulent)


@pytest.fixture
def in_acclimatisatie(in_uitvoering, consulent):
    """Give the dossier after a niet-erkend message of 4 May 2026: support ends by 3 June 2026."""
    meld_niet_erkend(in_uitvoering, consulent, date(2026, 5, 4))
    in_uitvoering.refresh_from_db()
    return in_uitvoering


@pytest.fixture
def budgetcoach(in_uitvoering):
    """Give the voorziening that runs on until 30 June 2027."""
    voorziening = in_uitvoering.plan.voorzieningen.get(omschrijving__startswith="Budgetcoach")
    voorziening.looptijd_vanaf, voorziening.looptijd_tot = BESLUIT, date(2027, 6, 30)
    voorziening.save()
    return voorziening
