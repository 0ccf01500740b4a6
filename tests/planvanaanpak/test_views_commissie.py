"""The pages of the commissie, those of the mandaatregister, and the second pair of eyes."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.urls.converters import IntConverter

from accounts.permissions import NOOIT_EXTERN, Permission
from accounts.rollen import Rol
from cases.forms.vrijetekst import BSN_IN_TEKST
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt, Besluit, Commissievergadering, Goedkeuring, Mandaat
from tests.factories import LidmaatschapFactory, maak_user
from tests.haltes import halte
from tests.planvanaanpak.beoordeling import adviseer, adviseer_alles, leg_voor, mandateer, met_commissie, vergader
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.test_toegang import patronen
from tests.toegang_tabel import ALLEEN_POST

MORGEN = VANDAAG + timedelta(days=1)
VERGADERING = {"datum": "2026-04-27", "tijd": "9:30", "plaats": "kamer 1.04"}
ADVIES = {"strekking": "toekennen", "motivering": "Nodig voor een nieuwe start."}
VASTSTELLEN = {"datum": "2026-04-20", "gelezen": "on"}

pytestmark = pytest.mark.django_db


@halte
def lid(gemeente):
    return maak_user(Rol.COMMISSIELID, gemeente, naam="Thea Willems")


@pytest.fixture
def als(nu):
    """Give a browser of anybody."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


@halte
def bij_commissie(plan):
    plan.dossier = met_commissie(plan.dossier)
    return plan


def volgt(response):
    return response.redirect_chain[-1][0]


def test_commissielid_begins_at_the_meetings(als, lid, gemeente, consulent):
    vergader(gemeente, consulent, VANDAAG, MORGEN)

    response = als(lid).get("/", follow=True)

    assert volgt(response) == url("commissie")
    assert [rij.vergadering.datum for rij in response.context["komend"]] == [MORGEN]
    assert [punt.label for punt in response.context["navigatie"]] == ["Commissie"]


def test_meeting_is_planned_moved_and_called_off(als, coordinator, gemeente):
    browser = als(coordinator)

    gepland = browser.post(url("vergadering_nieuw", "9901"), VERGADERING, follow=True)
    vergadering = Commissievergadering.objects.get()
    assert berichten(gepland) == ["De vergadering van maandag 27 april 2026 is gepland."]
    gewijzigd = browser.post(
        url("vergadering_wijzigen", vergadering.pk), VERGADERING | {"datum": "2026-04-28"}, follow=True
    )
    assert berichten(gewijzigd) == ["De vergadering is gewijzigd. De agenda is meegegaan."]
    browser.post(url("vergadering_afzeggen", vergadering.pk), {"reden": "Te weinig leden."}, follow=True)

    vergadering.refresh_from_db()
    assert (str(vergadering.datum), vergadering.status) == ("2026-04-28", "afgezegd")
    terug = browser.get(url("vergadering_wijzigen", vergadering.pk), follow=True)
    assert berichten(terug) == ["Dit kan niet meer: de vergadering is afgezegd."]


def test_meeting_in_the_past_is_refused_at_the_date(als, coordinator, gemeente):
    response = als(coordinator).post(url("vergadering_nieuw", "9901"), VERGADERING | {"datum": "2026-04-19"})

    assert fouten(response.context["form"]) == {"datum": ["Een vergadering kan niet in het verleden liggen."]}


def test_consulent_puts_voorzieningen_up(pagina, bij_commissie, consulent, gemeente):
    straks = vergader(gemeente, consulent, VANDAAG, MORGEN)
    pad = url("commissie_dossier", bij_commissie.dossier.nummer)
    begin = pagina.get(pad)
    alle = [v.pk for v in bij_commissie.voorzieningen.all()]
    assert begin.context["form"].initial == {"voorzieningen": alle}

    response = pagina.post(pad, {"voorzieningen": alle[:1], "vergadering": straks.pk}, follow=True)

    assert berichten(response) == ["Op de agenda gezet: Koelkast."]
    assert [stand.open_punt is not None for stand in response.context["standen"]] == [True, False]
    leeg = pagina.post(pad, {"vergadering": straks.pk})
    assert fouten(leeg.context["form"]) == {"voorzieningen": ["Kies ten minste één voorziening."]}


