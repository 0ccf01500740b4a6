"""A whole night: who ends last sums it up, once, and a gemeente that failed or is lost shows."""

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from celery.beat import ScheduleEntry
from django.core.mail import EmailMessage
from django.utils import timezone

from cases import tasks
from cases.actions import nacht as acties
from cases.actions.nacht import doe_gemeente, mislukt
from cases.models import Bewaking, Signaal
from cases.nacht import VERWACHT_OM, Nacht, Uitkomst, in_een_regel, laatste_nacht
from config.celery import app
from tests.factories import BewakingFactory, moment

ON = date(2026, 5, 8)
AT = moment(ON, uur=3)


def uitkomst(**anders):
    gewoon = {"dossiers": 1, "overgangen": 1, "signalen": 1, "gewijzigd": 0, "digests": 1, "mislukt": False}
    return Uitkomst(**{**gewoon, "begin": AT, "duur_s": 1.0, **anders})


def test_night_counts_done_failed_and_not_there():
    som = Nacht.van(ON, [uitkomst(), uitkomst(mislukt=True, begin=None), uitkomst(digests=None)], 5)

    assert (som.gedaan, som.mislukt, som.bezig) == (1, 1, 3)
    assert in_een_regel(som) == (
        "De nacht van vr 8 mei 2026: 1 gemeente gedaan, 1 mislukt, 3 nog bezig. Open dossiers: 3. Overgangen: 3. "
        "Signalen: 3. Herberekend: 0. Mails: 2. Duur: 1,00 s."
    )


def test_night_without_rows_is_all_to_do():
    som = Nacht.van(ON, [], 2)

    assert (som.gedaan, som.bezig, som.duur_s) == (0, 2, 0)


def test_night_refuses_more_than_there_are():
    with pytest.raises(ValueError, match="Meer gemeenten gedaan dan er zijn"):
        Nacht(**{**vars(Nacht.van(ON, [], 1)), "gedaan": 1, "mislukt": 1})


@pytest.mark.parametrize(
    ("nu", "dag"),
    [(datetime(2026, 5, 8, 3, 59, tzinfo=UTC), 7), (datetime(2026, 5, 8, 4, 0, tzinfo=UTC), 8)],
    ids=["before", "from"],
)
def test_last_night_is_that_of_today_from_four(nu, dag):
    assert laatste_nacht(nu) == date(2026, 5, dag)


@pytest.fixture
def regels(caplog, django_capture_on_commit_callbacks):
    """Call a function and give the lines about the night that it logged."""
    caplog.set_level(logging.INFO, logger="cases.actions.nacht")

    def bij(functie, **kwargs):
        caplog.clear()
        with django_capture_on_commit_callbacks(execute=True):
            functie(**kwargs)
        return [(r.levelname, r.getMessage()) for r in caplog.records if r.name == "cases.actions.nacht"]

    return bij


@pytest.mark.django_db
def test_last_gemeente_sums_the_night_up_once(regels, gemeente, andere_gemeente, dossier):
    assert regels(doe_gemeente, gemeente=gemeente, on=ON, at=AT) == []
    (regel,) = regels(doe_gemeente, gemeente=andere_gemeente, on=ON, at=AT)
    assert regel[0] == "INFO"
    assert regel[1].startswith("De nacht van vr 8 mei 2026: 2 gemeenten gedaan, 0 mislukt, 0 nog bezig.")
    assert regels(doe_gemeente, gemeente=gemeente, on=ON, at=AT) == []


@pytest.mark.django_db
def test_night_with_a_failure_is_an_error_in_the_log_and_good_after_another_try(regels, gemeente, andere_gemeente):
    assert regels(mislukt, gemeente=gemeente, on=ON, at=AT, fout="RuntimeError: schijf vol") == []
    (fout,) = regels(doe_gemeente, gemeente=andere_gemeente, on=ON, at=AT)
    (goed,) = regels(doe_gemeente, gemeente=gemeente, on=ON, at=AT)

    assert (fout[0], "1 gemeente gedaan, 1 mislukt, 0 nog bezig" in fout[1]) == ("ERROR", True)
    assert (goed[0], "2 gemeenten gedaan, 0 mislukt, 0 nog bezig" in goed[1]) == ("INFO", True)


@pytest.mark.django_db
def test_failure_after_the_others_sums_up_too(regels, gemeente):
    (fout,) = regels(mislukt, gemeente=gemeente, on=ON, at=AT, fout="RuntimeError: schijf vol")

    assert fout[0] == "ERROR"
    assert regels(mislukt, gemeente=gemeente, on=ON, at=AT, fout="RuntimeError: schijf vol") == []


@pytest.mark.django_db
def test_ledger_says_how_many_mails_went_out(gemeente, dossier, consulent, coordinator, mailoutbox):
    doe_gemeente(gemeente=gemeente, on=ON, at=AT)

    assert len(mailoutbox) == 1  # the coördinator's: the dossier is nobody's
    assert Bewaking.objects.get().digests == 1


