"""What the letter says of a voorziening beside its amount: for whom, on which ground, where the price comes from."""

from cases.beleid_bron import regels_van
from config.weergave import datum, euro, hoeveelheid, in_woorden
from planvanaanpak.keuzes import Voorstel
from planvanaanpak.models import Voorziening
from planvanaanpak.sanering import beschrijf
from planvanaanpak.voorzieningbron import beoordeel_sanering
from planvanaanpak.voorzieningkeuzes import BetaaldAan, Prijsbasis, VoorWie
from planvanaanpak.weigering import code_van, te_kiezen

BETALEN = {
    BetaaldAan.INWONER: "Wij betalen dit bedrag aan u.",
    BetaaldAan.WINKEL: "Wij betalen de winkel.",
    BetaaldAan.UITVOERDER: "Wij betalen degene die dit voor u doet.",
}
NIBUD_PAST_NIET = "De prijs van het Nibud gebruiken wij hier niet. {reden}"


def voor_wie(voorziening: Voorziening) -> str:
    """Say who of the gezin it is for; nothing when that is the reader."""
    if voorziening.voor_wie == VoorWie.GEZIN:
        return "uw hele gezin"
    if voorziening.voor_wie == VoorWie.GEZINSLID:
        return voorziening.gezinslid.naam if voorziening.gezinslid else "een gezinslid"
    return ""


def rekensom(voorziening: Voorziening) -> str:
    """Say how the amount is counted: 12 gesprekken × € 150,00; nothing for one thing at one price."""
    if voorziening.eenheidsprijs is None or voorziening.aantal == 1:
        return ""
    wat = f" {voorziening.eenheid}" if voorziening.eenheid else ""
    return f"{hoeveelheid(voorziening.aantal)}{wat} × {euro(voorziening.eenheidsprijs)}"


def prijszin(voorziening: Voorziening) -> str:
    """Say on what the price rests (beleidsregels Tiel 2025 art. 4 lid 1d)."""
    prijs = euro(voorziening.eenheidsprijs)
    match voorziening.prijsbasis:
        case Prijsbasis.NIBUD:
            return f"De prijs van {prijs} komt uit de {voorziening.prijs_bron}."
        case Prijsbasis.VERGELIJKING:
            prijzen = list(voorziening.vergelijkingen.all())
            bronnen = "; ".join(f"{rij.goed} bij {rij.bron}, {euro(rij.prijs)}" for rij in prijzen)
            uitleg = NIBUD_PAST_NIET.format(reden=voorziening.prijs_reden)
            goederen = f"{in_woorden(len(prijzen))} vergelijkbare goederen"
            return f"De prijs van {prijs} is het gemiddelde van {goederen}: {bronnen}. {uitleg}"
        case Prijsbasis.DIENST:
            return f"Het tarief van {prijs} is dat van {voorziening.prijs_bron}."
        case Prijsbasis.OFFERTE:
            return f"De prijs van {prijs} komt uit: {voorziening.prijs_bron}."
    return ""


def grondzin(voorziening: Voorziening) -> str:
    """Give the ground of a refusal with its article (Awb art. 3:47 lid 2).

    A voorstel of before the article was kept gets that of the same words in the beleid.
    """
    grond, artikel = voorziening.weigeringsgrond, voorziening.grond_artikel
    if grond and not artikel and not voorziening.grond_code:
        gronden = te_kiezen(regels_van(voorziening.plan.dossier).weigeringsgronden)
        bekend = gronden.get(code_van(gronden, grond))
        artikel = bekend.artikel if bekend else ""
    return f"{grond} ({artikel})" if artikel else grond


def uitzonderingzin(voorziening: Voorziening) -> str:
    """Say why the exception holds or not, in which situation of then, and what keeps it from happening again.

    Without an exception, or a refusal that could have been one, what was typed means nothing.
    """
    toen = herhaling = ""
    over_een_uitzondering = voorziening.uitzondering or voorziening.voorstel == Voorstel.AFWIJZEN
    waarom = voorziening.uitzondering_waarom if over_een_uitzondering else ""
    if voorziening.uitzondering_situatie:
        wat = voorziening.get_uitzondering_situatie_display().lower()
        toen = f"Op {datum(voorziening.uitzondering_datum)} was er een bedreigende situatie: {wat}."
    if voorziening.vervolg is not None and voorziening.uitzondering:
        wat = voorziening.vervolg.omschrijving
        herhaling = f"{wat} voorkomt dat dit weer gebeurt. {voorziening.vervolg_waarom}"
    return " ".join(filter(None, (toen, waarom, herhaling)))


def saneringzinnen(voorziening: Voorziening) -> tuple[str, ...]:
    """Describe in the plan on which criteria a saneringskrediet rests (SPR art. 3 lid 3: opgenomen en beschreven)."""
    if not voorziening.is_sanering:
        return ()
    rij = voorziening.saneringskrediet
    return (*beschrijf(beoordeel_sanering(voorziening.plan.dossier, voorziening, rij)), rij.toelichting)


def betaalzin(voorziening: Voorziening) -> str:
    """Say whom the gemeente pays; of what is vrij toegankelijk, with whom the inwoner sees to it."""
    if voorziening.is_vrij:
        return f"U regelt dit met {voorziening.uitvoerder}." if voorziening.uitvoerder else "U regelt dit zelf."
    return BETALEN[BetaaldAan(voorziening.betaald_aan)] if voorziening.betaald_aan else ""
