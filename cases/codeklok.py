"""The clock of the half-yearly verificatiecode (VNG handreiking 2025 §6), of each gemeente."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission
from cases.gemeenteklok import Begin, Gedaan, Gemeenteklok
from cases.gemeenteklokken import Sleutel, registreer_klokbron
from cases.models import Verificatiecode
from cases.termijnen import VERIFICATIECODE
from cases.verificatiecodes import komende, volgende, vorige
from config.weergave import datum


def code_begin(geldig_vanaf: date) -> Begin:
    """Give what the clock of the code of this day runs from: the day of the code before it."""
    return Begin(
        regel=VERIFICATIECODE,
        sleutel=geldig_vanaf.isoformat(),
        start=vorige(geldig_vanaf),
        over=f" die geldt vanaf {datum(geldig_vanaf)}",
    )


class Codebron:
    zien = doen = Permission.DOSSIER_TOEWIJZEN
    uit_rijen = False

    def begin(self, gemeenten: Collection[int], van: date, tot: date) -> Iterable[tuple[int, Begin]]:
        """Give the code that should be there and those after it; an older one is of no use any more."""
        dagen = [komende(van)]
        while dagen[-1] < volgende(tot):
            dagen.append(volgende(dagen[-1]))
        return [(gemeente, code_begin(dag)) for gemeente in gemeenten for dag in dagen]

    def gedaan(self, gemeenten: Collection[int]) -> Mapping[Sleutel, Gedaan]:
        rijen = Verificatiecode.objects.filter(gemeente__in=gemeenten).select_related("opgehaald_door")
        return {
            (rij.gemeente_id, VERIFICATIECODE.code, rij.geldig_vanaf.isoformat()): Gedaan(
                datum=timezone.localdate(rij.opgehaald_op), door=rij.opgehaald_door.naam
            )
            for rij in rijen
        }

    def url(self, code: str, klok: Gemeenteklok, on: date) -> str:
        return reverse("verificatiecodes")

    def waarom_url(self, code: str, klok: Gemeenteklok) -> str:
        return reverse("verificatiecode_waarom", args=[code, klok.begin.sleutel])


registreer_klokbron(VERIFICATIECODE, bron=Codebron())
