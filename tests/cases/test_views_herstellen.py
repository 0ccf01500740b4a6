"""The pages of Herstellen: what they show, what they refuse, and what they save."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.contact import contact_vastleggen
from cases.actions.intrekken import dossier_intrekken
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.samenvoegen import samenvoegen
from cases.actions.verbeteren import contact_intrekken, contact_wijzigen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact, Dossier, Driegesprek, Persoon, Verificatie
from planvanaanpak.actions.plan import plan_openen
from tests.factories import PERSOON, maak_dossier, moment
from tests.wegen import stel_vast, voer_eerste_gesprek

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}
BSN = "999990019"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def url(naam, dossier, *rest):
    return reverse(naam, args=[dossier.nummer, *rest])


def contact(dossier, by, datum=date(2026, 3, 4), tekst="Kennisgemaakt."):
    return contact_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst=tekst,
        by=by,
        **NA,
    )


def versie(rij):
    return rij.history.order_by("-history_id").first().history_id


def contactvelden(rij, **anders):
    velden = {"datum": "2026-03-04", "kanaal": "telefoon", "uitkomst": "gesproken", "met": "", "tekst": rij.tekst}
    return {**velden, "reden": "Verkeerd getypt", "versie": versie(rij), **anders}


def tekst(antwoord):
    return unescape(antwoord.content.decode())


def test_contact_is_corrected(client, dossier, consulent):
    rij = contact(dossier, consulent)
    client.force_login(consulent)

    antwoord = client.post(
        url("contact_wijzigen", dossier, rij.pk),
        contactvelden(rij, datum="2026-03-05", uitkomst="iemand anders bereikt", met="zijn zus"),
    )

    assert antwoord.status_code == 302
    rij.refresh_from_db()
    assert (rij.datum, rij.met) == (date(2026, 3, 5), "zijn zus")
    pagina = tekst(client.get(antwoord["Location"]))
    assert "Het is verbeterd. Het eerste contact en de termijnen die daaraan hangen, worden opnieuw bepaald." in pagina


def test_second_of_two_sees_what_the_first_changed_and_loses_nothing(client, dossier, consulent, collega):
    rij = contact(dossier, consulent)
    oud = contactvelden(rij, tekst="Mijn lange verhaal")
    contact_wijzigen(contact=rij, wijzigingen={"tekst": "Andere tekst"}, reden="x", by=collega, **NA)
    client.force_login(consulent)

    antwoord = client.post(url("contact_wijzigen", dossier, rij.pk), oud)

    pagina = tekst(antwoord)
    assert "Iemand anders heeft deze gegevens intussen gewijzigd" in pagina
    assert "Bekend is nu: Waar ging het over? Andere tekst." in pagina
    assert "Mijn lange verhaal" in pagina


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({}, "U heeft niets gewijzigd."),
        ({"datum": "2026-03-01"}, "Het contact kan niet vóór de aanmelding van 2 maart 2026 liggen."),
        ({"tekst": "Anders", "reden": f"Het BSN is {BSN}"}, "Schrijf hier geen burgerservicenummer op."),
        ({"tekst": "Anders", "reden": ""}, "Vul dit veld in."),
    ],
)
def test_contact_form_says_what_is_wrong(client, dossier, consulent, anders, melding):
    rij = contact(dossier, consulent)
    client.force_login(consulent)

    antwoord = client.post(url("contact_wijzigen", dossier, rij.pk), contactvelden(rij, **anders))

    assert melding in tekst(antwoord)
    rij.refresh_from_db()
    assert rij.tekst == "Kennisgemaakt."


def test_form_of_a_contact_asks_the_reason(client, dossier, consulent):
    client.force_login(consulent)

    html = tekst(client.get(url("contact_wijzigen", dossier, contact(dossier, consulent).pk)))

    assert [naam for naam in ("datum", "uitkomst", "met", "reden", "versie") if f'name="{naam}"' not in html] == []


def test_withdrawn_contact_is_struck_through_with_its_reason(client, dossier, consulent):
    rij = contact(dossier, consulent)
    client.force_login(consulent)

    antwoord = client.post(url("contact_intrekken", dossier, rij.pk), {"reden": "Was de buurman"}, follow=True)

    assert "Ingetrokken: contact van 4 maart 2026." in tekst(antwoord)
    for naam, teken in (("contacten", "<del>"), ("herstellen", "<s>")):
        pagina = tekst(client.get(url(naam, dossier)))
        assert teken in pagina
        assert "Was de buurman" in pagina
        assert url("contact_wijzigen", dossier, rij.pk) not in pagina
    terug = client.get(url("contact_wijzigen", dossier, rij.pk), follow=True)
    assert "Dit contact is al ingetrokken: Was de buurman" in tekst(terug)
    nog_eens = client.post(url("contact_intrekken", dossier, rij.pk), {"reden": "Nog eens"})
    assert "Een contact intrekken kan niet: dit is al ingetrokken." in tekst(nog_eens)


def test_row_of_another_dossier_is_not_found(client, dossier, consulent):
    ander = maak_dossier(dossier.gemeente, bsn="")
    rij = contact(ander, consulent)
    client.force_login(consulent)

    assert client.get(url("contact_wijzigen", dossier, rij.pk)).status_code == 404
    assert client.post(url("contact_intrekken", dossier, rij.pk), {"reden": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"antwoord": ""}, "Er is nog geen antwoord gekozen. Laat deze datum dan leeg."),
        ({"datum_antwoord": ""}, "Vul de dag van het antwoord in."),
        ({"datum_antwoord": "2026-03-02"}, "Het antwoord kan niet vóór de vraag komen."),
        ({"datum_antwoord": "x"}, "Vul de datum in als dag-maand-jaar"),
        ({"datum_gevraagd": "2026-03-02", "datum_antwoord": "2026-03-01"}, "Het antwoord kan niet vóór de vraag"),
    ],
)
def test_verificatie_form_says_what_is_wrong(client, dossier, consulent, anders, melding):
    rij = Verificatie.objects.create(
        dossier=dossier,
        datum_gevraagd=date(2026, 3, 4),
        kanaal="telefoon",
        antwoord="bevestigd",
        datum_antwoord=date(2026, 3, 9),
        door=consulent,
    )
    client.force_login(consulent)
    velden = {
        "datum_gevraagd": "2026-03-04", "kanaal": "telefoon", "antwoord": "bevestigd", "datum_antwoord": "2026-03-09",
        "antwoord_van": "", "reden": "Typefout", "versie": versie(rij),
    }  # fmt: skip

    antwoord = client.post(url("verificatie_wijzigen", dossier, rij.pk), {**velden, **anders})

    assert melding in tekst(antwoord)


def test_verificatie_is_corrected_and_both_are_withdrawn(client, dossier, consulent):
    vraag = Verificatie.objects.create(
        dossier=dossier, datum_gevraagd=date(2026, 3, 4), kanaal="telefoon", door=consulent
    )
    gesprek = Driegesprek.objects.create(
        dossier=dossier, datum=ON, aanvrager="x", plaats="x", derde="uht", deelnemers="x", onderwerpen="x",
        door=consulent,
    )  # fmt: skip
    client.force_login(consulent)

    client.post(
        url("verificatie_wijzigen", dossier, vraag.pk),
        {
            "datum_gevraagd": "2026-03-04", "kanaal": "telefoon", "antwoord": "bevestigd",
            "datum_antwoord": "2026-03-09", "antwoord_van": "Serviceteam", "reden": "Was er al",
            "versie": versie(vraag),
        },
    )  # fmt: skip
    vraag.refresh_from_db()
    dossier.refresh_from_db()
    assert (vraag.antwoord, vraag.antwoord_van, dossier.status) == ("bevestigd", "Serviceteam", "eerste_gesprek")
    for naam, rij in (("verificatie_intrekken", vraag), ("driegesprek_intrekken", gesprek)):
        assert client.post(url(naam, dossier, rij.pk), {"reden": "Fout"}).status_code == 302
        rij.refresh_from_db()
        assert rij.ingetrokken_reden == "Fout"


def test_herstellen_links_to_what_each_may(client, dossier, consulent, coordinator):
    overal = {"persoon_verbeteren", "persoon_wijzigen", "aanmelddatum_wijzigen", "overlijden_vastleggen"}
    for wie, namen in (
        (consulent, overal),
        (coordinator, overal | {"samenvoegen", "dossier_intrekken", "dossier_beleid"}),
    ):
        client.force_login(wie)
        antwoord = client.get(url("herstellen", dossier))
        assert {keuze.url for keuze in antwoord.context["keuzes"]} == {url(naam, dossier) for naam in namen}
        assert [rij.tekst for rij in antwoord.context["rijen"]] == ["Status van UHT: Erkend per 2 maart 2026"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_herstellen_asks_the_same_for_one_and_three_rows(client, dossier, coordinator, aantal):
    for nummer in range(aantal):
        contact(dossier, coordinator, tekst=f"Contact {nummer}")
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(url("herstellen", dossier))

    assert len(antwoord.context["rijen"]) == aantal + 1
    assert len(vragen) == 11


def persoonvelden(dossier, **anders):
    return {
        "bsn": "", "geboortedatum": "12-03-1985", "reden": "Verkeerd overgenomen", "versie": versie(dossier.persoon),
        **anders,
    }  # fmt: skip


def test_person_form_never_fills_the_bsn_in(client, dossier, consulent):
    client.force_login(consulent)

    antwoord = client.get(url("persoon_verbeteren", dossier))

    assert PERSOON["bsn"] not in tekst(antwoord)
    assert "Nu: •••••0639. Laat leeg als dat klopt." in tekst(antwoord)
    assert 'value="12-03-1985"' in tekst(antwoord)
    assert antwoord["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"bsn": BSN}, (BSN, "1985-03-12")),
        ({"bsn": "9999 90 019"}, (BSN, "1985-03-12")),
        ({"bsn_weg": "on"}, ("", "1985-03-12")),
        ({"geboortedatum": "00-00-1985"}, (PERSOON["bsn"], "1985-00-00")),
        ({"geboortedatum": ""}, (PERSOON["bsn"], "")),
    ],
)
def test_person_is_corrected(client, dossier, consulent, anders, verwacht):
    client.force_login(consulent)

    antwoord = client.post(url("persoon_verbeteren", dossier), persoonvelden(dossier, **anders))

    assert antwoord.status_code == 302
    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert (persoon.bsn, persoon.geboortedatum) == verwacht


def test_birth_date_of_before_1900_that_is_known_may_stay(client, dossier, consulent):
    Persoon.objects.update(geboortedatum="1899-04-04")
    client.force_login(consulent)

    client.post(url("persoon_verbeteren", dossier), persoonvelden(dossier, bsn=BSN, geboortedatum="04-04-1899"))

    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert (persoon.bsn, persoon.geboortedatum) == (BSN, "1899-04-04")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({}, "U heeft niets gewijzigd."),
        ({"bsn": "999990018"}, "Dit BSN klopt niet: het voldoet niet aan de 11-proef."),
        ({"bsn": "12345678"}, "Dit BSN heeft 8 cijfers."),
        ({"bsn": BSN, "bsn_weg": "on"}, "Vul een nieuw nummer in, of vink dit aan. Niet allebei."),
        ({"geboortedatum": "31-02-1985"}, "maand 2 van 1985 heeft geen dag 31"),
        ({"geboortedatum": "15-3-1850"}, "Het jaar 1850 kan niet kloppen."),
        ({"geboortedatum": "21-03-2026"}, "De geboortedatum kan niet in de toekomst liggen."),
        ({"geboortedatum": "1-1-1986", "reden": f"was {BSN}"}, "Schrijf hier geen burgerservicenummer op."),
    ],
)
def test_person_form_says_what_is_wrong(client, dossier, consulent, anders, melding):
    client.force_login(consulent)

    antwoord = client.post(url("persoon_verbeteren", dossier), persoonvelden(dossier, **anders))

    assert melding in tekst(antwoord)
    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == PERSOON["bsn"]


def test_second_of_two_sees_the_bsn_masked(client, dossier, consulent):
    oud = persoonvelden(dossier, bsn=BSN)
    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    persoon.bsn, persoon.geboortedatum = "999990032", "1985-00-00"
    persoon.save()
    client.force_login(consulent)

    pagina = tekst(client.post(url("persoon_verbeteren", dossier), oud))

    assert "Nieuw burgerservicenummer: •••••0032; Geboortedatum: 1985" in pagina
    assert "999990032" not in pagina


def test_person_without_bsn_gets_one(client, gemeente, consulent):
    dossier = maak_dossier(gemeente, bsn="", geboortedatum="")
    client.force_login(consulent)

    pagina = tekst(client.get(url("persoon_verbeteren", dossier)))
    client.post(url("persoon_verbeteren", dossier), persoonvelden(dossier, bsn=BSN, geboortedatum=""))

    assert "Nu is er geen nummer bekend." in pagina
    assert "bsn_weg" not in pagina
    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == BSN


def test_bsn_of_another_dossier_is_an_error_of_the_form(client, dossier, consulent):
    ander = maak_dossier(dossier.gemeente, bsn=BSN)
    client.force_login(consulent)

    antwoord = client.post(url("persoon_verbeteren", dossier), persoonvelden(dossier, bsn=BSN))

    assert f"Dit BSN staat al in dossier {ander.nummer}." in tekst(antwoord)


def test_aanmelddatum_is_shown_before_it_is_saved(client, dossier, consulent):
    client.force_login(consulent)
    velden = {"datum_aanmelding": "2026-02-16", "reden": "Brief lag er al", "versie": versie(dossier)}

    eerst = client.post(url("aanmelddatum_wijzigen", dossier), velden)

    assert "Dit verandert er bij maandag 16 februari 2026" in tekst(eerst)
    assert "2 mrt 2026 tot en met 28 apr 2026" in tekst(eerst)
    assert "16 feb 2026 tot en met 13 apr 2026" in tekst(eerst)
    dossier.refresh_from_db()
    assert dossier.datum_aanmelding == date(2026, 3, 2)
    client.post(url("aanmelddatum_wijzigen", dossier), {**velden, "bekeken": "2026-02-17"})
    dossier.refresh_from_db()
    assert dossier.datum_aanmelding == date(2026, 3, 2), "another day than was shown is shown first"
    client.post(url("aanmelddatum_wijzigen", dossier), {**velden, "bekeken": "2026-02-16"})
    dossier.refresh_from_db()
    assert dossier.datum_aanmelding == date(2026, 2, 16)


@pytest.mark.parametrize(
    ("dag", "melding"),
    [
        ("2026-03-10", "De aanmelding kan niet na het contact van 4 maart 2026 liggen."),
        ("1900-01-01", "De aanmelding kan niet vóór 1 januari 2000 liggen. Controleer het jaar."),
        ("1999-12-31", "De aanmelding kan niet vóór 1 januari 2000 liggen. Controleer het jaar."),
        ("2100-01-01", "De aanmelding kan niet in de toekomst liggen."),
    ],
)
def test_impossible_aanmelddatum_is_an_error_at_the_date(client, dossier, consulent, dag, melding):
    contact(dossier, consulent)
    client.force_login(consulent)
    velden = {"datum_aanmelding": dag, "reden": "Typefout", "versie": versie(dossier)}

    antwoord = client.post(url("aanmelddatum_wijzigen", dossier), velden)

    assert melding in antwoord.context["form"].errors["datum_aanmelding"][0]


def test_death_changes_the_page(client, dossier, consulent):
    client.force_login(consulent)
    voor = tekst(client.get(url("overlijden_vastleggen", dossier)))
    assert "Deze termijnen: Eerste contact, Eerste gesprek." in voor

    client.post(url("overlijden_vastleggen", dossier), {"datum": "2026-03-15", "bron": "zijn zus"})

    pagina = client.get(dossier.get_absolute_url())
    assert "Overleden op 15 maart 2026" in tekst(pagina)
    assert PERSOON["telefoon"] not in tekst(pagina)
    assert pagina.context["stap"].titel == "Bespreek met het gezin wat er nu nodig is"
    assert "Overlijden ongedaan maken" in tekst(client.get(url("herstellen", dossier)))
    client.post(url("overlijden_herstellen", dossier), {"reden": "Was de buurman"})
    terug = tekst(client.get(dossier.get_absolute_url()))
    assert "Overleden op" not in terug
    assert PERSOON["telefoon"] in terug
    weg = client.get(url("overlijden_herstellen", dossier), follow=True)
    assert "Er is geen overlijden vastgelegd." in tekst(weg)


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"datum": "2026-03-21", "bron": "zus"}, "De dag van overlijden kan niet in de toekomst liggen."),
        ({"datum": "2026-03-15", "bron": ""}, "Vul dit veld in."),
        ({"datum": "2026-03-15", "bron": f"BRP {BSN}"}, "Schrijf hier geen burgerservicenummer op."),
    ],
)
def test_death_form_says_what_is_wrong(client, dossier, consulent, velden, melding):
    client.force_login(consulent)

    antwoord = client.post(url("overlijden_vastleggen", dossier), velden)

    assert melding in tekst(antwoord)
    assert Persoon.objects.get(pk=dossier.persoon_id).datum_overlijden is None


def test_withdrawn_dossier_is_listed_by_its_status_only(client, dossier, coordinator):
    client.force_login(coordinator)
    assert "Deze termijnen stoppen: Eerste contact, Eerste gesprek." in tekst(
        client.get(url("dossier_intrekken", dossier))
    )

    client.post(url("dossier_intrekken", dossier), {"reden": "Verkeerde persoon"})

    def gevonden(**keuze):
        return [rij.dossier.pk for rij in client.get(reverse("dossiers"), keuze).context["rijen"]]

    assert gevonden() == []
    assert gevonden(status="ingetrokken") == [dossier.pk]
    pagina = client.get(dossier.get_absolute_url())
    assert pagina.context["stap"].titel == "Dit dossier is ingetrokken"
    assert pagina.context["stap"].tekst == "Ingetrokken op 20 maart 2026. Reden: Verkeerde persoon."
    herstel = client.get(url("herstellen", dossier))
    assert [keuze.url for keuze in herstel.context["keuzes"]] == [url("dossier_herstellen", dossier)]
    assert "De reden was: Verkeerde persoon" in tekst(client.get(url("dossier_herstellen", dossier)))
    client.post(url("dossier_herstellen", dossier), {"reden": "Toch goed"})
    assert gevonden() == [dossier.pk]


def test_consulent_reads_that_a_coordinator_can_put_it_back(client, dossier, consulent, coordinator):
    dossier_intrekken(dossier=dossier, reden="Fout", by=coordinator, at=moment(ON))
    client.force_login(consulent)

    pagina = tekst(client.get(url("herstellen", dossier)))

    assert "Een coördinator kan het terugzetten." in pagina


def test_dossier_with_a_besluit_is_not_offered_to_be_withdrawn(client, dossier, coordinator, snelle_pdf):
    stel_vast(dossier, coordinator, gesprek=date(2026, 3, 12), besluit=ON)
    client.force_login(coordinator)

    assert url("dossier_intrekken", dossier) not in tekst(client.get(url("herstellen", dossier)))
    terug = client.get(url("dossier_intrekken", dossier), follow=True)
    assert "Het dossier intrekken kan niet: dit dossier staat op 'Uitvoering'." in tekst(terug)
    Dossier.objects.update(status="plan_van_aanpak")
    assert "Dit dossier kunt u niet intrekken: er is al een besluit." in tekst(
        client.get(url("dossier_intrekken", dossier))
    )


@pytest.fixture
def dubbel(gemeente):
    return maak_dossier(gemeente, datum=date(2026, 2, 16), bsn="", voorletters="Naima", telefoon="06 5555 0199")


@pytest.mark.parametrize(
    ("nummer", "melding"),
    [
        ("12", "Dit is geen dossiernummer."),
        ("9901-D-2026-00001", "Dit is het nummer van dit dossier."),
        ("9901-D-2026-00099", "Er is geen dossier met dit nummer in deze gemeente."),
    ],
)
def test_other_dossier_is_found_by_its_number(client, dossier, coordinator, nummer, melding):
    client.force_login(coordinator)

    assert melding in tekst(client.post(url("samenvoegen", dossier), {"nummer": nummer}))


def test_merge_shows_both_and_takes_what_was_chosen(client, dossier, dubbel, coordinator):
    client.force_login(coordinator)
    naar = client.post(url("samenvoegen", dossier), {"nummer": dubbel.nummer.lower()})["Location"]
    assert naar == url("samenvoegen_met", dossier, dubbel.nummer)

    pagina = client.get(naar)

    anders = {rij.naam: (rij.hier, rij.daar) for rij in pagina.context["rijen"] if rij.is_anders}
    assert anders == {
        "Burgerservicenummer": ("•••••0639", "leeg"),
        "Voorletters": ("N.", "Naima"),
        "Telefoon": ("06 5555 0142", "06 5555 0199"),
        "Aangemeld op": ("2 maart 2026", "16 februari 2026"),
    }
    assert PERSOON["bsn"] not in tekst(pagina)
    form = pagina.context["form"]
    assert list(form.fields) == ["doorgaan", "kies_bsn", "kies_voorletters", "kies_telefoon", "reden", "stand"]
    client.post(
        naar,
        {
            "doorgaan": "daar", "kies_bsn": "hier", "kies_voorletters": "daar", "kies_telefoon": "hier",
            "reden": "Zelfde geboortedatum", "stand": form.initial["stand"],
        },
    )  # fmt: skip
    dossier.refresh_from_db()
    persoon = Persoon.objects.get(pk=dubbel.persoon_id)
    assert dossier.status == "ingetrokken"
    assert (persoon.bsn, persoon.voorletters, persoon.telefoon) == (PERSOON["bsn"], "Naima", "06 5555 0142")
    stap = client.get(dossier.get_absolute_url()).context["stap"]
    assert (stap.titel, stap.url) == (f"Werk verder in dossier {dubbel.nummer}", dubbel.get_absolute_url())
    assert client.get(url("herstellen", dossier)).context["keuzes"] == []
    for naam in ("dossier_herstellen", "taak_nieuw", "document_nieuw", "persoon_wijzigen"):
        pagina = tekst(client.get(url(naam, dossier), follow=True))
        assert f"Dossier {dossier.nummer} is samengevoegd met {dubbel.nummer}. Werk daar verder." in pagina
    assert "Taak toevoegen" not in pagina
    assert "Document toevoegen" not in pagina
    assert "Gegevens wijzigen" not in pagina


def test_merge_is_shown_again_when_a_person_changed(client, dossier, dubbel, coordinator):
    client.force_login(coordinator)
    naar = url("samenvoegen_met", dossier, dubbel.nummer)
    stand = client.get(naar).context["form"].initial["stand"]
    Persoon.objects.get(pk=dubbel.persoon_id).save()
    velden = {
        "doorgaan": "hier", "kies_bsn": "hier", "kies_voorletters": "hier", "kies_telefoon": "hier", "reden": "Dubbel",
        "stand": stand,
    }  # fmt: skip

    pagina = client.post(naar, velden)

    assert "Iemand wijzigde intussen een van de personen." in tekst(pagina)
    assert not Dossier.objects.filter(status="ingetrokken").exists()


def test_refusal_of_a_merge_is_an_error_of_the_form(client, dossier, dubbel, coordinator):
    voer_eerste_gesprek(dubbel, coordinator, date(2026, 3, 12))
    plan_openen(dossier=dubbel, by=coordinator, at=moment(ON))
    client.force_login(coordinator)
    naar = url("samenvoegen_met", dossier, dubbel.nummer)
    form = client.get(naar).context["form"]
    velden = {naam: "hier" for naam in form.fields if naam.startswith(("kies_", "doorgaan"))}
    velden["stand"] = form.initial["stand"]

    met_bsn = client.post(naar, {**velden, "reden": f"BSN {BSN}"})
    verkeerd_om = client.post(naar, {**velden, "reden": "Dubbel"})

    assert form.initial["doorgaan"] == "daar"
    assert "Schrijf hier geen burgerservicenummer op." in tekst(met_bsn)
    assert f"Dossier {dubbel.nummer} heeft al een plan van aanpak. Laat dat dossier doorgaan." in tekst(verkeerd_om)
    assert not Dossier.objects.filter(status="ingetrokken").exists()


def test_withdrawn_dossier_can_not_be_merged(client, dossier, dubbel, coordinator):
    samenvoegen(dossier=dossier, ander=dubbel, van_ander=[], reden="x", by=coordinator, **NA)
    client.force_login(coordinator)

    for naar in (url("samenvoegen", dubbel), url("samenvoegen_met", dossier, dubbel.nummer)):
        assert "dit dossier staat op 'Ingetrokken'" in tekst(client.get(naar, follow=True))


def test_next_step_forgets_a_withdrawn_verificatie(client, dossier, consulent):
    contact(dossier, consulent)
    Verificatie.objects.create(
        dossier=dossier,
        datum_gevraagd=date(2026, 3, 4),
        kanaal="telefoon",
        antwoord="niet bevestigd",
        datum_antwoord=date(2026, 3, 9),
        door=consulent,
        ingetrokken_op=moment(ON),
        ingetrokken_door=consulent,
        ingetrokken_reden="Ander persoon",
    )
    client.force_login(consulent)

    assert client.get(dossier.get_absolute_url()).context["stap"].titel.startswith("Vraag bij UHT na")


def test_menu_counts_what_is_not_withdrawn(client, dossier, consulent):
    contact_intrekken(contact=contact(dossier, consulent), reden="Fout", by=consulent, **NA)
    contact(dossier, consulent, tekst="Echt")
    overlijden_vastleggen(dossier=dossier, datum=ON, bron="zus", by=consulent, **NA)
    client.force_login(consulent)

    punten = {punt.label: punt.aantal for punt in client.get(dossier.get_absolute_url()).context["zijnav"]}

    assert Contact.objects.count() == 2
    assert punten["Contact"] == 1
    assert "Herstellen" in punten
