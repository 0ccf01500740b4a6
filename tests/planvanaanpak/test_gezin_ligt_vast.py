"""The besluit on the plan freezes the gezin as at the aanvraag, when nobody did before; the pages say so first."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.actions.gezin import gezin_vastleggen, gezinslid_toevoegen
from cases.models import Gezin
from planvanaanpak.actions import besluit as acties
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

GESPREK, ON = date(2026, 3, 12), date(2026, 3, 20)
MELDING = "Het gezin op de dag van de aanvraag is nog niet vastgelegd."
SEM = {"naam": "Sem Berkhout", "geboortedatum": "2014-05-00", "relatie": "kind", "bij_aanvraag": True}

pytestmark = pytest.mark.usefixtures("snelle_pdf")


@halte
def plan(gemeente, consulent):
    dossier = maak_dossier(gemeente, bsn="999990019")
    gezinslid_toevoegen(dossier=dossier, gegevens=SEM, reden="", by=consulent, at=moment(ON), on=ON)
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    return maak_volledig_plan(dossier, consulent, ON)


def stel_vast(plan, by):
    return acties.vaststellen(plan=plan, datum=ON, by=by, at=moment(ON), on=ON)


def gezinsteksten(dossier):
    return [event.tekst for event in dossier.events.filter(soort="gezin", tekst__startswith="Gezin vastgelegd")]


def test_besluit_freezes_the_gezin(plan, consulent):
    stel_vast(plan, consulent)

    gezin = Gezin.objects.get(dossiers=plan.dossier)
    assert (gezin.vastgelegd_op, gezin.vastgelegd_door) == (moment(ON), consulent)
    assert gezinsteksten(plan.dossier) == [
        "Gezin vastgelegd zoals het was op 12 maart 2026: de inwoner en Sem Berkhout (kind)."
    ]


def test_gezin_that_was_frozen_stays_as_it_is(plan, consulent, collega):
    gezin_vastleggen(dossier=plan.dossier, by=collega, at=moment(GESPREK))

    stel_vast(plan, consulent)

    gezin = Gezin.objects.get(dossiers=plan.dossier)
    assert (gezin.vastgelegd_op, gezin.vastgelegd_door) == (moment(GESPREK), collega)
    assert len(gezinsteksten(plan.dossier)) == 1


def test_refused_besluit_freezes_nothing(plan, consulent):
    plan.dossier.persoon.datum_overlijden = ON
    plan.dossier.persoon.save()

    with pytest.raises(acties.ActieFout):
        stel_vast(plan, consulent)

    assert Gezin.objects.get(dossiers=plan.dossier).vastgelegd_op is None


def test_day_of_the_aanvraag_is_that_of_the_beleid(plan, consulent):
    """Tiel 2025 art. 5 lid 1d: the aanvraag is made in the eerste gesprek; by other beleid it is the aanmelding."""
    beleid = plan.dossier.beleid
    beleid.afwijkingen = {**beleid.afwijkingen, "aanvraagmoment": "aanmelding"}
    beleid.save()

    stel_vast(plan, consulent)

    assert gezinsteksten(plan.dossier) == [
        "Gezin vastgelegd zoals het was op 2 maart 2026: de inwoner en Sem Berkhout (kind)."
    ]


def test_pages_ask_to_look_at_it_until_it_is_frozen(client, plan, consulent):
    client.force_login(consulent)
    bladzijden = [reverse(naam, args=[plan.dossier.nummer]) for naam in ("plan", "plan_vaststellen")]
    with time_machine.travel(moment(ON), tick=False):
        assert [MELDING in client.get(pad).text for pad in bladzijden] == [True, True]
        assert f"{reverse('mensen', args=[plan.dossier.nummer])}#gezin" in client.get(bladzijden[0]).text

        gezin_vastleggen(dossier=plan.dossier, by=consulent, at=moment(ON))

        assert [MELDING in client.get(pad).text for pad in bladzijden] == [False, False]
