"""An address that is geheim is in no besluit: where it was typed is named with its place, and refused."""

from dataclasses import fields, replace

import pytest

from cases.actions.basis import ActieFout
from cases.models import Dossier, Persoon
from planvanaanpak import adresbron
from planvanaanpak.adresplekken import BEZWAAR, GETYPT, HARDHEID, LEEFGEBIEDEN, PLAN, VOORZIENINGEN, vind
from planvanaanpak.brief import BesluitBrief
from planvanaanpak.briefregels import BezwaarRegel, DoelRegel, HardheidRegel, LeefgebiedRegel, VoorzieningRegel
from planvanaanpak.models import Doel, Planleefgebied, PlanVanAanpak, Voorziening
from tests.planvanaanpak import brieven
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.planvanaanpak.test_actions_mandaat import WEGEN, met_vier_ogen, vraag  # noqa: F401
from tests.planvanaanpak.test_openpunten import bij_addendum, getoond, open_op
from tests.tabellen import alles

# The inwoner of these tests lives at Lindepad 14, 4001 ZZ.
TEKST = "Kom naar lindepad 14."
PUNT = "Het geheime adres weghalen bij ‘{}’"
GEBIED = LeefgebiedRegel(leefgebied="Wonen", doelstelling="")
KEREN = HardheidRegel(termijn="", tot=VANDAAG, grond="", waarvoor="een bed", motivering=TEKST)

# Words that the letter chooses, and names, numbers and texts of the gemeente: nobody types of an inwoner there.
NIET_GETYPT = {
    BesluitBrief: (
        "soort kenmerk onderwerp contactpersoon contacttelefoon akkoord_hoe vult_aan gronden gezin plan_soort"
        " nazorg_tekst akkoord_van zonder_akkoord teksten"
    ),
    LeefgebiedRegel: "leefgebied voldoet",
    VoorzieningRegel: "besluit soort wanneer was wijziging voor_wie",
    HardheidRegel: "termijn grond",
    BezwaarRegel: "dictum namens gehoord_door advies_strekking belanghebbende herleeft geldt_weer herroeping",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path, snelle_pdf):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("velden", "waar"),
    [
        ({}, []),
        ({"kenmerk": TEKST, "vult_aan": TEKST, "contactpersoon": TEKST}, []),
        ({"ontvanger": replace(brieven.ONTVANGER, adresregels=(TEKST,))}, []),
        ({"toelichting": TEKST, "zienswijze": TEKST}, ["Waarom u dit besluit neemt", "Wat de inwoner ervan vindt"]),
        ({"leefgebieden": (replace(GEBIED, situatie=TEKST),)}, ["Wonen: hoe het nu is"]),
        (
            {"leefgebieden": (replace(GEBIED, doel=TEKST, doelen=(DoelRegel(tekst="Een huis.", stappen=(TEKST,)),)),)},
            ["Wonen: doelen en stappen"],
        ),
        (
            {"voorzieningen": (brieven.BED, replace(brieven.COACH, prijs=TEKST))},
            ["Budgetcoach, 12 gesprekken: waar de prijs op rust"],
        ),
        ({"hardheid": (KEREN,)}, ["Hardheidsclausule: waarom vasthouden aan de termijn niet redelijk is"]),
        ({"bezwaar": replace(brieven.GEGROND.bezwaar, gevolg=TEKST)}, ["Bezwaar: wat er verandert"]),
        (
            {"soort": "herziening", "voorzieningen": (replace(brieven.BED, omschrijving=TEKST, motivering=TEKST),)},
            ["Voorziening 1: waarom"],
        ),
    ],
)
def test_place_of_an_address_is_named(velden, waar):
    brief = vars(brieven.TOEKENNING) | velden

    assert [plek.tekst for plek in vind(brief, lambda tekst: tekst == TEKST)] == waar


@pytest.mark.parametrize(
    ("regel", "deel"),
    [
        (BesluitBrief, PLAN),
        (LeefgebiedRegel, LEEFGEBIEDEN),
        (VoorzieningRegel, VOORZIENINGEN),
        (HardheidRegel, HARDHEID),
        (BezwaarRegel, BEZWAAR),
    ],
)
def test_every_text_of_the_letter_is_looked_at_or_is_not_typed(regel, deel):
    teksten = {veld.name for veld in fields(regel) if "str" in str(veld.type) or "DoelRegel" in str(veld.type)}

    assert sorted(teksten) == sorted([*GETYPT[deel], *NIET_GETYPT[regel].split()])


