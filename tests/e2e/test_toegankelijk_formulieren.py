"""A form with errors passes axe and takes the reader to what is wrong."""

from django.urls import reverse

from tests.e2e.keuring import keur

LEEG = ("contact_nieuw", "verificatie_nieuw", "eerste_gesprek", "gesprek_nieuw", "acuut_melden", "document_nieuw")
IN_PLAN = ("voorziening_nieuw", "eerste_gesprek_wijzigen", "acuut_opheffen")


def test_forms_with_errors_pass_axe_and_focus_the_summary(kijker, wereld):
    kijker.log_in(wereld.users["consulent"])
    nummers = [*((naam, wereld.nieuw) for naam in LEEG), *((naam, wereld.in_plan) for naam in IN_PLAN)]

    fouten = []
    for naam, dossier in nummers:
        pad = reverse(naam, args=[dossier.nummer])
        kijker.ga(pad)
        kijker.page.locator(".bo-knoppen button[type=submit]").first.click()
        kijker.page.locator(".bo-foutenoverzicht").first.wait_for()
        fouten += keur(kijker.page, f"{pad} (met fouten)")
        if not kijker.page.evaluate("document.activeElement.classList.contains('bo-foutenoverzicht')"):
            fouten.append(f"{pad}: de foutmelding heeft de focus niet")

    assert fouten == []
