"""The next step that planvanaanpak sees: from the first word of a plan to the last doel."""

from dataclasses import replace
from datetime import date, timedelta

from django.urls import reverse

from accounts.models import User
from cases.beleid_bron import regels_van, regels_van_vandaag
from cases.kop import mag_bewerken
from cases.models import Dossier, Termijn
from cases.register import regel
from cases.registratie import Stap, registreer_stap
from cases.stappen import ACUUT, gevolg, open_termijn, uiterlijk, waarom
from cases.status import Status
from config.weergave import datum, datum_lang, telwoord
from planvanaanpak.actions.verzendbasis import rechtsmiddel
from planvanaanpak.actions.verzending import TERMIJN
from planvanaanpak.keuzes import NIET_AF, Voorstel, VoorzieningSoort
from planvanaanpak.models import Doelstap, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import ADRES, AKKOORD, AKKOORD_OUDER, COMMISSIE, GEMEENTE, Planpunt, nodig
from planvanaanpak.opbouw import plangegevens
from planvanaanpak.planbron import besluiten_van, plan_van, voorstellen_van
from planvanaanpak.vensters import Venster, vensters_van

# After the numbers of cases (10 to 99).
PLAN, VERSTUREN, AANVULLEN, SPULLEN, DOELEN = 100, 110, 120, 130, 150
# From when a page asks to decide on spullen before their venster closes.
OP_TIJD = 30
GENOEMD = 3
MET_AKKOORD = (AKKOORD, AKKOORD_OUDER)


@registreer_stap
class Planstap:
    """Make the plan, finish it, record the akkoord, set it down: whichever is first."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status != Status.PLAN_VAN_AANPAK or not mag_bewerken(dossier, user):
            return None
        if dossier.acuut:
            return self._acuut(dossier)
        termijn = open_termijn(dossier, "plan_van_aanpak")
        stap = replace(self._plan(dossier, termijn, on), waarom_url=waarom(dossier, termijn))
        return _met_bericht(stap, dossier, termijn, on)

    def _plan(self, dossier: Dossier, termijn: Termijn | None, on: date) -> Stap:
        wanneer, gevolg_tekst = uiterlijk(termijn, on), gevolg(termijn)
        if plan_van(dossier) is None:
            tekst = f"De hulpvragen van het eerste gesprek staan er al in. {gevolg_tekst}".strip()
            return _stap(dossier, PLAN, f"Maak het plan van aanpak{wanneer}", tekst, "Plan maken", "plan")
        open_punten = [punt for punt in nodig(plangegevens(dossier)) if not punt.klaar]
        if not open_punten:
            tekst = f"Alles is ingevuld. Lees de brief en stel het plan vast. {gevolg_tekst}".strip()
            titel = f"Stel het plan vast{wanneer}"
            return _stap(dossier, PLAN, titel, tekst, "Plan vaststellen", "plan_vaststellen", met_plan=True)
        if all(punt.doel == AKKOORD_OUDER for punt in open_punten):
            tekst = "Het plan is gewijzigd na het akkoord van de inwoner. Is de inwoner het nog eens met het plan?"
            titel = f"Kijk het akkoord na{wanneer}"
            return _stap(dossier, PLAN, titel, tekst, "Akkoord nakijken", "akkoord_wijziging", met_plan=True)
        if all(punt.doel in MET_AKKOORD for punt in open_punten):
            tekst = "Het plan is ingevuld. Leg vast dat de inwoner akkoord is, met het bewijs."
            titel = f"Leg het akkoord vast{wanneer}"
            return _stap(dossier, PLAN, titel, tekst, "Akkoord vastleggen", "akkoord", met_plan=True)
        if all(punt.doel in (*MET_AKKOORD, COMMISSIE) for punt in open_punten):
            tekst = f"Het plan is ingevuld. {nog_nodig(open_punten)}"
            titel = f"Vraag advies aan de commissie{wanneer}"
            return _stap(dossier, PLAN, titel, tekst, "Advies vragen", "commissie_dossier", met_plan=True)
        return _stap(dossier, PLAN, f"Maak het plan af{wanneer}", nog_nodig(open_punten), "Plan afmaken", "plan")

    def _acuut(self, dossier: Dossier) -> Stap:
        """Go straight to a first plan: first what threatens, the rest can follow (VNG handreiking 2025 §4.2)."""
        tekst = (
            f"Er is een bedreigende situatie: {dossier.get_acuut_display().lower()}. Zet eerst in het plan wat nu nodig"
            " is; op hoofdlijnen is genoeg. De rest vult u later aan."
        )
        if plan_van(dossier) is None:
            return _stap(dossier, ACUUT, "Acuut: maak direct een eerste plan", tekst, "Eerste plan maken", "plan")
        titel = "Acuut: maak het eerste plan af en stel het vast"
        open_punten = [punt for punt in nodig(plangegevens(dossier)) if not punt.klaar]
        if not open_punten:
            return _stap(dossier, ACUUT, titel, tekst, "Plan vaststellen", "plan_vaststellen", met_plan=True)
        if all(punt.doel in MET_AKKOORD for punt in open_punten):
            return _stap(dossier, ACUUT, titel, tekst, "Akkoord vastleggen", "akkoord", met_plan=True)
        return _stap(dossier, ACUUT, titel, tekst, "Plan afmaken", "plan")


@registreer_stap
class Verzendstap:
    """Confirm that a letter left: until then the bezwaartermijn is not certain."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        klaar = [b for b in besluiten_van(dossier) if b.verzonden_op is None and b.datum <= on]
        if not klaar:
            return None
        besluit = klaar[-1]
        return Stap(
            volgorde=VERSTUREN,
            titel=f"Bevestig dat besluit {besluit.nummer} is verstuurd",
            tekst=f"De brief draagt de datum {datum(besluit.datum)}. Ging hij op een andere dag de deur uit?"
            f" Dan volgt de {TERMIJN[rechtsmiddel(besluit)]} die dag.",
            knop="Verzending bevestigen",
            url=reverse("besluit_verzenden", args=[besluit.nummer]),
            tweede_knop="Besluit bekijken",
            tweede_url=besluit.get_absolute_url(),
        )


