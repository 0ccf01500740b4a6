"""Every page that a coördinator, financieel, a beheerder or a visitor may open passes axe and fits its screen."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from cases.models import Bewaking
from tests.e2e.bladzijden import van
from tests.e2e.keuring import keur_paden, zet_breedte
from tests.wereld import ON, Wereld


def van_coordinator(wereld: Wereld) -> list[str]:
    overnemen = reverse("werk_overnemen", args=[wereld.gemeente.code, wereld.users["consulent"].pk])
    return [
        f"{reverse('agenda')}?wie=team",
        f"{reverse('agenda')}?wie=team&laat=1",
        f"{reverse('agenda')}?week={ON}",
        f"{reverse('bewaking_vooruit')}?dag=2027-03-01",
        *(f"{wereld.run.get_absolute_url()}?toon={deel}" for deel in ("nieuw", "fouten", "waarschuwingen")),
        f"{overnemen}?collega={wereld.users['collega'].pk}",
        reverse("spuk_onderdeel", args=[wereld.gemeente.code, ON.year, "E"]),
        f"{reverse('spuk_onderdeel', args=[wereld.gemeente.code, ON.year, 'alles'])}?jaren=alle",
    ]


def van_financieel(wereld: Wereld) -> list[str]:
    zoeken = reverse("kosten_zoeken", args=[wereld.gemeente.code])
    return [
        reverse("spuk_jaar", args=[wereld.gemeente.code, 2024]),
        *(f"{zoeken}?nummer={nummer}" for nummer in (wereld.in_uitvoering.nummer, "bestaat-niet")),
    ]


def van_beheerder(wereld: Wereld) -> list[str]:
    return ["/bestaat-niet/"]


VERDER: dict[str, Callable[[Wereld], list[str]]] = {
    "coordinator": van_coordinator,
    "financieel": van_financieel,
    "beheerder": van_beheerder,
}


@pytest.mark.parametrize("wie", VERDER)
def test_every_page_passes_axe_and_fits(lezer, wereld, wie):
    lezer.log_in(wereld.users[wie])

    assert keur_paden(lezer, van(wie, wereld) + VERDER[wie](wereld)) == []


def test_pages_for_visitors_pass_axe_and_fit(lezer):
    namen = ("inloggen", "wachtwoord_vergeten", "wachtwoord_vergeten_klaar", "wachtwoord_gekozen")

    assert keur_paden(lezer, [reverse(naam) for naam in namen]) == []


@pytest.mark.parametrize(("wie", "waar"), [("coordinator", "vandaag"), ("beheerder", "gebruikers")])
def test_failed_night_is_told_on_a_page_that_passes_axe(lezer, wereld, wie, waar):
    Bewaking.objects.filter(gemeente=wereld.gemeente, on=ON).update(klaar_op=None, fout="RuntimeError: schijf vol")
    lezer.log_in(wereld.users[wie])
    lezer.ga(reverse(waar))
    lezer.ziet("De laatste bewaking is mislukt.")

    assert keur_paden(lezer, [reverse(waar), reverse("bewaking")]) == []


@pytest.mark.parametrize("breedte", [1024, 1280, 1366])
def test_longest_menu_fits_on_a_laptop(lezer, wereld, breedte):
    lezer.log_in(wereld.users["coordinator"])
    zet_breedte(lezer.page, breedte)
    lezer.ga(reverse("vandaag"))

    assert lezer.page.evaluate("document.documentElement.scrollWidth") == breedte
