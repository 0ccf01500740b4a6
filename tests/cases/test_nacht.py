"""A whole night: who ends last sums it up, once, and a gemeente that failed or is lost shows."""

import logging
from datetime import UTC, date, datetime

import pytest

from cases import tasks
from cases.actions import nacht as acties
from cases.actions.nacht import doe_gemeente, mislukt
from cases.models import Bewaking
from cases.nacht import Nacht, Uitkomst, in_een_regel, laatste_nacht
from tests.factories import moment

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
    [(datetime(2026, 5, 8, 3, 14, tzinfo=UTC), 7), (datetime(2026, 5, 8, 3, 15, tzinfo=UTC), 8)],
    ids=["before", "from"],
)
def test_last_night_is_that_of_today_from_a_quarter_past_three(nu, dag):
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
def test_gemeente_whose_mails_failed_is_not_done(monkeypatch, gemeente):
    def breek(**kwargs):
        raise RuntimeError("geen mail")

    monkeypatch.setattr(acties, "verstuur_digests", breek)

    with pytest.raises(RuntimeError):
        tasks.termijnen_bewaken_gemeente(gemeente_id=gemeente.pk, on=ON.isoformat())

    assert list(Bewaking.objects.values_list("klaar_op", "fout", "digests")) == [
        (None, "RuntimeError: geen mail", None)
    ]
