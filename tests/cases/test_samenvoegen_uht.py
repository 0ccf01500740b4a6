"""What UHT said in two dossiers that became one, and what comes after it: another status, or one put right."""

from datetime import date

import pytest

from cases.actions.aanmelden import controlepunt_maken
from cases.actions.basis import ActieFout
from cases.actions.uht import uht_status_melden
from cases.actions.uhtherstel import uht_status_intrekken, uht_status_wijzigen
from cases.keuzes import UhtStatus
from cases.models import Controlepunt, Dossier
from cases.status import Status
from cases.statusvraag import ZELF_AFGEMELD
from cases.views.verbeteren import UHT_STATUS
from nazorg.actions.acclimatisatie import niet_erkend_vastleggen
from nazorg.models import Acclimatisatie
from tests.cases.test_actions_samenvoegen import ON, voeg_samen
from tests.cases.test_samenvoegen_als_een import JANUARI, meld
from tests.factories import maak_dossier, moment
from tests.haltes import halte

BERICHT, DAARNA = date(2026, 3, 5), date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}


@halte
def ander(gemeente):
    """The same person, who came in January."""
    return maak_dossier(gemeente, datum=JANUARI, bsn="")


@halte
def wacht(dossier, ander, coordinator):
    """A dossier that was merged with one in which UHT said niet erkend: that waits for a person."""
    meld(ander, UhtStatus.NIET_ERKEND, BERICHT)
    Dossier.objects.filter(pk=ander.pk).update(status=Status.GEEN_RECHT)
    voeg_samen(dossier, ander, coordinator)
    dossier.refresh_from_db()
    return dossier


def zeg(dossier, by, status, dag=DAARNA):
    dagen = {"datum_feit": dag, "datum_gemeld": dag}
    uht_status_melden(dossier=dossier, status=status, **dagen, bron="Serviceteam", by=by, **NA)
    dossier.refresh_from_db()


def punten():
    """Give each point about UHT, and what closed it."""
    rijen = Controlepunt.objects.filter(soort__in=("uht", "niet erkend"))
    return list(rijen.values_list("soort", "afgehandeld_op", "toelichting"))


def test_status_after_a_niet_erkend_that_waits_is_recorded_and_answers_it(wacht, coordinator):
    zeg(wacht, coordinator, UhtStatus.ERKEND)

    assert (wacht.status, wacht.uht_status) == ("aanmelding", "erkend")
    assert wacht.uht_wijzigingen.filter(status="erkend", datum_feit=DAARNA).count() == 1
    assert punten() == [("niet erkend", moment(ON), "De status bij UHT is nu: erkend.")]


def test_status_that_is_known_names_the_one_that_counts(wacht, coordinator):
    Dossier.objects.update(status=Status.AFGESLOTEN)

    with pytest.raises(ActieFout, match="De status bij UHT is al: niet erkend, vanaf 5 maart 2026"):
        zeg(wacht, coordinator, UhtStatus.NIET_ERKEND)


def test_niet_erkend_that_waited_is_answered_on_its_page(wacht, coordinator):
    dagen = {"datum_feit": BERICHT, "datum_gemeld": BERICHT}
    niet_erkend_vastleggen(dossier=wacht, **dagen, bron="Brief", by=coordinator, **NA)

    assert punten() == [("niet erkend", moment(ON), "De status bij UHT is nu: niet erkend.")]


@pytest.mark.parametrize("wie", ["erkend", "niet erkend"])
def test_correction_does_not_start_what_waits(wacht, coordinator, wie):
    """Neither of another row nor of the message itself: a person records that, or withdraws it."""
    rij = wacht.uht_wijzigingen.filter(status=wie).latest("datum_feit")

    uht_status_wijzigen(wijziging=rij, wijzigingen={"bron": "Serviceteam"}, reden="Typefout", by=coordinator, **NA)

    wacht.refresh_from_db()
    assert (wacht.status, wacht.uht_status) == ("aanmelding", "erkend")
    assert Acclimatisatie.objects.count() == 0
    assert wacht.events.first().tekst == "UHT-status verbeterd: bron."
    assert punten() == [("niet erkend", None, "")]


