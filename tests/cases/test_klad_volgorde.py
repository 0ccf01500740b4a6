"""What is still on its way when a form was saved or cancelled is not kept again; what was typed later is."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.actions.klad import klad_bewaren, klad_weggooien
from accounts.kladbewijs import maak_bewijs
from accounts.kladvelden import get_voorsprong, kies_velden, leesbaar
from accounts.models import Klad
from accounts.tasks import kladden_van_gisteren
from cases.actions.notitie import notitie_maken
from cases.actions.taak import taak_gedaan, taak_maken
from cases.models import Contact
from tests.wegen import voer_eerste_gesprek

TEKST = "Mevrouw belt morgen terug over de huur."


@pytest.fixture
def adres(dossier):
    return reverse("contact_nieuw", args=[dossier.nummer])


def teksten():
    return [klad.gegevens["tekst"] for klad in Klad.objects.wachtend()]


def sturen(client, user, adres, keer, tekst=TEKST):
    """Send what is in the form now, as klad.js does."""
    gegevens = {"klad_bewijs": maak_bewijs(user, adres, "keer"), "klad_keer": keer, "tekst": tekst}
    return client.post(reverse("klad"), gegevens).status_code


def verzenden(client, user, adres, keer, **velden):
    gegevens = {"klad_bewijs": maak_bewijs(user, adres, "keer"), "klad_keer": keer, "tekst": TEKST}
    gegevens |= {"kanaal": "telefoon", "uitkomst": "gesproken", "datum": timezone.localdate().isoformat()}
    return client.post(adres, gegevens | velden)


@pytest.mark.parametrize("al_bewaard", [True, False], ids=["an earlier one was kept", "nothing was kept yet"])
@pytest.mark.parametrize("keer", ["blad:1", "blad:7"], ids=["of before", "of what was saved"])
def test_text_that_arrives_after_it_was_saved_is_not_kept(pagina, consulent, adres, keer, al_bewaard):
    if al_bewaard:
        sturen(pagina, consulent, adres, "blad:1", "Mevrouw")

    verzonden = verzenden(pagina, consulent, adres, "blad:7")
    te_laat = sturen(pagina, consulent, adres, keer, "Mevrouw belt")

    assert (verzonden.status_code, Contact.objects.get().tekst) == (302, TEKST)
    assert (te_laat, teksten()) == (204, [])
    assert "U had hier tekst" not in pagina.get(adres).text
    assert pagina.get(adres, {"klad": "keer"}).context["form"]["tekst"].value() is None


@pytest.mark.parametrize(
    "keer",
    ["blad:8", "ander:1", "", "onzin", "blad:x", ":9"],
    ids=["later", "other page", "none", "no", "x", "no page"],
)
def test_text_that_was_typed_after_saving_or_elsewhere_is_kept(pagina, consulent, adres, keer):
    verzenden(pagina, consulent, adres, "blad:7")

    sturen(pagina, consulent, adres, keer, "En nog iets.")

    assert teksten() == [["En nog iets."]]


def test_text_that_was_typed_while_the_form_was_on_its_way_stays(pagina, consulent, adres):
    sturen(pagina, consulent, adres, "blad:8", "Mevrouw belt morgen terug over de huur. En de gemeente.")

    verzenden(pagina, consulent, adres, "blad:7")

    assert teksten() == [["Mevrouw belt morgen terug over de huur. En de gemeente."]]


def test_text_that_is_overtaken_does_not_take_the_place_of_a_later_one(pagina, consulent, adres):
    sturen(pagina, consulent, adres, "blad:10")

    te_laat = sturen(pagina, consulent, adres, "blad:9", "Mevrouw belt")

    assert (te_laat, teksten()) == (204, [[TEKST]])


def test_text_that_was_put_back_on_another_page_goes_on(pagina, consulent, adres):
    sturen(pagina, consulent, adres, "blad:10")

    sturen(pagina, consulent, adres, "ander:1", "Herschreven.")

    assert teksten() == [["Herschreven."]]


def test_text_that_arrives_after_it_was_cancelled_is_not_kept(pagina, consulent, adres):
    bewijs = maak_bewijs(consulent, adres, "keer")
    pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs, "klad_keer": "blad:3"})

    sturen(pagina, consulent, adres, "blad:3")

    assert teksten() == []


def test_form_that_nobody_touched_leaves_no_text(pagina, client, consulent, adres):
    geweigerd = verzenden(pagina, consulent, adres, "blad:0", datum="")
    client.logout()
    uitgelogd = verzenden(client, consulent, adres, "blad:0")

    assert (geweigerd.status_code, uitgelogd.status_code, teksten()) == (200, 302, [])
    assert [str(bericht) for bericht in get_messages(uitgelogd.wsgi_request)] == []


def test_form_that_was_drawn_again_goes_on_with_its_text(pagina, consulent, adres):
    verzenden(pagina, consulent, adres, "blad:7", datum="")

    verzenden(pagina, consulent, adres, "ander:0", datum="", tekst="Anders.")

    assert teksten() == [["Anders."]]


@pytest.fixture
def intrekken(dossier, consulent):
    """The address of a form that can be used once, whose second time is refused."""
    notitie = notitie_maken(dossier=dossier, tekst="Belt.", is_beperkt=False, by=consulent, at=timezone.now())
    return reverse("notitie_intrekken", args=[dossier.nummer, notitie.pk])


def test_form_that_is_sent_twice_leaves_nothing_on_offer(pagina, consulent, intrekken):
    """The second is refused, as the first was saved, and so was its text."""
    antwoorden = [verzenden(pagina, consulent, intrekken, "blad:7", reden=TEKST) for _ in range(2)]

    assert [antwoord.status_code for antwoord in antwoorden] == [302, 200]
    assert list(Klad.objects.wachtend()) == []


def test_form_that_is_sent_twice_with_more_text_keeps_it(pagina, consulent, intrekken):
    verzenden(pagina, consulent, intrekken, "blad:7", reden=TEKST)

    verzenden(pagina, consulent, intrekken, "blad:8", reden="En nog iets.")

    assert [klad.gegevens["reden"] for klad in Klad.objects.wachtend()] == [["En nog iets."]]


def test_form_that_is_sent_twice_says_nothing_of_a_text_that_waits(pagina, gemeente, dossier, consulent):
    """The second leads elsewhere, with the reason and no more."""
    dag, at = timezone.localdate(), timezone.now()
    wat = {"gemeente": gemeente, "dossier": dossier, "wat": "Bellen", "datum": dag, "voor": consulent}
    taak = taak_maken(**wat, by=consulent, at=at, on=dag)
    adres = reverse("taak", args=[taak.pk])
    klad_weggooien(user=consulent, pad=adres, sleutel="keer", keer=["blad:7"])
    taak_gedaan(taak=taak, by=consulent, at=at)

    verzenden(pagina, consulent, adres, "blad:7", wat=TEKST)

    assert [str(een) for een in get_messages(pagina.get(adres).wsgi_request)] == [
        "Deze taak is al gedaan of vervallen.",
        "Deze taak is al gedaan of vervallen.",
    ]


def test_that_a_text_was_saved_is_known_for_a_day(consulent, collega, adres):
    nu = timezone.now()
    for user, uren in ((consulent, 25), (collega, 23)):
        klad_weggooien(user=user, pad=adres, sleutel="keer", keer=["blad:1"])
        Klad.objects.filter(user=user).update(updated_at=nu - timedelta(hours=uren))

    kladden_van_gisteren()

    assert [(klad.user, klad.gegevens) for klad in Klad.objects.all()] == [
        (collega, {"klad_klaar": [""], "klad_keer": ["blad:1"]})
    ]


def test_sender_can_not_say_that_a_text_was_saved():
    velden = {"klad_klaar": [""], "klad_keer": ["x" * 41], "klad_labels": ["x" * 20_001], "tekst": [TEKST]}

    assert kies_velden(velden.items()) == {"tekst": [TEKST]}


@pytest.mark.parametrize(
    ("een", "ander", "uitkomst"),
    [
        ("a:3", "a:1", 2),
        ("a:1", "a:3", -2),
        ("a:1", "a:1", 0),
        ("a:1", "b:1", None),
        ("", "", None),
        ("a:", "a:", None),
    ],
)
def test_which_text_is_further(een, ander, uitkomst):
    assert get_voorsprong({"klad_keer": [een]}, {"klad_keer": [ander]}) == uitkomst


LABELS = '{"hulpvraag_wonen": "Wonen", "verslag": " Verslag van het gesprek ", "kanaal": 3, "leeg": ""}'


def test_text_to_copy_has_the_labels_of_the_form():
    velden = {"hulpvraag_wonen": ["De vloer is kapot."], "verslag": [TEKST], "kanaal": ["kantoor"], "leeg": ["x"]}

    assert leesbaar(velden | {"klad_labels": [LABELS], "klad_keer": ["blad:1"]}) == [
        ("Verslag van het gesprek", TEKST),
        ("Wonen", "De vloer is kapot."),
        ("Kanaal", "kantoor"),
        ("Leeg", "x"),
    ]


@pytest.mark.parametrize("labels", ["", "[1]", "{", "null", "[" * 9000], ids=["none", "list", "half", "null", "deep"])
def test_text_to_copy_without_labels_has_the_names_of_its_fields(labels):
    assert leesbaar({"hulpvraag_wonen": ["Vloer."], "klad_labels": [labels]}) == [("Hulpvraag wonen", "Vloer.")]


def test_labels_stay_with_a_text_that_is_sent_on_from_a_page_without_them(consulent, adres):
    wie = {"user": consulent, "pad": adres, "sleutel": "keer"}
    klad_bewaren(**wie, velden={"tekst": ["Mevrouw"], "klad_labels": ['{"tekst": "Wat is besproken?"}']})

    klad_bewaren(**wie, velden={"tekst": [TEKST]})

    assert leesbaar(Klad.objects.get().gegevens) == [("Wat is besproken?", TEKST)]


def test_form_that_was_closed_shows_its_labels(pagina, consulent, collega, dossier):
    adres = reverse("eerste_gesprek", args=[dossier.nummer])
    velden = {"verslag": [TEKST], "klad_labels": ['{"verslag": "<b>Verslag</b> van het gesprek"}']}
    klad_bewaren(user=consulent, pad=adres, sleutel="keer", velden=velden)
    voer_eerste_gesprek(dossier, collega, timezone.localdate())

    html = pagina.get(adres).text

    assert f"<dt>&lt;b&gt;Verslag&lt;/b&gt; van het gesprek</dt><dd>{TEKST}</dd>" in html
    assert "klad_labels" not in html
    assert "Klad keer" not in html
