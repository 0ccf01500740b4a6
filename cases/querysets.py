"""Which rows a user sees, and the lists that people work from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.permissions import Permission
from cases.keuzes import Contactuitkomst
from cases.register import alle_regels
from cases.status import OPEN as OPEN_STATUS
from cases.termijnstatus import OPEN as OPEN_TERMIJN
from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User


# The kind of signal that notes a digest mail as sent.
DIGEST = "digest"


DOSSIERNUMMER = re.compile(r"\d{4}-D-\d{4}-\d{5,}", re.IGNORECASE | re.ASCII)


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

    def van(self, user: User) -> Self:
        """Give the caseload of one casusregisseur."""
        return self.filter(casusregisseur=user)

    def open(self) -> Self:
        return self.filter(status__in=OPEN_STATUS)

    def niet_toegewezen(self) -> Self:
        """Give the open dossiers without a casusregisseur, for the coördinator to assign."""
        return self.open().filter(casusregisseur__isnull=True)

    def voor_lijst(self) -> Self:
        """Join what one row of the dossier list shows."""
        return self.select_related("persoon", "casusregisseur", "gemeente")

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

    def zoek(self, tekst: str) -> Self:
        """Find by dossier number, else by a name as it stands on the screen; never by BSN, as the words stand in a URL.

        The start of the achternaam is enough, with or without what stands before it: Weide, van der We, M. van der We.
        """
        if DOSSIERNUMMER.fullmatch(tekst.strip()):
            return self.filter(nummer=tekst.strip().upper())
        woorden = tekst.split()
        voorletters = Q()
        if len(woorden) > 1 and woorden[0].endswith("."):
            voorletters = Q(persoon__voorletters__istartswith=woorden.pop(0))
        naam = Q()
        for plaats in range(len(woorden)):
            voorvoegsel, achternaam = " ".join(woorden[:plaats]), " ".join(woorden[plaats:])
            deel = Q(persoon__achternaam__istartswith=achternaam)
            naam |= deel & Q(persoon__voorvoegsel__iexact=voorvoegsel) if voorvoegsel else deel
        return self.filter(voorletters & naam)

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


class TaakQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the taken of the dossiers one sees, and one's own that are about no dossier."""
        eigen = Q(dossier__isnull=True, voor=user, gemeente__in=user.gemeenten_met(Permission.VANDAAG))
        return self.filter(eigen | zichtbaar(user, "dossier__") & Q(dossier__isnull=False))

    def van(self, user: User) -> Self:
        return self.filter(voor=user)

    def open(self) -> Self:
        return self.filter(gedaan_op__isnull=True, is_vervallen=False)

    def voor_werklijst(self) -> Self:
        """Join what one row of a work-list shows, the first day on top."""
        return self.select_related("dossier__persoon", "afspraak", "voor").order_by("datum", "id")


class NotitieQuerySet(DossierDeelQuerySet):
    def visible_to(self, user: User) -> Self:
        """Give the notities of the dossiers one sees; a restricted one is for casusregisseur and coördinator only."""
        coordinator_in = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
        mag = Q(is_beperkt=False) | Q(dossier__casusregisseur=user) | Q(dossier__gemeente__in=coordinator_in)
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

    def van(self, user: User) -> Self:
        return self.filter(dossier__casusregisseur=user)

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
