"""docs/rules/termijnen.md, written from the registered rules so that it cannot say something else than the product."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.beleid import PROFIELEN
from cases.berekening import Berekening, einddatum
from cases.kalender import Kalender
from cases.opschorting import Opschortingsperiode
from cases.termijnregels import Termijnregel
from config.weergave import datum_lang, telwoord


@dataclass(frozen=True)
class Uitwerking:
    """A worked example; each is also a row of the example table in the tests."""

    regel: str
    start: date
    opschortingen: tuple[Opschortingsperiode, ...] = ()
    commissie: bool = False
    verdaging: bool = False
    keer: int = 1


PER_ZAAK = ". The college sets it in each case, in its letter; this is what is offered. See how it is counted, point 5"
_TIEN_DAGEN = Opschortingsperiode(date(2026, 3, 10), date(2026, 3, 19))

UITWERKINGEN = (
    Uitwerking("eerste_contact", date(2025, 3, 3)),
    Uitwerking("eerste_contact", date(2026, 4, 24)),
    Uitwerking("eerste_gesprek_na_contact", date(2026, 4, 28)),
    Uitwerking("eerste_gesprek_na_contact", date(2025, 12, 4)),
    Uitwerking("eerste_gesprek", date(2024, 7, 19)),
    Uitwerking("eerste_gesprek", date(2024, 2, 2)),
    Uitwerking("plan_van_aanpak", date(2025, 3, 12)),
    Uitwerking("plan_van_aanpak", date(2026, 3, 30)),
    Uitwerking("plan_van_aanpak", date(2025, 3, 8)),
    Uitwerking("plan_van_aanpak", date(2025, 3, 12), (Opschortingsperiode(date(2025, 4, 1), date(2025, 4, 14)),)),
    Uitwerking("plan_van_aanpak", date(2026, 7, 25), (Opschortingsperiode(date(2026, 9, 21), date(2026, 9, 25)),)),
    Uitwerking("materiele_verstrekking", date(2025, 12, 8)),
    Uitwerking("materiele_verstrekking", date(2025, 8, 31)),
    Uitwerking("besluiten", date(2025, 1, 1)),
    Uitwerking("besluiten", date(2024, 2, 29)),
    Uitwerking("bezwaar", date(2025, 4, 28)),
    Uitwerking("bezwaar", date(2025, 11, 13)),
    Uitwerking("besluit_op_bezwaar", date(2026, 2, 27)),
    Uitwerking("besluit_op_bezwaar", date(2026, 2, 27), commissie=True),
    Uitwerking("besluit_op_bezwaar", date(2026, 2, 27), (_TIEN_DAGEN,), verdaging=True),
    Uitwerking("beroep", date(2026, 4, 13)),
    Uitwerking("niet_tijdig_uitspraak", date(2026, 7, 8)),
    Uitwerking("besluit_na_uitspraak", date(2026, 11, 2)),
    Uitwerking("acclimatisatie", date(2025, 11, 26)),
    Uitwerking("nieuwe_kosten", date(2025, 11, 26)),
    Uitwerking("nazorg_contact", date(2025, 8, 31)),
    Uitwerking("nazorg_contact", date(2025, 8, 31), keer=2),
    Uitwerking("nazorg_einde", date(2025, 8, 31)),
    Uitwerking("saneringskrediet", date(2024, 2, 29)),
    Uitwerking("saneringskrediet", date(2023, 2, 28)),
    Uitwerking("sisa_indienen", date(2025, 12, 31)),
    Uitwerking("uht_antwoord", date(2025, 12, 24)),
    Uitwerking("portaalbestand", date(2026, 4, 25)),
    Uitwerking("jaarlijst", date(2025, 12, 31)),
    Uitwerking("verplichtingen_tot", date(2026, 3, 12)),
    Uitwerking("verantwoorden_tot", date(2026, 3, 12)),
    Uitwerking("spoed_verificatie", date(2026, 5, 22)),
    Uitwerking("verificatiecode", date(2026, 6, 1)),
    Uitwerking("hersteltermijn", date(2026, 5, 11)),
    Uitwerking("buiten_behandeling", date(2026, 4, 28)),
    Uitwerking("beeindiging", date(2025, 11, 26)),
    Uitwerking("nazorg_stop", date(2025, 11, 26)),
    Uitwerking("ingebrekestelling", date(2026, 5, 4)),
    Uitwerking("ingebrekestelling", date(2026, 5, 9)),
)

INLEIDING = """\
# Termijnen

