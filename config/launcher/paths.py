"""Where everything of one checkout lies. All of it is under .run/, unless a path there is too long or closed off."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from config.launcher.console import LauncherError

OF_SOMEBODY_ELSE = "De map .run/ is van een andere gebruiker. Werk verder als die gebruiker, of verwijder de map."


@dataclass(frozen=True)
class Paths:
    root: Path

    @property
    def run(self) -> Path:
        return self.root / ".run"

    @property
    def env_file(self) -> Path:
        return self.run / "env"

    @property
    def venv_python(self) -> Path:
        return self.root / ".venv" / "bin" / "python"

    def log(self, name: str) -> Path:
        folder = self.run / "log"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.log"

    def short(self, path: Path) -> str:
        """Give a path as the user knows it: relative to the project where it lies in it."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)

    def make_run(self) -> None:
        """Make .run/ with its key; as root others may pass through it, since PostgreSQL then runs as its own user.

        Raises LauncherError where this user can't write: a checkout or a `.run/` of somebody else, root say.
        """
        try:
            self.run.mkdir(exist_ok=True)
        except OSError:
            raise LauncherError(
                f"In de map {self.root} kunt u niet schrijven. Start als de gebruiker van wie die map is."
            ) from None
        try:
            self.run.chmod(0o711 if os.geteuid() == 0 else 0o700)
            self.secret_key()
        except OSError:
            raise LauncherError(OF_SOMEBODY_ELSE) from None

    def secret_key(self) -> str:
        """Give the SECRET_KEY of this checkout, made once."""
        file = self.run / "secret"
        if not file.exists():
            write_private(file, secrets.token_urlsafe(60) + "\n")
        return file.read_text().strip()


def project_paths() -> Paths:
    return Paths(Path(__file__).resolve().parents[2])


def write_private(file: Path, text: str) -> None:
    """Write a file for this user's eyes only, whole or not at all."""
    draft = file.with_name(file.name + ".new")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
        stream.write(text)
    draft.replace(file)
