"""Merge two dossiers of one person: nothing is lost, one goes on, the other points to it."""

import copy
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import ForeignKey, OneToOneField

from cases.actions.aanmelden import controlepunt_maken
from cases.actions.aanvulling import aanvulling_vragen
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.documenten import document_toevoegen
from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen
from cases.actions.intrekken import dossier_herstellen, dossier_intrekken
from cases.actions.overlijden import overlijden_herstellen, overlijden_vastleggen
from cases.actions.samenvoegen import VERHUIST, samenvoegen
from cases.actions.toewijzen import toewijzen
from cases.actions.uitstel import opschorten
from cases.keuzes import (
    AfspraakSoort,
    BetrokkeneRol,
    Contactuitkomst,
    Documentsoort,
    Identiteitsbewijs,
    Kanaal,
    Rang,
    Relatie,
)
from cases.models import (
    Afspraak,
    Betrokkene,
    Controlepunt,
    Dossier,
    DossierEvent,
    Driegesprek,
    Gezinslid,
    Identiteitscontrole,
    Notitie,
    Persoon,
    Taak,
    Termijn,
    Termijnbericht,
    Verificatie,
)
from cases.status import Status
from planvanaanpak.actions.plan import plan_openen
from spuk.feiten_bron import lees_feiten
from tests.cases import bestandsvoorbeelden
from tests.factories import PERSOON, maak_dossier, moment
from tests.haltes import halte
from tests.wegen import stel_vast, voer_eerste_gesprek

ON = date(2026, 3, 20)
GESPREK, LAAT = date(2026, 3, 12), date(2026, 5, 11)
NA = {"at": moment(ON), "on": ON}
# What stays with the dossier that is withdrawn: what happened to it, its own beginning, and its clocks.
# What holds up, hurries or opens a clock goes where its clock goes; the aanmelding fills what the other left empty.
BLIJFT = {
    "Aanmelding", "DossierEvent", "DossierIntrekking", "Signaal", "Termijn", "Opschorting", "Ingebrekestelling",
    "Hardheidsbesluit", "Aanvulling",
}  # fmt: skip
# What an import did to a dossier stays told of that dossier.
# That somebody wants letters electronically holds for the record it was given on: after a merge they go by post.
TERUGBLIK = {"ImportRegel", "Berichttoestemming"}
VERBODEN = {
    "PlanVanAanpak", "Besluit", "Bezwaar", "Beroep", "Goedkeuring", "Beeindiging", "Acclimatisatie", "Eindgrond",
    "Nazorgtraject", "Kostenregel",
}  # fmt: skip


@halte
def dubbel(gemeente):
    """The same person a second time: registered earlier, without a BSN, with another telephone number."""
    return maak_dossier(gemeente, datum=date(2026, 2, 16), bsn="", voorletters="Naima", telefoon="06 5555 0199")


def voeg_samen(dossier, ander, by, van_ander=(), gezien=()):
    wat = {"van_ander": van_ander, "reden": "Zelfde persoon", "gezien": gezien}
    return samenvoegen(dossier=dossier, ander=ander, **wat, by=by, **NA)


def bel(dossier, by, datum=date(2026, 3, 4)):
    return contact_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=by,
        **NA,
    )


