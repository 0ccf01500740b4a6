"""The pages of doelen and steps, before and after the vaststelling."""

from datetime import date

import pytest

from cases.keuzes import Relatie
from cases.models import Dossier, Gezinslid
from cases.status import Status
from planvanaanpak.actions.doelen import Stapgegevens, stap_bewaren
from planvanaanpak.models import Doel, Doelstap
from tests.factories import moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def doel(plan):
    return plan.doelen.get(leefgebied="wonen")


@pytest.fixture
def stap(doel, consulent):
    gegevens = Stapgegevens(wat="Winkels vergelijken", wie="De inwoner", datum_uiterlijk=date(2026, 5, 1))
    return stap_bewaren(doel=doel, gegevens=gegevens, by=consulent, at=moment(VANDAAG), on=VANDAAG)


def naar(dossier, gebied="wonen"):
    return f"{url('plan', dossier.nummer)}#leefgebied-{gebied}"


def test_button_on_the_plan_saves_first_and_leads_to_a_new_doel(pagina, plan):
    pad = url("plan", plan.dossier.nummer)
    velden = {
        f"{form.prefix}-{naam}": form[naam].value() or ""
        for form in pagina.get(pad).context["formulieren"]
        for naam in form.fields
    }

    response = pagina.post(pad, velden | {"plan-situatie": "Er was stress.", "verder": "doel:gezin"})

    assert response.url == f"{url('doel_nieuw', plan.dossier.nummer)}?leefgebied=gezin"
    plan.refresh_from_db()
    assert plan.situatie == "Er was stress."


@pytest.mark.parametrize(("verder", "naam"), [("stap", "doelstap_nieuw"), ("versie", "plan_versie_nieuw")])
def test_other_buttons_on_the_plan_lead_on(pagina, doel, verder, naam):
    nummer = doel.plan.dossier.nummer
    args = [nummer, doel.pk] if verder == "stap" else [nummer]

    response = pagina.post(url("plan", nummer), _ongewijzigd(pagina, nummer) | {"verder": f"{verder}:{doel.pk}"})

    assert response.url == url(naam, *args)


def _ongewijzigd(pagina, nummer):
    return {
        f"{form.prefix}-{veld}": form[veld].value() or ""
        for form in pagina.get(url("plan", nummer)).context["formulieren"]
        for veld in form.fields
    }


def test_doel_for_a_gezinslid_is_added_to_an_open_plan(pagina, plan, consulent):
    lid = Gezinslid.objects.create(gezin=plan.dossier.gezin, naam="Sam", relatie=Relatie.KIND, door=consulent)
    pad = f"{url('doel_nieuw', plan.dossier.nummer)}?leefgebied=gezin"
    form = pagina.get(pad).context["form"]
    assert (form["leefgebied"].value(), "reden" in form.fields) == ("gezin", False)

    response = pagina.post(pad, {"leefgebied": "gezin", "tekst": "Sam slaapt goed.", "gezinslid": lid.pk}, follow=True)

    assert response.redirect_chain == [(naar(plan.dossier, "gezin"), 302)]
    assert (Doel.objects.latest("pk").tekst, Doel.objects.latest("pk").gezinslid) == ("Sam slaapt goed.", lid)
    assert "Voor Sam" in response.text


def test_doel_after_the_vaststelling_asks_why(pagina, besluit):
    pad = url("doel_nieuw", besluit.dossier.nummer)
    data = {"leefgebied": "zorg", "tekst": "Goed slapen."}

    assert fouten(pagina.post(pad, data).context["form"]) == {"reden": ["Vul dit veld in."]}
    response = pagina.post(pad, data | {"reden": "Dat bleek nu."}, follow=True)

    assert "Erbij gekomen op 20 april 2026 (Jolanda Prins): Dat bleek nu." in response.text


def test_doel_is_changed_and_taken_away(pagina, doel):
    nummer = doel.plan.dossier.nummer
    pad = url("doel_wijzigen", nummer, doel.pk)
    versie = pagina.get(pad).context["form"]["versie"].value()

    pagina.post(pad, {"tekst": "Een warm huis.", "gezinslid": "", "versie": versie})
    doel.refresh_from_db()
    assert doel.tekst == "Een warm huis."

    response = pagina.post(url("doel_weghalen", nummer, doel.pk), follow=True)
    assert berichten(response)[-1] == "Het doel is weggehaald."
    assert not Doel.objects.filter(pk=doel.pk).exists()


