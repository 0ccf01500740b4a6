from datetime import date

import pytest

from cases.brpdatum import BrpDatum
from cases.models import Persoon
from portal_import.kolommen import KOLOMMEN, deel_in
from portal_import.levering import MAXIMUM, lees_levering
from portal_import.lezen import lees
from portal_import.meldingen import RijFout
from portal_import.soorten import Soort
from tests.portal_import.bestanden import BSN, BSN_2, BSN_3, KOP, csv, leveringrij, rij, xlsx

ON = date(2025, 3, 11)


def lees_rijen(inhoud, on=ON):
    tabel = lees(inhoud, "levering")
    return list(lees_levering(tabel, deel_in(tabel.kolommen, tabel.koprij, KOLOMMEN[Soort.LEVERING]), on))


def test_maximum_is_what_fits_in_a_persoon():
    assert {veld: Persoon._meta.get_field(veld).max_length for veld in MAXIMUM} == MAXIMUM


@pytest.mark.parametrize("maak", [xlsx, csv])
def test_lees_levering_reads_a_row(maak):
    assert lees_rijen(maak(rij())) == [leveringrij()]


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({"BSN": 9830}, {"bsn": "000009830"}, id="short number is padded"),
        pytest.param({"Soort": "Ex-Toeslagpartner"}, {"doelgroep": "ex-toeslagpartner"}, id="soort in capitals"),
        pytest.param({"Soort": "nabestaande "}, {"doelgroep": "nabestaande"}, id="nabestaande"),
        pytest.param({"Voorletters": ""}, {"voorletters": ""}, id="no initials"),
        pytest.param({"Achternaam": "."}, {"achternaam": "."}, id="no surname in the BRP"),
        pytest.param({"Achternaam": "Leclercq "}, {"achternaam": "Leclercq"}, id="space at the end"),
        pytest.param({"Geboortedatum": "00-02-1995"}, {"geboortedatum": BrpDatum(1995, 2)}, id="day of birth unknown"),
        pytest.param({"Geboortedatum": ""}, {"geboortedatum": None}, id="no date of birth"),
        pytest.param({"Huisnummer": 132}, {"huisnummer": "132"}, id="house number as a number"),
        pytest.param({"Postcode": "2584 bz"}, {"postcode": "2584BZ"}, id="postcode with a space"),
        pytest.param({"Telefoon": 612345678}, {"telefoon": "0612345678"}, id="telephone as a number"),
        pytest.param({"Status": "Zelf-afgemeld"}, {"uht_status": "zelf afgemeld"}, id="status in another spelling"),
        pytest.param({"Statusdatum": date(2024, 2, 29)}, {"statusdatum": date(2024, 2, 29)}, id="date cell"),
        pytest.param({"Datum_levering": "11-03-2025"}, {"datum_levering": ON}, id="delivered today"),
    ],
)
def test_lees_levering_tidies(anders, verwacht):
    assert lees_rijen(xlsx(rij(**anders))) == [leveringrij(**verwacht)]


def test_lees_levering_does_without_optional_columns():
    kop = [naam for naam in KOP if naam not in ("Voorletters", "E-mail")]
    cellen = [cel for naam, cel in zip(KOP, rij(), strict=True) if naam in kop]

    assert lees_rijen(xlsx(cellen, kop=kop)) == [leveringrij(voorletters="", email="")]


KIND = (
    "Een kind hoort niet in een levering: kinderen melden zich zelf bij de gemeente (VNG-handreiking 2025, paragraaf "
    "2.3). Meldt een kind zich, maak dan een aanmelding en vraag UHT om verificatie."
)
DOELGROEP = "Dit woord is niet bekend. Het moet een van deze zijn: 'aanvrager', 'ex-toeslagpartner', 'nabestaande'."
STATUS = (
    "Dit woord is niet bekend. Het moet een van deze zijn: 'aangemeld', 'eerste toets', 'erkend', 'niet erkend',"
    " 'zelf afgemeld'."
)
ELFPROEF = "Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer."
ACHT = "Dit BSN heeft 8 cijfers. Een BSN heeft er 9. Staat er misschien een nul te weinig vooraan?"
GEEN_BSN = "Dit is geen BSN. Een BSN bestaat uit 9 cijfers."
BSN_ELDERS = "Hier staat een BSN. Dat hoort alleen in de kolom met het BSN. Misschien is de rij verschoven."
TOEKOMST = "Deze datum ligt in de toekomst."
GEEN_DAG = "Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30."
EXCEL_DATUM = "Excel heeft van deze cel een datum of tijd gemaakt. Zet de cel op 'Tekst' en typ de waarde opnieuw."


