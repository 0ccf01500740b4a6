"""Withdrawing an eerste gesprek that never was: the dossier is where it was before, and the trail stays."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.urls import reverse
from django.utils.html import strip_tags

from cases.actions import gesprekken, rang, verificatie
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.eerste_gesprek import eerste_gesprek_intrekken, eerste_gesprek_wijzigen
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten
from cases.actions.klokken import voorspel_zonder
from cases.keuzes import BedreigendeSituatie, Kanaal, Leefgebied, WilOndersteuning
from cases.models import DossierEvent, Hulpvraag, Termijn
from planvanaanpak.actions.plan import plan_openen
from tests.cases.test_statusmatrix import verificatie_vastleggen
from tests.factories import moment
from tests.tabellen import alles
from tests.wegen import stel_vast

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}
NIETS = {"aanwezig": "", "verslag": "", "urgentie": {}}
ALSNOG = date(2026, 3, 10)
VRAAG = {Leefgebied.WONEN: "De vloer is kapot."}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def houd_eerste(dossier, by, datum=date(2026, 3, 12)):
    return gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier, datum=datum, kanaal=Kanaal.HUISBEZOEK, verslag="", hulpvragen=VRAAG, by=by, **NA
    )


def houd(dossier, by, datum, hulpvragen=()):
    return gesprekken.gesprek_vastleggen(
        dossier=dossier, datum=datum, kanaal=Kanaal.KANTOOR, hulpvragen=dict(hulpvragen), **NIETS, by=by, **NA
    )


def bel(dossier, by, uitkomst="gesproken", datum=date(2026, 3, 4)):
    contact_vastleggen(dossier=dossier, datum=datum, kanaal="telefoon", uitkomst=uitkomst, tekst="", by=by, **NA)


def trek_in(gesprek, by, reden="Hoort bij een ander."):
    return eerste_gesprek_intrekken(gesprek=gesprek, reden=reden, by=by, **NA)


def stand(dossier):
    """Give the clocks that run or were met."""
    termijnen = Termijn.objects.filter(dossier=dossier).exclude(status="vervallen")
    return {t.regel: (t.start, t.uiterste_datum, t.status, t.datum_gehaald) for t in termijnen}


def test_dossier_is_where_it_was_before_and_the_trail_stays(dossier, consulent):
    bel(dossier, consulent)
    voor = stand(dossier)
    gesprek = houd_eerste(dossier, consulent)

    trek_in(gesprek, consulent, reden=" Hoort bij een ander. ")

    dossier.refresh_from_db()
    gesprek.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek, dossier.datum_eerste_contact) == (
        "aanmelding",
        None,
        date(2026, 3, 4),
    )
    assert stand(dossier) == voor
    assert (gesprek.is_eerste_gesprek, gesprek.ingetrokken_reden, gesprek.ingetrokken_door) == (
        False,
        "Hoort bij een ander.",
        consulent,
    )
    assert list(Hulpvraag.objects.geldig()) == []
    assert [rij.is_eerste_gesprek for rij in gesprek.history.order_by("history_id")] == [True, False, False]
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.reden, event.gegevens) == (
        "eerste_gesprek_ingetrokken",
        "Hoort bij een ander.",
        {"gesprek": gesprek.pk},
    )
    assert event.tekst == (
        "Eerste gesprek van 12 maart 2026 ingetrokken. Het dossier staat weer op 'Aanmelding'."
        " Eerste gesprek (streven): tot en met 25 maart 2026 (gehaald op 12 maart 2026) wordt tot en met 25 maart 2026"
        " (loopt); Eerste gesprek: tot en met 28 april 2026 (gehaald op 12 maart 2026) wordt tot en met 28 april 2026"
        " (loopt); Plan van aanpak: tot en met 7 mei 2026 (loopt) wordt loopt niet;"
        " Spullen toekennen: tot en met 12 september 2026 (loopt) wordt loopt niet;"
        " Besluiten nemen: tot en met 12 maart 2028 (loopt) wordt loopt niet."
    )


def test_with_a_confirmation_of_uht_it_waits_for_the_eerste_gesprek(dossier, consulent):
    verificatie_vastleggen(dossier, consulent)

    na, _ = trek_in(houd_eerste(dossier, consulent), consulent)

    assert na.status == "eerste_gesprek"


def zeg_nee_en_vraag_alsnog(dossier, by):
    hulp_afwijzen(dossier=dossier, wil=WilOndersteuning.LATER, datum=ALSNOG, toelichting="", by=by, **NA)
    hulp_hervatten(dossier=dossier, datum=ALSNOG, toelichting="", by=by, **NA)


def bevestig(dossier, by, op):
    wat = {"datum_gevraagd": op, "kanaal": "telefoon", "antwoord": "bevestigd", "datum_antwoord": op}
    return verificatie.verificatie_vastleggen(dossier=dossier, **wat, by=by, **NA)


@pytest.mark.parametrize(
    ("eerst", "dag", "status"),
    [
        (True, date(2026, 3, 9), "aanmelding"),
        (False, date(2026, 3, 9), "aanmelding"),
        (False, ALSNOG, "eerste_gesprek"),
    ],
    ids=["before", "before-but-noted-after", "same-day"],
)
def test_confirmation_counts_from_when_somebody_asked_again(client, dossier, consulent, eerst, dag, status):
    """The clock to the eerste gesprek waits for a confirmation since then as well."""
    if eerst:
        bevestig(dossier, consulent, dag)
    zeg_nee_en_vraag_alsnog(dossier, consulent)
    if not eerst:
        bevestig(dossier, consulent, dag)
    dossier.refresh_from_db()
    voor, klokken = dossier.status, stand(dossier)
    gesprek = houd_eerste(dossier, consulent)
    client.force_login(consulent)
    pad = reverse("gesprek_intrekken", args=[dossier.nummer, gesprek.pk])
    voorspeld = client.post(pad, {"reden": "Hoort bij een ander."}).context["status"]

    na, _ = trek_in(gesprek, consulent)

    assert (voor, na.status, stand(na)) == (status, status, klokken)
    assert voorspeld == na.get_status_display()


def test_gesprek_that_was_the_only_contact_is_no_first_contact_any_more(dossier, consulent):
    trek_in(houd_eerste(dossier, consulent), consulent)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact is None
    assert stand(dossier)["eerste_contact"] == (date(2026, 3, 2), date(2026, 3, 9), "te_laat", None)
    assert "eerste_gesprek_na_contact" not in stand(dossier)


def test_what_is_foretold_is_what_happens(dossier, consulent):
    bel(dossier, consulent)
    gesprek = houd_eerste(dossier, consulent)
    dossier.refresh_from_db()
    voorspeld = [v.zin for v in voorspel_zonder(dossier, ON, gesprek)]

    _, verschuivingen = trek_in(gesprek, consulent)

    assert [v.zin for v in verschuivingen] == voorspeld


def test_real_eerste_gesprek_after_it_starts_the_clocks(dossier, consulent):
    trek_in(houd_eerste(dossier, consulent), consulent)

    houd_eerste(dossier, consulent, date(2026, 3, 19))

    na = stand(dossier)  # 14 May 2026 is Hemelvaartsdag
    assert {regel: na[regel][:3] for regel in ("plan_van_aanpak", "materiele_verstrekking", "besluiten")} == {
        "plan_van_aanpak": (date(2026, 3, 19), date(2026, 5, 15), "lopend"),
        "materiele_verstrekking": (date(2026, 3, 19), date(2026, 9, 19), "lopend"),
        "besluiten": (date(2026, 3, 19), date(2028, 3, 19), "lopend"),
    }
    assert Hulpvraag.objects.geldig().count() == 1


def zet_onbekend(dossier):
    dossier.aanmelding.wil_ondersteuning = WilOndersteuning.ONBEKEND
    dossier.aanmelding.save()


def test_that_somebody_wants_help_is_unknown_again_when_only_the_gesprek_said_it(dossier, consulent):
    zet_onbekend(dossier)
    gesprek = houd_eerste(dossier, consulent)
    dossier.aanmelding.refresh_from_db()
    tussen = dossier.aanmelding.wil_ondersteuning

    trek_in(gesprek, consulent)

    dossier.aanmelding.refresh_from_db()
    assert (tussen, dossier.aanmelding.wil_ondersteuning) == ("ja", "onbekend")


def test_what_was_known_before_the_gesprek_stays(dossier, consulent):
    zet_onbekend(dossier)
    dossier.aanmelding.wil_ondersteuning = WilOndersteuning.JA
    dossier.aanmelding.save()

    trek_in(houd_eerste(dossier, consulent), consulent)

    dossier.aanmelding.refresh_from_db()
    assert dossier.aanmelding.wil_ondersteuning == "ja"


def test_other_gesprek_without_hulpvragen_stays(dossier, consulent):
    ander = houd(dossier, consulent, date(2026, 3, 10))

    trek_in(houd_eerste(dossier, consulent), consulent)

    dossier.refresh_from_db()
    assert list(dossier.gesprekken.geldig()) == [ander]
    assert (dossier.datum_eerste_gesprek, dossier.datum_eerste_contact) == (None, date(2026, 3, 10))


def test_other_gesprek_with_hulpvragen_is_to_take_its_place_first(dossier, consulent):
    gesprek = houd_eerste(dossier, consulent)
    ander = houd(dossier, consulent, date(2026, 3, 18), {Leefgebied.WERK: "Ik zoek werk."})

    with pytest.raises(ActieFout, match="in het gesprek van 18 maart 2026 staan ook hulpvragen") as fout:
        trek_in(gesprek, consulent)
    wat = {"gesprek": ander, "datum": ander.datum, "reden": "Het andere hoort bij een ander."}
    eerste_gesprek_wijzigen(dossier=dossier, **wat, by=consulent, **NA)
    gesprekken.gesprek_intrekken(gesprek=gesprek, reden="Hoort bij een ander.", by=consulent, **NA)

    wijzigen = reverse("eerste_gesprek_wijzigen", args=[dossier.nummer])
    assert fout.value.url == f"{wijzigen}?gesprek={ander.pk}"
    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek) == ("plan_van_aanpak", date(2026, 3, 18))
    with pytest.raises(ActieFout, match="Dit gesprek is ingetrokken"):
        trek_in(gesprek, consulent)


def begin_plan(dossier, by):
    houd_eerste(dossier, by)
    plan_openen(dossier=dossier, by=by, at=moment(ON))


def neem_besluit(dossier, by):
    stel_vast(dossier, by, gesprek=date(2026, 3, 12), besluit=date(2026, 3, 19))


@pytest.mark.parametrize(
    ("maak", "wat"),
    [(begin_plan, "een plan van aanpak"), (neem_besluit, "een plan van aanpak en een besluit")],
    ids=["plan", "besluit"],
)
def test_what_leans_on_it_is_named_with_what_to_do(dossier, consulent, snelle_pdf, maak, wat):
    maak(dossier, consulent)
    voor = alles()

    with pytest.raises(ActieFout) as fout:
        trek_in(dossier.gesprekken.get(), consulent)

    assert str(fout.value) == (
        f"Het eerste gesprek intrekken kan niet: er is al {wat}. Leg het echte eerste gesprek vast met 'Gesprek"
        " vastleggen' en kies daar 'Maak dit het eerste gesprek'. Daarna trekt u het verkeerde in. Was er geen ander"
        " gesprek? Overleg dan met uw coördinator."
    )
    assert alles() == voor


@pytest.mark.parametrize(
    ("reden", "eerste", "melding"),
    [("  ", True, "Schrijf op waarom u dit intrekt"), ("Fout", False, "Dit is niet meer het eerste gesprek")],
    ids=["no-reason", "not-the-first"],
)
def test_refused_withdrawal_changes_nothing(dossier, consulent, reden, eerste, melding):
    gesprek = houd_eerste(dossier, consulent)
    if not eerste:
        gesprek = houd(dossier, consulent, date(2026, 3, 18))
    voor = alles()

    with pytest.raises(ActieFout, match=melding):
        trek_in(gesprek, consulent, reden)

    assert alles() == voor


def adres(dossier, gesprek):
    return reverse("gesprek_intrekken", args=[dossier.nummer, gesprek.pk])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_page_shows_all_that_changes_before_it_is_confirmed(pagina, dossier, consulent):
    zet_onbekend(dossier)
    bel(dossier, consulent)
    gesprek = houd_eerste(dossier, consulent)
    url = adres(dossier, gesprek)

    vraag = pagina.get(url)
    tussen = pagina.post(url, {"reden": "Hoort bij een ander."})
    gesprek.refresh_from_db()
    nog_niet = gesprek.is_eerste_gesprek
    klaar = pagina.post(url, {"reden": "Hoort bij een ander.", "stap": "bevestigen"}, follow=True)

    assert "U trekt het eerste gesprek van donderdag 12 maart 2026 in." in vraag.text
    assert (tussen.context["status"], tussen.context["wil"], nog_niet) == ("Aanmelding", "Nog niet bekend", True)
    assert "Wonen: De vloer is kapot." in tussen.text
    regels = {regel.naam: (regel.is_anders, regel.na and regel.na.tot) for regel in tussen.context["regels"]}
    assert regels == {
        "Eerste contact": (False, date(2026, 3, 9)),
        "Eerste gesprek (streven)": (True, date(2026, 3, 25)),
        "Eerste gesprek": (True, date(2026, 4, 28)),
        "Plan van aanpak": (True, None),
        "Spullen toekennen": (True, None),
        "Besluiten nemen": (True, None),
    }
    assert klaar.redirect_chain == [(reverse("gesprekken", args=[dossier.nummer]), 302)]
    (bericht,) = berichten(klaar)
    assert bericht.startswith("Het eerste gesprek is ingetrokken. Het dossier staat weer op 'Aanmelding'.")
    assert [v.ingetrokken_reden for v in klaar.context["lijst"].ingetrokken] == ["Hoort bij een ander."]


def test_page_goes_back_to_the_reason(pagina, dossier, consulent):
    gesprek = houd_eerste(dossier, consulent)

    response = pagina.post(adres(dossier, gesprek), {"reden": "Fout", "stap": "wijzigen"})

    assert response.context["knop"] == "Verder"
    assert response.context["form"]["reden"].value() == "Fout"


def test_page_says_at_once_what_leans_on_it(pagina, dossier, consulent):
    begin_plan(dossier, consulent)
    gesprek = dossier.gesprekken.get()

    open_ = pagina.get(adres(dossier, gesprek), follow=True)
    gestuurd = pagina.post(adres(dossier, gesprek), {"reden": "Fout"})

    assert open_.redirect_chain == [(reverse("gesprekken", args=[dossier.nummer]), 302)]
    (melding,) = berichten(open_)
    assert melding.startswith("Het eerste gesprek intrekken kan niet: er is al een plan van aanpak.")
    (fout,) = gestuurd.context["form"].non_field_errors()
    assert fout == melding


NOG_ACUUT = (
    "Dit dossier is acuut gemeld: ontruiming van de woning (De deurwaarder komt vrijdag.), door Jolanda Prins op"
    " 20 maart 2026. Klopt dat ook niet? Hef de melding dan op. Dat gaat niet vanzelf."
)


def meld_acuut(dossier, by):
    wat = {"situatie": BedreigendeSituatie.ONTRUIMING, "toelichting": "De deurwaarder komt vrijdag."}
    rang.acuut_melden(dossier=dossier, **wat, by=by, at=moment(ON))


def zichtbaar(response):
    return " ".join(unescape(strip_tags(response.text)).split())


@pytest.mark.parametrize("eerste", [True, False], ids=["eerste", "gewoon"])
def test_acuut_of_another_is_told_with_the_way_to_lift_it(pagina, dossier, consulent, eerste):
    gesprek = houd_eerste(dossier, consulent) if eerste else houd(dossier, consulent, date(2026, 3, 10))
    meld_acuut(dossier, consulent)
    opheffen = reverse("acuut_opheffen", args=[dossier.nummer])
    wat, url = {"reden": "Hoort bij een ander."}, adres(dossier, gesprek)

    tussen = pagina.post(url, wat) if eerste else pagina.get(url)
    klaar = pagina.post(url, {**wat, "stap": "bevestigen"}, follow=True)

    assert NOG_ACUUT in zichtbaar(tussen)
    assert f'href="{opheffen}"' in tussen.text
    link = f'<a class="nl-link" href="{opheffen}">Melding opheffen</a>'
    assert berichten(klaar)[1:] == [f"Dit dossier is nog acuut gemeld. Klopt dat ook niet? {link}"]
    dossier.refresh_from_db()
    assert dossier.acuut == "woningontruiming"


@pytest.mark.parametrize("eerste", [True, False], ids=["eerste", "gewoon"])
def test_dossier_that_is_not_acuut_is_told_nothing_of_it(pagina, dossier, consulent, eerste):
    gesprek = houd_eerste(dossier, consulent) if eerste else houd(dossier, consulent, date(2026, 3, 10))
    wat, url = {"reden": "Hoort bij een ander."}, adres(dossier, gesprek)

    tussen = pagina.post(url, wat) if eerste else pagina.get(url)
    klaar = pagina.post(url, {**wat, "stap": "bevestigen"}, follow=True)

    assert "acuut gemeld" not in tussen.text
    assert len(berichten(klaar)) == 1
