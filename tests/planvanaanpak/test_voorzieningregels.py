"""The rules of a voorziening on its pages and at vaststelling: schulden, grounds, one per good, who is paid."""

from datetime import date
from decimal import Decimal

import pytest

from cases.actions.basis import ActieFout
from cases.actions.rang import acuut_melden, acuut_opheffen
from cases.keuzes import BedreigendeSituatie
from cases.models import Dossier, Gezinslid
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import VoorstelGewijzigd, voorziening_bewaren
from planvanaanpak.actions.sanering import sanering_vastleggen, sanering_weghalen
from planvanaanpak.dubbel import zelfde_goederen
from planvanaanpak.models import Saneringskrediet, Voorziening
from planvanaanpak.pdf import besluit_html
from planvanaanpak.voorzieningbron import open_punten
from planvanaanpak.voorzieningtekst import grondzin, uitzonderingzin
from planvanaanpak.weigering import GEEN_SITUATIE_TOEN
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.voorzieningstappen import KREDIET, SANERING
from tests.wegen import BUDGETCOACH, KOELKAST, WEIGEREN, maak_bewijs

pytestmark = pytest.mark.django_db
NU = {"at": moment(VANDAAG)}


@pytest.fixture
def koelkast(plan):
    return plan.voorzieningen.get(omschrijving="Koelkast")


def stel_voor(plan, by, basis=BUDGETCOACH, **anders):
    return voorziening_bewaren(plan=plan, gegevens=basis | anders, by=by, **NU)


def vers(rij):
    return Voorziening.objects.select_related("plan__dossier").get(pk=rij.pk)


def punten(rij):
    rij = vers(rij)
    return open_punten(Dossier.objects.get(pk=rij.plan.dossier_id), [rij])


def als_jongere(dossier):
    Dossier.objects.filter(pk=dossier.pk).update(doelgroep="kind")
    dossier.persoon.geboortedatum = "2005-08-31"
    dossier.persoon.save()


def meld_acuut(dossier, by):
    acuut_melden(dossier=dossier, situatie=BedreigendeSituatie.ONTRUIMING, toelichting="Donderdag.", by=by, **NU)


# Schulden


@pytest.mark.parametrize(
    ("schuld", "mist"),
    [
        ("", "of dit schulden of achterstanden betaalt"),
        ("nee", None),
        ("achterstand", "kies de uitzondering voor achterstanden in een bedreigende situatie"),
        ("sanering", "de gegevens van het saneringskrediet"),
    ],
    ids=["niet gevraagd", "nee", "achterstand", "sanering"],
)
def test_schulden_ask_for_their_ground_at_vaststelling(plan, consulent, schuld, mist):
    rij = stel_voor(plan, consulent, omschrijving="Saneringskrediet", bedrag=Decimal(25000), schuld=schuld)

    assert punten(rij) == ((f"Saneringskrediet: {mist}",) if mist else ())


def test_krediet_of_a_parent_can_not_be_set_down_by_leaving_its_page_closed(plan, consulent):
    stel_voor(plan, consulent, KREDIET, bedrag=Decimal(25000))

    with pytest.raises(ActieFout, match="Saneringskrediet: de gegevens van het saneringskrediet"):
        vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)


def test_achterstand_without_the_exception_in_the_beleid_needs_the_situatie(plan, consulent):
    beleid = BeleidFactory(
        gemeente=plan.dossier.gemeente,
        geldig_vanaf=date(2019, 1, 1),
        afwijkingen={"weigeringsgronden": {"schade": "Schade"}, "beoordelingscommissie": False},
    )
    Dossier.objects.filter(pk=plan.dossier_id).update(beleid=beleid)
    rij = stel_voor(plan, consulent, omschrijving="Huur", schuld="achterstand")
    assert "Leg eerst de bedreigende situatie vast" in punten(rij)[0]

    meld_acuut(plan.dossier, consulent)

    assert punten(rij) == ()