@pytest.mark.parametrize(
    ("anders", "kolom", "waarde", "melding"),
    [
        pytest.param({"BSN": "123456789"}, "BSN", "*****6789", ELFPROEF, id="BSN fails the 11-proef"),
        pytest.param({"BSN": 123456789}, "BSN", "*****6789", ELFPROEF, id="BSN as a number fails the 11-proef"),
        pytest.param({"BSN": "10082426"}, "BSN", "****2426", ACHT, id="BSN of eight digits in text"),
        pytest.param({"BSN": ""}, "BSN", "", "Het BSN ontbreekt. Vul het BSN in.", id="no BSN"),
        pytest.param({"BSN": "Jansen"}, "BSN", "**nsen", GEEN_BSN, id="name for a BSN"),
        pytest.param({"Soort": "buurman"}, "Soort", "buurman", DOELGROEP, id="unknown soort"),
        pytest.param({"Soort": BSN}, "Soort", "*****0639", DOELGROEP, id="BSN in another column is masked too"),
        pytest.param({"Soort": "123456789"}, "Soort", "123456789", DOELGROEP, id="nine digits that are no BSN"),
        pytest.param({"Soort": "Kind"}, "Soort", "Kind", KIND, id="a child"),
        pytest.param({"Achternaam": int(BSN)}, "Achternaam", "*****0639", BSN_ELDERS, id="BSN for a surname"),
        pytest.param({"Straat": "Dam 999 990 639"}, "Straat", "Dam *****0639", BSN_ELDERS, id="BSN in a street"),
        pytest.param({"Achternaam": " "}, "Achternaam", "", "De achternaam ontbreekt. Vul dit in.", id="no surname"),
        pytest.param({"Geboortedatum": "30-02-1995"}, "Geboortedatum", "30-02-1995", GEEN_DAG, id="30 February"),
        pytest.param({"Geboortedatum": "12-03-2025"}, "Geboortedatum", "12-03-2025", TOEKOMST, id="born tomorrow"),
        pytest.param({"Huisnummer": date(2025, 3, 5)}, "Huisnummer", "05-03-2025", EXCEL_DATUM, id="3-5 became a date"),
        pytest.param(
            {"Achternaam": "a" * 251},
            "Achternaam",
            "a" * 59 + "…",
            "Deze tekst is te lang: 251 tekens. Er passen er 250.",
            id="too long a name",
        ),
        pytest.param({"Status": "gedupeerd"}, "Status", "gedupeerd", STATUS, id="unknown status"),
        pytest.param({"Status": 3}, "Status", "3", STATUS, id="status as a number"),
        pytest.param(
            {"Statusdatum": ""}, "Statusdatum", "", "De statusdatum ontbreekt. Vul dit in.", id="no status date"
        ),
        pytest.param({"Statusdatum": "12-03-2025"}, "Statusdatum", "12-03-2025", TOEKOMST, id="status of tomorrow"),
        pytest.param(
            {"Datum_levering": "12-03-2025"}, "Datum levering", "12-03-2025", TOEKOMST, id="levering of tomorrow"
        ),
    ],
)
def test_lees_levering_says_what_is_wrong_with_a_row(anders, kolom, waarde, melding):
    goed = rij(BSN=BSN_2)

    uitkomst = lees_rijen(xlsx(rij(**anders), goed))

    assert uitkomst == [(RijFout(2, kolom, waarde, melding),), leveringrij(rijnummer=3, bsn=BSN_2)]


def test_lees_levering_names_every_fault_of_a_row():
    (fouten,) = lees_rijen(xlsx(rij(BSN="1", Status="", Geboortedatum="30-02-1995")))

    assert [(fout.rij, fout.kolom, fout.waarde) for fout in fouten] == [
        (2, "BSN", "*"),
        (2, "Geboortedatum", "30-02-1995"),
        (2, "Status", ""),
    ]


def test_lees_levering_names_the_column_as_the_file_does():
    kop = ["Burgerservicenummer", *KOP[1:]]

    ((fout,),) = lees_rijen(csv(rij(BSN="1"), kop=kop))

    assert fout.kolom == "Burgerservicenummer"


def test_lees_levering_reads_the_first_of_two_rows_with_one_bsn():
    uitkomst = lees_rijen(xlsx(rij(), rij(BSN=BSN_2), rij(Straat="Dam"), rij(BSN=int(BSN_2))))

    assert uitkomst == [
        leveringrij(),
        leveringrij(rijnummer=3, bsn=BSN_2),
        (RijFout(4, "BSN", "*****0639", "Dit BSN staat ook op rij 2. Alleen rij 2 is gelezen."),),
        (RijFout(5, "BSN", "*****1723", "Dit BSN staat ook op rij 3. Alleen rij 3 is gelezen."),),
    ]


def test_lees_levering_reads_a_row_whose_first_row_was_faulty():
    uitkomst = lees_rijen(xlsx(rij(Geboortedatum="30-02-1995"), rij()))

    assert uitkomst == [(RijFout(2, "Geboortedatum", "30-02-1995", GEEN_DAG),), leveringrij(rijnummer=3)]


def test_lees_levering_faults_a_csv_row_with_cells_too_many():
    verschoven = rij(BSN=BSN_2)
    verschoven.insert(4, "Burck")

    uitkomst = lees_rijen(csv([*rij(), ""], verschoven, rij(BSN=BSN_3)[:16]))

    assert uitkomst == [
        leveringrij(),
        (
            RijFout(
                3,
                "",
                "",
                "Deze rij heeft meer cellen dan er kolommen zijn. Misschien staat er een scheidingsteken in een naam "
                "of adres. Herstel de rij in Excel.",
            ),
        ),
        (RijFout(4, "Datum levering", "", "De datum van de levering ontbreekt. Vul dit in."),),
    ]
