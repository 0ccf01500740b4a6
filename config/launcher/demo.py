"""`make demo`: web, one worker and exactly one beat on demo data, until the user stops it."""

import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request

from config.launcher.console import LauncherError, Progress, say
from config.launcher.environment import demo_environment
from config.launcher.paths import Paths
from config.launcher.places import find_places
from config.launcher.postgres import Postgres
from config.launcher.processes import Family, run_logged, run_shown
from config.launcher.services import services
from config.launcher.static import collect_static

START_SECONDS = 90
QUIET = {"LOG_LEVEL": "WARNING"}
IS_FILLED = "from accounts.models import Gemeente; print(Gemeente.objects.exists())"


def port() -> int:
    given = os.environ.get("PORT") or "8000"
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise LauncherError(f"PORT={given} is geen poortnummer. Kies bijvoorbeeld: make demo PORT=8001")
    return int(given)


def refuse_taken_port() -> None:
    """Say before anything else is done that the port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port()))
        except OSError as error:
            raise LauncherError(
                f"Poort {port()} is niet vrij ({error.strerror}). Draait de demo al? "
                f"Stop dat programma, of kies een andere poort: make demo PORT={port() + 1}"
            ) from None


def serve(paths: Paths, progress: Progress) -> None:
    """Start all and stay until a stop signal, or until one of the programs gives up."""
    with services(paths, progress):
        env = demo_environment(paths, port=port())
        fill_database(paths, progress, env)
        with progress.step("Bestanden voor de browser verzamelen"):
            collect_static(paths, env)
        family = Family(paths)
        try:
            with progress.step("Webserver, Celery-worker en beat starten"):
                start_programs(paths, family, env)
            announce(paths, env)
            family.watch(lambda: False)
        finally:
            say("\nStoppen: webserver, worker, beat, PostgreSQL en Redis.")
            family.stop()


def fill_database(paths: Paths, progress: Progress, env: dict[str, str]) -> None:
    """Migrate, and fill an empty database; a filling that was broken off is thrown away and begun anew."""
    half_filled = paths.run / "filling"
    with progress.step("Database bijwerken"):
        if half_filled.exists():
            empty_own_database(paths)
            half_filled.unlink()
        run_logged(paths, "migrate", manage(paths, "migrate", "--no-input"), env=env)
    with progress.step("Demogegevens"):
        if is_filled(paths, env):
            say("      zijn er al; ze blijven zoals ze zijn")
            return
        half_filled.touch()
        if run_shown(paths, manage(paths, "demo_data"), env=env | QUIET, tidies=False):
            raise LauncherError("Het vullen met demogegevens is niet gelukt; de reden staat hierboven.")
        half_filled.unlink()


def empty_own_database(paths: Paths) -> None:
    if os.environ.get("DATABASE_URL"):
        raise LauncherError(
            "Het vullen met demogegevens is de vorige keer afgebroken. Maak de database van DATABASE_URL leeg, "
            "verwijder .run/filling en begin opnieuw."
        )
    say("      het vullen is de vorige keer afgebroken; opnieuw beginnen met een lege database")
    Postgres(paths, find_places(paths)).empty_database()
    shutil.rmtree(paths.run / "media", ignore_errors=True)


def is_filled(paths: Paths, env: dict[str, str]) -> bool:
    command = manage(paths, "shell", "--verbosity=0", "--command", IS_FILLED)
    done = subprocess.run(command, cwd=paths.root, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise LauncherError(f"De database geeft geen antwoord:\n{done.stderr.strip()[-600:]}")
    return done.stdout.strip().endswith("True")


def start_programs(paths: Paths, family: Family, env: dict[str, str]) -> None:
    """Start web, worker and beat, and wait until pages are served and the worker takes work."""
    python = str(paths.venv_python)
    web = [python, "-m", "gunicorn", "--config", "config/gunicorn.py", "--bind", f"127.0.0.1:{port()}", "config.wsgi"]
    schedule = ["--pidfile=", f"--schedule={paths.run / 'beat-schedule'}", "--scheduler=config.beat:LivingScheduler"]
    beat = [python, "-m", "celery", "-A", "config.celery", "beat", "--loglevel=INFO", *schedule]
    family.start("web", "De webserver", web, env=env)
    family.start("worker", "De Celery-worker", worker_command(paths), env=env)
    family.start("beat", "Celery beat", beat, env=env)
    if not family.watch(is_healthy, seconds=START_SECONDS):
        raise LauncherError(f"De webserver antwoordt niet binnen {START_SECONDS} s. Zie .run/log/web.log")
    if not family.watch(lambda: " ready." in paths.log("worker").read_text(errors="replace"), seconds=START_SECONDS):
        raise LauncherError(f"De Celery-worker is niet klaar binnen {START_SECONDS} s. Zie .run/log/worker.log")


def is_healthy() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port()}/gezond/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def announce(paths: Paths, env: dict[str, str]) -> None:
    say(f"\nBrede ondersteuning draait op http://127.0.0.1:{port()}\n")
    run_shown(paths, manage(paths, "demo_data", "--logins"), env=env | QUIET, tidies=False)
    say("\nLogboeken staan in .run/log/, verstuurde e-mail in .run/mail/. Stoppen: Ctrl-C.")


def worker_command(paths: Paths) -> list[str]:
    options = ["--loglevel=INFO", "--without-mingle", "--without-gossip", f"--concurrency={os.cpu_count() or 2}"]
    return [str(paths.venv_python), "-m", "celery", "-A", "config.celery", "worker", *options]


def manage(paths: Paths, *args: str) -> list[str]:
    return [str(paths.venv_python), "manage.py", *args]
