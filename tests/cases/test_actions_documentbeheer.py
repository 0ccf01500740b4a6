"""Versions of a document, correcting what is written about it, and withdrawing it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cases.actions.basis import ActieFout
from cases.actions.documentbeheer import document_intrekken, document_wijzigen
from cases.actions.documenten import document_toevoegen, document_vervangen
from cases.actions.identiteit import identiteit_vastleggen
from cases.keuzes import BewijsVan, Documentsoort, Identiteitsbewijs
from cases.models import Document, DossierEvent, Identiteitscontrole
from tests.cases import bestandsvoorbeelden as maak
from tests.factories import maak_dossier, moment

ON = date(2026, 3, 20)
PDF, ANDER = maak.pdf(), maak.beeld("PNG")


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def document(dossier, consulent):
    return document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.AKKOORD,
        onderwerp="Akkoord",
        datum=date(2026, 3, 18),
        bewijs_van=BewijsVan.AKKOORD,
        inhoud=PDF,
        by=consulent,
        at=moment(ON),
        on=ON,
    )


def vervang(document, by, **anders):
    gegevens = {"datum": date(2026, 3, 19), "inhoud": ANDER, "at": moment(ON), "on": ON}
    return document_vervangen(document=document, by=by, **{**gegevens, **anders})


def trek_in(document, by, **anders):
    return document_intrekken(document=document, reden="Verkeerd bestand.", by=by, at=moment(ON), **anders)


def zie(dossier, by, **anders):
    gegevens = {"datum": ON, "hoe": Identiteitsbewijs.PASPOORT, "at": moment(ON), "on": ON}
    return identiteit_vastleggen(dossier=dossier, by=by, **{**gegevens, **anders})


def test_new_version_keeps_what_is_written_and_the_older_one(document, consulent, dossier):
    nieuw = vervang(document, consulent)

    nieuw.refresh_from_db()
    assert (nieuw.vervangt, nieuw.soort, nieuw.onderwerp, nieuw.bewijs_van, nieuw.datum, nieuw.extensie) == (
        document,
        "akkoord",
        "Akkoord",
        "akkoord",
        date(2026, 3, 19),
        "png",
    )
    assert Path(document.bestand.path).read_bytes() == PDF
    assert list(dossier.documenten.nieuwste()) == [nieuw]
    assert dossier.events.first().tekst == "Nieuwe versie van een document toegevoegd: bewijs van akkoord, Akkoord."


def test_version_sent_twice_is_one_version(document, consulent):
    assert vervang(document, consulent) == vervang(document, consulent, at=moment(ON) + timedelta(seconds=20))
    assert Document.objects.count() == 2


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"inhoud": PDF}, "Dit is hetzelfde bestand als de vorige versie. Kies het bestand met de nieuwe versie."),
        ({"inhoud": b"MZ" + bytes(9)}, "Dit is een programma of script. Dat kan niet in een dossier."),
        ({"datum": date(2026, 3, 21)}, "De datum van het document kan niet na vandaag liggen (20 maart 2026)."),
    ],
    ids=["same-file", "program", "tomorrow"],
)
def test_refused_version_leaves_nothing(document, consulent, anders, melding):
    events = DossierEvent.objects.count()

    with pytest.raises(ActieFout) as fout:
        vervang(document, consulent, **anders)

    assert str(fout.value).startswith(melding)
    assert (Document.objects.count(), DossierEvent.objects.count()) == (1, events)


def test_second_version_over_the_same_document_is_refused(document, consulent):
    vervang(document, consulent)

    with pytest.raises(ActieFout, match="intussen een nieuwere versie toegevoegd"):
        vervang(document, consulent, inhoud=maak.docx())


def test_withdrawn_document_gets_a_better_version(document, consulent, dossier):
    trek_in(document, consulent)

    nieuw = vervang(document, consulent)

    assert list(dossier.documenten.bruikbaar()) == [nieuw]


def test_document_is_corrected_with_the_reason(document, consulent, dossier):
    wijzigingen = {"soort": Documentsoort.BRIEF, "bewijs_van": ""}

    document_wijzigen(
        document=document, wijzigingen=wijzigingen, reden="Was een brief.", by=consulent, at=moment(ON), on=ON
    )

    document.refresh_from_db()
    assert (document.soort, document.bewijs_van, document.onderwerp) == ("brief", "", "Akkoord")
    event = dossier.events.first()
    assert (event.soort, event.tekst, event.reden) == (
        "document_gewijzigd",
        "Document gewijzigd: Akkoord (soort, bewijs van).",
        "Was een brief.",
    )
    assert document.history.first().history_change_reason == "Was een brief."


def test_no_difference_writes_nothing(document, consulent):
    events = DossierEvent.objects.count()

    document_wijzigen(
        document=document, wijzigingen={"onderwerp": "Akkoord"}, reden="x", by=consulent, at=moment(ON), on=ON
    )

    assert DossierEvent.objects.count() == events


def test_day_in_the_future_is_refused(document, consulent):
    with pytest.raises(ActieFout, match="kan niet na vandaag liggen"):
        document_wijzigen(
            document=document,
            wijzigingen={"datum": date(2026, 3, 21)},
            reden="x",
            by=consulent,
            at=moment(ON),
            on=ON,
        )

    document.refresh_from_db()
    assert document.datum == date(2026, 3, 18)


def test_document_is_withdrawn_with_the_reason_and_its_file_stays(document, consulent, dossier):
    trek_in(document, consulent)

    document.refresh_from_db()
    assert (document.ingetrokken_op, document.ingetrokken_door, document.ingetrokken_reden) == (
        moment(ON),
        consulent,
        "Verkeerd bestand.",
    )
    assert Path(document.bestand.path).read_bytes() == PDF
    assert list(dossier.documenten.bruikbaar()) == []
    event = dossier.events.first()
    assert (event.soort, event.tekst, event.reden) == (
        "document_ingetrokken",
        "Document ingetrokken: bewijs van akkoord, Akkoord.",
        "Verkeerd bestand.",
    )


def test_withdrawing_twice_or_without_reason_is_refused(document, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom u dit intrekt"):
        document_intrekken(document=document, reden=" ", by=consulent, at=moment(ON))
    trek_in(document, consulent)

    with pytest.raises(ActieFout, match=r"dit is al ingetrokken\. De reden was: Verkeerd bestand\."):
        trek_in(document, consulent)


def test_document_that_something_leans_on_is_withdrawn_only_when_that_was_seen(document, consulent, dossier):
    zie(dossier, consulent, document=document)

    with pytest.raises(ActieFout) as fout:
        trek_in(document, consulent)

    assert str(fout.value) == (
        "Dit document hoort bij de identiteitscontrole van 20 maart 2026. Bevestig dat u het toch intrekt."
    )
    document.refresh_from_db()
    assert not document.is_ingetrokken
    assert trek_in(document, consulent, ondanks_gebruik=True).is_ingetrokken


def test_identity_is_recorded(dossier, consulent, document):
    controle = zie(dossier, consulent, toelichting=" Aan de balie. ", document=document)

    assert (controle.datum, controle.hoe, controle.toelichting, controle.document, controle.door) == (
        ON,
        "paspoort",
        "Aan de balie.",
        document,
        consulent,
    )
    assert controle.in_woorden == "gezien op 20 maart 2026 met paspoort, door Jolanda Prins"
    event = dossier.events.first()
    assert (event.soort, event.tekst) == ("identiteit", "Identiteit vastgesteld op 20 maart 2026: paspoort.")


def test_identity_seen_by_questions_keeps_the_name_of_the_brp(dossier, consulent):
    controle = zie(dossier, consulent, hoe=Identiteitsbewijs.BRP)

    assert controle.in_woorden == "gezien op 20 maart 2026 met vragen over gegevens uit de BRP, door Jolanda Prins"


def test_identity_sent_twice_is_one_and_a_later_one_is_kept_beside_it(dossier, consulent):
    assert zie(dossier, consulent, datum=date(2026, 3, 18)) == zie(dossier, consulent, datum=date(2026, 3, 18))
    zie(dossier, consulent)

    assert [controle.datum for controle in Identiteitscontrole.objects.all()] == [ON, date(2026, 3, 18)]


def test_identity_in_the_future_is_refused(dossier, consulent):
    with pytest.raises(ActieFout, match="niet in de toekomst"):
        zie(dossier, consulent, datum=date(2026, 3, 21))

    assert Identiteitscontrole.objects.count() == 0


def test_identity_takes_no_document_that_is_not_of_this_dossier_or_counts_no_more(
    dossier, consulent, document, gemeente
):
    elders = maak_dossier(gemeente, bsn="", achternaam="Bos")
    with pytest.raises(ActieFout, match="of het hoort bij een ander dossier"):
        zie(elders, consulent, document=document)
    trek_in(document, consulent)
    with pytest.raises(ActieFout, match="Dit document is ingetrokken of vervangen"):
        zie(dossier, consulent, document=document)
