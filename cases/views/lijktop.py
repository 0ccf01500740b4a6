"""After a correction: say that somebody now looks like a person who has a dossier already."""

from django.contrib import messages
from django.http import HttpRequest

from cases.dubbelen import list_lijkt_op
from cases.models import Dossier, Persoon
from cases.views.formulier import gebruiker


def waarschuw_lijkt_op(request: HttpRequest, persoon: Persoon) -> None:
    """Name the dossiers that may be of the same person; of one that the user may not see only that it is there."""
    gevonden = list_lijkt_op(persoon)
    if not gevonden:
        return
    zien = Dossier.objects.visible_to(gebruiker(request)).filter(pk__in=[g.dossier.pk for g in gevonden])
    nummers = dict(zien.values_list("pk", "nummer"))
    namen = [
        f"dossier {nummers[g.dossier.pk]} (zelfde {' en '.join(g.overeen)})"
        if g.dossier.pk in nummers
        else f"een dossier dat u niet mag zien (zelfde {' en '.join(g.overeen)})"
        for g in gevonden
    ]
    tekst = f"Let op: deze persoon lijkt op {' en op '.join(namen)}. Is het dezelfde persoon?"
    messages.warning(request, f"{tekst} Vraag een coördinator de dossiers samen te voegen.")
