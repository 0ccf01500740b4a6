"""What goes out at night, over a gemeente with a dossier in every part of the road: numbers and links, no inwoner."""

import re
from datetime import timedelta

import pytest
from django.core import mail

from cases import tasks
from cases.actions.nacht import doe_gemeente
from cases.models import Betrokkene, Dossier, Gezinslid, Persoon, Signaal
from cases.status import OPEN
from tests.factories import moment
from tests.wereld import ON

NUMMER = re.compile(r"\d{4}-D-\d{4}-\d{5}")
# What would say who somebody is.
WIE = ("achternaam", "voorletters", "voornamen", "bsn", "geboortedatum", "postcode", "straat", "telefoon", "email")

pytestmark = pytest.mark.django_db


def geheimen():
    """Give every value in the database that says who an inwoner is, or somebody around them."""
    gevonden = {str(getattr(persoon, veld, "")) for persoon in Persoon.objects.all() for veld in WIE}
    gevonden |= {lid.naam for lid in Gezinslid.objects.all()} | {een.naam for een in Betrokkene.objects.all()}
    return {waarde for waarde in gevonden if len(waarde) > 3 and waarde != "None"}


@pytest.fixture
def nachten(wereld):
    """Do four nights, and one long after with all between; give the mails of each."""
    uit = {}
    for dagen in range(1, 5):
        on = ON + timedelta(days=dagen)
        doe_gemeente(gemeente=wereld.gemeente, on=on, at=moment(on, uur=3))
        uit[on], mail.outbox = mail.outbox, []
    later = ON + timedelta(days=200)
    doe_gemeente(gemeente=wereld.gemeente, on=later, at=moment(later, uur=3))
    uit[later] = mail.outbox
    return uit


def test_no_mail_says_who_an_inwoner_is_and_every_dossier_in_one_is_open_with_its_link(wereld, nachten):
    nachtmails = [bericht for berichten in nachten.values() for bericht in berichten]
    tasks.meld_fout(wereld.gemeente, ON, RuntimeError(f"dubbel\nDETAIL: ({Persoon.objects.first().bsn})"))
    tasks.meld_verloren(wereld.gemeente, ON)
    tekst = "\n".join(f"{bericht.message()}" for bericht in nachtmails)
    tekst += "\n".join(f"{bericht.subject}\n{bericht.body}" for b in (*nachten.values(), mail.outbox) for bericht in b)

    assert {"Aerts", "999990019", "Claassen"} < geheimen()
    assert sorted(waarde for waarde in geheimen() if waarde in tekst) == []
    assert re.findall(r"\b\d{9}\b", tekst) == []

    gesloten = set(Dossier.objects.exclude(status__in=OPEN).values_list("nummer", flat=True))
    genoemd = {nr for bericht in nachtmails for nr in NUMMER.findall(bericht.body)}
    assert gesloten
    assert genoemd
    assert genoemd & gesloten == set()
    for bericht in nachtmails:
        for nummer in NUMMER.findall(bericht.body):
            assert f"/dossiers/{nummer}/" in bericht.body


def test_signal_made_before_the_dossier_closed_is_not_mailed_after(wereld):
    on = ON + timedelta(days=1)
    dossier = wereld.in_plan
    Signaal.objects.create(
        gemeente=wereld.gemeente,
        dossier=dossier,
        sleutel="proef",
        soort="te_laat",
        tekst="Plan van aanpak vaststellen: te laat.",
        on=on,
        ontvanger=wereld.users["consulent"],
    )
    Dossier.objects.filter(pk=dossier.pk).update(status="afgesloten")

    doe_gemeente(gemeente=wereld.gemeente, on=on, at=moment(on, uur=3))

    assert mail.outbox
    assert [bericht.to for bericht in mail.outbox if dossier.nummer in bericht.body] == []
