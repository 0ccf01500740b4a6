"""What waits to be printed, with what in its envelope, and what is not printed any more."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import ROLLEN, Permission
from cases.actions.betrokkenen import betrokkene_toevoegen
from cases.actions.briefdruk import bewaar_brief
from cases.briefadres import ontvanger
from cases.models import Document, DossierEvent, Persoon, UitgaandeBrief
from planvanaanpak.actions import drukronde as acties
from planvanaanpak.drukbrief import ELEKTRONISCH, GEHEIM, MET_AFSCHRIFT, OP_DE_BRIEF, OP_HET_BLAD
from planvanaanpak.drukbron import van_besluiten
from planvanaanpak.drukwerklijst import te_drukken, van_regels, verdeel
from planvanaanpak.models import Besluit, Bezwaar
from tests.factories import maak_dossier, moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.besluitstappen import ON, VERSTUURD
from tests.wereldbrieven import klein_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
DAG, LATER, LAATST = VERSTUURD, date(2026, 4, 23), date(2026, 6, 30)
ANDER_BSN = "999993653"
BEWIND = {"rol": "bewindvoerder", "naam": "P. Jansen", "organisatie": "Bewind BV", "adres": "Postbus 9\n1000 AA Oord"}


def leg_neer(dossier, by, dag=DAG):
    naar = ontvanger(dossier.persoon)
    return bewaar_brief(dossier, klein_pdf(), "Overdracht", "overdracht", naar=naar, by=by, at=moment(dag), on=dag)


def wacht(besluit, by, dag=ON):
    """Give of each letter its kind, its day, and the kinds of papers in its envelope."""
    return [
        (rij.soort, rij.dag, [type(stuk).__name__ for stuk in rij.stukken])
        for rij in te_drukken(besluit.gemeente, by, dag=dag)
    ]


def envelop(gemeente, by, dag=ON):
    return [rij.envelop for rij in te_drukken(gemeente, by, dag=dag)]


def zet_klaar(gemeente, by, dag=ON):
    return acties.drukronde_maken(gemeente=gemeente, dag=dag, met_eerder=True, by=by, at=moment(dag))


def test_bijsluiter_waits_from_the_day_on_which_it_was_made(besluit, consulent):
    stappen.verstuur(besluit, consulent, LATER, on=ON)

    assert wacht(besluit, consulent, LATER) == []
    assert wacht(besluit, consulent, ON) == [("Bijsluiter", ON, ["Bijsluiter"])]
    assert envelop(besluit.gemeente, consulent) == [OP_DE_BRIEF]


def test_each_letter_leads_to_where_it_can_be_read(besluit, consulent):
    stappen.verstuur(besluit, consulent, LATER, on=ON)
    document = leg_neer(besluit.dossier, consulent)

    (eigen,) = van_besluiten(Besluit.objects.filter(pk=besluit.pk), ON)
    gevonden = {rij.soort: rij.url for rij in [eigen, *te_drukken(besluit.gemeente, consulent, dag=ON)]}

    assert gevonden == {
        "Besluit: toekenning": besluit.get_absolute_url(),
        "Bijsluiter": besluit.get_absolute_url(),
        "Overdracht aan andere hulp": reverse("document_detail", args=[document.pk]),
    }


def test_who_prints_letters_may_open_them():
    assert ROLLEN[Permission.BRIEVEN_AFDRUKKEN] <= ROLLEN[Permission.DOSSIER_ZIEN]


def test_bijsluiter_of_the_day_on_which_the_besluit_leaves_takes_it_along(besluit, consulent):
    stappen.verstuur(besluit, consulent, LATER)

    assert wacht(besluit, consulent, LATER) == [("Bijsluiter", LATER, ["Bijsluiter", "Besluit"])]
    assert envelop(besluit.gemeente, consulent, LATER) == [f"{OP_DE_BRIEF}; in één envelop met het besluit"]


def test_bijsluiter_of_a_besluit_that_was_printed_is_laid_with_it(besluit, consulent):
    ronde = zet_klaar(besluit.gemeente, consulent, DAG)
    stappen.verstuur(besluit, consulent, LATER)

    assert wacht(besluit, consulent, LATER) == [("Bijsluiter", LATER, ["Bijsluiter"])]
    leg = f"{OP_DE_BRIEF}; leg erbij: het besluit uit drukronde {ronde.pk}"
    assert envelop(besluit.gemeente, consulent, LATER) == [leg]


def test_besluit_that_was_left_out_goes_with_its_bijsluiter(besluit, consulent):
    ronde = zet_klaar(besluit.gemeente, consulent, DAG)
    acties.brief_weglaten(regel=ronde.regels.get(), reden="Nog niet", by=consulent, at=moment(DAG))
    stappen.verstuur(besluit, consulent, LATER)

    assert wacht(besluit, consulent, LATER) == [("Bijsluiter", LATER, ["Bijsluiter", "Besluit"])]


def test_corrected_day_sends_its_sheet_alone(besluit, consulent):
    zet_klaar(besluit.gemeente, consulent, DAG)
    stappen.verstuur(besluit, consulent)
    stappen.verbeter(besluit, consulent, LATER)

    assert wacht(besluit, consulent) == [("Bijsluiter", ON, ["Bijsluiter"])]
    assert envelop(besluit.gemeente, consulent) == [OP_DE_BRIEF]


def test_of_two_sheets_the_last_one_goes_and_takes_the_besluit_along(besluit, consulent):
    stappen.verstuur(besluit, consulent, LATER)
    ronde = zet_klaar(besluit.gemeente, consulent, LATER)
    stappen.verbeter(besluit, consulent, date(2026, 4, 24))

    assert wacht(besluit, consulent) == [("Bijsluiter", ON, ["Bijsluiter", "Besluit"])]
    assert [rij.vervallen for rij in van_regels(ronde.regels.all(), ON)] == ["er is een nieuwere bijsluiter"]


def test_sheet_after_one_that_was_printed_goes_alone(besluit, consulent):
    stappen.verstuur(besluit, consulent, LATER)
    ronde = zet_klaar(besluit.gemeente, consulent, LATER)
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(LATER))
    stappen.verbeter(besluit, consulent, date(2026, 4, 24))

    assert wacht(besluit, consulent) == [("Bijsluiter", ON, ["Bijsluiter"])]


def test_letter_that_is_sent_again_is_printed_again_behind_its_sheet(besluit, consulent):
    zet_klaar(besluit.gemeente, consulent, DAG)
    stappen.verstuur(besluit, consulent)
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(straat="Nieuwe Dijk", geheim_adres=True)
    stappen.opnieuw(stappen.kwam_terug(besluit, consulent), consulent)

    assert wacht(besluit, consulent) == [("Bijsluiter", ON, ["Bijsluiter", "Besluit"])]
    assert envelop(besluit.gemeente, consulent) == [f"{GEHEIM}; in één envelop met het besluit"]


def test_letter_that_was_sent_again_before_has_its_sheet_sent_alone(besluit, consulent):
    zet_klaar(besluit.gemeente, consulent, DAG)
    stappen.verstuur(besluit, consulent)
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(straat="Nieuwe Dijk")
    stappen.opnieuw(stappen.kwam_terug(besluit, consulent), consulent, date(2026, 5, 4))

    assert wacht(besluit, consulent) == [("Bijsluiter", ON, ["Bijsluiter"])]


def test_what_went_electronically_is_not_printed(besluit, consulent):
    stappen.geef_toestemming(besluit.dossier, consulent)
    ronde = zet_klaar(besluit.gemeente, consulent, DAG)
    stappen.verstuur(besluit, consulent, LATER, wijze="elektronisch")

    assert wacht(besluit, consulent) == []
    assert [rij.vervallen for rij in van_regels(ronde.regels.all(), ON)] == ["al elektronisch verstuurd"]


@pytest.mark.parametrize(
    ("soort", "post_aan", "zegt"),
    [
        pytest.param("besluit", "inwoner", True, id="besluiten"),
        pytest.param("bezwaar", "inwoner", False, id="only-besluiten-op-bezwaar"),
        pytest.param("besluit", "ander", False, id="letter-to-a-vertegenwoordiger"),
    ],
)
def test_list_says_who_wants_besluiten_electronically(besluit, consulent, monkeypatch, soort, post_aan, zegt):
    stappen.geef_toestemming(besluit.dossier, consulent, soort)
    if post_aan == "ander":
        monkeypatch.setattr("planvanaanpak.drukbron.F", _bij_een_ander)

    assert [ELEKTRONISCH in wat for wat in envelop(besluit.gemeente, consulent)] == [zegt]


def _bij_een_ander(naam):
    from django.db.models import F, JSONField, Value

    naar = {"hoedanigheid": "bewindvoerder"}
    return Value(naar, output_field=JSONField()) if naam == "snapshot__ontvanger" else F(naam)


def test_besluit_op_bezwaar_goes_with_the_advies(besluit, consulent, jurist):
    stappen.verstuur(besluit, consulent)
    bezwaar = bezwaarstappen.maak_bezwaar(besluit, consulent, commissie=True)
    bezwaarstappen.maak_klaar(bezwaar, consulent)
    bezwaarstappen.leg_advies_vast(bezwaar, consulent)
    nieuw = bezwaarstappen.beslis(bezwaar, jurist)
    advies = Bezwaar.objects.get().advies_document

    (brief,) = [rij for rij in te_drukken(besluit.gemeente, consulent, dag=LAATST) if rij.brief == nieuw]
    assert (brief.stukken, brief.envelop) == ((nieuw, advies), f"{OP_DE_BRIEF}; in één envelop met het advies")

    Document.objects.filter(pk=advies.pk).update(bestandstype="application/msword")
    (brief,) = [rij for rij in te_drukken(besluit.gemeente, consulent, dag=LAATST) if rij.brief == nieuw]
    assert (brief.stukken, brief.envelop) == ((nieuw,), f"{OP_DE_BRIEF}; leg erbij: het advies")


@pytest.mark.parametrize("geheim", [True, False], ids=["was-geheim", "became-geheim"])
def test_envelope_follows_the_letter_and_not_the_address_of_now(besluit, consulent, geheim):
    personen = Persoon.objects.filter(pk=besluit.dossier.persoon_id)
    personen.update(geheim_adres=geheim)
    besluit.dossier.persoon.refresh_from_db()
    leg_neer(besluit.dossier, consulent)
    personen.update(geheim_adres=not geheim)

    # The besluit was made before either, with an address that was not geheim.
    assert envelop(besluit.gemeente, consulent) == [OP_DE_BRIEF, GEHEIM if geheim else OP_DE_BRIEF]


def test_letter_from_before_its_envelope_was_kept_follows_the_address_of_now(besluit, consulent):
    leg_neer(besluit.dossier, consulent)
    UitgaandeBrief.objects.update(envelop=None)
    Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(geheim_adres=True)

    assert envelop(besluit.gemeente, consulent) == [OP_DE_BRIEF, GEHEIM]


def test_letter_about_a_bezwaar_has_a_copy_for_the_gemachtigde(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    namens = betrokkene_toevoegen(dossier=besluit.dossier, gegevens=BEWIND, by=consulent, at=moment(ON))
    bezwaar = bezwaarstappen.maak_bezwaar(besluit, consulent, indiener="gemachtigde", gemachtigde=namens)
    bezwaarstappen.bevestig(bezwaar, consulent)

    (brief,) = te_drukken(besluit.gemeente, consulent, dag=ON)

    assert brief.naar.afschrift_aan == "P. Jansen van Bewind BV, bewindvoerder"
    assert brief.naar.afschrift_adres == ("Postbus 9", "1000 AA Oord")
    assert (brief.envelop, brief.envelop_afschrift) == (f"{OP_DE_BRIEF}; {MET_AFSCHRIFT}", OP_HET_BLAD)
    acties.afgedrukt_melden(ronde=zet_klaar(besluit.gemeente, consulent), by=consulent, at=moment(ON))
    laatste = DossierEvent.objects.filter(soort="brief_afgedrukt").get()
    assert laatste.tekst == "Afgedrukt: ontvangstbevestiging van een bezwaar, met een afschrift."


def test_letters_of_earlier_days_are_still_there_and_a_besluit_waits_until_it_was_sent(besluit, consulent):
    oud, nieuw = leg_neer(besluit.dossier, consulent), leg_neer(besluit.dossier, consulent, LATER)

    van_de_dag, eerder = verdeel(te_drukken(besluit.gemeente, consulent, dag=LATER), LATER)

    assert ([rij.brief for rij in van_de_dag], [rij.brief for rij in eerder]) == ([besluit, nieuw], [oud])


def test_what_goes_to_one_dossier_lies_together(besluit, consulent):
    ander = maak_dossier(besluit.gemeente, bsn=ANDER_BSN)
    for dossier in (ander, besluit.dossier):
        leg_neer(dossier, consulent)

    rijen = te_drukken(besluit.gemeente, consulent, dag=DAG)

    assert [(rij.dossier, type(rij.brief)) for rij in rijen] == [
        (besluit.dossier, Besluit), (besluit.dossier, Document), (ander, Document)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wat", "waarom"),
    [
        pytest.param("ingetrokken", ["", "de brief is ingetrokken"], id="withdrawn"),
        pytest.param("overleden", ["de inwoner is overleden"] * 2, id="died"),
        pytest.param("niets", ["", ""], id="nothing"),
    ],
)
def test_letter_that_lapsed_since_is_not_printed(besluit, consulent, wat, waarom):
    brief = leg_neer(besluit.dossier, consulent)
    ronde = zet_klaar(besluit.gemeente, consulent, DAG)
    if wat == "ingetrokken":
        velden = {"ingetrokken_op": moment(DAG), "ingetrokken_door": consulent, "ingetrokken_reden": "fout"}
        Document.objects.filter(pk=brief.pk).update(**velden)
    elif wat == "overleden":
        Persoon.objects.filter(pk=besluit.dossier.persoon_id).update(datum_overlijden=DAG)

    assert [rij.vervallen for rij in van_regels(ronde.regels.all(), ON)] == waarom
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(ON))
    assert DossierEvent.objects.filter(soort="brief_afgedrukt").count() == waarom.count("")
