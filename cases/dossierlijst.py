"""The list of dossiers: what a choice leaves, in which order, and what a row shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import cached_property

from accounts.models import User
from accounts.permissions import Permission
from cases.beleid_bron import kalender_nu
from cases.forms.lijst import (
    ACUUT,
    DEZE_WEEK,
    EERST,
    MEER_DOSSIERS,
    NAAM,
    NIEMAND,
    OPEN,
    OUDSTE,
    TE_LAAT,
    UITERSTE_DATUM,
)
from cases.keuzes import Leefgebied, Rang
from cases.klokken import stand_van
from cases.kolommen import STANDAARD, Kolom, kies_kolommen
from cases.models import Dossier, Hulpvraag, Termijn
from cases.nawerk import nog_toe_te_wijzen
from cases.querysets import DossierQuerySet, TermijnQuerySet
from cases.register import regel as zoek_regel
from cases.status import OPEN as OPEN_STATUS
from cases.status import Status
from cases.werklijst import Week
from config.weergave import datum_kort

# Nobody pages further than this, so nothing is counted beyond it: ten pages.
HOOGSTENS = 500
_VAN_EEN_KLOK = ("pk", "dossier_id", "regel", "aard", "status", "uiterste_datum", "datum_gehaald")
_GAAT_VOOR = Q(rang__gt=Rang.GEWOON, status__in=[str(status) for status in sorted(OPEN_STATUS)])


def filter_dossiers(dossiers: DossierQuerySet, keuze: dict[str, Any], user: User, on: date) -> DossierQuerySet:
    """Narrow the list to what was chosen. What was withdrawn as a mistake is there only for who asks for it."""
    if keuze["status"] != Status.INGETROKKEN:
        dossiers = dossiers.exclude(status=Status.INGETROKKEN)
    if keuze["status"]:
        dossiers = dossiers.open() if keuze["status"] == OPEN else dossiers.filter(status=keuze["status"])
    if keuze["doelgroep"]:
        dossiers = dossiers.filter(doelgroep=keuze["doelgroep"])
    if keuze["casusregisseur"] == NIEMAND:
        dossiers = dossiers.filter(nog_toe_te_wijzen(user.gemeenten_met(Permission.DOSSIER_ZIEN)))
    elif keuze["casusregisseur"]:
        dossiers = dossiers.filter(casusregisseur=keuze["casusregisseur"])
    if keuze["rang"]:
        dossiers = dossiers.open().filter(**_rang(keuze["rang"]))  # what is closed goes before nobody
    if keuze["termijn"]:
        te_doen = Termijn.objects.in_gemeenten_van(user).te_doen()
        dossiers = dossiers.filter(pk__in=_met_termijn(te_doen, keuze["termijn"], on).values("dossier"))
    return _filter_inhoud(dossiers, keuze)


def telbaar(dossiers: DossierQuerySet, volgorde: str) -> DossierQuerySet:
    """Give what to count of a list: in the order of the first open clock only who has one stands in it."""
    if volgorde != UITERSTE_DATUM:
        return dossiers
    return dossiers.filter(Exists(Termijn.objects.te_doen().filter(dossier=OuterRef("pk"))))


def _rang(keuze: str) -> dict[str, int]:
    if keuze == EERST:
        return {"rang__gt": Rang.GEWOON}
    return {"rang": Rang.ACUUT if keuze == ACUUT else Rang.VOORRANG}


def _filter_inhoud(dossiers: DossierQuerySet, keuze: dict[str, Any]) -> DossierQuerySet:
    if keuze["leefgebied"]:
        hulpvragen = Hulpvraag.objects.geldig().filter(dossier=OuterRef("pk"), leefgebied=keuze["leefgebied"])
        dossiers = dossiers.filter(Exists(hulpvragen))
    if keuze["gezin"] == MEER_DOSSIERS:
        anderen = Dossier.objects.exclude(pk=OuterRef("pk")).exclude(status=Status.INGETROKKEN)
        dossiers = dossiers.filter(Exists(anderen.filter(gezin=OuterRef("gezin"))))
    if keuze["gezin_van"]:
        dossiers = dossiers.filter(gezin__in=Dossier.objects.filter(nummer=keuze["gezin_van"]).values("gezin"))
    return dossiers


def _met_termijn(te_doen: TermijnQuerySet, keuze: str, on: date) -> TermijnQuerySet:
    if keuze == TE_LAAT:
        return te_doen.over_termijn(on)
    assert keuze == DEZE_WEEK
    return te_doen.tot_en_met(Week(on, kalender_nu()).laatste_dag)


def sorteer(dossiers: DossierQuerySet, volgorde: str) -> DossierQuerySet:
    """Put the list in order; with equal values the newest dossier stands first, so that pages do not shift."""
    if volgorde == NAAM:
        # The gemeente of the persoon is that of the dossier; said again, the index of names per gemeente serves.
        zelfde = dossiers.filter(persoon__gemeente=F("gemeente"))
        return zelfde.order_by("persoon__achternaam", "persoon__voorletters", "-id")
    if volgorde == UITERSTE_DATUM:
        return dossiers.op_uiterste_datum()
    if volgorde == OUDSTE:
        return dossiers.order_by("datum_aanmelding", "id")
    return dossiers.order_by("-datum_aanmelding", "-id")


class Gerangschikt:
    """A list in two parts: the open dossiers that go first, acute on top, and then all others; each in the same order.

    Two queries that each walk an index. One query in the order of rang would have to sort the whole gemeente for every
    order but the newest first.
    """

    def __init__(self, dossiers: DossierQuerySet, volgorde: str, *, met_gemeente: bool) -> None:
        self.dossiers, self.volgorde, self.met_gemeente = dossiers, volgorde, met_gemeente
        voor = dossiers.filter(_GAAT_VOOR)
        voor = voor.op_eerste_dag() if volgorde == UITERSTE_DATUM else sorteer(voor, volgorde)
        self.voor = voor.order_by("-rang", *voor.query.order_by).values_list("pk", flat=True)

    @cached_property
    def rest(self) -> QuerySet[Any, int]:
        """Give the others; a page that the first part fills does not ask for them."""
        return sorteer(self.dossiers.exclude(_GAAT_VOOR), self.volgorde).values_list("pk", flat=True)

    @cached_property
    def aantal_voor(self) -> int:
        return self.voor.order_by().count()

    def __getitem__(self, deel: slice) -> list[Dossier]:
        """Give the rows from a place to a place, as a paginator asks for them."""
        nummers = list(self.voor[deel])
        begin = 0 if deel.start == 0 else max(deel.start - self.aantal_voor, 0)
        nog = deel.stop - deel.start - len(nummers)
        nummers += self.rest[begin : begin + nog] if nog else ()
        return Dossier.objects.rijen_van(nummers, met_gemeente=self.met_gemeente)


class Lijstpaginator(Paginator):
    """Pages of a list that counts no further than a person pages, so that a large gemeente waits no longer."""

    def __init__(self, rijen: Gerangschikt, per_page: int, *, telbaar: QuerySet[Any]) -> None:
        super().__init__(rijen, per_page)  # type: ignore[arg-type]  # it is sliced, and counted here
        self.telbaar = telbaar

    @cached_property
    def geteld(self) -> int:
        return self.telbaar.order_by()[: HOOGSTENS + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.geteld, HOOGSTENS)

    @property
    def zijn_er_meer(self) -> bool:
        return self.geteld > HOOGSTENS


@dataclass(frozen=True)
class EersteTermijn:
    """The clock of a dossier that ends first, in words."""

    naam: str
    stand: str
    over: str
    dag: str
    pk: int


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One row of the list. What is not asked for as a column is not looked up."""

    dossier: Dossier
    termijn: EersteTermijn | None = None
    toewijzen: bool = False
    gezin: int = 0
    leefgebieden: str = ""
    kolommen: Sequence[Kolom] = field(default=(), repr=False)

    @cached_property
    def cellen(self) -> list[tuple[str, str]]:
        """Give of each cell its text, and before it how it is drawn: empty for a text as it is."""
        return [self._cel(kolom) for kolom in self.kolommen]

    def _cel(self, kolom: Kolom) -> tuple[str, str]:
        tekst = kolom.tekst(self)
        if kolom.code == "casusregisseur" and not tekst:
            return ("toewijzen" if self.toewijzen else "niemand"), tekst
        if not tekst:
            return "leeg", tekst
        return (kolom.code if kolom.code in ("termijn", "gezin") else ""), tekst


