from datetime import date
from itertools import pairwise

import pytest

from cases.brpdatum import BrpDatum
from portal_import.meldingen import Waarschuwing
from portal_import.vergelijken import Gevolg, Verandering, Verschil, vergelijk
from tests.portal_import.bestanden import BSN, bekend_als, leveringrij

ON = date(2025, 3, 11)
HAAG = {"'s-Gravenhage", "Scheveningen"}


def vergelijk_een(rij, oud=None, woonplaatsen=HAAG):
    (verandering,) = vergelijk([rij], {BSN: oud} if oud else {}, woonplaatsen=woonplaatsen, on=ON)
    return verandering


def wijzigingen(verandering):
    return {verschil.veld: verschil.nieuw for verschil in verandering.verschillen}


def codes(verandering):
    return [(waarschuwing.code, waarschuwing.kolom) for waarschuwing in verandering.waarschuwingen]


def test_vergelijk_keeps_the_order_and_finds_people_by_bsn():
    bekende, nieuwe = leveringrij(), leveringrij(rijnummer=3, bsn="999991723")
    oud = bekend_als(bekende)

    uitkomst = vergelijk([nieuwe, bekende], {BSN: oud}, woonplaatsen=HAAG, on=ON)

    assert uitkomst == [Verandering(nieuwe, Gevolg.NIEUW), Verandering(bekende, Gevolg.ONGEWIJZIGD, oud)]


# --- somebody new


@pytest.mark.parametrize(
    ("anders", "kolom", "code", "melding"),
    [
        pytest.param(
            {"uht_status": "niet erkend"},
            "Status",
            "geen_recht",
            "Deze persoon is nieuw en al niet erkend: geen recht op ondersteuning. Het dossier krijgt geen termijnen.",
            id="niet erkend",
        ),
        pytest.param(
            {"woonplaats": "Tiel"},
            "Woonplaats",
            "woonplaats",
            "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont.",
            id="woonplaats elsewhere",
        ),
        pytest.param(
            {"woonplaats": ""},
            "Woonplaats",
            "adres",
            "Het adres is niet volledig. Dit ontbreekt: woonplaats. Zo kan er geen brief heen.",
            id="no woonplaats is an incomplete address",
        ),
        pytest.param(
            {"straat": "", "huisnummer": "", "postcode": "", "woonplaats": ""},
            "Straat",
            "adres",
            "Het adres is niet volledig. Dit ontbreekt: straat, huisnummer, postcode, woonplaats. Zo kan er geen brief "
            "heen.",
            id="no address",
        ),
        pytest.param(
            {"geboortedatum": BrpDatum(2007, 3)},
            "Geboortedatum",
            "minderjarig",
            "Deze persoon is 17 jaar. Ga na wie de ouder of wettelijk vertegenwoordiger is.",
            id="minor, day of birth unknown",
        ),
        pytest.param(
            {"achternaam": "V?lkov?"},
            "Achternaam",
            "verminkt",
            "In 'V?lkov?' staat een vraagteken. Misschien is er een letter verloren gegaan. Controleer dit.",
            id="letters lost",
        ),
        pytest.param(
            {"achternaam": "EÃ¶tvÃ¶s"},
            "Achternaam",
            "verminkt",
            "In 'EÃ¶tvÃ¶s' staat een vreemd teken. Misschien is er een letter verloren gegaan. Controleer dit.",
            id="read in another code page",
        ),
        pytest.param(
            {"achternaam": "=HYPERLINK(1)"},
            "Achternaam",
            "formule",
            "De inhoud van '=HYPERLINK(1)' begint met een = en lijkt een formule. Controleer wat hier hoort.",
            id="formula",
        ),
        pytest.param(
            {"straat": "V?lkovstraat"},
            "Straat",
            "verminkt",
            "In het veld Straat staat een vraagteken. Misschien is er een letter verloren gegaan. Controleer dit.",
            id="letters lost in an address, which may become geheim",
        ),
        pytest.param(
            {"straat": "=LINDE(1)"},
            "Straat",
            "formule",
            "De inhoud van het veld Straat begint met een = en lijkt een formule. Controleer wat hier hoort.",
            id="formula in an address",
        ),
        pytest.param(
            {"email": "burck at voorbeeld " + "x" * 60},
            "E-mail",
            "email",
            "'burck at voorbeeld " + "x" * 40 + "…' is geen e-mailadres. Controleer het adres voordat u mailt.",
            id="no e-mail address",
        ),
    ],
)
def test_new_is_warned_of(anders, kolom, code, melding):
    rij = leveringrij(**anders)

    assert vergelijk_een(rij) == Verandering(rij, Gevolg.NIEUW, None, (), (Waarschuwing(2, kolom, melding, code),))


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"geboortedatum": BrpDatum(2007, 3, 11)}, id="18 today"),
        pytest.param({"geboortedatum": None}, id="birth date unknown"),
        pytest.param({"email": "", "telefoon": ""}, id="no e-mail or telephone"),
        pytest.param({"telefoon": "?"}, id="question mark in a telephone number"),
        pytest.param({"achternaam": "d’Angelo-O´Brien/(Å. Ŧ&'t Ðų)"}, id="signs that a name can have"),
        pytest.param({"woonplaats": "'S-GRAVENHAGE"}, id="woonplaats in capitals"),
        pytest.param({"achternaam": ".", "voorletters": ""}, id="no name in the BRP"),
        pytest.param({"uht_status": "zelf afgemeld"}, id="another status"),
    ],
)
def test_new_is_not_warned_of_what_is_common(anders):
    assert vergelijk_een(leveringrij(**anders)).waarschuwingen == ()


