"""Whether two dossiers can be of one person: looked at before they are merged, as that can't be undone."""

from collections.abc import Collection

from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.dubbelen import beeld_van
from cases.gelijkenis import verschil
from cases.models import Dossier
from config.weergave import brp_datum


def eis_geen_twee_bsns(dossier: Dossier, ander: Dossier) -> None:
    """Refuse two people who each have a BSN of their own; leads to where a wrong one is put right."""
    bsns = {dossier.persoon.bsn, ander.persoon.bsn} - {""}
    if len(bsns) < 2:
        return
    fout = ActieFout(
        f"Samenvoegen kan niet: dossier {dossier.nummer} en dossier {ander.nummer} hebben elk een ander"
        " burgerservicenummer. Dat zijn twee mensen. Controleer het dossiernummer. Is een burgerservicenummer fout?"
        " Verbeter het dan eerst in dat dossier. Staat het goede in het andere dossier? Haal het verkeerde dan weg."
    )
    fout.url = reverse("persoon_verbeteren", args=[ander.nummer])
    fout.url_tekst = f"Persoon verbeteren in {ander.nummer}"
    raise fout


def eis_gezien(dossier: Dossier, ander: Dossier, gezien: Collection[str]) -> None:
    """Refuse two who may be two people, unless all that differs was seen."""
    if nieuw := [wat for wat in list_verschil(dossier, ander) if wat not in gezien]:
        raise ActieFout(
            f"Deze dossiers kunnen van twee mensen zijn. Dit verschilt: {', '.join(nieuw)}. Bekijk het voordat u ze"
            " samenvoegt."
        )


def list_verschil(dossier: Dossier, ander: Dossier) -> dict[str, tuple[str, str]]:
    """Give what may tell two people apart, with what each of the dossiers says."""
    hier, daar = dossier.persoon, ander.persoon
    woorden = {
        "naam": (hier.naam, daar.naam),
        "geboortedatum": (brp_datum(hier.geboortedatum), brp_datum(daar.geboortedatum)),
        "doelgroep": (dossier.get_doelgroep_display(), ander.get_doelgroep_display()),
    }
    anders = set(verschil(beeld_van(hier), beeld_van(daar)))
    if dossier.doelgroep != ander.doelgroep:
        anders.add("doelgroep")
    return {wat: waarden for wat, waarden in woorden.items() if wat in anders}
