"""A document on its road: put in the dossier, looked at, replaced by a better one, and withdrawn."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Document
from tests.cases.bestandsvoorbeelden import beeld, pdf
from tests.factories import maak_dossier


def bestand(naam: str, inhoud: bytes) -> dict[str, object]:
    return {"name": naam, "mimeType": "application/octet-stream", "buffer": inhoud}


@pytest.mark.django_db(transaction=True)
def test_document_is_added_looked_at_replaced_and_withdrawn(bediening, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=3))
    wie.log_in(consulent)

    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.page.locator(".bo-zijnav").get_by_role("link", name="Documenten").click()
    wie.ziet("Er zijn nog geen documenten")
    wie.volg("Document toevoegen")
    wie.kies(soort="akkoord", bewijs_van="akkoord")
    wie.vul(onderwerp="Akkoord van de inwoner", datum=on)
    wie.voeg_bestand_toe("bestand", bestand("factuur.pdf", b"MZ" + bytes(200)))
    wie.druk("Toevoegen")
    wie.ziet("Dit is een programma of script. Dat kan niet in een dossier.")
    wie.voeg_bestand_toe("bestand", bestand("akkoord.png", beeld("PNG")))
    wie.druk("Toevoegen")
    wie.ziet("Het document is toegevoegd.", "akkoord met het plan")

    wie.volg("Akkoord van de inwoner")
    foto = wie.page.locator("img.bo-voorbeeld")
    assert foto.evaluate("beeld => beeld.decode().then(() => beeld.naturalWidth > 0)")
    assert wie.download("Downloaden") == beeld("PNG")

    wie.volg("Nieuwe versie")
    wie.voeg_bestand_toe("bestand", bestand("akkoord.pdf", pdf()))
    wie.druk("Toevoegen")
    wie.ziet("De nieuwe versie is toegevoegd.", "Versies")
    assert wie.page.locator("object.bo-voorbeeld").get_attribute("type") == "application/pdf"

    wie.volg("Intrekken")
    wie.vul(reden="Niet ondertekend.")
    wie.druk("Intrekken")
    wie.ziet("Het document is ingetrokken: Akkoord van de inwoner.", "Niet ondertekend.", "Eerdere versie")
    assert [document.is_ingetrokken for document in Document.objects.order_by("pk")] == [False, True]

    wie.page.set_viewport_size({"width": 390, "height": 800})
    wie.page.reload()
    hier = wie.page.locator(".bo-zijnav [aria-current]")
    expect(hier).to_have_text("Documenten")
    expect(hier).to_be_in_viewport(ratio=1)
