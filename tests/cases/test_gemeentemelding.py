"""The night tells of the clocks of the gemeente: to the role that acts, once, and nothing of what was done."""

from datetime import date

import pytest
from django.core import mail

from accounts.rollen import Rol
from cases.actions.afronding import afronden
from cases.actions.beleid import beleid_maken
from cases.actions.nacht import doe_gemeente
from cases.actions.uht import verificatiecode_ophalen
from cases.models import Beleid, Signaal
from cases.querysets import DIGEST
from spuk.klokregels import vind_klok
from tests.factories import LidmaatschapFactory, maak_user, moment

CODE_14, CODE_LAAT = date(2026, 11, 17), date(2026, 12, 2)
JAARLIJST_60 = date(2026, 5, 16)

pytestmark = pytest.mark.django_db


def nacht(gemeente, *dagen):
    for dag in dagen:
        doe_gemeente(gemeente=gemeente, on=dag, at=moment(dag, uur=3))


def signalen():
    rijen = Signaal.objects.exclude(soort=DIGEST).order_by("on", "pk")
    return [(rij.on, rij.soort, rij.tekst, rij.ontvanger) for rij in rijen]


def brieven():
    return {
        bericht.to[0]: [regel for regel in bericht.body.splitlines() if regel.startswith("- ")]
        for bericht in mail.outbox
    }


def haal_code(gemeente, by, dag=date(2026, 6, 1)):
    """Fetch the code of a half year, so that nothing is late yet."""
    verificatiecode_ophalen(gemeente=gemeente, by=by, at=moment(dag, uur=1), on=dag)


def test_coordinator_is_mailed_once_when_the_warning_day_comes(gemeente, coordinator, consulent):
    haal_code(gemeente, coordinator)
    nacht(gemeente, date(2026, 11, 16), CODE_14, CODE_14, date(2026, 11, 18))

    tekst = "Nieuwe verificatiecode ophalen die geldt vanaf 1 december 2026 uiterlijk di 1 dec 2026."
    assert signalen() == [(CODE_14, "bijna", tekst, None)]
    assert brieven() == {coordinator.email: [f"- {tekst}"]}
    assert len(mail.outbox) == 1


def test_it_is_told_once_that_it_is_late_and_the_mail_does_not_say_that_nothing_is(gemeente, coordinator):
    nacht(gemeente, CODE_LAAT, CODE_LAAT)

    ((on, soort, tekst, _),) = signalen()
    assert (on, soort) == (CODE_LAAT, "te_laat")
    assert brieven() == {coordinator.email: [f"- {tekst}"]}
    assert "Er is niets te laat." not in mail.outbox[0].body


def test_nothing_is_told_of_a_code_that_was_fetched(gemeente, coordinator):
    verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(date(2026, 11, 17), uur=1), on=CODE_14)

    nacht(gemeente, CODE_14, CODE_LAAT)

    assert (signalen(), mail.outbox) == ([], [])


def test_financieel_is_mailed_of_the_money_with_a_link_to_its_own_page(gemeente, coordinator, financieel):
    tweede = maak_user(Rol.FINANCIEEL, gemeente, email="tweede@voorbeeld.example")
    haal_code(gemeente, coordinator, JAARLIJST_60)

    nacht(gemeente, JAARLIJST_60, JAARLIJST_60)

    teksten = [
        "- Jaarlijst opvragen en vergelijken over 2025 uiterlijk wo 15 jul 2026.",
        "- SiSa-bijlage indienen bij het CBS over 2025 uiterlijk wo 15 jul 2026.",
    ]
    assert brieven() == {financieel.email: teksten, tweede.email: teksten}
    assert "/spuk/\n" in mail.outbox[0].body
    assert "/vandaag/" not in mail.outbox[0].body


def test_without_financieel_it_goes_to_the_coordinator(gemeente, coordinator):
    haal_code(gemeente, coordinator, JAARLIJST_60)
    nacht(gemeente, JAARLIJST_60)

    assert [(tekst[:9], wie) for _, _, tekst, wie in signalen()] == [("Jaarlijst", None), ("SiSa-bijl", None)]
    assert len(brieven()[coordinator.email]) == 2


def test_who_no_longer_works_here_or_works_elsewhere_hears_nothing(gemeente, andere_gemeente, financieel):
    weg = maak_user(Rol.FINANCIEEL, gemeente, email="weg@voorbeeld.example")
    weg.is_active = False
    weg.save()
    LidmaatschapFactory(user=maak_user(Rol.CONSULENT, gemeente), gemeente=andere_gemeente, rol=Rol.FINANCIEEL)

    nacht(gemeente, JAARLIJST_60)

    assert {wie for *_, wie in signalen()} == {financieel}


def test_nothing_is_told_of_what_was_recorded_as_done(gemeente, financieel):
    klok = vind_klok(gemeente, "jaarlijst", "2025", JAARLIJST_60)
    gedaan = date(2026, 5, 4)
    afronden(gemeente=gemeente, klok=klok, datum=gedaan, by=financieel, at=moment(gedaan), on=gedaan)

    nacht(gemeente, JAARLIJST_60)

    assert [tekst[:9] for _, _, tekst, _ in signalen()] == ["SiSa-bijl"]


def test_gemeente_warns_on_days_of_its_own(gemeente, beheerder, coordinator):
    beleid_maken(
        gemeente=gemeente,
        profiel="tiel_2025",
        geldig_vanaf=date(2026, 11, 1),
        bron="Werkafspraak 2026",
        afwijkingen={"waarschuwingen": {"verificatiecode": [3]}},
        by=beheerder,
        on=date(2026, 10, 1),
    )

    nacht(gemeente, CODE_14, date(2026, 11, 28))

    assert [(on, soort) for on, soort, *_ in signalen()] == [(date(2026, 11, 28), "bijna")]


def test_missed_days_are_caught_up_in_order(gemeente, coordinator):
    nacht(gemeente, date(2026, 11, 16), date(2026, 12, 3))

    assert [(on, soort) for on, soort, *_ in signalen()] == [(CODE_14, "bijna"), (CODE_LAAT, "te_laat")]


def test_gemeente_without_beleid_has_no_clocks(gemeente, coordinator):
    Beleid.objects.all().delete()

    nacht(gemeente, CODE_14)

    assert signalen() == []
