"""A text that the gemeente wrote itself, a concept of the next, and an uitnodiging that waits to be printed."""

from datetime import date

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.brieftekst import concept_bewaren, publiceren
from cases.actions.vrijebrief import uitnodigen
from cases.briefsoorten import briefsoort
from cases.keuzes import AfspraakStatus
from cases.models import Afspraak
from cases.vrijebrief import UITNODIGING
from portal_import.demo.levering import moment

KOFFIE = "U bent welkom. Er is koffie en thee."


def vul_brieven(gemeente: Gemeente, on: date) -> None:
    by = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).first()
    if by is None:
        return
    standaard = briefsoort(UITNODIGING).blok("tekst").standaard
    wie = {"gemeente": gemeente, "soort": UITNODIGING, "by": by, "at": moment(on)}
    concept_bewaren(**wie, blokken={"tekst": f"{standaard}\n\n{KOFFIE}"})
    publiceren(**wie)
    concept_bewaren(**wie, blokken={"tekst": f"{standaard}\n\n{KOFFIE} U kunt gratis parkeren."})
    for afspraak in _te_gaan(gemeente, on):
        uitnodigen(afspraak=afspraak, bericht="", by=by, at=moment(on), on=on)


def _te_gaan(gemeente: Gemeente, on: date) -> list[Afspraak]:
    """Give one gesprek to come of somebody who can get a letter."""
    rijen = Afspraak.objects.filter(
        dossier__gemeente=gemeente,
        dossier__persoon__datum_overlijden__isnull=True,
        status=AfspraakStatus.GEPLAND,
        datum__gte=on,
    ).select_related("dossier__persoon")
    return [rij for rij in rijen if rij.dossier.persoon.adres_volledig][:1]
