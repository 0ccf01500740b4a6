"""In the demo: what was done for the gemeente as a whole, and a question to UHT that can't wait."""

from datetime import date

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.afronding import afronden
from cases.actions.uht import verificatiecode_ophalen
from cases.actions.verificatie import verificatie_vragen
from cases.keuzes import Doelgroep, VerificatieKanaal
from cases.models import Dossier
from cases.status import Status
from portal_import.demo.levering import moment
from spuk.klokregels import vind_klok

# The other gemeente still has to do it, so that the demo shows both.
HEEFT_GEDAAN = "9901"


def vul_klokken(gemeente: Gemeente, on: date) -> None:
    coordinator = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk").first()
    financieel = User.objects.met_rol(Rol.FINANCIEEL, gemeente.pk).order_by("pk").first()
    if gemeente.code == HEEFT_GEDAAN and coordinator is not None:
        verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(on, 9), on=on)
    klok = vind_klok(gemeente, "jaarlijst", str(on.year - 1), on)
    if gemeente.code == HEEFT_GEDAAN and financieel is not None and klok is not None:
        afronden(gemeente=gemeente, klok=klok, datum=on, by=financieel, at=moment(on, 9), on=on)
    _vraag_met_spoed(gemeente, on)


def _vraag_met_spoed(gemeente: Gemeente, on: date) -> None:
    kinderen = Dossier.objects.filter(gemeente=gemeente, doelgroep=Doelgroep.KIND, status=Status.AANMELDING)
    dossier = kinderen.filter(verificaties__isnull=True, casusregisseur__isnull=False).order_by("pk").first()
    if dossier is None or dossier.casusregisseur is None:
        return
    verificatie_vragen(
        dossier=dossier,
        datum_gevraagd=on,
        kanaal=VerificatieKanaal.TELEFOON,
        spoed=True,
        by=dossier.casusregisseur,
        at=moment(on, 10),
        on=on,
    )
