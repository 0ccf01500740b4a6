"""Who agreed with the plan and with what not, and a plan that is set down without akkoord."""

from datetime import date, timedelta

import pytest

from cases.actions import betrokkenen, rang
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.driegesprekken import driegesprek_vastleggen
from cases.actions.gesprekken import gesprek_vastleggen
from cases.keuzes import BedreigendeSituatie, Contactuitkomst, Kanaal
from cases.models import Dossier, DossierEvent, Driegesprek
from cases.status import Status
from planvanaanpak.actions.akkoord import ZonderAkkoordFout, wijziging_binnen_akkoord, zonder_akkoord_vastleggen
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.actions.plan import akkoord_vastleggen, voorziening_bewaren
from planvanaanpak.akkoordkeuzes import AkkoordVan, ZonderAkkoordGrond
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.models import Akkoord, ZonderAkkoord
from planvanaanpak.nodig import AKKOORD, AKKOORD_OUDER, nodig
from planvanaanpak.opbouw import plangegevens
from spuk.componenten import Component
from spuk.doorrekening import compute_doorrekening
from spuk.feiten_bron import lees_feiten, lees_regels
from spuk.telregels import Reden
from tests.factories import SpukKeuzeFactory, maak_dossier, moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.conftest import VANDAAG
from tests.tabellen import alles, teruggedraaid
from tests.wegen import KOELKAST, maak_bewijs

AT = moment(VANDAAG)

pytestmark = pytest.mark.django_db


@pytest.fixture
def zonder(plan):
    """Give a plan that lacks only the akkoord."""
    plan.akkoord.delete()
    return type(plan).objects.get(pk=plan.pk)


def leg_vast(plan, by, **anders):
    velden = {"datum": VANDAAG, "kanaal": AkkoordKanaal.EMAIL, "toelichting": "", **anders}
    if "bewijs" not in velden:
        velden["bewijs"] = maak_bewijs(plan.dossier, by, VANDAAG)
    return akkoord_vastleggen(plan=plan, **velden, by=by, at=AT, on=VANDAAG)


def verder(plan, by, grond=ZonderAkkoordGrond.WEIGERT, reden="De inwoner wil meer dan nodig is."):
    return zonder_akkoord_vastleggen(plan=plan, grond=grond, reden=reden, by=by, at=AT)


def stel_vast(plan, by):
    return vaststellen(plan=plan, datum=VANDAAG, by=by, at=AT, on=VANDAAG)


def bel(dossier, by, uitkomst=Contactuitkomst.GEEN_GEHOOR, datum=VANDAAG, **anders):
    wat = {"datum": datum, "kanaal": Kanaal.TELEFOON, "uitkomst": uitkomst, "tekst": "", **anders}
    contact_vastleggen(dossier=dossier, **wat, by=by, at=AT, on=VANDAAG)


def punten_van(plan):
    dossier = Dossier.objects.get(pk=plan.dossier_id)
    return [(punt.klaar, punt.tekst) for punt in nodig(plangegevens(dossier)) if punt.doel in (AKKOORD, AKKOORD_OUDER)]


def vertegenwoordiger(dossier, by, rol="bewindvoerder"):
    return betrokkenen.betrokkene_toevoegen(dossier=dossier, gegevens={"rol": rol, "naam": "P. Jansen"}, by=by, at=AT)


def test_akkoord_of_a_bewindvoerder_is_named_in_the_letter(plan, consulent, brieven_gevraagd):
    wie = vertegenwoordiger(plan.dossier, consulent)

    akkoord = leg_vast(plan, consulent, van=AkkoordVan.VERTEGENWOORDIGER, vertegenwoordiger=wie)
    stel_vast(plan, consulent)

    assert (akkoord.van, akkoord.vertegenwoordiger) == ("vertegenwoordiger", wie)
    assert brieven_gevraagd[-1].akkoord_van == "P. Jansen"


