"""What comes in the place of a besluit that is herroepen, and what its letter promises (Awb art. 7:11 lid 2)."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.rollen import Rol
from cases.models import Taak
from planvanaanpak.actions.bezwaarbesluit import IN_DE_PLAATS, KIES_VERVOLG, mogelijk_vervolg, vervolg_koppelen
from planvanaanpak.bezwaarbron import herzien_url
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.forms.bezwaarbesluit import BeslisForm
from planvanaanpak.models import Bezwaar, Herroeping, Voorziening
from planvanaanpak.poortdag import poortdag
from tests.factories import maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen, brieven
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.besluitstappen import regel
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ONTVANGEN
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.tabellen import alles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
BED = "U krijgt een bed van € 640."
NA_ALLES = date(2028, 6, 1)


@halte
def toekenning(besluit, consulent):
    return stappen.verstuur(besluit, consulent)


def toegekend(toekenning, by):
    return toekenning


def herzien(toekenning, by):
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")
    nieuw = besluitstappen.herzie(toekenning, [regel(koelkast, "vervalt")], by, ingang=ONTVANGEN, on=ONTVANGEN)
    return besluitstappen.verstuur(nieuw, by, ONTVANGEN)


def bezwaar_tegen(besluit, by):
    bezwaar = stappen.maak_bezwaar(besluit, by, on=date(2026, 5, 12))
    stappen.bevestig(bezwaar, by, date(2026, 5, 12))
    stappen.zie_af(bezwaar, by, on=date(2026, 5, 12))
    return bezwaar


@pytest.mark.parametrize("dictum", [Dictum.GEGROND, Dictum.DEELS_GEGROND])
@pytest.mark.parametrize("vervolg", [None, Vervolg.GEEN])
@pytest.mark.parametrize("weg", [toegekend, herzien], ids=lambda weg: weg.__name__)
def test_besluit_on_voorzieningen_is_not_herroepen_without_another(toekenning, consulent, jurist, weg, vervolg, dictum):
    bezwaar = bezwaar_tegen(weg(toekenning, consulent), consulent)
    voor = alles()

    fout = weigert(IN_DE_PLAATS[:40], stappen.beslis, bezwaar, jurist, dictum, gevolg=BED, vervolg=vervolg)

    assert fout.fouten == {"vervolg": IN_DE_PLAATS}
    assert alles() == voor


def test_new_besluit_is_announced_and_till_then_all_stays(toekenning, consulent, jurist, brieven_gevraagd):
    bezwaar = bezwaar_tegen(toekenning, consulent)
    standen = list(Voorziening.objects.order_by("pk").values_list("status", "besluit"))

    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Over het bed.", vervolg=Vervolg.NIEUW_BESLUIT)

    regel_ = brieven_gevraagd[-1].bezwaar
    assert (regel_.herroeping, regel_.nieuw_besluit) == ("vervangen", True)
    assert list(Voorziening.objects.order_by("pk").values_list("status", "besluit")) == standen
    assert Taak.objects.open().get().wat == "Nieuw besluit nemen na bezwaar (9901-B-2026-00001)"


VERVANGEN = "Daarvoor komt een nieuw besluit in de plaats. Tot dat er is, verandert er niets aan wat al is toegekend."
WEG, AL_WEG, REST = (
    "Dat besluit geldt niet meer.", "Dat besluit hadden wij al ingetrokken.", "De rest van dat besluit blijft gelden.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("dictum", "herroeping", "zinnen"),
    [
        ("gegrond", "", {WEG}),
        ("gegrond", "terug", {WEG}),
        ("gegrond", "weg", {WEG}),
        ("gegrond", "vervangen", {VERVANGEN}),
        ("gegrond", "ingetrokken", {AL_WEG}),
        ("deels_gegrond", "", {REST}),
        ("deels_gegrond", "terug", {REST}),
        ("deels_gegrond", "weg", {WEG}),
        ("deels_gegrond", "vervangen", {VERVANGEN, REST}),
        ("deels_gegrond", "ingetrokken", {AL_WEG}),
    ],
)
def test_letter_promises_what_happens(dictum, herroeping, zinnen):
    bezwaar = replace(brieven.GEGROND.bezwaar, dictum=dictum, herroeping=herroeping)

    tekst = render_to_string("planvanaanpak/pdf/_dictum.html", {"bezwaar": bezwaar, "brief": brieven.GEGROND})

    assert {zin for zin in (VERVANGEN, WEG, AL_WEG, REST) if zin in tekst} == zinnen


def test_refused_aanvraag_falls_away_as_a_whole_also_for_a_part(na_gesprek, consulent, brieven_gevraagd):
    besluit = besluitstappen.wijs_af(na_gesprek, consulent, on=stappen.VERSTUURD)
    bezwaar = bezwaar_tegen(besluitstappen.verstuur(besluit, consulent, stappen.VERSTUURD), consulent)
    wie = maak_user(Rol.COORDINATOR, na_gesprek.gemeente, email="jurist@voorbeeld.example")

    stappen.beslis(bezwaar, wie, Dictum.DEELS_GEGROND, gevolg="Opnieuw.", vervolg=Vervolg.NIEUW_BESLUIT)

    assert brieven_gevraagd[-1].bezwaar.herroeping == "weg"
    assert Herroeping.objects.get().deels is False


def test_besluit_that_was_taken_back_already_needs_none(toekenning, consulent, jurist, brieven_gevraagd):
    bezwaar = bezwaar_tegen(toekenning, consulent)
    besluitstappen.trek_in(toekenning, consulent)
    weigert(KIES_VERVOLG[:30], stappen.beslis, bezwaar, jurist, Dictum.GEGROND, gevolg="U had gelijk.")

    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="U had gelijk.", vervolg=Vervolg.GEEN)

    assert brieven_gevraagd[-1].bezwaar.herroeping == "ingetrokken"
    assert Bezwaar.objects.get().wacht_op_besluit is False


def test_herziening_that_came_meanwhile_is_linked(toekenning, consulent, jurist):
    bezwaar = bezwaar_tegen(toekenning, consulent)
    koelkast, on = Voorziening.objects.get(omschrijving="Koelkast"), date(2026, 5, 13)
    eerder = besluitstappen.herzie(toekenning, [regel(koelkast, "anders", "932.66")], consulent, ingang=on, on=on)
    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="U had gelijk.", vervolg=Vervolg.NIEUW_BESLUIT)
    bezwaar = Bezwaar.objects.get()

    assert mogelijk_vervolg(bezwaar) == [eerder]
    vervolg_koppelen(bezwaar=bezwaar, besluit=eerder, by=consulent, at=moment(BESLOTEN))

    assert Bezwaar.objects.get().vervolg_besluit == eerder
    assert not Taak.objects.open().exists()


@pytest.mark.parametrize("vervolg", [Vervolg.NIEUW_BESLUIT, Vervolg.GEEN])
def test_gates_follow_the_old_day_while_a_new_besluit_is_to_come(toekenning, consulent, jurist, vervolg):
    Voorziening.objects.filter(omschrijving="Koelkast").update(status="afgewezen")
    bezwaar = bezwaar_tegen(toekenning, consulent)
    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Een koelkast.", vervolg=Vervolg.NIEUW_BESLUIT)
    Bezwaar.objects.update(vervolg=vervolg)
    dossier = type(toekenning.dossier).objects.get(pk=toekenning.dossier_id)

    dag = poortdag(dossier, "Koelkast", NA_ALLES)

    assert dag == (stappen.VERSTUURD if vervolg == Vervolg.NIEUW_BESLUIT else NA_ALLES)


def test_what_a_herziening_let_lapse_is_judged_on_its_day(toekenning, consulent, jurist):
    herziening = herzien(toekenning, consulent)
    bezwaar = bezwaar_tegen(herziening, consulent)
    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Een koelkast.", vervolg=Vervolg.NIEUW_BESLUIT)
    dossier = type(toekenning.dossier).objects.get(pk=toekenning.dossier_id)

    assert [poortdag(dossier, wat, NA_ALLES) for wat in ("koelkast", "Kast")] == [ONTVANGEN, NA_ALLES]


def test_what_a_herziening_made_less_is_revised_under_the_first_besluit(client, toekenning, consulent, jurist):
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")
    meer = [regel(koelkast, "anders", "932.66")]
    eerste = besluitstappen.herzie(toekenning, meer, consulent, ingang=ONTVANGEN, on=ONTVANGEN)
    besluitstappen.verstuur(eerste, consulent, ONTVANGEN)
    koelkast.refresh_from_db()
    minder = [regel(koelkast, "anders", "466.33")]
    tweede = besluitstappen.herzie(toekenning, minder, consulent, ingang=ONTVANGEN, on=ONTVANGEN)
    bezwaar = bezwaar_tegen(besluitstappen.verstuur(tweede, consulent, ONTVANGEN), consulent)
    stappen.verstuur(
        stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Twee.", vervolg=Vervolg.NIEUW_BESLUIT), jurist, BESLOTEN
    )
    bezwaar, laat = Bezwaar.objects.get(), date(2026, 10, 1)
    koelkast.refresh_from_db()
    regels = [regel(koelkast, "anders", "932.66")]
    weigert("spullen", besluitstappen.herzie, toekenning, regels, consulent, ingang=laat, on=laat)

    assert herzien_url(bezwaar) == f"{reverse('besluit_herzien', args=[toekenning.nummer])}?bezwaar={bezwaar.pk}"
    client.force_login(consulent)
    with time_machine.travel(moment(laat), tick=False):
        assert client.get(herzien_url(bezwaar)).context["bezwaar"] == bezwaar
        elders = f"{reverse('besluit_herzien', args=[eerste.nummer])}?bezwaar={bezwaar.pk}"
        assert client.get(elders).status_code == 404
    nieuw = besluitstappen.herzie(toekenning, regels, consulent, bezwaar=bezwaar, ingang=laat, on=laat)
    assert Bezwaar.objects.get().vervolg_besluit == nieuw


def test_form_has_no_answer_of_its_own(toekenning, consulent, jurist):
    bezwaar = bezwaar_tegen(toekenning, consulent)
    velden = {"bezwaar": bezwaar, "dossier": bezwaar.dossier, "on": BESLOTEN}
    assert BeslisForm(initial={"datum": BESLOTEN}, **velden)["vervolg"].value() is None
    ingevuld = {"motivering": "Nodig.", "gevolg": BED, "datum": BESLOTEN, "gelezen": "on"}

    fouten = {d: BeslisForm(ingevuld | {"dictum": d}, **velden).errors for d in ("gegrond", "ongegrond")}

    assert fouten == {"gegrond": {"vervolg": [IN_DE_PLAATS]}, "ongegrond": {}}
