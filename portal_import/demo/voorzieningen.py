"""Prices, motivering and delivery in the demo: what a voorziening needs before a besluit, and what followed it."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.keuzes import Leefgebied
from planvanaanpak.actions.doelen import doel_toevoegen
from planvanaanpak.actions.prijslijst import dienst_bewaren, nibudprijzen_inlezen
from planvanaanpak.actions.prijszetten import Onderbouwing, VergelijkbaarGoed
from planvanaanpak.actions.verstrekking import TE_VERSTREKKEN, verstrekking_vastleggen
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.prijsregels import Prijsregel
from planvanaanpak.voorzieningkeuzes import Prijsbasis, VerstrekkingSoort
from portal_import.demo.levering import moment
from portal_import.demo.verhalen import Hulp

HOEVEEL = 12
WINKELS = ("Witgoedhuis", "De Winkel", "Alles in Huis")
KOELKASTEN = (Decimal("449.00"), Decimal("479.00"), Decimal("471.00"))
TOETSEN = {
    "obstakel": "U kunt dit nu niet zelf betalen. Daardoor komt u niet verder met uw doel.",
    "geschiktheid": "Ja. Hiermee zet u de stap die in het plan staat.",
    "noodzakelijkheid": "Nee. Wat vrij toegankelijk is, past niet of heeft een te lange wachttijd.",
    "evenredigheid": "Ja. Wij kiezen het goedkoopste dat past.",
}
# Invented: the Prijzengids itself is for sale, and each gemeente fills in its own copy.
PRIJZEN = (("Bed, eenpersoons", 88, "210.00"), ("Koelkast, tafelmodel", 112, "319.00"), ("Wasmachine", 113, "519.00"))


def met_doel(plan: PlanVanAanpak, leefgebied: Leefgebied, tekst: str, by: User, on: date) -> None:
    """Let the plan have a doel on a leefgebied before something is granted there with an addendum."""
    if plan.doelen.filter(leefgebied=leefgebied).exists():
        return
    reden = "Hier is nu ook hulp bij nodig."
    doel_toevoegen(plan=plan, leefgebied=leefgebied, tekst=tekst, reden=reden, by=by, at=moment(on))


def motiveer(hulp: Hulp, on: date) -> dict[str, Any]:
    """Give what a voorstel to grant needs: the tests, and of goods the prices that were compared."""
    if hulp.soort != "materieel":
        return dict(TOETSEN)
    prijzen = KOELKASTEN if hulp.omschrijving == "Koelkast" else _rondom(hulp.bedrag)
    goederen = tuple(
        VergelijkbaarGoed(goed=hulp.omschrijving, bron=winkel, datum=on, prijs=prijs)
        for winkel, prijs in zip(WINKELS, prijzen, strict=True)
    )
    reden = "Dit staat niet in de prijzengids."
    return TOETSEN | {"onderbouwing": Onderbouwing(basis=Prijsbasis.VERGELIJKING, goederen=goederen, reden=reden)}


def _rondom(bedrag: Decimal) -> Sequence[Decimal]:
    return (bedrag - 20, bedrag, bedrag + 20)


def vul_prijzen(gemeente: Gemeente) -> None:
    """Let the beheerder fill a price list and a dienst that is bought for many."""
    by = User.objects.met_rol(Rol.BEHEERDER, gemeente.pk).order_by("pk")[0]
    regels = [Prijsregel(artikel=artikel, bladzijde=blad, prijs=Decimal(prijs)) for artikel, blad, prijs in PRIJZEN]
    nibudprijzen_inlezen(gemeente=gemeente, editie="2025 voorbeeld", regels=regels, by=by)
    training = {
        "naam": "Groepstraining Grip op geld",
        "uitvoerder": "Rustig Rekenen",
        "eenheid": "bijeenkomst",
        "tarief": Decimal("62.50"),
        "bron": "Raamovereenkomst 2025",
    }
    dienst_bewaren(gemeente=gemeente, gegevens=training, by=by)


def vul_verstrekkingen(gemeente: Gemeente, on: date) -> None:
    """Deliver the goods of some dossiers, and stop one hulp, so that the overview has each state."""
    toegekend = Voorziening.objects.filter(plan__dossier__gemeente=gemeente, besluit__datum__lt=on).toegekend()
    open_ = toegekend.filter(plan__dossier__status__in=TE_VERSTREKKEN, plan__dossier__casusregisseur__isnull=False)
    rijen = open_.select_related("besluit", "plan__dossier__casusregisseur").order_by("pk")
    for nummer, rij in enumerate(rijen[:HOEVEEL]):
        assert rij.besluit is not None
        dag = min(rij.besluit.datum + timedelta(days=14), on)
        if rij.soort == "materieel":
            _leg_vast(rij, VerstrekkingSoort.GELEVERD if nummer % 3 else VerstrekkingSoort.BESTELD, "", dag)
        elif nummer % 4 == 1:
            _leg_vast(rij, VerstrekkingSoort.GESTOPT, "De inwoner heeft dit niet meer nodig.", dag)


def _leg_vast(rij: Voorziening, soort: VerstrekkingSoort, toelichting: str, dag: date) -> None:
    by = rij.plan.dossier.casusregisseur
    assert by is not None
    verstrekking_vastleggen(
        voorziening=rij,
        soort=soort,
        datum=dag,
        aantal=Decimal(0),
        toelichting=toelichting,
        by=by,
        at=moment(dag, 14),
        on=dag,
    )
