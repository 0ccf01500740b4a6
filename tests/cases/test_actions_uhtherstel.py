"""A status of UHT that was recorded wrongly is corrected or withdrawn; the dossier follows what stands."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.actions.uht import uht_status_melden
from cases.actions.uhtherstel import ENIGE, uht_status_intrekken, uht_status_wijzigen
from cases.keuzes import UhtStatus
from cases.models import Controlepunt
from cases.status import Status
from cases.statusvraag import TOCH_ERKEND, ZELF_AFGEMELD
from cases.uhtstand import geldende, huidige
from portal_import.actions.bekend import lees_bekend
from tests.factories import PERSOON, maak_dossier, moment
from tests.haltes import halte

ON = date(2026, 11, 26)
VROEG, LAAT = date(2026, 11, 7), date(2026, 11, 24)
NA = {"at": moment(ON), "on": ON}
pytestmark = pytest.mark.django_db


def meld(dossier, by, status, feit, gemeld=None):
    dagen = {"datum_feit": feit, "datum_gemeld": gemeld or feit}
    uht_status_melden(dossier=dossier, status=status, **dagen, bron="De inwoner zelf", by=by, **NA)
    dossier.refresh_from_db()
    return dossier.uht_wijzigingen.latest("pk")


def trek_in(rij, by, reden="Verkeerde persoon"):
    return uht_status_intrekken(wijziging=rij, reden=reden, by=by, **NA)


def wijzig(rij, by, **wijzigingen):
    return uht_status_wijzigen(wijziging=rij, wijzigingen=wijzigingen, reden="Typefout", by=by, **NA)


@halte
def aangemeld(gemeente):
    return maak_dossier(gemeente, uht_status="aangemeld")


def test_row_says_who_recorded_it(aangemeld, consulent):
    rij = meld(aangemeld, consulent, UhtStatus.ERKEND, VROEG)

    assert (rij.door, rij.history.get().history_user) == (consulent, consulent)
    assert aangemeld.uht_wijzigingen.earliest("pk").door is None


def test_wrong_status_is_withdrawn_and_the_one_before_it_counts(aangemeld, consulent):
    """A wrong "zelf afgemeld" of the 24th kept the right "erkend" of the 7th from being the status."""
    fout = meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)
    meld(aangemeld, consulent, UhtStatus.ERKEND, VROEG)
    assert aangemeld.uht_status == "zelf afgemeld"

    trek_in(fout, consulent)

    aangemeld.refresh_from_db()
    assert (aangemeld.uht_status, aangemeld.status) == ("erkend", "aanmelding")
    fout.refresh_from_db()
    assert (fout.ingetrokken_door, fout.ingetrokken_reden) == (consulent, "Verkeerde persoon")
    event = aangemeld.events.first()
    assert (event.soort, event.reden, event.by) == ("uht_status_ingetrokken", "Verkeerde persoon", consulent)
    assert event.tekst == "UHT-status ingetrokken: zelf afgemeld per 24 november 2026. De status bij UHT is nu: erkend."


def test_question_of_a_withdrawn_status_is_closed(aangemeld, consulent):
    fout = meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)
    assert Controlepunt.objects.get().tekst == ZELF_AFGEMELD

    trek_in(fout, consulent)

    punt = Controlepunt.objects.get()
    assert (punt.afgehandeld_op, punt.afgehandeld_door) == (moment(ON), consulent)


def test_withdrawing_niet_erkend_of_a_closed_dossier_asks_for_a_look(aangemeld, consulent):
    aangemeld.status = Status.AFGESLOTEN
    aangemeld.save()
    meld(aangemeld, consulent, UhtStatus.ERKEND, VROEG)
    fout = meld(aangemeld, consulent, UhtStatus.NIET_ERKEND, LAAT)
    Controlepunt.objects.all().delete()

    trek_in(fout, consulent)

    aangemeld.refresh_from_db()
    assert (aangemeld.status, aangemeld.uht_status) == ("afgesloten", "erkend")
    assert Controlepunt.objects.get().tekst == TOCH_ERKEND


def test_day_is_corrected_with_its_trail(aangemeld, consulent):
    rij = meld(aangemeld, consulent, UhtStatus.ERKEND, LAAT)

    wijzig(rij, consulent, datum_feit=VROEG)

    rij.refresh_from_db()
    assert rij.datum_feit == VROEG
    assert [versie.datum_feit for versie in rij.history.order_by("history_id")] == [LAAT, VROEG]
    assert aangemeld.events.first().tekst == "UHT-status verbeterd: datum van de status."


def test_correcting_nothing_writes_nothing(aangemeld, consulent):
    rij = meld(aangemeld, consulent, UhtStatus.ERKEND, LAAT)
    events = aangemeld.events.count()

    wijzig(rij, consulent, datum_feit=LAAT)

    assert aangemeld.events.count() == events


def test_status_follows_a_day_that_moves_before_another(aangemeld, consulent):
    afgemeld = meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)
    meld(aangemeld, consulent, UhtStatus.ERKEND, VROEG)

    wijzig(afgemeld, consulent, datum_feit=date(2026, 11, 1), datum_gemeld=date(2026, 11, 1))

    aangemeld.refresh_from_db()
    assert aangemeld.uht_status == "erkend"


def test_wrong_status_is_changed_into_the_right_one(aangemeld, consulent):
    rij = meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)

    wijzig(rij, consulent, status=UhtStatus.ERKEND)

    aangemeld.refresh_from_db()
    assert aangemeld.uht_status == "erkend"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"status": UhtStatus.NIET_ERKEND}, "Trek deze status in, en leg daarna 'niet erkend' vast."),
        ({"status": UhtStatus.RECHT_KINDREGELING}, "Recht op de kindregeling heeft alleen een kind."),
        ({"datum_gemeld": date(2026, 11, 27)}, "De dag waarop u het hoorde kan niet in de toekomst liggen."),
        ({"datum_feit": date(2026, 11, 25)}, "De status kan niet ingaan ná de dag"),
    ],
)
def test_correction_that_cannot_be_is_refused(aangemeld, consulent, anders, melding):
    rij = meld(aangemeld, consulent, UhtStatus.ERKEND, LAAT)

    with pytest.raises(ActieFout) as fout:
        wijzig(rij, consulent, **anders)

    assert str(fout.value).startswith(melding)


def test_only_status_is_not_withdrawn(aangemeld, consulent):
    with pytest.raises(ActieFout) as fout:
        trek_in(aangemeld.uht_wijzigingen.get(), consulent)

    assert str(fout.value) == ENIGE


def test_status_is_withdrawn_once_and_with_a_reason(aangemeld, consulent):
    rij = meld(aangemeld, consulent, UhtStatus.ERKEND, VROEG)
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        trek_in(rij, consulent, reden=" ")
    meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)
    trek_in(rij, consulent)

    with pytest.raises(ActieFout, match=r"dit is al ingetrokken\. De reden was: Verkeerde persoon"):
        trek_in(rij, consulent)


def test_dossier_without_recht_opens_when_its_status_is_put_right(gemeente, consulent):
    dossier = maak_dossier(gemeente, uht_status="zelf afgemeld")
    assert dossier.status == Status.GEEN_RECHT

    wijzig(dossier.uht_wijzigingen.get(), consulent, status=UhtStatus.ERKEND)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_aanmelding) == ("aanmelding", date(2026, 3, 2))
    assert set(dossier.termijnen.values_list("regel", flat=True)) == {"eerste_contact", "eerste_gesprek"}


def test_dossier_that_only_a_wrong_status_opened_closes_again(gemeente, consulent):
    dossier = maak_dossier(gemeente, uht_status="niet erkend")
    rij = meld(dossier, consulent, UhtStatus.ERKEND, LAAT)
    assert (dossier.status, dossier.datum_aanmelding) == ("aanmelding", LAAT)

    trek_in(rij, consulent)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_aanmelding, dossier.uht_status) == (
        "geen_recht",
        date(2026, 3, 2),
        "niet erkend",
    )
    assert set(dossier.termijnen.values_list("status", flat=True)) == {"vervallen"}
    assert dossier.events.first().tekst.endswith("Er is geen recht op ondersteuning. De termijnen zijn vervallen.")


def test_what_counts_leaves_out_what_was_withdrawn(aangemeld, consulent):
    fout = meld(aangemeld, consulent, UhtStatus.ZELF_AFGEMELD, LAAT)
    trek_in(fout, consulent)

    rijen = aangemeld.uht_wijzigingen.all()
    assert [rij.status for rij in geldende(rijen)] == ["aangemeld"]
    assert huidige(rijen).status == "aangemeld"
    assert huidige([]) is None
    assert lees_bekend(aangemeld.gemeente, [PERSOON["bsn"]])[PERSOON["bsn"]].uht_statusdatum == date(2026, 3, 2)


def test_list_is_never_older_than_a_status_without_a_day(aangemeld):
    aangemeld.uht_wijzigingen.update(datum_feit=None)

    assert lees_bekend(aangemeld.gemeente, [PERSOON["bsn"]])[PERSOON["bsn"]].uht_statusdatum is None
