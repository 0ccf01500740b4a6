"""Read what is known of the people on a list, in two queries whatever its length."""

from collections.abc import Iterable

from django.db.models import Max, OuterRef, Subquery

from accounts.models import Gemeente
from cases.brpdatum import BrpDatum
from cases.models import Dossier, UhtStatusWijziging
from portal_import.samenvoegen import Bekend

PERSOONSVELDEN = (
    "voorletters", "voorvoegsel", "achternaam", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
    "woonplaats", "telefoon", "email",
)  # fmt: skip


def lees_bekend(gemeente: Gemeente, bsns: Iterable[str]) -> dict[str, Bekend]:
    """Give per BSN what the gemeente knows, with the day of the last status and of the last list."""
    laatste_status = UhtStatusWijziging.objects.filter(dossier=OuterRef("pk")).order_by("-datum_feit", "-id")
    dossiers = (
        Dossier.objects.filter(gemeente=gemeente, persoon__bsn__in=list(bsns))
        .select_related("persoon")
        .annotate(
            datum_status=Subquery(laatste_status.values("datum_feit")[:1]),
            datum_lijst=Max("importregels__datum_levering"),
        )
    )
    return {dossier.persoon.bsn: _bekend(dossier) for dossier in dossiers}


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
        **{veld: getattr(persoon, veld) for veld in PERSOONSVELDEN},
    )
