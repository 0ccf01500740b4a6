"""In the browser: what was asked is refused, bezwaar is made without a hoorzitting, and it is granted after all."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from planvanaanpak.forms.voorziening import ANDERS
from planvanaanpak.models import Besluit, Bezwaar, Voorziening
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import maak_dossier, moment
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def voorgesteld(gemeente, consulent, coordinator, snelle_pdf, settings, tmp_path):
    """Give a complete plan with one voorstel: a koelkast."""
    settings.MEDIA_ROOT = tmp_path
    on = timezone.localdate()
    begin = on - timedelta(days=20)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    voer_eerste_gesprek(dossier, consulent, begin)
    plan = maak_volledig_plan(dossier, consulent, on - timedelta(days=2))
    plan.voorzieningen.exclude(omschrijving="Koelkast").delete()
    return plan.voorzieningen.get()


def test_what_was_refused_is_granted_after_a_bezwaar(bediening, voorgesteld, consulent, coordinator):
    wie, on = bediening, timezone.localdate()
    nummer = voorgesteld.plan.dossier.nummer
    wie.log_in(consulent)
    wie.ga(reverse("voorziening", args=[nummer, voorgesteld.pk]))
    wie.kies(voorstel="afwijzen", weigeringsgrond=ANDERS)
    wie.vul(grond_anders="Niet nodig voor de doelen in het plan")
    wie.druk("Bewaren")
    wie.ziet("Het voorstel Koelkast is bewaard.")
    wie.ga(reverse("plan_vaststellen", args=[nummer]))
    wie.volg("Koelkast: wat de inwoner van het afwijzen vindt")
    wie.vul(zienswijze="U wilt de koelkast graag hebben.")
    wie.druk("Bewaren")
    wie.ga(reverse("plan_vaststellen", args=[nummer]))
    wie.volg("Het akkoord is ouder dan het plan")
    wie.vul(reden="U weet dat wij de koelkast afwijzen. De rest van het plan is gelijk.")
    wie.druk("Bewaren")
    wie.ziet("Het akkoord geldt voor het plan van nu.")
    wie.ga(reverse("plan_vaststellen", args=[nummer]))
    wie.ziet("Het besluit wordt een afwijzing.", "Niet nodig voor de doelen in het plan")
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief", "Afwijzing")
    wie.volg("Verzending bevestigen")
    wie.druk("Verzending bevestigen")
    wie.ziet("Verstuurd op", "De inwoner kan bezwaar maken tot en met")
    afwijzing = Besluit.objects.get(soort="afwijzing")
    assert (afwijzing.verzonden_op, Voorziening.objects.get().status) == (on, "afgewezen")

    wie.volg("Bezwaar vastleggen")
    wie.kies(kanaal="e-mail", indiener="rechthebbende")
    wie.vul(ontvangen_op=on, gronden="Mijn kinderen eten elke dag brood. Een koelkast is wel nodig.")
    wie.voeg_bestand_toe("bestand", {"name": "bezwaar.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    wie.druk("Bewaren")
    wie.ziet("Het bezwaar is vastgelegd.", "op tijd")
    wie.volg("Bevestig de ontvangst")
    wie.druk("Brief maken")
    wie.volg("Niet horen")
    wie.kies(grond="wil_niet")
    wie.vul(toelichting="U belde dat u niet gehoord wilt worden.")
    wie.druk("Vastleggen")
    wie.ziet("Niet gehoord.", "Een ander beslist op het bezwaar")
    bezwaar = Bezwaar.objects.get()

    wie.log_in(coordinator)
    wie.ga(bezwaar.get_absolute_url())
    wie.volg("Beslissen op het bezwaar")
    wie.kies(dictum="gegrond", vervolg="nieuw_besluit")
    wie.vul(motivering="Een koelkast is hier wel nodig.", gevolg="U krijgt een koelkast.")
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief", "in beroep gaan tot en met")
    wie.volg("Verzending bevestigen")
    wie.druk("Verzending bevestigen")
    wie.ziet("Verstuurd op")

    koelkast = Voorziening.objects.get()
    wie.ga(f"{reverse('besluit_herzien', args=[afwijzing.nummer])}?bezwaar={bezwaar.pk}")
    wie.ziet("Dit is het nieuwe besluit na het bezwaar.")
    wie.kies(**{f"wat_{koelkast.pk}": "alsnog"})
    bedrag, motivering = f"bedrag_{koelkast.pk}", f"motivering_{koelkast.pk}"
    wie.vul(**{bedrag: "466,33", motivering: "U heeft jonge kinderen.", "toelichting": "Uw bezwaar is gegrond."})
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Vaststellen")
    wie.ziet("is vastgesteld. Verstuur de brief", "Herziening")
    wie.ga(reverse("toegekend", args=[nummer]))
    wie.ziet("Koelkast", "nog te leveren", "466,33")

    bezwaar.refresh_from_db()
    nieuw = Besluit.objects.get(soort="herziening")
    assert (bezwaar.vervolg_besluit, bezwaar.dictum) == (nieuw, "gegrond")
    assert bezwaar.beslissing.vastgesteld_door == coordinator
    assert Voorziening.objects.get().status == "toegekend"
    assert Dossier.objects.get().status == "uitvoering"
