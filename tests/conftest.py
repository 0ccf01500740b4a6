"""Fixtures for every test."""

import copy
import gc
import ipaddress
import socket
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client, override_settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases import lijstvraag, werkvraag
from cases.models import Dossier
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.gedeeld import GedeeldeWereld
from tests.haltes import haltes_van, loop_langs, vraagt
from tests.inloggen import begin_sessie
from tests.opname import eens
from tests.sjabloon import maak_sjabloon
from tests.wegen import sla_pdf_over, walked_once
from tests.wereld import ON, Wereld
from tests.wereldadressen import adressen

WERELDBESTANDEN = pytest.StashKey[set[Path]]()
_WERELD = GedeeldeWereld()


def _in_wereld(item: pytest.Item) -> bool:
    return "wereld" in getattr(item, "fixturenames", ())


@pytest.hookimpl(trylast=True)  # pytest-django puts them last
def pytest_collection_modifyitems(items: list[pytest.Item], config: pytest.Config) -> None:
    """Begin with the files that look at the world, so that a process makes it once, and of those and others with the
    browser: with the longest files last, one process works on while the others have nothing left.
    """
    config.stash[WERELDBESTANDEN] = bestanden = {item.path for item in items if _in_wereld(item)}
    items.sort(key=lambda item: (item.path not in bestanden, not item.nodeid.startswith("tests/e2e/")))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Undo the world before the first file that does not look at it."""
    if item.path not in item.config.stash[WERELDBESTANDEN]:
        _WERELD.ruim_op()


def _leeg(operations: DatabaseOperations, style: object, tables: Collection[str], **_: object) -> list[str]:
    """Empty the tables after a test that does not roll back, the frozen ones too: only here triggers do not run.

    By DELETE: a test fills few tables, and TRUNCATE gives each of them a new file on the disk.
    """
    rijen = [f"DELETE FROM {operations.quote_name(tabel)}" for tabel in tables]
    return ["; ".join(["SET LOCAL session_replication_role = replica", *rijen])]


DatabaseOperations.sql_flush = _leeg


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never again among the imported modules and the tests: saves a quarter."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


# How long an example takes says how busy the machine is, and nothing of the rule.
hypothesis_settings.register_profile("op_elke_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("op_elke_machine")


def is_near(host: str) -> bool:
    if host in ("", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def _network_blocked() -> Iterator[None]:
    """No test depends on, or tells anything to, another machine. Unix sockets and this machine itself are fine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX and not (isinstance(address, tuple) and is_near(str(address[0]))):
            raise RuntimeError(f"A test tried to reach {address!r}; tests stay on this machine.")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Copy a database in which all is migrated, and migrate nothing.

    A database that is used again may be older, and is migrated.
    """
    if django_db_keepdb and not django_db_createdb:
        return
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"] |= {"TEMPLATE": maak_sjabloon(), "MIGRATE": False}


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords() -> Iterator[None]:
    """Hash passwords quickly: the real hasher is slow on purpose, and Django's own."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True, scope="session")
def _quick_login() -> Iterator[None]:
    """Log a client in by the row of its session: `login` of Django asks eight questions more, for the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", begin_sessie)
        yield


@pytest.fixture(autouse=True)
def _no_text_kept() -> Iterator[None]:
    """Keep no text of a question from one test to the next: it may be of a card or a number that the test put there."""
    yield
    werkvraag.schrijf.cache_clear()
    lijstvraag.schrijf_voor.cache_clear()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Say what a test begins with, so that pytest lets those of a file that begin alike follow each other.

    A test that really commits can't share what stands in an open transaction.
    """
    marker = metafunc.definition.get_closest_marker("django_db")
    echt = {"transactional_db", "live_server"} & set(metafunc.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    )
    deelt = "_met_gemeente" in metafunc.fixturenames and not echt
    haltes = haltes_van(metafunc, {})
    gevraagd = {naam for loop in haltes for naam in vraagt(loop)} - {loop.__name__ for loop in haltes}
    begin = tuple(naam for naam in BEGIN if naam in gevraagd or f"_met_{naam}" in metafunc.fixturenames)
    param = pytest.param((begin, haltes) if deelt else None, id=pytest.HIDDEN_PARAM)
    metafunc.parametrize("_basis", [param], indirect=True, scope="module")


def maak_gemeente() -> Gemeente:
    gemeente: Gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    return gemeente


def maak_andere_gemeente() -> Gemeente:
    gemeente: Gemeente = GemeenteFactory(code="9902", naam="Duinveen", woonplaatsen="Duinveen")
    BeleidFactory(gemeente=gemeente, profiel="vng_2025", bron="VNG-handreiking brede ondersteuning 2025")
    return gemeente


def maak_consulent(gemeente: Gemeente) -> User:
    return maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example", naam="Jolanda Prins")


def maak_coordinator(gemeente: Gemeente) -> User:
    return maak_user(Rol.COORDINATOR, gemeente, email="coordinator@voorbeeld.example", naam="Karima Zeeman")


def maak_financieel(gemeente: Gemeente) -> User:
    return maak_user(Rol.FINANCIEEL, gemeente, email="financieel@voorbeeld.example", naam="Wim Ketelaar")


def maak_naima(gemeente: Gemeente) -> Dossier:
    return maak_dossier(gemeente)


# The last three only where a halte asks for them.
BEGIN: dict[str, Callable[[Gemeente], Any]] = {
    "consulent": maak_consulent,
    "dossier": maak_naima,
    "andere_gemeente": lambda _: maak_andere_gemeente(),
    "coordinator": maak_coordinator,
    "financieel": maak_financieel,
}


