"""The daily mail: each recipient once a day, nothing lost when a mail fails, nothing that should not be in a mail."""

from datetime import date

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from accounts.models import Gemeente
from accounts.rollen import Rol
from cases.actions.bewaking import bewaak
from cases.actions.digest import DigestFout, maak_digest, verstuur_digests
from cases.actions.termijnen import start_termijn
from cases.actions.uht import verificatiecode_ophalen
from cases.models import Dossier, Signaal, Taak
from tests.factories import GemeenteFactory, LidmaatschapFactory, UserFactory, maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

TE_LAAT = date(2026, 5, 8)  # the day after the last day of the plan van aanpak
LATER = date(2026, 5, 9)


def verstuur(gemeente, on=TE_LAAT, uur=3):
    return verstuur_digests(gemeente=gemeente, on=on, at=moment(on, uur=uur))


def bewaak_en_verstuur(gemeente, on=TE_LAAT, uur=3):
    bewaak(gemeente=gemeente, on=on, at=moment(on, uur=uur))
    return verstuur(gemeente, on, uur)


def geef(dossier, user):
    dossier.casusregisseur = user
    dossier.save(update_fields=["casusregisseur"])


def mails():
    """Give what went out: to whom, and the lines about what is new."""
    return {bericht.to[0]: regels_onder(bericht, "Nieuw") for bericht in mail.outbox}


def regels_onder(bericht, kop):
    """Give the lines of one list of a mail."""
    delen = bericht.body.split("\n\n")
    return [regel for deel in delen if deel.startswith(f"{kop}:") for regel in deel.splitlines() if regel[:2] == "- "]


@pytest.fixture(autouse=True)
def _code_is_opgehaald(db):
    """Leave nothing for a gemeente as a whole to be late with: most tests are about dossiers."""
    wie = UserFactory(email="ophaler@voorbeeld.example")
    for code in ("9901", "9902"):
        gemeente = Gemeente.objects.filter(code=code).first() or GemeenteFactory(code=code)
        verificatiecode_ophalen(gemeente=gemeente, by=wie, at=moment(TE_LAAT), on=TE_LAAT)


@halte
def laat_dossier(dossier, consulent):
    """Of the consulent; its plan is late on 8 May 2026."""
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    geef(dossier, consulent)
    return dossier


@pytest.fixture
def los_dossier(gemeente):
    """Of nobody; its first contact is late as well."""
    return maak_dossier(gemeente, bsn="", achternaam="Verweij", voorletters="T.")