def test_only_who_acts_for_the_inwoner_agrees_for_them(plan, consulent, gemeente):
    ander = maak_dossier(gemeente, bsn="999990019")
    van_ander = vertegenwoordiger(ander, consulent)
    hulpverlener = vertegenwoordiger(plan.dossier, consulent, rol="hulpverlener")
    voor = alles()
    namens = AkkoordVan.VERTEGENWOORDIGER
    document = plan.akkoord.bewijs

    for van, wie in ((namens, van_ander), (namens, hulpverlener), (namens, None), (AkkoordVan.INWONER, van_ander)):
        with pytest.raises(ActieFout, match="vertegenwoordig"):
            leg_vast(plan, consulent, van=van, vertegenwoordiger=wie, bewijs=document)

    assert alles() == voor


def test_akkoord_with_a_part_says_with_what_not(plan, consulent, brieven_gevraagd):
    akkoord = leg_vast(plan, consulent, niet_akkoord=" De budgetcoach. ")
    stel_vast(plan, consulent)

    assert (akkoord.omvang, akkoord.niet_akkoord) == ("deels", "De budgetcoach.")
    assert brieven_gevraagd[-1].niet_akkoord == "De budgetcoach."
    event = DossierEvent.objects.filter(soort="akkoord").latest("pk")
    assert event.tekst == "Akkoord met een deel van het plan op 20 april 2026: e-mail."


def test_without_akkoord_or_reason_nothing_is_decided(zonder, consulent):
    voor = alles()

    with pytest.raises(ActieFout, match="Nog nodig: Akkoord van de inwoner; Bewijs van het akkoord"):
        stel_vast(zonder, consulent)

    assert alles() == voor


def test_refusal_with_a_reason_is_enough_and_is_in_the_letter(zonder, consulent, brieven_gevraagd):
    verder(zonder, consulent)
    assert punten_van(zonder) == [(True, "Zonder akkoord: De inwoner gaat niet akkoord")]

    stel_vast(zonder, consulent)

    brief = brieven_gevraagd[-1]
    assert (brief.akkoord_datum, brief.zonder_akkoord) == (
        None,
        "U gaat niet akkoord met het plan. Toch nemen wij nu een besluit.",
    )


def test_no_answer_takes_two_attempts_in_the_contact_log(zonder, consulent):
    grond = ZonderAkkoordGrond.GEEN_ANTWOORD

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, grond)
    bel(zonder.dossier, consulent)
    with pytest.raises(ZonderAkkoordFout, match="nog maar één poging"):
        verder(zonder, consulent, grond)
    bel(zonder.dossier, consulent)

    assert verder(zonder, consulent, grond).grond == "geen_antwoord"


def test_talks_with_others_are_no_attempt_to_ask_the_inwoner(zonder, consulent):
    for met in ("school", "wijkteam"):
        bel(zonder.dossier, consulent, Contactuitkomst.IEMAND_ANDERS_BEREIKT, met=met)

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)


def test_talk_with_another_is_no_answer_of_the_inwoner(zonder, consulent):
    bel(zonder.dossier, consulent)
    bel(zonder.dossier, consulent, tekst="Weer niet")
    bel(zonder.dossier, consulent, Contactuitkomst.IEMAND_ANDERS_BEREIKT, met="school")

    assert verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD).grond == "geen_antwoord"


def test_who_was_spoken_in_a_driegesprek_did_answer(zonder, consulent):
    for tekst in ("Eerst", "Weer"):
        bel(zonder.dossier, consulent, tekst=tekst)
    wat = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag"), "x")
    wat |= {"datum": VANDAAG, "derde": Driegesprek.Derde.UHT}
    driegesprek_vastleggen(dossier=zonder.dossier, **wat, by=consulent, at=AT, on=VANDAAG)

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)


