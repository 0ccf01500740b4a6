"""Find somebody: by name, number, address or birth date, and who of a gezin has a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, F, Q, When

from cases.status import Status
from cases.toegang import zichtbaar
from cases.zoeken import in_gemeenten, naamfilter, naamorde, zoekfilter
from cases.zoekvraag import Zoeksoort, Zoekvraag
from config.zoektekst import LAATSTE_TEKEN, Zoektekst

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
            begint = reduce(or_, (Q(persoon__zoekachternaam__startswith=f" {woord}") for woord in vraag.woorden))
            beste = [Case(When(begint, then=0), default=1)]
        return gevonden.order_by(*beste, *naamorde("persoon__"), "-id")

    def met_achternaam(self, begin: str, gemeenten: Sequence[int]) -> Self:
        """Find whose achternaam begins with a word, in the order of `zoek`: whom that gives first for this word alone.

        The index of names holds them in that order, so the first few cost the same however common the name is.
        """
        # The gemeente of the persoon is that of the dossier; said again, as the index begins with it.
        hier = self.zonder_ingetrokken().filter(persoon__gemeente=F("gemeente"), persoon__gemeente__in=gemeenten)
        achternaam, voorletters = naamorde("persoon__")
        begint = hier.alias(naam=achternaam).filter(naam__gte=begin, naam__lt=f"{begin}{LAATSTE_TEKEN}")
        return begint.order_by(achternaam, voorletters, "-id")

    def _op_naam(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find the inwoner and the gezinsleden by name: two questions, as each then walks an index of its own."""
        zelf = apps.get_model("cases", "Persoon").objects.op_naam(vraag, gemeenten).order_by()
        leden = apps.get_model("cases", "Gezinslid").objects.op_naam(vraag, gemeenten).order_by()
        verwant = apps.get_model("cases", "Dossier").objects.order_by().filter(gezin__in=leden.values("gezin"))
        return self.filter(persoon__in=zelf.values("pk").union(verwant.values("persoon")))


class PersoonQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))

    def op_naam(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find by the start of words, through the index of the gemeente."""
        return self.filter(naamfilter(vraag), in_gemeenten(gemeenten))


class GezinslidQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the gezinsleden of the gezinnen that have a dossier this user sees."""
        dossiers = apps.get_model("cases", "Dossier").objects.visible_to(user)
        return self.filter(gezin__in=dossiers.values("gezin"))

    def op_naam(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find by the start of words, through the index of the gemeente."""
        met_naam = self.alias(zoeknaam=Zoektekst("naam")).filter(naamfilter(vraag))
        return met_naam.filter(in_gemeenten(gemeenten))
