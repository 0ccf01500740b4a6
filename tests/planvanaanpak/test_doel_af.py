"""Doelen that are behaald or vervallen, and steps that are done or lapsed: the plan does not give them as to do."""

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string

from cases.actions.basis import ActieFout
from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent
from planvanaanpak.actions import doelen as acties
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.actions.leefgebieden import plan_bewaren
from planvanaanpak.actions.plan import doel_afsluiten
from planvanaanpak.briefregels import DoelRegel
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import PlanVanAanpak
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import leefgebiedregels, plangegevens, voorzieningregels
from planvanaanpak.planbron import gewijzigd_na_akkoord, planteksten
from tests.factories import moment
from tests.planvanaanpak.besluitstappen import akkoord_met, trek_in, verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG, uur=14)
NU = {"by": None, "at": AT}
STAP = Stapgegevens(wat="Winkels vergelijken", wie="De inwoner", datum_uiterlijk=date(2026, 5, 1))
KLAAR = replace(STAP, wat="Huisarts bellen", status=DoelStatus.BEHAALD, datum_behaald=date(2026, 4, 2))
VERVALT = replace(STAP, wat="Kringloop bellen", status=DoelStatus.VERVALLEN, reden_vervallen="Gekregen.")
TEKST = "Dit is over een jaar op orde."


def lees(plan):
    return PlanVanAanpak.objects.get(pk=plan.pk)


def sluit(doel, by, status=DoelStatus.VERVALLEN, reden="Niet meer nodig.", at=AT):
    return doel_afsluiten(doel=doel, status=status, datum=VANDAAG, reden=reden, by=by, at=at, on=VANDAAG)


def wonen(plan):
    return plan.doelen.get(leefgebied="wonen")


def regel_wonen(plan):
    return next(regel for regel in leefgebiedregels(lees(plan), []) if regel.leefgebied == "Wonen")


def punten(plan):
    gegevens = plangegevens(Dossier.objects.get(pk=plan.dossier_id))
    return {punt.tekst for punt in nodig(gegevens) if not punt.klaar}


def schrijf(plan, by, tekst, leefgebied=Leefgebied.WONEN):
    plan = lees(plan)
    nu = planteksten(plan.dossier, plan)[leefgebied]
    teksten, stempels = {leefgebied: nu.met("doel", tekst)}, {leefgebied: nu.stempel}
    return plan_bewaren(plan=plan, teksten=teksten, stempels=stempels, by=by, at=AT)


@pytest.fixture
def heropend(besluit, consulent):
    """Give the plan after an intrekking of its toekenning; its doel for wonen was closed before."""
    return lambda status: _trek_in(besluit, consulent, status)


def _trek_in(besluit, by, status):
    sluit(wonen(besluit.dossier.plan), by, status, "" if status == DoelStatus.BEHAALD else "Niet meer nodig.")
    trek_in(verstuur(besluit, by), by)
    return lees(besluit.dossier.plan)


def test_letter_says_of_a_step_that_it_is_done_and_leaves_out_what_lapsed(plan, consulent):
    for stap in (STAP, KLAAR, VERVALT):
        acties.stap_bewaren(doel=wonen(plan), gegevens=stap, by=consulent, at=AT, on=VANDAAG)

    assert regel_wonen(plan).doelen == (
        DoelRegel(
            tekst=TEKST,
            stappen=(
                "Winkels vergelijken: De inwoner, uiterlijk 1 mei 2026",
                "Huisarts bellen: De inwoner, klaar op 2 april 2026",
            ),
        ),
    )


def test_letter_names_a_doel_that_is_behaald_with_its_day(plan, consulent):
    for stap in (STAP, KLAAR):
        acties.stap_bewaren(doel=wonen(plan), gegevens=stap, by=consulent, at=AT, on=VANDAAG)
    sluit(wonen(plan), consulent, DoelStatus.BEHAALD, "")

    (doel,) = regel_wonen(plan).doelen

    assert doel == DoelRegel(
        tekst=TEKST, behaald=VANDAAG, stappen=("Huisarts bellen: De inwoner, klaar op 2 april 2026",)
    )
    html = render_to_string("planvanaanpak/pdf/_plan_doelen.html", {"doelen": [doel]})
    assert f"<p>{TEKST} Dit doel is gehaald op 20 april 2026.</p>" in html


def test_letter_leaves_out_a_doel_that_lapsed(plan, consulent):
    sluit(wonen(plan), consulent)
    assert (regel_wonen(plan).doel, regel_wonen(plan).doelen) == ("", ())

    acties.doel_toevoegen(plan=plan, leefgebied=Leefgebied.WONEN, tekst="Een ander huis.", by=consulent, at=AT)

    assert (regel_wonen(plan).doel, regel_wonen(plan).doelen) == ("Een ander huis.", ())


