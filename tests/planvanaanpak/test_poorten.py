"""The gates of a grant on their last day and the day after, and the hardheidsclausule that opens one once."""

from datetime import date

import pytest
import time_machine

from cases.actions.basis import ActieFout
from cases.actions.hardheid import hardheid_intrekken, hardheid_vastleggen
from cases.actions.klokken import volg_feiten
from cases.actions.poorten import PoortDicht, eis_poorten_open
from cases.afwijkingen import als_json
from cases.beleid import TIEL_2025, VensterVanaf
from cases.keuzes import Hardheidsgrond
from cases.models import Beleid, Dossier, DossierEvent, Hardheidsbesluit, Termijn
from cases.poorten_bron import poorten_van
from cases.status import Status
from cases.views.dossier import ONZEKER
from nazorg.actions.acclimatisatie import acclimatisatie_starten
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.brief import uit_json
from planvanaanpak.briefregels import HardheidRegel
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from tests.factories import BeleidFactory, moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.wegen import KOELKAST

ZIEKENHUIS = "U lag zes maanden in het ziekenhuis."
GEMELD = date(2026, 5, 7)
# Of each gate: what it stops, its rule, its last day. Day 30 after GEMELD is a Saturday, so the Atw shifts the one.
POORTEN = {
    "zes maanden": ("materieel", "materiele_verstrekking", date(2026, 9, 12), False),
    "twee jaar": ("immaterieel", "besluiten", date(2028, 3, 12), False),
    "twee jaar, spullen": ("materieel", "besluiten", date(2028, 3, 12), False),
    "nieuwe kosten": ("immaterieel", "nieuwe_kosten", date(2026, 6, 6), True),
    "acclimatisatie": ("immaterieel", "acclimatisatie", date(2026, 6, 8), True),
}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("besluit")]


def erna(dag):
    return date.fromordinal(dag.toordinal() + 1)


def stel_voor(dossier, by, soort, omschrijving="Bed"):
    gegevens = {**KOELKAST, "omschrijving": omschrijving, "soort": soort}
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    return voorziening_bewaren(plan=plan, gegevens=gegevens, by=by, at=moment(VANDAAG))


def ken_toe(dossier, by, on):
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    return addendum_vaststellen(plan=plan, datum=on, toelichting="Erbij.", by=by, at=moment(on), on=on)


def pas_toe(dossier, by, regel, on, **anders):
    velden = {"grond": Hardheidsgrond.WET, "waarvoor": "een bed", "motivering": ZIEKENHUIS, **anders}
    return hardheid_vastleggen(dossier=dossier, regel=regel, **velden, by=by, at=moment(on), on=on)


def naar(dossier, by, poort):
    """Bring a dossier to where a gate stands, with something proposed."""
    soort, _, _, na_niet_erkend = POORTEN[poort]
    if na_niet_erkend:
        acclimatisatie_starten(dossier=dossier, datum_gemeld=GEMELD, by=by, at=moment(GEMELD), on=GEMELD)
        dossier.refresh_from_db()
    stel_voor(dossier, by, soort)
    return soort


@pytest.mark.parametrize("poort", [poort for poort in POORTEN if poort not in ("twee jaar, spullen", "acclimatisatie")])
def test_grant_passes_on_the_last_day(dossier, consulent, poort, brieven_gevraagd):
    naar(dossier, consulent, poort)

    assert ken_toe(dossier, consulent, POORTEN[poort][2]).soort == "addendum"


@pytest.mark.parametrize("poort", POORTEN)
def test_grant_is_refused_the_day_after_and_nothing_changes(dossier, consulent, poort):
    naar(dossier, consulent, poort)
    _, regel, tot, _ = POORTEN[poort]
    gebeurd = DossierEvent.objects.count()

    with pytest.raises(PoortDicht, match="Kan het echt niet anders") as fout:
        ken_toe(dossier, consulent, erna(tot))

    assert (fout.value.poort.regel, fout.value.poort.tot) == (regel, tot)
    assert fout.value.url == f"/dossiers/{dossier.nummer}/hardheidsclausule/"
    assert (Besluit.objects.count(), DossierEvent.objects.count()) == (1, gebeurd)
    assert Voorziening.objects.get(omschrijving="Bed").status == "voorstel"


@pytest.mark.parametrize("poort", POORTEN)
def test_hardheidsclausule_lets_one_besluit_through_and_not_a_second(
    dossier, consulent, coordinator, poort, brieven_gevraagd
):
    soort = naar(dossier, consulent, poort)
    _, regel, tot, _ = POORTEN[poort]
    rij = pas_toe(dossier, coordinator, regel, erna(tot))

    besluit = ken_toe(dossier, consulent, erna(tot))

    rij.refresh_from_db()
    assert rij.besluit == besluit.nummer
    stel_voor(dossier, consulent, soort, "Nog een bed")
    with pytest.raises(PoortDicht):
        ken_toe(dossier, consulent, erna(tot))
    assert Besluit.objects.count() == 2


