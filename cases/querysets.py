"""Which rows a user sees, and the lists that people work from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Now, TruncDate

from accounts.permissions import Permission
from cases.keuzes import Contactuitkomst
from cases.register import alle_regels
from cases.status import OPEN as OPEN_STATUS
from cases.status import Status
from cases.termijnstatus import OPEN as OPEN_TERMIJN
from cases.toegang import zichtbaar
from cases.zoeken import Zoektekst, zoekfilter, zoeknaam
from cases.zoekvraag import Zoeksoort, Zoekvraag

if TYPE_CHECKING:
    from accounts.models import User


# The kind of signal that notes a digest mail as sent.
DIGEST = "digest"


class GemeenteDeelQuerySet(models.QuerySet[Any]):
    """Rows of a gemeente as a whole: seen by those who see its dossiers."""

    def visible_to(self, user: User, permission: Permission = Permission.DOSSIER_ZIEN) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(permission))


class BewakingQuerySet(GemeenteDeelQuerySet):
    def laatste_per_gemeente(self) -> Self:
        """Give the newest ledger row of each gemeente."""
        return self.order_by("gemeente_id", "-on").distinct("gemeente_id")


class DossierDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a dossier: seen by whoever sees the dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))

    def geldig(self) -> Self:
        """Leave out what was withdrawn as a mistake (models with Intrekbaar)."""
        return self.filter(ingetrokken_op__isnull=True)


class DossierQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the dossiers for which any registered ground of access holds."""
        return self.filter(zichtbaar(user))

    def editable_by(self, user: User) -> Self:
        """Give the dossiers that this user may work in: visible, in a gemeente where they may edit."""
        return self.visible_to(user).filter(gemeente__in=user.gemeenten_met(Permission.DOSSIER_BEWERKEN))

    def van(self, *users: User) -> Self:
        """Give the caseload of a casusregisseur, or of several."""
        return self.filter(casusregisseur__in=users)

    def open(self) -> Self:
        return self.filter(status__in=OPEN_STATUS)

    def niet_toegewezen(self) -> Self:
        """Give the open dossiers without a casusregisseur, for the coördinator to assign."""
        return self.open().filter(casusregisseur__isnull=True)

    def voor_lijst(self) -> Self:
        """Join what one row of the dossier list shows."""
        return self.select_related("persoon", "casusregisseur", "gemeente").defer("gemeente__logo")

    def voor_pagina(self) -> Self:
        """Join and fetch what every page of a dossier shows around it: person, clocks, UHT status, points, counts."""
        return (
            self.met_aantallen()
            .select_related("persoon", "casusregisseur", "gemeente", "beleid")
            .prefetch_related("termijnen", "uht_wijzigingen", "controlepunten")
        )

    def met_aantallen(self) -> Self:
        """Count what the side menu shows; the driegesprekken stand with the gesprekken."""
        return self.annotate(
            aantal_contacten=_telling("contacten"),
            aantal_gesprekken=_telling("gesprekken") + _telling("driegesprekken"),
            aantal_gezin=_telling("gezin__dossiers") - 1,
            aantal_documenten=_telling("documenten"),
        )

    def zoek(self, vraag: Zoekvraag, gemeenten: Sequence[int]) -> Self:
        """Find what was looked for in these gemeenten; whose achternaam begins with a word of it comes first.

        A dossier that was withdrawn is found by its number only.
        """
        gevonden = self.alias(zoeknaam=zoeknaam("persoon__")).filter(zoekfilter(vraag, gemeenten))
        if vraag.soort is not Zoeksoort.NUMMER:
            gevonden = gevonden.exclude(status=Status.INGETROKKEN)
        beste = []
        if vraag.soort is Zoeksoort.NAAM:
            gevonden = gevonden.alias(woorden=Zoektekst("persoon__achternaam"))
            begint = reduce(or_, (Q(woorden__startswith=f" {woord}") for woord in vraag.woorden))
            beste = [Case(When(begint, then=0), default=1)]
        return gevonden.order_by(*beste, "persoon__achternaam", "persoon__voorletters", "-id")

    def op_uiterste_datum(self) -> Self:
        """Put the dossiers with something to do in the order of their first last day; the others are left out.

        It walks the index of open termijnen of the gemeente, so a page costs the same in a gemeente of any size.
        """
        open_ = Q(termijnen__status__in=OPEN_TERMIJN, termijnen__gemeente=F("gemeente"))
        eerste = FilteredRelation("termijnen", condition=open_ & ~Q(termijnen__aard="venster"))
        dag, nummer = OuterRef("eerste__uiterste_datum"), OuterRef("eerste__id")
        te_doen = apps.get_model("cases", "Termijn").objects.te_doen().filter(dossier=OuterRef("pk"))
        eerder = te_doen.filter(Q(uiterste_datum__lt=dag) | Q(uiterste_datum=dag, id__lt=nummer))
        met_eerste = self.annotate(eerste=eerste).filter(~Exists(eerder), eerste__isnull=False)
        return met_eerste.order_by("eerste__uiterste_datum", "-id")