def test_no_woonplaats_is_strange_when_those_of_the_gemeente_are_unknown():
    assert vergelijk_een(leveringrij(woonplaats="Tiel"), woonplaatsen=()).waarschuwingen == ()


# --- somebody known: one field at a time


@pytest.mark.parametrize(
    ("veld", "oud", "nieuw"),
    [
        ("voorletters", "M.", "M.A."),
        ("achternaam", "Burck", "Burck-Jansen"),
        ("geboortedatum", None, BrpDatum(1962, 9, 25)),
        ("geboortedatum", BrpDatum(1962, 9), BrpDatum(1962, 9, 25)),
        ("telefoon", "", "076 - 9187041"),
        ("telefoon", "076 - 9187041", "06-12345678"),
        ("email", "a@voorbeeld.example", "b@voorbeeld.example"),
        ("straat", "Zeeruststr", "Zeeruststraat"),
        ("huisletter", "", "a"),
        ("woonplaats", "", "'s-Gravenhage"),
        ("woonplaats", "Den Haag", "'s-Gravenhage"),
        ("uht_status", "aangemeld", "erkend"),
    ],
)
def test_changed_takes_over_a_new_value(veld, oud, nieuw):
    rij = leveringrij(**{veld: nieuw})

    verandering = vergelijk_een(rij, bekend_als(rij, **{veld: oud}))

    assert (verandering.soort, verandering.waarschuwingen) == (Gevolg.GEWIJZIGD, ())
    assert [(v.veld, v.oud, v.nieuw) for v in verandering.verschillen] == [(veld, oud, nieuw)]


def test_changed_names_each_field_as_the_list_does_and_in_its_order():
    rij = leveringrij(telefoon="06-1", doelgroep="nabestaande", statusdatum=date(2025, 1, 2), uht_status="aangemeld")

    verandering = vergelijk_een(rij, bekend_als(leveringrij()))

    assert verandering.verschillen == (
        Verschil("doelgroep", "Soort", "aanvrager", "nabestaande"),
        Verschil("telefoon", "Telefoon", "076 - 9187041", "06-1"),
        Verschil("uht_status", "Status", "erkend", "aangemeld"),
        Verschil("statusdatum", "Statusdatum", date(2024, 1, 14), date(2025, 1, 2)),
    )


