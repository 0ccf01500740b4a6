"""Which rows a user sees, and the lists that people work from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, DateField, Exists, F, FilteredRelation, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Now, TruncDate

from accounts.permissions import Permission
from cases.brpdatum import BrpDatum
from cases.keuzes import BEREIKT
from cases.paginaquerysets import DossierPaginaQuerySet
from cases.status import OPEN as OPEN_STATUS
from cases.termijnregels import TE_DOEN
from cases.termijnstatus import OPEN as OPEN_TERMIJN
from cases.termijnstatus import TermijnStatus
from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User


# The kind of signal that notes a digest mail as sent.
DIGEST = "digest"


class GemeenteDeelQuerySet(models.QuerySet[Any]):
    """Rows of a gemeente as a whole: seen by those who see its dossiers."""

    def visible_to(self, user: User, permission: Permission = Permission.DOSSIER_ZIEN) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(permission))


class BrieftekstQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.BRIEVEN_BEHEREN))

    def gepubliceerd(self) -> Self:
        """Give the versions that were published, the one that holds now first."""
        return self.filter(versie__isnull=False).order_by("soort", "-versie")

    def concepten(self) -> Self:
        return self.filter(versie__isnull=True)


class BewakingQuerySet(GemeenteDeelQuerySet):
    def laatste_per_gemeente(self) -> Self:
        """Give the newest ledger row of each gemeente."""
        return self.order_by("gemeente_id", "-on").distinct("gemeente_id")

    def afgerond(self) -> Self:
        """Give the rows whose task came to its end, well or not."""
        return self.exclude(fout="", digests__isnull=True)


class DossierDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a dossier: seen by whoever sees the dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "dossier__"))

    def geldig(self) -> Self:
        """Leave out what was withdrawn as a mistake (models with Intrekbaar)."""
        return self.filter(ingetrokken_op__isnull=True)


class TermijnberichtQuerySet(DossierDeelQuerySet):
    def geldig(self) -> Self:
        """Leave out those whose letter was withdrawn."""
        return self.filter(document__ingetrokken_op__isnull=True)


class HulpvraagQuerySet(DossierDeelQuerySet):
    def geldig(self) -> Self:
        """Leave out what is not asked any more, and the hulpvragen of a gesprek that was withdrawn."""
        return self.filter(ingetrokken_op__isnull=True, gesprek__ingetrokken_op__isnull=True)

    def geldend(self) -> Self:
        """Give one hulpvraag per leefgebied of a dossier: that of the latest gesprek takes the place of the others."""
        op_volgorde = self.geldig().order_by("dossier_id", "leefgebied", "-gesprek__datum", "-gesprek_id")
        return op_volgorde.distinct("dossier_id", "leefgebied")


# What a row of the dossier list, of its workbook or of what was found says (cases.kolommen).
VAN_EEN_RIJ = (
    "nummer", "gemeente", "gezin", "status", "doelgroep", "uht_status", "casusregisseur", "rang", "aanmeldroute",
    "datum_aanmelding", "datum_eerste_contact", "datum_eerste_gesprek", "leefgebieden", "deelt_gezin",
    "persoon__voorletters", "persoon__voorvoegsel", "persoon__achternaam", "persoon__geboortedatum",
    "persoon__woonplaats", "persoon__geheim_adres", "casusregisseur__naam",
)  # fmt: skip

# What a row about a dossier that is one of many kinds says of it: of whom it is, and where it stands.
KORT = (
    "nummer", "status", "doelgroep", "rang", "casusregisseur",
    "persoon__voorletters", "persoon__voorvoegsel", "persoon__achternaam",
)  # fmt: skip
# What a row of a work-list says of a termijn, beside its dossier.
VAN_EEN_TERMIJN = (
    "gemeente", "regel", "aanleiding", "aard", "start", "uiterste_datum", "eerste_uiterste_datum", "status", "som",
    "kalender_versie", "beleid", "updated_at",
)  # fmt: skip


def kort(pad: str = "") -> list[str]:
    """Give the fields of `KORT`, for a table that has its dossier at `pad` (as dossier__)."""
    return [f"{pad}{veld}" for veld in KORT]


class DossierQuerySet(DossierPaginaQuerySet):
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

    def aantal_in(self, gemeente: OuterRef) -> Coalesce:
        """Count these dossiers of a gemeente, within a question about gemeenten."""
        per_gemeente = self.order_by().filter(gemeente=gemeente).values("gemeente").annotate(aantal=Count("*"))
        return Coalesce(Subquery(per_gemeente.values("aantal")), 0)

    def voor_lijst(self) -> Self:
        """Join what one row of the dossier list shows."""
        return self.select_related("persoon", "casusregisseur", "gemeente").defer("gemeente__logo")

    def rijen_van(self, nummers: Iterable[int], *, met_gemeente: bool) -> list[Any]:
        """Fetch the dossiers with these ids and what a row of the list shows, in the order given.

        A list is put in order by its ids alone: sorting hundreds of wide rows to show fifty costs more than asking
        twice. Of the person and the colleague only what such a row says is read, and of the gemeente only for who sees
        several.
        """
        volgorde = list(nummers)
        samen, gemeente = ("persoon", "casusregisseur"), ("gemeente",) if met_gemeente else ()
        velden = (*VAN_EEN_RIJ, *(f"{naam}__naam" for naam in gemeente))
        rijen = self.select_related(*samen, *gemeente).only(*velden).order_by().in_bulk(volgorde)
        return [rijen[pk] for pk in volgorde if pk in rijen]

    def geboren_op(self, geboren: BrpDatum) -> Self:
        """Give the dossiers of people who can be born on this date of the BRP; an unknown day or month fits every one.

        With the gemeente it walks an index, so a warning before a double costs the same in a gemeente of any size.
        """
        jaar, maand = f"{geboren.jaar:04}", f"{geboren.jaar:04}-{geboren.maand:02}"
        if not geboren.maand:
            return self.filter(persoon__geboortedatum__range=(f"{jaar}-00-00", f"{jaar}-12-31"))
        zonder_maand = Q(persoon__geboortedatum=f"{jaar}-00-00")
        if not geboren.dag:
            return self.filter(zonder_maand | Q(persoon__geboortedatum__range=(f"{maand}-00", f"{maand}-31")))
        return self.filter(zonder_maand | Q(persoon__geboortedatum__in=[f"{maand}-00", geboren.isoformat()]))

    def op_eerste_dag(self) -> Self:
        """Put a few dossiers in the order of `op_uiterste_datum`: it looks up each one's first last day.

        As a value to sort by, not a join: after an order that an index has, such as rang, the database looks up no
        more than the page needs.
        """
        te_doen = apps.get_model("cases", "Termijn").objects.te_doen().filter(dossier=OuterRef("pk"))
        eerste_dag = Subquery(te_doen.order_by("uiterste_datum").values("uiterste_datum")[:1])
        return self.filter(Exists(te_doen)).order_by(eerste_dag, "-id")

    def op_uiterste_datum(self) -> Self:
        """Put the dossiers with something to do in the order of their first last day; the others are left out.

        It walks the index of open termijnen of the gemeente, so a page costs the same in a gemeente of any size.
        """
        open_ = Q(termijnen__status__in=OPEN_TERMIJN, termijnen__gemeente=F("gemeente"))
        eerste = FilteredRelation("termijnen", condition=open_ & Q(termijnen__aard__in=TE_DOEN))
        dag, nummer = OuterRef("eerste__uiterste_datum"), OuterRef("eerste__id")
        te_doen = apps.get_model("cases", "Termijn").objects.te_doen().filter(dossier=OuterRef("pk"))
        eerder = te_doen.filter(Q(uiterste_datum__lt=dag) | Q(uiterste_datum=dag, id__lt=nummer))
        met_eerste = self.annotate(eerste=eerste).filter(~Exists(eerder), eerste__isnull=False)
        return met_eerste.order_by("eerste__uiterste_datum", "-id")


class EigenQuerySet(models.QuerySet[Any]):
    """Rows of a user: seen by that user alone."""

    def visible_to(self, user: User) -> Self:
        return self.filter(user=user)


class AfwezigheidQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give one's own, and for who assigns work those of the people who work there."""
        gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
        collegas = apps.get_model("accounts", "User").objects.met_recht(Permission.VANDAAG, gemeenten)
        return self.filter(Q(user=user) | Q(user__in=collegas.values("pk")))

    def met_melder(self) -> Self:
        """Say who reported it, when that was somebody else: its history knows."""
        gemeld = self.model.history.filter(id=OuterRef("pk"), history_type="+").exclude(history_user=OuterRef("user"))
        return self.annotate(gemeld_door=Subquery(gemeld.values("history_user__naam")[:1]))

    def op(self, on: date | TruncDate) -> Self:
        """Give who is away on a day."""
        return self.filter(vanaf__lte=on, tot__gte=on)


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
        """Give the contacts in which the rechthebbende was really reached, or who acts for them."""
        return self.filter(uitkomst__in=BEREIKT)


