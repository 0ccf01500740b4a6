"""The page Mensen, and the pages that change who is on it."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.gezin import gezin_vastleggen
from cases.actions.intrekken import dossier_intrekken
from cases.models import Betrokkene, Dossier, Gezinslid, Persoon
from config.formulierweergave import is_niet_verplicht
from tests.factories import maak_dossier, moment

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON = date(2026, 3, 20)
ADRES = "Postbus 12\r\n4000 AA Rivierendam"
BEWIND = {"rol": "bewindvoerder", "naam": "P. Jansen", "organisatie": "Bewind BV", "adres": ADRES}
LID = {"naam": "Sem Berkhout", "geboortedatum": "00-05-2014", "relatie": "kind", "bij_aanvraag": "ja"}
MENSEN = 11

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def stuur(pagina, dossier, naam, gegevens, *args):
    return pagina.post(reverse(naam, args=[dossier.nummer, *args]), gegevens, follow=True)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def mensen(pagina, dossier):
    return pagina.get(reverse("mensen", args=[dossier.nummer]))


def opnieuw(pagina, url, **anders):
    """Fill in a form as it stands on the page, with some fields changed."""
    form = pagina.get(url).context["form"]
    begin = {veld.name: veld.value() for veld in form}
    return {**{naam: waarde for naam, waarde in begin.items() if waarde is not None}, "reden": "Belde", **anders}


def test_page_shows_the_inwoner_and_who_gets_the_letters(pagina, dossier):
    Persoon.objects.update(taal="Turks", tolk=True, voorkeurskanaal="e-mail", email="naima@voorbeeld.example")

    response = mensen(pagina, dossier)

    assert response.context["feiten"] == [
        ("Geboren", "12 maart 1985 (41 jaar)"),
        ("Telefoon", "06 5555 0142"),
        ("E-mail", "naima@voorbeeld.example"),
        ("Liefst bereikt via", "e-mail"),
        ("Taal", "Turks, met een tolk"),
        ("Identiteit", "nog niet vastgesteld"),
    ]
    assert response.context["adresregels"] == ("Lindepad 14", "4001 ZZ  Rivierendam")
    assert (response.context["post"].wie, response.context["post"].uitleg) == ("N. Berkhout", "")
    feiten = dict(response.context["kop"].feiten)
    assert (feiten["Tolk"], feiten["Liefst via"]) == ("Turks", "e-mail")


@pytest.mark.parametrize(
    ("velden", "feit"),
    [
        ({"tolk": True}, ("Tolk", "nodig")),
        ({"taal": "Pools"}, ("Taal", "Pools")),
        ({"geheim_adres": True}, ("Adres", "geheim")),
        ({"post_aan": "beide"}, ("Brieven", "met een afschrift")),
    ],
)
def test_head_says_what_somebody_who_calls_must_know(pagina, dossier, velden, feit):
    Persoon.objects.update(**velden)

    assert feit in pagina.get(dossier.get_absolute_url()).context["kop"].feiten


def test_card_on_the_overview_counts_the_people_and_leads_here(pagina, dossier, consulent):
    assert "Er is niemand anders van het gezin of daaromheen bekend." in pagina.get(dossier.get_absolute_url()).text
    Gezinslid.objects.create(gezin=dossier.gezin, naam="Sem", relatie="kind", door=consulent)
    Betrokkene.objects.create(dossier=dossier, rol="school", naam="De Regenboog", door=consulent)
    weg = {"ingetrokken_op": NU, "ingetrokken_door": consulent, "ingetrokken_reden": "x"}
    Betrokkene.objects.create(dossier=dossier, rol="advocaat", naam="A. Weg", door=consulent, **weg)

    response = pagina.get(dossier.get_absolute_url())

    assert f'href="{reverse("mensen", args=[dossier.nummer])}">2 andere personen</a>' in response.text
    assert [punt.aantal for punt in response.context["zijnav"] if punt.label == "Mensen"] == [2]


def test_page_with_nobody_says_what_to_do(pagina, gemeente):
    dossier = maak_dossier(
        gemeente, geboortedatum="", telefoon="", straat="", huisnummer="", postcode="", woonplaats=""
    )

    tekst = mensen(pagina, dossier).text

    for leeg in ("Er is nog niemand genoteerd. Woont de inwoner alleen?", "Er is nog geen adres bekend."):
        assert leeg in tekst


def test_somebody_of_the_netherlands_moves_abroad(pagina, dossier):
    url = reverse("persoon_wijzigen", args=[dossier.nummer])
    leeg = dict.fromkeys(("straat", "huisnummer", "postcode", "woonplaats"), "")

    pagina.post(url, opnieuw(pagina, url, adres_buitenland="Meir 1\r\n2000 Antwerpen", land="België", **leeg))

    assert Persoon.objects.get().woonadres == ("Meir 1", "2000 Antwerpen", "BELGIË")


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"adres_buitenland": "Meir 1", "land": "België"}, "adres_buitenland", "Vul één adres in"),
        (
            {"straat": "", "huisnummer": "", "postcode": "", "woonplaats": "", "land": "België"},
            "adres_buitenland",
            "Vul",
        ),
        (
            {"straat": "", "huisnummer": "", "postcode": "", "woonplaats": "", "adres_buitenland": "x"},
            "land",
            "Vul het",
        ),
        ({"postadres": "Postbus 9"}, "postadres", "Vul ten minste twee regels in"),
    ],
    ids=["both", "country-alone", "no-country", "half-a-postadres"],
)
def test_address_that_cannot_be_is_said_at_its_field(pagina, dossier, anders, veld, melding):
    url = reverse("persoon_wijzigen", args=[dossier.nummer])

    response = pagina.post(url, opnieuw(pagina, url, **anders))

    assert response.context["form"].errors[veld][0].startswith(melding)
    assert Persoon.objects.get().straat == "Lindepad"


def test_who_can_get_letters_leads_to_the_choice_of_letters(pagina, dossier):
    response = stuur(pagina, dossier, "betrokkene_nieuw", BEWIND)

    assert response.redirect_chain == [(reverse("post_kiezen", args=[dossier.nummer]), 302)]
    assert berichten(response) == [
        "P. Jansen staat nu bij de mensen van dit dossier. Kies hier aan wie de brieven gaan."
    ]
    rij = Betrokkene.objects.get()
    keuze = {"post_aan": "vertegenwoordiger", "vertegenwoordiger": rij.pk, "reden": "Beschikking"}

    response = stuur(pagina, dossier, "post_kiezen", keuze)

    assert berichten(response) == [
        "Nieuwe brieven gaan aan de vertegenwoordiger. Brieven die er al zijn, veranderen niet."
    ]
    post = response.context["post"]
    assert (post.wie, post.adresregels) == ("P. Jansen, bewindvoerder", ("Postbus 12", "4000 AA Rivierendam"))


@pytest.mark.parametrize(
    ("anders", "erbij"),
    [
        ({"adres": ""}, " Zonder volledig postadres kan deze persoon geen brieven krijgen."),
        ({"rol": "school"}, ""),
    ],
)
def test_others_lead_back_to_the_page(pagina, dossier, anders, erbij):
    response = stuur(pagina, dossier, "betrokkene_nieuw", {**BEWIND, **anders})

    assert response.redirect_chain == [(reverse("mensen", args=[dossier.nummer]), 302)]
    assert berichten(response) == [f"P. Jansen staat nu bij de mensen van dit dossier.{erbij}"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"rol": ""}, "rol"),
        ({"naam": ""}, "naam"),
        ({"telefoon": "06-1234"}, "telefoon"),
        ({"email": "naam@"}, "email"),
        ({"adres": "Postbus 12"}, "adres"),
    ],
)
def test_refused_value_is_said_at_its_field(pagina, dossier, anders, veld):
    response = stuur(pagina, dossier, "betrokkene_nieuw", {**BEWIND, **anders})

    assert list(response.context["form"].errors) == [veld]
    assert Betrokkene.objects.count() == 0


def test_rol_may_be_chosen_by_the_page_that_leads_here(pagina, dossier):
    url = reverse("betrokkene_nieuw", args=[dossier.nummer])

    assert pagina.get(f"{url}?rol=zaakbehandelaar uht").context["form"]["rol"].value() == "zaakbehandelaar uht"
    assert pagina.get(f"{url}?rol=koning").context["form"]["rol"].value() == ""


def test_somebody_is_changed_and_withdrawn(pagina, dossier):
    stuur(pagina, dossier, "betrokkene_nieuw", BEWIND)
    rij = Betrokkene.objects.get()
    url = reverse("betrokkene", args=[dossier.nummer, rij.pk])

    assert berichten(pagina.post(url, opnieuw(pagina, url, telefoon="06 5555 0001"), follow=True)) == [
        "De gegevens van P. Jansen zijn gewijzigd."
    ]
    response = stuur(pagina, dossier, "betrokkene_intrekken", {"reden": "Gestopt"}, rij.pk)

    assert berichten(response) == ["P. Jansen is niet meer betrokken."]
    assert [r.naam for r in response.context["ingetrokken"]] == ["P. Jansen"]
    assert berichten(pagina.get(url, follow=True)) == [
        "P. Jansen is al ingetrokken. Voeg deze persoon zo nodig opnieuw toe."
    ]


def test_letters_need_a_vertegenwoordiger(pagina, dossier):
    response = stuur(pagina, dossier, "post_kiezen", {"post_aan": "beide", "reden": "x"})

    assert list(response.context["form"].errors) == ["vertegenwoordiger"]


def test_who_gets_the_letters_is_not_withdrawn(pagina, dossier):
    stuur(pagina, dossier, "betrokkene_nieuw", BEWIND)
    pk = Betrokkene.objects.get().pk
    stuur(pagina, dossier, "post_kiezen", {"post_aan": "beide", "vertegenwoordiger": pk, "reden": "x"})

    response = stuur(pagina, dossier, "betrokkene_intrekken", {"reden": "Gestopt"}, pk)

    (fout,) = response.context["form"].non_field_errors()
    assert fout.startswith("P. Jansen krijgt nu de brieven van de inwoner.")
    uitleg = mensen(pagina, dossier).context["post"].uitleg
    assert uitleg == "Er gaat een afschrift naar P. Jansen, bewindvoerder, Postbus 12, 4000 AA Rivierendam."


def test_gezin_is_noted_frozen_and_changed_apart(pagina, dossier):
    stuur(pagina, dossier, "gezinslid_nieuw", LID)
    response = stuur(pagina, dossier, "gezin_vastleggen", {})
    assert berichten(response) == ["Het gezin op de dag van de aanvraag is vastgelegd."]
    later = {**LID, "naam": "Puck", "geboortedatum": "2026-03-10", "bij_aanvraag": "nee", "vanaf": "2026-03-10"}

    stuur(pagina, dossier, "gezinslid_nieuw", later)
    sem = Gezinslid.objects.get(naam="Sem Berkhout")
    url = reverse("gezinslid", args=[dossier.nummer, sem.pk])
    assert pagina.get(url).context["form"]["geboortedatum"].value() == "00-05-2014"
    pagina.post(url, opnieuw(pagina, url, tot="2026-03-18"))

    beeld = mensen(pagina, dossier).context["gezinsbeeld"]
    assert [(lid.naam, lid.geboren) for lid in beeld.bij_aanvraag] == [
        ("Sem Berkhout", "geboren mei 2014 (dag onbekend), 11 jaar")
    ]
    assert [(lid.naam, lid.wanneer) for lid in beeld.later] == [
        ("Sem Berkhout", "bij het gezin tot en met 18 maart 2026"),
        ("Puck", "erbij vanaf 10 maart 2026"),
    ]
    assert berichten(stuur(pagina, dossier, "gezin_vastleggen", {}))[0].startswith(
        "De samenstelling van het gezin is al"
    )


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"geboortedatum": "30-02-1995"}, "geboortedatum"),
        ({"geboortedatum": "15-3-1850"}, "geboortedatum"),
        ({"geboortedatum": "21-03-2026"}, "geboortedatum"),
        ({"bij_aanvraag": "nee"}, "vanaf"),
        ({"vanaf": "2026-03-01"}, "vanaf"),
        ({"tot": "2026-03-21"}, "tot"),
        ({"bij_aanvraag": "nee", "vanaf": "2026-03-10", "tot": "2026-03-09"}, "tot"),
        ({"relatie": ""}, "relatie"),
    ],
)
def test_refused_gezinslid_is_said_at_its_field(pagina, dossier, anders, veld):
    response = stuur(pagina, dossier, "gezinslid_nieuw", {**LID, **anders})

    assert list(response.context["form"].errors) == [veld]
    assert Gezinslid.objects.count() == 0


def test_who_was_forgotten_needs_a_reason_after_the_freeze(pagina, dossier, consulent):
    gezin_vastleggen(dossier=dossier, by=consulent, at=moment(ON))

    response = stuur(pagina, dossier, "gezinslid_nieuw", LID)
    assert list(response.context["form"].errors) == ["reden"]
    assert not is_niet_verplicht(response.context["form"]["reden"])

    stuur(pagina, dossier, "gezinslid_nieuw", {**LID, "reden": "Vergeten"})
    assert Gezinslid.objects.get().history.first().history_change_reason == "Vergeten"


def test_who_came_later_keeps_the_day_of_coming(pagina, dossier):
    stuur(pagina, dossier, "gezinslid_nieuw", {**LID, "bij_aanvraag": "nee", "vanaf": "2026-03-10"})
    url = reverse("gezinslid", args=[dossier.nummer, Gezinslid.objects.get().pk])

    response = pagina.post(url, opnieuw(pagina, url, vanaf=""))

    assert list(response.context["form"].errors) == ["vanaf"]


def test_change_of_a_colleague_in_between_names_the_birth_date_as_people_write_it(pagina, dossier):
    stuur(pagina, dossier, "gezinslid_nieuw", LID)
    url = reverse("gezinslid", args=[dossier.nummer, Gezinslid.objects.get().pk])

    response = pagina.post(url, opnieuw(pagina, url, geboortedatum="01-05-2014", versie="0"))

    (melding,) = response.context["form"].non_field_errors()
    assert melding.endswith("Bekend is nu: Geboortedatum: mei 2014 (dag onbekend).")


def test_mistake_is_taken_out(pagina, dossier):
    stuur(pagina, dossier, "gezinslid_nieuw", LID)

    response = stuur(pagina, dossier, "gezinslid_weghalen", {"reden": "Vergissing"}, Gezinslid.objects.get().pk)

    assert berichten(response) == ["Sem Berkhout is weggehaald."]
    assert Gezinslid.objects.count() == 0


@pytest.fixture
def partner(gemeente):
    return maak_dossier(gemeente, bsn="999990019", voorletters="O.", achternaam="Maas")


def test_dossiers_of_one_gezin_are_linked_and_taken_apart(pagina, dossier, partner):
    gegevens = {"nummer": partner.nummer.lower(), "reden": "Partners"}

    response = stuur(pagina, dossier, "gezin_koppelen", gegevens)

    assert berichten(response) == ["Dit dossier hoort nu bij het gezin van O. Maas."]
    assert response.context["anderen"] == [partner]
    response = stuur(pagina, dossier, "gezin_ontkoppelen", {"reden": "Gescheiden"})
    assert berichten(response) == ["Dit dossier heeft nu een eigen gezin."]
    assert response.context["anderen"] == []


def test_linking_warns_first_when_a_was_counted_for_both(pagina, dossier, partner):
    Dossier.objects.update(datum_eerste_contact=ON)
    gegevens = {"nummer": partner.nummer, "reden": "Partners"}

    response = stuur(pagina, dossier, "gezin_koppelen", gegevens)
    assert "onderdeel A telde tot nu toe twee keer" in response.text
    assert Dossier.objects.get(pk=dossier.pk).gezin != partner.gezin

    response = stuur(pagina, dossier, "gezin_koppelen", {**gegevens, "begrepen": "on"})
    assert response.context["a_dubbel"] == (
        "In 2 dossiers van dit gezin is een eerste contact vastgelegd. Onderdeel A van de SPUK telt voor het gezin één"
        " keer, in 2026. Is A al voor meer dossiers verantwoord? Meld dit aan financieel."
    )


def test_dossier_that_was_made_by_mistake_is_none_of_the_gezin(pagina, dossier, partner, coordinator):
    stuur(pagina, dossier, "gezin_koppelen", {"nummer": partner.nummer, "reden": "Partners"})
    Dossier.objects.update(datum_eerste_contact=ON)
    assert mensen(pagina, dossier).context["a_dubbel"].startswith("In 2 dossiers")

    dossier_intrekken(dossier=partner, reden="Vergissing", by=coordinator, at=moment(ON))

    context = mensen(pagina, dossier).context
    assert (context["anderen"], context["a_dubbel"]) == ([], "")
    context = mensen(pagina, partner).context
    assert (context["anderen"], context["a_dubbel"]) == ([dossier], "")


def test_withdrawn_dossier_does_not_keep_another_from_moving(pagina, gemeente, dossier, partner, coordinator):
    stuur(pagina, dossier, "gezin_koppelen", {"nummer": partner.nummer, "reden": "Partners"})
    dossier_intrekken(dossier=partner, reden="Vergissing", by=coordinator, at=moment(ON))
    derde = maak_dossier(gemeente, bsn="", achternaam="Derde")

    response = stuur(pagina, dossier, "gezin_koppelen", {"nummer": derde.nummer, "reden": "Partners"})

    assert response.context["anderen"] == [derde]


def test_dossier_that_is_not_there_or_not_yours_is_not_linked(pagina, dossier, andere_gemeente):
    elders = maak_dossier(andere_gemeente)

    for nummer in ("9901-D-2026-99999", elders.nummer, dossier.nummer):
        response = stuur(pagina, dossier, "gezin_koppelen", {"nummer": nummer, "reden": "x"})
        assert response.context["form"].errors["nummer"] == [
            "Dit dossier is er niet, of u mag het niet wijzigen. Controleer het nummer."
        ]


def test_taking_apart_what_is_alone_is_refused(pagina, dossier):
    response = stuur(pagina, dossier, "gezin_ontkoppelen", {"reden": "x"})

    assert response.context["form"].non_field_errors() == [
        "Dit dossier is het enige van dit gezin. Er is niets om te ontkoppelen."
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_of_the_database_for_any_number(
    pagina, dossier, gemeente, consulent, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        Gezinslid.objects.create(gezin=dossier.gezin, naam=f"Kind {nummer}", relatie="kind", door=consulent)
        Betrokkene.objects.create(dossier=dossier, rol="school", naam=f"School {nummer}", door=consulent)
        ander = maak_dossier(gemeente, bsn="", achternaam=f"Maas {nummer}")
        Dossier.objects.filter(pk=ander.pk).update(gezin=dossier.gezin)

    with django_assert_num_queries(MENSEN):
        mensen(pagina, dossier)
