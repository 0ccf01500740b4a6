"""What the voorstellen of a plan still lack before a besluit: the checklist of the page and the gate of the action."""

from collections.abc import Iterable

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import einddatum
from cases.keuzes import Doelgroep, Leefgebied
from cases.leeftijd import Leeftijd, leeftijd_tegen
from cases.models import Dossier
from cases.register import regel
from cases.weigeringsgrond import Gronduitzondering
from planvanaanpak.dubbel import zelfde_goederen
from planvanaanpak.keuzes import Voorstel, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Saneringskrediet, Voorziening
from planvanaanpak.sanering import SPR_2024, Criterium, Saneringsfeiten, beoordeel, redenen
from planvanaanpak.toets import TOETSEN, ontbrekende_toetsen
from planvanaanpak.voorzieningkeuzes import Prijsbasis, Schuld, VoorWie
from planvanaanpak.weigering import (
    GEEN_SITUATIE,
    VOOR_SCHULDEN,
    ZONDER_VERVOLG,
    Situatie,
    keur_uitzondering,
    soort_uitzondering,
)

VOLGENS_BELEID = (Prijsbasis.NIBUD, Prijsbasis.VERGELIJKING)


def open_punten(dossier: Dossier, voorstellen: Iterable[Voorziening]) -> tuple[str, ...]:
    """Say of each voorstel what it still needs, in one line each."""
    rijen = list(voorstellen)
    dubbel = zelfde_goederen(dossier, rijen)
    punten = []
    for voorziening in rijen:
        mist = [*keur_grond(dossier, voorziening).values()]
        if voorziening.is_toe_te_kennen:
            delen = list_open(dossier, voorziening, nog_een=voorziening.pk in dubbel)
            mist = [*(tekst for teksten in delen.values() for tekst in teksten), *mist]
        if mist:
            punten.append(f"{voorziening.omschrijving}: {'; '.join(mist)}")
    return tuple(punten)


def list_open(dossier: Dossier, voorziening: Voorziening, *, nog_een: bool) -> dict[str, list[str]]:
    """Give what one voorziening to grant still needs, by what it is about."""
    eisen = {
        "prijs": (not _prijs_mist(dossier, voorziening), "waar de prijs op rust"),
        "gezinslid": (not _zonder_lid(voorziening), "voor welk gezinslid"),
        "betaling": (voorziening.betaald_aan or not is_betaling(voorziening), "wie wij betalen"),
        "nogmaals": (voorziening.nogmaals.strip() or not nog_een, "waarom dit nog een keer nodig is"),
        "vervolg": (not _zonder_vervolg(dossier, voorziening), ZONDER_VERVOLG),
    }
    return {
        "toetsen": [*ontbrekende_toetsen({veld: getattr(voorziening, veld) for veld in TOETSEN})],
        **{soort: [] if voldaan else [wat] for soort, (voldaan, wat) in eisen.items()},
        "schuld": _schuld(dossier, voorziening),
    }


def is_betaling(voorziening: Voorziening) -> bool:
    """Say whether money is paid for it: a collectieve dienst was paid for all at once (SPUK, component C)."""
    return voorziening.bedrag > 0 and voorziening.prijsbasis != Prijsbasis.DIENST


def prijs_nodig(dossier: Dossier, voorziening: Voorziening) -> bool:
    """Say whether the beleid asks on what this price rests: of goods that are paid for (Tiel 2025 art. 4 lid 1d)."""
    return (
        voorziening.is_toe_te_kennen
        and voorziening.soort == VoorzieningSoort.MATERIEEL
        and voorziening.bedrag > 0
        and regels_van(dossier).prijzen_vergelijken is not None
    )


def _prijs_mist(dossier: Dossier, voorziening: Voorziening) -> bool:
    return prijs_nodig(dossier, voorziening) and voorziening.prijsbasis not in VOLGENS_BELEID


def _zonder_lid(voorziening: Voorziening) -> bool:
    return voorziening.voor_wie == VoorWie.GEZINSLID and voorziening.gezinslid_id is None


def _zonder_vervolg(dossier: Dossier, voorziening: Voorziening) -> bool:
    """Schulden in a bedreigende situatie are paid only together with what keeps it from happening again (art. 8 1d).

    It is named with the reason, still proposed or granted, and no payment of schulden itself.
    """
    gronden = regels_van(dossier).weigeringsgronden
    if soort_uitzondering(gronden, voorziening.uitzondering) != Gronduitzondering.TEGEN_HERHALING:
        return False
    vervolg = voorziening.vervolg
    if vervolg is None or not voorziening.vervolg_waarom.strip():
        return True
    past = vervolg.status == VoorzieningStatus.TOEGEKEND
    past = past or (vervolg.status == VoorzieningStatus.VOORSTEL and vervolg.is_toe_te_kennen)
    return not past or vervolg.uitzondering == voorziening.uitzondering


