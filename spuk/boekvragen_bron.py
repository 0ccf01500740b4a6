"""Read what there is to ask about a cost before it is booked."""

from datetime import date
from decimal import Decimal

from accounts.models import Gemeente
from cases.beleid_bron import aanvraagdag, regels_van
from cases.weigeringsgrond import Gronduitzondering
from planvanaanpak.models import Voorziening
from planvanaanpak.weigering import soort_uitzondering
from spuk.boekvragen import Boekvraag, vraag_bedrag, vraag_dag, vraag_jaar
from spuk.feiten_bron import lees_sisadag


def list_vragen_c(voorziening: Voorziening, datum: date, bruto: Decimal, geboekt: Decimal) -> list[Boekvraag]:
    """Ask about an invoice above what was granted, with btw, and one of before the aanvraag.

    Not about the day where the besluit grants kosten of before the aanvraag (Tiel 2025 art. 8 lid 1e). What was decided
    before the eerste gesprek, as in a bedreigende situatie, has its aanvraag no later than its besluit.
    """
    vragen = [vraag_bedrag(toegekend=voorziening.bedrag, geboekt=geboekt, bruto=bruto)]
    dossier, besluit = voorziening.plan.dossier, voorziening.besluit
    gronden = regels_van(dossier).weigeringsgronden
    van_toen = Gronduitzondering.VAN_TOEN
    if besluit is not None and soort_uitzondering(gronden, voorziening.uitzondering) != van_toen:
        aanvraag = min(aanvraagdag(dossier), besluit.datum)
        artikel = next((grond.artikel for grond in gronden.values() if grond.uitzondering == van_toen), "")
        vragen.append(vraag_dag(datum=datum, aanvraag=aanvraag, artikel=artikel))
    return [vraag for vraag in vragen if vraag is not None]


def list_vragen_jaar(gemeente: Gemeente, datum: date, on: date) -> list[Boekvraag]:
    """Ask about a cost of a year whose SiSa-bijlage went in, or is overdue."""
    if datum.year == on.year:
        return []
    vraag = vraag_jaar(sisa=lees_sisadag(gemeente, datum.year), on=on)
    return [vraag] if vraag is not None else []
