"""Frozen dataclasses to JSON values and back, for the copies that a besluit keeps for good."""

import base64
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints


def naar_json(waarde: Any) -> Any:
    """Turn a frozen value into JSON values: ISO dates, amounts as text, bytes as base64."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: naar_json(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple):
        return [naar_json(deel) for deel in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal):
        return str(waarde)
    if isinstance(waarde, bytes):
        return base64.b64encode(waarde).decode("ascii")
    return waarde


def van_json(soort: Any, data: Any) -> Any:
    """Rebuild a value of the given type; a field the stored copy does not have yet takes its default."""
    if get_origin(soort) in (Union, types.UnionType):
        return None if data is None else van_json(_zonder_none(soort), data)
    if get_origin(soort) is tuple:
        return tuple(van_json(get_args(soort)[0], deel) for deel in data)
    if is_dataclass(soort):
        hints = get_type_hints(soort)
        return soort(**{naam: van_json(hints[naam], deel) for naam, deel in data.items()})  # type: ignore[operator]
    if soort is date:
        return date.fromisoformat(data)
    if soort is Decimal:
        return Decimal(data)
    if soort is bytes:
        return base64.b64decode(data)
    return data


def _zonder_none(soort: Any) -> Any:
    (enige,) = (deel for deel in get_args(soort) if deel is not type(None))
    return enige
