"""Follow what a court says: open a bezwaar again, let a besluit fall away, start the clock of the new one."""

from datetime import date, datetime

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar
from config.weergave import datum as datumtekst
from planvanaanpak.actions.beroepklok import KLOKREGELS, beslist_op, haal_klok, start_klok, stop_klok_van
from planvanaanpak.actions.bezwaarbasis import (
    bewaar_bezwaar,
    laat_taak_vervallen,
    stop_klok,
    volg_bezwaartermijn,
    volg_ingebreke,
)
from planvanaanpak.actions.herroeping import laat_wegvallen
from planvanaanpak.beroepbron import zaak_van
from planvanaanpak.beroepregels import Gevolg, gevolg_van
from planvanaanpak.models import Beroep, Besluit, Bezwaar

# What a bezwaar says of the besluit on it, and loses when that is vernietigd.
BESLIST = (
    "beslissing_id",
    "dictum",
    "vervolg",
    "vervolg_taak_id",
    "vervolg_besluit_id",
    "na_uitspraak_id",
    "termijn_id",
)
VAN_BEROEP = ("vernietigd", "stond", "klok")


def volg_uitspraak(beroep: Beroep, *, by: User, at: datetime, on: date) -> str:
    """Do what follows from what the court left to the gemeente; says so for the event. The dossier is locked."""
    gevolg = gevolg_van(zaak_van(beroep), beroep.soort, beroep.opdracht)
    if gevolg is Gevolg.BEZWAAR_OPEN:
        assert beroep.bezwaar is not None
        return _heropen_bezwaar(beroep, beroep.bezwaar, by=by, on=on)
    tekst = _laat_wegvallen(beroep, by=by, at=at, on=on) if gevolg.laat_besluit_wegvallen else ""
    if gevolg in KLOKREGELS:
        tekst += _start_klok(beroep, gevolg, by=by, on=on)
    return tekst


def herstel(beroep: Beroep, on: date, *, by: User, is_weg: bool = False) -> str:
    """Undo what followed from an uitspraak that says something else now, or is taken out; the caller saves the beroep.

    Raises ActieFout where that can't be: a new besluit was taken, or a besluit fell away and what it ended came back.
    """
    gevolg = Gevolg.NIETS if is_weg else gevolg_van(zaak_van(beroep), beroep.soort, beroep.opdracht)
    if not gevolg.laat_besluit_wegvallen and beroep.herroept.exists():
        raise ActieFout(
            "Door deze uitspraak geldt het besluit niet meer, en kwam terug wat ermee eindigde. Dat draait het"
            " programma niet terug. Neem zo nodig een nieuw besluit."
        )
    if gevolg not in KLOKREGELS and beroep.klok_id is not None:
        stop_klok_van(beroep)
        beroep.klok = None
    return "" if gevolg is Gevolg.BEZWAAR_OPEN else _zet_terug(beroep, on, by=by)


def _heropen_bezwaar(beroep: Beroep, bezwaar: Bezwaar, *, by: User, on: date) -> str:
    """Open the bezwaar again, with a clock from the uitspraak (Awb art. 8:72 lid 4).

    Without a day of the court the term is that of the besluit that fell away: six weeks, or twelve with a commissie.
    """
    if beroep.vernietigd_id is None:
        if bezwaar.beslissing is None or bezwaar.beslissing.verzonden_op is None:
            raise ActieFout("Het besluit op bezwaar is nog niet verzonden. Bevestig eerst de verzending.")
        beroep.vernietigd, beroep.stond = bezwaar.beslissing, {veld: getattr(bezwaar, veld) for veld in BESLIST}
        bewaar(beroep, by=by, velden=["vernietigd", "stond"])
        laat_taak_vervallen(bezwaar.vervolg_taak, by=by)
        bezwaar.beslissing = bezwaar.vervolg_taak = bezwaar.vervolg_besluit = None
        bezwaar.dictum = bezwaar.vervolg = ""
        bezwaar.na_uitspraak = beroep
        bewaar_bezwaar(bezwaar, _namen(), by=by, reden=f"{beroep} gegrond")
    if bezwaar.na_uitspraak_id != beroep.pk or not bezwaar.loopt:
        return ""
    bezwaar.na_uitspraak = beroep
    bezwaar.termijn = volg_bezwaartermijn(bezwaar, on)
    Bezwaar.objects.filter(pk=bezwaar.pk).update(termijn=bezwaar.termijn)  # no change that anybody made
    gevolg = volg_ingebreke(bezwaar.dossier, on)
    return f" Beslis opnieuw op het bezwaar, uiterlijk {datumtekst(bezwaar.termijn.uiterste_datum)}.{gevolg}"


def _zet_terug(beroep: Beroep, on: date, *, by: User) -> str:
    """Let the besluit op bezwaar stand again that was vernietigd by mistake. Refused once there is a new one."""
    bezwaar = beroep.bezwaar
    if beroep.vernietigd_id is None or bezwaar is None:
        return ""
    if bezwaar.na_uitspraak_id != beroep.pk or not bezwaar.loopt:
        raise ActieFout("Na deze uitspraak is al opnieuw beslist op het bezwaar. De uitspraak verandert niet meer.")
    stop_klok(bezwaar, on)
    for veld, waarde in (beroep.stond or {}).items():
        setattr(bezwaar, veld, waarde)
    bewaar_bezwaar(bezwaar, [*_namen(), "termijn"], by=by, reden="uitspraak verbeterd")
    beroep.vernietigd = beroep.stond = None
    return " Het besluit op bezwaar geldt weer."


def _namen() -> list[str]:
    return [veld.removesuffix("_id") for veld in BESLIST if veld != "termijn_id"]


def _laat_wegvallen(beroep: Beroep, *, by: User, at: datetime, on: date) -> str:
    """Let the first besluit fall away, once: vernietigd without bezwaar, or herroepen by the court itself."""
    besluit: Besluit | None = beroep.bezwaar.besluit if beroep.bezwaar else beroep.besluit
    assert besluit is not None, "zonder besluit is er niets dat wegvalt"
    if not beroep.herroept.exists():
        besluit.dossier = beroep.dossier
        laat_wegvallen(besluit, beroep, by=by, at=at, on=on)
    return f" Besluit {besluit.nummer} geldt niet meer."


def _start_klok(beroep: Beroep, gevolg: Gevolg, *, by: User, on: date) -> str:
    stop_klok_van(beroep)  # so that it can be met on another day than before
    klok = start_klok(beroep, gevolg, on)
    if beroep.klok_id != klok.pk:
        beroep.klok = klok
        bewaar(beroep, by=by, velden=["klok"])
    if dag := beslist_op(beroep):
        haal_klok(beroep, dag)
        return f" Daarop is beslist op {datumtekst(dag)}."
    return f" Beslis uiterlijk {datumtekst(klok.uiterste_datum)}."
