"""More than one belanghebbende makes bezwaar against a besluit: each with their own clock, letters and decision."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen
from cases.actions.uitstel import nieuwe_verdaging, stel_verdaging_voor
from cases.models import DossierEvent, Ingebrekestelling, Persoon, Termijn
from planvanaanpak.actions import bezwaarbrieven
from planvanaanpak.actions.indiener import indiener_wijzigen
from planvanaanpak.actions.verzendbasis import ontvanger_nu, toestemming_voor
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.briefteksten import besluitwaarden
from planvanaanpak.models import Bezwaar
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ONTVANGEN, ZES_WEKEN
from tests.planvanaanpak.paginas import berichten, fouten
from tests.planvanaanpak.test_actions_bezwaar import trek_in
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.test_views_bezwaar import bestand, invulling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
EX = {
    "indiener": "belanghebbende", "belanghebbende": "M. Bakker", "relatie": "ex-partner",
    "adres": "Kade 4\n4001 AB Rivierendam",
}  # fmt: skip


@halte
def eerste(verstuurd, consulent):
    """Give the bezwaar of the inwoner."""
    return stappen.maak_bezwaar(verstuurd, consulent)


@halte
def tweede(eerste, consulent):
    """Give that of the ex-partner against the same besluit, which came too late."""
    return stappen.maak_bezwaar(eerste.besluit, consulent, on=date(2026, 6, 2), **EX)


def test_each_bezwaar_has_its_own_clock_and_timeliness(eerste, tweede):
    assert eerste.termijn != tweede.termijn
    assert {eerste.termijn.uiterste_datum, tweede.termijn.uiterste_datum} == {ZES_WEKEN}
    assert bezwaarbrieven.feiten_in_brief(eerste)["op_tijd"] is True
    assert bezwaarbrieven.feiten_in_brief(tweede)["op_tijd"] is False
    event = DossierEvent.objects.filter(soort="bezwaar_ontvangen").latest("pk")
    assert event.tekst.startswith("Bezwaar van M. Bakker tegen besluit 9901-B-2026-00001 ontvangen op 2 juni 2026,")


@pytest.mark.parametrize(
    ("wie", "naam"),
    [
        pytest.param({}, "de inwoner", id="inwoner"),
        pytest.param(EX | {"belanghebbende": " m.  bakker "}, "M. Bakker", id="same-name-written-otherwise"),
    ],
)
def test_same_person_makes_one_bezwaar_against_a_besluit(eerste, tweede, consulent, wie, naam):
    later = {"on": date(2026, 6, 3)} | wie
    weigert(f"al bezwaar gemaakt door {naam}", stappen.maak_bezwaar, eerste.besluit, consulent, **later)

    ander = Bezwaar.objects.get(belanghebbende=tweede.belanghebbende)
    with pytest.raises(IntegrityError, match="bezwaar_een_per_indiener"), transaction.atomic():
        Bezwaar.objects.filter(pk=ander.pk).update(belanghebbende="", relatie="", adres="", indiener="rechthebbende")


def test_who_withdrew_can_make_another_and_the_other_one_stays(eerste, tweede, consulent):
    trek_in(tweede, consulent, datum=date(2026, 6, 3), document=tweede.document)

    opnieuw = stappen.maak_bezwaar(eerste.besluit, consulent, on=date(2026, 6, 4), **EX)

    eerste.termijn.refresh_from_db()
    assert (eerste.termijn.status, opnieuw.termijn.status) == ("lopend", "lopend")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"belanghebbende": " "}, "Vul in wie de belanghebbende is"),
        ({"relatie": ""}, "Vul in wie de belanghebbende is"),
        ({"adres": "Kade 4"}, "Vul het hele postadres van de belanghebbende in"),
    ],
)
def test_belanghebbende_is_named_and_can_be_written_to(verstuurd, consulent, anders, melding):
    weigert(melding, stappen.maak_bezwaar, verstuurd, consulent, **EX | anders)
    naam = {"belanghebbende": verstuurd.dossier.persoon.naam.upper()}
    weigert("Dit is de inwoner zelf", stappen.maak_bezwaar, verstuurd, consulent, **EX | naam)


@halte
def in_gebreke(eerste, consulent, jurist):
    """Give both bezwaren, decided on with letters of 22 July: late, and after an ingebrekestelling about each."""
    gesteld, dag = date(2026, 7, 20), date(2026, 7, 22)
    rijen = eerste, stappen.maak_bezwaar(eerste.besluit, consulent, **EX)
    for bezwaar in rijen:
        wat = {"ontvangen_op": gesteld, "toelichting": "", "geen_dwangsom": "", "document": None}
        wie = {"by": consulent, "at": moment(gesteld), "on": gesteld}
        ingebrekestelling_vastleggen(dossier=bezwaar.dossier, termijn=bezwaar.termijn, **wat, **wie)
        stappen.bevestig(bezwaar, consulent)
        stappen.zie_af(bezwaar, consulent)
        stappen.verstuur(stappen.beslis(bezwaar, jurist, on=dag), jurist, dag)
    return rijen


def gehaald(bezwaren):
    """Give of each bezwaar the day on which its clock was met, and that of the ingebrekestelling about it."""
    rijen = {rij.termijn_id: rij.pk for rij in Ingebrekestelling.objects.all()}
    over = [f"ingebrekestelling:{rijen[bezwaar.termijn_id]}" for bezwaar in bezwaren]
    weken = dict(Termijn.objects.filter(aanleiding__in=over).values_list("aanleiding", "datum_gehaald"))
    klokken = dict(Termijn.objects.filter(regel="besluit_op_bezwaar").values_list("pk", "datum_gehaald"))
    return [(klokken[bezwaar.termijn_id], weken[naam]) for bezwaar, naam in zip(bezwaren, over, strict=True)]


def test_day_of_the_plan_letter_moves_no_ingebrekestelling_about_a_bezwaar(verstuurd, in_gebreke, consulent):
    dag, on = date(2026, 7, 22), date(2026, 7, 23)
    besluitstappen.verbeter(verstuurd, consulent, date(2026, 4, 23), on=on)

    plan = Termijn.objects.get(dossier=verstuurd.dossier, regel="plan_van_aanpak")
    assert plan.datum_gehaald == date(2026, 4, 23)
    assert gehaald(in_gebreke) == [(dag, dag), (dag, dag)]


def test_day_of_a_letter_on_one_bezwaar_moves_its_own_ingebrekestelling_only(in_gebreke, jurist):
    dag, later = date(2026, 7, 22), date(2026, 7, 24)
    beslissing = Bezwaar.objects.get(pk=in_gebreke[0].pk).beslissing
    besluitstappen.verbeter(beslissing, jurist, later, on=later)

    assert gehaald(in_gebreke) == [(later, later), (dag, dag)]


def test_what_does_not_go_with_the_inwoner_is_left_out(verstuurd, consulent):
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, **EX | {"indiener": "rechthebbende"})

    assert (bezwaar.belanghebbende, bezwaar.relatie, bezwaar.adres, bezwaar.van_wie) == ("", "", "", "de inwoner")


def test_letters_go_to_the_belanghebbende_and_not_to_the_inwoner(tweede, consulent):
    on = date(2026, 6, 2)
    brief = bezwaarbrieven.stel_bevestiging_op(tweede, by=consulent, on=on)
    naar = brief.ontvanger
    assert (naar.aanhef, naar.adresregels, naar.ander) == (
        "Beste M. Bakker", ("Kade 4", "4001 AB Rivierendam"), True,
    )  # fmt: skip

    rij = nieuwe_verdaging(tweede.dossier, tweede.termijn, "Wij hebben meer tijd nodig.", consulent)
    voorstel = stel_verdaging_voor(tweede.dossier, tweede.termijn, rij, by=consulent, on=on)
    assert voorstel.brief.ontvanger == naar


def test_letters_to_a_belanghebbende_do_not_wait_for_the_inwoner(tweede, consulent):
    """Neither the address of the inwoner nor a death keeps a letter to somebody else."""
    Persoon.objects.update(postcode="", huisnummer="", datum_overlijden=date(2026, 5, 20))
    tweede.dossier.persoon.refresh_from_db()

    assert bezwaarbrieven.ontvangst_bevestigen(
        bezwaar=tweede, by=consulent, at=moment(date(2026, 6, 2)), on=date(2026, 6, 2)
    )


def decide(bezwaar, consulent, jurist, dictum=Dictum.GEGROND):
    on = date(2026, 6, 22)
    stappen.bevestig(bezwaar, consulent, date(2026, 6, 2))
    stappen.zie_af(bezwaar, consulent, on=date(2026, 6, 2))
    nieuw = {"gevolg": "Het wordt anders.", "vervolg": Vervolg.NIEUW_BESLUIT}
    return stappen.beslis(bezwaar, jurist, dictum, on=on, **nieuw)


def test_besluit_on_one_bezwaar_leaves_the_other_open(eerste, tweede, consulent, jurist):
    besluit = decide(eerste, consulent, jurist)
    stappen.verstuur(besluit, jurist, BESLOTEN)

    tweede.refresh_from_db()
    eerste.termijn.refresh_from_db()
    tweede.termijn.refresh_from_db()
    assert (tweede.loopt, tweede.termijn.status, eerste.termijn.status) == (True, "lopend", "gehaald")
    assert list(Bezwaar.objects.loopt().filter(beslissing=None)) == [tweede]


def test_besluit_on_the_bezwaar_of_a_belanghebbende_is_their_own_letter(eerste, consulent, jurist, brieven_gevraagd):
    bezwaar = stappen.maak_bezwaar(eerste.besluit, consulent, on=date(2026, 5, 20), **EX)
    besluitstappen.geef_toestemming(eerste.dossier, consulent, "bezwaar")
    besluit = decide(bezwaar, consulent, jurist)

    brief = brieven_gevraagd[-1]
    assert (brief.ontvanger.naam, brief.bezwaar.belanghebbende, brief.gezin) == ("M. Bakker", "M. Bakker", ())
    assert besluitwaarden(brief)["vensters"] == ""
    assert besluitwaarden(brieven_gevraagd[0])["vensters"].startswith("Spullen kunnen wij toekennen")
    assert (ontvanger_nu(besluit).naam, toestemming_voor(besluit, BESLOTEN)) == ("M. Bakker", None)
    weigert("gaat niet naar de inwoner zelf", besluitstappen.verstuur, besluit, jurist, BESLOTEN, wijze="elektronisch")
    assert stappen.verstuur(besluit, jurist, BESLOTEN).verzonden_op == BESLOTEN


def wijzig(bezwaar, by, **anders):
    nu = {"belanghebbende": bezwaar.belanghebbende, "relatie": bezwaar.relatie, "adres": bezwaar.adres}
    return indiener_wijzigen(bezwaar=bezwaar, **nu | anders, reden="Verhuisd", by=by, at=moment(BESLOTEN))


def test_address_of_a_belanghebbende_is_put_right_after_the_besluit_too(eerste, tweede, consulent, jurist):
    besluit = decide(eerste, consulent, jurist)
    weigert("wijzigt u bij Mensen", wijzig, eerste, consulent, adres="Kade 5\n4001 AB Rivierendam")
    smit = EX | {"belanghebbende": "J. Smit"}
    derde = stappen.maak_bezwaar(besluit.beslist_op.besluit, consulent, on=date(2026, 6, 22), **smit)
    weigert("al bezwaar gemaakt door M. Bakker", wijzig, derde, consulent, belanghebbende="M. Bakker")

    nieuw = wijzig(tweede, consulent, adres="Kade 5\n4001 AB Rivierendam")

    assert nieuw.adresregels == ("Kade 5", "4001 AB Rivierendam")


def test_letter_that_came_back_leads_to_the_address_at_the_bezwaar(tweede, consulent, jurist):
    stappen.bevestig(tweede, consulent, date(2026, 6, 2))
    stappen.zie_af(tweede, consulent, on=date(2026, 6, 2))
    Bezwaar.objects.filter(pk=tweede.pk).update(
        verschoonbaar=True, verschoonbaar_reden="Ziek.", verschoonbaar_op=moment(BESLOTEN), verschoonbaar_door=jurist
    )
    besluit = stappen.beslis(tweede, jurist, on=BESLOTEN)
    stappen.verstuur(besluit, jurist, BESLOTEN)
    later = date(2026, 6, 29)
    retour = besluitstappen.kwam_terug(besluit, jurist, dag=later, on=later)

    fout = weigert("Het adres is nog hetzelfde", besluitstappen.opnieuw, retour, jurist, later, on=later)

    assert fout.url == reverse("bezwaar_indiener", args=[tweede.dossier.nummer, tweede.pk])


def op(dag):
    return time_machine.travel(moment(dag), tick=False)


def test_form_asks_who_else_makes_bezwaar(client, eerste, consulent):
    client.force_login(consulent)
    nieuw = reverse("bezwaar_nieuw", args=[eerste.dossier.nummer])
    leeg = {"indiener": "belanghebbende"}
    with op(ONTVANGEN):
        form = client.post(nieuw, invulling(eerste.besluit, bestand=bestand(), **leeg)).context["form"]
        response = client.post(nieuw, invulling(eerste.besluit, bestand=bestand(), **EX), follow=True)
        lijst = client.get(reverse("dossier_bezwaren", args=[eerste.dossier.nummer])).text
        alle = client.get(reverse("bezwaren")).text

    assert {"belanghebbende", "relatie", "adres"} <= set(fouten(form))
    assert berichten(response) == ["Het bezwaar is vastgelegd. Bevestig nu de ontvangst met een brief."]
    assert "M. Bakker, ex-partner van de inwoner" in response.text
    assert "Tegen dit besluit is ook bezwaar gemaakt door" in response.text
    assert "Door M. Bakker, ex-partner" in lijst
    assert "door M. Bakker" in alle


def test_page_to_decide_names_who_else_waits(client, eerste, tweede, consulent, jurist):
    stappen.bevestig(eerste, consulent)
    stappen.zie_af(eerste, consulent)
    client.force_login(jurist)
    with op(BESLOTEN):
        pagina = client.get(reverse("bezwaar_besluit", args=[eerste.dossier.nummer, eerste.pk])).text
        ander = client.get(reverse("bezwaar_besluit", args=[eerste.dossier.nummer, tweede.pk])).text

    assert "Beslissen op het bezwaar (bezwaar van M. Bakker)" in ander
    assert "Beslissen op het bezwaar (bezwaar van" not in pagina
    assert "loopt ook een bezwaar van <a" in pagina
    assert "Dit bezwaar is van M. Bakker (ex-partner). De brief gaat naar die persoon." in ander


def test_clocks_of_two_bezwaren_are_told_apart(client, eerste, tweede, consulent):
    client.force_login(consulent)
    laat = date(2026, 7, 14)
    nummer = eerste.besluit.nummer
    with op(BESLOTEN):
        kaart = client.get(eerste.dossier.get_absolute_url()).text
        verdagen = client.get(f"{reverse('verdagen', args=[eerste.dossier.nummer])}?termijn={tweede.termijn_id}").text
    with op(laat):
        keuzes = (
            client.get(reverse("ingebrekestelling", args=[eerste.dossier.nummer])).context["form"].fields["termijn"]
        )

    assert f"<strong>Besluit op bezwaar (de inwoner, tegen {nummer})</strong>" in kaart
    assert f"<strong>Besluit op bezwaar (M. Bakker, tegen {nummer})</strong>" in kaart
    assert f"Besluit op bezwaar verdagen (M. Bakker, tegen {nummer})" in verdagen
    assert {label.partition(": ")[0] for _, label in keuzes.choices} == {
        f"Besluit op bezwaar na de bezwaartermijn (de inwoner, tegen {nummer})",
        f"Besluit op bezwaar na de bezwaartermijn (M. Bakker, tegen {nummer})",
    }


def test_page_puts_the_address_right(client, eerste, tweede, consulent):
    client.force_login(consulent)
    adres = reverse("bezwaar_indiener", args=[tweede.dossier.nummer, tweede.pk])
    with op(BESLOTEN):
        van_inwoner = client.get(reverse("bezwaar_indiener", args=[eerste.dossier.nummer, eerste.pk]), follow=True)
        versie = client.get(adres).context["form"]["versie"].value()
        velden = {veld: EX[veld] for veld in ("belanghebbende", "relatie")} | {"reden": "Verhuisd", "versie": versie}
        half = client.post(adres, velden | {"adres": "Kade 5"})
        heel = client.post(adres, velden | {"adres": "Kade 5\n4001 AB Rivierendam"}, follow=True)

    assert "wijzigt u bij Mensen" in berichten(van_inwoner)[0]
    assert set(fouten(half.context["form"])) == {"adres"}
    assert berichten(heel) == ["De gegevens zijn gewijzigd."]
    assert "Kade 5, 4001 AB Rivierendam" in heel.text


@pytest.mark.parametrize(
    ("plaats", "in_brief"),
    [("Lindepad 14", "10.30 uur</strong>. U spreekt"), ("stadhuis", "10.30 uur</strong>, stadhuis. U spreekt")],
)
def test_uitnodiging_does_not_tell_a_geheim_adres_whoever_gets_it(eerste, tweede, consulent, plaats, in_brief):
    Persoon.objects.update(geheim_adres=True)
    for bezwaar in (Bezwaar.objects.get(pk=eerste.pk), Bezwaar.objects.get(pk=tweede.pk)):
        stappen.plan_zitting(bezwaar, consulent, on=date(2026, 6, 2), datum=date(2026, 6, 16), plaats=plaats)
        brief, _ = bezwaarbrieven.stel_uitnodiging_op(bezwaar, by=consulent, on=date(2026, 6, 2))

        assert in_brief in render_to_string("planvanaanpak/pdf/_bezwaarbericht.html", {"brief": brief})