def _telling(pad: str) -> Coalesce:
    """Count in a subquery of its own, so that the counts of several tables do not multiply each other."""
    dossier = apps.get_model("cases", "Dossier")
    tellen = dossier.objects.order_by().filter(pk=OuterRef("pk")).values("pk").annotate(aantal=Count(pad))
    return Coalesce(Subquery(tellen.values("aantal")), 0)


class PersoonQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))


class GezinslidQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the gezinsleden of the gezinnen that have a dossier this user sees."""
        dossiers = apps.get_model("cases", "Dossier").objects.visible_to(user)
        return self.filter(gezin__in=dossiers.values("gezin"))


class EigenQuerySet(models.QuerySet[Any]):
    """Rows of a user: seen by that user alone."""

    def visible_to(self, user: User) -> Self:
        return self.filter(user=user)


class AfwezigheidQuerySet(EigenQuerySet):
    def op(self, on: date | TruncDate) -> Self:
        """Give who is away on a day."""
        return self.filter(vanaf__lte=on, tot__gte=on)


class TaakQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give one's own taken, and those of the dossiers one sees."""
        return self.filter(Q(voor=user) | zichtbaar(user, "dossier__") & Q(dossier__isnull=False))

    def open(self) -> Self:
        return self.filter(gedaan_op__isnull=True, is_vervallen=False)


class NotitieQuerySet(DossierDeelQuerySet):
    def visible_to(self, user: User) -> Self:
        """Give the notities of the dossiers one sees; a restricted one is for casusregisseur and coördinator only.

        Who stands in for the casusregisseur today acts as one. Today is that of the database, as this is a right.
        """
        coordinator_in = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
        weg = apps.get_model("cases", "Afwezigheid").objects.op(TruncDate(Now())).filter(vervanger=user)
        regisseur = Q(dossier__casusregisseur=user) | Q(dossier__casusregisseur__in=weg.values("user"))
        mag = Q(is_beperkt=False) | regisseur | Q(dossier__gemeente__in=coordinator_in)
        return super().visible_to(user).filter(mag)


class ContactQuerySet(DossierDeelQuerySet):
    def bereikt(self) -> Self:
        """Give the contacts in which the rechthebbende was really reached."""
        return self.filter(uitkomst__in=[Contactuitkomst.GESPROKEN, Contactuitkomst.SCHRIFTELIJK_ANTWOORD])


class DocumentQuerySet(DossierDeelQuerySet):
    pass


class TermijnQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))

    def open(self) -> Self:
        return self.filter(status__in=OPEN_TERMIJN)

    def te_doen(self) -> Self:
        """Give the open plichten and streven: what somebody must do. A venster only closes by itself."""
        return self.open().exclude(aard="venster")

    def op_werklijst(self, on: date) -> Self:
        """Give what somebody must do, and the vensters that close within the days their rule warns ahead."""
        sluit = Q(pk__in=[])
        for regel in alle_regels():
            if regel.aard == "venster" and regel.waarschuwingen:
                tot = on + timedelta(days=max(regel.waarschuwingen))
                sluit |= Q(regel=regel.code, uiterste_datum__range=(on, tot))
        return self.open().filter(~Q(aard="venster") | sluit)

    def van(self, *users: User) -> Self:
        return self.filter(dossier__casusregisseur__in=users)

    def tot_en_met(self, dag: date) -> Self:
        return self.filter(uiterste_datum__lte=dag)

    def over_termijn(self, on: date) -> Self:
        """Give the open termijnen whose last day has passed on `on`."""
        return self.open().filter(uiterste_datum__lt=on)

    def voor_werklijst(self) -> Self:
        """Join what one row of a work-list shows, the first to end on top."""
        return self.select_related("dossier__persoon", "dossier__casusregisseur").order_by("uiterste_datum", "id")


class SignaalQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give a user's own signals; the coördinator also those that have no casusregisseur to go to.

        That a digest went out is noted as a signal too, and is nothing to show.
        """
        van_gemeente = Q(ontvanger__isnull=True, gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
        return self.filter(Q(ontvanger=user) | van_gemeente).exclude(soort=DIGEST)
