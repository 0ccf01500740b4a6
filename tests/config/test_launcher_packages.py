"""What is missing and how it is installed. A false apt-get on the PATH notes what it was asked and what it saw."""

import os

import pytest

from config.launcher import packages
from config.launcher.console import LauncherError, Progress

APT = """#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> {record}
cat {policy} >> {record} 2>/dev/null
cat {setting} >> {record} 2>/dev/null
echo "0 upgraded, 2 newly installed, 0 to remove"
echo "Setting up libfoo:amd64 (1.0) ..."
echo "Setting up postgresql (15) ..."
exit {status}
"""


def write_program(file, text):
    file.write_text(text)
    file.chmod(0o755)


@pytest.fixture
def debian(checkout, monkeypatch):
    """A machine whose apt-get does nothing but tell, and whose system files lie in the test's own folder."""
    root = checkout.root
    (root / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{root / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(packages, "POLICY", root / "policy-rc.d")
    monkeypatch.setattr(packages, "POLICY_BACKUP", root / "policy-rc.d.kept")
    monkeypatch.setattr(packages, "CLUSTER_SETTING", root / "createcluster.d" / "ours.conf")
    monkeypatch.setattr(packages.os, "geteuid", lambda: 0)
    apt_answers(root, status=0)
    write_program(root / "bin" / "systemctl", f'#!/bin/sh\necho "systemctl $*" >> {root / "record"}\n')
    return root


def apt_answers(root, *, status):
    names = {"policy": root / "policy-rc.d", "setting": root / "createcluster.d" / "ours.conf"}
    write_program(root / "bin" / "apt-get", APT.format(record=root / "record", status=status, **names))


def test_nothing_missing_asks_apt_nothing(debian, checkout, monkeypatch, capsys):
    monkeypatch.setattr(packages, "missing_packages", lambda paths, *, for_tests: [])

    packages.ensure_packages(checkout, Progress(1), for_tests=True)

    assert not (debian / "record").exists()
    assert capsys.readouterr().out == "[1/1] Programma's van het systeem\n      zijn er al\n"


def test_missing_packages_are_installed_without_starting_servers(debian, checkout):
    packages.install(checkout, ["postgresql", "redis-server"])

    told = (debian / "record").read_text()
    assert "noninteractive -o DPkg::Lock::Timeout=300 update\n" in told
    assert "install -y --no-install-recommends" in told
    assert "Dpkg::Use-Pty=0 postgresql redis-server\n" in told
    assert told.count("exit 101") == 2
    assert told.count("create_main_cluster = off") == 2
    assert told.endswith("systemctl disable --quiet redis-server\n")


def test_what_was_changed_for_the_installation_is_put_back(debian, checkout):
    (debian / "policy-rc.d").write_text("#!/bin/sh\nexit 0 # of the owner\n")

    packages.install(checkout, ["postgresql"])

    assert "of the owner" not in (debian / "record").read_text()
    assert (debian / "policy-rc.d").read_text() == "#!/bin/sh\nexit 0 # of the owner\n"
    assert not (debian / "policy-rc.d.kept").exists()
    assert not (debian / "createcluster.d" / "ours.conf").exists()


def test_leftover_of_a_killed_installation_is_not_taken_for_the_owners(debian, checkout):
    (debian / "policy-rc.d").write_text(packages.OUR_POLICY)
    (debian / "policy-rc.d.kept").write_text("of the owner")

    packages.install(checkout, ["postgresql"])

    assert (debian / "policy-rc.d").read_text() == "of the owner"


def test_failing_apt_shows_its_last_lines_and_puts_everything_back(debian, checkout):
    apt_answers(debian, status=100)

    with pytest.raises(
        LauncherError, match=r"Het eind van \.run/log/apt-update\.log:\n(.*\n)*    Setting up postgresql"
    ):
        packages.install(checkout, ["postgresql"])

    assert not (debian / "policy-rc.d").exists()


def test_progress_counts_packages(debian, checkout, capsys):
    packages.install(checkout, ["postgresql"])

    assert "2 van 2: postgresql" in capsys.readouterr().out


def test_without_root_one_line_says_what_to_install(debian, checkout, monkeypatch):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(packages.shutil, "which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")

    with pytest.raises(LauncherError) as caught:
        packages.install(checkout, ["postgresql", "chromium"])

    assert str(caught.value) == (
        "Dit ontbreekt: postgresql, chromium. Installeer het met: sudo apt-get install postgresql chromium"
    )
    assert not (debian / "record").exists()


@pytest.mark.parametrize(
    ("status", "expected"), [(0, ["sudo", "-n"]), (1, None)], ids=["no password", "asks a password"]
)
def test_sudo_is_used_only_when_it_needs_no_password(debian, monkeypatch, status, expected):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    write_program(debian / "bin" / "sudo", f"#!/bin/sh\nexit {status}\n")

    assert packages.root_prefix() == expected


def test_machine_without_apt_gets_the_same_line(debian, checkout, monkeypatch):
    monkeypatch.setenv("PATH", str(checkout.root / "nowhere"))

    with pytest.raises(LauncherError, match=r"^Dit ontbreekt: chromium\. Installeer het met: [^\n]+$"):
        packages.install(checkout, ["chromium"])


def test_bare_machine_misses_everything(checkout, monkeypatch):
    monkeypatch.setenv("PATH", str(checkout.root / "nowhere"))
    monkeypatch.setattr(packages, "has_library", lambda name: False)
    monkeypatch.setattr(packages, "find_versions", dict)
    monkeypatch.setattr(packages.importlib.util, "find_spec", lambda name: None)

    assert packages.missing_packages(checkout, for_tests=True) == [
        "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "python3-venv", "postgresql", "redis-server",
        "chromium-headless-shell", "poppler-utils",
    ]  # fmt: skip


def test_servers_named_by_the_environment_are_not_missed(checkout, monkeypatch):
    monkeypatch.setenv("PATH", str(checkout.root / "nowhere"))
    monkeypatch.setenv("DATABASE_URL", "postgres://elders/brede")
    monkeypatch.setenv("REDIS_URL", "redis://elders/0")
    monkeypatch.setattr(packages, "has_library", lambda name: True)

    assert packages.missing_packages(checkout, for_tests=False) == []


def test_a_library_is_known_by_loading_it():
    assert packages.has_library("libc.so.6")
    assert not packages.has_library("libbestaatniet.so.1")