@pytest.mark.parametrize(
    ("veld", "oud", "nieuw"),
    [
        pytest.param("voorletters", "M.", "", id="empty initials"),
        pytest.param("voorvoegsel", "du", "", id="empty voorvoegsel"),
        pytest.param("geboortedatum", BrpDatum(1962, 9, 25), None, id="empty date of birth"),
        pytest.param("geboortedatum", BrpDatum(1962, 9, 25), BrpDatum(1962, 9), id="vaguer date of birth"),
        pytest.param("telefoon", "06-1", "", id="empty telephone"),
        pytest.param("huisletter", "a", "", id="empty huisletter of the same address"),
        pytest.param("woonplaats", "'s-Gravenhage", "", id="empty woonplaats of the same address"),
        pytest.param("achternaam", "Andr\u00e9", "Andre\u0301", id="accent written in two signs"),
    ],
)
def test_nothing_known_gives_way_to_less(veld, oud, nieuw):
    rij = leveringrij(**{veld: nieuw})
    bekend = bekend_als(rij, **{veld: oud})

    assert vergelijk_een(rij, bekend) == Verandering(rij, Gevolg.ONGEWIJZIGD, bekend)


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        pytest.param("VųlkovāsoØse", "V?lkov?soØse", "mist letters", id="letters lost in the Windows code page"),
        pytest.param("Strauß", "Strau\ufffd", "mist letters", id="replacement sign"),
        pytest.param("Reneé", "Rene‚", "mist letters", id="saved in the code page of MS-DOS"),
        pytest.param("Homeros", "=HYPERLINK(1)", "lijkt een formule", id="formula"),
    ],
)
def test_a_damaged_value_does_not_replace_a_good_one(oud, nieuw, reden):
    rij = leveringrij(achternaam=nieuw)
    bekend = bekend_als(rij, achternaam=oud)

    assert vergelijk_een(rij, bekend) == Verandering(
        rij,
        Gevolg.ONGEWIJZIGD,
        bekend,
        (),
        (
            Waarschuwing(
                2,
                "Achternaam",
                f"In de lijst staat '{nieuw}'. Dat {reden}. Het bekende '{oud}' blijft staan.",
                "behouden",
            ),
        ),
    )


def test_a_damaged_street_is_not_quoted():
    """A warning stays with the dossier, and the address may be or become geheim."""
    rij = leveringrij(straat="Lind?pad")
    bekend = bekend_als(rij, straat="Lindepad")

    [waarschuwing] = vergelijk_een(rij, bekend).waarschuwingen
    assert waarschuwing.melding == "Het veld Straat in de lijst mist letters. Het bekende adres blijft staan."


def test_another_name_with_a_question_mark_is_taken_with_a_warning():
    verandering = vergelijk_een(leveringrij(achternaam="?ladic"), bekend_als(leveringrij()))

    assert wijzigingen(verandering) == {"achternaam": "?ladic"}
    assert codes(verandering) == [("verminkt", "Achternaam")]


def test_another_surname_takes_its_voorvoegsel_along():
    verandering = vergelijk_een(leveringrij(achternaam="Jansen", voorvoegsel=""), bekend_als(leveringrij()))

    assert wijzigingen(verandering) == {"achternaam": "Jansen", "voorvoegsel": ""}


@pytest.mark.parametrize("geboortedatum", [BrpDatum(1963, 9, 25), BrpDatum(1963)])
def test_another_date_of_birth_asks_whether_it_is_the_same_person(geboortedatum):
    verandering = vergelijk_een(leveringrij(geboortedatum=geboortedatum), bekend_als(leveringrij()))

    assert wijzigingen(verandering) == {"geboortedatum": geboortedatum}
    assert codes(verandering) == [("geboortedatum", "Geboortedatum")]


def test_another_soort_is_warned_of():
    verandering = vergelijk_een(leveringrij(doelgroep="nabestaande"), bekend_als(leveringrij()))

    assert verandering.waarschuwingen == (
        Waarschuwing(
            2, "Soort", "De soort verandert van aanvrager in nabestaande. Controleer het dossier.", "doelgroep"
        ),
    )


# --- the address is one whole


def adres(straat="", huisnummer="", huisletter="", toevoeging="", postcode="", woonplaats=""):
    return locals()


LEEG = adres()
TIEL = adres("Nieuwe Haven", "12", "", "bis", "4001AB", "Tiel")
HAAGS = adres("Dam", "1", "a", "", "2511AA", "'s-Gravenhage")