def test_letter_does_not_name_a_doel_that_lapsed_with_a_voorziening(plan, consulent):
    koelkast = plan.voorzieningen.get(omschrijving="Koelkast")
    koelkast.doel = wonen(plan)
    koelkast.save()
    assert voorzieningregels([koelkast])[0].doel == TEKST
    sluit(koelkast.doel, consulent)

    assert voorzieningregels([koelkast])[0].doel == ""


def test_leefgebied_with_only_a_doel_that_lapsed_lacks_a_doel(heropend, consulent):
    plan = heropend(DoelStatus.VERVALLEN)

    assert "Wonen: het doel" in punten(plan)
    schrijf(plan, consulent, "U koopt een koelkast.")
    assert "Wonen: het doel" not in punten(plan)


def test_leefgebied_with_a_doel_that_is_behaald_has_one(heropend):
    assert "Wonen: het doel" not in punten(heropend(DoelStatus.BEHAALD))


@pytest.mark.parametrize("status", [DoelStatus.VERVALLEN, DoelStatus.BEHAALD])
def test_text_of_a_doel_never_lands_in_one_that_is_closed(heropend, consulent, status):
    plan = heropend(status)
    assert planteksten(plan.dossier, plan)[Leefgebied.WONEN].doel == ""

    schrijf(plan, consulent, "U koopt een koelkast.")

    rijen = plan.doelen.filter(leefgebied="wonen").values_list("tekst", "status")
    assert list(rijen) == [(TEKST, status), ("U koopt een koelkast.", "open")]


@pytest.mark.parametrize("status", [DoelStatus.VERVALLEN, DoelStatus.BEHAALD])
def test_closed_doel_of_an_open_plan_is_opened_again_from_its_page(pagina, heropend, consulent, status):
    plan = heropend(status)
    doel, nummer = wonen(plan), plan.dossier.nummer
    akkoord_met(plan, consulent)
    html = pagina.get(url("plan", nummer)).text
    assert f'href="{url("doel", nummer, doel.pk)}">Doel weer openen' in html
    assert url("doel_wijzigen", nummer, doel.pk) not in html
    for naam in ("doel_wijzigen", "doelstap_nieuw"):
        response = pagina.get(url(naam, nummer, doel.pk), follow=True)
        assert response.redirect_chain == [(url("doel", nummer, doel.pk), 302)]
        assert berichten(response) == [f"Dit doel is {status.value}. Open het doel eerst weer."]

    response = pagina.post(url("doel", nummer, doel.pk), {"status": "open", "reden": "Toch nodig."}, follow=True)

    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald, doel.reden_vervallen) == ("open", None, "")
    assert response.redirect_chain == [(url("plan", nummer), 302)]
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst, event.reden) == ("doel_gewijzigd", f"Doel weer open: {TEKST}", "Toch nodig.")


@pytest.mark.parametrize(
    ("van", "naar", "telt"),
    [
        (DoelStatus.OPEN, DoelStatus.BEZIG, False),
        (DoelStatus.OPEN, DoelStatus.BEHAALD, False),
        (DoelStatus.OPEN, DoelStatus.VERVALLEN, True),
        (DoelStatus.VERVALLEN, DoelStatus.BEHAALD, True),
        (DoelStatus.VERVALLEN, DoelStatus.OPEN, True),
        (DoelStatus.BEHAALD, DoelStatus.OPEN, True),
    ],
)
def test_doel_that_goes_from_or_comes_back_to_an_open_plan_asks_the_akkoord_again(plan, consulent, van, naar, telt):
    """What is reached of a plan does not change what the inwoner agreed with; what goes or comes back does."""
    doel = wonen(plan)
    if van != DoelStatus.OPEN:
        sluit(doel, consulent, van, at=moment(VANDAAG, 9))

    sluit(doel, consulent, naar, "Het ging anders.")

    assert gewijzigd_na_akkoord(plan.dossier, lees(plan)) == telt


def test_doel_that_is_closed_does_not_change(plan, consulent):
    doel = sluit(wonen(plan), consulent)

    with pytest.raises(ActieFout) as fout:
        acties.doel_wijzigen(doel=doel, tekst="Anders.", gezinslid=None, by=consulent, at=AT)

    assert str(fout.value) == "Dit doel is vervallen. Open het doel eerst weer."
    assert wonen(plan).tekst == TEKST


def test_page_of_an_open_doel_leads_to_where_it_is_closed(pagina, plan):
    doel, nummer = wonen(plan), plan.dossier.nummer

    html = pagina.get(url("doel_wijzigen", nummer, doel.pk)).text

    assert f'href="{url("doel", nummer, doel.pk)}">Behaald of vervallen? Leg het vast</a>' in html


def test_voorziening_is_not_proposed_for_a_doel_that_lapsed(pagina, plan, consulent):
    doel, pad = wonen(plan), url("voorziening_nieuw", plan.dossier.nummer)
    assert doel in pagina.get(pad).context["form"].fields["doel"].queryset
    sluit(doel, consulent)

    assert doel not in pagina.get(pad).context["form"].fields["doel"].queryset