This page is written by `manage.py termijnen_docs` from the rules that the apps declare in their `termijnen.py`. Do not
edit it: change the rule and run the command again. A test fails when the page is stale.

`manage.py termijn_uitleg REGEL START` answers for any date with the same steps as the screens and the letters.

## How a termijn is counted

1. The start day is not counted. The last day is inclusive: what is done on it is in time.
2. Length first. Months and years end on the same day number; a month without that number ends on its last day
   (31 augustus plus 6 maanden is 28 or 29 februari). No source rules this, so it is a choice of this product.
   Werkdagen are maandag to vrijdag without the feestdagen. A repeated rule counts each time from the start.
3. Then opschorting (Awb 4:15, 7:10): each suspended day that lies in the termijn adds a day. Only the two termijnen in
   which the gemeente must decide (`plan_van_aanpak`, `besluit_op_bezwaar`) can be suspended. Periods do not overlap. A
   period that begins after the last day has no effect: a termijn that has run out cannot be suspended. What held it up
   before is recorded afterwards only with what shows it, and never on a letter of today (Awb 4:15 lid 1). A period that
   begins after the counted end, where step 4 had moved the last day on, holds up that moved day only: the closed days
   before it add nothing, and from that day on each suspended day does. So the last day is never a suspended day.
4. Then one shift by the Algemene termijnenwet (Atw), where it applies: a last day on a zaterdag, zondag or feestdag
   moves to the next day that is none of these (art. 1), and a termijn of at least three days holds two such days
   (art. 2). It applies to termijnen in a wet of at most 90 dagen, twaalf weken or drie maanden, and never to one in
   jaren (art. 4). A ministeriële regeling, beleid or an afspraak is no wet. The length that is really used decides: a
   beleid that lengthens a termijn beyond art. 4 takes it out of the Atw.
5. Where the law lets the college set the length in each case (`hersteltermijn`, Awb 4:5), the letter decides. It gives
   its last day as a date; that day is also the last day of the opschorting that begins the day after the letter (Awb
   4:15 lid 1 onder a). When the inwoner completes the aanvraag earlier, both end then. The Atw does not move it.

The feestdagen are those of Atw art. 3: nieuwjaarsdag, Goede Vrijdag, tweede paasdag, Koningsdag on the day it is
celebrated, 5 mei in every year, Hemelvaartsdag, tweede pinksterdag and both kerstdagen, plus the days that a royal
decree equates with them, which a beheerder adds with their source.

The aard says what the last day means. *Plicht*: something must be done by then. *Venster*: something may be done until
then. *Streven*: the beleid aims at it, and missing it has no consequence in law.
"""

ZONDER_KLOK = """\
## Without a clock

These are in the law or in a handreiking too, but nothing can be counted or watched, so they are no rule:

- Opnieuw contact opnemen (beleidsregels gemeente Tiel 2025, artikel 9 lid 3): as long as the Wht runs; no last day.
- Terugval in de nazorg (handreiking nazorg VNG 2024, paragrafen 1.2 en 2.2): the plan is taken up again. No source
  starts the 6 maanden or the 2 jaar again: they hang on the first eerste gesprek.
- Schulden aanmelden bij SBN (handreiking VNG 2025, paragraaf 6), half a year after the erkenning: the inwoner does it,
  at another organisation; the gemeente is not told whether it was done.
- Horen voor een afwijzing (Awb artikel 4:7): before the besluit, without a length. It is a point of the checklist, for
  each voorziening that is refused.
- Publieke schulden in de acclimatisatiefase (handreiking VNG 2025, paragraaf 4.4): of the gemeente as invorderaar, for
  another purpose than brede ondersteuning, so it is kept out (AVG artikel 5 lid 1 onder b).
- Peildata van schulden (handreiking VNG 2025, noot 3): 1 juni 2021 and 31 december 2020, days in the past.
- Aanmeldloket van UHT (Wht artikel 6.1; handreiking VNG 2025, noot 15): closed since 2 januari 2024.
- Aanvulling en vaststelling van de SPUK (SPUK-regeling artikelen 6 lid 10 en 7): termijnen of the Minister. The 8 weken
  to supplement begin with a letter that says their last day.