def test_dossier_without_commissie_has_no_such_page(pagina, plan):
    response = pagina.get(url("commissie_dossier", plan.dossier.nummer), follow=True)

    assert berichten(response) == ["Voor dit plan is geen advies van een commissie nodig."]
    assert "Advies van de commissie" not in pagina.get(url("plan", plan.dossier.nummer)).text


def test_plan_page_links_to_the_advice(pagina, bij_commissie):
    response = pagina.get(url("plan", bij_commissie.dossier.nummer))

    punt = next(p for p in response.context["nodig"] if p.tekst.startswith("Advies van de commissie"))
    assert (punt.klaar, punt.url) == (False, url("commissie_dossier", bij_commissie.dossier.nummer))


def test_lid_records_the_advice(als, bij_commissie, consulent, lid):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)
    browser = als(lid)
    gelezen = browser.get(punt.get_absolute_url())
    assert (gelezen.context["kan_adviseren"], gelezen.context["doel"]) == (True, "Dit is over een jaar op orde.")

    response = browser.post(url("advies", punt.vergadering_id, punt.pk), ADVIES | {"leden": [lid.pk]}, follow=True)

    assert berichten(response) == ["Het advies over Koelkast is vastgelegd."]
    assert response.context["voortgang"].woorden == "1 van 2 beoordeeld"
    punt.refresh_from_db()
    assert (punt.strekking, punt.geadviseerd_door, list(punt.leden.all())) == ("toekennen", lid, [lid])


def test_refused_advice_stays_on_the_screen(als, bij_commissie, consulent, lid):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)

    response = als(lid).post(
        url("advies", punt.vergadering_id, punt.pk), ADVIES | {"strekking": "anders", "leden": [lid.pk]}
    )

    form = response.context["form"]
    assert fouten(form) == {"anders": ["Schrijf op wat de commissie in plaats daarvan adviseert."]}
    assert form["motivering"].value() == "Nodig voor een nieuwe start."


def test_bsn_in_an_advice_is_refused_at_its_field(als, bij_commissie, consulent, lid):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)

    response = als(lid).post(
        url("advies", punt.vergadering_id, punt.pk),
        ADVIES | {"anders": "Voor 999990019", "motivering": "Nodig voor 9999.90.019.", "leden": [lid.pk]},
    )

    assert fouten(response.context["form"]) == {"anders": [BSN_IN_TEKST], "motivering": [BSN_IN_TEKST]}


def test_advice_can_not_be_given_before_the_meeting(als, bij_commissie, consulent, lid, gemeente):
    straks = vergader(gemeente, consulent, VANDAAG, MORGEN)
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG, straks)

    response = als(lid).get(url("advies", straks.pk, punt.pk), follow=True)

    assert volgt(response) == punt.get_absolute_url()
    assert "Vanaf die dag legt een lid hier het advies vast." in response.text


def test_consulent_says_why_the_besluit_departs(pagina, bij_commissie, consulent, lid):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    pad = url("advies_afwijken", bij_commissie.dossier.nummer, punt.pk)

    leeg = pagina.post(pad, {"reden": ""})
    response = pagina.post(pad, {"reden": "De monteur keurde hem af."}, follow=True)

    assert fouten(leeg.context["form"]) == {"reden": ["Vul dit veld in."]}
    assert berichten(response) == ["De reden om af te wijken bij Koelkast is bewaard."]


def test_consulent_takes_a_point_off_the_agenda(pagina, bij_commissie, consulent, lid):
    punt, ander = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(ander, [lid], lid, VANDAAG)
    nummer = bij_commissie.dossier.nummer

    response = pagina.post(url("agendapunt_weghalen", nummer, punt.pk), follow=True)
    terug = pagina.get(url("agendapunt_weghalen", nummer, ander.pk), follow=True)

    assert berichten(response) == ["Koelkast is van de agenda gehaald."]
    assert berichten(terug) == ["De commissie heeft hierover al geadviseerd."]
    assert list(Agendapunt.objects.all()) == [ander]


