"""New beleid is a new row; what dossiers follow does not change."""

import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command

from cases.actions.basis import ActieFout
from cases.actions.beleid import ENIGE, VAST, beleid_maken, beleid_weghalen, beleid_wijzigen
from cases.actions.bewaking import bewaak
from cases.afwijkingen import OngeldigBeleid
from cases.beleid_bron import beleid_op, regels_op, regels_per_gemeente
from cases.models import Beleid, Signaal, Termijn
from cases.werkvraag import list_vensters, termijnen_van
from tests.factories import BeleidFactory, maak_dossier, maak_user, moment
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 6, 1)
LATER = date(2026, 7, 1)


@pytest.fixture
def gemeente(db):
    """Follow the profile as it is: these tests are about the beleid itself."""
    return BeleidFactory(afwijkingen={}).gemeente


@pytest.fixture
def beheerder(gemeente):
    return maak_user("beheerder", gemeente)


def maak(gemeente, by, *, vanaf=LATER, bron="Gemeenteblad 2026, 1", on=ON, **afwijkingen):
    return beleid_maken(
        gemeente=gemeente,
        profiel="tiel_2025",
        geldig_vanaf=vanaf,
        bron=bron,
        afwijkingen=afwijkingen,
        by=by,
        on=on,
    )


def test_dossier_follows_the_beleid_of_its_start(gemeente, beheerder):
    oud = maak_dossier(gemeente, datum=ON)
    nieuw_beleid = maak(gemeente, beheerder, lengtes={"eerste_contact": 2})
    nieuw = maak_dossier(gemeente, datum=LATER, bsn="")

    assert (oud.beleid, nieuw.beleid) == (Beleid.objects.exclude(pk=nieuw_beleid.pk).get(), nieuw_beleid)
    einden = dict(Termijn.objects.filter(regel="eerste_contact").values_list("dossier", "uiterste_datum"))
    assert einden == {oud.pk: date(2026, 6, 8), nieuw.pk: date(2026, 7, 3)}
    namen = dict(Termijn.objects.filter(regel="eerste_contact").values_list("dossier", "beleid"))
    assert namen == {oud.pk: "Tiel 2025", nieuw.pk: "Tiel 2025, eigen 01-07-2026"}
    assert nieuw_beleid.history.get().history_user == beheerder
    assert str(nieuw_beleid) == "Tiel 2025, aangepast, vanaf 1 juli 2026"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"vanaf": ON - timedelta(days=1)}, "Beleid kan niet eerder ingaan dan vandaag"),
        ({"vanaf": date(2026, 8, 1)}, "Vanaf 1 augustus 2026 geldt al ander beleid. Kies een andere dag."),
        ({"bron": "  "}, "Noem in hoogstens 200 tekens het besluit"),
        ({"bron": "x" * 201}, "Noem in hoogstens 200 tekens het besluit"),
        ({"lengtes": {"bezwaar": 7}}, "De wet bepaalt de lengte van"),
    ],
)
def test_refused_beleid_is_not_kept(gemeente, beheerder, anders, melding):
    BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2026, 8, 1))
    maak_dossier(gemeente, datum=ON)
    voor = list(Beleid.objects.values())

    with pytest.raises(ActieFout, match=melding):
        maak(gemeente, beheerder, **anders)

    assert list(Beleid.objects.values()) == voor


def test_beleid_may_hold_from_today(gemeente, beheerder):
    assert beleid_op(gemeente.pk, ON) != maak(gemeente, beheerder, vanaf=ON)
    assert beleid_op(gemeente.pk, ON).geldig_vanaf == ON


def test_beleid_for_later_can_be_changed_and_taken_away(gemeente, beheerder):
    beleid = maak(gemeente, beheerder)

    beleid_wijzigen(
        beleid=beleid,
        geldig_vanaf=date(2026, 7, 2),
        bron="Gemeenteblad 2026, 2",
        afwijkingen={"lengtes": {"eerste_gesprek": 6}},
        by=beheerder,
        on=ON,
    )
    gewijzigd = Beleid.objects.get(pk=beleid.pk)
    assert (gewijzigd.geldig_vanaf, gewijzigd.bron) == (date(2026, 7, 2), "Gemeenteblad 2026, 2")
    assert gewijzigd.verschillen == ("Eerste gesprek: 6 weken in plaats van 8 weken",)

    beleid_weghalen(beleid=beleid, by=beheerder, on=ON)
    assert not Beleid.objects.filter(pk=beleid.pk).exists()
    assert list(Beleid.history.filter(id=beleid.pk).values_list("history_type", flat=True)) == ["-", "~", "+"]


@pytest.mark.parametrize("hoe", ["geldt al", "heeft een dossier"])
def test_beleid_that_holds_or_is_followed_is_fixed(gemeente, beheerder, hoe):
    beleid = maak(gemeente, beheerder)
    on = LATER if hoe == "geldt al" else ON
    dossier = maak_dossier(gemeente, datum=ON)
    if hoe != "geldt al":
        dossier.beleid = beleid
        dossier.save()
    voor = list(Beleid.objects.values())
    wat = {"geldig_vanaf": date(2026, 9, 1), "bron": "x", "afwijkingen": {}}

    with pytest.raises(ActieFout, match=VAST):
        beleid_wijzigen(beleid=beleid, **wat, by=beheerder, on=on)
    with pytest.raises(ActieFout, match=VAST):
        beleid_weghalen(beleid=beleid, by=beheerder, on=on)

    assert list(Beleid.objects.values()) == voor


WEG = {"bron": "Gemeenteblad 2026, 2", "afwijkingen": {"lengtes": {"eerste_gesprek": 6}}}


