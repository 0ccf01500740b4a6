import pytest

from config.launcher import venv
from config.launcher.console import Progress


@pytest.fixture
def listed(checkout):
    """A checkout with a list of packages that are all there already: none."""
    (checkout.root / "requirements").mkdir()
    (checkout.root / "requirements" / "dev.txt").write_text("# niets\n")
    return checkout


def test_environment_is_made_once_and_again_when_the_list_changes(listed, capsys):
    venv.ensure_venv(listed, Progress(3))
    assert venv.works(listed)
    assert ".venv maken" in capsys.readouterr().out

    venv.ensure_venv(listed, Progress(3))
    assert capsys.readouterr().out == "[1/3] Python-pakketten\n      zijn er al\n"

    (listed.root / "requirements" / "dev.txt").write_text("# nog steeds niets\n")
    venv.ensure_venv(listed, Progress(3))
    assert "0 pakketten ophalen en installeren" in capsys.readouterr().out


def test_environment_whose_python_is_gone_does_not_work(listed):
    (listed.root / ".venv" / "bin").mkdir(parents=True)
    listed.venv_python.symlink_to("/usr/bin/python-is-weg")

    assert not venv.works(listed)


def test_installing_accepts_only_what_the_list_names_with_its_hash(listed, monkeypatch):
    asked = []
    monkeypatch.setattr(venv, "run_counted", lambda paths, name, command, **counting: asked.append((command, counting)))
    (listed.root / "requirements" / "dev.txt").write_text(
        "een==1.0 \\\n    --hash=sha256:aa\ntwee-drie==2 \\\n    --hash=sha256:bb\n"
    )

    venv.install_packages(listed)

    [(command, counting)] = asked
    assert command[:4] == [str(listed.venv_python), "-m", "pip", "install"]
    assert {"--require-hashes", "--no-deps"} <= set(command)
    assert counting["total"] == 2
