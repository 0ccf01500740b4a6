"""Put on Vandaag what to try next when three attempts in a row did not reach the inwoner, and take it away again."""

from datetime import date

from accounts.models import User
from cases.actions.basis import bewaar
from cases.actions.taak import andere_casusregisseur
from cases.dossierwerk import gepland_huisbezoek, vergeefse_contacten, volgende_poging
from cases.keuzes import TaakSoort
from cases.models import Dossier, Taak
from cases.pogingen import HUISBEZOEK


def volg_pogingen(dossier: Dossier, *, by: User, on: date, opvolging: Taak | None = None) -> None:
    """Let the taak of a locked dossier follow what its contacts and gesprekken propose: part of what notes those.

    There is one in a row of attempts for each proposal, also when it was done; none when it would be for who follows it
    up on another day (`opvolging`), or planned the visit that is proposed. The proposal itself is stored nowhere
    (decisions 0631 and 1131).
    """
    ander = volgende_poging(dossier)
    if ander is HUISBEZOEK and gepland_huisbezoek(dossier, on):
        ander = None
    wat = f"Inwoner niet bereikt. {ander.titel}" if ander else ""
    for taak in Taak.objects.open().filter(dossier=dossier, soort=TaakSoort.POGING).exclude(wat=wat):
        taak.is_vervallen = True
        bewaar(taak, by=by, velden=["is_vervallen"])
    voor = andere_casusregisseur(dossier, by, on) or by
    if ander is None or (opvolging is not None and opvolging.voor == voor):
        return
    reeks = vergeefse_contacten(dossier)
    bekend = Taak.objects.filter(soort=TaakSoort.POGING, wat=wat, contact__in=reeks, is_vervallen=False)
    if bekend.exists():
        return
    taak = Taak(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        voor=voor,
        soort=TaakSoort.POGING,
        wat=wat,
        datum=on,
        contact=reeks[0],
        door=by,
    )
    bewaar(taak, by=by)
