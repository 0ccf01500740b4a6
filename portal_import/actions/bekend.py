"""Read what is known of the people on a list, in a few queries whatever its length."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from django.db.models import F, Max, OuterRef, Subquery

from accounts.models import Gemeente
from cases.brpdatum import BrpDatum
from cases.dubbelen import vind_zonder_bsn
from cases.keuzes import UhtStatus
from cases.models import Dossier, DossierIntrekking, Persoon, UhtStatusWijziging
from cases.statusvraag import GESTOPT
from portal_import.dubbel import Gelijk, beeld_van_rij
from portal_import.levering import LeveringRij
from portal_import.samenvoegen import Bekend

PERSOONSVELDEN = (
    "voorletters", "voorvoegsel", "achternaam", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
    "woonplaats", "telefoon", "email",
)  # fmt: skip


def lees_bekend(gemeente: Gemeente, bsns: Iterable[str]) -> dict[str, Bekend]:
    """Give per BSN what the gemeente knows, with the day of the last status and of the last list."""
    return {dossier.persoon.bsn: _bekend(dossier) for dossier in _lees(gemeente, persoon__bsn__in=list(bsns))}


def lees_gelijkenden(
    gemeente: Gemeente, rijen: Iterable[LeveringRij], bekend: Mapping[str, Bekend]
) -> dict[int, tuple[Gelijk, ...]]:
    """Give per row of somebody new who has a dossier without BSN and looks the same: one query for the whole list."""
    nieuw = [rij for rij in rijen if rij.bsn not in bekend]
    if not nieuw:
        return {}
    wie = ((rij.rijnummer, beeld_van_rij(rij)) for rij in nieuw)
    return {
        nummer: tuple(Gelijk(g.dossier.nummer, g.overeen, g.dossier.persoon.geheim_adres) for g in gevonden)
        for nummer, gevonden in vind_zonder_bsn(gemeente.pk, wie).items()
    }


def lees_gekozen(
    gemeente: Gemeente, gekozen: Mapping[int, str], gelijkenden: Mapping[int, tuple[Gelijk, ...]]
) -> dict[int, Bekend]:
    """Give per row the dossier that somebody said it is about, while that still looks the same and has no BSN."""
    geldig = {rij: nummer for rij, nummer in gekozen.items() if nummer in {g.nummer for g in gelijkenden.get(rij, ())}}
    if not geldig:
        return {}
    per_nummer = {dossier.nummer: _bekend(dossier) for dossier in _lees(gemeente, nummer__in=list(geldig.values()))}
    return {rij: per_nummer[nummer] for rij, nummer in geldig.items()}


def lees_onder_slot(gemeente: Gemeente, dossiers: Collection[int]) -> dict[int, Bekend]:
    """Lock dossiers and their personen until the transaction ends, and give what is known of each by now.

    Dossiers go first and in one order, as in every action that locks more than one: so nobody waits in a circle.
    """
    if not dossiers:
        return {}
    rijen = Dossier.objects.select_for_update(no_key=True).filter(pk__in=dossiers).order_by("pk")
    personen = list(rijen.values_list("persoon_id", flat=True))
    list(Persoon.objects.select_for_update(no_key=True).filter(pk__in=personen).order_by("pk").values_list("pk"))
    return {dossier.pk: _bekend(dossier) for dossier in _lees(gemeente, pk__in=dossiers)}


def _lees(gemeente: Gemeente, **welke: object) -> Iterator[Dossier]:
    """Read dossiers with what UHT and the lists said of them; the lists of what was merged into one are its own."""
    laatste_status = (
        UhtStatusWijziging.objects.geldig()
        .filter(dossier=OuterRef("pk"))
        .order_by(F("datum_feit").desc(nulls_last=True), "-id")
    )
    dossiers = (
        Dossier.objects.filter(gemeente=gemeente, **welke)
        .select_related("persoon")
        .annotate(
            datum_status=Subquery(laatste_status.values("datum_feit")[:1]),
            datum_lijst=Max("importregels__datum_levering"),
        )
    )
    niet_erkend = UhtStatusWijziging.objects.geldig().filter(dossier__gemeente=gemeente, status=UhtStatus.NIET_ERKEND)
    gestopt = set(niet_erkend.filter(dossier__status__in=GESTOPT).values_list("dossier_id", flat=True))
    eerder = _lijsten_van_samengevoegde(gemeente)
    for dossier in dossiers:
        dagen = (dossier.datum_lijst, eerder.get(dossier.pk))
        dossier.niet_erkend = dossier.pk in gestopt  # of others nobody asks
        dossier.datum_lijst = max((dag for dag in dagen if dag is not None), default=None)
        yield dossier


def _lijsten_van_samengevoegde(gemeente: Gemeente) -> dict[int, date]:
    """Give per dossier the last list that named what was merged into it, however many merges ago."""
    samengevoegd = DossierIntrekking.objects.filter(dossier__gemeente=gemeente, samengevoegd_met__isnull=False)
    rijen = samengevoegd.annotate(dag=Max("dossier__importregels__datum_levering"))
    dagen: dict[int, date | None] = {}
    verder: dict[int, int | None] = {}
    for pk, met, dag in rijen.values_list("dossier_id", "samengevoegd_met_id", "dag"):
        dagen[pk], verder[pk] = dag, met
    laatste: dict[int, date] = {}
    for pk, dag in dagen.items():
        naar = verder[pk]
        while dag is not None and naar is not None:
            laatste[naar] = max(dag, laatste.get(naar, dag))
            naar = verder.get(naar)
    return laatste


def _bekend(dossier: Dossier) -> Bekend:
    persoon = dossier.persoon
    return Bekend(
        dossier_id=dossier.pk,
        nummer=dossier.nummer,
        doelgroep=dossier.doelgroep,
        geboortedatum=BrpDatum.uit_iso(persoon.geboortedatum) if persoon.geboortedatum else None,
        uht_status=dossier.uht_status,
        uht_statusdatum=dossier.datum_status,  # type: ignore[attr-defined]
        datum_levering=dossier.datum_lijst,  # type: ignore[attr-defined]
        geheim_adres=persoon.geheim_adres,
        ander_adres=bool(persoon.postadres or persoon.woont_in_buitenland),
        dossierstatus=dossier.status,
        datum_aanmelding=dossier.datum_aanmelding,
        niet_erkend=dossier.niet_erkend,  # type: ignore[attr-defined]
        overleden=persoon.datum_overlijden is not None,
        **{veld: getattr(persoon, veld) for veld in PERSOONSVELDEN},
    )
