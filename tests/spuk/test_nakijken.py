"""A cost that is easily a mistake is booked after somebody looked, and stands under the checks of its year."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.forms.document import OPNIEUW
from cases.models import Afronding
from planvanaanpak.models import Voorziening
from spuk.actions.kosten import EerstNakijken, boeking_terugdraaien
from spuk.componenten import Component
from spuk.forms.kosten import EERST_LEZEN
from spuk.models import Kostenregel, SpukKeuze
from spuk.termijnen import SISA_INDIENEN
from tests.factories import moment
from tests.haltes import halte
from tests.spuk.test_actions_kosten import ON, PDF, boek
from tests.wegen import stel_vast

GESPREK, BESLUIT = date(2026, 3, 12), date(2026, 4, 20)
TE_VEEL = {"netto": Decimal("500.00"), "btw": Decimal("105.00")}
JAAR = (
    "De SiSa-bijlage over 2025 moest uiterlijk op 15 juli 2026 zijn ingediend. Deze kosten zijn daarna geboekt:"
    " € 385,40 zonder btw. Overleg met uw accountant hoe u ze nog verantwoordt."
)


@halte
def koelkast(dossier, consulent, snelle_pdf):
    """A koelkast of € 466,33 with btw; the aanmelding was on 2 March, the eerste gesprek on 12 March 2026."""
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    return Voorziening.objects.get(omschrijving="Koelkast")


@halte
def keuze(gemeente):
    return SpukKeuze.objects.create(gemeente=gemeente, abdf="norm", e="norm", bron="SiSa 2021")


@pytest.fixture
def als_financieel(client, financieel, time_machine):
    time_machine.move_to("2026-08-20 10:00+02:00")
    client.force_login(financieel)
    return client


def sleutels(fout):
    return [vraag.sleutel for vraag in fout.value.vragen]


def test_more_than_was_granted_is_asked_first_and_then_booked(gemeente, koelkast, financieel):
    boek(gemeente, koelkast, financieel)

    with pytest.raises(EerstNakijken) as fout:
        boek(gemeente, koelkast, financieel, netto=Decimal("1.00"), btw=Decimal(0), factuurnummer="2")
    assert sleutels(fout) == ["bedrag:467.33"]
    assert Kostenregel.objects.count() == 1
    with pytest.raises(EerstNakijken) as fout:
        boek(gemeente, koelkast, financieel, factuurnummer="2", nagekeken=["bedrag:467.33"])
    assert sleutels(fout) == ["bedrag:932.66"]

    regel = boek(gemeente, koelkast, financieel, factuurnummer="2", nagekeken=["bedrag:932.66"])

    reden = "Nagekeken bij het boeken: met deze factuur is €\xa0466,33 meer geboekt dan toegekend."
    assert regel.history.get().history_change_reason == reden
    assert regel.dossier.events.first().reden == reden


def test_booking_that_was_taken_back_makes_room_again(gemeente, koelkast, financieel):
    regel = boek(gemeente, koelkast, financieel)
    boeking_terugdraaien(regel=regel, reden="Verkeerd bedrag", by=financieel, at=moment(ON))

    nieuw = boek(gemeente, koelkast, financieel, netto=Decimal("300.00"), btw=Decimal("63.00"))

    assert nieuw.history.get().history_change_reason is None


@pytest.mark.parametrize(
    ("datum", "vragen"),
    [(GESPREK, []), (date(2026, 3, 11), ["dag:2026-03-11"])],
    ids=["day of the aanvraag", "day before"],
)
def test_invoice_of_before_the_aanvraag_is_asked_about(gemeente, koelkast, financieel, datum, vragen):
    """Tiel 2025 art. 5 lid 1d: the eerste gesprek is the aanvraag; art. 8 lid 1e: no costs of before it."""
    if not vragen:
        assert boek(gemeente, koelkast, financieel, datum=datum).pk
        return
    with pytest.raises(EerstNakijken) as fout:
        boek(gemeente, koelkast, financieel, datum=datum)

    assert sleutels(fout) == vragen
    assert "(artikel 8 lid 1 onder e" in str(fout.value)
    assert boek(gemeente, koelkast, financieel, datum=datum, nagekeken=vragen).datum == datum


def test_what_the_besluit_grants_of_before_the_aanvraag_is_not_asked_about(gemeente, koelkast, financieel):
    Voorziening.objects.filter(pk=koelkast.pk).update(uitzondering="voor_aanvraag")

    assert boek(gemeente, koelkast, financieel, datum=date(2026, 2, 1)).pk


def test_besluit_of_before_the_eerste_gesprek_has_its_aanvraag_before_it(gemeente, koelkast, financieel):
    """In a bedreigende situatie something is granted before the eerste gesprek."""
    koelkast.plan.dossier.datum_eerste_gesprek = date(2026, 5, 20)
    koelkast.plan.dossier.save(update_fields=["datum_eerste_gesprek"])

    assert boek(gemeente, koelkast, financieel, datum=BESLUIT).pk
    with pytest.raises(EerstNakijken):
        boek(gemeente, koelkast, financieel, datum=date(2026, 4, 19), factuurnummer="2", nagekeken=["bedrag:932.66"])


def test_cost_of_a_year_that_is_accounted_for_is_asked_about(gemeente, financieel):
    algemeen = {"component": Component.E_KIND, "factuur": None, "datum": date(2025, 3, 1)}
    assert boek(gemeente, None, financieel, **algemeen, on=date(2026, 7, 15)).pk

    for on, nummer in ((date(2026, 7, 16), "2"), (date(2026, 11, 27), "3")):
        with pytest.raises(EerstNakijken) as fout:
            boek(gemeente, None, financieel, **algemeen, factuurnummer=nummer, on=on)
        assert sleutels(fout) == ["jaar:2025"]
    assert Kostenregel.objects.count() == 1


@pytest.mark.parametrize("dag", [date(2019, 12, 31), date(2030, 1, 1)], ids=str)
def test_cost_of_no_year_of_the_regeling_is_refused(gemeente, financieel, dag):
    """It would stand on no page, and never count."""
    algemeen = {"component": Component.E_KIND, "factuur": None, "datum": dag, "on": date(2030, 1, 2)}

    with pytest.raises(ActieFout, match="alleen kosten van 2020 tot en met 2029"):
        boek(gemeente, None, financieel, **algemeen)


def test_bijlage_that_went_in_early_is_asked_about_from_then_on(gemeente, financieel):
    algemeen = {"component": Component.E_KIND, "factuur": None, "datum": date(2025, 3, 1), "on": date(2026, 5, 2)}
    dien_in(gemeente, financieel)

    with pytest.raises(EerstNakijken, match="is ingediend op 1 mei 2026"):
        boek(gemeente, None, financieel, **algemeen)


def dien_in(gemeente, by, datum=date(2026, 5, 1)):
    Afronding.objects.create(
        gemeente=gemeente,
        regel=SISA_INDIENEN.code,
        sleutel="2025",
        datum=datum,
        afgerond_op=moment(datum),
        afgerond_door=by,
    )


def verstuur(client, koelkast, **anders):
    velden = {
        "leverancier": "Witgoedhuis",
        "factuurnummer": "2026-118",
        "datum": "2026-05-12",
        "omschrijving": "Koelkast",
        "netto": "500,00",
        "btw": "105,00",
        "factuur": SimpleUploadedFile("factuur.pdf", PDF, "application/pdf"),
    } | anders
    return client.post(reverse("kosten_nieuw", args=["9901", koelkast.pk]), velden, follow=True)


def test_page_warns_keeps_what_was_typed_and_asks_a_tick(als_financieel, koelkast):
    leeg = als_financieel.get(reverse("kosten_nieuw", args=["9901", koelkast.pk]))
    assert leeg.context["form"]["nagekeken"].is_hidden

    gevraagd = verstuur(als_financieel, koelkast)

    form = gevraagd.context["form"]
    melding = (
        "Toegekend is €\xa0466,33 met btw. Met deze factuur is er €\xa0605,00 met btw geboekt: €\xa0138,67 meer."
        " Controleer de bedragen en de voorziening. Is er meer afgesproken? Vraag de casusregisseur om een besluit."
    )
    assert form.errors == {"nagekeken": [EERST_LEZEN], "factuur": [OPNIEUW]}
    assert [vraag.tekst for vraag in form.vragen] == [melding]
    assert f"<li>{melding}</li>" in gevraagd.text
    assert (form["nagekeken"].is_hidden, form["gezien"].value(), form["netto"].value()) == (
        False,
        "bedrag:605.00",
        "500,00",
    )
    assert Kostenregel.objects.count() == 0
    weer = verstuur(als_financieel, koelkast, gezien="bedrag:605.00")
    assert weer.context["form"].errors["nagekeken"] == [EERST_LEZEN]
    anders = verstuur(als_financieel, koelkast, gezien="bedrag:605.00", nagekeken="on", netto="600,00")
    assert (anders.context["form"]["gezien"].value(), anders.context["form"]["nagekeken"].value()) == (
        "bedrag:705.00",
        False,
    )
    klaar = verstuur(als_financieel, koelkast, gezien="bedrag:605.00", nagekeken="on")
    assert [str(bericht) for bericht in klaar.context["messages"]] == ["De kosten zijn geboekt."]
    assert Kostenregel.objects.get().bruto == Decimal("605.00")


def test_form_shows_what_was_booked_before(als_financieel, gemeente, koelkast, financieel):
    boek(gemeente, koelkast, financieel)

    antwoord = als_financieel.get(reverse("kosten_nieuw", args=["9901", koelkast.pk]))

    assert "<dt>Al geboekt</dt><dd>€\xa0466,33 met btw</dd>" in antwoord.text


def controles(client, jaar):
    antwoord = client.get(reverse("spuk_jaar", args=["9901", jaar]))
    codes = ("kosten_boven_toekenning", "kosten_na_sisa")
    return {
        c.code: (c.melding.replace("\xa0", " "), c.aantal) for c in antwoord.context["controles"] if c.code in codes
    }


def test_costs_above_the_grant_stand_under_the_checks_with_their_rows(
    als_financieel, gemeente, koelkast, financieel, keuze
):
    boek(gemeente, koelkast, financieel)
    assert controles(als_financieel, 2026) == {}

    tweede = boek(gemeente, koelkast, financieel, **TE_VEEL, factuurnummer="2", nagekeken=["bedrag:1071.33"])

    melding = (
        "Bij deze voorzieningen is meer geboekt dan toegekend, samen € 605,00 met btw. De kosten tellen wel mee. Kijk"
        " de facturen na, en of er een besluit over het hogere bedrag is."
    )
    assert controles(als_financieel, 2026) == {"kosten_boven_toekenning": (melding, 1)}
    adres = f"{reverse('kosten', args=['9901', 2026])}?controle=kosten_boven_toekenning"
    assert f'href="{adres}"' in als_financieel.get(reverse("spuk_jaar", args=["9901", 2026])).text
    lijst = als_financieel.get(adres)
    assert [rij.factuurnummer for rij in lijst.context["page_obj"]] == ["2026-118", "2"]
    assert "besluit 9901-B-2026-00001: toegekend €\xa0466,33, samen geboekt €\xa01.071,33, met btw" in lijst.text

    boeking_terugdraaien(regel=tweede, reden="Hoort hier niet", by=financieel, at=moment(ON))

    assert controles(als_financieel, 2026) == {}
    weg = als_financieel.get(adres, follow=True)
    assert weg.redirect_chain == [(reverse("kosten", args=["9901", 2026]), 302)]
    assert [str(bericht) for bericht in weg.context["messages"]] == [
        "Bij deze controle staat niets meer. Dit zijn alle kosten van het jaar."
    ]


def test_rows_of_a_check_without_a_choice_are_all_costs(als_financieel, gemeente):
    antwoord = als_financieel.get(reverse("kosten", args=["9901", 2026]), {"controle": "kosten_dubbel"})

    assert antwoord.url == reverse("kosten", args=["9901", 2026])


def test_cost_of_an_earlier_year_stands_under_the_checks_of_that_year(
    als_financieel, gemeente, koelkast, financieel, keuze
):
    on, nagekeken = date(2026, 8, 20), ["dag:2025-03-01", "jaar:2025"]
    regel = boek(gemeente, koelkast, financieel, datum=date(2025, 3, 1), on=on, nagekeken=nagekeken)

    assert controles(als_financieel, 2025) == {"kosten_na_sisa": (JAAR, 1)}
    assert controles(als_financieel, 2026) == {}
    lijst = als_financieel.get(reverse("kosten", args=["9901", 2025]), {"controle": "kosten_na_sisa"})
    assert [rij.pk for rij in lijst.context["page_obj"]] == [regel.pk]
    terug = als_financieel.get(regel.get_absolute_url())
    assert (
        "De SiSa-bijlage over 2025 moest uiterlijk op 15 juli 2026 zijn ingediend. Draait u deze boeking terug, dan"
        " kunnen de bedragen van 2025 veranderen. Overleg eerst met uw accountant."
    ) in terug.text


def test_cost_that_was_booked_in_time_is_no_finding(als_financieel, gemeente, financieel, keuze):
    algemeen = {"component": Component.E_KIND, "factuur": None, "datum": date(2025, 3, 1)}
    boek(gemeente, None, financieel, **algemeen, on=date(2026, 7, 15))
    assert controles(als_financieel, 2025) == {}

    dien_in(gemeente, financieel)

    assert [*controles(als_financieel, 2025)] == ["kosten_na_sisa"]
