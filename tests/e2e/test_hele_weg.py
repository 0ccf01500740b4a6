"""The whole road in the browser, on a real list: from a levering of the gegevensportaal to a SiSa amount."""

import hashlib
import io
import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.forms.hulpvragen import HULPVRAAG
from cases.models import Bewaking, Dossier, DossierEvent, Signaal, Termijn
from config.weergave import datum
from planvanaanpak.models import Besluit, Voorziening
from portal_import.models import ImportRun
from tests.cases.bestandsvoorbeelden import pdf
from tests.e2e.bediening import Bediening
from tests.factories import maak_dossier

LIJST = Path("tests/data/portaal/levering-bo-20250106.xlsx")
BSN = "999994335"  # P.F. Holthuizen: erkend, with a whole address
PDF = {"name": "akkoord.pdf", "mimeType": "application/pdf", "buffer": pdf()}
FACTUUR = {"name": "factuur.pdf", "mimeType": "application/pdf", "buffer": pdf()}


def tekst_van(pdf: bytes) -> str:
    uit = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(uit.stdout.decode().split())


def claims_of(pdf: bytes) -> dict[str, object]:
    """Give what the PDF says of itself: its part and level of PDF/A, and its part of PDF/UA."""
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        meta = bestand.open_metadata()
        return {"pdfa": (meta["pdfaid:part"], meta["pdfaid:conformance"]), "pdfua": meta["pdfuaid:part"]}


def lees_lijst_in(wie: Bediening) -> None:
    """Step 1: see what a list would do, confirm it, and see that a second time changes nothing."""
    for aantal in ("276 nieuwe dossiers", "276 rijen"):
        wie.ga("/portaal/nieuw/")
        wie.voeg_bestand_toe("bestand", LIJST)
        wie.druk("Bekijk wat er verandert")
        run = ImportRun.objects.latest("pk")
        assert run.rijen == 276, aantal
        if run.nieuw:
            wie.druk("Lijst inlezen")
            wie.ziet("ingelezen")
    assert (run.nieuw, run.gewijzigd, run.ongewijzigd) == (0, 0, 276)
    assert Dossier.objects.count() == 276


def spreek(wie: Bediening, nummer: str, dag: date) -> None:
    """Step 2: log a contact, record the verificatie and the eerste gesprek."""
    wie.ga(f"/dossiers/{nummer}/contact/nieuw/")
    wie.vul(datum=dag - timedelta(days=6), tekst="Kennisgemaakt.")
    wie.kies(kanaal="telefoon", uitkomst="gesproken")
    wie.druk("Bewaren")
    wie.ga(f"/dossiers/{nummer}/verificatie/")
    wie.vul(datum_gevraagd=dag - timedelta(days=5), datum_antwoord=dag - timedelta(days=3))
    wie.kies(kanaal="telefoon", antwoord="bevestigd")
    wie.druk("Bewaren")
    wie.ga(f"/dossiers/{nummer}/eerste-gesprek/")
    wie.vul(datum=dag)
    wie.vul(
        **{f"{HULPVRAAG}wonen": "Mijn koelkast is kapot.", f"{HULPVRAAG}financien": "Ik wil overzicht over mijn geld."}
    )
    wie.kies(kanaal="huisbezoek")
    wie.druk("Bewaren")
    wie.ziet("Het eerste gesprek is vastgelegd.")


GEZIEN = date(2026, 1, 15)


def maak_plan(wie: Bediening, nummer: str, dag: date) -> None:
    """Step 4, first half: the plan with its voorzieningen, and the akkoord with its evidence."""
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/")
    wie.vul(**{"plan-situatie": "Er waren schulden en veel stress."})
    for leefgebied in ("wonen", "financien", "gezin", "werk", "zorg"):
        vraag = leefgebied in ("wonen", "financien")
        deel = wie.page.locator(f"#leefgebied-{leefgebied}")
        if deel.get_attribute("open") is None:
            deel.locator("summary").first.click()
        wie.vul(**{f"{leefgebied}-situatie": f"Zo is het nu met {leefgebied}."})
        wie.kies(**{f"{leefgebied}-voldoet": "nee" if vraag else "ja"})
        if vraag:
            wie.vul(**{f"{leefgebied}-doel": "Over een jaar is dit op orde."})
    wie.page.locator(".bo-werkbalk").get_by_role("button", name="Bewaren").click()
    voeg_voorziening_toe(wie, nummer, "wonen", "Koelkast", "materieel", "450,00")
    onderbouw_prijs(wie, nummer)
    voeg_voorziening_toe(wie, nummer, "financien", "Budgetcoach, 12 gesprekken", "immaterieel", "1.800,00")
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/akkoord/")
    wie.vul(datum=dag)
    wie.kies(kanaal="e-mail")
    wie.voeg_bestand_toe("bestand", PDF)
    wie.druk("Bewaren")


