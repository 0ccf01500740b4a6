"""Questions for a second pair of eyes that pile up: who sees which, page by page, and taking one back."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.bsn import voldoet_aan_elfproef
from cases.models import Dossier, DossierEvent
from planvanaanpak.actions.mandaat import goedkeuring_geven, goedkeuring_intrekken
from planvanaanpak.goedkeurkaart import HOOGSTENS, Goedkeuringen
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatbron import kan_goedkeuren, register_van, te_keuren_door
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.models import Goedkeuring
from planvanaanpak.views.goedkeuring import PER_BLADZIJDE
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment
from tests.planvanaanpak.beoordeling import mandateer
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.tabellen import alles

AT = moment(VANDAAG)

pytestmark = pytest.mark.django_db


def maak(dossier, by, soort="toekenning", bedrag="100.00", status="gevraagd", dag=VANDAAG, **anders):
    return Goedkeuring.objects.create(
        dossier=dossier, soort=soort, bedrag=Decimal(bedrag), brief=anders.pop("brief", {}), vingerafdruk="x",
        pad="/", gevraagd_op=moment(dag), gevraagd_door=by, status=status, **anders,
    )  # fmt: skip


def dossiers(gemeente, aantal):
    """Register as many people."""
    eerste = Dossier.objects.count() * 100
    nummers = (str(100_000_000 + n) for n in itertools.count(eerste))
    return [maak_dossier(gemeente, bsn=bsn) for bsn in itertools.islice(filter(voldoet_aan_elfproef, nummers), aantal)]


ANDERE_SOORTEN = [soort for soort in BesluitSoort.values if soort not in ("addendum", "besluit_op_bezwaar")]


def stapel(gemeente, by, aantal, **anders):
    """Ask as many things, of every kind but an addendum."""
    rijen = itertools.product(dossiers(gemeente, -(-aantal // len(ANDERE_SOORTEN))), ANDERE_SOORTEN)
    return [maak(dossier, by, soort=soort, **anders) for dossier, soort in itertools.islice(rijen, aantal)]


REGISTERS = {
    "geen register": [],
    "elk besluit": [{}],
    "een soort": [{"soort": "toekenning"}],
    "tot een bedrag": [{"tot_bedrag": Decimal("100.00")}],
    "een cent te weinig": [{"tot_bedrag": Decimal("99.99")}],
    "voor een ander": [{"rol": "coordinator"}],
    "twee regels": [{"soort": "addendum"}, {"soort": "toekenning", "tot_bedrag": Decimal("50.00")}],
    "nog niet begonnen": [{"vanaf": date(2027, 1, 1)}],
    "voorbij": [{"tot": date(2026, 2, 1)}],
}


@pytest.mark.parametrize("regels", REGISTERS.values(), ids=REGISTERS)
def test_list_holds_what_the_rule_allows(dossier, consulent, collega, gemeente, beheerder, regels):
    """The filter in the database and the rule say the same of every kind and amount."""
    for regel in regels:
        mandateer(gemeente, beheerder, **regel)
    bedragen = ("0.00", "50.00", "100.00", "100.01")
    for een, bedrag in zip(dossiers(gemeente, len(bedragen)), bedragen, strict=True):
        for soort in ("toekenning", "addendum"):
            maak(een, consulent, soort=soort, bedrag=bedrag)
    maak(dossier, collega)
    register = register_van(gemeente.pk)

    for user in (consulent, collega):
        mag = {rij.pk for rij in Goedkeuring.objects.all() if kan_goedkeuren(rij, user, register, VANDAAG)}
        assert set(te_keuren_door(user, VANDAAG).values_list("pk", flat=True)) == mag


def test_externe_hulpverlener_and_another_gemeente_see_none(dossier, consulent, gemeente, andere_gemeente):
    maak(dossier, consulent)
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente)
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.CONSULENT)
    elders = maak_user(Rol.CONSULENT, andere_gemeente)

    for user in (extern, elders):
        assert not te_keuren_door(User.objects.get(pk=user.pk), VANDAAG).exists()


def test_who_took_the_besluit_is_not_asked_about_the_bezwaar(besluit, consulent, collega, coordinator):
    brief = {"vult_aan": besluit.nummer}
    rij = maak(besluit.dossier, coordinator, soort=BesluitSoort.BESLUIT_OP_BEZWAAR, brief=brief)

    assert not te_keuren_door(besluit.vastgesteld_door, VANDAAG).exists()
    assert te_keuren_door(collega, VANDAAG).get() == rij


def kaart_van(user):
    kaart = Goedkeuringen()
    return kaart.context(user, VANDAAG, list(kaart.wacht(user, [user], VANDAAG)))


def test_questions_of_others_hide_none(dossier, consulent, collega, gemeente, beheerder):
    """Many older questions that this user can't answer do not push away the one that they can."""
    mandateer(gemeente, beheerder, soort="addendum")
    stapel(gemeente, consulent, 60, dag=VANDAAG - timedelta(days=30))
    ene = maak(dossier, consulent, soort="addendum")

    kaart = kaart_van(collega)

    assert [rij.goedkeuring for rij in kaart["te_keuren"]] == [ene]
    assert kaart["meer"] is False


