"""What the geschiedenis of a dossier says of a plan: which row it was, amounts as money, and no marks."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.db import models

from accounts.rollen import Rol
from accounts.versies import HOEVEELHEDEN
from cases.registratie import historie
from cases.wijzigingen import list_wijzigingen
from tests.factories import maak_user
from tests.planvanaanpak.beoordeling import adviseer_alles, met_commissie
from tests.planvanaanpak.conftest import VANDAAG


def regels(dossier):
    return [(w.veld, w.oud, w.nieuw) for w in list_wijzigingen(historie(dossier))]


@pytest.mark.django_db
def test_change_in_a_plan_names_its_row_and_reads_as_the_screen_does(plan):
    deel, koelkast = plan.leefgebieden.get(leefgebied="wonen"), plan.voorzieningen.get(omschrijving="Koelkast")
    eerst, koelkast.aantal, koelkast.eenheidsprijs, koelkast.bedrag = (
        deel.situatie, Decimal("2.50"), Decimal("576.00"), Decimal("1440.00")
    )  # fmt: skip
    deel.situatie = "De woning is klein."
    deel.save()
    koelkast.save()

    gevonden = regels(plan.dossier)

    assert ("Planleefgebied (Wonen), hoe is het nu?", eerst, "De woning is klein.") in gevonden
    assert [regel for regel in gevonden if regel[0].startswith("Voorziening")] == [
        ("Voorziening (Koelkast), aantal", "1", "2,5"),
        ("Voorziening (Koelkast), prijs per stuk, met btw", "€\xa0466,33", "€\xa0576,00"),
        ("Voorziening (Koelkast), bedrag, met btw", "€\xa0466,33", "€\xa01.440,00"),
    ]


@pytest.mark.django_db
def test_change_of_the_field_that_names_a_row_does_not_name_it_twice(plan):
    koelkast = plan.voorzieningen.get(omschrijving="Koelkast")
    koelkast.omschrijving = "Koelkast met vriesvak"
    koelkast.save()

    assert regels(plan.dossier)[-1] == ("Voorziening, wat", "Koelkast", "Koelkast met vriesvak")


@pytest.mark.django_db
def test_advice_is_told_without_the_mark_of_the_voorstel(plan, consulent, gemeente):
    plan.dossier = met_commissie(plan.dossier)
    adviseer_alles(plan, maak_user(Rol.COMMISSIELID, gemeente), consulent, VANDAAG)

    velden = {veld for veld, *_ in regels(plan.dossier) if veld.startswith("Agendapunt")}

    assert "Agendapunt (Koelkast), advies" in velden
    assert [veld for veld in velden if "merk" in veld] == []


def test_every_number_with_decimals_is_money_or_a_quantity_by_its_name():
    velden = [veld for model in apps.get_models() for veld in model._meta.fields]

    namen = {veld.name for veld in velden if isinstance(veld, models.DecimalField)}

    assert namen == {
        *HOEVEELHEDEN, "bedrag", "bruto", "btw", "eenheidsprijs", "netto", "prijs", "tarief", "tot_bedrag",
    }  # fmt: skip
