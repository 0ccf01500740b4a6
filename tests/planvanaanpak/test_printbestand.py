"""The file that goes to the printer: each letter on its own sheet, what goes along with it, and its copy."""

import io
from datetime import date

import pikepdf
import pytest
from django.urls import reverse

from cases.actions.briefdruk import bewaar_brief
from cases.briefadres import ontvanger
from cases.models import Document, Persoon, UitgaandeBrief
from cases.pdf import render_pdf
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.drukronde import drukronde_maken
from planvanaanpak.drukwerklijst import te_drukken
from planvanaanpak.models import BesluitPdf, Bijsluiter
from planvanaanpak.printbestand import ADRESBLADEN, Adresbladen
from tests.factories import moment
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer
from tests.planvanaanpak.test_pdf import bladen, lees

pytestmark = pytest.mark.django_db
DAG = date(2026, 4, 20)
HOOGTE = 842
MET_AFSCHRIFT = {
    "afschrift_aan": "P. Jansen van Bewind BV, bewindvoerder",
    "afschrift_adres": ["Postbus 9", "1000 AA Oord"],
}


def maak_pdf(bladen, breedte):
    """Give a PDF of so many pages, to be known again by their width."""
    with pikepdf.new() as pdf:
        for _ in range(bladen):
            pdf.add_blank_page(page_size=(breedte, HOOGTE))
        bestand = io.BytesIO()
        pdf.save(bestand)
    return bestand.getvalue()


def leg_neer(dossier, by, bladen, breedte, dag=DAG):
    pdf = maak_pdf(bladen, breedte)
    return bewaar_brief(
        dossier, pdf, "Overdracht", "overdracht", naar=ontvanger(dossier.persoon), by=by, at=moment(dag), on=dag
    )


def breedtes(inhoud):
    """Give the width of each page, and of a page without anything on it a zero."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return [float(blad.mediabox[2]) for blad in pdf.pages]


def download(pagina, ronde):
    return pagina.get(reverse("drukronde_pdf", args=[ronde.pk])).content


@pytest.mark.parametrize("bladen", [(1, 1), (2, 1), (3, 2), (1, 2, 3)], ids=str)
def test_every_letter_begins_on_the_front_of_a_sheet(pagina, gemeente, consulent, dossier, bladen):
    for plaats, aantal in enumerate(bladen):
        leg_neer(dossier, consulent, aantal, 500 + plaats)
    ronde = drukronde_maken(gemeente=gemeente, dag=DAG, by=consulent, at=moment(DAG))

    breed = breedtes(download(pagina, ronde))

    eerste = [breed.index(500 + plaats) for plaats in range(len(bladen))]
    assert [plaats % 2 for plaats in eerste] == [0] * len(bladen)
    assert eerste[0] == 2  # the list is one page, with its back left empty
    assert len(breed) % 2 == 0
    assert [breed.count(500 + plaats) for plaats in range(len(bladen))] == [aantal + aantal % 2 for aantal in bladen]


def zet_klaar(gemeente, by, dag=DAG):
    return drukronde_maken(gemeente=gemeente, dag=dag, by=by, at=moment(dag))


def test_copy_lies_behind_its_letter_with_a_sheet_that_bears_its_address(pagina, gemeente, consulent, dossier):
    leg_neer(dossier, consulent, 3, 500)
    leg_neer(dossier, consulent, 1, 501)
    UitgaandeBrief.objects.filter(document__pk=Document.objects.first().pk).update(envelop=MET_AFSCHRIFT)

    bestand = download(pagina, zet_klaar(gemeente, consulent))

    # List, then two letters; the second has a copy behind it, which begins with the sheet.
    assert [round(breed) for breed in breedtes(bestand)] == [595, 595, *[500] * 4, 501, 501, 595, 595, 501, 501]
    lijst, tekst = " ".join(bladen(bestand)[0].split()), lees(bestand)
    assert f"2 {dossier.nummer} Overdracht aan andere hulp 1 adres staat op de brief; het afschrift ligt" in lijst
    assert f"3 {dossier.nummer} Afschrift van brief 2 2 adres staat op het adresblad" in lijst
    assert "Enveloppen 3, samen 6 bladzijden" in lijst
    assert "Jansen" not in lijst
    assert "Aan P. Jansen van Bewind BV, bewindvoerder Postbus 9 1000 AA Oord" in tekst


def test_besluit_lies_behind_its_bijsluiter_in_one_envelope(pagina, gemeente, consulent, besluit, monkeypatch):
    dag = date(2026, 4, 21)
    verzenden(besluit=besluit, datum=dag, by=consulent, at=moment(dag), on=dag)
    vorm = {Bijsluiter: maak_pdf(1, 601), BesluitPdf: maak_pdf(3, 600)}
    monkeypatch.setattr("planvanaanpak.printbestand.lees_stuk", lambda stuk: vorm[type(stuk)])

    bestand = download(pagina, zet_klaar(gemeente, consulent, dag))

    assert [round(breed) for breed in breedtes(bestand)] == [595, 595, 601, 601, *[600] * 4]
    assert f"1 {besluit.nummer} Bijsluiter 4 adres staat op de brief; in één envelop met het besluit" in lees(bestand)


def test_letter_that_lapsed_is_named_on_the_list_and_on_the_page(pagina, gemeente, consulent, dossier):
    leg_neer(dossier, consulent, 2, 500)
    ronde = zet_klaar(gemeente, consulent)
    Persoon.objects.filter(pk=dossier.persoon_id).update(datum_overlijden=DAG)

    bestand = download(pagina, ronde)

    assert 500 not in breedtes(bestand)
    assert f"{dossier.nummer}, overdracht aan andere hulp: de inwoner is overleden" in lees(bestand)
    tekst = pagina.get(ronde.get_absolute_url()).content.decode()
    assert "Vervallen of weggelaten sinds het klaarzetten" in tekst
    assert f"{dossier.nummer}, overdracht aan andere hulp: de inwoner is overleden." in tekst


def test_address_sheets_are_one_page_each_and_pass_the_gate(gemeente, consulent, dossier):
    for breedte in (500, 501):
        leg_neer(dossier, consulent, 1, breedte)
    UitgaandeBrief.objects.update(envelop=MET_AFSCHRIFT | {"afschrift_adres": ["Een lange straatnaam 1234 A"] * 6})

    pdf = render_pdf(
        ADRESBLADEN,
        Adresbladen(
            kenmerk="drukronde 1",
            datum=DAG,
            afzender=brieven.AFZENDER,
            ontvanger=brieven.ONTVANGER,
            brieven=tuple(te_drukken(gemeente, consulent, dag=DAG)),
        ),
    )

    assert controleer(pdf) == []
    assert len(bladen(pdf)) == 2
    assert "Bladzijde" not in lees(pdf)
