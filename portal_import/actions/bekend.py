"""Read what is known of the people on a list, in a few queries whatever its length."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, Max, OuterRef, Subquery

from accounts.models import Gemeente
from cases.brpdatum import BrpDatum
from cases.dubbelen import vind_zonder_bsn
from cases.keuzes import UhtStatus
from cases.models import Dossier, UhtStatusWijziging
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


def _lees(gemeente: Gemeente, **welke: object) -> Iterable[Dossier]:
    gezegd = UhtStatusWijziging.objects.geldig().filter(dossier=OuterRef("pk"))
    laatste_status = gezegd.order_by("-datum_feit", "-id")
    dossiers: Iterable[Dossier] = (
        Dossier.objects.filter(gemeente=gemeente, **welke)
        .select_related("persoon")
        .annotate(
            datum_status=Subquery(laatste_status.values("datum_feit")[:1]),
            niet_erkend=Exists(gezegd.filter(status=UhtStatus.NIET_ERKEND)),
            datum_lijst=Max("importregels__datum_levering"),
        )
    )
    return dossiers


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
