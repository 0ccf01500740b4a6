"""How gunicorn serves the application: `gunicorn --config config/gunicorn.py config.wsgi`.

Sync workers, one per core: faster at the tail than threads, and WeasyPrint must not run in two threads at once.
"""

import gc
import os
import sys
from pathlib import Path
from typing import Any

from gunicorn.glogging import Logger

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # gunicorn reads this before it knows the application
from config.logboek import ZonderGeheim, zonder_geheim

bind = os.environ.get("GUNICORN_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 2)
worker_class = "sync"
preload_app = True
timeout = 120  # the largest import file and the yearly declaration are handled within it
graceful_timeout = 10
accesslog = "-"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(M)sms"  # without query string: a search may hold a name or a BSN
control_socket_disable = True


class Logboek(Logger):
    """The log of gunicorn, in which the secret in an address is not to be read."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.addFilter(ZonderGeheim())

    def atoms(self, *args: Any) -> dict[str, Any]:
        atomen = super().atoms(*args)
        return {naam: zonder_geheim(waarde) if isinstance(waarde, str) else waarde for naam, waarde in atomen.items()}


logger_class = Logboek


def post_fork(server: Any, worker: Any) -> None:
    """Keep what all workers share out of garbage collection: a full one over it takes a quarter of a second."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