def vul(dossier, by, datum=date(2026, 3, 4)):
    """Put a row of everything that moves under a dossier."""
    bel(dossier, by, datum)
    Verificatie.objects.create(dossier=dossier, datum_gevraagd=ON, kanaal="telefoon", door=by)
    voer_eerste_gesprek(dossier, by, GESPREK)
    Driegesprek.objects.create(
        dossier=dossier, datum=ON, aanvrager="x", plaats="x", derde="uht", deelnemers="x", onderwerpen="x", door=by
    )
    document = document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp="Brief",
        datum=ON,
        inhoud=bestandsvoorbeelden.pdf(),
        by=by,
        **NA,
    )
    Identiteitscontrole.objects.create(
        dossier=dossier, datum=ON, hoe=Identiteitsbewijs.PASPOORT, document=document, door=by
    )
    Betrokkene.objects.create(dossier=dossier, rol=BetrokkeneRol.SCHOOL, naam="De Wilgen", door=by)
    Afspraak.objects.create(dossier=dossier, soort=AfspraakSoort.GESPREK, datum=ON, kanaal=Kanaal.KANTOOR, door=by)
    Taak.objects.create(gemeente=dossier.gemeente, dossier=dossier, voor=by, wat="Bellen", datum=ON, door=by)
    Notitie.objects.create(dossier=dossier, tekst="Let op", door=by)
    termijn = Termijn.objects.filter(dossier=dossier, regel="eerste_gesprek").get()
    Termijnbericht.objects.create(
        dossier=dossier, termijn=termijn, datum=ON, verwacht_op=ON, reden="Druk", document=document, door=by
    )
    controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.WOONPLAATS, tekst=f"Kijk na bij {dossier.nummer}.")


def tel(*dossiers):
    return {model.__name__: model._default_manager.filter(dossier__in=dossiers).count() for model in VERHUIST}


def met_dossier(app):
    """Name the models of an app that hang on a dossier or a persoon, history left out."""
    return {
        model.__name__
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical")
        for veld in model._meta.get_fields()
        if isinstance(veld, ForeignKey | OneToOneField) and veld.related_model in (Dossier, Persoon)
    }


def test_every_model_with_a_dossier_moves_stays_or_forbids():
    assert met_dossier("cases") - {"Dossier"} == {model.__name__ for model in VERHUIST} | BLIJFT
    hoger = set().union(*(met_dossier(app) for app in ("planvanaanpak", "nazorg", "spuk", "portal_import")))
    assert hoger == VERBODEN | TERUGBLIK


def test_everything_moves_and_nothing_is_lost(dossier, dubbel, coordinator):
    vul(dossier, coordinator)
    vul(dubbel, coordinator)
    voor = tel(dossier, dubbel)
    events = {een.pk: een.events.count() for een in (dossier, dubbel)}

    voeg_samen(dossier, dubbel, coordinator)

    assert all(aantal >= 2 for aantal in voor.values())
    assert tel(dossier) == voor
    assert set(tel(dubbel).values()) == {0}
    assert {een.pk: een.events.count() for een in (dossier, dubbel)} == {pk: n + 1 for pk, n in events.items()}


def test_other_is_withdrawn_and_points_to_the_one_that_goes_on(dossier, dubbel, coordinator):
    voeg_samen(dossier, dubbel, coordinator)

    dubbel.refresh_from_db()
    assert (dubbel.status, dubbel.intrekking.samengevoegd_met, dubbel.intrekking.status_voor) == (
        "ingetrokken",
        dossier,
        "aanmelding",
    )
    assert {t.status for t in dubbel.termijnen.all()} == {"vervallen"}
    assert dubbel.events.first().tekst == (
        f"Samengevoegd met dossier {dossier.nummer}. Alles staat nu daar. Dit dossier is ingetrokken."
    )
    with pytest.raises(ActieFout, match=f"samengevoegd met {dossier.nummer}"):
        dossier_herstellen(dossier=dubbel, reden="Toch niet", by=coordinator, **NA)


def test_earliest_aanmelding_and_first_contact_count(dossier, dubbel, coordinator):
    bel(dossier, coordinator, date(2026, 3, 9))
    bel(dubbel, coordinator, date(2026, 2, 20))

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert (dossier.datum_aanmelding, dossier.datum_eerste_contact) == (date(2026, 2, 16), date(2026, 2, 20))
    assert {t.regel: (t.start, t.status) for t in dossier.termijnen.all()} == {
        "eerste_contact": (date(2026, 2, 16), "gehaald"),
        "eerste_gesprek_na_contact": (date(2026, 2, 20), "te_laat"),
        "eerste_gesprek": (date(2026, 2, 16), "lopend"),
    }
    assert len(lees_feiten(dossier.gemeente).contacten) == 1


