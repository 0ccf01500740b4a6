"""Who looks, as a key: all that decides what a user may see. The text of a question is kept for it (decision 1311)."""

from accounts.models import User

Toegang = tuple[int, bool, frozenset[tuple[int, frozenset[str]]]]


def toegang_van(user: User) -> Toegang:
    """Give who `user` is, whether they are active, and their roles by gemeente."""
    return (
        user.pk,
        user.is_active,
        frozenset((gemeente, frozenset(rollen)) for gemeente, rollen in user.rollen_per_gemeente.items()),
    )


def kijker_met(toegang: Toegang) -> User:
    """Give a user with this access and nothing else: what is asked for it can follow from nothing else."""
    pk, is_active, rollen = toegang
    kijker = User(pk=pk, is_active=is_active)
    kijker.rollen_per_gemeente = {gemeente: set(van_gemeente) for gemeente, van_gemeente in rollen}
    return kijker
