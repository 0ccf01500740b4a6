"""Run programs: one step with its output in a log, or a few that belong together and end together."""

import ctypes
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from config.launcher.console import LauncherError, last_lines, say, say_progress
from config.launcher.paths import Paths

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STOP_SECONDS = 15
PR_SET_PDEATHSIG = 1


class Stopped(BaseException):
    """The user asked to stop (Ctrl-C, kill, a closed terminal). Not an Exception: nothing may swallow it."""


@contextmanager
def stop_signals() -> Iterator[None]:
    """Turn the first stop signal into `Stopped`; what comes after it must not disturb the cleaning up."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in STOP_SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def stop_held_back() -> Iterator[None]:
    """Let the block finish before a stop signal counts: a package manager must not be cut short."""
    asked: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        say("      Dit stopt zodra apt klaar is.")

    before = {number: signal.signal(number, hold) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if asked:
        os.kill(os.getpid(), asked[0])


def run_logged(
    paths: Paths, name: str, command: Sequence[str], *, env: dict[str, str] | None = None, apart: bool = False
) -> None:
    """Run one step with its output in .run/log/<name>.log; show the end of that log when it fails."""
    log = paths.log(name)
    with log.open("wb") as stream:
        done = subprocess.run(
            command,
            cwd=paths.root,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=apart,
        )
    if done.returncode:
        raise failure(paths, name)


def run_counted(
    paths: Paths,
    name: str,
    command: Sequence[str],
    *,
    counted: str,
    total: int = 0,
    total_in: str = "",
    apart: bool = False,
) -> None:
    """As run_logged, counting the lines that match `counted`; `total_in` finds the total in the output itself."""
    done = 0
    with (
        paths.log(name).open("w") as stream,
        subprocess.Popen(
            command,
            cwd=paths.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=apart,
        ) as process,
    ):
        try:
            for line in process.stdout or ():
                stream.write(line)
                if total_in and (found := re.search(total_in, line)):
                    total = int(found[1])
                if match := re.search(counted, line):
                    done += 1
                    say_progress(match[1], done=done, total=max(total, done))
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        raise failure(paths, name)


def run_shown(paths: Paths, command: Sequence[str], *, env: dict[str, str], tidies: bool = True) -> int:
    """Run a program on the user's screen and give its exit status.

    When we must stop, one that `tidies` gets the time to. It hears Ctrl-C from the terminal itself, as we do, and must
    not hear it twice; of another signal we tell it. One that would answer Ctrl-C with a traceback is kept away from it.
    """
    with subprocess.Popen(command, cwd=paths.root, env=env, start_new_session=not tidies) as process:
        try:
            return process.wait()
        except Stopped as stop:
            if stop.args != (signal.SIGINT,) or not tidies:
                process.send_signal(signal.SIGINT if tidies else signal.SIGTERM)
            try:
                process.wait(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            raise


def failure(paths: Paths, name: str) -> LauncherError:
    log = paths.log(name)
    return LauncherError(f"Dit is niet gelukt. Het eind van {paths.short(log)}:\n{last_lines(log)}")


@dataclass
class Child:
    label: str
    log: Path
    process: subprocess.Popen[bytes]


@dataclass
class Family:
    """Programs that run side by side: when one ends, all of them do."""

    paths: Paths
    children: list[Child] = field(default_factory=list)

    def start(self, name: str, label: str, command: Sequence[str], *, env: dict[str, str]) -> None:
        """Start a program in a session of its own: Ctrl-C reaches only us, and we choose the order of stopping."""
        log = self.paths.log(name)
        with log.open("wb") as stream:
            process = subprocess.Popen(
                command,
                cwd=self.paths.root,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=end_with_parent,
            )
        self.children.append(Child(label, log, process))

    def check(self) -> None:
        """Raise when one of the programs has ended by itself."""
        for child in self.children:
            if child.process.poll() is not None:
                log = self.paths.short(child.log)
                raise LauncherError(
                    f"{child.label} is gestopt (status {child.process.returncode}). Zie {log}:\n{last_lines(child.log)}"
                )

    def watch(self, until: Callable[[], bool], *, seconds: float | None = None) -> bool:
        """Wait until something holds, looking after the programs meanwhile; False when it takes too long."""
        end = None if seconds is None else time.monotonic() + seconds
        while not until():
            self.check()
            if end is not None and time.monotonic() > end:
                return False
            time.sleep(0.2)
        return True

    def stop(self) -> None:
        """Ask all to stop, last started first, and end by force what does not."""
        for child in reversed(self.children):
            child.process.terminate()
        end = time.monotonic() + STOP_SECONDS
        for child in reversed(self.children):
            try:
                child.process.wait(timeout=max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.process.pid, signal.SIGKILL)
                child.process.wait()
        self.children.clear()


def end_with_parent() -> None:
    """Have the kernel stop this program when the launcher dies, however it dies (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
