from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from cases.models.document import Document
from cases.querysets import BrieftekstQuerySet


class Brieftekst(models.Model):
    """What a gemeente writes in one kind of letter: a concept, or a version that was published and never changes.

    The last published version holds. A block without text, or a kind without a row, has the ready-made text.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="briefteksten")
    soort = models.CharField("soort brief", max_length=40)
    versie = models.PositiveSmallIntegerField("versie", null=True, blank=True)
    blokken = models.JSONField("teksten", default=dict)
    bewaard_op = models.DateTimeField()
    bewaard_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    gepubliceerd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = BrieftekstQuerySet.as_manager()

    class Meta:
        ordering = ["soort", "-versie"]
        verbose_name_plural = "briefteksten"
        constraints = [
            models.CheckConstraint(
                condition=Q(gepubliceerd_op__isnull=True, gepubliceerd_door__isnull=True)
                | Q(gepubliceerd_op__isnull=False, gepubliceerd_door__isnull=False),
                name="brieftekst_gepubliceerd_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(gepubliceerd_op__isnull=True, versie__isnull=True)
                | Q(gepubliceerd_op__isnull=False, versie__gte=1),
                name="brieftekst_gepubliceerd_met_versie",
            ),
            models.UniqueConstraint(fields=["gemeente", "soort", "versie"], name="brieftekst_versie_uniek"),
            models.UniqueConstraint(
                fields=["gemeente", "soort"], condition=Q(gepubliceerd_op__isnull=True), name="brieftekst_een_concept"
            ),
        ]

    class Privacy:
        personal = ()
        other = (
            "id", "gemeente", "soort", "versie", "blokken", "bewaard_op", "bewaard_door", "gepubliceerd_op",
            "gepubliceerd_door",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.soort}, versie {self.versie}" if self.versie else f"{self.soort}, concept"


class UitgaandeBrief(models.Model):
    """Says of a document that it is a letter made here: its kind, the text of the gemeente, and what its envelope asks.

    `envelop` is as it was when the letter was made (cases.envelop); of a letter from before it was kept it is empty.
    """

    document = models.OneToOneField(Document, models.PROTECT, related_name="uitgaand")
    soort = models.CharField("soort brief", max_length=40)
    tekst = models.ForeignKey(
        Brieftekst, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tekst van de gemeente"
    )
    envelop = models.JSONField("envelop", null=True, blank=True)

    class Meta:
        verbose_name = "uitgaande brief"
        verbose_name_plural = "uitgaande brieven"

    class Privacy:
        personal = ("envelop",)
        other = ("id", "document", "soort", "tekst")

    def __str__(self) -> str:
        return f"{self.soort}: {self.document_id}"