class DocumentQuerySet(DossierDeelQuerySet):
    def nieuwste(self) -> Self:
        """Give of each document its newest version, withdrawn or not."""
        return self.filter(opvolger__isnull=True)

    def bruikbaar(self) -> Self:
        """Give what can be used as proof: not withdrawn, and not replaced by a newer version."""
        return self.geldig().nieuwste()


class TermijnQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the termijnen of the dossiers one sees.

        The gemeente of a termijn is that of its dossier; it is said again, as the index of open termijnen begins with
        it.
        """
        return self.in_gemeenten_van(user).filter(zichtbaar(user, "dossier__"))

    def in_gemeenten_van(self, user: User) -> Self:
        """Look in the gemeenten of a user only; for a question about dossiers that `visible_to` narrows already."""
        return self.filter(gemeente__in=list(user.rollen_per_gemeente))

    def open(self) -> Self:
        return self.filter(status__in=OPEN_TERMIJN)

    def opgeschort(self) -> Self:
        """Give what stands still; that an opschorting is named lets an index find the few there are."""
        return self.filter(status=TermijnStatus.OPGESCHORT, invoer__has_key="opschortingen")

    def te_doen(self) -> Self:
        """Give the open plichten and streven: what somebody must do. A venster only closes by itself."""
        return self.open().filter(aard__in=TE_DOEN)

    def op_werklijst(self, on: date, vensters: Iterable[tuple[str, date, int]]) -> Self:
        """Give what somebody must do, and the vensters that close within the days their gemeente warns ahead.

        `vensters` holds the code of a rule, the last day that is near enough and a gemeente; no other one is shown.
        """
        gemeenten: dict[tuple[str, date], list[int]] = {}
        for code, tot, gemeente in vensters:
            gemeenten.setdefault((code, tot), []).append(gemeente)
        # one value to compare with, and not an OR of each venster: that takes the database long to plan
        dichtbij = [When(regel=code, gemeente__in=waar, then=Value(tot)) for (code, tot), waar in gemeenten.items()]
        sluit = Q(uiterste_datum__gte=on, uiterste_datum__lte=Case(*dichtbij, output_field=DateField()))
        return self.open().filter(Q(aard__in=TE_DOEN) | sluit)

    def eindigt(self, on: date, tot: date, vensters: Iterable[str]) -> Self:
        """Give what must be done by `tot`, and the vensters of these rules that close from `on` up to that day."""
        if tot < on:
            return self.te_doen().tot_en_met(tot)
        sluit = Q(regel__in=vensters, uiterste_datum__gte=on)
        return self.open().tot_en_met(tot).filter(Q(aard__in=TE_DOEN) | sluit)

    def van(self, *users: User) -> Self:
        return self.filter(dossier__casusregisseur__in=users)

    def tot_en_met(self, dag: date) -> Self:
        return self.filter(uiterste_datum__lte=dag)

    def over_termijn(self, on: date) -> Self:
        """Give the open termijnen whose last day has passed on `on`."""
        return self.open().filter(uiterste_datum__lt=on)

    def aantal(self) -> models.QuerySet[Any]:
        """Count these termijnen, for use within a question."""
        return self.order_by().values(alle=Value(1)).annotate(aantal=Count("pk")).values("aantal")

    def voor_werklijst(self) -> Self:
        """Join what one row of a work-list shows, the first to end on top."""
        rijen = self.select_related("dossier__persoon", "dossier__casusregisseur").order_by("uiterste_datum", "id")
        return rijen.only(*VAN_EEN_TERMIJN, *kort("dossier__"), "dossier__casusregisseur__naam")


def _van_gemeente(user: User) -> Q:
    """Give what is nobody's own, but for what this user has as the casusregisseur of the dossier already."""
    ook_eigen = Q(sleutel__endswith=":coordinator", dossier__casusregisseur=user)
    return Q(ontvanger__isnull=True, gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)) & ~ook_eigen


