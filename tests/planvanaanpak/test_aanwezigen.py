"""Who were at a meeting of the commissie, for whom a dossier is an own one, and what a lid reads before an advice."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.basis import ActieFout
from cases.models import Dossier
from planvanaanpak.actions import commissie as acties
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Agendapunt
from planvanaanpak.views.commissie import PER_BLADZIJDE
from tests.factories import LidmaatschapFactory, maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak.beoordeling import adviseer, leg_voor, met_commissie, vergader
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, url
from tests.tabellen import alles
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db


@halte
def lid(gemeente):
    return maak_user(Rol.COMMISSIELID, gemeente, naam="Nora de Wit")


@halte
def bij_commissie(plan):
    return met_commissie(plan.dossier).plan


def als_lid(user, gemeente):
    LidmaatschapFactory(user=user, gemeente=gemeente, rol=Rol.COMMISSIELID)
    return User.objects.get(pk=user.pk)


def test_aanwezigen_are_kept_and_begin_each_advice(client, nu, bij_commissie, consulent, lid, gemeente):
    maak_user(Rol.COMMISSIELID, gemeente, naam="Er niet bij")
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)
    client.force_login(lid)

    response = client.post(url("vergadering_aanwezigen", punt.vergadering_id), {"leden": [lid.pk]}, follow=True)

    assert berichten(response) == ["Vastgelegd wie er waren."]
    assert response.context["aanwezigen"] == ["Nora de Wit"]
    form = client.get(url("advies", punt.vergadering_id, punt.pk)).context["form"]
    assert form.initial["leden"] == [lid.pk]
    rij = punt.vergadering.history.first()
    assert (rij.history_user, rij.history_change_reason) == (lid, "Aanwezig: Nora de Wit")


@pytest.mark.parametrize(
    ("dagen", "wie", "zin"),
    [
        (1, ["lid"], "De commissie vergadert pas op 21 april 2026. Leg daarna vast wie er was."),
        (0, [], "Kies wie er was."),
        (0, ["consulent"], "Jolanda Prins hoort niet bij de commissie van deze gemeente."),
    ],
    ids=["te vroeg", "niemand", "geen lid"],
)
def test_aanwezigen_are_members_of_a_meeting_that_was(gemeente, consulent, lid, dagen, wie, zin):
    mensen = {"lid": lid, "consulent": consulent}
    vergadering = vergader(gemeente, consulent, VANDAAG, VANDAAG + timedelta(days=dagen))
    voor = alles()

    with pytest.raises(ActieFout) as fout:
        acties.aanwezigen_vastleggen(vergadering=vergadering, leden=[mensen[n] for n in wie], by=consulent, on=VANDAAG)

    assert str(fout.value) == zin
    assert alles() == voor


def test_meeting_that_was_called_off_had_nobody(gemeente, consulent, lid):
    vergadering = vergader(gemeente, consulent, VANDAAG)
    acties.vergadering_afzeggen(vergadering=vergadering, reden="Ziek", by=consulent, at=moment(VANDAAG))

    with pytest.raises(ActieFout, match="Deze vergadering is afgezegd"):
        acties.aanwezigen_vastleggen(vergadering=vergadering, leden=[lid], by=consulent, on=VANDAAG)


def test_who_put_it_up_does_not_judge_it_alone(bij_commissie, consulent, lid, gemeente):
    consulent = als_lid(consulent, gemeente)
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)
    assert bij_commissie.dossier.casusregisseur != consulent

    with pytest.raises(acties.AdviesFout, match="Niemand beoordeelt zijn eigen dossier alleen"):
        adviseer(punt, [consulent], consulent, VANDAAG)

    assert adviseer(punt, [consulent, lid], consulent, VANDAAG).is_geadviseerd


@pytest.mark.parametrize(("tot", "mag"), [(VANDAAG, False), (VANDAAG - timedelta(days=1), True)])
def test_stand_in_does_not_judge_alone_on_the_days_of_the_absence(
    bij_commissie, consulent, coordinator, collega, gemeente, tot, mag
):
    Dossier.objects.filter(pk=bij_commissie.dossier_id).update(casusregisseur=consulent)
    afwezig_melden(
        user=consulent, vanaf=date(2026, 4, 1), tot=tot, vervanger=collega, by=consulent, on=date(2026, 4, 1)
    )
    vervanger = als_lid(collega, gemeente)
    punt, _ = leg_voor(bij_commissie, coordinator, VANDAAG)

    if mag:
        assert adviseer(punt, [vervanger], vervanger, VANDAAG).is_geadviseerd
    else:
        with pytest.raises(acties.AdviesFout, match="de vervanger of wie het inbracht"):
            adviseer(punt, [vervanger], vervanger, VANDAAG)


def test_lid_reads_all_that_the_advice_is_about(client, nu, bij_commissie, consulent, lid):
    koelkast = bij_commissie.voorzieningen.get(omschrijving="Koelkast")
    doel = bij_commissie.doelen.get(leefgebied="wonen")
    doelen = {"doel": doel, "obstakel": "De oude is stuk.", "geschiktheid": "Hij past.",
              "noodzakelijkheid": "Eten bederft.", "evenredigheid": "Een gewone."}  # fmt: skip
    voorziening_bewaren(
        plan=bij_commissie, gegevens={**KOELKAST, **doelen}, voorziening=koelkast, by=consulent, at=moment(VANDAAG)
    )
    leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast])
    client.force_login(lid)

    tekst = client.get(Agendapunt.objects.get().get_absolute_url()).text

    goederen = [goed.goed for goed in koelkast.vergelijkingen.all()]
    assert len(goederen) == 3
    for verwacht in (
        "De oude is stuk.", "Hij past.", "Eten bederft.", "Een gewone.", doel.tekst, "Voor wie", "Toegang",
        koelkast.get_prijsbasis_display(), *goederen,
    ):  # fmt: skip
        assert verwacht in tekst


def test_meetings_that_were_held_come_per_page(client, nu, gemeente, coordinator):
    for dagen in range(1, PER_BLADZIJDE + 2):
        dag = VANDAAG - timedelta(days=dagen)
        vergader(gemeente, coordinator, dag)
    client.force_login(coordinator)

    eerste, tweede = (client.get(url("commissie"), {"page": page}).context for page in (1, 2))

    assert (len(eerste["geweest"]), len(tweede["geweest"])) == (PER_BLADZIJDE, 1)
    assert tweede["geweest"][0].vergadering.datum == VANDAAG - timedelta(days=PER_BLADZIJDE + 1)