def test_pages_of_the_commissie_ask_the_same_for_one_row_and_three(
    als, bij_commissie, consulent, lid, gemeente, django_assert_num_queries
):
    browser = als(lid)
    vergadering = vergader(gemeente, consulent, VANDAAG)
    koelkast, coach = bij_commissie.voorzieningen.order_by("pk")
    leg_voor(bij_commissie, consulent, VANDAAG, vergadering, [koelkast])

    def tel(lijst, agenda):
        with django_assert_num_queries(lijst):
            browser.get(url("commissie"))
        with django_assert_num_queries(agenda):
            browser.get(url("vergadering", vergadering.pk))

    tel(5, 6)
    for dagen in (1, 2):
        vergader(gemeente, consulent, VANDAAG, VANDAAG + timedelta(days=dagen))
    leg_voor(bij_commissie, consulent, VANDAAG, vergadering, [coach])
    tel(5, 6)


def test_beheerder_keeps_the_register(als, gemeente, beheerder, coordinator):
    browser = als(beheerder)
    rij = {"soort": "", "rol": "consulent", "tot_bedrag": "2500", "vanaf": "2026-01-01", "bron": "onderdeel 7.3"}

    response = browser.post(url("mandaat_nieuw", "9901"), rij, follow=True)
    mandaat = Mandaat.objects.get()
    assert berichten(response) == ["Het mandaatregister is bijgewerkt. Nieuwe besluiten volgen het."]
    assert [(r.soort, r.stand, r.mandaat.wie) for r in response.context["rijen"]] == [
        ("Elk besluit", "geldt nu", "Consulent")
    ]
    browser.post(url("mandaat", "9901", mandaat.pk), rij | {"tot": "2026-03-31", "vier_ogen": "on"})
    mandaat.refresh_from_db()
    assert (mandaat.tot_bedrag, mandaat.vier_ogen, str(mandaat.tot)) == (Decimal("2500.00"), True, "2026-03-31")
    assert [r.stand for r in browser.get(url("mandaten", "9901")).context["rijen"]] == ["gold eerder"]
    browser.post(url("mandaat_weghalen", "9901", mandaat.pk))

    assert not Mandaat.objects.exists()


def test_register_is_of_a_role_or_of_one_who_may_decide(als, gemeente, beheerder, consulent, financieel):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.CONSULENT)
    rij = {"soort": "", "vanaf": "2026-04-20", "bron": "onderdeel 7.3"}
    browser, pad = als(beheerder), url("mandaat_nieuw", "9901")

    geen = browser.post(pad, rij)
    beide = browser.post(pad, rij | {"rol": "consulent", "gebruiker": consulent.pk})
    terug = browser.post(pad, rij | {"rol": "consulent", "tot": "2026-04-19"})

    twee = "Kies een rol of een medewerker: één van de twee."
    assert fouten(geen.context["form"]) == fouten(beide.context["form"]) == {"rol": [twee]}
    assert fouten(terug.context["form"]) == {"tot": ["De laatste dag kan niet vóór de eerste dag liggen."]}
    keuzes = {user.naam for user in geen.context["form"].fields["gebruiker"].queryset}
    assert keuzes == {consulent.naam}
    assert [str(waarde) for waarde, _ in geen.context["form"].fields["rol"].choices] == ["", "consulent", "coordinator"]


def test_list_of_the_register_asks_the_same_for_one_row_and_three(als, gemeente, beheerder, django_assert_num_queries):
    browser = als(beheerder)
    mandateer(gemeente, beheerder)
    with django_assert_num_queries(4):
        browser.get(url("mandaten", "9901"))
    for rol in ("coordinator", "consulent"):
        mandateer(gemeente, beheerder, rol=rol)
    with django_assert_num_queries(4):
        browser.get(url("mandaten", "9901"))