def test_day_of_a_dossier_without_recht_is_no_beginning(dossier, coordinator):
    zonder = maak_dossier(dossier.gemeente, datum=date(2025, 1, 6), bsn="", uht_status="niet erkend")

    voeg_samen(dossier, zonder, coordinator)

    dossier.refresh_from_db()
    assert (dossier.datum_aanmelding, dossier.uht_status) == (date(2026, 3, 2), "erkend")
    assert not dossier.controlepunten.exists()


def test_eerste_gesprek_of_the_one_that_goes_on_stays_the_eerste(dossier, dubbel, coordinator):
    voer_eerste_gesprek(dossier, coordinator, GESPREK)
    voer_eerste_gesprek(dubbel, coordinator, date(2026, 3, 5))

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert dossier.datum_eerste_gesprek == GESPREK
    assert list(dossier.gesprekken.values_list("datum", "is_eerste_gesprek")) == [
        (GESPREK, True),
        (date(2026, 3, 5), False),
    ]
    assert {t.start for t in dossier.termijnen.filter(regel="plan_van_aanpak")} == {GESPREK}
    assert {t.status for t in dubbel.termijnen.filter(regel="plan_van_aanpak")} == {"vervallen"}


def test_only_eerste_gesprek_comes_along_with_its_clocks(dossier, dubbel, coordinator):
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek) == ("plan_van_aanpak", GESPREK)
    assert {t.regel: t.status for t in dossier.termijnen.all()} == {
        "eerste_contact": "te_laat_gehaald",
        "eerste_gesprek": "gehaald",
        "plan_van_aanpak": "lopend",
        "materiele_verstrekking": "lopend",
        "besluiten": "lopend",
    }


def schort_op(dossier, by):
    wat = {"grond": "vertraging", "van": date(2026, 3, 16), "tot": date(2026, 3, 22), "toelichting": "Ziek."}
    return opschorten(dossier=dossier, regel="plan_van_aanpak", **wat, by=by, **NA)


def vraag_aan(dossier, by):
    return aanvulling_vragen(dossier=dossier, wat="De jaaropgave.", uiterlijk=date(2026, 4, 3), by=by, **NA)


def stel_in_gebreke(dossier, by, regel):
    """The plan was due on 7 May, eight weken after the eerste gesprek."""
    wat = {"ontvangen_op": LAAT, "toelichting": "", "geen_dwangsom": "", "document": None}
    termijn = dossier.termijnen.get(regel=regel)
    return ingebrekestelling_vastleggen(dossier=dossier, termijn=termijn, **wat, by=by, at=moment(LAAT), on=LAAT)


def test_opschorting_comes_along_with_its_clock(dossier, dubbel, coordinator, snelle_pdf):
    """From 12 March the 8 weken end on 7 May; the seven suspended days make it 14 May, Hemelvaartsdag: so 15 May."""
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    rij = schort_op(dubbel, coordinator)

    voeg_samen(dossier, dubbel, coordinator)

    rij.refresh_from_db()
    assert (rij.dossier, rij.termijn.dossier) == (dossier, dossier)
    klok = dossier.termijnen.get(regel="plan_van_aanpak")
    assert (klok.status, klok.uiterste_datum) == ("opgeschort", date(2026, 5, 15))
    assert klok.invoer["opschortingen"] == [["2026-03-16", "2026-03-22"]]
    assert rij.history.first().history_change_reason == "Zelfde persoon"


def test_aanvulling_comes_along_with_its_opschorting_and_clocks(dossier, dubbel, coordinator, snelle_pdf):
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    rij = vraag_aan(dubbel, coordinator)

    voeg_samen(dossier, dubbel, coordinator)

    rij.refresh_from_db()
    assert (rij.dossier, rij.opschorting.dossier, rij.document.dossier) == (dossier, dossier, dossier)
    klokken = Termijn.objects.filter(aanleiding=f"aanvulling:{rij.pk}").order_by("regel")
    assert [(t.regel, t.status, t.dossier) for t in klokken] == [
        ("buiten_behandeling", "verwacht", dossier),
        ("hersteltermijn", "lopend", dossier),
    ]
    assert dossier.termijnen.get(regel="plan_van_aanpak").uiterste_datum == date(2026, 5, 21)


