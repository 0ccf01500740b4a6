"""A hulpvraag on the wrong leefgebied is moved, and one that is not asked any more is withdrawn with its reason."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions import hulpvragen as acties
from cases.actions.basis import ActieFout
from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Hulpvraag, Termijn
from planvanaanpak.actions.plan import plan_openen
from planvanaanpak.planbron import hulpvragen_van
from tests.factories import moment
from tests.haltes import halte

ON, EERSTE, TWEEDE = date(2026, 3, 20), date(2026, 3, 12), date(2026, 3, 18)
VLOER, SLAAP, SCHULD = "De vloer is kapot.", "Ik slaap slecht.", "Ik heb schulden."


def na(by):
    return {"by": by, "at": moment(ON), "on": ON}


@halte
def gesproken(dossier, consulent):
    hulpvragen = {Leefgebied.WONEN: VLOER, Leefgebied.ZORG: SLAAP}
    wat = {"datum": EERSTE, "kanaal": Kanaal.KANTOOR, "verslag": "", "hulpvragen": hulpvragen}
    eerste_gesprek_vastleggen(dossier=dossier, **wat, **na(consulent))
    dossier.refresh_from_db()
    return dossier


def nog_een(dossier, by, leefgebied, tekst):
    wat = {"kanaal": Kanaal.KANTOOR, "aanwezig": "", "verslag": "", "urgentie": {}}
    gesprek_vastleggen(dossier=dossier, datum=TWEEDE, hulpvragen={leefgebied: tekst}, **wat, **na(by))


def van(dossier, tekst):
    return Hulpvraag.objects.get(dossier=dossier, tekst=tekst)


def verplaats(hulpvraag, by, naar):
    wijzigingen = {"leefgebied": naar}
    return acties.hulpvraag_wijzigen(
        hulpvraag=hulpvraag, wijzigingen=wijzigingen, reden="Verkeerd", by=by, at=moment(ON)
    )


def trek_in(hulpvraag, by, reden="Al geregeld"):
    return acties.hulpvraag_intrekken(hulpvraag=hulpvraag, reden=reden, by=by, at=moment(ON))


def test_moved_it_stands_on_the_other_leefgebied_and_the_trail_says_from_where(gesproken, consulent):
    verplaats(van(gesproken, VLOER), consulent, Leefgebied.FINANCIEN)

    assert hulpvragen_van(gesproken) == {"financien": VLOER, "zorg": SLAAP}
    event = gesproken.events.first()
    assert (event.tekst, event.reden) == ("Hulpvraag gewijzigd: van wonen naar financiën.", "Verkeerd")


def test_moved_away_the_one_of_the_gesprek_before_holds_again(gesproken, consulent):
    nog_een(gesproken, consulent, Leefgebied.WONEN, SCHULD)
    assert hulpvragen_van(gesproken) == {"wonen": SCHULD, "zorg": SLAAP}

    verplaats(van(gesproken, SCHULD), consulent, Leefgebied.FINANCIEN)

    assert hulpvragen_van(gesproken) == {"wonen": VLOER, "zorg": SLAAP, "financien": SCHULD}


BEZET = (
    "Bij {} staat al een hulpvraag, uit het gesprek van {}: '{}' ({}). Per leefgebied staat er één in het overzicht,"
    " dus een van de twee zou verdwijnen. Zet beide samen in de tekst van die hulpvraag en trek deze in, of trek die"
    " eerst in."
)


def weigert(hulpvraag, by, naar, *ander):
    voor = list(Hulpvraag.objects.order_by("pk").values())
    with pytest.raises(ActieFout) as fout:
        verplaats(hulpvraag, by, naar)
    assert str(fout.value) == BEZET.format(*ander)
    assert list(Hulpvraag.objects.order_by("pk").values()) == voor


def test_two_of_one_gesprek_do_not_stand_on_one_leefgebied(gesproken, consulent):
    weigert(van(gesproken, VLOER), consulent, Leefgebied.ZORG, "zorg", "12 maart 2026", SLAAP, "gewoon")


def test_one_of_an_earlier_gesprek_is_not_put_out_of_sight(gesproken, consulent):
    Hulpvraag.objects.filter(tekst=SLAAP).update(urgentie="dringend")
    nog_een(gesproken, consulent, Leefgebied.FINANCIEN, SCHULD)

    weigert(van(gesproken, SCHULD), consulent, Leefgebied.ZORG, "zorg", "12 maart 2026", SLAAP, "dringend")

    trek_in(van(gesproken, SLAAP), consulent)
    verplaats(van(gesproken, SCHULD), consulent, Leefgebied.ZORG)
    assert hulpvragen_van(gesproken) == {"wonen": VLOER, "zorg": SCHULD}


def test_one_of_an_earlier_gesprek_does_not_go_out_of_sight_itself(gesproken, consulent):
    nog_een(gesproken, consulent, Leefgebied.FINANCIEN, SCHULD)

    weigert(van(gesproken, SLAAP), consulent, Leefgebied.FINANCIEN, "financiën", "18 maart 2026", SCHULD, "gewoon")


def test_refusal_cuts_a_long_hulpvraag_off(gesproken, consulent):
    Hulpvraag.objects.filter(tekst=SLAAP).update(tekst="Ik slaap slecht. " * 10)

    kort = "Ik slaap slecht. Ik slaap slecht. Ik slaap slecht. Ik slaap slecht. Ik slaap sl…"
    weigert(van(gesproken, VLOER), consulent, Leefgebied.ZORG, "zorg", "12 maart 2026", kort, "gewoon")


def test_hulpvraag_that_stays_where_it_is_is_no_other(gesproken, consulent):
    nog_een(gesproken, consulent, Leefgebied.WONEN, SCHULD)

    wijzigingen = {"leefgebied": Leefgebied.WONEN, "tekst": "Ik heb huurschuld."}
    schuld = van(gesproken, SCHULD)
    acties.hulpvraag_wijzigen(hulpvraag=schuld, wijzigingen=wijzigingen, reden="x", by=consulent, at=moment(ON))

    assert hulpvragen_van(gesproken) == {"wonen": "Ik heb huurschuld.", "zorg": SLAAP}


def test_leefgebied_of_one_that_was_withdrawn_is_free(gesproken, consulent):
    trek_in(van(gesproken, SLAAP), consulent)

    verplaats(van(gesproken, VLOER), consulent, Leefgebied.ZORG)

    assert hulpvragen_van(gesproken) == {"zorg": VLOER}


def test_withdrawn_it_counts_no_more_with_what_it_took_the_place_of_and_no_clock_moves(gesproken, consulent):
    nog_een(gesproken, consulent, Leefgebied.WONEN, SCHULD)
    klokken = list(Termijn.objects.order_by("pk").values())

    weg = trek_in(van(gesproken, SCHULD), consulent)

    assert {rij.tekst for rij in weg} == {SCHULD, VLOER}
    assert hulpvragen_van(gesproken) == {"zorg": SLAAP}
    assert list(Termijn.objects.order_by("pk").values()) == klokken
    assert {rij.ingetrokken_reden for rij in weg} == {"Al geregeld"}
    event = gesproken.events.first()
    assert (event.soort, event.tekst, event.reden) == (
        "hulpvraag_ingetrokken",
        "Geen hulpvraag meer: wonen.",
        "Al geregeld",
    )


def test_earlier_one_withdrawn_leaves_the_later_one(gesproken, consulent):
    nog_een(gesproken, consulent, Leefgebied.WONEN, SCHULD)

    trek_in(van(gesproken, VLOER), consulent)

    assert hulpvragen_van(gesproken) == {"wonen": SCHULD, "zorg": SLAAP}


def test_withdrawing_needs_a_reason_and_is_done_once(gesproken, consulent):
    vloer = van(gesproken, VLOER)
    with pytest.raises(ActieFout, match="Schrijf op waarom u dit intrekt"):
        trek_in(vloer, consulent, reden=" ")
    trek_in(vloer, consulent)

    with pytest.raises(ActieFout, match="Deze hulpvraag is ingetrokken"):
        trek_in(vloer, consulent)
    with pytest.raises(ActieFout, match="Deze hulpvraag is ingetrokken"):
        verplaats(vloer, consulent, Leefgebied.WERK)


def test_open_plan_keeps_what_it_took_over(gesproken, consulent):
    plan = plan_openen(dossier=gesproken, by=consulent, at=moment(ON))
    voor = {deel.leefgebied: deel.hulpvraag for deel in plan.leefgebieden.all()}

    trek_in(van(gesproken, VLOER), consulent)

    assert voor["wonen"] == VLOER
    assert {deel.leefgebied: deel.hulpvraag for deel in plan.leefgebieden.all()} == voor


def test_plan_begun_after_it_starts_without_it(gesproken, consulent):
    trek_in(van(gesproken, VLOER), consulent)

    plan = plan_openen(dossier=gesproken, by=consulent, at=moment(ON))

    assert {deel.hulpvraag for deel in plan.leefgebieden.all()} == {"", SLAAP}


def meldingen(antwoord):
    return [str(melding) for melding in antwoord.context["messages"]]


PLAN = "Is het plan al begonnen? Dat verandert niet vanzelf mee. Pas de hulpvraag daar ook aan."


def test_page_moves_it_and_says_what_the_plan_does(pagina, gesproken):
    url = reverse("hulpvraag_wijzigen", args=[gesproken.nummer, van(gesproken, VLOER).pk])
    versie = pagina.get(url).context["form"]["versie"].value()
    invoer = {"tekst": VLOER, "urgentie": "gewoon", "reden": "Verkeerd", "versie": versie}

    bezet = pagina.post(url, {**invoer, "leefgebied": "zorg"})
    antwoord = pagina.post(url, {**invoer, "leefgebied": "werk"}, follow=True)

    assert bezet.context["form"].errors == {"leefgebied": [BEZET.format("zorg", "12 maart 2026", SLAAP, "gewoon")]}
    assert meldingen(antwoord) == ["De hulpvraag is gewijzigd.", PLAN]
    assert hulpvragen_van(gesproken) == {"werk": VLOER, "zorg": SLAAP}


def test_page_withdraws_the_last_one_and_leaves_it_to_read(pagina, gesproken, consulent):
    trek_in(van(gesproken, SLAAP), consulent)
    vloer = van(gesproken, VLOER)
    url = reverse("hulpvraag_intrekken", args=[gesproken.nummer, vloer.pk])
    assert url in pagina.get(reverse("hulpvraag_wijzigen", args=[gesproken.nummer, vloer.pk])).text

    antwoord = pagina.post(url, {"reden": "De vloer is gemaakt"}, follow=True)

    assert meldingen(antwoord) == [
        "Geen hulpvraag meer bij wonen.",
        PLAN,
        "Er is nu geen hulpvraag meer in dit dossier. Bespreek met de inwoner of er nog hulp nodig is.",
    ]
    assert '<p class="bo-zacht">Er is geen hulpvraag meer.</p>' in antwoord.text
    gesprekken = pagina.get(reverse("gesprekken", args=[gesproken.nummer])).text
    assert f"<s>{VLOER}</s>" in gesprekken
    assert "Geen hulpvraag meer: De vloer is gemaakt" in gesprekken
    weer = ["Deze hulpvraag is ingetrokken. U kunt er niets meer aan wijzigen."]
    assert meldingen(pagina.get(url, follow=True)) == weer