def _aan(user: User) -> Q:
    """Give what was meant for this user, as long as they still work where it came from and see its dossier."""
    van_nu = Q(ontvanger=user, gemeente__in=list(user.rollen_per_gemeente))
    return van_nu & (Q(dossier__isnull=True) | zichtbaar(user, "dossier__"))


class SignaalQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give a user's own signals; the coördinator also those that have no casusregisseur to go to.

        That a digest went out is noted as a signal too, and is nothing to show.
        """
        return self.filter(_aan(user) | _van_gemeente(user)).exclude(soort=DIGEST)

    def nieuwste_van(self, user: User, aantal: int) -> Self:
        """Give the newest signals that a user sees and that still hold.

        The two halves of `visible_to`, own ones and those of the gemeente, each walk an index of their own.
        """
        rijen = self.exclude(soort=DIGEST).die_gelden().values("pk")
        mijn, team = rijen.filter(_aan(user))[:aantal], rijen.filter(_van_gemeente(user))[:aantal]
        return self.filter(pk__in=mijn.union(team, all=True)).order_by("-on", "-pk")[:aantal]

    def die_gelden(self) -> Self:
        """Leave out what is about a clock that was dropped, and what reminds of somebody who died."""
        van_klok = Q(termijn__isnull=False) & ~Q(termijn__status=TermijnStatus.VERVALLEN)
        in_leven = Q(dossier__isnull=True) | Q(dossier__persoon__datum_overlijden__isnull=True)
        return self.filter(van_klok | Q(termijn__isnull=True) & in_leven)
