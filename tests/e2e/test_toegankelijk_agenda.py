"""The calendar, its address and why a date is what it is: axe, the width, and the road a user walks."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.e2e.keuring import keur, keur_paden


@pytest.mark.django_db(transaction=True)
def test_calendar_and_explanation_pass_axe_and_fit(bediening, dossiers, coordinator):
    bediening.log_in(coordinator)
    dossier = next(d for d in dossiers.values() if d.termijnen.exclude(status="vervallen").exists())
    termijn = dossier.termijnen.exclude(status="vervallen").first()
    paden = [
        reverse("agenda"),
        f"{reverse('agenda')}?wie=team",
        reverse("agendaadres"),
        reverse("termijn_waarom", args=[dossier.nummer, termijn.pk]),
    ]

    assert keur_paden(bediening, paden) == []


def test_consulent_reads_why_and_makes_an_address(bediening, dossiers, consulent):
    b = bediening
    b.log_in(consulent)
    b.ga("/agenda/")
    b.ziet("Hieronder staan de komende twaalf weken.")
    b.page.get_by_role("link", name="Waarom deze datum?").first.click()
    b.ziet("Zo is die dag berekend", "Beleid", "Kalender")

    b.ga("/agenda/")
    b.volg("In uw eigen agenda zetten")
    b.druk("Adres maken")
    b.ziet("Neem het nu over.")
    adres = b.page.get_by_label("Adres", exact=True).input_value()
    assert keur(b.page, "nieuw adres") == []
    adres = f"{b.adres}{urlsplit(adres).path}"
    feed = b.page.request.get(adres)
    assert feed.status == 200
    assert "BEGIN:VCALENDAR" in feed.text()

    b.druk("Adres laten stoppen")
    b.ziet("Uw agenda-adres werkt niet meer.")
    assert b.page.request.get(adres).status == 404
    expect(b.page.get_by_role("button", name="Adres maken")).to_have_count(1)
