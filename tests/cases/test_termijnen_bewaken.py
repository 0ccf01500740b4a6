"""`manage.py termijnen_bewaken`: its JSON, what a proef leaves behind, and what happens when a gemeente fails."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command

from accounts.rollen import Rol
from cases.actions import bewaking, bewaking_vooruit
from cases.management.commando import Fout
from cases.models import Bewaking, Signaal, Termijn
from tests.factories import maak_dossier, maak_user
from tests.haltes import halte
from tests.tabellen import alles
from tests.wegen import voer_eerste_gesprek

SLEUTELS = ["on", "dossiers", "nieuw", "gewijzigd", "signalen", "overgangen", "ingehaald", "duur_s"]
VANDAAG = date(2026, 5, 8)  # the day after the last day of the plan van aanpak
# The night makes no termijn itself, so `nieuw` is 0 whatever it did: docs/installatie.md says so.
NIETS = {"nieuw": 0, "gewijzigd": 0}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 8, 6, 0, tzinfo=UTC), tick=False):
        yield


@halte
def laat_dossier(dossier, consulent):
    dossier.casusregisseur = consulent
    dossier.save(update_fields=["casusregisseur"])
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    return dossier


@pytest.fixture
def kapot(monkeypatch):
    """Give a set of codes of gemeenten in which the run breaks at its last statement."""
    codes = set()
    boek = bewaking._boek

    def breek(gemeente, dag, at, telling):
        if gemeente.code in codes:
            raise RuntimeError("schijf vol\nDETAIL: (999990639)")
        return boek(gemeente, dag, at, telling)

    monkeypatch.setattr(bewaking, "_boek", breek)
    return codes


def bewaak(capsys, *args):
    call_command("termijnen_bewaken", *args, "--json")
    antwoord = json.loads(capsys.readouterr().out)
    assert list(antwoord) == SLEUTELS
    assert antwoord.pop("duur_s") >= 0
    return antwoord


def test_json_counts_what_was_done(capsys, laat_dossier):
    assert bewaak(capsys) == {
        "on": "2026-05-08",
        "dossiers": 1,
        "signalen": 1,
        "overgangen": 1,
        "ingehaald": [],
        **NIETS,
    }


@pytest.mark.parametrize(
    ("utc", "dag", "overgangen"),
    [
        (datetime(2026, 5, 7, 21, 59, tzinfo=UTC), "2026-05-07", 0),
        (datetime(2026, 5, 7, 22, 0, tzinfo=UTC), "2026-05-08", 1),
    ],
    ids=["23:59", "00:00"],
)
def test_day_of_the_run_is_that_of_amsterdam(capsys, laat_dossier, utc, dag, overgangen):
    """On the last day, 7 May, nothing is late until midnight here: two hours before midnight UTC."""
    with time_machine.travel(utc, tick=False):
        antwoord = bewaak(capsys)

    assert (antwoord["on"], antwoord["overgangen"]) == (dag, overgangen)


def test_second_run_changes_nothing(capsys, laat_dossier):
    bewaak(capsys)
    voor = alles()

    antwoord = bewaak(capsys)

    assert antwoord == {"on": "2026-05-08", "dossiers": 1, "signalen": 0, "overgangen": 0, "ingehaald": [], **NIETS}
    assert alles() == voor


def test_missed_days_are_caught_up_and_named(capsys, laat_dossier):
    bewaak(capsys, "--on", "2026-05-05")

    assert bewaak(capsys)["ingehaald"] == ["2026-05-06", "2026-05-07"]


def test_all_gemeenten_are_done(capsys, laat_dossier, andere_gemeente):
    maak_dossier(andere_gemeente, bsn="", achternaam="Verweij")

    antwoord = bewaak(capsys)

    # Duinveen follows the VNG-handreiking, which has no term for the first contact.
    assert (antwoord["dossiers"], antwoord["overgangen"]) == (2, 2)
    assert list(Bewaking.objects.order_by("gemeente__code").values_list("gemeente__code", "overgangen")) == [
        ("9901", 1),
        ("9902", 1),
    ]


def test_text_says_what_was_done(capsys, laat_dossier):
    bewaak(capsys, "--on", "2026-05-06")

    call_command("termijnen_bewaken")

    tekst = capsys.readouterr().out
    assert tekst.rpartition(" (")[0] == (
        "De termijnen zijn bewaakt. Dag: 2026-05-08. Open dossiers: 1. Overgangen: 1. Signalen: 1. Herberekend: 0. "
        "Ingehaald: 1 dag."
    )


def test_consulent_gets_the_mail(capsys, laat_dossier, consulent):
    bewaak(capsys)

    assert [bericht.to for bericht in mail.outbox] == [[consulent.email]]


@pytest.mark.parametrize("dag", ["2026-05-08", "2027-05-08"], ids=["today", "next-year"])
def test_proef_writes_nothing_and_mails_nobody(capsys, laat_dossier, coordinator, dag):
    voor = alles()

    antwoord = bewaak(capsys, "--proef", "--on", dag)

    assert (antwoord["overgangen"] > 0, antwoord["signalen"] > 0) == (True, True)
    assert alles() == voor
    assert mail.outbox == []


def test_proef_that_fails_writes_nothing_either(capsys, laat_dossier, beheerder, monkeypatch):
    def breek(gemeente, dagen):
        raise RuntimeError("schijf vol")

    monkeypatch.setattr(bewaking_vooruit, "_straks", breek)
    voor = alles()

    with pytest.raises(Fout):
        call_command("termijnen_bewaken", "--proef", "--json")

    assert alles() == voor
    assert mail.outbox == []


def test_proef_says_so(capsys, laat_dossier):
    call_command("termijnen_bewaken", "--proef")

    assert capsys.readouterr().out.startswith("Proef: er is niets veranderd. Dag: 2026-05-08.")


def test_future_is_refused(laat_dossier, settings):
    settings.DEMO = False
    voor = alles()

    with pytest.raises(Fout, match=r"^2026-05-09 ligt in de toekomst\. Gebruik --proef om vooruit te kijken"):
        call_command("termijnen_bewaken", "--on", "2026-05-09")

    assert alles() == voor


def test_demo_may_look_ahead(capsys, laat_dossier, settings):
    settings.DEMO = True

    assert bewaak(capsys, "--on", "2026-09-13")["overgangen"] == 2


@pytest.mark.parametrize("dag", ["morgen", "08-05-2026", "20260508", "2026-W19-5", ""])
def test_faulty_date_is_refused_in_dutch(laat_dossier, dag):
    voor = alles()

    with pytest.raises(Fout, match=rf"^'{dag}' is geen datum\. Schrijf een datum als JJJJ-MM-DD, bijvoorbeeld"):
        call_command("termijnen_bewaken", "--on", dag)

    assert alles() == voor


def test_day_that_does_not_exist_is_refused():
    with pytest.raises(Fout, match=r"^De datum 2026-02-30 bestaat niet\. Kijk de dag en de maand na\.$"):
        call_command("termijnen_bewaken", "--on", "2026-02-30")


@pytest.mark.parametrize("dag", ["0001-01-01", "2024-05-07", "2028-05-08", "9999-12-31"])
@pytest.mark.parametrize("opties", [[], ["--proef"]], ids=["run", "proef"])
def test_day_far_away_is_refused(laat_dossier, settings, dag, opties):
    """Every day until then would be looked at: a slip in the year would take minutes and all memory."""
    settings.DEMO = True
    voor = alles()

    with pytest.raises(Fout) as fout:
        call_command("termijnen_bewaken", "--on", dag, *opties)

    assert str(fout.value) == f"{dag} ligt te ver weg. Kies een dag van 2024-05-08 tot en met 2028-05-07."
    assert fout.value.returncode == 1
    assert alles() == voor


@pytest.mark.parametrize("dag", ["2024-05-08", "2028-05-07"])
def test_first_and_last_day_that_can_be_looked_at(capsys, laat_dossier, dag):
    assert bewaak(capsys, "--proef", "--on", dag)["on"] == dag


@pytest.fixture
def mislukt(capsys, laat_dossier, andere_gemeente, kapot, beheerder):
    """Rivierendam fails half-way, Duinveen does not; gives the message and the JSON."""
    maak_dossier(andere_gemeente, bsn="", achternaam="Verweij")
    maak_user(Rol.BEHEERDER, andere_gemeente, email="duinveen@voorbeeld.example")
    kapot.add("9901")
    with pytest.raises(Fout) as fout:
        call_command("termijnen_bewaken", "--json")
    kapot.clear()
    return fout.value, json.loads(capsys.readouterr().out)


def test_other_gemeenten_are_done_when_one_fails(mislukt):
    _, antwoord = mislukt

    assert (antwoord["dossiers"], antwoord["overgangen"]) == (1, 1)


def test_command_names_the_gemeente_that_failed_and_exits_with_1(mislukt):
    fout, _ = mislukt

    assert str(fout) == "De bewaking is mislukt voor Rivierendam. De andere gemeenten zijn gedaan."
    assert fout.returncode == 1


def test_nothing_is_kept_of_a_failed_run_but_the_ledger_row(mislukt, laat_dossier, gemeente):
    assert Termijn.objects.get(dossier=laat_dossier, regel="plan_van_aanpak").status == "lopend"
    assert not Signaal.objects.filter(dossier=laat_dossier).exists()
    rij = Bewaking.objects.get(gemeente=gemeente)
    assert (rij.on, rij.klaar_op, rij.overgangen, rij.fout) == (VANDAAG, None, 0, "RuntimeError: schijf vol")


def test_its_beheerder_gets_a_mail(mislukt, beheerder):
    assert [(bericht.to, bericht.subject) for bericht in mail.outbox] == [
        ([beheerder.email], "Brede ondersteuning: de nachtelijke bewaking is mislukt")
    ]
    assert mail.outbox[0].body == (
        "De bewaking van gemeente Rivierendam van 8 mei 2026 is niet helemaal gelukt. De termijnen zijn niet "
        "bijgewerkt. De volgende nacht wordt deze dag ingehaald. Kijk op de pagina Bewaking en in het logboek van "
        "de worker."
    )


def test_next_night_catches_up_what_failed(mislukt, capsys, gemeente):
    with time_machine.travel(datetime(2026, 5, 9, 6, 0, tzinfo=UTC), tick=False):
        antwoord = bewaak(capsys)

    assert (antwoord["overgangen"], antwoord["ingehaald"]) == (1, ["2026-05-08"])
    rijen = Bewaking.objects.filter(gemeente=gemeente).order_by("on")
    assert list(rijen.values_list("on", "klaar_op", "fout", "overgangen")) == [
        (date(2026, 5, 8), datetime(2026, 5, 9, 6, 0, tzinfo=UTC), "", 1),
        (date(2026, 5, 9), datetime(2026, 5, 9, 6, 0, tzinfo=UTC), "", 0),
    ]


def test_mail_that_fails_is_a_failure_of_its_own(capsys, monkeypatch, laat_dossier, gemeente, beheerder):
    send = EmailMessage.send

    def weiger_consulent(self, fail_silently=False):
        if self.to != [beheerder.email]:
            raise ConnectionRefusedError("Connection refused")
        return send(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", weiger_consulent)

    with pytest.raises(Fout, match="mislukt voor Rivierendam"):
        call_command("termijnen_bewaken")

    assert Termijn.objects.get(dossier=laat_dossier, regel="plan_van_aanpak").status == "te_laat"
    assert Bewaking.objects.get().fout == "DigestFout: 1 van de 1 overzichten zijn niet gemaild."
    assert "De termijnen zijn bijgewerkt, maar niet iedereen kreeg de mail" in mail.outbox[0].body


def test_failure_is_in_the_ledger_also_when_no_mail_goes_out(monkeypatch, laat_dossier, kapot, beheerder):
    def weiger(self, fail_silently=False):
        raise ConnectionRefusedError("Connection refused")

    monkeypatch.setattr(EmailMessage, "send", weiger)
    kapot.add("9901")

    with pytest.raises(Fout, match="mislukt voor Rivierendam"):
        call_command("termijnen_bewaken")

    assert Bewaking.objects.get().fout == "RuntimeError: schijf vol"
