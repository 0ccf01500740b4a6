"""The pages of a price, a saneringskrediet, the prices of a gemeente, and of what was granted."""

from datetime import date
from decimal import Decimal

import pytest

from cases.models import Dossier, Gezinslid
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.prijs import prijs_onderbouwen
from planvanaanpak.actions.prijszetten import Onderbouwing
from planvanaanpak.models import Dienst, Nibudprijs, Saneringskrediet, Verstrekking, Voorziening
from planvanaanpak.pdf import besluit_html
from planvanaanpak.voorzieningkeuzes import Prijsbasis
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.test_prijs import BTW_TE_HOOG
from tests.planvanaanpak.voorzieningstappen import KREDIET, lever, maak_dienst, maak_nibudprijs
from tests.wegen import BUDGETCOACH, KOELKAST, TOETSEN

pytestmark = pytest.mark.django_db
VUL = ["Vul dit in."]
# Questions that the overview asks of the database, however many voorzieningen there are.
AANTAL = 9


@pytest.fixture
def koelkast(plan):
    return plan.voorzieningen.get(omschrijving="Koelkast")


@pytest.fixture
def coach(plan):
    return plan.voorzieningen.get(soort="immaterieel")


@pytest.fixture
def als_beheerder(client, beheerder, gemeente, nu):
    client.force_login(beheerder)
    return client


def pad(voorziening, naam="voorziening_prijs", *rest):
    return url(naam, voorziening.plan.dossier.nummer, voorziening.pk, *rest)


DRIE = {
    f"{deel}_{nummer}": waarde
    for nummer, prijs in enumerate(("100", "100,01", "100,01"), start=1)
    for deel, waarde in (("goed", "Bed"), ("bron", f"Winkel {nummer}"), ("datum", "2026-04-20"), ("prijs", prijs))
}
VERGELIJK = {"basis": "vergelijking", "aantal": "2", "reden": "Staat er niet in.", **DRIE}


def test_page_of_a_price_shows_the_goods_that_were_compared(pagina, koelkast):
    form = pagina.get(pad(koelkast)).context["form"]

    assert [keuze for keuze, _ in form.fields["basis"].choices] == ["nibud", "vergelijking"]
    assert [groep[1].value() for groep in form.groepen] == ["Witgoedhuis", "De Winkel", "Koelkast Direct"]


def test_mean_becomes_the_price_and_aantal_times_price_the_amount(pagina, koelkast):
    response = pagina.post(pad(koelkast), VERGELIJK, follow=True)

    koelkast.refresh_from_db()
    assert (koelkast.eenheidsprijs, koelkast.bedrag) == (Decimal("100.01"), Decimal("200.02"))
    assert berichten(response) == ["De prijs van Koelkast is onderbouwd: €\xa0200,02."]
    assert response.redirect_chain == [(f"{url('plan', koelkast.plan.dossier.nummer)}#leefgebied-wonen", 302)]


def test_nibud_price_is_chosen_from_the_newest_edition(pagina, koelkast, gemeente, beheerder):
    oud = maak_nibudprijs(gemeente, beheerder, editie="2024")
    nieuw = maak_nibudprijs(gemeente, beheerder, prijs="325.00", editie="2025")
    keuzes = pagina.get(pad(koelkast)).context["form"].fields["nibudprijs"].choices

    assert [label for _, label in keuzes] == [
        "Kies een artikel",
        "Koelkast, tafelmodel: € 325,00 (Nibud Prijzengids 2025, bladzijde 112)".replace("€ ", "€\xa0"),
    ]
    geweigerd = pagina.post(pad(koelkast), {"basis": "nibud", "aantal": "1", "nibudprijs": oud.pk})
    assert set(fouten(geweigerd.context["form"])) == {"nibudprijs"}
    pagina.post(pad(koelkast), {"basis": "nibud", "aantal": "1", "nibudprijs": nieuw.pk})
    koelkast.refresh_from_db()
    assert (koelkast.nibudprijs, koelkast.bedrag) == (nieuw, Decimal("325.00"))


