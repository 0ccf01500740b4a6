"""The page on which the akkoord of the inwoner is recorded, with its proof."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.actions.basis import ActieFout
from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_vervangen
from cases.models import Document, Dossier
from cases.status import Status
from planvanaanpak.actions.plan import akkoord_vastleggen
from planvanaanpak.models import Akkoord, PlanVanAanpak
from tests.cases.bestandsvoorbeelden import beeld, pdf
from tests.factories import maak_dossier, moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import maak_bewijs

pytestmark = pytest.mark.django_db

AKKOORD = {"datum": "20-04-2026", "kanaal": "e-mail"}


@pytest.fixture
def pad(na_gesprek):
    return url("akkoord", na_gesprek.nummer)


PDF = pdf()


def mail(inhoud=PDF):
    return SimpleUploadedFile("mail van mevrouw.pdf", inhoud, content_type="application/pdf")


def test_akkoord_with_a_new_file(pagina, pad, na_gesprek):
    response = pagina.post(pad, AKKOORD | {"bestand": mail(), "toelichting": "Per mail."}, follow=True)

    akkoord = Akkoord.objects.get()
    assert response.redirect_chain == [(url("plan", na_gesprek.nummer), 302)]
    assert berichten(response) == ["Het akkoord is vastgelegd."]
    assert (akkoord.datum, akkoord.kanaal, akkoord.toelichting) == (VANDAAG, "e-mail", "Per mail.")
    assert (akkoord.bewijs.soort, akkoord.bewijs.dossier) == ("akkoord", na_gesprek)


def test_akkoord_with_a_document_that_is_there(pagina, pad, na_gesprek, consulent):
    bewijs = maak_bewijs(na_gesprek, consulent, VANDAAG)

    pagina.post(pad, AKKOORD | {"bewijs": bewijs.pk})

    assert Akkoord.objects.get().bewijs == bewijs
    assert Document.objects.count() == 1


def test_akkoord_without_proof_is_kept_and_says_what_is_missing(pagina, pad):
    response = pagina.post(pad, AKKOORD, follow=True)

    assert berichten(response) == [
        "Het akkoord is vastgelegd. Voeg het bewijs nog toe: zonder bewijs kunt u niet vaststellen."
    ]
    assert Akkoord.objects.get().bewijs is None


def test_document_of_another_dossier_cannot_be_chosen(pagina, pad, gemeente, consulent):
    vreemd = maak_bewijs(maak_dossier(gemeente, bsn="999991450"), consulent, VANDAAG)

    response = pagina.post(pad, AKKOORD | {"bewijs": vreemd.pk})

    assert fouten(response.context["form"]) == {"bewijs": ["Kies een van de mogelijkheden."]}
    assert Akkoord.objects.count() == 0


def test_new_file_and_old_document_together_ask_for_one(pagina, pad, na_gesprek, consulent):
    bewijs = maak_bewijs(na_gesprek, consulent, VANDAAG)

    response = pagina.post(pad, AKKOORD | {"bewijs": bewijs.pk, "bestand": mail()})

    assert fouten(response.context["form"])["bewijs"] == [
        "Kies een nieuw bestand of een document uit het dossier, niet beide."
    ]
    assert Akkoord.objects.count() == 0


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        ("21-04-2026", "Het akkoord kan niet in de toekomst liggen."),
        ("11-03-2026", "Het akkoord kan niet vóór het eerste gesprek van 12 maart 2026 liggen."),
        ("30-02-2026", "Deze datum bestaat niet. Controleer de dag en de maand."),
    ],
    ids=["morgen", "voor het gesprek", "bestaat niet"],
)
def test_impossible_day_is_told_at_the_date(pagina, pad, datum, melding):
    response = pagina.post(pad, AKKOORD | {"datum": datum})

    assert fouten(response.context["form"]) == {"datum": [melding]}
    assert PlanVanAanpak.objects.count() == 0


def test_file_that_is_no_document_is_refused_and_nothing_is_kept(pagina, pad):
    response = pagina.post(pad, AKKOORD | {"bestand": mail(b"MZ\x90\x00 programma")})

    assert list(fouten(response.context["form"])) == ["bestand"]
    assert (Akkoord.objects.count(), Document.objects.count()) == (0, 0)


def test_recorded_akkoord_is_shown_and_corrected(pagina, plan):
    pad = url("akkoord", plan.dossier.nummer)
    form = pagina.get(pad).context["form"]
    assert (form["datum"].value(), form["kanaal"].value(), form["bewijs"].value()) == (
        VANDAAG,
        "e-mail",
        plan.akkoord.bewijs_id,
    )

    pagina.post(pad, {"datum": "19-04-2026", "kanaal": "papier", "bewijs": plan.akkoord.bewijs_id})

    akkoord = Akkoord.objects.get()
    assert (akkoord.datum, akkoord.kanaal, akkoord.bewijs) == (date(2026, 4, 19), "papier", plan.akkoord.bewijs)


def test_documents_that_prove_an_akkoord_come_first(pagina, pad, na_gesprek, consulent):
    later = maak_bewijs(na_gesprek, consulent, VANDAAG)
    Document.objects.filter(pk=later.pk).update(soort="brief")
    bewijs = maak_bewijs(na_gesprek, consulent, date(2026, 4, 1))

    keuzes = [label for _, label in pagina.get(pad).context["form"].fields["bewijs"].choices]

    assert keuzes == [
        "Geen",
        "Akkoord per e-mail, 1 april 2026 (bewijs van akkoord)",
        "Akkoord per e-mail, 20 april 2026 (brief)",
    ]
    assert bewijs.pk > later.pk


def vervang(bewijs, by):
    return document_vervangen(
        document=bewijs, datum=VANDAAG, inhoud=beeld("PNG"), by=by, at=moment(VANDAAG), on=VANDAAG
    )


def trek_in(bewijs, by, **anders):
    return document_intrekken(document=bewijs, reden="Verkeerd.", by=by, at=moment(VANDAAG), **anders)


def te_kiezen(pagina, pad):
    return list(pagina.get(pad).context["form"].fields["bewijs"].queryset)


def test_withdrawn_and_replaced_documents_are_not_offered_as_proof(pagina, pad, na_gesprek, consulent):
    oud = maak_bewijs(na_gesprek, consulent, VANDAAG)
    nieuw = vervang(oud, consulent)
    weg = trek_in(maak_bewijs(na_gesprek, consulent, date(2026, 4, 1)), consulent)

    assert te_kiezen(pagina, pad) == [nieuw]
    for bewijs in (oud, weg):
        response = pagina.post(pad, AKKOORD | {"bewijs": bewijs.pk})
        assert fouten(response.context["form"]) == {"bewijs": ["Kies een van de mogelijkheden."]}


def test_proof_of_now_stays_when_it_got_a_newer_version(pagina, plan, consulent):
    bewijs = plan.akkoord.bewijs
    nieuw = vervang(bewijs, consulent)
    pad = url("akkoord", plan.dossier.nummer)

    assert set(te_kiezen(pagina, pad)) == {bewijs, nieuw}
    pagina.post(pad, {"datum": "19-04-2026", "kanaal": "papier", "bewijs": bewijs.pk})

    assert (Akkoord.objects.get().bewijs, Akkoord.objects.get().kanaal) == (bewijs, "papier")


def test_proof_is_withdrawn_only_by_who_saw_the_akkoord_and_then_is_missing(pagina, plan, consulent):
    bewijs = plan.akkoord.bewijs
    with pytest.raises(ActieFout) as fout:
        trek_in(bewijs, consulent)
    assert str(fout.value) == (
        "Dit document hoort bij het akkoord met het plan van 20 april 2026. Bevestig dat u het toch intrekt."
    )

    trek_in(bewijs, consulent, ondanks_gebruik=True)

    assert not Akkoord.objects.get().heeft_bewijs
    text = pagina.get(url("plan", plan.dossier.nummer)).text
    assert "is ingetrokken. Leg een ander bewijs vast." in text
    assert te_kiezen(pagina, url("akkoord", plan.dossier.nummer)) == []


@pytest.mark.parametrize(
    ("maak_onbruikbaar", "melding"),
    [
        (trek_in, "Dit bewijs is ingetrokken. Kies een ander document."),
        (vervang, "Van dit bewijs is een nieuwere versie. Kies die."),
    ],
    ids=["withdrawn", "replaced"],
)
def test_proof_that_counts_no_more_is_refused_by_the_action_too(plan, consulent, maak_onbruikbaar, melding):
    bewijs = maak_bewijs(plan.dossier, consulent, date(2026, 4, 1))
    maak_onbruikbaar(bewijs, consulent)

    with pytest.raises(ActieFout) as fout:
        akkoord_vastleggen(
            plan=plan,
            datum=VANDAAG,
            kanaal="papier",
            bewijs=bewijs,
            toelichting="",
            by=consulent,
            at=moment(VANDAAG),
            on=VANDAAG,
        )

    assert str(fout.value) == melding


@pytest.mark.parametrize("status", [Status.AANMELDING, Status.NAZORG])
def test_akkoord_in_another_status_leads_back(pagina, pad, na_gesprek, status):
    Dossier.objects.filter(pk=na_gesprek.pk).update(status=status)

    assert pagina.get(pad).url == url("plan", na_gesprek.nummer)
    assert "Akkoord vastleggen kan niet" in pagina.post(pad, AKKOORD).text or status == Status.AANMELDING
    assert Akkoord.objects.count() == 0


@pytest.mark.parametrize(("rol", "status"), [("auditor", 403), ("vreemde", 404), ("financieel", 403)])
def test_who_may_not_record_an_akkoord(client, pad, nu, request, rol, status):
    client.force_login(request.getfixturevalue(rol))

    assert client.post(pad, AKKOORD).status_code == status
    assert Akkoord.objects.count() == 0