def test_question_is_required_at_financien_and_dropped_elsewhere(pagina, plan):
    pad = url("voorziening_nieuw", plan.dossier.nummer)
    invoer = BUDGETCOACH | {"omschrijving": "Cursus", "schuld": ""}

    leeg = pagina.post(pad, invoer)
    assert fouten(leeg.context["form"]) == {"schuld": ["Kies of dit schulden of achterstanden betaalt."]}
    pagina.post(pad, invoer | {"leefgebied": "werk", "schuld": "sanering"})

    assert Voorziening.objects.get(omschrijving="Cursus").schuld == ""


def test_sanering_leads_to_its_page_and_the_plan_links_there(pagina, plan):
    pad = url("voorziening_nieuw", plan.dossier.nummer)

    response = pagina.post(pad, KREDIET)

    rij = Voorziening.objects.get(omschrijving="Saneringskrediet")
    assert response.url == url("saneringskrediet", plan.dossier.nummer, rij.pk)
    assert response.url in pagina.get(url("plan", plan.dossier.nummer)).text


def test_facts_and_answer_stay_together(plan, consulent):
    als_jongere(plan.dossier)
    rij = stel_voor(plan, consulent, KREDIET, schuld="nee")
    sanering_vastleggen(voorziening=rij, gegevens=SANERING, by=consulent, at=moment(VANDAAG), on=VANDAAG)
    assert vers(rij).schuld == "sanering"

    with pytest.raises(ActieFout, match="Haal dat eerst weg"):
        voorziening_bewaren(plan=plan, voorziening=rij, gegevens={"schuld": "nee"}, by=consulent, **NU)
    sanering_weghalen(voorziening=rij, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    assert vers(rij).schuld == ""


# Above the maximum, and after the besluit

JA = {
    "datum_beschikking": "06-10-2025",
    "datum_verzoek": "12-03-2026",
    "af_te_lossen": "nee",
    "toelichting": "61 maanden volgens de berekening.",
}


@halte
def groot(plan, consulent):
    """Give a voorstel of more than EUR 10.000 for a young person."""
    als_jongere(plan.dossier)
    return stel_voor(plan, consulent, KREDIET, bedrag=Decimal(25000))


def test_more_than_the_maximum_asks_kenmerk_day_and_document(pagina, groot, consulent):
    pad = url("saneringskrediet", groot.plan.dossier.nummer, groot.pk)
    nodig = ["Nodig: €\xa025.000,00 is meer dan €\xa010.000,00."]

    leeg = pagina.post(pad, JA)
    assert fouten(leeg.context["form"]) == dict.fromkeys(
        ("collegebesluit", "collegebesluit_datum", "collegebesluit_document"), nodig
    )
    document = maak_bewijs(groot.plan.dossier, consulent, VANDAAG)
    vol = JA | {"collegebesluit": "2026-114", "collegebesluit_document": document.pk}
    later = pagina.post(pad, vol | {"collegebesluit_datum": "21-04-2026"})
    assert fouten(later.context["form"]) == {"collegebesluit_datum": ["Deze datum kan niet in de toekomst liggen."]}
    pagina.post(pad, vol | {"collegebesluit_datum": "03-03-2026"})

    rij = Saneringskrediet.objects.get()
    assert (rij.collegebesluit, rij.collegebesluit_datum, rij.collegebesluit_document) == (
        "2026-114",
        date(2026, 3, 3),
        document,
    )


def test_document_of_another_dossier_is_refused(groot, consulent, gemeente):
    vreemd = maak_bewijs(maak_dossier(gemeente, bsn="999991450"), consulent, VANDAAG)
    gegevens = SANERING | {
        "collegebesluit": "1",
        "collegebesluit_datum": VANDAAG,
        "collegebesluit_document": vreemd,
    }

    with pytest.raises(ActieFout, match="hoort niet bij dit dossier"):
        sanering_vastleggen(voorziening=groot, gegevens=gegevens, by=consulent, at=moment(VANDAAG), on=VANDAAG)


@halte
def beslist(groot, plan, consulent):
    """Give the saneringskrediet after its besluit, with the letter."""
    document = maak_bewijs(plan.dossier, consulent, VANDAAG)
    college = {
        "collegebesluit": "2026-114",
        "collegebesluit_datum": date(2026, 3, 3),
        "collegebesluit_document": document,
    }
    sanering_vastleggen(voorziening=groot, gegevens=SANERING | college, by=consulent, at=moment(VANDAAG), on=VANDAAG)
    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)
    return vers(groot)


