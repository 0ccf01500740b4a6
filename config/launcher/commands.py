"""The commands behind `make`: each a few steps in a row, told to the user as they happen."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

from config.launcher import demo, services
from config.launcher.console import LauncherError, Progress, say
from config.launcher.environment import dev_environment, test_environment
from config.launcher.packages import ensure_packages
from config.launcher.paths import Paths, project_paths
from config.launcher.places import remove_places
from config.launcher.processes import Stopped, run_logged, run_shown, stop_signals
from config.launcher.static import collect_static
from config.launcher.venv import ensure_venv

LEFT_BY_TOOLS = (
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
    ".hypothesis",
    ".coverage",
    "htmlcov",
)


def prepare(paths: Paths, progress: Progress, *, for_tests: bool = False) -> None:
    """Have the system's programs and the Python packages in place; a moment when they are."""
    paths.make_run()
    ensure_packages(paths, progress, for_tests=for_tests)
    ensure_venv(paths, progress)


def setup(paths: Paths, args: list[str]) -> int:
    prepare(paths, Progress(2), for_tests=True)
    say("Klaar. Verder met: make demo, make test of make run")
    return 0


def up(paths: Paths, args: list[str]) -> int:
    services.up(paths)
    services.say_states(paths)
    return 0


def down(paths: Paths, args: list[str]) -> int:
    services.down(paths)
    say("PostgreSQL en Redis staan uit. De gegevens blijven bewaard.")
    return 0


def status(paths: Paths, args: list[str]) -> int:
    return 0 if services.say_states(paths) else 1


def start_demo(paths: Paths, args: list[str]) -> int:
    """Run the whole application with demo data until the user stops it."""
    demo.refuse_taken_port()
    progress = Progress(7)
    prepare(paths, progress)
    demo.serve(paths, progress)
    return 0


def run_web(paths: Paths, args: list[str]) -> int:
    """Run the web server for a developer: it reloads when the code changes."""
    demo.refuse_taken_port()
    progress = Progress(5)
    prepare(paths, progress)
    with services.services(paths, progress):
        env = dev_environment(paths)
        with progress.step("Database bijwerken"):
            run_logged(paths, "migrate", demo.manage(paths, "migrate", "--no-input"), env=env)
        with progress.step("Webserver starten"):
            return run_shown(paths, demo.manage(paths, "runserver", f"127.0.0.1:{demo.port()}"), env=env)


def run_worker(paths: Paths, args: list[str]) -> int:
    """Run a Celery worker for a developer; without beat, so that starting two does no harm."""
    progress = Progress(4)
    prepare(paths, progress)
    with services.services(paths, progress), progress.step("Celery-worker starten"):
        return run_shown(paths, demo.worker_command(paths), env=dev_environment(paths))


def test(paths: Paths, args: list[str]) -> int:
    progress = Progress(5)
    prepare(paths, progress, for_tests=True)
    return run_with_static(paths, progress, "Tests", "pytest", *shared_work(paths, args), *args)


def shared_work(paths: Paths, args: list[str]) -> list[str]:
    """Spread the whole suite over the cores, a file to a process; a part named by the user stays in one.

    The files go out in the order in which pytest has them (tests/conftest.py), not those with the most tests first.
    """
    named = any((paths.root / arg.split("::")[0]).exists() for arg in args)
    return [] if named else ["-n", str(os.cpu_count() or 2), "--dist", "loadfile", "--no-loadscope-reorder"]


def check(paths: Paths, args: list[str]) -> int:
    progress = Progress(4)
    prepare(paths, progress)
    with services.services(paths, progress), progress.step("Controles"):
        return run_module(paths, "config.checks", *args)


def bench(paths: Paths, args: list[str]) -> int:
    progress = Progress(5)
    prepare(paths, progress)
    return run_with_static(paths, progress, "Metingen", "tests.bench", *args)


def run_with_static(paths: Paths, progress: Progress, title: str, module: str, *args: str) -> int:
    """Run what asks for whole pages, which name the files for the browser."""
    with services.services(paths, progress):
        with progress.step("Bestanden voor de browser verzamelen"):
            collect_static(paths, test_environment(paths))
        with progress.step(title):
            return run_module(paths, module, *args)


def run_module(paths: Paths, module: str, *args: str) -> int:
    return run_shown(paths, [str(paths.venv_python), "-m", module, *args], env=test_environment(paths))


def clean(paths: Paths, args: list[str]) -> int:
    """Remove all that was made here: demo data, virtual environment and what tools left."""
    services.down(paths)
    remove_places(paths)
    for name in (".run", ".venv", *LEFT_BY_TOOLS):
        path = paths.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    say("Opgeruimd: .run/ (met de demogegevens), .venv/ en tijdelijke bestanden.")
    return 0


@dataclass(frozen=True)
class Command:
    action: Callable[[Paths, list[str]], int]
    explanation: str


COMMANDS = {
    "setup": Command(setup, "installeer wat nodig is"),
    "demo": Command(start_demo, "start de toepassing met demogegevens, tot Ctrl-C"),
    "run": Command(run_web, "start de webserver voor ontwikkelaars"),
    "worker": Command(run_worker, "start een Celery-worker voor ontwikkelaars"),
    "test": Command(test, "draai de tests; wat erachter staat gaat naar pytest"),
    "check": Command(check, "draai de controles"),
    "bench": Command(bench, "meet de snelheid"),
    "up": Command(up, "zet PostgreSQL en Redis aan, tot 'down'"),
    "down": Command(down, "zet PostgreSQL en Redis uit"),
    "status": Command(status, "laat zien wat er draait"),
    "clean": Command(clean, "verwijder alles wat hier gemaakt is, ook de demogegevens"),
}


def run(arguments: list[str]) -> int:
    """Run one command; what goes wrong by the user's doing is one message, never a traceback."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if not command:
        say("Gebruik: python3 -m config.launcher OPDRACHT, met als OPDRACHT:")
        say("\n".join(f"  {name:8} {each.explanation}" for name, each in COMMANDS.items()))
        return 2
    try:
        with stop_signals():
            return command.action(project_paths(), arguments[1:])
    except Stopped:
        say("\nGestopt.")
        return 0 if command.action is start_demo else 130
    except LauncherError as error:
        print(error, file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"U kunt niet bij {error.filename}. Werk verder als de gebruiker van wie dat is.", file=sys.stderr)
        return 1
