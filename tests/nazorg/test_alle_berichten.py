"""To whom every letter goes that is no besluit, and when it can't go out: one table over all of them."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import Gemeente
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.actions.betrokkenen import betrokkene_toevoegen, post_kiezen
from cases.briefsoorten import alle_briefsoorten, briefsoort
from cases.briefvoorbeeld import met_feiten
from cases.keuzes import PostAan
from cases.models import Document, Dossier, Persoon, UitgaandeBrief
from cases.pdf import render_html
from cases.status import Status
from config.weergave import datum_lang
from planvanaanpak.actions.bezwaarbrieven import uitnodiging_maken
from planvanaanpak.brief import TITELS
from tests.cases import briefstappen, uitstelstappen
from tests.factories import LidmaatschapFactory, maak_dossier, moment
from tests.nazorg.test_statusmatrix import ON as NAZORG_OP
from tests.nazorg.test_statusmatrix import nazorg_uitnodigen
from tests.planvanaanpak.bezwaarstappen import ONTVANGEN, bevestig, maak_bezwaar, plan_zitting, verstuur

pytestmark = pytest.mark.django_db
BEWIND = {
    "rol": "bewindvoerder", "naam": "P. Jansen", "organisatie": "Bewind BV", "adres": "Postbus 12\n4000 AA Rivierendam",
}  # fmt: skip
ON = date(2026, 3, 20)


def met(vooraf, stap):
    """Give the making of a letter, on a dossier of its own in a status in which it can be made."""

    def maak(dossier, by):
        vooraf(dossier, by)
        return lambda: stap(dossier, by)

    return maak


def niets(dossier, by):
    pass


def bevestig_bezwaar(dossier, by):
    bezwaar = maak_bezwaar(verstuur(dossier.besluiten.get(), by), by)
    return lambda: bevestig(bezwaar, by)


def nodig_uit_voor_de_zitting(dossier, by):
    bezwaar = maak_bezwaar(verstuur(dossier.besluiten.get(), by), by)
    plan_zitting(bezwaar, by)
    return lambda: uitnodiging_maken(bezwaar=bezwaar, by=by, at=moment(ONTVANGEN), on=ONTVANGEN)


PLAN, EERSTE = Status.PLAN_VAN_AANPAK, Status.AANMELDING
# Per kind of letter: the status of its dossier, and how it is made.
BRIEVEN = {
    "termijnbericht_gesprek": (EERSTE, met(niets, uitstelstappen.termijnbericht_maken)),
    "termijnbericht_plan": (PLAN, met(uitstelstappen.met_plantermijn, uitstelstappen.termijnbericht_maken)),
    "opschorting": (PLAN, met(uitstelstappen.met_plantermijn, uitstelstappen.opschorten)),
    "opschorting_einde": (PLAN, met(uitstelstappen.met_opschorting, uitstelstappen.opschorting_beeindigen)),
    "verdaging": (PLAN, met(uitstelstappen.met_bezwaar, uitstelstappen.verdagen)),
    "aanvulling": (PLAN, met(uitstelstappen.met_plantermijn, uitstelstappen.aanvulling_vragen)),
    "uitnodiging_gesprek": (EERSTE, met(niets, briefstappen.uitnodigen)),
    "ontvangst_aanmelding": (EERSTE, met(niets, briefstappen.brief_maken)),
    "geen_gehoor": (EERSTE, met(briefstappen.poging, briefstappen.gehoor_melden)),
    "overdracht": (PLAN, met(niets, briefstappen.overdracht_melden)),
    "uitnodiging_nazorg": (None, met(niets, nazorg_uitnodigen)),
    "ontvangst_bezwaar": (Status.UITVOERING, bevestig_bezwaar),
    "uitnodiging_hoorzitting": (Status.UITVOERING, nodig_uit_voor_de_zitting),
}


@pytest.fixture(params=BRIEVEN)
def soort(request):
    return request.param


@pytest.fixture
def dossier(soort, request, gemeente, snelle_pdf):
    status, _ = BRIEVEN[soort]
    if status is None:
        return request.getfixturevalue("in_nazorg")
    if status == Status.UITVOERING:
        return request.getfixturevalue("in_uitvoering")
    nieuw = maak_dossier(gemeente)
    Dossier.objects.filter(pk=nieuw.pk).update(status=status)
    return Dossier.objects.get(pk=nieuw.pk)


@pytest.fixture
def maak(soort, dossier, consulent):
    return BRIEVEN[soort][1](dossier, consulent)


def zonder_adres(dossier):
    velden = {"straat": "", "huisnummer": "", "postcode": "", "woonplaats": "", "postadres": ""}
    Persoon.objects.filter(pk=dossier.persoon_id).update(**velden)


def aan_bewind(dossier, by, **anders):
    rij = betrokkene_toevoegen(dossier=dossier, gegevens=BEWIND, by=by, at=moment(ON))
    naar = PostAan.VERTEGENWOORDIGER
    post_kiezen(dossier=dossier, post_aan=naar, vertegenwoordiger=rij, reden="x", by=by, at=moment(ON))
    type(rij).objects.filter(pk=rij.pk).update(**anders)


def gemaakt(soort):
    return UitgaandeBrief.objects.filter(soort=soort).count()


def test_table_has_every_letter_that_is_no_besluit():
    assert set(BRIEVEN) == {soort.code for soort in alle_briefsoorten()} - set(TITELS)


def test_letter_goes_to_the_bewindvoerder_of_an_inwoner_without_address(soort, dossier, consulent, maak):
    zonder_adres(dossier)
    aan_bewind(dossier, consulent)

    maak()

    assert gemaakt(soort) == 1


@pytest.mark.parametrize(
    ("maak_onvolledig", "melding"),
    [
        (lambda dossier, by: zonder_adres(dossier), "Het adres is niet volledig"),
        (
            lambda dossier, by: aan_bewind(dossier, by, adres="Postbus 12"),
            "Het postadres van P. Jansen is niet volledig",
        ),
    ],
    ids=["inwoner", "bewindvoerder"],
)
def test_no_letter_without_the_address_of_who_gets_it(soort, dossier, consulent, maak, maak_onvolledig, melding):
    maak_onvolledig(dossier, consulent)
    documenten = Document.objects.count()

    with pytest.raises(ActieFout, match=melding):
        maak()

    assert (gemaakt(soort), Document.objects.count()) == (0, documenten)


def test_no_letter_while_the_gemeente_lacks_what_it_needs(soort, dossier, consulent, maak):
    Gemeente.objects.filter(pk=dossier.gemeente_id).update(telefoon="", briefhoofd="")

    with pytest.raises(ActieFout, match="Bij de gemeente ontbreekt: briefhoofd, telefoonnummer"):
        maak()

    assert gemaakt(soort) == 0


# What the preview of each letter takes from the dossier once that has it; the overdracht has nothing there.
FEITEN = {
    "termijnbericht_gesprek": "maandag 1 juni 2026",
    "termijnbericht_plan": "maandag 1 juni 2026",
    "opschorting": "30 maart 2026",
    "opschorting_einde": "18 maart 2026",
    "verdaging": "4 juni 2026",
    "aanvulling": "De jaaropgave.",
    "uitnodiging_gesprek": "Vrijdag 20 maart 2026",
    "ontvangst_aanmelding": "{aanmelding}",
    "geen_gehoor": "woensdag 11 maart 2026",
    "overdracht": "het wijkteam Rivierendam",
    "uitnodiging_nazorg": "{contact}",
    "ontvangst_bezwaar": "11 mei 2026",
    "uitnodiging_hoorzitting": "9 juni 2026",
}


def test_preview_shows_the_facts_of_the_dossier(soort, dossier, maak):
    maak()
    op = {"ontvangst_bezwaar": ONTVANGEN, "uitnodiging_hoorzitting": ONTVANGEN, "uitnodiging_nazorg": NAZORG_OP}
    kind = briefsoort(soort)

    brief = met_feiten(kind.voorbeeld(), Dossier.objects.get(pk=dossier.pk), op.get(soort, ON))

    feit = FEITEN[soort].format(
        aanmelding=datum_lang(dossier.datum_aanmelding),
        contact=datum_lang(dossier.nazorg.contacten.filter(gepland_op__gte=NAZORG_OP).first().gepland_op)
        if soort == "uitnodiging_nazorg"
        else "",
    )
    html = render_html(kind.sjabloon, brief, voorbeeld=True)
    assert feit in html
    assert '<body class="tekstvoorbeeld">' in html
    assert (feit in render_html(kind.sjabloon, kind.voorbeeld())) is (soort == "overdracht")


def test_preview_stays_invented_where_the_dossier_has_nothing(gemeente, snelle_pdf):
    leeg = maak_dossier(gemeente)
    leeg.termijnen.all().delete()

    for soort in alle_briefsoorten():
        if soort.code in BRIEVEN:
            render_html(soort.sjabloon, met_feiten(soort.voorbeeld(), leeg, ON))


@pytest.mark.parametrize(("rol", "url"), [("consulent", False), ("beheerder", True)])
def test_refusal_leads_to_the_setting_for_who_may_change_it(client, in_nazorg, consulent, rol, url):
    gemeente = in_nazorg.gemeente
    Gemeente.objects.filter(pk=gemeente.pk).update(telefoon="")
    Dossier.objects.filter(pk=in_nazorg.pk).update(status=Status.UITVOERING)
    if rol == "beheerder":
        LidmaatschapFactory(user=consulent, gemeente=gemeente, rol=Rol.BEHEERDER)
    client.force_login(consulent)

    antwoord = client.get(reverse("brief_maken", args=[in_nazorg.nummer]), follow=True)

    html = antwoord.content.decode()
    assert "Bij de gemeente ontbreekt: telefoonnummer." in html
    assert (f'href="{reverse("gemeente_wijzigen", args=[gemeente.code])}">Gegevens van de gemeente' in html) is url
