"""A real second PostgreSQL and Redis, started, left in a mess, and stopped."""

import os
import shutil
import signal
import subprocess
import sys
import time

import environ
import psycopg
import pytest
import redis

from config.launcher import services
from config.launcher.console import LauncherError, Progress
from config.launcher.places import find_places, remembered_places
from config.launcher.postgres import Postgres
from config.launcher.redis import Redis

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run PostgreSQL as somebody else")


def addresses(checkout):
    return dict(line.split("=", 1) for line in checkout.env_file.read_text().splitlines())


def query(checkout, sql):
    address = environ.Env.db_url_config(addresses(checkout)["DATABASE_URL"])
    with psycopg.connect(
        host=address["HOST"], user=address["USER"], dbname=address["NAME"], autocommit=True
    ) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


def kill_hard(pid):
    os.kill(pid, signal.SIGKILL)
    while os.path.exists(f"/proc/{pid}"):
        time.sleep(0.02)


def test_up_starts_both_on_sockets_only(filled_checkout):
    services.up(filled_checkout)

    assert query(filled_checkout, "SHOW listen_addresses") == ""
    assert query(filled_checkout, "SHOW server_encoding") == "UTF8"
    assert query(filled_checkout, "SELECT datcollate FROM pg_database WHERE datname = current_database()") == "C.UTF-8"
    with redis.from_url(addresses(filled_checkout)["REDIS_URL"]) as line:
        assert line.config_get("port", "appendonly") == {"port": "0", "appendonly": "no"}


def test_down_stops_both_and_the_data_is_there_at_the_next_start(filled_checkout):
    services.up(filled_checkout)
    query(filled_checkout, "CREATE TABLE kept AS SELECT 7 AS number")

    services.down(filled_checkout)

    assert [(state.name, state.running) for state in services.server_states(filled_checkout)] == [
        ("PostgreSQL", False),
        ("Redis", False),
    ]
    assert not filled_checkout.env_file.exists()
    services.up(filled_checkout)
    assert query(filled_checkout, "SELECT number FROM kept") == 7


def test_servers_killed_hard_start_again_with_their_data(filled_checkout):
    services.up(filled_checkout)
    query(filled_checkout, "CREATE TABLE kept AS SELECT 7 AS number")
    query(filled_checkout, "CHECKPOINT")
    places = find_places(filled_checkout)
    with redis.from_url(addresses(filled_checkout)["REDIS_URL"]) as line:
        kill_hard(line.info("server")["process_id"])
    kill_hard(Postgres(filled_checkout, places).running_pid())
    assert (places.data / "data" / "postmaster.pid").exists()
    assert (places.sockets / "redis.sock").exists()

    services.up(filled_checkout)

    assert query(filled_checkout, "SELECT number FROM kept") == 7
    assert Redis(filled_checkout, places).is_running()


def test_pid_file_with_the_number_of_another_program_does_not_stop_us(filled_checkout):
    places = find_places(filled_checkout)
    lines = [str(os.getpid()), str(places.data / "data"), "1", "5432", str(places.sockets), "", ""]
    for file in (places.data / "data" / "postmaster.pid", places.sockets / ".s.PGSQL.5432.lock"):
        file.write_text("\n".join(lines))
    assert Postgres(filled_checkout, places).running_pid() is None

    services.up(filled_checkout)

    assert query(filled_checkout, "SELECT 1") == 1


def test_data_made_half_is_made_again(checkout):
    (find_places(checkout).data / "data.new").mkdir()

    services.up(checkout)

    assert query(checkout, "SELECT 1") == 1


def test_two_starts_at_once_make_one_server(filled_checkout):
    code = (
        "from pathlib import Path; from config.launcher import services; from config.launcher.paths import Paths; "
        f"services.up(Paths(Path({str(filled_checkout.root)!r})))"
    )
    starts = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(2)]
    results = [start.communicate(timeout=60) for start in starts]

    assert [start.returncode for start in starts] == [0, 0], results
    assert query(filled_checkout, "SELECT 1") == 1


def test_servers_stop_when_the_last_user_is_done(filled_checkout):
    with services.services(filled_checkout, Progress(1)):
        with services.services(filled_checkout, Progress(1)):
            pass
        assert query(filled_checkout, "SELECT 1") == 1
        with pytest.raises(LauncherError, match="gebruikt PostgreSQL en Redis nog"):
            services.down(filled_checkout)

    assert [state.running for state in services.server_states(filled_checkout)] == [False, False]


def test_servers_stay_after_an_explicit_up(filled_checkout):
    services.up(filled_checkout)
    postgres = Postgres(filled_checkout, find_places(filled_checkout))
    pid = postgres.running_pid()

    with services.services(filled_checkout, Progress(1)):
        assert postgres.running_pid() == pid

    assert [state.running for state in services.server_states(filled_checkout)] == [True, True]


def test_servers_that_the_environment_names_are_left_alone(checkout, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elders/brede")
    monkeypatch.setenv("REDIS_URL", "redis://elders/0")

    services.up(checkout)

    assert checkout.env_file.read_text() == ""
    assert remembered_places(checkout) is None
    assert [state.own for state in services.server_states(checkout)] == [False, False]


def test_data_of_a_version_that_is_gone_is_explained(checkout):
    data = find_places(checkout).data / "data"
    data.mkdir()
    (data / "PG_VERSION").write_text("11\n")

    with pytest.raises(LauncherError, match="gemaakt met PostgreSQL 11, dat hier niet staat"):
        services.up(checkout)


@as_root
def test_root_with_a_closed_home_gets_its_data_elsewhere(closed_checkout):
    services.up(closed_checkout)

    places = find_places(closed_checkout)
    assert not places.data.is_relative_to(closed_checkout.root)
    assert not places.sockets.is_relative_to(closed_checkout.root)
    assert query(closed_checkout, "SELECT 1") == 1
    services.down(closed_checkout)
    shutil.rmtree(closed_checkout.run / "log")
