"""The environment in which the project's own programs run: settings.py reads all of this."""

import os

from config.launcher.paths import Paths


def demo_environment(paths: Paths, *, port: int) -> dict[str, str]:
    """Give the settings of the demo: as in production, on one's own machine, without https; mail goes to .run/mail."""
    fixed = {"DEBUG": "0", "DEMO": "1", "PYTHONUNBUFFERED": "1"}
    usual = {
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASIS_URL": f"http://127.0.0.1:{port}",
        "EMAIL_URL": "filemail://",
        "EMAIL_FILE_PATH": str(paths.run / "mail"),
    }
    return usual | own_environment(paths) | fixed


def dev_environment(paths: Paths) -> dict[str, str]:
    return {"DEBUG": "1", "PYTHONUNBUFFERED": "1"} | own_environment(paths)


def test_environment(paths: Paths) -> dict[str, str]:
    """Give the settings for tests and checks: those of production, so that these are what is tested."""
    return {"DEMO": "1", "ALLOWED_HOSTS": "127.0.0.1,localhost"} | own_environment(paths)


def own_environment(paths: Paths) -> dict[str, str]:
    """Give what the user set, completed by the key and the servers of this checkout."""
    lines = paths.env_file.read_text().splitlines() if paths.env_file.exists() else []
    servers = dict(line.split("=", 1) for line in lines)
    return {"SECRET_KEY": paths.secret_key()} | servers | dict(os.environ)
