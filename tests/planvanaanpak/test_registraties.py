"""What planvanaanpak adds to the page of a dossier: next steps, cards, side menu, history and work actions."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Dossier
from cases.registratie import historie, volgende_stap, werkactie, zijpunten
from cases.status import Status
from planvanaanpak.actions import fasen
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen, verzenden
from planvanaanpak.actions.plan import plan_openen, voorziening_bewaren
from planvanaanpak.models import Akkoord, Doel, Planleefgebied, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import Planpunt
from planvanaanpak.registraties import Besluiten, Voorzieningen
from planvanaanpak.stappen import Planstap, Uitvoerstap, Verzendstap, nog_nodig
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import GESPREK, VANDAAG
from tests.planvanaanpak.paginas import url
from tests.wegen import KOELKAST, behaal_doelen, maak_volledig_plan, voer_eerste_gesprek

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG)
WANNEER = " uiterlijk donderdag 7 mei 2026"


@halte
def toegewezen(dossier, consulent):
    """Give the dossier a casusregisseur: without one that is the first step."""
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=consulent)
    return dossier


def stap(dossier, user, on=VANDAAG):
    """Give the next step as a fresh page would."""
    vers = Dossier.objects.voor_pagina().get(pk=dossier.pk)
    gevonden = volgende_stap(vers, user, on)
    return (gevonden.titel, gevonden.knop, gevonden.url) if gevonden else None


def stuur(besluit, by, on=VANDAAG):
    verzenden(besluit=besluit, datum=on, by=by, at=moment(on), on=on)


def test_step_plan_maken(na_gesprek, toegewezen, consulent):
    assert stap(toegewezen, consulent) == (
        f"Maak het plan van aanpak{WANNEER}",
        "Plan maken",
        url("plan", toegewezen.nummer),
    )


def test_step_plan_afmaken_names_what_is_open(na_gesprek, toegewezen, consulent):
    plan_openen(dossier=toegewezen, by=consulent, at=AT)

    vers = Dossier.objects.voor_pagina().get(pk=toegewezen.pk)
    gevonden = volgende_stap(vers, consulent, VANDAAG)

    assert (gevonden.titel, gevonden.knop) == (f"Maak het plan af{WANNEER}", "Plan afmaken")
    assert gevonden.tekst == (
        "Nog nodig: situatie bij de aanmelding; wonen: hoe het nu is, of het voldoet, het doel;"
        " financiën: hoe het nu is, of het voldoet, het doel; en nog 6 andere punten."
    )


def test_step_that_is_late_says_how_late(na_gesprek, toegewezen, consulent):
    titel, _, _ = stap(toegewezen, consulent, date(2026, 5, 11))

    assert titel == "Maak het plan van aanpak, dit is 4 dagen te laat"


def test_step_akkoord_when_only_that_is_missing(plan, toegewezen, consulent):
    Akkoord.objects.update(bewijs=None)

    assert stap(toegewezen, consulent) == (
        f"Leg het akkoord vast{WANNEER}",
        "Akkoord vastleggen",
        url("akkoord", toegewezen.nummer),
    )


def test_step_vaststellen_when_all_is_there(plan, toegewezen, consulent):
    assert stap(toegewezen, consulent) == (
        f"Stel het plan vast{WANNEER}",
        "Plan vaststellen",
        url("plan_vaststellen", toegewezen.nummer),
    )


def test_step_versturen_from_the_day_of_the_letter(besluit, toegewezen, consulent):
    assert stap(toegewezen, consulent) == (
        "Bevestig dat besluit 9901-B-2026-00001 is verstuurd",
        "Verzending bevestigen",
        url("besluit_verzenden", besluit.nummer),
    )


def test_step_aanvullen_when_a_voorstel_waits(besluit, toegewezen, consulent):
    stuur(besluit, consulent)
    plan = PlanVanAanpak.objects.get()
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=AT)

    titel, knop, _ = stap(toegewezen, consulent)

    assert (titel, knop) == ("Neem een besluit over 1 voorstel", "Plan aanvullen")


@pytest.mark.parametrize(
    ("on", "titel"),
    [
        (date(2026, 8, 12), "Werk de doelen bij: 2 doelen open"),
        (date(2026, 8, 13), "Beslis over spullen uiterlijk zaterdag 12 september 2026"),
        (date(2026, 9, 12), "Beslis over spullen uiterlijk zaterdag 12 september 2026"),
        (date(2026, 9, 13), "Werk de doelen bij: 2 doelen open"),
    ],
    ids=["31 dagen ervoor", "30 dagen ervoor", "laatste dag", "dag erna"],
)
def test_step_spullen_in_the_last_month_of_their_venster(besluit, toegewezen, consulent, on, titel):
    stuur(besluit, consulent)

    assert stap(toegewezen, consulent, on)[0] == titel


def test_no_step_of_the_plan_when_all_is_done(besluit, consulent):
    stuur(besluit, consulent)
    behaal_doelen(besluit.dossier, consulent, VANDAAG)
    vers = Dossier.objects.voor_pagina().get(pk=besluit.dossier_id)

    assert [bron().stap(vers, consulent, VANDAAG) for bron in (Planstap, Verzendstap, Uitvoerstap)] == [None] * 3


def test_who_only_reads_gets_no_step(plan, toegewezen, auditor):
    assert stap(toegewezen, auditor) is None


def test_side_menu_counts_the_besluiten(besluit, consulent):
    dossier = Dossier.objects.get(pk=besluit.dossier_id)
    punten = {p.label: (p.url, p.aantal, p.actief) for p in zijpunten(dossier, consulent, url("plan", dossier.nummer))}

    assert punten["Plan van aanpak"] == (url("plan", dossier.nummer), None, "page")
    assert punten["Besluiten"] == (f"{dossier.get_absolute_url()}#besluiten", 1, "")


def test_side_menu_has_besluiten_when_the_overview_has_their_card(dossier, na_gesprek, consulent):
    def in_menu_en_op_overzicht(van):
        punten = [punt.label for punt in zijpunten(van, consulent, van.get_absolute_url())]
        return "Besluiten" in punten, bool(Besluiten().context(van, consulent, VANDAAG))

    assert in_menu_en_op_overzicht(na_gesprek) == (True, True)

    na_gesprek.datum_eerste_gesprek = None
    assert in_menu_en_op_overzicht(na_gesprek) == (False, False)


def test_card_of_besluiten_leads_to_how_letters_go(na_gesprek, consulent, auditor):
    post = ("Elektronische post", url("toestemmingen", na_gesprek.nummer))

    assert Besluiten().context(na_gesprek, auditor, VANDAAG)["acties"] == [post]
    assert post in Besluiten().context(na_gesprek, consulent, VANDAAG)["acties"]


def test_card_of_voorzieningen(besluit, consulent, auditor):
    dossier = Dossier.objects.get(pk=besluit.dossier_id)

    kaart = Voorzieningen().context(dossier, consulent, VANDAAG)

    assert [v.omschrijving for v in kaart["voorzieningen"]] == ["Koelkast", "Budgetcoach, 12 gesprekken"]
    assert (str(kaart["toegekend"]), kaart["actie"]) == ("2266.33", "Voorziening voorstellen")
    assert Voorzieningen().context(dossier, auditor, VANDAAG)["actie"] == ""


def test_card_of_voorzieningen_is_left_out_before_there_are_any(na_gesprek, toegewezen, consulent):
    assert Voorzieningen().context(toegewezen, consulent, VANDAAG) == {}


def test_card_of_besluiten_says_whether_they_left(besluit, consulent):
    plan = PlanVanAanpak.objects.get()
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=AT)
    at = AT + timedelta(hours=1)
    addendum_vaststellen(plan=plan, datum=VANDAAG, toelichting="Een kind.", by=consulent, at=at, on=VANDAAG)
    stuur(besluit, consulent)

    kaart = Besluiten().context(Dossier.objects.get(pk=besluit.dossier_id), consulent, VANDAAG)

    assert [(r.titel, r.onder) for r in kaart["regels"]] == [
        ("Addendum 9901-B-2026-00002", "brief van 20 april 2026, nog niet verstuurd"),
        ("Toekenning 9901-B-2026-00001", "verstuurd op 20 april 2026"),
    ]


def test_card_of_besluiten_before_and_after_the_eerste_gesprek(dossier, consulent):
    assert Besluiten().context(dossier, consulent, VANDAAG) == {}

    voer_eerste_gesprek(dossier, consulent, GESPREK)
    na_gesprek = Dossier.objects.get(pk=dossier.pk)
    kaart = Besluiten().context(na_gesprek, consulent, VANDAAG)
    assert (kaart["regels"], kaart["leeg"]) == ([], "Er is nog geen besluit genomen.")


def test_history_holds_every_part_of_the_plan(plan, consulent):
    modellen = {rijen.model.instance_type for rijen in historie(plan.dossier) if rijen.exists()}

    assert {PlanVanAanpak, Planleefgebied, Doel, Voorziening, Akkoord} <= modellen


def test_work_actions_lead_to_the_plan():
    assert {
        regel: (werkactie(regel).knop, werkactie(regel).urlnaam)
        for regel in ("plan_van_aanpak", "materiele_verstrekking", "besluiten", "bezwaar")
    } == {
        "plan_van_aanpak": ("Plan afmaken", "plan"),
        "materiele_verstrekking": ("Plan openen", "plan"),
        "besluiten": ("Plan openen", "plan"),
        "bezwaar": ("Besluiten bekijken", "dossier"),
    }


@pytest.mark.parametrize("fase", ["plan", "besluit"])
def test_cards_and_step_share_what_they_fetch(na_gesprek, consulent, brieven_gevraagd, fase):
    """Together at most six queries, however many voorzieningen there are."""
    plan = maak_volledig_plan(na_gesprek, consulent, VANDAAG)
    if fase == "besluit":
        vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=AT, on=VANDAAG)
    vers = Dossier.objects.voor_pagina().get(pk=na_gesprek.pk)
    assert consulent.rollen_per_gemeente  # asked once per request, by the page itself

    with CaptureQueriesContext(connection) as gevraagd:
        Voorzieningen().context(vers, consulent, VANDAAG)
        Besluiten().context(vers, consulent, VANDAAG)
        volgende_stap(vers, consulent, VANDAAG)

    van_plan = [q for q in gevraagd.captured_queries if "planvanaanpak_" in q["sql"]]
    assert len(van_plan) <= 6


@pytest.mark.parametrize("status", [Status.NAZORG, Status.AFGESLOTEN])
def test_letter_that_did_not_leave_is_asked_about_after_uitvoering_too(besluit, consulent, status):
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)
    vers = Dossier.objects.voor_pagina().get(pk=besluit.dossier_id)

    assert Verzendstap().stap(vers, consulent, VANDAAG).knop == "Verzending bevestigen"
    assert Verzendstap().stap(vers, consulent, VANDAAG - timedelta(days=1)) is None


def test_step_aanvullen_tells_until_when_spullen_can_be_granted(besluit, consulent):
    plan = PlanVanAanpak.objects.get()
    eigen_brief = "Een addendum is een eigen besluit met een eigen brief."
    tot = "Spullen toekennen kan tot en met 12 september 2026."
    for soort, tekst in (("immaterieel", eigen_brief), ("materieel", f"{tot} {eigen_brief}")):
        gegevens = {**KOELKAST, "omschrijving": soort, "soort": soort}
        voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=AT)
        vers = Dossier.objects.voor_pagina().get(pk=besluit.dossier_id)
        assert Uitvoerstap().stap(vers, consulent, VANDAAG).tekst == tekst


def test_dossier_in_uitvoering_without_a_plan_has_no_step(na_gesprek, consulent):
    Dossier.objects.filter(pk=na_gesprek.pk).update(status=Status.UITVOERING)
    vers = Dossier.objects.voor_pagina().get(pk=na_gesprek.pk)

    assert Uitvoerstap().stap(vers, consulent, VANDAAG) is None


def test_fase_of_which_the_day_came_is_the_next_step(besluit, consulent):
    dossier = Dossier.objects.voor_pagina().get(pk=besluit.dossier_id)
    fase = besluit.dossier.plan.fasen.get(nummer=1)
    fasen.fase_plannen(fase=fase, datum=VANDAAG, by=consulent, at=moment(VANDAAG), on=VANDAAG)

    stap = Uitvoerstap().stap(dossier, consulent, VANDAAG)

    assert (stap.titel, stap.url) == (
        "Evalueer fase 1: urgente (materiële) zaken",
        reverse("fase_evalueren", args=[dossier.nummer, 1]),
    )
    eerder = Dossier.objects.voor_pagina().get(pk=dossier.pk)
    assert Uitvoerstap().stap(eerder, consulent, VANDAAG - timedelta(days=1)).titel.startswith("Werk de doelen bij")


@pytest.mark.parametrize(
    ("status", "voorstel", "tot", "woorden"),
    [
        ("toegekend", "toekennen", None, "eenmalig"),
        ("toegekend", "toekennen", date(2026, 12, 31), "tot en met 31 dec 2026"),
        ("afgewezen", "afwijzen", date(2026, 12, 31), "niet van toepassing"),
        ("afgewezen", "afwijzen", None, "niet van toepassing"),
        ("voorstel", "afwijzen", None, "niet van toepassing"),
    ],
)
def test_table_gives_no_looptijd_of_what_is_refused(status, voorstel, tot, woorden):
    v = Voorziening(status=status, voorstel=voorstel, looptijd_tot=tot)

    assert render_to_string("planvanaanpak/_looptijd.html", {"v": v}).strip() == woorden


@pytest.mark.parametrize(("meer", "slot"), [(0, ""), (1, "; en nog 1 ander punt"), (2, "; en nog 2 andere punten")])
def test_open_points_that_are_not_named_are_counted_as_points(meer, slot):
    punten = [Planpunt(klaar=False, tekst=f"Punt {nummer}", doel="wonen-doel") for nummer in range(3 + meer)]

    assert nog_nodig(punten) == f"Nog nodig: punt 0; punt 1; punt 2{slot}."
