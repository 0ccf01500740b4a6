"""A gemeente writes its letters: concept, publish, throw away, put an earlier version back."""

import pytest
from django.db import IntegrityError, connection, transaction

from cases.actions import brieftekst as acties
from cases.actions.basis import ActieFout
from cases.actions.vrijebrief import brief_maken
from cases.brieftekst_bron import geldend
from cases.models import Brieftekst, Document, DossierEvent
from cases.vrijebrief import ONTVANGST, OVERDRACHT
from tests.factories import moment
from tests.wereld import ON

pytestmark = pytest.mark.django_db
TEKST = "Wij geven uw hulp door aan {naar}."


def bewaar(gemeente, by, tekst=TEKST, soort=OVERDRACHT, blok="tekst"):
    return acties.concept_bewaren(gemeente=gemeente, soort=soort, blokken={blok: tekst}, by=by, at=moment(ON))


def publiceer(gemeente, by, tekst=TEKST):
    bewaar(gemeente, by, tekst)
    return acties.publiceren(gemeente=gemeente, soort=OVERDRACHT, by=by, at=moment(ON))


def maak(dossier, by, soort=OVERDRACHT):
    return brief_maken(dossier=dossier, soort=soort, naar="het wijkteam", bericht="", by=by, at=moment(ON), on=ON)


def test_concept_says_who_and_when_and_changes_no_letter(gemeente, coordinator):
    eerste = bewaar(gemeente, coordinator, "Dag")

    rij = bewaar(gemeente, coordinator, " Dag {naar}\r\nen tot ziens. ")

    assert (rij.pk, rij.versie, rij.bewaard_door, rij.bewaard_op) == (eerste.pk, None, coordinator, moment(ON))
    assert rij.blokken == {"tekst": "Dag {naar}\nen tot ziens."}
    assert geldend(gemeente, OVERDRACHT) is None


def test_text_like_the_ready_made_one_is_left_out(gemeente, coordinator):
    rij = acties.concept_bewaren(
        gemeente=gemeente,
        soort=OVERDRACHT,
        blokken={"tekst": "", "slot": "## Heeft u een vraag?\n\n[Bel {contactpersoon}, telefoon {telefoon}.|"
        "Vraag naar {contactpersoon}.]"},
        by=coordinator,
        at=moment(ON),
    )  # fmt: skip

    assert rij.blokken == {}


def test_published_version_holds_and_the_next_has_the_next_number(gemeente, coordinator):
    eerste = publiceer(gemeente, coordinator)
    tweede = publiceer(gemeente, coordinator, f"{TEKST} Tot ziens.")

    assert (eerste.versie, tweede.versie) == (1, 2)
    assert (tweede.gepubliceerd_door, tweede.gepubliceerd_op) == (coordinator, moment(ON))
    assert geldend(gemeente, OVERDRACHT) == tweede
    eerste.refresh_from_db()
    assert eerste.blokken == {"tekst": TEKST}


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("Aan {naar} en {nar}.", "Tekst van de brief: {nar} bestaat niet in deze brief."),
        ("Aan het wijkteam.", "Tekst van de brief: Gebruik {naar}: dat moet in deze brief staan."),
        ("Aan {naar}. \U0001f600", "Tekst van de brief: deze tekens kunnen niet in een brief: \U0001f600."),
    ],
    ids=["unknown", "lacks", "character"],
)
def test_text_that_is_not_right_is_not_published(gemeente, coordinator, tekst, melding):
    bewaar(gemeente, coordinator, tekst)

    with pytest.raises(ActieFout) as fout:
        acties.publiceren(gemeente=gemeente, soort=OVERDRACHT, by=coordinator, at=moment(ON))

    assert str(fout.value).startswith(melding)
    assert geldend(gemeente, OVERDRACHT) is None


def test_nothing_is_published_that_holds_already(gemeente, coordinator):
    with pytest.raises(ActieFout, match=r"^Er is geen concept van deze brief\."):
        acties.publiceren(gemeente=gemeente, soort=OVERDRACHT, by=coordinator, at=moment(ON))
    bewaar(gemeente, coordinator, "")
    with pytest.raises(ActieFout, match=r"^Deze tekst geldt al\."):
        acties.publiceren(gemeente=gemeente, soort=OVERDRACHT, by=coordinator, at=moment(ON))


@pytest.mark.parametrize(
    ("soort", "blok", "tekst", "melding"),
    [
        ("niets", "tekst", "x", r"^Deze brief bestaat niet\.$"),
        (OVERDRACHT, "bezwaar", "x", r"^Deze brief heeft zo'n tekst niet\.$"),
        (OVERDRACHT, "tekst", "x" * 4001, r"^Een tekst kan hoogstens 4000 tekens lang zijn\.$"),
    ],
    ids=["kind", "block", "long"],
)
def test_concept_is_refused(gemeente, coordinator, soort, blok, tekst, melding):
    with pytest.raises(ActieFout, match=melding):
        bewaar(gemeente, coordinator, tekst, soort, blok)
    assert not Brieftekst.objects.exists()


def test_concept_is_thrown_away_and_versions_stay(gemeente, coordinator):
    versie = publiceer(gemeente, coordinator)
    bewaar(gemeente, coordinator, "Anders")

    acties.concept_weggooien(gemeente=gemeente, soort=OVERDRACHT, by=coordinator)

    assert list(Brieftekst.objects.all()) == [versie]
    with pytest.raises(ActieFout, match=r"^Er is geen concept van deze brief\."):
        acties.concept_weggooien(gemeente=gemeente, soort=OVERDRACHT, by=coordinator)


