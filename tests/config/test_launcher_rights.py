"""Somebody without rights, and a `.run/` that root made: one clear line, and never a traceback."""

import os

import pytest

from config.launcher import commands
from config.launcher.console import LauncherError
from config.launcher.paths import Paths

NOBODY = 65534
VAN_EEN_ANDER = "De map .run/ is van een andere gebruiker. Werk verder als die gebruiker, of verwijder de map."

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights")


@pytest.fixture
def als_niemand():
    """Go on as a user without rights; root again at the end, to clear up."""
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


def test_run_that_root_made_says_whose_it_is(checkout, als_niemand):
    assert (checkout.run / "secret").stat().st_mode & 0o777 == 0o600

    with pytest.raises(LauncherError) as fout:
        checkout.make_run()

    assert str(fout.value) == VAN_EEN_ANDER


def test_checkout_that_can_not_be_written_says_so(checkout, als_niemand):
    os.seteuid(0)
    kaal = Paths(checkout.root / "kaal")
    kaal.root.mkdir(mode=0o755)
    os.seteuid(NOBODY)

    with pytest.raises(LauncherError) as fout:
        kaal.make_run()

    assert str(fout.value) == (
        f"In de map {kaal.root} kunt u niet schrijven. Start als de gebruiker van wie die map is."
    )
    assert not kaal.run.exists()


@pytest.mark.parametrize("opdracht", ["setup", "demo", "run", "worker", "test", "check", "up", "down", "clean"])
def test_every_command_ends_in_one_line(checkout, monkeypatch, capfd, opdracht, als_niemand):
    monkeypatch.setattr(commands, "project_paths", lambda: checkout)
    monkeypatch.setattr(commands.demo, "refuse_taken_port", lambda: None)

    status = commands.run([opdracht])

    uit, fout = capfd.readouterr()
    assert (status, uit) == (1, "")
    assert len(fout.splitlines()) == 1
    assert fout.startswith((VAN_EEN_ANDER, "U kunt niet bij "))
