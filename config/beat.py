"""Celery beat that shows that it is alive: `celery -A config.celery beat --scheduler config.beat:LivingScheduler`."""

from pathlib import Path
from typing import Any

from celery.beat import PersistentScheduler


class LivingScheduler(PersistentScheduler):
    """Touch `<schedule>.alive` at every look at the schedule, once a minute; the schedule itself is rarely written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_interval = 60

    def tick(self, *args: Any, **kwargs: Any) -> float:
        Path(f"{self.schedule_filename}.alive").touch()
        seconds: float = super().tick(*args, **kwargs)
        return seconds
