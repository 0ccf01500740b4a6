"""The road of a bezwaar through the actions: the clock, the letters, the decision, and each refusal."""

from datetime import date, time
from unittest.mock import ANY

import pytest
from django.db import IntegrityError, transaction

from cases.actions.basis import ActieFout
from cases.actions.betrokkenen import betrokkene_toevoegen
from cases.actions.bewaking import bewaak
from cases.actions.feestdagen import feestdag_toevoegen
from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen
from cases.actions.uitstel import nieuwe_verdaging, opschorten, stel_verdaging_voor, verdagen
from cases.models import Document, Dossier, DossierEvent, Taak
from cases.status import Status
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.actions import bezwaar as acties
from planvanaanpak.actions import bezwaarbrieven, hoorzitting
from planvanaanpak.actions.besluit import addendum_vaststellen, verzenden
from planvanaanpak.actions.bezwaarbesluit import vervolg_koppelen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.bezwaarbron import stand_van_bezwaar, tijdigheid_van
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Besluit, Bezwaar, Hoorzitting, PlanVanAanpak
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import (
    ADVIES,
    BESLOTEN,
    ONTVANGEN,
    TWAALF_WEKEN,
    ZES_WEKEN,
    ZITTING,
)
from tests.wegen import KOELKAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
ADVOCAAT = {
    "rol": "advocaat",
    "naam": "mr. P. Jansen",
    "organisatie": "Recht BV",
    "adres": "Postbus 9\n1000 AA Oord",
}
GEGROND = {"gevolg": "U krijgt een bed.", "vervolg": Vervolg.NIEUW_BESLUIT}


@halte
def bezwaar(verstuurd, consulent):
    return stappen.maak_bezwaar(verstuurd, consulent)


@halte
def klaar(bezwaar, consulent):
    return stappen.maak_klaar(bezwaar, consulent)


def klok(bezwaar):
    termijn = bezwaar.dossier.termijnen.get(regel="besluit_op_bezwaar", aanleiding=f"bezwaar:{bezwaar.pk}")
    return termijn.start, termijn.uiterste_datum, termijn.status, termijn.datum_gehaald


def laatste_event(dossier):
    event = DossierEvent.objects.filter(dossier=dossier).latest("pk")
    return event.soort, event.tekst


def test_receipt_starts_the_clock_after_the_bezwaartermijn(bezwaar, consulent):
    bezwaar.refresh_from_db()

    assert klok(bezwaar) == (date(2026, 6, 1), ZES_WEKEN, "lopend", None)
    assert bezwaar.termijn.uiterste_datum == ZES_WEKEN
    assert (bezwaar.document.onderwerp, bezwaar.document.datum) == ("Bezwaarschrift", ONTVANGEN)
    assert laatste_event(bezwaar.dossier) == (
        "bezwaar_ontvangen",
        "Bezwaar tegen besluit 9901-B-2026-00001 ontvangen op 11 mei 2026, op tijd. Beslis uiterlijk 13 juli 2026.",
    )
    assert bezwaar.history.get().history_user == consulent


def test_commissie_makes_it_twelve_weeks_and_back(verstuurd, consulent):
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, commissie=True)
    assert klok(bezwaar)[1] == TWAALF_WEKEN

    acties.bezwaar_wijzigen(
        bezwaar=bezwaar, wijzigingen={"commissie": False}, reden="Toch niet", by=consulent, at=moment(ONTVANGEN),
        on=ONTVANGEN,
    )  # fmt: skip

    assert klok(bezwaar)[1] == ZES_WEKEN
    assert laatste_event(bezwaar.dossier) == (
        "bezwaar_gewijzigd",
        "Bezwaar gewijzigd: op tijd. Beslis uiterlijk 13 juli 2026.",
    )


def test_bezwaar_before_the_letter_left_follows_the_real_day(besluit, consulent):
    """Awb art. 6:10: too early is no reason to refuse; the termijn begins when the letter leaves."""
    bezwaar = stappen.maak_bezwaar(besluit, consulent, on=date(2026, 4, 21))
    assert klok(bezwaar)[:2] == (date(2026, 6, 1), ZES_WEKEN)

    stappen.verstuur(besluit, consulent, date(2026, 4, 22))

    assert klok(bezwaar)[:2] == (date(2026, 6, 3), date(2026, 7, 15))


