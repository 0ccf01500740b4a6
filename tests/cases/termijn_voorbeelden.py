"""The example table of the termijnen: every row is one legal clock and the last day it must have.

The dates were worked out apart from the product's own code, with another Easter formula and by walking day by day.
"""

from dataclasses import dataclass
from datetime import date

from cases.register import regel
from cases.termijnregels import Aard, Atw, Eenheid, Termijnregel


@dataclass(frozen=True)
class Voorbeeld:
    regel: str
    start: date
    eind: date
    naam: str
    opschorting: tuple[tuple[date, date], ...] = ()
    commissie: bool = False
    verdaging: bool = False
    keer: int = 1
    extra: tuple[date, ...] = ()

    def __str__(self):
        return f"{self.regel} {self.start}: {self.naam}"


def rij(regel, start, eind, naam, *, opschorting=(), extra=(), **opties):
    dag = date.fromisoformat
    return Voorbeeld(
        regel,
        dag(start),
        dag(eind),
        naam,
        opschorting=tuple((dag(p[:10]), dag(p[11:])) for p in opschorting),
        extra=tuple(dag(d) for d in extra),
        **opties,
    )


VOORBEELDEN = (
    # Worked examples of the issue.
    rij("plan_van_aanpak", "2025-03-12", "2025-05-07", "voorbeeld"),
    rij("plan_van_aanpak", "2025-04-21", "2025-06-16", "voorbeeld"),
    rij("bezwaar", "2025-04-28", "2025-06-10", "voorbeeld"),
    rij("materiele_verstrekking", "2025-08-31", "2026-02-28", "voorbeeld"),
    rij("besluiten", "2025-01-01", "2027-01-01", "voorbeeld"),
    rij("acclimatisatie", "2025-11-26", "2025-12-29", "voorbeeld"),
    rij("nieuwe_kosten", "2025-11-26", "2025-12-26", "voorbeeld"),
    rij("eerste_contact", "2026-04-24", "2026-05-04", "voorbeeld"),
    # plan_van_aanpak: each feestdag of 2026, each weekend day, and the days around them.
    rij("plan_van_aanpak", "2025-11-06", "2026-01-02", "eindigt op nieuwjaarsdag"),
    rij("plan_van_aanpak", "2026-02-06", "2026-04-07", "eindigt op goede-vrijdag"),
    rij("plan_van_aanpak", "2026-02-09", "2026-04-07", "eindigt op tweede-paasdag"),
    rij("plan_van_aanpak", "2026-03-02", "2026-04-28", "eindigt op koningsdag"),
    rij("plan_van_aanpak", "2026-03-10", "2026-05-06", "eindigt op 5-mei"),
    rij("plan_van_aanpak", "2026-03-19", "2026-05-15", "eindigt op hemelvaartsdag"),
    rij("plan_van_aanpak", "2026-03-30", "2026-05-26", "eindigt op tweede-pinksterdag"),
    rij("plan_van_aanpak", "2026-10-30", "2026-12-28", "eindigt op eerste-kerstdag"),
    rij("plan_van_aanpak", "2026-10-31", "2026-12-28", "eindigt op tweede-kerstdag"),
    rij("plan_van_aanpak", "2026-07-24", "2026-09-18", "eindigt op vrijdag"),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-21", "eindigt op zaterdag"),
    rij("plan_van_aanpak", "2026-07-26", "2026-09-21", "eindigt op zondag"),
    rij("plan_van_aanpak", "2026-07-27", "2026-09-21", "eindigt op maandag"),
    rij("plan_van_aanpak", "2026-03-18", "2026-05-13", "dag voor hemelvaartsdag"),
    rij("plan_van_aanpak", "2026-03-20", "2026-05-15", "dag na hemelvaartsdag"),
    # bezwaar: each feestdag of 2027, each weekend day, and the days around them.
    rij("bezwaar", "2026-11-20", "2027-01-04", "eindigt op nieuwjaarsdag"),
    rij("bezwaar", "2027-02-12", "2027-03-30", "eindigt op goede-vrijdag"),
    rij("bezwaar", "2027-02-15", "2027-03-30", "eindigt op tweede-paasdag"),
    rij("bezwaar", "2027-03-16", "2027-04-28", "eindigt op koningsdag"),
    rij("bezwaar", "2027-03-24", "2027-05-07", "eindigt op 5-mei"),
    rij("bezwaar", "2027-03-25", "2027-05-07", "eindigt op hemelvaartsdag"),
    rij("bezwaar", "2027-04-05", "2027-05-18", "eindigt op tweede-pinksterdag"),
    rij("bezwaar", "2027-11-13", "2027-12-27", "eindigt op eerste-kerstdag"),
    rij("bezwaar", "2027-11-14", "2027-12-27", "eindigt op tweede-kerstdag"),
    rij("bezwaar", "2027-08-06", "2027-09-17", "eindigt op vrijdag"),
    rij("bezwaar", "2027-08-07", "2027-09-20", "eindigt op zaterdag"),
    rij("bezwaar", "2027-08-08", "2027-09-20", "eindigt op zondag"),
    rij("bezwaar", "2027-08-09", "2027-09-20", "eindigt op maandag"),
    rij("bezwaar", "2027-03-26", "2027-05-07", "dag na hemelvaartsdag"),
    # acclimatisatie: each feestdag of 2028, each weekend day, and the days around them.
    rij("acclimatisatie", "2027-12-02", "2028-01-03", "eindigt op nieuwjaarsdag"),
    rij("acclimatisatie", "2028-03-15", "2028-04-18", "eindigt op goede-vrijdag"),
    rij("acclimatisatie", "2028-03-18", "2028-04-18", "eindigt op tweede-paasdag"),
    rij("acclimatisatie", "2028-03-28", "2028-04-28", "eindigt op koningsdag"),
    rij("acclimatisatie", "2028-04-05", "2028-05-08", "eindigt op 5-mei"),
    rij("acclimatisatie", "2028-04-25", "2028-05-26", "eindigt op hemelvaartsdag"),
    rij("acclimatisatie", "2028-05-06", "2028-06-06", "eindigt op tweede-pinksterdag"),
    rij("acclimatisatie", "2028-11-25", "2028-12-27", "eindigt op eerste-kerstdag"),
    rij("acclimatisatie", "2028-11-26", "2028-12-27", "eindigt op tweede-kerstdag"),
    rij("acclimatisatie", "2028-08-16", "2028-09-15", "eindigt op vrijdag"),
    rij("acclimatisatie", "2028-08-17", "2028-09-18", "eindigt op zaterdag"),
    rij("acclimatisatie", "2028-08-18", "2028-09-18", "eindigt op zondag"),
    rij("acclimatisatie", "2028-08-19", "2028-09-18", "eindigt op maandag"),
    rij("acclimatisatie", "2028-04-24", "2028-05-24", "dag voor hemelvaartsdag"),
    rij("acclimatisatie", "2028-04-26", "2028-05-26", "dag na hemelvaartsdag"),
    # ingebrekestelling: a law of two weeks, so the Atw shifts it.
    rij("ingebrekestelling", "2025-12-12", "2025-12-29", "eindigt op tweede-kerstdag"),
    # besluit_op_bezwaar: each feestdag of 2029, each weekend day, and the days around them.
    rij("besluit_op_bezwaar", "2028-11-20", "2029-01-02", "eindigt op nieuwjaarsdag"),
    rij("besluit_op_bezwaar", "2029-02-16", "2029-04-03", "eindigt op goede-vrijdag"),
    rij("besluit_op_bezwaar", "2029-02-19", "2029-04-03", "eindigt op tweede-paasdag"),
    rij("besluit_op_bezwaar", "2029-03-16", "2029-04-30", "eindigt op koningsdag"),
    rij("besluit_op_bezwaar", "2029-03-24", "2029-05-07", "eindigt op 5-mei"),
    rij("besluit_op_bezwaar", "2029-03-29", "2029-05-11", "eindigt op hemelvaartsdag"),
    rij("besluit_op_bezwaar", "2029-04-09", "2029-05-22", "eindigt op tweede-pinksterdag"),
    rij("besluit_op_bezwaar", "2029-11-13", "2029-12-27", "eindigt op eerste-kerstdag"),
    rij("besluit_op_bezwaar", "2029-11-14", "2029-12-27", "eindigt op tweede-kerstdag"),
    rij("besluit_op_bezwaar", "2029-08-03", "2029-09-14", "eindigt op vrijdag"),
    rij("besluit_op_bezwaar", "2029-08-04", "2029-09-17", "eindigt op zaterdag"),
    rij("besluit_op_bezwaar", "2029-08-05", "2029-09-17", "eindigt op zondag"),
    rij("besluit_op_bezwaar", "2029-08-06", "2029-09-17", "eindigt op maandag"),
    rij("besluit_op_bezwaar", "2029-03-28", "2029-05-09", "dag voor hemelvaartsdag"),
    rij("besluit_op_bezwaar", "2029-03-30", "2029-05-11", "dag na hemelvaartsdag"),
    # eerste_gesprek: each feestdag of 2024, each weekend day, and the days around them.
    rij("eerste_gesprek", "2023-11-06", "2024-01-02", "eindigt op nieuwjaarsdag"),
    rij("eerste_gesprek", "2024-02-02", "2024-04-02", "eindigt op goede-vrijdag"),
    rij("eerste_gesprek", "2024-02-05", "2024-04-02", "eindigt op tweede-paasdag"),
    rij("eerste_gesprek", "2024-03-02", "2024-04-29", "eindigt op koningsdag"),
    rij("eerste_gesprek", "2024-03-10", "2024-05-06", "eindigt op 5-mei"),
    rij("eerste_gesprek", "2024-03-14", "2024-05-10", "eindigt op hemelvaartsdag"),
    rij("eerste_gesprek", "2024-03-25", "2024-05-21", "eindigt op tweede-pinksterdag"),
    rij("eerste_gesprek", "2024-10-30", "2024-12-27", "eindigt op eerste-kerstdag"),
    rij("eerste_gesprek", "2024-10-31", "2024-12-27", "eindigt op tweede-kerstdag"),
    rij("eerste_gesprek", "2024-07-19", "2024-09-13", "eindigt op vrijdag"),
    rij("eerste_gesprek", "2024-07-20", "2024-09-16", "eindigt op zaterdag"),
    rij("eerste_gesprek", "2024-07-21", "2024-09-16", "eindigt op zondag"),
    rij("eerste_gesprek", "2024-07-22", "2024-09-16", "eindigt op maandag"),
    rij("eerste_gesprek", "2024-03-13", "2024-05-08", "dag voor hemelvaartsdag"),
    rij("eerste_gesprek", "2024-03-15", "2024-05-10", "dag na hemelvaartsdag"),
    # Closed days in a row, and Koningsdag moved to 26 april.
    rij("bezwaar", "2025-03-07", "2025-04-22", "Goede Vrijdag tot en met tweede paasdag"),
    rij("plan_van_aanpak", "2025-03-01", "2025-04-28", "Koningsdag op zaterdag 26 april 2025"),
    rij("plan_van_aanpak", "2025-03-02", "2025-04-28", "zondag 27 april 2025 is geen Koningsdag"),
    rij("bezwaar", "2031-03-15", "2031-04-28", "Koningsdag 2031 op zaterdag 26 april"),
    rij("acclimatisatie", "2025-04-03", "2025-05-06", "zaterdag, zondag en dan 5 mei 2025"),
    rij("bezwaar", "2025-03-24", "2025-05-06", "5 mei in een lustrumjaar"),
    rij("bezwaar", "2026-03-24", "2026-05-06", "5 mei buiten een lustrumjaar"),
    rij("bezwaar", "2025-11-13", "2025-12-29", "kerst op donderdag en vrijdag, dan weekend"),
    rij("plan_van_aanpak", "2027-11-06", "2028-01-03", "nieuwjaarsdag op zaterdag"),
    rij("plan_van_aanpak", "2025-12-01", "2026-01-26", "over de jaarwisseling"),
    rij("bezwaar", "2025-11-19", "2025-12-31", "oudejaarsdag is geen feestdag"),
    rij("plan_van_aanpak", "2026-02-08", "2026-04-07", "eerste paasdag is zondag"),
    rij("acclimatisatie", "2026-03-28", "2026-04-28", "Koningsdag gevolgd door werkdag"),
    # Leap days and daylight saving time.
    rij("bezwaar", "2028-01-18", "2028-02-29", "eindigt op 29 februari"),
    rij("plan_van_aanpak", "2024-02-29", "2024-04-25", "start op 29 februari"),
    rij("acclimatisatie", "2024-02-15", "2024-03-18", "over 29 februari"),
    rij("acclimatisatie", "2025-02-15", "2025-03-17", "zelfde in een gewoon jaar"),
    rij("besluiten", "2024-02-29", "2026-02-28", "start op 29 februari"),
    rij("besluiten", "2026-02-28", "2028-02-28", "start op 28 februari"),
    rij("besluiten", "2022-02-28", "2024-02-28", "start op 28 februari naar schrikkeljaar"),
    rij("nazorg_einde", "2028-02-29", "2030-02-28", "start op 29 februari"),
    rij("saneringskrediet", "2024-02-29", "2025-02-28", "start op 29 februari"),
    rij("materiele_verstrekking", "2024-02-29", "2024-08-29", "start op 29 februari"),
    rij("eerste_contact", "2024-02-28", "2024-03-06", "29 februari"),
    rij("materiele_verstrekking", "2027-08-31", "2028-02-29", "eindigt op 29 februari"),
    rij("materiele_verstrekking", "2027-08-30", "2028-02-29", "30 augustus naar 29 februari"),
    rij("plan_van_aanpak", "2025-03-29", "2025-05-26", "begin zomertijd"),
    rij("plan_van_aanpak", "2025-03-30", "2025-05-26", "zondag begin zomertijd"),
    rij("bezwaar", "2025-10-25", "2025-12-08", "einde zomertijd"),
    rij("bezwaar", "2025-10-26", "2025-12-08", "zondag einde zomertijd"),
    rij("acclimatisatie", "2026-02-27", "2026-03-30", "eindigt op begin zomertijd"),
    rij("eerste_contact", "2025-10-24", "2025-10-31", "werkdagen over einde zomertijd"),
    rij("uht_antwoord", "2026-03-27", "2026-04-08", "werkdagen over begin zomertijd"),
    rij("materiele_verstrekking", "2025-03-30", "2025-09-30", "begin zomertijd"),
    # materiele_verstrekking: month ends; a weekend or feestdag never moves it.
    rij("materiele_verstrekking", "2025-03-31", "2025-09-30", "31 maart naar 30 september"),
    rij("materiele_verstrekking", "2025-05-31", "2025-11-30", "31 mei naar 30 november"),
    rij("materiele_verstrekking", "2025-10-31", "2026-04-30", "31 oktober naar 30 april"),
    rij("materiele_verstrekking", "2025-12-31", "2026-06-30", "31 december naar 30 juni"),
    rij("materiele_verstrekking", "2025-01-31", "2025-07-31", "31 januari naar 31 juli"),
    rij("materiele_verstrekking", "2025-08-28", "2026-02-28", "28 augustus"),
    rij("materiele_verstrekking", "2025-08-29", "2026-02-28", "29 augustus"),
    rij("materiele_verstrekking", "2025-08-30", "2026-02-28", "30 augustus"),
    rij("materiele_verstrekking", "2025-09-01", "2026-03-01", "1 september"),
    rij("materiele_verstrekking", "2025-07-01", "2026-01-01", "eindigt op nieuwjaarsdag"),
    rij("materiele_verstrekking", "2025-11-05", "2026-05-05", "eindigt op 5 mei"),
    rij("materiele_verstrekking", "2025-06-25", "2025-12-25", "eindigt op eerste kerstdag"),
    rij("materiele_verstrekking", "2025-10-27", "2026-04-27", "eindigt op Koningsdag"),
    rij("materiele_verstrekking", "2025-11-25", "2026-05-25", "eindigt op tweede pinksterdag"),
    rij("materiele_verstrekking", "2025-11-14", "2026-05-14", "eindigt op hemelvaartsdag"),
    rij("materiele_verstrekking", "2025-08-15", "2026-02-15", "eindigt op zondag"),
    rij("materiele_verstrekking", "2025-12-08", "2026-06-08", "gewone dag"),
    # besluiten: jaren, never moved.
    rij("besluiten", "2025-12-08", "2027-12-08", "gewone dag"),
    rij("besluiten", "2024-12-25", "2026-12-25", "eindigt op eerste kerstdag"),
    rij("besluiten", "2025-05-05", "2027-05-05", "eindigt op 5 mei"),
    rij("besluiten", "2025-04-27", "2027-04-27", "eindigt op dinsdag Koningsdag"),
    rij("besluiten", "2024-03-04", "2026-03-04", "gewone dag"),
    rij("besluiten", "2025-01-04", "2027-01-04", "eindigt op maandag"),
    rij("besluiten", "2026-01-31", "2028-01-31", "31 januari"),
    rij("besluiten", "2023-08-13", "2025-08-13", "eindigt op woensdag"),
    rij("besluiten", "2024-11-02", "2026-11-02", "eindigt op maandag"),
    rij("besluiten", "2025-05-10", "2027-05-10", "eindigt op maandag"),
    rij("besluiten", "2026-01-02", "2028-01-02", "eindigt op zondag"),
    rij("besluiten", "2024-08-31", "2026-08-31", "31 augustus"),
    # nazorg: every contact counts from the start of the nazorg.
    rij("nazorg_contact", "2025-05-19", "2025-11-19", "contact 1 van 4"),
    rij("nazorg_contact", "2025-05-19", "2026-05-19", "contact 2 van 4", keer=2),
    rij("nazorg_contact", "2025-05-19", "2026-11-19", "contact 3 van 4", keer=3),
    rij("nazorg_contact", "2025-05-19", "2027-05-19", "contact 4 van 4", keer=4),
    rij("nazorg_contact", "2025-08-31", "2026-02-28", "contact 1 van 4"),
    rij("nazorg_contact", "2025-08-31", "2026-08-31", "contact 2 van 4", keer=2),
    rij("nazorg_contact", "2025-08-31", "2027-02-28", "contact 3 van 4", keer=3),
    rij("nazorg_contact", "2025-08-31", "2027-08-31", "contact 4 van 4", keer=4),
    rij("nazorg_contact", "2025-12-31", "2026-06-30", "contact 1 van 4"),
    rij("nazorg_contact", "2025-12-31", "2026-12-31", "contact 2 van 4", keer=2),
    rij("nazorg_contact", "2025-12-31", "2027-06-30", "contact 3 van 4", keer=3),
    rij("nazorg_contact", "2025-12-31", "2027-12-31", "contact 4 van 4", keer=4),
    rij("nazorg_contact", "2024-02-29", "2024-08-29", "contact 1 van 4"),
    rij("nazorg_contact", "2024-02-29", "2025-02-28", "contact 2 van 4", keer=2),
    rij("nazorg_contact", "2024-02-29", "2025-08-29", "contact 3 van 4", keer=3),
    rij("nazorg_contact", "2024-02-29", "2026-02-28", "contact 4 van 4", keer=4),
    rij("nazorg_einde", "2025-05-19", "2027-05-19", "gewone dag"),
    rij("nazorg_einde", "2025-08-31", "2027-08-31", "31 augustus"),
    rij("nazorg_einde", "2024-12-26", "2026-12-26", "eindigt op tweede kerstdag"),
    rij("nazorg_einde", "2024-02-04", "2026-02-04", "eindigt op woensdag"),
    # nieuwe_kosten, portaalbestand: 30 dagen that do not move.
    rij("nieuwe_kosten", "2026-11-25", "2026-12-25", "eindigt op eerste kerstdag"),
    rij("nieuwe_kosten", "2026-04-25", "2026-05-25", "eindigt op tweede pinksterdag"),
    rij("nieuwe_kosten", "2026-05-07", "2026-06-06", "eindigt op zaterdag"),
    rij("nieuwe_kosten", "2026-05-08", "2026-06-07", "eindigt op zondag"),
    rij("nieuwe_kosten", "2026-05-10", "2026-06-09", "eindigt op dinsdag"),
    rij("nieuwe_kosten", "2024-01-30", "2024-02-29", "eindigt op 29 februari"),
    rij("portaalbestand", "2026-11-25", "2026-12-25", "eindigt op eerste kerstdag"),
    rij("portaalbestand", "2026-04-25", "2026-05-25", "eindigt op tweede pinksterdag"),
    rij("portaalbestand", "2026-05-07", "2026-06-06", "eindigt op zaterdag"),
    rij("portaalbestand", "2026-05-08", "2026-06-07", "eindigt op zondag"),
    rij("portaalbestand", "2026-05-10", "2026-06-09", "eindigt op dinsdag"),
    rij("portaalbestand", "2024-01-30", "2024-02-29", "eindigt op 29 februari"),
    # saneringskrediet: 12 maanden that do not move.
    rij("saneringskrediet", "2024-08-31", "2025-08-31", "31 augustus"),
    rij("saneringskrediet", "2025-12-25", "2026-12-25", "eindigt op eerste kerstdag"),
    rij("saneringskrediet", "2026-02-28", "2027-02-28", "naar 28 februari"),
    rij("saneringskrediet", "2023-02-28", "2024-10-31", "van vóór de wijziging van de regeling"),
    rij("saneringskrediet", "2023-10-31", "2024-10-31", "twaalf maanden en het overgangsrecht op dezelfde dag"),
    rij("saneringskrediet", "2023-11-05", "2024-11-05", "twaalf maanden duren langer dan het overgangsrecht"),
    rij("saneringskrediet", "2023-11-06", "2024-11-06", "eerste dag na de wijziging"),
    rij("saneringskrediet", "2025-06-06", "2026-06-06", "eindigt op zaterdag"),
    rij("saneringskrediet", "2025-06-09", "2026-06-09", "eindigt op dinsdag"),
    # Werkdagen: weekends and feestdagen do not count.
    rij("eerste_contact", "2025-03-03", "2025-03-10", "maandag"),
    rij("eerste_contact", "2025-03-07", "2025-03-14", "vrijdag"),
    rij("eerste_contact", "2025-03-08", "2025-03-14", "zaterdag"),
    rij("eerste_contact", "2025-03-09", "2025-03-14", "zondag"),
    rij("eerste_contact", "2025-04-16", "2025-04-25", "over Goede Vrijdag en tweede paasdag"),
    rij("eerste_contact", "2025-12-23", "2026-01-02", "over kerst"),
    rij("eerste_contact", "2025-12-30", "2026-01-07", "over nieuwjaarsdag"),
    rij("eerste_contact", "2026-05-13", "2026-05-21", "over hemelvaartsdag"),
    rij("eerste_contact", "2026-05-22", "2026-06-01", "over tweede pinksterdag"),
    rij("eerste_contact", "2026-05-01", "2026-05-11", "over 5 mei"),
    rij("eerste_contact", "2026-05-08", "2026-05-18", "voor hemelvaartsdag"),
    rij("eerste_contact", "2026-12-24", "2027-01-04", "kerst op vrijdag en zaterdag"),
    rij("uht_antwoord", "2025-03-03", "2025-03-11", "maandag"),
    rij("uht_antwoord", "2025-03-07", "2025-03-17", "vrijdag"),
    rij("uht_antwoord", "2025-12-19", "2025-12-31", "over kerst"),
    rij("uht_antwoord", "2025-12-24", "2026-01-06", "over kerst en nieuwjaarsdag"),
    rij("uht_antwoord", "2026-04-24", "2026-05-06", "over Koningsdag"),
    rij("uht_antwoord", "2026-04-30", "2026-05-11", "over 5 mei"),
    rij("uht_antwoord", "2026-04-01", "2026-04-13", "over Pasen"),
    # eerste_gesprek_na_contact: 3 weken of beleid, never moved.
    rij("eerste_gesprek_na_contact", "2026-04-28", "2026-05-19", "dinsdag"),
    rij("eerste_gesprek_na_contact", "2025-12-04", "2025-12-25", "eindigt op eerste kerstdag"),
    rij("eerste_gesprek_na_contact", "2026-05-04", "2026-05-25", "eindigt op tweede pinksterdag"),
    rij("eerste_gesprek_na_contact", "2026-04-18", "2026-05-09", "eindigt op zaterdag"),
    rij("eerste_gesprek_na_contact", "2024-02-10", "2024-03-02", "over 29 februari"),
    # sisa_indienen: 15 juli after the verantwoordingsjaar, also in a weekend.
    rij("sisa_indienen", "2022-12-31", "2023-07-15", "vaste datum"),
    rij("sisa_indienen", "2023-12-31", "2024-07-15", "vaste datum"),
    rij("sisa_indienen", "2024-12-31", "2025-07-15", "vaste datum"),
    rij("sisa_indienen", "2025-12-31", "2026-07-15", "vaste datum"),
    rij("sisa_indienen", "2026-12-31", "2027-07-15", "vaste datum"),
    rij("sisa_indienen", "2027-12-31", "2028-07-15", "vaste datum"),
    # besluit_op_bezwaar with adviescommissie and verdaging.
    rij("besluit_op_bezwaar", "2026-02-27", "2026-05-22", "met commissie", commissie=True),
    rij("besluit_op_bezwaar", "2026-02-27", "2026-04-10", "zonder commissie"),
    rij("besluit_op_bezwaar", "2026-02-27", "2026-05-22", "verdaagd", verdaging=True),
    rij("besluit_op_bezwaar", "2026-02-27", "2026-07-03", "commissie en verdaagd", commissie=True, verdaging=True),
    rij(
        "besluit_op_bezwaar", "2025-03-17", "2025-06-10", "met commissie, eindigt op tweede pinksterdag", commissie=True
    ),
    rij("besluit_op_bezwaar", "2025-10-02", "2025-12-29", "met commissie, eindigt op eerste kerstdag", commissie=True),
    rij("besluit_op_bezwaar", "2025-10-02", "2025-12-29", "verdaagd, eindigt op eerste kerstdag", verdaging=True),
    rij(
        "besluit_op_bezwaar",
        "2025-08-22",
        "2025-12-29",
        "samen 18 weken, eindigt op tweede kerstdag",
        commissie=True,
        verdaging=True,
    ),
    rij("besluit_op_bezwaar", "2024-12-07", "2025-03-03", "met commissie, eindigt op zaterdag", commissie=True),
    # Information from UHT and the portal, the letter of the college, and the days that are the same for everybody.
    rij("spoed_verificatie", "2026-05-22", "2026-05-22", "dezelfde dag"),
    rij("spoed_verificatie", "2026-05-25", "2026-05-25", "ook op tweede pinksterdag"),
    rij("verificatiecode", "2026-06-01", "2026-12-01", "de code van juni"),
    rij("verificatiecode", "2025-12-01", "2026-06-01", "de code van december"),
    rij("verificatiecode", "2024-12-01", "2025-06-01", "eindigt op zondag en schuift niet"),
    rij("jaarlijst", "2025-12-31", "2026-07-15", "over 2025"),
    rij("jaarlijst", "2022-12-31", "2023-07-15", "eindigt op zaterdag en schuift niet"),
    rij("hersteltermijn", "2026-05-11", "2026-05-25", "eindigt op tweede pinksterdag en schuift niet"),
    rij("hersteltermijn", "2026-03-04", "2026-03-18", "twee weken"),
    rij("hersteltermijn", "2024-02-20", "2024-03-05", "over 29 februari"),
    rij("buiten_behandeling", "2026-04-28", "2026-05-26", "vier weken"),
    rij("buiten_behandeling", "2026-04-27", "2026-05-26", "eindigt op tweede pinksterdag en schuift"),
    rij("buiten_behandeling", "2026-03-07", "2026-04-07", "eindigt op zaterdag voor Pasen en schuift naar dinsdag"),
    rij("buiten_behandeling", "2024-02-01", "2024-02-29", "eindigt op 29 februari"),
    rij("verplichtingen_tot", "2026-03-12", "2026-12-31", "voor iedereen gelijk"),
    rij("verplichtingen_tot", "2026-12-31", "2026-12-31", "op de laatste dag"),
    rij("verantwoorden_tot", "2026-03-12", "2029-12-31", "voor iedereen gelijk"),
    rij("verantwoorden_tot", "2029-12-31", "2029-12-31", "op de laatste dag"),
    # In the beleid, so without the Atw: both may end on a closed day.
    rij("beeindiging", "2025-11-26", "2025-12-26", "eindigt op tweede kerstdag en schuift niet"),
    rij("beeindiging", "2026-05-01", "2026-05-31", "eindigt op zondag en schuift niet"),
    rij("beeindiging", "2024-01-30", "2024-02-29", "eindigt op 29 februari"),
    rij("nazorg_stop", "2025-11-26", "2025-12-26", "eindigt op tweede kerstdag en schuift niet"),
    rij("nazorg_stop", "2026-04-05", "2026-05-05", "eindigt op 5 mei en schuift niet"),
    rij("nazorg_stop", "2026-01-29", "2026-02-28", "eindigt op zaterdag en schuift niet"),
    # Opschorting: length first, then the suspended days, then one shift.
    rij("plan_van_aanpak", "2025-03-12", "2025-05-21", "twee weken", opschorting=("2025-04-01:2025-04-14",)),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-08", "een dag", opschorting=("2025-04-01:2025-04-01",)),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-08", "op de laatste dag", opschorting=("2025-05-07:2025-05-07",)),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-08", "op de eerste dag", opschorting=("2025-03-13:2025-03-13",)),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-08", "begint op de startdag", opschorting=("2025-03-12:2025-03-13",)),
    rij(
        "plan_van_aanpak",
        "2025-03-12",
        "2025-05-22",
        "loopt over het einde heen",
        opschorting=("2025-05-06:2025-05-20",),
    ),
    rij(
        "plan_van_aanpak", "2025-03-12", "2025-05-12", "eindigt dan op zaterdag", opschorting=("2025-04-01:2025-04-03",)
    ),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-13", "over Pasen", opschorting=("2025-04-17:2025-04-22",)),
    rij(
        "plan_van_aanpak",
        "2025-04-14",
        "2025-06-10",
        "einde op tweede pinksterdag wordt dinsdag",
        opschorting=("2025-05-01:2025-05-01",),
    ),
    rij(
        "plan_van_aanpak",
        "2025-04-13",
        "2025-06-10",
        "eindigt dan op tweede pinksterdag",
        opschorting=("2025-05-01:2025-05-01",),
    ),
    rij(
        "plan_van_aanpak",
        "2025-03-12",
        "2025-05-15",
        "twee perioden",
        opschorting=("2025-03-20:2025-03-24", "2025-04-10:2025-04-12"),
    ),
    rij(
        "plan_van_aanpak",
        "2025-03-12",
        "2025-05-15",
        "twee perioden aaneen",
        opschorting=("2025-03-20:2025-03-24", "2025-03-25:2025-03-27"),
    ),
    rij(
        "plan_van_aanpak",
        "2025-03-12",
        "2025-05-15",
        "tweede periode na de eerste einddatum",
        opschorting=("2025-05-05:2025-05-09", "2025-05-10:2025-05-12"),
    ),
    rij(
        "plan_van_aanpak",
        "2025-03-12",
        "2025-05-14",
        "drie perioden",
        opschorting=("2025-03-20:2025-03-20", "2025-04-01:2025-04-02", "2025-05-01:2025-05-04"),
    ),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-07", "na de uiterste datum", opschorting=("2025-06-01:2025-06-10",)),
    rij("plan_van_aanpak", "2025-03-12", "2025-05-07", "voor het begin", opschorting=("2025-02-01:2025-02-10",)),
    rij("plan_van_aanpak", "2024-01-15", "2024-03-26", "over 29 februari", opschorting=("2024-02-20:2024-03-05",)),
    rij(
        "plan_van_aanpak", "2025-11-20", "2026-02-02", "over kerst en nieuwjaar", opschorting=("2025-12-20:2026-01-04",)
    ),
    rij("plan_van_aanpak", "2025-10-01", "2025-12-01", "over einde zomertijd", opschorting=("2025-10-25:2025-10-27",)),
    # The 8 weken end on Saturday 19 September, so on Monday 21: from that Monday on a suspended day counts again.
    rij("plan_van_aanpak", "2026-07-25", "2026-09-28", "vanaf de maandag", opschorting=("2026-09-21:2026-09-25",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-23", "maandag en dinsdag", opschorting=("2026-09-21:2026-09-22",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-22", "alleen de maandag", opschorting=("2026-09-21:2026-09-21",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-21", "alleen de zondag", opschorting=("2026-09-20:2026-09-20",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-23", "vanaf de zondag", opschorting=("2026-09-20:2026-09-22",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-21", "zaterdag en zondag", opschorting=("2026-09-19:2026-09-20",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-24", "eerder beëindigd", opschorting=("2026-09-21:2026-09-23",)),
    rij("plan_van_aanpak", "2026-07-25", "2026-09-21", "na de maandag", opschorting=("2026-09-22:2026-09-30",)),
    rij(
        "plan_van_aanpak",
        "2026-07-25",
        "2026-09-28",
        "twee vanaf de maandag",
        opschorting=("2026-09-21:2026-09-22", "2026-09-23:2026-09-25"),
    ),
    rij(
        "plan_van_aanpak",
        "2026-07-25",
        "2026-09-23",
        "de zondag, en de maandag en dinsdag",
        opschorting=("2026-09-20:2026-09-20", "2026-09-21:2026-09-22"),
    ),
    rij(
        "plan_van_aanpak",
        "2026-07-25",
        "2026-09-29",
        "de week en de maandag erna",
        opschorting=("2026-09-21:2026-09-25", "2026-09-28:2026-09-28"),
    ),
    rij("besluit_op_bezwaar", "2026-02-21", "2026-04-08", "in het paasweekend", opschorting=("2026-04-06:2026-04-07",)),
    rij("besluit_op_bezwaar", "2026-02-27", "2026-04-20", "tien dagen", opschorting=("2026-03-10:2026-03-19",)),
    rij(
        "besluit_op_bezwaar",
        "2026-03-30",
        "2026-05-18",
        "opschorting over het paasweekend, eindigt op zaterdag",
        opschorting=("2026-04-03:2026-04-07",),
    ),
    rij(
        "besluit_op_bezwaar",
        "2026-03-30",
        "2026-05-15",
        "opschorting over 5 mei, eindigt op hemelvaartsdag",
        opschorting=("2026-05-04:2026-05-06",),
    ),
    rij(
        "besluit_op_bezwaar",
        "2026-02-27",
        "2026-06-01",
        "met commissie",
        opschorting=("2026-03-10:2026-03-19",),
        commissie=True,
    ),
    rij(
        "besluit_op_bezwaar",
        "2026-02-27",
        "2026-06-01",
        "verdaagd",
        opschorting=("2026-03-10:2026-03-19",),
        verdaging=True,
    ),
    rij(
        "besluit_op_bezwaar",
        "2026-02-27",
        "2026-08-12",
        "alles samen",
        opschorting=("2026-03-10:2026-03-19", "2026-06-01:2026-06-30"),
        commissie=True,
        verdaging=True,
    ),
    rij(
        "besluit_op_bezwaar", "2026-02-27", "2026-04-13", "kort voor het einde", opschorting=("2026-04-08:2026-04-08",)
    ),
    rij(
        "besluit_op_bezwaar", "2026-02-27", "2026-04-10", "na de uiterste datum", opschorting=("2026-04-11:2026-04-20",)
    ),
    rij("plan_van_aanpak", "2025-03-08", "2025-05-06", "zaterdag 3 mei, dan zondag en 5 mei"),
    rij(
        "plan_van_aanpak",
        "2025-03-08",
        "2025-05-19",
        "begint in het verschoven stuk",
        opschorting=("2025-05-05:2025-05-18",),
    ),
    rij(
        "plan_van_aanpak",
        "2025-03-08",
        "2025-05-06",
        "begint na het verschoven stuk",
        opschorting=("2025-05-07:2025-05-18",),
    ),
    # The two weeks of Awb art. 4:17 lid 3 are in a wet; only the 42 days of lid 1 know no Atw.
    rij("ingebrekestelling", "2026-05-04", "2026-05-18", "eindigt op maandag"),
    rij("ingebrekestelling", "2026-05-09", "2026-05-26", "eindigt op zaterdag voor Pinksteren"),
    # beroep: as bezwaar, from the day the besluit op bezwaar left.
    rij("beroep", "2026-04-13", "2026-05-26", "eindigt op tweede pinksterdag"),
    rij("beroep", "2026-04-14", "2026-05-26", "eindigt op dinsdag"),
    # niet_tijdig_uitspraak: a court sets these two weeks, so no feestdag and no weekend moves them.
    rij("niet_tijdig_uitspraak", "2026-07-08", "2026-07-22", "voorbeeld"),
    rij("niet_tijdig_uitspraak", "2026-05-11", "2026-05-25", "eindigt op tweede pinksterdag"),
    rij("niet_tijdig_uitspraak", "2026-06-27", "2026-07-11", "eindigt op zaterdag"),
    # besluit_na_uitspraak: as a besluit on an aanvraag, from the uitspraak.
    rij("besluit_na_uitspraak", "2026-11-02", "2026-12-28", "voorbeeld"),
    rij("besluit_na_uitspraak", "2026-10-31", "2026-12-28", "eindigt op tweede kerstdag"),
    # A day equated by royal decree (Atw art. 3 lid 3): 2 juni 2026, and two bridge days.
    rij("plan_van_aanpak", "2026-04-07", "2026-06-03", "eindigt op de extra dag", extra=("2026-06-02",)),
    rij("eerste_contact", "2026-05-29", "2026-06-08", "werkdagen over de extra dag", extra=("2026-06-02",)),
    rij("bezwaar", "2026-04-13", "2026-05-27", "na tweede pinksterdag ook dicht", extra=("2026-05-26",)),
    rij("materiele_verstrekking", "2025-12-02", "2026-06-02", "maanden schuiven ook dan niet", extra=("2026-06-02",)),
)


def drie_dagen(**anders):
    """The test-only rule of 3 dagen for Atw art. 2: no termijn of this product is that short."""
    waarden = {
        "code": "drie_dagen",
        "label": "Drie dagen",
        "kort": "Drie dagen",
        "doen": "Doen",
        "aard": Aard.PLICHT,
        "start": "begin",
        "lengte": 3,
        "eenheid": Eenheid.DAGEN,
        "grond": Atw.WET,
        "grondslag": "test",
        "bron": "test",
        "gevolg": "geen",
        "rol": "consulent",
    }
    return Termijnregel(**(waarden | anders))


def regel_van(voorbeeld):
    return drie_dagen() if voorbeeld.regel == "drie_dagen" else regel(voorbeeld.regel)


# Atw art. 2: a termijn of at least three days holds two days that are neither weekend nor feestdag.
ATW_ARTIKEL_2 = (
    rij("drie_dagen", "2026-12-24", "2026-12-29", "kerst op vrijdag en zaterdag: alleen maandag is open"),
    rij("drie_dagen", "2026-04-02", "2026-04-08", "van Goede Vrijdag tot en met tweede paasdag"),
    rij("drie_dagen", "2026-05-22", "2026-05-27", "het pinksterweekend"),
    rij("drie_dagen", "2026-06-05", "2026-06-09", "een gewoon weekend"),
    rij("drie_dagen", "2026-06-04", "2026-06-08", "vrijdag en maandag zijn er twee"),
    rij("drie_dagen", "2026-06-08", "2026-06-11", "een gewone week"),
)
