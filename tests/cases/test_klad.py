"""What somebody typed and did not save waits on the server, for that person only, through logging out and in."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.gebruikers import aan_of_uit_zetten
from accounts.actions.klad import kladden_opruimen
from accounts.kladbewijs import lees_bewijs, maak_bewijs
from accounts.kladvelden import kies_velden, past
from accounts.models import Klad
from accounts.tasks import kladden_van_gisteren
from cases.models import Contact, Persoon
from config.weergave import datum, tijdstip
from tests.wegen import voer_eerste_gesprek

TEKST = "Mevrouw belt morgen terug over de huur."


@pytest.fixture
def adres(dossier):
    return reverse("contact_nieuw", args=[dossier.nummer])


def bewijs_van(user, adres, sleutel=""):
    return maak_bewijs(user, adres, sleutel)


def typ(client, user, adres, sleutel="", **velden):
    return client.post(reverse("klad"), {"klad_bewijs": bewijs_van(user, adres, sleutel), "tekst": TEKST, **velden})


def bewijs_in(html):
    """Give the mark that the form of a page carries, not those of what is on offer above it."""
    return html.split('" data-klad=')[0].rpartition('value="')[2]


def kladden():
    return list(Klad.objects.order_by("updated_at").values_list("user__email", "pad", "gegevens"))


def test_form_carries_the_mark_of_its_own_user_and_page(pagina, consulent, adres):
    inhoud = pagina.get(adres).content.decode()
    bewijs = inhoud.split('name="klad_bewijs" value="')[1].split('"')[0]

    gelezen = lees_bewijs(bewijs)

    assert (gelezen.user, gelezen.pad, len(gelezen.sleutel)) == (consulent, adres, 12)


def test_what_is_typed_is_kept_once_per_form_without_secrets(pagina, consulent, adres):
    typ(pagina, consulent, adres)
    antwoord = typ(
        pagina, consulent, adres, kanaal="telefoon", bsn="999990639", wachtwoord="x", csrfmiddlewaretoken="y"
    )

    assert antwoord.status_code == 204
    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST], "kanaal": ["telefoon"]})]
    assert Contact.objects.count() == 0


def test_klad_is_offered_when_the_form_is_opened_again_and_put_back(pagina, consulent, adres):
    typ(pagina, consulent, adres)

    aangeboden = pagina.get(adres).content.decode()
    terug = pagina.get(adres, {"klad": ""}).content.decode()

    klad = Klad.objects.get()
    wanneer = f"({datum(klad.updated_at)}, {tijdstip(klad.updated_at)})"
    assert f"U had hier tekst die nog niet was bewaard {wanneer}." in aangeboden
    assert 'href="?klad="' in aangeboden
    assert TEKST not in aangeboden
    assert TEKST in terug
    assert "U had hier tekst" not in terug
    assert "bo-foutenoverzicht" not in terug


def test_opening_a_whole_klad_saves_nothing(pagina, consulent, adres):
    vandaag = timezone.localdate().isoformat()
    typ(pagina, consulent, adres, kanaal="telefoon", uitkomst="gesproken", datum=vandaag)

    pagina.get(adres, {"klad": ""})

    assert Contact.objects.count() == 0
    assert Klad.objects.count() == 1


def test_saving_the_form_ends_its_klad_and_an_error_keeps_it(pagina, consulent, adres):
    typ(pagina, consulent, adres)
    bewijs = {"klad_bewijs": bewijs_van(consulent, adres), "tekst": TEKST, "kanaal": "telefoon"}

    fout = pagina.post(adres, bewijs)
    na_fout = Klad.objects.count()
    goed = pagina.post(adres, {**bewijs, "uitkomst": "gesproken", "datum": timezone.localdate().isoformat()})

    assert (fout.status_code, na_fout) == (200, 1)
    assert goed.status_code == 302
    assert (Contact.objects.get().tekst, Klad.objects.count()) == (TEKST, 0)


def test_what_was_sent_and_refused_is_kept_as_well(pagina, consulent, adres):
    """Nothing of an answer stays in the browser, so that going back asks for the empty form."""
    verstuurd = {"klad_bewijs": bewijs_van(consulent, adres), "tekst": TEKST, "kanaal": "telefoon", "bsn": "1"}

    pagina.post(adres, verstuurd)

    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST], "kanaal": ["telefoon"]})]


def test_page_that_was_sent_with_the_mark_of_another_page_keeps_nothing(pagina, consulent, adres):
    elders = bewijs_van(consulent, reverse("vandaag"))

    pagina.post(adres, {"klad_bewijs": elders, "tekst": TEKST})

    assert kladden() == []


def test_throwing_away_goes_back_to_the_empty_form(pagina, consulent, adres):
    typ(pagina, consulent, adres)

    antwoord = pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs_van(consulent, adres)})

    assert (antwoord.status_code, antwoord["Location"], kladden()) == (302, adres, [])


def test_nobody_else_sees_writes_or_removes_a_klad(client, consulent, collega, adres):
    client.force_login(consulent)
    typ(client, consulent, adres)
    client.force_login(collega)

    geschreven = typ(client, consulent, adres, tekst="anders")
    weg = client.post(reverse("klad_weg"), {"klad_bewijs": bewijs_van(consulent, adres)})
    gelezen = client.get(adres, {"klad": ""}).content.decode()

    assert (geschreven.status_code, weg.status_code) == (400, 400)
    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST]})]
    assert TEKST not in gelezen
    assert "U had hier tekst" not in client.get(adres).content.decode()


@pytest.fixture
def lang(pagina, consulent, adres):
    """A long text that was typed before the session ended, and that waits."""
    typ(pagina, consulent, adres, sleutel="lang", tekst="Een lang verslag.")


def test_what_is_typed_while_a_text_is_on_offer_is_kept_beside_it(pagina, consulent, adres, lang):
    bewijs = bewijs_in(pagina.get(adres).text)
    pagina.post(reverse("klad"), {"klad_bewijs": bewijs, "tekst": "Even"})
    pagina.post(reverse("klad"), {"klad_bewijs": bewijs, "tekst": TEKST})

    weer = pagina.get(adres)

    assert kladden() == [
        (consulent.email, adres, {"tekst": ["Een lang verslag."]}),
        (consulent.email, adres, {"tekst": [TEKST]}),
    ]
    nieuw, oud = weer.context["klad"].gevonden
    assert (nieuw.sleutel, oud.sleutel) == (lees_bewijs(bewijs).sleutel, "lang")
    assert weer.text.count("U had hier tekst die nog niet was bewaard") == 2
    assert [pagina.get(adres, {"klad": een.sleutel}).context["form"]["tekst"].value() for een in (nieuw, oud)] == [
        TEKST,
        "Een lang verslag.",
    ]


def test_saving_another_text_leaves_the_one_on_offer(pagina, consulent, adres, lang):
    bewijs = bewijs_in(pagina.get(adres).text)
    velden = {"klad_bewijs": bewijs, "tekst": TEKST, "kanaal": "telefoon"}

    fout = pagina.post(adres, velden).text
    na_fout = kladden()
    velden |= {"klad_bewijs": bewijs_in(fout), "uitkomst": "gesproken", "datum": timezone.localdate().isoformat()}
    goed = pagina.post(adres, velden)

    assert na_fout == [
        (consulent.email, adres, {"tekst": ["Een lang verslag."]}),
        (consulent.email, adres, {"tekst": [TEKST], "kanaal": ["telefoon"]}),
    ]
    assert (goed.status_code, Contact.objects.get().tekst) == (302, TEKST)
    assert kladden() == [(consulent.email, adres, {"tekst": ["Een lang verslag."]})]


def test_cancelling_and_throwing_away_end_one_text_and_not_the_other(pagina, consulent, adres, lang):
    html = pagina.get(adres).text
    bewijs = bewijs_in(html)
    pagina.post(reverse("klad"), {"klad_bewijs": bewijs, "tekst": TEKST})

    pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs})
    na_annuleren = kladden()
    aangeboden = html.split('name="klad_bewijs" value="')[1].split('"')[0]
    pagina.post(reverse("klad_weg"), {"klad_bewijs": aangeboden})

    assert na_annuleren == [(consulent.email, adres, {"tekst": ["Een lang verslag."]})]
    assert kladden() == []


def test_text_that_was_put_back_goes_on_as_the_same_klad(pagina, consulent, adres, lang):
    typ(pagina, consulent, adres, sleutel="kort", tekst="Kort.")
    terug = pagina.get(adres, {"klad": "lang"})

    pagina.post(reverse("klad"), {"klad_bewijs": bewijs_in(terug.text), "tekst": "Een lang verslag, met slot."})

    assert [een.sleutel for een in terug.context["klad"].gevonden] == ["kort"]
    assert kladden() == [
        (consulent.email, adres, {"tekst": ["Kort."]}),
        (consulent.email, adres, {"tekst": ["Een lang verslag, met slot."]}),
    ]


def test_second_text_of_an_ended_session_waits_beside_the_first(pagina, consulent, adres, lang):
    """Without JavaScript: the form is sent as it is."""
    bewijs = bewijs_in(pagina.get(adres).text)
    Session.objects.all().delete()

    pagina.post(adres, {"klad_bewijs": bewijs, "tekst": TEKST})

    assert [velden["tekst"] for *_, velden in kladden()] == [["Een lang verslag."], [TEKST]]


@pytest.mark.parametrize("sleutel", ["van-een-ander", "x" * 300, "\0"])
def test_key_that_names_nothing_puts_nothing_back(pagina, adres, lang, sleutel):
    open_ = pagina.get(adres, {"klad": sleutel})

    assert (open_.status_code, open_.context["form"]["tekst"].value()) == (200, None)
    assert [een.sleutel for een in open_.context["klad"].gevonden] == ["lang"]


@pytest.mark.parametrize("bewijs", ["", "onzin", "x:y:z"])
def test_false_mark_keeps_nothing(pagina, bewijs):
    assert pagina.post(reverse("klad"), {"klad_bewijs": bewijs, "tekst": TEKST}).status_code == 400
    assert kladden() == []


def test_klad_has_a_largest_size(pagina, consulent, adres):
    assert past({"tekst": ["é" * 99_990]})
    assert typ(pagina, consulent, adres, tekst="é" * 100_000).status_code == 413
    assert kladden() == []


def test_form_sent_after_the_session_ended_waits_after_logging_in(pagina, consulent, adres, dossier):
    bewijs = bewijs_van(consulent, adres)
    Session.objects.all().delete()

    antwoord = pagina.post(adres, {"klad_bewijs": bewijs, "tekst": TEKST})
    inlogpagina = pagina.get(antwoord["Location"]).content.decode()

    assert antwoord["Location"] == f"/inloggen/?next={adres}"
    assert "U was uitgelogd. Wat u typte, is bewaard." in inlogpagina
    assert TEKST not in inlogpagina
    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST]})]
    pagina.force_login(consulent)
    assert TEKST in pagina.get(adres, {"klad": ""}).content.decode()


def test_typing_goes_on_being_kept_after_the_session_ended(client, consulent, adres):
    antwoord = typ(client, consulent, adres)

    assert antwoord["Location"].startswith("/inloggen/")
    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST]})]


def test_page_of_logging_in_says_once_that_the_text_was_kept(client, consulent, adres):
    for tekst in ("Mevrouw", "Mevrouw belt", TEKST):
        typ(client, consulent, adres, tekst=tekst)

    assert client.get(reverse("inloggen")).text.count("U was uitgelogd. Wat u typte, is bewaard.") == 1


def test_visitor_without_a_mark_leaves_nothing(client, adres):
    client.post(adres, {"tekst": TEKST})

    assert kladden() == []


def test_too_much_text_of_an_ended_session_is_not_promised(client, consulent, adres):
    typ(client, consulent, adres, tekst="x" * 300_000)

    assert kladden() == []


def test_form_with_an_old_token_is_kept_for_whom_it_was_drawn(consulent, collega, adres):
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(collega)

    antwoord = streng.post(adres, {"klad_bewijs": bewijs_van(consulent, adres), "tekst": TEKST})

    assert antwoord.status_code == 403
    assert f'<a class="nl-link" href="{adres}">Terug naar het formulier</a>' in antwoord.content.decode()
    assert kladden() == [(consulent.email, adres, {"tekst": [TEKST]})]


def test_new_password_and_a_switched_off_account_end_the_marks(client, consulent, adres):
    bewijs = bewijs_van(consulent, adres)
    consulent.set_password("een heel nieuw wachtwoord")
    consulent.save()

    client.post(adres, {"klad_bewijs": bewijs, "tekst": TEKST})
    assert kladden() == []

    consulent.is_active = False
    consulent.save()
    client.post(adres, {"klad_bewijs": bewijs_van(consulent, adres), "tekst": TEKST})
    assert kladden() == []


def test_switching_off_an_account_removes_its_kladden(consulent, beheerder, gemeente, adres):
    Klad.objects.create(user=consulent, pad=adres, gegevens={})

    aan_of_uit_zetten(user=consulent, actief=False, gemeente=gemeente, by=beheerder)

    assert kladden() == []


def test_old_kladden_are_removed_each_night(consulent, collega, adres):
    nu = timezone.now()
    for user, dagen in ((consulent, 15), (collega, 13)):
        Klad.objects.create(user=user, pad=adres, gegevens={})
        Klad.objects.filter(user=user).update(updated_at=nu - timedelta(days=dagen))

    kladden_van_gisteren()

    assert kladden() == [(collega.email, adres, {})]
    assert kladden_opruimen(at=nu) == 0


def test_two_people_edit_the_same_person_and_neither_loses_a_word(client, consulent, collega, dossier):
    """The second sees what the first changed; also when their text came back from a klad after logging in again."""
    adres = reverse("persoon_wijzigen", args=[dossier.nummer])
    eerste, tweede = Client(), client
    eerste.force_login(consulent)
    tweede.force_login(collega)
    begin = eerste.get(adres).context["form"].initial
    begin = {veld: waarde or "" for veld, waarde in begin.items()}
    tweede.post(
        reverse("klad"), {**begin, "klad_bewijs": bewijs_van(collega, adres), "straat": "Tweedepad", "reden": "Belde"}
    )
    eerste.post(adres, {**begin, "telefoon": "06 5555 0199", "reden": "Nieuw nummer"})

    terug = tweede.get(adres, {"klad": ""}).context["form"]
    verstuurd = {veld.html_name: veld.value() or "" for veld in terug}
    botst = tweede.post(adres, verstuurd)

    assert verstuurd["straat"] == "Tweedepad"
    form = botst.context["form"]
    melding = (
        "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
        " Bekend is nu: Straat: Lindepad; Telefoon: 06 5555 0199."
    )
    assert form.non_field_errors() == [melding]
    assert (form["straat"].value(), form["reden"].value()) == ("Tweedepad", "Belde")
    assert Persoon.objects.get(pk=dossier.persoon_id).straat == "Lindepad"


def test_klad_of_a_user_a_page_and_a_time_is_one_row(consulent, adres):
    Klad.objects.create(user=consulent, pad=adres)
    with pytest.raises(IntegrityError), transaction.atomic():
        Klad.objects.create(user=consulent, pad=adres)


def test_fields_that_are_kept_have_no_secret_in_their_name_and_no_sign_that_cannot_be_stored():
    verstuurd = [("wonen-situatie", ["a\0"]), ("persoon-bsn", ["b"]), ("new_password1", ["c"]), ("klad_bewijs", ["d"])]

    assert kies_velden(verstuurd) == {"wonen-situatie": ["a"]}


def test_form_on_the_page_of_contacten_has_the_klad_of_where_it_is_sent(pagina, consulent, dossier, adres):
    lijst = reverse("contacten", args=[dossier.nummer])
    typ(pagina, consulent, adres)
    op_de_lijst = pagina.get(lijst, {"klad": ""}).text
    bewijs = bewijs_in(op_de_lijst)

    gegevens = {"klad_bewijs": bewijs, "kanaal": "telefoon", "uitkomst": "gesproken", "datum": timezone.localdate()}
    pagina.post(f"{adres}?terug=contacten", {**gegevens, "tekst": TEKST})

    assert lees_bewijs(bewijs).pad == adres
    assert TEKST in op_de_lijst
    assert (Contact.objects.get().tekst, kladden()) == (TEKST, [])


def test_klad_ends_with_the_second_page_of_a_form_that_asks_to_confirm(client, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, dossier.datum_aanmelding + timedelta(days=1))
    adres = reverse("eerste_gesprek_wijzigen", args=[dossier.nummer])
    client.force_login(consulent)
    typ(client, consulent, adres, reden=TEKST)
    dag = dossier.datum_aanmelding
    gegevens = {"gesprek": dossier.gesprekken.get().pk, "datum": dag.isoformat(), "reden": TEKST}

    tweede = client.post(adres, gegevens | {"klad_bewijs": bewijs_van(consulent, adres)}).content.decode()
    bewijs = tweede.split('name="klad_bewijs" value="')[1].split('"')[0]
    nog_bewaard = len(kladden())
    klaar = client.post(adres, gegevens | {"stap": "bevestigen", "klad_bewijs": bewijs})

    assert (nog_bewaard, klaar.status_code, kladden()) == (1, 302, [])


def test_each_of_the_three_forms_on_a_page_has_its_own_klad(client, gemeente, financieel):
    adres = reverse("spuk_instellingen", args=[gemeente.code])
    client.force_login(financieel)
    for deel in ("telling", "normbedrag"):
        velden = {f"{deel}-bron": f"Lijst over {deel}", "wat": deel}
        client.post(reverse("klad"), {"klad_bewijs": bewijs_van(financieel, f"{adres}#{deel}"), **velden})

    terug = client.get(adres, {"klad": ""}).context
    telling = {"telling-jaar": "2026", "telling-aantal": "40", "telling-peildatum": "2026-01-01"}
    telling |= {"telling-bron": "UHT", "wat": "telling", "klad_bewijs": bewijs_van(financieel, f"{adres}#telling")}
    klaar = client.post(adres, telling)

    bronnen = {deel: terug[f"{deel}_form"]["bron"].value() for deel in ("keuze", "telling", "normbedrag")}
    assert bronnen == {"keuze": "", "telling": "Lijst over telling", "normbedrag": "Lijst over normbedrag"}
    assert klaar.status_code == 302
    assert [pad for _, pad, _ in kladden()] == [f"{adres}#normbedrag"]


def test_plan_gets_its_klad_back(client, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, dossier.datum_aanmelding)
    adres = reverse("plan", args=[dossier.nummer])
    client.force_login(consulent)
    client.post(reverse("klad"), {"klad_bewijs": bewijs_van(consulent, adres), "wonen-situatie": TEKST})

    assert "U had hier tekst die nog niet was bewaard" in client.get(adres).content.decode()
    assert TEKST in client.get(adres, {"klad": ""}).content.decode()


def test_eerste_gesprek_gets_its_klad_back(client, dossier, consulent):
    adres = reverse("eerste_gesprek", args=[dossier.nummer])
    client.force_login(consulent)
    client.post(reverse("klad"), {"klad_bewijs": bewijs_van(consulent, adres), "verslag": TEKST})

    assert TEKST in client.get(adres, {"klad": ""}).content.decode()


def typ_aanmelding(client, vraag, **velden):
    bewijs = bewijs_in(client.get(f"{reverse('aanmelding_nieuw')}?{vraag}").text)
    client.post(reverse("klad"), {"klad_bewijs": bewijs, **velden})
    return bewijs


def aangeboden_bij(client, vraag):
    return client.get(f"{reverse('aanmelding_nieuw')}?{vraag}").context["klad"].gevonden


def test_text_of_an_aanmelding_is_offered_with_its_name_where_it_belongs(client, andere_gemeente, coordinator):
    coordinator.lidmaatschappen.create(gemeente=andere_gemeente, rol="coordinator")
    client.force_login(coordinator)
    hier = "gemeente=9901&doelgroep="
    ouder = {"voorletters": " P.", "voorvoegsel": "de", "achternaam": "<b>Hofman"}
    typ_aanmelding(client, f"{hier}aanvrager", **ouder)
    typ_aanmelding(client, f"{hier}aanvrager", achternaam="x" * 100)
    typ_aanmelding(client, f"{hier}aanvrager&verstuurd=1", telefoon="0612345678")
    typ_aanmelding(client, f"{hier}kind", voorletters="K.", achternaam="Kind")

    per_form = {
        vraag: [een.over for een in aangeboden_bij(client, f"{hier}{vraag}")] for vraag in ("aanvrager", "kind")
    }
    html = client.get(f"{reverse('aanmelding_nieuw')}?{hier}aanvrager").text

    assert per_form == {"aanvrager": ["", f"{'x' * 59}…", "P. de <b>Hofman"], "kind": ["K. Kind"]}
    assert "U had hier tekst die nog niet was bewaard, over P. de &lt;b&gt;Hofman (" in html
    assert 'Terugzetten<span class="bo-hulp">: tekst over P. de &lt;b&gt;Hofman van ' in html
    assert aangeboden_bij(client, "gemeente=9902&doelgroep=kind") == []


def test_text_of_an_aanmelding_is_put_back_kept_and_thrown_away_on_its_own_form(pagina):
    adres = reverse("aanmelding_nieuw")
    van_kind = f"{adres}?gemeente=9901&doelgroep=kind"
    bewijs = typ_aanmelding(pagina, "doelgroep=kind", achternaam="Hofman")
    [aanbod] = aangeboden_bij(pagina, "doelgroep=kind")

    terug = pagina.get(adres, {"doelgroep": "kind", "klad": aanbod.sleutel}).context["form"]["achternaam"].value()
    elders = pagina.get(adres, {"doelgroep": "aanvrager", "klad": aanbod.sleutel}).context["form"]["achternaam"].value()
    fout = pagina.post(f"{adres}?doelgroep=kind", {"klad_bewijs": bewijs, "achternaam": "Hofman", "toelichting": TEKST})
    na_fout = kladden()
    weg = pagina.post(reverse("klad_weg"), {"klad_bewijs": bewijs_in(fout.text)})

    assert (terug, elders) == ("Hofman", None)
    assert [(pad, velden["toelichting"]) for _, pad, velden in na_fout] == [(van_kind, [TEKST])]
    assert (weg["Location"], kladden()) == (van_kind, [])


def test_aanmelding_that_is_saved_leaves_no_text(pagina):
    bewijs = typ_aanmelding(pagina, "doelgroep=aanvrager", achternaam="Hofman")
    gegevens = {"route": "telefoon", "datum": timezone.localdate().isoformat(), "achternaam": "Hofman"}
    gegevens |= {"geboortedatum": "12-3-1985", "grondslag": "wht 2.21", "uht_status": "aangemeld"}
    gegevens |= {"wil_ondersteuning": "ja", "klad_bewijs": bewijs}

    klaar = pagina.post(f"{reverse('aanmelding_nieuw')}?verstuurd=1&doelgroep=aanvrager", gegevens)

    assert (klaar.status_code, Persoon.objects.get().achternaam, kladden()) == (302, "Hofman", [])
