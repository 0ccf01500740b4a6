"""Work on a plan: an acute one straight after the aanmelding, and what is typed while the connection is gone."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from accounts.models import Klad
from cases.actions.rang import acuut_melden
from cases.forms.hulpvragen import HULPVRAAG
from cases.keuzes import BedreigendeSituatie
from cases.models import Dossier
from planvanaanpak.models import Besluit, PlanVanAanpak
from tests.e2e.bediening import Bediening
from tests.e2e.conftest import WACHTWOORD
from tests.factories import BeleidFactory, maak_dossier
from tests.wegen import TOETSEN

TEKST = "De huur is drie maanden niet betaald."


@pytest.fixture
def dossier(gemeente, consulent) -> Dossier:
    """Give a dossier of somebody who must leave the house."""
    BeleidFactory(gemeente=gemeente)
    dossier = maak_dossier(gemeente, datum=timezone.localdate() - timedelta(days=2))
    situatie = BedreigendeSituatie.ONTRUIMING
    acuut_melden(dossier=dossier, situatie=situatie, toelichting="Donderdag.", by=consulent, at=timezone.now())
    return Dossier.objects.get(pk=dossier.pk)


@pytest.fixture
def wie(browser: Browser, live_server, consulent) -> Iterator[Bediening]:
    """A browser of its own, whose connection can be cut: the browser itself reports that in its console."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    bediening = Bediening(context.new_page(), live_server.url, WACHTWOORD)
    bediening.log_in(consulent)
    yield bediening
    context.close()


def test_acute_plan_from_aanmelding_to_version(bediening, consulent, dossier, snelle_pdf):
    wie, on = bediening, timezone.localdate()
    pad = f"/dossiers/{dossier.nummer}/plan-van-aanpak/"
    wie.log_in(consulent)
    wie.ga(pad)
    wie.ziet("Er is een bedreigende situatie")
    expect(wie.page.locator("[name=plan-soort][value=acuut]")).to_be_checked()
    wie.vul(**{"wonen-hulpvraag": "Ik moet donderdag mijn huis uit.", "wonen-doel": "Ik kan blijven wonen."})
    wie.druk("Bewaren")
    wie.ziet("Het plan is bewaard.", "Datum van het eerste gesprek")

    wie.page.locator("#leefgebied-wonen > summary").click()
    wie.page.locator("button[value^='stap:']").click()
    wie.vul(wat="De verhuurder bellen", wie="De casusregisseur", datum_uiterlijk=on + timedelta(days=1))
    wie.druk("Bewaren")
    wie.ziet("De stap staat in het plan.", "De verhuurder bellen")

    wie.page.locator("button[value='voorziening:wonen']").click()
    wie.vul(omschrijving="Achterstand in de huur", motivering="U wordt anders donderdag uit uw huis gezet.", **TOETSEN)
    wie.kies(soort="immaterieel", noodzaak="noodzaak", betaald_aan="uitvoerder")
    wie.vul(bedrag="1200")
    wie.druk("Bewaren")
    wie.ziet("Het voorstel Achterstand in de huur is bewaard.")

    wie.volg("Prijs onderbouwen")
    wie.kies(basis="offerte")
    wie.vul(aantal="3", prijs="450", bron="Brief van de verhuurder, 1 april")
    wie.druk("Bewaren")
    wie.ziet("De prijs van Achterstand in de huur is onderbouwd: €\xa01.350,00")

    wie.volg("Akkoord vastleggen")
    wie.volg("Ga verder zonder akkoord")
    wie.kies(grond="acuut")
    wie.vul(reden="De ontruiming is donderdag.")
    wie.druk("Bewaren")
    wie.ziet("Zonder akkoord: Het is acuut")

    wie.volg("Datum van het eerste gesprek")
    wie.vul(datum=on)
    wie.vul(**{f"{HULPVRAAG}wonen": "Ik moet donderdag mijn huis uit."})
    wie.kies(kanaal="telefoon")
    wie.druk("Bewaren")
    wie.ziet("Het eerste gesprek is vastgelegd.")
    wie.ga(f"{pad}vaststellen/")
    wie.vul(datum=on)
    wie.page.locator("[name=gelezen]").check()
    wie.page.locator(".bo-knoppen button[type=submit]").first.click()
    wie.ziet("is vastgesteld")
    wie.ga(f"/besluiten/{Besluit.objects.get().nummer}/verzenden/")
    wie.vul(datum=on)
    wie.page.locator(".bo-knoppen button[type=submit]").first.click()
    wie.ziet("Verstuurd op")

    wie.ga(f"{pad}versies/")
    wie.ziet("Versie 1", "Acuut plan vastgesteld")
    wie.volg("Versie 1")
    wie.ziet("Ik kan blijven wonen.", "De verhuurder bellen")


def test_text_survives_a_lost_connection(wie, dossier):
    wie.ga(f"/dossiers/{dossier.nummer}/plan-van-aanpak/")
    stand = wie.page.locator("[data-klad-stand]")
    wie.page.context.set_offline(True)
    wie.page.locator("[name=plan-situatie]").press_sequentially(TEKST)
    expect(stand).to_contain_text("Geen verbinding. Uw tekst staat nog op dit scherm.", timeout=15_000)
    assert not Klad.objects.wachtend().exists()

    wie.page.context.set_offline(False)

    expect(stand).to_contain_text("Uw tekst is vastgehouden om", timeout=20_000)
    _wacht_op_klad()
    wie.ga("/vandaag/")
    wie.ga(f"/dossiers/{dossier.nummer}/plan-van-aanpak/")
    wie.ziet("U had hier tekst die nog niet was bewaard")
    wie.page.locator("a[href^='?klad=']").click()
    expect(wie.page.locator("[name=plan-situatie]")).to_have_value(TEKST)
    assert not PlanVanAanpak.objects.exists()


def test_page_that_is_open_for_days_says_that_it_keeps_no_text(wie, dossier):
    """Its mark has expired: to try again would not help."""
    wie.ga(f"/dossiers/{dossier.nummer}/plan-van-aanpak/")
    wie.page.locator("[name=klad_bewijs]").evaluate("veld => { veld.value = 'verlopen'; }")

    wie.page.locator("[name=plan-situatie]").press_sequentially("Tekst")

    expect(wie.page.locator("[data-klad-stand]")).to_contain_text("staat te lang open", timeout=15_000)
    assert not Klad.objects.exists()


def _wacht_op_klad() -> None:
    for _ in range(100):
        if any(klad.gegevens.get("plan-situatie") == [TEKST] for klad in Klad.objects.all()):
            return
        time.sleep(0.1)
    pytest.fail("De server heeft de tekst niet vastgehouden.")
