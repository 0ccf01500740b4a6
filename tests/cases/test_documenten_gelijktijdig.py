"""Two people replace the same document at the same moment, or one withdraws what the other is going to lean on."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen, document_vervangen
from cases.actions.identiteit import identiteit_vastleggen
from cases.models import Document, Identiteitscontrole
from tests.cases import bestandsvoorbeelden as maak
from tests.cases.test_bewaking_concurrent import tegelijk
from tests.cases.test_samenvoegen_gelijktijdig import poging
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def by():
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    return maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example")


@pytest.fixture
def document(by, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    dossier = maak_dossier(by.lidmaatschappen.get().gemeente)
    return document_toevoegen(
        dossier=dossier, soort="identiteit", onderwerp="Verklaring", datum=ON, inhoud=maak.pdf(), by=by, **NA
    )


def test_one_of_two_new_versions_is_refused(document, by):
    def vervang(inhoud):
        return poging(lambda: document_vervangen(document=document, datum=ON, inhoud=inhoud, by=by, **NA))

    uitkomst = tegelijk(vervang(maak.docx()), vervang(maak.beeld("PNG")))

    assert sorted(uitkomst) == ["gelukt", "geweigerd"]
    assert Document.objects.filter(vervangt=document).count() == 1


def test_document_is_withdrawn_or_leant_on_and_never_both(document, by):
    def leun():
        identiteit_vastleggen(dossier=document.dossier, datum=ON, hoe="paspoort", document=document, by=by, **NA)

    def trek_in():
        document_intrekken(document=document, reden="Verkeerd.", by=by, at=moment(ON))

    uitkomst = tegelijk(poging(leun), poging(trek_in))

    document.refresh_from_db()
    assert sorted(uitkomst) == ["gelukt", "geweigerd"]
    assert document.is_ingetrokken != Identiteitscontrole.objects.exists()
