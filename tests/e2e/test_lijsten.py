"""The roads through lists: save a list and assign from it; be away and let a colleague do the work."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from cases.actions.toewijzen import toewijzen
from tests.e2e.keuring import keur
from tests.factories import maak_dossier, moment


def test_coordinator_saves_a_list_and_assigns_two_of_it(bediening, gemeente, consulent, coordinator):
    on = timezone.localdate()
    for naam in ("Berkhout", "Claassen", "Dekker"):
        maak_dossier(gemeente, datum=on, bsn="", achternaam=naam)
    b = bediening
    b.log_in(coordinator)
    b.ga("/dossiers/")
    b.kies(casusregisseur="geen", volgorde="naam")
    b.druk("Toon dossiers")
    b.volg("Weergave bewaren")
    b.vul(naam="Te verdelen")
    b.druk("Weergave bewaren")
    b.ziet("De weergave Te verdelen is bewaard.", "3 dossiers met deze keuze.")

    for naam in ("N. Berkhout", "N. Dekker"):
        b.page.get_by_label(f"Kies {naam}").check()
    b.druk("Aangevinkte dossiers toewijzen")
    b.ziet("2 dossiers toewijzen", "N. Berkhout", "N. Dekker")
    assert keur(b.page, "samen toewijzen") == []
    b.kies(casusregisseur=str(consulent.pk))
    b.druk("Toewijzen")
    b.ziet("2 dossiers toegewezen aan Jolanda Prins.", "1 dossier met deze keuze.", "N. Claassen")
    with b.page.expect_download() as wacht:
        b.volg("Lijst downloaden")
    assert wacht.value.suggested_filename == f"dossiers-{on.isoformat()}.xlsx"


def test_consulent_is_away_and_the_stand_in_sees_the_work(bediening, gemeente, consulent, collega):
    on = timezone.localdate()
    dossier = maak_dossier(gemeente, datum=on - timedelta(days=3))
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(on))
    b = bediening
    b.log_in(consulent)
    b.ga("/vandaag/")
    b.page.locator("summary", has_text=consulent.naam).click()
    b.volg("Afwezig melden")
    b.vul(vanaf=on, tot=on + timedelta(days=4))
    b.kies(vervanger=str(collega.pk))
    b.druk("Afwezig melden")
    b.ziet("Bewaard. Bram Terpstra doet in die dagen uw werk.")

    b.log_in(collega)
    b.ga("/vandaag/")
    b.ziet("U vervangt Jolanda Prins.", "N. Berkhout", "voor Jolanda Prins")

    b.log_in(consulent)
    b.ga("/afwezigheid/")
    b.druk("Weghalen")
    b.ziet("Deze afwezigheid is weggehaald.")
    b.log_in(collega)
    b.ga("/vandaag/")
    expect(b.page.get_by_text("N. Berkhout")).to_have_count(0)
