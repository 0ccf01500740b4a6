"""Correct and withdraw a contact, a verificatie, a driegesprek: the clocks, the status and the SPUK follow."""

from datetime import date

import pytest

from cases.actions import driegesprekken, verbeteren
from cases.actions.aanmelddatum import aanmelddatum_wijzigen, voorspel_klokken
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.verificatie import verificatie_vastleggen
from cases.keuzes import Contactuitkomst, Kanaal, TaakSoort, VerificatieAntwoord, VerificatieKanaal
from cases.models import Contact, Dossier, DossierEvent, Driegesprek, Taak, Termijn
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from spuk.feiten_bron import lees_feiten
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}


def stand(dossier):
    return {
        t.regel: (t.start, t.uiterste_datum, t.status, t.datum_gehaald)
        for t in Termijn.objects.filter(dossier=dossier)
        if t.aanleiding == f"dossier:{dossier.pk}"
    }


def contact(dossier, by, datum=date(2026, 3, 4), uitkomst=Contactuitkomst.GESPROKEN):
    return contact_vastleggen(
        dossier=dossier, datum=datum, kanaal=Kanaal.TELEFOON, uitkomst=uitkomst, tekst="", by=by, **NA
    )


def verifieer(dossier, by, datum=date(2026, 3, 10), antwoord=VerificatieAntwoord.BEVESTIGD):
    return verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=date(2026, 3, 3),
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=antwoord,
        datum_antwoord=datum,
        by=by,
        **NA,
    )


def driegesprek(dossier, by):
    return driegesprekken.driegesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 10),
        aanvrager="De inwoner",
        plaats="Online",
        derde=Driegesprek.Derde.UHT,
        deelnemers="De inwoner",
        onderwerpen="Uitleg",
        verslag="",
        by=by,
        **NA,
    )


def wijzig(rij, by, **wijzigingen):
    return verbeteren.contact_wijzigen(contact=rij, wijzigingen=wijzigingen, reden="Verkeerd getypt", by=by, **NA)


AANMELDING = (date(2026, 3, 2), date(2026, 4, 28), "lopend", None)


def test_other_day_of_a_contact_moves_its_clocks(dossier, consulent):
    rij = contact(dossier, consulent)

    wijzig(rij, consulent, datum=date(2026, 3, 11))

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 11)
    assert stand(dossier) == {
        "eerste_contact": (date(2026, 3, 2), date(2026, 3, 9), "te_laat_gehaald", date(2026, 3, 11)),
        "eerste_gesprek_na_contact": (date(2026, 3, 11), date(2026, 4, 1), "lopend", None),
        "eerste_gesprek": AANMELDING,
    }
    event = DossierEvent.objects.filter(dossier=dossier, soort="contact_verbeterd").get()
    assert event.reden == "Verkeerd getypt"
    assert event.tekst == (
        "Contact van 11 maart 2026 verbeterd: datum. Eerste contact: tot en met 9 maart 2026 (gehaald op 4 maart 2026)"
        " wordt tot en met 9 maart 2026 (te laat gehaald op 11 maart 2026); Eerste gesprek (streven): tot en met"
        " 25 maart 2026 (loopt) wordt tot en met 1 april 2026 (loopt)."
    )


def test_contact_that_was_an_attempt_meets_nothing(dossier, consulent):
    rij = contact(dossier, consulent)

    wijzig(rij, consulent, uitkomst=Contactuitkomst.GEEN_GEHOOR)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact is None
    assert stand(dossier) == {
        "eerste_contact": (date(2026, 3, 2), date(2026, 3, 9), "te_laat", None),
        "eerste_gesprek_na_contact": (date(2026, 3, 4), date(2026, 3, 25), "vervallen", None),
        "eerste_gesprek": AANMELDING,
    }


def test_attempt_that_was_contact_meets_the_clock(dossier, consulent):
    rij = contact(dossier, consulent, uitkomst=Contactuitkomst.GEEN_GEHOOR)

    wijzig(rij, consulent, uitkomst=Contactuitkomst.GESPROKEN)

    assert stand(dossier)["eerste_contact"] == (date(2026, 3, 2), date(2026, 3, 9), "gehaald", date(2026, 3, 4))
    assert stand(dossier)["eerste_gesprek_na_contact"] == (date(2026, 3, 4), date(2026, 3, 25), "lopend", None)