@pytest.mark.parametrize("vanaf", [date(2020, 1, 1), ON], ids=["long ago", "the same day"])
def test_beleid_that_holds_may_change_while_there_is_no_dossier(gemeente, beheerder, andere_gemeente, vanaf):
    maak_dossier(andere_gemeente, datum=ON)
    eerste = maak(gemeente, beheerder, vanaf=ON)
    Beleid.objects.exclude(pk=eerste.pk).filter(gemeente=gemeente).delete()

    beleid_wijzigen(beleid=eerste, geldig_vanaf=vanaf, **WEG, by=beheerder, on=ON)

    assert Beleid.objects.get(gemeente=gemeente).geldig_vanaf == vanaf
    assert regels_op(gemeente.pk, date(2021, 1, 1)).naam == f"Tiel 2025, eigen {vanaf:%d-%m-%Y}"


def test_first_beleid_can_be_replaced_while_there_is_no_dossier(gemeente, beheerder):
    eerste = gemeente.beleid.get()

    nieuw = maak(gemeente, beheerder, vanaf=date(2025, 1, 1))
    beleid_weghalen(beleid=eerste, by=beheerder, on=ON)

    assert list(gemeente.beleid.all()) == [nieuw]
    assert beleid_op(gemeente.pk, date(2021, 1, 1)) == nieuw


def test_only_beleid_is_not_taken_away(gemeente, beheerder):
    """Without any beleid no dossier can start."""
    with pytest.raises(ActieFout, match=ENIGE):
        beleid_weghalen(beleid=gemeente.beleid.get(), by=beheerder, on=ON)

    assert gemeente.beleid.count() == 1


def test_beleid_from_before_uht_is_refused(gemeente, beheerder):
    with pytest.raises(ActieFout, match="niet eerder ingaan dan 1 januari 2020"):
        maak(gemeente, beheerder, vanaf=date(2019, 12, 31))


def test_beleid_that_somebody_took_away_can_not_be_changed(gemeente, beheerder):
    beleid = maak(gemeente, beheerder)
    Beleid.objects.filter(pk=beleid.pk).delete()

    with pytest.raises(ActieFout, match="intussen weggehaald"):
        beleid_weghalen(beleid=beleid, by=beheerder, on=ON)


def test_rules_per_gemeente_are_those_of_the_day(gemeente, andere_gemeente, beheerder):
    maak(gemeente, beheerder, lengtes={"eerste_contact": 2})
    gemeenten = [gemeente.pk, andere_gemeente.pk]

    namen = {on: [r.naam for r in regels_per_gemeente(gemeenten, on).values()] for on in (date(2019, 1, 1), ON, LATER)}

    assert namen == {
        date(2019, 1, 1): ["Tiel 2025", "VNG-handreiking 2025"],
        ON: ["Tiel 2025", "VNG-handreiking 2025"],
        LATER: ["Tiel 2025, eigen 01-07-2026", "VNG-handreiking 2025"],
    }
    assert all(regels_op(pk, LATER) == regels_per_gemeente(gemeenten, LATER)[pk] for pk in gemeenten)


def test_nightly_run_warns_as_the_gemeente_says_on_that_day(gemeente, beheerder, consulent):
    """Plan van aanpak from 12 June ends on 7 August: its rule warns on 24 July, the gemeente on 17 July."""
    dossier = maak_dossier(gemeente, datum=ON)
    voer_eerste_gesprek(dossier, consulent, date(2026, 6, 12))
    maak(gemeente, beheerder, waarschuwingen={"plan_van_aanpak": [21]})

    for dag in range(60):
        on = date(2026, 6, 13) + timedelta(days=dag)
        bewaak(gemeente=gemeente, on=on, at=moment(on))

    waarschuwingen = Signaal.objects.filter(soort="bijna", termijn__regel="plan_van_aanpak")
    assert list(waarschuwingen.values_list("on", flat=True)) == [date(2026, 7, 17)]


def test_nightly_run_of_a_gemeente_without_beleid_goes_well(gemeente):
    gemeente.beleid.all().delete()

    assert bewaak(gemeente=gemeente, on=ON, at=moment(ON)).signalen == 0


def test_worklist_shows_a_venster_as_far_ahead_as_the_gemeente_warns(gemeente, beheerder, consulent):
    dossier = maak_dossier(gemeente, datum=ON)
    dossier.casusregisseur = consulent
    dossier.save()
    voer_eerste_gesprek(dossier, consulent, date(2026, 6, 12))  # spullen to 12 December
    on = date(2026, 9, 3)

    def vensters():
        termijnen = termijnen_van([consulent], consulent, on, list_vensters(consulent, on))
        return set(termijnen.filter(aard="venster").values_list("regel", flat=True))

    voor = vensters()
    maak(gemeente, beheerder, waarschuwingen={"materiele_verstrekking": [100]})

    assert (voor, vensters()) == (set(), {"materiele_verstrekking"})


def test_stored_change_that_nobody_knows_is_refused_when_it_is_read(gemeente):
    gemeente.beleid.update(afwijkingen={"kleur": "rood"})

    with pytest.raises(OngeldigBeleid, match="De instelling 'kleur' bestaat niet"):
        maak_dossier(gemeente)


def test_termijn_uitleg_counts_with_the_beleid_of_the_day(gemeente, beheerder, capsys):
    maak(gemeente, beheerder, lengtes={"eerste_contact": 2})

    call_command("termijn_uitleg", "eerste_contact", "2026-07-01", "--gemeente", "9901", "--json")

    antwoord = json.loads(capsys.readouterr().out)
    assert (antwoord["einddatum"], antwoord["beleid"]) == ("2026-07-03", "Tiel 2025, eigen 01-07-2026")