def test_opschorting_of_a_clock_that_stays_stays_with_it(dossier, dubbel, coordinator, snelle_pdf):
    for een in (dossier, dubbel):
        voer_eerste_gesprek(een, coordinator, GESPREK)
    rij = schort_op(dubbel, coordinator)

    voeg_samen(dossier, dubbel, coordinator)

    rij.refresh_from_db()
    assert (rij.dossier, rij.termijn.dossier) == (dubbel, dubbel)
    assert dossier.termijnen.get(regel="plan_van_aanpak").uiterste_datum == date(2026, 5, 7)


def test_ingebrekestelling_comes_along_with_its_clock_and_its_two_weeks(dossier, dubbel, coordinator):
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    rij = stel_in_gebreke(dubbel, coordinator, "plan_van_aanpak")

    voeg_samen(dossier, dubbel, coordinator)

    rij.refresh_from_db()
    assert (rij.dossier, rij.termijn.dossier) == (dossier, dossier)
    weken = Termijn.objects.get(regel="ingebrekestelling")
    # 25 May is tweede pinksterdag.
    assert (weken.dossier, weken.status, weken.uiterste_datum) == (dossier, "lopend", date(2026, 5, 26))


def test_ingebrekestelling_stays_in_force_on_the_clock_of_the_one_that_goes_on(dossier, dubbel, coordinator):
    """Both had an eerste gesprek: the clock of the other is dropped, the letter of the inwoner is not."""
    for een in (dossier, dubbel):
        voer_eerste_gesprek(een, coordinator, GESPREK)
    rij = stel_in_gebreke(dubbel, coordinator, "plan_van_aanpak")

    voeg_samen(dossier, dubbel, coordinator)

    rij.refresh_from_db()
    assert (rij.dossier, rij.termijn) == (dossier, dossier.termijnen.get(regel="plan_van_aanpak"))
    weken = Termijn.objects.get(regel="ingebrekestelling")
    assert (weken.dossier, weken.status) == (dossier, "lopend")


def test_second_ingebrekestelling_stays_where_it_was(dossier, dubbel, coordinator):
    for een in (dossier, dubbel):
        voer_eerste_gesprek(een, coordinator, GESPREK)
    hier, daar = (stel_in_gebreke(een, coordinator, "plan_van_aanpak") for een in (dossier, dubbel))

    voeg_samen(dossier, dubbel, coordinator)

    hier.refresh_from_db()
    daar.refresh_from_db()
    assert (hier.dossier, daar.dossier) == (dossier, dubbel)


def test_chosen_fields_of_the_person_come_along(dossier, dubbel, coordinator):
    Persoon.objects.filter(pk=dossier.persoon_id).update(bsn="")
    Persoon.objects.filter(pk=dubbel.persoon_id).update(bsn=PERSOON["bsn"])

    voeg_samen(dossier, dubbel, coordinator, van_ander=["bsn", "telefoon", "datum_overlijden"])

    persoon, ander = Persoon.objects.get(pk=dossier.persoon_id), Persoon.objects.get(pk=dubbel.persoon_id)
    assert (persoon.bsn, persoon.telefoon, persoon.voorletters) == (PERSOON["bsn"], "06 5555 0199", "N.")
    assert ander.bsn == ""


def test_gezin_becomes_one(dossier, dubbel, coordinator, gemeente):
    kind = maak_dossier(gemeente, bsn="", achternaam="Kind")
    Dossier.objects.filter(pk=kind.pk).update(gezin=dubbel.gezin)
    lid = Gezinslid.objects.create(gezin=dubbel.gezin, naam="Sami", relatie=Relatie.KIND, door=coordinator)
    dubbel.gezin.vastgelegd_op, dubbel.gezin.vastgelegd_door = moment(ON), coordinator
    dubbel.gezin.save()

    voeg_samen(dossier, dubbel, coordinator)

    for rij in (kind, lid, dossier.gezin):
        rij.refresh_from_db()
    assert (kind.gezin_id, lid.gezin_id) == (dossier.gezin_id, dossier.gezin_id)
    assert dossier.gezin.vastgelegd_door == coordinator
    assert Dossier.objects.met_aantallen().get(pk=dossier.pk).aantal_mensen == 2