def test_withdrawn_contact_counts_nowhere(dossier, consulent):
    rij = contact(dossier, consulent)
    taak = Taak.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        voor=consulent,
        soort=TaakSoort.OPVOLGEN,
        wat="Terugbellen",
        datum=ON,
        contact=rij,
        door=consulent,
    )
    assert len(lees_feiten(dossier.gemeente).contacten) == 1

    verbeteren.contact_intrekken(contact=rij, reden="Was iemand anders", by=consulent, **NA)

    dossier.refresh_from_db()
    rij.refresh_from_db()
    taak.refresh_from_db()
    assert (rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden) == (
        moment(ON),
        consulent,
        "Was iemand anders",
    )
    assert taak.is_vervallen
    assert dossier.datum_eerste_contact is None
    assert lees_feiten(dossier.gemeente).contacten == ()
    assert Dossier.objects.met_aantallen().get(pk=dossier.pk).aantal_contacten == 0
    assert stand(dossier)["eerste_contact"][2:] == ("te_laat", None)


def test_withdrawal_in_acclimatisatie_starts_no_clock_again(dossier, consulent):
    rij = contact(dossier, consulent)
    acclimatisatie_starten(dossier=dossier, datum_gemeld=ON, by=consulent, **NA)

    verbeteren.contact_intrekken(contact=rij, reden="Dubbel", by=consulent, **NA)

    assert {regel: klok[2] for regel, klok in stand(dossier).items()} == {
        "eerste_contact": "vervallen",
        "eerste_gesprek_na_contact": "vervallen",
        "eerste_gesprek": "vervallen",
    }


def test_beleid_without_streven_gets_no_such_clocks(andere_gemeente, consulent):
    dossier = maak_dossier(andere_gemeente)
    rij = contact(dossier, consulent)

    wijzig(rij, consulent, datum=date(2026, 3, 11))

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 11)
    assert set(stand(dossier)) == {"eerste_gesprek"}


def test_next_contact_counts_when_the_first_is_withdrawn(dossier, consulent):
    eerste = contact(dossier, consulent)
    contact(dossier, consulent, datum=date(2026, 3, 9))

    verbeteren.contact_intrekken(contact=eerste, reden="Dubbel", by=consulent, **NA)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 9)
    assert stand(dossier)["eerste_contact"][2:] == ("gehaald", date(2026, 3, 9))
    assert stand(dossier)["eerste_gesprek_na_contact"][0] == date(2026, 3, 9)


def test_withdrawal_after_the_eerste_gesprek_leaves_the_gesprek_as_first_contact(dossier, consulent):
    rij = contact(dossier, consulent)
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    verbeteren.contact_intrekken(contact=rij, reden="Was iemand anders", by=consulent, **NA)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_contact == date(2026, 3, 12)
    assert stand(dossier) == {
        "eerste_contact": (date(2026, 3, 2), date(2026, 3, 9), "te_laat_gehaald", date(2026, 3, 12)),
        "eerste_gesprek_na_contact": (date(2026, 3, 4), date(2026, 3, 25), "vervallen", None),
        "eerste_gesprek": (date(2026, 3, 2), date(2026, 4, 28), "gehaald", date(2026, 3, 12)),
    }


def test_earlier_contact_entered_later_meets_the_clock_on_its_own_day(dossier, consulent):
    contact(dossier, consulent, datum=date(2026, 3, 11))

    contact(dossier, consulent, datum=date(2026, 3, 4))

    assert stand(dossier)["eerste_contact"] == (date(2026, 3, 2), date(2026, 3, 9), "gehaald", date(2026, 3, 4))


def test_same_values_write_nothing(dossier, consulent):
    rij = contact(dossier, consulent)
    events, versies = DossierEvent.objects.count(), rij.history.count()

    wijzig(rij, consulent, datum=rij.datum)

    assert (DossierEvent.objects.count(), rij.history.count()) == (events, versies)


@pytest.mark.parametrize(
    ("dag", "melding"),
    [(date(2026, 3, 21), "niet in de toekomst"), (date(2026, 3, 1), "niet vóór de aanmelding")],
)
def test_contact_on_an_impossible_day_is_refused(dossier, consulent, dag, melding):
    rij = contact(dossier, consulent)

    with pytest.raises(ActieFout, match=melding):
        wijzig(rij, consulent, datum=dag)

    rij.refresh_from_db()
    assert rij.datum == date(2026, 3, 4)


