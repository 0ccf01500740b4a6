"""The people around the inwoner after a merge: one gezin, and one who gets the letters."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.betrokkenen import post_kiezen
from cases.actions.gezin import gezin_koppelen, gezin_vastleggen
from cases.briefadres import ontvanger
from cases.keuzes import PostAan
from cases.models import Betrokkene, Dossier, Gezinslid, Persoon
from planvanaanpak.actions.plan import plan_openen
from planvanaanpak.models import Doel, Voorziening
from tests.cases.test_actions_samenvoegen import GESPREK, ON, voeg_samen
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

SEM = {"naam": "Sem Berkhout", "geboortedatum": "2014-05-00", "relatie": "kind"}
NOOR = {"naam": "Noor Berkhout", "geboortedatum": "2016-01-01", "relatie": "kind"}


@halte
def dubbel(gemeente):
    return maak_dossier(gemeente, datum=date(2026, 2, 16), bsn="")


def lid(dossier, by, **velden):
    return Gezinslid.objects.create(gezin=dossier.gezin, **{**SEM, **velden}, door=by)


def leg_vast(dossier, by):
    gezin_vastleggen(dossier=dossier, by=by, at=moment(ON))


def maak_voorziening(plan, by, wie):
    return Voorziening.objects.create(
        plan=plan, leefgebied="gezin", omschrijving="Zwemles", soort="immaterieel", noodzaak="noodzaak",
        motivering="Leert zwemmen.", voor_wie="gezinslid", gezinslid=wie, bedrag="120.00",
    )  # fmt: skip


def namen(dossier):
    dossier.refresh_from_db()
    return [rij.naam for rij in dossier.gezin.leden.order_by("naam")]


def test_who_stands_in_both_stands_once(dossier, dubbel, coordinator):
    lid(dossier, coordinator)
    lid(dubbel, coordinator, naam="sem berkhout")
    lid(dubbel, coordinator, **NOOR)

    voeg_samen(dossier, dubbel, coordinator)

    assert namen(dossier) == ["Noor Berkhout", "Sem Berkhout"]
    assert Gezinslid.objects.count() == 2


@pytest.mark.parametrize("vast", ["hier", "daar", "beide"])
def test_frozen_composition_does_not_change_without_a_word(dossier, dubbel, coordinator, vast):
    """Noor stands where it is not frozen, or in one of two that are."""
    lid(dossier, coordinator)
    lid(dubbel, coordinator)
    lid(dossier if vast == "daar" else dubbel, coordinator, **NOOR)
    for een in {"hier": (dossier,), "daar": (dubbel,), "beide": (dossier, dubbel)}[vast]:
        leg_vast(een, coordinator)

    melding = (
        "De samenstelling is al vastgelegd, en Noor Berkhout staat maar bij één van de twee dossiers. Maak de gezinnen"
        " eerst gelijk: voeg toe of haal weg, met een reden. Voeg daarna samen."
    )
    with pytest.raises(ActieFout, match=f"^{melding}$"):
        voeg_samen(dossier, dubbel, coordinator)


@pytest.mark.parametrize("vast", ["hier", "daar"])
def test_frozen_composition_stays_as_it_was(dossier, dubbel, coordinator, vast):
    """The gezin that is not frozen holds nobody whom the frozen one does not hold."""
    bevroren = dossier if vast == "hier" else dubbel
    lid(dossier, coordinator)
    lid(dubbel, coordinator)
    lid(bevroren, coordinator, **NOOR)
    leg_vast(bevroren, coordinator)

    voeg_samen(dossier, dubbel, coordinator)

    assert namen(dossier) == ["Noor Berkhout", "Sem Berkhout"]
    assert (dossier.gezin.vastgelegd_op, dossier.gezin.vastgelegd_door) == (moment(ON), coordinator)


def test_who_came_later_moves_into_a_frozen_gezin(dossier, dubbel, coordinator):
    lid(dossier, coordinator)
    leg_vast(dossier, coordinator)
    lid(dubbel, coordinator, **NOOR, bij_aanvraag=False, vanaf=date(2026, 3, 10))

    voeg_samen(dossier, dubbel, coordinator)

    assert namen(dossier) == ["Noor Berkhout", "Sem Berkhout"]


def test_who_was_there_at_the_aanvraag_in_one_only_is_a_difference(dossier, dubbel, coordinator):
    lid(dossier, coordinator)
    lid(dubbel, coordinator, bij_aanvraag=False, vanaf=date(2026, 3, 10))
    leg_vast(dubbel, coordinator)

    with pytest.raises(ActieFout, match="en Sem Berkhout staat maar bij één van de twee dossiers"):
        voeg_samen(dossier, dubbel, coordinator)


def test_row_of_the_frozen_composition_is_the_one_that_stays(dossier, dubbel, coordinator):
    lid(dossier, coordinator, bij_aanvraag=False, vanaf=date(2026, 3, 10))
    vast = lid(dubbel, coordinator)
    leg_vast(dubbel, coordinator)

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert list(dossier.gezin.leden.values_list("pk", "bij_aanvraag")) == [(vast.pk, True)]


def test_other_dossiers_of_the_gezin_hear_that_they_moved(dossier, dubbel, coordinator, gemeente):
    kind = maak_dossier(gemeente, bsn="", achternaam="Kind")
    Dossier.objects.filter(pk=kind.pk).update(gezin=dubbel.gezin)

    voeg_samen(dossier, dubbel, coordinator)

    kind.refresh_from_db()
    event = kind.events.first()
    assert kind.gezin_id == Dossier.objects.get(pk=dossier.pk).gezin_id
    assert (event.soort, event.tekst, event.by, event.reden) == (
        "gezin",
        f"Hoort nu bij het gezin van dossier {dossier.nummer}, omdat dossier {dubbel.nummer} daarin opging.",
        coordinator,
        "Zelfde persoon",
    )
    assert dossier.events.filter(tekst=f"Dossier {kind.nummer} hoort nu bij dit gezin.").count() == 1


@pytest.mark.parametrize("samen", ["samenvoegen", "koppelen"])
def test_doel_and_voorziening_keep_whom_they_are_for(dossier, dubbel, coordinator, gemeente, samen):
    """Sem stands in both; the plan of a dossier in the gezin that is left names the one that goes."""
    verwant = dubbel
    if samen == "samenvoegen":
        verwant = maak_dossier(gemeente, bsn="", achternaam="Maas")
        Dossier.objects.filter(pk=verwant.pk).update(gezin=dubbel.gezin)
    hier, daar = lid(dossier, coordinator), lid(dubbel, coordinator)
    voer_eerste_gesprek(verwant, coordinator, GESPREK)
    plan = plan_openen(dossier=verwant, by=coordinator, at=moment(ON))
    doel = Doel.objects.create(plan=plan, leefgebied="gezin", tekst="Naar zwemles", gezinslid=daar)
    voorziening = maak_voorziening(plan, coordinator, daar)

    if samen == "samenvoegen":
        voeg_samen(dossier, dubbel, coordinator)
    else:
        gezin_koppelen(dossier=dubbel, ander=dossier, reden="Zelfde gezin", by=coordinator, at=moment(ON))

    for rij in (doel, voorziening):
        rij.refresh_from_db()
        assert rij.gezinslid == hier
        assert rij.history.first().history_user == coordinator
    assert list(Gezinslid.objects.all()) == [hier]


def bewindvoerder(dossier, by, naam, post_aan=PostAan.VERTEGENWOORDIGER):
    rij = Betrokkene.objects.create(
        dossier=dossier, rol="bewindvoerder", naam=naam, adres="Postbus 7\n4000 AA Rivierendam", door=by
    )
    wat = {"post_aan": post_aan, "vertegenwoordiger": rij, "reden": ""}
    post_kiezen(dossier=dossier, **wat, by=by, at=moment(ON))
    return rij


def krijgt(dossier):
    """Give to whom the letters go and who is marked to get them."""
    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    gemarkeerd = Betrokkene.objects.filter(dossier=dossier, krijgt_post=True).values_list("naam", flat=True)
    return persoon.post_aan, list(gemarkeerd), ontvanger(persoon).naam


def test_of_two_who_get_the_letters_that_of_the_one_that_goes_on_stays(dossier, dubbel, coordinator):
    bewindvoerder(dossier, coordinator, "P. Jansen")
    weg = bewindvoerder(dubbel, coordinator, "R. de Wit")

    voeg_samen(dossier, dubbel, coordinator)

    assert krijgt(dossier) == ("vertegenwoordiger", ["P. Jansen"], "P. Jansen")
    weg.refresh_from_db()
    assert (weg.dossier, weg.krijgt_post) == (dossier, False)
    assert [rij.krijgt_post for rij in weg.history.all()[:2]] == [False, False]


@pytest.mark.parametrize(
    ("van_ander", "uit"),
    [
        pytest.param(["post_aan"], ("beide", ["R. de Wit"], "N. Berkhout"), id="of-the-other"),
        pytest.param([], ("vertegenwoordiger", ["P. Jansen"], "P. Jansen"), id="of-the-one-that-goes-on"),
    ],
)
def test_who_gets_the_letters_follows_the_choice(dossier, dubbel, coordinator, van_ander, uit):
    bewindvoerder(dossier, coordinator, "P. Jansen")
    bewindvoerder(dubbel, coordinator, "R. de Wit", PostAan.BEIDE)

    voeg_samen(dossier, dubbel, coordinator, van_ander)

    assert krijgt(dossier) == uit


@pytest.mark.parametrize(
    ("waar", "van_ander"), [pytest.param("hier", ["post_aan"], id="hier"), pytest.param("daar", [], id="daar")]
)
def test_choice_for_the_inwoner_leaves_nobody_marked(dossier, dubbel, coordinator, waar, van_ander):
    bewindvoerder(dossier if waar == "hier" else dubbel, coordinator, "P. Jansen")

    voeg_samen(dossier, dubbel, coordinator, van_ander)

    assert krijgt(dossier) == ("inwoner", [], "N. Berkhout")


def test_only_vertegenwoordiger_comes_along_when_chosen(dossier, dubbel, coordinator):
    bewindvoerder(dubbel, coordinator, "P. Jansen")

    voeg_samen(dossier, dubbel, coordinator, ["post_aan"])

    assert krijgt(dossier) == ("vertegenwoordiger", ["P. Jansen"], "P. Jansen")


def test_vertegenwoordiger_of_the_other_fills_an_empty_place(dossier, dubbel, coordinator):
    Persoon.objects.filter(pk=dossier.persoon_id).update(post_aan=PostAan.VERTEGENWOORDIGER)
    bewindvoerder(dubbel, coordinator, "P. Jansen")

    voeg_samen(dossier, dubbel, coordinator)

    assert krijgt(dossier) == ("vertegenwoordiger", ["P. Jansen"], "P. Jansen")


@pytest.mark.parametrize(
    ("waar", "post_aan", "eerst"),
    [("daar", "vertegenwoordiger", "daar"), ("daar", "beide", "daar"), ("hier", "beide", "hier")],
)
def test_who_represents_the_inwoner_is_the_first_choice(client, dossier, dubbel, coordinator, waar, post_aan, eerst):
    bewindvoerder(dossier if waar == "hier" else dubbel, coordinator, "P. Jansen", PostAan(post_aan))
    client.force_login(coordinator)

    pagina = client.get(reverse("samenvoegen_met", args=[dossier.nummer, dubbel.nummer]))

    assert pagina.context["form"].fields["kies_post_aan"].initial == eerst
    rij = next(rij for rij in pagina.context["rijen"] if rij.naam == "Vertegenwoordiger die brieven krijgt")
    assert {rij.hier, rij.daar} == {"niemand", "P. Jansen (bewindvoerder)"}
