"""A telephone aanmelding in the browser, up to the eerste gesprek; and somebody who wants no help now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.forms.gesprek import HULPVRAAG
from cases.models import Dossier
from tests.factories import maak_dossier


@pytest.mark.django_db(transaction=True)
def test_telephone_aanmelding_up_to_the_eerste_gesprek(bediening, gemeente, consulent):
    wie, on = bediening, timezone.localdate()
    bekend = maak_dossier(gemeente, datum=on - timedelta(days=30), bsn="", achternaam="Öztürk", voorletters="A.")

    # 1. From Vandaag to the form of the doelgroep, by the keyboard.
    wie.log_in(consulent)
    wie.ga("/vandaag/")
    wie.volg("Inwoner aanmelden")
    wie.kies(doelgroep="aanvrager")
    wie.page.keyboard.press("Enter")
    wie.ziet("Aanvrager aanmelden", "2 januari 2024")

    # 2. Somebody with the same name and birth date is shown beside what was typed.
    wie.vul(voorletters="A.", achternaam="Ozturk", geboortedatum="12-3-1985", telefoon="06 5555 0199")
    wie.kies(wil_ondersteuning="ja", uht_status="erkend")
    wie.page.locator("[name=gesproken]").check()
    wie.page.locator("[name=neem_zelf]").check()
    wie.druk("Aanmelding bewaren")
    wie.ziet("Kijk of dit dezelfde persoon is", "A. Öztürk", bekend.nummer)
    assert Dossier.objects.count() == 1
    wie.page.locator("[name=toch_nieuw]").check()
    wie.druk("Aanmelding bewaren")

    # 3. The dossier says what comes next: the inwoner was spoken to, so UHT is asked.
    dossier = Dossier.objects.latest("pk")
    wie.ziet("De aanmelding is bewaard.", dossier.nummer, "Vraag bij UHT na")
    assert (dossier.casusregisseur, dossier.datum_eerste_contact) == (consulent, on)
    assert wie.page.url == f"{wie.adres}{dossier.get_absolute_url()}"

    # 4. Verificatie and eerste gesprek.
    wie.volg("Verificatie vastleggen")
    wie.vul(datum_gevraagd=on, datum_antwoord=on)
    wie.kies(kanaal="telefoon", antwoord="bevestigd")
    wie.druk("Bewaren")
    wie.volg("Gesprek vastleggen")
    wie.vul(datum=on, **{f"{HULPVRAAG}wonen": "Mijn koelkast is kapot."})
    wie.kies(kanaal="kantoor")
    wie.druk("Bewaren")
    wie.ziet("Het eerste gesprek is vastgelegd.")
    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek) == ("plan_van_aanpak", on)


@pytest.mark.django_db(transaction=True)
def test_no_thanks_maybe_later_and_then_yes(bediening, gemeente, consulent):
    wie, on = bediening, timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=2))

    wie.log_in(consulent)
    wie.ga(dossier.get_absolute_url())
    wie.volg("Wil nu geen hulp")
    wie.kies(wil="later")
    wie.druk("Bewaren")
    wie.ziet("De inwoner wil nu geen hulp, misschien later")
    wie.volg("Hulp hervatten")
    wie.druk("Hulp hervatten")
    wie.ziet("De hulp is hervat.", "Neem contact op")
    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"
