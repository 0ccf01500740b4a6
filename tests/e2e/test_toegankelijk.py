"""Every page passes axe (WCAG 2.2 AA) and fits its screen, wide and on a phone; forms with errors too."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases.actions.aanmelden import controlepunt_maken
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.dossier import toewijzen
from cases.actions.lijst import weergave_bewaren
from cases.keuzes import BedreigendeSituatie, Rang
from cases.kolommen import KOLOMMEN
from cases.models import Controlepunt, Dossier, Lijstweergave
from nazorg.actions.beeindigen import beeindigen
from planvanaanpak.models import Voorziening
from portal_import.actions.inlezen import voorbeeld_maken
from portal_import.soorten import Soort
from spuk.models import SpukKeuze
from tests.factories import PERSOON, maak_dossier, moment
from tests.spuk.test_actions_kosten import boek
from tests.wegen import behaal_doelen, maak_volledig_plan, stel_vast, voer_eerste_gesprek

REGELS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BREEDTES = {"wide": 1440, "phone": 390}
LIJST = "tests/data/portaal/levering-bo-20250310.csv"
NAMEN = {"aanmelding": "123456782", "plan": "111222333", "uitvoering": PERSOON["bsn"], "nazorg": "999990032"}


@pytest.fixture
def dossiers(gemeente, consulent, collega, financieel, coordinator, snelle_pdf) -> dict[str, Dossier]:
    """One dossier in each phase, the last one with costs, and a levering that waits."""
    on = timezone.localdate()
    begin = on - timedelta(days=40)
    uit = {naam: maak_dossier(gemeente, datum=begin, bsn=bsn) for naam, bsn in NAMEN.items()}
    for dossier in uit.values():
        toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(begin))
    controlepunt_maken(dossier=uit["aanmelding"], soort=Controlepunt.Soort.WOONPLAATS, tekst="Andere woonplaats: Ede.")
    voer_eerste_gesprek(uit["plan"], consulent, begin)
    maak_volledig_plan(uit["plan"], consulent, begin + timedelta(days=3))
    for naam in ("uitvoering", "nazorg"):
        stel_vast(uit[naam], consulent, gesprek=begin, besluit=begin + timedelta(days=9))
    behaal_doelen(uit["nazorg"], consulent, on)
    _naar_nazorg(uit["nazorg"], consulent, on)
    SpukKeuze.objects.create(gemeente=gemeente, abdf="norm", e="norm", bron="SiSa 2021")
    _boek(gemeente, uit["uitvoering"], financieel)
    _lijsten(uit["aanmelding"], consulent, collega, on)
    with open(LIJST, "rb") as lijst:
        voorbeeld_maken(
            gemeente=gemeente,
            soort=Soort.LEVERING,
            naam="levering.csv",
            inhoud=lijst.read(),
            by=coordinator,
            at=moment(on),
            on=on,
        )
    return uit


def _naar_nazorg(dossier, by, on: date) -> None:
    dossier.refresh_from_db()
    beeindigen(
        dossier=dossier,
        grond="doelen_behaald",
        datum=on,
        toelichting="Uw doelen zijn behaald.",
        nazorg_gewenst=True,
        by=by,
        at=moment(on),
        on=on,
    )


def _boek(gemeente, dossier, financieel) -> None:
    koelkast = Voorziening.objects.get(plan__dossier=dossier, omschrijving="Koelkast")
    boek(gemeente, koelkast, financieel)


def _lijsten(dossier, consulent, collega, on: date) -> None:
    """Save a list, be away and stand in, and make a dossier acute."""
    weergave_bewaren(user=consulent, naam="Te laat", filters={"termijn": "te_laat"}, kolommen=["status"])
    afwezig_melden(user=collega, vanaf=on, tot=on, vervanger=consulent, on=on)
    straks = on + timedelta(days=30)
    afwezig_melden(user=consulent, vanaf=straks, tot=straks, vervanger=collega, on=on)
    acuut = {"rang": Rang.ACUUT, "acuut": BedreigendeSituatie.ONTRUIMING, "acuut_door": consulent}
    Dossier.objects.filter(pk=dossier.pk).update(**acuut, acuut_op=moment(on))


def van_dossier(dossier: Dossier, *namen: str) -> list[str]:
    return [reverse(naam, args=[dossier.nummer]) for naam in namen]


def consulentpaden(d: dict[str, Dossier]) -> list[str]:
    besluit = d["uitvoering"].besluiten.first()
    doel = d["uitvoering"].plan.doelen.first()
    contact = d["nazorg"].nazorg.contacten.first()
    voorziening = d["plan"].plan.voorzieningen.first()
    return [
        *(reverse(naam) for naam in ("vandaag", "dossiers", "account", "wachtwoord_wijzigen")),
        "/dossiers/?doelgroep=nabestaande&status=nazorg",
        "/zoeken/",
        "/dossiers/?status=nazorg&termijn=te_laat",
        f"/dossiers/?{'&'.join(f'kolom={code}' for code in KOLOMMEN)}",
        *(reverse(naam) for naam in ("afwezigheid", "weergaven", "weergave_nieuw")),
        reverse("weergave", args=[Lijstweergave.objects.get().pk]),
        *(dossier.get_absolute_url() for dossier in d.values()),
        *van_dossier(d["aanmelding"], "contact_nieuw", "verificatie_nieuw", "eerste_gesprek", "persoon_wijzigen"),
        *van_dossier(d["aanmelding"], "document_nieuw", "dossier_geschiedenis", "acclimatisatie"),
        *van_dossier(d["plan"], "plan", "voorziening_nieuw", "akkoord", "plan_vaststellen"),
        reverse("voorziening", args=[d["plan"].nummer, voorziening.pk]),
        reverse("voorziening_weghalen", args=[d["plan"].nummer, voorziening.pk]),
        *van_dossier(d["uitvoering"], "plan", "addendum", "driegesprek_nieuw", "beeindigen"),
        reverse("doel", args=[d["uitvoering"].nummer, doel.pk]),
        reverse("besluit", args=[besluit.nummer]),
        reverse("besluit_verzenden", args=[besluit.nummer]),
        *van_dossier(d["nazorg"], "nazorg", "nazorg_afsluiten"),
        reverse("nazorg_contact", args=[d["nazorg"].nummer, contact.pk]),
    ]


def coordinatorpaden(d: dict[str, Dossier]) -> list[str]:
    jaar = timezone.localdate().year
    run = d["uitvoering"].gemeente.imports.first()
    punt = d["aanmelding"].controlepunten.first()
    consulent, collega = (User.objects.get(email=f"{wie}@voorbeeld.example") for wie in ("consulent", "collega"))
    overnemen = reverse("werk_overnemen", args=["9901", consulent.pk])
    return [
        *(reverse(naam) for naam in ("dossiers", "werk_verdelen")),
        overnemen,
        f"{overnemen}?collega={collega.pk}",
        *(reverse(naam) for naam in ("vandaag", "imports", "import_nieuw", "bewaking")),
        *(f"{run.get_absolute_url()}?toon={deel}" for deel in ("nieuw", "fouten", "waarschuwingen")),
        *van_dossier(d["aanmelding"], "toewijzen"),
        reverse("controlepunt", args=[d["aanmelding"].nummer, punt.pk]),
        reverse("spuk_jaar", args=["9901", jaar]),
        reverse("spuk_onderdeel", args=["9901", jaar, "B"]),
        reverse("spuk_onderdeel", args=["9901", jaar, "E"]),
    ]


def financieelpaden(d: dict[str, Dossier]) -> list[str]:
    regel = d["uitvoering"].kostenregels.first()
    return [
        reverse("spuk_jaar", args=["9901", 2024]),
        reverse("spuk_instellingen", args=["9901"]),
        reverse("kosten", args=["9901", 2026]),
        f"{reverse('kosten_zoeken', args=['9901'])}?nummer={d['uitvoering'].nummer}",
        f"{reverse('kosten_zoeken', args=['9901'])}?nummer=bestaat-niet",
        reverse("kosten_nieuw", args=["9901", regel.voorziening_id]),
        reverse("kosten_algemeen", args=["9901"]),
        regel.get_absolute_url(),
    ]


def beheerderpaden(d: dict[str, Dossier]) -> list[str]:
    lid = d["plan"].gemeente.lidmaatschappen.filter(rol="consulent").first()
    return [
        *(reverse(naam) for naam in ("gebruikers", "gebruiker_nieuw", "gemeente")),
        reverse("gebruiker", args=["9901", lid.user_id]),
        "/bestaat-niet/",
    ]


PADEN = {
    "consulent": consulentpaden,
    "coordinator": coordinatorpaden,
    "financieel": financieelpaden,
    "beheerder": beheerderpaden,
}


def keur(page, waar: str) -> list[str]:
    """Say what is wrong with the page as it stands: axe's findings, and whether it is wider than its screen."""
    uitkomst = Axe().run(page, options=REGELS)
    fouten = [f"{waar}: {v['id']} ({v['nodes'][0]['html'][:120]})" for v in uitkomst.response["violations"]]
    breed = page.evaluate("document.documentElement.scrollWidth")
    if breed > page.viewport_size["width"]:
        fouten.append(f"{waar}: {breed} pixels breed")
    return fouten


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rol", list(PADEN))
def test_every_page_passes_axe_and_fits(bediening, dossiers, request, rol):
    bediening.log_in(request.getfixturevalue(rol))
    paden = PADEN[rol](dossiers)

    fouten = []
    for naam, breedte in BREEDTES.items():
        bediening.page.set_viewport_size({"width": breedte, "height": 900})
        for pad in paden:
            bediening.ga(pad)
            fouten += keur(bediening.page, f"{pad} ({naam})")

    assert fouten == []