def test_night_lets_the_clock_follow_a_new_feestdag(bezwaar, consulent, besluit):
    feestdag_toevoegen(
        datum=date(2026, 6, 1),
        naam="Gelijkgesteld",
        bron="Stcrt. 2026, 1",
        by=consulent,
        at=moment(ONTVANGEN),
        on=ONTVANGEN,
    )
    assert besluit.dossier.termijnen.get(regel="bezwaar").uiterste_datum == date(2026, 6, 2)

    bewaak(gemeente=besluit.gemeente, on=ONTVANGEN, at=moment(ONTVANGEN, uur=3))

    assert klok(bezwaar)[:2] == (date(2026, 6, 2), date(2026, 7, 14))


def test_pro_forma_waits_for_its_grounds(verstuurd, consulent):
    tot = date(2026, 5, 26)
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, gronden=" ", aanvullen_tot=tot)
    assert (bezwaar.gronden, bezwaar.aanvullen_tot) == ("", tot)
    assert stand_van_bezwaar(bezwaar, ONTVANGEN).woorden == "wacht op gronden tot en met di 26 mei 2026"

    opschorten(
        dossier=bezwaar.dossier, regel="besluit_op_bezwaar", grond="aanvullen", van=date(2026, 6, 2),
        tot=date(2026, 6, 8), toelichting="Wacht op gronden.", by=consulent, at=moment(ONTVANGEN), on=ONTVANGEN,
        termijn=bezwaar.termijn,
    )  # fmt: skip
    gewijzigd = acties.bezwaar_wijzigen(
        bezwaar=bezwaar, wijzigingen={"gronden": "Ik wil een bed."}, reden="Aangevuld", by=consulent,
        at=moment(ONTVANGEN), on=ONTVANGEN,
    )  # fmt: skip

    assert (gewijzigd.gronden, gewijzigd.aanvullen_tot) == ("Ik wil een bed.", None)
    assert klok(bezwaar)[1] == date(2026, 7, 20)


def test_gemachtigde_gets_the_letters_too(verstuurd, consulent):
    namens = betrokkene_toevoegen(
        dossier=verstuurd.dossier, gegevens=ADVOCAAT, by=consulent, at=moment(ONTVANGEN)
    )  # fmt: skip
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, indiener="gemachtigde", gemachtigde=namens)

    brief = bezwaarbrieven.stel_bevestiging_op(bezwaar, by=consulent, on=ONTVANGEN)

    assert brief.ontvanger.naam == "N. Berkhout"
    assert brief.ontvanger.afschrift_aan == "mr. P. Jansen van Recht BV, advocaat"
    assert brief.ontvanger.afschrift_adres == ("Postbus 9", "1000 AA Oord")
    assert brief.namens == "mr. P. Jansen"


def test_gemachtigde_gets_the_verdagingsbericht_too(verstuurd, consulent):
    namens = betrokkene_toevoegen(dossier=verstuurd.dossier, gegevens=ADVOCAAT, by=consulent, at=moment(ONTVANGEN))
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, indiener="gemachtigde", gemachtigde=namens)
    rij = nieuwe_verdaging(bezwaar.dossier, bezwaar.termijn, "De zaak is groot.", consulent)

    voorstel = stel_verdaging_voor(bezwaar.dossier, bezwaar.termijn, rij, by=consulent, on=ONTVANGEN)

    assert voorstel.brief.ontvanger.afschrift_aan == "mr. P. Jansen van Recht BV, advocaat"


def test_gemachtigde_without_an_address_stops_the_letter(verstuurd, consulent):
    namens = betrokkene_toevoegen(
        dossier=verstuurd.dossier, gegevens={"rol": "advocaat", "naam": "mr. P. Jansen"}, by=consulent,
        at=moment(ONTVANGEN),
    )  # fmt: skip
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, indiener="gemachtigde", gemachtigde=namens)

    with pytest.raises(ActieFout, match=r"Het postadres van mr\. P\. Jansen is niet volledig"):
        stappen.bevestig(bezwaar, consulent)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"ontvangen_op": date(2026, 5, 12)}, "De dag van ontvangst kan niet in de toekomst liggen"),
        ({"ontvangen_op": date(2026, 3, 1)}, "kan niet vóór de aanmelding van 2 maart 2026 liggen"),
        ({"kanaal": "post", "gepost_op": date(2026, 5, 12)}, "kan niet later op de post zijn gedaan"),
        ({"gronden": ""}, "Kies tot en met welke dag dat nog kan"),
        ({"gronden": "", "aanvullen_tot": date(2026, 5, 10)}, "Kies tot en met welke dag dat nog kan"),
        ({"indiener": "gemachtigde"}, "Kies wie namens de inwoner bezwaar maakt"),
    ],
)
def test_receipt_that_cannot_be_is_refused(verstuurd, consulent, anders, fout):
    with pytest.raises(ActieFout, match=fout):
        stappen.maak_bezwaar(verstuurd, consulent, **{"on": ONTVANGEN, **anders})

    assert not Bezwaar.objects.exists()


