"""Change the gemeente's own data."""

from django.db import transaction

from accounts.actions.basis import bewaar
from accounts.models import Gemeente, User


@transaction.atomic
def gemeente_wijzigen(
    *, gemeente: Gemeente, beeldmerk: tuple[str, bytes] | None, beeldmerk_weg: bool, by: User
) -> Gemeente:
    """Save a changed gemeente, and put in or take out its beeldmerk. Letters already made stay as they are."""
    if beeldmerk is not None:
        gemeente.logo_soort, gemeente.logo = beeldmerk
    elif beeldmerk_weg:
        gemeente.logo_soort, gemeente.logo = "", None
    return bewaar(gemeente, by=by, reden="gegevens van de gemeente gewijzigd")