def test_letter_describes_the_criteria_and_the_besluit_of_the_college(beslist, brieven_gevraagd):
    html = " ".join(besluit_html(brieven_gevraagd[-1]).split())

    for tekst in (
        "Dit is een saneringskrediet. Dat kan onder deze voorwaarden",
        "<li>Kindregeling: U valt onder de kindregeling.</li>",
        "besluit 2026-114.</li>",
        "<li>De schuldhulpverlener rekende 61 maanden uit.</li>",
    ):
        assert tekst in html


@pytest.mark.parametrize("rol", ["consulent", "auditor"])
def test_facts_are_read_after_the_besluit_also_by_an_auditor(client, beslist, nu, request, rol):
    client.force_login(request.getfixturevalue(rol))

    response = client.get(url("saneringskrediet", beslist.plan.dossier.nummer, beslist.pk))

    assert response.status_code == 200
    assert "form" not in response.context
    assert [criterium.voldaan for criterium in response.context["criteria"]] == [True] * 6
    assert "2026-114" in response.text


def test_page_without_facts_is_not_found_and_nobody_changes_what_was_decided(client, pagina, beslist, auditor):
    coach = beslist.plan.voorzieningen.get(omschrijving__startswith="Budgetcoach")
    pad = url("saneringskrediet", beslist.plan.dossier.nummer, beslist.pk)

    assert pagina.get(url("saneringskrediet", beslist.plan.dossier.nummer, coach.pk)).status_code == 404
    pagina.post(pad, JA)
    client.force_login(auditor)
    assert client.post(pad, JA).status_code == 403
    assert Saneringskrediet.objects.get().toelichting == SANERING["toelichting"]


# Grounds and exceptions


def test_costs_of_before_the_aanvraag_accept_a_situation_that_was(plan, consulent):
    """Tiel 2025 art. 8 lid 1e: tenzij sprake was van een bedreigende situatie."""
    kosten = {"omschrijving": "Slot", "uitzondering": "voor_aanvraag", "uitzondering_waarom": "De deur was open."}
    with pytest.raises(ActieFout, match=GEEN_SITUATIE_TOEN):
        stel_voor(plan, consulent, **kosten)

    getypt = stel_voor(
        plan, consulent, **kosten, uitzondering_situatie="afsluiting", uitzondering_datum=date(2026, 1, 3)
    )
    assert uitzonderingzin(getypt) == (
        "Op 3 januari 2026 was er een bedreigende situatie: afsluiting van gas, elektra, stadsverwarming of water."
        " De deur was open."
    )
    meld_acuut(plan.dossier, consulent)
    acuut_opheffen(dossier=Dossier.objects.get(pk=plan.dossier_id), reden="Opgelost.", by=consulent, **NU)
    plan.dossier.refresh_from_db()
    rij = stel_voor(plan, consulent, **kosten | {"omschrijving": "Sleutel"})
    assert punten(rij) == ()


def test_letter_names_the_article_of_the_ground(plan, consulent, koelkast, brieven_gevraagd):
    """Awb art. 3:47 lid 2."""
    afwijzen = WEIGEREN | {"weigeringsgrond": "Vergoeding van schade"}
    voorziening_bewaren(plan=plan, voorziening=koelkast, gegevens=afwijzen, by=consulent, **NU)

    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    html = " ".join(besluit_html(brieven_gevraagd[-1]).split())
    assert "Grond voor dit besluit: Vergoeding van schade (artikel 8 lid 1 onder c van de beleidsregels)." in html
    assert vers(koelkast).grond_code == "schade"


