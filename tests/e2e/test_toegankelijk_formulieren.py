"""A form with errors passes axe and takes the reader to what is wrong; the pages for visitors pass too."""

import pytest

from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur


@pytest.mark.django_db(transaction=True)
def test_forms_with_errors_pass_axe_and_focus_the_summary(bediening, dossiers, consulent):
    bediening.log_in(consulent)
    namen = ("contact_nieuw", "verificatie_nieuw", "eerste_gesprek", "gesprek_nieuw", "acuut_melden", "document_nieuw")
    in_plan = ("voorziening_nieuw", "eerste_gesprek_wijzigen", "acuut_opheffen")
    paden = van_dossier(dossiers["aanmelding"], *namen) + van_dossier(dossiers["plan"], *in_plan)

    fouten = []
    for pad in paden:
        bediening.ga(pad)
        bediening.page.locator(".bo-knoppen button[type=submit]").first.click()
        bediening.page.locator(".bo-foutenoverzicht").first.wait_for()
        fouten += keur(bediening.page, f"{pad} (met fouten)")
        if not bediening.page.evaluate("document.activeElement.classList.contains('bo-foutenoverzicht')"):
            fouten.append(f"{pad}: de foutmelding heeft de focus niet")

    assert fouten == []


@pytest.mark.django_db(transaction=True)
def test_pages_for_visitors_pass_axe(bediening):
    fouten = []
    for pad in ("/inloggen/", "/wachtwoord/vergeten/", "/wachtwoord/vergeten/klaar/", "/wachtwoord/gekozen/"):
        bediening.ga(pad)
        fouten += keur(bediening.page, pad)

    assert fouten == []
