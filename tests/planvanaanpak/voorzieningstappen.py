"""What several tests do with voorzieningen: prices of a gemeente, a saneringskrediet, a delivery."""

from datetime import date
from decimal import Decimal

from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.prijslijst import dienst_bewaren, nibudprijzen_inlezen
from planvanaanpak.actions.sanering import sanering_vastleggen
from planvanaanpak.actions.verstrekking import verstrekking_vastleggen
from planvanaanpak.models import Dienst, Nibudprijs
from planvanaanpak.prijsregels import Prijsregel
from planvanaanpak.voorzieningkeuzes import VerstrekkingSoort
from tests.factories import moment
from tests.wegen import BUDGETCOACH, WEIGEREN

KREDIET = {
    **BUDGETCOACH,
    "omschrijving": "Saneringskrediet",
    "schuld": "sanering",
    "bedrag": Decimal("8400.00"),
    "motivering": "Met dit krediet betaalt u al uw schulden in één keer af.",
}
SANERING = {
    "datum_beschikking": date(2025, 10, 6),
    "datum_verzoek": date(2026, 3, 12),
    "af_te_lossen": False,
    "toelichting": "De schuldhulpverlener rekende 61 maanden uit.",
    "overeenkomst": None,
    "collegebesluit": "",
    "collegebesluit_datum": None,
    "collegebesluit_document": None,
}
TRAINING = {
    "naam": "Groepstraining Grip op geld",
    "uitvoerder": "Rustig Rekenen",
    "eenheid": "bijeenkomst",
    "tarief": Decimal("62.50"),
    "bron": "Raamovereenkomst 2025",
}


def maak_nibudprijs(gemeente, by, *, artikel="Koelkast, tafelmodel", prijs="319.00", editie="2025"):
    regels = [Prijsregel(artikel=artikel, bladzijde=112, prijs=Decimal(prijs))]
    nibudprijzen_inlezen(gemeente=gemeente, editie=editie, regels=regels, by=by)
    return Nibudprijs.objects.get(gemeente=gemeente, editie=editie, artikel=artikel)


def maak_dienst(gemeente, by, **anders) -> Dienst:
    return dienst_bewaren(gemeente=gemeente, gegevens=TRAINING | anders, by=by)


def lever(voorziening, by, datum, soort="geleverd", *, aantal="0", toelichting="", on=None):
    return verstrekking_vastleggen(
        voorziening=voorziening,
        soort=VerstrekkingSoort(soort),
        datum=datum,
        aantal=Decimal(aantal),
        toelichting=toelichting,
        by=by,
        at=moment(datum),
        on=on or datum,
    )


def maak_voorzieningen(gemeente, in_plan, besluit, by, beheerder):
    """Give the world prices, a saneringskrediet that was asked too late for a grant, and a delivered koelkast."""
    maak_nibudprijs(gemeente, beheerder)
    maak_dienst(gemeente, beheerder)
    datum = date(2026, 4, 20)
    weigeren = WEIGEREN | {"weigeringsgrond": "Niet onder de kindregeling"}
    krediet = voorziening_bewaren(plan=in_plan.plan, gegevens=KREDIET | weigeren, by=by, at=moment(datum))
    sanering_vastleggen(voorziening=krediet, gegevens=SANERING, by=by, at=moment(datum), on=datum)
    lever(besluit.voorzieningen.order_by("pk").first(), by, date(2026, 5, 4))
