"""Who decided and who signs, in the letter of every besluit (Awb art. 10:3, 10:10 and 10:11)."""

from dataclasses import replace
from datetime import date

import pytest

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import Dossier
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.brief import uit_json
from planvanaanpak.mandaatbron import functie_van
from planvanaanpak.models import Besluit, Bezwaar
from planvanaanpak.pdf import besluit_html, bijsluiter_html
from tests.factories import LidmaatschapFactory, maak_user, moment
from tests.planvanaanpak import brieven
from tests.planvanaanpak.beoordeling import mandateer
from tests.planvanaanpak.bezwaarstappen import beslis, maak_bezwaar, maak_klaar, verstuur
from tests.planvanaanpak.conftest import VANDAAG

REGISTER = "mandaatbesluit 2026, onderdeel 7.3"
VAST = ("H. Vuurdoorn", "teammanager Brede ondersteuning", "mandaatbesluit gemeente Rivierendam 2025, onderdeel 7.3")
BEZWAAR = ("S. Akkermans", "afdelingshoofd Juridische zaken", "mandaatbesluit gemeente Rivierendam 2025, onderdeel 2.1")
pytestmark = pytest.mark.django_db


@pytest.fixture
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Joris van Doorn")


def stel_vast(plan, by):
    return vaststellen(plan=plan, datum=VANDAAG, by=by, at=moment(VANDAAG), on=VANDAAG)


def laat_vast_ondertekenen(gemeente):
    Gemeente.objects.filter(pk=gemeente.pk).update(ondertekening=Gemeente.Ondertekening.VAST)


def ondertekend(brief):
    van = brief.afzender
    return van.ondertekenaar_naam, van.ondertekenaar_functie, van.mandaat


def besloten(brief):
    van = brief.afzender
    return van.beslisser_naam, van.beslisser_functie, van.beslisser_mandaat, van.college_beslist


def klaar_bezwaar(besluit, by):
    return Bezwaar.objects.get(pk=maak_klaar(maak_bezwaar(verstuur(besluit, by), by), by).pk)


def nieuwste():
    return uit_json(Besluit.objects.latest("pk").snapshot)


def test_without_register_the_ondertekenaar_signs_under_the_own_mandate(plan, consulent, brieven_gevraagd):
    stel_vast(plan, consulent)

    assert (ondertekend(nieuwste()), besloten(nieuwste())) == (VAST, ("", "", "", False))


def test_with_a_register_who_decides_signs_under_that_mandate(plan, gemeente, consulent, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder)

    stel_vast(plan, consulent)

    assert ondertekend(nieuwste()) == ("Jolanda Prins", "consulent", REGISTER)
    assert besloten(nieuwste()) == ("Jolanda Prins", "consulent", REGISTER, False)
    assert not nieuwste().afzender.tekent_voor_beslisser


def test_a_vaste_ondertekenaar_keeps_the_own_mandate_and_the_letter_names_who_decided(
    plan, gemeente, consulent, beheerder, brieven_gevraagd
):
    mandateer(gemeente, beheerder)
    laat_vast_ondertekenen(gemeente)

    stel_vast(Dossier.objects.get(pk=plan.dossier_id).plan, consulent)

    assert ondertekend(nieuwste()) == VAST
    assert besloten(nieuwste()) == ("Jolanda Prins", "consulent", REGISTER, False)


@pytest.mark.parametrize(
    ("vast", "wie"), [(False, ("Jolanda Prins", "consulent", REGISTER)), (True, VAST)], ids=["beslisser", "vast"]
)
def test_a_besluit_of_the_college_itself_says_so(plan, gemeente, consulent, beheerder, brieven_gevraagd, vast, wie):
    mandateer(gemeente, beheerder, college_beslist=True)
    if vast:
        laat_vast_ondertekenen(gemeente)

    stel_vast(Dossier.objects.get(pk=plan.dossier_id).plan, consulent)

    assert (ondertekend(nieuwste()), besloten(nieuwste())) == (wie, ("", "", "", True))


@pytest.mark.parametrize(
    ("vast", "ondertekenaar"),
    [
        (False, ("Joris van Doorn", "coördinator", REGISTER)),
        (True, BEZWAAR),
    ],
    ids=["beslisser", "vast"],
)
def test_besluit_op_bezwaar_pairs_names_with_their_own_mandate(
    plan, gemeente, consulent, jurist, beheerder, brieven_gevraagd, vast, ondertekenaar
):
    bezwaar = klaar_bezwaar(stel_vast(plan, consulent), consulent)
    mandateer(gemeente, beheerder, rol="coordinator")
    if vast:
        laat_vast_ondertekenen(gemeente)

    beslis(Bezwaar.objects.get(pk=bezwaar.pk), jurist)

    assert (ondertekend(nieuwste()), besloten(nieuwste())) == (
        ondertekenaar, ("Joris van Doorn", "coördinator", REGISTER, False)
    )  # fmt: skip


def test_who_signed_the_besluit_does_not_decide_on_the_bezwaar(
    plan, gemeente, consulent, jurist, beheerder, brieven_gevraagd
):
    """The ondertekenaar of the besluit is a colleague who now wants to decide under the register."""
    bezwaar = klaar_bezwaar(stel_vast(plan, consulent), consulent)
    mandateer(gemeente, beheerder, rol="coordinator")
    User.objects.filter(pk=jurist.pk).update(naam="h.  vuurdoorn")

    with pytest.raises(ActieFout, match=r"h\.  vuurdoorn nam of ondertekende ook het besluit zelf"):
        beslis(bezwaar, User.objects.get(pk=jurist.pk))


