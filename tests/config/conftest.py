import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from config.launcher import services
from config.launcher.paths import Paths
from config.launcher.places import find_places, remove_places


@pytest.fixture
def checkout(monkeypatch):
    """An empty checkout of its own with a short path; at the end its servers are stopped and its data is removed."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    folder = Path(tempfile.mkdtemp(prefix="bo-", dir="/tmp"))
    folder.chmod(0o755)
    yield from use_checkout(folder)


@pytest.fixture(scope="session")
def made_data():
    """Data as initdb makes it, once: making it costs more than all that the tests do with it."""
    folder = Path(tempfile.mkdtemp(prefix="bo-", dir="/tmp"))
    folder.chmod(0o755)
    for paths in use_checkout(folder):
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("DATABASE_URL", raising=False)
            services.up(paths)
            services.down(paths)
        yield find_places(paths).data / "data"


@pytest.fixture
def filled_checkout(checkout, made_data):
    """A checkout that has been used before: its database is there, its servers are off."""
    subprocess.run(["cp", "-a", str(made_data), str(find_places(checkout).data)], check=True)
    return checkout


@pytest.fixture
def closed_checkout(checkout):
    """A checkout under a home that nobody else may enter, as /root is."""
    home = checkout.root / "home"
    home.mkdir(mode=0o700)
    (home / "project").mkdir()
    yield from use_checkout(home / "project")


def use_checkout(folder):
    paths = Paths(folder)
    paths.make_run()
    yield paths
    services.down(paths)
    remove_places(paths)
    shutil.rmtree(folder)
