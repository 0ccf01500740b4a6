"""The words of the daily mail, to the letter."""

from datetime import date

import pytest

from cases.digest import Digest, Digestregel, Lijst, onderwerp, tekst

BASIS = "https://bo.example"


def digest(**anders):
    gegevens = {
        "naam": "Jolanda Prins",
        "gemeente": "Rivierendam",
        "on": date(2026, 5, 8),
        "nieuw": [],
        "te_laat": 0,
        "deze_week": 0,
    }
    return Digest(**{**gegevens, **anders})


def berichten(aantal):
    return [Digestregel(nummer=f"9901-2026-{nummer:05d}", tekst="Bellen.") for nummer in range(1, aantal + 1)]


def test_mail_of_a_consulent():
    nieuw = [
        Digestregel(nummer="9901-2026-00012", tekst="Plan van aanpak vaststellen: te laat sinds 08-05-2026."),
        Digestregel(nummer="9901-2026-00020", tekst="Bellen uiterlijk 15-05-2026."),
    ]

    assert tekst(digest(nieuw=nieuw, te_laat=1, deze_week=3), BASIS) == (
        "Beste Jolanda Prins,\n"
        "\n"
        "Dit is uw overzicht van vrijdag 8 mei 2026 voor Rivierendam.\n"
        "\n"
        "Te laat: 1 stap in uw dossiers.\n"
        "De komende zeven dagen: 3 stappen.\n"
        "\n"
        "Nieuw:\n"
        "- 9901-2026-00012: Plan van aanpak vaststellen: te laat sinds 08-05-2026.\n"
        "  https://bo.example/dossiers/9901-2026-00012/\n"
        "- 9901-2026-00020: Bellen uiterlijk 15-05-2026.\n"
        "  https://bo.example/dossiers/9901-2026-00020/\n"
        "\n"
        "Alles staat op https://bo.example/vandaag/\n"
        "\n"
        "In deze mail staan geen namen van inwoners. U hoeft niet te antwoorden.\n"
    )


def test_mail_of_a_coordinator():
    nieuw = [Digestregel(nummer="", tekst="SiSa-bijlage indienen uiterlijk 15-07-2026.")]

    assert tekst(digest(nieuw=nieuw, niet_toegewezen=2, team_te_laat=4), BASIS).splitlines()[4:9] == [
        "Nog niet toegewezen: 2 dossiers.",
        "Te laat in het hele team: 4 stappen.",
        "",
        "Nieuw:",
        "- SiSa-bijlage indienen uiterlijk 15-07-2026.",
    ]


def test_mail_with_only_news_says_that_nothing_is_late():
    assert tekst(digest(nieuw=berichten(1)), BASIS).splitlines()[4] == "Er is niets te laat."


@pytest.mark.parametrize(
    ("taken", "regel", "kop"),
    [
        ({"taken_laat": 2}, "Uw taken en afspraken: 2 taken te laat.", "2 taken te laat"),
        ({"taken_vandaag": 1}, "Uw taken en afspraken: 1 taak voor vandaag.", "1 taak voor vandaag"),
        (
            {"taken_laat": 1, "taken_vandaag": 3},
            "Uw taken en afspraken: 1 taak te laat en 3 taken voor vandaag.",
            "1 taak te laat",
        ),
    ],
)
def test_mail_counts_taken_and_does_not_name_them(taken, regel, kop):
    mail = digest(**taken)

    assert mail.is_leeg is False
    assert tekst(mail, BASIS).splitlines()[4] == regel
    assert onderwerp(mail) == f"Brede ondersteuning: {kop}"


@pytest.mark.parametrize(
    ("aantal", "rest"),
    [
        (40, []),
        (41, ["En nog 1 ander bericht."]),
        (43, ["En nog 3 andere berichten."]),
    ],
)
def test_long_mail_is_cut(aantal, rest):
    regels = tekst(digest(nieuw=berichten(aantal)), BASIS).splitlines()

    assert sum(regel.startswith("- ") for regel in regels) == 40
    assert [regel for regel in regels if regel.startswith("En nog")] == rest


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"te_laat": 1, "team_te_laat": 9, "nieuw": berichten(2)}, "1 stap te laat"),
        ({"te_laat": 3}, "3 stappen te laat"),
        ({"team_te_laat": 4, "nieuw": berichten(2)}, "4 stappen te laat in het team"),
        ({"nieuw": berichten(1), "niet_toegewezen": 5}, "1 nieuw bericht"),
        ({"nieuw": berichten(2)}, "2 nieuwe berichten"),
        ({"niet_toegewezen": 1}, "1 dossier niet toegewezen"),
    ],
)
def test_subject_names_the_gravest_thing(anders, verwacht):
    assert onderwerp(digest(**anders)) == f"Brede ondersteuning: {verwacht}"


@pytest.mark.parametrize(
    ("anders", "leeg"),
    [
        ({}, True),
        ({"deze_week": 3}, True),
        ({"te_laat": 1}, False),
        ({"nieuw": berichten(1)}, False),
        ({"niet_toegewezen": 1}, False),
        ({"team_te_laat": 1}, False),
    ],
)
def test_nothing_late_and_nothing_new_is_no_mail(anders, leeg):
    assert digest(**anders).is_leeg is leeg


def test_lists_say_number_step_and_day_with_a_link():
    laat = Digestregel(nummer="9901-2026-00003", tekst="Bellen, uiterlijk ma 2 mrt 2026.", is_laat=True)
    sisa = Digestregel(
        nummer="", tekst="SiSa-bijlage indienen over 2025: te laat sinds do 16 jul 2026.", pad="/spuk/9901/"
    )
    lijsten = [
        Lijst(kop="Al langer te laat", regels=[laat], aantal=1),
        Lijst(kop="Te laat voor de gemeente als geheel", regels=[sisa], aantal=1),
        Lijst(kop="Nog niet toegewezen"),
    ]

    assert tekst(digest(te_laat=1, gemeente_laat=1, lijsten=lijsten), BASIS).splitlines()[4:13] == [
        "Te laat: 1 stap in uw dossiers.",
        "Te laat voor de gemeente als geheel: 1 stap.",
        "",
        "Al langer te laat:",
        "- 9901-2026-00003: Bellen, uiterlijk ma 2 mrt 2026.",
        "  https://bo.example/dossiers/9901-2026-00003/",
        "",
        "Te laat voor de gemeente als geheel:",
        "- SiSa-bijlage indienen over 2025: te laat sinds do 16 jul 2026.",
    ]


@pytest.mark.parametrize(
    ("aantal", "slot"), [(40, None), (41, "En nog 1 ander dossier."), (500, "En nog 460 andere dossiers.")]
)
def test_list_names_forty_and_counts_the_rest(aantal, slot):
    ander = ("ander dossier", "andere dossiers")
    lijst = Lijst(kop="Nog niet toegewezen", regels=berichten(min(aantal, 40)), aantal=aantal, ander=ander)
    regels = tekst(digest(niet_toegewezen=aantal, lijsten=[lijst]), BASIS).splitlines()

    assert sum(regel.startswith("- ") for regel in regels) == 40
    assert [regel for regel in regels if regel.startswith("En nog")] == ([slot] if slot else [])


def test_what_is_late_for_the_gemeente_is_a_mail_by_itself():
    assert not digest(gemeente_laat=1).is_leeg
    assert onderwerp(digest(gemeente_laat=2)) == "Brede ondersteuning: 2 stappen van de gemeente te laat"
