"""What the templates of a plan ask for beside their context."""

from typing import Any

from django import template

from planvanaanpak.helpvragen import helpvragen_bij
from planvanaanpak.planverschil import onderdelen

register = template.Library()
register.filter("onderdelen", onderdelen)


@register.inclusion_tag("planvanaanpak/_helpvragen.html")
def helpvragen(veld: str, bij: str = "") -> dict[str, Any]:
    """Show the questions that help at a field, closed until somebody asks; `bij` says where, for a screen reader."""
    return {"vragen": helpvragen_bij(veld), "bij": bij}