def test_bezwaar_before_the_besluit_has_its_real_day(verstuurd, consulent):
    """Awb art. 6:10: it is in time when the indiener could think that the besluit was taken."""
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, ontvangen_op=date(2026, 4, 17))

    tijdigheid = tijdigheid_van(bezwaar)
    assert (bezwaar.ontvangen_op, tijdigheid.op_tijd) == (date(2026, 4, 17), True)
    assert tijdigheid.som[-1][1].startswith("ja, als de indiener mocht denken dat het besluit er al was")
    assert bezwaar.termijn.start == stappen.BEZWAAR_TOT


def test_day_of_the_stamp_counts_only_for_the_post(verstuurd, consulent):
    assert stappen.maak_bezwaar(verstuurd, consulent, gepost_op=date(2026, 5, 8)).gepost_op is None


def test_bezwaar_needs_its_letter(verstuurd, consulent):
    velden = {"ontvangen_op": ONTVANGEN, "kanaal": "post", "indiener": "rechthebbende", "gronden": "Nee."}

    with pytest.raises(ActieFout, match="Voeg de brief toe"):
        acties.bezwaar_vastleggen(
            besluit=verstuurd, gegevens=velden, document=None, bestand=None, by=consulent, at=moment(ONTVANGEN),
            on=ONTVANGEN,
        )  # fmt: skip


def test_document_of_another_dossier_is_refused(verstuurd, consulent, bezwaar):
    acties.bezwaar_weghalen(bezwaar=bezwaar, reden="Vergissing", by=consulent, at=moment(ONTVANGEN))
    Document.objects.filter(pk=bezwaar.document_id).update(
        ingetrokken_op=moment(ONTVANGEN), ingetrokken_door=consulent, ingetrokken_reden="x"
    )

    with pytest.raises(ActieFout, match="hoort niet bij dit dossier, of is ingetrokken"):
        stappen.maak_bezwaar(verstuurd, consulent, document=Document.objects.get(pk=bezwaar.document_id))


def test_form_sent_twice_makes_one_and_a_second_bezwaar_is_refused(bezwaar, consulent, jurist):
    assert stappen.maak_bezwaar(bezwaar.besluit, consulent) == bezwaar

    with pytest.raises(ActieFout, match="is al bezwaar gemaakt door de inwoner, op 11 mei 2026"):
        stappen.maak_bezwaar(bezwaar.besluit, jurist)


def test_database_keeps_one_bezwaar_per_besluit(bezwaar):
    with pytest.raises(IntegrityError, match="bezwaar_een_per_indiener"), transaction.atomic():
        Bezwaar.objects.filter(pk=bezwaar.pk).get().__class__.objects.create(
            dossier=bezwaar.dossier, besluit=bezwaar.besluit, ontvangen_op=ONTVANGEN, kanaal="post",
            indiener="rechthebbende", document=bezwaar.document, gronden="x", door=bezwaar.door,
        )  # fmt: skip


def test_late_bezwaar_is_excused_by_another_with_a_reason(verstuurd, consulent, jurist):
    laat = date(2026, 6, 12)
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, on=laat)
    assert tijdigheid_van(bezwaar).op_tijd is False
    nee = {"bezwaar": bezwaar, "verschoonbaar": True, "at": moment(laat)}

    with pytest.raises(ActieFout, match=r"U heeft het besluit zelf genomen.*10:3 lid 3"):
        acties.verschoonbaarheid_beslissen(**nee, reden="Ziek", by=consulent)
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        acties.verschoonbaarheid_beslissen(**nee, reden=" ", by=jurist)
    beslist = acties.verschoonbaarheid_beslissen(**nee, reden="U lag in het ziekenhuis.", by=jurist)

    assert (beslist.verschoonbaar, beslist.verschoonbaar_door) == (True, jurist)
    assert laatste_event(bezwaar.dossier) == ("bezwaar_verschoonbaar", "Te laat bezwaar is wel verschoonbaar.")


