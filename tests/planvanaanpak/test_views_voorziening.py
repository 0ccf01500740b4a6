"""The pages on which a voorziening is proposed, changed and taken away."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from cases.actions.rang import acuut_melden
from cases.keuzes import BedreigendeSituatie
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions.plan import stempel_van, voorziening_bewaren
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.weigering import ALTIJD, ANDERS, GEEN_NOODZAAK
from tests.factories import maak_dossier, moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import BUDGETCOACH, KOELKAST

pytestmark = pytest.mark.django_db

BED = {
    "leefgebied": "gezin",
    "omschrijving": "Bed voor de jongste",
    "soort": "materieel",
    "noodzaak": "noodzaak",
    "motivering": "Uw jongste slaapt op een matras op de grond.",
    "voorstel": "toekennen",
    "bedrag": "1.324,50",
}
AFWIJZEN = {**BED, "noodzaak": "wens", "voorstel": "afwijzen"}


@pytest.fixture
def nieuw(na_gesprek):
    return url("voorziening_nieuw", na_gesprek.nummer)


@pytest.fixture
def koelkast(plan):
    return plan.voorzieningen.get(omschrijving="Koelkast")


@pytest.fixture
def coach(plan):
    return plan.voorzieningen.get(omschrijving__startswith="Budgetcoach")


def pad_van(voorziening, naam="voorziening"):
    return url(naam, voorziening.plan.dossier.nummer, voorziening.pk)


def invoer(response):
    """Give what a browser would send back unchanged."""
    form = response.context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields}
    tekst = {naam: str(waarde).replace(".", ",") if naam == "bedrag" else waarde for naam, waarde in waarden.items()}
    return {naam: waarde for naam, waarde in tekst.items() if waarde is not None}


def test_form_starts_at_the_leefgebied_of_the_button(pagina, nieuw):
    form = pagina.get(f"{nieuw}?leefgebied=werk").context["form"]

    assert (form["leefgebied"].value(), form["voorstel"].value()) == ("werk", "toekennen")
    assert form.fields["soort"].help_text == "Spullen toekennen kan tot en met 12 september 2026."


def test_voorziening_is_proposed_and_makes_the_plan_when_there_is_none(pagina, nieuw, na_gesprek):
    response = pagina.post(nieuw, BED)

    bed = Voorziening.objects.get()
    assert response.url == f"{url('plan', na_gesprek.nummer)}#leefgebied-gezin"
    assert (bed.plan.dossier, bed.omschrijving, bed.bedrag, bed.weigeringsgrond, bed.status) == (
        na_gesprek,
        "Bed voor de jongste",
        Decimal("1324.50"),
        "",
        "voorstel",
    )


def test_empty_form_asks_for_each_field(pagina, nieuw):
    response = pagina.post(nieuw, {})

    kies, vul = ["Kies een van de mogelijkheden."], ["Vul dit veld in."]
    assert fouten(response.context["form"]) == {
        "leefgebied": kies,
        "omschrijving": vul,
        "soort": kies,
        "noodzaak": kies,
        "motivering": vul,
        "voorstel": kies,
        "bedrag": ["Vul een bedrag in."],
    }
    assert PlanVanAanpak.objects.count() == 0


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        (
            {"noodzaak": "wens"},
            "voorstel",
            "Een wens kunt u niet toekennen. Kies afwijzen, of noodzaak als het nodig is voor een nieuwe start.",
        ),
        ({"voorstel": "afwijzen"}, "weigeringsgrond", "Kies op welke grond u dit afwijst. De grond staat in de brief."),
        ({"voorstel": "afwijzen", "weigeringsgrond": ANDERS}, "grond_anders", "Schrijf op wat de grond is."),
        (
            {"looptijd_vanaf": "01-06-2026", "looptijd_tot": "31-05-2026"},
            "looptijd_tot",
            "De laatste dag kan niet vóór de eerste dag liggen.",
        ),
        ({"bedrag": "-5"}, "bedrag", "Een bedrag onder nul kan hier niet."),
        ({"omschrijving": "x" * 121}, "omschrijving", "Gebruik niet meer dan 120 tekens. U gebruikt er nu 121."),
    ],
    ids=["wens", "zonder grond", "andere grond leeg", "looptijd", "onder nul", "te lang"],
)
def test_what_does_not_fit_is_told_at_its_field(pagina, nieuw, anders, veld, melding):
    response = pagina.post(nieuw, BED | anders)

    form = response.context["form"]
    assert fouten(form) == {veld: [melding]}
    assert form["motivering"].value() == BED["motivering"]
    assert Voorziening.objects.count() == 0


@pytest.mark.parametrize(
    ("keuze", "grond"),
    [
        (
            {"weigeringsgrond": GEEN_NOODZAAK},
            (GEEN_NOODZAAK, ALTIJD[GEEN_NOODZAAK].tekst, "artikel 2.21 lid 4 van de Wet hersteloperatie toeslagen"),
        ),
        (
            {"weigeringsgrond": "advocaat"},
            ("advocaat", "Kosten voor een advocaat", "artikel 8 lid 1 onder f van de beleidsregels"),
        ),
        (
            {
                "weigeringsgrond": ANDERS,
                "grond_anders": "Dit valt onder de bijstand",
                "grond_anders_artikel": "artikel 15 van de Participatiewet",
            },
            (ANDERS, "Dit valt onder de bijstand", "artikel 15 van de Participatiewet"),
        ),
    ],
    ids=["wens", "uit het beleid", "anders"],
)
def test_refusal_keeps_its_ground_with_code_words_and_article(pagina, nieuw, keuze, grond):
    pagina.post(nieuw, AFWIJZEN | keuze)

    rij = Voorziening.objects.get()
    assert (rij.grond_code, rij.weigeringsgrond, rij.grond_artikel) == grond


def test_grounds_are_those_of_the_beleid(pagina, nieuw, na_gesprek):
    keuzes = dict(pagina.get(nieuw).context["form"].fields["weigeringsgrond"].choices)

    assert list(keuzes)[:2] == ["", GEEN_NOODZAAK]
    assert keuzes["schade"] == "Vergoeding van schade (artikel 8 lid 1 onder c van de beleidsregels)"
    assert list(keuzes)[-1] == ANDERS


def test_ground_of_a_voorstel_to_grant_is_dropped(pagina, nieuw):
    pagina.post(nieuw, BED | {"weigeringsgrond": GEEN_NOODZAAK})

    assert Voorziening.objects.get().weigeringsgrond == ""


def test_closed_venster_stops_spullen_but_not_help(pagina, nieuw, consulent):
    with time_machine.travel(moment(date(2026, 9, 14)), tick=False):
        pagina.force_login(consulent)
        geweigerd = pagina.post(nieuw, BED)
        pagina.post(nieuw, BED | {"soort": "immaterieel"})

    assert fouten(geweigerd.context["form"]) == {
        "soort": ["Spullen toekennen kon tot en met 12 september 2026. Nu kunt u alleen nog afwijzen."]
    }
    assert Voorziening.objects.get().soort == "immaterieel"


def test_same_good_twice_is_warned_about_not_stopped(pagina, besluit):
    response = pagina.post(
        url("voorziening_nieuw", besluit.dossier.nummer), BED | {"omschrijving": "koelkast "}, follow=True
    )

    bewaard, let_op = berichten(response)
    assert bewaard == "Het voorstel koelkast is bewaard."
    assert let_op == (
        "Let op: Koelkast is al toegekend in besluit 9901-B-2026-00001. Een goed wordt één keer vergoed."
        " Schrijf op waarom het nog een keer nodig is."
    )


def test_same_good_proposed_twice_is_warned_about(pagina, plan):
    pad = url("voorziening_nieuw", plan.dossier.nummer)

    response = pagina.post(pad, BED | {"omschrijving": "Koelkast"}, follow=True)

    assert berichten(response)[1] == (
        "Let op: Koelkast is ook al voorgesteld. Een goed wordt één keer vergoed."
        " Schrijf op waarom het nog een keer nodig is."
    )


def test_page_of_a_voorziening_shows_what_is_stored_and_saves_it_the_same(pagina, coach):
    pad = pad_van(coach)
    data = invoer(pagina.get(pad))

    response = pagina.post(pad, data | {"bedrag": "400"})

    voor = {veld: BUDGETCOACH[veld] for veld in ("omschrijving", "soort", "obstakel", "evenredigheid")}
    coach.refresh_from_db()
    assert response.url == f"{url('plan', coach.plan.dossier.nummer)}#leefgebied-financien"
    assert coach.bedrag == Decimal("400.00")
    assert {veld: getattr(coach, veld) for veld in voor} == voor


def test_own_ground_comes_back_in_its_field(pagina, koelkast):
    Voorziening.objects.filter(pk=koelkast.pk).update(voorstel="afwijzen", weigeringsgrond="Valt onder de bijstand")

    form = pagina.get(pad_van(koelkast)).context["form"]

    assert (form["weigeringsgrond"].value(), form["grond_anders"].value()) == (ANDERS, "Valt onder de bijstand")


def test_colleague_who_changed_it_is_named_and_the_next_save_counts(pagina, coach, collega):
    pad = pad_van(coach)
    data = invoer(pagina.get(pad))
    van_bram = {**BUDGETCOACH, "bedrag": Decimal("400.00")}
    voorziening_bewaren(
        plan=coach.plan,
        voorziening=coach,
        gegevens=van_bram,
        stempel=stempel_van(coach),
        by=collega,
        at=moment(VANDAAG),
    )

    botsing = pagina.post(pad, data | {"uitvoerder": "Witgoedhuis"})

    form = botsing.context["form"]
    assert fouten(form) == {
        "": ["Bram Terpstra wijzigde dit voorstel, nadat u het opende. Uw invoer staat er nog. Kies per veld."],
        "bedrag": ["Bewaard is nu: €\xa0400,00"],
        "uitvoerder": ["Bewaard is nu: niets"],
    }
    assert form["uitvoerder"].value() == "Witgoedhuis"
    assert Voorziening.objects.get(pk=coach.pk).bedrag == Decimal("400.00")

    pagina.post(pad, invoer(botsing))

    coach.refresh_from_db()
    assert (coach.bedrag, coach.uitvoerder) == (Decimal("1800.00"), "Witgoedhuis")


def test_weghalen_asks_first(pagina, koelkast):
    pad = pad_van(koelkast, "voorziening_weghalen")

    vraag = pagina.get(pad)
    assert Voorziening.objects.filter(pk=koelkast.pk).exists()
    assert "U haalt <strong>Koelkast</strong>" in vraag.text

    response = pagina.post(pad, follow=True)
    assert berichten(response) == ["Het voorstel Koelkast is weggehaald."]
    assert not Voorziening.objects.filter(pk=koelkast.pk).exists()


@pytest.mark.parametrize("naam", ["voorziening", "voorziening_weghalen"])
@pytest.mark.parametrize("wijze", ["get", "post"])
def test_voorziening_that_was_decided_on_leads_to_its_besluit(pagina, besluit, naam, wijze):
    koelkast = besluit.voorzieningen.get(omschrijving="Koelkast")

    response = getattr(pagina, wijze)(pad_van(koelkast, naam), follow=True)

    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == ["Over Koelkast is al beslist in besluit 9901-B-2026-00001."]
    assert Voorziening.objects.filter(pk=koelkast.pk, status="toegekend").exists()


@pytest.mark.parametrize("naam", ["voorziening", "voorziening_weghalen"])
def test_voorziening_of_another_dossier_is_not_found(pagina, koelkast, gemeente, consulent, naam):
    ander = maak_dossier(gemeente, bsn="999991450")

    assert pagina.get(url(naam, ander.nummer, koelkast.pk)).status_code == 404


@pytest.mark.parametrize("status", [Status.AANMELDING, Status.AFGESLOTEN])
def test_form_that_cannot_be_used_now_is_not_opened(pagina, na_gesprek, nieuw, status):
    Dossier.objects.filter(pk=na_gesprek.pk).update(status=status)

    response = pagina.get(nieuw, follow=True)

    assert response.redirect_chain == [(url("plan", na_gesprek.nummer), 302)]
    assert berichten(response) == [f"Een voorziening voorstellen kan niet: dit dossier staat op '{status.label}'."]


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404), ("financieel", 403)])
@pytest.mark.parametrize("naam", ["voorziening", "voorziening_weghalen"])
def test_who_may_not_change_a_voorziening(client, koelkast, nu, request, rol, status, naam):
    client.force_login(request.getfixturevalue(rol))

    assert client.post(pad_van(koelkast, naam), BED).status_code == status
    assert Voorziening.objects.get(pk=koelkast.pk).omschrijving == "Koelkast"


def test_form_says_that_all_vensters_are_closed(pagina, nieuw, na_gesprek):
    na_gesprek.termijnen.filter(regel="besluiten").update(start="2024-03-01", uiterste_datum="2026-03-01")

    response = pagina.post(nieuw, BED)

    form = response.context["form"]
    tekst = "Voorzieningen toekennen kon tot en met 1 maart 2026. Nu kunt u alleen nog afwijzen."
    assert form.fields["voorstel"].help_text == tekst
    assert fouten(form) == {"soort": [tekst]}


def test_without_vensters_the_form_gives_no_day(pagina, nieuw, na_gesprek):
    na_gesprek.termijnen.filter(regel__in=["besluiten", "materiele_verstrekking"]).delete()

    response = pagina.post(nieuw, BED | {"weigeringsgrond": "onzin"})

    form = response.context["form"]
    assert form.fields["soort"].help_text == ""
    assert fouten(form) == {"weigeringsgrond": ["Kies een van de mogelijkheden."]}


def test_older_dossier_is_warned_that_the_venster_is_not_certain(pagina, nieuw, na_gesprek):
    """Decision 1071: an eerste gesprek of before 2025."""
    Dossier.objects.filter(pk=na_gesprek.pk).update(datum_eerste_gesprek="2024-04-02")
    na_gesprek.termijnen.filter(regel="materiele_verstrekking").update(start="2024-04-02", uiterste_datum="2024-10-02")

    response = pagina.post(nieuw, BED, follow=True)

    bewaard, waarschuwing = berichten(response)
    assert bewaard == "Het voorstel Bed voor de jongste is bewaard."
    assert waarschuwing == (
        "Spullen toekennen kon tot en met 2 oktober 2024. Het eerste gesprek was vóór 1 januari 2025. Of de termijn"
        " dan geldt, is niet bevestigd. U kunt toekennen; leg vast waarom."
    )


def test_refusal_is_not_warned_about(pagina, plan):
    pad = url("voorziening_nieuw", plan.dossier.nummer)

    response = pagina.post(pad, AFWIJZEN | {"omschrijving": "Koelkast", "weigeringsgrond": GEEN_NOODZAAK}, follow=True)

    assert berichten(response) == ["Het voorstel Koelkast is bewaard."]


def test_clash_shows_dates_and_choices_as_a_person_reads_them(pagina, koelkast, collega):
    pad = pad_van(koelkast)
    data = invoer(pagina.get(pad))
    van_bram = {**KOELKAST, "looptijd_tot": date(2027, 4, 30), "soort": "immaterieel"}
    voorziening_bewaren(plan=koelkast.plan, voorziening=koelkast, gegevens=van_bram, by=collega, at=moment(VANDAAG))

    gezien = fouten(pagina.post(pad, data).context["form"])

    assert gezien["looptijd_tot"] == ["Bewaard is nu: 30 april 2027"]
    assert gezien["soort"] == ["Bewaard is nu: Immaterieel (hulp en diensten)"]


def test_voorstel_cannot_be_opened_after_uitvoering(pagina, koelkast):
    Dossier.objects.filter(pk=koelkast.plan.dossier_id).update(status=Status.AFGESLOTEN)

    response = pagina.get(pad_van(koelkast), follow=True)

    assert berichten(response) == ["Een voorziening wijzigen kan niet: dit dossier staat op 'Afgesloten'."]


def test_field_that_is_wrong_already_gets_no_second_complaint(pagina, nieuw):
    response = pagina.post(nieuw, BED | {"noodzaak": "wens", "voorstel": "onzin"})

    assert fouten(response.context["form"]) == {"voorstel": ["Kies een van de mogelijkheden."]}


@pytest.mark.parametrize(
    ("anders", "is_open"),
    [
        ({}, False),
        ({"uitzondering_waarom": "Omdat."}, True),
        ({"vervolg_waarom": "Omdat."}, True),
        ({"leefgebied": "financien", "schuld": "achterstand"}, True),
        ({"uitzondering_datum": "geen dag"}, True),
    ],
    ids=["leeg", "ingevuld", "vervolg", "achterstand", "fout"],
)
def test_fields_of_a_bedreigende_situatie_are_open_when_there_is_something_in_them(pagina, nieuw, anders, is_open):
    form = pagina.post(nieuw, BED | {"bedrag": ""} | anders).context["form"]

    assert form.uitzondering_open is is_open


def test_fields_of_a_bedreigende_situatie_are_open_while_there_is_one(pagina, nieuw, na_gesprek, consulent):
    dicht = '<details class="bo-meer bo-uitklap bo-veldgroep"><summary>'
    assert dicht in pagina.get(nieuw).text
    situatie = BedreigendeSituatie.ONTRUIMING
    acuut_melden(dossier=na_gesprek, situatie=situatie, toelichting="", by=consulent, at=moment(VANDAAG))

    assert dicht.replace("><summary>", " open><summary>") in pagina.get(nieuw).text
