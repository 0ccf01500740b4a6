"""In the demo: lists that people saved, and a consulent who is away today and one who will be."""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.lijst import weergave_bewaren


def maak_lijsten(gemeente: Gemeente, on: date) -> None:
    """Save lists for the first coördinator and consulent, who also stands in for the second consulent."""
    coordinator = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk").first()
    consulenten = list(User.objects.met_rol(Rol.CONSULENT, gemeente.pk).order_by("pk")[:2])
    if coordinator is not None:
        _bewaar(coordinator, "Nog toe te wijzen", {"casusregisseur": "geen", "volgorde": "oudste"}, ["status", "route"])
        _bewaar(coordinator, "Te laat in het team", {"termijn": "te_laat"}, ["casusregisseur", "termijn"])
    if consulenten:
        wie = consulenten[0]
        mijn = {"status": "open", "casusregisseur": str(wie.pk), "volgorde": "uiterste_datum"}
        _bewaar(wie, "Mijn open dossiers", mijn, ["status", "termijn", "leefgebieden", "gezin"])
    if len(consulenten) == 2:
        eerste, tweede = consulenten
        week = timedelta(days=7)
        afwezig_melden(user=tweede, vanaf=on - timedelta(days=1), tot=on + week, vervanger=eerste, by=tweede, on=on)
        afwezig_melden(user=eerste, vanaf=on + 2 * week, tot=on + 3 * week, vervanger=tweede, by=eerste, on=on)


def _bewaar(user: User, naam: str, filters: dict[str, str], kolommen: list[str]) -> None:
    weergave_bewaren(user=user, naam=naam, filters=filters, kolommen=kolommen)
