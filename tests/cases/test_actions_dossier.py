"""The road from aanmelding to the eerste gesprek, with the clocks that start and are met on the way."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions import dossier as acties
from cases.actions import gesprekken
from cases.actions.basis import ActieFout
from cases.keuzes import Contactuitkomst, Kanaal, Leefgebied, VerificatieAntwoord, VerificatieKanaal
from cases.models import DossierEvent, Termijn
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment

ON = date(2026, 3, 20)


def stand(dossier):
    return {
        t.regel: (t.start, t.uiterste_datum, t.status, t.datum_gehaald) for t in Termijn.objects.filter(dossier=dossier)
    }


def contact(dossier, by, *, datum=date(2026, 3, 4), uitkomst=Contactuitkomst.GESPROKEN):
    return acties.contact_vastleggen(
        dossier=dossier, datum=datum, kanaal=Kanaal.TELEFOON, uitkomst=uitkomst, tekst="", by=by, at=moment(ON), on=ON
    )


def eerste_gesprek(dossier, by, *, datum=date(2026, 3, 12), hulpvragen=None):
    return gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "De vloer is kapot."} if hulpvragen is None else hulpvragen,
        by=by,
        at=moment(ON),
        on=ON,
    )


def test_aanmelden_starts_the_first_clocks(dossier):
    assert stand(dossier) == {
        "eerste_contact": (date(2026, 3, 2), date(2026, 3, 9), "lopend", None),
        "eerste_gesprek": (date(2026, 3, 2), date(2026, 4, 27 + 1), "lopend", None),
    }
    assert dossier.nummer == "9901-D-2026-00001"
    assert dossier.status == "aanmelding"


def test_aanmelden_of_niet_erkende_makes_a_dossier_without_clocks(gemeente):
    dossier = maak_dossier(gemeente, uht_status="niet erkend")

    assert dossier.status == "geen_recht"
    assert stand(dossier) == {}


def test_attempt_is_no_first_contact(dossier, consulent):
    contact(dossier, consulent, uitkomst=Contactuitkomst.GEEN_GEHOOR)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact is None
    assert stand(dossier)["eerste_contact"][2] == "lopend"


def test_first_contact_meets_its_clock_and_starts_the_next(dossier, consulent):
    contact(dossier, consulent)

    assert stand(dossier)["eerste_contact"] == (date(2026, 3, 2), date(2026, 3, 9), "gehaald", date(2026, 3, 4))
    assert stand(dossier)["eerste_gesprek_na_contact"] == (date(2026, 3, 4), date(2026, 3, 25), "lopend", None)


def test_late_first_contact_is_met_late(dossier, consulent):
    contact(dossier, consulent, datum=date(2026, 3, 10))

    assert stand(dossier)["eerste_contact"][2:] == ("te_laat_gehaald", date(2026, 3, 10))


def test_eerste_gesprek_starts_three_clocks(dossier, consulent):
    eerste_gesprek(dossier, consulent)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek) == ("plan_van_aanpak", date(2026, 3, 12))
    assert {regel: waarden[:3] for regel, waarden in stand(dossier).items()} == {
        "eerste_contact": (date(2026, 3, 2), date(2026, 3, 9), "te_laat_gehaald"),
        "eerste_gesprek": (date(2026, 3, 2), date(2026, 4, 28), "gehaald"),
        "plan_van_aanpak": (date(2026, 3, 12), date(2026, 5, 7), "lopend"),
        "materiele_verstrekking": (date(2026, 3, 12), date(2026, 9, 12), "lopend"),
        "besluiten": (date(2026, 3, 12), date(2028, 3, 12), "lopend"),
    }
    assert [str(h) for h in dossier.hulpvragen.all()] == ["Wonen: De vloer is kapot."]


def test_eerste_gesprek_without_hulpvraag_is_refused_and_changes_nothing(dossier, consulent):
    events = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match="ten minste één leefgebied"):
        eerste_gesprek(dossier, consulent, hulpvragen={Leefgebied.WONEN: "  "})

    dossier.refresh_from_db()
    assert (dossier.status, dossier.gesprekken.count(), DossierEvent.objects.count()) == ("aanmelding", 0, events)


def test_verificatie_moves_the_start_of_the_eerste_gesprek(dossier, consulent):
    acties.verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=date(2026, 3, 10),
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=date(2026, 3, 12),
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    dossier.refresh_from_db()
    assert dossier.status == "eerste_gesprek"
    assert stand(dossier)["eerste_gesprek"][:2] == (date(2026, 3, 12), date(2026, 5, 7))


@pytest.mark.parametrize(
    ("datum", "melding"),
    [(date(2026, 3, 21), "in de toekomst"), (date(2026, 3, 1), "vóór de aanmelding")],
    ids=["future", "before-aanmelding"],
)
def test_contact_on_an_impossible_day_is_refused(dossier, consulent, datum, melding):
    with pytest.raises(ActieFout, match=melding):
        contact(dossier, consulent, datum=datum)


def test_toewijzen_only_to_a_consulent_of_the_gemeente(dossier, coordinator, vreemde, consulent):
    extern = maak_user(Rol.CONSULENT, dossier.gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=dossier.gemeente, rol=Rol.EXTERNE_HULPVERLENER)
    for wie in (vreemde, extern):
        with pytest.raises(ActieFout, match="geen actieve consulent"):
            acties.toewijzen(dossier=dossier, casusregisseur=wie, by=coordinator, at=moment(ON))

    dossier = acties.toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))

    assert dossier.casusregisseur == consulent
    event = dossier.events.first()
    assert (event.tekst, event.by, event.at) == ("Toegewezen aan Jolanda Prins.", coordinator, moment(ON))
    assert dossier.history.first().history_user == coordinator
