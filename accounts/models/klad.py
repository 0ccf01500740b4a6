from django.db import models

from accounts.models.user import User


class Klad(models.Model):
    """What a user typed in a form and did not save yet; it comes back after logging in again, for that user only."""

    user = models.ForeignKey(User, models.CASCADE, related_name="kladden", verbose_name="van wie")
    pad = models.CharField("formulier", max_length=200)
    gegevens = models.JSONField("wat er staat", default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "kladden"
        constraints = [models.UniqueConstraint(fields=["user", "pad"], name="klad_een_per_formulier")]

    class Privacy:
        personal = ("user", "gegevens")
        other = ("id", "pad", "updated_at")

    def __str__(self) -> str:
        return self.pad
