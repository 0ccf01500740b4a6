import socket

import pytest

from config.launcher import commands, demo
from config.launcher.console import LauncherError, Progress
from config.launcher.environment import demo_environment, dev_environment, own_environment


@pytest.fixture
def taken_port(monkeypatch):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        number = listener.getsockname()[1]
        monkeypatch.setenv("PORT", str(number))
        yield number


def test_taken_port_is_said_first_with_the_way_out(taken_port):
    with pytest.raises(LauncherError) as caught:
        demo.refuse_taken_port()

    assert str(caught.value) == (
        f"Poort {taken_port} is niet vrij (Address already in use). Draait de demo al? "
        f"Stop dat programma, of kies een andere poort: make demo PORT={taken_port + 1}"
    )


@pytest.mark.parametrize("given", ["nul", "0", "70000", "-1"])
def test_port_that_is_no_port_is_refused(monkeypatch, given):
    monkeypatch.setenv("PORT", given)

    with pytest.raises(LauncherError, match=f"PORT={given} is geen poortnummer"):
        demo.port()


def test_demo_takes_a_taken_port_as_one_message(taken_port, capsys):
    assert commands.run(["demo"]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"Poort {taken_port} is niet vrij")


def test_demo_runs_as_production_with_a_key_of_its_own(checkout, monkeypatch):
    for name in ("SECRET_KEY", "DEBUG", "EMAIL_URL", "ALLOWED_HOSTS", "BASIS_URL", "EMAIL_FILE_PATH"):
        monkeypatch.delenv(name, raising=False)

    environment = demo_environment(checkout, port=8123)

    assert (environment["DEBUG"], environment["DEMO"]) == ("0", "1")
    assert environment["BASIS_URL"] == "http://127.0.0.1:8123"
    assert environment["EMAIL_FILE_PATH"] == str(checkout.run / "mail")
    assert len(environment["SECRET_KEY"]) >= 50
    assert environment["SECRET_KEY"] == demo_environment(checkout, port=8123)["SECRET_KEY"]
    assert (checkout.run / "secret").stat().st_mode & 0o777 == 0o600


def test_what_the_user_set_wins_from_the_servers_of_the_checkout(checkout, monkeypatch):
    checkout.env_file.write_text("DATABASE_URL=postgres://eigen\nREDIS_URL=unix:///eigen\n")
    monkeypatch.setenv("DATABASE_URL", "postgres://elders")

    environment = own_environment(checkout)

    assert environment["DATABASE_URL"] == "postgres://elders"
    assert environment["REDIS_URL"] == "unix:///eigen"


def test_developer_gets_debug_unless_told_otherwise(checkout, monkeypatch):
    monkeypatch.delenv("DEBUG", raising=False)
    assert dev_environment(checkout)["DEBUG"] == "1"

    monkeypatch.setenv("DEBUG", "0")
    assert dev_environment(checkout)["DEBUG"] == "0"


@pytest.fixture
def fillings(monkeypatch):
    """Replace what fills the database by a note of what was asked."""
    asked = []
    monkeypatch.setattr(demo, "run_logged", lambda paths, name, command, **rest: asked.append(name))
    monkeypatch.setattr(demo, "run_shown", lambda paths, command, **rest: asked.append(command[-1]) or 0)
    monkeypatch.setattr(demo, "is_filled", lambda paths, env: False)
    monkeypatch.setattr(demo, "empty_own_database", lambda paths: asked.append("emptied"))
    return asked


def test_empty_database_is_filled(checkout, fillings):
    demo.fill_database(checkout, Progress(2), {})

    assert fillings == ["migrate", "demo_data"]
    assert not (checkout.run / "filling").exists()


def test_filled_database_keeps_its_data(checkout, fillings, monkeypatch):
    monkeypatch.setattr(demo, "is_filled", lambda paths, env: True)

    demo.fill_database(checkout, Progress(2), {})

    assert fillings == ["migrate"]


def test_filling_that_was_broken_off_begins_anew(checkout, fillings, monkeypatch):
    monkeypatch.setattr(demo, "run_shown", lambda paths, command, **rest: 1)
    with pytest.raises(LauncherError, match="vullen met demogegevens is niet gelukt"):
        demo.fill_database(checkout, Progress(2), {})
    monkeypatch.setattr(demo, "run_shown", lambda paths, command, **rest: 0)
    fillings.clear()

    demo.fill_database(checkout, Progress(2), {})

    assert fillings == ["emptied", "migrate"]


def test_half_filled_database_of_somebody_else_is_not_emptied(checkout, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elders")

    with pytest.raises(LauncherError, match="Maak de database van DATABASE_URL leeg"):
        demo.empty_own_database(checkout)


def test_unknown_command_shows_the_list(capsys):
    assert commands.run(["dmeo"]) == 2

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == list(commands.COMMANDS)


@pytest.mark.parametrize(
    ("args", "shared"),
    [
        ([], True),
        (["-x", "--cov"], True),
        (["tests/config"], False),
        (["-x", "tests/config/test_checks.py::test_een"], False),
    ],
    ids=["all", "all with options", "a folder", "one test"],
)
def test_only_the_whole_suite_is_spread_over_the_cores(args, shared):
    assert bool(commands.shared_work(commands.project_paths(), args)) is shared