def test_bezwaar_in_time_needs_no_excuse(bezwaar, jurist):
    with pytest.raises(ActieFout, match="Dit bezwaar is op tijd"):
        acties.verschoonbaarheid_beslissen(
            bezwaar=bezwaar, verschoonbaar=True, reden="x", by=jurist, at=moment(ONTVANGEN)
        )


def test_ontvangst_is_confirmed_once(bezwaar, consulent):
    document = stappen.bevestig(bezwaar, consulent)

    assert document.onderwerp == "Ontvangstbevestiging van het bezwaar"
    assert laatste_event(bezwaar.dossier)[0] == "bezwaar_bevestigd"
    with pytest.raises(ActieFout, match="De ontvangst is al bevestigd"):
        stappen.bevestig(bezwaar, consulent)


def test_hoorzitting_is_a_taak_that_moves_along(bezwaar, consulent):
    zitting = stappen.plan_zitting(bezwaar, consulent)
    assert stappen.plan_zitting(bezwaar, consulent).pk == zitting.pk
    uitnodiging = bezwaarbrieven.uitnodiging_maken(bezwaar=bezwaar, by=consulent, at=moment(ONTVANGEN), on=ONTVANGEN)
    with pytest.raises(ActieFout, match="is al gemaakt"):
        bezwaarbrieven.uitnodiging_maken(bezwaar=bezwaar, by=consulent, at=moment(ONTVANGEN), on=ONTVANGEN)

    verzet = stappen.plan_zitting(bezwaar, consulent, datum=date(2026, 6, 12), tijd=time(9))

    assert (verzet.pk, verzet.datum, verzet.uitnodiging) == (zitting.pk, date(2026, 6, 12), None)
    assert Document.objects.filter(pk=uitnodiging.pk).exists()
    assert list(Taak.objects.open().values_list("datum", "wat", "voor__naam")) == [
        (date(2026, 6, 12), "Hoorzitting over bezwaar, 9.00 uur, stadhuis, kamer 2.12", "Jolanda Prins")
    ]
    assert laatste_event(bezwaar.dossier) == (
        "hoorzitting", "Hoorzitting verzet van 9 juni 2026 naar 12 juni 2026, 9.00 uur."
    )  # fmt: skip


def test_hoorzitting_that_was_held_does_its_taak_and_waits_for_its_verslag(bezwaar, consulent):
    stappen.plan_zitting(bezwaar, consulent)
    zitting = stappen.houd_zitting(bezwaar, consulent, verslag="")

    assert (zitting.status, zitting.heeft_verslag) == ("gehouden", False)
    assert not Taak.objects.open().exists()
    assert laatste_event(bezwaar.dossier)[1] == "Hoorzitting van 9 juni 2026 gehouden. Het verslag komt nog."

    hoorzitting.hoorzitting_gehouden(
        bezwaar=bezwaar, datum=ZITTING, aanwezig="De inwoner", verslag="", document=None, bestand=pdf(), by=consulent,
        at=moment(ZITTING), on=ZITTING,
    )  # fmt: skip
    zitting.refresh_from_db()
    assert (zitting.verslag_document.onderwerp, zitting.heeft_verslag) == ("Verslag van de hoorzitting", True)


@pytest.mark.parametrize(
    ("stap", "fout"),
    [
        (lambda b, by: stappen.plan_zitting(b, by, datum=date(2026, 5, 10)), "Deze dag is al geweest"),
        (lambda b, by: stappen.houd_zitting(b, by), "Er is geen hoorzitting gepland"),
        (
            lambda b, by: hoorzitting.hoorzitting_afzeggen(bezwaar=b, reden="x", by=by, at=moment(ONTVANGEN)),
            "Er is geen hoorzitting gepland",
        ),
        (
            lambda b, by: bezwaarbrieven.uitnodiging_maken(bezwaar=b, by=by, at=moment(ONTVANGEN), on=ONTVANGEN),
            "Er is geen hoorzitting gepland",
        ),
        (lambda b, by: stappen.leg_advies_vast(b, by), "adviseert geen commissie"),
    ],
    ids=["past", "not-planned", "call-off", "invite", "no-commissie"],
)
def test_step_out_of_place_is_refused(bezwaar, consulent, stap, fout):
    voor = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=fout):
        stap(bezwaar, consulent)

    assert (DossierEvent.objects.count(), Hoorzitting.objects.count()) == (voor, 0)


def test_hearing_still_to_come_cannot_have_been_held(bezwaar, consulent):
    stappen.plan_zitting(bezwaar, consulent)

    with pytest.raises(ActieFout, match="De dag van de hoorzitting kan niet in de toekomst liggen"):
        stappen.houd_zitting(bezwaar, consulent, on=ONTVANGEN)
    with pytest.raises(ActieFout, match="Er is nog een hoorzitting gepland"):
        stappen.zie_af(bezwaar, consulent)


