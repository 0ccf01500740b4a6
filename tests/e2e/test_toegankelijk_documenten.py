"""The pages of documents pass axe and fit their screen: with versions, a withdrawn one, a PDF and a photo."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen, document_vervangen
from cases.actions.identiteit import identiteit_vastleggen
from cases.keuzes import BewijsVan, Documentsoort, Identiteitsbewijs
from cases.models import Document, Dossier
from tests.cases.bestandsvoorbeelden import beeld, docx, pdf
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden


def vul(dossier: Dossier, by: User) -> tuple[Document, Document, Document]:
    """Give a photo, the PDF that takes its place and proves the identity, and a withdrawn Word file."""
    on = timezone.localdate()
    wie_wanneer = {"by": by, "at": timezone.now(), "on": on}

    def voeg_toe(soort: Documentsoort, onderwerp: str, inhoud: bytes, bewijs_van: str = "") -> Document:
        gegevens = {"soort": soort, "onderwerp": onderwerp, "bewijs_van": bewijs_van}
        return document_toevoegen(
            dossier=dossier, datum=on - timedelta(days=2), inhoud=inhoud, **gegevens, **wie_wanneer
        )

    foto = voeg_toe(Documentsoort.IDENTITEIT, "Verklaring van de balie", beeld("PNG"), BewijsVan.IDENTITEIT)
    brief = document_vervangen(document=foto, datum=on, inhoud=pdf(), **wie_wanneer)
    weg = voeg_toe(Documentsoort.BRIEF, "Brief van de bewindvoerder", docx())
    document_intrekken(document=weg, reden="Hoort bij iemand anders.", by=by, at=timezone.now())
    identiteit_vastleggen(
        dossier=dossier, datum=on, hoe=Identiteitsbewijs.PASPOORT, toelichting="Aan de balie.", document=brief,
        **wie_wanneer,
    )  # fmt: skip
    return foto, brief, weg


@pytest.mark.django_db(transaction=True)
def test_every_page_about_documents_passes_axe_and_fits(bediening, dossiers, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    foto, brief, weg = vul(dossiers["aanmelding"], consulent)
    paden = [
        *van_dossier(dossiers["aanmelding"], "documenten", "identiteit_vastleggen"),
        *van_dossier(dossiers["plan"], "documenten"),
        f"{reverse('documenten', args=[dossiers['aanmelding'].nummer])}?soort=verslag",
        *(reverse("document_detail", args=[document.pk]) for document in (foto, brief, weg)),
        *(reverse(naam, args=[brief.pk]) for naam in ("document_vervangen", "document_wijzigen", "document_intrekken")),
    ]
    bediening.log_in(consulent)

    assert keur_paden(bediening, paden) == []