def test_card_leads_to_the_page_with_the_rest(client, nu, consulent, collega, gemeente):
    stapel(gemeente, consulent, PER_BLADZIJDE + 1)
    client.force_login(collega)

    kaart = kaart_van(collega)
    assert (len(kaart["te_keuren"]), kaart["meer"]) == (HOOGSTENS, True)
    eerste, tweede = (client.get(url("goedkeuringen"), {"page": page}).context for page in (1, 2))
    assert (len(eerste["rijen"]), len(tweede["rijen"])) == (PER_BLADZIJDE, 1)
    client.force_login(consulent)
    assert client.get(url("goedkeuringen")).context["rijen"] == []
    eigen = client.get(url("goedkeuringen"), {"toon": "eigen"}).context
    assert eigen["page_obj"].paginator.count == PER_BLADZIJDE + 1


def test_page_asks_the_same_for_one_row_and_three(client, nu, consulent, collega, gemeente, django_assert_num_queries):
    client.force_login(collega)
    stapel(gemeente, consulent, 1)
    client.get(url("goedkeuringen"))
    with django_assert_num_queries(4):
        client.get(url("goedkeuringen"))
    stapel(gemeente, consulent, 2)
    with django_assert_num_queries(4):
        client.get(url("goedkeuringen"))


def trek_in(rij, by, reden="Het plan verandert nog."):
    return goedkeuring_intrekken(goedkeuring=rij, reden=reden, by=by, at=AT)


# By how a question stands whether it can be taken back.
MATRIX = {
    "gevraagd": True,
    "goedgekeurd": True,
    "teruggestuurd": True,
    "vervallen": False,
    "ingetrokken": False,
}


def test_matrix_knows_every_status():
    assert set(MATRIX) == set(Goedkeuringstatus.values)


@pytest.mark.parametrize(("status", "mag"), MATRIX.items())
def test_question_is_taken_back_while_it_asks_something(dossier, consulent, collega, status, mag):
    beslist = {"beslist_op": AT, "beslist_door": collega} if status in ("goedgekeurd", "teruggestuurd") else {}
    rij = maak(dossier, consulent, status=status, **beslist)
    voor = alles()

    if not mag:
        with pytest.raises(ActieFout, match=f"Deze vraag geldt niet meer: {status}"):
            trek_in(rij, consulent)
        assert alles() == voor
        return
    weg = trek_in(rij, consulent, " Het plan verandert nog. ")

    assert weg.status == "ingetrokken"
    assert (weg.history.first().history_user, weg.history.first().history_change_reason) == (
        consulent, "Het plan verandert nog.",
    )  # fmt: skip
    event = DossierEvent.objects.filter(dossier=dossier).latest("pk")
    assert (event.soort, event.tekst, event.reden) == (
        "goedkeuring_ingetrokken", "Vraag om goedkeuring ingetrokken: toekenning.", "Het plan verandert nog.",
    )  # fmt: skip
    assert not Goedkeuring.objects.wacht().exists()
    with pytest.raises(ActieFout, match="Hierover is al beslist: ingetrokken"):
        goedkeuring_geven(goedkeuring=weg, akkoord=True, opmerking="", by=collega, at=AT, on=VANDAAG)


def test_approval_that_a_besluit_used_stays(besluit, consulent, collega):
    rij = maak(besluit.dossier, consulent, status="goedgekeurd", beslist_op=AT, beslist_door=collega, besluit=besluit)

    with pytest.raises(ActieFout, match=f"Met deze goedkeuring is al besloten: besluit {besluit.nummer}"):
        trek_in(rij, consulent)


@pytest.mark.parametrize(
    ("wie", "reden", "zin"),
    [("consulent", " ", "Schrijf op waarom"), ("financieel", "Weg", "Uw rol mag geen besluiten vaststellen")],
)
def test_taking_back_takes_a_reason_and_a_role(dossier, consulent, financieel, wie, reden, zin):
    rij = maak(dossier, consulent)
    voor = alles()

    with pytest.raises(ActieFout, match=zin):
        trek_in(rij, {"consulent": consulent, "financieel": financieel}[wie], reden)

    assert alles() == voor


def test_colleague_takes_back_the_question_of_who_left(client, nu, dossier, consulent, collega):
    rij = maak(dossier, consulent, brief={})
    client.force_login(collega)

    response = client.post(url("goedkeuring_intrekken", rij.pk), {"reden": "Zij werkt hier niet meer."}, follow=True)

    assert berichten(response) == ["De vraag om goedkeuring is ingetrokken. Er is niets besloten."]
    rij.refresh_from_db()
    assert rij.status == "ingetrokken"