"""


def document(regels: Iterable[Termijnregel], kalender: Kalender) -> str:
    """Write the whole page as Markdown."""
    rij = list(regels)
    hoofdstukken = (deel for regel in rij for deel in _hoofdstuk(regel, kalender))
    return "\n".join([INLEIDING, *_overzicht(rij), *hoofdstukken, ZONDER_KLOK])


def _overzicht(regels: list[Termijnregel]) -> list[str]:
    kop = ["code", "aard", "starts on", "shipped length", *(profiel.naam for profiel in PROFIELEN.values()), "Atw"]
    return [
        "## All rules",
        "",
        _rij(kop),
        _rij(["---"] * len(kop)),
        *(
            _rij(
                [
                    f"[`{regel.code}`](#{regel.code})",
                    regel.aard.value,
                    regel.start,
                    regel.duur,
                    *(_lengte(regel, profiel.lengte(regel)) for profiel in PROFIELEN.values()),
                    "yes" if regel.atw else "no",
                ]
            )
            for regel in regels
        ),
        "",
    ]


def _hoofdstuk(regel: Termijnregel, kalender: Kalender) -> list[str]:
    feiten = [
        ("Name", f"{regel.label} (on screens: {regel.kort})"),
        ("Starts on", regel.start),
        ("Length", f"{regel.duur}; {regel.aard.value}{PER_ZAAK if regel.per_zaak else ''}"),
        ("Atw", f"{'yes' if regel.atw else 'no'}: {regel.atw_reden}"),
        ("Basis", regel.grondslag),
        ("Source", regel.bron),
        ("Consequence", regel.gevolg),
        ("Who acts", f"UHT; the {regel.rol} asks for it" if regel.uht else regel.rol),
        ("Warned ahead", ", ".join(telwoord(n, "day", "days") for n in regel.waarschuwingen) or "no"),
        ("Opschorting", "possible" if regel.opschortbaar else "not possible"),
        ("New last day by letter", "possible (Awb 4:14 lid 3)" if regel.verzetbaar else "not possible"),
        ("After the end of the dossier", "goes on" if regel.ook_na_einde else "no signal any more"),
        ("After a death", "stops at once" if regel.stopt_bij_overlijden else "goes on"),
    ]
    voorbeelden = (u for u in UITWERKINGEN if u.regel == regel.code)
    return [
        f"## {regel.code}",
        "",
        *(f"- {naam}: {waarde}" for naam, waarde in feiten),
        "",
        *(f"{_proza(u, regel, kalender)}\n" for u in voorbeelden),
    ]


def bereken(uitwerking: Uitwerking, regel: Termijnregel, kalender: Kalender) -> Berekening:
    return einddatum(
        regel,
        uitwerking.start,
        kalender,
        uitwerking.opschortingen,
        commissie=uitwerking.commissie,
        verdaging=uitwerking.verdaging,
        keer=uitwerking.keer,
    )


def _proza(uitwerking: Uitwerking, regel: Termijnregel, kalender: Kalender) -> str:
    """Tell one example in a sentence or two: what was counted, what the last day is, and the steps."""
    berekening = bereken(uitwerking, regel, kalender)
    eind = berekening.einddatum
    assert eind is not None
    begin = f"Start {datum_lang(uitwerking.start)} ({regel.start}): {berekening.duur}{_bijzonder(uitwerking)}"
    stappen = ". ".join(berekening.stappen[1:])
    return f"{begin}. The last day is **{eind.isoformat()}**, {datum_lang(eind)}. Steps: {stappen}."


def _bijzonder(uitwerking: Uitwerking) -> str:
    delen = [f" with an opschorting {periode}" for periode in uitwerking.opschortingen]
    delen += [" with an adviescommissie"] * uitwerking.commissie + [" with verdaging"] * uitwerking.verdaging
    return ",".join(delen)


def _lengte(regel: Termijnregel, lengte: int | None) -> str:
    return "off" if lengte is None else regel.duur_van(lengte)


def _rij(cellen: list[str]) -> str:
    return f"| {' | '.join(cellen)} |"