@pytest.mark.parametrize("poort", POORTEN)
def test_withdrawn_hardheidsbesluit_opens_nothing(dossier, consulent, coordinator, poort):
    naar(dossier, consulent, poort)
    _, regel, tot, _ = POORTEN[poort]
    rij = pas_toe(dossier, coordinator, regel, erna(tot))

    hardheid_intrekken(hardheid=rij, reden="Het bed is er al", by=coordinator, at=moment(erna(tot)))

    with pytest.raises(PoortDicht):
        ken_toe(dossier, consulent, erna(tot))
    rij.refresh_from_db()
    assert (rij.ingetrokken_door, rij.ingetrokken_reden, rij.besluit) == (coordinator, "Het bed is er al", "")
    assert DossierEvent.objects.latest("pk").soort == "hardheid_ingetrokken"


def test_the_day_of_deciding_counts_not_that_of_the_letter(dossier, consulent, brieven_gevraagd):
    stel_voor(dossier, consulent, "materieel")
    plan, tot = PlanVanAanpak.objects.get(dossier=dossier), date(2026, 9, 12)

    besluit = addendum_vaststellen(
        plan=plan, datum=date(2026, 9, 20), toelichting="Erbij.", by=consulent, at=moment(tot), on=tot
    )

    assert besluit.datum == date(2026, 9, 20)


def test_clause_for_six_months_does_not_open_the_two_years(dossier, consulent, coordinator):
    stel_voor(dossier, consulent, "materieel")
    pas_toe(dossier, coordinator, "materiele_verstrekking", date(2026, 9, 13))

    with pytest.raises(PoortDicht) as fout:
        ken_toe(dossier, consulent, date(2028, 3, 13))

    assert fout.value.poort.regel == "besluiten"


def test_clause_that_a_besluit_does_not_need_stays_for_the_next(dossier, consulent, coordinator, brieven_gevraagd):
    stel_voor(dossier, consulent, "immaterieel")
    rij = pas_toe(dossier, coordinator, "materiele_verstrekking", date(2026, 9, 13))

    ken_toe(dossier, consulent, date(2026, 9, 13))

    rij.refresh_from_db()
    assert rij.besluit == ""
    assert brieven_gevraagd[-1].hardheid == ()


@pytest.mark.parametrize(
    ("grond", "tekst"),
    [
        (Hardheidsgrond.WET, "Wet hersteloperatie toeslagen, artikel 9.1 lid 2 onder d: de hardheidsclausule."),
        (
            Hardheidsgrond.BELEID,
            "Beleidsregels brede ondersteuning gemeente Rivierendam 2025: de hardheidsclausule.",
        ),
    ],
)
def test_letter_names_the_clause_and_its_motivering(dossier, consulent, coordinator, grond, tekst, brieven_gevraagd):
    stel_voor(dossier, consulent, "materieel")
    on = date(2026, 9, 13)
    pas_toe(dossier, coordinator, "materiele_verstrekking", on, grond=grond)

    besluit = ken_toe(dossier, consulent, on)

    brief = uit_json(besluit.snapshot)
    regel = HardheidRegel(
        termijn="spullen toe te kennen",
        tot=date(2026, 9, 12),
        grond=tekst,
        waarvoor="een bed",
        motivering=ZIEKENHUIS,
    )
    assert brief.hardheid == (regel,)
    assert brief.gronden[-1] == tekst


def test_letter_from_before_the_clause_can_still_be_read(besluit):
    oud = {veld: waarde for veld, waarde in besluit.snapshot.items() if veld != "hardheid"}

    assert uit_json(oud) == uit_json(besluit.snapshot)


ON = date(2026, 9, 13)


@pytest.mark.parametrize(
    ("anders", "on", "melding"),
    [
        ({"motivering": " "}, ON, "Schrijf op waarom het niet redelijk is"),
        ({"waarvoor": " "}, ON, "Schrijf op waarvoor"),
        ({"regel": "besluiten"}, ON, "loopt nog tot en met 12 maart 2028"),
        ({}, date(2026, 9, 12), "loopt nog tot en met 12 september 2026"),
        ({"regel": "acclimatisatie"}, ON, "loopt niet in dit dossier"),
    ],
)
def test_clause_is_refused_without_reason_or_closed_gate(dossier, coordinator, anders, on, melding):
    velden = {"regel": "materiele_verstrekking", **anders}

    with pytest.raises(ActieFout, match=melding):
        pas_toe(dossier, coordinator, velden.pop("regel"), on, **velden)

    assert Hardheidsbesluit.objects.count() == 0
    assert not DossierEvent.objects.filter(soort="hardheid").exists()