def test_nobody_is_heard_on_a_ground_until_a_hearing_is_planned(bezwaar, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom de indiener niet wordt gehoord"):
        hoorzitting.afzien_van_horen(
            bezwaar=bezwaar, grond="wil_niet", toelichting=" ", by=consulent, at=moment(ONTVANGEN)
        )
    assert stappen.zie_af(bezwaar, consulent).afzien_grond == "wil_niet"

    stappen.plan_zitting(bezwaar, consulent)
    bezwaar.refresh_from_db()
    assert (bezwaar.afzien_grond, bezwaar.afzien_toelichting) == ("", "")
    stappen.houd_zitting(bezwaar, consulent)
    with pytest.raises(ActieFout, match="De indiener is al gehoord"):
        stappen.zie_af(bezwaar, consulent)


def test_hearing_that_is_called_off_leaves_the_agenda(bezwaar, consulent):
    stappen.plan_zitting(bezwaar, consulent)
    zitting = hoorzitting.hoorzitting_afzeggen(bezwaar=bezwaar, reden="Ziek", by=consulent, at=moment(ONTVANGEN))

    assert (zitting.status, zitting.afgezegd_reden) == ("afgezegd", "Ziek")
    assert not Taak.objects.open().exists()


def test_advies_is_kept_with_its_document(verstuurd, consulent):
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, commissie=True)
    met = stappen.leg_advies_vast(bezwaar, consulent)

    assert (met.advies_strekking, met.advies_datum) == ("ongegrond", ADVIES)
    assert met.advies_document.onderwerp == "Advies van de bezwaarcommissie"
    assert laatste_event(bezwaar.dossier) == ("bezwaar_advies", "Advies van de commissie van 15 juni 2026: ongegrond.")
    with pytest.raises(ActieFout, match="De commissie heeft al advies gegeven"):
        acties.bezwaar_wijzigen(
            bezwaar=bezwaar, wijzigingen={"commissie": False}, reden="x", by=consulent, at=moment(ADVIES), on=ADVIES
        )


def trek_in(bezwaar, by, *, datum=ONTVANGEN, wijze="schriftelijk", document=None):
    wat = {"bezwaar": bezwaar, "datum": datum, "wijze": wijze, "document": document}
    return acties.intrekking_vastleggen(**wat, by=by, at=moment(datum), on=datum)


def test_withdrawal_stops_the_clock_and_the_hearing_and_allows_another(bezwaar, consulent):
    zitting = stappen.plan_zitting(bezwaar, consulent)
    trek_in(bezwaar, consulent, document=bezwaar.document)

    zitting.refresh_from_db()
    assert klok(bezwaar)[2] == "vervallen"
    assert (zitting.status, zitting.afgezegd_reden) == ("afgezegd", "Het bezwaar is ingetrokken.")
    assert not Taak.objects.open().exists()
    assert stand_van_bezwaar(Bezwaar.objects.get(pk=bezwaar.pk), ONTVANGEN).woorden == "ingetrokken"
    with pytest.raises(ActieFout, match="Dit bezwaar is ingetrokken op 11 mei 2026"):
        stappen.bevestig(bezwaar, consulent)

    nieuw = stappen.maak_bezwaar(bezwaar.besluit, consulent, on=date(2026, 5, 13))
    assert klok(nieuw)[2] == "lopend"


def test_withdrawal_is_in_writing_or_while_being_heard(bezwaar, consulent):
    with pytest.raises(ActieFout, match="Kies de brief waarmee"):
        trek_in(bezwaar, consulent)
    with pytest.raises(ActieFout, match="Mondeling intrekken kan alleen tijdens de hoorzitting"):
        trek_in(bezwaar, consulent, wijze="mondeling")
    stappen.plan_zitting(bezwaar, consulent)
    stappen.houd_zitting(bezwaar, consulent)
    with pytest.raises(ActieFout, match="Mondeling intrekken kan alleen tijdens de hoorzitting"):
        trek_in(bezwaar, consulent, wijze="mondeling", datum=date(2026, 6, 10))

    assert trek_in(bezwaar, consulent, wijze="mondeling", datum=ZITTING).intrekking_wijze == "mondeling"


