"""Asking UHT with spoed, for the kindregeling: an answer the same day. And the clock of a question put right later."""

from datetime import date

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.nacht import doe_gemeente
from cases.actions.toewijzen import toewijzen
from cases.actions.verbeteren import verificatie_intrekken, verificatie_wijzigen
from cases.actions.verificatie import verificatie_beantwoorden, verificatie_vragen
from cases.keuzes import VerificatieAntwoord, VerificatieKanaal
from cases.models import Dossier, Verificatie
from cases.registratie import Werkactie, volgende_stap, werkactie
from cases.status import OPEN, Status
from tests.factories import moment
from tests.haltes import halte

# Tweede pinksterdag: the same day counts all the same.
ON, MORGEN = date(2026, 5, 25), date(2026, 5, 26)
pytestmark = pytest.mark.django_db


@halte
def kind(dossier, consulent, coordinator):
    Dossier.objects.update(doelgroep="kind", datum_eerste_contact=date(2026, 5, 20))
    dossier.refresh_from_db()
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))


def vraag(dossier, by, *, spoed=True, kanaal=VerificatieKanaal.TELEFOON, on=ON):
    return verificatie_vragen(
        dossier=dossier, datum_gevraagd=on, kanaal=kanaal, spoed=spoed, by=by, at=moment(on), on=on
    )


def antwoord(rij, by, dag):
    return verificatie_beantwoorden(
        verificatie=rij,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=dag,
        antwoord_van="A. Vos",
        by=by,
        at=moment(dag),
        on=dag,
    )


def verbeter(rij, by, **wijzigingen):
    return verificatie_wijzigen(
        verificatie=rij, wijzigingen=wijzigingen, reden="Vergissing", by=by, at=moment(MORGEN), on=MORGEN
    )


def klokken(dossier):
    rijen = dossier.termijnen.filter(aanleiding__startswith="verificatie:").order_by("regel")
    return [(rij.regel, rij.uiterste_datum, rij.status, rij.datum_gehaald) for rij in rijen]


def test_question_with_spoed_is_answered_the_same_day(kind, consulent):
    vraag(kind, consulent)

    assert klokken(kind) == [("spoed_verificatie", ON, "lopend", None)]
    assert kind.events.first().tekst == "Verificatie gevraagd bij UHT: telefoon (serviceteam), met spoed."


@pytest.mark.parametrize(("dag", "status"), [(ON, "gehaald"), (MORGEN, "te_laat_gehaald")], ids=["same-day", "late"])
def test_answer_stops_the_clock(kind, consulent, dag, status):
    antwoord(vraag(kind, consulent), consulent, dag)

    assert klokken(kind) == [("spoed_verificatie", ON, status, dag)]


@pytest.mark.parametrize("kanaal", [VerificatieKanaal.VRAAGBESTAND, VerificatieKanaal.PORTAAL])
def test_spoed_goes_by_telephone_only(kind, consulent, kanaal):
    with pytest.raises(ActieFout, match=r"^Met spoed vraagt u alleen per telefoon\."):
        vraag(kind, consulent, kanaal=kanaal)

    assert (Verificatie.objects.count(), klokken(kind)) == (0, [])


def test_spoed_is_for_the_kindregeling_only(dossier, consulent):
    with pytest.raises(ActieFout, match=r"^Met spoed kan alleen bij de kindregeling\."):
        vraag(dossier, consulent)

    assert (Verificatie.objects.count(), klokken(dossier)) == (0, [])


@pytest.mark.parametrize("status", Status)
def test_spoed_is_asked_in_every_open_status(kind, consulent, status):
    Dossier.objects.update(status=status)

    if status in OPEN:
        vraag(kind, consulent)
    else:
        with pytest.raises(ActieFout, match=rf"^Een verificatie vragen kan niet: .* '{status.label}'\.$"):
            vraag(kind, consulent)

    assert [regel for regel, *_ in klokken(kind)] == ["spoed_verificatie"] * (status in OPEN)


def test_night_makes_it_late_and_mails_the_consulent(kind, consulent, gemeente):
    vraag(kind, consulent)

    doe_gemeente(gemeente=gemeente, on=ON, at=moment(ON))
    mail.outbox.clear()
    doe_gemeente(gemeente=gemeente, on=MORGEN, at=moment(MORGEN))
    doe_gemeente(gemeente=gemeente, on=MORGEN, at=moment(MORGEN))

    assert klokken(kind) == [("spoed_verificatie", ON, "te_laat", None)]
    (brief,) = [bericht for bericht in mail.outbox if bericht.to == [consulent.email]]
    assert f"- {kind.nummer}: Serviceteam van UHT bellen: te laat sinds di 26 mei 2026." in brief.body


def test_next_step_and_work_list_lead_to_the_answer(kind, consulent):
    kind.termijnen.filter(regel="eerste_gesprek").update(uiterste_datum=date(2026, 6, 15))
    vraag(kind, consulent)
    pagina = Dossier.objects.voor_pagina().get()

    stap = volgende_stap(pagina, consulent, ON)

    assert stap.titel == "Wacht op het antwoord van UHT uiterlijk maandag 25 mei 2026"
    assert stap.tekst.startswith("Gevraagd op 25 mei 2026, telefoon (serviceteam), met spoed.")
    assert stap.waarom_url == reverse(
        "termijn_waarom", args=[kind.nummer, kind.termijnen.get(regel="spoed_verificatie").pk]
    )
    assert werkactie("spoed_verificatie") == Werkactie("Antwoord vastleggen", "uht")


