"""An invoice that is sent with the form stays after the request, and goes when its booking was refused."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.forms.document import OPNIEUW
from cases.forms.vrijetekst import BSN_IN_TEKST
from planvanaanpak.models import Voorziening
from spuk.models import Kostenregel
from tests.cases.bestandsvoorbeelden import pdf
from tests.haltes import halte
from tests.wegen import stel_vast

PDF = pdf()


@pytest.fixture
def opslag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@halte
def koelkast(dossier, consulent, snelle_pdf):
    stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))
    return Voorziening.objects.get(omschrijving="Koelkast")


def facturen(opslag):
    return [pad.read_bytes() for pad in (Path(opslag) / "facturen").rglob("*") if pad.is_file()]


def verstuur(client, voorziening, **anders):
    velden = {
        "leverancier": "Witgoedhuis",
        "factuurnummer": "2026-118",
        "datum": "2026-05-12",
        "omschrijving": "Koelkast",
        "netto": "385,40",
        "btw": "80,93",
        "factuur": SimpleUploadedFile("factuur.pdf", PDF, "application/pdf"),
    } | anders
    return client.post(reverse("kosten_nieuw", args=["9901", voorziening.pk]), velden)


def test_invoice_stays_when_the_request_is_done(client, koelkast, financieel, opslag, time_machine):
    time_machine.move_to("2026-06-01 10:00+02:00")
    client.force_login(financieel)

    verstuur(client, koelkast)

    regel = Kostenregel.objects.get()
    assert facturen(opslag) == [PDF]
    antwoord = client.get(reverse("kostenregel_factuur", args=[regel.pk]))
    assert b"".join(antwoord.streaming_content) == PDF


def test_invoice_runs_nothing_and_is_kept_nowhere(client, koelkast, financieel, opslag, time_machine):
    time_machine.move_to("2026-06-01 10:00+02:00")
    client.force_login(financieel)
    verstuur(client, koelkast)
    regel = Kostenregel.objects.get()

    antwoord = client.get(reverse("kostenregel_factuur", args=[regel.pk]))

    b"".join(antwoord.streaming_content)
    koppen = ("Content-Disposition", "Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options")
    assert [antwoord[kop] for kop in (*koppen, "Cache-Control")] == [
        f'attachment; filename="factuur-9901-{regel.pk}.pdf"',
        "default-src 'none'; frame-ancestors 'none'; sandbox",
        "DENY",
        "nosniff",
        "private, no-store",
    ]


def test_invoice_that_is_gone_says_so_on_the_page_of_its_booking(client, koelkast, financieel, opslag, time_machine):
    time_machine.move_to("2026-06-01 10:00+02:00")
    client.force_login(financieel)
    verstuur(client, koelkast)
    regel = Kostenregel.objects.get()
    Path(regel.factuur.path).unlink()

    antwoord = client.get(reverse("kostenregel_factuur", args=[regel.pk]), follow=True)

    assert antwoord.redirect_chain == [(regel.get_absolute_url(), 302)]
    assert "Dit bestand is niet gevonden. Meld dit bij uw beheerder." in antwoord.text


def test_invoice_of_a_refused_booking_goes(client, koelkast, financieel, opslag, time_machine):
    time_machine.move_to("2026-06-01 10:00+02:00")
    client.force_login(financieel)
    verstuur(client, koelkast)

    antwoord = verstuur(client, koelkast)

    assert "al geboekt" in antwoord.content.decode()
    assert (Kostenregel.objects.count(), facturen(opslag)) == (1, [PDF])


def test_bsn_in_a_booking_is_refused_at_its_field(client, koelkast, financieel, opslag, time_machine):
    time_machine.move_to("2026-06-01 10:00+02:00")
    client.force_login(financieel)

    antwoord = verstuur(client, koelkast, omschrijving="Koelkast van 999990019")

    assert antwoord.context["form"].errors == {"omschrijving": [BSN_IN_TEKST], "factuur": [OPNIEUW]}
    assert Kostenregel.objects.count() == 0
    verstuur(client, koelkast)
    regel = Kostenregel.objects.get()
    terug = client.post(regel.get_absolute_url(), {"reden": "Hoort bij 999990019"})
    assert terug.context["form"].errors == {"reden": [BSN_IN_TEKST]}
    assert Kostenregel.objects.get() == regel
