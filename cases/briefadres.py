"""Give sender and addressee of a letter from the gemeente and the persoon, at the edge of database and letter."""

from dataclasses import replace

from accounts.models import Gemeente
from cases.adres import noemt_adres, tekstregels
from cases.brief import Afzender, Ontvanger
from cases.keuzes import PostAan
from cases.models import Betrokkene, Persoon


def afzender(gemeente: Gemeente) -> Afzender:
    return Afzender(
        gemeente=gemeente.naam,
        college_naam=gemeente.college_naam,
        afdeling=gemeente.afdeling,
        adresregels=tekstregels(gemeente.briefhoofd),
        telefoon=gemeente.telefoon,
        email=gemeente.email,
        logo=bytes(gemeente.logo) if gemeente.logo else None,
        bezwaar_adres=tekstregels(gemeente.bezwaar_adres),
        rechtbank=tekstregels(gemeente.rechtbank),
        ondertekenaar_naam=gemeente.ondertekenaar_naam,
        ondertekenaar_functie=gemeente.ondertekenaar_functie,
        mandaat=gemeente.mandaat,
    )


def afzender_bezwaar(gemeente: Gemeente) -> Afzender:
    """Give the sender of a besluit op bezwaar, which another signs than the besluit itself (Awb art. 10:3 lid 3)."""
    return replace(
        afzender(gemeente),
        ondertekenaar_naam=gemeente.bezwaar_ondertekenaar_naam,
        ondertekenaar_functie=gemeente.bezwaar_ondertekenaar_functie,
        mandaat=gemeente.bezwaar_mandaat,
    )


def ontvanger(persoon: Persoon) -> Ontvanger:
    """Address the letter; the sex of a person is not recorded, so the greeting is by name.

    It goes to the inwoner, to the inwoner with a copy to the vertegenwoordiger, or to the vertegenwoordiger instead.
    """
    naar = vertegenwoordiger_met_post(persoon) if persoon.post_aan != PostAan.INWONER else None
    if naar is not None and persoon.post_aan == PostAan.VERTEGENWOORDIGER:
        return _aan_vertegenwoordiger(persoon, naar)
    return Ontvanger(
        aanhef=f"Beste {persoon.naam}",
        naam=persoon.naam,
        adresregels=persoon.adresregels,
        adres_geheim=persoon.geheim_adres and persoon.adres_volledig,
        afschrift_aan=_wie(naar) if naar else "",
        afschrift_adres=naar.adresregels if naar else (),
    )


def zonder_geheim_adres(naar: Ontvanger, persoon: Persoon) -> Ontvanger:
    """Leave out of who got a kept letter the address of the inwoner, when that became geheim after it was made."""
    if not (persoon.geheim_adres and naar.is_inwoner):
        return naar
    return replace(naar, adresregels=(), adres_geheim=True)


def noemt_geheim_adres(persoon: Persoon, tekst: str) -> bool:
    return persoon.geheim_adres and any(noemt_adres(tekst, adres) for adres in (persoon.woonadres, persoon.postregels))


def vertegenwoordiger_met_post(persoon: Persoon) -> Betrokkene | None:
    return Betrokkene.objects.geldig().filter(dossier__persoon=persoon, krijgt_post=True).first()


def _aan_vertegenwoordiger(persoon: Persoon, naar: Betrokkene) -> Ontvanger:
    return Ontvanger(
        aanhef=f"Beste {naar.naam}",
        naam=naar.organisatie or naar.naam,
        tav=naar.naam if naar.organisatie else "",
        adresregels=naar.adresregels,
        voor=persoon.naam,
        hoedanigheid=naar.get_rol_display().lower(),
    )


def _wie(naar: Betrokkene) -> str:
    """Name who gets the copy: P. Jansen van Bewind BV, bewindvoerder."""
    van = f" van {naar.organisatie}" if naar.organisatie else ""
    return f"{naar.naam}{van}, {naar.get_rol_display().lower()}"


def post_volledig(persoon: Persoon) -> bool:
    """Say whether a letter can go out: everybody who gets it has a complete address."""
    naar = vertegenwoordiger_met_post(persoon) if persoon.post_aan != PostAan.INWONER else None
    if naar is not None and persoon.post_aan == PostAan.VERTEGENWOORDIGER:
        return naar.kan_post_krijgen
    return persoon.adres_volledig and (naar is None or naar.kan_post_krijgen)
