"""The rows of a levering: people who told UHT that they want support (VNG handreiking 2025 §2.3; Wht art. 6.12)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import itemgetter

from cases.brpdatum import BrpDatum
from cases.bsn import lees_bsn, maskeer_bsns, masker
from cases.keuzes import Doelgroep, UhtStatus
from portal_import import velden
from portal_import.kolommen import Kolomindeling, sleutel
from portal_import.lezen import Cel, Tabel
from portal_import.meldingen import RijFout
from portal_import.velden import Lezer, Onthouden

# What fits in cases.Persoon; a test compares the two.
MAXIMUM = {
    "voorletters": 80, "voorvoegsel": 40, "achternaam": 250, "straat": 120, "huisnummer": 12, "huisletter": 4,
    "toevoeging": 12, "postcode": 8, "woonplaats": 80, "telefoon": 30, "email": 254,
}  # fmt: skip
# A levering holds no children: they come to the gemeente themselves (VNG handreiking 2025 §2.3).
DOELGROEPEN = velden.als_keuzes(doelgroep for doelgroep in Doelgroep.values if doelgroep != Doelgroep.KIND)
# A levering names no kinderen (VNG handreiking 2025 §2.3), so not their status either.
STATUSSEN = velden.als_keuzes([status for status in UhtStatus.values if status != UhtStatus.RECHT_KINDREGELING])

_LANGSTE_WAARDE = 60
_STEEDS_ANDERS = {"bsn", "telefoon", "email"}


@dataclass(frozen=True, slots=True)
class LeveringRij:
    """One person of a levering, tidied and checked; an empty text is a cell that was empty."""

    rijnummer: int
    bsn: str
    doelgroep: str
    voorletters: str
    voorvoegsel: str
    achternaam: str
    geboortedatum: BrpDatum | None
    straat: str
    huisnummer: str
    huisletter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    telefoon: str
    email: str
    uht_status: str
    statusdatum: date
    datum_levering: date


def lees_levering(tabel: Tabel, indeling: Kolomindeling, on: date) -> Iterator[LeveringRij | tuple[RijFout, ...]]:
    """Give for each row the person on it or what is wrong; a second row of one BSN is a fault that names the first."""
    lezers = _lezers(on)
    lees = [lezer if veld in _STEEDS_ANDERS else Onthouden(lezer).__getitem__ for veld, lezer in lezers.items()]
    breedte = len(tabel.kolommen)
    # A field without a column takes the empty cell that is put behind each row.
    kies = itemgetter(*[-1 if (plaats := indeling.plaatsen[veld]) is None else plaats for veld in lezers])
    eerste_rij: dict[str, int] = {}
    for nummer, cellen in tabel.rijen:
        if any(cellen[breedte:]):
            yield (_te_veel_cellen(nummer),)
            continue
        waarden = kies((*cellen, ""))
        try:
            rij = LeveringRij(nummer, *[lezer(waarde) for lezer, waarde in zip(lees, waarden, strict=True)])
        except velden.FOUTEN:
            yield _fouten(nummer, lezers, waarden, indeling.koppen)
            continue
        eerste = eerste_rij.setdefault(rij.bsn, nummer)
        yield rij if eerste == nummer else (_dubbel(nummer, eerste, rij.bsn, indeling.koppen["bsn"]),)


def _lezers(on: date) -> dict[str, Lezer]:
    """Give the reader of each field, in the order of LeveringRij."""
    teksten = {veld: partial(velden.tekst_zonder_bsn, maximum=maximum) for veld, maximum in MAXIMUM.items()}
    return {
        "bsn": lees_bsn,
        "doelgroep": _doelgroep,
        "voorletters": teksten["voorletters"],
        "voorvoegsel": teksten["voorvoegsel"],
        "achternaam": partial(velden.verplichte_tekst, maximum=MAXIMUM["achternaam"], naam="De achternaam"),
        "geboortedatum": partial(velden.geboortedatum, on=on),
        "straat": teksten["straat"],
        "huisnummer": teksten["huisnummer"],
        "huisletter": teksten["huisletter"],
        "toevoeging": teksten["toevoeging"],
        "postcode": partial(velden.postcode, maximum=MAXIMUM["postcode"]),
        "woonplaats": teksten["woonplaats"],
        "telefoon": partial(velden.telefoon, maximum=MAXIMUM["telefoon"]),
        "email": partial(velden.tekst, maximum=MAXIMUM["email"]),
        "uht_status": partial(velden.keuze, keuzes=STATUSSEN),
        "statusdatum": partial(velden.datum, on=on, naam="De statusdatum"),
        "datum_levering": partial(velden.begindatum, on=on, naam="De datum van de levering"),
    }


def _doelgroep(waarde: Cel) -> str:
    if waarde not in DOELGROEPEN and isinstance(waarde, str) and sleutel(waarde) == Doelgroep.KIND:
        raise velden.OngeldigeCel(
            "Een kind hoort niet in een levering: kinderen melden zich zelf bij de gemeente (VNG-handreiking 2025, "
            "paragraaf 2.3). Meldt een kind zich, maak dan een aanmelding en vraag UHT om verificatie."
        )
    return velden.keuze(waarde, DOELGROEPEN)


def _fouten(
    nummer: int, lezers: Mapping[str, Lezer], waarden: tuple[Cel, ...], koppen: Mapping[str, str]
) -> tuple[RijFout, ...]:
    """Read a faulty row once more, now field by field, to find all that is wrong with it."""
    fouten = []
    for (veld, lezer), waarde in zip(lezers.items(), waarden, strict=True):
        try:
            lezer(waarde)
        except velden.FOUTEN as fout:
            getoond = masker(toon(waarde)) if veld == "bsn" else maskeer_bsns(toon(waarde))
            fouten.append(RijFout(nummer, koppen[veld], getoond, str(fout)))
    return tuple(fouten)


def _te_veel_cellen(nummer: int) -> RijFout:
    melding = (
        "Deze rij heeft meer cellen dan er kolommen zijn. Misschien staat er een scheidingsteken in een naam of adres. "
        "Herstel de rij in Excel."
    )
    return RijFout(nummer, "", "", melding)


def _dubbel(nummer: int, eerste: int, bsn: str, kop: str) -> RijFout:
    return RijFout(nummer, kop, masker(bsn), f"Dit BSN staat ook op rij {eerste}. Alleen rij {eerste} is gelezen.")


def toon(waarde: Cel) -> str:
    """Show a cell in a message: short, on one line, dates as people write them."""
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    getoond = " ".join(str(waarde).split())
    return getoond if len(getoond) <= _LANGSTE_WAARDE else f"{getoond[: _LANGSTE_WAARDE - 1]}…"
