"""Change the gemeente's own data."""

from django.db import transaction

from accounts.actions.basis import bewaar
from accounts.models import Gemeente, User


@transaction.atomic
def gemeente_wijzigen(
    *, gemeente: Gemeente, beeldmerk: tuple[str, bytes] | None, beeldmerk_weg: bool, reden: str, by: User
) -> Gemeente:
    """Save a changed gemeente, and put in or take out its beeldmerk. Letters already made stay as they are.

    No difference writes nothing, so that the history says what did change. It holds no pictures: of those it is in the
    reason.
    """
    logo = ""
    if beeldmerk is not None:
        gemeente.logo_soort, gemeente.logo = beeldmerk
        logo = "ander beeldmerk"
    elif beeldmerk_weg:
        gemeente.logo_soort, gemeente.logo = "", None
        logo = "beeldmerk weggehaald"
    velden = [veld.name for veld in Gemeente._meta.concrete_fields]
    bekend = Gemeente.objects.filter(pk=gemeente.pk).values(*velden).get()
    if logo or any(getattr(gemeente, veld) != bekend[veld] for veld in velden):
        bewaar(gemeente, by=by, reden=": ".join(filter(None, (logo, reden.strip()))))
    return gemeente
