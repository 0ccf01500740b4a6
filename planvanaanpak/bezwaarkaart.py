"""What a dossier shows of its bezwaren: a card, the next step, the side menu, the history and the nightly run."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.actions.basis import log
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.brief import Ontvanger
from cases.kop import mag_bewerken
from cases.models import Document, Dossier, Termijn
from cases.panelen import Regel
from cases.registratie import (
    Stap,
    Zijpunt,
    registreer_binding,
    registreer_documentgebruik,
    registreer_historie,
    registreer_klokwoorden,
    registreer_menu,
    registreer_nachtwerk,
    registreer_ontvanger,
    registreer_paneel,
    registreer_stap,
    registreer_werkactie,
)
from cases.stappen import waarom
from cases.termijnstatus import NIET_KLAAR
from config.weergave import datum, datum_kort, datum_lang
from planvanaanpak.actions.beroepklok import KLOKREGELS
from planvanaanpak.actions.bezwaarbasis import volg_bezwaartermijn, volg_ingebreke
from planvanaanpak.actions.bezwaarbrieven import ontvanger_bezwaar
from planvanaanpak.actions.indiener import van
from planvanaanpak.beroepbron import beroepen_zonder_bezwaar, is_te_laat
from planvanaanpak.bezwaarbron import (
    REGEL,
    bezwaren_van,
    feiten_van,
    gepland,
    pagina,
    stand_van_bezwaar,
    vervolgweg,
)
from planvanaanpak.bezwaarregels import nodig
from planvanaanpak.models import Beroep, Bezwaar, Herroeping, Hoorzitting
from planvanaanpak.planbron import besluiten_van

# Before what waits for a casusregisseur and the steps of a plan: a bezwaar has a term, and a dwangsom after it.
BEZWAAR, NIEUW_BESLUIT = 85, 115
# What the button of the next step says, by the page of the first open point.
KNOPPEN = {
    "bezwaar_bevestiging": "Ontvangst bevestigen",
    "bezwaar_rechtstreeks": "Verzoek bekijken",
    "bezwaar_verschoonbaar": "Beslissen over te laat",
    "bezwaar_wijzigen": "Gronden vastleggen",
    "hoorzitting": "Hoorzitting plannen",
    "hoorzitting_gehouden": "Hoorzitting vastleggen",
    "verslag": "Verslag vastleggen",
    "bezwaar_advies": "Advies vastleggen",
}
# The bezwaren whose clock does not begin on the last day of the bezwaartermijn.
VERSCHOVEN = f"""
SELECT b.id FROM planvanaanpak_bezwaar AS b
    JOIN cases_dossier AS d ON d.id = b.dossier_id
    JOIN cases_termijn AS k ON k.id = b.termijn_id
    JOIN cases_termijn AS t ON t.dossier_id = b.dossier_id AND t.regel = 'bezwaar'
        AND t.aanleiding = 'besluit:' || b.besluit_id
WHERE d.gemeente_id = %(gemeente)s AND b.ingetrokken_op IS NULL AND k.start <> t.uiterste_datum
    AND b.na_uitspraak_id IS NULL
    AND k.status IN ({", ".join(f"'{status}'" for status in NIET_KLAAR)})
"""  # noqa: S608  # names of columns and statuses only
PAGINAS = {"hoorzitting": "hoorzitting_plannen", "verslag": "hoorzitting_gehouden"}


@registreer_menu
class Bezwaarmenu:
    """The bezwaren and beroepen of a dossier, once there is a besluit, or the one on the aanvraag is late."""

    def punten(self, dossier: Dossier, user: User) -> list[Zijpunt]:
        if not besluiten_van(dossier) and not is_te_laat(dossier):
            return []
        aantal = sum(not bezwaar.is_ingetrokken for bezwaar in bezwaren_van(dossier))
        url = reverse("dossier_bezwaren", args=[dossier.nummer])
        return [Zijpunt(label="Bezwaar", url=url, volgorde=25, aantal=aantal)]


@registreer_paneel
class Bezwaren:
    volgorde = 42
    template = "cases/_paneel_regels.html"
    breed = False

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Show the bezwaren with their state and last day; nothing where there was never one."""
        bezwaren, beroepen = bezwaren_van(dossier), beroepen_zonder_bezwaar(dossier)
        if not bezwaren and not beroepen:
            return {}
        kan = dossier.status in MET_BEZWAAR and mag_bewerken(dossier, user)
        kan_bezwaar = kan and bool(besluiten_van(dossier))
        acties = [("Bezwaar vastleggen", reverse("bezwaar_nieuw", args=[dossier.nummer]))] if kan_bezwaar else []
        return {
            "id": "bezwaren",
            "titel": "Bezwaar en beroep",
            "regels": [
                *(self._regel(bezwaar, on) for bezwaar in bezwaren),
                *(self._beroepregel(beroep, dossier) for beroep in beroepen),
            ],
            "meer": [],
            "leeg": "",
            "acties": acties,
        }

    def _beroepregel(self, beroep: Beroep, dossier: Dossier) -> Regel:
        uitkomst = f", {beroep.get_uitkomst_display().lower()}" if beroep.uitkomst else ", nog geen uitspraak"
        return Regel(
            icoon="besluit",
            titel=beroep.get_soort_display(),
            onder=f"ingesteld {datum_kort(beroep.datum)} bij {beroep.gerecht}{uitkomst}",
            url=reverse("dossier_bezwaren", args=[dossier.nummer]),
            ingetrokken=beroep.ingetrokken_reden,
        )

    def _regel(self, bezwaar: Bezwaar, on: date) -> Regel:
        termijn, stand = bezwaar.termijn, stand_van_bezwaar(bezwaar, on).woorden
        tot = f", uiterlijk {datum_kort(termijn.uiterste_datum)}" if termijn and bezwaar.loopt else ""
        beroepen = [beroep for beroep in bezwaar.beroepen.all() if not beroep.is_ingetrokken]
        gerecht = f", {beroepen[0].get_soort_display().lower()} van {datum_kort(beroepen[0].datum)}" if beroepen else ""
        return Regel(
            icoon="besluit",
            titel=f"Bezwaar{van(bezwaar)} tegen besluit {bezwaar.besluit.nummer}",
            onder=f"ontvangen {datum_kort(bezwaar.ontvangen_op)}, {stand}{tot}{gerecht}",
            url=bezwaar.get_absolute_url(),
            ingetrokken=bezwaar.ingetrokken_reden,
        )


