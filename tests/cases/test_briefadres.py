"""To whom a letter goes: the inwoner, the vertegenwoordiger, or the inwoner with a copy."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from cases.actions.betrokkenen import betrokkene_toevoegen, post_kiezen
from cases.brief import Ontvanger
from cases.briefadres import ontvanger, post_volledig
from cases.keuzes import PostAan
from cases.models import Persoon
from planvanaanpak.brief import als_json, ontbrekende_gegevens, uit_json
from planvanaanpak.models import Besluit
from planvanaanpak.pdf import besluit_html
from tests.factories import maak_dossier, moment
from tests.planvanaanpak import brieven
from tests.wegen import stel_vast

ON = date(2026, 3, 20)
BEWIND = {
    "rol": "bewindvoerder",
    "naam": "P. Jansen",
    "organisatie": "Bewind BV",
    "adres": "Postbus 12\n4000 AA Rivierendam",
}
pytestmark = pytest.mark.django_db


def post_aan(dossier, by, keuze, **anders):
    rij = betrokkene_toevoegen(dossier=dossier, gegevens={**BEWIND, **anders}, by=by, at=moment(ON))
    post_kiezen(dossier=dossier, post_aan=keuze, vertegenwoordiger=rij, reden="x", by=by, at=moment(ON))
    return Persoon.objects.get(pk=dossier.persoon_id)


def test_letter_goes_to_the_inwoner(dossier):
    assert ontvanger(dossier.persoon) == Ontvanger(
        aanhef="Beste N. Berkhout", naam="N. Berkhout", adresregels=("Lindepad 14", "4001 ZZ  Rivierendam")
    )


def test_letter_goes_to_the_vertegenwoordiger(dossier, consulent):
    persoon = post_aan(dossier, consulent, PostAan.VERTEGENWOORDIGER)

    assert ontvanger(persoon) == Ontvanger(
        aanhef="Beste P. Jansen",
        naam="Bewind BV",
        tav="P. Jansen",
        adresregels=("Postbus 12", "4000 AA Rivierendam"),
        voor="N. Berkhout",
        hoedanigheid="bewindvoerder",
    )


def test_vertegenwoordiger_without_organisatie_stands_first(dossier, consulent):
    persoon = post_aan(dossier, consulent, PostAan.VERTEGENWOORDIGER, organisatie="", rol="curator")

    brief = ontvanger(persoon)
    assert (brief.naam, brief.tav, brief.hoedanigheid) == ("P. Jansen", "", "curator")


def test_inwoner_gets_the_letter_and_the_vertegenwoordiger_a_copy(dossier, consulent):
    persoon = post_aan(dossier, consulent, PostAan.BEIDE)

    brief = ontvanger(persoon)
    assert (brief.naam, brief.afschrift_aan, brief.afschrift_adres) == (
        "N. Berkhout",
        "P. Jansen van Bewind BV, bewindvoerder",
        ("Postbus 12", "4000 AA Rivierendam"),
    )


@pytest.mark.parametrize(
    ("keuze", "adres", "volledig"),
    [
        (PostAan.VERTEGENWOORDIGER, {"straat": "", "woonplaats": ""}, True),
        (PostAan.BEIDE, {"straat": "", "woonplaats": ""}, False),
        (PostAan.BEIDE, {}, True),
    ],
)
def test_letter_needs_the_address_of_who_gets_it(gemeente, consulent, keuze, adres, volledig):
    dossier = maak_dossier(gemeente, **adres)

    assert post_volledig(post_aan(dossier, consulent, keuze)) is volledig


@pytest.mark.usefixtures("snelle_pdf")
def test_besluit_goes_to_the_vertegenwoordiger_and_keeps_that(client, dossier, consulent):
    post_aan(dossier, consulent, PostAan.VERTEGENWOORDIGER)
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=ON)

    post_kiezen(
        dossier=dossier, post_aan=PostAan.INWONER, vertegenwoordiger=None, reden="x", by=consulent, at=moment(ON)
    )

    brief = uit_json(Besluit.objects.get().snapshot)
    html = besluit_html(brief)
    assert "<p>Aan Bewind BV</p>\n<p>t.a.v. P. Jansen</p>\n<p>Postbus 12</p><p>4000 AA Rivierendam</p>" in html
    assert "<dt>Voor</dt><dd>N. Berkhout</dd>" in html
    assert (
        "<p>U krijgt deze brief als bewindvoerder van N. Berkhout."
        " Met ‘u’ bedoelen wij in deze brief verder N. Berkhout.</p>" in html
    )
    assert "Lindepad" not in html
    client.force_login(consulent)
    tekst = client.get(reverse("besluit", args=[besluit.nummer])).text
    assert "De bewindvoerder krijgt de brief voor N. Berkhout." in tekst
    assert "Postbus 12" in tekst


@pytest.mark.usefixtures("snelle_pdf")
def test_besluit_names_who_gets_a_copy(client, dossier, consulent):
    post_aan(dossier, consulent, PostAan.BEIDE)
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=ON)

    html = besluit_html(uit_json(besluit.snapshot))

    assert "<dt>Afschrift aan</dt><dd>P. Jansen van Bewind BV, bewindvoerder</dd>" in html
    client.force_login(consulent)
    assert (
        "Stuur ook een afschrift aan P. Jansen van Bewind BV, bewindvoerder: Postbus 12, 4000 AA Rivierendam."
        in client.get(reverse("besluit", args=[besluit.nummer])).text
    )


def test_letter_that_was_frozen_before_reads_as_it_was():
    data = als_json(brieven.TOEKENNING)
    data["ontvanger"] = {veld: data["ontvanger"][veld] for veld in ("aanhef", "naam", "adresregels")}

    assert uit_json(data) == brieven.TOEKENNING


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        ({"adresregels": (), "adres_geheim": True}, ()),
        ({"adresregels": ()}, ("het volledige adres van de ontvanger",)),
        ({"afschrift_aan": "P. Jansen", "afschrift_adres": ("Postbus 12", "4000 AA Ede")}, ()),
        ({"afschrift_aan": "P. Jansen"}, ("het volledige adres van de ontvanger",)),
    ],
    ids=["geheim", "no-address", "copy", "copy-without-address"],
)
def test_lawful_letter_reaches_everybody_who_gets_it(anders, ontbreekt):
    naar = Ontvanger(**{"aanhef": "Beste N. Berkhout", "naam": "N. Berkhout", "adresregels": ("a", "b"), **anders})

    assert ontbrekende_gegevens(replace(brieven.TOEKENNING, ontvanger=naar)) == ontbreekt
