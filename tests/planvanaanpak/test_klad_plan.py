"""What was typed in the plan or at a goedkeuring: gone once it is saved, and to copy where the form is no more."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from accounts.actions.klad import klad_bewaren
from accounts.kladbewijs import maak_bewijs
from accounts.models import Klad
from accounts.rollen import Rol
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions.mandaat import goedkeuring_geven
from tests.factories import maak_user, moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.planvanaanpak.test_actions_mandaat import met_vier_ogen, vraag  # noqa: F401
from tests.planvanaanpak.test_views_plan import invoer

TEKST = "Een situatie waar lang aan is getypt."
VAN_BRAM = "Een collega wijzigde intussen wonen. Die wijziging is gebleven."

pytestmark = pytest.mark.django_db


def te_lezen(response):
    """Give what the page shows to copy: the name and the text of each field."""
    stukken = response.text.split('aria-labelledby="tekst-')[1:]
    return [paar for stuk in stukken for paar in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", stuk.split("</dl>")[0])]


@pytest.mark.parametrize(
    ("mijn", "meldingen"),
    [
        ({"werk-situatie": TEKST}, [VAN_BRAM, "Het plan is bewaard."]),
        ({"werk-situatie": TEKST, "verder": "voorziening:werk"}, [VAN_BRAM]),
        ({"werk-situatie": TEKST, "verder": "vaststellen"}, [VAN_BRAM]),
        ({}, [VAN_BRAM]),
        ({"verder": "vaststellen"}, [VAN_BRAM]),
    ],
    ids=["saved", "saved, on to a voorziening", "saved, on to the vaststelling", "as it was", "as it was, and on"],
)
def test_plan_that_was_saved_has_no_klad_when_a_colleague_changed_another_part(
    pagina, als_collega, plan, consulent, mijn, meldingen
):
    pad = url("plan", plan.dossier.nummer)
    velden = invoer(pagina.get(pad)) | mijn | {"klad_bewijs": maak_bewijs(consulent, pad, "keer")}
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"werk-situatie": [TEKST]})
    als_collega.post(pad, invoer(als_collega.get(pad)) | {"wonen-situatie": "Van Bram."})

    response = pagina.post(pad, velden, follow=True)

    assert berichten(response) == meldingen
    assert Klad.objects.count() == 0


def test_plan_that_was_refused_keeps_its_klad(pagina, plan, consulent):
    pad = url("plan", plan.dossier.nummer)
    velden = invoer(pagina.get(pad)) | {"werk-situatie": TEKST, "klad_bewijs": maak_bewijs(consulent, pad, "keer")}
    Dossier.objects.filter(pk=plan.dossier_id).update(status=Status.UITVOERING)

    pagina.post(pad, velden)

    assert Klad.objects.get().gegevens["werk-situatie"] == [TEKST]


@pytest.mark.parametrize("status", [Status.UITVOERING, Status.NAZORG, Status.AFGESLOTEN])
def test_text_of_a_plan_that_is_closed_is_shown_to_copy(pagina, plan, consulent, als_collega, status):
    pad = url("plan", plan.dossier.nummer)
    velden = {"werk-situatie": [f"{TEKST}\nMet een tweede regel."], "wonen-doel": [""], "plan-soort": ["acuut"]}
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden=velden)
    Dossier.objects.filter(pk=plan.dossier_id).update(status=status)

    response = pagina.get(pad)

    assert response.templates[0].name == "planvanaanpak/plan_detail.html"
    assert te_lezen(response) == [("Werk situatie", f"{TEKST}<br>Met een tweede regel."), ("Plan soort", "acuut")]
    assert te_lezen(als_collega.get(pad)) == []


def test_text_that_is_shown_to_copy_at_a_plan_can_be_thrown_away(pagina, plan, consulent):
    pad = url("plan", plan.dossier.nummer)
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"werk-situatie": [TEKST]})
    Dossier.objects.filter(pk=plan.dossier_id).update(status=Status.UITVOERING)
    bewijs = pagina.get(pad).text.split('name="klad_bewijs" value="')[1].split('"')[0]

    weg = pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs})

    assert (weg.status_code, weg["Location"], Klad.objects.count()) == (302, pad, 0)
    assert te_lezen(pagina.get(pad)) == []


def test_text_of_a_plan_that_is_open_is_put_back_and_not_shown(pagina, plan, consulent):
    pad = url("plan", plan.dossier.nummer)
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"werk-situatie": [TEKST]})

    response = pagina.get(pad)

    assert [een.sleutel for een in response.context["klad"].gevonden] == ["keer"]
    assert te_lezen(response) == []


@pytest.fixture
def open_punt(plan):
    """Let a colleague empty a part of the plan: the form of the besluit is not there until that is filled in."""
    plan.leefgebieden.filter(leefgebied="zorg").update(situatie="")


@pytest.mark.parametrize("naam", ["plan_vaststellen", "akkoord_wijziging"])
def test_page_of_a_dossier_without_its_form_shows_what_waits_there(pagina, plan, consulent, open_punt, naam):
    pad = url(naam, plan.dossier.nummer)
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"reden": [TEKST]})

    response = pagina.get(pad)

    assert "data-klad=" not in response.text
    assert te_lezen(response) == [("Reden", TEKST)]


def test_text_that_is_sent_to_a_page_that_lost_its_form_is_not_gone(pagina, plan, consulent, open_punt):
    pad = url("plan_vaststellen", plan.dossier.nummer)

    response = pagina.post(pad, {"klad_bewijs": maak_bewijs(consulent, pad, "keer"), "toelichting": TEKST})

    assert f'Wat u typte, is niet weg. <a class="nl-link" href="{pad}">Bekijk uw tekst</a>' in response.text
    assert te_lezen(pagina.get(pad)) == [("Toelichting", TEKST)]


@pytest.mark.parametrize("pad", ["/elders/", None], ids=["of another page", "none"])
def test_text_that_is_not_kept_is_not_promised(pagina, plan, consulent, open_punt, pad):
    bewijs = {"klad_bewijs": maak_bewijs(consulent, pad, "keer")} if pad else {}

    response = pagina.post(url("plan_vaststellen", plan.dossier.nummer), bewijs | {"toelichting": TEKST})

    assert (response.status_code, "Wat u typte, is niet weg" in response.text) == (200, False)


@pytest.fixture
def gevraagd(met_vier_ogen, consulent):  # noqa: F811
    """Give the question for a second pair of eyes at the toekenning."""
    return vraag(met_vier_ogen, consulent)


@pytest.fixture
def derde(gemeente):
    return maak_user(Rol.CONSULENT, gemeente)


def keur(goedkeuring, by, akkoord):
    goedkeuring_geven(goedkeuring=goedkeuring, akkoord=akkoord, opmerking="Nee.", by=by, at=moment(VANDAAG), on=VANDAAG)


@pytest.mark.parametrize("akkoord", [True, False], ids=["approved", "sent back"])
def test_remark_at_a_goedkeuring_that_a_colleague_gave_is_shown_to_copy(als_collega, gevraagd, collega, derde, akkoord):
    pad = gevraagd.get_absolute_url()
    klad_bewaren(user=collega, pad=pad, sleutel="keer", velden={"oordeel": ["terug"], "opmerking": [TEKST]})
    open_ = als_collega.get(pad)
    keur(gevraagd, derde, akkoord)

    response = als_collega.get(pad)

    assert ([een.sleutel for een in open_.context["klad"].gevonden], te_lezen(open_)) == (["keer"], [])
    assert te_lezen(response) == [("Opmerking", TEKST), ("Oordeel", "terug")]
    assert te_lezen(als_collega.get(pad, {"klad": "keer"})) == te_lezen(response)


@pytest.mark.parametrize("akkoord", [True, False], ids=["approved", "sent back"])
def test_remark_that_is_sent_after_a_colleague_was_first_stays_on_the_screen(als_collega, gevraagd, derde, akkoord):
    pad = gevraagd.get_absolute_url()
    keur(gevraagd, derde, akkoord)

    response = als_collega.post(pad, {"oordeel": "terug", "opmerking": TEKST})

    assert f">{TEKST}</textarea>" in response.text.replace("\n", "")
    (fout,) = response.context["form"].errors["__all__"]
    assert str(escape(fout)) in response.text
