"""The product's own Celery application, in which the night of a gemeente never ends: it hangs before its last row.

`celery -A tests.cases.hangende_nacht worker` is there to be killed half-way.
"""

import sys
import time

from celery.signals import worker_process_init

from config.celery import app

__all__ = ["app"]


def hang(*args: object) -> None:
    print("halfweg", file=sys.stderr, flush=True)
    time.sleep(600)


@worker_process_init.connect
def blijf_hangen(**kwargs: object) -> None:
    from cases.actions import bewaking

    bewaking._boek = hang  # type: ignore[assignment]