def test_earlier_version_is_put_back_as_a_concept_unless_there_is_one(gemeente, coordinator):
    eerste = publiceer(gemeente, coordinator)
    publiceer(gemeente, coordinator, f"{TEKST} Tot ziens.")

    concept = acties.versie_terugzetten(rij=eerste, by=coordinator, at=moment(ON))

    assert (concept.versie, concept.blokken) == (None, {"tekst": TEKST})
    with pytest.raises(ActieFout, match=r"^Er is al een concept, van "):
        acties.versie_terugzetten(rij=eerste, by=coordinator, at=moment(ON))


def test_letter_has_the_text_of_the_gemeente_and_remembers_which(gemeente, coordinator, dossier, monkeypatch):
    gedrukt = []
    monkeypatch.setattr(
        "cases.actions.briefdruk.render_pdf", lambda sjabloon, brief: gedrukt.append(brief) or b"%PDF-1.7\n%%EOF"
    )
    versie = publiceer(gemeente, coordinator)

    document = maak(dossier, coordinator)

    assert gedrukt[0].teksten == (("tekst", "Wij geven uw hulp door aan het wijkteam."),)
    assert (document.uitgaand.soort, document.uitgaand.tekst) == (OVERDRACHT, versie)
    assert DossierEvent.objects.get(soort="brief").tekst == "Brief gemaakt: wij dragen uw hulp over."


def test_same_letter_twice_is_one(dossier, coordinator, snelle_pdf):
    eerste = maak(dossier, coordinator)

    assert maak(dossier, coordinator) == eerste
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("soort", "naar", "melding"),
    [
        (OVERDRACHT, " ", r"^Schrijf op aan wie u de hulp overdraagt\.$"),
        ("uitnodiging_nazorg", "", r"^Deze brief maakt u niet op deze plaats\.$"),
    ],
    ids=["to-nobody", "other-kind"],
)
def test_letter_is_refused(dossier, coordinator, soort, naar, melding):
    with pytest.raises(ActieFout, match=melding):
        brief_maken(dossier=dossier, soort=soort, naar=naar, bericht="", by=coordinator, at=moment(ON), on=ON)


def test_ontvangst_names_the_last_day_of_the_gesprek_while_that_is_to_come(dossier, coordinator, monkeypatch):
    gedrukt = []
    monkeypatch.setattr(
        "cases.actions.briefdruk.render_pdf", lambda sjabloon, brief: gedrukt.append(brief) or b"%PDF-1.7\n%%EOF"
    )
    dag = dossier.datum_aanmelding
    tot = dossier.termijnen.get(regel="eerste_gesprek").uiterste_datum

    for on in (dag, tot.replace(year=tot.year + 1)):
        brief_maken(dossier=dossier, soort=ONTVANGST, naar="", bericht="Hallo", by=coordinator, at=moment(on), on=on)

    op_tijd, te_laat = (dict(brief.gegevens)["gesprek_tot"] for brief in gedrukt)
    assert op_tijd.endswith(f"{tot.day} april {tot.year}")
    assert te_laat == ""


def _direct(sql, pk):
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk])


def _bewaar_weer(pk):
    rij = Brieftekst.objects.get(pk=pk)
    rij.blokken = {"tekst": "Iets anders."}
    rij.save()


def _bewaar_samen(pk):
    rij = Brieftekst.objects.get(pk=pk)
    rij.blokken = {}
    Brieftekst.objects.bulk_update([rij], ["blokken"])


WEGEN = {
    "save": _bewaar_weer,
    "update": lambda pk: Brieftekst.objects.filter(pk=pk).update(blokken={}),
    "unpublish": lambda pk: Brieftekst.objects.filter(pk=pk).update(
        versie=None, gepubliceerd_op=None, gepubliceerd_door=None
    ),
    "bulk": _bewaar_samen,
    "raw": lambda pk: _direct("UPDATE cases_brieftekst SET blokken = '{}' WHERE id = %s", pk),
    "delete": lambda pk: Brieftekst.objects.get(pk=pk).delete(),
    "delete-many": lambda pk: Brieftekst.objects.filter(pk=pk).delete(),
    "raw-delete": lambda pk: _direct("DELETE FROM cases_brieftekst WHERE id = %s", pk),
}


@pytest.mark.parametrize("weg", WEGEN)
def test_published_text_changes_by_no_road(gemeente, coordinator, weg):
    """Decision 0951: letters say which version they have, so the database itself keeps it as it was."""
    rij = publiceer(gemeente, coordinator)

    with pytest.raises(IntegrityError, match="Een gepubliceerde brieftekst verandert niet"), transaction.atomic():
        WEGEN[weg](rij.pk)

    assert Brieftekst.objects.values_list("versie", "blokken").get() == (1, {"tekst": TEKST})


@pytest.mark.parametrize("weg", ["save", "update", "bulk", "raw"])
def test_concept_still_changes(gemeente, coordinator, weg):
    rij = bewaar(gemeente, coordinator)

    WEGEN[weg](rij.pk)

    assert Brieftekst.objects.get().blokken != {"tekst": TEKST}
