"""Registering somebody who comes directly, changing it, and help that is refused and taken up."""

from datetime import date, timedelta

import pytest

from cases.actions.aanmelding import aanmelding_wijzigen, direct_aanmelden
from cases.actions.basis import ActieFout
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten
from cases.dubbelen import list_gelijkenden
from cases.keuzes import Aanmeldroute, Doelgroep, UhtStatus, WilOndersteuning
from cases.models import Aanmelding, Contact, Dossier, DossierEvent, Termijn, UhtStatusWijziging
from spuk.feiten_bron import lees_feiten
from tests.factories import PERSOON, directe_aanmelding, maak_dossier, meld_aan, moment

ON = date(2026, 3, 2)
LATER = date(2026, 4, 13)

pytestmark = pytest.mark.django_db


def soorten(dossier):
    return [event.soort for event in dossier.events.order_by("at", "pk")]


def termijnen(dossier):
    return {t.regel: (t.start, t.status) for t in Termijn.objects.filter(dossier=dossier)}


def test_telephone_aanmelding_makes_a_dossier_with_its_first_contact(gemeente, consulent):
    dossier = meld_aan(gemeente, consulent, neem_zelf=True, bsn="012345672")

    assert (dossier.status, dossier.aanmeldroute, dossier.uht_status) == ("aanmelding", "telefoon", "erkend")
    assert (dossier.casusregisseur, dossier.datum_eerste_contact) == (consulent, ON)
    assert dossier.persoon.bsn == "012345672"
    assert soorten(dossier) == ["aangemeld", "contact", "toegewezen"]
    assert Aanmelding.objects.get().wil_ondersteuning == "ja"
    assert termijnen(dossier) == {
        "eerste_contact": (ON, "gehaald"),
        "eerste_gesprek": (ON, "lopend"),
        "eerste_gesprek_na_contact": (ON, "lopend"),
    }
    wijziging = UhtStatusWijziging.objects.get()
    assert (wijziging.datum_feit, wijziging.bron) == (date(2022, 5, 9), "aanmelding via telefoon")


def test_day_of_the_uht_status_that_is_not_known_stays_empty(gemeente, consulent):
    meld_aan(gemeente, consulent, datum_status=None)

    wijziging = UhtStatusWijziging.objects.get()
    dagen = (wijziging.datum_feit, wijziging.datum_gemeld, wijziging.bron)
    assert dagen == (None, ON, "aanmelding via telefoon")
    assert str(wijziging) == "Erkend (datum niet bekend)"


@pytest.mark.parametrize(
    ("route", "kanaal", "uitkomst"),
    [
        (Aanmeldroute.TELEFOON, "telefoon", "gesproken"),
        (Aanmeldroute.BALIE, "kantoor", "gesproken"),
        (Aanmeldroute.EMAIL, "e-mail", "schriftelijk antwoord"),
        (Aanmeldroute.BRIEF, "brief", "schriftelijk antwoord"),
    ],
)
def test_first_contact_goes_as_the_aanmelding_came(gemeente, consulent, route, kanaal, uitkomst):
    meld_aan(gemeente, consulent, route=route)

    contact = Contact.objects.get()
    assert (contact.kanaal, contact.uitkomst) == (kanaal, uitkomst)


def test_via_a_colleague_there_is_no_contact_yet(gemeente, consulent):
    dossier = meld_aan(gemeente, consulent, route=Aanmeldroute.COLLEGA, gesproken=False)

    assert (soorten(dossier), dossier.datum_eerste_contact) == (["aangemeld"], None)


@pytest.mark.parametrize("wil", [WilOndersteuning.LATER, WilOndersteuning.NEE])
def test_no_thanks_keeps_component_a_and_has_no_clocks(gemeente, consulent, wil):
    dossier = meld_aan(gemeente, consulent, wil=wil)

    assert (dossier.status, Aanmelding.objects.get().wil_ondersteuning) == ("geen_hulp", wil)
    assert {status for _, status in termijnen(dossier).values()} == {"gehaald", "vervallen"}
    assert [(c.datum, c.bron) for c in lees_feiten(gemeente).contacten] == [(ON, dossier.pk)]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": date(2026, 3, 3)}, "De aanmelding kan niet in de toekomst liggen."),
        ({"geboortedatum": "2012-01-01"}, "Jonger dan 16 jaar"),
        ({"geboortedatum": "2010-00-00"}, "De geboortedatum is niet helemaal bekend."),
        ({"doelgroep": Doelgroep.EX_TOESLAGPARTNER}, "Vul de datum van de beschikking van UHT in."),
        ({"uitzondering": "detentie", "ingezetene": False}, "Vul in met welke gemeente u overlegde."),
    ],
)
def test_refused_aanmelding_makes_nothing(gemeente, consulent, anders, melding):
    invoer = directe_aanmelding(gemeente, **{"datum": ON, **anders})

    with pytest.raises(ActieFout, match=f"^{melding}"):
        direct_aanmelden(invoer=invoer, gezien=(), by=consulent, at=moment(ON), on=ON)

    assert (Dossier.objects.count(), DossierEvent.objects.count()) == (0, 0)


