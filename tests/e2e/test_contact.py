"""Contact in the browser: nobody answers, an afspraak from plan to held, own taken, and a note for few eyes."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.actions.toewijzen import toewijzen
from cases.models import Afspraak, Contact, Dossier, Notitie, Taak
from config.weergave import datum, datum_kort, datum_lang
from tests.e2e.keuring import keur
from tests.factories import maak_dossier, moment

GEDAAN = re.compile("^Gedaan")  # not 'Ongedaan maken', in the message


@pytest.fixture
def dossier(gemeente, consulent, coordinator) -> Dossier:
    """A dossier of the consulent that came in ten days ago."""
    dag = timezone.localdate() - timedelta(days=10)
    dossier = maak_dossier(gemeente, datum=dag)
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(dag))


def probeer(wie, dag, uitkomst="geen gehoor", kanaal="telefoon") -> None:
    """Fill in the form on top of the contact page."""
    wie.vul(datum=dag)
    wie.kies(kanaal=kanaal, uitkomst=uitkomst)
    wie.druk("Bewaren")


def test_three_attempts_propose_a_letter_then_a_visit_which_is_planned(bediening, consulent, dossier, snelle_pdf):
    wie, on = bediening, timezone.localdate()
    wie.log_in(consulent)
    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.page.get_by_role("link", name="Contact", exact=True).first.click()

    for dagen in (3, 2):
        probeer(wie, on - timedelta(days=dagen))
        wie.ziet("De poging tot contact is vastgelegd.")
        expect(wie.page.get_by_text("drie keer of vaker")).to_have_count(0)
    probeer(wie, on - timedelta(days=1))
    wie.ziet("U heeft de inwoner nu drie keer of vaker niet bereikt. Stuur een brief.")

    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.ziet("Inwoner niet bereikt bij de laatste drie pogingen. Stuur een brief")
    wie.volg("Brief maken")
    expect(wie.page.get_by_label("Wij bereiken u niet", exact=True)).to_be_checked()
    wie.druk("Bekijk de brief")
    wie.ziet("Het lukt ons niet om u te bereiken.")
    wie.druk("Brief maken")
    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.ziet("De brief 'Wij bereiken u niet' is gemaakt")
    wie.volg("Brief vastleggen")
    expect(wie.page.locator("[name=kanaal]")).to_have_value("brief")
    wie.kies(uitkomst="bericht achtergelaten")
    wie.druk("Bewaren")

    bezoek = on + timedelta(days=2)
    wie.ziet("Inwoner niet bereikt bij de laatste drie pogingen. Ga op huisbezoek")
    wie.volg("Huisbezoek plannen")
    expect(wie.page.locator("[name=kanaal]")).to_have_value("huisbezoek")
    expect(wie.page.get_by_label("Gesprek", exact=True)).to_be_checked()
    wie.vul(datum=bezoek, tijd="10:30")
    wie.druk("Plannen")
    wie.ziet(f"De afspraak staat gepland op {datum(bezoek)}.", f"{datum_kort(bezoek)}, 10.30 uur")
    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.ziet(f"Huisbezoek gepland op {datum_lang(bezoek)}")

    dossier.refresh_from_db()
    assert (dossier.is_open, dossier.status) == (True, "aanmelding")
    assert Contact.objects.filter(dossier=dossier).count() == 4


def test_afspraak_stands_in_vandaag_is_moved_held_and_another_cancelled(bediening, consulent, dossier):
    wie, on = bediening, timezone.localdate()
    morgen, later = on + timedelta(days=1), on + timedelta(days=8)
    wie.log_in(consulent)

    for dag, plaats in ((morgen, "Stadhuis, kamer 2.12"), (later, "Buurthuis")):
        wie.ga(f"/dossiers/{dossier.nummer}/contact/")
        wie.volg("Gesprek plannen")
        wie.page.get_by_label("Gesprek", exact=True).check()
        wie.vul(datum=dag, tijd="14:00", plaats=plaats, herinneren_op=on)
        wie.kies(kanaal="kantoor")
        wie.druk("Plannen")
        wie.ziet(f"De afspraak staat gepland op {datum(dag)}.", plaats, f"Herinnering op {datum_kort(on)}")
    wie.ga("/vandaag/")
    wie.ziet(f"Voorbereiden: gesprek op {datum(morgen)}", f"Voorbereiden: gesprek op {datum(later)}")
    wie.ziet(datum_kort(morgen), "Gesprek om 14.00 uur, op kantoor")
    wie.page.get_by_role("link", name="Afspraak openen").first.click()

    # It is today after all: the afspraak moves and its taak moves along.
    wie.vul(datum=on, reden="De inwoner kan vandaag al.")
    wie.druk("Bewaren")
    wie.ziet("De afspraak is gewijzigd. De taken die erbij horen zijn mee verzet.")
    wie.page.get_by_role("link", name="Gehouden").click()
    wie.volg("Gesprek vastleggen")
    wie.vul(verslag="Kennisgemaakt.")
    wie.druk("Bewaren")
    wie.ziet("Het gesprek is vastgelegd.")

    wie.ga(f"/dossiers/{dossier.nummer}/contact/")
    wie.page.get_by_role("link", name="Afzeggen").click()
    wie.vul(reden="De inwoner is op vakantie.")
    wie.druk("Afzeggen")
    wie.ziet("De afspraak is afgezegd. De taken die erbij horen zijn vervallen.", "Er is geen gesprek gepland.")
    wie.page.get_by_text("Eerdere afspraken (2)").click()
    wie.ziet(f"{datum_kort(on)}: gesprek, gehouden", f"{datum_kort(later)}: gesprek, afgezegd")
    wie.ga("/vandaag/")
    expect(wie.page.get_by_text("Herinnering aan een afspraak")).to_have_count(0)
    assert list(Afspraak.objects.values_list("status", flat=True)) == ["gehouden", "afgezegd"]


def test_own_taak_is_in_vandaag_on_its_day_and_ticked_off(bediening, consulent, dossier):
    wie, on = bediening, timezone.localdate()
    wie.log_in(consulent)
    wie.ga("/vandaag/")
    wie.volg("Taken")
    wie.vul(wat="Formulier voor de huurtoeslag meenemen", datum=on, nummer=dossier.nummer)
    wie.druk("Toevoegen")
    wie.ziet("De taak staat op uw lijst.", "U heeft 1 open taak.")

    wie.ga("/vandaag/")
    rij = wie.page.locator("li, tr", has_text="Formulier voor de huurtoeslag meenemen").first
    expect(rij).to_contain_text("N. Berkhout")
    rij.get_by_role("button", name="Gedaan").click()
    wie.ziet("Gedaan: Formulier voor de huurtoeslag meenemen.")
    expect(wie.page.get_by_role("button", name=GEDAAN)).to_have_count(0)
    assert Taak.objects.get().gedaan_door == consulent


def test_restricted_notitie_is_not_read_by_a_colleague(bediening, consulent, collega, coordinator, dossier):
    wie, tekst = bediening, "Praat liever niet over haar broer."
    wie.log_in(consulent)
    wie.ga(f"/dossiers/{dossier.nummer}/")
    wie.volg("Notities")
    wie.vul(tekst=tekst)
    wie.page.get_by_label("Alleen voor de casusregisseur en de coördinator").check()
    wie.druk("Toevoegen")
    wie.ziet("De notitie is toegevoegd.", tekst)

    wie.log_in(collega)
    wie.ga(f"/dossiers/{dossier.nummer}/notities/")
    wie.ziet("1 notitie is alleen voor de casusregisseur en de coördinator. U ziet hier niet wat erin staat.")
    expect(wie.page.get_by_text(tekst)).to_have_count(0)
    wie.ga(f"/dossiers/{dossier.nummer}/geschiedenis/")
    expect(wie.page.get_by_text(tekst)).to_have_count(0)
    adres = f"{wie.adres}/dossiers/{dossier.nummer}/notities/{Notitie.objects.get().pk}/"
    assert wie.page.request.get(adres).status == 404

    wie.log_in(coordinator)
    wie.ga(f"/dossiers/{dossier.nummer}/notities/")
    wie.ziet(tekst)


def test_who_answers_for_a_colleague_leaves_the_follow_up_to_them_and_undoes_a_slip(
    bediening, collega, consulent, dossier
):
    wie, on = bediening, timezone.localdate()
    wie.log_in(collega)
    wie.ga(f"/dossiers/{dossier.nummer}/contact/")
    expect(wie.page.get_by_label("Wie volgt dit op?")).to_have_value("casusregisseur")
    assert keur(wie.page, "contact bij een collega") == []
    wie.vul(opvolgen_op=on, opvolgen_wat="Terugbellen over de school")
    probeer(wie, on)
    wie.ziet(f"De poging tot contact is vastgelegd. {consulent.naam} volgt het op.")

    wie.log_in(consulent)
    wie.ga("/vandaag/")
    wie.ziet("Terugbellen over de school")

    wie.log_in(collega)
    wie.ga(f"/dossiers/{dossier.nummer}/contact/")
    wie.page.get_by_role("button", name=GEDAAN).click()
    wie.ziet("Gedaan: Terugbellen over de school.", "Er zijn geen open taken in dit dossier.")
    assert keur(wie.page, "gedaan, met ongedaan maken") == []
    wie.druk("Ongedaan maken")
    wie.ziet("De taak staat weer open.")
    expect(wie.page.get_by_role("button", name=GEDAAN)).to_have_count(1)
