"""An eerste gesprek with an acute situation in the browser, and its date put right after a look before and after."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.forms.hulpvragen import HULPVRAAG, URGENTIE
from config.weergave import datum, datum_kort
from tests.factories import maak_dossier


@pytest.mark.django_db(transaction=True)
def test_acute_eerste_gesprek_and_its_date_corrected(bediening, gemeente, consulent):
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=20))
    nummer = dossier.nummer
    wie.log_in(consulent)

    # The eerste gesprek, with an urgent hulpvraag and what threatens: the next step is a first plan.
    wie.ga(f"/dossiers/{nummer}/eerste-gesprek/")
    wie.vul(**{"datum": on, f"{HULPVRAAG}wonen": "Wij moeten ons huis uit.", "acuut_toelichting": "Over twee weken."})
    wie.kies(**{"kanaal": "huisbezoek", f"{URGENTIE}wonen": "acuut", "acuut": "woningontruiming"})
    wie.druk("Bewaren")
    wie.ziet("Het eerste gesprek is vastgelegd.", "Acuut: maak direct een eerste plan", "Over twee weken.")
    wie.ga("/dossiers/")
    wie.ziet("Acuut")

    # The date was wrong: the page shows every clock before and after, and does it when confirmed.
    plan = dossier.termijnen.get(regel="plan_van_aanpak").uiterste_datum
    echt = on - timedelta(days=7)
    wie.ga(f"/dossiers/{nummer}/")
    wie.volg("Alle gesprekken")
    wie.volg("Eerste gesprek wijzigen")
    wie.vul(datum=echt, reden="De agenda zei een week eerder.")
    wie.druk("Verder")
    wie.ziet("Klopt dit? Bevestig de wijziging", datum_kort(plan))
    wie.druk("Eerste gesprek wijzigen")
    wie.ziet(f"Plan van aanpak: tot en met {datum(plan)} (loopt) wordt")
    dossier.refresh_from_db()
    assert dossier.datum_eerste_gesprek == echt

    # A further gesprek, and the acute situation is over.
    wie.volg("Gesprek vastleggen")
    wie.vul(datum=on, verslag="De ontruiming is van de baan.")
    wie.kies(kanaal="telefoon")
    wie.druk("Bewaren")
    wie.ziet("Het gesprek is vastgelegd.", "De ontruiming is van de baan.")
    wie.ga(f"/dossiers/{nummer}/acuut/opheffen/")
    wie.vul(reden="Er is een betalingsregeling.")
    wie.druk("Opheffen")
    wie.ziet("Dit dossier is niet meer acuut.")