def voeg_voorziening_toe(wie: Bediening, nummer: str, leefgebied: str, wat: str, soort: str, bedrag: str) -> None:
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/voorzieningen/nieuw/")
    wie.kies(leefgebied=leefgebied, soort=soort, noodzaak="noodzaak", voorstel="toekennen")
    wie.kies(schuld="nee", betaald_aan="winkel" if soort == "materieel" else "uitvoerder")
    wie.vul(omschrijving=wat, motivering="U heeft dit nodig voor uw nieuwe start.", bedrag=bedrag)
    wie.vul(**dict.fromkeys(("obstakel", "geschiktheid", "noodzakelijkheid", "evenredigheid"), "Zoals besproken."))
    wie.druk("Bewaren")


def onderbouw_prijs(wie: Bediening, nummer: str) -> None:
    """Let the price rest on the mean of three goods: 466,33."""
    koelkast = Voorziening.objects.get(plan__dossier__nummer=nummer, omschrijving="Koelkast")
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/voorzieningen/{koelkast.pk}/")
    wie.volg("Prijs onderbouwen")
    wie.kies(basis="vergelijking")
    for volgnummer, prijs in enumerate(("449,00", "479,00", "471,00"), start=1):
        goed = {"goed": "Koelkast", "bron": f"Winkel {volgnummer}", "datum": GEZIEN, "prijs": prijs}
        wie.vul(**{f"{deel}_{volgnummer}": waarde for deel, waarde in goed.items()})
    wie.vul(reden="Dit model staat niet in de prijzengids.")
    wie.druk("Bewaren")
    wie.ziet("De prijs van Koelkast is onderbouwd")


def stel_vast(wie: Bediening, pad: str, verzenddatum: date) -> Besluit:
    wie.ga(pad)
    wie.vul(datum=verzenddatum)
    wie.page.locator("[name=gelezen]").check()
    wie.page.locator(".bo-knoppen button[type=submit]").first.click()
    return Besluit.objects.latest("pk")


def boek_kosten(wie: Bediening, nummer: str, dag: date) -> None:
    """Step 6: a cost line with its invoice on a voorziening."""
    wie.ga("/spuk/9901/instellingen/")
    wie.kies(**{"keuze-abdf": "norm", "keuze-e": "norm"})
    wie.vul(**{"keuze-bron": "SiSa-verantwoording 2021"})
    wie.druk("Keuze bewaren")
    wie.ga("/spuk/9901/kosten/nieuw/")
    wie.vul(nummer=nummer)
    wie.druk("Zoeken")
    wie.volg("Koelkast")
    wie.vul(
        leverancier="Witgoedhuis",
        factuurnummer="2026-118",
        datum=dag,
        omschrijving="Koelkast",
        netto="385,40",
        btw="80,93",
    )
    wie.voeg_bestand_toe("factuur", FACTUUR)
    wie.druk("Kosten boeken")
    wie.ziet("De kosten zijn geboekt.", "€ 466,33")


