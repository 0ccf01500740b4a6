"""Every uiterste datum on a page can say why: its steps, its basis, the beleid and calendar, and who changed it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from cases.actions.aanmelddatum import aanmelddatum_wijzigen
from cases.actions.basis import log
from cases.actions.herberekenen import herbereken
from cases.beleid_bron import kalender_nu
from cases.models import Termijn
from cases.termijnstatus import TermijnStatus
from cases.waarom import list_veranderingen
from tests.cases.test_views_vandaag import dossier_van, zet_termijn
from tests.factories import BeleidFactory, FeestdagFactory, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
# Where a page or a part of it prints the last day of a clock, and where its explanation is.
TEMPLATES = settings.BASE_DIR / "templates"
UITLEG = re.compile(
    r"Waarom deze datum|partials/_waarom\.html|termijn_waarom|waarom_url|_klokken\.html|rij\.klok\.som|{% som "
)
TOONT_DATUM = re.compile(
    r"{{[^}]*(?:uiterste|termijn\.dag|klok\.(?:eind_tekst|tot)|(?:bezwaar|beroep|poort|stand|kant)\.tot|regel\.dag"
    r"|gepland_op|aanvulling\.uiterlijk)|{{ tot\|"
)
# The day of a taak, two clocks side by side before somebody changes them, and what a letter says.
GEEN_KLOK = {
    "cases/taak_list.html", "cases/werk_taken.html", "cases/_beeld.html", "cases/bewaking_vooruit.html",
    "cases/_voor_na.html", "planvanaanpak/pdf/_aanvulling.html", "planvanaanpak/_besluit_inhoud.html",
}  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente(db):
    """Follow the profile as it is: these tests are about the beleid itself."""
    return BeleidFactory(afwijkingen={}).gemeente


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def termijn(consulent, coordinator, gemeente):
    return dossier_van(consulent, gemeente, coordinator).termijnen.get(regel="eerste_gesprek")


def pagina(client, termijn):
    return client.get(reverse("termijn_waarom", args=[termijn.dossier.nummer, termijn.pk]))


def test_every_template_that_prints_a_last_day_explains_it():
    zonder = {
        str(pad.relative_to(TEMPLATES))
        for pad in TEMPLATES.rglob("*.html")
        if TOONT_DATUM.search(tekst := pad.read_text(encoding="utf-8")) and not UITLEG.search(tekst)
    }

    assert zonder == GEEN_KLOK


def test_page_says_how_the_day_was_counted_and_with_what(client, consulent, termijn):
    client.force_login(consulent)

    tekst = pagina(client, termijn).text

    assert "Eerste gesprek na de aanmelding" in tekst
    assert "De uiterste datum is <strong>maandag 6 juli 2026</strong>." in tekst
    assert "8 weken: maandag 6 juli 2026" in tekst
    assert "Awb artikel 4:13" in tekst
    assert "<dd>Tiel 2025</dd>" in tekst
    assert f"<dd>{kalender_nu().versie}</dd>" in tekst
    assert "Niemand heeft deze datum veranderd." in tekst


@pytest.mark.parametrize(
    ("code", "wie"),
    [
        ("eerste_gesprek", "consulent"),
        ("besluit_op_bezwaar", "coördinator"),
        ("nieuwe_kosten", "consulent"),
        ("uht_antwoord", "UHT, en de consulent vraagt ernaar"),
        ("spoed_verificatie", "UHT, en de consulent vraagt ernaar"),
    ],
)
def test_page_names_who_acts_in_words(client, consulent, termijn, code, wie):
    termijn.regel = code
    termijn.save()
    client.force_login(consulent)

    assert f"Wie doet het: {wie}. Bron:" in pagina(client, termijn).text


def test_page_names_who_changed_the_date_when_and_why(client, consulent, coordinator, termijn):
    aanmelddatum_wijzigen(
        dossier=termijn.dossier,
        datum=date(2026, 5, 8),
        reden="De brief was eerder.",
        by=coordinator,
        at=moment(ON),
        on=ON,
    )
    client.force_login(consulent)

    tekst = pagina(client, termijn).text

    assert "De uiterste datum is <strong>vrijdag 3 juli 2026</strong>." in tekst
    assert "wordt tot en met 3 juli 2026" in tekst
    assert coordinator.naam in tekst
    assert "Reden: De brief was eerder." in tekst


def test_a_new_feestdag_is_named_as_what_moved_the_date(client, consulent, gemeente, termijn):
    FeestdagFactory(datum=termijn.uiterste_datum, naam="Extra dag", bron="Stcrt. 2026, 1")
    herbereken(gemeente=gemeente, kalender=kalender_nu(), on=ON, at=moment(ON))
    client.force_login(consulent)

    tekst = pagina(client, termijn).text

    assert "de uiterste datum 6 juli 2026 wordt 7 juli 2026" in tekst
    assert "De kalender of de regel is veranderd." in tekst


def test_events_of_other_clocks_stay_out(consulent, termijn):
    dossier, wie = termijn.dossier, {"by": consulent, "at": moment(ON)}
    ander = zet_termijn(dossier, ON)
    log(dossier, "opschorting", "Opgeschort.", termijn=ander.pk, **wie)
    mijn = log(dossier, "opschorting", "Opgeschort.", termijn=termijn.pk, **wie)
    samen = log(dossier, "opschorting", "Opgeschort.", termijnen=[ander.pk, termijn.pk], **wie)
    log(dossier, "contact", "Eerste gesprek gepland.", **wie)

    assert list(list_veranderingen(termijn)) == [samen, mijn]


def test_stopped_clock_has_no_day_to_explain(client, consulent, termijn):
    Termijn.objects.filter(pk=termijn.pk).update(status=TermijnStatus.VERVALLEN)
    client.force_login(consulent)

    tekst = pagina(client, termijn).text

    assert "Deze termijn is gestopt." in tekst
    assert "6 juli 2026" not in tekst.split("<h2", 1)[1]
    assert "Kalender" not in tekst


def test_clock_of_another_dossier_is_not_found(client, consulent, coordinator, gemeente, termijn):
    ander = dossier_van(consulent, gemeente, coordinator, bsn="", achternaam="Ander")
    client.force_login(consulent)

    assert client.get(reverse("termijn_waarom", args=[ander.nummer, termijn.pk])).status_code == 404


def test_a_day_just_before_midnight_is_that_of_amsterdam(client, consulent, termijn):
    """At 23.59 here on the last day nothing is late yet, though the clock of the server says another day."""
    laatste = datetime(2026, 7, 6, 21, 59, tzinfo=UTC)

    with time_machine.travel(laatste, tick=False):
        client.force_login(consulent)
        op_tijd = pagina(client, termijn).text
    with time_machine.travel(laatste + timedelta(minutes=1), tick=False):
        te_laat = pagina(client, termijn).text

    assert "vandaag" in op_tijd
    assert "te laat" in te_laat
    assert "te laat" not in op_tijd
