"""In the browser: a besluit revised, its letter corrected, back and sent again; an aanvraag left aside and opened."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.aanvulling import aanvulling_vragen
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier, Persoon
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.models import Besluit, Retourpost, Voorziening
from tests.e2e.keuring import keur, keur_paden
from tests.factories import maak_dossier, moment
from tests.wegen import stel_vast, voer_eerste_gesprek

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _bestanden(snelle_pdf, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def dossier(gemeente, consulent, coordinator):
    datum = timezone.localdate() - timedelta(days=60)
    dossier = maak_dossier(gemeente, datum=datum)
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(datum))


@pytest.fixture
def toegekend(dossier, consulent):
    """Give a toekenning that left twenty days ago."""
    dag = timezone.localdate() - timedelta(days=20)
    besluit = stel_vast(dossier, consulent, gesprek=dag - timedelta(days=14), besluit=dag)
    return verzenden(besluit=besluit, datum=dag, by=consulent, at=moment(dag), on=dag)


@pytest.fixture
def verlopen(dossier, consulent):
    """Give an aanvraag that was not completed in time, two days ago."""
    on = timezone.localdate()
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=30))
    dag = on - timedelta(days=16)
    return aanvulling_vragen(
        dossier=dossier, wat="De jaaropgave.", uiterlijk=on - timedelta(days=2), by=consulent, at=moment(dag), on=dag
    )


def test_besluit_is_revised_and_its_letter_corrected_returned_and_sent_again(bediening, toegekend, consulent):
    wie, on = bediening, timezone.localdate()
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")
    wie.log_in(consulent)
    wie.ga(toegekend.get_absolute_url())
    wie.volg("Herzien")
    wie.page.get_by_text("Koelkast: nu toegekend").click()
    wie.kies(**{f"wat_{koelkast.pk}": "anders"})
    wie.vul(**{f"bedrag_{koelkast.pk}": "400,00", f"motivering_{koelkast.pk}": "De winkel gaf korting."})
    wie.vul(toelichting="U kocht een koelkast met korting.", zienswijze="U vindt het goed.")
    wie.druk("Bekijk de datum voor bezwaar")
    wie.ziet("Dan kan de inwoner bezwaar maken tot en met")
    assert keur(wie.page, "herzien") == []
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief", "Herziet", "Geldt vanaf", "hier bent u nu")
    assert keur(wie.page, "vastgesteld") == []
    wie.volg("Verzending bevestigen")
    assert keur(wie.page, "verzenden") == []
    wie.druk("Verzending bevestigen")
    wie.ziet("Verstuurd op")

    wie.ga(toegekend.get_absolute_url())
    wie.volg("Verzenddatum verbeteren")
    wie.vul(datum=on - timedelta(days=18), reden="Tikfout")
    wie.druk("Verder")
    wie.ziet("De termijnen volgen de nieuwe dag.")
    assert keur(wie.page, "verzenddatum") == []
    wie.druk("Verzenddatum verbeteren")
    wie.ziet("Verstuur de nieuwe bijsluiter aan de inwoner.", "Bijsluiter downloaden")

    wie.volg("Brief kwam terug")
    wie.kies(reden="adres")
    wie.druk("Vastleggen")
    wie.ziet("Controleer het adres en verstuur de brief opnieuw.")
    wie.ga(reverse("vandaag"))
    wie.ziet("kwam terug: controleer het adres en verstuur hem opnieuw")
    Persoon.objects.update(straat="Nieuwe Dijk")
    wie.ga(toegekend.dossier.get_absolute_url())
    wie.volg("Opnieuw versturen")
    wie.ziet("Nieuwe Dijk", "De bezwaartermijn begint opnieuw")
    assert keur(wie.page, "opnieuw") == []
    wie.druk("Opnieuw verzonden")
    wie.ziet("Opnieuw verzonden op", "ging opnieuw weg op")
    assert Besluit.objects.get(pk=toegekend.pk).verzonden_op == on

    nummer = toegekend.nummer
    wie.ga(reverse("brief_terug", args=[nummer]))
    wie.kies(reden="niet_opgehaald")
    wie.druk("Vastleggen")
    retour = Retourpost.objects.wacht().get()
    paden = [
        toegekend.get_absolute_url(),
        toegekend.dossier.get_absolute_url(),
        reverse("brief_opnieuw", args=[nummer, retour.pk]),
        reverse("brief_terug_weghalen", args=[nummer, retour.pk]),
        reverse("besluit_herzien", args=[nummer]),
        reverse("toestemmingen", args=[toegekend.dossier.nummer]),
    ]
    assert keur_paden(wie, paden) == []


def test_aanvraag_is_left_aside_and_opened_again(bediening, verlopen, consulent):
    wie = bediening
    wie.log_in(consulent)
    wie.ga(verlopen.dossier.get_absolute_url())
    wie.volg("Buiten behandeling laten")
    wie.ziet("Er kwam niets op tijd.", "Awb artikel 4:5 lid 4")
    wie.vul(toelichting="Zonder de jaaropgave weten wij niet wat u verdient.")
    wie.page.locator("[name='gelezen']").check()
    assert keur(wie.page, "buiten behandeling") == []
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief")
    wie.volg("Verzending bevestigen")
    wie.druk("Verzending bevestigen")
    wie.volg("Intrekken")
    wie.vul(toelichting="U stuurde het toch op tijd.", zienswijze="U vroeg hierom.")
    wie.page.locator("[name='gelezen']").check()
    assert keur(wie.page, "intrekken") == []
    wie.druk("Vaststellen")
    wie.ziet("Trekt in", "vanaf")
    assert Dossier.objects.get().status == "plan_van_aanpak"


def test_aanvraag_is_refused_and_the_letter_goes_electronically_with_consent(bediening, dossier, consulent):
    wie, on = bediening, timezone.localdate()
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=30))
    wie.log_in(consulent)
    wie.ga(dossier.get_absolute_url())
    wie.volg("Aanvraag afwijzen")
    wie.kies(grond="Onvoldoende medewerking")
    wie.vul(toelichting="U kwam niet op de afspraken.", zienswijze="U reageerde niet.")
    wie.page.locator("[name='gelezen']").check()
    assert keur(wie.page, "afwijzen") == []
    wie.druk("Vaststellen")
    wie.volg("Elektronische post")
    wie.volg("Toestemming vastleggen")
    wie.kies(soort="besluit", bron="gesprek")
    wie.vul(adres="inwoner@voorbeeld.example")
    assert keur(wie.page, "toestemming") == []
    wie.druk("Vastleggen")
    wie.ziet("De toestemming is vastgelegd.", "geldt")
    assert keur(wie.page, "toestemmingen") == []
    besluit = Besluit.objects.get()
    wie.ga(reverse("besluit_verzenden", args=[besluit.nummer]))
    wie.kies(wijze="elektronisch")
    wie.druk("Verzending bevestigen")
    wie.ziet("is bevestigd")
    assert besluit.verzendingen.get().wijze == "elektronisch"
    wie.ga(reverse("toestemmingen", args=[dossier.nummer]))
    wie.volg("Intrekken")
    wie.vul(reden="Liever papier")
    assert keur(wie.page, "toestemming intrekken") == []
    wie.druk("Intrekken")
    wie.ziet("Brieven gaan weer met de post.")
