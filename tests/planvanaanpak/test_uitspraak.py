"""After beroep that was gegrond the bezwaar is open again, with a clock from the uitspraak (Awb art. 8:72)."""

from datetime import date

import pytest

from cases.models import Termijn
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.bezwaarkaart import VERSCHOVEN
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Beroep, Bezwaar
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import BESLOTEN
from tests.planvanaanpak.test_actions_bezwaar import laatste_event
from tests.planvanaanpak.test_actions_verzending import weigert

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
INGESTELD, UITSPRAAK, OPNIEUW = date(2026, 7, 6), date(2026, 11, 2), date(2026, 11, 23)
GEGROND = {"uitkomst": "gegrond", "uitspraak_datum": UITSPRAAK, "opdracht": "opnieuw"}


@halte
def beslist(besluit, consulent, jurist):
    """Give a bezwaar that was ongegrond, with a besluit that left on its day."""
    bezwaar = stappen.maak_klaar(stappen.maak_bezwaar(stappen.verstuur(besluit, consulent), consulent), consulent)
    stappen.verstuur(stappen.beslis(bezwaar, jurist), jurist, BESLOTEN)
    return Bezwaar.objects.get(pk=bezwaar.pk)


def stel_in(bezwaar, by, on=UITSPRAAK, **anders):
    velden = {"soort": "beroep", "datum": INGESTELD, "gerecht": "rechtbank Gelderland"} | anders
    return beroepen.beroep_vastleggen(over=bezwaar, gegevens=velden, by=by, at=moment(on), on=on)


def wijzig(beroep, by, on=UITSPRAAK, **wijzigingen):
    return beroepen.beroep_wijzigen(
        beroep=beroep, wijzigingen=wijzigingen, reden="Uitspraak", by=by, at=moment(on), on=on
    )


@pytest.mark.parametrize(
    ("anders", "tot"),
    [
        pytest.param({}, date(2026, 12, 14), id="six-weeks-without-a-day"),
        pytest.param({"opdracht_tot": date(2026, 11, 28)}, date(2026, 11, 28), id="saturday-of-the-court"),
        pytest.param({"uitkomst": "deels_gegrond"}, date(2026, 12, 14), id="in-part"),
    ],
)
def test_bezwaar_is_open_again_with_a_clock_from_the_uitspraak(beslist, consulent, anders, tot):
    eerste, klok = beslist.beslissing, beslist.termijn
    beroep = stel_in(beslist, consulent)

    wijzig(beroep, consulent, **GEGROND | anders)

    beslist = Bezwaar.objects.get()
    beroep.refresh_from_db()
    assert (beslist.loopt, beslist.dictum, beslist.na_uitspraak) == (True, "", beroep)
    assert (beslist.termijn.uiterste_datum, beslist.termijn.start, beslist.termijn.status) == (tot, UITSPRAAK, "lopend")
    assert (beroep.vernietigd, beroep.vernietigd_dictum) == (eerste, "Ongegrond")
    klok.refresh_from_db()
    assert klok.datum_gehaald == BESLOTEN
    assert "Beslis opnieuw op het bezwaar, uiterlijk" in laatste_event(beslist.dossier)[1]
    assert list(Bezwaar.objects.raw(VERSCHOVEN, {"gemeente": beslist.dossier.gemeente_id})) == []


def test_new_besluit_says_why_and_meets_its_own_clock(beslist, consulent, jurist, brieven_gevraagd):
    stel_in(beslist, consulent, **GEGROND)
    beslist = Bezwaar.objects.get()

    anders = {"gevolg": "U krijgt een bed.", "vervolg": Vervolg.NIEUW_BESLUIT}
    nieuw = stappen.beslis(beslist, jurist, Dictum.GEGROND, on=OPNIEUW, **anders)
    stappen.verstuur(nieuw, jurist, OPNIEUW)

    beslist.refresh_from_db()
    assert (beslist.beslissing, beslist.dictum, beslist.loopt) == (nieuw, "gegrond", False)
    assert brieven_gevraagd[-1].toelichting.startswith(
        "Op 2 november 2026 besliste rechtbank Gelderland dat ons besluit 9901-B-2026-00002 niet goed was."
    )
    klokken = Termijn.objects.filter(regel="besluit_op_bezwaar").order_by("pk")
    assert [(t.datum_gehaald, t.status) for t in klokken] == [(BESLOTEN, "gehaald"), (OPNIEUW, "gehaald")]
    beroep = Beroep.objects.get()
    weigert("al opnieuw beslist", wijzig, beroep, consulent, OPNIEUW, uitkomst="ongegrond")
    tweede = stel_in(beslist, consulent, OPNIEUW, datum=OPNIEUW)
    assert tweede.vernietigd is None


@pytest.mark.parametrize("hoe", ["weghalen", "wijzigen"])
def test_uitspraak_that_was_a_mistake_lets_the_besluit_stand_again(beslist, consulent, hoe):
    eerste, klok = beslist.beslissing, beslist.termijn
    beroep = stel_in(beslist, consulent, **GEGROND)

    if hoe == "weghalen":
        beroepen.beroep_weghalen(beroep=beroep, reden="Vergissing", by=consulent, at=moment(UITSPRAAK))
    else:
        wijzig(beroep, consulent, uitkomst="ongegrond")

    beslist = Bezwaar.objects.get()
    assert (beslist.beslissing, beslist.dictum, beslist.termijn, beslist.na_uitspraak) == (
        eerste, "ongegrond", klok, None,
    )  # fmt: skip
    assert Termijn.objects.filter(regel="besluit_op_bezwaar").order_by("pk").last().status == "vervallen"
    assert Beroep.objects.values_list("vernietigd", "stond").get() == (None, None)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"opdracht": ""}, "Kies of de gemeente opnieuw moet beslissen"),
        ({"opdracht_tot": UITSPRAAK}, "ligt na de uitspraak"),
    ],
)
def test_uitspraak_that_is_not_complete_is_refused(beslist, consulent, anders, melding):
    weigert(melding, stel_in, beslist, consulent, **GEGROND | anders)


def test_court_that_decided_itself_leaves_the_bezwaar_closed(beslist, consulent):
    stel_in(beslist, consulent, **GEGROND | {"opdracht": "niet"})

    assert Bezwaar.objects.get().beslissing == beslist.beslissing


def test_page_keeps_the_old_besluit_to_be_read(client, beslist, consulent):
    eerste = beslist.beslissing
    stel_in(beslist, consulent, **GEGROND)
    client.force_login(consulent)

    pagina = client.get(beslist.get_absolute_url()).content.decode()

    assert f'href="{eerste.get_absolute_url()}"' in pagina
    assert "(ongegrond) geldt niet meer. De gemeente beslist opnieuw op het bezwaar." in pagina
    assert beslist.get_absolute_url() in client.get(eerste.get_absolute_url()).content.decode()
