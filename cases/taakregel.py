"""A taak as a row of a work-list, ready to be shown."""

from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString

from cases.keuzes import TaakSoort
from cases.models import Taak
from cases.werklijst import Werkregel
from config.weergave import dagen_tot, datum_kort


def maak_taakregel(taak: Taak, on: date, *, terug: str) -> Werkregel:
    """Say what a row shows. Done is one press; an afspraak opens, from its day on where its gesprek is recorded.

    `terug` is the URL name of the list, where the button leads back to.
    """
    dagen = (taak.datum - on).days
    dossier, opent = taak.dossier, taak.soort == TaakSoort.AFSPRAAK
    if opent and dossier is not None:
        knop, naam = ("Afspraak openen", "afspraak") if dagen > 0 else ("Gesprek gehouden", "afspraak_gehouden")
        knop_url = reverse(naam, args=[dossier.nummer, taak.afspraak_id])
    else:
        knop, knop_url = "Gedaan", f"{reverse('taak_gedaan', args=[taak.pk])}?terug={terug}"
    return Werkregel(
        uiterste_datum=taak.datum,
        stand="laat" if dagen < 0 else "loopt" if dagen else "bijna",
        over=dagen_tot(taak.datum, on),
        dag=f"{'was ' if dagen < 0 else ''}{datum_kort(taak.datum)}",
        wie=dossier.persoon.naam if dossier else "Zonder dossier",
        url=dossier.get_absolute_url() if dossier else reverse("taak", args=[taak.pk]),
        doelgroep=dossier.get_doelgroep_display() if dossier else "Eigen taak",
        stap=taak.wat,
        mini=SafeString(""),
        duur="Taak" if taak.soort == TaakSoort.EIGEN else taak.get_soort_display(),
        knop=knop,
        knop_url=knop_url,
        som=(),
        door=taak.voor.naam,
        meteen=not opent,
    )
