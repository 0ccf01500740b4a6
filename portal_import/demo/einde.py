"""A dossier whose support must end within the days of the beleid, where the beleid has them."""

from datetime import date, timedelta

from accounts.models import Gemeente
from cases.beleid_bron import regels_van
from cases.models import Dossier
from cases.status import Status
from nazorg.actions.eindgrond import eindgesprek_vastleggen, eindgrond_vastleggen
from nazorg.gronden import gronden_met_termijn
from portal_import.demo.levering import moment

GROND, NA_GROND, NA_UITNODIGING = "verhuizing", 12, 9


def bereid_einde_voor(gemeente: Gemeente, on: date) -> None:
    """Record for the first dossier in uitvoering that somebody moves, and the invitation for the eindgesprek."""
    in_uitvoering = Dossier.objects.filter(gemeente=gemeente, status=Status.UITVOERING, casusregisseur__isnull=False)
    sinds = on - timedelta(days=NA_GROND)
    lang_genoeg = in_uitvoering.filter(datum_aanmelding__lt=sinds, persoon__datum_overlijden__isnull=True)
    dossier = lang_genoeg.select_related("casusregisseur", "beleid").order_by("pk").first()
    if dossier is None or dossier.casusregisseur is None or GROND not in gronden_met_termijn(regels_van(dossier)):
        return
    by, at = dossier.casusregisseur, moment(on, 9)
    eindgrond = eindgrond_vastleggen(
        dossier=dossier,
        grond=GROND,
        datum=sinds,
        bron="De inwoner, aan de telefoon",
        toelichting="Het huurcontract in de nieuwe gemeente is getekend.",
        by=by,
        at=at,
        on=on,
    )
    eindgesprek_vastleggen(
        eindgrond=eindgrond,
        uitgenodigd_op=on - timedelta(days=NA_UITNODIGING),
        eindgesprek_op=None,
        verslag="",
        by=by,
        at=at,
        on=on,
    )