@pytest.mark.parametrize(
    ("invoer", "melding"),
    [
        ({"aantal": "1"}, {"basis": ["Kies een van de mogelijkheden."]}),
        ({"aantal": "1", "basis": "nibud"}, {"nibudprijs": ["Kies een artikel uit de prijzengids."]}),
        ({"aantal": "1", "basis": "offerte"}, {"basis": ["Kies een van de mogelijkheden."]}),
        ({"aantal": "", "basis": "vergelijking"} | DRIE | {"reden": "x"}, {"aantal": ["Vul een aantal in."]}),
        (VERGELIJK | {"reden": ""}, {"reden": ["Schrijf op waarom de prijs van het Nibud hier niet past."]}),
        (VERGELIJK | {"bron_3": "", "prijs_2": ""}, {"bron_3": VUL, "prijs_2": VUL}),
        (
            VERGELIJK | {"datum_1": "2026-04-21"},
            {"": ["Een prijs kan niet in de toekomst gezien zijn."]},
        ),
        (VERGELIJK | {"aantal": "0"}, {"": ["Vul een aantal in dat meer is dan 0."]}),
        (VERGELIJK | {"btw": "100,00"}, {"": [BTW_TE_HOOG]}),
    ],
)
def test_what_lacks_is_told_at_its_field(pagina, koelkast, invoer, melding):
    response = pagina.post(pad(koelkast), invoer)

    assert fouten(response.context["form"]) == melding
    assert Voorziening.objects.get(pk=koelkast.pk).bedrag == Decimal("466.33")


def test_hulp_may_rest_on_a_dienst_or_an_offerte(pagina, coach, gemeente, beheerder):
    dienst = maak_dienst(gemeente, beheerder)

    leeg = pagina.post(pad(coach), {"basis": "dienst", "aantal": "8"})
    assert fouten(leeg.context["form"]) == {"dienst": ["Kies een dienst."]}
    pagina.post(pad(coach), {"basis": "dienst", "aantal": "8", "dienst": dienst.pk, "btw": "86,78"})
    coach.refresh_from_db()
    assert (coach.bedrag, coach.btw, coach.uitvoerder) == (Decimal("500.00"), Decimal("86.78"), "Rustig Rekenen")
    pagina.post(pad(coach), {"basis": "offerte", "aantal": "12", "prijs": "140", "bron": "Offerte 2026-3"})
    coach.refresh_from_db()
    assert (coach.bedrag, coach.dienst, coach.prijs_bron) == (Decimal("1680.00"), None, "Offerte 2026-3")


def test_accounted_price_is_fixed_on_the_page_of_the_voorziening(pagina, koelkast):
    form = pagina.get(pad(koelkast, "voorziening")).context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields if not form.fields[naam].disabled}
    schoon = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}

    assert [naam for naam, veld in form.fields.items() if veld.disabled] == ["eenheidsprijs", "bedrag"]
    pagina.post(pad(koelkast, "voorziening"), schoon | {"aantal": "3", "bedrag": "1"})
    koelkast.refresh_from_db()
    assert (koelkast.aantal, koelkast.bedrag) == (Decimal("3.00"), Decimal("1398.99"))


def test_price_per_piece_gives_the_amount_and_a_gezinslid_is_named(pagina, na_gesprek, consulent):
    lid = Gezinslid.objects.create(gezin=na_gesprek.gezin, naam="Noor Berkhout", relatie="kind", door=consulent)
    invoer = {veld: waarde for veld, waarde in BUDGETCOACH.items() if veld != "bedrag"}
    invoer |= {"aantal": "7,5", "eenheid": "uur", "eenheidsprijs": "62,33", "voor_wie": f"lid-{lid.pk}"}

    pagina.post(url("voorziening_nieuw", na_gesprek.nummer), invoer | {"betaald_aan": "uitvoerder"})

    rij = Voorziening.objects.get()
    assert (rij.bedrag, rij.gezinslid, rij.voor_wie, rij.betaald_aan) == (
        Decimal("467.48"), lid, "gezinslid", "uitvoerder",
    )  # fmt: skip
    assert {veld: getattr(rij, veld) for veld in TOETSEN} == TOETSEN


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        (
            {"aantal": "2", "eenheidsprijs": "10", "bedrag": "21"},
            {"bedrag": ["2 × €\xa010,00 is €\xa020,00. Vul dat bedrag in, of laat het veld leeg."]},
        ),
        ({"bedrag": "10", "btw": "11"}, {"btw": ["De btw kan niet meer zijn dan het hele bedrag van €\xa010,00."]}),
        ({"bedrag": "10", "aantal": "veel"}, {"aantal": ["Vul een aantal in, bijvoorbeeld 12 of 7,5."]}),
        (
            {"bedrag": "10", "uitzondering": "schulden"},
            {
                "uitzondering": [
                    "Leg eerst de bedreigende situatie vast bij Acuut. Zonder die situatie geldt de uitzondering niet."
                ]
            },
        ),
    ],
)
def test_form_refuses_what_does_not_add_up_or_hold(pagina, na_gesprek, anders, melding):
    invoer = {veld: waarde for veld, waarde in BUDGETCOACH.items() if veld != "bedrag"}

    response = pagina.post(url("voorziening_nieuw", na_gesprek.nummer), invoer | anders)

    assert fouten(response.context["form"]) == melding
    assert Voorziening.objects.count() == 0


