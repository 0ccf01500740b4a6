"""The next steps about contact: try another way when nobody answers, and tell it when the eerste gesprek is later."""

from datetime import date, timedelta

from django.urls import reverse

from accounts.models import User
from cases.dossierwerk import gehoorbrief, gepland_huisbezoek, geplande_taken, volgende_poging
from cases.keuzes import AfspraakSoort, Kanaal
from cases.kop import mag_bewerken
from cases.models import Dossier, Termijn
from cases.pogingen import BRIEF, HUISBEZOEK
from cases.registratie import Stap, registreer_stap
from cases.stappen import open_termijn, waarom
from cases.status import VOOR_EERSTE_GESPREK
from cases.vrijebrief import GEEN_GEHOOR
from config.weergave import datum_lang

# Before the first contact and the verificatie (cases.stappen); later on before what the higher apps see (from 100).
TERMIJNBERICHT, POGING, POGING_LATER = 15, 18, 90
BIJNA = timedelta(days=14)
BEZOEK_VRAAG = f"?soort={AfspraakSoort.GESPREK}&kanaal={Kanaal.HUISBEZOEK}"


def gesprekstermijn(dossier: Dossier) -> Termijn | None:
    """Give the clock of the eerste gesprek of which the inwoner can be told by letter; none for who died."""
    if dossier.status not in VOOR_EERSTE_GESPREK or dossier.persoon.datum_overlijden is not None:
        return None
    return open_termijn(dossier, "eerste_gesprek")


def is_verteld(termijn: Termijn, dag: date) -> bool:
    """Say whether the inwoner was told of this day, or of a later one."""
    return termijn.berichten.geldig().filter(verwacht_op__gte=dag).exists()


@registreer_stap
class AndereWeg:
    """After three attempts in a row without an answer: write, then visit. The dossier stays open."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        ander = volgende_poging(dossier)
        if ander is None:
            return None
        kanaal = f"?kanaal={ander.kanaal}" if ander.kanaal else ""
        titel, tekst = f"Inwoner niet bereikt bij de laatste drie pogingen. {ander.titel}", ander.tekst
        eerste = ander.knop, f"{reverse('contact_nieuw', args=[dossier.nummer])}{kanaal}"
        tweede = "Alle contacten bekijken", reverse("contacten", args=[dossier.nummer])
        if ander is BRIEF:
            if gehoorbrief(dossier):
                titel, tekst = "De brief 'Wij bereiken u niet' is gemaakt", "Verstuur hem, en leg vast dat hij weg is."
                tweede = "Naar de brief", reverse("documenten", args=[dossier.nummer])
            else:
                maken = f"{reverse('brief_maken', args=[dossier.nummer])}?soort={GEEN_GEHOOR}"
                eerste, tweede = ("Brief maken", maken), eerste
        elif ander is HUISBEZOEK:
            if bezoek := gepland_huisbezoek(dossier, on):
                titel = f"Huisbezoek gepland op {datum_lang(bezoek)}"
                tekst = "De laatste drie pogingen bereikten de inwoner niet. Leg na het bezoek vast hoe het ging."
            else:
                tweede = "Huisbezoek plannen", f"{reverse('afspraak_nieuw', args=[dossier.nummer])}{BEZOEK_VRAAG}"
        return Stap(
            volgorde=POGING if dossier.status in VOOR_EERSTE_GESPREK else POGING_LATER,
            titel=titel,
            tekst=tekst,
            knop=eerste[0],
            url=eerste[1],
            tweede_knop=tweede[0],
            tweede_url=tweede[1],
        )


@registreer_stap
class Termijnberichtstap:
    """Ask to plan the eerste gesprek, or to tell the inwoner when it will be (VNG handreiking 2025, noot 8)."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        termijn = gesprekstermijn(dossier)
        if termijn is None or not mag_bewerken(dossier, user):
            return None
        gepland = [taak.datum for taak in geplande_taken(dossier, AfspraakSoort.EERSTE_GESPREK) if taak.datum >= on]
        if any(dag <= termijn.uiterste_datum for dag in gepland):
            return None
        te_laat = max(gepland, default=None)
        if (not te_laat and termijn.uiterste_datum > on + BIJNA) or is_verteld(termijn, te_laat or on):
            return None
        if te_laat:
            return self._gepland_na(dossier, termijn, te_laat)
        plannen = "Gesprek plannen", f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort=eerste+gesprek"
        bericht = "Bericht maken", reverse("termijnbericht", args=[dossier.nummer])
        laat = termijn.uiterste_datum < on
        eerste, tweede = (bericht, plannen) if laat else (plannen, bericht)
        return Stap(
            volgorde=TERMIJNBERICHT,
            titel="Laat de inwoner weten wanneer het eerste gesprek is"
            if laat
            else f"Plan het eerste gesprek uiterlijk {datum_lang(termijn.uiterste_datum)}",
            tekst=f"Het gesprek had uiterlijk {datum_lang(termijn.uiterste_datum)} moeten zijn. Stuur een brief met de"
            " nieuwe dag. De uiterste datum verandert daardoor niet."
            if laat
            else "Er is nog geen gesprek gepland. Lukt het niet op tijd? Stuur de inwoner dan een bericht.",
            knop=eerste[0],
            url=eerste[1],
            tweede_knop=tweede[0],
            tweede_url=tweede[1],
            waarom_url=waarom(dossier, termijn),
        )

    def _gepland_na(self, dossier: Dossier, termijn: Termijn, dag: date) -> Stap:
        """Ask at once for the letter when the gesprek is planned after its last day: that day is no surprise."""
        return Stap(
            volgorde=TERMIJNBERICHT,
            titel="Laat de inwoner weten dat het eerste gesprek later is",
            tekst=f"Het gesprek staat gepland op {datum_lang(dag)}. Het moet uiterlijk op"
            f" {datum_lang(termijn.uiterste_datum)}. Stuur een brief met de nieuwe dag, of plan het gesprek eerder. De"
            " uiterste datum verandert door de brief niet.",
            knop="Bericht maken",
            url=reverse("termijnbericht", args=[dossier.nummer]),
            tweede_knop="Afspraken bekijken",
            tweede_url=reverse("contacten", args=[dossier.nummer]),
            waarom_url=waarom(dossier, termijn),
        )