def test_coordinator_who_is_no_consulent_does_not_take_it(gemeente, coordinator):
    with pytest.raises(ActieFout, match="is geen actieve consulent van deze gemeente"):
        meld_aan(gemeente, coordinator, neem_zelf=True)

    assert Dossier.objects.count() == 0


def test_bsn_that_is_known_is_refused(gemeente, consulent, dossier):
    with pytest.raises(ActieFout, match="heeft al een dossier"):
        meld_aan(gemeente, consulent, achternaam="Anders", gezien=(dossier.pk,))

    assert Dossier.objects.count() == 1


def test_same_bsn_in_another_gemeente_is_no_double(gemeente, andere_gemeente, consulent):
    maak_dossier(andere_gemeente)

    assert meld_aan(gemeente, consulent).gemeente == gemeente


def test_somebody_who_looks_the_same_must_have_been_seen(gemeente, consulent, dossier):
    with pytest.raises(ActieFout, match="Er is al een dossier van iemand die hierop lijkt"):
        meld_aan(gemeente, consulent, bsn="")

    assert meld_aan(gemeente, consulent, bsn="", gezien=(dossier.pk,)).pk != dossier.pk


def test_form_sent_twice_makes_one_dossier(gemeente, consulent):
    eerste = meld_aan(gemeente, consulent, bsn="")

    assert meld_aan(gemeente, consulent, bsn="") == eerste
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    ("bekend", "nieuw", "overeen"),
    [
        pytest.param({"bsn": ""}, {"bsn": "111222333"}, [("naam", "adres")], id="one without BSN"),
        pytest.param({}, {"bsn": "111222333"}, [], id="two numbers are two people"),
        pytest.param({"geboortedatum": "1985-00-00"}, {"bsn": ""}, [("naam", "adres")], id="known date is vague"),
        pytest.param({"geboortedatum": "1985-03-00"}, {"bsn": ""}, [("naam", "adres")], id="known day is unknown"),
        pytest.param({}, {"bsn": "", "geboortedatum": "1985-00-00"}, [("naam", "adres")], id="new date is vague"),
        pytest.param({}, {"bsn": "", "geboortedatum": "1985-03-00"}, [("naam", "adres")], id="new day is unknown"),
        pytest.param({}, {"bsn": "", "geboortedatum": "1985-04-00"}, [], id="another month"),
        pytest.param({}, {"bsn": "", "geboortedatum": ""}, [], id="no date"),
        pytest.param({}, {"bsn": "", "achternaam": "BERKHÓUT", "huisnummer": "15"}, [("naam",)], id="diacritics"),
    ],
)
def test_who_looks_the_same(gemeente, bekend, nieuw, overeen):
    maak_dossier(gemeente, **bekend)

    assert [g.overeen for g in list_gelijkenden(gemeente.pk, {**PERSOON, **nieuw})] == overeen


@pytest.mark.parametrize("aantal", [1, 3])
def test_looking_for_doubles_is_one_query(gemeente, django_assert_num_queries, aantal):
    for _ in range(aantal):
        maak_dossier(gemeente, bsn="")

    with django_assert_num_queries(1):
        assert len(list_gelijkenden(gemeente.pk, PERSOON)) == aantal


def test_double_in_another_gemeente_is_not_seen(gemeente, andere_gemeente):
    maak_dossier(andere_gemeente)

    assert list_gelijkenden(gemeente.pk, {**PERSOON, "bsn": ""}) == []


def wijs_af(dossier, by, wil=WilOndersteuning.LATER, datum=ON):
    hulp_afwijzen(dossier=dossier, wil=wil, datum=datum, toelichting="Te druk", by=by, at=moment(ON), on=ON)


