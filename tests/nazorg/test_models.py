"""What the database holds to, who sees the rows, and how they read."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nazorg.models import Acclimatisatie, Beeindiging, Nazorgcontact, Nazorgtraject
from tests.factories import moment
from tests.nazorg.eindes import EINDE, meld_niet_erkend


@pytest.mark.parametrize(
    ("model", "velden", "constraint"),
    [
        (Nazorgtraject, {"afgesloten_op": moment(EINDE), "afsluitreden": "Klaar."}, "afgesloten_op_en_door"),
        (Nazorgtraject, {"afsluitreden": "Klaar."}, "afgesloten_met_reden"),
        (Nazorgcontact, {"gehouden_op": EINDE, "kanaal": "telefoon"}, "gehouden_op_en_door"),
        (Nazorgcontact, {"volgnummer": 1}, "nazorgcontact_uniek"),
    ],
)
def test_half_a_row_is_refused_by_the_database(in_nazorg, model, velden, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.update(**velden)


def test_closed_or_held_rows_say_why_and_how(in_nazorg, consulent):
    with pytest.raises(IntegrityError, match="afgesloten_met_reden"), transaction.atomic():
        Nazorgtraject.objects.update(afgesloten_op=moment(EINDE), afgesloten_door=consulent)
    with pytest.raises(IntegrityError, match="gehouden_met_kanaal"), transaction.atomic():
        Nazorgcontact.objects.update(gehouden_op=EINDE, gehouden_door=consulent)


def test_rows_are_seen_by_whoever_sees_the_dossier(in_nazorg, consulent, auditor, financieel, vreemde):
    meld_niet_erkend(in_nazorg, consulent, date(2027, 3, 1))
    modellen = (Acclimatisatie, Beeindiging, Nazorgcontact, Nazorgtraject)

    aantallen = {
        user.naam: [model.objects.visible_to(user).count() for model in modellen]
        for user in (consulent, auditor, financieel, vreemde)
    }

    assert aantallen == {
        "Jolanda Prins": [1, 1, 4, 1],
        "Anton Roos": [1, 1, 4, 1],
        "Wim Ketelaar": [0, 0, 0, 0],
        "Iris Vreeling": [0, 0, 0, 0],
    }


def test_rows_read_as_what_they_are(in_nazorg, consulent):
    meld_niet_erkend(in_nazorg, consulent, date(2027, 3, 1))
    rijen = (in_nazorg.beeindigingen.get(), Acclimatisatie.objects.get(), in_nazorg.nazorg)

    assert [str(rij) for rij in (*rijen, in_nazorg.nazorg.contacten.first())] == [
        "Doelen (deels) behaald",
        "Acclimatisatie vanaf 1 maart 2027",
        "Nazorg vanaf 15 januari 2027",
        "Nazorgcontact 1",
    ]