def test_doel_of_another_leefgebied_is_refused(pagina, koelkast, plan):
    form = pagina.get(pad(koelkast, "voorziening")).context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields if form[naam].value() is not None}

    response = pagina.post(pad(koelkast, "voorziening"), waarden | {"doel": plan.doelen.get(leefgebied="financien").pk})

    assert fouten(response.context["form"]) == {
        "doel": ["Dit doel hoort bij een ander leefgebied. Kies een doel van dit leefgebied, of laat het leeg."]
    }


def test_the_same_good_in_another_dossier_of_the_gezin_is_warned_about(pagina, besluit, gemeente, consulent):
    ander = maak_dossier(gemeente, bsn="999991450")
    Dossier.objects.filter(pk=ander.pk).update(
        gezin=besluit.dossier.gezin_id, status="plan_van_aanpak", datum_eerste_gesprek="2026-03-12"
    )
    invoer = {naam: waarde for naam, waarde in KOELKAST.items() if naam != "onderbouwing"} | {"bedrag": "300"}

    response = pagina.post(url("voorziening_nieuw", ander.nummer), invoer, follow=True)

    assert berichten(response)[1] == (
        f"Let op: Koelkast is al toegekend in besluit 9901-B-2026-00001 in dossier {besluit.dossier.nummer}."
        " Een goed wordt één keer vergoed. Schrijf op waarom het nog een keer nodig is."
    )


def test_letter_holds_tests_price_and_who_is_paid(plan, koelkast, consulent, brieven_gevraagd, nu):
    gegevens = {"betaald_aan": "winkel", "doel": plan.doelen.get(leefgebied="wonen")}
    voorziening_bewaren(plan=plan, voorziening=koelkast, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    html = " ".join(besluit_html(brieven_gevraagd[-1]).split())
    for tekst in (
        "<strong>Wat u nu tegenhoudt.</strong> U kunt dit nu niet zelf betalen.",
        "<strong>Helpt dit om uw doel te halen?</strong> Hiermee haalt u uw doel.",
        "<strong>Kan het ook op een andere manier?</strong> Er is niets anders dat ook helpt.",
        "<strong>Staat dit in verhouding tot uw doel?</strong> Wij kiezen het goedkoopste dat past.",
        "Uw doel hierbij: Dit is over een jaar op orde.",
        "is het gemiddelde van drie vergelijkbare goederen: Koelkast, 200 liter bij Witgoedhuis",
        "Dit model staat niet in de prijzengids.",
        "Wij betalen de winkel.",
    ):
        assert tekst in html


JA = {
    "datum_beschikking": "06-10-2025",
    "datum_verzoek": "12-03-2026",
    "af_te_lossen": "nee",
    "toelichting": "61 maanden volgens de berekening.",
}


@halte
def krediet(plan, consulent):
    Dossier.objects.filter(pk=plan.dossier_id).update(doelgroep="kind")
    persoon = plan.dossier.persoon
    persoon.geboortedatum = "2005-08-31"
    persoon.save()
    return voorziening_bewaren(plan=plan, gegevens=KREDIET, by=consulent, at=moment(VANDAAG))


def test_saneringskrediet_is_judged_on_its_page(pagina, krediet):
    assert pagina.get(pad(krediet, "voorziening")).context["kan_saneren"]
    response = pagina.post(pad(krediet, "saneringskrediet"), JA, follow=True)

    assert [criterium.voldaan for criterium in response.context["criteria"]] == [True] * 6
    assert berichten(response) == ["Het saneringskrediet is beoordeeld en bewaard bij Saneringskrediet."]
    pagina.post(pad(krediet, "sanering_weghalen"))
    assert Saneringskrediet.objects.count() == 0


def test_saneringskrediet_that_does_not_meet_the_criteria_says_why(pagina, krediet):
    response = pagina.post(pad(krediet, "saneringskrediet"), JA | {"af_te_lossen": "ja"})

    lukt = "De inwoner kan de schulden wel aflossen binnen 36 maanden."
    assert fouten(response.context["form"]) == {"": [f"Toekennen kan niet. {lukt} Of zet het voorstel op afwijzen."]}
    leeg = pagina.post(pad(krediet, "saneringskrediet"), JA | {"datum_verzoek": "21-04-2026", "af_te_lossen": ""})
    assert fouten(leeg.context["form"]) == {
        "datum_verzoek": ["Deze datum kan niet in de toekomst liggen."],
        "af_te_lossen": ["Kies een van de mogelijkheden."],
    }


def test_only_a_young_person_is_offered_a_saneringskrediet(pagina, coach):
    assert not pagina.get(pad(coach, "voorziening")).context["kan_saneren"]


@pytest.mark.parametrize("naam", ["voorziening_prijs", "prijs_weghalen", "sanering_weghalen"])
def test_page_of_what_was_decided_leads_to_the_besluit(pagina, besluit, naam):
    response = pagina.get(pad(besluit.voorzieningen.first(), naam), follow=True)

    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]


