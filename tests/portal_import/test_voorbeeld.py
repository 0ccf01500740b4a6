"""The real lists of the portal, and the report on a file."""

import hashlib
from collections import Counter
from datetime import date

import pytest

from cases.brpdatum import BrpDatum
from portal_import.meldingen import BestandGeweigerd, RijFout, Waarschuwing
from portal_import.soorten import Soort
from portal_import.vergelijken import Gevolg
from portal_import.voorbeeld import Voorbeeld, geweigerd, lees_bestand, maak_voorbeeld
from tests.portal_import.bestanden import BSN_2, DATA, KOP, LEVERING, VERVOLG, bekend_als, csv, rij, xlsx

ON = date(2025, 3, 11)
HAAG = {"'s-Gravenhage"}


def lees_pad(pad):
    return lees_bestand(pad.read_bytes(), pad.name, Soort.LEVERING, ON)


@pytest.fixture(scope="module")
def januari():
    return lees_pad(LEVERING)


@pytest.fixture(scope="module")
def bekend(januari):
    """What is known once the list of January has been taken in."""
    return {rij.bsn: bekend_als(rij, dossier_id=rij.rijnummer) for rij in januari.rijen}


def test_levering_of_january_is_read_whole(januari):
    assert (len(januari.rijen), januari.fouten, januari.waarschuwingen) == (276, (), ())
    assert [rij.rijnummer for rij in januari.rijen] == list(range(2, 278))
    assert Counter(rij.doelgroep for rij in januari.rijen) == {
        "aanvrager": 204,
        "ex-toeslagpartner": 60,
        "nabestaande": 12,
    }
    assert Counter(rij.uht_status for rij in januari.rijen) == {"erkend": 125, "aangemeld": 102, "niet erkend": 49}


def test_levering_of_january_pads_the_short_bsns(januari):
    assert {rij.rijnummer: rij.bsn for rij in januari.rijen if rij.bsn.startswith("0")} == {
        28: "000009933",
        81: "010082426",
        102: "000009994",
        158: "000009842",
        182: "000009891",
        198: "000009908",
        226: "000009969",
        231: "000009830",
        236: "000009957",
    }


def test_levering_of_january_keeps_odd_names_and_unknown_days(januari):
    op_rij = {rij.rijnummer: rij for rij in januari.rijen}

    assert (op_rij[35].achternaam, op_rij[35].geboortedatum) == ("VųlkovāsoØse", BrpDatum(1995, 2))
    assert op_rij[195].achternaam == "Leclercq"
    assert (len(op_rij[234].achternaam), op_rij[234].achternaam[-12:]) == (196, "e-Langenburg")
    assert op_rij[82].straat == "Johan van Hasseltweg"
    assert {rij.achternaam for rij in januari.rijen} >= {".", "T.Śar ŃĆ ĹāÑ ŤÙmön ĊéŴÀŅŇĩ Ļl'ÁÚŘŠĎÉ Pomme-d' Or ĽÒÓĢÛŨ"}
    assert {rij.voorletters for rij in januari.rijen} >= {"", "P.F.C.A.W.J.H.D.D.B.S.B.a.F.M.J.A.L.K.J."}


def test_levering_of_january_makes_dossiers(januari):
    voorbeeld = maak_voorbeeld(januari, {}, woonplaatsen=HAAG, on=ON)

    assert voorbeeld.als_json(7) == {
        "bestand": "levering-bo-20250106.xlsx",
        "soort": "levering",
        "run": 7,
        "rijen": 276,
        "nieuw": 276,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": False,
        "reden": None,
        "fouten": [],
    }
    assert voorbeeld.sha256 == hashlib.sha256(LEVERING.read_bytes()).hexdigest()
    assert Counter(waarschuwing.code for waarschuwing in voorbeeld.waarschuwingen) == {
        "adres": 110,
        "woonplaats": 102,
        "geen_recht": 49,
        "minderjarig": 11,
        "verminkt": 1,
    }


def test_levering_of_january_again_changes_nothing(januari, bekend):
    voorbeeld = maak_voorbeeld(januari, bekend, woonplaatsen=HAAG, on=ON)

    assert (voorbeeld.nieuw, voorbeeld.gewijzigd, voorbeeld.ongewijzigd) == (0, 0, 276)
    assert voorbeeld.waarschuwingen == ()


