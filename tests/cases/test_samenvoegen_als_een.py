"""After a merge all stands as if the inwoner had one dossier from the start (decision 1261)."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.eerste_gesprek import eerste_gesprek_intrekken
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten, hulp_vergissing
from cases.actions.verificatie import verificatie_vastleggen, verificatie_vragen
from cases.controlewegen import list_wegen
from cases.keuzes import UhtStatus, VerificatieAntwoord, VerificatieKanaal, WilOndersteuning
from cases.models import Aanmelding, Controlepunt, Dossier, Hardheidsbesluit, Termijn, UhtStatusWijziging
from cases.status import Status
from cases.statusvraag import TOCH_ERKEND, ZELF_AFGEMELD
from tests.cases.hardheidstappen import HARDHEID
from tests.cases.test_actions_samenvoegen import GESPREK, ON, bel, voeg_samen
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

JANUARI, NEE, VRAAG = date(2026, 1, 12), date(2026, 1, 14), date(2026, 3, 2)
ALSNOG = "vraag om toch hulp te krijgen"


@halte
def ander(gemeente):
    """The same person, who came in January."""
    return maak_dossier(gemeente, datum=JANUARI, bsn="")


def zeg_nee(dossier, by, dag=NEE, om=None):
    om = om or dag
    wat = {"wil": WilOndersteuning.LATER, "datum": dag, "toelichting": "", "at": moment(om), "on": om}
    return hulp_afwijzen(dossier=dossier, **wat, by=by)


def vraag_toch(dossier, by, dag):
    return hulp_hervatten(dossier=dossier, datum=dag, toelichting="", by=by, at=moment(dag), on=dag)


def bevestig(dossier, by, dag):
    return verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=dag,
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=dag,
        by=by,
        at=moment(dag),
        on=dag,
    )


def klokken(dossier):
    return {
        t.regel: (t.start, t.uiterste_datum, t.datum_gehaald, t.status, t.invoer.get("vanaf", ""))
        for t in Termijn.objects.filter(dossier=dossier)
    }


def punten(dossier):
    return list(dossier.controlepunten.filter(afgehandeld_op=None).values_list("soort", "tekst"))


def test_who_said_no_counts_from_the_day_they_came_again_as_in_one_dossier(dossier, ander, coordinator, gemeente):
    een = maak_dossier(gemeente, datum=JANUARI, bsn="999990019")
    for rij in (ander, een):
        bel(rij, coordinator, NEE)
        zeg_nee(rij, coordinator)
    vraag_toch(een, coordinator, VRAAG)

    voeg_samen(dossier, ander, coordinator)

    assert klokken(dossier) == {
        "eerste_contact": (JANUARI, date(2026, 1, 19), NEE, "gehaald", ""),
        "eerste_gesprek_na_contact": (VRAAG, date(2026, 3, 23), None, "lopend", ALSNOG),
        "eerste_gesprek": (VRAAG, date(2026, 4, 28), None, "lopend", ALSNOG),
    }
    # 27 April is Koningsdag. In the one dossier the states are those of the day of the last action.
    assert {regel: klok[:3] for regel, klok in klokken(een).items()} == {
        regel: klok[:3] for regel, klok in klokken(dossier).items()
    }
    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_aanmelding) == ("aanmelding", JANUARI)
    event = dossier.events.get(soort="hulp_hervat")
    assert event.tekst == (
        "De inwoner zei op 14 januari 2026 geen hulp te willen en vroeg op 2 maart 2026 toch om hulp. Dat bleek bij het"
        f" samenvoegen met dossier {ander.nummer}. De termijnen lopen vanaf de dag van die vraag."
    )
    assert event.gegevens == {"datum": "2026-03-02", "afgewezen": "2026-01-14"}


def test_beleid_of_the_start_is_that_of_the_first_day_as_in_one_dossier(dossier, ander, coordinator, gemeente):
    toen, nu = ander.beleid, BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2026, 2, 1))
    Dossier.objects.filter(pk=dossier.pk).update(beleid=nu)
    zeg_nee(ander, coordinator)
    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.beleid == toen


@pytest.mark.parametrize(
    ("kwam", "hervat"),
    [
        pytest.param(VRAAG, VRAAG, id="came-again-before-it-was-taken-up"),
        pytest.param(date(2026, 1, 13), date(2026, 3, 10), id="came-before-the-no"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 10), id="came-after-it-was-taken-up"),
    ],
)
def test_who_asked_again_in_the_other_counts_from_the_first_day_after_the_no(
    gemeente, ander, coordinator, kwam, hervat
):
    dossier = maak_dossier(gemeente, datum=kwam)
    zeg_nee(ander, coordinator)
    vraag_toch(ander, coordinator, date(2026, 3, 10))

    voeg_samen(dossier, ander, coordinator)

    assert klokken(dossier)["eerste_gesprek"][0] == hervat
    assert klokken(dossier)["eerste_contact"][0] == hervat


def test_no_of_the_one_that_goes_on_counts_the_same(dossier, ander, coordinator):
    zeg_nee(ander, coordinator)
    vraag_toch(ander, coordinator, date(2026, 3, 10))

    voeg_samen(ander, dossier, coordinator)

    assert klokken(ander)["eerste_gesprek"][0] == VRAAG


def test_no_that_was_a_mistake_changes_nothing(dossier, ander, coordinator):
    zeg_nee(ander, coordinator)
    hulp_vergissing(dossier=ander, reden="Verkeerde", by=coordinator, at=moment(NEE), on=NEE)

    voeg_samen(dossier, ander, coordinator)

    assert klokken(dossier)["eerste_gesprek"][:2] == (JANUARI, date(2026, 3, 9))
    assert not dossier.events.filter(soort="hulp_hervat").exists()
    assert punten(dossier) == []


def test_day_asked_again_is_kept_by_a_second_merge(dossier, ander, coordinator, gemeente):
    zeg_nee(ander, coordinator)
    voeg_samen(dossier, ander, coordinator)
    derde = maak_dossier(gemeente, datum=date(2026, 1, 5), bsn="")

    voeg_samen(dossier, derde, coordinator)

    dossier.refresh_from_db()
    assert dossier.datum_aanmelding == date(2026, 1, 5)
    assert klokken(dossier)["eerste_gesprek"][0] == VRAAG
    assert dossier.events.filter(soort="hulp_hervat").count() == 1


def test_no_that_came_last_is_asked_about(client, dossier, coordinator, gemeente):
    """The running dossier goes on; whether the no still stands only a person can tell."""
    laatst = maak_dossier(gemeente, datum=date(2026, 3, 9), bsn="")
    zeg_nee(laatst, coordinator, date(2026, 3, 10))

    voeg_samen(dossier, laatst, coordinator)

    assert klokken(dossier)["eerste_gesprek"][0] == VRAAG
    assert Aanmelding.objects.get(dossier=dossier).wil_ondersteuning == "onbekend"
    tekst = (
        f"De inwoner zei op 10 maart 2026 geen hulp te willen. Dat stond in dossier {laatst.nummer}. Vraag na of de"
        " inwoner nog hulp wil. Zo niet, leg dat dan vast."
    )
    assert punten(dossier) == [("wil hulp", tekst)]
    client.force_login(coordinator)
    let_op = client.get(dossier.get_absolute_url()).context["let_op"]
    assert [punt.wegen for punt in let_op if punt.tekst == tekst] == [
        (("Wil nu geen hulp", reverse("hulp_afwijzen", args=[dossier.nummer])),)
    ]


def test_no_after_the_eerste_gesprek_moves_no_clock(dossier, ander, coordinator):
    zeg_nee(ander, coordinator, date(2026, 3, 16))
    vraag_toch(ander, coordinator, date(2026, 3, 18))
    voer_eerste_gesprek(dossier, coordinator, GESPREK)

    voeg_samen(dossier, ander, coordinator)

    assert klokken(dossier)["eerste_gesprek"][:3] == (JANUARI, date(2026, 3, 9), GESPREK)


def vraag_uht(dossier, by, dag=date(2026, 3, 16)):
    return verificatie_vragen(
        dossier=dossier, datum_gevraagd=dag, kanaal=VerificatieKanaal.VRAAGBESTAND, by=by, at=moment(dag), on=dag
    )


def test_clock_of_an_open_question_to_uht_comes_along(dossier, ander, coordinator):
    vraag = vraag_uht(ander, coordinator)

    voeg_samen(dossier, ander, coordinator)

    klok = Termijn.objects.get(aanleiding=f"verificatie:{vraag.pk}")
    assert (klok.dossier, klok.regel, klok.status, klok.uiterste_datum) == (
        dossier,
        "uht_antwoord",
        "lopend",
        date(2026, 3, 24),
    )


def test_clock_that_stood_still_by_a_no_runs_again(gemeente, dossier, coordinator):
    laatst = maak_dossier(gemeente, datum=date(2026, 3, 9), bsn="")
    vraag = vraag_uht(laatst, coordinator)
    zeg_nee(laatst, coordinator, date(2026, 3, 17))

    voeg_samen(dossier, laatst, coordinator)

    klok = Termijn.objects.get(aanleiding=f"verificatie:{vraag.pk}")
    assert (klok.dossier, klok.status, klok.invoer.get("stil")) == (dossier, "lopend", None)


def test_clock_of_an_answered_question_stays_met(dossier, ander, coordinator):
    vraag = vraag_uht(ander, coordinator)
    Termijn.objects.filter(aanleiding=f"verificatie:{vraag.pk}").update(
        status="gehaald", datum_gehaald=date(2026, 3, 18)
    )
    vraag.antwoord, vraag.datum_antwoord = VerificatieAntwoord.NIET_BEVESTIGD, date(2026, 3, 18)
    vraag.save()

    voeg_samen(dossier, ander, coordinator)

    klok = Termijn.objects.get(aanleiding=f"verificatie:{vraag.pk}")
    assert (klok.dossier, klok.status, klok.datum_gehaald) == (dossier, "gehaald", date(2026, 3, 18))


def test_confirmation_that_came_along_opens_the_road_to_the_eerste_gesprek(dossier, ander, coordinator):
    bevestig(ander, coordinator, date(2026, 3, 4))

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.status == Status.EERSTE_GESPREK
    assert klokken(dossier)["eerste_gesprek"][:2] == (date(2026, 3, 4), date(2026, 4, 29))


def test_confirmation_from_before_the_no_leaves_the_aanmelding_as_in_one_dossier(dossier, ander, coordinator, gemeente):
    een = maak_dossier(gemeente, datum=JANUARI, bsn="999990019")
    for rij in (ander, een):
        bevestig(rij, coordinator, date(2026, 1, 13))
        zeg_nee(rij, coordinator)
    een = vraag_toch(een, coordinator, VRAAG)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, een.status) == (Status.AANMELDING, Status.AANMELDING)
    dagen = {regel: klok[:3] for regel, klok in klokken(dossier).items()}
    assert dagen == {regel: klok[:3] for regel, klok in klokken(een).items()}
    assert dagen["eerste_gesprek"] == (VRAAG, date(2026, 4, 28), None)


VERHUISD = {"ingezetene": False, "uitzondering": "verhuizing", "overleg_met": "Oeverdorp", "overleg_datum": NEE}
OVERLEDENE = {
    "overleden_naam": "J. Berkhout",
    "overleden_geboortedatum": "1950-01-00",
    "overleden_op": date(2021, 5, 1),
    "overleden_relatie": "vader",
}


def zet_aanmelding(dossier, **velden):
    Aanmelding.objects.filter(dossier=dossier).update(**velden)


def aanmelding(dossier, *velden):
    return Aanmelding.objects.filter(dossier=dossier).values(*velden).get()


def test_what_was_established_at_the_aanmelding_comes_along_where_it_was_empty(dossier, ander, coordinator):
    velden = {
        **VERHUISD,
        **OVERLEDENE,
        "wil_ondersteuning": "ja",
        "toestemming_navraag": NEE,
        "datum_beschikking": date(2025, 5, 1),
        "toelichting": "Belt liever 's avonds.",
    }
    zet_aanmelding(ander, **velden)

    voeg_samen(dossier, ander, coordinator)

    assert aanmelding(dossier, *velden) == velden
    rij = Aanmelding.objects.get(dossier=dossier).history.first()
    assert (rij.history_user, rij.history_change_reason) == (coordinator, "Zelfde persoon")


def test_what_the_one_that_goes_on_established_stays(dossier, ander, coordinator):
    hier = {
        **VERHUISD,
        **OVERLEDENE,
        "wil_ondersteuning": "nee",
        "toestemming_navraag": VRAAG,
        "datum_beschikking": date(2025, 6, 1),
        "grondslag": "wht 2.21",
    }
    zet_aanmelding(dossier, **hier, toelichting="Belt niet.")
    zet_aanmelding(
        ander,
        ingezetene=False,
        uitzondering="detentie",
        overleg_met="Elders",
        overleg_datum=VRAAG,
        overleden_naam="P. Maas",
        overleden_relatie="moeder",
        wil_ondersteuning="ja",
        toestemming_navraag=NEE,
        datum_beschikking=date(2025, 5, 1),
        toelichting="Belt liever 's avonds.",
    )

    voeg_samen(dossier, ander, coordinator)

    assert aanmelding(dossier, *hier) == hier
    assert Aanmelding.objects.get(dossier=dossier).toelichting == "Belt niet.\n\nBelt liever 's avonds."


def test_parts_of_one_deceased_and_of_one_overleg_are_completed(dossier, ander, coordinator):
    zet_aanmelding(dossier, ingezetene=False, uitzondering="verhuizing", overleden_naam="j. berkhout")
    zet_aanmelding(ander, **{**VERHUISD, "uitzondering": "detentie"}, **OVERLEDENE)

    voeg_samen(dossier, ander, coordinator)

    assert aanmelding(dossier, "uitzondering", "overleg_met", "overleg_datum", *OVERLEDENE) == {
        **OVERLEDENE,
        "overleden_naam": "j. berkhout",
        "uitzondering": "verhuizing",
        "overleg_met": "Oeverdorp",
        "overleg_datum": NEE,
    }


def test_merge_shows_what_differs_in_the_aanmelding(client, dossier, ander, coordinator):
    zet_aanmelding(dossier, toestemming_navraag=VRAAG)
    zet_aanmelding(ander, **VERHUISD, toestemming_navraag=NEE, grondslag="wht 2.21")
    client.force_login(coordinator)

    pagina = client.get(reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer]))

    rijen = {rij.naam: (rij.hier, rij.daar, rij.is_anders) for rij in pagina.context["rijen"]}
    assert rijen["Toestemming voor navraag bij UHT gegeven op"] == ("2 maart 2026", "14 januari 2026", True)
    assert rijen["Wil ondersteuning"] == ("Nog niet bekend", "Nog niet bekend", False)
    assert rijen["Grondslag"] == (
        "UHT deelde de gegevens (Wht artikel 6.12 lid 12 en 13)",
        "Vraagt zelf om hulp (Wht artikel 2.21)",
        True,
    )
    assert rijen["Waarom deze gemeente toch helpt"] == ("leeg", "Verhuizing", True)
    assert "Naam van de overledene" not in rijen


def meld(dossier, status, dag):
    """UHT said something; the dossier follows, as its last status does."""
    UhtStatusWijziging.objects.create(dossier=dossier, status=status, datum_feit=dag, datum_gemeld=dag, bron="UHT")
    Dossier.objects.filter(pk=dossier.pk).update(uht_status=status)


@pytest.mark.parametrize(
    ("hier", "daar", "geldt"),
    [
        (("erkend", date(2026, 3, 5)), ("eerste toets", date(2026, 3, 4)), "erkend"),
        (("eerste toets", date(2026, 3, 4)), ("erkend", date(2026, 3, 5)), "erkend"),
    ],
)
def test_latest_status_of_uht_counts(dossier, ander, coordinator, hier, daar, geldt):
    meld(dossier, *hier)
    meld(ander, *daar)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.uht_status == geldt
    assert punten(dossier) == []


def test_niet_erkend_that_came_last_is_for_its_own_page(client, dossier, ander, coordinator):
    meld(ander, UhtStatus.NIET_ERKEND, date(2026, 3, 5))
    Dossier.objects.filter(pk=ander.pk).update(status=Status.GEEN_RECHT)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.uht_status) == ("aanmelding", "erkend")
    tekst = (
        f"UHT zei op 5 maart 2026: niet erkend. Dat stond in dossier {ander.nummer}. Klopt het? Leg het dan vast op de"
        " pagina Niet erkend. Klopt het niet? Trek die status dan in bij Herstellen."
    )
    assert punten(dossier) == [("niet erkend", tekst)]
    client.force_login(coordinator)
    weg = (("Niet erkend vastleggen", reverse("acclimatisatie", args=[dossier.nummer])),)
    let_op = client.get(dossier.get_absolute_url()).context["let_op"]
    assert [punt.wegen for punt in let_op if punt.tekst == tekst] == [weg]
    pagina = client.get(reverse("controlepunt", args=[dossier.nummer, dossier.controlepunten.get().pk]))
    assert f'<a class="nl-link" href="{weg[0][1]}">Niet erkend vastleggen</a>' in pagina.text


def test_niet_erkend_in_a_dossier_that_runs_no_more_is_taken_over(dossier, ander, coordinator):
    zeg_nee(dossier, coordinator, date(2026, 3, 4))
    zeg_nee(ander, coordinator)
    meld(ander, UhtStatus.NIET_ERKEND, date(2026, 3, 5))

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.uht_status) == ("geen_hulp", "niet erkend")
    assert punten(dossier) == []


@pytest.mark.parametrize(
    ("status", "hier", "daar", "vraag"),
    [
        pytest.param(Status.AANMELDING, "erkend", "zelf afgemeld", ZELF_AFGEMELD, id="zelf-afgemeld"),
        pytest.param(Status.ACCLIMATISATIE, "niet erkend", "erkend", TOCH_ERKEND, id="toch-erkend"),
    ],
)
def test_status_that_calls_for_a_decision_asks_for_it(dossier, ander, coordinator, status, hier, daar, vraag):
    meld(dossier, hier, date(2026, 3, 4))
    meld(ander, daar, date(2026, 3, 5))
    Dossier.objects.filter(pk=dossier.pk).update(status=status)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.uht_status == daar
    assert [tekst for _, tekst in punten(dossier)] == [vraag]


@pytest.mark.parametrize(("doelgroep", "daar"), [("aanvrager", "recht op kindregeling"), ("kind", "erkend")])
def test_status_of_another_doelgroep_is_not_taken_over(dossier, ander, coordinator, doelgroep, daar):
    Dossier.objects.filter(pk=dossier.pk).update(doelgroep=doelgroep)
    meld(dossier, "aangemeld", date(2026, 3, 4))
    meld(ander, daar, date(2026, 3, 5))

    voeg_samen(dossier, ander, coordinator, gezien=["doelgroep"])

    dossier.refresh_from_db()
    assert dossier.uht_status == "aangemeld"
    tekst = f"De UHT-status was in de twee dossiers niet gelijk: aangemeld en {daar}. Vraag na welke klopt."
    assert punten(dossier) == [("portaal", tekst)]


def test_dossier_without_recht_does_not_take_in_one_with(gemeente, dossier, coordinator):
    zonder = maak_dossier(gemeente, bsn="", uht_status="niet erkend")
    zeg_nee(dossier, coordinator, date(2026, 3, 4))

    with pytest.raises(ActieFout, match=f"Dossier {zonder.nummer} heeft geen recht.*Laat dat dossier doorgaan"):
        voeg_samen(zonder, dossier, coordinator)


def hardheid(dossier, by, **anders):
    return Hardheidsbesluit.objects.create(dossier=dossier, besloten_op=ON, besloten_door=by, **{**HARDHEID, **anders})


def test_hardheid_that_is_not_used_comes_along_with_the_vensters(dossier, ander, coordinator):
    voer_eerste_gesprek(ander, coordinator, GESPREK)
    rij = hardheid(ander, coordinator)
    gebruikt = hardheid(ander, coordinator, besluit="9901-B-2026-00001")
    weg = {"ingetrokken_op": moment(ON), "ingetrokken_door": coordinator, "ingetrokken_reden": "Fout"}
    ingetrokken = hardheid(ander, coordinator, **weg)

    voeg_samen(dossier, ander, coordinator)

    assert list(dossier.hardheidsbesluiten.all()) == [rij]
    assert set(ander.hardheidsbesluiten.all()) == {gebruikt, ingetrokken}
    assert rij.history.first().history_change_reason == "Zelfde persoon"


def test_hardheid_about_vensters_that_stay_stays_with_them(dossier, ander, coordinator):
    for een in (dossier, ander):
        voer_eerste_gesprek(een, coordinator, GESPREK)
    rij = hardheid(ander, coordinator)

    voeg_samen(dossier, ander, coordinator)

    assert list(ander.hardheidsbesluiten.all()) == [rij]


def test_two_eerste_gesprekken_are_asked_about(client, dossier, ander, coordinator):
    voer_eerste_gesprek(dossier, coordinator, GESPREK)
    voer_eerste_gesprek(ander, coordinator, date(2026, 3, 5))

    voeg_samen(dossier, ander, coordinator)

    tekst = (
        f"Het eerste gesprek was op 12 maart 2026. In dossier {ander.nummer} was dat op 5 maart 2026. De termijnen"
        " lopen nu vanaf 12 maart 2026. Klopt dat niet? Wijzig dan het eerste gesprek."
    )
    assert punten(dossier) == [("eerste gesprek", tekst)]
    client.force_login(coordinator)
    weg = (("Eerste gesprek wijzigen", reverse("eerste_gesprek_wijzigen", args=[dossier.nummer])),)
    let_op = client.get(dossier.get_absolute_url()).context["let_op"]
    assert [punt.wegen for punt in let_op if punt.tekst == tekst] == [weg]


@pytest.mark.parametrize("van_ander", [date(2026, 3, 10), GESPREK], ids=["earlier", "the same day"])
def test_eerste_gesprek_comes_along_after_one_that_was_withdrawn(dossier, ander, coordinator, van_ander):
    """The clocks of the withdrawn one lie there still; those of the gesprek that comes along count."""
    voer_eerste_gesprek(dossier, coordinator, GESPREK)
    verkeerd = dossier.gesprekken.get()
    eerste_gesprek_intrekken(gesprek=verkeerd, reden="Ander dossier", by=coordinator, at=moment(ON), on=ON)
    voer_eerste_gesprek(ander, coordinator, van_ander)
    aanleiding = f"gesprek:{ander.gesprekken.get().pk}"

    voeg_samen(dossier, ander, coordinator)

    klok = dossier.termijnen.get(regel="plan_van_aanpak", status="lopend")
    assert (klok.start, klok.aanleiding) == (van_ander, aanleiding)
    rest = dossier.termijnen.filter(aanleiding=f"gesprek:{verkeerd.pk}")
    assert set(rest.values_list("status", flat=True)) == {"vervallen"}


def test_one_eerste_gesprek_written_down_twice_asks_nothing(dossier, ander, coordinator):
    for een in (dossier, ander):
        voer_eerste_gesprek(een, coordinator, GESPREK)

    voeg_samen(dossier, ander, coordinator)

    assert not Controlepunt.objects.exists()


@pytest.mark.parametrize("soort", ["niet erkend", "eerste gesprek", "wil hulp", "portaal"])
def test_point_leads_nowhere_where_the_dossier_has_no_such_page(dossier, coordinator, soort):
    dossier.status = Status.AFGESLOTEN
    punt = Controlepunt.objects.create(gemeente=dossier.gemeente, dossier=dossier, soort=soort, tekst="Kijk na.")

    assert list_wegen(dossier, punt, coordinator) == ()
