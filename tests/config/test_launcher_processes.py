import os
import signal
import subprocess
import sys
import time

import pytest

from config.launcher.console import LauncherError
from config.launcher.processes import Family, run_counted, run_logged, run_shown

ENV = {"PATH": os.environ["PATH"]}


def shell(script):
    return ["/bin/sh", "-c", script]


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_step_that_fails_shows_the_end_of_its_log(checkout):
    with pytest.raises(LauncherError) as caught:
        run_logged(checkout, "migrate", shell("echo van alles; echo de oorzaak >&2; exit 3"))

    assert str(caught.value) == "Dit is niet gelukt. Het eind van .run/log/migrate.log:\n    van alles\n    de oorzaak"


def test_counted_step_finds_the_total_in_the_output(checkout, capsys):
    script = "echo 2 newly installed; echo Setting up een; echo iets; echo Setting up twee"

    run_counted(checkout, "apt", shell(script), counted=r"^Setting up (\w+)", total_in=r"(\d+) newly")

    assert capsys.readouterr().out == "      2 van 2: twee\n"
    assert checkout.log("apt").read_text() == "2 newly installed\nSetting up een\niets\nSetting up twee\n"


def test_shown_program_passes_its_exit_status_on(checkout):
    assert run_shown(checkout, shell("exit 5"), env=ENV) == 5


def test_program_that_dies_is_named_with_its_log(checkout):
    family = Family(checkout)
    family.start("web", "De webserver", shell("sleep 60"), env=ENV)
    family.start("worker", "De Celery-worker", shell("echo geen verbinding; exit 4"), env=ENV)

    with pytest.raises(LauncherError) as caught:
        family.watch(lambda: False, seconds=10)
    family.stop()

    assert str(caught.value) == (
        "De Celery-worker is gestopt (status 4). Zie .run/log/worker.log:\n    geen verbinding"
    )


def test_stopping_ends_every_program_and_lets_it_tidy_up(checkout):
    family = Family(checkout)
    family.start(
        "web", "De webserver", shell("trap 'echo opgeruimd; exit 0' TERM; echo klaar; sleep 60 & wait"), env=ENV
    )
    log = checkout.log("web")
    assert family.watch(lambda: "klaar" in log.read_text(), seconds=10)
    pid = family.children[0].process.pid

    family.stop()

    assert not is_alive(pid)
    assert log.read_text() == "klaar\nopgeruimd\n"


def test_program_that_does_not_listen_is_ended_by_force(checkout, monkeypatch):
    monkeypatch.setattr("config.launcher.processes.STOP_SECONDS", 0.3)
    family = Family(checkout)
    family.start("web", "De webserver", shell("trap '' TERM; echo klaar; while :; do sleep 1; done"), env=ENV)
    assert family.watch(lambda: "klaar" in checkout.log("web").read_text(), seconds=10)
    pid = family.children[0].process.pid

    family.stop()

    assert not is_alive(pid)


def test_waiting_gives_up_after_its_time(checkout):
    assert Family(checkout).watch(lambda: False, seconds=0.01) is False


LAUNCHER = """
import sys
from pathlib import Path
from config.launcher.paths import Paths
from config.launcher.processes import Family, Stopped, stop_signals
paths = Paths(Path(sys.argv[1]))
try:
    with stop_signals():
        family = Family(paths)
        try:
            family.start("web", "De webserver", ["sleep", "60"], env={"PATH": "/usr/bin:/bin"})
            print(family.children[0].process.pid, flush=True)
            family.watch(lambda: False)
        finally:
            family.stop()
except Stopped:
    print("gestopt")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_stop_signal_ends_all_without_a_traceback(checkout, number):
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, str(checkout.root)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as launcher:
        child = int(launcher.stdout.readline())
        launcher.send_signal(number)
        out, err = launcher.communicate(timeout=20)

    assert (out, err, launcher.returncode) == ("gestopt\n", "", 0)
    assert not is_alive(child)


def test_programs_end_with_a_launcher_that_is_killed_hard(checkout):
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, str(checkout.root)], stdout=subprocess.PIPE, text=True
    ) as launcher:
        child = int(launcher.stdout.readline())
        launcher.kill()

    assert wait_for(lambda: not is_alive(child))


SHOWN = """
import sys
from pathlib import Path
from config.launcher.paths import Paths
from config.launcher.processes import Stopped, run_shown, stop_signals
try:
    with stop_signals():
        run_shown(Paths(Path(sys.argv[1])), [sys.executable, "-c", sys.argv[2]], env={}, tidies=sys.argv[3] == "tidies")
except Stopped:
    print("gestopt")
"""
BUSY = "import time; print('bezig', flush=True); time.sleep(60)"
COUNTS = """
import signal, time
heard = []
signal.signal(signal.SIGINT, lambda *args: heard.append(1))
print('bezig', flush=True)
while not heard: time.sleep(0.05)
time.sleep(0.5)
print(len(heard), 'keer gehoord', flush=True)
"""


@pytest.mark.parametrize(
    ("program", "kind", "number", "expected"),
    [
        (BUSY, "blunt", signal.SIGINT, "gestopt\n"),
        (BUSY, "blunt", signal.SIGTERM, "gestopt\n"),
        (COUNTS, "tidies", signal.SIGINT, "1 keer gehoord\ngestopt\n"),
    ],
    ids=["filling, ctrl-c", "filling, kill", "tests, ctrl-c"],
)
def test_ctrl_c_reaches_the_program_on_the_screen_once_and_without_a_traceback(
    checkout, program, kind, number, expected
):
    with subprocess.Popen(
        [sys.executable, "-c", SHOWN, str(checkout.root), program, kind],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as launcher:
        assert launcher.stdout.readline() == "bezig\n"
        os.killpg(launcher.pid, number)
        out, err = launcher.communicate(timeout=20)

    assert (out, err) == (expected, "")


def test_program_on_the_screen_hears_of_a_kill_that_only_we_got(checkout):
    with subprocess.Popen(
        [sys.executable, "-c", SHOWN, str(checkout.root), COUNTS, "tidies"], stdout=subprocess.PIPE, text=True
    ) as launcher:
        assert launcher.stdout.readline() == "bezig\n"
        launcher.terminate()
        out, _ = launcher.communicate(timeout=20)

    assert out == "1 keer gehoord\ngestopt\n"
