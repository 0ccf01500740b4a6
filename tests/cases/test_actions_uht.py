"""A status of UHT that somebody records by hand."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.uht import uht_status_melden
from cases.keuzes import Doelgroep, UhtStatus
from cases.models import Dossier, UhtStatusWijziging
from cases.status import Status
from cases.statusvraag import TOCH_ERKEND, TOCH_RECHT, ZELF_AFGEMELD
from cases.uhtstand import geldende
from tests.factories import maak_dossier, moment

FEIT, GEMELD, ON = date(2026, 4, 1), date(2026, 4, 7), date(2026, 4, 8)
pytestmark = pytest.mark.django_db


def meld(dossier, by, status, feit=FEIT, gemeld=GEMELD):
    return uht_status_melden(
        dossier=dossier,
        status=status,
        datum_feit=feit,
        datum_gemeld=gemeld,
        bron="Serviceteam gemeenten van UHT",
        by=by,
        at=moment(ON),
        on=ON,
    )


@pytest.fixture
def aangemeld(gemeente):
    return maak_dossier(gemeente, uht_status="aangemeld")


def test_new_status_is_kept_with_the_day_of_the_fact_and_the_day_it_was_told(aangemeld, consulent):
    meld(aangemeld, consulent, UhtStatus.ERKEND)

    aangemeld.refresh_from_db()
    wijziging = aangemeld.uht_wijzigingen.first()
    assert (aangemeld.uht_status, wijziging.status, wijziging.datum_feit, wijziging.datum_gemeld, wijziging.bron) == (
        "erkend",
        "erkend",
        FEIT,
        GEMELD,
        "Serviceteam gemeenten van UHT",
    )
    assert aangemeld.events.first().tekst == "UHT-status is nu: erkend."
    assert aangemeld.controlepunten.count() == 0


@pytest.fixture
def zonder_dag(aangemeld):
    """Somebody who called and did not know since when."""
    aangemeld.uht_wijzigingen.update(datum_feit=None)
    return aangemeld


def test_status_without_a_day_gives_way_to_one_that_uht_dated_however_long_ago(zonder_dag, consulent):
    meld(zonder_dag, consulent, UhtStatus.ERKEND, feit=date(2021, 5, 1))

    zonder_dag.refresh_from_db()
    assert zonder_dag.uht_status == UhtStatus.ERKEND
    assert [rij.status for rij in geldende(zonder_dag.uht_wijzigingen.all())] == ["erkend", "aangemeld"]


def test_status_that_is_known_without_its_day_leads_to_where_the_day_is_filled_in(zonder_dag, consulent):
    rij = zonder_dag.uht_wijzigingen.get()

    with pytest.raises(ActieFout) as fout:
        meld(zonder_dag, consulent, UhtStatus.AANGEMELD)

    assert str(fout.value) == (
        "De status bij UHT is al: aangemeld. Weet u nu vanaf welke dag? Verbeter dan wat er staat."
    )
    assert fout.value.url == reverse("uht_status_wijzigen", args=[zonder_dag.nummer, rij.pk])


def test_older_status_is_added_to_the_history_only(dossier, consulent):
    meld(dossier, consulent, UhtStatus.AANGEMELD, feit=date(2021, 5, 1))

    dossier.refresh_from_db()
    assert dossier.uht_status == UhtStatus.ERKEND
    assert set(dossier.uht_wijzigingen.values_list("status", "datum_feit")) == {
        ("erkend", date(2026, 3, 2)),
        ("aangemeld", date(2021, 5, 1)),
    }
    assert dossier.events.first().tekst == "Eerdere UHT-status toegevoegd: aangemeld per 1 mei 2021."


def zei(dossier, status, dag=date(2026, 3, 10)):
    """Let UHT have said something before."""
    UhtStatusWijziging.objects.create(dossier=dossier, status=status, datum_feit=dag, datum_gemeld=dag, bron="Levering")


@pytest.mark.parametrize(
    ("stand", "van", "naar", "vraag"),
    [
        (Status.UITVOERING, UhtStatus.ERKEND, UhtStatus.ZELF_AFGEMELD, [ZELF_AFGEMELD]),
        (Status.AANMELDING, UhtStatus.AANGEMELD, UhtStatus.ZELF_AFGEMELD, [ZELF_AFGEMELD]),
        (Status.AFGESLOTEN, UhtStatus.ERKEND, UhtStatus.ZELF_AFGEMELD, []),
        (Status.ACCLIMATISATIE, UhtStatus.NIET_ERKEND, UhtStatus.ERKEND, [TOCH_ERKEND]),
        (Status.AFGESLOTEN, UhtStatus.NIET_ERKEND, UhtStatus.ERKEND, [TOCH_ERKEND]),
        (Status.AFGESLOTEN, UhtStatus.AANGEMELD, UhtStatus.ERKEND, []),
        (Status.UITVOERING, UhtStatus.AANGEMELD, UhtStatus.ERKEND, []),
    ],
)
def test_status_that_calls_for_a_decision_asks_for_a_look(dossier, consulent, stand, van, naar, vraag):
    zei(dossier, van)
    Dossier.objects.update(status=stand, uht_status=van)

    meld(dossier, consulent, naar)

    dossier.refresh_from_db()
    assert [punt.tekst for punt in dossier.controlepunten.all()] == vraag
    assert (dossier.status, dossier.uht_status) == (stand, naar)


def test_kind_that_uht_comes_back_on_is_asked_about(dossier, consulent):
    zei(dossier, UhtStatus.NIET_ERKEND)
    Dossier.objects.update(status=Status.AFGESLOTEN, doelgroep=Doelgroep.KIND, uht_status=UhtStatus.NIET_ERKEND)

    meld(dossier, consulent, UhtStatus.RECHT_KINDREGELING)

    assert [(punt.soort, punt.tekst) for punt in dossier.controlepunten.all()] == [("uht", TOCH_RECHT)]
    assert "erkend" not in TOCH_RECHT


def test_kind_gets_recht_on_the_kindregeling(dossier, consulent):
    Dossier.objects.update(doelgroep=Doelgroep.KIND, uht_status=UhtStatus.AANGEMELD)

    meld(dossier, consulent, UhtStatus.RECHT_KINDREGELING)

    dossier.refresh_from_db()
    assert dossier.uht_status == UhtStatus.RECHT_KINDREGELING


@pytest.mark.parametrize(
    ("doelgroep", "status", "feit", "gemeld", "melding"),
    [
        ("aanvrager", UhtStatus.RECHT_KINDREGELING, FEIT, GEMELD, "Recht op de kindregeling heeft alleen een kind."),
        ("kind", UhtStatus.ERKEND, FEIT, GEMELD, "Een kind wordt niet erkend."),
        ("aanvrager", UhtStatus.NIET_ERKEND, FEIT, GEMELD, "Leg 'niet erkend' vast op de pagina Niet erkend."),
        ("aanvrager", UhtStatus.ERKEND, FEIT, date(2026, 4, 9), "De dag waarop u het hoorde kan niet in de toekomst"),
        ("aanvrager", UhtStatus.ERKEND, GEMELD, FEIT, "De status kan niet ingaan ná de dag"),
        ("aanvrager", UhtStatus.AANGEMELD, FEIT, GEMELD, "De status bij UHT is al: aangemeld, vanaf "),
    ],
)
def test_status_that_cannot_be_is_refused(aangemeld, consulent, doelgroep, status, feit, gemeld, melding):
    Dossier.objects.update(doelgroep=doelgroep)

    with pytest.raises(ActieFout) as fout:
        meld(aangemeld, consulent, status, feit, gemeld)

    assert str(fout.value).startswith(melding)
    assert aangemeld.uht_wijzigingen.count() == 1


def test_niet_erkend_of_a_closed_dossier_is_recorded(dossier, consulent):
    Dossier.objects.update(status=Status.AFGESLOTEN)

    meld(dossier, consulent, UhtStatus.NIET_ERKEND)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.uht_status) == (Status.AFGESLOTEN, UhtStatus.NIET_ERKEND)
