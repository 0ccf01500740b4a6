"""An aanvraag that is not complete, a ground to end the support, and nazorg that must stop: each from clock to end."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.toewijzen import toewijzen
from cases.models import Aanvulling
from nazorg.actions.acclimatisatie import niet_erkend_vastleggen
from nazorg.models import Eindgrond
from planvanaanpak.actions.besluit import verzenden
from tests.e2e.keuring import keur, keur_paden
from tests.factories import maak_dossier, moment
from tests.nazorg.eindes import stop
from tests.wegen import behaal_doelen, stel_vast, voer_eerste_gesprek


def begin(gemeente, consulent, dagen):
    """Give a dossier of so many days ago that the consulent works on."""
    datum = timezone.localdate() - timedelta(days=dagen)
    dossier = maak_dossier(gemeente, datum=datum)
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(datum))


def met_besluit(gemeente, consulent):
    """Give a dossier in uitvoering, its letter sent."""
    on = timezone.localdate()
    dossier = begin(gemeente, consulent, 60)
    besluit = stel_vast(dossier, consulent, gesprek=on - timedelta(days=50), besluit=on - timedelta(days=40))
    dag = on - timedelta(days=40)
    verzenden(besluit=besluit, datum=dag, by=consulent, at=moment(dag), on=dag)
    dossier.refresh_from_db()
    return dossier


@pytest.mark.django_db(transaction=True)
def test_aanvulling_is_asked_and_received(bediening, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    wie, on = bediening, timezone.localdate()
    dossier = begin(gemeente, consulent, 30)
    voer_eerste_gesprek(dossier, consulent, on - timedelta(days=20))
    wie.log_in(consulent)

    wie.ga(dossier.get_absolute_url())
    wie.volg("Aanvulling vragen")
    wie.vul(wat="De jaaropgave van 2025.\nHet huurcontract.", uiterlijk=on + timedelta(days=14))
    wie.druk("Verder")
    wie.ziet("Zo is de nieuwe datum berekend", "14 dagen erbij", "Wij hebben nog gegevens van u nodig")
    assert keur(wie.page, "bevestigen") == []
    wie.druk("Brief maken")
    wie.ziet("De termijn staat stil tot en met", "Wacht op de aanvulling")
    rij = Aanvulling.objects.get()
    paden = [
        dossier.get_absolute_url(),
        *(
            reverse(naam, args=[dossier.nummer, rij.pk])
            for naam in ("aanvulling_ontvangen", "aanvulling_verder", "aanvulling_intrekken")
        ),
    ]
    assert keur_paden(wie, paden) == []

    wie.ga(dossier.get_absolute_url())
    wie.volg("Aanvulling ontvangen")
    wie.vul(datum=on)
    wie.kies(is_volledig="volledig")
    wie.druk("Vastleggen")
    wie.ziet("De aanvulling is vastgelegd. De aanvraag is compleet.")
    assert keur_paden(wie, [reverse("aanvulling_vragen", args=[dossier.nummer])]) == []


@pytest.mark.django_db(transaction=True)
def test_ground_leads_over_the_eindgesprek_to_the_besluit(bediening, gemeente, consulent, snelle_pdf):
    wie, on = bediening, timezone.localdate()
    dossier = met_besluit(gemeente, consulent)
    wie.log_in(consulent)

    wie.ga(dossier.get_absolute_url())
    wie.volg("Einde voorbereiden")
    assert keur_paden(wie, [reverse("eindgrond_nieuw", args=[dossier.nummer])]) == []
    wie.kies(grond="verhuizing")
    wie.vul(datum=on - timedelta(days=5), bron="De inwoner, aan de telefoon")
    wie.druk("Bewaren")
    wie.ziet("De grond is vastgelegd. Beëindig uiterlijk", "Nodig de inwoner uit voor het eindgesprek")
    rij = Eindgrond.objects.get()
    paden = [reverse(naam, args=[dossier.nummer, rij.pk]) for naam in ("eindgesprek", "eindgrond_intrekken")]
    assert keur_paden(wie, [dossier.get_absolute_url(), *paden]) == []

    wie.ga(paden[0])
    wie.vul(uitgenodigd_op=on - timedelta(days=4), eindgesprek_op=on, verslag="Wonen en werk gaan goed.")
    wie.druk("Bewaren")
    wie.ziet("Het eindgesprek is vastgelegd.", "Beëindig de ondersteuning: einde")

    wie.ga(reverse("beeindigen", args=[dossier.nummer]))
    wie.ziet("Eindgesprek gehouden op")
    wie.vul(toelichting="U bent verhuisd naar een andere gemeente.", zienswijze="U vindt het goed.")
    wie.druk("Verder")
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Beëindigen en besluit maken")
    wie.ziet("De ondersteuning is beëindigd met besluit")
    rij.refresh_from_db()
    assert rij.beeindiging.grond == "verhuizing"


@pytest.mark.django_db(transaction=True)
def test_nazorg_stops_with_a_warme_overdracht(bediening, gemeente, consulent, snelle_pdf):
    wie, on = bediening, timezone.localdate()
    dossier = met_besluit(gemeente, consulent)
    einde = on - timedelta(days=20)
    behaal_doelen(dossier, consulent, einde)
    stop(dossier, consulent, datum=einde)
    gemeld = on - timedelta(days=2)
    niet_erkend_vastleggen(
        dossier=dossier, datum_feit=gemeld, datum_gemeld=gemeld, bron="UHT", by=consulent, at=moment(on), on=on
    )
    wie.log_in(consulent)

    wie.ga(dossier.get_absolute_url())
    wie.ziet("Stop de nazorg uiterlijk", "Nazorg stoppen en overdragen")
    pad = reverse("nazorg_stoppen", args=[dossier.nummer])
    assert keur_paden(wie, [dossier.get_absolute_url(), pad]) == []
    wie.ga(pad)
    wie.vul(datum=on, overdracht_aan="Sociaal team")
    wie.kies(overdracht="gedaan")
    wie.druk("Nazorg stoppen")
    wie.ziet("De nazorg is gestopt. Maak nu het besluit dat de ondersteuning eindigt.")
    dossier.nazorg.refresh_from_db()
    assert (dossier.nazorg.gestopt_op, dossier.nazorg.overdracht_aan) == (on, "Sociaal team")
