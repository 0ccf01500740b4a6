"""The message that the eerste gesprek is later: the letter, the action, the page and the next step."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions import termijnbericht as acties
from cases.actions.afspraak import afspraak_plannen
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.documentbeheer import document_intrekken
from cases.actions.klokken import volg_feiten
from cases.actions.toewijzen import toewijzen
from cases.brief import Afzender, Ontvanger
from cases.contactstappen import is_verteld
from cases.models import Document, DossierEvent, Persoon, Termijnbericht
from cases.pdf import BriefFout, render_html, render_pdf
from cases.registratie import volgende_stap
from cases.termijnbrief import Termijnbrief
from tests.factories import maak_dossier, moment
from tests.planvanaanpak.pdf_controle import controleer
from tests.wegen import voer_eerste_gesprek

# Aangemeld on 2 March 2026, so the 8 weken end on 28 April: 27 April is Koningsdag.
LAATSTE, BIJNA, NOG_NIET, TE_LAAT = date(2026, 4, 28), date(2026, 4, 14), date(2026, 4, 13), date(2026, 4, 29)
VERWACHT = date(2026, 5, 20)
REDEN = "Wij hebben nu te weinig medewerkers."

pytestmark = pytest.mark.django_db


def brief(**anders):
    gegevens = {
        "kenmerk": "9901-D-2026-00001",
        "datum": BIJNA,
        "afzender": Afzender(
            gemeente="Rivierendam",
            college_naam="Het college van Rivierendam",
            afdeling="Team Brede ondersteuning",
            adresregels=("Postbus 100", "4000 AA Rivierendam"),
            telefoon="0555 12 34 56",
        ),
        "ontvanger": Ontvanger(
            aanhef="Beste N. Berkhout", naam="N. Berkhout", adresregels=("Lindepad 14", "4001 ZZ  Rivierendam")
        ),
        "uiterste_datum": LAATSTE,
        "verwacht_op": VERWACHT,
        "reden": REDEN,
        "contactpersoon": "Jolanda Prins",
        "telefoon": "0555 12 34 71",
    }
    return Termijnbrief(**{**gegevens, **anders})


def maak(dossier, by, *, on=BIJNA, verwacht_op=VERWACHT, reden=REDEN):
    return acties.termijnbericht_maken(
        dossier=dossier, verwacht_op=verwacht_op, reden=reden, by=by, at=moment(on), on=on
    )


def stap(dossier, user, on):
    dossier = type(dossier).objects.voor_pagina().get(pk=dossier.pk)
    return volgende_stap(dossier, user, on)


def test_letter_says_when_why_and_whom_to_call():
    html = " ".join(render_html("brief/termijnbericht.html", brief()).split())

    for zin in (
        "uiterlijk op dinsdag 28 april 2026 met u houden. Dat lukt niet.",
        "Het gesprek is uiterlijk op <strong>woensdag 20 mei 2026</strong>.",
        f"<p>{REDEN}</p>",
        "Bel Jolanda Prins, telefoon 0555 12 34 71.",
    ):
        assert zin in html
    assert "bezwaar" not in html.lower()


def test_letter_after_the_last_day_says_that_it_did_not_succeed():
    assert "Dat is niet gelukt." in render_html("brief/termijnbericht.html", brief(datum=TE_LAAT))


@pytest.mark.parametrize(
    ("telefoon", "gemeente", "nummer"),
    [("0555 1", "0555 2", "0555 1"), ("", "0555 2", "0555 2"), ("", "", "")],
)
def test_number_to_call(telefoon, gemeente, nummer):
    afzender = Afzender(gemeente="Rivierendam", college_naam="Het college", telefoon=gemeente)

    assert brief(telefoon=telefoon, afzender=afzender).bel_nummer == nummer


@pytest.mark.parametrize("anders", [{"verwacht_op": LAATSTE}, {"reden": "  "}], ids=["within", "no-reason"])
def test_letter_that_makes_no_sense_can_not_exist(anders):
    with pytest.raises(ValueError, match="letter"):
        brief(**anders)


def test_pdf_passes_every_check_and_is_the_same_each_time():
    pdf = render_pdf("brief/termijnbericht.html", brief())

    assert controleer(pdf) == []
    assert render_pdf("brief/termijnbericht.html", brief()) == pdf


def test_message_is_kept_with_its_letter_and_the_termijn_stays(dossier, consulent, snelle_pdf):
    bericht = maak(dossier, consulent)

    termijn = dossier.termijnen.get(regel="eerste_gesprek")
    assert (bericht.termijn, termijn.uiterste_datum, termijn.status) == (termijn, LAATSTE, "lopend")
    document = Document.objects.get()
    with document.bestand.open("rb") as bestand:
        inhoud = bestand.read()
    assert (document.soort, document.onderwerp, document.extensie, inhoud) == (
        "brief",
        "Bericht over het eerste gesprek",
        "pdf",
        snelle_pdf,
    )
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst, event.reden) == (
        "termijnbericht",
        "Bericht aan de inwoner: het eerste gesprek is uiterlijk op 20 mei 2026.",
        REDEN,
    )


def test_sent_twice_makes_one_message(dossier, consulent, snelle_pdf):
    assert maak(dossier, consulent) == maak(dossier, consulent)
    assert (Termijnbericht.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("persoon", "anders", "melding"),
    [
        ({"datum_overlijden": date(2026, 4, 1)}, {}, "Deze inwoner is overleden"),
        ({"postcode": ""}, {}, "Het adres is niet volledig"),
        ({}, {"verwacht_op": LAATSTE}, "Dat is nog binnen de termijn, die loopt tot en met 28 april 2026"),
        ({}, {"on": date(2026, 5, 20)}, "Kies een dag na vandaag"),
        ({}, {"reden": "Wij zijn druk 🙂"}, "Deze tekens kunnen niet in een brief: 🙂"),
    ],
    ids=["died", "address", "within", "today", "characters"],
)
def test_message_that_can_not_go_out_is_refused(dossier, consulent, snelle_pdf, persoon, anders, melding):
    for veld, waarde in persoon.items():
        setattr(dossier.persoon, veld, waarde)
    dossier.persoon.save()

    with pytest.raises(ActieFout, match=melding):
        maak(dossier, consulent, **anders)

    assert (Termijnbericht.objects.count(), Document.objects.count()) == (0, 0)


def test_no_message_without_a_running_termijn(dossier, consulent, snelle_pdf):
    dossier.termijnen.filter(regel="eerste_gesprek").update(status="vervallen")

    with pytest.raises(ActieFout, match="Er loopt geen termijn voor het eerste gesprek"):
        maak(dossier, consulent)


def test_letter_that_can_not_be_printed_is_refused(dossier, consulent, monkeypatch):
    def kapot(sjabloon, brief):
        raise BriefFout("In het beeldmerk staat tekst.")

    monkeypatch.setattr("cases.actions.briefdruk.render_pdf", kapot)

    with pytest.raises(ActieFout, match="In het beeldmerk staat tekst"):
        maak(dossier, consulent)


@pytest.mark.parametrize(
    ("on", "titel", "knoppen"),
    [
        (NOG_NIET, "Neem contact op, dit is 35 dagen te laat", ("Contact vastleggen", "Verificatie vastleggen")),
        (BIJNA, "Plan het eerste gesprek uiterlijk dinsdag 28 april 2026", ("Gesprek plannen", "Bericht maken")),
        (LAATSTE, "Plan het eerste gesprek uiterlijk dinsdag 28 april 2026", ("Gesprek plannen", "Bericht maken")),
        (TE_LAAT, "Laat de inwoner weten wanneer het eerste gesprek is", ("Bericht maken", "Gesprek plannen")),
    ],
    ids=["15-days", "14-days", "last-day", "late"],
)
def test_next_step_as_the_term_comes_nearer(dossier, consulent, on, titel, knoppen):
    gezien = stap(dossier, consulent, on)

    assert (gezien.titel, (gezien.knop, gezien.tweede_knop)) == (titel, knoppen)


def test_next_step_goes_when_the_gesprek_is_planned_in_time(dossier, consulent):
    gegevens = {"datum": date(2026, 4, 21), "kanaal": "kantoor"}
    afspraak_plannen(
        dossier=dossier, soort="eerste gesprek", gegevens=gegevens, by=consulent, at=moment(BIJNA), on=BIJNA
    )

    assert stap(dossier, consulent, BIJNA).knop == "Contact vastleggen"
    assert stap(dossier, consulent, TE_LAAT).knop == "Bericht maken"


@pytest.mark.parametrize("on", [date(2026, 3, 3), BIJNA, LAATSTE])
def test_letter_is_the_next_step_as_soon_as_the_planned_day_is_late(dossier, consulent, snelle_pdf, on):
    gegevens = {"datum": date(2026, 5, 11), "kanaal": "kantoor"}
    afspraak_plannen(dossier=dossier, soort="eerste gesprek", gegevens=gegevens, by=consulent, at=moment(on), on=on)

    gezien = stap(dossier, consulent, on)

    assert gezien.titel == "Laat de inwoner weten dat het eerste gesprek later is"
    assert gezien.tekst.startswith(
        "Het gesprek staat gepland op maandag 11 mei 2026. Het moet uiterlijk op dinsdag 28 april 2026."
    )
    assert (gezien.knop, gezien.tweede_knop) == ("Bericht maken", "Afspraken bekijken")
    assert gezien.url == reverse("termijnbericht", args=[dossier.nummer])
    maak(dossier, consulent, on=on, verwacht_op=date(2026, 5, 8))
    assert stap(dossier, consulent, on).knop == "Bericht maken"  # of an earlier day than is planned
    Termijnbericht.objects.update(verwacht_op=date(2026, 5, 11))
    assert stap(dossier, consulent, on).knop == "Contact vastleggen"


def test_next_step_goes_when_the_inwoner_was_told_until_that_day_passed(dossier, consulent, snelle_pdf):
    maak(dossier, consulent)

    assert stap(dossier, consulent, TE_LAAT).knop == "Contact vastleggen"
    assert stap(dossier, consulent, VERWACHT).knop == "Contact vastleggen"
    assert stap(dossier, consulent, date(2026, 5, 21)).knop == "Bericht maken"


def test_nobody_is_told_to_write_to_who_died_or_when_they_may_only_read(dossier, consulent, auditor):
    assert stap(dossier, auditor, TE_LAAT) is None or stap(dossier, auditor, TE_LAAT).knop == ""
    dossier.persoon.datum_overlijden = date(2026, 4, 1)
    dossier.persoon.save()

    assert stap(dossier, consulent, TE_LAAT).knop != "Bericht maken"


@pytest.mark.parametrize("fase", ["aanmelding", "plan"])
def test_three_attempts_are_the_next_step_in_every_fase(dossier, consulent, coordinator, auditor, fase):
    on = date(2026, 3, 20)
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(on))
    if fase == "plan":
        voer_eerste_gesprek(dossier, consulent, date(2026, 3, 4))
    for dag in (17, 18, 19):
        contact_vastleggen(
            dossier=dossier,
            datum=date(2026, 3, dag),
            kanaal="telefoon",
            uitkomst="geen gehoor",
            tekst="",
            by=consulent,
            at=moment(on),
            on=on,
        )

    gezien = stap(dossier, consulent, on)

    assert gezien.titel == "Inwoner niet bereikt bij de laatste drie pogingen. Stuur een brief"
    assert (gezien.knop, gezien.tweede_knop) == ("Brief maken", "Brief vastleggen")
    assert gezien.url == f"{reverse('brief_maken', args=[dossier.nummer])}?soort=geen_gehoor"
    assert gezien.tweede_url == f"{reverse('contact_nieuw', args=[dossier.nummer])}?kanaal=brief"
    auditorstap = stap(dossier, auditor, on)
    assert auditorstap is None or "drie pogingen" not in auditorstap.titel
    dossier.persoon.datum_overlijden = on
    dossier.persoon.save()
    assert "drie pogingen" not in stap(dossier, consulent, on).titel


def test_visit_can_be_planned_when_a_letter_did_not_help_either(dossier, consulent):
    on = date(2026, 3, 20)
    for dag, kanaal in ((16, "telefoon"), (17, "telefoon"), (18, "brief")):
        gegevens = {"datum": date(2026, 3, dag), "kanaal": kanaal, "uitkomst": "geen gehoor", "tekst": ""}
        contact_vastleggen(dossier=dossier, **gegevens, by=consulent, at=moment(on), on=on)

    voor = stap(dossier, consulent, on)
    bezoek = {"datum": date(2026, 3, 23), "kanaal": "huisbezoek"}
    afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=bezoek, by=consulent, at=moment(on), on=on)
    gepland = stap(dossier, consulent, date(2026, 3, 23))
    voorbij = stap(dossier, consulent, date(2026, 3, 24))

    plannen = f"{reverse('afspraak_nieuw', args=[dossier.nummer])}?soort=gesprek&kanaal=huisbezoek"
    assert voor.titel == "Inwoner niet bereikt bij de laatste drie pogingen. Ga op huisbezoek"
    assert (voor.knop, voor.tweede_knop, voor.tweede_url) == ("Huisbezoek vastleggen", "Huisbezoek plannen", plannen)
    assert gepland.titel == "Huisbezoek gepland op maandag 23 maart 2026"
    assert (gepland.knop, gepland.tweede_knop) == ("Huisbezoek vastleggen", "Alle contacten bekijken")
    assert voorbij == voor


@pytest.fixture
def pagina(client, consulent, snelle_pdf):
    client.force_login(consulent)
    with time_machine.travel(datetime(2026, 4, 14, 9, 30, tzinfo=UTC), tick=False):
        yield client


def test_page_shows_the_letter_first_and_makes_it_when_sent_again(pagina, dossier):
    url = reverse("termijnbericht", args=[dossier.nummer])
    gegevens = {"verwacht_op": "20-05-2026", "reden": REDEN}

    eerst = pagina.post(url, gegevens)
    gezien = eerst.context["form"]["gezien"].value()
    anders = pagina.post(url, {**gegevens, "reden": "Toch anders.", "gezien": gezien})
    daarna = pagina.post(url, {**gegevens, "gezien": gezien}, follow=True)

    assert (eerst.context["knop"], anders.context["knop"]) == ("Brief maken", "Brief maken")
    assert "Het gesprek is uiterlijk op <strong>woensdag 20 mei 2026</strong>" in eerst.text
    assert "<p>Toch anders.</p>" in anders.text
    bericht = Termijnbericht.objects.get()
    assert daarna.redirect_chain == [(url, 302)]
    assert [str(melding) for melding in daarna.context["messages"]] == [
        "De brief staat klaar. Download hem hieronder en verstuur hem vandaag."
    ]
    assert bericht.document.get_absolute_url() in daarna.text


def test_page_shows_a_refusal_and_keeps_what_was_typed(pagina, dossier):
    url = reverse("termijnbericht", args=[dossier.nummer])

    response = pagina.post(url, {"verwacht_op": "28-04-2026", "reden": REDEN})

    assert "Dat is nog binnen de termijn" in response.text
    assert REDEN in response.text
    assert response.context["brief"] is None


def test_page_leads_back_when_no_letter_can_go_out(pagina, gemeente):
    dossier = maak_dossier(gemeente, postcode="")

    response = pagina.get(reverse("termijnbericht", args=[dossier.nummer]), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert "Het adres is niet volledig. Vul eerst het adres aan" in response.text


def test_inwoner_is_told_again_after_a_letter_that_was_withdrawn(dossier, consulent, coordinator, snelle_pdf):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(BIJNA))
    bericht = maak(dossier, consulent)
    assert is_verteld(bericht.termijn, VERWACHT)

    document_intrekken(
        document=bericht.document, reden="Ander dossier", ondanks_gebruik=True, by=consulent, at=moment(BIJNA)
    )

    assert not is_verteld(bericht.termijn, VERWACHT)
    bericht.termijn.refresh_from_db()
    assert bericht.termijn.uiterste_datum == LAATSTE


def test_plan_gets_its_first_last_day_back_when_the_letter_is_withdrawn(dossier, consulent, snelle_pdf):
    """Also when something else is worked out anew; and the letter can be made again."""
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 4))
    laatste, later = date(2026, 4, 29), date(2026, 6, 3)
    bericht = maak(dossier, consulent, verwacht_op=later)

    def klok():
        return dossier.termijnen.filter(regel="plan_van_aanpak").values_list("uiterste_datum", "status").get()

    assert klok() == (later, "lopend")
    document_intrekken(
        document=bericht.document, reden="Ander dossier", ondanks_gebruik=True, by=consulent, at=moment(BIJNA)
    )

    assert klok() == (laatste, "lopend")
    assert DossierEvent.objects.latest("pk").tekst == (
        "Document ingetrokken: brief, Bericht over het plan van aanpak. De uiterste datum is weer 29 april 2026."
    )
    dossier.refresh_from_db()
    volg_feiten(dossier, by=consulent, on=BIJNA)
    assert klok() == (laatste, "lopend")
    assert maak(dossier, consulent, verwacht_op=later) != bericht
    assert klok() == (later, "lopend")


def test_letter_does_not_tell_where_a_geheim_adres_is(dossier, consulent, snelle_pdf):
    Persoon.objects.update(geheim_adres=True)

    with pytest.raises(ActieFout, match="Het adres van deze inwoner is geheim"):
        maak(dossier, consulent, reden="Wij komen naar Lindepad 14.")

    assert Document.objects.count() == 0
    maak(dossier, consulent, reden="Wij komen naar u toe.")
    assert Document.objects.count() == 1