def test_besluit_with_four_eyes_goes_to_a_colleague_and_back(
    als, pagina, plan, gemeente, consulent, collega, beheerder, brieven_gevraagd
):
    mandateer(gemeente, beheerder, vier_ogen=True)
    pad = url("plan_vaststellen", plan.dossier.nummer)
    assert "Een collega met mandaat keurt dit besluit eerst goed." in pagina.get(pad).text

    van_klad = {"klad_bewijs": "bewijs", "klad_keer": "blad:1", "klad_labels": "{}"}
    gevraagd = pagina.post(pad, VASTSTELLEN | van_klad, follow=True)
    goedkeuring = Goedkeuring.objects.get()
    assert volgt(gevraagd) == url("goedkeuring", goedkeuring.pk)
    assert berichten(gevraagd)[0].startswith("Er is nog niets besloten.")
    assert not Besluit.objects.exists()

    ander = als(collega)
    vandaag = ander.get(url("vandaag"))
    assert "Keur goed of stuur terug: toekenning voor N. Berkhout" in vandaag.text
    assert "Keur goed of stuur terug" not in pagina.get(url("vandaag")).text
    gegeven = ander.post(url("goedkeuring", goedkeuring.pk), {"oordeel": "goed"}, follow=True)
    assert berichten(gegeven) == ["Goedgekeurd. Jolanda Prins stelt het besluit nu vast."]

    klaar = pagina.get(url("goedkeuring", goedkeuring.pk))
    assert "Stel vast: toekenning voor N. Berkhout" in pagina.get(url("vandaag")).text
    assert (klaar.context["kan_vaststellen"], klaar.context["velden"]) == (True, list(VASTSTELLEN.items()))
    besloten = pagina.post(goedkeuring.pad, dict(klaar.context["velden"]), follow=True)
    besluit = Besluit.objects.get()
    assert volgt(besloten) == besluit.get_absolute_url()
    assert "Goedgekeurd" in besloten.text
    assert besluit.goedkeuring == goedkeuring


def test_colleague_sends_back_with_a_remark(als, pagina, plan, gemeente, collega, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder, vier_ogen=True)
    pagina.post(url("plan_vaststellen", plan.dossier.nummer), VASTSTELLEN)
    pad = Goedkeuring.objects.get().get_absolute_url()
    ander = als(collega)

    zonder = ander.post(pad, {"oordeel": "terug"})
    ander.post(pad, {"oordeel": "terug", "opmerking": "Motiveer de koelkast beter."})

    assert fouten(zonder.context["form"]) == {"opmerking": ["Schrijf op wat er anders moet. Uw collega leest dat."]}
    assert "Motiveer de koelkast beter." in pagina.get(url("vandaag")).text
    met_bsn = ander.post(pad, {"oordeel": "terug", "opmerking": "Wie is 999990019?"})
    assert fouten(met_bsn.context["form"]) == {"opmerking": [BSN_IN_TEKST]}
    eigen = pagina.post(pad, {"oordeel": "goed"})
    assert fouten(eigen.context["form"]) == {
        "": ["U vroeg zelf om deze goedkeuring. Een ander moet kijken: daar zijn de vier ogen voor."]
    }


def test_page_says_beforehand_that_there_is_no_mandate(pagina, plan, gemeente, beheerder):
    mandateer(gemeente, beheerder, rol="coordinator")

    response = pagina.get(url("plan_vaststellen", plan.dossier.nummer))

    assert "U kunt dit besluit niet nemen." in response.text
    assert "Vraag een coördinator om dit besluit te nemen." in response.text


def test_vandaag_asks_the_same_for_one_approval_and_three(
    als, plan, gemeente, collega, consulent, beheerder, pagina, brieven_gevraagd
):
    mandateer(gemeente, beheerder, vier_ogen=True)
    pagina.post(url("plan_vaststellen", plan.dossier.nummer), VASTSTELLEN)
    browser, eerste = als(collega), Goedkeuring.objects.get()

    def tel():
        with CaptureQueriesContext(connection) as vragen:
            browser.get(url("vandaag"))
        return len(vragen)

    een = tel()
    for soort in ("addendum", "beeindiging"):
        Goedkeuring.objects.create(
            dossier=eerste.dossier, soort=soort, bedrag=0, brief={}, vingerafdruk="x", pad="/",
            gevraagd_op=eerste.gevraagd_op, gevraagd_door=consulent,
        )  # fmt: skip

    assert tel() == een


