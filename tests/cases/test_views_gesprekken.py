"""The page with all gesprekken, and the forms that add, correct and withdraw one."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions import gesprekken as acties
from cases.actions import hulpvragen as hulpvraagacties
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.actions.verbeteren import driegesprek_intrekken
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Afspraak, Driegesprek, Gesprek, Hulpvraag
from cases.panelen import Gesprekken
from tests.factories import maak_dossier, moment
from tests.haltes import halte

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON = NU.date()
NA = {"at": moment(ON), "on": ON}
GESPREK = {"datum": "2026-03-18", "kanaal": "kantoor", "aanwezig": "Een tolk", "verslag": "Verder gepraat."}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@halte
def gesproken(dossier, consulent):
    acties.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 12),
        kanaal=Kanaal.HUISBEZOEK,
        verslag="Lang gesproken.",
        hulpvragen={Leefgebied.WONEN: "De vloer is kapot."},
        by=consulent,
        **NA,
    )
    dossier.refresh_from_db()
    return dossier


def test_who_only_reads_is_not_told_to_write_a_contact_down(client, gesproken, consulent, auditor):
    adres = reverse("contact_nieuw", args=[gesproken.nummer])
    gezien = {}
    for wie, user in (("consulent", consulent), ("auditor", auditor)):
        client.force_login(user)
        pagina = client.get(reverse("gesprekken", args=[gesproken.nummer])).text
        gezien[wie] = ("Vertel de inwoner op welke dag" in pagina, f'href="{adres}">leg het contact vast' in pagina)

    assert gezien == {"consulent": (True, True), "auditor": (True, False)}


def houd(dossier, by, datum=date(2026, 3, 18), verslag="Verder gepraat."):
    return acties.gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.KANTOOR,
        aanwezig="",
        verslag=verslag,
        hulpvragen={},
        urgentie={},
        by=by,
        **NA,
    )


def houd_driegesprek(dossier, by, **anders):
    velden = {
        "datum": date(2026, 3, 19),
        "aanvrager": "De inwoner",
        "plaats": "Online",
        "derde": Driegesprek.Derde.UHT,
        "deelnemers": "N. Berkhout\nP. Zeeman, UHT",
        "onderwerpen": "Uitleg van de beoordeling",
        "verslag": "",
    }
    return driegesprek_vastleggen(dossier=dossier, **{**velden, **anders}, by=by, **NA)


def plan_afspraak(dossier, by, soort, **anders):
    velden = {"datum": date(2026, 3, 19), "kanaal": Kanaal.HUISBEZOEK, "plaats": "Thuis", "met": "Haar zus"}
    return Afspraak.objects.create(dossier=dossier, soort=soort, door=by, **{**velden, **anders})


def url(naam, dossier, *args):
    return reverse(naam, args=[dossier.nummer, *args])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_page_has_every_gesprek_in_full_the_latest_on_top(pagina, gesproken, consulent):
    houd(gesproken, consulent)
    houd_driegesprek(gesproken, consulent)

    response = pagina.get(url("gesprekken", gesproken))

    assert [(v.titel, v.is_eerste, v.verslag) for v in response.context["lijst"].gehouden] == [
        ("Driegesprek op donderdag 19 maart 2026", False, ""),
        ("Gesprek op woensdag 18 maart 2026", False, "Verder gepraat."),
        ("Eerste gesprek op donderdag 12 maart 2026", True, "Lang gesproken."),
    ]
    assert dict(response.context["lijst"].gehouden[0].feiten) == {
        "Gevraagd door": "De inwoner",
        "Plaats": "Online",
        "Derde partij": "UHT",
        "Deelnemers": "N. Berkhout\nP. Zeeman, UHT",
        "Onderwerpen": "Uitleg van de beoordeling",
        "SPUK": "Telt mee voor de SPUK, onderdeel F",
        "Door": "Jolanda Prins",
    }
    assert "De vloer is kapot." in response.text


def test_withdrawn_gesprek_stands_apart_with_its_reason_and_counts_nowhere(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent)
    acties.gesprek_intrekken(gesprek=gesprek, reden="Hoort bij een ander.", by=consulent, **NA)

    response = pagina.get(url("gesprekken", gesproken))

    (ingetrokken,) = response.context["lijst"].ingetrokken
    assert (ingetrokken.ingetrokken_reden, ingetrokken.ingetrokken_door, ingetrokken.links) == (
        "Hoort bij een ander.",
        "Jolanda Prins",
        (),
    )
    assert len(response.context["lijst"].gehouden) == 1
    assert next(punt.aantal for punt in response.context["zijnav"] if punt.label == "Gesprekken") == 1


def test_withdrawn_gesprek_is_struck_through_on_the_dossier_page_without_its_report(pagina, gesproken, consulent):
    houd(gesproken, consulent, datum=date(2026, 3, 16))
    gesprek = houd(gesproken, consulent, verslag="Over iemand anders. " * 20)
    acties.gesprek_intrekken(gesprek=gesprek, reden="Hoort bij een ander.", by=consulent, **NA)
    ander = houd_driegesprek(gesproken, consulent, onderwerpen="Ook over iemand anders. " * 20)
    driegesprek_intrekken(driegesprek=ander, reden="Verkeerd dossier.", by=consulent, at=moment(ON))

    response = pagina.get(gesproken.get_absolute_url())

    kaart = Gesprekken().context(gesproken, consulent, ON)
    assert [(regel.titel, regel.onder, regel.ingetrokken) for regel in (*kaart["regels"], *kaart["meer"])] == [
        ("Driegesprek", "Driegesprek op 19 maart 2026, met UHT, Jolanda Prins", "Verkeerd dossier."),
        ("Gesprek", "Gesprek op 18 maart 2026, op kantoor, Jolanda Prins", "Hoort bij een ander."),
        ("Verder gepraat.", "Gesprek op 16 maart 2026, op kantoor, Jolanda Prins", ""),
        ("Lang gesproken.", "Eerste gesprek op 12 maart 2026, huisbezoek, Jolanda Prins", ""),
    ]
    assert "ver iemand anders" not in response.text
    assert "<s>Gesprek</s>" in response.text


def test_side_menu_leads_to_the_page(pagina, gesproken):
    response = pagina.get(url("gesprekken", gesproken))

    (punt,) = [punt for punt in response.context["zijnav"] if punt.label == "Gesprekken"]
    assert (punt.url, punt.actief) == (url("gesprekken", gesproken), "page")


def test_links_of_each_gesprek_are_what_can_be_done_with_it(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent)
    eerste = gesproken.gesprekken.get(is_eerste_gesprek=True)

    lijst = pagina.get(url("gesprekken", gesproken)).context["lijst"].gehouden

    wijzig_eerste = url("eerste_gesprek_wijzigen", gesproken)
    assert lijst[0].links == (
        ("Wijzigen", url("gesprek_wijzigen", gesproken, gesprek.pk)),
        ("Maak dit het eerste gesprek", f"{wijzig_eerste}?gesprek={gesprek.pk}"),
        ("Intrekken", url("gesprek_intrekken", gesproken, gesprek.pk)),
    )
    assert lijst[1].links == (
        ("Wijzigen", url("gesprek_wijzigen", gesproken, eerste.pk)),
        ("Eerste gesprek wijzigen", wijzig_eerste),
        ("Eerste gesprek intrekken", url("gesprek_intrekken", gesproken, eerste.pk)),
    )


def test_before_the_eerste_gesprek_none_can_be_made_the_first(pagina, dossier, consulent):
    houd(dossier, consulent)

    (verslag,) = pagina.get(url("gesprekken", dossier)).context["lijst"].gehouden

    assert [label for label, _ in verslag.links] == ["Wijzigen", "Intrekken"]


def test_auditor_reads_and_can_do_nothing(client, auditor, gesproken, consulent):
    plan_afspraak(gesproken, consulent, "gesprek")
    client.force_login(auditor)

    response = client.get(url("gesprekken", gesproken))

    assert [v.links for v in response.context["lijst"].gehouden] == [()]
    assert [p.url for p in response.context["lijst"].gepland] == [""]
    assert url("gesprek_nieuw", gesproken) not in response.text


def test_text_for_the_inwoner_names_the_day_and_what_runs_from_it(pagina, gesproken):
    bericht = pagina.get(url("gesprekken", gesproken)).context["bericht"]

    assert bericht == (
        "Beste N. Berkhout,\n\n"
        "Op donderdag 12 maart 2026 hadden wij het eerste gesprek over brede ondersteuning."
        " Vanaf die dag lopen deze termijnen:\n\n"
        "- Uiterlijk op 7 mei 2026 krijgt u van ons een plan van aanpak.\n"
        "- Spullen die u nodig heeft, kunnen wij toekennen tot en met 12 september 2026.\n"
        "- Andere hulp kunnen wij toekennen tot en met 12 maart 2028.\n\n"
        "Klopt de datum volgens u niet? Laat het ons dan weten.\n\n"
        "Met vriendelijke groet,\nJolanda Prins\ngemeente Rivierendam"
    )


def test_no_text_for_the_inwoner_before_the_gesprek_or_when_nothing_runs(pagina, dossier, gesproken):
    gesproken.termijnen.update(status="vervallen", datum_gehaald=None)
    zonder_klok = pagina.get(url("gesprekken", gesproken)).context["bericht"]
    gesproken.datum_eerste_gesprek = None
    gesproken.save()

    assert (zonder_klok, pagina.get(url("gesprekken", gesproken)).context["bericht"]) == ("", "")


def test_empty_page_says_what_to_do(pagina, dossier):
    response = pagina.get(url("gesprekken", dossier))

    assert "Er is nog geen gesprek vastgelegd" in response.text
    assert url("eerste_gesprek", dossier) in response.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_for_one_and_for_three(pagina, gesproken, consulent, aantal):
    for nummer in range(aantal):
        houd(gesproken, consulent, verslag=f"Gesprek {nummer}")
        houd_driegesprek(gesproken, consulent, verslag=f"Gesprek {nummer}")
        plan_afspraak(gesproken, consulent, "gesprek")

    with CaptureQueriesContext(connection) as vragen:
        response = pagina.get(url("gesprekken", gesproken))

    assert len(response.context["lijst"].gehouden) == 2 * aantal + 1
    assert len(vragen) == 11


@pytest.mark.parametrize(
    ("soort", "na_gesprek", "knop", "urlnaam"),
    [
        ("eerste gesprek", False, "Eerste gesprek vastleggen", "eerste_gesprek"),
        ("eerste gesprek", True, "Gesprek vastleggen", "gesprek_nieuw"),
        ("gesprek", True, "Gesprek vastleggen", "gesprek_nieuw"),
        ("driegesprek", True, "Driegesprek vastleggen", "driegesprek_nieuw"),
    ],
)
def test_planned_gesprek_leads_to_its_form(pagina, dossier, consulent, request, soort, na_gesprek, knop, urlnaam):
    if na_gesprek:
        request.getfixturevalue("gesproken")
    afspraak = plan_afspraak(dossier, consulent, soort)
    plan_afspraak(dossier, consulent, soort, status="afgezegd")

    (plan,) = pagina.get(url("gesprekken", dossier)).context["lijst"].gepland

    assert (plan.knop, plan.url) == (knop, f"{url(urlnaam, dossier)}?afspraak={afspraak.pk}")


def test_form_starts_with_what_was_planned_and_the_afspraak_is_held(pagina, gesproken, consulent):
    afspraak = plan_afspraak(gesproken, consulent, "gesprek")
    adres = f"{url('gesprek_nieuw', gesproken)}?afspraak={afspraak.pk}"

    begin = pagina.get(adres).context["form"].initial
    pagina.post(adres, GESPREK)

    assert begin == {"datum": date(2026, 3, 19), "kanaal": "huisbezoek", "aanwezig": "Haar zus"}
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.gesprek) == ("gehouden", Gesprek.objects.get(is_eerste_gesprek=False))


def test_driegesprek_starts_with_the_subjects_that_were_prepared(pagina, gesproken, consulent):
    afspraak = plan_afspraak(gesproken, consulent, "driegesprek", toelichting="De beoordeling")

    response = pagina.get(f"{url('driegesprek_nieuw', gesproken)}?afspraak={afspraak.pk}")

    assert response.context["form"].initial == {
        "datum": date(2026, 3, 19),
        "plaats": "Thuis",
        "deelnemers": "Haar zus",
        "onderwerpen": "De beoordeling",
    }


@pytest.mark.parametrize("welke", ["ander-dossier", "geen-getal"])
def test_afspraak_that_is_not_of_this_dossier_is_no_afspraak(pagina, gesproken, consulent, gemeente, welke):
    vreemd = plan_afspraak(maak_dossier(gemeente, bsn="123456782"), consulent, "gesprek").pk
    adres = f"{url('gesprek_nieuw', gesproken)}?afspraak={vreemd if welke == 'ander-dossier' else 'x'}"

    assert pagina.get(adres).context["form"].initial == {"datum": ON}
    pagina.post(adres, GESPREK)
    assert set(Afspraak.objects.values_list("status", flat=True)) == {"gepland"}


def test_new_gesprek_replaces_only_what_was_filled_in(pagina, gesproken):
    adres = url("gesprek_nieuw", gesproken)
    hulptekst = pagina.get(adres).context["form"].fields["hulpvraag_wonen"].help_text

    gegevens = {**GESPREK, "hulpvraag_werk": "Ik zoek werk.", "urgentie_werk": "dringend", "hulpvraag_wonen": " "}
    response = pagina.post(adres, gegevens, follow=True)

    assert hulptekst == "Nu (gewoon): De vloer is kapot."
    assert response.redirect_chain == [(url("gesprekken", gesproken), 302)]
    assert berichten(response) == ["Het gesprek is vastgelegd."]
    geldend = Hulpvraag.objects.filter(dossier=gesproken).geldend().values_list("leefgebied", "tekst", "urgentie")
    assert set(geldend) == {("wonen", "De vloer is kapot.", "gewoon"), ("werk", "Ik zoek werk.", "dringend")}


def test_gesprek_before_the_first_one_points_to_the_choice(pagina, gesproken):
    response = pagina.post(url("gesprek_nieuw", gesproken), {**GESPREK, "datum": "2026-03-10"}, follow=True)

    assert berichten(response)[1] == (
        "Dit gesprek was vóór het eerste gesprek. Stelde u de hulpvragen toen al vast?"
        " Wijzig dan welk gesprek het eerste is: de termijnen lopen vanaf die dag."
    )


def test_hulpvraag_before_the_eerste_gesprek_is_refused_at_its_field(pagina, dossier):
    gegevens = {**GESPREK, "hulpvraag_zorg": "Ik slaap slecht."}

    response = pagina.post(url("gesprek_nieuw", dossier), gegevens)

    assert response.context["form"].errors == {
        "hulpvraag_zorg": [
            (
                "Er is nog geen eerste gesprek. Stelde u in dit gesprek hulpvragen vast?"
                " Leg het dan vast als eerste gesprek."
            )
        ]
    }
    assert Gesprek.objects.count() == 0


def test_report_is_added_without_a_reason_but_a_correction_needs_one(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent, verslag="")
    adres = url("gesprek_wijzigen", gesproken, gesprek.pk)
    versie = pagina.get(adres).context["form"].initial["versie"]
    vast = {"datum": "2026-03-18", "kanaal": "kantoor", "aanwezig": "", "verslag": "Verder gepraat.", "versie": versie}

    fout = pagina.post(adres, {**vast, "aanwezig": "Een tolk"})
    goed = pagina.post(adres, vast, follow=True)

    assert fout.context["form"].errors == {"reden": ["Schrijf op waarom u dit wijzigt."]}
    assert berichten(goed) == ["Het gesprek is gewijzigd."]
    gesprek.refresh_from_db()
    assert (gesprek.verslag, gesprek.aanwezig) == ("Verder gepraat.", "")
    assert gesprek.history.first().history_change_reason == "Verslag toegevoegd."


def test_form_of_the_eerste_gesprek_has_no_date(pagina, gesproken):
    gesprek = gesproken.gesprekken.get()

    response = pagina.get(url("gesprek_wijzigen", gesproken, gesprek.pk))

    assert list(response.context["form"].fields) == ["kanaal", "aanwezig", "verslag", "reden", "versie"]
    assert url("eerste_gesprek_wijzigen", gesproken) in response.text


def test_gesprek_is_withdrawn_with_a_reason(pagina, gesproken, consulent):
    gesprek = houd(gesproken, consulent)
    adres = url("gesprek_intrekken", gesproken, gesprek.pk)

    zonder = pagina.post(adres, {"reden": ""})
    met = pagina.post(adres, {"reden": "Hoort bij een ander."}, follow=True)

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert berichten(met) == ["Het gesprek is ingetrokken."]
    weer = ["Dit gesprek is ingetrokken. U kunt er niets meer aan wijzigen."]
    assert berichten(pagina.get(adres, follow=True)) == weer
    gesprek.refresh_from_db()
    assert gesprek.is_ingetrokken


def test_report_of_a_driegesprek_is_added_later(pagina, gesproken, consulent):
    driegesprek = houd_driegesprek(gesproken, consulent)
    adres = url("driegesprek_wijzigen", gesproken, driegesprek.pk)
    form = pagina.get(adres).context["form"]
    gegevens = {naam: form.initial[naam] for naam in form.fields if naam != "reden"}

    response = pagina.post(adres, {**gegevens, "verslag": "UHT belt terug."}, follow=True)

    assert berichten(response) == ["Het driegesprek is gewijzigd."]
    driegesprek.refresh_from_db()
    assert (driegesprek.verslag, driegesprek.history.first().history_change_reason) == (
        "UHT belt terug.",
        "Verslag toegevoegd.",
    )


def test_hulpvraag_that_becomes_acute_leads_to_the_question_which_situatie(pagina, gesproken):
    hulpvraag = gesproken.hulpvragen.get()
    adres = url("hulpvraag_wijzigen", gesproken, hulpvraag.pk)
    versie = pagina.get(adres).context["form"].initial["versie"]
    gegevens = {"tekst": hulpvraag.tekst, "leefgebied": hulpvraag.leefgebied, "urgentie": "acuut"}
    gegevens |= {"reden": "Ontruiming dreigt.", "versie": versie}

    response = pagina.post(adres, gegevens, follow=True)

    assert response.redirect_chain == [(url("acuut_melden", gesproken), 302)]
    assert berichten(response) == [
        "De hulpvraag is gewijzigd.",
        "De hulpvraag is acuut. Leg ook vast welke bedreigende situatie er is.",
    ]


def test_hulpvraag_that_is_not_acute_leads_back_to_the_dossier(pagina, gesproken):
    hulpvraag = gesproken.hulpvragen.get()
    adres = url("hulpvraag_wijzigen", gesproken, hulpvraag.pk)
    versie = pagina.get(adres).context["form"].initial["versie"]
    gegevens = {"tekst": "De vloer is weg.", "leefgebied": hulpvraag.leefgebied, "urgentie": "gewoon"}
    gegevens |= {"reden": "Tikfout.", "versie": versie}

    response = pagina.post(adres, gegevens, follow=True)

    assert response.redirect_chain == [(gesproken.get_absolute_url(), 302)]
    hulpvraag.refresh_from_db()
    assert hulpvraag.tekst == "De vloer is weg."


def test_form_that_somebody_else_changed_in_between_keeps_what_was_typed(pagina, gesproken, collega):
    hulpvraag = gesproken.hulpvragen.get()
    adres = url("hulpvraag_wijzigen", gesproken, hulpvraag.pk)
    versie = pagina.get(adres).context["form"].initial["versie"]
    hulpvraagacties.hulpvraag_wijzigen(
        hulpvraag=hulpvraag, wijzigingen={"tekst": "Van een ander."}, reden="x", by=collega, at=moment(ON)
    )

    response = pagina.post(adres, {"tekst": "Mijn tekst.", "urgentie": "gewoon", "reden": "Tikfout.", "versie": versie})

    (fout,) = response.context["form"].non_field_errors()
    assert "Bekend is nu: Hulpvraag: Van een ander." in fout
    assert "Mijn tekst." in response.text


def test_what_somebody_typed_is_text_on_the_form_that_shows_it(pagina, gesproken):
    Hulpvraag.objects.update(tekst='Ik zoek <b onclick="x()">werk</b> & rust.')

    html = pagina.get(url("gesprek_nieuw", gesproken)).text

    assert "Nu (gewoon): Ik zoek &lt;b onclick=&quot;x()&quot;&gt;werk&lt;/b&gt; &amp; rust." in html