def test_clause_takes_mandate(dossier, consulent):
    with pytest.raises(ActieFout, match="Alleen een coördinator beslist"):
        pas_toe(dossier, consulent, "materiele_verstrekking", ON)


def test_clause_is_applied_once_at_a_time(dossier, coordinator):
    pas_toe(dossier, coordinator, "materiele_verstrekking", ON)

    with pytest.raises(ActieFout, match="al toegepast op 13 september 2026 en nog niet gebruikt"):
        pas_toe(dossier, coordinator, "materiele_verstrekking", ON)

    assert Hardheidsbesluit.objects.count() == 1


@pytest.mark.parametrize("zelf", [False, True])
def test_event_says_when_the_casusregisseur_decided(dossier, coordinator, zelf):
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=coordinator if zelf else None)

    pas_toe(dossier, coordinator, "materiele_verstrekking", ON)

    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.by, event.reden, event.gegevens["zelf"]) == ("hardheid", coordinator, ZIEKENHUIS, zelf)
    assert event.tekst.endswith("Wie besloot, is ook de casusregisseur.") is zelf


@pytest.mark.parametrize("status", Status)
def test_clause_is_applied_where_a_besluit_can_be_taken(dossier, coordinator, status):
    Dossier.objects.filter(pk=dossier.pk).update(status=status)

    if status in (Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.ACCLIMATISATIE):
        assert pas_toe(dossier, coordinator, "materiele_verstrekking", ON).besluit == ""
        return
    with pytest.raises(ActieFout, match=f"staat op '{status.label}'"):
        pas_toe(dossier, coordinator, "materiele_verstrekking", ON)
    assert Hardheidsbesluit.objects.count() == 0


def test_used_or_withdrawn_clause_is_not_withdrawn(dossier, consulent, coordinator, brieven_gevraagd):
    rij = pas_toe(dossier, coordinator, "materiele_verstrekking", ON)
    wie = {"by": coordinator, "at": moment(ON)}
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        hardheid_intrekken(hardheid=rij, reden=" ", **wie)
    with pytest.raises(ActieFout, match="Alleen een coördinator"):
        hardheid_intrekken(hardheid=rij, reden="Fout", by=consulent, at=moment(ON))
    stel_voor(dossier, consulent, "materieel")
    besluit = ken_toe(dossier, consulent, ON)

    with pytest.raises(ActieFout, match=f"Besluit {besluit.nummer} steunt op deze toepassing"):
        hardheid_intrekken(hardheid=rij, reden="Fout", **wie)

    tweede = hardheid_intrekken(
        hardheid=pas_toe(dossier, coordinator, "materiele_verstrekking", ON), reden="Fout", **wie
    )
    with pytest.raises(ActieFout, match="al ingetrokken: Fout"):
        hardheid_intrekken(hardheid=tweede, reden="Weer", **wie)


GESPREK_VOOR_DE_WET = date(2024, 3, 12)


def van_voor_de_wet(dossier):
    """Let the eerste gesprek of a dossier be from before the law, so that its vensters passed."""
    Dossier.objects.filter(pk=dossier.pk).update(datum_eerste_gesprek=GESPREK_VOOR_DE_WET)
    dossier.gesprekken.filter(is_eerste_gesprek=True).update(datum=GESPREK_VOOR_DE_WET)
    Termijn.objects.filter(dossier=dossier, regel="materiele_verstrekking").update(
        start=GESPREK_VOOR_DE_WET, uiterste_datum=date(2024, 9, 12)
    )
    dossier.refresh_from_db()
    return dossier


def volg(dossier, **eigen):
    """Let the beleid that the dossier follows differ from its profile."""
    standaard = {veld: als_json(getattr(TIEL_2025, veld)) for veld in eigen}
    anders = {veld: waarde for veld, waarde in eigen.items() if waarde != standaard[veld]}
    Beleid.objects.filter(pk=dossier.beleid_id).update(afwijkingen={"beoordelingscommissie": False} | anders)
    dossier.refresh_from_db()


def bevestig(gemeente, vanaf):
    """Lay down beleid in which the gemeente confirms that the vensters bind older dossiers too."""
    BeleidFactory(gemeente=gemeente, geldig_vanaf=vanaf, afwijkingen={"venster_bevestigd": True})


