"""The mandate on every road to a besluit, and the second pair of eyes (Awb art. 10:3, 10:10; Wht art. 2.21 lid 5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from nazorg.actions.beeindigen import beeindigen
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.commissie import afwijking_motiveren
from planvanaanpak.actions.mandaat import GoedkeuringNodig, goedkeuring_geven, goedkeuring_vragen
from planvanaanpak.actions.mandaatregister import mandaat_weghalen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.sanering import sanering_vastleggen
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Besluit, Bezwaar, Goedkeuring, Mandaat
from tests.factories import LidmaatschapFactory, maak_user, moment
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak.beoordeling import adviseer, leg_voor, mandateer, met_commissie, vergader
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, beslis, maak_bezwaar, maak_klaar, verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.tabellen import alles
from tests.wegen import KOELKAST, WEIGEREN

AT = moment(VANDAAG)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Besluitweg:
    """A road to a besluit, up to the last press: who takes it, and on which day."""

    neem: object
    soort: str
    on: date = VANDAAG


def weg_toekenning(dossier):
    return Besluitweg(lambda by: stel_vast(dossier.plan, by), "toekenning")


def weg_afwijzing(dossier):
    dossier.plan.voorzieningen.update(weigeringsgrond="Vergoeding van schade", **WEIGEREN)
    return Besluitweg(lambda by: stel_vast(dossier.plan, by), "afwijzing")


def weg_addendum(dossier):
    by = User.objects.get(email="consulent@voorbeeld.example")
    stel_vast(dossier.plan, by)
    voorziening_bewaren(plan=dossier.plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=by, at=AT)
    return Besluitweg(lambda wie: vul_aan(dossier.plan, wie), "addendum")


def weg_beeindiging(dossier):
    stel_vast(dossier.plan, User.objects.get(email="consulent@voorbeeld.example"))
    return Besluitweg(lambda wie: beeindig(dossier, wie), "beeindiging")


def weg_bezwaar(dossier):
    by = User.objects.get(email="consulent@voorbeeld.example")
    besluit = verstuur(stel_vast(dossier.plan, by), by)
    bezwaar = maak_klaar(maak_bezwaar(besluit, by), by)
    return Besluitweg(lambda wie: beslis(Bezwaar.objects.get(pk=bezwaar.pk), wie), "besluit_op_bezwaar", BESLOTEN)


def weg_intrekking(dossier):
    besluit = neem_en_verstuur(dossier)
    return Besluitweg(lambda wie: besluitstappen.trek_in(besluit, wie, ingang=VANDAAG, on=VANDAAG), "intrekking")


def weg_herziening(dossier):
    besluit = neem_en_verstuur(dossier)
    regels = [besluitstappen.regel(v, "vervalt") for v in besluit.voorzieningen.all()[:1]]
    return Besluitweg(lambda wie: besluitstappen.herzie(besluit, regels, wie, ingang=VANDAAG, on=VANDAAG), "herziening")


def weg_afwijzing_van_de_aanvraag(dossier):
    return Besluitweg(lambda wie: besluitstappen.wijs_af(dossier, wie, on=VANDAAG), "afwijzing")


def neem_en_verstuur(dossier):
    by = User.objects.get(email="consulent@voorbeeld.example")
    return besluitstappen.verstuur(stel_vast(dossier.plan, by), by, VANDAAG)


WEGEN = [
    weg_toekenning,
    weg_afwijzing,
    weg_addendum,
    weg_beeindiging,
    weg_bezwaar,
    weg_intrekking,
    weg_herziening,
    weg_afwijzing_van_de_aanvraag,
]


def stel_vast(plan, by, on=VANDAAG):
    return vaststellen(plan=plan, datum=on, by=by, at=moment(on), on=on)


def vul_aan(plan, by, toelichting="Er kwam een kind bij."):
    return addendum_vaststellen(plan=plan, datum=VANDAAG, toelichting=toelichting, by=by, at=AT, on=VANDAAG)


def beeindig(dossier, by):
    einde = beeindigen(
        dossier=Dossier.objects.get(pk=dossier.pk), grond="eigen_verzoek", datum=VANDAAG, toelichting="Op uw verzoek.",
        nazorg_gewenst=False, by=by, at=AT, on=VANDAAG,
    )  # fmt: skip
    return einde.besluit


def vraag(weg, by):
    """Press, hear that a second person is needed, and ask."""
    with pytest.raises(GoedkeuringNodig) as nodig:
        weg.neem(by)
    return goedkeuring_vragen(nodig=nodig.value, pad="/pad/", invoer={"datum": ["x"]}, by=by, at=moment(weg.on))


def geef(goedkeuring, by, *, akkoord=True, opmerking="", on=VANDAAG):
    return goedkeuring_geven(
        goedkeuring=goedkeuring, akkoord=akkoord, opmerking=opmerking, by=by, at=moment(on, 11), on=on
    )


@pytest.fixture(params=WEGEN, ids=lambda weg: weg.__name__)
def weg(request, plan, brieven_gevraagd):
    return request.param(Dossier.objects.get(pk=plan.dossier_id))


def test_without_register_the_role_decides_on_every_road(weg, coordinator, brieven_gevraagd):
    besluit = weg.neem(coordinator)

    assert besluit.soort == weg.soort
    assert brieven_gevraagd[-1].afzender.mandaat.startswith("mandaatbesluit gemeente Rivierendam 2025")


def test_without_mandate_no_road_leads_to_a_besluit(weg, gemeente, coordinator, beheerder):
    mandateer(gemeente, beheerder, rol="consulent")
    voor = alles()

    with pytest.raises(ActieFout, match=r"U heeft geen mandaat voor dit soort besluit\. Vraag een consulent"):
        weg.neem(coordinator)

    assert alles() == voor


def test_mandate_is_named_in_the_letter_on_every_road(weg, gemeente, coordinator, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder, rol="coordinator", bron="mandaatbesluit 2026, onderdeel 9")

    weg.neem(coordinator)

    assert brieven_gevraagd[-1].afzender.mandaat == "mandaatbesluit 2026, onderdeel 9"


def test_externe_hulpverlener_takes_no_road(weg, gemeente, beheerder):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente, naam="Zorg BV")
    for rol in (Rol.CONSULENT, Rol.COORDINATOR):
        LidmaatschapFactory(user=extern, gemeente=gemeente, rol=rol)
    voor = alles()

    with pytest.raises(ActieFout, match=r"Wht artikel 2\.21 lid 5"):
        weg.neem(extern)

    assert alles() == voor


def stel_bed_voor(plan, by):
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=by, at=AT)


def leg_sanering_vast(plan, by):
    sanering_vastleggen(voorziening=plan.voorzieningen.first(), gegevens={}, by=by, at=AT, on=VANDAAG)


def leg_koelkast_voor(plan, by):
    vergadering = vergader(plan.dossier.gemeente, plan.akkoord.vastgelegd_door, VANDAAG)
    leg_voor(plan, by, VANDAAG, vergadering)


def wijk_af(plan, by):
    consulent = plan.akkoord.vastgelegd_door
    lid = maak_user(Rol.COMMISSIELID, plan.dossier.gemeente, naam="Lid van de commissie")
    punt, *_ = leg_voor(met_commissie(plan.dossier).plan, consulent, VANDAAG)
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    afwijking_motiveren(punt=punt, reden="Toch nodig.", by=by, at=AT)


@pytest.mark.parametrize("weeg", [stel_bed_voor, leg_sanering_vast, leg_koelkast_voor, wijk_af])
def test_externe_hulpverlener_judges_no_need(plan, gemeente, weeg):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente)
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.CONSULENT)
    events = DossierEvent.objects.filter(by=extern)

    with pytest.raises(ActieFout, match=r"Wht artikel 2\.21 lid 5"):
        weeg(plan, extern)

    assert not events.exists()


def test_role_that_may_not_decide_takes_no_road(weg, financieel):
    voor = alles()

    with pytest.raises(ActieFout, match="Uw rol mag geen besluiten vaststellen"):
        weg.neem(financieel)

    assert alles() == voor


def test_four_eyes_on_every_road(weg, gemeente, coordinator, collega, beheerder, brieven_gevraagd):
    mandateer(gemeente, beheerder, rol="coordinator", vier_ogen=True)
    mandateer(gemeente, beheerder, rol="", gebruiker=collega)
    besluiten, brieven = Besluit.objects.count(), len(brieven_gevraagd)

    goedkeuring = vraag(weg, coordinator)

    assert (goedkeuring.soort, goedkeuring.status) == (weg.soort, "gevraagd")
    assert (Besluit.objects.count(), len(brieven_gevraagd)) == (besluiten, brieven)
    with pytest.raises(GoedkeuringNodig):
        weg.neem(coordinator)
    geef(goedkeuring, collega, on=weg.on)
    besluit = weg.neem(coordinator)
    assert Goedkeuring.objects.get(besluit=besluit) == goedkeuring
    assert besluit.vastgesteld_door == coordinator


@pytest.mark.parametrize(
    ("tot_bedrag", "mag"),
    [("2266.32", False), ("2266.33", True), (None, True)],
    ids=["a cent short", "exactly", "no limit"],
)
def test_amount_is_what_the_besluit_grants(plan, gemeente, consulent, beheerder, brieven_gevraagd, tot_bedrag, mag):
    mandateer(gemeente, beheerder, tot_bedrag=Decimal(tot_bedrag) if tot_bedrag else None)

    if mag:
        assert stel_vast(plan, consulent).soort == "toekenning"
        return
    with pytest.raises(ActieFout) as fout:
        stel_vast(plan, consulent)
    assert str(fout.value).replace("\xa0", " ") == (
        "Dit bedrag is hoger dan uw mandaat. Uw mandaat gaat tot en met € 2.266,32; dit besluit kent € 2.266,33 toe."
        " Niemand heeft nu dit mandaat. Vraag uw beheerder om het mandaatregister na te kijken."
    )


def test_refused_voorzieningen_do_not_count_for_the_amount(plan, gemeente, consulent, beheerder, brieven_gevraagd):
    plan.voorzieningen.filter(omschrijving__startswith="Budgetcoach").update(
        weigeringsgrond="Vergoeding van schade", **WEIGEREN
    )
    mandateer(gemeente, beheerder, tot_bedrag=Decimal("466.33"))

    assert stel_vast(plan, consulent).soort == "toekenning"


def test_who_may_is_named_to_who_may_not(plan, gemeente, consulent, collega, beheerder):
    mandateer(gemeente, beheerder, rol="", gebruiker=collega)
    mandateer(gemeente, beheerder, rol="coordinator")

    with pytest.raises(ActieFout, match="Vraag Bram Terpstra of een coördinator om dit besluit te nemen"):
        stel_vast(plan, consulent)


@pytest.fixture
def met_vier_ogen(plan, gemeente, beheerder, collega, brieven_gevraagd):
    mandateer(gemeente, beheerder, vier_ogen=True)
    return Besluitweg(lambda by: stel_vast(plan, by), "toekenning")


def test_who_asked_does_not_approve(met_vier_ogen, consulent):
    goedkeuring = vraag(met_vier_ogen, consulent)

    with pytest.raises(ActieFout, match="U vroeg zelf om deze goedkeuring"):
        geef(goedkeuring, consulent)
    with pytest.raises(IntegrityError), transaction.atomic():
        Goedkeuring.objects.update(beslist_door=consulent, beslist_op=AT)


def test_approval_takes_a_mandate(met_vier_ogen, consulent, coordinator, gemeente):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente)
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.CONSULENT)
    goedkeuring = vraag(met_vier_ogen, consulent)

    for wie in (coordinator, extern):
        with pytest.raises(ActieFout, match="U heeft geen mandaat voor dit besluit"):
            geef(goedkeuring, wie)

    assert Goedkeuring.objects.get().status == "gevraagd"


def test_approved_besluit_that_changed_asks_again(met_vier_ogen, plan, consulent, collega):
    geef(vraag(met_vier_ogen, consulent), collega)
    plan.voorzieningen.filter(omschrijving="Koelkast").update(bedrag=Decimal("500.00"), eenheidsprijs=Decimal("500.00"))

    opnieuw = vraag(met_vier_ogen, consulent)

    assert [(rij.status, rij.besluit) for rij in Goedkeuring.objects.order_by("pk")] == [
        ("vervallen", None),
        ("gevraagd", None),
    ]
    assert opnieuw.bedrag == Decimal("2300.00")


def test_who_approved_does_not_set_it_down_as_well(met_vier_ogen, consulent, collega):
    geef(vraag(met_vier_ogen, consulent), collega)

    with pytest.raises(GoedkeuringNodig):
        met_vier_ogen.neem(collega)


def test_asking_the_same_twice_gives_one_question(met_vier_ogen, consulent):
    eerste, tweede = vraag(met_vier_ogen, consulent), vraag(met_vier_ogen, consulent)

    assert eerste == tweede
    assert DossierEvent.objects.filter(soort="goedkeuring_gevraagd").count() == 1


def test_sending_back_says_what_has_to_change(met_vier_ogen, consulent, collega):
    goedkeuring = vraag(met_vier_ogen, consulent)

    with pytest.raises(ActieFout, match="Schrijf op wat er anders moet"):
        geef(goedkeuring, collega, akkoord=False, opmerking=" ")
    terug = geef(goedkeuring, collega, akkoord=False, opmerking="Motiveer de koelkast beter.")

    assert (terug.status, terug.opmerking) == ("teruggestuurd", "Motiveer de koelkast beter.")
    with pytest.raises(ActieFout, match="Hierover is al beslist: teruggestuurd"):
        geef(goedkeuring, collega)
    with pytest.raises(GoedkeuringNodig):
        met_vier_ogen.neem(consulent)


def test_who_took_the_besluit_does_not_approve_that_on_the_bezwaar(plan, gemeente, consulent, coordinator, beheerder,
                                                                    brieven_gevraagd):  # fmt: skip
    """Awb art. 10:3 lid 3."""
    weg = weg_bezwaar(Dossier.objects.get(pk=plan.dossier_id))
    mandateer(gemeente, beheerder, rol="coordinator", vier_ogen=True)
    mandateer(gemeente, beheerder, rol="consulent")
    goedkeuring = vraag(weg, coordinator)

    with pytest.raises(ActieFout, match="U nam op 20 april 2026 het besluit zelf"):
        geef(goedkeuring, consulent, on=weg.on)


def test_register_refuses_what_can_not_be(gemeente, beheerder, consulent, financieel):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente)
    voor = Mandaat.objects.count()
    fouten = {
        "Noem het mandaatbesluit": {"bron": " "},
        "Kies een soort besluit": {"soort": "raadsbesluit"},
        "één van de twee": {"gebruiker": consulent},
        "Kies een rol of een medewerker": {"rol": ""},
        "De laatste dag": {"tot": date(2025, 12, 31)},
        "minder dan nul": {"tot_bedrag": Decimal("-1")},
        "geen rol waarmee": {"rol": "", "gebruiker": financieel},
        r"Wht artikel 2\.21 lid 5": {"rol": "", "gebruiker": extern},
        "Met deze rol kan niemand": {"rol": "externe_hulpverlener"},
    }
    for tekst, velden in fouten.items():
        with pytest.raises(ActieFout, match=tekst):
            mandateer(gemeente, beheerder, **velden)

    assert Mandaat.objects.count() == voor


def test_row_of_the_register_keeps_its_history(gemeente, beheerder):
    rij = mandateer(gemeente, beheerder)

    mandaat_weghalen(mandaat=rij, by=beheerder)

    assert [(h.history_type, h.history_user) for h in Mandaat.history.all()] == [("-", beheerder), ("+", beheerder)]
