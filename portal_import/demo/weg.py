"""Walk one invented dossier down the road, each step through its action on its own day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from accounts.models import User
from cases.actions import driegesprekken, gesprekken
from cases.actions.contact import contact_vastleggen
from cases.actions.documenten import document_toevoegen
from cases.actions.toewijzen import toewijzen
from cases.actions.verificatie import verificatie_vastleggen, verificatie_vragen
from cases.keuzes import Contactuitkomst, Documentsoort, Kanaal, Leefgebied, VerificatieAntwoord, VerificatieKanaal
from cases.models import Dossier, Driegesprek
from nazorg.actions.beeindigen import beeindigen
from nazorg.actions.nazorg import nazorg_afsluiten, nazorgcontact_vastleggen
from planvanaanpak.actions import besluit as besluiten
from planvanaanpak.actions import plan as plannen
from planvanaanpak.actions.leefgebieden import Kopinvoer, plan_bewaren
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus, VoorzieningStatus
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.planbron import plankop
from planvanaanpak.weigering import GEEN_NOODZAAK
from portal_import.demo.commissie import geef_advies
from portal_import.demo.levering import moment
from portal_import.demo.papier import papier
from portal_import.demo.verhalen import BIJ_AANMELDING, EXTRA, GEEN_HULPVRAAG, VERHALEN, WENS, Hulp, Verhaal
from portal_import.demo.voorzieningen import met_doel, motiveer
from spuk.actions.kosten import kosten_boeken
from spuk.componenten import Component


def btw_in(bedrag: Decimal, soort: str) -> Decimal:
    """Give the btw of 21 % in what goods cost; help is without."""
    return (bedrag * 21 / 121).quantize(Decimal("0.01")) if soort == "materieel" else Decimal("0.00")


@dataclass
class Weg:
    """One dossier, the people who work on it, and the day it is."""

    dossier: Dossier
    consulent: User
    coordinator: User
    financieel: User
    rng: Random
    dag: date
    tot: date
    verhalen: tuple[Verhaal, ...] = field(default_factory=tuple)

    def verder(self, dagen: int) -> date:
        """Let days pass, to a working day; never past the day of the demo."""
        self.dag = min(self.dag + timedelta(days=dagen), self.tot)
        while self.dag.weekday() >= 5:
            self.dag -= timedelta(days=1)
        return self.dag

    def wie_wanneer(self, by: User | None = None) -> dict[str, object]:
        return {"by": by or self.consulent, "at": moment(self.dag, self.rng.randint(9, 16)), "on": self.dag}

    def toewijzen(self, na: int = 2) -> None:
        self.verder(na)
        at = moment(self.dag)
        toewijzen(dossier=self.dossier, casusregisseur=self.consulent, by=self.coordinator, at=at)

    def bellen(
        self, na: int = 1, *, bereikt: bool = True, tekst: str = "Kennisgemaakt en uitgelegd wat we doen."
    ) -> None:
        self.verder(na)
        contact_vastleggen(
            dossier=self.dossier,
            datum=self.dag,
            kanaal=Kanaal.TELEFOON,
            uitkomst=Contactuitkomst.GESPROKEN if bereikt else Contactuitkomst.GEEN_GEHOOR,
            tekst=tekst if bereikt else "",
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def verifieren(self, na: int = 3) -> None:
        gevraagd = self.dag
        self.verder(na)
        verificatie_vastleggen(
            dossier=self.dossier,
            datum_gevraagd=gevraagd,
            kanaal=VerificatieKanaal.TELEFOON,
            antwoord=VerificatieAntwoord.BEVESTIGD,
            datum_antwoord=self.dag,
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def vragen(self, na: int = 1) -> None:
        """Ask UHT, which has not answered yet."""
        self.verder(na)
        verificatie_vragen(
            dossier=self.dossier,
            datum_gevraagd=self.dag,
            kanaal=VerificatieKanaal.VRAAGBESTAND,
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def eerste_gesprek(self, na: int = 12) -> None:
        self.verder(na)
        self.verhalen = _kies(self.rng)
        gesprekken.eerste_gesprek_vastleggen(
            dossier=self.dossier,
            datum=self.dag,
            kanaal=Kanaal.HUISBEZOEK,
            verslag="Rustig gesprek aan de keukentafel. De inwoner vertelde wat er is gebeurd en wat nu nodig is.",
            hulpvragen={verhaal.leefgebied: verhaal.hulpvraag for verhaal in self.verhalen},
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def plan(self, na: int = 15, *, volledig: bool = True) -> PlanVanAanpak:
        """Make the plan; one that is not volledig lacks the zorg part and the akkoord."""
        self.verder(na)
        at = moment(self.dag)
        plan = plannen.plan_openen(dossier=self.dossier, by=self.consulent, at=at)
        kop = plankop(plan, self.dossier)
        invoer = Kopinvoer(kop.met("situatie", BIJ_AANMELDING), kop.stempel)
        plan_bewaren(plan=plan, teksten={}, stempels={}, kop=invoer, by=self.consulent, at=at)
        per_leefgebied = {verhaal.leefgebied: verhaal for verhaal in self.verhalen}
        for leefgebied in Leefgebied if volledig else list(Leefgebied)[:3]:
            self._leefgebied(plan, leefgebied, per_leefgebied.get(leefgebied))
        for verhaal in self.verhalen:
            for hulp in verhaal.hulp:
                self._voorstellen(plan, verhaal.leefgebied, hulp)
        if self.rng.random() < 0.3:
            self._voorstellen(plan, Leefgebied.WONEN, WENS, wens=True)
        return plan

    def _leefgebied(self, plan: PlanVanAanpak, leefgebied: Leefgebied, verhaal: Verhaal | None) -> None:
        plannen.leefgebied_bewaren(
            plan=plan,
            leefgebied=leefgebied,
            velden={
                "situatie": verhaal.situatie if verhaal else GEEN_HULPVRAAG,
                "voldoet": "nee" if verhaal else "ja",
                "hulpvraag": verhaal.hulpvraag if verhaal else "",
            },
            doel=verhaal.doel if verhaal else "",
            by=self.consulent,
            at=moment(self.dag),
        )

    def _voorstellen(self, plan: PlanVanAanpak, leefgebied: Leefgebied, hulp: Hulp, *, wens: bool = False) -> None:
        vanaf = self.dag + timedelta(days=21) if hulp.maanden else None
        plannen.voorziening_bewaren(
            plan=plan,
            gegevens={
                "leefgebied": leefgebied,
                "omschrijving": hulp.omschrijving,
                "soort": hulp.soort,
                "noodzaak": "wens" if wens else "noodzaak",
                "voorstel": "afwijzen" if wens else "toekennen",
                "grond_code": GEEN_NOODZAAK if wens else "",
                "zienswijze": "U had dit graag gehad. U begrijpt dat het niet nodig is." if wens else "",
                "motivering": hulp.motivering,
                "bedrag": hulp.bedrag,
                "btw": btw_in(hulp.bedrag, hulp.soort),
                "looptijd_vanaf": vanaf,
                "looptijd_tot": vanaf + timedelta(days=30 * hulp.maanden) if vanaf else None,
                "uitvoerder": hulp.uitvoerder,
                "schuld": "nee" if leefgebied == Leefgebied.FINANCIEN else "",
                "betaald_aan": "winkel" if hulp.soort == "materieel" else "uitvoerder",
                **({} if wens else motiveer(hulp, self.dag)),
            },
            by=self.consulent,
            at=moment(self.dag, 11),
        )

    def akkoord(self, na: int = 5, *, met_bewijs: bool = True) -> None:
        self.verder(na)
        tekst = "Ik ben het eens met het plan dat wij samen hebben gemaakt."
        bewijs = papier("Akkoord met het plan", tekst, self.dossier.nummer, self.dag) if met_bewijs else None
        plannen.akkoord_vastleggen(
            plan=self.dossier.plan,
            datum=self.dag,
            kanaal=AkkoordKanaal.EMAIL,
            bewijs=None,
            bestand=bewijs,
            toelichting="",
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def vaststellen(self, na: int = 4, *, verzonden_na: int | None = 0) -> None:
        """Set the plan down; `verzonden_na` days later the letter leaves (None: not yet confirmed)."""
        self.verder(na)
        geef_advies(self.dossier.plan, self.dag, self.consulent)
        besluit = besluiten.vaststellen(plan=self.dossier.plan, datum=self.dag, **self.wie_wanneer())  # type: ignore[arg-type]
        if verzonden_na is not None:
            self.verder(verzonden_na)
            besluiten.verzenden(besluit=besluit, datum=self.dag, **self.wie_wanneer())  # type: ignore[arg-type]

    def aanvullen(self, na: int = 60) -> None:
        """Grant one more voorziening with an addendum."""
        self.verder(na)
        met_doel(
            self.dossier.plan, Leefgebied.WERK, "U heeft een baan waar u van kunt leven.", self.consulent, self.dag
        )
        self._voorstellen(self.dossier.plan, Leefgebied.WERK, EXTRA)
        geef_advies(self.dossier.plan, self.dag, self.consulent)
        besluit = besluiten.addendum_vaststellen(
            plan=self.dossier.plan,
            datum=self.dag,
            toelichting="U kreeg een nieuwe kans op werk. Daarom vullen wij uw plan aan.",
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )
        besluiten.verzenden(besluit=besluit, datum=self.dag, **self.wie_wanneer())  # type: ignore[arg-type]

    def betalen(self, deel: float = 1.0) -> None:
        """Book the costs of what was granted, each with an invoice, in the months after the besluit."""
        toegekend = Voorziening.objects.filter(plan=self.dossier.plan, status=VoorzieningStatus.TOEGEKEND)
        for voorziening in toegekend.order_by("id"):
            dag = min(self.dag + timedelta(days=self.rng.randint(10, 75)), self.tot)
            bruto = (voorziening.bedrag * Decimal(str(deel))).quantize(Decimal("0.01"))
            btw = btw_in(bruto, voorziening.soort)
            leverancier = voorziening.uitvoerder or "Gemeentelijke inkoop"
            factuurnummer = f"{dag.year}-{voorziening.pk:05d}"
            kosten_boeken(
                gemeente=self.dossier.gemeente,
                component=Component.C,
                voorziening=voorziening,
                datum=dag,
                omschrijving=voorziening.omschrijving,
                leverancier=leverancier,
                factuurnummer=factuurnummer,
                netto=bruto - btw,
                btw=btw,
                factuur=papier(f"Factuur {factuurnummer}", f"Te betalen: {bruto} euro.", leverancier, dag),
                by=self.financieel,
                at=moment(dag, 15),
                on=dag,
            )

    def driegesprek(self, na: int = 20) -> None:
        self.verder(na)
        driegesprekken.driegesprek_vastleggen(
            dossier=self.dossier,
            datum=self.dag,
            aanvrager="De inwoner",
            plaats="Gemeentehuis",
            derde=Driegesprek.Derde.UHT,
            deelnemers="De inwoner, de casusregisseur en de persoonlijk zaakbehandelaar van UHT",
            onderwerpen="Stand van de beoordeling, samenhang met het plan van aanpak",
            verslag="Afspraken gemaakt over wie wat doet. UHT belt over twee weken terug.",
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )

    def doelen(self, na: int = 200, *, alle: bool = True) -> None:
        self.verder(na)
        open_doelen = self.dossier.plan.doelen.filter(status=DoelStatus.OPEN)
        for doel in open_doelen if alle else open_doelen[:1]:
            plannen.doel_afsluiten(
                doel=doel,
                status=DoelStatus.BEHAALD,
                datum=self.dag,
                reden="",
                **self.wie_wanneer(),  # type: ignore[arg-type]
            )

    def beeindigen(self, na: int = 14, *, grond: str = "doelen_behaald", nazorg: bool = True, tekst: str = "") -> None:
        self.verder(na)
        self.dossier.refresh_from_db()
        einde = beeindigen(
            dossier=self.dossier,
            grond=grond,
            datum=self.dag,
            toelichting=tekst or "De doelen uit uw plan zijn behaald. Dat is uw verdienste.",
            nazorg_gewenst=nazorg,
            zienswijze="U vindt het goed dat de hulp nu stopt.",
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )
        besluiten.verzenden(besluit=einde.besluit, datum=self.dag, **self.wie_wanneer())  # type: ignore[arg-type]

    def nazorgcontacten(self, tot: date) -> None:
        """Hold the contacts that were due before a day."""
        for contact in self.dossier.nazorg.contacten.filter(gepland_op__lt=tot):
            self.dag = contact.gepland_op - timedelta(days=self.rng.randint(2, 12))
            nazorgcontact_vastleggen(
                contact=contact,
                datum=self.dag,
                kanaal=Kanaal.TELEFOON,
                verslag="Het gaat goed. De rekeningen zijn op tijd betaald en het werk bevalt.",
                terugval=False,
                **self.wie_wanneer(),  # type: ignore[arg-type]
            )

    def afsluiten(self) -> None:
        at = moment(self.dag, 16)
        nazorg_afsluiten(dossier=self.dossier, reden="De inwoner redt het zelf.", by=self.consulent, at=at)

    def verslag_toevoegen(self) -> None:
        document_toevoegen(
            dossier=self.dossier,
            soort=Documentsoort.VERSLAG,
            onderwerp="Verslag van het eerste gesprek",
            datum=self.dag,
            inhoud=papier("Verslag van het gesprek", "Besproken: de vijf leefgebieden.", self.dossier.nummer, self.dag),
            **self.wie_wanneer(),  # type: ignore[arg-type]
        )


def _kies(rng: Random) -> tuple[Verhaal, ...]:
    """Choose two to four stories, at most one per leefgebied."""
    gekozen: dict[Leefgebied, Verhaal] = {}
    for verhaal in rng.sample(VERHALEN, k=len(VERHALEN)):
        gekozen.setdefault(verhaal.leefgebied, verhaal)
    aantal = rng.randint(2, 4)
    return tuple(gekozen[leefgebied] for leefgebied in Leefgebied if leefgebied in list(gekozen)[:aantal])
