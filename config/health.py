"""Tell a container's health check whether its program does its work: `python -m config.health web|worker|beat`."""

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

# LivingScheduler touches its file once a minute.
BEAT_SECONDS = 5 * 60


def web_is_healthy() -> bool:
    """Ask the health page by a name that the application answers to."""
    name = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    port = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000").rsplit(":", 1)[1]
    question = urllib.request.Request(f"http://127.0.0.1:{port}/gezond/", headers={"Host": name})
    try:
        with urllib.request.urlopen(question, timeout=8) as answer:  # noqa: S310 - always this machine
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def worker_is_healthy() -> bool:
    from config.celery import app

    name = f"celery@{os.uname().nodename}"
    return bool(app.control.inspect(destination=[name], timeout=10).ping())


def beat_is_healthy(sign: Path = Path("/data/beat/schedule.alive")) -> bool:
    return sign.exists() and time.time() - sign.stat().st_mtime < BEAT_SECONDS


PROGRAMS: dict[str, Callable[[], bool]] = {
    "web": web_is_healthy,
    "worker": worker_is_healthy,
    "beat": beat_is_healthy,
}

if __name__ == "__main__":
    sys.exit(0 if PROGRAMS[sys.argv[1]]() else 1)