def test_voorstel_of_before_the_article_was_kept_gets_it_in_the_letter(koelkast):
    Voorziening.objects.filter(pk=koelkast.pk).update(voorstel="afwijzen", weigeringsgrond="Kosten voor een advocaat")

    assert grondzin(vers(koelkast)) == "Kosten voor een advocaat (artikel 8 lid 1 onder f van de beleidsregels)"


def test_old_beleid_whose_grounds_are_words_keeps_article_and_exception(gemeente):
    beleid = BeleidFactory(
        gemeente=gemeente,
        geldig_vanaf=date(2019, 1, 1),
        afwijkingen={"weigeringsgronden": {"schulden": "Schulden", "eigen_1": "Te duur"}},
    )

    assert {code: grond.als_json for code, grond in beleid.regels.weigeringsgronden.items()} == {
        "schulden": {
            "tekst": "Schulden",
            "artikel": "artikel 8 lid 1 onder d van de beleidsregels",
            "uitzondering": "tegen_herhaling",
        },
        "eigen_1": {"tekst": "Te duur", "artikel": "", "uitzondering": ""},
    }


# One vergoeding per good


def test_same_good_is_named_on_plan_and_asks_why_again(pagina, besluit, consulent):
    plan, eerste = besluit.dossier.plan, besluit.voorzieningen.get(omschrijving="Koelkast")
    tweede = stel_voor(plan, consulent, KOELKAST)
    zin = f"Koelkast is al toegekend in besluit {besluit.nummer}. Een goed wordt één keer vergoed."

    assert zelfde_goederen(plan.dossier, [tweede]) == {tweede.pk: eerste}
    assert zin in pagina.get(url("plan", plan.dossier.nummer)).text
    assert zin in pagina.get(url("addendum", plan.dossier.nummer)).text
    assert punten(tweede) == ("Koelkast: waarom dit nog een keer nodig is",)
    voorziening_bewaren(
        plan=plan, voorziening=tweede, gegevens={"nogmaals": "De eerste brandde af."}, by=consulent, **NU
    )
    assert punten(tweede) == ()


@pytest.mark.parametrize(
    "anders",
    [
        {"voorstel": "afwijzen", "weigeringsgrond": "Te duur"},
        {"soort": "immaterieel"},
        {"omschrijving": "Vriezer"},
        {"onderbouwing": None, "bedrag": Decimal(0)},
    ],
    ids=["afwijzen", "hulp", "ander goed", "gratis"],
)
def test_what_is_no_second_vergoeding_of_a_good(plan, consulent, anders):
    rij = stel_voor(plan, consulent, KOELKAST, **anders)

    assert zelfde_goederen(plan.dossier, [rij]) == {}


def test_earlier_refusal_is_no_vergoeding(plan, consulent, koelkast):
    koelkast.voorstel = "afwijzen"
    koelkast.save()

    assert zelfde_goederen(plan.dossier, [stel_voor(plan, consulent, KOELKAST)]) == {}


def test_gemeente_without_the_rule_is_not_warned(plan, consulent):
    afwijkingen = {"goed_eenmalig": False, "beoordelingscommissie": False}
    beleid = BeleidFactory(gemeente=plan.dossier.gemeente, geldig_vanaf=date(2019, 1, 1), afwijkingen=afwijkingen)
    Dossier.objects.filter(pk=plan.dossier_id).update(beleid=beleid)
    plan.dossier.refresh_from_db()

    assert zelfde_goederen(plan.dossier, [stel_voor(plan, consulent, KOELKAST)]) == {}


# Money and people


