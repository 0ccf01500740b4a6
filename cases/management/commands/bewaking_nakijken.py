from typing import Any

from django.utils import timezone

from accounts.models import Gemeente
from cases.management.commando import Commando, Fout
from cases.nacht import laatste_nacht
from cases.nachtstand import list_nachtstanden


class Command(Commando):
    """Say whether the last night went well, with exit status 1 when it did not: for a monitor outside Celery."""

    help = "Kijk na of de laatste nachtelijke bewaking is gelukt. Is dat niet zo, dan is de afsluitstatus 1."

    def handle(self, *args: Any, **opties: Any) -> None:
        verwacht = laatste_nacht(timezone.localtime())
        onrust = [stand for stand in list_nachtstanden(Gemeente.objects.all(), verwacht) if stand.is_onrustig]
        if onrust:
            raise Fout(" ".join(f"{stand.gemeente.naam}: {stand.tekst}" for stand in onrust))
        self.stdout.write("De laatste bewaking is in alle gemeenten gelukt.")
