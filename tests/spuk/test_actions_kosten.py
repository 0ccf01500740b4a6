"""A cost is booked on a toegekende voorziening with its invoice, once, and can be taken back with a reason."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cases.actions.basis import ActieFout
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from planvanaanpak.models import Voorziening
from spuk.actions.kosten import boeking_terugdraaien, kosten_boeken
from spuk.componenten import Component
from spuk.models import Kostenregel
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import moment
from tests.haltes import halte
from tests.wegen import stel_vast

ON = date(2026, 6, 1)
PDF = pdf()


@halte
def koelkast(dossier, consulent, snelle_pdf):
    stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))
    return Voorziening.objects.get(omschrijving="Koelkast")


def boek(gemeente, voorziening, by, **anders):
    gegevens = {
        "component": Component.C,
        "datum": date(2026, 5, 12),
        "omschrijving": "Koelkast",
        "leverancier": "Witgoedhuis",
        "factuurnummer": "2026-118",
        "netto": Decimal("385.40"),
        "btw": Decimal("80.93"),
        "factuur": PDF,
        **anders,
    }
    on = gegevens.pop("on", ON)
    return kosten_boeken(gemeente=gemeente, voorziening=voorziening, **gegevens, by=by, at=moment(on), on=on)


def test_cost_is_booked_with_its_invoice(gemeente, koelkast, financieel):
    regel = boek(gemeente, koelkast, financieel)

    assert (regel.netto, regel.btw, regel.bruto) == (Decimal("385.40"), Decimal("80.93"), Decimal("466.33"))
    assert (regel.dossier, regel.factuur_type) == (koelkast.plan.dossier, "application/pdf")
    with regel.factuur.open("rb") as bestand:
        assert bestand.read() == PDF
    event = koelkast.plan.dossier.events.first()
    assert (event.tekst, event.by) == ("Kosten geboekt: Koelkast.", financieel)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": date(2026, 6, 2)}, "in de toekomst"),
        ({"factuur": None}, "Voeg de factuur toe"),
        ({"factuur": b"MZ dit is een programma"}, "programma"),
        ({"component": Component.E}, "Alleen kosten van onderdeel C"),
    ],
    ids=["future", "no-invoice", "a-program", "other-component"],
)
def test_cost_is_refused_and_nothing_is_booked(gemeente, koelkast, financieel, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        boek(gemeente, koelkast, financieel, **anders)

    assert Kostenregel.objects.count() == 0


@pytest.mark.parametrize(("gemeld", "mag"), [(date(2026, 3, 21), True), (date(2026, 3, 20), False)])
def test_cost_of_what_was_granted_after_the_30_dagen_is_refused(gemeente, koelkast, consulent, financieel, gemeld, mag):
    """SPR art. 3 leden 6 and 7: the besluit is of 20 April 2026; an older verplichting runs on."""
    dossier = koelkast.plan.dossier
    acclimatisatie_starten(dossier=dossier, datum_gemeld=gemeld, by=consulent, at=moment(ON), on=ON)

    if mag:
        assert boek(gemeente, koelkast, financieel).pk
        return
    with pytest.raises(ActieFout) as fout:
        boek(gemeente, koelkast, financieel)

    assert str(fout.value) == (
        "Nieuwe kosten na niet erkend: dat kon tot en met 19 april 2026 (SPUK-regeling artikel 3 lid 7). Besluit"
        " 9901-B-2026-00001 is daarna genomen. Het Rijk betaalt deze kosten niet, ook niet met de hardheidsclausule."
        " Boek ze buiten de SPUK."
    )
    assert Kostenregel.objects.count() == 0


def test_component_c_without_voorziening_is_refused(gemeente, financieel):
    with pytest.raises(ActieFout, match="Kies de voorziening"):
        boek(gemeente, None, financieel)


def test_voorziening_of_another_gemeente_is_refused(andere_gemeente, koelkast, financieel):
    with pytest.raises(ActieFout, match="andere gemeente"):
        boek(andere_gemeente, koelkast, financieel)


def test_voorziening_that_is_not_granted_is_refused(gemeente, koelkast, financieel):
    koelkast.status = "afgewezen"
    koelkast.save(update_fields=["status"])

    with pytest.raises(ActieFout, match="niet toegekend"):
        boek(gemeente, koelkast, financieel)


def test_same_invoice_line_twice_is_refused(gemeente, koelkast, financieel):
    boek(gemeente, koelkast, financieel)

    with pytest.raises(ActieFout, match="al geboekt"):
        boek(gemeente, koelkast, financieel)

    assert Kostenregel.objects.count() == 1


def test_booking_is_taken_back_with_a_reason(gemeente, koelkast, financieel):
    regel = boek(gemeente, koelkast, financieel)

    boeking_terugdraaien(regel=regel, reden="Verkeerd dossier", by=financieel, at=moment(ON))

    assert Kostenregel.objects.count() == 0
    laatste = Kostenregel.history.first()
    assert (laatste.history_type, laatste.history_user, laatste.history_change_reason) == (
        "-",
        financieel,
        "Verkeerd dossier",
    )


def test_who_reads_the_costs_sees_what_was_taken_back(client, gemeente, koelkast, financieel):
    """Also what hangs on no dossier: financieel and the accountant read it nowhere else."""
    for voorziening, wat in ((koelkast, {}), (None, {"component": Component.E_KIND, "factuur": None})):
        regel = boek(gemeente, voorziening, financieel, **wat)
        boeking_terugdraaien(regel=regel, reden="Verkeerde gemeente", by=financieel, at=moment(ON))
    client.force_login(financieel)

    versies = client.get(reverse("kosten", args=["9901", 2026])).context["versies"]

    van = f", dossier {koelkast.plan.dossier.nummer}"
    assert [(v.tekst, v.door, v.reden, [w.oud for w in v.waarden][3:]) for v in versies] == [
        (
            f"Witgoedhuis, factuur 2026-118{bij} teruggedraaid",
            financieel.naam,
            "Verkeerde gemeente",
            ["€\xa0385,40", "€\xa080,93"],
        )
        for bij in ("", van)
    ]
    assert client.get(reverse("kosten", args=["9901", 2025])).context["versies"] == []


def test_booking_that_a_colleague_took_back_meanwhile_is_said(client, gemeente, koelkast, financieel, monkeypatch):
    def intussen(**wat):
        boeking_terugdraaien(**wat)
        boeking_terugdraaien(**wat)

    regel = boek(gemeente, koelkast, financieel)
    monkeypatch.setattr("spuk.views.kosten.boeking_terugdraaien", intussen)
    client.force_login(financieel)

    antwoord = client.post(reverse("kostenregel", args=[regel.pk]), {"reden": "Verkeerd dossier"})

    assert antwoord["Location"] == reverse("kosten", args=[gemeente.code, regel.datum.year])
    gezegd = [str(bericht) for bericht in get_messages(antwoord.wsgi_request)]
    assert gezegd == ["Iemand anders heeft deze boeking net teruggedraaid."]


def test_booking_is_not_taken_back_without_a_reason(gemeente, koelkast, financieel):
    regel = boek(gemeente, koelkast, financieel)

    with pytest.raises(ActieFout, match="waarom"):
        boeking_terugdraaien(regel=regel, reden=" ", by=financieel, at=moment(ON))

    assert Kostenregel.objects.count() == 1
