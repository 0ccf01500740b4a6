"""In the browser: a grant that comes too late is stopped, and goes through once with the hardheidsclausule."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.bewaking import bewaak
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier, Hardheidsbesluit, Termijn
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Besluit
from tests.e2e.fasen import van_dossier
from tests.e2e.keuring import keur_paden
from tests.factories import maak_dossier, moment
from tests.nazorg.eindes import meld_niet_erkend
from tests.wegen import KOELKAST, stel_vast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def te_laat(gemeente, consulent, coordinator):
    """Give a dossier in which a bed was proposed after the 6 maanden, which the nightly run saw go by."""
    on = timezone.localdate()
    begin = on - timedelta(days=215)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    stel_vast(dossier, consulent, gesprek=begin, besluit=begin + timedelta(days=9))
    bed = {**KOELKAST, "omschrijving": "Bed"}
    gisteren = on - timedelta(days=1)
    voorziening_bewaren(plan=dossier.plan, gegevens=bed, by=consulent, at=moment(gisteren))
    bewaak(gemeente=gemeente, on=gisteren, at=moment(gisteren, uur=3))
    klok = Termijn.objects.get(dossier=dossier, regel="materiele_verstrekking")
    assert (klok.start, klok.status) == (begin, "voorbij")
    assert klok.uiterste_datum < gisteren
    return Dossier.objects.get(pk=dossier.pk)


def test_grant_after_the_term_takes_the_hardheidsclausule(bediening, te_laat, consulent, coordinator):
    on = timezone.localdate()
    addendum = reverse("addendum", args=[te_laat.nummer])
    bediening.log_in(consulent)
    bediening.ga(addendum)
    bediening.ziet("Materiële verstrekkingen toekennen: dat kon tot en met", "Kan het echt niet anders?")
    bediening.volg("Naar de hardheidsclausule")
    bediening.ziet("vraag een coördinator om dit besluit")

    bediening.log_in(coordinator)
    bediening.ga(te_laat.get_absolute_url())
    bediening.volg("Hardheidsclausule bekijken")
    bediening.volg("Hardheidsclausule toepassen")
    bediening.vul(waarvoor="een bed", motivering="U lag zes maanden in het ziekenhuis.")
    bediening.druk("Toepassen")
    bediening.ziet("De hardheidsclausule is toegepast.")

    bediening.log_in(consulent)
    bediening.ga(addendum)
    bediening.ziet("één besluit kan nog toekennen")
    bediening.vul(datum=on, toelichting="Er kwam een kind bij.")
    bediening.page.locator("[name='gelezen']").check()
    bediening.druk("Vaststellen")
    bediening.ziet("is vastgesteld", "Hardheidsclausule voor een bed")
    besluit = Besluit.objects.get(soort="addendum")
    assert Hardheidsbesluit.objects.get().besluit == besluit.nummer

    bediening.log_in(coordinator)
    bediening.ga("/bewaking/")
    bediening.ziet("1 besluit na het einde van een termijn")
    bediening.volg("De dossiers hierachter")
    bediening.ziet(besluit.nummer, te_laat.nummer, "een bed")


def test_pages_pass_axe_and_fit_and_the_concept_waits(bediening, te_laat, gemeente, consulent, coordinator):
    on = timezone.localdate()
    gemeld = on - timedelta(days=40)
    meld_niet_erkend(te_laat, consulent, gemeld)
    bewaak(gemeente=gemeente, on=on, at=moment(on, uur=3))
    velden = {"grond": "wet", "waarvoor": "een bed", "motivering": "Ziekte.", "besloten_op": on}
    rijen = [
        Hardheidsbesluit.objects.create(
            dossier=te_laat, regel="materiele_verstrekking", besloten_door=coordinator, **velden, **anders
        )
        for anders in ({}, {"besluit": te_laat.besluiten.get().nummer})
    ]
    bediening.log_in(coordinator)
    bediening.ga(te_laat.get_absolute_url())
    bediening.ziet("Het beëindigingsbesluit staat klaar")
    bediening.volg("Concept controleren")
    bediening.ziet("Pas als u bevestigt, eindigt de ondersteuning.")

    paden = [
        *van_dossier(te_laat, "dossier", "plan", "hardheid", "hardheid_nieuw", "beeindigen"),
        reverse("hardheid_intrekken", args=[te_laat.nummer, rijen[0].pk]),
        reverse("hardheidsbesluiten"),
        reverse("bewaking"),
    ]
    assert keur_paden(bediening, paden) == []
