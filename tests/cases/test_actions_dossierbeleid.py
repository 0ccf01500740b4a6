"""One dossier follows other beleid: its clocks are counted anew, and what was met stays."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.actions.dossierbeleid import beleid_kiezen, list_kiesbaar, voorspel_beleid
from cases.actions.termijnen import start_termijn
from cases.models import Beleid, DossierEvent, Termijn
from cases.status import Status
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 3, 5)


@pytest.fixture
def gemeente(db):
    """Follow the profile as it is: these tests are about the beleid itself."""
    return BeleidFactory(afwijkingen={}).gemeente


def ander(gemeente, vanaf=date(2021, 1, 1), profiel="tiel_2025", **afwijkingen):
    return BeleidFactory(gemeente=gemeente, geldig_vanaf=vanaf, profiel=profiel, afwijkingen=afwijkingen)


def kies(dossier, beleid, by, *, reden="Gunstiger", on=ON):
    return beleid_kiezen(dossier=dossier, beleid=beleid, reden=reden, by=by, at=moment(on), on=on)


def stand(dossier):
    rijen = Termijn.objects.filter(dossier=dossier)
    return {rij.regel: (rij.uiterste_datum, rij.status, rij.beleid) for rij in rijen}


def test_clocks_are_counted_with_the_other_beleid(gemeente, coordinator):
    dossier = maak_dossier(gemeente)  # 2 March 2026
    beleid = ander(gemeente, lengtes={"eerste_contact": 3, "eerste_gesprek": 6})

    verschuivingen = kies(dossier, beleid, coordinator)

    dossier.refresh_from_db()
    eigen = "Tiel 2025, eigen 01-01-2021"
    assert dossier.beleid == beleid
    assert stand(dossier) == {
        "eerste_contact": (date(2026, 3, 5), "lopend", eigen),
        "eerste_gesprek": (date(2026, 4, 13), "lopend", eigen),
    }
    assert [v.naam for v in verschuivingen if v.is_anders] == ["Eerste contact", "Eerste gesprek"]
    event = DossierEvent.objects.get(dossier=dossier, soort="beleid_gekozen")
    assert (event.by, event.reden) == (coordinator, "Gunstiger")
    assert event.tekst == (
        "Ander beleid: Tiel 2025, vanaf 1 januari 2020 wordt Tiel 2025, aangepast, vanaf 1 januari 2021."
        " Eerste contact: tot en met 9 maart 2026 (loopt) wordt tot en met 5 maart 2026 (loopt);"
        " Eerste gesprek: tot en met 28 april 2026 (loopt) wordt tot en met 13 april 2026 (loopt)."
    )
    assert dossier.history.first().history_change_reason == "Gunstiger"


def test_look_ahead_says_what_the_action_does_and_changes_nothing(gemeente, coordinator):
    dossier = maak_dossier(gemeente)
    start_termijn(dossier=dossier, regel="uht_antwoord", aanleiding="x", start=date(2026, 3, 2), on=ON)
    beleid = ander(gemeente, lengtes={"eerste_gesprek": 6, "uht_antwoord": 9}, bron_wet="Afspraak 2027")
    voor = list(Termijn.objects.order_by("pk").values())

    vooraf = [v.zin for v in voorspel_beleid(dossier, beleid, ON)]

    assert list(Termijn.objects.order_by("pk").values()) == voor
    assert vooraf == [v.zin for v in kies(dossier, beleid, coordinator)]
    assert vooraf[-1].startswith("Antwoord UHT: tot en met 10 maart 2026 (loopt) wordt tot en met 13 maart 2026")


def test_clock_that_the_beleid_has_off_stops_and_runs_again_with_the_first_beleid(gemeente, coordinator):
    dossier = maak_dossier(gemeente)
    eerst, zonder = dossier.beleid, ander(gemeente, profiel="vng_2025")

    kies(dossier, zonder, coordinator)
    uit = stand(dossier)
    dossier.refresh_from_db()
    kies(dossier, eerst, coordinator)

    assert uit["eerste_contact"][1] == "vervallen"
    assert uit["eerste_gesprek"] == (date(2026, 4, 28), "lopend", "VNG-handreiking 2025")
    assert stand(dossier)["eerste_contact"] == (date(2026, 3, 9), "lopend", "Tiel 2025")


def test_met_clock_stays_when_the_beleid_has_it_off(gemeente, consulent, coordinator):
    dossier = maak_dossier(gemeente)
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 4))
    dossier.refresh_from_db()

    kies(dossier, ander(gemeente, profiel="vng_2025"), coordinator)

    assert stand(dossier)["eerste_contact"][:2] == (date(2026, 3, 9), "gehaald")
    assert stand(dossier)["plan_van_aanpak"] == (date(2026, 4, 29), "lopend", "VNG-handreiking 2025")


def test_other_clock_that_is_off_stops_and_runs_again(gemeente, coordinator):
    dossier = maak_dossier(gemeente)
    start_termijn(dossier=dossier, regel="nazorg_einde", aanleiding="nazorg:1", start=date(2026, 3, 2), on=ON)
    start_termijn(
        dossier=dossier, regel="nazorg_contact", aanleiding="n:1", start=date(2026, 3, 2), on=ON, verwacht=True
    )
    eerst, zonder = dossier.beleid, ander(gemeente, lengtes={"nazorg_einde": None, "nazorg_contact": None})

    kies(dossier, zonder, coordinator)
    uit = {regel: rij[1] for regel, rij in stand(dossier).items() if regel.startswith("nazorg")}
    dossier.refresh_from_db()
    kies(dossier, eerst, coordinator)

    assert uit == {"nazorg_einde": "vervallen", "nazorg_contact": "vervallen"}
    weer = {regel: rij[1] for regel, rij in stand(dossier).items() if regel.startswith("nazorg")}
    assert weer == {"nazorg_einde": "lopend", "nazorg_contact": "verwacht"}


def test_only_beleid_of_the_gemeente_that_holds_can_be_chosen(gemeente, andere_gemeente):
    dossier = maak_dossier(gemeente)
    goed = ander(gemeente)
    ander(gemeente, vanaf=date(2026, 3, 6))

    assert list(list_kiesbaar(dossier, ON)) == [goed]


@pytest.mark.parametrize(
    ("welk", "melding"),
    [
        ("hetzelfde", "Dit dossier volgt dit beleid al"),
        ("later", "Kies beleid van deze gemeente dat al geldt"),
        ("elders", "Kies beleid van deze gemeente dat al geldt"),
        ("zonder reden", "Schrijf op waarom dit dossier ander beleid volgt"),
        ("andere nazorg", "De nazorg van dit dossier is al gepland"),
    ],
)
def test_choice_that_can_not_be_is_refused(gemeente, andere_gemeente, coordinator, welk, melding):
    dossier = maak_dossier(gemeente)
    beleid = {
        "hetzelfde": lambda: dossier.beleid,
        "later": lambda: ander(gemeente, vanaf=date(2026, 3, 6)),
        "elders": lambda: andere_gemeente.beleid.get(),
        "zonder reden": lambda: ander(gemeente),
        "andere nazorg": lambda: ander(gemeente, lengtes={"nazorg_contact": 3}),
    }[welk]()
    if welk == "andere nazorg":
        dossier.status = Status.NAZORG
        dossier.save()
    voor = (list(Termijn.objects.values()), Beleid.objects.count(), DossierEvent.objects.count())

    with pytest.raises(ActieFout, match=melding):
        kies(dossier, beleid, coordinator, reden=" " if welk == "zonder reden" else "x")

    dossier.refresh_from_db()
    assert dossier.beleid.geldig_vanaf == date(2020, 1, 1)
    assert (list(Termijn.objects.values()), Beleid.objects.count(), DossierEvent.objects.count()) == voor
