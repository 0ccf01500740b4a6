"""The versions of a plan on the screen, the inwoner's copy, the plans of a gezin, and the fasen."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.rang import acuut_melden
from cases.keuzes import BedreigendeSituatie, Leefgebied
from cases.models import Dossier
from planvanaanpak.actions.doelen import Stapgegevens, doel_toevoegen, stap_bewaren
from planvanaanpak.actions.plan import leefgebied_bewaren, plan_openen
from planvanaanpak.actions.versies import versie_bewaren
from planvanaanpak.models import PlanVanAanpak
from planvanaanpak.pdf import AFSCHRIFT, afschrift_pdf, render_html
from planvanaanpak.planinhoud import Planinhoud
from planvanaanpak.views.versies import maak_afschrift
from planvanaanpak.voorzieningkeuzes import Toegang, VoorWie
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.planvanaanpak.pdf_controle import controleer
from tests.wegen import voer_eerste_gesprek

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG, uur=14)
VRAGEN_VERSIES = 16
VRAGEN_GEZIN = 14


def voeg_doel_toe(plan, by, tekst="Een bed."):
    return doel_toevoegen(plan=plan, leefgebied=Leefgebied.WONEN, tekst=tekst, reden="Nieuw.", by=by, at=AT)


@halte
def twee_versies(besluit, consulent):
    plan = besluit.dossier.plan
    voeg_doel_toe(plan, consulent)
    versie_bewaren(plan=plan, reden="Besproken.", by=consulent, at=AT)
    return besluit.dossier


def anders(response):
    return [
        (groep.naam, regel.wat, regel.hoe, regel.nieuw)
        for groep in response.context["groepen"]
        for regel in groep.anders
    ]


def test_last_two_versions_stand_side_by_side(pagina, twee_versies):
    response = pagina.get(url("plan_versies", twee_versies.nummer))

    assert [versie.nummer for versie in response.context["versies"]] == [1, 2]
    assert (response.context["van"], response.context["met"]) == ("Versie 1", "Versie 2")
    assert anders(response) == [("Wonen", "Doel", "erbij", "Een bed.\nStand: open\nErbij gekomen, omdat: Nieuw.")]
    assert "<ins>Een bed." in response.text
    assert "1 onderdeel is anders." in response.text


def test_version_is_held_against_the_plan_as_it_is_now(pagina, twee_versies, consulent):
    voeg_doel_toe(twee_versies.plan, consulent, "Een kast.")

    response = pagina.get(url("plan_versies", twee_versies.nummer), {"van": "2", "met": "nu", "alles": "on"})

    assert anders(response) == [("Wonen", "Doel", "erbij", "Een kast.\nStand: open\nErbij gekomen, omdat: Nieuw.")]
    assert (response.context["met"], response.context["alles"]) == ("Zoals het nu is", True)
    assert "(gelijk)" in response.text


def test_unknown_version_is_an_error_and_compares_nothing(pagina, twee_versies):
    response = pagina.get(url("plan_versies", twee_versies.nummer), {"van": "9"})

    assert fouten(response.context["form"]) == {"van": ["Kies een van de mogelijkheden."]}
    assert "groepen" not in response.context


def test_plan_without_versions_says_when_the_first_comes(pagina, plan):
    assert "Bij het vaststellen van het plan" in pagina.get(url("plan_versies", plan.dossier.nummer)).text


def test_one_version_is_read_as_it_was(pagina, twee_versies, consulent):
    voeg_doel_toe(twee_versies.plan, consulent, "Een kast.")

    response = pagina.get(url("plan_versie", twee_versies.nummer, 2))

    assert isinstance(response.context["inhoud"], Planinhoud)
    assert "Een bed." in response.text
    assert "Een kast." not in response.text
    assert pagina.get(url("plan_versie", twee_versies.nummer, 9)).status_code == 404


def test_version_is_kept_from_the_page(pagina, besluit, consulent):
    pad = url("plan_versie_nieuw", besluit.dossier.nummer)
    ongewijzigd = pagina.post(pad, {"reden": "Bespreken."})
    assert fouten(ongewijzigd.context["form"]) == {
        "": ["Er is niets veranderd sinds versie 1. Een nieuwe versie is niet nodig."]
    }
    voeg_doel_toe(besluit.dossier.plan, consulent)

    response = pagina.post(pad, {"reden": "Bespreken."}, follow=True)

    assert berichten(response) == ["Versie 2 is bewaard en verandert niet meer."]


def test_version_before_there_is_a_plan_leads_to_the_plan(pagina, na_gesprek):
    response = pagina.get(url("plan_versie_nieuw", na_gesprek.nummer), follow=True)

    assert berichten(response) == ["Er is nog geen plan. Bewaar het eerst."]


@pytest.mark.parametrize("versies", [1, 3])
def test_page_of_versions_asks_the_same_for_one_as_for_three(pagina, besluit, consulent, versies):
    for nummer in range(1, versies):
        voeg_doel_toe(besluit.dossier.plan, consulent, f"Doel {nummer}.")
        versie_bewaren(plan=besluit.dossier.plan, reden="Besproken.", by=consulent, at=AT)
    pagina.get(url("plan_versies", besluit.dossier.nummer))

    with CaptureQueriesContext(
        connection,
    ) as vragen:
        response = pagina.get(url("plan_versies", besluit.dossier.nummer), {"van": "1", "met": "nu"})

    assert len(response.context["versies"]) == versies
    assert len(vragen) == VRAGEN_VERSIES


def test_copy_for_the_inwoner_is_in_plain_words(besluit, consulent):
    dossier, plan = besluit.dossier, besluit.dossier.plan
    stap = Stapgegevens(wat="Drie winkels vergelijken", wie="u", datum_uiterlijk=date(2026, 5, 1))
    stap_bewaren(doel=plan.doelen.first(), gegevens=stap, by=consulent, at=AT, on=VANDAAG)
    versie_bewaren(plan=plan, reden="Besproken.", by=consulent, at=AT)

    afschrift = maak_afschrift(dossier, "", VANDAAG, consulent)

    html = render_html(AFSCHRIFT, afschrift).replace("\xa0", " ")
    assert (afschrift.versie, afschrift.besluit, afschrift.is_concept) == (2, "", False)
    assert "Drie winkels vergelijken. Dit doet: u. Uiterlijk op 1 mei 2026." in html
    assert "Koelkast, € 466,33: dit krijgt u (eenmalig)." in html
    assert "Wij willen bereiken: passende woning." in html
    assert "De dag spreken wij nog met u af." in html
    assert maak_afschrift(dossier, "1", VANDAAG, consulent).besluit == besluit.nummer


def test_copy_says_what_everybody_may_use_and_for_whom_it_is(plan, consulent):
    plan.voorzieningen.filter(omschrijving="Koelkast").update(toegang=Toegang.VRIJ, voor_wie=VoorWie.GEZIN)

    html = render_html(AFSCHRIFT, maak_afschrift(plan.dossier, "", VANDAAG, consulent)).replace("\xa0", " ")

    assert "Koelkast, € 466,33 (voor het hele gezin): dit is vrij toegankelijk. U regelt dit zelf." in html
    plan.voorzieningen.filter(omschrijving="Koelkast").update(uitvoerder="de GGD")
    html = render_html(AFSCHRIFT, maak_afschrift(type(plan.dossier).objects.get(), "", VANDAAG, consulent))
    assert "dit is vrij toegankelijk. U regelt dit met de GGD." in html
    assert "hierover nemen wij nog een besluit." in html


def test_copy_is_accessible_and_archivable(besluit, consulent):
    pdf = afschrift_pdf(maak_afschrift(besluit.dossier, "", VANDAAG, consulent))

    assert controleer(pdf) == []


def test_copy_comes_as_a_download_without_a_name_in_it(pagina, besluit, monkeypatch):
    monkeypatch.setattr("planvanaanpak.views.versies.afschrift_pdf", lambda afschrift: b"%PDF")
    pad = url("plan_afschrift", besluit.dossier.nummer)

    response = pagina.get(pad)

    assert response["Content-Disposition"] == f'attachment; filename="{besluit.dossier.nummer}-plan-1.pdf"'
    assert pagina.get(pad, {"versie": "nu"})["Content-Disposition"].endswith('-plan-concept.pdf"')
    assert pagina.get(pad, {"versie": "9"}).status_code == 404


def test_copy_before_there_is_a_plan_leads_to_the_plan(pagina, na_gesprek):
    response = pagina.get(url("plan_afschrift", na_gesprek.nummer), follow=True)

    assert berichten(response) == ["Er is nog geen plan. Bewaar het eerst."]


def test_address_that_is_secret_is_not_in_the_copy(besluit, consulent):
    persoon = besluit.dossier.persoon
    persoon.geheim_adres = True
    persoon.save()

    html = render_html(AFSCHRIFT, maak_afschrift(Dossier.objects.get(), "", VANDAAG, consulent))

    assert persoon.straat not in html
    assert "Adres bekend bij de gemeente" in html


def ander_dossier(besluit, by, bsn, plan=True):
    dossier = maak_dossier(besluit.dossier.gemeente, bsn=bsn, voorletters="S.", achternaam="Berkhout")
    Dossier.objects.filter(pk=dossier.pk).update(gezin=besluit.dossier.gezin, casusregisseur=by)
    dossier.refresh_from_db()
    if plan:
        voer_eerste_gesprek(dossier, by, date(2026, 3, 12))
        rij = plan_openen(dossier=dossier, by=by, at=AT)
        voeg_doel_toe(rij, by, "Een eigen kamer.")
    return dossier


def test_plans_of_the_gezin_are_joined_per_leefgebied(pagina, besluit, consulent):
    ander = ander_dossier(besluit, consulent, "999990019")

    response = pagina.get(url("plan_gezin", besluit.dossier.nummer))

    wonen = response.context["gebieden"][0]
    assert {(deel.dossier.nummer, tuple(doel.tekst for doel in deel.doelen)) for deel in wonen.delen} == {
        (besluit.dossier.nummer, ("Dit is over een jaar op orde.",)),
        (ander.nummer, ("Een eigen kamer.",)),
    }
    assert [gebied.leefgebied for gebied in response.context["gebieden"]] == list(Leefgebied)


def test_plan_that_the_user_may_not_see_is_not_joined(pagina, besluit, consulent, monkeypatch):
    ander = ander_dossier(besluit, consulent, "999990019")
    zichtbaar = type(Dossier.objects.all()).visible_to
    monkeypatch.setattr(
        type(Dossier.objects.all()), "visible_to", lambda self, user: zichtbaar(self, user).exclude(pk=ander.pk)
    )

    response = pagina.get(url("plan_gezin", besluit.dossier.nummer))

    assert [rij.nummer for rij, _ in response.context["dossiers"]] == [besluit.dossier.nummer]
    assert "Een eigen kamer." not in response.text


@pytest.mark.parametrize("bsns", [(), ("999990019", "999990020")], ids=["een", "drie"])
def test_plans_of_a_gezin_ask_the_same_for_one_as_for_three(pagina, besluit, consulent, bsns):
    for bsn in bsns:
        ander_dossier(besluit, consulent, bsn)
    pagina.get(url("plan_gezin", besluit.dossier.nummer))

    with CaptureQueriesContext(connection) as vragen:
        response = pagina.get(url("plan_gezin", besluit.dossier.nummer))

    assert len(response.context["dossiers"]) == len(bsns) + 1
    assert len(vragen) == VRAGEN_GEZIN


def test_fase_is_planned_and_evaluated(pagina, besluit):
    nummer = besluit.dossier.nummer
    pad = url("fase_plannen", nummer, 1)
    assert fouten(pagina.post(pad, {"datum": "19-04-2026"}).context["form"]) == {
        "datum": ["Plan de evaluatie op vandaag of later."]
    }
    response = pagina.post(pad, {"datum": "01-06-2026"}, follow=True)
    assert "Evaluatie op 1 juni 2026" in response.text

    data = {"datum": "20-04-2026", "uitkomst": "aanpassen", "toelichting": "Er is meer nodig."}
    response = pagina.post(url("fase_evalueren", nummer, 1), data, follow=True)

    assert "Pas het plan nu aan" in berichten(response)[0]
    assert "Geëvalueerd op 20 april 2026: het plan wordt aangepast." in response.text
    assert pagina.get(url("fase_plannen", nummer, 9)).status_code == 404


def test_leefgebied_and_doelstelling_are_worked_out_on_their_pages(pagina, besluit):
    nummer = besluit.dossier.nummer
    data = {"situatie": "Werkt 20 uur.", "voldoet": "deels", "hulpvraag": "", "weggelaten": ""}
    pad = url("leefgebied_bijwerken", nummer, "werk")
    assert fouten(pagina.post(pad, data).context["form"]) == {"reden": ["Vul dit veld in."]}
    response = pagina.post(pad, data | {"reden": "Baan gevonden."}, follow=True)
    assert "Werkt 20 uur." in response.text

    pad = url("doelstelling_wijzigen", nummer, "werk")
    assert fouten(pagina.post(pad, {"doelstelling": "Een startkwalificatie"}).context["form"]) == {
        "feiten": ["Vul dit veld in."]
    }
    response = pagina.post(pad, {"doelstelling": "Een startkwalificatie", "feiten": "Een opleiding."}, follow=True)

    assert "Voldoet dit aan: een startkwalificatie?" in response.text
    assert "Nieuwe feiten: Een opleiding." in response.text
    assert pagina.get(url("leefgebied_bijwerken", nummer, "onzin")).status_code == 404


def test_acute_plan_is_filled_in_before_the_eerste_gesprek(pagina, gemeente, consulent):
    dossier = maak_dossier(gemeente, bsn="999990032")
    pad = url("plan", dossier.nummer)
    assert "Een plan begint na het eerste gesprek." in pagina.get(pad).text
    acuut_melden(
        dossier=dossier, situatie=BedreigendeSituatie.ONTRUIMING, toelichting="Donderdag.", by=consulent, at=AT
    )

    response = pagina.get(pad)

    assert response.context["kopform"]["soort"].value() == "acuut"
    assert "dat mag ook telefonisch en op dezelfde dag" in response.text
    data = {
        f"{form.prefix}-{naam}": form[naam].value() or ""
        for form in response.context["formulieren"]
        for naam in form.fields
    }
    response = pagina.post(
        pad, data | {"wonen-hulpvraag": "Ik moet mijn huis uit.", "wonen-doel": "Ik blijf wonen."}, follow=True
    )
    assert berichten(response) == ["Het plan is bewaard."]
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    assert (plan.soort, plan.doelen.get().tekst) == ("acuut", "Ik blijf wonen.")
    open_punten = [punt.tekst for punt in response.context["nodig"] if not punt.klaar]
    assert "Datum van het eerste gesprek" in open_punten
    assert not any(punt.startswith(("Werk", "Zorg", "Gezin", "Financiën")) for punt in open_punten)


def test_two_people_at_the_top_of_a_plan_never_overwrite_each_other(pagina, als_collega, plan):
    pad = url("plan", plan.dossier.nummer)
    data = {
        f"{form.prefix}-{naam}": form[naam].value() or ""
        for form in pagina.get(pad).context["formulieren"]
        for naam in form.fields
    }
    als_collega.post(pad, data | {"plan-situatie": "Van Bram.", "plan-soort": "hoofdlijnen"})

    response = pagina.post(pad, data | {"plan-situatie": "Van mij."})

    kop = response.context["kopform"]
    assert "Bram Terpstra wijzigde dit ook" in fouten(kop)["situatie"][0]
    assert "“Van Bram.”" in fouten(kop)["situatie"][0]
    assert (kop["situatie"].value(), kop["soort"].value()) == ("Van mij.", "hoofdlijnen")
    plan.refresh_from_db()
    assert plan.situatie == "Van Bram."
    nieuw = {f"plan-{naam}": kop[naam].value() for naam in kop.fields}
    response = pagina.post(pad, data | nieuw, follow=True)
    plan.refresh_from_db()
    assert (plan.situatie, plan.soort) == ("Van mij.", "hoofdlijnen")


def test_colleague_at_the_top_is_told_and_kept(pagina, als_collega, plan):
    pad = url("plan", plan.dossier.nummer)
    data = {
        f"{form.prefix}-{naam}": form[naam].value() or ""
        for form in pagina.get(pad).context["formulieren"]
        for naam in form.fields
    }
    als_collega.post(pad, data | {"plan-situatie": "Van Bram."})

    response = pagina.post(pad, data | {"werk-situatie": "Van mij."}, follow=True)

    assert berichten(response) == [
        "Een collega wijzigde intussen de kop van het plan. Die wijziging is gebleven.",
        "Het plan is bewaard.",
    ]


def test_questions_that_help_stand_at_their_fields(pagina, plan):
    tekst = pagina.get(url("plan", plan.dossier.nummer)).text

    assert tekst.count("Is het een noodzaak of een wens?") == len(Leefgebied)
    assert tekst.count("Wat moet de inwoner kunnen en weten") == len(Leefgebied)


def test_left_out_leefgebied_is_kept_in_one_line(pagina, na_gesprek, consulent):
    plan = plan_openen(dossier=na_gesprek, by=consulent, at=AT)
    velden = {"situatie": "", "voldoet": "", "hulpvraag": "", "weggelaten": "Er is een vaste baan."}

    leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.WERK, velden=velden, doel="", by=consulent, at=AT)

    punten = {punt.tekst for punt in pagina.get(url("plan", na_gesprek.nummer)).context["nodig"] if punt.klaar}
    assert "Werk: weggelaten" in punten


def test_empty_acute_plan_opens_at_the_first_leefgebied(pagina, gemeente, consulent):
    dossier = maak_dossier(gemeente, bsn="999990032")
    acuut_melden(dossier=dossier, situatie=BedreigendeSituatie.AFSLUITING, toelichting="Gas.", by=consulent, at=AT)

    blokken = pagina.get(url("plan", dossier.nummer)).context["blokken"]

    assert [blok.open for blok in blokken] == [True, False, False, False, False]