def test_prices_are_pasted_shown_by_edition_and_taken_out(als_beheerder, gemeente):
    lijst = "Artikel;Bladzijde;Prijs\nKoelkast;112;466,00\nBed;88;1.210,50"
    inlezen = url("prijslijst_inlezen", gemeente.code)

    response = als_beheerder.post(inlezen, {"editie": "2025", "lijst": lijst}, follow=True)
    assert berichten(response) == ["Editie 2025: 2 prijzen erbij, 0 gewijzigd, 0 hetzelfde."]
    als_beheerder.post(inlezen, {"editie": "2024", "lijst": "Bed;80;1.100,00"})
    assert [rij.artikel for rij in als_beheerder.get(url("prijslijst", gemeente.code)).context["prijzen"]] == [
        "Bed",
        "Koelkast",
    ]
    oud = als_beheerder.get(url("prijslijst", gemeente.code), {"editie": "2024"}).context
    assert (oud["editie"], [rij.prijs for rij in oud["prijzen"]]) == ("2024", [Decimal("1100.00")])
    bed = Nibudprijs.objects.get(editie="2024")
    als_beheerder.post(url("nibudprijs_weghalen", gemeente.code, bed.pk), {"reden": "Oud"})
    assert not Nibudprijs.objects.filter(editie="2024").exists()


def test_pasted_line_that_cannot_be_read_saves_nothing(als_beheerder, gemeente):
    lijst = "\n".join(["Koelkast;112;466", *["fout"] * 7])

    response = als_beheerder.post(url("prijslijst_inlezen", gemeente.code), {"editie": "gids", "lijst": lijst})

    gezien = fouten(response.context["form"])
    assert gezien["editie"] == ["Begin met het jaar, zoals 2025 of 2025-2026."]
    assert gezien["lijst"][0].startswith("Regel 2: schrijf artikel; bladzijde; prijs")
    assert gezien["lijst"][0].endswith("En nog 2 andere. Er is niets bewaard.")
    assert Nibudprijs.objects.count() == 0


def test_dienst_is_added_and_changed(als_beheerder, gemeente):
    invoer = {"naam": "Training", "uitvoerder": "RR", "eenheid": "uur", "tarief": "62,50", "bron": "Contract"}
    als_beheerder.post(url("dienst_nieuw", gemeente.code), invoer | {"is_actief": "on"})
    dienst = Dienst.objects.get()

    response = als_beheerder.post(url("dienst", gemeente.code, dienst.pk), invoer | {"tarief": "65"}, follow=True)

    dienst.refresh_from_db()
    assert (dienst.tarief, dienst.is_actief) == (Decimal("65.00"), False)
    assert berichten(response)[-1] == "De dienst Training is bewaard."


def test_overview_says_since_when_by_which_besluit_and_what_runs(pagina, besluit, consulent):
    koelkast = besluit.voorzieningen.get(omschrijving="Koelkast")
    besluit.voorzieningen.filter(soort="immaterieel").update(looptijd_vanaf=date(2026, 4, 1), aantal=12)
    lever(koelkast, consulent, VANDAAG)

    context = pagina.get(url("toegekend", besluit.dossier.nummer)).context

    (loopt,), (klaar,) = context["loopt"], context["klaar"]
    assert (loopt.voorziening.omschrijving, loopt.sinds, loopt.stand.woorden) == (
        "Budgetcoach, 12 gesprekken", date(2026, 4, 1), "loopt",
    )  # fmt: skip
    assert (klaar.voorziening, klaar.sinds, klaar.stand.woorden) == (koelkast, VANDAAG, "geleverd op 20 april 2026")
    assert context["totaal"] == Decimal("2266.33")
    assert [bedrag for _, bedrag in context["per_soort"]] == [Decimal("466.33"), Decimal("1800.00")]


