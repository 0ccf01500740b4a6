"""From a vastgesteld plan to nazorg and its end, and the winding down after a niet-erkend message."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.keuzes import Kanaal
from cases.models import Termijn
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from nazorg.actions.beeindigen import beeindigen
from nazorg.actions.nazorg import nazorg_afsluiten, nazorgcontact_vastleggen
from tests.factories import moment
from tests.wegen import behaal_doelen, stel_vast

EINDE = date(2027, 1, 15)


def stand(dossier):
    return {
        (t.regel, t.aanleiding.split(":")[-1] if t.regel == "nazorg_contact" else ""): t.status
        for t in Termijn.objects.filter(dossier=dossier)
    }


@pytest.fixture
def in_uitvoering(dossier, consulent):
    stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))
    return dossier


def stop(dossier, by, *, grond="doelen_behaald", nazorg=True, toelichting="Uw doelen zijn behaald.", datum=EINDE):
    return beeindigen(
        dossier=dossier,
        grond=grond,
        datum=datum,
        toelichting=toelichting,
        nazorg_gewenst=nazorg,
        by=by,
        at=moment(datum),
        on=datum,
    )


def test_beeindigen_starts_nazorg_with_four_contacts(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, date(2027, 1, 10))

    beeindiging = stop(in_uitvoering, consulent)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "nazorg"
    assert beeindiging.besluit.nummer == "9901-B-2027-00001"
    assert list(in_uitvoering.nazorg.contacten.values_list("volgnummer", "gepland_op")) == [
        (1, date(2027, 7, 15)),
        (2, date(2028, 1, 15)),
        (3, date(2028, 7, 15)),
        (4, date(2029, 1, 15)),
    ]
    standen = stand(in_uitvoering)
    assert {k[1]: v for k, v in standen.items() if k[0] == "nazorg_contact"} == {
        "1": "lopend",
        "2": "verwacht",
        "3": "verwacht",
        "4": "verwacht",
    }
    assert standen["nazorg_einde", ""] == "lopend"


def test_beeindigen_with_open_doelen_is_refused(in_uitvoering, consulent):
    with pytest.raises(ActieFout, match="nog doelen open"):
        stop(in_uitvoering, consulent)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "uitvoering"
    assert in_uitvoering.besluiten.count() == 1


def test_beeindigen_without_nazorg_closes_and_drops_the_clocks(in_uitvoering, consulent):
    stop(in_uitvoering, consulent, grond="verhuizing", toelichting="U bent verhuisd.")

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "afgesloten"
    assert stand(in_uitvoering)["besluiten", ""] == "vervallen"
    assert Termijn.objects.filter(dossier=in_uitvoering, regel="bezwaar", status="lopend").count() == 2


def test_beeindigen_as_niet_erkend_needs_the_message_of_uht(in_uitvoering, consulent):
    with pytest.raises(ActieFout, match="bericht van UHT"):
        stop(in_uitvoering, consulent, grond="niet_erkend")


def test_nazorgcontact_meets_its_clock_and_starts_the_next(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, date(2027, 1, 10))
    stop(in_uitvoering, consulent)
    on = date(2027, 7, 1)

    nazorgcontact_vastleggen(
        contact=in_uitvoering.nazorg.contacten.first(),
        datum=on,
        kanaal=Kanaal.TELEFOON,
        verslag="Het gaat goed.",
        terugval=False,
        by=consulent,
        at=moment(on),
        on=on,
    )

    contacten = {k[1]: v for k, v in stand(in_uitvoering).items() if k[0] == "nazorg_contact"}
    assert contacten == {"1": "gehaald", "2": "lopend", "3": "verwacht", "4": "verwacht"}


def test_nazorg_afsluiten_closes_the_dossier(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, date(2027, 1, 10))
    stop(in_uitvoering, consulent)

    nazorg_afsluiten(dossier=in_uitvoering, reden="Mevrouw redt het zelf.", by=consulent, at=moment(EINDE))

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "afgesloten"
    assert in_uitvoering.nazorg.afgesloten_door == consulent


def test_acclimatisatie_drops_the_clocks_and_starts_two(in_uitvoering):
    gemeld = date(2026, 5, 4)

    acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=gemeld, by=None, at=moment(gemeld), on=gemeld)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "acclimatisatie"
    lopend = Termijn.objects.filter(dossier=in_uitvoering, status="lopend").exclude(regel="bezwaar")
    assert dict(lopend.values_list("regel", "uiterste_datum")) == {
        "acclimatisatie": date(2026, 6, 3),
        "nieuwe_kosten": date(2026, 6, 3),
    }


def test_beeindigen_after_acclimatisatie_meets_its_clock(in_uitvoering, consulent):
    gemeld, einde = date(2026, 5, 4), date(2026, 5, 28)
    acclimatisatie_starten(dossier=in_uitvoering, datum_gemeld=gemeld, by=None, at=moment(gemeld), on=gemeld)
    in_uitvoering.refresh_from_db()

    stop(in_uitvoering, consulent, grond="niet_erkend", toelichting="UHT erkent u niet als gedupeerde.", datum=einde)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == "afgesloten"
    assert stand(in_uitvoering)["acclimatisatie", ""] == "gehaald"