def list_rijen(
    dossiers: Iterable[Dossier], user: User, on: date, kolommen: Sequence[Kolom] = kies_kolommen(STANDAARD)
) -> list[Rij]:
    """Give the rows of a page; what one column says of all its dossiers is one query."""
    dossiers = list(dossiers)
    codes = {kolom.code for kolom in kolommen}
    termijnen = _termijnen(dossiers, on) if "termijn" in codes else {}
    gezinnen = _gezinnen(dossiers, user) if "gezin" in codes else {}
    leefgebieden = _leefgebieden(dossiers) if "leefgebieden" in codes else {}
    toewijzer_in = set(user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))
    return [
        Rij(
            dossier=dossier,
            termijn=termijnen.get(dossier.pk),
            toewijzen=dossier.is_open and dossier.casusregisseur_id is None and dossier.gemeente_id in toewijzer_in,
            gezin=gezinnen.get(dossier.gezin_id, 0),
            leefgebieden=", ".join(label for code, label in Leefgebied.choices if (dossier.pk, code) in leefgebieden),
            kolommen=kolommen,
        )
        for dossier in dossiers
    ]


def _termijnen(dossiers: Sequence[Dossier], on: date) -> dict[int, EersteTermijn]:
    te_doen = Termijn.objects.te_doen().filter(dossier__in=[dossier.pk for dossier in dossiers])
    eerste = te_doen.order_by("dossier_id", "uiterste_datum", "id").distinct("dossier_id")
    # rows of just these values, not models: they are only read
    return {rij.dossier_id: _eerste(rij, on) for rij in eerste.values_list(*_VAN_EEN_KLOK, named=True)}


def _gezinnen(dossiers: Sequence[Dossier], user: User) -> dict[int, int]:
    zichtbaar = Dossier.objects.visible_to(user).exclude(status=Status.INGETROKKEN).order_by()
    in_gezin = zichtbaar.filter(gezin__in={dossier.gezin_id for dossier in dossiers})
    return dict(in_gezin.values_list("gezin").annotate(Count("pk")))


def _leefgebieden(dossiers: Sequence[Dossier]) -> set[tuple[int, str]]:
    hulpvragen = Hulpvraag.objects.geldig().filter(dossier__in=[dossier.pk for dossier in dossiers])
    return set(hulpvragen.values_list("dossier_id", "leefgebied"))


def _eerste(termijn: Any, on: date) -> EersteTermijn:
    dag, nu = datum_kort(termijn.uiterste_datum), stand_van(termijn, on)
    return EersteTermijn(
        naam=zoek_regel(termijn.regel).kort,
        stand=nu.teken,
        over=nu.woorden,
        dag=f"was {dag}" if termijn.uiterste_datum < on else dag,
        pk=termijn.pk,
    )
