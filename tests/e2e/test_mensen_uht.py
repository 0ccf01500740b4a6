"""Asking UHT and recording the answer; a bewindvoerder who gets the letters, up to the address of the besluit."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from planvanaanpak.actions.besluit import vaststellen
from tests.e2e.bediening import Bediening
from tests.e2e.test_hele_weg import tekst_van
from tests.factories import maak_dossier, moment
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek


def vraag_na(wie: Bediening, nummer: str, gevraagd, on) -> None:
    wie.ga(f"/dossiers/{nummer}/")
    wie.volg("Verificatie vastleggen")
    wie.volg("Leg dan alleen de vraag vast")
    wie.vul(datum_gevraagd=gevraagd)
    wie.kies(kanaal="vraagbestand")
    wie.druk("Bewaren")
    wie.ziet("De vraag aan UHT is vastgelegd.", "Wacht op antwoord")
    wie.ga(f"/dossiers/{nummer}/")
    wie.ziet("Wacht op het antwoord van UHT uiterlijk")
    wie.volg("Antwoord vastleggen")
    wie.vul(datum_antwoord=on, antwoord_van="A. Vos")
    wie.kies(antwoord="bevestigd")
    wie.druk("Bewaren")
    wie.ziet("De verificatie is vastgelegd. Houd het eerste gesprek uiterlijk")


def geef_brieven_aan_bewindvoerder(wie: Bediening, nummer: str) -> None:
    wie.ga(f"/dossiers/{nummer}/")
    wie.volg("Mensen")
    wie.volg("Iemand toevoegen")
    wie.kies(rol="bewindvoerder")
    wie.vul(naam="P. Jansen", organisatie="Bewind BV", adres="Postbus 12\n4000 AA Rivierendam")
    wie.druk("Bewaren")
    wie.ziet("Kies hier aan wie de brieven gaan.")
    wie.kies(post_aan="vertegenwoordiger")
    wie.page.locator("select[name=vertegenwoordiger]").select_option(label="P. Jansen, Bewind BV (bewindvoerder)")
    wie.vul(reden="De kantonrechter benoemde een bewindvoerder.")
    wie.druk("Bewaren")
    wie.ziet("Nieuwe brieven gaan aan de vertegenwoordiger.", "Krijgt de brieven")


@pytest.mark.django_db(transaction=True)
def test_answer_of_uht_and_letters_for_the_bewindvoerder(bediening, gemeente, consulent, coordinator):
    wie, on = bediening, timezone.localdate()
    dag = on - timedelta(days=3)
    dossier = maak_dossier(gemeente, datum=dag)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(dag))
    contact_vastleggen(
        dossier=dossier,
        datum=dag,
        kanaal="telefoon",
        uitkomst="gesproken",
        tekst="",
        by=consulent,
        at=moment(dag),
        on=dag,
    )
    wie.log_in(consulent)

    vraag_na(wie, dossier.nummer, dag, on)
    geef_brieven_aan_bewindvoerder(wie, dossier.nummer)
    dossier = Dossier.objects.get()
    voer_eerste_gesprek(dossier, consulent, on)
    plan = maak_volledig_plan(dossier, consulent, on)
    besluit = vaststellen(plan=plan, datum=on, by=consulent, at=moment(on), on=on)

    wie.ga(f"/besluiten/{besluit.nummer}/")
    wie.ziet("Bewind BV", "t.a.v. P. Jansen", "Postbus 12", "De bewindvoerder krijgt de brief voor N. Berkhout.")
    tekst = tekst_van(bytes(besluit.pdf.inhoud))
    assert "Aan Bewind BV t.a.v. P. Jansen Postbus 12 4000 AA Rivierendam" in tekst
    assert "U krijgt deze brief als bewindvoerder van N. Berkhout." in tekst
    assert "Lindepad" not in tekst