@pytest.fixture(autouse=True, scope="module")
def _basis(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """The gemeente, consulent and dossier that most tests begin with, and the haltes of a file: made once for all.

    Every test asks for it: one that begins with nothing does not find what another shared.
    """
    if request.param is None:
        yield {}
        return
    request.getfixturevalue("django_db_setup")
    begin, haltes = request.param

    def maak_begin() -> dict[str, Any]:
        gemeente = maak_gemeente()
        return {"gemeente": gemeente} | {naam: BEGIN[naam](gemeente) for naam in begin}

    def loop() -> dict[str, Any]:
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(moment(date(2026, 3, 2)), tick=False):
            basis = copy.deepcopy(eens(("basis", begin), maak_begin))
            return loop_langs(haltes, {**basis, "snelle_pdf": sla_pdf_over(patch)})

    with walked_once(request.getfixturevalue("django_db_blocker"), loop) as basis:
        yield basis


@pytest.fixture
def _eigen(_basis: dict[str, Any], db: None) -> dict[str, Any]:
    """Give each test objects of its own, which it may change, for the rows that it shares."""
    return copy.deepcopy(_basis)


@pytest.fixture
def _haltes(_eigen: dict[str, Any], _met_gemeente: None) -> dict[str, Any]:
    """Give each test what the haltes made; planvanaanpak and nazorg have a road of their own."""
    return _eigen


@pytest.fixture
def _met_gemeente() -> None:
    """Tell `pytest_generate_tests` that a test begins with the gemeente of this file, and no other."""


@pytest.fixture
def _met_consulent() -> None:
    """Tell `pytest_generate_tests` that a test begins with the consulent of this file, and no other."""


@pytest.fixture
def _met_dossier() -> None:
    """Tell `pytest_generate_tests` that a test begins with the dossier of this file, and no other."""


@pytest.fixture
def gemeente(_eigen: dict[str, Any], _met_gemeente: None) -> Gemeente:
    """Rivierendam, with its beleid: nothing works without."""
    return _eigen.get("gemeente") or maak_gemeente()


@pytest.fixture
def andere_gemeente(_eigen: dict[str, Any]) -> Gemeente:
    return _eigen.get("andere_gemeente") or maak_andere_gemeente()


@pytest.fixture
def consulent(gemeente: Gemeente, _eigen: dict[str, Any], _met_consulent: None) -> User:
    return _eigen.get("consulent") or maak_consulent(gemeente)


@pytest.fixture
def collega(gemeente: Gemeente) -> User:
    return maak_user(Rol.CONSULENT, gemeente, email="collega@voorbeeld.example", naam="Bram Terpstra")


@pytest.fixture
def pagina(client: Client, consulent: User) -> Client:
    """Somebody who asks for pages, logged in as the consulent."""
    client.force_login(consulent)
    return client


@pytest.fixture
def coordinator(gemeente: Gemeente, _eigen: dict[str, Any]) -> User:
    return _eigen.get("coordinator") or maak_coordinator(gemeente)


@pytest.fixture
def financieel(gemeente: Gemeente, _eigen: dict[str, Any]) -> User:
    return _eigen.get("financieel") or maak_financieel(gemeente)


@pytest.fixture
def beheerder(gemeente: Gemeente) -> User:
    return maak_user(Rol.BEHEERDER, gemeente, email="beheerder@voorbeeld.example", naam="Els Dijkgraaf")


@pytest.fixture
def auditor(gemeente: Gemeente) -> User:
    return maak_user(Rol.AUDITOR, gemeente, email="auditor@voorbeeld.example", naam="Anton Roos")


@pytest.fixture
def vreemde(andere_gemeente: Gemeente) -> User:
    """A coördinator of another gemeente: sees nothing of this one."""
    return maak_user(Rol.COORDINATOR, andere_gemeente, email="vreemde@voorbeeld.example", naam="Iris Vreeling")


@pytest.fixture
def dossier(gemeente: Gemeente, _eigen: dict[str, Any], _met_dossier: None) -> Dossier:
    """Naima Berkhout, aangemeld on 2 March 2026."""
    return _eigen.get("dossier") or maak_naima(gemeente)


@pytest.fixture
def snelle_pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Skip the making of PDFs, at the border of the actions, in tests that are about something else."""
    return sla_pdf_over(monkeypatch)


@pytest.fixture(scope="session")
def _gedeeld(django_db_setup: None) -> Iterator[GedeeldeWereld]:
    """Undo the world at the latest before the database goes."""
    yield _WERELD
    _WERELD.ruim_op()


@pytest.fixture(scope="module")
def wereld(_gedeeld: GedeeldeWereld, django_db_blocker: DjangoDbBlocker) -> Iterator[Wereld]:
    """A row of everything, made once for all files that look at it: each test undoes what it does."""
    with pytest.MonkeyPatch.context() as patch:
        pdf = sla_pdf_over(patch)
        patch.setattr("planvanaanpak.views.stukken.render_pdf", lambda *args: pdf)
        wereld = _gedeeld.geef(django_db_blocker)
        with django_db_blocker.unblock():
            yield wereld


@pytest.fixture(scope="module")
def urls(wereld: Wereld) -> dict[str, str]:
    """The address of each page in that world, by name: they ask the database a hundred times."""
    with time_machine.travel(moment(ON), tick=False):
        return adressen(wereld)