@pytest.mark.parametrize(
    ("oud", "nieuw", "wordt", "waarschuwingen"),
    [
        pytest.param(HAAGS, TIEL, TIEL, ["woonplaats"], id="moved: the old huisletter goes"),
        pytest.param(LEEG, TIEL, TIEL, ["woonplaats"], id="first address"),
        pytest.param(HAAGS, LEEG, HAAGS, [], id="no address in the list"),
        pytest.param(HAAGS, TIEL | {"woonplaats": ""}, TIEL | {"woonplaats": ""}, ["adres"], id="moved, no woonplaats"),
        pytest.param(
            HAAGS,
            HAAGS | {"huisnummer": "3", "huisletter": ""},
            HAAGS | {"huisnummer": "3", "huisletter": ""},
            [],
            id="moved within the street",
        ),
        pytest.param(
            HAAGS,
            HAAGS | {"straat": "De Dam", "huisletter": ""},
            HAAGS | {"straat": "De Dam"},
            [],
            id="street in another spelling",
        ),
        pytest.param(HAAGS, adres(woonplaats="Tiel"), HAAGS, ["behouden"], id="only another woonplaats"),
        pytest.param(HAAGS, adres(woonplaats="'s-Gravenhage"), HAAGS, [], id="only the same woonplaats"),
        pytest.param(HAAGS, adres("Plein", "1"), adres("Plein", "1"), ["adres"], id="another street, the same number"),
        pytest.param(
            adres(woonplaats="Ede"),
            adres(woonplaats="Tiel"),
            adres(woonplaats="Tiel"),
            ["adres", "woonplaats"],
            id="of neither more is known",
        ),
        pytest.param(
            adres(postcode="2511AA"),
            adres(huisnummer="1"),
            adres(postcode="2511AA", huisnummer="1"),
            ["adres"],
            id="two halves of one address",
        ),
        pytest.param(
            TIEL,
            HAAGS | {"straat": "R?ellstraat"},
            HAAGS | {"straat": "R?ellstraat"},
            ["verminkt"],
            id="moved, damaged name",
        ),
    ],
)
def test_an_address_is_completed_or_replaced_as_a_whole(oud, nieuw, wordt, waarschuwingen):
    verandering = vergelijk_een(leveringrij(**nieuw), bekend_als(leveringrij(**oud)))

    assert oud | wijzigingen(verandering) == wordt
    assert [code for code, _ in codes(verandering)] == waarschuwingen


# --- the status


@pytest.mark.parametrize(
    ("oud", "nieuw", "wordt", "waarschuwingen"),
    [
        pytest.param(("aangemeld", 1), ("erkend", 2), ("erkend", 2), [], id="newer"),
        pytest.param(("aangemeld", 1), ("erkend", 1), ("erkend", 1), [], id="same day, another word"),
        pytest.param(("erkend", 1), ("erkend", 2), ("erkend", 2), [], id="same word, newer"),
        pytest.param(("aangemeld", None), ("erkend", 2), ("erkend", 2), [], id="day unknown"),
        pytest.param(("", None), ("aangemeld", 2), ("aangemeld", 2), [], id="nothing known"),
        pytest.param(("aangemeld", 1), ("niet erkend", 2), ("niet erkend", 2), ["wordt_niet_erkend"], id="niet erkend"),
        pytest.param(("erkend", 3), ("aangemeld", 2), ("erkend", 3), ["status_ouder"], id="older"),
        pytest.param(
            ("niet erkend", 3), ("erkend", 2), ("niet erkend", 3), ["status_ouder"], id="older than niet erkend"
        ),
    ],
)
def test_a_status_never_gives_way_to_an_older_one(oud, nieuw, wordt, waarschuwingen):
    def dag(nummer):
        return date(2025, 1, nummer) if nummer else None

    rij = leveringrij(uht_status=nieuw[0], statusdatum=dag(nieuw[1]))

    verandering = vergelijk_een(rij, bekend_als(rij, uht_status=oud[0], uht_statusdatum=dag(oud[1])))

    gewijzigd = wijzigingen(verandering)
    assert (gewijzigd.get("uht_status", oud[0]), gewijzigd.get("statusdatum", dag(oud[1]))) == (wordt[0], dag(wordt[1]))
    assert [code for code, _ in codes(verandering)] == waarschuwingen


def test_an_older_status_is_told_in_words():
    rij = leveringrij(uht_status="aangemeld", statusdatum=date(2024, 1, 2))

    verandering = vergelijk_een(rij, bekend_als(leveringrij()))

    assert verandering.waarschuwingen == (
        Waarschuwing(
            2,
            "Status",
            "De status 'aangemeld' is van 2 januari 2024. Bekend is 'erkend' van 14 januari 2024. De nieuwste status "
            "blijft staan.",
            "status_ouder",
        ),
    )


def test_a_list_changes_no_doelgroep_or_status_of_a_kind():
    rij = leveringrij(telefoon="06-1", uht_status="niet erkend", statusdatum=date(2025, 1, 2))
    kind = {"doelgroep": "kind", "uht_status": "recht op kindregeling"}

    verandering = vergelijk_een(rij, bekend_als(leveringrij(), **kind, datum_levering=None))

    assert wijzigingen(verandering) == {"telefoon": "06-1"}
    assert verandering.waarschuwingen == (
        Waarschuwing(
            2,
            "Soort",
            "Bij u is dit een kind. De lijst zegt: aanvrager, niet erkend sinds 2 januari 2025. Een kind heeft een "
            "eigen recht (Wht artikel 2.21 lid 1b), dus soort en status in het dossier blijven staan. Ga na wat klopt.",
            "kind",
        ),
    )