# What decides or judges, by the name of its page: for none of these an externe hulpverlener gets in, also not with
# every other role in that gemeente (Wht art. 2.21 lid 5).
BESLIST = {
    "plan_vaststellen", "addendum", "besluit_verzenden", "bezwaar_besluit", "bezwaar_voorbeeld", "beeindigen",
    "commissie", "vergadering_nieuw", "vergadering", "vergadering_wijzigen", "vergadering_afzeggen", "agendapunt",
    "advies", "goedkeuring", "goedkeuringen", "goedkeuring_intrekken", "akkoord_wijziging", "vergadering_aanwezigen",
    "goedkeuring_brief", "voorziening_nieuw", "voorziening", "akkoord", "zonder_akkoord",
    "commissie_dossier", "advies_afwijken", "hardheid_nieuw", "bezwaar_advies", "bezwaar_verschoonbaar",
    "aanmelding_nieuw", "dossier_beleid", "dossier_intrekken", "dossier_herstellen", "samenvoegen", "samenvoegen_met",
    "import_nieuw", "import_bevestigen", "import_kiezen", "import_verwerpen", "toewijzen", "werk_overnemen",
}  # fmt: skip

# What another role of an externe hulpverlener still opens: it reads, manages the gemeente as a whole, prints what was
# decided, or books what was paid. None of it weighs what one inwoner may have.
WEEGT_NIETS = {
    Permission.EIGEN_ACCOUNT, Permission.VANDAAG, Permission.AGENDA, Permission.DOSSIER_ZIEN,
    Permission.DOSSIER_EXPORTEREN, Permission.SPUK_ZIEN, Permission.SPUK_BEWERKEN, Permission.BEWAKING_ZIEN,
    Permission.GEMEENTE_BEHEREN, Permission.GEBRUIKERS_BEHEREN, Permission.BRIEVEN_BEHEREN,
    Permission.BRIEVEN_AFDRUKKEN,
}  # fmt: skip


def test_each_permission_weighs_rights_or_does_not():
    assert set(Permission) - NOOIT_EXTERN == WEEGT_NIETS


@pytest.mark.parametrize("methode", ["get", "post"])
def test_externe_hulpverlener_opens_no_page_that_decides(als, gemeente, methode):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente)
    for rol in set(Rol) - {Rol.EXTERNE_HULPVERLENER}:
        LidmaatschapFactory(user=extern, gemeente=gemeente, rol=rol)
    browser = als(extern)
    dicht = [p for p in patronen() if getattr(p.callback, "permission", None) in NOOIT_EXTERN]

    assert {patroon.name for patroon in dicht} >= BESLIST
    for patroon in dicht:
        if methode == "get" and patroon.name in ALLEEN_POST:
            continue
        args = {
            naam: 1 if isinstance(soort, IntConverter) else "x" for naam, soort in patroon.pattern.converters.items()
        }
        assert getattr(browser, methode)(reverse(patroon.name, kwargs=args)).status_code == 403, patroon.name


def test_advice_of_another_gemeente_is_not_found(als, bij_commissie, consulent, andere_gemeente):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)
    browser = als(maak_user(Rol.COMMISSIELID, andere_gemeente))

    for pad in (punt.vergadering.get_absolute_url(), punt.get_absolute_url(), url("vergadering_nieuw", "9901")):
        assert browser.get(pad).status_code == 404
    assert browser.post(url("advies", punt.vergadering_id, punt.pk), ADVIES).status_code == 404


def test_plan_shows_the_advice_and_the_besluit_follows(pagina, bij_commissie, consulent, lid, brieven_gevraagd):
    adviseer_alles(bij_commissie, lid, consulent, VANDAAG)
    pad = url("plan_vaststellen", bij_commissie.dossier.nummer)

    response = pagina.post(pad, VASTSTELLEN, follow=True)

    assert Besluit.objects.get().get_absolute_url() == volgt(response)
    adviezen = pagina.get(url("plan", bij_commissie.dossier.nummer)).context["adviezen"]
    assert [stand.advies.strekking for stand in adviezen] == ["toekennen", "toekennen"]


def test_meetings_that_were_held_stand_newest_first(als, gemeente, coordinator):
    for dagen in (30, 2, 90):
        dag = VANDAAG - timedelta(days=dagen)
        vergader(gemeente, coordinator, dag)

    geweest = als(coordinator).get(reverse("commissie")).context["geweest"]

    assert [rij.vergadering.datum for rij in geweest] == [VANDAAG - timedelta(days=dagen) for dagen in (2, 30, 90)]