def test_second_of_two_who_change_a_doel_sees_the_first_and_keeps_the_text(pagina, als_collega, doel):
    pad = url("doel_wijzigen", doel.plan.dossier.nummer, doel.pk)
    versie = pagina.get(pad).context["form"]["versie"].value()
    als_collega.post(pad, {"tekst": "Van Bram.", "versie": versie})

    response = pagina.post(pad, {"tekst": "Van mij.", "versie": versie})

    form = response.context["form"]
    assert "Bekend is nu: Doel: wanneer is het goed? Van Bram." in fouten(form)[""][0]
    assert form["tekst"].value() == "Van mij."
    assert Doel.objects.get(pk=doel.pk).tekst == "Van Bram."
    pagina.post(pad, {"tekst": "Van mij.", "versie": form["versie"].value()})
    assert Doel.objects.get(pk=doel.pk).tekst == "Van mij."


def test_step_is_added_without_asking_how_it_stands(pagina, doel):
    pad = url("doelstap_nieuw", doel.plan.dossier.nummer, doel.pk)
    assert set(pagina.get(pad).context["form"].fields) == {"wat", "wie", "datum_uiterlijk"}

    response = pagina.post(pad, {"wat": "Bellen", "wie": "De inwoner", "datum_uiterlijk": "01-05-2026"}, follow=True)

    stap = Doelstap.objects.get()
    assert (stap.doel, stap.wat, stap.wie, stap.datum_uiterlijk, stap.status) == (
        doel, "Bellen", "De inwoner", date(2026, 5, 1), "open",
    )  # fmt: skip
    assert response.redirect_chain == [(naar(doel.plan.dossier), 302)]


@pytest.mark.parametrize(
    ("data", "verwacht"),
    [
        ({"status": "behaald"}, {"datum_behaald": ["Vul in op welke dag de stap klaar was."]}),
        ({"status": "vervallen"}, {"reden_vervallen": ["Schrijf op waarom de stap vervalt."]}),
        ({"status": "open", "wat": ""}, {"wat": ["Vul dit veld in."]}),
    ],
)
def test_what_a_step_misses_is_told(pagina, stap, data, verwacht):
    pad = url("doelstap", stap.doel.plan.dossier.nummer, stap.pk)

    response = pagina.post(pad, {"wat": "Winkels vergelijken", "wie": "De inwoner", **data})

    assert fouten(response.context["form"]) == verwacht


def test_step_is_done_and_then_open_again_without_its_day(pagina, stap):
    pad = url("doelstap", stap.doel.plan.dossier.nummer, stap.pk)
    data = {"wat": "Winkels vergelijken", "wie": "De inwoner", "datum_behaald": "20-04-2026"}

    pagina.post(pad, data | {"status": "behaald"})
    stap.refresh_from_db()
    assert (stap.status, stap.datum_behaald) == ("behaald", VANDAAG)

    pagina.post(pad, data | {"status": "bezig"})
    stap.refresh_from_db()
    assert (stap.status, stap.datum_behaald) == ("bezig", None)


def test_step_is_taken_away(pagina, stap):
    response = pagina.post(url("doelstap_weghalen", stap.doel.plan.dossier.nummer, stap.pk), follow=True)

    assert berichten(response) == ["De stap is weggehaald."]
    assert not Doelstap.objects.exists()


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("doel_wijzigen", "Een doel wijzigen kan niet: dit dossier staat op 'Uitvoering'."),
        ("doel_weghalen", "Een doel weghalen kan niet: dit dossier staat op 'Uitvoering'."),
    ],
)
def test_vastgesteld_doel_is_not_changed(pagina, besluit, naam, melding):
    doel = besluit.dossier.plan.doelen.first()

    response = pagina.get(url(naam, besluit.dossier.nummer, doel.pk), follow=True)

    assert berichten(response) == [melding]


def test_refusal_of_an_action_keeps_what_was_typed(pagina, doel):
    Dossier.objects.filter(pk=doel.plan.dossier_id).update(status=Status.NAZORG)

    response = pagina.post(url("doelstap_nieuw", doel.plan.dossier.nummer, doel.pk), {"wat": "Bellen", "wie": "Ik"})

    assert fouten(response.context["form"]) == {"": ["Een stap vastleggen kan niet: dit dossier staat op 'Nazorg'."]}
    assert response.context["form"]["wat"].value() == "Bellen"
