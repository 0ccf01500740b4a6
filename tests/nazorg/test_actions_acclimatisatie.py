"""A niet-erkend message: recorded by hand or read from the portal, and the 30 days it starts."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Termijn, UhtStatusWijziging
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from nazorg.models import Acclimatisatie
from tests.factories import moment
from tests.nazorg.eindes import meld_niet_erkend, standen

GEMELD = date(2026, 5, 4)


def test_message_drops_the_clocks_and_starts_two(in_uitvoering):
    acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=GEMELD, by=None, at=moment(GEMELD), on=GEMELD)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "acclimatisatie"
    lopend = Termijn.objects.filter(dossier=in_uitvoering, status="lopend")
    assert dict(lopend.values_list("regel", "uiterste_datum")) == {
        "bezwaar": date(2026, 6, 1),
        "acclimatisatie": date(2026, 6, 3),
        "nieuwe_kosten": date(2026, 6, 3),
    }


def test_end_of_support_shifts_off_a_weekend_and_new_costs_do_not(in_uitvoering):
    """30 days after 8 May 2026 is a Sunday: the law shifts to Monday, the SPUK-regeling does not."""
    gemeld = date(2026, 5, 8)

    acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=gemeld, by=None, at=moment(gemeld), on=gemeld)

    termijnen = Termijn.objects.filter(dossier=in_uitvoering, regel__in=["acclimatisatie", "nieuwe_kosten"])
    assert dict(termijnen.values_list("regel", "uiterste_datum")) == {
        "acclimatisatie": date(2026, 6, 8),
        "nieuwe_kosten": date(2026, 6, 7),
    }


def test_message_heard_long_ago_is_late_at_once(in_uitvoering):
    on = date(2026, 7, 1)

    acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=GEMELD, by=None, at=moment(on), on=on)

    assert standen(in_uitvoering, "acclimatisatie", "nieuwe_kosten") == {
        "acclimatisatie": "te_laat",
        "nieuwe_kosten": "voorbij",
    }


def test_message_during_nazorg_drops_its_contacts(in_nazorg, consulent):
    meld_niet_erkend(in_nazorg, consulent, date(2027, 3, 1))

    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "acclimatisatie"
    assert set(standen(in_nazorg, "nazorg_contact", "nazorg_einde").values()) == {"vervallen"}


def test_message_by_hand_records_status_source_and_clocks_in_one(in_uitvoering, consulent):
    meld_niet_erkend(
        in_uitvoering, consulent, GEMELD, feit=date(2026, 4, 28), bron=" Serviceteam, M. de Boer ", on=date(2026, 5, 6)
    )

    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, in_uitvoering.uht_status) == ("acclimatisatie", "niet erkend")
    wijziging = UhtStatusWijziging.objects.latest("pk")
    assert (wijziging.status, wijziging.datum_feit, wijziging.datum_gemeld, wijziging.bron) == (
        "niet erkend",
        date(2026, 4, 28),
        GEMELD,
        "Serviceteam, M. de Boer",
    )
    assert Acclimatisatie.objects.get().datum_gemeld == GEMELD
    assert list(DossierEvent.objects.order_by("-pk").values_list("soort", "tekst")[:2]) == [
        (
            "acclimatisatie",
            "UHT meldt: niet erkend. De gemeente hoorde dit op 4 mei 2026. De acclimatisatie loopt.",
        ),
        ("uht_status", "UHT-status is nu: niet erkend."),
    ]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"on": date(2026, 5, 3)}, "Het bericht kan niet in de toekomst liggen"),
        ({"datum": date(2026, 3, 1)}, "Het bericht kan niet vóór de aanmelding van 2 maart 2026 liggen"),
        ({"feit": date(2026, 5, 5)}, "UHT kan niet ná het bericht hebben besloten"),
        ({"bron": "  "}, "Schrijf op van wie u het bericht kreeg"),
    ],
)
def test_refused_message_changes_nothing(in_uitvoering, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        meld_niet_erkend(in_uitvoering, consulent, **{"datum": GEMELD, **anders})

    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, in_uitvoering.uht_status) == ("uitvoering", "erkend")
    assert (UhtStatusWijziging.objects.count(), Acclimatisatie.objects.count()) == (1, 0)


def test_message_of_the_portal_can_not_lie_in_the_future(in_uitvoering):
    on = date(2026, 5, 3)

    with pytest.raises(ActieFout, match="De dag waarop de gemeente het hoorde kan niet in de toekomst liggen"):
        acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=GEMELD, by=None, at=moment(on), on=on)
