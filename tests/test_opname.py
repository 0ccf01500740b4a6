"""Rows that are put back are those that were walked to, and what can't be put back is refused."""

import pytest
from django.db import transaction

from accounts.models import Gemeente
from tests.factories import BeleidFactory, maak_dossier
from tests.opname import neem_op
from tests.tabellen import alles

pytestmark = pytest.mark.django_db


def test_rows_are_put_back_as_they_were():
    with transaction.atomic():
        opname = neem_op(lambda: maak_dossier(BeleidFactory().gemeente))
        gelopen = alles()
        transaction.set_rollback(True)

    dossier = opname.zet_terug()

    assert alles() == gelopen
    dossier.refresh_from_db()
    assert dossier.events.count() == 1


def test_road_that_changes_what_was_there_is_refused(gemeente):
    with pytest.raises(RuntimeError, match="rows that were there before"):
        neem_op(lambda: Gemeente.objects.update(naam="Anders"))
