"""In the browser: a plan with the commissie, a besluit that departs from the advice, and one with four eyes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.rollen import Rol
from cases.actions.toewijzen import toewijzen
from planvanaanpak.models import Besluit, Goedkeuring
from tests.e2e.keuring import keur_paden
from tests.factories import maak_dossier, maak_user, moment
from tests.planvanaanpak.beoordeling import met_commissie
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan(gemeente, consulent, coordinator, snelle_pdf, settings, tmp_path):
    """Give a complete plan of a dossier of the consulent."""
    settings.MEDIA_ROOT = tmp_path
    on = timezone.localdate()
    begin = on - timedelta(days=21)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    voer_eerste_gesprek(dossier, consulent, begin + timedelta(days=7))
    return maak_volledig_plan(dossier, consulent, on)


def test_plan_goes_by_the_commissie_and_departs_from_its_advice(bediening, plan, gemeente, consulent, coordinator):
    lid, wie, on = maak_user(Rol.COMMISSIELID, gemeente, naam="Thea Willems"), bediening, timezone.localdate()
    met_commissie(plan.dossier)
    wie.log_in(coordinator)
    wie.ga(reverse("commissie"))
    wie.volg("Vergadering plannen")
    wie.vul(datum=on, tijd="9:30", plaats="stadhuis, kamer 1.04")
    wie.druk("Plannen")
    wie.ziet("is gepland.", "De agenda is leeg")

    wie.log_in(consulent)
    wie.ga(plan.dossier.get_absolute_url())
    wie.ziet("Vraag advies aan de commissie")
    wie.volg("Advies vragen")
    wie.druk("Op de agenda zetten")
    wie.ziet("Op de agenda gezet: Koelkast; Budgetcoach, 12 gesprekken.")

    wie.log_in(lid)
    wie.ga("/")
    wie.ziet("Beoordelingscommissie", "0 van 2 beoordeeld")
    wie.page.get_by_role("table").get_by_role("link").first.click()
    for wat, strekking in (("Koelkast", "afwijzen"), ("Budgetcoach", "toekennen")):
        wie.volg(wat)
        wie.volg("Advies vastleggen")
        wie.kies(strekking=strekking)
        wie.vul(motivering="Dat heeft de commissie zo afgewogen.")
        wie.page.get_by_label("Thea Willems").check()
        wie.druk("Advies vastleggen")
        wie.ziet(f"Het advies over {wat}")
    wie.ziet("Alles beoordeeld")

    wie.log_in(consulent)
    wie.ga(reverse("plan_vaststellen", args=[plan.dossier.nummer]))
    wie.ziet("Vaststellen kan nog niet.", "Waarom u afwijkt van het advies: Koelkast")
    wie.volg("Waarom u afwijkt")
    wie.volg("Schrijf op waarom u afwijkt")
    wie.vul(reden="De monteur keurde de koelkast af.")
    wie.druk("Bewaren")
    wie.ga(reverse("plan_vaststellen", args=[plan.dossier.nummer]))
    wie.page.get_by_label("Ik heb de brief gelezen.").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld.", "Anders dan het advies over Koelkast.", "De monteur keurde de koelkast af.")


def test_besluit_with_four_eyes(bediening, plan, gemeente, consulent, collega, beheerder):
    wie = bediening
    wie.log_in(beheerder)
    wie.ga(reverse("mandaten", args=[gemeente.code]))
    wie.volg("Mandaat toevoegen")
    wie.kies(rol="consulent")
    wie.vul(tot_bedrag="5000", vanaf=timezone.localdate() - timedelta(days=1), bron="mandaatbesluit 2026, onderdeel 4")
    wie.page.get_by_label("Een collega met mandaat keurt").check()
    wie.druk("Mandaat bewaren")
    wie.ziet("Het mandaatregister is bijgewerkt.", "ja, een collega keurt goed")

    wie.log_in(consulent)
    wie.ga(reverse("plan_vaststellen", args=[plan.dossier.nummer]))
    wie.ziet("Uw mandaat: mandaatbesluit 2026, onderdeel 4, tot en met")
    wie.page.get_by_label("Ik heb de brief gelezen.").check()
    wie.druk("Vaststellen")
    wie.ziet("Er is nog niets besloten.", "wacht op een collega")

    wie.log_in(collega)
    wie.ga(reverse("vandaag"))
    wie.volg("Keur goed of stuur terug")
    wie.kies(oordeel="goed")
    wie.druk("Versturen")
    wie.ziet("Goedgekeurd. Jolanda Prins stelt het besluit nu vast.")

    wie.log_in(consulent)
    wie.ga(reverse("vandaag"))
    wie.volg("Stel vast: toekenning")
    assert keur_paden(wie, [Goedkeuring.objects.get().get_absolute_url()]) == []
    wie.druk("Besluit vaststellen")
    wie.ziet("is vastgesteld.", "Bram Terpstra", "mandaatbesluit 2026, onderdeel 4")
    assert Besluit.objects.get().goedkeuring.beslist_door == collega


def test_inwoner_who_does_not_agree(bediening, plan, consulent):
    plan.akkoord.delete()
    wie = bediening
    wie.log_in(consulent)
    wie.ga(reverse("akkoord", args=[plan.dossier.nummer]))
    wie.volg("Ga verder zonder akkoord")
    wie.kies(grond="geen_antwoord")
    wie.vul(reden="Ik heb gebeld.")
    wie.druk("Bewaren")
    wie.ziet("is er nog geen poging zonder antwoord")
    wie.kies(grond="weigert")
    wie.druk("Bewaren")
    wie.ziet("tot dan telt dit plan niet mee voor de SPUK", "Zonder akkoord: De inwoner gaat niet akkoord")
