"""What UHT asks of a dossier at the end of the road is answered by what is done with it."""

from datetime import date

import pytest

from cases.actions.aanmelden import controlepunt_maken
from cases.actions.uht import uht_status_melden
from cases.actions.uhtherstel import uht_status_intrekken
from cases.keuzes import UhtStatus
from cases.models import Controlepunt, Dossier
from cases.statusvraag import TOCH_ERKEND, ZELF_AFGEMELD
from nazorg.actions.verbeteren import nazorg_heropenen
from planvanaanpak.actions.intrekking import intrekken
from tests.factories import moment
from tests.nazorg.eindes import EINDE, meld_niet_erkend, sluit_nazorg, stop
from tests.planvanaanpak import bezwaarstappen

GEMELD, LATER, EIND = date(2026, 5, 4), date(2026, 5, 20), date(2026, 6, 3)


def meld(dossier, by, status, on=LATER):
    dagen = {"datum_feit": on, "datum_gemeld": on}
    uht_status_melden(dossier=dossier, status=status, **dagen, bron="Serviceteam", by=by, at=moment(on), on=on)
    dossier.refresh_from_db()


def vraag(dossier, tekst):
    return controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.UHT, tekst=tekst)


def punten(dossier):
    return list(dossier.controlepunten.values_list("tekst", "toelichting"))


def test_wrong_niet_erkend_that_is_withdrawn_leaves_no_question(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    rij = in_uitvoering.uht_wijzigingen.get(status="niet erkend")

    uht_status_intrekken(wijziging=rij, reden="Verkeerd dossier", by=consulent, at=moment(LATER), on=LATER)

    assert (Dossier.objects.get(pk=in_uitvoering.pk).status, punten(in_uitvoering)) == ("uitvoering", [])


def test_niet_erkend_after_all_takes_the_place_of_toch_erkend(in_uitvoering, consulent):
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    meld(in_uitvoering, consulent, UhtStatus.ERKEND)
    Dossier.objects.filter(pk=in_uitvoering.pk).update(status="afgesloten")

    meld(in_uitvoering, consulent, UhtStatus.NIET_ERKEND, EIND)

    assert punten(in_uitvoering) == [(TOCH_ERKEND, "De status bij UHT is nu: niet erkend.")]


def test_end_answers_that_somebody_withdrew(in_uitvoering, consulent):
    meld(in_uitvoering, consulent, UhtStatus.ZELF_AFGEMELD)

    stop(in_uitvoering, consulent, grond="eigen_verzoek", nazorg=False, datum=EIND)

    assert punten(in_uitvoering) == [(ZELF_AFGEMELD, "De ondersteuning is beëindigd.")]


def test_nazorg_is_no_answer_and_its_end_is(in_nazorg, consulent):
    meld(in_nazorg, consulent, UhtStatus.ZELF_AFGEMELD, EINDE)
    assert punten(in_nazorg) == [(ZELF_AFGEMELD, "")]

    sluit_nazorg(in_nazorg, consulent, EINDE)

    assert punten(in_nazorg) == [(ZELF_AFGEMELD, "De nazorg is afgesloten.")]


def test_nazorg_that_opens_again_answers_toch_erkend(in_nazorg, consulent):
    sluit_nazorg(in_nazorg, consulent, EINDE)
    vraag(in_nazorg, TOCH_ERKEND)

    nazorg_heropenen(dossier=in_nazorg, reden="Te vroeg", by=consulent, at=moment(EINDE), on=EINDE)

    assert punten(in_nazorg) == [(TOCH_ERKEND, "De nazorg is weer geopend.")]


@pytest.mark.parametrize(
    ("niet_erkend", "toelichting"),
    [
        pytest.param(False, "De ondersteuning gaat verder.", id="back in uitvoering"),
        pytest.param(True, "", id="back in the wind-down: the question stands"),
    ],
)
def test_end_that_is_taken_back_answers_toch_erkend_when_the_support_goes_on(
    in_uitvoering, consulent, niet_erkend, toelichting
):
    if niet_erkend:
        meld_niet_erkend(in_uitvoering, consulent, GEMELD)
    grond = "niet_erkend" if niet_erkend else "eigen_verzoek"
    einde = stop(in_uitvoering, consulent, grond=grond, nazorg=False, datum=EIND)
    if niet_erkend:
        meld(in_uitvoering, consulent, UhtStatus.ERKEND, EIND)
    else:
        vraag(in_uitvoering, TOCH_ERKEND)

    besluit = bezwaarstappen.verstuur(einde.besluit, consulent, EIND)
    wat = {"ingang": EIND, "toelichting": "Het was niet juist.", "zienswijze": "U wilt verder."}
    intrekken(besluit=besluit, **wat, datum=EIND, by=consulent, at=moment(EIND), on=EIND)

    assert punten(in_uitvoering) == [(TOCH_ERKEND, toelichting)]
