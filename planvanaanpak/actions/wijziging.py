"""See whether an action changes a row at all: what is the same is not saved again, and does not count as a change."""

from typing import Any

from django.db.models import Model

from planvanaanpak.plantekst import netjes

Stand = dict[str, Any]


def stand_van(rij: Model) -> Stand:
    """Give what a row says, by field; other line ends are no change."""
    waarden = {veld.attname: veld.value_from_object(rij) for veld in rij._meta.concrete_fields}
    return {veld: netjes(waarde) if isinstance(waarde, str) else waarde for veld, waarde in waarden.items()}


def verschil(was: Stand, wordt: Stand) -> set[str]:
    """Name the fields that changed."""
    return {veld for veld, waarde in wordt.items() if was[veld] != waarde}
