"""An approval is of the whole letter that was read, and of nothing that follows from the day or who decides."""

from datetime import date

import pytest

from cases.actions.brieftekst import concept_bewaren, publiceren
from cases.gezin import gezin_in_brief
from cases.models import Dossier, Persoon
from planvanaanpak.actions.mandaat import GoedkeuringNodig
from planvanaanpak.actions.plan import akkoord_vastleggen
from planvanaanpak.keuzes import AkkoordKanaal
from planvanaanpak.mandaatbron import vingerafdruk
from planvanaanpak.models import Besluit, Goedkeuring, PlanVanAanpak
from planvanaanpak.opbouw import Inhoud, maak_brief
from tests.factories import maak_user, moment
from tests.planvanaanpak.conftest import PDF, VANDAAG
from tests.planvanaanpak.paginas import url
from tests.planvanaanpak.test_actions_mandaat import geef, met_vier_ogen, stel_vast, vraag  # noqa: F401

VIEWS = "planvanaanpak.views.goedkeuring"
pytestmark = pytest.mark.django_db


@pytest.fixture
def goedgekeurd(met_vier_ogen, consulent, collega):  # noqa: F811
    """Give the road to a toekenning that a colleague read and approved."""
    geef(vraag(met_vier_ogen, consulent), collega)
    return met_vier_ogen


def akkoord_voor_een_deel(plan, by):
    akkoord_vastleggen(
        plan=plan, datum=VANDAAG, kanaal=AkkoordKanaal.EMAIL, bewijs=plan.akkoord.bewijs, toelichting="",
        niet_akkoord="Geen budgetcoach.", by=by, at=moment(VANDAAG), on=VANDAAG,
    )  # fmt: skip


def andere_situatie(plan, by):
    PlanVanAanpak.objects.filter(pk=plan.pk).update(situatie="De inwoner woont bij een vriend.")


def op_hoofdlijnen(plan, by):
    PlanVanAanpak.objects.filter(pk=plan.pk).update(soort="hoofdlijnen")


def verhuisd(plan, by):
    Persoon.objects.filter(dossier=plan.dossier).update(huisnummer="99")


def eigen_tekst(plan, by):
    wat = {"gemeente": plan.dossier.gemeente, "soort": "toekenning", "by": by, "at": moment(VANDAAG)}
    concept_bewaren(blokken={"slot": "Vraagt u zich iets af? Bel {wie_bellen}."}, **wat)
    publiceren(**wat)


@pytest.mark.parametrize(
    "wijzig",
    [akkoord_voor_een_deel, andere_situatie, op_hoofdlijnen, verhuisd, eigen_tekst],
    ids=lambda wijzig: wijzig.__name__,
)
def test_letter_that_reads_otherwise_is_asked_anew(goedgekeurd, plan, consulent, wijzig):
    wijzig(plan, consulent)

    with pytest.raises(GoedkeuringNodig):
        goedgekeurd.neem(consulent)

    assert (Besluit.objects.count(), Goedkeuring.objects.get().besluit) == (0, None)


@pytest.mark.parametrize("is_geheim", [False, True], ids=["known", "became-geheim"])
def test_concept_does_not_print_an_address_that_became_geheim(goedgekeurd, client, consulent, monkeypatch, is_geheim):
    gevraagd = []
    monkeypatch.setattr(f"{VIEWS}.render_pdf", lambda sjabloon, brief: gevraagd.append(brief) or PDF)
    Persoon.objects.update(geheim_adres=is_geheim)
    client.force_login(consulent)

    client.get(url("goedkeuring_brief", Goedkeuring.objects.get().pk))

    naar = gevraagd[0].ontvanger
    toen = ("Lindepad 14", "4001 ZZ  Rivierendam")
    assert (naar.adresregels, naar.adres_geheim) == (((), True) if is_geheim else (toen, False))


def test_partial_akkoord_is_approved_before_it_is_in_a_besluit(goedgekeurd, plan, consulent, collega, brieven_gevraagd):
    akkoord_voor_een_deel(plan, consulent)
    opnieuw = vraag(goedgekeurd, consulent)
    assert opnieuw.brief["niet_akkoord"] == "Geen budgetcoach."

    geef(opnieuw, collega)

    besluit = goedgekeurd.neem(consulent)
    assert brieven_gevraagd[-1].niet_akkoord == "Geen budgetcoach."
    assert list(Goedkeuring.objects.order_by("pk").values_list("status", "besluit")) == [
        ("vervallen", None), ("goedgekeurd", besluit.pk),
    ]  # fmt: skip


def test_own_text_that_names_who_to_ring_keeps_the_approval(met_vier_ogen, plan, consulent, collega, brieven_gevraagd):  # noqa: F811
    eigen_tekst(plan, consulent)
    geef(vraag(met_vier_ogen, consulent), collega)
    type(consulent).objects.filter(pk=consulent.pk).update(telefoon="0344 111 111")
    consulent.refresh_from_db()

    besluit = met_vier_ogen.neem(consulent)

    assert Goedkeuring.objects.get().besluit == besluit
    assert dict(brieven_gevraagd[-1].teksten)["slot"].endswith("Bel Jolanda Prins, telefoon 0344 111 111.")


def test_child_that_has_its_birthday_keeps_the_approval(dossier, consulent, gemeente):
    lid = dossier.gezin.leden.create(
        naam="Saar", relatie="kind", geboortedatum=date(2015, 4, 21), bij_aanvraag=True, door=consulent
    )
    toen, nu = (gezin_in_brief(dossier, dag) for dag in (VANDAAG, date(2026, 4, 22)))
    assert (toen[1:], nu[1:]) == ((f"{lid.naam} (kind, 10 jaar)",), (f"{lid.naam} (kind, 11 jaar)",))
    inhoud = {"inhoud": Inhoud(soort="toekenning"), "kenmerk": "concept", "by": consulent}
    een, twee = (maak_brief(dossier=dossier, datum=dag, **inhoud) for dag in (VANDAAG, date(2026, 4, 22)))

    toen = vingerafdruk(dossier, een)
    assert vingerafdruk(dossier, twee) == toen
    lid.naam = "Sara"
    lid.save()
    assert vingerafdruk(dossier, maak_brief(dossier=dossier, datum=VANDAAG, **inhoud)) != toen


def test_another_day_and_who_decides_keep_the_approval(goedgekeurd, plan, gemeente, consulent, brieven_gevraagd):
    derde = maak_user("consulent", gemeente, email="derde@voorbeeld.example", naam="Cor Derde")
    Dossier.objects.filter(pk=plan.dossier_id).update(casusregisseur=derde)
    type(gemeente).objects.filter(pk=gemeente.pk).update(ondertekenaar_naam="Een ander", telefoon="0344 000 000")
    plan.dossier.refresh_from_db()
    later = date(2026, 4, 22)

    besluit = stel_vast(plan, derde, on=later)

    assert Goedkeuring.objects.get().besluit == besluit
    assert (brieven_gevraagd[-1].datum, brieven_gevraagd[-1].contactpersoon) == (later, "Cor Derde")