@registreer_stap
class Bezwaarstap:
    """Do what comes first for the bezwaar that must be decided on first; then the new besluit that it brings."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        bezwaren = [bezwaar for bezwaar in bezwaren_van(dossier) if not bezwaar.is_ingetrokken]
        lopend = [bezwaar for bezwaar in bezwaren if bezwaar.loopt and bezwaar.termijn]
        if lopend:
            bezwaar = min(lopend, key=lambda rij: (rij.termijn.uiterste_datum, rij.pk))  # type: ignore[union-attr]
            return self._behandel(bezwaar, dossier, user, on)
        wacht = next((bezwaar for bezwaar in bezwaren if bezwaar.wacht_op_besluit), None)
        return self._nieuw_besluit(wacht) if wacht else None

    def _behandel(self, bezwaar: Bezwaar, dossier: Dossier, user: User, on: date) -> Stap | None:
        bezwaar.dossier = bezwaar.besluit.dossier = dossier
        assert bezwaar.termijn is not None
        tot = bezwaar.termijn.uiterste_datum
        uiterlijk = f"Beslis op het bezwaar uiterlijk {datum_lang(tot)}."
        if tot < on:
            uiterlijk = (
                f"Het besluit op bezwaar is te laat: het moest er zijn op {datum(tot)}. Er kan een dwangsom volgen."
            )
        punt = next((punt for punt in nodig(feiten_van(bezwaar), on) if not punt.klaar), None)
        if punt is None:
            return self._beslis(bezwaar, user, uiterlijk)
        if punt.pagina == "verzenden":
            return None  # the step that confirms the sending says so already
        zitting = gepland(bezwaar)
        if punt.pagina == "hoorzitting_gehouden" and zitting is not None and zitting.datum > on:
            return self._wacht(bezwaar, punt.tekst, uiterlijk)
        return Stap(
            volgorde=BEZWAAR,
            titel=f"Bezwaar{van(bezwaar)}: {punt.tekst[:1].lower()}{punt.tekst[1:]}",
            tekst=uiterlijk,
            knop=KNOPPEN[punt.pagina],
            url=pagina(bezwaar, PAGINAS.get(punt.pagina, punt.pagina)),
            tweede_knop="Bezwaar bekijken",
            tweede_url=bezwaar.get_absolute_url(),
            waarom_url=waarom(dossier, bezwaar.termijn),
        )

    def _beslis(self, bezwaar: Bezwaar, user: User, uiterlijk: str) -> Stap:
        """Ask for the decision; who took the besluit may not (Awb art. 10:3 lid 3) and asks a colleague."""
        zelf = bezwaar.besluit.vastgesteld_door_id == user.pk
        mag = user.mag(Permission.BESLUIT_VASTSTELLEN, bezwaar.dossier.gemeente_id) and not zelf
        wie = "" if mag else " Vraag een collega: wie het besluit nam, beslist niet op het bezwaar."
        return Stap(
            volgorde=BEZWAAR,
            titel=f"Neem het besluit op bezwaar{van(bezwaar)}",
            tekst=f"{uiterlijk}{wie}",
            knop="Beslissen op het bezwaar" if mag else "Bezwaar bekijken",
            url=pagina(bezwaar, "bezwaar_besluit") if mag else bezwaar.get_absolute_url(),
            waarom_url=waarom(bezwaar.dossier, bezwaar.termijn),
        )

    def _wacht(self, bezwaar: Bezwaar, tekst: str, uiterlijk: str) -> Stap:
        """A hearing that is still to come does not push away what can be done today."""
        return Stap(
            volgorde=NIEUW_BESLUIT + 50,
            titel=tekst,
            tekst=uiterlijk,
            knop="Bezwaar bekijken",
            url=bezwaar.get_absolute_url(),
            waarom_url=waarom(bezwaar.dossier, bezwaar.termijn),
        )

    def _nieuw_besluit(self, bezwaar: Bezwaar) -> Stap:
        assert bezwaar.beslissing is not None
        weg, wat = vervolgweg(bezwaar), f"Besluit {bezwaar.besluit.nummer}"
        if Herroeping.objects.filter(besluit=bezwaar.besluit_id, met=bezwaar.beslissing_id, deels=True).exists():
            wat = f"Een deel van besluit {bezwaar.besluit.nummer}"
        return Stap(
            volgorde=NIEUW_BESLUIT,
            titel="Neem het nieuwe besluit na het bezwaar",
            tekst=f"{wat} is herroepen met {bezwaar.beslissing.nummer}. Er komt nog een nieuw besluit. Is het er?"
            " Koppel het dan.",
            knop=weg.knop,
            url=weg.url,
            tweede_knop="Nieuw besluit koppelen",
            tweede_url=pagina(bezwaar, "bezwaar_vervolg"),
        )


@registreer_binding
class HeeftBeroep:
    """A procedure at a court, also before any besluit; one that was a mistake and taken away does not count."""

    wat = "een beroep"
    is_definitief = True

    def heeft(self, dossier: Dossier) -> bool:
        return Beroep.objects.geldig().filter(dossier=dossier).exists()


@registreer_documentgebruik
class Bezwaarstukken:
    """The letters of a bezwaar: of the inwoner, of the gemeente and of the commissie."""

    VELDEN = {
        "document": "het bezwaar",
        "bevestiging": "de ontvangstbevestiging van het bezwaar",
        "advies_document": "het advies over het bezwaar",
        "intrekking_document": "de intrekking van het bezwaar",
    }

    def gebruik(self, document: Document) -> list[str]:
        geldig = Bezwaar.objects.geldig()
        zittingen = Hoorzitting.objects.exclude(bezwaar__ingetrokken_op__isnull=False)
        return [
            *(
                f"{wat} van {datum(bezwaar.ontvangen_op)}"
                for veld, wat in self.VELDEN.items()
                for bezwaar in geldig.filter(**{veld: document})
            ),
            *(
                f"het verslag van de hoorzitting van {datum(z.datum)}"
                for z in zittingen.filter(verslag_document=document)
            ),
            *(
                f"de uitnodiging voor de hoorzitting van {datum(z.datum)}"
                for z in zittingen.filter(uitnodiging=document)
            ),
        ]


@registreer_historie
class Bezwaarhistorie:
    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Bezwaar.history.filter(dossier=dossier.pk),
            Hoorzitting.history.filter(bezwaar__dossier=dossier.pk),
            Beroep.history.filter(dossier=dossier.pk),
        ]


@registreer_nachtwerk
class Bezwaarklokken:
    """Let a besluit op bezwaar follow its bezwaartermijn, when another day was equated with a feestdag."""

    nodig = f"EXISTS ({VERSCHOVEN})"

    def doe(self, gemeente: Gemeente, dag: date, at: datetime) -> int:
        verschoven = [rij.pk for rij in Bezwaar.objects.raw(VERSCHOVEN, {"gemeente": gemeente.pk})]
        naast = ("besluit", "dossier__beleid", "dossier__persoon", "dossier__gemeente")
        for bezwaar in Bezwaar.objects.filter(pk__in=verschoven).select_related(*naast):
            volg_bezwaartermijn(bezwaar, dag)
            if gevolg := volg_ingebreke(bezwaar.dossier, dag):
                log(bezwaar.dossier, "termijn_verschoven", gevolg.strip(), by=None, at=at, bezwaar=bezwaar.pk)
        return 0


def ontvanger_van(termijn: Termijn) -> Ontvanger | None:
    """Give who hears that a besluit op bezwaar is put off: who acts for the inwoner as well (Awb art. 6:17)."""
    bezwaar = Bezwaar.objects.filter(termijn=termijn).select_related("gemachtigde", "dossier__persoon").first()
    return ontvanger_bezwaar(bezwaar) if bezwaar else None


def klokwoorden(termijn: Termijn, dossier: Dossier) -> str:
    """Say whose bezwaar a clock is about, where more than one runs; else the rule says enough."""
    lopend = [bezwaar for bezwaar in bezwaren_van(dossier) if bezwaar.loopt]
    bezwaar = next((bezwaar for bezwaar in lopend if bezwaar.termijn_id == termijn.pk), None)
    if bezwaar is None or len(lopend) < 2:
        return ""
    return f"{bezwaar.van_wie}, tegen {bezwaar.besluit.nummer}"


registreer_ontvanger(REGEL, ontvanger_van)
registreer_klokwoorden(REGEL, klokwoorden)
registreer_werkactie(REGEL, "Bezwaar openen", "dossier_bezwaren")
registreer_werkactie("beroep", "Besluiten bekijken", "dossier_bezwaren")
for _regel in KLOKREGELS.values():
    registreer_werkactie(_regel, "Beroep bekijken", "dossier_bezwaren")
