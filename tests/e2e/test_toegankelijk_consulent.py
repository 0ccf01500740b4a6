"""Every page that a consulent may open passes axe and fits its screen."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen
from cases.keuzes import Documentsoort
from cases.kolommen import KOLOMMEN
from cases.models import Document
from tests.cases.bestandsvoorbeelden import beeld, docx
from tests.e2e.bladzijden import van
from tests.e2e.keuring import keur_paden
from tests.wereld import ON, Wereld

FASEN = ("gevraagd", "in_plan", "uitgesteld", "in_uitvoering", "in_nazorg", "in_acclimatisatie", "zonder_hulp")
VERDER = ("overleden", "ingetrokken", "te_laat_gevraagd")


def documenten(wereld: Wereld) -> list[Document]:
    """Give a photo, and a Word file that was withdrawn."""
    by, wie_wanneer = wereld.users["consulent"], {"at": timezone.now(), "on": ON}
    gegevens = {"dossier": wereld.nieuw, "soort": Documentsoort.BRIEF, "datum": date(2026, 5, 20), "by": by}
    foto = document_toevoegen(onderwerp="Foto", inhoud=beeld("PNG"), **gegevens, **wie_wanneer)
    weg = document_toevoegen(onderwerp="Verslag", inhoud=docx(), **gegevens, **wie_wanneer)
    document_intrekken(document=weg, reden="Hoort bij iemand anders.", by=by, at=timezone.now())
    return [foto, weg]


def test_every_page_of_the_consulent_passes_axe_and_fits(lezer, wereld):
    lezer.log_in(wereld.users["consulent"])

    assert keur_paden(lezer, van("consulent", wereld)) == []


def test_every_state_of_a_page_passes_axe_and_fits(lezer, wereld):
    lezer.log_in(wereld.users["consulent"])
    paden = [
        *(getattr(wereld, naam).get_absolute_url() for naam in FASEN + VERDER),
        *(reverse("documenten", args=[getattr(wereld, naam).nummer]) for naam in ("in_plan", "in_uitvoering")),
        *(reverse("document_detail", args=[document.pk]) for document in documenten(wereld)),
        *(f"{reverse('aanmelding_nieuw')}?doelgroep={groep}" for groep in ("aanvrager", "nabestaande")),
        f"{reverse('documenten', args=[wereld.nieuw.nummer])}?soort=verslag",
        "/dossiers/?doelgroep=nabestaande&status=nazorg",
        f"/dossiers/?{'&'.join(f'kolom={code}' for code in KOLOMMEN)}",
    ]

    assert keur_paden(lezer, paden) == []
