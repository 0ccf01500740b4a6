"""What the page Mensen of a dossier shows: the inwoner, the letters, the gezin and the others around."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from cases.documentlijst import geldende_controle, identiteitscontroles
from cases.gezin import maak_gezinsbeeld
from cases.keuzes import PostAan
from cases.models import Betrokkene, Dossier, Persoon
from cases.status import Status
from config.weergave import brp_datum, datum

GEHEIM = "Het adres is geheim"


@dataclass(frozen=True, kw_only=True)
class Post:
    """To whom the letters go, in words for the screen; the address of the inwoner is not in it when it is geheim."""

    wie: str
    adresregels: tuple[str, ...]
    uitleg: str = ""


def mensen_context(dossier: Dossier, user: User, on: date, *, toon_adres: bool = False) -> dict[str, Any]:
    """Give the page. A geheim adres is in it only when it was just asked for, which is logged."""
    persoon = dossier.persoon
    betrokkenen = list(dossier.betrokkenen.select_related("ingetrokken_door"))
    geldig = [rij for rij in betrokkenen if not rij.is_ingetrokken]
    anderen = _andere_dossiers(dossier, user)
    return {
        "persoon": persoon,
        "feiten": [*_feiten(persoon, on), ("Identiteit", _identiteit(dossier))],
        "adresregels": persoon.woonadres if toon_adres or not persoon.geheim_adres else (),
        "postregels": _postadres(persoon) if toon_adres or not persoon.geheim_adres else (),
        "adres_verborgen": persoon.geheim_adres and not toon_adres,
        "post": _post(persoon, geldig),
        "gezin": dossier.gezin,
        "gezinsbeeld": maak_gezinsbeeld(list(dossier.gezin.leden.all()), on),
        "anderen": anderen,
        "a_dubbel": _telt_a_dubbel(dossier, anderen),
        "betrokkenen": geldig,
        "ingetrokken": [rij for rij in betrokkenen if rij.is_ingetrokken],
    }


def _andere_dossiers(dossier: Dossier, user: User) -> Sequence[Dossier]:
    """Give the other dossiers of the gezin that this user may see; what was made by mistake is none of it."""
    anderen = Dossier.objects.visible_to(user).zonder_ingetrokken().filter(gezin=dossier.gezin_id)
    anderen = anderen.exclude(pk=dossier.pk)
    return list(anderen.voor_lijst().order_by("persoon__geboortedatum", "pk"))


def _feiten(persoon: Persoon, on: date) -> list[tuple[str, str]]:
    taal = persoon.taal or "Nederlands"
    feiten = [
        ("Geboren", _geboren(persoon, on)),
        ("Telefoon", persoon.telefoon or "niet bekend"),
        ("E-mail", persoon.email or "niet bekend"),
        ("Liefst bereikt via", persoon.get_voorkeurskanaal_display().lower() if persoon.voorkeurskanaal else ""),
        ("Taal", f"{taal}, met een tolk" if persoon.tolk else taal),
    ]
    return [(label, waarde) for label, waarde in feiten if waarde]


def _identiteit(dossier: Dossier) -> str:
    """Say how it was seen who the inwoner is (Wabb art. 12)."""
    controle = geldende_controle(identiteitscontroles(dossier))
    return controle.in_woorden if controle else "nog niet vastgesteld"


def _geboren(persoon: Persoon, on: date) -> str:
    if persoon.geboren is None:
        return "niet bekend"
    tot = persoon.datum_overlijden
    if tot:
        return f"{brp_datum(persoon.geboortedatum)}, overleden op {datum(tot)}"
    return f"{brp_datum(persoon.geboortedatum)} ({persoon.geboren.leeftijd_op(on)} jaar)"


def _postadres(persoon: Persoon) -> tuple[str, ...]:
    return persoon.postregels if persoon.postadres else ()


def _post(persoon: Persoon, geldig: Sequence[Betrokkene]) -> Post:
    naar = next((rij for rij in geldig if rij.krijgt_post), None)
    if persoon.post_aan == PostAan.INWONER or naar is None:
        return Post(wie=persoon.naam, adresregels=persoon.adresregels, uitleg=_bij_geheim(persoon))
    wie = f"{naar.naam}, {naar.get_rol_display().lower()}"
    if persoon.post_aan == PostAan.VERTEGENWOORDIGER:
        return Post(wie=wie, adresregels=naar.adresregels, uitleg="De inwoner krijgt de brieven zelf niet.")
    uitleg = f"Er gaat een afschrift naar {wie}, {', '.join(naar.adresregels)}. {_bij_geheim(persoon)}"
    return Post(wie=persoon.naam, adresregels=persoon.adresregels, uitleg=uitleg.strip())


def _bij_geheim(persoon: Persoon) -> str:
    return f"{GEHEIM}. Wie de brief verstuurt, schrijft het op de envelop." if persoon.geheim_adres else ""


def _telt_a_dubbel(dossier: Dossier, anderen: Sequence[Dossier]) -> str:
    """Say that component A counts once for the gezin, when there was a first contact in more than one dossier."""
    geldig = [rij for rij in (dossier, *anderen) if rij.status != Status.INGETROKKEN]
    dagen = [rij.datum_eerste_contact for rij in geldig if rij.datum_eerste_contact]
    if len(dagen) < 2:
        return ""
    return (
        f"In {len(dagen)} dossiers van dit gezin is een eerste contact vastgelegd. Onderdeel A van de SPUK telt voor"
        f" het gezin één keer, in {min(dagen).year}. Is A al voor meer dossiers verantwoord? Meld dit aan financieel."
    )
