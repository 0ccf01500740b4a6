"""The demo is built through the actions: every status is there, and every stored date can be derived again."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.beleid_bron import kalender_nu
from cases.berekening import bereken
from cases.bsn import voldoet_aan_elfproef
from cases.invoer import van_json
from cases.models import (
    Bewaking,
    Contact,
    Controlepunt,
    Document,
    Dossier,
    Gesprek,
    Gezinslid,
    Hulpvraag,
    Identiteitscontrole,
    Signaal,
    Termijn,
)
from cases.pdf import render_pdf
from cases.register import regel
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from planvanaanpak.models import Besluit
from portal_import.demo.veel import vermenigvuldig
from portal_import.models import ImportRun
from spuk.models import Kostenregel
from tests.factories import BeleidFactory, GemeenteFactory, maak_user

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 19)
PDF = b"%PDF-1.7\ntest\n%%EOF"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Build the demo once for all tests here, and take it away again. Of each kind of letter one is really printed."""
    gedrukt = set()

    def druk(sjabloon, brief):
        eerste = sjabloon not in gedrukt
        gedrukt.add(sjabloon)
        return render_pdf(sjabloon, brief) if eerste else PDF

    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr("django.conf.settings.DEMO", True)
        patch.setattr("cases.actions.briefdruk.render_pdf", druk)
        patch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: PDF)
        patch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda bijsluiter: PDF)
        uit = io.StringIO()
        call_command("demo_data", "--on", ON.isoformat(), stdout=uit)
        yield uit.getvalue()
        transaction.set_rollback(True)


def test_demo_has_sixty_dossiers_in_two_gemeenten(demo):
    aantallen = {code: Dossier.objects.filter(gemeente__code=code).count() for code in ("9901", "9902")}

    assert aantallen == {"9901": 45, "9902": 15}


def test_vandaag_asks_nine_questions_at_most_with_everything_on_it(demo, client):
    """Taken, afspraken, goedkeuringen, acute dossiers, stand-ins and a team: the demo has them all."""
    vragen = []
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC)):
        for user in User.objects.met_lidmaatschappen():
            if user.mag(Permission.VANDAAG):
                client.force_login(user)
                with CaptureQueriesContext(connection) as gesteld:
                    client.get(reverse("vandaag"))
                vragen.append(len(gesteld))

    assert (len(vragen), max(vragen)) == (7, 9)


def test_demo_has_every_status(demo):
    assert set(Dossier.objects.values_list("status", flat=True)) == {str(status) for status in Status}


def test_demo_has_every_state_of_a_termijn(demo):
    standen = set(Termijn.objects.values_list("status", flat=True))

    assert standen == {str(status) for status in TermijnStatus}


def test_what_a_dossier_says_for_the_lists_is_what_was_recorded(demo):
    fout = []
    for dossier in Dossier.objects.all():
        hulpvragen = Hulpvraag.objects.geldig().filter(dossier=dossier)
        gezin = Dossier.objects.exclude(pk=dossier.pk).zonder_ingetrokken().filter(gezin=dossier.gezin_id)
        if (set(dossier.leefgebieden), dossier.deelt_gezin) != (
            set(hulpvragen.values_list("leefgebied", flat=True)),
            gezin.exists(),
        ):
            fout.append(dossier.nummer)

    assert fout == []
    assert Dossier.objects.exclude(leefgebieden=[]).count() > 20
    assert Dossier.objects.filter(deelt_gezin=True).count() == 4


def test_demo_has_three_years_of_costs(demo):
    jaren = set(Kostenregel.objects.values_list("datum__year", flat=True))

    assert jaren >= {2024, 2025, 2026}


def test_demo_leaves_one_levering_to_confirm_per_gemeente(demo):
    wachtend = ImportRun.objects.filter(stand="voorbeeld").order_by("gemeente__code")

    assert [(run.gemeente.code, run.nieuw, len(run.fouten)) for run in wachtend] == [("9901", 3, 1), ("9902", 3, 1)]


def test_demo_has_newer_versions_withdrawn_documents_and_identities_that_were_seen(demo):
    for code in ("9901", "9902"):
        documenten = Document.objects.filter(dossier__gemeente__code=code)
        versies = documenten.filter(vervangt__onderwerp="Toestemming om met de school te bellen")
        ingetrokken = documenten.exclude(ingetrokken_op=None)
        controles = Identiteitscontrole.objects.filter(dossier__gemeente__code=code)

        assert (versies.count(), ingetrokken.count()) == (4, 3)
        assert set(controles.values_list("hoe", flat=True)) == {"paspoort", "identiteitskaart", "rijbewijs"}