def hervat(dossier, by, datum=LATER):
    hulp_hervatten(dossier=dossier, datum=datum, toelichting="", by=by, at=moment(LATER), on=LATER)


def test_help_is_taken_up_from_the_day_they_asked(gemeente, consulent):
    dossier = meld_aan(gemeente, consulent)
    wijs_af(dossier, consulent)

    hervat(dossier, consulent)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_contact, dossier.datum_aanmelding) == ("aanmelding", ON, ON)
    assert termijnen(dossier) == {
        "eerste_contact": (ON, "gehaald"),
        "eerste_gesprek": (LATER, "lopend"),
        "eerste_gesprek_na_contact": (LATER, "lopend"),
    }
    assert Aanmelding.objects.get().wil_ondersteuning == "ja"
    assert dossier.events.first().tekst == (
        "De inwoner vroeg op 13 april 2026 toch om hulp. De termijnen lopen vanaf die dag."
    )


def test_without_an_earlier_contact_the_first_contact_is_due_again(dossier, consulent):
    wijs_af(dossier, consulent)

    hervat(dossier, consulent)

    assert termijnen(dossier) == {"eerste_contact": (LATER, "lopend"), "eerste_gesprek": (LATER, "lopend")}


def test_refusal_names_the_reason_and_the_day(dossier, consulent):
    wijs_af(dossier, consulent)

    event = dossier.events.first()
    assert (event.soort, event.reden, event.tekst) == (
        "hulp_afgewezen",
        "Te druk",
        "De inwoner wil nu geen hulp, misschien later, gezegd op 2 maart 2026. De termijnen zijn vervallen.",
    )


@pytest.mark.parametrize(
    ("wil", "datum", "melding"),
    [
        (WilOndersteuning.JA, ON, "Kies of de inwoner later"),
        (WilOndersteuning.NEE, ON + timedelta(days=1), "kan niet in de toekomst liggen"),
        (WilOndersteuning.NEE, ON - timedelta(days=1), "kan niet vóór de aanmelding"),
    ],
)
def test_refusal_that_can_not_be_changes_nothing(dossier, consulent, wil, datum, melding):
    with pytest.raises(ActieFout, match=melding):
        wijs_af(dossier, consulent, wil=wil, datum=datum)

    dossier.refresh_from_db()
    assert (dossier.status, soorten(dossier)) == ("aanmelding", ["aangemeld"])


def test_help_is_not_taken_up_before_the_no_nor_without_recht(dossier, consulent):
    hulp_afwijzen(
        dossier=dossier,
        wil=WilOndersteuning.NEE,
        datum=LATER,
        toelichting="",
        by=consulent,
        at=moment(LATER),
        on=LATER,
    )
    with pytest.raises(ActieFout, match="zei op 13 april 2026 geen hulp te willen"):
        hervat(dossier, consulent, datum=LATER - timedelta(days=1))

    Dossier.objects.update(uht_status=UhtStatus.NIET_ERKEND)
    with pytest.raises(ActieFout, match="de status bij UHT is niet erkend"):
        hervat(dossier, consulent)

    dossier.refresh_from_db()
    assert dossier.status == "geen_hulp"


def wijzig(dossier, by, **wijzigingen):
    return aanmelding_wijzigen(dossier=dossier, wijzigingen=wijzigingen, reden="Belde", by=by, at=moment(ON))


def test_change_keeps_what_it_was(dossier, consulent):
    aanmelding = wijzig(dossier, consulent, toestemming_navraag=ON, grondslag="wht 2.21")

    nieuw, oud = aanmelding.history.all()[:2]
    assert (nieuw.toestemming_navraag, oud.toestemming_navraag, nieuw.history_change_reason) == (ON, None, "Belde")
    assert dossier.events.first().tekst == (
        "Aanmelding gewijzigd: toestemming voor navraag bij UHT gegeven op, grondslag."
    )


def test_change_without_a_difference_writes_nothing(dossier, consulent):
    wijzig(dossier, consulent, grondslag="wht 6.12", ingezetene=True)

    assert soorten(dossier) == ["aangemeld"]


def test_uitzondering_without_overleg_is_refused(dossier, consulent):
    with pytest.raises(ActieFout, match="Overleg is verplicht"):
        wijzig(dossier, consulent, ingezetene=False, uitzondering="detentie")

    assert Aanmelding.objects.get().ingezetene is True