def test_mistake_is_taken_out_with_its_clock(bezwaar, consulent):
    acties.bezwaar_weghalen(bezwaar=bezwaar, reden="Verkeerd dossier", by=consulent, at=moment(ONTVANGEN))

    assert klok(bezwaar)[2] == "vervallen"
    assert laatste_event(bezwaar.dossier)[0] == "bezwaar_weggehaald"
    with pytest.raises(ActieFout, match="Dit bezwaar is weggehaald: Verkeerd dossier"):
        stappen.bevestig(bezwaar, consulent)


def test_decision_is_a_besluit_with_beroep_and_stops_the_clock_when_sent(klaar, jurist, consulent, brieven_gevraagd):
    besluit = stappen.beslis(klaar, jurist)

    klaar.refresh_from_db()
    assert (besluit.nummer, besluit.soort) == ("9901-B-2026-00002", "besluit_op_bezwaar")
    assert (klaar.beslissing, klaar.dictum, klaar.vervolg) == (besluit, "ongegrond", "geen")
    assert klok(klaar)[2] == "lopend"
    assert stand_van_bezwaar(klaar, BESLOTEN).woorden == "besloten, nog niet verstuurd"
    beroep = besluit.dossier.termijnen.get(regel="beroep")
    assert (beroep.start, beroep.uiterste_datum, beroep.aanleiding) == (
        BESLOTEN, date(2026, 8, 3), f"besluit:{besluit.pk}"
    )  # fmt: skip
    assert besluit.dossier.termijnen.filter(regel="bezwaar").count() == 1

    stappen.verstuur(besluit, jurist, date(2026, 6, 23))

    assert klok(klaar) == (date(2026, 6, 1), ZES_WEKEN, "gehaald", date(2026, 6, 23))
    beroep.refresh_from_db()
    assert beroep.uiterste_datum == date(2026, 8, 4)
    assert laatste_event(klaar.dossier)[1].endswith("De beroepstermijn volgt die dag; de bijsluiter gaat mee.")
    assert [(brief.kenmerk, getattr(brief, "is_beroep", None)) for brief in brieven_gevraagd[-2:]] == [
        ("9901-B-2026-00002", None), ("9901-B-2026-00002", True),
    ]  # fmt: skip


def test_letter_holds_the_whole_road(verstuurd, consulent, jurist, brieven_gevraagd):
    bezwaar = stappen.maak_bezwaar(verstuurd, consulent, commissie=True)
    stappen.maak_klaar(bezwaar, consulent)
    stappen.leg_advies_vast(bezwaar, consulent)
    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, afwijking="Er is een brief van de huisarts.", **GEGROND)

    brief = brieven_gevraagd[-1]
    assert (brief.vult_aan, brief.toelichting, brief.bezwaar_tot) == (
        "9901-B-2026-00001", "Een bed is niet nodig.", date(2026, 8, 3)
    )  # fmt: skip
    regel = brief.bezwaar
    assert (regel.dictum, regel.gevolg, regel.nieuw_besluit) == ("gegrond", "U krijgt een bed.", True)
    assert (regel.gehoord_op, regel.gehoord_door, regel.afzien) == (ZITTING, "mevrouw A. de Wit", "")
    assert (regel.advies_strekking, regel.afwijking) == ("ongegrond", "Er is een brief van de huisarts.")
    assert brief.afzender.rechtbank == ("Rechtbank Gelderland", "Postbus 9030", "6800 EM Arnhem")
    assert (brief.afzender.ondertekenaar_naam, brief.vensters) == ("S. Akkermans", ())


def test_ground_for_hearing_nobody_stands_in_the_letter(bezwaar, consulent, jurist, brieven_gevraagd):
    stappen.bevestig(bezwaar, consulent)
    stappen.zie_af(bezwaar, consulent)
    stappen.beslis(bezwaar, jurist)

    assert brieven_gevraagd[-1].bezwaar.afzien == "U liet ons weten dat u niet gehoord wilde worden. Per e-mail."


def test_who_took_the_besluit_does_not_decide_on_the_bezwaar(klaar, consulent):
    with pytest.raises(ActieFout, match=r"U heeft het besluit zelf genomen.*Awb artikel 10:3 lid 3"):
        stappen.beslis(klaar, consulent)

    assert Besluit.objects.count() == 1


def test_who_signed_the_besluit_does_not_sign_the_one_on_the_bezwaar(klaar, jurist, gemeente):
    type(gemeente).objects.update(bezwaar_ondertekenaar_naam=gemeente.ondertekenaar_naam)

    with pytest.raises(ActieFout, match=r"H\. Vuurdoorn nam of ondertekende ook het besluit zelf"):
        stappen.beslis(klaar, jurist)


