"""Files on disk have no rollback: remove what a request wrote for a document that never came to be.

The database says which files count. At the end of a request each file written in it that no document names is removed;
the check asks the database and not how the transaction went, so the file of a saved document can never go.
"""

import threading
from typing import Any

from django.core.files.storage import default_storage
from django.core.signals import request_finished, request_started
from django.dispatch import receiver

from cases.models import Document


class _Geschreven(threading.local):
    """The files that the request of this thread wrote; None outside a request."""

    namen: list[str] | None = None


_verzoek = _Geschreven()


def geschreven(naam: str) -> None:
    """Remember a file that was written before its document is certain."""
    if _verzoek.namen is not None:
        _verzoek.namen.append(naam)


@receiver(request_started, dispatch_uid="cases.opslag.begin")
def begin(**kwargs: Any) -> None:
    _verzoek.namen = []


@receiver(request_finished, dispatch_uid="cases.opslag.ruim_op")
def ruim_op(**kwargs: Any) -> None:
    """Remove the files of this request that no document names."""
    namen, _verzoek.namen = _verzoek.namen, None
    if not namen:
        return
    bekend = set(Document.objects.filter(bestand__in=namen).values_list("bestand", flat=True))
    for naam in namen:
        if naam not in bekend:
            default_storage.delete(naam)
