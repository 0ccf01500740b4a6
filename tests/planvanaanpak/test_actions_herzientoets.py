"""Who gets more with a herziening must meet what an addendum asks (decision 1041)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.commissie import afwijking_motiveren
from planvanaanpak.actions.herzientoets import HerzienFout
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.sanering import sanering_vastleggen
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt, PlanVanAanpak, Saneringskrediet, Voorziening
from tests.factories import maak_dossier, maak_user, moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.beoordeling import adviseer, leg_voor, met_commissie
from tests.planvanaanpak.besluitstappen import VERSTUURD, regel
from tests.planvanaanpak.test_actions_herziening import decide_on_bezwaar
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.voorzieningstappen import KREDIET, SANERING, lever
from tests.wegen import BUDGETCOACH, KOELKAST, TOETSEN, WEIGEREN, maak_bewijs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
NA_BEZWAAR = date(2026, 6, 25)
ZONDER_TOETSEN = dict.fromkeys(TOETSEN, "")
NEE = WEIGEREN | {"weigeringsgrond": "Niet nodig"}
WENS = BUDGETCOACH | NEE | ZONDER_TOETSEN | {"omschrijving": "Zwemles", "noodzaak": "wens"}


def beslis(verstuurd, by, gegevens, sanering=None):
    """Decide on one voorziening with an addendum that left the same day."""
    plan = PlanVanAanpak.objects.get(dossier=verstuurd.dossier)
    v = voorziening_bewaren(plan=plan, gegevens=gegevens, by=by, at=moment(VERSTUURD))
    if sanering is not None:
        sanering_vastleggen(voorziening=v, gegevens=SANERING | sanering, by=by, at=moment(VERSTUURD), on=VERSTUURD)
    addendum = addendum_vaststellen(
        plan=plan, datum=VERSTUURD, toelichting="Erbij.", by=by, at=moment(VERSTUURD), on=VERSTUURD
    )
    stappen.verstuur(addendum, by)
    return Voorziening.objects.get(pk=v.pk)


def fouten(voorziening, by, *args, **anders):
    """Give what is said of the row, by field."""
    rij = regel(voorziening, *args, **{k: v for k, v in anders.items() if k not in ("bezwaar", "ingang", "on")})
    rest = {k: v for k, v in anders.items() if k in ("bezwaar", "ingang", "on")}
    fout = weigert("", stappen.herzie, voorziening.besluit, [rij], by, **rest)
    assert isinstance(fout, HerzienFout)
    return fout.fouten[voorziening.pk]


def na(bezwaar):
    return {"bezwaar": bezwaar, "ingang": NA_BEZWAAR, "on": NA_BEZWAAR}


def test_wens_without_tests_is_not_granted_and_each_field_says_what_to_do(verstuurd, consulent):
    zwemles = beslis(verstuurd, consulent, WENS)

    gezegd = fouten(zwemles, consulent, "alsnog", "300.00")

    assert gezegd == {
        "obstakel": "Schrijf op welk obstakel dit wegneemt.",
        "geschiktheid": "Schrijf op of dit helpt om het doel te bereiken.",
        "noodzakelijkheid": "Schrijf op of het ook op een andere manier kan.",
        "evenredigheid": "Schrijf op of dit in verhouding staat tot het doel.",
        "wat": "Dit is afgewezen als wens. Een wens kunt u niet toekennen. Is het nu wel nodig? Stel het in het plan"
        " opnieuw voor en neem een aanvullend besluit.",
    }
    assert set(fouten(zwemles, consulent, "alsnog", "300.00", **TOETSEN)) == {"wat"}


def test_after_bezwaar_the_heroverweging_may_see_noodzaak_in_a_wens(verstuurd, consulent, jurist):
    zwemles = beslis(verstuurd, consulent, WENS)
    bezwaar = decide_on_bezwaar(zwemles.besluit, consulent, jurist)

    assert set(fouten(zwemles, consulent, "alsnog", "300.00", **na(bezwaar))) == set(TOETSEN)
    rij = regel(zwemles, "alsnog", "300.00", **TOETSEN)
    stappen.herzie(zwemles.besluit, [rij], consulent, **na(bezwaar))

    zwemles.refresh_from_db()
    assert (zwemles.status, zwemles.voorstel, zwemles.noodzaak) == ("toegekend", "toekennen", "noodzaak")
    assert {veld: getattr(zwemles, veld) for veld in TOETSEN} == TOETSEN


def test_price_of_goods_follows_the_beleid_also_in_a_herziening(verstuurd, consulent, jurist):
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")

    gezegd = fouten(koelkast, consulent, "anders", "900.00")

    assert gezegd == {
        "bedrag": "Een prijs van spullen volgt uit het beleid, en dit bedrag niet. Vul een aantal keer €\xa0466,33 in:"
        " de prijs per stuk. Past dat niet? Stel het in het plan opnieuw voor en neem een aanvullend besluit."
    }
    bezwaar = decide_on_bezwaar(verstuurd, consulent, jurist)
    stappen.herzie(verstuurd, [regel(koelkast, "anders", "900.00")], consulent, **na(bezwaar))
    koelkast.refresh_from_db()
    assert koelkast.bedrag == Decimal("900.00")


@pytest.mark.parametrize(
    ("bedrag", "college", "velden"),
    [
        pytest.param("10000.00", "", set(), id="up-to-the-maximum"),
        pytest.param("10000.01", "", {"collegebesluit"}, id="one-cent-more"),
        pytest.param("15000.00", "2026-114", set(), id="with-the-college"),
    ],
)
def test_saneringskrediet_above_the_maximum_needs_the_college(verstuurd, consulent, bedrag, college, velden):
    _onder_de_kindregeling(verstuurd.dossier)
    krediet = beslis(verstuurd, consulent, KREDIET, {})
    alsnog = {"collegebesluit": college}
    if college:
        document = maak_bewijs(verstuurd.dossier, consulent, VERSTUURD)
        assert set(fouten(krediet, consulent, "anders", bedrag, **alsnog)) == {"collegebesluit_datum"}
        alsnog |= {"collegebesluit_datum": VERSTUURD, "collegebesluit_document": document}

    if velden:
        assert set(fouten(krediet, consulent, "anders", bedrag, **alsnog)) == velden
        return
    stappen.herzie(krediet.besluit, [regel(krediet, "anders", bedrag, **alsnog)], consulent)

    rij = Saneringskrediet.objects.get(voorziening=krediet)
    assert (rij.collegebesluit, rij.collegebesluit_document) == (college, document if college else None)


def test_besluit_of_the_college_is_of_this_dossier_and_of_a_day_that_came(verstuurd, consulent, gemeente):
    _onder_de_kindregeling(verstuurd.dossier)
    krediet = beslis(verstuurd, consulent, KREDIET, {})
    college = {
        "collegebesluit": "2026-114",
        "collegebesluit_datum": VERSTUURD + timedelta(days=400),
        "collegebesluit_document": maak_bewijs(maak_dossier(gemeente, bsn="999991450"), consulent, VERSTUURD),
    }

    assert fouten(krediet, consulent, "anders", "15000.00", **college) == {
        "collegebesluit_datum": "Deze datum kan niet in de toekomst liggen.",
        "collegebesluit_document": "Dit document hoort niet bij dit dossier of is ingetrokken. Kies een ander.",
    }


def test_second_saneringskrediet_is_not_granted_after_bezwaar_either(verstuurd, consulent, jurist):
    _onder_de_kindregeling(verstuurd.dossier)
    beslis(verstuurd, consulent, KREDIET, {})
    tweede = beslis(verstuurd, consulent, KREDIET | NEE | {"omschrijving": "Nog een krediet"}, {})
    bezwaar = decide_on_bezwaar(tweede.besluit, consulent, jurist)

    gezegd = fouten(tweede, consulent, "alsnog", "8400.00", **na(bezwaar))

    assert gezegd["wat"].startswith("Er is al een saneringskrediet toegekend: besluit 9901-B-2026-00002.")


def test_saneringskrediet_asked_too_late_is_judged_anew_only_after_bezwaar(verstuurd, consulent, jurist):
    _onder_de_kindregeling(verstuurd.dossier)
    laat = beslis(verstuurd, consulent, KREDIET | NEE, {"datum_beschikking": date(2025, 3, 1)})

    assert "te laat" in fouten(laat, consulent, "alsnog", "8400.00")["wat"]
    bezwaar = decide_on_bezwaar(laat.besluit, consulent, jurist)
    stappen.herzie(laat.besluit, [regel(laat, "alsnog", "8400.00")], consulent, **na(bezwaar))


def _onder_de_kindregeling(dossier):
    dossier.doelgroep = "kind"
    dossier.save()
    dossier.persoon.geboortedatum = "2004-02-01"
    dossier.persoon.save()


def test_commissie_advises_on_more_unless_a_bezwaar_was_gegrond(verstuurd, consulent, jurist):
    coach = Voorziening.objects.get(soort="immaterieel")
    met_commissie(verstuurd.dossier)

    assert fouten(coach, consulent, "anders", "2000.00") == {
        "wat": "De commissie heeft over dit bedrag nog niet geadviseerd. Stel het in het plan opnieuw voor en neem een"
        " aanvullend besluit."
    }
    bezwaar = decide_on_bezwaar(verstuurd, consulent, jurist)
    stappen.herzie(verstuurd, [regel(coach, "anders", "2000.00")], consulent, **na(bezwaar))


def test_advice_to_grant_that_was_not_followed_is_followed_at_the_same_amount_only(verstuurd, consulent):
    plan = PlanVanAanpak.objects.get(dossier=verstuurd.dossier)
    met_commissie(verstuurd.dossier)
    lid = maak_user("commissielid", verstuurd.dossier.gemeente, email="lid@voorbeeld.example")
    nee = BUDGETCOACH | NEE | {"omschrijving": "Nog een coach"}
    v = voorziening_bewaren(plan=plan, gegevens=nee, by=consulent, at=moment(VERSTUURD))
    (punt,) = leg_voor(plan, consulent, VERSTUURD)
    adviseer(punt, [lid], lid, VERSTUURD, Strekking.TOEKENNEN)
    punt = Agendapunt.objects.get(pk=punt.pk)
    afwijking_motiveren(punt=punt, reden="Er is al een coach.", by=consulent, at=moment(VERSTUURD))
    addendum = addendum_vaststellen(
        plan=plan, datum=VERSTUURD, toelichting="Nee.", by=consulent, at=moment(VERSTUURD), on=VERSTUURD
    )
    stappen.verstuur(addendum, consulent)
    v.refresh_from_db()

    assert "adviseerde iets anders" in fouten(v, consulent, "alsnog", "1900.00")["wat"]
    assert stappen.herzie(addendum, [regel(v, "alsnog", str(v.bedrag))], consulent).soort == "herziening"


def test_whom_we_pay_is_asked_when_it_was_never_written(verstuurd, consulent):
    coach = Voorziening.objects.get(soort="immaterieel")
    Voorziening.objects.filter(pk=coach.pk).update(betaald_aan="")
    coach.refresh_from_db()

    assert fouten(coach, consulent, "anders", "1900.00") == {"betaald_aan": "Kies wie wij betalen."}
    stappen.herzie(verstuurd, [regel(coach, "anders", "1900.00", betaald_aan="winkel")], consulent)

    coach.refresh_from_db()
    assert coach.betaald_aan == "winkel"


def test_amount_does_not_go_below_what_was_used(verstuurd, consulent):
    coach = Voorziening.objects.get(soort="immaterieel")
    Voorziening.objects.filter(pk=coach.pk).update(
        aantal=12, eenheidsprijs=Decimal("150.00"), prijsbasis="offerte", prijs_bron="Offerte"
    )
    lever(coach, consulent, date(2026, 5, 4), "gebruikt", aantal="5")
    coach.refresh_from_db()

    assert fouten(coach, consulent, "anders", "600.00") == {
        "bedrag": "Er is al 5 van 12 gebruikt. Dat is €\xa0750,00. Vul dat bedrag in, of meer."
    }
    stappen.herzie(verstuurd, [regel(coach, "anders", "750.00")], consulent)
    coach.refresh_from_db()
    assert coach.aantal == 5


def test_bed_of_a_gezinslid_who_was_taken_out_says_what_is_missing(verstuurd, consulent):
    v = beslis(verstuurd, consulent, KOELKAST | NEE | {"omschrijving": "Bed"})
    Voorziening.objects.filter(pk=v.pk).update(voor_wie="gezinslid")
    v.refresh_from_db()

    assert "voor welk gezinslid" in fouten(v, consulent, "alsnog", str(v.bedrag))["wat"]
