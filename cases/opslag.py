"""Files on disk have no rollback: remove what a request wrote for a row that never came to be.

The database says which files count. At the end of a request each file written in it that no row of any model names is
removed; the check asks the database and not how the transaction went, so the file of a saved row can never go.
"""

import threading
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.core.signals import request_finished, request_started
from django.db.models import FileField
from django.dispatch import receiver


class _Geschreven(threading.local):
    """The files that the request of this thread wrote; None outside a request."""

    namen: list[str] | None = None


_verzoek = _Geschreven()


def geschreven(naam: str) -> None:
    """Remember a file that was written before its row is certain."""
    if _verzoek.namen is not None:
        _verzoek.namen.append(naam)


@receiver(request_started, dispatch_uid="cases.opslag.begin")
def begin(**kwargs: Any) -> None:
    _verzoek.namen = []


@receiver(request_finished, dispatch_uid="cases.opslag.ruim_op")
def ruim_op(**kwargs: Any) -> None:
    """Remove the files of this request that no row names."""
    namen, _verzoek.namen = _verzoek.namen, None
    if not namen:
        return
    for naam in set(namen) - list_genoemd(namen):
        default_storage.delete(naam)


def list_genoemd(namen: Collection[str]) -> set[str]:
    """Give which of these files a row names, in whatever model: a document, but also the invoice of a cost."""
    genoemd: set[str] = set()
    for model in apps.get_models():
        for veld in model._meta.fields:
            if isinstance(veld, FileField):
                rijen = model._default_manager.filter(**{f"{veld.name}__in": namen})
                genoemd.update(rijen.values_list(veld.name, flat=True))
    return genoemd