def test_levering_of_march_after_january(bekend):
    voorbeeld = maak_voorbeeld(lees_pad(VERVOLG), bekend, woonplaatsen=HAAG, on=ON)

    assert (voorbeeld.rijen, voorbeeld.nieuw, voorbeeld.gewijzigd, voorbeeld.ongewijzigd) == (125, 70, 50, 1)
    assert voorbeeld.fouten == (
        RijFout(
            122, "BSN", "*****6789", "Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer."
        ),
        RijFout(123, "BSN", "", "Het BSN ontbreekt. Vul het BSN in."),
        RijFout(124, "Geboortedatum", "31-02-1980", "Deze datum bestaat niet: maand 2 van 1980 heeft geen dag 31."),
        RijFout(126, "BSN", "*****5984", "Dit BSN staat ook op rij 2. Alleen rij 2 is gelezen."),
    )
    assert Counter(v.veld for verandering in voorbeeld.veranderingen for v in verandering.verschillen) == {
        "uht_status": 15,
        "statusdatum": 40,
        "straat": 10,
        "huisnummer": 10,
        "huisletter": 1,
        "toevoeging": 10,
        "postcode": 10,
        "woonplaats": 10,
    }


def test_levering_of_march_keeps_names_that_got_damaged(bekend):
    voorbeeld = maak_voorbeeld(lees_pad(VERVOLG), bekend, woonplaatsen=HAAG, on=ON)

    behouden = [w for w in voorbeeld.waarschuwingen if w.code == "behouden"]
    assert behouden == [
        Waarschuwing(
            105,
            "Achternaam",
            "In de lijst staat 'V?lkov?soØse'. Dat mist letters. Het bekende 'VųlkovāsoØse' blijft staan.",
            "behouden",
        ),
        Waarschuwing(
            125,
            "Achternaam",
            "In de lijst staat '=HYPERLINK(\"http://voorbeeld.example\")'. Dat lijkt een formule. Het bekende "
            "'Homeros' blijft staan.",
            "behouden",
        ),
    ]
    (ongewijzigd,) = [v for v in voorbeeld.veranderingen if v.soort == Gevolg.ONGEWIJZIGD]
    assert ongewijzigd.rij.rijnummer == 125


def test_levering_of_january_after_march_brings_nothing_back(januari, bekend):
    maart = maak_voorbeeld(lees_pad(VERVOLG), bekend, woonplaatsen=HAAG, on=ON)
    verhuisd = next(v for v in maart.veranderingen if v.rij.rijnummer == 113)
    nieuw = {v.veld: v.nieuw for v in verhuisd.verschillen}
    na_maart = bekend_als(verhuisd.rij)
    assert (nieuw["woonplaats"], na_maart.datum_levering) == ("Tiel", date(2025, 3, 10))

    voorbeeld = maak_voorbeeld(januari, bekend | {verhuisd.rij.bsn: na_maart}, woonplaatsen=HAAG, on=ON)

    assert (voorbeeld.gewijzigd, voorbeeld.ongewijzigd) == (0, 276)
    assert [w.code for w in voorbeeld.waarschuwingen] == ["oudere_levering"]


def test_schuldenlijst_is_refused():
    pad = DATA / "schuldenlijst-20250106.xlsx"

    with pytest.raises(BestandGeweigerd) as fout:
        lees_pad(pad)

    reden = (
        "Dit is een schuldenlijst: er staat informatie over schulden in ('Schuldeiser', 'Vorderingnummer', 'Openstaand "
        "bedrag', 'Datum opeisbaar' en 'Pauzeknop'). Zo'n lijst mag u niet gebruiken voor brede ondersteuning "
        "(doelbinding; VNG-handreiking brede ondersteuning 2025, paragraaf 2.3). Er is niets gelezen of bewaard. Kies "
        "de lijst voor brede ondersteuning."
    )
    assert str(fout.value) == reden
    assert geweigerd(pad.read_bytes(), pad.name, Soort.LEVERING, reden).als_json(None) == {
        "bestand": "schuldenlijst-20250106.xlsx",
        "soort": "levering",
        "run": None,
        "rijen": 0,
        "nieuw": 0,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": True,
        "reden": reden,
        "fouten": [],
    }


