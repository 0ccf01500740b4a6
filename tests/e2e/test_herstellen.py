"""In the browser: a wrong contact is corrected, and a death stops what was planned."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Termijn
from config.weergave import datum
from tests.factories import maak_dossier, moment


@pytest.mark.django_db(transaction=True)
def test_correct_a_contact_and_note_a_death(bediening, gemeente, consulent, coordinator):
    vandaag = timezone.localdate()
    begin, gebeld = vandaag - timedelta(days=10), vandaag - timedelta(days=3)
    dossier = maak_dossier(gemeente, datum=begin)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    contact_vastleggen(
        dossier=dossier,
        datum=gebeld,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="Kennisgemaakt",
        by=consulent,
        at=moment(gebeld),
        on=gebeld,
    )
    bediening.log_in(consulent)

    bediening.ga(dossier.get_absolute_url())
    bediening.volg("Contact")
    bediening.page.locator("main").get_by_role("link", name="Verbeteren").first.click()
    bediening.vul(datum=begin, reden="Ik koos de verkeerde dag")
    bediening.druk("Bewaren")
    bediening.ziet("Het is verbeterd.")
    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == begin
    assert Termijn.objects.get(dossier=dossier, regel="eerste_contact").datum_gehaald == begin

    bediening.volg("Herstellen")
    bediening.volg("Overlijden vastleggen")
    bediening.ziet("Dit stopt meteen", "Eerste gesprek")
    bediening.vul(datum=vandaag, bron="de partner")
    bediening.druk("Overlijden vastleggen")
    bediening.ziet(f"Overleden op {datum(vandaag)}", "Bespreek met het gezin wat er nu nodig is")
    assert set(Termijn.objects.filter(dossier=dossier).values_list("regel", "status")) == {
        ("eerste_contact", "gehaald"),
        ("eerste_gesprek", "vervallen"),
        ("eerste_gesprek_na_contact", "vervallen"),
    }
    bediening.ga("/vandaag/")
    assert "Berkhout" not in bediening.page.locator("main").inner_text()