@pytest.mark.parametrize("maak_weg", WEGEN, ids=lambda weg: weg.__name__)
def test_no_road_leads_to_a_besluit_that_tells_it(plan, coordinator, monkeypatch, maak_weg):
    weg = maak_weg(Dossier.objects.get(pk=plan.dossier_id))
    Persoon.objects.update(geheim_adres=True)
    monkeypatch.setattr(adresbron, "noemt_geheim_adres", lambda persoon, tekst: True)
    voor = alles()

    with pytest.raises(ActieFout, match="geheim"):
        weg.neem(coordinator)

    assert alles() == voor


def verhuis(plan):
    Persoon.objects.filter(dossier=plan.dossier_id).update(geheim_adres=True)
    return Dossier.objects.get(pk=plan.dossier_id)


@pytest.mark.parametrize(
    ("wat", "veld", "waar", "plek"),
    [
        (PlanVanAanpak, "situatie", "Situatie bij de aanmelding", "plan#id_plan-situatie"),
        (Planleefgebied, "hulpvraag", "Wonen: hulpvraag", "plan#id_wonen-hulpvraag"),
        (Doel, "tekst", "Wonen: doelen en stappen", "plan#id_wonen-doel"),
        (Voorziening, "motivering", "Koelkast: waarom", "voorziening#id_motivering"),
        (Voorziening, "prijs_reden", "Koelkast: waar de prijs op rust", "voorziening_prijs"),
    ],
)
def test_plan_names_the_field_and_leads_to_it(client, plan, consulent, wat, veld, waar, plek):
    wat.objects.filter(pk=wat.objects.earliest("pk").pk).update(**{veld: "Het huis op 4001zz is te klein."})
    dossier = verhuis(plan)

    response = open_op(client, consulent, url("plan_vaststellen", dossier.nummer), VANDAAG)

    naam, _, anker = plek.partition("#")
    args = [dossier.nummer] if naam == "plan" else [dossier.nummer, Voorziening.objects.earliest("pk").pk]
    assert (PUNT.format(waar), f"{url(naam, *args)}{'#' if anker else ''}{anker}") in getoond(response)
    assert 'name="datum"' not in response.text


def test_addendum_asks_it_of_its_voorstellen_alone(client, plan, consulent):
    adres, on = bij_addendum(plan, consulent)
    Planleefgebied.objects.update(situatie=TEKST)
    Doel.objects.update(tekst=TEKST)
    bed = Voorziening.objects.voorgesteld().get()
    Voorziening.objects.filter(pk=bed.pk).update(nogmaals=TEKST, doel=Doel.objects.earliest("pk"))
    verhuis(plan)

    response = open_op(client, consulent, adres, on)

    nummer, doel = plan.dossier.nummer, Doel.objects.earliest("pk")
    assert getoond(response) == [
        (PUNT.format("Bed: bij welk doel"), url("doel_wijzigen", nummer, doel.pk)),
        (PUNT.format("Bed: waarom nog een keer"), f"{url('voorziening', nummer, bed.pk)}#id_nogmaals"),
    ]


def test_concept_of_the_plan_says_where_it_is_instead_of_showing_it(client, plan, consulent):
    Voorziening.objects.filter(omschrijving="Koelkast").update(motivering=TEKST)
    dossier = verhuis(plan)

    response = open_op(client, consulent, url("plan_voorbeeld", dossier.nummer), VANDAAG)

    assert response["Location"] == url("plan", dossier.nummer)
    assert berichten(open_op(client, consulent, response["Location"], VANDAAG)) == [
        "Het adres van deze inwoner is geheim, maar staat bij ‘Koelkast: waarom’. Haal het daar weg."
    ]


def test_colleague_who_approves_hears_of_an_address_that_became_geheim(client, met_vier_ogen, plan, consulent):  # noqa: F811
    Voorziening.objects.filter(omschrijving="Koelkast").update(motivering=TEKST)
    pagina = url("goedkeuring", vraag(met_vier_ogen, consulent).pk)
    assert open_op(client, consulent, pagina, VANDAAG).context["adresplekken"] == ()

    verhuis(plan)

    response = open_op(client, consulent, pagina, VANDAAG)
    assert "Het adres is geheim, maar staat in de brief bij:" in response.text
    assert [plek.tekst for plek in response.context["adresplekken"]] == ["Koelkast: waarom"]
