"""A dossier that went on in another one takes nothing new: who tries is told where to go on."""

import pytest
from django.db import transaction

from cases.actions.basis import Samengevoegd
from cases.models import Dossier, DossierEvent, DossierIntrekking
from cases.status import Status
from tests.cases.test_statusmatrix import MATRIX, ON, VOORAF
from tests.factories import maak_dossier, moment
from tests.haltes import halte

# To look at a dossier is no work in it, its controlepunten went along, and test_actions_samenvoegen puts none back.
NIET_GEWEIGERD = {"bsn_tonen", "adres_tonen", "controlepunt_afhandelen", "dossier_herstellen"}


@halte
def ander(gemeente):
    return maak_dossier(gemeente, bsn="")


@pytest.mark.parametrize(
    "actie", [een for een, mag in MATRIX.items() if Status.INGETROKKEN in mag and een.__name__ not in NIET_GEWEIGERD]
)
def test_dossier_that_went_on_in_another_takes_nothing_new(dossier, ander, consulent, actie):
    VOORAF.get(actie, lambda dossier, by: None)(dossier, consulent)
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.INGETROKKEN)
    dossier = Dossier.objects.get(pk=dossier.pk)
    DossierIntrekking.objects.create(
        dossier=dossier,
        status_voor=Status.AANMELDING,
        reden="Dubbel",
        samengevoegd_met=ander,
        ingetrokken_op=moment(ON),
        ingetrokken_door=consulent,
    )
    events = DossierEvent.objects.filter(dossier=dossier).count()

    with pytest.raises(Samengevoegd, match=f"samengevoegd met {ander.nummer}. Werk daar") as fout, transaction.atomic():
        actie(dossier, consulent)

    assert fout.value.url == ander.get_absolute_url()
    assert DossierEvent.objects.filter(dossier=dossier).count() == events
