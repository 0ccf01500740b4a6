"""The pages about contact, afspraken, taken and notities pass axe and fit their screen."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.afspraak import afspraak_plannen
from cases.actions.notitie import notitie_maken
from cases.actions.taak import taak_maken
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden
from tests.factories import moment


@pytest.mark.django_db(transaction=True)
def test_every_page_about_contact_passes_axe_and_fits(bediening, dossiers, consulent):
    on, dossier = timezone.localdate(), dossiers["aanmelding"]
    wie = {"by": consulent, "at": moment(on)}
    gegevens = {"datum": on, "kanaal": "kantoor"}
    afspraak = afspraak_plannen(dossier=dossier, soort="eerste gesprek", gegevens=gegevens, **wie, on=on)
    notitie = notitie_maken(dossier=dossier, tekst="Belt liefst in de ochtend.", is_beperkt=True, **wie)
    taak = taak_maken(gemeente=dossier.gemeente, dossier=dossier, wat="Bellen", datum=on, voor=consulent, **wie, on=on)
    bediening.log_in(consulent)
    nr = dossier.nummer
    paden = [
        *van_dossier(
            dossier, "contacten", "afspraak_nieuw", "notities", "notitie_nieuw", "termijnbericht", "taak_nieuw"
        ),
        *(reverse(naam, args=[nr, afspraak.pk]) for naam in ("afspraak", "afspraak_afzeggen", "afspraak_gehouden")),
        *(reverse(naam, args=[nr, notitie.pk]) for naam in ("notitie", "notitie_intrekken")),
        reverse("taak", args=[taak.pk]),
    ]

    assert keur_paden(bediening, paden) == []