@registreer_stap
class Uitvoerstap:
    """Decide on what waits, on spullen before their venster closes, and keep the doelen up to date."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if dossier.status not in (Status.UITVOERING, Status.NAZORG) or not mag_bewerken(dossier, user):
            return None
        in_nazorg = dossier.status == Status.NAZORG
        fasen = ("fasen",) if regels_van(dossier).fasen else ()
        plan = plan_van(dossier, "voorzieningen", *(() if in_nazorg else ("doelen", *fasen)))
        if plan is None:
            return None
        spullen = vensters_van(dossier, on).spullen
        if voorstellen := voorstellen_van(plan):
            return self._aanvullen(dossier, voorstellen, spullen)
        if in_nazorg:
            return None
        if spullen and spullen.is_open and (spullen.tot - on).days <= OP_TIJD:
            tekst = "Zijn er nog spullen nodig voor een nieuwe start? Stel ze voor en neem het besluit op tijd."
            titel = f"Beslis over spullen uiterlijk {datum_lang(spullen.tot)}"
            knop = "Voorziening voorstellen"
            stap = _stap(dossier, SPULLEN, titel, tekst, knop, "voorziening_nieuw", met_plan=True)
            return replace(stap, waarom_url=waarom(dossier, open_termijn(dossier, spullen.regel)))
        evaluatie = self._evaluatie(dossier, plan, on) if fasen else None
        return evaluatie or self._te_laat(dossier, plan, on) or self._doelen(dossier, plan)

    def _aanvullen(self, dossier: Dossier, voorstellen: list[Voorziening], spullen: Venster | None) -> Stap:
        toekennen = [v for v in voorstellen if v.voorstel == Voorstel.TOEKENNEN]
        materieel = any(v.soort == VoorzieningSoort.MATERIEEL for v in toekennen)
        tekst = "Een addendum is een eigen besluit met een eigen brief."
        if materieel and spullen:
            tekst = f"{spullen.tekst} {tekst}"
        aantal = telwoord(len(voorstellen), "voorstel", "voorstellen")
        titel = f"Neem een besluit over {aantal}"
        stap = _stap(dossier, AANVULLEN, titel, tekst, "Plan aanvullen", "addendum", met_plan=True)
        return replace(stap, waarom_url=spullen.waarom_url if materieel and spullen else "")

    def _evaluatie(self, dossier: Dossier, plan: PlanVanAanpak, on: date) -> Stap | None:
        """Evaluate a fase on the day that was agreed (Tiel 2025 art. 7 lid 1)."""
        nu = [f for f in plan.fasen.all() if f.geevalueerd_op is None and f.datum_evaluatie and f.datum_evaluatie <= on]
        if not nu:
            return None
        tekst = f"De evaluatie was gepland op {datum(nu[0].datum_evaluatie)}. Bespreek met de inwoner wat er verandert."
        return Stap(
            volgorde=DOELEN,
            titel=f"Evalueer fase {nu[0].nummer}: {nu[0].naam[:1].lower()}{nu[0].naam[1:]}",
            tekst=tekst,
            knop="Evaluatie vastleggen",
            url=reverse("fase_evalueren", args=[dossier.nummer, nu[0].nummer]),
            tweede_knop="Plan bekijken",
            tweede_url=reverse("plan", args=[dossier.nummer]),
        )

    def _te_laat(self, dossier: Dossier, plan: PlanVanAanpak, on: date) -> Stap | None:
        """Name the steps of which the day that was agreed has passed, the first of them in words."""
        dagen = (doel.eerste_dag for doel in plan.doelen.all() if doel.is_open)  # type: ignore[attr-defined]
        if not any(dag and dag < on for dag in dagen):
            return None
        stappen = Doelstap.objects.filter(doel__plan=plan, doel__status__in=NIET_AF, status__in=NIET_AF)
        laat = list(stappen.filter(datum_uiterlijk__lt=on).order_by("datum_uiterlijk", "pk"))
        if not laat:
            return None
        eerste = laat[0]
        tekst = f"{eerste.wat} ({eerste.wie}) was uiterlijk op {datum(eerste.datum_uiterlijk)}."
        titel = f"Kijk hoe het staat met {telwoord(len(laat), 'stap die te laat is', 'stappen die te laat zijn')}"
        tekst = f"{tekst} Is het gedaan, duurt het langer of gaat het niet door? Leg het vast."
        stap = _stap(dossier, DOELEN, titel, tekst, "Stap bijwerken", "plan", met_plan=True)
        return replace(stap, url=reverse("doelstap", args=[dossier.nummer, eerste.pk]))

    def _doelen(self, dossier: Dossier, plan: PlanVanAanpak) -> Stap | None:
        aantal = sum(doel.status in NIET_AF for doel in plan.doelen.all())
        if not aantal:
            return None
        titel = f"Werk de doelen bij: {telwoord(aantal, 'doel', 'doelen')} open"
        tekst = "Is een doel behaald, of past het niet meer? Leg het vast. Het hoeft niet allemaal tegelijk."
        return _stap(dossier, DOELEN, titel, tekst, "Doelen bijwerken", "plan")


def _stap(
    dossier: Dossier, volgorde: int, titel: str, tekst: str, knop: str, urlnaam: str, *, met_plan: bool = False
) -> Stap:
    """Make a step; with `met_plan` a second button leads to the plan."""
    plan_url = reverse("plan", args=[dossier.nummer])
    return Stap(
        volgorde=volgorde,
        titel=titel,
        tekst=tekst,
        knop=knop,
        url=reverse(urlnaam, args=[dossier.nummer]),
        tweede_knop="Plan bekijken" if met_plan else "",
        tweede_url=plan_url if met_plan else "",
    )


def _met_bericht(stap: Stap, dossier: Dossier, termijn: Termijn | None, on: date) -> Stap:
    """Offer the bericht as second button when the end is near or has passed, until the inwoner was told of a day.

    Awb art. 4:14 lid 3: within the termijn the day that it names becomes the uiterste datum.
    """
    if termijn is None or dossier.persoon.datum_overlijden is not None:
        return stap
    dagen = regels_van_vandaag(dossier, on).waarschuwt(regel(termijn.regel))
    vooruit = timedelta(days=max(dagen, default=0))
    if termijn.uiterste_datum > on + vooruit or termijn.berichten.filter(verwacht_op__gte=on).exists():
        return stap
    tekst = f"{stap.tekst} Lukt het niet op tijd? Stuur de inwoner een bericht met een nieuwe dag.".strip()
    url = reverse("termijnbericht", args=[dossier.nummer])
    return replace(stap, tekst=tekst, tweede_knop="Bericht maken", tweede_url=url)


def nog_nodig(punten: list[Planpunt]) -> str:
    """Name the first open points: those of the plan itself before those that are done elsewhere."""
    elders = (COMMISSIE, AKKOORD, ADRES, GEMEENTE)
    op_volgorde = sorted(punten, key=lambda punt: punt.doel in elders)
    genoemd = "; ".join(f"{punt.tekst[:1].lower()}{punt.tekst[1:]}" for punt in op_volgorde[:GENOEMD])
    rest = len(punten) - GENOEMD
    meer = f"; en nog {telwoord(rest, 'ander punt', 'andere punten')}" if rest > 0 else ""
    return f"Nog nodig: {genoemd}{meer}."
