"""The daily mail: each recipient once a day, nothing lost when a mail fails, nothing that should not be in a mail."""

from datetime import date

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from accounts.rollen import Rol
from cases.actions.bewaking import bewaak
from cases.actions.digest import DigestFout, verstuur_digests
from cases.models import Signaal, Taak
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment
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
    """Give what went out: to whom, and the lines about events."""
    return {
        bericht.to[0]: [regel for regel in bericht.body.splitlines() if regel.startswith("- ")]
        for bericht in mail.outbox
    }


@pytest.fixture
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