@pytest.mark.django_db(transaction=True)
def test_whole_road_from_portal_list_to_sisa_total(
    bediening, gemeente, consulent, coordinator, financieel, settings, mailoutbox
):
    wie, on = bediening, timezone.localdate()
    gesprek = on - timedelta(days=50)

    # 1. The list becomes dossiers; those who are niet erkend have no clocks.
    wie.ga("/")
    wie.log_in_met_wachtwoord(coordinator)
    lees_lijst_in(wie)
    assert Dossier.objects.filter(status="geen_recht", termijnen__isnull=True).count() == 49
    dossier = Dossier.objects.get(persoon__bsn=BSN)
    nummer = dossier.nummer

    # 2. The coördinator assigns; the consulent sees it in Vandaag and gets to work.
    wie.ga(f"/dossiers/{nummer}/")
    wie.volg("Toewijzen")
    wie.page.locator("select[name=casusregisseur]").select_option(str(consulent.pk))
    wie.druk("Toewijzen")
    wie.log_in(consulent)
    wie.ga("/vandaag/")
    wie.ziet("P.F. Holthuizen", "Eerste keer bellen")
    spreek(wie, nummer, gesprek)

    # 3. The clocks run, each with its date, its reason and its source, in the picture and beside it.
    termijnen = dict(Termijn.objects.filter(dossier=dossier).values_list("regel", "uiterste_datum"))
    wie.ga(f"/dossiers/{nummer}/")
    assert wie.page.locator("svg.bo-spoor").count() > 3
    for regel in ("plan_van_aanpak", "materiele_verstrekking", "besluiten"):
        wie.ziet(datum(termijnen[regel]))
    wie.ziet("8 weken", "6 maanden", "2 jaar", "Wht artikel 2.21")

    # 4. Plan, akkoord and a numbered beschikking, stored once.
    maak_plan(wie, nummer, on)
    besluit = stel_vast(wie, f"/dossiers/{nummer}/plan-van-aanpak/vaststellen/", on)
    assert besluit.nummer == f"9901-B-{on.year}-00001"
    wie.ga(f"/besluiten/{besluit.nummer}/")
    wie.ziet(besluit.nummer, besluit.pdf.sha256)
    pdf = wie.page.request.get(f"{wie.adres}/besluiten/{besluit.nummer}/pdf/").body()
    assert hashlib.sha256(pdf).hexdigest() == besluit.pdf.sha256
    assert claims_of(pdf) == {"pdfa": ("3", "A"), "pdfua": "1"}
    assert "Koelkast" in tekst_van(pdf)
    bezwaar = Termijn.objects.get(regel="bezwaar", aanleiding=f"besluit:{besluit.pk}")
    assert f"{datum(bezwaar.uiterste_datum)}" in tekst_van(pdf)
    wie.ga(f"/besluiten/{besluit.nummer}/verzenden/")
    wie.vul(datum=on)
    wie.druk("bevestigen")

    # 5. An addendum with its own besluit and PDF, dated tomorrow but sent today: a bijsluiter goes along.
    voeg_voorziening_toe(wie, nummer, "werk", "Rijlessen, 20 uur", "immaterieel", "1.240,00")
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/addendum/")
    wie.ziet("Vaststellen kan nog niet.")
    wie.volg("Werk heeft geen doel. Toekennen kan alleen vanuit het plan")
    wie.vul(tekst="U heeft een vaste baan.", reden="Er kwam een kans op werk.")
    wie.druk("Bewaren")
    wie.ziet("Het doel staat in het plan.")
    wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/addendum/")
    wie.vul(toelichting="U kreeg een kans op werk.")
    wie.vul(datum=on + timedelta(days=1))
    wie.page.locator("[name=gelezen]").check()
    wie.page.locator(".bo-knoppen button[type=submit]").first.click()
    addendum = Besluit.objects.latest("pk")
    assert (addendum.soort, addendum.vult_aan) == ("addendum", besluit)
    wie.ga(f"/besluiten/{addendum.nummer}/verzenden/")
    wie.vul(datum=on)
    wie.druk("bevestigen")
    wie.page.locator("[name=bijsluiter]").check()
    wie.druk("bevestigen")
    wie.ziet("Verstuurd op")
    addendum.refresh_from_db()
    klok = Termijn.objects.get(regel="bezwaar", aanleiding=f"besluit:{addendum.pk}")
    assert (addendum.verzonden_op, klok.start) == (on, on)
    assert datum(klok.uiterste_datum) in tekst_van(bytes(addendum.bijsluiters.get().inhoud))

    # 6. A cost with its invoice; a driegesprek.
    wie.ga(f"/dossiers/{nummer}/driegesprek/")
    wie.vul(datum=on, aanvrager="Mevrouw", plaats="Gemeentehuis", deelnemers="Mevrouw, UHT", onderwerpen="Toekomst")
    wie.kies(derde="uht")
    wie.druk("Bewaren")
    wie.log_in(financieel)
    boek_kosten(wie, nummer, on)

    # 7. Doelen behaald, beëindiging, nazorg with half-yearly contacts; one is held.
    wie.log_in(consulent)
    for doel in dossier.plan.doelen.all():
        wie.ga(f"/dossiers/{nummer}/plan-van-aanpak/doelen/{doel.pk}/")
        wie.kies(status="behaald")
        wie.vul(datum=on)
        wie.druk("Bewaren")
    wie.ga(f"/dossiers/{nummer}/beeindigen/")
    wie.kies(grond="doelen_behaald", nazorg_gewenst="ja")
    wie.vul(toelichting="Uw doelen zijn behaald.", zienswijze="U vindt het goed.", datum=on)
    wie.druk("Verder")
    wie.page.locator("[name='gelezen']").check()
    wie.druk("Beëindigen en besluit maken")
    dossier.refresh_from_db()
    assert (dossier.status, dossier.nazorg.contacten.count()) == ("nazorg", 4)
    contact = dossier.nazorg.contacten.first()
    wie.ga(f"/dossiers/{nummer}/nazorg/contacten/{contact.pk}/")
    wie.vul(datum=on, verslag="Het gaat goed.")
    wie.kies(kanaal="telefoon", terugval="nee")
    wie.druk("Bewaren")
    contact.refresh_from_db()
    assert contact.gehouden_op == on

    # 8. The nightly run: what passed turns, once, with a ledger row and a digest without names.
    ander = maak_dossier(gemeente, datum=on, bsn="123456782")
    ander.casusregisseur = consulent
    ander.save(update_fields=["casusregisseur"])
    settings.DEMO = True
    later = on + timedelta(days=60)
    mailoutbox.clear()
    for _ in range(2):
        call_command("termijnen_bewaken", "--on", later.isoformat(), stdout=io.StringIO())
    assert Termijn.objects.get(dossier=ander, regel="eerste_gesprek").status == "te_laat"
    assert set(Termijn.objects.filter(dossier=dossier, regel="bezwaar").values_list("status", flat=True)) == {"voorbij"}
    assert Signaal.objects.filter(termijn__dossier=ander, soort="te_laat").count() == 2
    assert Bewaking.objects.get(gemeente=gemeente, on=later).fout == ""
    mail = next(mail for mail in mailoutbox if mail.to == [consulent.email])
    assert ander.nummer in mail.body
    assert "Berkhout" not in mail.body

    # 9. The command and the page say the same amounts, each linked to the dossiers behind it.
    uit = io.StringIO()
    call_command("sisa", "--gemeente", "9901", "--jaar", str(on.year), "--formaat", "json", stdout=uit)
    rapport = json.loads(uit.getvalue())
    assert {k: v["bedrag"] for k, v in rapport["componenten"].items()} == {
        "A": "380.00",
        "B": "3468.00",
        "C": "385.40",
        "D": "1795.00",
        "E": "0.00",
        "E_kind": "0.00",
        "F": "400.00",
    }
    wie.log_in(coordinator)
    wie.ga(f"/spuk/9901/{on.year}/")
    wie.ziet("€ 6.428,40")
    wie.page.locator(f"a[href='/spuk/9901/{on.year}/B/']").first.click()
    wie.volg(nummer)
    wie.ziet("P.F. Holthuizen")

    # What happened is told in the dossier's history, in order.
    soorten = list(DossierEvent.objects.filter(dossier=dossier).order_by("pk").values_list("soort", flat=True))
    assert soorten[:5] == ["aangemeld", "toegewezen", "contact", "verificatie", "eerste_gesprek"]
    wie.ga(f"/dossiers/{nummer}/geschiedenis/")
    wie.ziet("Nazorgcontact 1 gehouden", "Kosten geboekt")
