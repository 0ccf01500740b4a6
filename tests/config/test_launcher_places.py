import json
import os
import shutil
from pathlib import Path

import pytest

from config.launcher import places
from config.launcher.console import LauncherError
from config.launcher.paths import Paths


def test_short_checkout_keeps_everything_under_run(checkout):
    found = places.find_places(checkout)

    assert found == places.Places(checkout.run / "sockets", checkout.run / "postgres")


def test_socket_path_of_107_bytes_fits_and_of_108_does_not():
    longest = Path("/" + "x" * (107 - len("/") - len("/.s.PGSQL.5432")))

    assert places.fits_socket(longest)
    assert not places.fits_socket(Path(str(longest) + "x"))


def test_length_counts_bytes_and_odd_characters_are_avoided():
    assert not places.fits_socket(Path("/tmp/café"))
    assert not places.fits_socket(Path("/tmp/my project"))


def test_long_checkout_gets_a_short_socket_folder_and_remembers_it(checkout):
    root = checkout.root / ("a" * 60) / ("b" * 40)
    root.mkdir(parents=True)
    long = Paths(root)
    long.make_run()

    found = places.find_places(long)

    assert len(str(found.sockets)) < 60
    assert found.sockets.stat().st_mode & 0o777 == 0o700
    assert found.data == long.run / "postgres"
    assert json.loads((long.run / "places.json").read_text())["sockets"] == str(found.sockets)
    assert places.find_places(long) == found
    places.remove_places(long)
    assert not found.sockets.exists()


def test_places_of_a_copied_checkout_are_not_those_of_the_original(checkout):
    places.find_places(checkout)
    copied = Paths(checkout.root / "copy")
    shutil.copytree(checkout.run, copied.run)

    assert places.remembered_places(copied) is None


def test_damaged_memory_is_forgotten(checkout):
    (checkout.run / "places.json").write_text("{")

    assert places.remembered_places(checkout) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_folder_that_somebody_else_made_is_refused(checkout):
    folder = checkout.root / "sockets"
    folder.mkdir()
    os.chown(folder, 65534, 65534)

    assert not places.make_private(folder, places.server_account())


def test_link_to_elsewhere_is_refused(checkout):
    (checkout.root / "real").mkdir()
    (checkout.root / "sockets").symlink_to(checkout.root / "real")

    assert not places.make_private(checkout.root / "sockets", places.server_account())


def test_nowhere_to_write_names_what_was_tried(checkout):
    with pytest.raises(LauncherError, match="Geef schrijfrecht op een van deze: /proc/bestaat-niet"):
        places.first_usable([Path("/proc/bestaat-niet")], places.server_account())


def test_root_without_the_system_user_postgres_is_told_so(monkeypatch):
    def unknown(name):
        raise KeyError(name)

    monkeypatch.setattr(places.os, "geteuid", lambda: 0)
    monkeypatch.setattr(places.pwd, "getpwnam", unknown)

    with pytest.raises(LauncherError, match="de systeemgebruiker 'postgres' ontbreekt"):
        places.server_account()
