"""A form of a row that a colleague withdrew meanwhile is drawn again when it is sent, and refused when it is opened."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import resolve

from cases.models import (
    Aanvulling,
    Betrokkene,
    Driegesprek,
    Gesprek,
    Hulpvraag,
    Ingebrekestelling,
    Notitie,
    Opschorting,
    Verificatie,
)
from nazorg.models import Eindgrond
from planvanaanpak.models import Beroep, Verstrekking
from tests.wereld import ON

WEG = "U kunt er niets meer aan wijzigen."
RIJEN = {
    "gesprek_wijzigen": (Gesprek, f"Dit gesprek is ingetrokken. {WEG}"),
    "gesprek_intrekken": (Gesprek, f"Dit gesprek is ingetrokken. {WEG}"),
    "driegesprek_wijzigen": (Driegesprek, f"Dit driegesprek is ingetrokken. {WEG}"),
    "hulpvraag_wijzigen": (Hulpvraag, f"Deze hulpvraag is ingetrokken. {WEG}"),
    "hulpvraag_intrekken": (Hulpvraag, f"Deze hulpvraag is ingetrokken. {WEG}"),
    "notitie": (Notitie, "U kunt alleen uw eigen notities wijzigen, zolang ze niet zijn ingetrokken."),
    "betrokkene": (Betrokkene, "is al ingetrokken. Voeg deze persoon zo nodig opnieuw toe."),
    "verificatie_antwoord": (Verificatie, f"Deze vraag aan UHT is ingetrokken. {WEG}"),
    "aanvulling_ontvangen": (Aanvulling, f"Deze brief is ingetrokken. {WEG}"),
    "aanvulling_verder": (Aanvulling, f"Deze brief is ingetrokken. {WEG}"),
    "aanvulling_intrekken": (Aanvulling, f"Deze brief is ingetrokken. {WEG}"),
    "buiten_behandeling": (Aanvulling, f"Deze brief is ingetrokken. {WEG}"),
    "opschorting_beeindigen": (Opschorting, f"Dit uitstel is ingetrokken. {WEG}"),
    "uitstel_intrekken": (Opschorting, f"Dit uitstel is ingetrokken. {WEG}"),
    "ingebrekestelling_intrekken": (Ingebrekestelling, f"Deze ingebrekestelling is ingetrokken. {WEG}"),
    "verstrekking_weghalen": (Verstrekking, f"Deze regel is ingetrokken. {WEG}"),
    "eindgesprek": (Eindgrond, f"Deze grond is ingetrokken. {WEG}"),
    "eindgrond_intrekken": (Eindgrond, f"Deze grond is ingetrokken. {WEG}"),
    "beroep": (Beroep, f"Dit beroep is ingetrokken. {WEG}"),
    "dossier_beroep": (Beroep, f"Dit beroep is ingetrokken. {WEG}"),
    "beroep_weghalen": (Beroep, f"Dit beroep is ingetrokken. {WEG}"),
    "dossier_beroep_weghalen": (Beroep, f"Dit beroep is ingetrokken. {WEG}"),
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("naam", RIJEN)
def test_form_of_a_withdrawn_row_stays_when_sent_and_says_why_when_opened(wereld, urls, client, naam):
    model, waarom = RIJEN[naam]
    url, user = urls[naam], wereld.users["consulent"]
    pk = list(resolve(url).kwargs.values())[-1]
    client.force_login(user)
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        stond = client.get(url).status_code
        model.objects.filter(pk=pk).update(
            ingetrokken_op=datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC),
            ingetrokken_door=user,
            ingetrokken_reden="Dubbel.",
        )

        gestuurd = client.post(url, {"reden": "x"})
        geopend = client.get(url)

    assert (stond, gestuurd.status_code, geopend.status_code) == (200, 200, 302)
    assert [str(een).endswith(waarom) for een in geopend.wsgi_request._messages] == [True]