def test_what_only_the_other_has_is_kept(dossier, dubbel, coordinator, consulent):
    toewijzen(dossier=dubbel, casusregisseur=consulent, by=coordinator, at=moment(ON))
    Dossier.objects.filter(pk=dubbel.pk).update(
        acuut="woningontruiming", acuut_op=moment(ON), acuut_door=consulent, rang=Rang.ACUUT
    )
    Dossier.objects.filter(pk=dossier.pk).update(
        voorrang_reden="Ziek", voorrang_op=moment(ON), voorrang_door=coordinator, rang=Rang.VOORRANG
    )

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert (dossier.casusregisseur, dossier.acuut, dossier.voorrang_reden, dossier.rang) == (
        consulent,
        "woningontruiming",
        "Ziek",
        Rang.ACUUT,
    )


def test_two_open_points_of_a_kind_become_one_with_both_texts(dossier, dubbel, coordinator):
    for een in (dossier, dubbel):
        controlepunt_maken(dossier=een, soort=Controlepunt.Soort.WOONPLAATS, tekst=f"Kijk na {een.nummer}.")

    voeg_samen(dossier, dubbel, coordinator)

    punten = dossier.controlepunten.order_by("pk").values_list("tekst", "toelichting")
    assert list(punten) == [
        (f"Kijk na {dossier.nummer}.\nKijk na {dubbel.nummer}.", ""),
        (f"Kijk na {dubbel.nummer}.", "Staat nu bij het andere punt."),
    ]
    assert dossier.controlepunten.filter(afgehandeld_op=None).count() == 1


@pytest.mark.parametrize("waar", ["hier", "daar"])
def test_death_in_either_stops_the_whole(dossier, dubbel, coordinator, waar):
    overleden = dossier if waar == "hier" else dubbel
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    Taak.objects.create(
        gemeente=dubbel.gemeente, dossier=dubbel, voor=coordinator, wat="Bellen", datum=ON, door=coordinator
    )
    overlijden_vastleggen(dossier=overleden, datum=ON, bron="zus", by=coordinator, **NA)

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert Persoon.objects.get(pk=dossier.persoon_id).datum_overlijden == ON
    assert {t.regel for t in dossier.termijnen.filter(status__in=["lopend", "te_laat"])} == {
        "materiele_verstrekking",
        "besluiten",
    }
    assert not dossier.taken.open().exists()
    overlijden_herstellen(dossier=dossier, reden="Was de buurman", by=coordinator, **NA)
    assert dossier.taken.open().count() == 1
    assert "plan_van_aanpak" in {t.regel for t in dossier.termijnen.filter(status="lopend")}


def weigert(dossier, ander, by, melding):
    events = DossierEvent.objects.count()
    with pytest.raises(ActieFout, match=melding):
        voeg_samen(dossier, ander, by)
    assert DossierEvent.objects.count() == events
    assert not Dossier.objects.filter(status=Status.INGETROKKEN, intrekking__samengevoegd_met__isnull=False).exists()


def test_one_with_a_plan_must_go_on(dossier, dubbel, coordinator):
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    plan_openen(dossier=dubbel, by=coordinator, at=moment(ON))

    weigert(dossier, dubbel, coordinator, f"^Dossier {dubbel.nummer} heeft al een plan van aanpak. Laat dat dossier")
    voeg_samen(dubbel, dossier, coordinator)
    dossier.refresh_from_db()
    assert dossier.status == "ingetrokken"


def test_two_with_a_plan_can_not_become_one(dossier, dubbel, coordinator, snelle_pdf):
    stel_vast(dossier, coordinator, gesprek=GESPREK, besluit=ON)
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    plan_openen(dossier=dubbel, by=coordinator, at=moment(ON))

    melding = f"dossier {dossier.nummer} heeft al een plan van aanpak en een besluit en dossier {dubbel.nummer} heeft"
    weigert(dossier, dubbel, coordinator, melding)


