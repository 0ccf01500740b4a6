"""The dwangsom bij niet tijdig beslissen (Awb art. 4:17): what is owed on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from config.weergave import datum_lang, euro, telwoord


@dataclass(frozen=True)
class Tarief:
    """So many days at this amount; the days of the table together are the most that is owed."""

    dagen: int
    per_dag: int


@dataclass(frozen=True, kw_only=True)
class Tarieven:
    geldig_vanaf: date
    bron: str
    treden: tuple[Tarief, ...]

    @property
    def hoogstens_dagen(self) -> int:
        return sum(trede.dagen for trede in self.treden)

    @property
    def hoogstens(self) -> int:
        return sum(trede.dagen * trede.per_dag for trede in self.treden)


# Newest last. Awb art. 4:17 lid 1 and 2: at most 42 days; 14 at 23 euro, 14 at 35 euro, the rest at 45 euro. Before the
# first row its amounts count too: what the law said then was not looked up.
TABEL = (
    Tarieven(
        geldig_vanaf=date(2021, 12, 21),
        bron="Awb artikel 4:17 lid 1 en 2, tekst van 21 december 2021",
        treden=(Tarief(14, 23), Tarief(14, 35), Tarief(14, 45)),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Dwangsom:
    """What is owed up to and including a day. `eerste_dag` is None when the ingebrekestelling has no effect."""

    bedrag: int
    dagen: int
    eerste_dag: date | None
    som: tuple[tuple[str, str], ...]


def tarieven_op(dag: date) -> Tarieven:
    """Give the amounts that count from the first day that a dwangsom is owed."""
    return next((rij for rij in reversed(TABEL) if rij.geldig_vanaf <= dag), TABEL[0])


def is_te_vroeg(ontvangen_op: date, uiterste_datum: date) -> bool:
    """Tell whether the ingebrekestelling came before the college was late: then it has no effect.

    Awb art. 6:12 lid 2 and 4:17 lid 3: the college must be in default when it is received.
    """
    return ontvangen_op <= uiterste_datum


def compute_dwangsom(
    *,
    twee_weken_tot: date | None,
    on: date,
    besluit_op: date | None = None,
    gestopt_op: date | None = None,
    geen_grond: str = "",
) -> Dwangsom:
    """Count the dwangsom on a day.

    Awb art. 4:17 lid 3: the first day is the one after the two weeks (`twee_weken_tot`, None for an ingebrekestelling
    without effect). Lid 1: for each day in default, so not for the day of the besluit, nor from the day on which none
    was owed any more (`gestopt_op`), and at most 42 days, on which the Atw has no hold. Lid 6: nothing on the ground
    `geen_grond`, in words.
    """
    if twee_weken_tot is None:
        return _niets("De ingebrekestelling kwam te vroeg en telt niet (Awb artikel 6:12).")
    if geen_grond:
        return _niets(geen_grond)
    eerste = twee_weken_tot + timedelta(days=1)
    tarieven = tarieven_op(eerste)
    einde = besluit_op or gestopt_op
    tot = min(on, einde - timedelta(days=1)) if einde else on
    dagen = min(max((tot - eerste).days + 1, 0), tarieven.hoogstens_dagen)
    regels, over, bedrag = [], dagen, 0
    for trede in tarieven.treden:
        geteld = min(over, trede.dagen)
        over -= geteld
        bedrag += geteld * trede.per_dag
        if geteld:
            deel = f"{euro(trede.per_dag)} is {euro(geteld * trede.per_dag)}"
            regels.append((telwoord(geteld, "dag", "dagen"), deel))
    begin = ("Eerste dag", datum_lang(eerste))
    stop = ("Loopt tot en met", datum_lang(eerste + timedelta(days=tarieven.hoogstens_dagen - 1)))
    if einde:
        stop = ("Besluit genomen op" if besluit_op else "Geen besluit meer nodig vanaf", datum_lang(einde))
    slot = [("Samen", euro(bedrag)), ("Hoogstens", euro(tarieven.hoogstens)), ("Grondslag", tarieven.bron)]
    return Dwangsom(bedrag=bedrag, dagen=dagen, eerste_dag=eerste, som=(begin, stop, *regels, *slot))


def _niets(waarom: str) -> Dwangsom:
    return Dwangsom(bedrag=0, dagen=0, eerste_dag=None, som=(("Geen dwangsom", waarom),))