GEEN_RIJEN = "Dit bestand heeft wel kolommen, maar geen rijen. Haal de lijst opnieuw uit het portaal."
GEEN_KOLOM = (
    "Dit is geen levering uit het gegevensportaal: er is geen enkele kolom herkend. Staan de namen van de kolommen "
    "boven de lijst, en staat de lijst op het eerste blad?"
)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        pytest.param(xlsx(), GEEN_RIJEN, id="header only"),
        pytest.param(csv(), GEEN_RIJEN, id="csv with a header only"),
        pytest.param(xlsx([None, " "]), GEEN_RIJEN, id="blank rows only"),
        pytest.param(b";;;\r\n", GEEN_KOLOM, id="only separators"),
        pytest.param(b"sep=;\r\n", GEEN_KOLOM, id="only the line of Excel"),
        pytest.param(b"Hierbij de lijst.", GEEN_KOLOM, id="a sentence"),
        pytest.param(
            xlsx(bladen={"Uitleg": [["Lees mij"]], "Levering": [list(KOP), rij()]}),
            GEEN_KOLOM,
            id="other sheet first",
        ),
    ],
)
def test_a_file_without_a_list_is_refused(inhoud, melding):
    with pytest.raises(BestandGeweigerd) as fout:
        lees_bestand(inhoud, "lijst", Soort.LEVERING, ON)

    assert str(fout.value) == melding


def test_rows_with_faults_count_once_and_do_not_stop_the_others():
    inhoud = csv(rij(), rij(BSN="1", Status="?", Geboortedatum="30-02-1995"), rij(BSN=BSN_2))

    voorbeeld = maak_voorbeeld(lees_bestand(inhoud, "l.csv", Soort.LEVERING, ON), {}, woonplaatsen=HAAG, on=ON)

    assert (voorbeeld.rijen, voorbeeld.nieuw, len(voorbeeld.fouten)) == (3, 2, 3)
    assert voorbeeld.als_json(None)["fouten"][1] == {
        "rij": 3,
        "kolom": "Geboortedatum",
        "waarde": "30-02-1995",
        "melding": "Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30.",
    }


def test_warnings_of_the_file_come_before_those_of_its_rows():
    bladen = {"Levering": [[*KOP, "Opmerking"], [*rij(Woonplaats="Tiel"), "belt graag"]], "Uitleg": [["Tekst"]]}
    gelezen = lees_bestand(xlsx(bladen=bladen), "l.xlsx", Soort.LEVERING, ON)

    voorbeeld = maak_voorbeeld(gelezen, {}, woonplaatsen=HAAG, on=ON)

    assert voorbeeld.waarschuwingen == (
        Waarschuwing(1, "Opmerking", "De kolom 'Opmerking' wordt niet gelezen.", "kolom_onbekend"),
        Waarschuwing(1, "", "Alleen het blad 'Levering' is gelezen. Niet gelezen: 'Uitleg'.", "blad"),
        Waarschuwing(
            2,
            "Woonplaats",
            "De woonplaats ligt niet in deze gemeente. Controleer of deze persoon hier woont.",
            "woonplaats",
        ),
    )


def test_voorbeeld_refuses_to_exist_when_rows_do_not_add_up():
    fouten = (RijFout(2, "BSN", "", "a"), RijFout(2, "Status", "", "b"), RijFout(3, "BSN", "", "c"))

    goed = Voorbeeld("l.csv", "", Soort.LEVERING, rijen=5, nieuw=1, gewijzigd=1, ongewijzigd=1, fouten=fouten)

    assert goed.rijen == 5
    with pytest.raises(ValueError, match="rows with a fault"):
        Voorbeeld("l.csv", "", Soort.LEVERING, rijen=4, nieuw=1, fouten=fouten)
    with pytest.raises(ValueError, match="refused"):
        Voorbeeld("l.csv", "", Soort.LEVERING, rijen=1, nieuw=1, reden="Geen lijst.")
