"""What a page says beforehand is what the action does after."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.models import Termijn
from cases.register import regel as zoek_regel
from nazorg.bron import list_doorlopend
from nazorg.vooruitblik import kijk_vooruit, list_acclimatisatieklokken, list_stoppen
from planvanaanpak.models import Voorziening
from tests.factories import moment
from tests.nazorg.eindes import BESLUIT, CONTACTDAGEN, DOELEN, EINDE, meld_niet_erkend, stop
from tests.planvanaanpak.voorzieningstappen import lever
from tests.wegen import behaal_doelen

GEMELD = date(2026, 5, 8)


def lees(dossier):
    """Fetch a dossier as a page does, with its clocks."""
    return type(dossier).objects.voor_pagina().get(pk=dossier.pk)


def vervallen(dossier):
    termijnen = Termijn.objects.filter(dossier=dossier, status="vervallen")
    return {zoek_regel(termijn.regel).kort for termijn in termijnen}


@pytest.mark.parametrize(
    ("grond", "nazorg", "contacten", "nazorg_tot", "stoppen"),
    [
        ("doelen_behaald", True, tuple(CONTACTDAGEN), date(2029, 1, 15), ()),
        ("doelen_behaald", False, (), None, ("Besluiten nemen (tot en met 12 maart 2028)",)),
        ("verhuizing", True, (), None, ("Besluiten nemen (tot en met 12 maart 2028)",)),
    ],
)
def test_preview_of_an_end_is_what_happens(
    in_uitvoering, consulent, budgetcoach, grond, nazorg, contacten, nazorg_tot, stoppen
):
    behaal_doelen(in_uitvoering, consulent, DOELEN)
    keuze = {"grond": grond, "datum": EINDE, "toelichting": "Uw doelen zijn behaald.", "nazorg_gewenst": nazorg}

    einde = kijk_vooruit(dossier=lees(in_uitvoering), **keuze, on=EINDE)
    beeindiging = stop(in_uitvoering, consulent, grond=grond, nazorg=nazorg)

    in_uitvoering.refresh_from_db()
    assert (einde.contacten, einde.nazorg_tot, einde.stoppen) == (contacten, nazorg_tot, stoppen)
    assert einde.met_nazorg == (in_uitvoering.status == "nazorg")
    if einde.met_nazorg:
        gepland = in_uitvoering.nazorg.contacten.values_list("gepland_op", flat=True)
        assert einde.contacten == tuple(gepland)
        assert Termijn.objects.get(dossier=in_uitvoering, regel="nazorg_einde").uiterste_datum == nazorg_tot
    bezwaar = Termijn.objects.get(regel="bezwaar", aanleiding=f"besluit:{beeindiging.besluit_id}")
    assert einde.bezwaar_tot == bezwaar.uiterste_datum
    assert [rij.nog for rij in einde.doorlopend] == ["tot en met 30 juni 2027", "nog te leveren"]
    snapshot = beeindiging.besluit.snapshot
    assert (einde.brief, einde.brief_nazorg) == (snapshot["toelichting"], snapshot["nazorg_tekst"])
    assert einde.artikel == ""
    assert ("tot ongeveer 15 januari 2029" in einde.brief_nazorg) == (einde.nazorg_tot is not None)


def test_preview_saves_nothing(in_uitvoering, consulent):
    behaal_doelen(in_uitvoering, consulent, DOELEN)

    kijk_vooruit(
        dossier=lees(in_uitvoering),
        grond="doelen_behaald",
        datum=EINDE,
        toelichting="x",
        nazorg_gewenst=True,
        on=EINDE,
    )

    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, in_uitvoering.besluiten.count()) == ("uitvoering", 1)


def test_two_ends_after_a_message_are_shown_as_they_are_started(in_uitvoering, consulent):
    klokken = list_acclimatisatieklokken(lees(in_uitvoering), GEMELD)
    meld_niet_erkend(in_uitvoering, consulent, GEMELD)

    assert [(klok.naam, klok.uiterste_datum) for klok in klokken] == [
        ("Ondersteuning afronden (30 dagen)", date(2026, 6, 8)),
        ("Nieuwe kosten (30 dagen)", date(2026, 6, 7)),
    ]
    termijnen = Termijn.objects.filter(regel__in=["acclimatisatie", "nieuwe_kosten"]).order_by("regel")
    assert [termijn.uiterste_datum for termijn in termijnen] == [klok.uiterste_datum for klok in klokken]
    assert [dict(klok.berekening.som)["Uiterste datum"] for klok in klokken] == [
        "maandag 8 juni 2026",
        "zondag 7 juni 2026",
    ]


def test_what_stops_is_named_once_per_rule_and_only_when_it_runs(in_nazorg, consulent):
    """The venster for spullen has passed: nothing stops there, though its row is dropped."""
    stoppen = list_stoppen(lees(in_nazorg), EINDE, behalve=("bezwaar",))
    meld_niet_erkend(in_nazorg, consulent, EINDE)

    assert stoppen == (
        "Contact in de nazorg (4 keer)",
        "Besluiten nemen (tot en met 12 maart 2028)",
        "Nazorg (tot en met 15 januari 2029)",
    )
    assert vervallen(in_nazorg) == {"Contact in de nazorg", "Besluiten nemen", "Nazorg", "Spullen toekennen"}


@pytest.mark.parametrize(
    ("vanaf", "tot", "anders", "stappen", "nog"),
    [
        (BESLUIT, date(2027, 6, 30), {}, [], "tot en met 30 juni 2027"),
        (BESLUIT, None, {}, [], "zonder einddatum"),
        (None, EINDE, {}, [], "tot en met 15 januari 2027"),
        (None, date(2027, 1, 14), {}, [], ""),
        (None, None, {}, [], "nog te leveren"),
        (None, None, {}, [("besteld", "0")], "besteld op 1 juni 2026, nog te leveren"),
        (None, None, {}, [("gebruikt", "10")], "nog 2 van 12 keer"),
        (None, None, {"eenheid": "gesprekken"}, [("gebruikt", "10")], "nog 2 van 12 gesprekken"),
        (BESLUIT, date(2027, 6, 30), {}, [("gebruikt", "12")], ""),
        (None, None, {}, [("besteld", "0"), ("geleverd", "0")], ""),
        (BESLUIT, None, {}, [("gestopt", "0")], ""),
        (BESLUIT, date(2027, 6, 30), {"status": "afgewezen"}, [], ""),
        (BESLUIT, date(2027, 6, 30), {"toegang": "vrij"}, [], ""),
    ],
    ids=[
        "loopt", "zonder einde", "laatste dag", "gisteren voorbij", "niet besteld", "besteld", "tien van twaalf",
        "tien van twaalf gesprekken", "op voor de einddag", "geleverd", "gestopt", "afgewezen", "vrij toegankelijk",
    ],
)  # fmt: skip
def test_end_names_what_is_still_to_come_as_the_page_with_what_was_granted_does(
    client, in_uitvoering, budgetcoach, consulent, vanaf, tot, anders, stappen, nog
):
    """VNG handreiking 2025 §4.4(1) NB: of three EMDR sessions two are still to come after the end."""
    in_uitvoering.plan.voorzieningen.exclude(pk=budgetcoach.pk).update(status="afgewezen")
    looptijd = {"looptijd_vanaf": vanaf, "looptijd_tot": tot}
    Voorziening.objects.filter(pk=budgetcoach.pk).update(aantal=12, eenheidsprijs=150, **looptijd)
    for soort, aantal in stappen:
        lever(budgetcoach, consulent, date(2026, 6, 1), soort, aantal=aantal, toelichting="Zo is het.")
    if anders:
        Voorziening.objects.filter(pk=budgetcoach.pk).update(**anders)

    gevonden = list_doorlopend(in_uitvoering, EINDE)

    assert [(rij.voorziening, rij.nog) for rij in gevonden] == ([(budgetcoach, nog)] if nog else [])
    with time_machine.travel(moment(EINDE), tick=False):
        client.force_login(consulent)
        op_de_pagina = client.get(reverse("toegekend", args=[in_uitvoering.nummer])).context["loopt"]
    assert [rij.voorziening for rij in op_de_pagina] == [rij.voorziening for rij in gevonden]
