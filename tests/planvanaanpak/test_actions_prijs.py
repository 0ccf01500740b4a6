"""Account for a price, keep the price list, and refuse what the beleid does not take."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from cases.actions.basis import ActieFout
from cases.actions.rang import acuut_opheffen
from cases.keuzes import Rang
from cases.models import Dossier, DossierEvent, Gezinslid, Termijn
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren, voorziening_weghalen
from planvanaanpak.actions.prijs import onderbouwing_weghalen, prijs_onderbouwen
from planvanaanpak.actions.prijslijst import Ingelezen, dienst_bewaren, nibudprijs_weghalen, nibudprijzen_inlezen
from planvanaanpak.actions.prijszetten import VOLGENS_HET_BELEID, Onderbouwing
from planvanaanpak.actions.voorzieningverband import ANDER_DOEL, ANDER_VERVOLG, PRIJS_VAST
from planvanaanpak.models import Dienst, Doel, Nibudprijs, Vergelijking, Voorziening
from planvanaanpak.pdf import besluit_html
from planvanaanpak.prijslijstnu import let_op_prijs
from planvanaanpak.prijsregels import Prijsregel
from planvanaanpak.voorzieningbron import open_punten
from planvanaanpak.voorzieningkeuzes import Prijsbasis
from planvanaanpak.voorzieningtekst import betaalzin, prijszin, rekensom, uitzonderingzin, voor_wie
from planvanaanpak.weigering import GEEN_SITUATIE, ZONDER_VERVOLG
from tests.factories import GemeenteFactory, maak_dossier, moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.voorzieningstappen import maak_dienst, maak_nibudprijs
from tests.tabellen import alles
from tests.wegen import BUDGETCOACH, DRIE_KOELKASTEN, KOELKAST

pytestmark = pytest.mark.django_db
OFFERTE = Onderbouwing(basis=Prijsbasis.OFFERTE, prijs=Decimal("140.00"), bron="offerte van 2 april 2026")


@pytest.fixture
def koelkast(plan):
    return plan.voorzieningen.get(omschrijving="Koelkast")


@pytest.fixture
def coach(plan):
    return plan.voorzieningen.get(soort="immaterieel")


def onderbouw(voorziening, by, onderbouwing):
    return prijs_onderbouwen(voorziening=voorziening, onderbouwing=onderbouwing, by=by, at=moment(VANDAAG), on=VANDAAG)


def bedragen(voorziening):
    voorziening = Voorziening.objects.get(pk=voorziening.pk)
    return voorziening.aantal, voorziening.eenheidsprijs, voorziening.bedrag, voorziening.btw, voorziening.netto


def test_mean_of_three_goods_is_the_price_and_each_is_kept_with_its_source(koelkast):
    assert bedragen(koelkast)[1:3] == (Decimal("466.33"), Decimal("466.33"))
    assert [(rij.bron, rij.prijs) for rij in koelkast.vergelijkingen.all()] == [
        ("Witgoedhuis", Decimal("449.00")),
        ("De Winkel", Decimal("479.00")),
        ("Koelkast Direct", Decimal("471.00")),
    ]
    assert prijszin(koelkast) == (
        "De prijs van €\xa0466,33 is het gemiddelde van drie vergelijkbare goederen:"
        " Koelkast, 200 liter bij Witgoedhuis, €\xa0449,00; Koelkast, 200 liter bij De Winkel, €\xa0479,00;"
        " Koelkast, 200 liter bij Koelkast Direct, €\xa0471,00."
        " De prijs van het Nibud gebruiken wij hier niet. Dit model staat niet in de prijzengids."
    )


def test_nibud_price_takes_the_place_of_the_mean_with_one_event(koelkast, gemeente, consulent, beheerder):
    prijs = maak_nibudprijs(gemeente, beheerder)
    events = DossierEvent.objects.count()

    onderbouwing = Onderbouwing(basis=Prijsbasis.NIBUD, nibudprijs=prijs, aantal=Decimal(2), btw=Decimal("110.73"))
    rij = onderbouw(koelkast, consulent, onderbouwing)

    assert bedragen(rij) == tuple(map(Decimal, ("2.00", "319.00", "638.00", "110.73", "527.27")))
    assert Vergelijking.objects.count() == 0
    assert Vergelijking.history.filter(history_type="-").count() == 3
    assert prijszin(rij) == "De prijs van €\xa0319,00 komt uit de Nibud Prijzengids 2025, bladzijde 112."
    assert rekensom(rij) == "2 × €\xa0319,00"
    assert DossierEvent.objects.count() == events + 1
    assert DossierEvent.objects.latest("pk").tekst == (
        "Prijs onderbouwd: Koelkast, €\xa0638,00. De prijzengids van het Nibud."
    )


def test_dienst_is_aantal_times_tarief_with_its_uitvoerder(coach, gemeente, consulent, beheerder):
    dienst = maak_dienst(gemeente, beheerder)

    rij = onderbouw(coach, consulent, Onderbouwing(basis=Prijsbasis.DIENST, dienst=dienst, aantal=Decimal("7.5")))

    assert bedragen(rij)[:3] == (Decimal("7.50"), Decimal("62.50"), Decimal("468.75"))
    assert (rij.uitvoerder, rij.eenheid) == ("Rustig Rekenen", "bijeenkomst")
    assert rekensom(rij) == "7,5 bijeenkomst × €\xa062,50"
    assert prijszin(rij) == (
        "Het tarief van €\xa062,50 is dat van Groepstraining Grip op geld (Raamovereenkomst 2025)."
    )


def test_offerte_serves_for_hulp_and_dienst_keeps_its_price_when_the_tarief_changes(
    coach, gemeente, consulent, beheerder
):
    rij = onderbouw(coach, consulent, replace(OFFERTE, aantal=Decimal(12)))
    assert prijszin(rij) == "De prijs van €\xa0140,00 komt uit: offerte van 2 april 2026."

    dienst = maak_dienst(gemeente, beheerder)
    onderbouw(coach, consulent, Onderbouwing(basis=Prijsbasis.DIENST, dienst=dienst))
    dienst_bewaren(gemeente=gemeente, gegevens={"tarief": Decimal("70.00")}, dienst=dienst, by=beheerder)

    assert bedragen(coach)[1] == Decimal("62.50")
    (zin,) = let_op_prijs(coach.plan.dossier, [Voorziening.objects.get(pk=coach.pk)])
    assert zin == (
        "Budgetcoach, 12 gesprekken: het tarief van Groepstraining Grip op geld is nu €\xa070,00, en hier staat"
        " €\xa062,50. Kies de prijs opnieuw, of laat hem staan."
    )


def test_list_that_is_read_again_changes_no_source_and_the_page_says_so(koelkast, gemeente, consulent, beheerder):
    prijs = maak_nibudprijs(gemeente, beheerder)
    onderbouw(koelkast, consulent, Onderbouwing(basis=Prijsbasis.NIBUD, nibudprijs=prijs))
    zin = "De prijs van €\xa0319,00 komt uit de Nibud Prijzengids 2025, bladzijde 112."
    regels = [Prijsregel(artikel=prijs.artikel, bladzijde=9, prijs=Decimal("350.00"))]

    nibudprijzen_inlezen(gemeente=gemeente, editie="2025", regels=regels, by=beheerder)

    rij = Voorziening.objects.get(pk=koelkast.pk)
    assert prijszin(rij) == zin
    (nu,) = let_op_prijs(rij.plan.dossier, [rij])
    assert nu == (
        "Koelkast: de prijzengids heeft nu €\xa0350,00, en hier staat €\xa0319,00. Kies de prijs opnieuw, of laat hem"
        " staan."
    )


def test_basis_of_a_price_is_taken_away_and_the_amount_stays(koelkast, consulent):
    rij = onderbouwing_weghalen(voorziening=koelkast, by=consulent, at=moment(VANDAAG))

    assert (rij.prijsbasis, rij.prijs_reden, rij.vergelijkingen.count()) == ("", "", 0)
    assert bedragen(koelkast)[1:3] == (Decimal("466.33"), Decimal("466.33"))
    assert DossierEvent.objects.latest("pk").tekst == "Onderbouwing van de prijs weggehaald: Koelkast."
    with pytest.raises(ActieFout, match="Er is niets om weg te halen"):
        onderbouwing_weghalen(voorziening=koelkast, by=consulent, at=moment(VANDAAG))


def test_good_that_costs_nothing_needs_no_basis(plan, consulent):
    gegevens = {naam: waarde for naam, waarde in KOELKAST.items() if naam not in ("onderbouwing", "betaald_aan")}
    gegevens |= {"omschrijving": "Fiets uit de kringloop", "bedrag": Decimal(0)}

    fiets = voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    assert open_punten(plan.dossier, [fiets]) == ()


GOEDEREN = DRIE_KOELKASTEN.goederen


@pytest.mark.parametrize(
    ("onderbouwing", "melding"),
    [
        (OFFERTE, VOLGENS_HET_BELEID),
        (Onderbouwing(basis=Prijsbasis.DIENST), VOLGENS_HET_BELEID),
        (Onderbouwing(basis=Prijsbasis.NIBUD), "Kies een artikel uit de prijzengids van uw gemeente."),
        (replace(DRIE_KOELKASTEN, goederen=GOEDEREN[:2]), "Vul 3 vergelijkbare goederen in. Nu: 2."),
        (
            replace(DRIE_KOELKASTEN, goederen=(GOEDEREN[0], GOEDEREN[0], GOEDEREN[1])),
            "Twee van de goederen zijn hetzelfde. Vergelijk verschillende goederen of winkels.",
        ),
        (
            replace(DRIE_KOELKASTEN, goederen=(*GOEDEREN[:2], replace(GOEDEREN[2], bron=" "))),
            "Vul bij elk goed in wat het is, waar u het zag en wat het kost.",
        ),
        (
            replace(DRIE_KOELKASTEN, goederen=(*GOEDEREN[:2], replace(GOEDEREN[2], datum=date(2026, 4, 21)))),
            "Een prijs kan niet in de toekomst gezien zijn.",
        ),
        (replace(DRIE_KOELKASTEN, reden=" "), "Schrijf op waarom de prijs van het Nibud hier niet past."),
        (replace(DRIE_KOELKASTEN, aantal=Decimal(0)), "Vul een aantal in dat meer is dan 0."),
        (
            replace(DRIE_KOELKASTEN, btw=Decimal("466.34")),
            "De btw kan niet meer zijn dan het hele bedrag van €\xa0466,33.",
        ),
    ],
)
def test_price_that_does_not_rest_on_the_beleid_is_refused(koelkast, consulent, onderbouwing, melding):
    voor = alles()

    with pytest.raises(ActieFout) as fout, transaction.atomic():
        onderbouw(koelkast, consulent, onderbouwing)

    assert str(fout.value) == melding
    assert alles() == voor


def test_offerte_needs_price_and_source(coach, consulent):
    for anders in ({"prijs": None}, {"bron": ""}):
        with pytest.raises(ActieFout, match="Vul de prijs in en schrijf op waar die vandaan komt"):
            onderbouw(coach, consulent, replace(OFFERTE, **anders))


def test_price_or_dienst_of_another_gemeente_is_refused(koelkast, coach, consulent, beheerder):
    ander = GemeenteFactory(code="9977", naam="Elders")
    prijs, dienst = maak_nibudprijs(ander, beheerder), maak_dienst(ander, beheerder)

    with pytest.raises(ActieFout, match="prijzengids van uw gemeente"):
        onderbouw(koelkast, consulent, Onderbouwing(basis=Prijsbasis.NIBUD, nibudprijs=prijs))
    with pytest.raises(ActieFout, match="dienst van uw gemeente"):
        onderbouw(coach, consulent, Onderbouwing(basis=Prijsbasis.DIENST, dienst=dienst))


def test_dienst_that_is_not_to_choose_any_more_is_refused(coach, gemeente, consulent, beheerder):
    dienst = maak_dienst(gemeente, beheerder, is_actief=False)

    with pytest.raises(ActieFout, match="nog te kiezen"):
        onderbouw(coach, consulent, Onderbouwing(basis=Prijsbasis.DIENST, dienst=dienst))


def test_price_changes_on_its_own_page_only_and_aantal_follows(koelkast, plan, consulent):
    wie = {"plan": plan, "voorziening": koelkast, "by": consulent, "at": moment(VANDAAG)}

    with pytest.raises(ActieFout, match=PRIJS_VAST):
        voorziening_bewaren(gegevens={"eenheidsprijs": Decimal("1.00"), "bedrag": Decimal("1.00")}, **wie)
    with pytest.raises(ActieFout, match="2 × €\xa0466,33 is €\xa0932,66"):
        voorziening_bewaren(gegevens={"aantal": Decimal(2)}, **wie)


@pytest.mark.parametrize(
    "velden",
    [
        {"bedrag": Decimal("466.34")},
        {"aantal": Decimal(2)},
        {"btw": Decimal("466.34")},
        {"aantal": Decimal(0), "bedrag": Decimal(0)},
        {"prijsbasis": "nibud"},
        {"prijs_reden": ""},
        {"eenheidsprijs": None},
    ],
)
def test_database_refuses_amounts_that_do_not_add_up(koelkast, velden):
    with pytest.raises(IntegrityError), transaction.atomic():
        Voorziening.objects.filter(pk=koelkast.pk).update(**velden)


def test_voorstel_that_is_taken_away_takes_its_comparison_with_it(koelkast, consulent):
    voorziening_weghalen(voorziening=koelkast, by=consulent, at=moment(VANDAAG))

    assert Vergelijking.objects.count() == 0


def test_list_is_read_twice_and_changes_nothing_the_second_time(gemeente, beheerder):
    regels = [Prijsregel(artikel="Bed", bladzijde=88, prijs=Decimal("210.00"))]
    maak_nibudprijs(gemeente, beheerder)
    wat = {"gemeente": gemeente, "editie": " 2025 ", "by": beheerder}

    assert nibudprijzen_inlezen(regels=regels, **wat) == Ingelezen(1, 0, 0)
    assert nibudprijzen_inlezen(regels=regels, **wat) == Ingelezen(0, 0, 1)
    nieuw = [replace(regels[0], prijs=Decimal("215.00"))]
    assert nibudprijzen_inlezen(regels=nieuw, **wat) == Ingelezen(0, 1, 0)
    assert [(rij.artikel, rij.prijs) for rij in Nibudprijs.objects.all()] == [
        ("Bed", Decimal("215.00")),
        ("Koelkast, tafelmodel", Decimal("319.00")),
    ]


@pytest.mark.parametrize(
    ("editie", "regels", "melding"),
    [
        ("", [Prijsregel(artikel="Bed", bladzijde=1, prijs=Decimal(1))], "Begin de editie met het jaar"),
        ("nieuw", [Prijsregel(artikel="Bed", bladzijde=1, prijs=Decimal(1))], "Begin de editie met het jaar"),
        ("2025", [], "geen enkele prijs"),
    ],
)
def test_list_without_edition_or_prices_is_refused(gemeente, beheerder, editie, regels, melding):
    with pytest.raises(ActieFout, match=melding):
        nibudprijzen_inlezen(gemeente=gemeente, editie=editie, regels=regels, by=beheerder)


def test_price_on_which_a_voorziening_rests_stays(koelkast, gemeente, consulent, beheerder):
    prijs, los = maak_nibudprijs(gemeente, beheerder), maak_nibudprijs(gemeente, beheerder, artikel="Bed")
    onderbouw(koelkast, consulent, Onderbouwing(basis=Prijsbasis.NIBUD, nibudprijs=prijs))

    with pytest.raises(ActieFout, match="Op deze prijs rust een voorziening"):
        nibudprijs_weghalen(nibudprijs=prijs, reden="Fout", by=beheerder)
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        nibudprijs_weghalen(nibudprijs=los, reden=" ", by=beheerder)
    nibudprijs_weghalen(nibudprijs=los, reden="Dubbel", by=beheerder)
    with pytest.raises(ActieFout, match="intussen weggehaald"):
        nibudprijs_weghalen(nibudprijs=los, reden="Dubbel", by=beheerder)

    assert Nibudprijs.objects.get() == prijs


def test_dienst_needs_all_and_a_name_of_its_own(gemeente, beheerder):
    maak_dienst(gemeente, beheerder)

    with pytest.raises(ActieFout, match="is er al"):
        maak_dienst(gemeente, beheerder, naam="groepstraining grip op geld")
    for leeg in ({"naam": " "}, {"eenheid": ""}, {"bron": ""}, {"tarief": Decimal(0)}):
        with pytest.raises(ActieFout, match="Vul de naam, de eenheid, een tarief"):
            maak_dienst(gemeente, beheerder, **({"naam": "Andere"} | leeg))
    assert Dienst.objects.count() == 1


def test_doel_and_gezinslid_must_belong_here(plan, koelkast, gemeente, consulent):
    elders = Gezinslid.objects.create(
        gezin=maak_dossier(gemeente, bsn="999991450").gezin, naam="Sem", relatie="kind", door=consulent
    )
    lid = Gezinslid.objects.create(gezin=plan.dossier.gezin, naam="Noor Berkhout", relatie="kind", door=consulent)
    geld = Doel.objects.get(plan=plan, leefgebied="financien")
    wie = {"plan": plan, "voorziening": koelkast, "by": consulent, "at": moment(VANDAAG)}

    for gegevens, melding in (
        ({"doel": geld}, ANDER_DOEL),
        ({"voor_wie": "gezinslid", "gezinslid": elders}, "Deze persoon hoort niet bij dit gezin."),
        ({"voor_wie": "gezinslid"}, "Kies voor welk gezinslid dit is."),
        ({"voor_wie": "gezin", "gezinslid": lid}, "Dit is niet voor één gezinslid."),
    ):
        with pytest.raises(ActieFout) as fout, transaction.atomic():
            voorziening_bewaren(gegevens=gegevens, **wie)
        assert str(fout.value) == melding
    rij = voorziening_bewaren(gegevens={"voor_wie": "gezinslid", "gezinslid": lid, "betaald_aan": "winkel"}, **wie)
    assert (voor_wie(rij), betaalzin(rij)) == ("Noor Berkhout", "Wij betalen de winkel.")


def test_gezinslid_that_is_gone_is_asked_for_again(plan, koelkast, consulent):
    lid = Gezinslid.objects.create(gezin=plan.dossier.gezin, naam="Noor", relatie="kind", door=consulent)
    gegevens = {"voor_wie": "gezinslid", "gezinslid": lid}
    wie = {"by": consulent, "at": moment(VANDAAG)}
    voorziening_bewaren(plan=plan, voorziening=koelkast, gegevens=gegevens, **wie)

    lid.delete()

    rij = Voorziening.objects.get(pk=koelkast.pk)
    assert open_punten(plan.dossier, [rij]) == ("Koelkast: voor welk gezinslid",)
    assert voor_wie(rij) == "een gezinslid"


def test_what_a_voorstel_lacks_is_said_in_one_line(plan, consulent):
    kaal = {"leefgebied": "wonen", "omschrijving": "Bed", "soort": "materieel", "noodzaak": "noodzaak"}
    gegevens = kaal | {
        "motivering": "Nodig.",
        "voorstel": "toekennen",
        "bedrag": Decimal("210.00"),
        "geschiktheid": "Ja.",
    }
    bed = voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    (tekst,) = open_punten(plan.dossier, [bed])
    assert tekst == (
        "Bed: welk obstakel dit wegneemt; of het ook op een andere manier kan; of dit in verhouding staat tot het doel;"
        " waar de prijs op rust; wie wij betalen"
    )


def test_schulden_in_a_bedreigende_situatie_need_something_against_herhaling(plan, consulent):
    wie = {"plan": plan, "by": consulent, "at": moment(VANDAAG)}
    schuld = BUDGETCOACH | {
        "omschrijving": "Huurachterstand",
        "uitzondering": "schulden",
        "uitzondering_waarom": "U moet anders op 1 mei uit huis.",
    }
    with pytest.raises(ActieFout, match=GEEN_SITUATIE):
        voorziening_bewaren(gegevens=schuld, **wie)
    Dossier.objects.filter(pk=plan.dossier_id).update(
        acuut="woningontruiming", acuut_op=moment(VANDAAG), acuut_door=consulent, rang=Rang.ACUUT
    )
    rij = voorziening_bewaren(gegevens=schuld, **wie)

    coach = plan.voorzieningen.get(soort="immaterieel", uitzondering="")
    plan.dossier.refresh_from_db()
    assert open_punten(plan.dossier, [rij, coach]) == (f"Huurachterstand: {ZONDER_VERVOLG}",)
    with pytest.raises(ActieFout, match=ANDER_VERVOLG):
        voorziening_bewaren(voorziening=rij, gegevens={"vervolg": rij}, **wie)
    zonder_waarom = voorziening_bewaren(voorziening=rij, gegevens={"vervolg": coach}, **wie)
    assert open_punten(plan.dossier, [zonder_waarom]) == (f"Huurachterstand: {ZONDER_VERVOLG}",)
    af = voorziening_bewaren(voorziening=rij, gegevens={"vervolg_waarom": "U leert uw geld regelen."}, **wie)
    assert open_punten(plan.dossier, [af]) == ()
    assert uitzonderingzin(af) == (
        "U moet anders op 1 mei uit huis. Budgetcoach, 12 gesprekken voorkomt dat dit weer gebeurt."
        " U leert uw geld regelen."
    )
    acuut_opheffen(dossier=plan.dossier, reden="Betaald.", by=consulent, at=moment(VANDAAG))
    assert open_punten(Dossier.objects.get(pk=plan.dossier_id), [af]) == (f"Huurachterstand: {GEEN_SITUATIE}",)


def test_looptijd_may_run_past_the_two_years(plan, coach, consulent):
    gegevens = {"looptijd_vanaf": date(2028, 3, 1), "looptijd_tot": date(2030, 2, 28)}

    rij = voorziening_bewaren(plan=plan, voorziening=coach, gegevens=gegevens, by=consulent, at=moment(VANDAAG))

    assert rij.looptijd_tot == date(2030, 2, 28)


def test_what_is_vrij_toegankelijk_needs_no_tests_price_or_venster(plan, consulent, brieven_gevraagd):
    """VNG handreiking 2025 §4.3: it is described in the plan, and takes no decision."""
    vrij = {
        "leefgebied": "gezin",
        "omschrijving": "Consultatiebureau",
        "soort": "materieel",
        "toegang": "vrij",
        "noodzaak": "noodzaak",
        "motivering": "Daar kunt u terecht met vragen over de voeding.",
        "voorstel": "toekennen",
        "bedrag": Decimal(0),
    }
    Voorziening.objects.filter(plan=plan).delete()
    rij = voorziening_bewaren(plan=plan, gegevens=vrij, by=consulent, at=moment(VANDAAG))
    assert open_punten(plan.dossier, [rij]) == ()
    Termijn.objects.filter(dossier=plan.dossier, regel="materiele_verstrekking").update(
        start="2025-01-02", uiterste_datum="2025-07-02", status="voorbij"
    )
    Doel.objects.create(plan=plan, leefgebied="gezin", tekst="De baby groeit goed.")

    vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    html = " ".join(besluit_html(brieven_gevraagd[-1]).split())
    assert "U mag dit zonder besluit gebruiken" in html
    assert "1. Consultatiebureau: vrij toegankelijk" in html


def test_new_voorstel_with_its_price_is_one_action(plan, consulent):
    events = DossierEvent.objects.count()

    bed = voorziening_bewaren(plan=plan, gegevens=KOELKAST | {"omschrijving": "Bed"}, by=consulent, at=moment(VANDAAG))

    assert (bed.bedrag, bed.vergelijkingen.count(), DossierEvent.objects.count()) == (
        Decimal("466.33"),
        3,
        events + 1,
    )


def test_same_basis_again_changes_nothing(koelkast, consulent):
    voor = alles()

    onderbouw(koelkast, consulent, DRIE_KOELKASTEN)

    assert alles() == voor