@pytest.mark.parametrize(
    ("dictum", "anders", "fout"),
    [
        (Dictum.GEGROND, {}, "Schrijf op wat er nu verandert"),
        (Dictum.ONGEGROND, {"motivering": " "}, "Schrijf op waarom u zo beslist"),
        (Dictum.ONGEGROND, {"datum": date(2026, 6, 21)}, "De verzenddatum kan niet in het verleden liggen"),
    ],
)
def test_decision_that_does_not_hold_is_refused(klaar, jurist, dictum, anders, fout):
    with pytest.raises(ActieFout, match=fout):
        stappen.beslis(klaar, jurist, dictum, **anders)

    klaar.refresh_from_db()
    assert (klaar.beslissing, Besluit.objects.count()) == (None, 1)


def test_decision_waits_for_what_must_be_done(bezwaar, jurist):
    with pytest.raises(ActieFout) as fout:
        stappen.beslis(bezwaar, jurist)

    assert str(fout.value) == (
        "Beslissen kan nog niet. Nog nodig: Bevestig de ontvangst met een brief (Awb artikel 6:14); Hoor de indiener,"
        " of leg vast waarom niet (Awb artikelen 7:2 en 7:3)."
    )


def test_decision_is_final(klaar, jurist):
    stappen.beslis(klaar, jurist)

    with pytest.raises(ActieFout, match="Op dit bezwaar is al beslist, in besluit 9901-B-2026-00002"):
        stappen.beslis(klaar, jurist)


def test_against_a_besluit_op_bezwaar_there_is_no_bezwaar(klaar, jurist, consulent):
    besluit = stappen.beslis(klaar, jurist)

    with pytest.raises(ActieFout, match="alleen beroep bij de rechtbank mogelijk"):
        stappen.maak_bezwaar(besluit, consulent, on=date(2026, 6, 25))


def test_gegrond_asks_for_a_new_besluit_until_it_is_linked(klaar, jurist, consulent):
    stappen.verstuur(stappen.beslis(klaar, jurist, Dictum.GEGROND, **GEGROND), jurist, BESLOTEN)
    taak = Taak.objects.open().get()
    assert (taak.wat, taak.datum) == ("Nieuw besluit nemen na bezwaar (9901-B-2026-00001)", BESLOTEN)
    klaar.refresh_from_db()
    assert stand_van_bezwaar(klaar, BESLOTEN).woorden == "gegrond, nieuw besluit volgt"
    with pytest.raises(ActieFout, match="Kies een besluit van dit dossier dat na het besluit op bezwaar"):
        vervolg_koppelen(bezwaar=klaar, besluit=klaar.besluit, by=consulent, at=moment(BESLOTEN))

    plan, later = PlanVanAanpak.objects.get(dossier=klaar.dossier), date(2026, 6, 24)
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(later))
    nieuw = addendum_vaststellen(
        plan=plan, datum=later, toelichting="Na bezwaar.", by=consulent, at=moment(later), on=later
    )
    gekoppeld = vervolg_koppelen(bezwaar=klaar, besluit=nieuw, by=consulent, at=moment(later))

    assert (gekoppeld.vervolg_besluit, gekoppeld.wacht_op_besluit) == (nieuw, False)
    assert not Taak.objects.open().exists()
    assert stand_van_bezwaar(gekoppeld, later).woorden == "gegrond"
    with pytest.raises(ActieFout, match="hoeft er geen nieuw besluit meer te komen"):
        vervolg_koppelen(bezwaar=klaar, besluit=nieuw, by=consulent, at=moment(later))


def test_clock_is_put_off_and_each_bezwaar_has_its_own(klaar, jurist, consulent):
    """Two besluiten, two bezwaren: what happens to one clock leaves the other as it was."""
    plan = PlanVanAanpak.objects.get(dossier=klaar.dossier)
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(ONTVANGEN))
    ander = addendum_vaststellen(
        plan=plan, datum=ONTVANGEN, toelichting="Erbij.", by=consulent, at=moment(ONTVANGEN), on=ONTVANGEN
    )
    stappen.verstuur(ander, consulent, ONTVANGEN)
    tweede = stappen.maak_bezwaar(ander, consulent, on=date(2026, 5, 20))
    assert klok(tweede)[1] == date(2026, 8, 3)

    verdagen(
        dossier=klaar.dossier, toelichting="Vakantie.", termijn=tweede.termijn, by=consulent, at=moment(ZITTING),
        on=ZITTING,
    )  # fmt: skip
    assert (klok(klaar)[1], klok(tweede)[1]) == (ZES_WEKEN, date(2026, 9, 14))
    with pytest.raises(ActieFout, match="al een keer verdaagd"):
        verdagen(
            dossier=klaar.dossier, toelichting="Weer.", termijn=tweede.termijn, by=consulent, at=moment(ZITTING),
            on=ZITTING,
        )  # fmt: skip

    stappen.verstuur(stappen.beslis(klaar, jurist), jurist, BESLOTEN)
    assert (klok(klaar)[2], klok(tweede)[2]) == ("gehaald", "lopend")