def test_who_was_reached_did_answer(zonder, consulent):
    for uitkomst in (Contactuitkomst.GEEN_GEHOOR, Contactuitkomst.GEEN_GEHOOR, Contactuitkomst.GESPROKEN):
        bel(zonder.dossier, consulent, uitkomst)

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)


def test_who_was_spoken_in_a_gesprek_did_answer(zonder, consulent):
    for _ in range(2):
        bel(zonder.dossier, consulent)
    wat = {"aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
    gesprek_vastleggen(
        dossier=zonder.dossier, datum=VANDAAG, kanaal=Kanaal.KANTOOR, **wat, by=consulent, at=AT, on=VANDAAG
    )

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)


def test_attempts_from_before_the_plan_do_not_count(zonder, consulent):
    for _ in range(2):
        bel(zonder.dossier, consulent, datum=VANDAAG - timedelta(days=1))

    with pytest.raises(ZonderAkkoordFout, match="nog geen poging"):
        verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)


def test_acute_is_what_the_dossier_says(zonder, consulent, brieven_gevraagd):
    with pytest.raises(ZonderAkkoordFout, match="niet als acuut gemeld"):
        verder(zonder, consulent, ZonderAkkoordGrond.ACUUT)
    rang.acuut_melden(
        dossier=zonder.dossier, situatie=BedreigendeSituatie.AFSLUITING, toelichting="Vrijdag.", by=consulent, at=AT
    )

    verder(zonder, consulent, ZonderAkkoordGrond.ACUUT)

    assert stel_vast(zonder, consulent).soort == "toekenning"


def test_reason_that_no_longer_holds_asks_the_akkoord_again(zonder, consulent):
    for _ in range(2):
        bel(zonder.dossier, consulent)
    verder(zonder, consulent, ZonderAkkoordGrond.GEEN_ANTWOORD)
    assert [klaar for klaar, _ in punten_van(zonder)] == [True]

    bel(zonder.dossier, consulent, Contactuitkomst.GESPROKEN)

    assert punten_van(zonder) == [(False, "Akkoord van de inwoner"), (False, "Bewijs van het akkoord")]
    with pytest.raises(ActieFout, match="Nog nodig: Akkoord van de inwoner"):
        stel_vast(zonder, consulent)


def test_what_was_acute_asks_the_akkoord_again(zonder, consulent):
    melding = {"situatie": BedreigendeSituatie.AFSLUITING, "toelichting": "Vrijdag."}
    rang.acuut_melden(dossier=zonder.dossier, **melding, by=consulent, at=AT)
    verder(zonder, consulent, ZonderAkkoordGrond.ACUUT)

    rang.acuut_opheffen(dossier=zonder.dossier, reden="Betaald.", by=consulent, at=AT)

    assert [klaar for klaar, _ in punten_van(zonder)] == [False, False]


def test_reason_is_asked_and_an_akkoord_goes_before_it(zonder, consulent):
    with pytest.raises(ZonderAkkoordFout, match="Schrijf op waarom"):
        verder(zonder, consulent, reden=" ")
    verder(zonder, consulent)
    leg_vast(zonder, consulent)

    assert punten_van(zonder) == [(True, "Akkoord van de inwoner"), (True, "Bewijs van het akkoord")]
    with pytest.raises(ActieFout, match="Er is al een akkoord"):
        verder(zonder, consulent)


@pytest.mark.parametrize("status", list(Status))
def test_only_an_open_plan_goes_on_without_akkoord(zonder, consulent, status):
    Dossier.objects.filter(pk=zonder.dossier_id).update(status=status)
    voor = alles()

    if status == Status.PLAN_VAN_AANPAK:
        assert verder(zonder, consulent).reden == "De inwoner wil meer dan nodig is."
        return
    with pytest.raises(ActieFout, match="Vastleggen dat er geen akkoord is kan niet"):
        verder(zonder, consulent)
    assert alles() == voor


