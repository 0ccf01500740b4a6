"""Read what a besluit beside the plan still needs: the checklist of its page and the gate of its action."""

from datetime import date
from decimal import Decimal

from accounts.models import User
from cases.actions.basis import ActieFout
from cases.adres import MINSTENS_REGELS, tekstregels
from cases.brief import Ontvanger, zelfde_persoon
from cases.briefadres import afzender_bezwaar, post_volledig
from cases.models import Dossier
from planvanaanpak.actions.bezwaarbrieven import ontvanger_bezwaar
from planvanaanpak.brief import uit_json
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatbron import ondertekend, register_van, toets_mandaat
from planvanaanpak.models import Besluit, Bezwaar
from planvanaanpak.nodig import BETROKKENE, GEMEENTE, Planpunt, nodig_addendum, nodig_brief
from planvanaanpak.opbouw import plangegevens

# What the letter of a besluit op bezwaar needs of the gemeente beside that of every letter; the mandate comes from the
# register where there is one.
VOOR_BEZWAAR = {
    "bezwaar_ondertekenaar_naam": "ondertekenaar voor bezwaar",
    "bezwaar_ondertekenaar_functie": "functie van die ondertekenaar",
}


def briefpunten(dossier: Dossier, naar: Ontvanger | None = None) -> tuple[Planpunt, ...]:
    """Give what the letter of every besluit needs; `naar` is to whom one on a bezwaar goes."""
    volledig = naar.is_adresseerbaar if naar and naar.ander else post_volledig(dossier.persoon)
    return nodig_brief(volledig, tuple(dossier.gemeente.ontbreekt_voor_brief()))


def addendumpunten(dossier: Dossier) -> tuple[Planpunt, ...]:
    return nodig_addendum(plangegevens(dossier))


def bezwaarpunten(bezwaar: Bezwaar, by: User, on: date) -> tuple[Planpunt, ...]:
    """Give what the letter of a besluit op bezwaar needs: also who signs, the rechtbank, and where it goes."""
    mist_adres = _adres_gemachtigde(bezwaar)
    naar = ontvanger_bezwaar(bezwaar) if not mist_adres else None
    gemeente, punten = bezwaar.dossier.gemeente, list(briefpunten(bezwaar.dossier, naar))
    mist = [woorden for veld, woorden in VOOR_BEZWAAR.items() if not getattr(gemeente, veld).strip()]
    if not gemeente.bezwaar_mandaat.strip() and not any(r.vanaf <= on for r in register_van(gemeente.pk)):
        mist.append("mandaat voor een besluit op bezwaar")
    if len(tekstregels(gemeente.rechtbank)) < MINSTENS_REGELS:
        mist.append("rechtbank voor beroep")
    if mist:
        punten.append(Planpunt(klaar=False, tekst=f"Gegevens voor bezwaar: {', '.join(mist)}", doel=GEMEENTE))
    return (*punten, *_andere_ondertekenaar(bezwaar, by, on), *mist_adres)


def _andere_ondertekenaar(bezwaar: Bezwaar, by: User, on: date) -> tuple[Planpunt, ...]:
    """Ask that another signs than who took or signed the besluit in mandaat (Awb art. 10:3 lid 3).

    Two who decided here are told apart by their account (`eis_ander`). Where the college decided itself, nobody took a
    besluit in mandaat.
    """
    dossier, soort = bezwaar.dossier, BesluitSoort.BESLUIT_OP_BEZWAAR
    snapshot = Besluit.objects.values_list("snapshot", flat=True).get(pk=bezwaar.besluit_id)
    oordeel = toets_mandaat(dossier, soort, Decimal(0), by, on)
    toen = uit_json(snapshot).afzender
    nu = ondertekend(afzender_bezwaar(dossier.gemeente), dossier.gemeente, oordeel, by)
    naam = "" if toen.college_beslist or nu.college_beslist else zelfde_persoon(toen, nu)
    if not naam:
        return ()
    tekst = f"Een andere ondertekenaar: {naam} nam of ondertekende ook het besluit zelf (Awb artikel 10:3 lid 3)"
    return (Planpunt(klaar=False, tekst=tekst, doel=GEMEENTE),)


def _adres_gemachtigde(bezwaar: Bezwaar) -> tuple[Planpunt, ...]:
    try:
        ontvanger_bezwaar(bezwaar)
    except ActieFout:
        assert bezwaar.gemachtigde is not None, "alleen het adres van een gemachtigde wordt geweigerd"
        doel = f"{BETROKKENE}:{bezwaar.gemachtigde.pk}"
        return (Planpunt(klaar=False, tekst=f"Volledig postadres van {bezwaar.gemachtigde.naam}", doel=doel),)
    return ()
