"""Fixtures for every test."""

import gc
import ipaddress
import socket
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.models import Dossier
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user
from tests.wereld import Wereld, maak_wereld


@pytest.hookimpl(trylast=True)  # pytest-django puts them last
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin in the browser: with the longest files last, one process works on while the others have nothing left."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/e2e/"))


def _flush(operations: DatabaseOperations, sql_list: list[str], flush=DatabaseOperations.execute_sql_flush) -> None:
    """Empty the database after a test that does not roll back, the frozen tables too: only here it is said so."""
    flush(operations, ["SET LOCAL planvanaanpak.legen = 'ja'", *sql_list])


DatabaseOperations.execute_sql_flush = _flush


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never again among the imported modules and the tests: saves a quarter."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


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


@pytest.fixture(autouse=True, scope="session")
def _quick_passwords() -> Iterator[None]:
    """Hash passwords quickly: the real hasher is slow on purpose, and Django's own."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def gemeente(db: None) -> Gemeente:
    """Rivierendam, with its beleid: nothing works without."""
    gemeente: Gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    return gemeente


@pytest.fixture
def andere_gemeente(db: None) -> Gemeente:
    gemeente: Gemeente = GemeenteFactory(code="9902", naam="Duinveen", woonplaatsen="Duinveen")
    BeleidFactory(gemeente=gemeente, profiel="vng_2025", bron="VNG-handreiking brede ondersteuning 2025")
    return gemeente


@pytest.fixture
def consulent(gemeente: Gemeente) -> User:
    return maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example", naam="Jolanda Prins")


@pytest.fixture
def collega(gemeente: Gemeente) -> User:
    return maak_user(Rol.CONSULENT, gemeente, email="collega@voorbeeld.example", naam="Bram Terpstra")


@pytest.fixture
def pagina(client: Client, consulent: User) -> Client:
    """Somebody who asks for pages, logged in as the consulent."""
    client.force_login(consulent)
    return client


@pytest.fixture
def coordinator(gemeente: Gemeente) -> User:
    return maak_user(Rol.COORDINATOR, gemeente, email="coordinator@voorbeeld.example", naam="Karima Zeeman")


@pytest.fixture
def financieel(gemeente: Gemeente) -> User:
    return maak_user(Rol.FINANCIEEL, gemeente, email="financieel@voorbeeld.example", naam="Wim Ketelaar")


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
def dossier(gemeente: Gemeente) -> Dossier:
    """Naima Berkhout, aangemeld on 2 March 2026."""
    return maak_dossier(gemeente)


@pytest.fixture
def snelle_pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Skip the making of PDFs, at the border of the actions, in tests that are about something else."""
    pdf = b"%PDF-1.7\ntest\n%%EOF"
    monkeypatch.setattr("cases.actions.briefdruk.render_pdf", lambda sjabloon, brief: pdf)
    monkeypatch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: pdf)
    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda bijsluiter: pdf)
    return pdf


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Wereld]:
    """A row of everything, made once per module: each test undoes what it does, and at the end the world is undone."""
    pdf = b"%PDF-1.7\ntest\n%%EOF"
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        for functie in (
            "actions.besluit.besluit_pdf",
            "actions.verzendbasis.bijsluiter_pdf",
            "views.stukken.render_pdf",
        ):
            patch.setattr(f"planvanaanpak.{functie}", lambda *args: pdf)
        patch.setattr("cases.actions.briefdruk.render_pdf", lambda *args: pdf)
        yield maak_wereld()
        transaction.set_rollback(True)
