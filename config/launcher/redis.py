"""A Redis of this checkout's own, on a unix socket, for Celery's messages."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from config.launcher.console import LauncherError, last_lines
from config.launcher.paths import Paths
from config.launcher.places import Places

WAIT_SECONDS = 15


@dataclass(frozen=True)
class Redis:
    paths: Paths
    places: Places

    @property
    def socket(self) -> Path:
        return self.places.sockets / "redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Start the server unless it answers already; a socket left by a crash is replaced."""
        if self.is_running():
            return
        program = shutil.which("redis-server")
        if not program:
            raise LauncherError("Redis ontbreekt. Installeer het met: sudo apt-get install redis-server")
        folder = self.paths.run / "redis"
        folder.mkdir(mode=0o700, exist_ok=True)
        self.socket.unlink(missing_ok=True)
        log = self.paths.log("redis")
        with log.open("ab") as stream:
            subprocess.run(
                [program, *self._options()],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                check=False,
            )
        if not self._wait_until(running=True):
            raise LauncherError(f"Redis start niet. Het eind van {self.paths.short(log)}:\n{last_lines(log)}")

    def stop(self) -> None:
        if self.is_running():
            self._ask(b"SHUTDOWN\r\n")
            self._wait_until(running=False)

    def is_running(self) -> bool:
        return self._ask(b"PING\r\n").startswith(b"+PONG")

    def _options(self) -> list[str]:
        """Give the settings as arguments. `dir` is where it is started, so a path with a space does no harm."""
        settings = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "daemonize": "yes",
            "dir": ".",
            "appendonly": "no",
            "save": "3600 1",
            "logfile": "../log/redis.log",
        }
        return [part for name, value in settings.items() for part in (f"--{name}", value)]

    def _ask(self, command: bytes) -> bytes:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(2)
                line.connect(os.fspath(self.socket))
                line.sendall(command)
                return line.recv(64)
        except OSError:
            return b""

    def _wait_until(self, *, running: bool) -> bool:
        end = time.monotonic() + WAIT_SECONDS
        while self.is_running() != running and time.monotonic() < end:
            time.sleep(0.02)
        return self.is_running() == running