def situatie_van(dossier: Dossier, voorziening: Voorziening) -> Situatie:
    """Give whether there is or was a bedreigende situatie; the history of the dossier is read only where it counts."""
    soort = soort_uitzondering(regels_van(dossier).weigeringsgronden, voorziening.uitzondering)
    nu, getypt = bool(dossier.acuut), voorziening.uitzondering_situatie
    zoek = soort == Gronduitzondering.VAN_TOEN and not nu and not getypt
    eerder = zoek and dossier.history.exclude(acuut="").exists()
    return Situatie(nu=nu, eerder=eerder, getypt=getypt, dag=voorziening.uitzondering_datum)


def keur_grond(dossier: Dossier, voorziening: Voorziening) -> dict[str, str]:
    """Check the ground or the exception on what is known now: a situation can be over since it was chosen."""
    return keur_uitzondering(
        gronden=regels_van(dossier).weigeringsgronden,
        afwijzen=voorziening.voorstel == Voorstel.AFWIJZEN,
        grond=voorziening.grond_code,
        uitzondering=voorziening.uitzondering,
        waarom=voorziening.uitzondering_waarom,
        situatie=situatie_van(dossier, voorziening),
    )


def _schuld(dossier: Dossier, voorziening: Voorziening) -> list[str]:
    """Ask what pays schulden for its ground: the criteria of a saneringskrediet, or the exception for achterstanden.

    VNG SPUK-handreiking, component C: no schulden are paid but those of a young person (SPR art. 3); VNG handreiking
    2025 §3.1 and Tiel 2025 art. 8 lid 1d: achterstanden in a bedreigende situatie.
    """
    if voorziening.is_sanering:
        return [*redenen(beoordeel_sanering(dossier, voorziening, voorziening.saneringskrediet))]
    if voorziening.leefgebied != Leefgebied.FINANCIEN:
        return []
    match voorziening.schuld:
        case Schuld.NEE:
            return []
        case Schuld.SANERING:
            return ["de gegevens van het saneringskrediet"]
        case Schuld.ACHTERSTAND:
            return _achterstand(dossier, voorziening)
    return ["of dit schulden of achterstanden betaalt"]


def _achterstand(dossier: Dossier, voorziening: Voorziening) -> list[str]:
    gronden = regels_van(dossier).weigeringsgronden
    if not any(grond.uitzondering in VOOR_SCHULDEN for grond in gronden.values()):
        return [] if dossier.acuut else [GEEN_SITUATIE]
    met = soort_uitzondering(gronden, voorziening.uitzondering) in VOOR_SCHULDEN
    return [] if met else ["kies de uitzondering voor achterstanden in een bedreigende situatie"]


def beoordeel_sanering(dossier: Dossier, voorziening: Voorziening, sanering: Saneringskrediet) -> tuple[Criterium, ...]:
    """Judge a saneringskrediet on what is known of the inwoner and on what was granted before."""
    termijn = einddatum(
        regel("saneringskrediet"), sanering.datum_beschikking, kalender_nu(), beleid=regels_van(dossier)
    )
    assert termijn.einddatum is not None, "deze termijn staat in de regeling en kan niet uit"
    geboren = dossier.persoon.geboren
    return beoordeel(
        Saneringsfeiten(
            leeftijd=leeftijd_tegen(geboren, sanering.datum_verzoek, SPR_2024.leeftijd)
            if geboren
            else Leeftijd.ONZEKER,
            is_kind=dossier.doelgroep == Doelgroep.KIND,
            datum_beschikking=sanering.datum_beschikking,
            datum_verzoek=sanering.datum_verzoek,
            termijn_tot=termijn.einddatum,
            binnen_termijn_af_te_lossen=sanering.af_te_lossen,
            bedrag=voorziening.bedrag,
            eerder=_eerder(dossier, voorziening),
            overeenkomst=sanering.overeenkomst,
            collegebesluit=sanering.collegebesluit,
            collegebesluit_datum=sanering.collegebesluit_datum,
            collegebesluit_document=sanering.collegebesluit_document_id is not None,
        )
    )


def _eerder(dossier: Dossier, voorziening: Voorziening) -> str:
    """Name the besluit that granted one before, in any dossier of this inwoner (SPR art. 3 lid 3: once)."""
    eerder = Voorziening.objects.filter(plan__dossier__persoon=dossier.persoon_id, saneringskrediet__isnull=False)
    eerder = eerder.gegeven()
    if voorziening.besluit is not None:
        eerder = eerder.filter(besluit__vastgesteld_op__lt=voorziening.besluit.vastgesteld_op)
    rij = eerder.exclude(pk=voorziening.pk).select_related("besluit").defer("besluit__snapshot").first()
    return f"besluit {rij.besluit}" if rij else ""