@pytest.mark.django_db(transaction=True)
def test_forms_with_errors_pass_axe_and_focus_the_summary(bediening, dossiers, consulent):
    bediening.log_in(consulent)
    namen = ("contact_nieuw", "verificatie_nieuw", "eerste_gesprek", "document_nieuw")
    paden = van_dossier(dossiers["aanmelding"], *namen) + van_dossier(dossiers["plan"], "voorziening_nieuw")

    fouten = []
    for pad in paden:
        bediening.ga(pad)
        bediening.page.locator(".bo-knoppen button[type=submit]").first.click()
        bediening.page.locator(".bo-foutenoverzicht").first.wait_for()
        fouten += keur(bediening.page, f"{pad} (met fouten)")
        if not bediening.page.evaluate("document.activeElement.classList.contains('bo-foutenoverzicht')"):
            fouten.append(f"{pad}: de foutmelding heeft de focus niet")

    assert fouten == []


@pytest.mark.django_db(transaction=True)
def test_pages_for_visitors_pass_axe(bediening):
    fouten = []
    for pad in ("/inloggen/", "/wachtwoord/vergeten/", "/wachtwoord/vergeten/klaar/", "/wachtwoord/gekozen/"):
        bediening.ga(pad)
        fouten += keur(bediening.page, pad)

    assert fouten == []
