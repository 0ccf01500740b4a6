import pytest

from portal_import.kolommen import KOLOMMEN, deel_in, sleutel
from portal_import.meldingen import BestandGeweigerd, Waarschuwing, som_op
from portal_import.soorten import Soort
from tests.portal_import.bestanden import KOP

LEVERING = KOLOMMEN[Soort.LEVERING]
VERPLICHT = ("BSN", "Soort", "Achternaam", "Geboortedatum", "Status", "Statusdatum", "Datum levering")


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [("E-mail ", "email"), ("DATUM_levering", "datumlevering"), ("niet  erkend", "nieterkend"), ("", ""), ("*", "")],
)
def test_sleutel_keeps_what_counts(woorden, verwacht):
    assert sleutel(woorden) == verwacht


def test_no_name_belongs_to_two_fields():
    alle = [s for kolom in LEVERING for s in kolom.sleutels]

    assert len(alle) == len(set(alle))


def test_deel_in_finds_each_field_of_the_real_header():
    indeling = deel_in(KOP, 1, LEVERING)

    assert indeling.plaatsen == {kolom.veld: nummer for nummer, kolom in enumerate(LEVERING)}
    assert list(indeling.koppen.values()) == list(KOP)
    assert indeling.waarschuwingen == ()


def test_deel_in_does_not_care_for_order_case_or_punctuation():
    kop = [naam.upper().replace(" ", "_") + " " for naam in reversed(KOP)]

    indeling = deel_in(kop, 1, LEVERING)

    assert indeling.plaatsen == {kolom.veld: 16 - nummer for nummer, kolom in enumerate(LEVERING)}
    assert indeling.koppen["datum_levering"] == "DATUM_LEVERING "


def test_deel_in_knows_other_names():
    kop = ["Burgerservicenummer", "Doelgroep", *VERPLICHT[2:4], "UHT-status", "Datum status", "Leverdatum"]

    indeling = deel_in(kop, 1, LEVERING)

    gevonden = {veld: plaats for veld, plaats in indeling.plaatsen.items() if plaats is not None}
    assert gevonden == {
        "bsn": 0,
        "doelgroep": 1,
        "achternaam": 2,
        "geboortedatum": 3,
        "uht_status": 4,
        "statusdatum": 5,
        "datum_levering": 6,
    }


def test_deel_in_warns_of_columns_that_are_extra_or_absent():
    kop = [naam for naam in KOP if naam != "Telefoon"] + ["Opmerking", ""]

    indeling = deel_in(kop, 3, LEVERING)

    assert indeling.plaatsen["telefoon"] is None
    assert indeling.waarschuwingen == (
        Waarschuwing(3, "Opmerking", "De kolom 'Opmerking' wordt niet gelezen.", "kolom_onbekend"),
        Waarschuwing(
            3, "zonder naam, nummer 18", "De kolom 'zonder naam, nummer 18' wordt niet gelezen.", "kolom_onbekend"
        ),
        Waarschuwing(
            3,
            "Telefoon",
            "De kolom 'Telefoon' staat niet in het bestand. Wat al bekend is, blijft staan.",
            "kolom_ontbreekt",
        ),
    )


@pytest.mark.parametrize("veld", VERPLICHT)
def test_deel_in_refuses_a_list_without_a_required_column(veld):
    kop = [naam for naam in KOP if naam != veld]

    with pytest.raises(BestandGeweigerd) as fout:
        deel_in(kop, 1, LEVERING)

    assert str(fout.value) == (
        f"Dit is geen levering uit het gegevensportaal. Deze kolommen ontbreken: '{veld}'. "
        "Controleer of u de goede lijst koos, of geef de kolommen de goede naam."
    )


@pytest.mark.parametrize(
    ("kop", "melding"),
    [
        pytest.param(
            ["BSN", "Recht op kindregeling", "Datum antwoord"],
            "Dit is geen levering uit het gegevensportaal. Het lijkt een antwoordbestand over kinderen. Zo'n lijst "
            "leest dit programma niet in. Leg elk antwoord vast in het dossier: kies daar UHT en dan Antwoord "
            "vastleggen. Deze kolommen ontbreken: 'Soort', 'Achternaam', 'Geboortedatum', 'Status', 'Statusdatum' en "
            "'Datum levering'. Wel gevonden, maar niet herkend: 'Recht op kindregeling' en 'Datum antwoord'.",
            id="answer file",
        ),
        pytest.param(
            ["BSN", "Soort", "Status per 31-12-2024", *VERPLICHT[2:4], *VERPLICHT[5:]],
            "Dit is geen levering uit het gegevensportaal. Het lijkt een jaarlijst. Zo'n lijst leest dit programma "
            "niet in. Geef haar aan wie de verantwoording doet: die legt haar ernaast en legt bij SPUK vast dat zij is "
            "ontvangen. Deze kolommen ontbreken: 'Status'. Wel gevonden, maar niet herkend: 'Status per 31-12-2024'.",
            id="year list",
        ),
        pytest.param(
            ["999990639", "Jansen"],
            "Dit is geen levering uit het gegevensportaal: er is geen enkele kolom herkend. Staan de namen van de "
            "kolommen boven de lijst, en staat de lijst op het eerste blad?",
            id="no header: a person is not repeated",
        ),
        pytest.param(
            ["BSN", "999990639"],
            "Dit is geen levering uit het gegevensportaal. Deze kolommen ontbreken: 'Soort', 'Achternaam', "
            "'Geboortedatum', 'Status', 'Statusdatum' en 'Datum levering'. Wel gevonden, maar niet herkend: "
            "'*****0639'. Controleer of u de goede lijst koos, of geef de kolommen de goede naam.",
            id="a BSN for a header",
        ),
        pytest.param(
            [*KOP, "E-mailadres"],
            "Een gegeven staat in meer dan één kolom: 'E-mail' en 'E-mailadres'. Haal één van de kolommen weg.",
            id="a field twice",
        ),
    ],
)
def test_deel_in_refuses_another_list(kop, melding):
    with pytest.raises(BestandGeweigerd) as fout:
        deel_in(kop, 1, LEVERING)

    assert str(fout.value) == melding


@pytest.mark.parametrize(
    "kop",
    [
        pytest.param(["BSN", "Achternaam", "SCHULDEISER "], id="debt list"),
        pytest.param([*KOP, "Openstaand_bedrag"], id="levering with one column of debts"),
    ],
)
def test_deel_in_refuses_debts(kop):
    with pytest.raises(BestandGeweigerd) as fout:
        deel_in(kop, 1, LEVERING)

    assert str(fout.value) == (
        f"Dit is een schuldenlijst: er staat informatie over schulden in ('{kop[-1]}'). Zo'n lijst mag u niet "
        "gebruiken voor brede ondersteuning (doelbinding; VNG-handreiking brede ondersteuning 2025, paragraaf 2.3). Er "
        "is niets gelezen of bewaard. Kies de lijst voor brede ondersteuning."
    )


@pytest.mark.parametrize(
    ("woorden", "zin"), [(["a"], "'a'"), (["a", "b"], "'a' en 'b'"), (["a", "b", "c"], "'a', 'b' en 'c'")]
)
def test_som_op_writes_a_list(woorden, zin):
    assert som_op(woorden) == zin
