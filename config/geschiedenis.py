"""The history of a model: who changed a row, when and why."""

from functools import cache
from typing import Any

from django.db import models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords


class Versiebeheer(HistoryManager):
    """The manager behind `model.history`, whose class the library would make anew each time that it is asked for."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: type[models.QuerySet[Any]], class_name: str | None = None) -> type[Any]:
        return super().from_queryset(queryset_class, class_name)


class Geschiedenis(HistoricalRecords):
    """Keeps each version of a row, with a reason of any length."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            history_change_reason_field=models.TextField(null=True), history_manager=Versiebeheer, **kwargs
        )