def test_ingebrekestelling_stops_with_its_own_besluit(klaar, jurist, consulent):
    laat = date(2026, 7, 20)
    bewaak(gemeente=klaar.dossier.gemeente, on=laat, at=moment(laat, uur=3))
    ingebrekestelling_vastleggen(
        dossier=klaar.dossier, termijn=klaar.dossier.termijnen.get(regel="besluit_op_bezwaar"), ontvangen_op=laat,
        toelichting="", geen_dwangsom="", document=None, by=consulent, at=moment(laat), on=laat,
    )  # fmt: skip

    dag = date(2026, 7, 22)
    verzenden(besluit=stappen.beslis(klaar, jurist, on=dag), datum=dag, by=jurist, at=moment(dag), on=dag)

    assert klok(klaar) == (ANY, ZES_WEKEN, "te_laat_gehaald", dag)
    weken = klaar.dossier.termijnen.get(regel="ingebrekestelling")
    assert (weken.status, weken.datum_gehaald) == ("gehaald", dag)


def test_closed_dossier_still_has_its_bezwaar(klaar, jurist):
    Dossier.objects.filter(pk=klaar.dossier_id).update(status=Status.AFGESLOTEN)

    assert stappen.beslis(klaar, jurist).soort == "besluit_op_bezwaar"


def leg_beroep_vast(bezwaar, by, on=BESLOTEN, **anders):
    velden = {"soort": "voorlopige_voorziening", "datum": ONTVANGEN, "gerecht": "Rechtbank Gelderland"}
    return beroepen.beroep_vastleggen(over=bezwaar, gegevens=velden | anders, by=by, at=moment(on), on=on)


def test_beroep_is_recorded_with_its_outcome(bezwaar, consulent):
    beroep = leg_beroep_vast(bezwaar, consulent)
    assert laatste_event(bezwaar.dossier) == (
        "beroep",
        "Verzoek om een voorlopige voorziening: ingesteld op 11 mei 2026 bij Rechtbank Gelderland.",
    )

    wijzigingen = {"zaaknummer": "ARN 26/1234", "uitkomst": "afgewezen", "uitspraak_datum": date(2026, 6, 2)}
    wie = {"by": consulent, "at": moment(BESLOTEN), "on": BESLOTEN}
    beroepen.beroep_wijzigen(beroep=beroep, wijzigingen=wijzigingen, reden="Uitspraak", **wie)

    beroep.refresh_from_db()
    assert (beroep.zaaknummer, beroep.uitkomst) == ("ARN 26/1234", "afgewezen")
    assert laatste_event(bezwaar.dossier)[1] == "Verzoek om een voorlopige voorziening van 11 mei 2026: afgewezen."
    beroepen.beroep_weghalen(beroep=beroep, reden="Vergissing", by=consulent, at=moment(BESLOTEN))
    with pytest.raises(ActieFout, match="Dit is al weggehaald: Vergissing"):
        beroepen.beroep_wijzigen(beroep=beroep, wijzigingen=wijzigingen, reden="x", **wie)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"soort": "beroep"}, "Op dit bezwaar is nog niet beslist"),
        ({"datum": date(2026, 5, 10)}, "kan niet vóór de ontvangst van het bezwaar van 11 mei 2026"),
        ({"datum": date(2026, 6, 23)}, "kan niet in de toekomst liggen"),
        ({"uitkomst": "gegrond"}, "allebei in, of geen van beide"),
        ({"uitkomst": "gegrond", "uitspraak_datum": date(2026, 5, 10)}, "kan niet vóór het verzoek of beroep"),
    ],
)
def test_beroep_that_cannot_be_is_refused(bezwaar, consulent, anders, fout):
    with pytest.raises(ActieFout, match=fout):
        leg_beroep_vast(bezwaar, consulent, **anders)
