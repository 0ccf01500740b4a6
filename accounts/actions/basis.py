"""Save and delete rows so that their history names who did it and why. Every action writes through here."""

from typing import TypeVar

from django.db import models

from accounts.models import User

M = TypeVar("M", bound=models.Model)


def _zeg_wie(obj: models.Model, by: User | None, reden: str) -> None:
    obj.__dict__["_history_user"] = by
    obj.__dict__["_change_reason"] = reden or None


def bewaar(obj: M, *, by: User | None, velden: list[str] | None = None, reden: str = "") -> M:
    """Save a row, or only the named fields of it."""
    _zeg_wie(obj, by, reden)
    obj.save(update_fields=velden)
    return obj


def verwijder(obj: models.Model, *, by: User | None, reden: str = "") -> None:
    """Delete a row; its history stays."""
    _zeg_wie(obj, by, reden)
    obj.delete()