def component_b(gemeente):
    """Give what the SPUK engine says of the plan for component B: the reason, or that it counts."""
    doorrekening = compute_doorrekening(2026, lees_feiten(gemeente), lees_regels(gemeente, 2026))
    regels = [*doorrekening.list_geteld(), *doorrekening.list_niet_geteld()]
    return [regel.reden for regel in regels if regel.component == Component.B]


def test_component_b_waits_for_the_akkoord(zonder, consulent, gemeente, brieven_gevraagd):
    """SPR art. 6 lid 4b and the VNG-handreiking SPUK, component B: a plan counts once the person agreed, with proof."""
    SpukKeuzeFactory(gemeente=gemeente)
    verder(zonder, consulent)
    stel_vast(zonder, consulent)
    assert component_b(gemeente) == [Reden.GEEN_AKKOORD]

    leg_vast(zonder, consulent, bewijs=None)
    assert component_b(gemeente) == [Reden.GEEN_BEWIJS]
    leg_vast(zonder, consulent)
    assert component_b(gemeente) == [Reden.GETELD]
    assert (Akkoord.objects.count(), ZonderAkkoord.objects.count()) == (1, 1)


def test_day_of_a_later_akkoord_is_the_day_that_counts(zonder, consulent, gemeente, brieven_gevraagd):
    SpukKeuzeFactory(gemeente=gemeente)
    verder(zonder, consulent)
    stel_vast(zonder, consulent)
    later = date(2027, 1, 4)
    bewijs = maak_bewijs(zonder.dossier, consulent, later)
    akkoord_vastleggen(
        plan=zonder, datum=later, kanaal=AkkoordKanaal.PAPIER, bewijs=bewijs, toelichting="", by=consulent,
        at=moment(later), on=later,
    )  # fmt: skip

    (plan,) = lees_feiten(gemeente).plannen
    assert plan.overeengekomen_op == later


OUDER = (False, "Het akkoord is ouder dan het plan")
LATER, NOG_LATER = moment(VANDAAG, 11), moment(VANDAAG, 12)


def wijzig(plan, by, at=LATER, wat="Bed"):
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": wat}, by=by, at=at)


def valt_binnen(plan, by, reden="Het bed stond al in het gesprek.", at=NOG_LATER):
    return wijziging_binnen_akkoord(plan=plan, reden=reden, by=by, at=at)


def test_plan_that_changed_after_the_akkoord_is_not_vastgesteld(plan, consulent, brieven_gevraagd):
    wijzig(plan, consulent)
    voor = alles()

    with pytest.raises(ActieFout) as fout:
        stel_vast(plan, consulent)

    assert str(fout.value) == "Vaststellen kan nog niet. Nog nodig: Het akkoord is ouder dan het plan."
    assert OUDER in punten_van(plan)
    assert alles() == voor


def test_akkoord_recorded_again_counts_for_the_plan_of_now(plan, consulent, brieven_gevraagd):
    wijzig(plan, consulent)
    valt_binnen(plan, consulent)
    wijzig(plan, consulent, at=moment(VANDAAG, 13), wat="Kast")
    akkoord = Akkoord.objects.get(plan=plan)

    akkoord_vastleggen(
        plan=plan, datum=VANDAAG, kanaal=AkkoordKanaal.EMAIL, bewijs=akkoord.bewijs, toelichting="", by=consulent,
        at=moment(VANDAAG, 14), on=VANDAAG, opnieuw=True,
    )  # fmt: skip

    akkoord.refresh_from_db()
    assert (akkoord.wijziging_reden, akkoord.wijziging_op, akkoord.wijziging_door) == ("", None, None)
    assert OUDER not in punten_van(plan)
    stel_vast(plan, consulent)


