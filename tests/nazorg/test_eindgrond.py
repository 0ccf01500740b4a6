"""A ground of the beleid to end the support: its 30 days, the eindgesprek, and what it leads to (Tiel art. 9)."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.contact import contact_vastleggen
from cases.actions.dossierbeleid import beleid_kiezen
from cases.actions.overlijden import overlijden_vastleggen
from cases.models import DossierEvent, Signaal, Taak, Termijn
from cases.waarom import list_veranderingen
from nazorg.models import Eindgrond
from planvanaanpak.actions.besluit import verzenden
from tests.factories import BeleidFactory, moment
from tests.haltes import halte
from tests.nazorg.eindes import (
    BESLUIT,
    DOELEN,
    een_eindgrond,
    leg_grond_vast,
    meld_niet_erkend,
    standen,
    stop,
    trek_grond_in,
    voer_eindgesprek,
    volg_vng,
)
from tests.wegen import behaal_doelen

# 30 dagen after 1 June 2026; in the beleid, so the Atw moves nothing.
GROND, LAATSTE = date(2026, 6, 1), date(2026, 7, 1)

pytestmark = pytest.mark.django_db


def klok(dossier):
    return Termijn.objects.get(dossier=dossier, regel="beeindiging")


def stand(dossier):
    return klok(dossier).status, klok(dossier).uiterste_datum


def laatste_event(dossier):
    return DossierEvent.objects.filter(dossier=dossier).latest("pk")


def test_ground_starts_thirty_days_from_the_day_it_arose(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND, toelichting="Naar Utrecht.", on=date(2026, 6, 8))

    assert stand(in_uitvoering) == ("lopend", LAATSTE)
    assert (rij.grond, rij.grond_tekst, rij.datum, rij.bron, rij.door) == (
        "verhuizing",
        "Verhuizing naar een andere gemeente",
        GROND,
        "De inwoner",
        consulent,
    )
    event = laatste_event(in_uitvoering)
    assert (event.soort, event.by, event.reden, event.tekst) == (
        "eindgrond",
        consulent,
        "Naar Utrecht.",
        (
            "Grond om te beëindigen: verhuizing naar een andere gemeente, sinds 1 juni 2026. Beëindig uiterlijk"
            " 1 juli 2026."
        ),
    )


@pytest.mark.parametrize("grond", ["eigen_verzoek", "verhuizing", "geen_gebruik"])
def test_grounds_of_tiel_start_the_clock(in_uitvoering, consulent, grond):
    leg_grond_vast(in_uitvoering, consulent, GROND, grond=grond)

    assert stand(in_uitvoering) == ("lopend", LAATSTE)


def test_doelen_behaald_starts_it_when_every_doel_is_closed(in_uitvoering, consulent):
    with pytest.raises(ActieFout, match="Er staan nog doelen open"):
        leg_grond_vast(in_uitvoering, consulent, DOELEN, grond="doelen_behaald")

    behaal_doelen(in_uitvoering, consulent, DOELEN)
    leg_grond_vast(in_uitvoering, consulent, DOELEN, grond="doelen_behaald")

    assert stand(in_uitvoering) == ("lopend", date(2027, 2, 9))


@pytest.mark.parametrize("grond", ["niet_erkend", "twee_jaar", "zomaar"])
def test_other_grounds_have_no_term_in_the_beleid(in_uitvoering, consulent, grond):
    """Niet erkend has the acclimatisatie of the Wht; the two years stand in the handreiking."""
    with pytest.raises(ActieFout, match="kent bij deze grond geen termijn"):
        leg_grond_vast(in_uitvoering, consulent, GROND, grond=grond)

    assert Eindgrond.objects.count() == 0


def test_beleid_without_the_term_starts_nothing(in_uitvoering, consulent):
    volg_vng(in_uitvoering)

    with pytest.raises(ActieFout, match="kent bij deze grond geen termijn"):
        leg_grond_vast(in_uitvoering, consulent, GROND)


def test_own_beleid_has_its_own_length(in_uitvoering, consulent):
    in_uitvoering.beleid.afwijkingen = {"lengtes": {"beeindiging": 14}}
    in_uitvoering.beleid.save()

    leg_grond_vast(in_uitvoering, consulent, GROND)

    assert stand(in_uitvoering) == ("lopend", date(2026, 6, 15))


def test_setting_of_before_is_read_as_the_length(in_uitvoering, consulent):
    """Until now `beeindiging_dagen` was a setting of its own, that no clock read."""
    in_uitvoering.beleid.afwijkingen = {"beeindiging_dagen": 21}
    in_uitvoering.beleid.save()

    leg_grond_vast(in_uitvoering, consulent, GROND)

    assert in_uitvoering.beleid.regels.beeindiging_dagen == 21
    assert stand(in_uitvoering) == ("lopend", date(2026, 6, 22))


def test_end_meets_the_clock_and_names_the_ground_as_settled(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)

    beeindiging = stop(in_uitvoering, consulent, grond="verhuizing", datum=date(2026, 6, 30))

    rij.refresh_from_db()
    assert (rij.beeindiging, klok(in_uitvoering).datum_gehaald) == (beeindiging, date(2026, 6, 30))
    assert stand(in_uitvoering) == ("gehaald", LAATSTE)


def test_letter_that_left_late_makes_the_end_late(in_uitvoering, consulent):
    leg_grond_vast(in_uitvoering, consulent, GROND)
    beeindiging = stop(in_uitvoering, consulent, grond="verhuizing", datum=LAATSTE)

    later = date(2026, 7, 3)
    verzenden(besluit=beeindiging.besluit, datum=later, by=consulent, at=moment(later), on=later)

    assert (klok(in_uitvoering).status, klok(in_uitvoering).datum_gehaald) == ("te_laat_gehaald", later)


def test_night_tells_that_it_is_late(in_uitvoering, consulent, gemeente):
    leg_grond_vast(in_uitvoering, consulent, GROND)

    for dag in (LAATSTE, date(2026, 7, 2)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    signaal = Signaal.objects.get(termijn=klok(in_uitvoering), soort="te_laat")
    assert (stand(in_uitvoering), signaal.ontvanger, signaal.tekst) == (
        ("te_laat", LAATSTE),
        consulent,
        "Ondersteuning beëindigen: te laat sinds do 2 jul 2026.",
    )


def test_niet_erkend_takes_its_place(in_uitvoering, consulent):
    leg_grond_vast(in_uitvoering, consulent, GROND)

    meld_niet_erkend(in_uitvoering, consulent, date(2026, 6, 8))

    assert standen(in_uitvoering, "beeindiging", "acclimatisatie") == {
        "beeindiging": "vervallen",
        "acclimatisatie": "lopend",
    }


def test_death_stops_it(in_uitvoering, consulent):
    leg_grond_vast(in_uitvoering, consulent, GROND)
    dag = date(2026, 6, 10)

    overlijden_vastleggen(dossier=in_uitvoering, datum=dag, bron="zijn zus", by=consulent, at=moment(dag), on=dag)

    assert stand(in_uitvoering)[0] == "vervallen"
    with pytest.raises(ActieFout, match="is overleden"):
        leg_grond_vast(in_uitvoering, consulent, dag, grond="eigen_verzoek")


def test_other_beleid_stops_it_and_brings_it_back(in_uitvoering, consulent, gemeente):
    leg_grond_vast(in_uitvoering, consulent, GROND)
    tiel = in_uitvoering.beleid
    vng = BeleidFactory(gemeente=gemeente, profiel="vng_2025", geldig_vanaf=date(2021, 1, 1))
    gezien = []
    for beleid in (vng, tiel):
        wat = {"reden": "Proef", "by": consulent, "at": moment(GROND), "on": GROND}
        beleid_kiezen(dossier=in_uitvoering, beleid=beleid, **wat)
        in_uitvoering.refresh_from_db()
        gezien.append(stand(in_uitvoering))

    assert gezien == [("vervallen", LAATSTE), ("lopend", LAATSTE)]


def test_withdrawn_ground_stops_the_clock_and_another_may_follow(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)

    trek_grond_in(rij, consulent, date(2026, 6, 3))
    leg_grond_vast(in_uitvoering, consulent, date(2026, 6, 3), grond="eigen_verzoek")

    klokken = Termijn.objects.filter(regel="beeindiging").order_by("pk").values_list("status", "uiterste_datum")
    assert list(klokken) == [("vervallen", LAATSTE), ("lopend", date(2026, 7, 3))]
    with pytest.raises(ActieFout, match=r"al ingetrokken: Vergissing\."):
        trek_grond_in(rij, consulent, date(2026, 6, 4))


def test_clock_says_who_started_and_stopped_it(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)
    trek_grond_in(rij, consulent, date(2026, 6, 3))

    assert [event.soort for event in list_veranderingen(klok(in_uitvoering))] == ["eindgrond_ingetrokken", "eindgrond"]


def test_invitation_first_and_gesprek_after(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)

    rij = voer_eindgesprek(rij, consulent, date(2026, 6, 3))
    assert (rij.uitgenodigd_op, rij.uitgenodigd_door, rij.eindgesprek_op) == (date(2026, 6, 3), consulent, None)
    dagen = {"uitgenodigd": date(2026, 6, 3), "gehouden": date(2026, 6, 9)}
    rij = voer_eindgesprek(rij, consulent, date(2026, 6, 9), **dagen, verslag="Wonen en werk gaan goed.")

    assert (rij.eindgesprek_op, rij.eindgesprek_door, rij.verslag) == (
        date(2026, 6, 9),
        consulent,
        "Wonen en werk gaan goed.",
    )
    assert laatste_event(in_uitvoering).tekst == (
        "Uitgenodigd voor het eindgesprek op 3 juni 2026. Gehouden op 9 juni 2026."
    )


def test_same_ground_sent_twice_makes_one_and_another_is_refused(in_uitvoering, consulent):
    assert leg_grond_vast(in_uitvoering, consulent, GROND) == leg_grond_vast(in_uitvoering, consulent, GROND)
    with pytest.raises(ActieFout, match="Er is al een grond vastgelegd: verhuizing naar een andere gemeente, 1 juni"):
        leg_grond_vast(in_uitvoering, consulent, GROND, grond="eigen_verzoek")


@pytest.mark.parametrize(
    ("wat", "melding"),
    [
        ({"on": date(2026, 5, 31)}, "kan niet in de toekomst liggen"),
        ({"datum": date(2026, 1, 1), "on": GROND}, "kan niet vóór de aanmelding"),
        ({"bron": " "}, "Schrijf op van wie of waaruit"),
    ],
    ids=["future", "before the aanmelding", "no source"],
)
def test_ground_is_refused(in_uitvoering, consulent, wat, melding):
    with pytest.raises(ActieFout, match=melding):
        leg_grond_vast(in_uitvoering, consulent, **{"datum": GROND, **wat})

    assert (Eindgrond.objects.count(), Termijn.objects.filter(regel="beeindiging").count()) == (0, 0)


@pytest.mark.parametrize(
    ("wat", "melding"),
    [
        ({"on": date(2026, 6, 2)}, "De uitnodiging kan niet in de toekomst liggen"),
        ({"gehouden": date(2026, 6, 4), "verslag": "x"}, "Het eindgesprek kan niet in de toekomst liggen"),
        ({"gehouden": date(2026, 6, 2), "verslag": "x"}, "kan niet vóór de uitnodiging"),
        ({"gehouden": date(2026, 6, 3)}, "Schrijf op hoe het gaat"),
    ],
    ids=["invited in the future", "held in the future", "held before invited", "no verslag"],
)
def test_eindgesprek_is_refused(in_uitvoering, consulent, wat, melding):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)

    with pytest.raises(ActieFout, match=melding):
        voer_eindgesprek(rij, consulent, date(2026, 6, 3), **wat)


def test_withdrawing_needs_a_reason(in_uitvoering, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom de grond niet klopt"):
        trek_grond_in(een_eindgrond(in_uitvoering, consulent), consulent, GROND, reden=" ")


def test_settled_ground_does_not_change(in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)
    stop(in_uitvoering, consulent, grond="verhuizing", datum=GROND)
    in_uitvoering.status = "uitvoering"
    in_uitvoering.save()

    with pytest.raises(ActieFout, match="op deze grond al beëindigd"):
        trek_grond_in(rij, consulent, GROND)


def test_database_keeps_one_open_ground_per_dossier(in_uitvoering, consulent):
    een_eindgrond(in_uitvoering, consulent)

    with pytest.raises(IntegrityError, match="eindgrond_een_open"), transaction.atomic():
        een_eindgrond(in_uitvoering, consulent)


# The pages.


@pytest.fixture
def pagina(client, consulent):
    with time_machine.travel(datetime(2026, 6, 8, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        yield client


@halte
def verzonden(in_uitvoering, consulent):
    """Give the dossier with its first letter sent, so that no other step comes first."""
    verzenden(besluit=in_uitvoering.besluiten.get(), datum=BESLUIT, by=consulent, at=moment(BESLUIT), on=BESLUIT)
    return in_uitvoering


def pad(naam, dossier, *args):
    return reverse(naam, args=[dossier.nummer, *args])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_page_offers_what_fits_and_starts_the_clock(pagina, verzonden, in_uitvoering):
    url = pad("eindgrond_nieuw", in_uitvoering)
    leeg = pagina.get(url).context["form"]
    ingevuld = {"grond": "verhuizing", "datum": "01-06-2026", "bron": "De inwoner", "toelichting": ""}

    response = pagina.post(url, ingevuld, follow=True)

    assert [code for code, _ in leeg.fields["grond"].choices] == ["eigen_verzoek", "verhuizing", "geen_gebruik"]
    assert [label for label, _ in leeg.niet_mogelijk] == ["Doelen (deels) behaald"]
    assert berichten(response) == ["De grond is vastgelegd. Beëindig uiterlijk woensdag 1 juli 2026."]
    html = response.content.decode()
    assert "Nodig de inwoner uit voor het eindgesprek: einde uiterlijk woensdag 1 juli 2026" in html
    assert "Einde voorbereiden" in html


def test_page_is_not_there_without_the_term(pagina, in_uitvoering):
    volg_vng(in_uitvoering)

    response = pagina.get(pad("eindgrond_nieuw", in_uitvoering), follow=True)

    assert berichten(response) == [
        "Het beleid van uw gemeente kent geen termijn om te beëindigen. Maak meteen het besluit."
    ]
    assert "Einde voorbereiden" not in response.content.decode()


def test_page_says_that_there_is_one(pagina, in_uitvoering, consulent):
    leg_grond_vast(in_uitvoering, consulent, GROND)

    response = pagina.get(pad("eindgrond_nieuw", in_uitvoering), follow=True)

    assert berichten(response) == ["Er is al een grond vastgelegd: verhuizing naar een andere gemeente."]


def test_steps_follow_the_eindgesprek(pagina, verzonden, in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)
    url = pad("eindgesprek", in_uitvoering, rij.pk)

    uitgenodigd = pagina.post(url, {"uitgenodigd_op": "03-06-2026"}, follow=True)
    gehouden = pagina.post(
        url,
        {"uitgenodigd_op": "03-06-2026", "eindgesprek_op": "08-06-2026", "verslag": "Het gaat goed."},
        follow=True,
    )

    assert berichten(uitgenodigd) == ["De uitnodiging is vastgelegd."]
    assert "Houd het eindgesprek: einde uiterlijk woensdag 1 juli 2026" in uitgenodigd.content.decode()
    assert berichten(gehouden) == ["Het eindgesprek is vastgelegd."]
    assert "Beëindig de ondersteuning: einde uiterlijk woensdag 1 juli 2026" in gehouden.content.decode()
    assert "Het gaat goed." in gehouden.content.decode()


@pytest.mark.parametrize(
    ("ingevuld", "velden"),
    [
        ({"uitgenodigd_op": "09-06-2026"}, {"uitgenodigd_op"}),
        ({"uitgenodigd_op": "08-06-2026", "eindgesprek_op": "07-06-2026", "verslag": "x"}, {"eindgesprek_op"}),
        ({"uitgenodigd_op": "03-06-2026", "eindgesprek_op": "04-06-2026"}, {"verslag"}),
    ],
    ids=["tomorrow", "before the invitation", "no verslag"],
)
def test_eindgesprek_form_refuses_at_its_field(pagina, in_uitvoering, consulent, ingevuld, velden):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)

    response = pagina.post(pad("eindgesprek", in_uitvoering, rij.pk), ingevuld)

    assert set(response.context["form"].errors) == velden


def test_end_begins_with_the_ground_and_asks_for_the_eindgesprek(pagina, in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)
    url, gesprek = pad("beeindigen", in_uitvoering), pad("eindgesprek", in_uitvoering, rij.pk)

    response = pagina.get(url)

    assert response.context["form"]["grond"].value() == "verhuizing"
    punten = [(p.klaar, p.tekst, p.url) for p in response.context["punten"]]
    assert punten[0] == (False, "Uitnodigen voor het eindgesprek", gesprek)
    voer_eindgesprek(rij, consulent, date(2026, 6, 3))
    assert pagina.get(url).context["punten"][0].tekst == "Eindgesprek houden, uitgenodigd op 3 juni 2026"
    dagen = {"uitgenodigd": date(2026, 6, 3), "gehouden": date(2026, 6, 5)}
    voer_eindgesprek(rij, consulent, date(2026, 6, 5), **dagen, verslag="Goed.")
    assert pagina.get(url).context["punten"][0].tekst == "Eindgesprek gehouden op 5 juni 2026"


def test_end_without_a_ground_leads_to_its_page(pagina, in_uitvoering):
    response = pagina.get(pad("beeindigen", in_uitvoering))

    assert response.context["eindgrond_url"] == pad("eindgrond_nieuw", in_uitvoering)


def test_withdrawn_through_the_page(pagina, in_uitvoering, consulent):
    rij = leg_grond_vast(in_uitvoering, consulent, GROND)
    url = pad("eindgrond_intrekken", in_uitvoering, rij.pk)

    response = pagina.post(url, {"reden": "De inwoner blijft."}, follow=True)

    assert berichten(response) == ["De grond is ingetrokken. De termijn om te beëindigen is gestopt."]
    assert stand(in_uitvoering)[0] == "vervallen"
    weer = ["Deze grond is ingetrokken. U kunt er niets meer aan wijzigen."]
    assert berichten(pagina.get(url, follow=True)) == weer


def test_vandaag_has_a_row_with_its_button(pagina, in_uitvoering, consulent):
    leg_grond_vast(in_uitvoering, consulent, GROND)

    html = pagina.get(reverse("vandaag")).content.decode()

    assert "Ondersteuning beëindigen" in html
    assert pad("beeindigen", in_uitvoering) in html


def te_proberen():
    return [taak.wat for taak in Taak.objects.open().filter(soort="poging")]


def test_eindgesprek_ends_the_row_of_attempts_until_its_ground_is_withdrawn(in_uitvoering, consulent):
    for nummer in range(3):
        wat = {"datum": GROND, "kanaal": "telefoon", "uitkomst": "geen gehoor", "tekst": f"Poging {nummer}"}
        contact_vastleggen(dossier=in_uitvoering, **wat, by=consulent, at=moment(GROND), on=GROND)
    grond = leg_grond_vast(in_uitvoering, consulent, GROND)
    voer_eindgesprek(grond, consulent, GROND)
    uitgenodigd = te_proberen()

    later = date(2026, 6, 8)
    voer_eindgesprek(grond, consulent, later, gehouden=later, verslag="Het gaat goed.")
    gehouden = te_proberen()
    trek_grond_in(grond, consulent, date(2026, 6, 9))

    stuur = ["Inwoner niet bereikt. Stuur een brief"]
    assert (uitgenodigd, gehouden, te_proberen()) == (stuur, [], stuur)
