"""Who was reached: the inwoner, who acts for them, or somebody else, with whom there is no first contact yet."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.gesprekken import eerste_gesprek_vastleggen
from cases.actions.verbeteren import contact_wijzigen
from cases.actions.vrijebrief import gehoor_gegevens
from cases.keuzes import BEREIKT, Contactuitkomst, Leefgebied
from cases.models import Contact, Dossier, Taak, Termijn
from cases.panelen import Contacten
from tests.factories import moment

ON, DAG = date(2026, 3, 20), date(2026, 3, 6)
NA = {"at": moment(ON), "on": ON}
ANDER, NAMENS = "iemand anders bereikt", "vertegenwoordiger bereikt"
VELDEN = {"datum": "06-03-2026", "kanaal": "telefoon", "tekst": "Over de afspraak."}
NIET_DE_INWONER = (
    "Bij ‘Gesproken’ gaat het om de inwoner zelf. Was het iemand anders? Kies dan bij ‘Wat kwam eruit?’"
    " ‘Vertegenwoordiger bereikt’ of ‘Iemand anders bereikt’. Was de inwoner erbij? Maak dit dan leeg, en schrijf bij"
    " ‘Waar ging het over?’ wie er nog meer was."
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def bel(dossier, by, uitkomst, met="", tekst="", datum=DAG):
    wat = {"datum": datum, "kanaal": "telefoon", "uitkomst": uitkomst, "met": met, "tekst": tekst}
    return contact_vastleggen(dossier=dossier, **wat, by=by, **NA)


def klokken(dossier):
    return dict(Termijn.objects.filter(dossier=dossier).values_list("regel", "datum_gehaald"))


@pytest.mark.parametrize(
    ("uitkomst", "bereikt"),
    [
        ("gesproken", True),
        ("schriftelijk antwoord", True),
        (NAMENS, True),
        (ANDER, False),
        ("geen gehoor", False),
        ("bericht achtergelaten", False),
    ],
)
def test_each_uitkomst_is_contact_or_not_in_the_row_and_in_the_query(dossier, consulent, uitkomst, bereikt):
    contact = bel(dossier, consulent, uitkomst, met="P. Jansen")

    dossier.refresh_from_db()
    assert contact.is_bereikt is bereikt
    assert list(Contact.objects.bereikt()) == ([contact] if bereikt else [])
    assert dossier.datum_eerste_contact == (DAG if bereikt else None)
    assert klokken(dossier) == (
        {"eerste_contact": DAG, "eerste_gesprek": None, "eerste_gesprek_na_contact": None}
        if bereikt
        else {"eerste_contact": None, "eerste_gesprek": None}
    )


def test_no_uitkomst_is_left_out_of_the_table_above():
    assert {*BEREIKT, "geen gehoor", "bericht achtergelaten", ANDER} == set(Contactuitkomst.values)


def houd_eerste(dossier, by):
    wat = {"datum": DAG, "kanaal": "huisbezoek", "verslag": "", "hulpvragen": {Leefgebied.WONEN: "De vloer is kapot."}}
    return eerste_gesprek_vastleggen(dossier=dossier, **wat, by=by, **NA)


def te_proberen():
    return [taak.wat for taak in Taak.objects.open().filter(soort="poging")]


def test_before_the_eerste_gesprek_somebody_else_is_an_attempt_in_the_row(dossier, consulent):
    bel(dossier, consulent, "geen gehoor")
    bel(dossier, consulent, ANDER, met="school")
    bel(dossier, consulent, "geen gehoor", tekst="Weer niet")

    assert te_proberen() == ["Inwoner niet bereikt. Stuur een brief"]


def test_after_the_eerste_gesprek_talks_with_others_are_no_attempts(dossier, consulent):
    houd_eerste(dossier, consulent)
    for met in ("school", "wijkteam", "verhuurder"):
        bel(dossier, consulent, ANDER, met=met, datum=date(2026, 3, 16))

    assert te_proberen() == []


def test_after_the_eerste_gesprek_a_talk_with_another_does_not_end_the_row_either(dossier, consulent):
    houd_eerste(dossier, consulent)
    for dag in (16, 17):
        bel(dossier, consulent, "geen gehoor", datum=date(2026, 3, dag))
    bel(dossier, consulent, ANDER, met="school", datum=date(2026, 3, 18))
    twee = te_proberen()

    bel(dossier, consulent, "geen gehoor", datum=date(2026, 3, 19))

    assert (twee, te_proberen()) == ([], ["Inwoner niet bereikt. Stuur een brief"])


@pytest.mark.parametrize("na_gesprek", [False, True], ids=["before", "after"])
def test_letter_names_no_talk_with_another_as_an_attempt(dossier, consulent, na_gesprek):
    if na_gesprek:
        houd_eerste(dossier, consulent)
    bel(dossier, consulent, ANDER, met="school", datum=date(2026, 3, 18))
    alleen = gehoor_gegevens(Dossier.objects.get(pk=dossier.pk))
    bel(dossier, consulent, "geen gehoor", datum=date(2026, 3, 17))

    samen = gehoor_gegevens(Dossier.objects.get(pk=dossier.pk))

    assert (alleen, samen) == ({"laatste_poging": ""}, {"laatste_poging": "dinsdag 17 maart 2026"})


def test_after_the_eerste_gesprek_the_message_says_that_it_is_no_attempt(pagina, dossier, consulent):
    houd_eerste(dossier, consulent)

    response = stuur(pagina, dossier, uitkomst=ANDER, met="school")

    assert [str(tekst) for tekst in response.context["messages"]] == [
        "Het contact is vastgelegd. Het telt niet als contact met de inwoner, en ook niet als poging."
    ]


@pytest.mark.parametrize("uitkomst", [ANDER, NAMENS])
def test_who_it_was_is_named(dossier, consulent, uitkomst):
    with pytest.raises(ActieFout, match=r"^Vul in wie u bereikte\.$"):
        bel(dossier, consulent, uitkomst, met=" ")
    contact = bel(dossier, consulent, uitkomst, met="school")
    with pytest.raises(ActieFout, match=r"^Vul in wie u bereikte\.$"):
        contact_wijzigen(contact=contact, wijzigingen={"met": ""}, reden="Fout", by=consulent, **NA)
    with pytest.raises(IntegrityError, match="contact_noemt_wie"), transaction.atomic():
        Contact.objects.update(met="")

    assert list(Contact.objects.values_list("met", flat=True)) == ["school"]


def test_correction_takes_the_first_contact_away(dossier, consulent):
    contact = bel(dossier, consulent, "gesproken", met="school")  # as rows from before may say it
    dossier.refresh_from_db()
    eerst = dossier.datum_eerste_contact

    contact_wijzigen(contact=contact, wijzigingen={"uitkomst": ANDER}, reden="Was school.", by=consulent, **NA)

    dossier.refresh_from_db()
    assert (eerst, dossier.datum_eerste_contact) == (DAG, None)
    assert Termijn.objects.get(dossier=dossier, regel="eerste_gesprek_na_contact").status == "vervallen"


def stuur(pagina, dossier, **velden):
    return pagina.post(reverse("contact_nieuw", args=[dossier.nummer]), {**VELDEN, **velden}, follow=True)


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"uitkomst": ANDER}, {"met": ["Vul in wie u bereikte."]}),
        ({"uitkomst": NAMENS}, {"met": ["Vul in wie u bereikte."]}),
        ({"uitkomst": "gesproken", "met": "school"}, {"met": [NIET_DE_INWONER]}),
    ],
    ids=["somebody-unnamed", "vertegenwoordiger-unnamed", "inwoner-and-another"],
)
def test_form_asks_who_it_was(pagina, dossier, velden, fouten):
    response = stuur(pagina, dossier, **velden)

    assert response.context["form"].errors == fouten
    assert Contact.objects.count() == 0


@pytest.mark.parametrize(
    ("velden", "bericht"),
    [
        (
            {"uitkomst": ANDER, "met": "school"},
            "Het contact is vastgelegd. Het telt als poging: u bereikte de inwoner zelf niet.",
        ),
        ({"uitkomst": NAMENS, "met": "P. Jansen, bewindvoerder"}, "Het contact is vastgelegd."),
        ({"uitkomst": "bericht achtergelaten", "met": "de buurvrouw"}, "De poging tot contact is vastgelegd."),
    ],
    ids=["somebody", "vertegenwoordiger", "message-with-somebody"],
)
def test_form_notes_somebody_else_and_says_what_it_counts_for(pagina, dossier, velden, bericht):
    response = stuur(pagina, dossier, **velden)

    assert [str(tekst) for tekst in response.context["messages"]] == [bericht]
    contact = Contact.objects.get()
    assert (contact.uitkomst, contact.met) == (velden["uitkomst"], velden["met"])


def test_somebody_else_can_not_say_whether_the_inwoner_wants_help(pagina, dossier):
    dossier.aanmelding.wil_ondersteuning = "onbekend"
    dossier.aanmelding.save()

    response = stuur(pagina, dossier, uitkomst=ANDER, met="school", wil="nee")

    assert response.context["form"].errors == {"wil": ["U heeft de inwoner niet bereikt. Kies ‘Nog niet bekend’."]}


def test_form_explains_who_counts(pagina, dossier):
    form = pagina.get(reverse("contact_nieuw", args=[dossier.nummer])).context["form"]

    assert form.fields["uitkomst"].help_text == (
        "‘Iemand anders bereikt’, zoals familie, een school of een hulpverlener, is geen contact met de inwoner. Een"
        " gemachtigde, bewindvoerder, curator of mentor is een vertegenwoordiger: die telt als de inwoner."
    )
    assert form.fields["met"].help_text == "Alleen als het niet de inwoner zelf was."


def verbeter(pagina, contact, **velden):
    nu = {"uitkomst": contact.uitkomst, "met": contact.met, "reden": "Klopte niet."}
    versie = contact.history.latest("history_id").history_id
    url = reverse("contact_wijzigen", args=[contact.dossier.nummer, contact.pk])
    return pagina.post(url, {**VELDEN, **nu, "versie": versie, **velden})


def test_row_from_before_is_corrected_as_it_is_or_made_right(pagina, dossier, consulent):
    contact = bel(dossier, consulent, "gesproken", met="school", tekst="Over de afspraak.")

    elders = verbeter(pagina, contact, datum="05-03-2026")
    opnieuw = verbeter(pagina, contact, met="de school")
    goed = verbeter(pagina, contact, uitkomst=ANDER)

    assert (elders.status_code, goed.status_code) == (302, 302)
    assert list(opnieuw.context["form"].errors) == ["met"]
    contact.refresh_from_db()
    assert (contact.uitkomst, contact.met, contact.is_bereikt) == (ANDER, "school", False)


def test_card_says_with_whom_it_was(dossier, consulent):
    bel(dossier, consulent, ANDER, met="school")

    (regel,) = Contacten().context(dossier, consulent, ON)["regels"]

    assert (regel.titel, regel.onder) == (
        "Iemand anders bereikt",
        "vr 6 mrt 2026, telefoon, iemand anders bereikt (school), Jolanda Prins",
    )
