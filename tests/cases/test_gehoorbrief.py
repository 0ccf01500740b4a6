"""Three attempts that reached nobody: a taak on Vandaag, and the letter "wij bereiken u niet" to make."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from accounts.models import User
from cases.actions.afspraak import afspraak_afzeggen, afspraak_plannen
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.hulp import hulp_afwijzen, hulp_vergissing
from cases.actions.taak import taak_gedaan
from cases.actions.toewijzen import toewijzen
from cases.actions.verbeteren import contact_intrekken, contact_wijzigen
from cases.actions.vrijebrief import brief_maken
from cases.keuzes import WilOndersteuning
from cases.models import Dossier, Taak
from cases.registratie import volgende_stap
from cases.vrijebrief import GEEN_GEHOOR
from tests.factories import moment

ON = date(2026, 3, 20)
NIET, WEL = "geen gehoor", "gesproken"
BRIEF, BEZOEK, OVERLEG = (
    f"Inwoner niet bereikt. {wat}" for wat in ("Stuur een brief", "Ga op huisbezoek", "Overleg met uw coördinator")
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def van_consulent(dossier, consulent, coordinator):
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))


def probeer(dossier, by, uitkomst=NIET, kanaal="telefoon", on=ON, **anders):
    wat = {"datum": on, "kanaal": kanaal, "uitkomst": uitkomst, "tekst": f"Poging {dossier.contacten.count()}"}
    return contact_vastleggen(dossier=dossier, **wat, **anders, by=by, at=moment(on), on=on)


def drie_keer(dossier, by):
    return [probeer(dossier, by) for _ in range(3)]


def open_taken(dossier):
    return [(taak.wat, taak.datum, taak.voor.naam) for taak in Taak.objects.open().filter(dossier=dossier)]


def maak_brief(dossier, by):
    return brief_maken(dossier=dossier, soort=GEEN_GEHOOR, naar="", bericht="", by=by, at=moment(ON), on=ON)


def stap(dossier, user):
    return volgende_stap(Dossier.objects.voor_pagina().get(pk=dossier.pk), user, ON)


def test_third_attempt_in_a_row_stands_on_vandaag_of_the_casusregisseur(client, van_consulent, consulent, coordinator):
    probeer(van_consulent, coordinator)
    probeer(van_consulent, coordinator)
    assert open_taken(van_consulent) == []

    probeer(van_consulent, coordinator)

    assert open_taken(van_consulent) == [(BRIEF, ON, "Jolanda Prins")]
    client.force_login(consulent)
    assert BRIEF in client.get(reverse("vandaag")).text
    van_consulent.refresh_from_db()
    assert van_consulent.status == "aanmelding"


def test_taak_follows_what_is_tried(dossier, consulent):
    drie_keer(dossier, consulent)
    gezien = []
    for kanaal in ("brief", "huisbezoek", "telefoon"):
        probeer(dossier, consulent, kanaal=kanaal)
        gezien.append([wat for wat, _, _ in open_taken(dossier)])
    assert gezien == [[BEZOEK], [OVERLEG], [OVERLEG]]

    probeer(dossier, consulent, WEL)

    assert open_taken(dossier) == []


def test_visit_that_is_planned_takes_its_place_until_it_is_cancelled(dossier, consulent):
    drie_keer(dossier, consulent)
    probeer(dossier, consulent, kanaal="brief")
    gegevens = {"datum": ON + timedelta(days=3), "kanaal": "huisbezoek"}
    wie = {"by": consulent, "at": moment(ON)}

    afspraak = afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, **wie, on=ON)
    assert [wat for wat, _, _ in open_taken(dossier)] == ["Gesprek, huisbezoek"]

    afspraak_afzeggen(afspraak=afspraak, reden="Kan niet", **wie)
    assert [wat for wat, _, _ in open_taken(dossier)] == [BEZOEK]


def test_done_it_does_not_come_back_in_the_same_row_of_attempts(dossier, consulent):
    drie_keer(dossier, consulent)
    taak_gedaan(taak=Taak.objects.open().get(), by=consulent, at=moment(ON))

    probeer(dossier, consulent)
    assert open_taken(dossier) == []

    probeer(dossier, consulent, WEL)
    drie_keer(dossier, consulent)
    assert [wat for wat, _, _ in open_taken(dossier)] == [BRIEF]


def test_who_chose_a_day_to_follow_it_up_gets_no_second_taak(dossier, consulent):
    probeer(dossier, consulent)
    probeer(dossier, consulent)

    probeer(dossier, consulent, opvolgen_op=ON + timedelta(days=3), opvolgen_wat="Weer bellen")

    assert [wat for wat, _, _ in open_taken(dossier)] == ["Weer bellen"]


def test_follow_up_of_a_colleague_does_not_keep_it_from_the_casusregisseur(
    van_consulent, consulent, collega, coordinator
):
    later = {"opvolgen_op": ON + timedelta(days=3), "opvolgen_wat": "Weer bellen"}
    probeer(van_consulent, coordinator)
    probeer(van_consulent, coordinator)

    probeer(van_consulent, collega, **later, opvolgen_voor=collega)
    assert open_taken(van_consulent) == [
        (BRIEF, ON, "Jolanda Prins"),
        ("Weer bellen", later["opvolgen_op"], "Bram Terpstra"),
    ]


def test_follow_up_by_the_casusregisseur_takes_its_place_whoever_noted_it(van_consulent, collega, coordinator):
    later = {"opvolgen_op": ON + timedelta(days=3), "opvolgen_wat": "Weer bellen"}
    probeer(van_consulent, coordinator)
    probeer(van_consulent, coordinator)

    probeer(van_consulent, collega, **later)

    assert open_taken(van_consulent) == [("Weer bellen", later["opvolgen_op"], "Jolanda Prins")]


def test_it_is_not_for_a_casusregisseur_who_left(van_consulent, consulent, collega):
    User.objects.filter(pk=consulent.pk).update(is_active=False)

    drie_keer(van_consulent, collega)

    assert open_taken(van_consulent) == [(BRIEF, ON, "Bram Terpstra")]


def test_correction_takes_it_away_or_brings_it(dossier, consulent):
    wie = {"reden": "Fout", "by": consulent, "at": moment(ON), "on": ON}
    laatste = drie_keer(dossier, consulent)[2]

    contact_wijzigen(contact=laatste, wijzigingen={"uitkomst": WEL}, **wie)
    assert open_taken(dossier) == []

    contact_wijzigen(contact=laatste, wijzigingen={"uitkomst": NIET}, **wie)
    assert [wat for wat, _, _ in open_taken(dossier)] == [BRIEF]

    contact_intrekken(contact=dossier.contacten.last(), **wie)
    assert open_taken(dossier) == []


def test_it_stands_still_while_somebody_wants_no_help(dossier, consulent):
    drie_keer(dossier, consulent)
    wie = {"by": consulent, "at": moment(ON), "on": ON}
    hulp_afwijzen(dossier=dossier, wil=WilOndersteuning.LATER, datum=ON, toelichting="", **wie)
    assert open_taken(dossier) == []

    hulp_vergissing(dossier=dossier, reden="Fout", **wie)

    assert [wat for wat, _, _ in open_taken(dossier)] == [BRIEF]


def test_new_casusregisseur_gets_it(dossier, coordinator, consulent):
    drie_keer(dossier, coordinator)

    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))

    assert [wie for _, _, wie in open_taken(dossier)] == ["Jolanda Prins"]


def test_step_leads_to_the_letter_and_then_asks_to_note_that_it_went(dossier, consulent, snelle_pdf):
    drie_keer(dossier, consulent)
    assert stap(dossier, consulent).knop == "Brief maken"

    maak_brief(dossier, consulent)

    gezien = stap(dossier, consulent)
    assert (gezien.titel, gezien.knop) == ("De brief 'Wij bereiken u niet' is gemaakt", "Brief vastleggen")
    assert gezien.url == f"{reverse('contact_nieuw', args=[dossier.nummer])}?kanaal=brief"
    probeer(dossier, consulent, kanaal="brief")
    assert stap(dossier, consulent).titel.endswith("Ga op huisbezoek")


def test_letter_of_an_earlier_row_of_attempts_is_not_this_one(dossier, consulent, snelle_pdf):
    drie_keer(dossier, consulent)
    maak_brief(dossier, consulent)
    later = ON + timedelta(days=20)
    probeer(dossier, consulent, WEL, on=later)
    for _ in range(3):
        probeer(dossier, consulent, on=later)

    dossier = Dossier.objects.voor_pagina().get(pk=dossier.pk)
    assert volgende_stap(dossier, consulent, later).knop == "Brief maken"


def test_page_opens_with_this_letter_and_makes_it(pagina, dossier, consulent, snelle_pdf):
    drie_keer(dossier, consulent)
    url = reverse("brief_maken", args=[dossier.nummer])
    assert pagina.get(f"{url}?soort={GEEN_GEHOOR}").context["form"]["soort"].value() == GEEN_GEHOOR

    invoer = {"soort": GEEN_GEHOOR, "naar": "", "bericht": "Uw zus zei dat u verhuisd bent."}
    gezien = pagina.post(url, invoer)
    assert "Wij probeerden het voor het laatst op vrijdag 20 maart 2026." in " ".join(gezien.text.split())
    pagina.post(url, {**invoer, "gezien": gezien.context["form"].data["gezien"]})

    document = dossier.documenten.get()
    assert (document.onderwerp, document.uitgaand.soort) == ("Wij bereiken u niet", GEEN_GEHOOR)
    assert dossier.events.first().tekst == "Brief gemaakt: wij bereiken u niet."


def test_letter_after_a_contact_names_no_attempt(dossier, consulent, pagina):
    probeer(dossier, consulent, WEL)
    invoer = {"soort": GEEN_GEHOOR, "naar": "", "bericht": ""}

    tekst = pagina.post(reverse("brief_maken", args=[dossier.nummer]), invoer).text

    assert "Het lukt ons niet om u te bereiken." in tekst
    assert "Wij probeerden het" not in tekst


def test_no_letter_to_who_died(dossier, consulent):
    dossier.persoon.datum_overlijden = ON
    dossier.persoon.save()

    with pytest.raises(ActieFout, match="overleden"):
        maak_brief(dossier, consulent)
