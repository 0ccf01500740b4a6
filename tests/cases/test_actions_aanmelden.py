"""Registering somebody, and keeping what is known of a person, where it ends in a refusal or in nothing."""

from datetime import date

import pytest

from cases.actions.aanmelden import controlepunt_afhandelen, controlepunt_maken, persoon_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.verificatie import verificatie_vastleggen
from cases.keuzes import VerificatieAntwoord, VerificatieKanaal
from cases.models import Controlepunt, Dossier, DossierEvent, Persoon
from tests.factories import maak_dossier, moment

ON = date(2026, 3, 20)


def test_second_dossier_of_one_person_is_refused(dossier, gemeente):
    with pytest.raises(ActieFout) as fout:
        maak_dossier(gemeente)

    assert str(fout.value) == "Deze persoon heeft al een dossier. Zoek op naam en werk in dat dossier verder."
    assert (Dossier.objects.count(), Persoon.objects.count()) == (1, 1)


def test_same_person_in_another_gemeente_gets_a_dossier_there(dossier, andere_gemeente):
    ander = maak_dossier(andere_gemeente)

    assert (ander.gemeente, ander.persoon.bsn) == (andere_gemeente, dossier.persoon.bsn)


def test_persoon_wijzigen_without_a_difference_writes_nothing(dossier, consulent):
    events, historie = DossierEvent.objects.count(), dossier.persoon.history.count()

    persoon_wijzigen(dossier=dossier, wijzigingen={"straat": "Lindepad"}, reden="Gebeld", by=consulent, at=moment(ON))

    assert (DossierEvent.objects.count(), dossier.persoon.history.count()) == (events, historie)


def test_open_controlepunt_of_the_same_kind_keeps_its_text_and_gets_what_is_new(dossier):
    lang = "Kijk dit na. " * 40
    for tekst in ("Is dit de geboortedatum?", lang, "Is dit de geboortedatum?\nIs dit de soort?"):
        controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst=tekst)

    assert [punt.tekst for punt in dossier.controlepunten.all()] == [
        f"Is dit de geboortedatum?\n{lang}\nIs dit de soort?"
    ]


def test_controlepunt_is_closed_once(dossier, consulent, collega):
    punt = controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na.")
    controlepunt_afhandelen(punt=punt, toelichting="Klopt.", by=consulent, at=moment(ON))

    with pytest.raises(ActieFout, match=r"^Dit punt is al afgehandeld\.$"):
        controlepunt_afhandelen(punt=punt, toelichting="Klopt niet.", by=collega, at=moment(ON))

    punt.refresh_from_db()
    assert (punt.toelichting, punt.afgehandeld_door) == ("Klopt.", consulent)


def test_verificatie_with_the_answer_before_the_question_is_refused(dossier, consulent):
    with pytest.raises(ActieFout) as fout:
        verificatie_vastleggen(
            dossier=dossier,
            datum_gevraagd=date(2026, 3, 13),
            kanaal=VerificatieKanaal.TELEFOON,
            antwoord=VerificatieAntwoord.BEVESTIGD,
            datum_antwoord=date(2026, 3, 12),
            by=consulent,
            at=moment(ON),
            on=ON,
        )

    assert str(fout.value) == "Het antwoord kan niet vóór de vraag komen. Controleer de twee datums."
    dossier.refresh_from_db()
    assert (dossier.status, dossier.verificaties.count()) == ("aanmelding", 0)
