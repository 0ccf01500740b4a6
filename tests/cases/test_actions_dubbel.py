"""The same form, sent twice at the same moment by two requests."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from cases.actions.contact import contact_vastleggen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact, DossierEvent


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_make_one_contact(dossier, consulent):
    at, samen = timezone.now(), Barrier(2)

    def verstuur(_):
        samen.wait(timeout=10)
        try:
            return contact_vastleggen(
                dossier=dossier,
                datum=date(2026, 3, 4),
                kanaal=Kanaal.TELEFOON,
                uitkomst=Contactuitkomst.GESPROKEN,
                tekst="Afspraak gemaakt.",
                by=consulent,
                at=at,
                on=date(2026, 3, 20),
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as personen:
        gemaakt = set(personen.map(verstuur, range(2)))

    assert gemaakt == {Contact.objects.get().pk}
    assert DossierEvent.objects.filter(soort="contact").count() == 1