def test_withdrawing_an_older_row_does_not_start_what_waits(wacht, coordinator):
    rij = wacht.uht_wijzigingen.filter(status="erkend").earliest("datum_feit")
    assert UHT_STATUS.gevolgen(wacht, rij, ON) == ["De status bij UHT blijft: erkend."]

    uht_status_intrekken(wijziging=rij, reden="Verkeerde persoon", by=coordinator, **NA)

    wacht.refresh_from_db()
    assert (wacht.status, wacht.uht_status) == ("aanmelding", "erkend")
    assert Acclimatisatie.objects.count() == 0


def test_withdrawing_what_waits_answers_it(wacht, coordinator):
    rij = wacht.uht_wijzigingen.get(status="niet erkend")

    uht_status_intrekken(wijziging=rij, reden="Verkeerde persoon", by=coordinator, **NA)

    wacht.refresh_from_db()
    assert (wacht.status, wacht.uht_status) == ("aanmelding", "erkend")
    assert punten() == [("niet erkend", moment(ON), "De status bij UHT is nu: erkend.")]


def test_niet_erkend_that_comes_to_count_starts_the_acclimatisatie(wacht, coordinator):
    zeg(wacht, coordinator, UhtStatus.ERKEND)
    rij = wacht.uht_wijzigingen.get(datum_feit=DAARNA)
    begint = "De acclimatisatie begint, vanaf het bericht van 5 maart 2026."
    assert UHT_STATUS.gevolgen(wacht, rij, ON) == ["De status bij UHT wordt: niet erkend.", begint]

    uht_status_intrekken(wijziging=rij, reden="Verkeerde persoon", by=coordinator, **NA)

    wacht.refresh_from_db()
    assert (wacht.status, wacht.uht_status) == ("acclimatisatie", "niet erkend")
    assert Acclimatisatie.objects.get().datum_gemeld == BERICHT


@pytest.mark.parametrize(("hier", "sluit"), [("erkend", True), ("zelf afgemeld", False)])
def test_question_that_came_along_is_closed_when_a_later_status_answers_it(dossier, ander, coordinator, hier, sluit):
    meld(ander, "zelf afgemeld", BERICHT)
    controlepunt_maken(dossier=ander, soort=Controlepunt.Soort.UHT, tekst=ZELF_AFGEMELD)
    meld(dossier, hier, DAARNA)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.uht_status == hier
    assert punten() == [("uht", moment(ON), "De status bij UHT is nu: erkend.") if sluit else ("uht", None, "")]


def noem_zonder_dag(dossier):
    """Make it a dossier of somebody who called, aangemeld, and did not know since when."""
    dossier.uht_wijzigingen.update(status=UhtStatus.AANGEMELD, datum_feit=None)
    Dossier.objects.filter(pk=dossier.pk).update(uht_status=UhtStatus.AANGEMELD)


def test_status_that_uht_dated_stays_and_the_other_is_asked_about(dossier, ander, coordinator):
    noem_zonder_dag(ander)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.uht_status == UhtStatus.ERKEND
    punt = Controlepunt.objects.get(soort="portaal")
    assert punt.tekst == (
        "De UHT-status was in de twee dossiers niet gelijk: erkend en aangemeld. Vraag na welke klopt."
    )


def test_status_that_uht_dated_comes_along_and_the_other_is_asked_about(dossier, ander, coordinator):
    noem_zonder_dag(dossier)

    voeg_samen(dossier, ander, coordinator)

    dossier.refresh_from_db()
    assert dossier.uht_status == UhtStatus.ERKEND
    assert Controlepunt.objects.get(soort="portaal").tekst.endswith("aangemeld en erkend. Vraag na welke klopt.")