def test_overview_asks_the_same_for_two_and_for_more(
    pagina, besluit, consulent, brieven_gevraagd, django_assert_num_queries
):
    pad_ = url("toegekend", besluit.dossier.nummer)
    pagina.get(pad_)
    with django_assert_num_queries(AANTAL):
        pagina.get(pad_)
    for naam in ("Bed", "Fornuis", "Kast"):
        gegevens = KOELKAST | {"omschrijving": naam}
        rij = voorziening_bewaren(plan=besluit.dossier.plan, gegevens=gegevens, by=consulent, at=moment(VANDAAG))
    addendum_vaststellen(
        plan=besluit.dossier.plan, datum=VANDAAG, toelichting="Erbij.", by=consulent, at=moment(VANDAAG), on=VANDAAG
    )
    lever(Voorziening.objects.get(pk=rij.pk), consulent, VANDAAG)
    with django_assert_num_queries(AANTAL):
        pagina.get(pad_)


def test_delivery_is_written_down_and_taken_out_by_page(pagina, besluit):
    koelkast = besluit.voorzieningen.get(omschrijving="Koelkast")

    fout = pagina.post(pad(koelkast, "verstrekking"), {"soort": "gestopt", "datum": "20-04-2026"})
    assert fouten(fout.context["form"]) == {"toelichting": ["Schrijf op waarom deze voorziening stopt."]}
    response = pagina.post(pad(koelkast, "verstrekking"), {"soort": "geleverd", "datum": "20-04-2026"}, follow=True)
    assert berichten(response) == ["Vastgelegd bij Koelkast."]
    rij = Verstrekking.objects.get()
    response = pagina.post(pad(koelkast, "verstrekking_weghalen", rij.pk), {"reden": "Verkeerd"}, follow=True)
    assert "<s>20 april 2026: geleverd</s>" in response.text
    weg = pagina.get(pad(koelkast, "verstrekking_weghalen", rij.pk))
    assert (weg.status_code, weg["Location"]) == (302, pad(koelkast, "verstrekking"))


def test_used_is_only_offered_where_there_is_more_than_one(pagina, besluit):
    coach = besluit.voorzieningen.get(soort="immaterieel")
    assert "aantal" not in pagina.get(pad(coach, "verstrekking")).context["form"].fields
    Voorziening.objects.filter(pk=coach.pk).update(aantal=3)

    leeg = pagina.post(pad(coach, "verstrekking"), {"soort": "gebruikt", "datum": "20-04-2026"})
    assert fouten(leeg.context["form"]) == {"aantal": ["Vul in hoeveel er is gebruikt."]}
    pagina.post(pad(coach, "verstrekking"), {"soort": "gebruikt", "datum": "20-04-2026", "aantal": "2"})

    assert "2 van 3 gebruikt" in pagina.get(url("toegekend", besluit.dossier.nummer)).text


def test_nothing_granted_yet_is_said(pagina, plan):
    assert "Er is nog niets toegekend" in pagina.get(url("toegekend", plan.dossier.nummer)).text


def test_the_same_artikel_is_warned_about_by_another_name(pagina, plan, koelkast, gemeente, consulent, beheerder):
    prijs = maak_nibudprijs(gemeente, beheerder)
    wie = {"by": consulent, "at": moment(VANDAAG)}
    onderbouwing = Onderbouwing(basis=Prijsbasis.NIBUD, nibudprijs=prijs)
    prijs_onderbouwen(voorziening=koelkast, onderbouwing=onderbouwing, **wie, on=VANDAAG)
    tweede = voorziening_bewaren(
        plan=plan, gegevens=KOELKAST | {"omschrijving": "Koeling", "onderbouwing": onderbouwing}, **wie
    )
    form = pagina.get(pad(tweede, "voorziening")).context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields if form[naam].value() is not None}

    response = pagina.post(pad(tweede, "voorziening"), waarden, follow=True)

    assert berichten(response)[1] == (
        "Let op: Koelkast is ook al voorgesteld. Een goed wordt één keer vergoed."
        " Schrijf op waarom het nog een keer nodig is."
    )
