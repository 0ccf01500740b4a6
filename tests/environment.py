"""The environment of a test run, set before Django reads its settings (pytest loads this with `-p`).

What the tests write goes to a folder of their own, and their Celery messages to a queue of their own, so that a demo
that runs in the same checkout neither sees nor answers them.
"""

import os
import shutil
import tempfile
from urllib.parse import quote

WRITTEN = tempfile.mkdtemp(prefix="brede-ondersteuning-tests-")

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs an event loop in the thread that uses the ORM
os.environ["CELERY_QUEUE"] = f"tests-{os.getpid()}"  # each of the processes that share the work has its own
os.environ["MEDIA_ROOT"] = os.path.join(WRITTEN, "media")
os.environ["STATIC_ROOT"] = os.path.join(WRITTEN, "static")
os.mkdir(os.environ["STATIC_ROOT"])  # WhiteNoise warns when it is not there, and a warning is a fault
os.environ["EMAIL_FILE_PATH"] = os.path.join(WRITTEN, "mail")


def pytest_unconfigure() -> None:
    """Clean up at the end; not by atexit, which the processes that share the work never reach."""
    shutil.rmtree(WRITTEN, ignore_errors=True)


def database_url(server):
    """Name this test's database, whether the server is reached over a unix socket or over the network."""
    if server["HOST"].startswith("/"):
        return f"postgres://{server['USER']}@/{server['HOST']}/{server['NAME']}"
    wachtwoord, poort = quote(server["PASSWORD"], safe=""), server["PORT"] or 5432
    return f"postgres://{server['USER']}:{wachtwoord}@{server['HOST']}:{poort}/{server['NAME']}"