def test_change_within_the_akkoord_holds_until_the_next_change(plan, consulent, brieven_gevraagd):
    wijzig(plan, consulent)

    akkoord = valt_binnen(plan, consulent, " Het bed stond al in het gesprek. ")

    assert (akkoord.wijziging_reden, akkoord.wijziging_op, akkoord.wijziging_door) == (
        "Het bed stond al in het gesprek.", NOG_LATER, consulent,
    )  # fmt: skip
    event = DossierEvent.objects.order_by("pk").last()
    assert (event.soort, event.reden) == ("akkoord_wijziging", "Het bed stond al in het gesprek.")
    assert OUDER not in punten_van(plan)
    wijzig(plan, consulent, at=moment(VANDAAG, 13))
    assert OUDER in punten_van(plan)


@pytest.mark.parametrize(
    ("gewijzigd", "reden", "zin"),
    [
        (False, "Klein.", "Het plan is na het akkoord niet gewijzigd. Een reden is niet nodig."),
        (True, "  ", "Schrijf op waarom de wijziging binnen het akkoord valt."),
    ],
    ids=["niets gewijzigd", "zonder reden"],
)
def test_change_within_the_akkoord_is_refused(plan, consulent, gewijzigd, reden, zin):
    if gewijzigd:
        wijzig(plan, consulent)
    voor = alles()

    with pytest.raises(ActieFout) as fout:
        valt_binnen(plan, consulent, reden)

    assert str(fout.value) == zin
    assert alles() == voor


def test_change_without_akkoord_has_nothing_to_fall_within(zonder, consulent):
    wijzig(zonder, consulent)

    with pytest.raises(ActieFout, match="Er is nog geen akkoord met dit plan"):
        valt_binnen(zonder, consulent)


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PLAN_VAN_AANPAK}))
def test_change_within_the_akkoord_is_of_an_open_plan(plan, consulent, status):
    wijzig(plan, consulent)
    Dossier.objects.filter(pk=plan.dossier_id).update(status=status)
    plan.dossier.refresh_from_db()

    with pytest.raises(ActieFout, match=f"staat op '{status.label}'"):
        valt_binnen(plan, consulent)


def test_akkoord_of_a_plan_that_was_taken_back_counts_no_more(plan, consulent, brieven_gevraagd):
    SpukKeuzeFactory(gemeente=plan.dossier.gemeente)
    besluit = stappen.verstuur(stel_vast(plan, consulent), consulent)
    geteld = component_b(plan.dossier.gemeente)

    stappen.trek_in(besluit, consulent)

    assert component_b(plan.dossier.gemeente) != geteld

    assert not Akkoord.objects.exists()
    weg = Akkoord.history.get(history_type="-")
    assert weg.history_change_reason.startswith("Ingetrokken met 9901-B-2026-")
    assert (False, "Akkoord van de inwoner") in punten_van(plan)


def test_reason_without_akkoord_of_a_plan_that_was_taken_back_counts_no_more(zonder, consulent, brieven_gevraagd):
    verder(zonder, consulent)
    besluit = stappen.verstuur(stel_vast(zonder, consulent), consulent)

    stappen.trek_in(besluit, consulent)

    assert not ZonderAkkoord.objects.exists()


NA_VASTSTELLEN = {
    Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.ACCLIMATISATIE, Status.NAZORG, Status.AFGESLOTEN,
}  # fmt: skip


def test_akkoord_of_a_plan_that_was_vastgesteld_can_still_come(zonder, consulent, brieven_gevraagd):
    verder(zonder, consulent)
    stel_vast(zonder, consulent)
    bewijs = maak_bewijs(zonder.dossier, consulent, VANDAAG)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            Dossier.objects.filter(pk=zonder.dossier_id).update(status=status)
            plan = type(zonder).objects.get(pk=zonder.pk)
            if status in NA_VASTSTELLEN:
                assert leg_vast(plan, consulent, bewijs=bewijs).heeft_bewijs
                continue
            voor = alles()
            with pytest.raises(ActieFout, match=f"staat op '{status.label}'"):
                leg_vast(plan, consulent, bewijs=bewijs)
            assert alles() == voor