def test_demo_ran_the_bewaking_once_per_gemeente(demo):
    assert list(Bewaking.objects.values_list("on", "fout")) == [(ON, ""), (ON, "")]
    assert Signaal.objects.exists()


def test_every_stored_date_of_the_demo_can_be_derived_again(demo):
    kalender = kalender_nu()
    anders = []
    for termijn in Termijn.objects.select_related("dossier__beleid"):
        regels = termijn.dossier.beleid.regels
        opnieuw = bereken(regel(termijn.regel), van_json(termijn.invoer), kalender, beleid=regels)
        if (opnieuw.einddatum, opnieuw.eerste) != (termijn.uiterste_datum, termijn.eerste_uiterste_datum):
            anders.append(str(termijn))

    assert anders == []


def test_besluiten_of_the_demo_are_numbered_without_gaps(demo):
    for code in ("9901", "9902"):
        for jaar in (2024, 2025, 2026):
            nummers = Besluit.objects.filter(nummer__startswith=f"{code}-B-{jaar}-").order_by("nummer")
            volgorde = [int(besluit.nummer[-5:]) for besluit in nummers]
            assert volgorde == list(range(1, len(volgorde) + 1))


def test_logins_of_the_demo_are_printed_and_work(demo):
    regels = [regel.split() for regel in demo.splitlines() if "@" in regel]

    assert [(gemeente, rol) for gemeente, rol, _ in regels] == [
        (gemeente, rol)
        for gemeente in ("Rivierendam", "Duinveen")
        for rol in ("Consulent", "Coördinator", "Financieel", "Beheerder")
    ]
    wachtwoord = demo.split("wachtwoord: ")[1].split()[0]
    assert all(User.objects.get(email=email).check_password(wachtwoord) for _, _, email in regels)


def test_demo_data_is_refused_in_a_filled_database(demo):
    with pytest.raises(CommandError, match="alleen in een lege database"):
        call_command("demo_data", stdout=io.StringIO())


def test_demo_data_is_refused_outside_the_demo(settings):
    settings.DEMO = settings.DEBUG = False

    with pytest.raises(CommandError, match="horen niet in een echte omgeving"):
        call_command("demo_data", stdout=io.StringIO())


def test_bulk_path_copies_whole_dossiers_into_other_gemeenten(demo):
    """What a walked dossier has, each of its copies has, with people, numbers and gemeente of its own."""
    gemeente = GemeenteFactory(code="9903", naam="Oeverland")
    BeleidFactory(gemeente=gemeente)
    for rol in (Rol.CONSULENT, Rol.COORDINATOR, Rol.FINANCIEEL):
        maak_user(rol, gemeente, email=f"{rol.value}@oeverland.example")
    walked = list(Dossier.objects.filter(beleid__profiel="tiel_2025").order_by("pk"))

    totaal = vermenigvuldig([(gemeente, 2 * len(walked))], lambda klaar: None)

    kopieen = Dossier.objects.filter(gemeente=gemeente)
    assert (totaal, kopieen.count()) == (2 * len(walked), 2 * len(walked))
    for model in (Contact, Gesprek, Hulpvraag, Termijn, Document, Kostenregel):
        pad = {Kostenregel: "voorziening__plan__dossier"}.get(model, "dossier")
        van_bron = model.objects.filter(**{f"{pad}__in": walked}).count()
        assert model.objects.filter(**{f"{pad}__in": kopieen}).count() == 2 * van_bron, model
    assert not kopieen.exclude(persoon__gemeente=gemeente).exists()
    assert not kopieen.filter(deelt_gezin=True).exists()
    leden = Gezinslid.objects.filter(gezin__dossiers__in=kopieen)
    assert leden.exists()
    assert not leden.exclude(naam__endswith=F("gezin__dossiers__persoon__achternaam")).exists()
    for model in (Termijn, Controlepunt):
        assert model.objects.filter(dossier__in=kopieen).exists()
        assert not model.objects.exclude(gemeente=F("dossier__gemeente")).exists()
    assert all(
        voldoet_aan_elfproef(bsn) for bsn in kopieen.exclude(persoon__bsn="").values_list("persoon__bsn", flat=True)
    )
    for jaar in (2024, 2025, 2026):
        nummers = sorted(
            int(n[-5:]) for n in kopieen.filter(nummer__startswith=f"9903-D-{jaar}-").values_list("nummer", flat=True)
        )
        assert nummers == list(range(1, len(nummers) + 1))
