"""The pages on which a gemeente writes its letters: who may, what they show, and the preview of a real dossier."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases.actions.brieftekst import concept_bewaren, publiceren
from cases.briefsoorten import briefsoort
from cases.brieftekst_bron import geldend
from cases.models import Afspraak, Brieftekst, Document
from cases.vrijebrief import OVERDRACHT
from config.weergave import datum_lang
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, moment
from tests.planvanaanpak.test_pdf import bladen, lees
from tests.wereld import ON

pytestmark = pytest.mark.django_db
TEKST = "Wij geven uw hulp door aan {naar}."
SLOT = "## Heeft u een vraag?\n\n[Bel {contactpersoon}, telefoon {telefoon}.|Vraag naar {contactpersoon}.]"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(moment(ON), tick=False):
        yield


@pytest.fixture
def pagina(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client


def adres(naam, gemeente, *rest, soort=OVERDRACHT):
    return reverse(naam, args=[gemeente.code, soort, *rest])


def publiceer(gemeente, by, tekst=TEKST):
    wie = {"gemeente": gemeente, "soort": OVERDRACHT, "by": by, "at": moment(ON)}
    concept_bewaren(**wie, blokken={"tekst": tekst})
    return publiceren(**wie)


def html(antwoord):
    return " ".join(antwoord.content.decode().split())


def test_form_starts_with_the_ready_made_text_and_shows_what_is_fixed(pagina, gemeente):
    tekst = html(pagina.get(adres("brieftekst", gemeente, soort="toekenning")))

    assert "Nu geldt de kant-en-klare tekst." in tekst
    assert "[Op {gesprek} spraken wij met u over wat u nodig heeft voor een nieuwe start." in tekst
    for vast in ("Dit staat vast (Awb artikel 3:45).", "Dit staat vast (Awb artikel 10:10)."):
        assert tekst.count(vast) == 1


def test_concept_is_kept_and_then_published(pagina, gemeente, coordinator):
    url = adres("brieftekst", gemeente)

    assert pagina.post(url, {"tekst": TEKST, "slot": SLOT})["Location"] == url
    assert geldend(gemeente, OVERDRACHT) is None
    antwoord = pagina.post(url, {"tekst": TEKST, "slot": SLOT, "publiceren": "ja"}, follow=True)

    assert "Versie 1 geldt vanaf nu voor elke brief die u maakt." in html(antwoord)
    assert geldend(gemeente, OVERDRACHT).blokken == {"tekst": TEKST}


def test_wrong_text_is_not_published_and_what_was_typed_stays(pagina, gemeente):
    antwoord = pagina.post(adres("brieftekst", gemeente), {"tekst": "Dag {nar}", "slot": SLOT, "publiceren": "ja"})

    tekst = html(antwoord)
    assert "{nar} bestaat niet in deze brief." in tekst
    assert "Dag {nar}</textarea>" in tekst
    assert not Brieftekst.objects.exists()


def test_second_writer_is_shown_what_the_first_kept(pagina, gemeente, coordinator):
    url = adres("brieftekst", gemeente)
    versie = pagina.get(url).context["form"]["versie"].value()
    concept_bewaren(gemeente=gemeente, soort=OVERDRACHT, blokken={"tekst": TEKST}, by=coordinator, at=moment(ON))

    antwoord = pagina.post(url, {"tekst": "Anders {naar}", "slot": SLOT, "versie": versie})

    assert "Iemand anders heeft deze gegevens intussen gewijzigd." in html(antwoord)
    assert Brieftekst.objects.get().blokken == {"tekst": TEKST}


def test_concept_is_thrown_away(pagina, gemeente, coordinator):
    concept_bewaren(gemeente=gemeente, soort=OVERDRACHT, blokken={"tekst": TEKST}, by=coordinator, at=moment(ON))

    assert "Het concept is weggegooid." in html(
        pagina.post(adres("brieftekst", gemeente), {"weggooien": "ja"}, follow=True)
    )
    assert "Er is geen concept van deze brief." in html(
        pagina.post(adres("brieftekst", gemeente), {"weggooien": "ja"}, follow=True)
    )
    assert not Brieftekst.objects.exists()


def test_version_is_shown_and_put_back(pagina, gemeente, coordinator):
    publiceer(gemeente, coordinator)
    publiceer(gemeente, coordinator, f"{TEKST} Tot ziens.")
    url = adres("brieftekst_versie", gemeente, 1)

    assert "Wij geven uw hulp door aan {naar}." in html(pagina.get(url))
    assert "Versie 1 staat nu als concept klaar." in html(pagina.post(url, follow=True))
    assert "Er is al een concept" in html(pagina.post(url))
    assert pagina.get(adres("brieftekst_versie", gemeente, 3)).status_code == 404
    assert pagina.get(adres("brieftekst", gemeente, soort="bestaat-niet")).status_code == 404


def test_preview_is_of_an_invented_inwoner_or_of_a_dossier_that_one_may_see(pagina, gemeente, coordinator):
    concept_bewaren(gemeente=gemeente, soort=OVERDRACHT, blokken={"tekst": TEKST}, by=coordinator, at=moment(ON))
    dossier = maak_dossier(gemeente, achternaam="Berkhout")
    url = adres("brieftekst_voorbeeld", gemeente)

    nu = lees(pagina.get(url).content)
    concept = lees(pagina.get(url, {"wat": "concept", "dossier": dossier.nummer}).content)

    assert "Aan mevrouw R. Morgenster" in nu
    assert "Die hulp gaat verder bij het wijkteam Rivierendam." in nu
    assert "Wij geven uw hulp door aan het wijkteam Rivierendam." in concept
    assert f"Aan {dossier.persoon.naam}" in concept
    assert not Document.objects.exists()


def test_preview_of_a_besluit_is_that_of_the_dossier(pagina, gemeente):
    BeleidFactory(gemeente=gemeente)
    dossier = maak_dossier(gemeente, achternaam="Berkhout")

    pdf = pagina.get(adres("brieftekst_voorbeeld", gemeente, soort="beeindiging"), {"dossier": dossier.nummer})

    tekst = lees(pdf.content)
    assert f"Aan {dossier.persoon.naam}" in tekst
    assert f"Wij stoppen uw brede ondersteuning op {datum_lang(timezone.localdate())}." in tekst
    assert "Kenmerk voorbeeld" in tekst


def test_preview_of_a_besluit_says_on_each_page_that_it_is_none(pagina, gemeente):
    BeleidFactory(gemeente=gemeente)
    dossier = maak_dossier(gemeente)
    url = adres("brieftekst_voorbeeld", gemeente, soort="toekenning")

    for vraag in ({}, {"dossier": dossier.nummer}):
        blad = bladen(pagina.get(url, vraag).content)

        assert blad
        assert all("Voorbeeld van de tekst: dit is geen echte brief" in tekst for tekst in blad)


@pytest.mark.parametrize("van_dossier", [False, True], ids=["invented", "dossier"])
def test_preview_of_a_besluit_op_bezwaar_has_its_own_signer(pagina, gemeente, van_dossier):
    BeleidFactory(gemeente=gemeente)
    vraag = {"dossier": maak_dossier(gemeente).nummer} if van_dossier else {}

    tekst = lees(pagina.get(adres("brieftekst_voorbeeld", gemeente, soort="besluit_op_bezwaar"), vraag).content)

    assert "S. Akkermans afdelingshoofd Juridische zaken" in tekst
    assert "H. Vuurdoorn" not in tekst


@pytest.mark.parametrize("soort", ["beeindiging", "ontvangst_aanmelding"])
def test_concept_is_shown_on_a_dossier_also_when_the_published_text_fails(pagina, gemeente, coordinator, soort):
    BeleidFactory(gemeente=gemeente)
    dossier, blok = maak_dossier(gemeente), briefsoort(soort).blokken[0]
    Brieftekst.objects.create(
        gemeente=gemeente, soort=soort, versie=1, blokken={blok.code: "{bestond_toen}"}, bewaard_op=moment(ON),
        bewaard_door=coordinator, gepubliceerd_op=moment(ON), gepubliceerd_door=coordinator,
    )  # fmt: skip
    nieuw = {blok.code: f"Nu goed. {' '.join(f'{{{code}}}' for code in blok.moet)}"}
    concept_bewaren(gemeente=gemeente, soort=soort, blokken=nieuw, by=coordinator, at=moment(ON))
    url = adres("brieftekst_voorbeeld", gemeente, soort=soort)

    concept = pagina.get(url, {"wat": "concept", "dossier": dossier.nummer})
    geldend_ = pagina.get(url, {"wat": "geldend", "dossier": dossier.nummer}, follow=True)

    assert "Nu goed." in lees(concept.content)
    assert "De tekst van de brief klopt niet meer" in html(geldend_)


def test_preview_tells_nothing_of_a_dossier_of_another_gemeente(pagina, gemeente, beheerder):
    ander = GemeenteFactory(code="9902")
    BeleidFactory(gemeente=ander)
    vreemd, eigen = maak_dossier(ander), maak_dossier(gemeente)
    url = adres("brieftekst_voorbeeld", gemeente)

    assert "Dit dossier is er niet, of u mag het niet zien." in html(
        pagina.get(url, {"dossier": vreemd.nummer}, follow=True)
    )
    # A beheerder writes letters too, and sees no dossier.
    pagina.force_login(beheerder)
    assert "Dit dossier is er niet, of u mag het niet zien." in html(
        pagina.get(url, {"dossier": eigen.nummer}, follow=True)
    )


def test_list_asks_the_same_number_of_questions_for_one_text_and_three(
    pagina, gemeente, coordinator, django_assert_num_queries
):
    url = reverse("brieftekst_lijst", args=[gemeente.code])
    publiceer(gemeente, coordinator)

    with django_assert_num_queries(4):
        pagina.get(url)
    for soort in ("aanvulling", "verdaging"):
        concept_bewaren(gemeente=gemeente, soort=soort, blokken={"inleiding": "x"}, by=coordinator, at=moment(ON))
    with django_assert_num_queries(4):
        assert html(pagina.get(url)).count(">concept<") == 2


@pytest.fixture
def afspraak(dossier, coordinator):
    return Afspraak.objects.create(
        dossier=dossier, soort="gesprek", datum=ON, tijd="10:30", kanaal="kantoor", plaats="kamer 2", door=coordinator
    )


def test_uitnodiging_is_shown_first_and_then_made(pagina, dossier, afspraak, snelle_pdf):
    url = reverse("afspraak_uitnodiging", args=[dossier.nummer, afspraak.pk])
    getypt = {"bericht": "Neem uw paspoort mee."}

    eerst = pagina.post(url, getypt)

    assert "<strong>Maandag 1 juni 2026 om 10.30 uur</strong>. Het gesprek is bij ons op kantoor." in html(eerst)
    assert "<p>Neem uw paspoort mee.</p>" in html(eerst)
    assert not Document.objects.exists()
    gezien = eerst.context["form"].data["gezien"]
    assert "Bekijk de brief" not in html(eerst)
    ander = pagina.post(url, {"bericht": "Neem niets mee.", "gezien": gezien})
    assert not Document.objects.exists()
    assert "<p>Neem niets mee.</p>" in html(ander)

    antwoord = pagina.post(url, getypt | {"gezien": gezien})

    assert antwoord["Location"] == reverse("documenten", args=[dossier.nummer])
    assert Document.objects.get().uitgaand.soort == "uitnodiging_gesprek"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"status": "afgezegd"}, "Deze afspraak is al afgezegd. Plan eerst een nieuwe."),
        ({"datum": "2026-05-31"}, "De afspraak was op 31 mei 2026. Wijzig eerst de dag."),
    ],
    ids=["cancelled", "past"],
)
def test_uitnodiging_for_what_is_over_is_refused(pagina, dossier, afspraak, anders, melding):
    Afspraak.objects.filter(pk=afspraak.pk).update(**anders)

    antwoord = pagina.post(reverse("afspraak_uitnodiging", args=[dossier.nummer, afspraak.pk]), {"bericht": ""})

    assert melding in html(antwoord)


def test_overdracht_needs_to_whom(pagina, dossier):
    antwoord = pagina.post(reverse("brief_maken", args=[dossier.nummer]), {"soort": "overdracht", "naar": " "})

    assert "Schrijf op aan wie u de hulp overdraagt." in html(antwoord)


def test_no_letter_without_a_whole_address(pagina, dossier):
    dossier.persoon.postcode = ""
    dossier.persoon.save()

    antwoord = pagina.get(reverse("brief_maken", args=[dossier.nummer]), follow=True)

    assert "Het adres is niet volledig." in html(antwoord)
