"""Which besluit a clock of bezwaar is about, where a dossier has more than one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.klokken import maak_dossiertijdlijn
from cases.models import Dossier
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.planbron import besluiten_van
from tests.factories import moment
from tests.planvanaanpak.besluitstappen import verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db
LATER = VANDAAG + timedelta(days=7)


def klokken(dossier):
    """Give the clocks of bezwaar and what drawing them asked, after the cards asked for the besluiten."""
    vers = Dossier.objects.voor_pagina().get(pk=dossier.pk)
    besluiten_van(vers)
    with CaptureQueriesContext(connection) as vragen:
        tijdlijn = maak_dossiertijdlijn(vers, LATER)
    namen = [rij.klok.volle_naam for rij in tijdlijn.rijen if rij.klok.naam.startswith("Bezwaar")]
    return namen, len(vragen)


def test_one_besluit_needs_no_number(besluit, consulent):
    verstuur(besluit, consulent, VANDAAG, on=VANDAAG)

    assert klokken(besluit.dossier) == (["Bezwaar"], 0)


def test_two_besluiten_are_told_apart_without_a_query(besluit, consulent, client):
    verstuur(besluit, consulent, VANDAAG, on=VANDAAG)
    plan, wie = besluit.dossier.plan, {"by": consulent, "at": moment(LATER)}
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, **wie)
    tweede = addendum_vaststellen(plan=plan, datum=LATER, toelichting="Een kind.", **wie, on=LATER)
    verstuur(tweede, consulent, LATER, on=LATER)

    toekenning, addendum = f"Bezwaar (toekenning {besluit.nummer})", f"Bezwaar (addendum {tweede.nummer})"
    assert klokken(besluit.dossier) == ([toekenning, addendum], 0)

    client.force_login(consulent)
    tekst = client.get(besluit.dossier.get_absolute_url()).text
    assert [tekst.count(f'Waarom deze datum?<span class="bo-hulp"> {naam}<') for naam in (toekenning, addendum)] == [
        1, 1
    ]  # fmt: skip
    assert f'<span class="bo-klein">toekenning <span class="bo-cijfer">{besluit.nummer}</span></span>' in tekst