def test_same_dossier_other_gemeente_or_withdrawn_is_refused(dossier, dubbel, coordinator, andere_gemeente):
    elders = maak_dossier(andere_gemeente)

    weigert(dossier, dossier, coordinator, "hetzelfde dossier")
    weigert(dossier, elders, coordinator, "van twee gemeenten")
    dossier_intrekken(dossier=dubbel, reden="Fout", by=coordinator, at=moment(ON))
    weigert(dossier, dubbel, coordinator, f"dossier {dubbel.nummer} is ingetrokken")
    weigert(dubbel, dossier, coordinator, f"dossier {dubbel.nummer} is ingetrokken")


def test_reason_is_needed(dossier, dubbel, coordinator):
    with pytest.raises(ActieFout, match="waarom dit dezelfde persoon is"):
        samenvoegen(dossier=dossier, ander=dubbel, van_ander=[], reden=" ", by=coordinator, **NA)


OPEN = {S for S in Status if S in ("aanmelding", "eerste_gesprek", "plan_van_aanpak", "uitvoering", "nazorg")} | {
    Status.ACCLIMATISATIE
}
OP_TE_NEMEN = {
    Status.AANMELDING, Status.EERSTE_GESPREK, Status.PLAN_VAN_AANPAK, Status.GEEN_RECHT, Status.GEEN_HULP,
}  # fmt: skip


@pytest.mark.parametrize("hier", Status)
def test_matrix_of_both_statuses(dossier, dubbel, coordinator, hier):
    """The one that is taken in is in a status that can be withdrawn; a running one is not taken in by a closed one.

    Nor is one with recht by one without.
    """
    Dossier.objects.filter(pk=dossier.pk).update(status=hier)
    events, uitslag, verwacht = DossierEvent.objects.count(), {}, {}
    for daar in Status:
        punt = transaction.savepoint()
        Dossier.objects.filter(pk=dubbel.pk).update(status=daar)
        mag = hier != Status.INGETROKKEN and daar in OP_TE_NEMEN and (hier in OPEN or daar not in OPEN)
        mag = mag and (hier != Status.GEEN_RECHT or daar == Status.GEEN_RECHT)

        try:
            voeg_samen(*copy.deepcopy((dossier, dubbel, coordinator)))
            geweigerd = False
        except ActieFout:
            geweigerd = True

        gelogd = DossierEvent.objects.count() > events
        uitslag[daar] = (geweigerd, gelogd, Dossier.objects.get(pk=dubbel.pk).status)
        verwacht[daar] = (False, True, Status.INGETROKKEN) if mag else (True, False, daar)
        transaction.savepoint_rollback(punt)
    assert uitslag == verwacht


def test_open_point_that_only_the_other_has_stays_open(dossier, dubbel, coordinator):
    controlepunt_maken(dossier=dubbel, soort=Controlepunt.Soort.WOONPLAATS, tekst="Kijk na.")

    voeg_samen(dossier, dubbel, coordinator)

    assert list(dossier.controlepunten.values_list("tekst", "afgehandeld_op")) == [("Kijk na.", None)]


def test_dossiers_of_one_gezin_stay_one_gezin(dossier, dubbel, coordinator):
    Dossier.objects.filter(pk=dubbel.pk).update(gezin=dossier.gezin)

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert Dossier.objects.met_aantallen().get(pk=dossier.pk).aantal_mensen == 0
    assert [contact.gezin for contact in lees_feiten(dossier.gemeente).contacten] == []


def test_dossier_in_acclimatisatie_takes_the_gesprek_but_not_its_clocks(dossier, dubbel, coordinator):
    voer_eerste_gesprek(dubbel, coordinator, GESPREK)
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.ACCLIMATISATIE)

    voeg_samen(dossier, dubbel, coordinator)

    dossier.refresh_from_db()
    assert (dossier.status, dossier.datum_eerste_gesprek) == ("acclimatisatie", GESPREK)
    assert dossier.gesprekken.get().is_eerste_gesprek
    assert not dossier.termijnen.filter(regel="plan_van_aanpak").exists()