# --- an older list

LATER = {"datum_levering": date(2025, 3, 10)}


def test_a_status_of_the_same_day_does_not_come_back_with_an_older_levering():
    rij = leveringrij(uht_status="aangemeld")

    verandering = vergelijk_een(rij, bekend_als(leveringrij(uht_status="niet erkend"), **LATER))

    assert verandering.verschillen == ()
    assert verandering.waarschuwingen == (
        Waarschuwing(
            2,
            "Status",
            "De status 'aangemeld' is van 14 januari 2024. Bekend is van die dag 'niet erkend', en er is al een latere "
            "levering gelezen. De bekende status blijft staan.",
            "status_ouder",
        ),
    )


def test_an_older_levering_replaces_nothing():
    rij = leveringrij(achternaam="Jansen", voorvoegsel="van", telefoon="06-1", **HAAGS)

    verandering = vergelijk_een(rij, bekend_als(leveringrij(**TIEL), **LATER))

    assert (verandering.soort, verandering.verschillen) == (Gevolg.ONGEWIJZIGD, ())
    assert verandering.waarschuwingen == (
        Waarschuwing(
            2,
            "Datum levering",
            "Deze rij is van 6 januari 2025. Er is al een latere levering gelezen. Wat bekend is, blijft staan; alleen "
            "wat leeg was, is aangevuld.",
            "oudere_levering",
        ),
    )


def test_an_older_levering_fills_what_is_empty():
    rij = leveringrij()

    verandering = vergelijk_een(rij, bekend_als(rij, telefoon="", geboortedatum=None, **LEEG, **LATER))

    assert wijzigingen(verandering) == {
        "telefoon": rij.telefoon,
        "geboortedatum": rij.geboortedatum,
        "straat": rij.straat,
        "huisnummer": rij.huisnummer,
        "postcode": rij.postcode,
        "woonplaats": rij.woonplaats,
    }
    assert verandering.waarschuwingen == ()


def test_an_older_levering_does_not_complete_a_known_address_or_name():
    rij = leveringrij(achternaam="Jansen", voorvoegsel="van", huisletter="a")

    verandering = vergelijk_een(rij, bekend_als(leveringrij(), voorvoegsel="", **LATER))

    assert (wijzigingen(verandering), codes(verandering)) == ({}, [("oudere_levering", "Datum levering")])


def test_a_levering_of_the_same_day_counts():
    rij = leveringrij(telefoon="06-1")

    assert wijzigingen(vergelijk_een(rij, bekend_als(leveringrij()))) == {"telefoon": "06-1"}


# --- twice the same


TOESTANDEN = [
    leveringrij(),
    leveringrij(**TIEL, achternaam="Jansen", voorvoegsel="", uht_status="niet erkend", statusdatum=date(2025, 1, 2)),
    leveringrij(**LEEG, voorletters="", telefoon="", email="", geboortedatum=None, statusdatum=date(2025, 1, 3)),
    leveringrij(**adres(woonplaats="Tiel"), achternaam="Bur?k", statusdatum=date(2023, 1, 1)),
    leveringrij(achternaam="=1", doelgroep="nabestaande", geboortedatum=BrpDatum(1962), statusdatum=date(2025, 1, 4)),
]


def voer_uit(oud, verandering):
    nieuw = wijzigingen(verandering)
    velden = {veld: getattr(oud, veld) for veld in oud.__dataclass_fields__} | nieuw
    velden["uht_statusdatum"] = nieuw.get("statusdatum", oud.uht_statusdatum)
    velden.pop("statusdatum", None)
    return bekend_als(leveringrij(), **velden)


@pytest.mark.parametrize("nummer", range(len(TOESTANDEN)))
def test_reading_a_row_again_changes_nothing(nummer):
    bekend = bekend_als(TOESTANDEN[nummer - 1])
    for rij in (TOESTANDEN[nummer], TOESTANDEN[nummer - 2]):
        eerste = vergelijk_een(rij, bekend)
        bekend = voer_uit(bekend, eerste)

        tweede = vergelijk_een(rij, bekend)

        assert (tweede.soort, tweede.verschillen) == (Gevolg.ONGEWIJZIGD, ())


def test_toestanden_differ():
    assert all(een != ander for een, ander in pairwise(TOESTANDEN))
