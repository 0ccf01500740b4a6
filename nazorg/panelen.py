"""The cards of nazorg on the dossier page: the acclimatisatie, the nazorg, and how the support ended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.keuzes import UhtStatus
from cases.klokken import som_van, stand_van
from cases.kop import mag_bewerken
from cases.models import Dossier, Termijn
from cases.panelen import Regel
from cases.register import regel as zoek_regel
from cases.registratie import registreer_paneel
from cases.stand import Stand
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from cases.uhtstand import geldende
from config.weergave import datum
from nazorg.bron import beeindigingen_van, eindgrond_van, is_toch_erkend, list_doorlopend, nazorg_van
from nazorg.contactlijst import maak_stand
from nazorg.gronden import VOOR_EINDGROND
from nazorg.models import Beeindiging
from nazorg.termijnen import BEEINDIGING, klokken_na_niet_erkend

ACCLIMATISATIEKLOKKEN = klokken_na_niet_erkend(in_nazorg=True)


@registreer_paneel
class Acclimatisatiekaart:
    """The two ends after a niet-erkend message with why, and what runs on."""

    volgorde = 5
    template = "nazorg/_paneel_acclimatisatie.html"
    breed = True

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show unless the support is being wound down."""
        if dossier.status != Status.ACCLIMATISATIE:
            return {}
        klokken = [t for t in dossier.termijnen.all() if t.regel in ACCLIMATISATIEKLOKKEN]
        lopend = [t for t in klokken if t.status != TermijnStatus.VERVALLEN]
        meldingen = (w for w in geldende(dossier.uht_wijzigingen.all()) if w.status == UhtStatus.NIET_ERKEND)
        return {
            "klokken": [_klok(termijn, on) for termijn in sorted(lopend, key=_op_volgorde)],
            "melding": next(meldingen, None),
            "toch_erkend": is_toch_erkend(dossier),
            "doorlopend": list_doorlopend(dossier, on),
            "stop_url": reverse("nazorg_stoppen", args=[dossier.nummer]) if _kan_stoppen(dossier, user) else "",
        }


def _kan_stoppen(dossier: Dossier, user: User) -> bool:
    nazorg = nazorg_van(dossier)
    return nazorg is not None and nazorg.traject.afgesloten_op is None and mag_bewerken(dossier, user)


@registreer_paneel
class Eindgrondkaart:
    """The ground on which the support must end, its last day, and the eindgesprek."""

    volgorde = 5
    template = "nazorg/_paneel_eindgrond.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show, and nothing asked, where the clock never ran."""
        eindgrond = eindgrond_van(dossier)
        if eindgrond is None:
            return {}
        klok = next((t for t in dossier.termijnen.all() if t.aanleiding == f"eindgrond:{eindgrond.pk}"), None)
        loopt = klok is not None and klok.regel == BEEINDIGING.code and klok.status != TermijnStatus.VERVALLEN
        return {
            "eindgrond": eindgrond,
            "klok": _klok(klok, on) if klok is not None and loopt else None,
            "mag": dossier.status in VOOR_EINDGROND and mag_bewerken(dossier, user),
        }


def _op_volgorde(termijn: Termijn) -> int:
    return ACCLIMATISATIEKLOKKEN.index(termijn.regel)


def _klok(termijn: Termijn, on: date) -> tuple[str, Termijn, Stand, tuple[tuple[str, str], ...]]:
    return zoek_regel(termijn.regel).kort, termijn, stand_van(termijn, on), som_van(termijn)


@registreer_paneel
class Nazorgkaart:
    """The contacts of the nazorg with their days."""

    volgorde = 25
    template = "nazorg/_paneel_nazorg.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show before the nazorg began."""
        nazorg = nazorg_van(dossier)
        if nazorg is None:
            return {}
        stand = maak_stand(dossier, nazorg, on)
        loopt = dossier.status == Status.NAZORG
        vastleggen = loopt and not stand.is_klaar and mag_bewerken(dossier, user)
        return {
            "traject": nazorg.traject,
            "stand": stand,
            "loopt": loopt,
            "nazorg_url": reverse("nazorg", args=[dossier.nummer]),
            "vastleggen_url": stand.volgende.url if vastleggen and stand.volgende else "",
        }


@registreer_paneel
class Eindekaart:
    """On which grond the support ended, and by which besluit."""

    volgorde = 27
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show before the end."""
        regels = [self._regel(beeindiging) for beeindiging in beeindigingen_van(dossier)]
        if not regels:
            return {}
        return {"id": "einde", "titel": "Einde van de ondersteuning", "regels": regels, "meer": (), "acties": ()}

    def _regel(self, beeindiging: Beeindiging) -> Regel:
        onder = f"per {datum(beeindiging.datum)}, besluit {beeindiging.besluit.nummer}"
        if beeindiging.nazorg_gewenst is not None:
            onder += ", wil nazorg" if beeindiging.nazorg_gewenst else ", wil geen nazorg"
        if beeindiging.is_herroepen:
            onder += ", daarna herroepen"
        url = beeindiging.besluit.get_absolute_url()
        return Regel(icoon="archief", titel=beeindiging.grond_tekst, onder=onder, url=url)