def test_question_that_goes_to_the_vraagbestand_after_all_gets_six_werkdagen(kind, consulent):
    rij = vraag(kind, consulent)

    verbeter(rij, consulent, kanaal=VerificatieKanaal.VRAAGBESTAND, spoed=False)

    assert klokken(kind) == [
        ("spoed_verificatie", ON, "vervallen", None),
        ("uht_antwoord", date(2026, 6, 2), "lopend", None),
    ]
    assert kind.events.first().tekst.startswith(
        "Verificatie verbeterd: hoe, met spoed. Spoedverificatie: tot en met 25 mei 2026 (loopt) wordt loopt niet;"
        " Antwoord UHT: loopt niet wordt tot en met 2 juni 2026 (loopt);"
    )


def test_correcting_into_spoed_by_another_way_than_telephone_is_refused(kind, consulent):
    rij = vraag(kind, consulent, spoed=False, kanaal=VerificatieKanaal.VRAAGBESTAND)

    with pytest.raises(ActieFout, match=r"^Met spoed vraagt u alleen per telefoon\."):
        verbeter(rij, consulent, spoed=True)

    assert klokken(kind) == [("uht_antwoord", date(2026, 6, 2), "lopend", None)]


@pytest.mark.parametrize("spoed", [True, False], ids=["spoed", "six-werkdagen"])
def test_withdrawn_question_has_no_clock(kind, consulent, spoed):
    rij = vraag(kind, consulent, spoed=spoed)

    verificatie_intrekken(verificatie=rij, reden="Dubbel", by=consulent, at=moment(MORGEN), on=MORGEN)

    assert [(status, dag) for _, _, status, dag in klokken(kind)] == [("vervallen", None)]


def test_corrected_day_of_the_question_and_of_the_answer_move_the_clock(kind, consulent):
    rij = vraag(kind, consulent, spoed=False)
    antwoord(rij, consulent, ON)

    verbeter(rij, consulent, datum_gevraagd=date(2026, 5, 11), datum_antwoord=date(2026, 5, 22))
    na_dag = klokken(kind)
    verbeter(rij, consulent, antwoord="", datum_antwoord=None)

    # Hemelvaartsdag, 14 mei 2026, does not count.
    assert na_dag == [("uht_antwoord", date(2026, 5, 20), "te_laat_gehaald", date(2026, 5, 22))]
    assert klokken(kind) == [("uht_antwoord", date(2026, 5, 20), "te_laat", None)]


def test_correction_after_the_end_starts_no_clock(kind, consulent):
    rij = vraag(kind, consulent)
    Dossier.objects.update(status="afgesloten")

    verbeter(rij, consulent, spoed=False)

    assert klokken(kind) == [("spoed_verificatie", ON, "vervallen", None)]


@pytest.fixture
def _vandaag():
    with time_machine.travel(moment(ON), tick=False):
        yield


@pytest.mark.usefixtures("_vandaag")
def test_page_asks_for_spoed_at_a_kind_and_says_until_when(pagina, kind):
    gegevens = {"datum_gevraagd": "2026-05-25", "kanaal": "telefoon", "spoed": "on"}

    response = pagina.post(reverse("verificatie_vraag", args=[kind.nummer]), gegevens, follow=True)

    berichten = [str(bericht) for bericht in response.context["messages"]]
    assert berichten == ["De vraag aan UHT is vastgelegd. UHT antwoordt uiterlijk 25 mei 2026."]
    assert "telefoon (serviceteam), met spoed, door" in response.text
    (regel,) = response.context["verificaties"]
    assert regel["som"][1] == ("Termijn", "dezelfde dag: maandag 25 mei 2026")


@pytest.mark.usefixtures("_vandaag")
def test_form_says_at_its_field_that_spoed_goes_by_telephone(pagina, kind):
    gegevens = {"datum_gevraagd": "2026-05-25", "kanaal": "vraagbestand", "spoed": "on"}

    response = pagina.post(reverse("verificatie_vraag", args=[kind.nummer]), gegevens)

    assert response.context["form"].errors["spoed"] == [
        "Met spoed vraagt u alleen per telefoon. Kies 'Telefoon', of haal dit vinkje weg."
    ]


@pytest.mark.usefixtures("_vandaag")
@pytest.mark.parametrize(
    ("doelgroep", "wel"), [("kind", True), ("aanvrager", False)], ids=["kindregeling", "another-doelgroep"]
)
def test_forms_ask_for_spoed_at_a_kind_only(pagina, kind, doelgroep, wel):
    Dossier.objects.update(doelgroep=doelgroep)

    vragen = pagina.get(reverse("verificatie_vraag", args=[kind.nummer]))
    samen = pagina.get(reverse("verificatie_nieuw", args=[kind.nummer]))

    assert ("spoed" in vragen.context["form"].fields, "spoed" in samen.context["form"].fields) == (wel, False)


@pytest.mark.usefixtures("_vandaag")
@pytest.mark.parametrize(
    ("doelgroep", "spoed", "wel"),
    [("kind", False, True), ("aanvrager", False, False), ("aanvrager", True, True)],
    ids=["kind", "another-doelgroep", "spoed-of-before-the-doelgroep-was-put-right"],
)
def test_correction_shows_spoed_where_it_can_be_put_right(pagina, kind, consulent, doelgroep, spoed, wel):
    rij = vraag(kind, consulent, spoed=spoed)
    Dossier.objects.update(doelgroep=doelgroep)
    url = reverse("verificatie_wijzigen", args=[kind.nummer, rij.pk])

    form = pagina.get(url).context["form"]
    velden = {"datum_gevraagd": "2026-05-25", "kanaal": "telefoon", "antwoord": "", "antwoord_van": "A. Vos"}
    pagina.post(url, {**velden, "reden": "Naam erbij", "versie": form.initial["versie"]})

    rij.refresh_from_db()
    assert ("spoed" in form.fields, rij.antwoord_van, rij.spoed) == (wel, "A. Vos", False)
