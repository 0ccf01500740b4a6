"""Read the facts of a gemeente from the database: a fixed number of queries, whatever the number of dossiers."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Gemeente
from cases.beleid import VNG_2025
from cases.beleid_bron import beleid_van
from cases.keuzes import ZONDER_RECHT
from cases.models import Afronding, Dossier, Gesprek, UhtStatusWijziging
from cases.models import Contact as ContactRij
from cases.models import Driegesprek as DriegesprekRij
from cases.status import Status
from planvanaanpak.models import Akkoord, PlanVanAanpak
from spuk.componenten import Component, Wijze
from spuk.feiten import Contact, Driegesprek, Feiten, Kosten, Plan, Telling
from spuk.gedupeerden import Uitspraak, eerste_contact
from spuk.keuze import Keuze
from spuk.models import Kostenregel, Normbedrag, SpukKeuze
from spuk.models import Telling as TellingRij
from spuk.normbedragen import NORMBEDRAGEN, Normbedragen, Trede
from spuk.regels import SpukRegels
from spuk.sisadag import Sisadag
from spuk.termijnen import SISA_INDIENEN

MET_DERDE = (DriegesprekRij.Derde.UHT, DriegesprekRij.Derde.AANGEWEZEN_DERDE)


class GeenKeuze(LookupError):
    """The gemeente has not said how it accounts; the text is plain Dutch and says what to do."""

    def __init__(self) -> None:
        super().__init__(
            "Deze gemeente heeft nog niet vastgelegd hoe zij verantwoordt. Dat doet iemand van financieel bij SPUK."
        )


def lees_regels(gemeente: Gemeente, jaar: int) -> SpukRegels:
    """Build the counting rules of a gemeente for a year: its choice, the confirmed normbedragen, and its beleid.

    Until when new verplichtingen count is what the beleid at the end of that year says. Raises GeenKeuze.
    """
    keuze = SpukKeuze.objects.filter(gemeente=gemeente).first()
    if keuze is None:
        raise GeenKeuze
    normbedragen = dict(NORMBEDRAGEN)
    for rij in Normbedrag.objects.filter(gemeente=gemeente):
        if rij.jaar in normbedragen:
            normbedragen[rij.jaar] = _met(normbedragen[rij.jaar], rij)
    beleid = beleid_van(gemeente.pk)(date(jaar, 12, 31)) or VNG_2025
    return SpukRegels(
        verplichtingen_tot=beleid.verplichtingen_tot,
        keuze=Keuze(abdf=Wijze(keuze.abdf), e=Wijze(keuze.e), switch_abdf=keuze.switch_abdf, switch_e=keuze.switch_e),
        normbedragen=normbedragen,
        sisa=lees_sisadag(gemeente, jaar),
    )


def _met(bekend: Normbedragen, rij: Normbedrag) -> Normbedragen:
    if rij.vanaf is None:
        return bekend.with_bedrag(Component(rij.component), rij.bedrag, bron=rij.bron)
    return bekend.with_trede(Trede(rij.vanaf, rij.bedrag, bevestigd=True))


def lees_sisadag(gemeente: Gemeente, jaar: int) -> Sisadag:
    """Read when the SiSa-bijlage of a year went in, if somebody recorded it."""
    ingediend = Afronding.objects.filter(gemeente=gemeente, regel=SISA_INDIENEN.code, sleutel=str(jaar))
    return Sisadag(jaar, ingediend.values_list("datum", flat=True).first())


def lees_feiten(gemeente: Gemeente) -> Feiten:
    """Read everything that may count, each with the id of the record it came from.

    The `bron` of A, B, D and F is the dossier; that of a cost is its kostenregel.
    """
    return Feiten(
        contacten=_contacten(gemeente),
        plannen=_plannen(gemeente),
        driegesprekken=_driegesprekken(gemeente),
        kosten=_kosten(gemeente),
        tellingen=_tellingen(gemeente),
    )


def _contacten(gemeente: Gemeente) -> tuple[Contact, ...]:
    return tuple(_list_contacten(gemeente))


def _list_contacten(gemeente: Gemeente) -> Iterator[Contact]:
    """Read the first contact of each dossier; where UHT ever took the recht away, the first that is paid.

    That may be one from before the dossier opened, which is its first contact no more (decision 1282).
    """
    uitspraken = _uitspraken(gemeente)
    dagen = _contactdagen(uitspraken)
    rijen = Dossier.objects.filter(gemeente=gemeente).zonder_ingetrokken().order_by()
    for pk, gezin, datum in rijen.values_list("pk", "gezin_id", "datum_eerste_contact").iterator():
        if pk not in uitspraken:
            if datum is not None:
                yield Contact(str(gezin), datum, pk)
        elif eerste := eerste_contact(dagen[pk], uitspraken[pk]):
            dag, betaald = eerste
            yield Contact(str(gezin), dag, pk, niet_gedupeerd=not betaald)


def _uitspraken(gemeente: Gemeente) -> dict[int, list[Uitspraak]]:
    """Read per dossier all that UHT said, of those whose recht it ever took away."""
    geldig = UhtStatusWijziging.objects.geldig()
    ontnomen = geldig.filter(dossier__gemeente=gemeente, status__in=ZONDER_RECHT)
    # of a status whose day is not known the day the gemeente was told: before that nobody could know
    rijen = geldig.filter(dossier__in=ontnomen.order_by().values("dossier"))
    rijen = rijen.annotate(feit=Coalesce("datum_feit", "datum_gemeld")).order_by("feit", "pk")
    uitspraken: defaultdict[int, list[Uitspraak]] = defaultdict(list)
    for pk, status, feit, gemeld in rijen.values_list("dossier_id", "status", "feit", "datum_gemeld").iterator():
        uitspraken[pk].append(Uitspraak(status, feit, gemeld))
    return dict(uitspraken)


def _contactdagen(dossiers: Collection[int]) -> defaultdict[int, set[date]]:
    """Read per dossier the days on which the inwoner was reached; a gesprek is contact too (decision 0641)."""
    contacten = ContactRij.objects.geldig().bereikt().filter(dossier__in=dossiers)
    gesprekken = Gesprek.objects.geldig().filter(dossier__in=dossiers)
    dagen: defaultdict[int, set[date]] = defaultdict(set)
    for rijen in (contacten, gesprekken):
        for pk, dag in rijen.order_by().values_list("dossier_id", "datum").iterator():
            dagen[pk].add(dag)
    return dagen


def _plannen(gemeente: Gemeente) -> tuple[Plan, ...]:
    """Read the plans; a proof that was withdrawn is none.

    With an akkoord that was there when the plan was vastgesteld the plan was agreed: another akkoord later on, as with
    an addendum, does not move it to another year (decision 0108).
    """
    bij_vaststelling = Akkoord.history.filter(
        id=OuterRef("akkoord__pk"), vastgelegd_op__lte=OuterRef("vastgesteld_op")
    ).order_by("datum")
    plannen = PlanVanAanpak.objects.filter(dossier__gemeente=gemeente).exclude(dossier__status=Status.INGETROKKEN)
    rijen = plannen.annotate(toen=Subquery(bij_vaststelling.values("datum")[:1])).values_list(
        "pk",
        "dossier__persoon_id",
        "dossier__gezin_id",
        "vastgesteld_op__date",
        Coalesce("toen", "akkoord__datum"),
        "akkoord__bewijs_id",
        "akkoord__bewijs__ingetrokken_op",
        "dossier__nazorg__start",
        "dossier_id",
    )
    return tuple(
        Plan(str(plan), str(persoon), str(gezin), vastgesteld, akkoord, bool(bewijs and not weg), nazorg, dossier)
        for plan, persoon, gezin, vastgesteld, akkoord, bewijs, weg, nazorg, dossier in rijen.iterator()
    )


def _driegesprekken(gemeente: Gemeente) -> tuple[Driegesprek, ...]:
    rijen = DriegesprekRij.objects.geldig().filter(dossier__gemeente=gemeente)
    rijen = rijen.exclude(dossier__status=Status.INGETROKKEN)
    waarden = rijen.values_list("dossier__persoon_id", "datum", "derde", "dossier_id")
    return tuple(
        Driegesprek(str(persoon), datum, derde in MET_DERDE, dossier)
        for persoon, datum, derde, dossier in waarden.iterator()
    )


def _kosten(gemeente: Gemeente) -> tuple[Kosten, ...]:
    rijen = Kostenregel.objects.filter(gemeente=gemeente).annotate(
        besloten=F("voorziening__besluit__datum"),
        plan=F("voorziening__plan_id"),
        persoon=F("dossier__persoon_id"),
        toegekend=F("voorziening__bedrag"),
    )
    waarden = rijen.values_list(
        "component", "datum", "netto", "btw", "persoon", "plan", "besloten", "pk",
        "voorziening_id", "toegekend", "geboekt_op__date",
    )  # fmt: skip
    return tuple(_kostenregel(*rij) for rij in waarden.iterator())


def _kostenregel(
    component: str,
    datum: date,
    netto: Decimal,
    btw: Decimal,
    persoon: int | None,
    plan: int | None,
    besloten: date | None,
    pk: int,
    voorziening: int | None,
    toegekend: Decimal | None,
    geboekt: date,
) -> Kosten:
    return Kosten(
        Component(component),
        datum,
        netto,
        btw,
        str(persoon) if persoon else None,
        str(plan) if plan else None,
        verplichting=besloten,
        bron=pk,
        voorziening=str(voorziening) if voorziening else None,
        toegekend=toegekend,
        geboekt=geboekt,
    )


def _tellingen(gemeente: Gemeente) -> tuple[Telling, ...]:
    rijen = TellingRij.objects.filter(gemeente=gemeente).values_list("jaar", "aantal", "peildatum", "bron", "pk")
    return tuple(Telling(*rij) for rij in rijen)
