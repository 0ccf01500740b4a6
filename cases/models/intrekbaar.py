from django.db import models
from django.db.models import Q

from accounts.models import User


class Intrekbaar(models.Model):
    """A row that was entered by mistake is withdrawn with a reason; it stays in the history and counts no more."""

    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ingetrokken_reden = models.CharField("waarom ingetrokken", max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True, ingetrokken_reden="")
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~Q(ingetrokken_reden=""),
                name="%(class)s_ingetrokken_met_reden",
            )
        ]

    @property
    def is_ingetrokken(self) -> bool:
        return self.ingetrokken_op is not None
