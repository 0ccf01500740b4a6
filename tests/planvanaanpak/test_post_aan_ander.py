"""Letters to another belanghebbende are printed and sent, also after the inwoner died (decision 1093)."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Persoon
from planvanaanpak.actions import bezwaarbrieven
from planvanaanpak.actions import drukronde as acties
from planvanaanpak.drukbrief import OP_DE_BRIEF
from planvanaanpak.drukwerklijst import te_drukken, van_regels
from planvanaanpak.models import Drukronde
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.test_indieners import EX, decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
ONTVANGEN, BESLOTEN, VERZONDEN = date(2026, 5, 20), date(2026, 6, 22), date(2026, 6, 24)
OVERLEDEN = "de inwoner is overleden"


@halte
def bezwaren(besluit, consulent):
    """Give the bezwaar of the inwoner, and that of the ex-partner against the same besluit."""
    verstuurd = stappen.verstuur(besluit, consulent)
    return stappen.maak_bezwaar(verstuurd, consulent), stappen.maak_bezwaar(verstuurd, consulent, on=ONTVANGEN, **EX)


def bevestig(bezwaar, by, on=ONTVANGEN):
    return bezwaarbrieven.ontvangst_bevestigen(bezwaar=bezwaar, by=by, at=moment(on), on=on)


def overlijd():
    Persoon.objects.update(datum_overlijden=date(2026, 5, 21))


def wacht(gemeente, by, dag=VERZONDEN):
    return [rij.brief for rij in te_drukken(gemeente, by, dag=dag)]


def test_letter_is_printed_after_the_inwoner_died(bezwaren, gemeente, consulent):
    eigen, ander = (bevestig(bezwaar, consulent) for bezwaar in bezwaren)
    assert wacht(gemeente, consulent) == [eigen, ander]

    ronde = acties.drukronde_maken(
        gemeente=gemeente, dag=ONTVANGEN, met_eerder=True, by=consulent, at=moment(ONTVANGEN)
    )
    overlijd()
    assert [(rij.brief, rij.vervallen) for rij in van_regels(ronde.regels.all(), VERZONDEN)] == [
        (eigen, OVERLEDEN), (ander, "")
    ]  # fmt: skip

    ronde.regels.all().delete()
    assert wacht(gemeente, consulent) == [ander]


def test_besluit_and_its_sheet_are_printed_after_the_inwoner_died(bezwaren, gemeente, consulent, jurist, client):
    besluit = decide(bezwaren[1], consulent, jurist)
    overlijd()
    assert besluit in wacht(gemeente, consulent)

    ronde = acties.drukronde_maken(gemeente=gemeente, dag=BESLOTEN, by=consulent, at=moment(BESLOTEN))
    assert [(rij.brief, rij.vervallen) for rij in van_regels(ronde.regels.all(), VERZONDEN)] == [(besluit, "")]
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(BESLOTEN))
    assert Drukronde.objects.met_te_bevestigen().get(pk=ronde.pk).te_bevestigen == 1
    client.force_login(consulent)
    assert "nog 1 te bevestigen" in client.get(reverse("brieven_vandaag")).text

    verzonden = stappen.verstuur(besluit, jurist, VERZONDEN)
    assert Drukronde.objects.met_te_bevestigen().get(pk=ronde.pk).te_bevestigen == 0
    (blad,) = [rij for rij in te_drukken(gemeente, consulent, dag=date(2026, 6, 30)) if rij.soort == "Bijsluiter"]
    assert (blad.brief, blad.vervallen) == (verzonden.bijsluiters.get(), "")


def test_round_does_not_wait_for_a_letter_to_who_died(besluit, gemeente, consulent):
    ronde = acties.drukronde_maken(gemeente=gemeente, dag=besluit.datum, by=consulent, at=moment(besluit.datum))
    assert Drukronde.objects.met_te_bevestigen().get(pk=ronde.pk).te_bevestigen == 1

    overlijd()

    assert Drukronde.objects.met_te_bevestigen().get(pk=ronde.pk).te_bevestigen == 0


def test_consent_of_the_inwoner_says_nothing_of_the_letter_to_another(bezwaren, gemeente, consulent, jurist):
    besluitstappen.geef_toestemming(bezwaren[1].dossier, consulent, "bezwaar")
    besluit = decide(bezwaren[1], consulent, jurist)

    (brief,) = [rij for rij in te_drukken(gemeente, consulent, dag=BESLOTEN) if rij.brief == besluit]

    assert brief.envelop == OP_DE_BRIEF