def test_withdrawn_row_can_not_be_changed_or_withdrawn_again(dossier, consulent):
    rij = contact(dossier, consulent)
    verbeteren.contact_intrekken(contact=rij, reden="Dubbel", by=consulent, **NA)

    with pytest.raises(ActieFout, match=r"al ingetrokken\. De reden was: Dubbel"):
        wijzig(rij, consulent, datum=ON)
    with pytest.raises(ActieFout, match="al ingetrokken"):
        verbeteren.contact_intrekken(contact=rij, reden="Nog eens", by=consulent, **NA)


def test_withdrawal_needs_a_reason(dossier, consulent):
    rij = contact(dossier, consulent)

    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        verbeteren.contact_intrekken(contact=rij, reden=" ", by=consulent, **NA)

    assert Contact.objects.geldig().get() == rij


def test_other_day_of_the_answer_moves_the_eight_weeks(dossier, consulent):
    rij = verifieer(dossier, consulent)

    verbeteren.verificatie_wijzigen(
        verificatie=rij, wijzigingen={"datum_antwoord": date(2026, 3, 5)}, reden="Typefout", by=consulent, **NA
    )

    assert stand(dossier)["eerste_gesprek"] == (date(2026, 3, 5), date(2026, 4, 30), "lopend", None)


def test_answer_that_was_no_brings_the_dossier_back(dossier, consulent):
    rij = verifieer(dossier, consulent)

    verbeteren.verificatie_wijzigen(
        verificatie=rij,
        wijzigingen={"antwoord": VerificatieAntwoord.NIET_BEVESTIGD},
        reden="Verkeerd gelezen",
        by=consulent,
        **NA,
    )

    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"
    assert stand(dossier)["eerste_gesprek"] == AANMELDING
    assert "weer op 'Aanmelding'" in dossier.events.first().tekst


def test_answer_that_was_yes_brings_the_dossier_on(dossier, consulent):
    rij = verifieer(dossier, consulent, antwoord=VerificatieAntwoord.NIET_BEVESTIGD)

    verbeteren.verificatie_wijzigen(
        verificatie=rij, wijzigingen={"antwoord": "bevestigd"}, reden="Verkeerd gelezen", by=consulent, **NA
    )

    dossier.refresh_from_db()
    assert dossier.status == "eerste_gesprek"
    assert stand(dossier)["eerste_gesprek"][0] == date(2026, 3, 10)


def test_withdrawn_verificatie_leaves_another_that_confirms(dossier, consulent):
    eerste = verifieer(dossier, consulent)
    verifieer(dossier, consulent, datum=date(2026, 3, 12))

    verbeteren.verificatie_intrekken(verificatie=eerste, reden="Dubbel", by=consulent, **NA)

    dossier.refresh_from_db()
    assert dossier.status == "eerste_gesprek"
    assert stand(dossier)["eerste_gesprek"][0] == date(2026, 3, 12)


def test_withdrawn_only_verificatie_brings_the_dossier_back(dossier, consulent):
    rij = verifieer(dossier, consulent)

    verbeteren.verificatie_intrekken(verificatie=rij, reden="Ander persoon", by=consulent, **NA)

    dossier.refresh_from_db()
    assert (dossier.status, stand(dossier)["eerste_gesprek"]) == ("aanmelding", AANMELDING)


@pytest.mark.parametrize(
    ("wijzigingen", "melding"),
    [
        ({"antwoord": ""}, "allebei in, of laat ze allebei leeg"),
        ({"datum_antwoord": None}, "allebei in, of laat ze allebei leeg"),
        ({"datum_antwoord": date(2026, 3, 2)}, "niet vóór de vraag"),
        ({"datum_antwoord": date(2026, 3, 21)}, "niet in de toekomst"),
        ({"datum_gevraagd": date(2026, 3, 21)}, "niet in de toekomst"),
    ],
)
def test_impossible_verificatie_is_refused(dossier, consulent, wijzigingen, melding):
    rij = verifieer(dossier, consulent)

    with pytest.raises(ActieFout, match=melding):
        verbeteren.verificatie_wijzigen(verificatie=rij, wijzigingen=wijzigingen, reden="Typefout", by=consulent, **NA)


