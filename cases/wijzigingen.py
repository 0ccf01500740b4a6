"""Which fields of a dossier, and of what hangs under it, were changed: old and new value, by whom (simple-history)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from django.db import models
from django.utils.text import Truncator

from accounts.models import User
from accounts.versies import toon_waarde as woorden
from cases.models.persoon import ADRESVELDEN
from config.weergave import brp_datum, bsn_masker

GEHEIM = "geheim"
# What a field is called that holds a mark of a content, for the program to see that it changed.
MERK = "_merk"
ONDERWERP_LENGTE = 60


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One field that got another value, in words."""

    at: datetime
    door_id: int | None
    door: str
    reden: str
    veld: str
    oud: str
    nieuw: str


def list_wijzigingen(historie: Iterable[models.QuerySet[Any]]) -> list[Wijziging]:
    """List the changed fields in the given history, with names instead of ids; two queries more than it has parts."""
    verschillen = [verschil for rijen in historie for verschil in _verschillen(rijen)]
    namen = _namen(verschillen)
    return [
        Wijziging(
            at=rij.history_date,
            door_id=rij.history_user_id,
            door=namen.get(rij.history_user_id, ""),
            reden=rij.history_change_reason or "",
            veld=_label(rij, veld),
            oud=toon_waarde(veld, oud, namen),
            nieuw=toon_waarde(veld, nieuw, namen),
        )
        for rij, veld, oud, nieuw in verschillen
    ]


Verschil = tuple[Any, "models.Field[Any, Any]", Any, Any]


def _verschillen(rijen: models.QuerySet[Any]) -> Iterator[Verschil]:
    """Compare each version of an object with the one before it; the first version is an event, not a change."""
    op_volgorde = rijen.order_by("id", "history_id")
    for _, groep in groupby(op_volgorde, key=lambda rij: rij.id):
        versies = list(groep)
        geheim = ADRESVELDEN if any(getattr(versie, "geheim_adres", False) for versie in versies) else ()
        for oud, nieuw in pairwise(versies):
            for veld in _velden(nieuw):
                waarden = getattr(oud, veld.attname), getattr(nieuw, veld.attname)
                if waarden[0] != waarden[1]:
                    yield (nieuw, veld, GEHEIM, GEHEIM) if veld.name in geheim else (nieuw, veld, *waarden)


def _velden(rij: Any) -> list["models.Field[Any, Any]"]:
    """Give the fields that a person changes: no technical stamps and marks, of the relations only to a colleague."""
    return [
        veld
        for veld in type(rij).tracked_fields
        if not veld.primary_key
        and not veld.name.endswith(MERK)
        and not getattr(veld, "auto_now", False)
        and not getattr(veld, "auto_now_add", False)
        and not isinstance(veld, models.BinaryField | models.JSONField | models.FileField)
        and (not veld.is_relation or veld.related_model is User)
    ]


def _namen(verschillen: Sequence[Verschil]) -> dict[int | None, str]:
    ids = {rij.history_user_id for rij, *_ in verschillen}
    for _, veld, *waarden in verschillen:
        if veld.is_relation:
            ids.update(waarden)
    return dict(User.objects.filter(pk__in=ids - {None}).values_list("pk", "naam"))


def _label(rij: Any, veld: "models.Field[Any, Any]") -> str:
    """Name the field; of what hangs under a dossier also whose field it is: Voorziening (Laptop), status.

    A model of which a dossier has more than one row says in `onderwerp_veld` which field tells them apart.
    """
    model = type(rij).instance_type
    naam = str(veld.verbose_name)
    if model._meta.model_name in ("dossier", "persoon"):
        return f"{naam[0].upper()}{naam[1:]}"
    return f"{str(model._meta.verbose_name).capitalize()}{_onderwerp(rij, model, veld)}, {naam}"


def _onderwerp(rij: Any, model: type[models.Model], veld: "models.Field[Any, Any]") -> str:
    """Say which row it is, unless the change itself says so."""
    naam = getattr(model, "onderwerp_veld", "")
    if naam in ("", veld.name) or getattr(rij, naam) in (None, ""):
        return ""
    tekst = woorden(type(rij)._meta.get_field(naam), getattr(rij, naam))
    return f" ({Truncator(tekst).chars(ONDERWERP_LENGTE)})"


def toon_waarde(veld: "models.Field[Any, Any]", waarde: Any, namen: Mapping[int | None, str]) -> str:
    """Write a value as the screen does; of a BSN only the last four digits."""
    if veld.name == "bsn" and waarde:
        return bsn_masker(waarde)
    if veld.is_relation and waarde is not None:
        return namen.get(waarde, "onbekend")
    return brp_datum(waarde) if veld.name.endswith("geboortedatum") and waarde else woorden(veld, waarde)