def test_who_decided_the_besluit_does_not_sign_the_one_on_the_bezwaar(
    plan, gemeente, consulent, jurist, beheerder, brieven_gevraagd
):
    mandateer(gemeente, beheerder)
    mandateer(gemeente, beheerder, rol="coordinator")
    laat_vast_ondertekenen(gemeente)
    bezwaar = klaar_bezwaar(stel_vast(Dossier.objects.get(pk=plan.dossier_id).plan, consulent), consulent)
    Gemeente.objects.filter(pk=gemeente.pk).update(bezwaar_ondertekenaar_naam="Jolanda Prins")

    with pytest.raises(ActieFout, match="Jolanda Prins nam of ondertekende ook het besluit zelf"):
        beslis(Bezwaar.objects.get(pk=bezwaar.pk), jurist)


def test_two_deciders_of_one_name_are_two_people(plan, gemeente, consulent, jurist, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder)
    mandateer(gemeente, beheerder, rol="coordinator")
    bezwaar = klaar_bezwaar(stel_vast(plan, consulent), consulent)
    User.objects.filter(pk=jurist.pk).update(naam=consulent.naam)

    beslis(bezwaar, User.objects.get(pk=jurist.pk))

    assert ondertekend(nieuwste())[:2] == ("Jolanda Prins", "coördinator")


def test_who_signed_for_the_college_may_sign_again(plan, gemeente, consulent, jurist, beheerder, brieven_gevraagd):
    """Awb art. 10:3 lid 3 is about who took the besluit in mandaat: here the college took it itself."""
    mandateer(gemeente, beheerder, college_beslist=True)
    mandateer(gemeente, beheerder, rol="coordinator", college_beslist=True)
    laat_vast_ondertekenen(gemeente)
    Gemeente.objects.filter(pk=gemeente.pk).update(bezwaar_ondertekenaar_naam=VAST[0])
    bezwaar = klaar_bezwaar(stel_vast(Dossier.objects.get(pk=plan.dossier_id).plan, consulent), consulent)

    beslis(Bezwaar.objects.get(pk=bezwaar.pk), jurist)

    assert (ondertekend(nieuwste())[0], besloten(nieuwste())[3]) == (VAST[0], True)


def test_bijsluiter_is_signed_as_its_besluit(plan, gemeente, consulent, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder)
    besluit = stel_vast(plan, consulent)
    Gemeente.objects.filter(pk=gemeente.pk).update(ondertekenaar_naam="Iemand Anders", mandaat="ander mandaat")

    verstuur(besluit, consulent, date(2026, 4, 22))

    assert brieven_gevraagd[-1].verzonden_op == date(2026, 4, 22)
    assert brieven_gevraagd[-1].afzender == uit_json(besluit.snapshot).afzender


@pytest.mark.parametrize(
    ("functie", "rollen", "rol", "verwacht"),
    [
        ("jurist bezwaar", [Rol.CONSULENT], "consulent", "jurist bezwaar"),
        ("", [Rol.CONSULENT, Rol.COORDINATOR], "coordinator", "coördinator"),
        ("", [Rol.FINANCIEEL, Rol.COORDINATOR], "", "coördinator"),
    ],
    ids=["eigen functie", "rol van het mandaat", "mandaat van de persoon"],
)
def test_function_of_who_decides(gemeente, functie, rollen, rol, verwacht):
    wie = maak_user(rollen[0], gemeente, naam="Wie Besluit")
    for nog in rollen[1:]:
        LidmaatschapFactory(user=wie, gemeente=gemeente, rol=nog)
    User.objects.filter(pk=wie.pk).update(functie=functie)

    assert functie_van(User.objects.get(pk=wie.pk), gemeente.pk, rol) == verwacht


BESLUIT_VAN = {
    "beslisser_naam": "Jolanda Prins", "beslisser_functie": "consulent", "beslisser_mandaat": REGISTER,
}  # fmt: skip


def tekst(html):
    return " ".join(html[html.index('class="ondertekening"') :].split())


@pytest.mark.parametrize(("maak", "welk"), [(besluit_html, "Dit"), (bijsluiter_html, "Het")], ids=["brief", "blad"])
def test_letter_prints_who_decided_and_who_signs(maak, welk):
    document = brieven.TOEKENNING if maak is besluit_html else brieven.BIJSLUITER
    tekstvan = lambda **velden: tekst(maak(replace(document, afzender=replace(brieven.AFZENDER, **velden))))  # noqa: E731

    assert "namens het college" in tekstvan()
    assert "besluit is genomen" not in tekstvan()
    assert (
        f"{welk} besluit is genomen namens {brieven.AFZENDER.college}, door Jolanda Prins, consulent ({REGISTER})."
        in tekstvan(**BESLUIT_VAN)
    )
    van_college = tekstvan(college_beslist=True)
    assert f"{brieven.AFZENDER.college[0].upper()}{brieven.AFZENDER.college[1:]} heeft" in van_college
    assert "zelf genomen" in van_college
    assert "Ondertekend namens het college," in van_college


def test_a_snapshot_of_before_is_read_and_prints_as_it_did():
    oud = besluit_als_toen()

    brief = uit_json(oud)

    assert brief.afzender == brieven.AFZENDER
    assert besluit_html(brief) == besluit_html(brieven.TOEKENNING)


def besluit_als_toen():
    from planvanaanpak.brief import als_json

    data = als_json(brieven.TOEKENNING)
    for veld in (*BESLUIT_VAN, "college_beslist"):
        del data["afzender"][veld]
    return data
