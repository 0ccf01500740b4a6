"""Find somebody: by name, number, address or birth date, and who of a gezin has a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Q, When

from cases.status import Status
from cases.toegang import zichtbaar
from cases.zoeken import naamfilter, naamorde, zoekfilter, zoeknaam
from cases.zoekvraag import Zoeksoort, Zoekvraag
from config.zoektekst import Zoektekst

if TYPE_CHECKING:
    from accounts.models import User


class DossierZoekQuerySet(models.QuerySet[Any]):
    def zonder_ingetrokken(self) -> Self:
        """Leave out what was made by mistake; it stays to be found by its number."""
        return self.exclude(status=Status.INGETROKKEN)

    def zoek(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find what was looked for in these gemeenten; whose achternaam begins with a word of it comes first.

        A dossier that was withdrawn is found by a number only.
        """
        is_naam = vraag.soort is Zoeksoort.NAAM
        gevonden = self._op_naam(vraag, gemeenten) if is_naam else self.filter(zoekfilter(vraag, gemeenten))
        if not vraag.is_nummer:
            gevonden = gevonden.zonder_ingetrokken()
        beste = []
        if is_naam:
            gevonden = gevonden.alias(woorden=Zoektekst("persoon__achternaam"))
            begint = reduce(or_, (Q(woorden__startswith=f" {woord}") for woord in vraag.woorden))
            beste = [Case(When(begint, then=0), default=1)]
        return gevonden.order_by(*beste, *naamorde("persoon__"), "-id")

    def _op_naam(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find the inwoner and the gezinsleden by name: two questions, as each then walks an index of its own."""
        dossiers = apps.get_model("cases", "Dossier").objects.order_by()
        zelf = dossiers.alias(zoeknaam=zoeknaam("persoon__")).filter(naamfilter(vraag), persoon__gemeente__in=gemeenten)
        leden = apps.get_model("cases", "Gezinslid").objects.op_naam(vraag, gemeenten).order_by()
        verwant = dossiers.filter(gezin__in=leden.values("gezin"))
        return self.filter(pk__in=zelf.values("pk").union(verwant.values("pk")))


class PersoonQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))


class GezinslidQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the gezinsleden of the gezinnen that have a dossier this user sees."""
        dossiers = apps.get_model("cases", "Dossier").objects.visible_to(user)
        return self.filter(gezin__in=dossiers.values("gezin"))

    def op_naam(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find by the start of words, through the index of the gemeente."""
        return self.alias(zoeknaam=Zoektekst("naam")).filter(naamfilter(vraag), gemeente__in=gemeenten)
