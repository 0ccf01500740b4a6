from django.db import models

from accounts.models.user import User
from accounts.querysets import KladQuerySet


class Klad(models.Model):
    """What a user typed in a form and did not save yet; it comes back after logging in again, for that user only.

    Each time that a form is opened it has a klad of its own, with a `sleutel` of its own: what waits there from before
    stays as it is until the user puts it back or throws it away. For a day after a text was saved or cancelled, its row
    says only that: what was still on its way then is not kept again.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="kladden", verbose_name="van wie")
    pad = models.CharField("formulier", max_length=200)
    sleutel = models.CharField("welke keer", max_length=12, blank=True, default="")
    gegevens = models.JSONField("wat er staat", default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    objects = KladQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "kladden"
        constraints = [models.UniqueConstraint(fields=["user", "pad", "sleutel"], name="klad_een_per_keer")]

    class Privacy:
        personal = ("user", "gegevens")
        other = ("id", "pad", "sleutel", "updated_at")

    def __str__(self) -> str:
        return self.pad
