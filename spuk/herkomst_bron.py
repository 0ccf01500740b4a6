"""Read where counted facts come from: each kind of fact in its own table, one query each."""

from collections.abc import Sequence

from accounts.models import Gemeente
from cases.models import Dossier
from config.weergave import telwoord
from spuk.doorrekening import Doorrekening
from spuk.herkomst import Factuur, Herkomst
from spuk.models import Kostenregel, Telling
from spuk.telregels import Feit, Telregel
from spuk.werkmap import make_werkmap


def lees_herkomst(gemeente: Gemeente, regels: Sequence[Telregel]) -> list[Herkomst]:
    """Look up the dossier, the invoice or the telling of each row, in the order of the rows."""
    naast = Kostenregel.objects.filter(gemeente=gemeente).select_related("dossier", "voorziening__besluit")
    kosten = naast.in_bulk(_ids(regels, Feit.KOSTEN))
    dossiers = Dossier.objects.filter(gemeente=gemeente, pk__in=_ids(regels, Feit.DOSSIER))
    nummers = dict(dossiers.values_list("pk", "nummer"))
    tellingen = Telling.objects.filter(gemeente=gemeente).in_bulk(_ids(regels, Feit.TELLING))
    return [_herkomst(regel, nummers, kosten, tellingen) for regel in regels]


def lees_werkmap(gemeente: Gemeente, doorrekening: Doorrekening) -> bytes:
    """Give the declaration as a spreadsheet, in which each row of the year leads back to where it comes from."""
    regels = (*doorrekening.list_geteld(), *doorrekening.list_niet_geteld())
    herkomsten = sorted(lees_herkomst(gemeente, regels), key=_get_plaats)
    return make_werkmap(doorrekening, herkomsten, gemeente=gemeente.naam)


def _get_plaats(herkomst: Herkomst) -> tuple[bool, str, str, str]:
    """Put what counts first, then by component, day and dossier: a list that an accountant can hold beside another."""
    regel = herkomst.regel
    return not regel.geteld, str(regel.component), regel.datum.isoformat() if regel.datum else "", herkomst.nummer


def _ids(regels: Sequence[Telregel], feit: Feit) -> list[int]:
    return [regel.bron for regel in regels if regel.feit is feit and isinstance(regel.bron, int)]


def _herkomst(
    regel: Telregel, nummers: dict[int, str], kosten: dict[int, Kostenregel], tellingen: dict[int, Telling]
) -> Herkomst:
    bron = regel.bron if isinstance(regel.bron, int) else 0
    if regel.feit is Feit.KOSTEN and (rij := kosten.get(bron)):
        nummer = rij.dossier.nummer if rij.dossier else ""
        return Herkomst(regel=regel, dossier_id=rij.dossier_id, nummer=nummer, factuur=_factuur(rij))
    if regel.feit is Feit.DOSSIER and bron in nummers:
        return Herkomst(regel=regel, dossier_id=bron, nummer=nummers[bron])
    if regel.feit is Feit.TELLING and (telling := tellingen.get(bron)):
        return Herkomst(regel=regel, telling=f"{telwoord(telling.aantal, 'gedupeerde', 'gedupeerden')}: {telling.bron}")
    return Herkomst(regel=regel)


def _factuur(kosten: Kostenregel) -> Factuur:
    besluit = kosten.voorziening.besluit if kosten.voorziening else None
    return Factuur(
        leverancier=kosten.leverancier,
        nummer=kosten.factuurnummer,
        besluit=besluit.nummer if besluit else "",
        url=kosten.get_absolute_url(),
    )
