"""Which plans, voorzieningen and besluiten a user sees."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum

from accounts.permissions import Permission
from cases.querysets import DossierDeelQuerySet, kort
from cases.status import Status
from cases.toegang import zichtbaar
from planvanaanpak.keuzes import VoorzieningStatus

if TYPE_CHECKING:
    from accounts.models import User


def gaat_nog_uit(besluit: str = "") -> Q:
    """Leave out besluiten to who died; one to another belanghebbende still has to be made known (Awb art. 3:41)."""
    leeft = Q(**{f"{besluit}dossier__persoon__datum_overlijden__isnull": True})
    return leeft | Q(**{f"{besluit}snapshot__ontvanger__ander": True})


class PlanDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a plan: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "plan__dossier__"))

    def voor_agenda(self) -> Self:
        """Join what the calendar names of each."""
        return self.select_related("plan__dossier__persoon", "plan__dossier__casusregisseur")


class DoelDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a doel: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "doel__plan__dossier__"))

    def voor_agenda(self) -> Self:
        """Join what the calendar names of each."""
        return self.select_related("doel__plan__dossier__persoon", "doel__plan__dossier__casusregisseur")


class VoorzieningQuerySet(PlanDeelQuerySet):
    def toegekend(self) -> Self:
        return self.filter(status=VoorzieningStatus.TOEGEKEND)

    def met_besluit_nodig(self) -> Self:
        """Leave out what is vrij toegankelijk: the plan names it, the gemeente does not give it (VNG 2025 §4.3)."""
        return self.exclude(toegang="vrij")

    def met_besluiten(self) -> Self:
        """Join the besluit that was taken about it and the one that changed it, without their frozen letters."""
        return self.select_related("besluit", "herzien_met").defer("besluit__snapshot", "herzien_met__snapshot")

    def te_herzien(self, besluit: Any) -> Self:
        """Give what a herziening of a besluit can change: what it granted or refused, and what has not lapsed."""
        return self.filter(besluit=besluit, status__in=(VoorzieningStatus.TOEGEKEND, VoorzieningStatus.AFGEWEZEN))

    def voorgesteld(self) -> Self:
        """Give what still waits for a besluit."""
        return self.filter(status=VoorzieningStatus.VOORSTEL)

    def voor_kosten(self, user: User) -> Self:
        """Give the voorzieningen that financieel may book costs on, in their gemeenten: what was granted and held.

        One that lapsed from a later day than its besluit held until then; of that is paid what was delivered or used.
        """
        begon = Q(looptijd_vanaf__isnull=True) | Q(looptijd_vanaf__lt=F("herzien_met__ingang"))
        held = begon & Q(status=VoorzieningStatus.VERVALLEN, herzien_met__ingang__gt=F("besluit__datum"))
        rijen = self.filter(Q(status=VoorzieningStatus.TOEGEKEND) | held)
        return rijen.filter(plan__dossier__gemeente__in=user.gemeenten_met(Permission.SPUK_BEWERKEN))

    def gegeven(self) -> Self:
        """Give what was granted, without what a later besluit ended before any of it was delivered or used."""
        verstrekkingen = self.model._meta.get_field("verstrekkingen").related_model._default_manager.geldig()
        gehad = Exists(verstrekkingen.filter(voorziening=OuterRef("pk"), soort__in=("geleverd", "gebruikt")))
        blijft = Q(herzien_met__isnull=True) | Q(herzien_met=F("besluit")) | Q(looptijd_tot__isnull=True)
        blijft |= ~Q(looptijd_tot=F("herzien_met__ingang") - timedelta(days=1))
        return self.toegekend().filter(blijft | gehad)

    def som(self) -> Decimal:
        totaal: Decimal | None = self.aggregate(som=Sum("bedrag"))["som"]
        return totaal or Decimal(0)


class VoorzieningDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a voorziening: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "voorziening__plan__dossier__"))

    def geldig(self) -> Self:
        """Leave out what was withdrawn as a mistake (models with Intrekbaar)."""
        return self.filter(ingetrokken_op__isnull=True)


class BesluitQuerySet(DossierDeelQuerySet):
    def voor_lijst(self) -> Self:
        return self.select_related("dossier__persoon", "vult_aan").defer("snapshot")

    def met_terugkomst(self) -> Self:
        """Say of each whether its letter came back and was not sent again: `komt_terug`, the key of that, or None."""
        retouren = self.model._meta.get_field("retouren").related_model._default_manager
        return self.annotate(komt_terug=Subquery(retouren.wacht().filter(besluit=OuterRef("pk")).values("pk")[:1]))

    def met_herroeping(self) -> Self:
        """Say of each whether it fell away, after a bezwaar or by a court: `is_herroepen`."""
        herroeping = self.model._meta.get_field("herroepingen").related_model._default_manager
        return self.annotate(is_herroepen=Exists(herroeping.filter(besluit=OuterRef("pk"))))

    def geldend(self) -> Self:
        """Leave out what was taken back with an intrekking that holds."""
        return self.exclude(pk__in=self.model._default_manager.intrekkingen().values("gaat_over"))

    def intrekkingen(self) -> Self:
        """Give the intrekkingen that hold: one that was herroepen takes nothing back."""
        return self.filter(soort="intrekking", herroepingen__isnull=True)

    def niet_verzonden(self) -> Self:
        return self.filter(Q(verzonden_op__isnull=True))

    def onbevestigd(self) -> Self:
        """Give what has to go out and of which nobody said that it left, also in a closed dossier.

        What does not go out any more (`gaat_nog_uit`) waits for nobody.
        """
        return self.niet_verzonden().gaat_uit().exclude(dossier__status=Status.INGETROKKEN)

    def te_bevestigen(self, on: date) -> Self:
        """Give of these what bears a day before today."""
        return self.onbevestigd().filter(datum__lt=on)

    def gaat_uit(self) -> Self:
        return self.filter(gaat_nog_uit())


class BesluitDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a besluit: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "besluit__dossier__"))

    def geldig(self) -> Self:
        """Leave out what was withdrawn as a mistake (models with Intrekbaar)."""
        return self.filter(ingetrokken_op__isnull=True)

    def wacht(self) -> Self:
        """Give the letters that came back and were not sent again."""
        return self.geldig().filter(opnieuw__isnull=True)


class ToestemmingQuerySet(models.QuerySet[Any]):
    """What a person said about electronic post; a page gets it through the dossier it may see."""

    def geldt_op(self, dag: date) -> Self:
        return self.filter(Q(tot__isnull=True) | Q(tot__gt=dag), gegeven_op__lte=dag)


class BezwaarDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a bezwaar: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "bezwaar__dossier__"))


class BezwaarQuerySet(DossierDeelQuerySet):
    def loopt(self) -> Self:
        """Give the bezwaren that still ask something: a decision, its letter, or the new besluit after it."""
        te_beslissen = Q(beslissing__isnull=True, intrekking_datum__isnull=True, doorgezonden_op__isnull=True)
        te_versturen = Q(beslissing__isnull=False, beslissing__verzonden_op__isnull=True)
        volgt_nog = Q(vervolg="nieuw_besluit", vervolg_besluit__isnull=True)
        return self.geldig().filter(te_beslissen | te_versturen | volgt_nog)

    def telt(self) -> Self:
        """Leave out what was a mistake, and what the indiener withdrew."""
        return self.geldig().filter(intrekking_datum__isnull=True)

    def met_delen(self) -> Self:
        """Join and fetch what a page or a row of a bezwaar shows, in the same number of questions for each list.

        `al_doorgezonden` says that another bezwaar against the same besluit is at the court.
        """
        naast = (
            "besluit", "beslissing", "vervolg_besluit", "termijn", "gemachtigde", "verschoonbaar_door",
            "instemming_door",
        )  # fmt: skip
        besluiten = ("besluit", "beslissing", "vervolg_besluit", "na_uitspraak__vernietigd")
        beroepen = self.model._meta.get_field("beroepen").related_model._default_manager
        ander = self.model._default_manager.geldig().filter(besluit=OuterRef("besluit"), doorgezonden_op__isnull=False)
        return (
            self.select_related(
                *naast, "na_uitspraak__vernietigd", "dossier__persoon", "dossier__gemeente", "dossier__casusregisseur"
            )
            .annotate(al_doorgezonden=Exists(ander.exclude(pk=OuterRef("pk"))))
            .defer("dossier__gemeente__logo", *(f"{naam}__snapshot" for naam in besluiten))
            .prefetch_related("hoorzittingen", Prefetch("beroepen", queryset=beroepen.met_besluiten()))
        )

    def voor_lijst(self) -> Self:
        """Give them with the first last day on top, and what has none after those."""
        return self.met_delen().order_by(F("termijn__uiterste_datum").asc(nulls_last=True), "pk")


class BeroepQuerySet(DossierDeelQuerySet):
    def met_besluiten(self) -> Self:
        """Join what a row of a beroep shows, without the letters."""
        besluiten = ("besluit", "vernietigd", "nieuw_besluit")
        return self.select_related(*besluiten, "klok", "termijn").defer(*(f"{naam}__snapshot" for naam in besluiten))

    def zonder_bezwaar(self) -> Self:
        return self.filter(bezwaar__isnull=True)


class VergaderingQuerySet(models.QuerySet[Any]):
    """Meetings of the commissie: seen by its members and the coördinator of the gemeente."""

    def visible_to(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.COMMISSIE))

    def met_voortgang(self) -> Self:
        """Count what is on each agenda and what was judged; a voorstel that was taken away first is left out."""
        telt = Q(punten__voorziening__isnull=False) | Q(punten__geadviseerd_op__isnull=False)
        return self.annotate(
            totaal=Count("punten", filter=telt), klaar=Count("punten", filter=Q(punten__geadviseerd_op__isnull=False))
        )

    def komend(self, on: date) -> Self:
        """Give the meetings where something can still be put up: not called off, and not before today."""
        return self.filter(datum__gte=on).exclude(status="afgezegd").order_by("datum", "tijd", "id")


class AgendapuntQuerySet(models.QuerySet[Any]):
    """What is put up for advice: seen by who sees the meeting."""

    def visible_to(self, user: User) -> Self:
        return self.filter(vergadering__gemeente__in=user.gemeenten_met(Permission.COMMISSIE))

    def telt(self) -> Self:
        """Leave out a voorstel that was taken away before there was an advice."""
        return self.filter(Q(voorziening__isnull=False) | Q(geadviseerd_op__isnull=False))


class MandaatQuerySet(models.QuerySet[Any]):
    """The register: seen by the beheerder who keeps it."""

    def visible_to(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.GEMEENTE_BEHEREN))


class GoedkeuringQuerySet(DossierDeelQuerySet):
    def visible_to(self, user: User) -> Self:
        """Give those of the gemeenten where this user may decide: nobody else reads or approves a besluit."""
        return super().visible_to(user).filter(dossier__gemeente__in=user.gemeenten_met(Permission.BESLUIT_VASTSTELLEN))

    def wacht(self) -> Self:
        """Give what still asks something: to look at, to set down, or to change and ask again."""
        return self.filter(besluit__isnull=True).exclude(status__in=("vervallen", "ingetrokken"))

    def voor_lijst(self) -> Self:
        """Join what a list of questions shows, without the letters and what was filled in."""
        rijen = self.select_related("dossier__persoon", "gevraagd_door", "beslist_door")
        eigen = ("soort", "bedrag", "gevraagd_op", "status", "beslist_op", "opmerking", "besluit")
        return rijen.only(*eigen, *kort("dossier__"), "gevraagd_door__naam", "beslist_door__naam")


class DrukrondeQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the drukronden of the gemeenten where this user prints letters."""
        return self.filter(gemeente__in=user.gemeenten_met(Permission.BRIEVEN_AFDRUKKEN))

    def met_te_bevestigen(self) -> Self:
        """Count of each the besluiten in its file of which nobody said that they left: `te_bevestigen`."""
        over = Q(regels__besluit__isnull=False, regels__ingetrokken_op__isnull=True)
        over &= Q(regels__besluit__verzonden_op__isnull=True)
        over &= gaat_nog_uit("regels__besluit__")
        return self.annotate(te_bevestigen=Count("regels", filter=over))


class DrukregelQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(ronde__gemeente__in=user.gemeenten_met(Permission.BRIEVEN_AFDRUKKEN))
