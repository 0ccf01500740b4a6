import re
import subprocess
from importlib import import_module
from pathlib import Path

from tests.bench.__main__ import main, measurements

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {
    "help", "setup", "demo", "run", "worker", "test", "e2e", "check", "fix", "migrations", "bench", "docs", "clean",
}  # fmt: skip


def recipes():
    text = (ROOT / "Makefile").read_text()
    found = re.findall(r"^([a-z0-9]+):.*\n((?:\t.*\n)+)", text, re.MULTILINE)
    return {name: recipe.splitlines() for name, recipe in found}


def test_every_promised_target_is_there():
    assert set(recipes()) >= PROMISED


def test_targets_stay_short():
    assert {name: len(lines) for name, lines in recipes().items() if len(lines) > 5} == {}


def test_help_explains_every_target():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^  make (\w+) +\S", shown, re.MULTILINE)) == set(recipes())


def test_continuous_integration_calls_the_same_targets_and_nothing_else():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    calls = [line for line in lines if line and not line.startswith("#")]

    assert calls == ["set -eu", 'cd "$(dirname "$0")/.."', "make check", "make test"]


def test_pre_commit_takes_its_tools_from_the_project():
    text = (ROOT / ".pre-commit-config.yaml").read_text()

    assert set(re.findall(r"^  - repo: (.+)$", text, re.MULTILINE)) == {"local"}
    assert set(re.findall(r"^ +entry: (\S+)", text, re.MULTILINE)) == {".venv/bin/ruff", ".venv/bin/djade"}


def test_every_measurement_can_be_run_by_name():
    assert measurements() != []
    assert [name for name in measurements() if not hasattr(import_module(f"tests.bench.bench_{name}"), "main")] == []
    assert main(["bestaat-niet"]) == 2