@pytest.fixture
def kapotte_post(monkeypatch):
    """Give a set of addresses that the mail server refuses."""
    weiger = set()
    send = EmailMessage.send

    def verstuur_of_weiger(self, fail_silently=False):
        if weiger & set(self.to):
            raise ConnectionRefusedError("Connection refused")
        return send(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", verstuur_of_weiger)
    return weiger


def test_consulent_gets_what_happened_in_own_dossiers(gemeente, laat_dossier, los_dossier, consulent, collega):
    bewaak_en_verstuur(gemeente)

    regel = f"- {laat_dossier.nummer}: Plan van aanpak vaststellen: te laat sinds vr 8 mei 2026."
    assert mails() == {consulent.email: [regel]}
    assert [(m.subject, m.from_email) for m in mail.outbox] == [
        ("Brede ondersteuning: 1 stap te laat", "brede-ondersteuning@voorbeeld.example")
    ]


def test_coordinator_gets_the_unassigned_and_the_team(gemeente, laat_dossier, los_dossier, coordinator):
    bewaak_en_verstuur(gemeente)

    bericht = next(m for m in mail.outbox if m.to == [coordinator.email])
    regels = bericht.body.splitlines()
    assert regels[4:6] == ["Nog niet toegewezen: 1 dossier.", "Te laat in het hele team: 3 stappen."]
    assert mails()[coordinator.email] == [
        f"- {los_dossier.nummer}: Eerste keer bellen: te laat sinds di 10 mrt 2026.",
        f"- {los_dossier.nummer}: Eerste gesprek houden: te laat sinds wo 29 apr 2026.",
    ]


def test_what_is_nobodys_reaches_every_coordinator_once(gemeente, los_dossier, coordinator):
    tweede = maak_user(Rol.COORDINATOR, gemeente, email="tweede@voorbeeld.example")

    bewaak_en_verstuur(gemeente)

    assert {adres: len(regels) for adres, regels in mails().items()} == {coordinator.email: 2, tweede.email: 2}
    mail.outbox.clear()
    bewaak_en_verstuur(gemeente, LATER)
    assert {adres: len(regels) for adres, regels in mails().items()} == {coordinator.email: 0, tweede.email: 0}


def test_second_run_of_the_day_mails_nobody(gemeente, laat_dossier, los_dossier, coordinator):
    assert bewaak_en_verstuur(gemeente) == 2
    signalen = list(Signaal.objects.order_by("pk").values())

    assert bewaak_en_verstuur(gemeente, uur=9) == 0
    assert len(mail.outbox) == 2
    assert list(Signaal.objects.order_by("pk").values()) == signalen


def test_warning_of_a_day_that_passed_is_not_told_beside_what_came_of_it(gemeente, laat_dossier, consulent):
    bewaak(gemeente=gemeente, on=date(2026, 4, 20), at=moment(date(2026, 4, 20)))

    bewaak_en_verstuur(gemeente)

    assert Signaal.objects.filter(soort="bijna", ontvanger=consulent).count() == 2
    assert mails() == {
        consulent.email: [f"- {laat_dossier.nummer}: Plan van aanpak vaststellen: te laat sinds vr 8 mei 2026."]
    }


def test_signal_of_a_run_that_began_later_but_came_first_is_told_once(gemeente, los_dossier, coordinator):
    bewaak(gemeente=gemeente, on=TE_LAAT, at=moment(TE_LAAT, uur=4))
    verstuur(gemeente, uur=3)
    eerst = mails()[coordinator.email]
    mail.outbox.clear()

    bewaak_en_verstuur(gemeente, LATER)

    assert (len(eerst), mails()[coordinator.email]) == (2, [])


def test_what_is_late_is_told_again_the_next_day_but_is_not_new(gemeente, laat_dossier, consulent):
    bewaak_en_verstuur(gemeente)
    mail.outbox.clear()

    assert bewaak_en_verstuur(gemeente, LATER) == 1
    assert mails() == {consulent.email: []}
    assert "Te laat: 1 stap in uw dossiers." in mail.outbox[0].body


def test_failing_mail_stays_unsent_and_the_others_go(gemeente, laat_dossier, los_dossier, coordinator, kapotte_post):
    kapotte_post.add("consulent@voorbeeld.example")

    with pytest.raises(DigestFout, match=r"^1 van de 2 overzichten zijn niet gemaild\.$"):
        bewaak_en_verstuur(gemeente)

    assert set(mails()) == {coordinator.email}
    assert set(Signaal.objects.filter(gemaild_op__isnull=True).values_list("dossier", flat=True)) == {laat_dossier.pk}


def test_failed_mail_goes_out_with_the_next_run(gemeente, laat_dossier, los_dossier, coordinator, kapotte_post):
    kapotte_post.update({"consulent@voorbeeld.example", coordinator.email})
    with pytest.raises(DigestFout, match="2 van de 2"):
        bewaak_en_verstuur(gemeente)
    kapotte_post.clear()

    assert bewaak_en_verstuur(gemeente, uur=9) == 2
    assert {adres: len(regels) for adres, regels in mails().items()} == {
        "consulent@voorbeeld.example": 1,
        coordinator.email: 2,
    }


def test_coordinator_whose_mail_failed_still_hears_what_a_colleague_heard(
    gemeente, los_dossier, coordinator, kapotte_post
):
    maak_user(Rol.COORDINATOR, gemeente, email="tweede@voorbeeld.example")
    kapotte_post.add("tweede@voorbeeld.example")
    with pytest.raises(DigestFout, match="1 van de 2"):
        bewaak_en_verstuur(gemeente)
    kapotte_post.clear()
    mail.outbox.clear()

    verstuur(gemeente, uur=9)

    assert {adres: len(regels) for adres, regels in mails().items()} == {"tweede@voorbeeld.example": 2}


def test_mail_names_no_inwoner(gemeente, laat_dossier, los_dossier, coordinator):
    bewaak_en_verstuur(gemeente)

    alles = "".join(f"{m.subject}{m.body}" for m in mail.outbox)
    persoon = laat_dossier.persoon
    geheim = [persoon.achternaam, persoon.bsn, persoon.postcode, persoon.telefoon, "Verweij"]
    assert [woord for woord in geheim if not woord or woord in alles] == []


def test_closed_dossier_is_not_mentioned(gemeente, laat_dossier, consulent, coordinator):
    bewaak(gemeente=gemeente, on=TE_LAAT, at=moment(TE_LAAT, uur=3))
    laat_dossier.status = "afgesloten"
    laat_dossier.save(update_fields=["status"])

    assert verstuur(gemeente) == 0
    assert mail.outbox == []


def in_gebreke(dossier):
    dag = date(2026, 4, 23)
    start_termijn(dossier=dossier, regel="ingebrekestelling", aanleiding="x:1", start=dag, on=dag)


def test_coordinator_hears_of_an_ingebrekestelling_in_a_dossier_of_somebody_else(
    gemeente, laat_dossier, consulent, coordinator
):
    in_gebreke(laat_dossier)
    bewaak_en_verstuur(gemeente)

    regel = f"- {laat_dossier.nummer}: Beslissen na de ingebrekestelling: te laat sinds vr 8 mei 2026."
    assert regel in mails()[consulent.email]
    assert regel in mails()[coordinator.email]


def test_coordinator_with_the_dossier_reads_it_once(gemeente, laat_dossier, coordinator):
    geef(laat_dossier, coordinator)
    in_gebreke(laat_dossier)
    bewaak_en_verstuur(gemeente)

    assert sum("ingebrekestelling" in regel for regel in mails()[coordinator.email]) == 1
    gezien = Signaal.objects.nieuwste_van(coordinator, 10)
    assert sum(signaal.termijn.regel == "ingebrekestelling" for signaal in gezien) == 1


def test_closed_dossier_is_mentioned_for_what_runs_on_after_the_end(gemeente, laat_dossier, consulent, coordinator):
    in_gebreke(laat_dossier)
    Dossier.objects.filter(pk=laat_dossier.pk).update(status="afgesloten")
    bewaak_en_verstuur(gemeente)

    assert ["ingebrekestelling" in regel for regel in mails()[consulent.email]] == [True]
    mail.outbox.clear()
    bewaak_en_verstuur(gemeente, LATER)
    assert regels_onder(mail.outbox[0], "Al langer te laat") == [
        f"- {laat_dossier.nummer}: Beslissen na de ingebrekestelling, uiterlijk do 7 mei 2026."
    ]


def test_nothing_to_tell_is_no_mail(gemeente, consulent, coordinator):
    assert bewaak_en_verstuur(gemeente) == 0
    assert Signaal.objects.count() == 0


def test_user_that_left_gets_no_mail(gemeente, laat_dossier, consulent):
    consulent.is_active = False
    consulent.save(update_fields=["is_active"])

    assert bewaak_en_verstuur(gemeente) == 0


def test_user_with_two_roles_gets_one_mail(gemeente, laat_dossier, consulent):
    LidmaatschapFactory(user=consulent, gemeente=gemeente, rol=Rol.COORDINATOR)

    assert bewaak_en_verstuur(gemeente) == 1


def test_other_gemeente_gets_nothing(gemeente, laat_dossier, andere_gemeente, vreemde):
    bewaak(gemeente=gemeente, on=TE_LAAT, at=moment(TE_LAAT, uur=3))

    assert verstuur(andere_gemeente) == 0
    assert mail.outbox == []


def test_mail_counts_the_open_taken_of_today_and_before_in_this_gemeente(dossier, gemeente, andere_gemeente, consulent):
    for dag, waar in ((7, gemeente), (8, gemeente), (9, gemeente), (8, andere_gemeente)):
        Taak.objects.create(
            gemeente=waar, voor=consulent, wat="N. Berkhout bellen", datum=date(2026, 5, dag), door=consulent
        )

    verstuur(gemeente)

    assert [bericht.to for bericht in mail.outbox] == [[consulent.email]]
    assert "Uw taken en afspraken: 1 taak te laat en 1 taak voor vandaag." in mail.outbox[0].body
    assert "Berkhout" not in mail.outbox[0].body


def test_what_is_late_already_stands_in_each_mail_with_its_day_and_link(gemeente, laat_dossier, consulent, settings):
    settings.BASIS_URL = "https://bo.example"
    bewaak_en_verstuur(gemeente)
    mail.outbox.clear()

    bewaak_en_verstuur(gemeente, on=LATER)

    regels = mail.outbox[0].body.splitlines()
    begin = regels.index("Al langer te laat:")
    assert regels[begin + 1 : begin + 3] == [
        f"- {laat_dossier.nummer}: Plan van aanpak vaststellen, uiterlijk do 7 mei 2026.",
        f"  https://bo.example/dossiers/{laat_dossier.nummer}/",
    ]
    assert "Nieuw:" not in regels
    assert laat_dossier.persoon.achternaam not in mail.outbox[0].body


def test_coordinator_reads_what_is_late_in_the_team_and_what_nobody_has(
    gemeente, laat_dossier, los_dossier, coordinator
):
    bewaak(gemeente=gemeente, on=TE_LAAT, at=moment(TE_LAAT, uur=3))
    Signaal.objects.all().delete()

    verstuur(gemeente, on=LATER)

    [bericht] = [bericht for bericht in mail.outbox if bericht.to == [coordinator.email]]
    laat, los = bericht.body.split("Al langer te laat:")[1].split("Nog niet toegewezen:")
    assert f"- {laat_dossier.nummer}: Plan van aanpak vaststellen, uiterlijk do 7 mei 2026." in laat
    assert f"- {los_dossier.nummer}: Eerste keer bellen, uiterlijk" in laat
    assert f"- {los_dossier.nummer}: aangemeld op ma 2 mrt 2026." in los
    assert laat_dossier.nummer not in los
    for naam in (los_dossier.persoon.achternaam, laat_dossier.persoon.achternaam, laat_dossier.persoon.bsn):
        assert naam not in bericht.body


def test_financieel_reads_what_the_gemeente_is_late_with_until_it_is_done(gemeente, financieel, settings):
    settings.BASIS_URL = "https://bo.example"
    te_laat = date(2026, 7, 20)

    verstuur(gemeente, on=te_laat)

    [bericht] = mail.outbox
    assert bericht.subject == "Brede ondersteuning: 2 stappen van de gemeente te laat"
    assert bericht.body.split("Te laat voor de gemeente als geheel:")[-1].splitlines()[1:5] == [
        "- Jaarlijst opvragen en vergelijken over 2025: te laat sinds do 16 jul 2026.",
        "  https://bo.example/spuk/9901/2025/",
        "- SiSa-bijlage indienen bij het CBS over 2025: te laat sinds do 16 jul 2026.",
        "  https://bo.example/spuk/9901/2025/",
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_mail_costs_as_many_questions_for_one_late_step_as_for_three(
    gemeente, coordinator, django_assert_num_queries, aantal
):
    for nummer in range(aantal):
        maak_dossier(gemeente, bsn="", achternaam=f"Nummer {nummer}")

    with django_assert_num_queries(14):
        digest = maak_digest(coordinator, gemeente, LATER, [])

    assert [len(lijst.regels) for lijst in digest.lijsten] == [2 * aantal, 0, aantal]
