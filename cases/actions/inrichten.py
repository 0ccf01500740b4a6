"""Begin with a gemeente: the gemeente itself, the beleid it follows and its first beheerder."""

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout, bewaar
from cases.doelgroepen import EERSTE_DAG_UHT
from cases.models import Beleid
from config.weergave import datum as datumtekst

REDEN = "gemeente ingericht"


@transaction.atomic
def gemeente_inrichten(
    *,
    code: str,
    naam: str,
    profiel: Beleid.Profiel,
    geldig_vanaf: date,
    bron: str,
    email: str,
    beheerder: str,
    on: date,
) -> tuple[Gemeente, User]:
    """Make a gemeente with its beleid and its first beheerder, who invites the others. Nobody does this on a page.

    Somebody who has an account for another gemeente keeps it, with their own name. Raises ActieFout for a code that
    is not four digits or is in use, an empty name, a faulty e-mail address, an account that is switched off and beleid
    from a day before UHT was there or more than a year ahead.
    """
    code, naam, email = code.strip(), naam.strip(), User.objects.normalize_email(email)
    _eis_gegevens(code, naam, email, beheerder)
    laatste = on + timedelta(days=365)
    if not EERSTE_DAG_UHT <= geldig_vanaf <= laatste:
        tussen = f"{datumtekst(EERSTE_DAG_UHT)} en {datumtekst(laatste)}"
        raise ActieFout(f"Het beleid kan niet gelden vanaf {datumtekst(geldig_vanaf)}. Kies een dag tussen {tussen}.")
    if not 0 < len(bron.strip()) <= 200:
        raise ActieFout("Noem in hoogstens 200 tekens het besluit waarin het beleid staat.")
    user = User.objects.filter(email__iexact=email).first()
    if user is not None and not user.is_active:
        raise ActieFout(f"Het account {user.email} is uitgezet. Kies een andere beheerder.")
    gemeente = bewaar(Gemeente(code=code, naam=naam), by=None, reden=REDEN)
    beleid = Beleid(gemeente=gemeente, profiel=profiel, geldig_vanaf=geldig_vanaf, bron=bron.strip())
    bewaar(beleid, by=None, reden=REDEN)
    if user is None:
        user = User(email=email, naam=beheerder.strip())
        user.set_unusable_password()
        bewaar(user, by=None, reden=REDEN)
    bewaar(Lidmaatschap(user=user, gemeente=gemeente, rol=Rol.BEHEERDER), by=None, reden=REDEN)
    return gemeente, user


def _eis_gegevens(code: str, naam: str, email: str, beheerder: str) -> None:
    if not re.fullmatch(r"[0-9]{4}", code):
        raise ActieFout(f"'{code}' is geen gemeentecode. Schrijf de code van het CBS, met vier cijfers: 0344.")
    if not naam or not beheerder.strip():
        raise ActieFout("Geef de naam van de gemeente en de naam van de beheerder.")
    if len(naam) > 80 or len(beheerder.strip()) > 120:
        raise ActieFout("De naam is te lang: hoogstens 80 tekens voor een gemeente en 120 voor een beheerder.")
    try:
        validate_email(email)
    except ValidationError:
        raise ActieFout(f"'{email}' is geen e-mailadres.") from None
    if len(email) > 254:
        raise ActieFout("Dit e-mailadres is te lang: hoogstens 254 tekens.")
    if Gemeente.objects.filter(code=code).exists():
        raise ActieFout(f"Gemeente {code} bestaat al. Een beheerder van die gemeente nodigt anderen uit.")


def zonder_wachtwoord(*, code: str, email: str) -> User | None:
    """Find the beheerder of a gemeente who never chose a password, so that a link that ran out can be made anew."""
    user: User | None = User.objects.filter(
        email__iexact=email.strip(),
        is_active=True,
        lidmaatschappen__gemeente__code=code.strip(),
        lidmaatschappen__rol=Rol.BEHEERDER,
    ).first()
    return user if user is not None and not user.has_usable_password() else None
