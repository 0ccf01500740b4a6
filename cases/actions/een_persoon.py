"""Whether two dossiers can be of one person: refused before they are merged, as that can't be undone."""

from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.models import Dossier


def eis_geen_twee_bsns(dossier: Dossier, ander: Dossier) -> None:
    """Refuse two people who each have a BSN of their own; leads to where a wrong one is put right."""
    bsns = {dossier.persoon.bsn, ander.persoon.bsn} - {""}
    if len(bsns) < 2:
        return
    fout = ActieFout(
        f"Samenvoegen kan niet: dossier {dossier.nummer} en dossier {ander.nummer} hebben elk een ander"
        " burgerservicenummer. Dat zijn twee mensen. Klopt een van de twee nummers niet? Verbeter het dan eerst in dat"
        " dossier. Staat het goede nummer in het andere dossier? Haal het verkeerde dan weg."
    )
    fout.url = reverse("persoon_verbeteren", args=[ander.nummer])
    fout.url_tekst = f"Persoon verbeteren in {ander.nummer}"
    raise fout