@pytest.mark.django_db
@pytest.mark.parametrize("volgorde", [(7, 8, 9), (9, 8, 7)], ids=["in-order", "out-of-order"])
def test_nights_that_waited_in_the_queue_give_one_mail(gemeente, dossier, coordinator, mailoutbox, volgorde):
    """No worker ran for three nights; on the morning of the last one all three tasks are done."""
    dagen = [date(2026, 5, dag) for dag in volgorde]
    with time_machine.travel(moment(date(2026, 5, 9), uur=9), tick=False):
        for dag in dagen:
            tasks.termijnen_bewaken_gemeente(gemeente_id=gemeente.pk, on=dag.isoformat())

    assert [bericht.to for bericht in mailoutbox] == [[coordinator.email]]
    assert list(Signaal.objects.filter(soort="digest").values_list("on", flat=True)) == [date(2026, 5, 9)]
    assert list(Bewaking.objects.afgerond().order_by("on").values_list("on", "digests", "fout")) == [
        (date(2026, 5, 7), 0, ""),
        (date(2026, 5, 8), 0, ""),
        (date(2026, 5, 9), 1, ""),
    ]


@pytest.mark.django_db
def test_gemeente_whose_mails_failed_is_not_done(monkeypatch, gemeente):
    def breek(**kwargs):
        raise RuntimeError("geen mail")

    monkeypatch.setattr(acties, "verstuur_digests", breek)

    with time_machine.travel(AT, tick=False), pytest.raises(RuntimeError):
        tasks.termijnen_bewaken_gemeente(gemeente_id=gemeente.pk, on=ON.isoformat())

    assert list(Bewaking.objects.values_list("klaar_op", "fout", "digests")) == [
        (None, "RuntimeError: geen mail", None)
    ]


@pytest.fixture
def opnieuw(monkeypatch):
    """Note which gemeenten were started again."""
    gestart = []
    monkeypatch.setattr(tasks.termijnen_bewaken_gemeente, "delay", lambda **wat: gestart.append(wat))
    return gestart


@pytest.mark.django_db
def test_look_at_four_mails_of_what_is_lost_and_starts_it_again(
    opnieuw, gemeente, andere_gemeente, beheerder, coordinator, vreemde, mailoutbox
):
    """Rivierendam was lost between its termijnen and its mails, Duinveen failed: that said so itself."""
    BewakingFactory(gemeente=gemeente, on=ON, digests=None)
    BewakingFactory(gemeente=andere_gemeente, on=ON, klaar_op=None, fout="RuntimeError: schijf vol", digests=None)

    tasks.bewaking_nakijken(on=ON.isoformat())

    assert opnieuw == [{"gemeente_id": gemeente.pk, "on": "2026-05-08"}]
    assert [(bericht.to, bericht.subject) for bericht in mailoutbox] == [
        ([beheerder.email], "Brede ondersteuning: de nachtelijke bewaking is nog niet klaar")
    ]
    assert mailoutbox[0].body == (
        "De bewaking van gemeente Rivierendam van 8 mei 2026 is nog niet klaar. Misschien is een worker gestopt. De"
        " bewaking wordt nu opnieuw geprobeerd. Kijk op de pagina Bewaking en in het logboek van de worker."
    )


@pytest.mark.django_db
def test_look_at_four_is_about_the_night_that_should_be_done(opnieuw, gemeente):
    BewakingFactory(gemeente=gemeente, on=ON)
    for uur, verwacht in ((3, []), (4, ["2026-05-09"])):
        with time_machine.travel(moment(ON + timedelta(days=1), uur=uur), tick=False):
            tasks.bewaking_nakijken()

        assert [wat["on"] for wat in opnieuw] == verwacht


@pytest.mark.django_db
def test_gemeente_without_beheerder_mails_its_coordinator(opnieuw, gemeente, beheerder, coordinator, mailoutbox):
    beheerder.is_active = False
    beheerder.save(update_fields=["is_active"])

    tasks.bewaking_nakijken(on=ON.isoformat())

    assert [bericht.to for bericht in mailoutbox] == [[coordinator.email]]


@pytest.mark.django_db
def test_gemeente_of_nobody_is_an_error_in_the_log(opnieuw, gemeente, mailoutbox, caplog):
    tasks.bewaking_nakijken(on=ON.isoformat())

    assert mailoutbox == []
    assert "Gemeente 9901 heeft geen beheerder en geen coördinator om dit te mailen." in caplog.messages


@pytest.mark.django_db
def test_mail_that_fails_keeps_no_gemeente_from_being_started_again(
    opnieuw, monkeypatch, gemeente, andere_gemeente, beheerder
):
    def weiger(self, fail_silently=False):
        raise ConnectionRefusedError("Connection refused")

    monkeypatch.setattr(EmailMessage, "send", weiger)

    tasks.bewaking_nakijken(on=ON.isoformat())

    assert {wat["gemeente_id"] for wat in opnieuw} == {gemeente.pk, andere_gemeente.pk}


@pytest.mark.parametrize("zomertijd", [date(2026, 3, 29), date(2027, 3, 28)])
def test_beat_looks_after_the_run_also_in_the_night_that_has_no_quarter_past_two(zomertijd):
    """Beat starts the run at 03:15 then, as 02:15 is skipped; the look must come after it."""
    gestart = {}
    for naam in ("termijnen-bewaken", "bewaking-nakijken"):
        with time_machine.travel(moment(zomertijd - timedelta(days=1), uur=12), tick=False) as reis:
            taak = ScheduleEntry(name=naam, app=app, **app.conf.beat_schedule[naam])
            for kwartier in range(4 * 24):
                reis.move_to(moment(zomertijd - timedelta(days=1), uur=12) + timedelta(minutes=15 * kwartier))
                if taak.is_due().is_due:
                    gestart[naam] = timezone.localtime().strftime("%H:%M")
                    taak = next(taak)

    assert gestart == {"termijnen-bewaken": "03:15", "bewaking-nakijken": "04:00"}
    assert f"{VERWACHT_OM:%H:%M}" == "04:00"