def test_answer_that_is_not_there_yet(dossier, consulent):
    rij = verifieer(dossier, consulent)
    leeg = {"antwoord": "", "datum_antwoord": None}

    verbeteren.verificatie_wijzigen(verificatie=rij, wijzigingen=leeg, reden="Te vroeg", by=consulent, **NA)

    dossier.refresh_from_db()
    assert (dossier.status, stand(dossier)["eerste_gesprek"]) == ("aanmelding", AANMELDING)


def test_withdrawn_driegesprek_does_not_count_for_f(dossier, consulent):
    rij = driegesprek(dossier, consulent)
    assert [d.derde for d in lees_feiten(dossier.gemeente).driegesprekken] == [True]

    verbeteren.driegesprek_intrekken(driegesprek=rij, reden="Ging niet door", by=consulent, at=moment(ON))

    assert lees_feiten(dossier.gemeente).driegesprekken == ()
    assert Dossier.objects.met_aantallen().get(pk=dossier.pk).aantal_gesprekken == 0


def test_same_verificatie_writes_nothing(dossier, consulent):
    vraag = verifieer(dossier, consulent)
    events = DossierEvent.objects.count()

    verbeteren.verificatie_wijzigen(verificatie=vraag, wijzigingen={}, reden="x", by=consulent, **NA)

    assert DossierEvent.objects.count() == events


def test_other_aanmelddatum_moves_the_clocks_as_was_shown(dossier, consulent):
    contact(dossier, consulent)
    dag = date(2026, 2, 16)
    getoond = [v.zin for v in voorspel_klokken(dossier, dag, ON) if v.is_anders]

    aanmelddatum_wijzigen(dossier=dossier, datum=dag, reden="Brief lag er al", by=consulent, **NA)

    assert stand(dossier) == {
        "eerste_contact": (dag, date(2026, 2, 23), "te_laat_gehaald", date(2026, 3, 4)),
        "eerste_gesprek_na_contact": (date(2026, 3, 4), date(2026, 3, 25), "lopend", None),
        "eerste_gesprek": (dag, date(2026, 4, 13), "lopend", None),
    }
    event = DossierEvent.objects.filter(dossier=dossier, soort="aanmelddatum_verbeterd").get()
    assert event.tekst == (
        f"Datum van de aanmelding verbeterd: 2 maart 2026 wordt 16 februari 2026. {'; '.join(getoond)}."
    )
    assert len(getoond) == 2


@pytest.mark.parametrize(
    ("dag", "melding"),
    [
        (date(2026, 3, 2), "is al 2 maart 2026"),
        (date(2026, 3, 21), "niet in de toekomst"),
        (date(2026, 3, 5), "niet na het contact van 4 maart 2026 liggen"),
    ],
)
def test_impossible_aanmelddatum_is_refused(dossier, consulent, dag, melding):
    contact(dossier, consulent)

    with pytest.raises(ActieFout, match=melding):
        aanmelddatum_wijzigen(dossier=dossier, datum=dag, reden="Typefout", by=consulent, **NA)


def test_aanmelddatum_needs_a_reason(dossier, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        aanmelddatum_wijzigen(dossier=dossier, datum=date(2026, 3, 1), reden="", by=consulent, **NA)


@pytest.mark.parametrize(("met_gesprek", "verwacht"), [(False, "vng_2025"), (True, "tiel_2025")])
def test_beleid_follows_the_day_until_the_eerste_gesprek(gemeente, consulent, met_gesprek, verwacht):
    gemeente.beleid.update(geldig_vanaf=date(2026, 3, 1))
    BeleidFactory(gemeente=gemeente, profiel="vng_2025", geldig_vanaf=date(2020, 1, 1))
    dossier = maak_dossier(gemeente)
    if met_gesprek:
        voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    aanmelddatum_wijzigen(dossier=dossier, datum=date(2026, 2, 16), reden="Brief", by=consulent, **NA)

    dossier.refresh_from_db()
    assert dossier.beleid.profiel == verwacht


def test_dossier_without_recht_gets_no_clocks(gemeente, consulent):
    dossier = maak_dossier(gemeente, uht_status="niet erkend")

    aanmelddatum_wijzigen(dossier=dossier, datum=date(2026, 2, 16), reden="Brief", by=consulent, **NA)

    assert stand(dossier) == {}
