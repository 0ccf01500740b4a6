"""Who is away on a day, and whose work somebody does: their own, and that of the colleagues they stand in for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import User
from cases.ketting import Ketting
from cases.models import Afwezigheid
from cases.werklijst import Werkregel
from config.weergave import datum


@dataclass(frozen=True)
class Werk:
    """The people whose work `user` does on a day; `user` stands first."""

    user: User
    vervangt: tuple[User, ...]

    @property
    def users(self) -> list[User]:
        return [self.user, *self.vervangt]

    def merk(self, regels: Iterable[Werkregel]) -> list[Werkregel]:
        """Say on each row of a colleague whose it is."""
        van = {wie.naam for wie in self.vervangt}
        return [replace(regel, voor=regel.door) if regel.door in van else regel for regel in regels]


def wiens_werk(user: User, on: date) -> Werk:
    """Give whose work `user` does on a day. Who stands in for a stand-in who is away, does the work of both."""
    vervangt = User.objects.filter(pk__in=Ketting(user.pk, on)).exclude(pk=user.pk)
    return Werk(user, tuple(vervangt.op_naam()))


def vervanger_van(user: User, on: date) -> User | None:
    """Give who does the work of `user` on a day that they are away; of who is away too, their stand-in."""
    gezien, wie = {user.pk}, user
    while een := Afwezigheid.objects.op(on).filter(user=wie).select_related("vervanger").first():
        wie = een.vervanger
        if wie.pk in gezien:
            return None
        gezien.add(wie.pk)
    return wie if wie.pk != user.pk and wie.is_active else None


def met_afwezigheid(users: QuerySet[User], on: date) -> Any:
    """Ask in the same question who of these is away on a day, until when, and who stands in."""
    weg = Afwezigheid.objects.op(on).filter(user=OuterRef("pk"))
    vervanger = weg.filter(vervanger__is_active=True).values("vervanger__naam")
    return users.annotate(afwezig_tot=Subquery(weg.values("tot")), vervangen_door=Subquery(vervanger))


def afwezig_tekst(wie: Any, on: date) -> str:
    """Say of a user of `met_afwezigheid` until when they are away and who stands in; empty for who is there."""
    if wie.afwezig_tot is None:
        return ""
    door = f"vervangen door {wie.vervangen_door}" if wie.vervangen_door else "zonder vervanger"
    return f"afwezig tot en met {datum(wie.afwezig_tot).removesuffix(f' {on.year}')}, {door}"


def naam_met_afwezigheid(wie: Any, on: date) -> str:
    """Give the name of a user of `met_afwezigheid` as a choice shows it."""
    return ", ".join(filter(None, (wie.naam, afwezig_tekst(wie, on))))
