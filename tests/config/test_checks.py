from pathlib import Path

import pytest

from config import checks, doclinks, health
from config.beat import LivingScheduler
from config.celery import app

ROOT = Path(__file__).resolve().parents[2]


def test_lists_of_packages_hold_no_address():
    assert checks.requirements_with_addresses(ROOT / "requirements") == []


@pytest.mark.parametrize(
    "line",
    [
        "een @ https://elders.example/een.whl",
        "--index-url https://elders.example",
        "  -f wheels",
        "--find-links wheels",
    ],
)
def test_address_in_a_list_of_packages_is_found(tmp_path, line):
    (tmp_path / "base.txt").write_text(f"django==5.2\n{line}\n")

    assert checks.requirements_with_addresses(tmp_path) == [f"base.txt:2: {line.strip()}"]


def test_every_link_in_the_documentation_leads_somewhere():
    assert list(doclinks.broken_links(ROOT)) == []


def test_broken_links_are_named_with_their_document(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ander.md").write_text("# De kop, met komma\n\n## Dubbel\n\n## Dubbel\n")
    (tmp_path / "README.md").write_text(
        "[goed](docs/ander.md) [goed](docs/ander.md#de-kop-met-komma) [goed](docs/ander.md#dubbel-1)\n"
        "[goed](https://elders.example) [goed](#kop)\n\n# Kop\n\n`[code](weg.md)`\n\n```\n[code](weg.md)\n```\n\n"
        "[fout](docs/weg.md) ![fout](beeld.png) [fout](docs/ander.md#weg)\n\n[fout]: weg.md\n"
    )

    assert list(doclinks.broken_links(tmp_path)) == [
        "README.md: docs/weg.md (bestaat niet)",
        "README.md: beeld.png (bestaat niet)",
        "README.md: docs/ander.md#weg (kop bestaat niet)",
        "README.md: weg.md (bestaat niet)",
    ]


def test_failing_check_is_named_and_fails_the_whole(monkeypatch, capsys):
    good = checks.Check("Goede controle", checks.python("-c", "print('niet te zien')"))
    bad = checks.Check("Slechte controle", checks.python("-c", "print('wat er mis is'); raise SystemExit(1)"))
    monkeypatch.setattr(checks, "all_checks", lambda: [good, bad])

    assert checks.main() == 1

    out = capsys.readouterr().out
    assert "goed  Goede controle" in out
    assert "FOUT  Slechte controle" in out
    assert "wat er mis is" in out
    assert "niet te zien" not in out
    assert out.endswith("Niet in orde: Slechte controle. Veel herstelt zichzelf met: make fix\n")


def test_beat_is_healthy_while_it_gives_a_sign_of_life(tmp_path, monkeypatch):
    sign = tmp_path / "schedule.alive"
    assert not health.beat_is_healthy(sign)

    sign.touch()
    assert health.beat_is_healthy(sign)

    given = sign.stat().st_mtime
    monkeypatch.setattr(health.time, "time", lambda: given + health.BEAT_SECONDS)
    assert not health.beat_is_healthy(sign)


def test_scheduler_gives_a_sign_of_life_at_every_look(tmp_path):
    scheduler = LivingScheduler(app=app, schedule_filename=str(tmp_path / "schedule"))
    try:
        wait = scheduler.tick(min=min)
    finally:
        scheduler.close()

    assert (tmp_path / "schedule.alive").exists()
    assert 0 < wait <= 60


def test_web_is_asked_by_a_name_that_it_answers_to(monkeypatch, live_health):
    monkeypatch.setenv("ALLOWED_HOSTS", " .gemeente.example,elders.example")
    monkeypatch.setenv("GUNICORN_BIND", f"0.0.0.0:{live_health.server_port}")

    assert health.web_is_healthy()
    assert live_health.asked == [("/gezond/", "gemeente.example")]


def test_web_that_does_not_answer_is_not_healthy(monkeypatch, live_health):
    live_health.status = 500
    monkeypatch.setenv("GUNICORN_BIND", f"0.0.0.0:{live_health.server_port}")

    assert not health.web_is_healthy()


@pytest.fixture
def live_health():
    """A small server that notes the path and the name it is asked by."""
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append((self.path, self.headers["Host"]))
            self.send_response(self.server.status)
            self.end_headers()

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked, server.status = [], 200
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