def test_who_is_paid_and_unknown_btw_are_shown(pagina, besluit):
    besluit.voorzieningen.filter(omschrijving="Koelkast").update(btw=None)
    besluit.voorzieningen.exclude(omschrijving="Koelkast").update(btw=Decimal("100.00"))

    html = pagina.get(url("toegekend", besluit.dossier.nummer)).text

    assert "btw nog niet bekend" in html
    assert "waarvan btw €\xa0100,00" in html
    assert "wij betalen: de winkel" in html


def test_empty_btw_is_unknown_and_zero_is_none(pagina, plan):
    pad = url("voorziening_nieuw", plan.dossier.nummer)
    for naam, btw in (("Leeg", ""), ("Nul", "0")):
        pagina.post(pad, BUDGETCOACH | {"omschrijving": naam, "btw": btw})

    gevonden = dict(Voorziening.objects.filter(omschrijving__in=("Leeg", "Nul")).values_list("omschrijving", "btw"))
    assert gevonden == {"Leeg": None, "Nul": Decimal("0.00")}
    assert Voorziening.objects.get(omschrijving="Leeg").netto is None


def test_gezin_at_the_aanvraag_counts_also_for_who_left(plan, consulent, koelkast, pagina):
    """Tiel 2025 art. 2 lid 2: the composition at the aanvraag is leading."""
    basis = {"gezin": plan.dossier.gezin, "relatie": "kind", "door": consulent, "tot": date(2026, 4, 1)}
    weg = Gezinslid.objects.create(naam="Noor", **basis)
    later = Gezinslid.objects.create(naam="Sem", bij_aanvraag=False, vanaf=date(2026, 3, 20), **basis)
    wie = {"plan": plan, "voorziening": koelkast, "by": consulent, **NU}

    keuzes = pagina.get(url("voorziening", plan.dossier.nummer, koelkast.pk)).context["form"].fields["voor_wie"].choices
    assert [waarde for waarde, _ in keuzes] == ["inwoner", f"lid-{weg.pk}", "gezin"]
    with pytest.raises(ActieFout, match="Sem kwam na de aanvraag bij het gezin en is er niet meer bij"):
        voorziening_bewaren(gegevens={"voor_wie": "gezinslid", "gezinslid": later}, **wie)
    assert voorziening_bewaren(gegevens={"voor_wie": "gezinslid", "gezinslid": weg}, **wie).gezinslid == weg


def test_page_without_a_mark_overwrites_nothing_unseen(plan, consulent, koelkast, pagina):
    """Decision 0501: a form without marks never overwrites unseen."""
    pad = url("voorziening", plan.dossier.nummer, koelkast.pk)
    with pytest.raises(VoorstelGewijzigd):
        voorziening_bewaren(plan=plan, voorziening=koelkast, gegevens={}, stempel="", by=consulent, **NU)
    form = pagina.get(pad).context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields if form[naam].value() is not None}

    geweigerd = pagina.post(pad, waarden | {"motivering": "Anders.", "stempel": ""})
    assert fouten(geweigerd.context["form"])["motivering"] == [f"Bewaard is nu: {KOELKAST['motivering']}"]
    opnieuw = waarden | {"motivering": "Anders.", "stempel": geweigerd.context["form"]["stempel"].value()}
    assert berichten(pagina.post(pad, opnieuw, follow=True))[0] == "Het voorstel Koelkast is bewaard."


def test_empty_price_list_says_whom_to_ask(pagina, plan, koelkast):
    tekst = pagina.get(url("voorziening_prijs", plan.dossier.nummer, koelkast.pk)).text

    assert "Vraag de beheerder van uw gemeente om de prijzen in te lezen." in tekst


def test_basis_is_taken_away_by_its_page(pagina, plan, koelkast):
    pad = url("prijs_weghalen", plan.dossier.nummer, koelkast.pk)
    assert pad in pagina.get(url("voorziening_prijs", plan.dossier.nummer, koelkast.pk)).text

    response = pagina.post(pad, follow=True)

    assert berichten(response) == ["De onderbouwing van de prijs van Koelkast is weggehaald."]
    assert not response.context["form"].fields["bedrag"].disabled