@pytest.mark.parametrize("vanaf", [VensterVanaf.EERSTE_GESPREK, VensterVanaf.INGANG_WET])
@pytest.mark.parametrize(
    ("bevestigd_vanaf", "stand"),
    [(None, "waarschuwt"), (erna(VANDAAG), "waarschuwt"), (VANDAAG, "weigert"), (date(2026, 1, 15), "weigert")],
    ids=["niet bevestigd", "vanaf morgen", "vanaf vandaag", "eerder"],
)
def test_dossier_from_before_the_law_is_warned_until_its_gemeente_confirms(
    dossier, gemeente, consulent, vanaf, bevestigd_vanaf, stand
):
    """Decision 1071: by the beleid of the day, as such a dossier started long before anybody could confirm it."""
    van_voor_de_wet(dossier)
    volg(dossier, venster_vanaf=vanaf.value)
    if bevestigd_vanaf:
        bevestig(gemeente, bevestigd_vanaf)

    poort = poorten_van(dossier, VANDAAG)["materiele_verstrekking"]

    assert (poort.waarschuwt, poort.weigert) == (stand == "waarschuwt", stand == "weigert")
    stel_voor(dossier, consulent, "materieel")
    if stand == "weigert":
        with pytest.raises(PoortDicht):
            ken_toe(dossier, consulent, VANDAAG)
    else:
        assert ken_toe(dossier, consulent, VANDAAG).soort == "addendum"


def test_venster_that_does_not_bind_a_dossier_neither_stops_nor_warns(pagina, dossier, gemeente, consulent):
    """With `venster_vanaf` geen nothing runs: the row that was dropped is no last day."""
    van_voor_de_wet(dossier)
    volg(dossier, venster_vanaf="geen")
    volg_feiten(dossier, by=None, on=VANDAAG)
    bevestig(gemeente, VANDAAG)

    assert Termijn.objects.get(dossier=dossier, regel="materiele_verstrekking").invoer["stil"] == "geen_start"
    assert poorten_van(Dossier.objects.get(pk=dossier.pk), VANDAAG) == {}
    with time_machine.travel(moment(VANDAAG), tick=False):
        assert "vóór 1 januari 2025" not in pagina.get(dossier.get_absolute_url()).text
    stel_voor(dossier, consulent, "materieel")
    assert ken_toe(dossier, consulent, VANDAAG).soort == "addendum"


@pytest.mark.parametrize(("bevestigd", "waarschuwt"), [(False, True), (True, False)])
def test_page_of_an_older_dossier_says_that_it_is_not_sure(pagina, dossier, gemeente, bevestigd, waarschuwt):
    van_voor_de_wet(dossier)
    if bevestigd:
        bevestig(gemeente, VANDAAG)

    with time_machine.travel(moment(VANDAAG), tick=False):
        tekst = pagina.get(dossier.get_absolute_url()).text

    assert (ONZEKER in tekst) is waarschuwt


@pytest.mark.parametrize("gesprek", [None, date(2024, 3, 12)], ids=["no gesprek", "before the law"])
def test_gate_after_niet_erkend_blocks_whatever_the_eerste_gesprek_was(dossier, consulent, gesprek):
    """Decision 1071 is about the vensters only: day 30 is in the Wht and the SPR themselves."""
    naar(dossier, consulent, "nieuwe kosten")
    Dossier.objects.filter(pk=dossier.pk).update(datum_eerste_gesprek=gesprek)
    dossier.refresh_from_db()

    poorten = poorten_van(dossier, erna(POORTEN["acclimatisatie"][2]))

    assert {regel for regel, poort in poorten.items() if poort.weigert} == {"acclimatisatie", "nieuwe_kosten"}


def test_latest_day_of_a_rule_that_ran_twice_is_the_gate(dossier, consulent):
    naar(dossier, consulent, "nieuwe kosten")
    eerder = Termijn.objects.get(dossier=dossier, regel="nieuwe_kosten")
    eerder.pk, eerder.aanleiding, eerder.uiterste_datum = None, "acclimatisatie:eerder", date(2026, 5, 20)
    eerder.start, eerder.status = date(2026, 4, 20), "voorbij"
    eerder.save(force_insert=True)

    assert poorten_van(dossier, VANDAAG)["nieuwe_kosten"].tot == POORTEN["nieuwe kosten"][2]


def test_gate_after_niet_erkend_stands_in_the_acclimatisatie_only(dossier, consulent):
    naar(dossier, consulent, "nieuwe kosten")
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.UITVOERING)
    dossier.refresh_from_db()

    assert set(poorten_van(dossier, VANDAAG)) == {"materiele_verstrekking", "besluiten"}


def test_one_clause_that_opens_two_gates_is_used_once(dossier, consulent, coordinator):
    """So that the letter names it once."""
    na = erna(POORTEN["twee jaar"][2])
    clausule = pas_toe(dossier, coordinator, "besluiten", na)

    assert eis_poorten_open(dossier, na, materieel=True) == [clausule]
