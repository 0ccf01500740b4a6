"""Every permission of the product in one place, with the roles that hold it.

A view names exactly one permission with `@vereist(...)`. The permission says what a role may do; which rows it may
do it to is the `visible_to(user)` of the model, so that a row of another gemeente is a 404.
"""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from accounts.rollen import Rol


class Permission(Enum):
    EIGEN_ACCOUNT = "eigen_account"
    VANDAAG = "vandaag"
    AGENDA = "agenda"
    DOSSIER_ZIEN = "dossier_zien"
    DOSSIER_BEWERKEN = "dossier_bewerken"
    DOSSIER_AANMELDEN = "dossier_aanmelden"
    DOSSIER_TOEWIJZEN = "dossier_toewijzen"
    DOSSIER_HERSTELLEN = "dossier_herstellen"
    DOSSIER_EXPORTEREN = "dossier_exporteren"
    BESLUIT_VASTSTELLEN = "besluit_vaststellen"
    COMMISSIE = "commissie"
    COMMISSIE_ADVISEREN = "commissie_adviseren"
    IMPORT = "import"
    SPUK_ZIEN = "spuk_zien"
    SPUK_BEWERKEN = "spuk_bewerken"
    BEWAKING_ZIEN = "bewaking_zien"
    GEMEENTE_BEHEREN = "gemeente_beheren"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren"
    BRIEVEN_BEHEREN = "brieven_beheren"
    BRIEVEN_AFDRUKKEN = "brieven_afdrukken"


IEDEREEN = frozenset(Rol)
# Wht art. 2.21 lid 5: a third party may carry out support, never decide on rights; so no besluit for externen.
ROLLEN: dict[Permission, frozenset[Rol]] = {
    Permission.EIGEN_ACCOUNT: IEDEREEN,
    Permission.VANDAAG: frozenset({Rol.CONSULENT, Rol.COORDINATOR}),
    Permission.AGENDA: frozenset({Rol.CONSULENT, Rol.COORDINATOR, Rol.FINANCIEEL}),
    Permission.DOSSIER_ZIEN: frozenset({Rol.CONSULENT, Rol.COORDINATOR, Rol.AUDITOR}),
    Permission.DOSSIER_BEWERKEN: frozenset({Rol.CONSULENT, Rol.COORDINATOR}),
    Permission.DOSSIER_AANMELDEN: frozenset({Rol.CONSULENT, Rol.COORDINATOR}),
    Permission.DOSSIER_TOEWIJZEN: frozenset({Rol.COORDINATOR}),
    Permission.DOSSIER_HERSTELLEN: frozenset({Rol.COORDINATOR}),
    Permission.DOSSIER_EXPORTEREN: frozenset({Rol.COORDINATOR}),
    Permission.BESLUIT_VASTSTELLEN: frozenset({Rol.CONSULENT, Rol.COORDINATOR}),
    Permission.COMMISSIE: frozenset({Rol.COMMISSIELID, Rol.COORDINATOR}),
    Permission.COMMISSIE_ADVISEREN: frozenset({Rol.COMMISSIELID}),
    Permission.IMPORT: frozenset({Rol.COORDINATOR}),
    Permission.SPUK_ZIEN: frozenset({Rol.FINANCIEEL, Rol.COORDINATOR, Rol.AUDITOR}),
    Permission.SPUK_BEWERKEN: frozenset({Rol.FINANCIEEL}),
    Permission.BEWAKING_ZIEN: frozenset({Rol.COORDINATOR, Rol.BEHEERDER, Rol.AUDITOR}),
    Permission.GEMEENTE_BEHEREN: frozenset({Rol.BEHEERDER}),
    Permission.GEBRUIKERS_BEHEREN: frozenset({Rol.BEHEERDER}),
    Permission.BRIEVEN_BEHEREN: frozenset({Rol.COORDINATOR, Rol.BEHEERDER}),
    Permission.BRIEVEN_AFDRUKKEN: frozenset({Rol.CONSULENT, Rol.COORDINATOR}),
}
# What an externe hulpverlener can't do in a gemeente, whatever other roles they have there: set down rights and duties,
# or judge what that needs (Wht art. 2.21 lid 5). Working in a dossier is judging: it weighs what somebody needs. So is
# making one, taking it back or merging it, and confirming a list of UHT that starts or stops what somebody may have.
NOOIT_EXTERN = frozenset(
    {
        Permission.DOSSIER_BEWERKEN,
        Permission.DOSSIER_AANMELDEN,
        Permission.DOSSIER_TOEWIJZEN,
        Permission.DOSSIER_HERSTELLEN,
        Permission.BESLUIT_VASTSTELLEN,
        Permission.COMMISSIE,
        Permission.COMMISSIE_ADVISEREN,
        Permission.IMPORT,
    }
)

View = Callable[..., HttpResponseBase]


def vereist(permission: Permission, *, ook_zonder_rol: bool = False) -> Callable[[View], View]:
    """Let a view in only for a user who holds `permission` in at least one gemeente; others get a 403.

    With `ook_zonder_rol` somebody who logged in and has no role at all comes in too: the start page says so.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user: Any = request.user  # LoginRequiredMiddleware let only users in
            if not user.mag(permission) and not (ook_zonder_rol and not user.lidmaatschap_rijen):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        wrapper.permission = permission  # type: ignore[attr-defined]
        return wrapper

    return decorator
