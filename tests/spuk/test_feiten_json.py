"""Reading FACTS.json: good facts become rows, faulty ones say where, what and what to do."""

import json
from datetime import date
from decimal import Decimal

import pytest

from spuk.componenten import Component, Wijze
from spuk.feiten import Contact, Driegesprek, Feiten, Kosten, Plan, Telling
from spuk.feiten_json import read_opdracht
from spuk.json_lezer import FeitenFout
from spuk.keuze import Keuze

JAREN = "Vul een heel getal in van 2020 tot en met 2029."
DATUM = "is geen datum. Schrijf een datum als 2024-03-01."
BEDRAG = 'is geen bedrag. Schrijf het met een punt, bijvoorbeeld "1234.50".'
STAFFEL = 'klopt niet. Schrijf bedragen per ondergrens, bijvoorbeeld {"0": "12000.00", "50": "48000.00"}.'
MIN = 'is negatief. Verbeter het bedrag, of zet bij een creditnota "creditnota": true.'
POSITIEF = "is positief, maar bij een creditnota hoort een bedrag met een min. Verbeter het."
NUMMER = "is geen nummer. Vul een nummer of een naam in."
KIES = "is geen onderdeel. Kies uit A, B, C, D, E, E_kind, F."
DAG = "bestaat niet. Kijk de dag en de maand na."
KEUZE = {"abdf": "norm", "e": "norm", "switch_abdf": None, "switch_e": None}


def lees(**velden):
    return read_opdracht(json.dumps({"jaar": 2024, "keuze": KEUZE, **velden}))


def meldingen(tekst):
    with pytest.raises(FeitenFout) as fout:
        read_opdracht(tekst)
    return list(fout.value.meldingen)


def fouten(**velden):
    return meldingen(json.dumps({"jaar": 2024, "keuze": KEUZE, **velden}))


def test_all_facts_are_read():
    opdracht = lees(
        keuze={**KEUZE, "switch_abdf": 2024, "switch_e": 2024},
        contacten=[{"gezin": 12, "datum": "2024-02-29", "bron": "c1"}],
        plannen=[
            {
                "plan": "p1",
                "persoon": "q1",
                "gezin": "g1",
                "vastgesteld": "2024-03-01",
                "akkoord": "2024-02-28",
                "akkoordbewijs": True,
                "nazorg_start": None,
            }
        ],
        driegesprekken=[{"persoon": "q1", "datum": "2024-03-01", "derde": True}],
        kosten=[
            {"component": "E_kind", "datum": "2024-03-01", "netto": "100.00", "btw": "21.00", "persoon": None},
            {"component": "C", "datum": "2024-03-01", "netto": 12.345, "plan": "p1", "verplichting": "2023-03-01"},
            {"component": "C", "datum": "2024-03-02", "netto": -7, "btw": "-1.47", "creditnota": True},
        ],
        tellingen=[
            {"jaar": 2024, "peildatum": "2024-12-31", "aantal": 0, "bron": " UHT-lijst "},
            {"jaar": 2023, "aantal": 9},
        ],
    )

    dag = date(2024, 3, 1)
    assert opdracht.jaar == 2024
    assert opdracht.regels.keuze == Keuze(Wijze.NORM, Wijze.NORM, 2024, 2024)
    assert opdracht.feiten == Feiten(
        contacten=(Contact("12", date(2024, 2, 29), "c1"),),
        plannen=(Plan("p1", "q1", "g1", dag, date(2024, 2, 28), True, None),),
        driegesprekken=(Driegesprek("q1", dag, True),),
        kosten=(
            Kosten(Component.E_KIND, dag, Decimal("100.00"), Decimal("21.00")),
            Kosten(Component.C, dag, Decimal("12.345"), plan="p1", verplichting=date(2023, 3, 1)),
            Kosten(Component.C, date(2024, 3, 2), Decimal(-7), Decimal("-1.47")),
        ),
        tellingen=(Telling(2024, 0, date(2024, 12, 31), "UHT-lijst"), Telling(2023, 9)),
    )


def test_facts_may_be_left_out():
    assert lees().feiten == Feiten()


def test_unknown_field_of_a_row_is_kept_in_mind():
    opdracht = lees(contacten=[{"gezin": "g1", "datum": "2024-01-01", "opmerking": "x", "wijze": "y"}])

    assert opdracht.feiten.onbekende_velden == ("contacten.opmerking", "contacten.wijze")


def test_contact_with_who_is_niet_gedupeerd_is_read():
    opdracht = lees(contacten=[{"gezin": "g1", "datum": "2024-01-01", "niet_gedupeerd": True}])

    assert opdracht.feiten.contacten == (Contact("g1", date(2024, 1, 1), niet_gedupeerd=True),)


def contact(**velden):
    return {"contacten": [{"gezin": "g1", "datum": "2024-01-01", **velden}]}


def regel(**velden):
    return {"kosten": [{"component": "C", "datum": "2024-01-01", "netto": "10.00", **velden}]}


def plan(**velden):
    return {"plannen": [{"plan": "p1", "persoon": "q1", **velden}]}


def telling(**velden):
    return {"tellingen": [{"jaar": 2024, "aantal": 5, **velden}]}


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        pytest.param({"jaar": None}, f"jaar: ontbreekt. {JAREN}", id="geen_jaar"),
        pytest.param({"jaar": 2019}, f"jaar: '2019' kan niet. {JAREN}", id="jaar_te_vroeg"),
        pytest.param({"jaar": 2030}, f"jaar: '2030' kan niet. {JAREN}", id="jaar_te_laat"),
        pytest.param(
            {"jaar": "2024"},
            f"jaar: '2024' kan niet. {JAREN}",
            id="jaar_als_tekst",
        ),
        pytest.param({"jaar": True}, f"jaar: 'True' kan niet. {JAREN}", id="jaar_als_ja"),
        pytest.param(
            {"keuze": None},
            "keuze: ontbreekt of is geen object. Vul abdf en e in met norm of werkelijk.",
            id="geen_keuze",
        ),
        pytest.param(
            {"keuze": {**KEUZE, "abdf": "normen"}},
            "keuze, abdf: 'normen' kan niet. Kies norm of werkelijk.",
            id="keuze_onbekend",
        ),
        pytest.param({"keuze": {"abdf": "norm"}}, "keuze, e: ontbreekt. Kies norm of werkelijk.", id="keuze_mist"),
        pytest.param(
            {"keuze": {**KEUZE, "switch_abdf": "2024"}},
            "keuze, switch_abdf: '2024' is geen jaar. Kies 2023, 2024 of null, zonder aanhalingstekens.",
            id="overstap_als_tekst",
        ),
        pytest.param(
            {"keuze": {**KEUZE, "switch_abdf": 2025}},
            "keuze: De overstap voor A, B, D en F is in 2025. Overstappen kan alleen met ingang van 2023 of 2024. "
            "Kies een van die jaren, of geen overstap.",
            id="overstap_2025",
        ),
        pytest.param(
            {"keuze": {**KEUZE, "abdf": "werkelijk", "switch_abdf": 2024}},
            "keuze: Voor A, B, D en F koos u al werkelijke kosten. Overstappen kan alleen van normbedrag "
            "naar werkelijke kosten. Kies geen overstap, of kies eerst het normbedrag.",
            id="overstap_terug",
        ),
        pytest.param(
            {"keuze": {**KEUZE, "swich_e": 2024}},
            "keuze, swich_e: ken ik niet. Kies uit: abdf, e, switch_abdf, switch_e.",
            id="typefout_in_keuze",
        ),
        pytest.param(
            {"kostem": []},
            "kostem: ken ik niet. "
            "Kies uit: bedragen, contacten, driegesprekken, jaar, keuze, kosten, plannen, tellingen.",
            id="typefout_in_lijst",
        ),
        pytest.param({"kosten": {}}, "kosten: is geen lijst. Zet de regels tussen [ en ].", id="lijst_is_object"),
        pytest.param({"kosten": ["x"]}, "kosten, rij 1: is geen rij. Zet de velden tussen { en }.", id="rij_is_tekst"),
        pytest.param(contact(gezin=None), "contacten, rij 1, gezin: ontbreekt. Vul het nummer in.", id="gezin_mist"),
        pytest.param(
            contact(gezin=" "),
            f"contacten, rij 1, gezin: ' ' {NUMMER}",
            id="gezin_leeg",
        ),
        pytest.param(
            contact(gezin=False),
            f"contacten, rij 1, gezin: 'False' {NUMMER}",
            id="gezin_nee",
        ),
        pytest.param(
            contact(gezin=["g1"]),
            f"contacten, rij 1, gezin: '[\"g1\"]' {NUMMER}",
            id="gezin_is_een_lijst",
        ),
        pytest.param(
            contact(datum=None),
            "contacten, rij 1, datum: ontbreekt. Vul een datum in, bijvoorbeeld 2024-03-01.",
            id="datum_mist",
        ),
        pytest.param(
            contact(datum="2024-02-30"),
            f"contacten, rij 1, datum: 2024-02-30 {DAG}",
            id="datum_30_februari",
        ),
        pytest.param(
            contact(datum="2023-02-29"),
            f"contacten, rij 1, datum: 2023-02-29 {DAG}",
            id="geen_schrikkeljaar",
        ),
        pytest.param(
            contact(datum="01-03-2024"),
            f"contacten, rij 1, datum: '01-03-2024' {DATUM}",
            id="datum_andersom",
        ),
        pytest.param(
            contact(datum="20240301"),
            f"contacten, rij 1, datum: '20240301' {DATUM}",
            id="datum_kort",
        ),
        pytest.param(
            contact(datum="2024-03-01T10:00:00 en nog een heel verhaal erachter"),
            f"contacten, rij 1, datum: '2024-03-01T10:00:00 en nog een heel verh…' {DATUM}",
            id="datum_met_tijd_en_meer",
        ),
        pytest.param(
            plan(akkoordbewijs="ja"),
            "plannen, rij 1, akkoordbewijs: 'ja' is geen ja of nee. Schrijf true of false, zonder aanhalingstekens.",
            id="bewijs_als_tekst",
        ),
        pytest.param(
            plan(akkoord=True),
            f"plannen, rij 1, akkoord: 'True' {DATUM}",
            id="akkoord_is_een_datum",
        ),
        pytest.param(
            {"plannen": [{"plan": "p1", "persoon": "q1"}, {"plan": "p1", "persoon": "q2"}]},
            "plannen: plan p1 staat bij twee personen. Geef elk plan een eigen nummer.",
            id="plan_van_twee",
        ),
        pytest.param(
            regel(component="G"),
            f"kosten, rij 1, component: 'G' {KIES}",
            id="onbekend_onderdeel",
        ),
        pytest.param(
            regel(component=None),
            "kosten, rij 1, component: ontbreekt. Kies uit A, B, C, D, E, E_kind, F.",
            id="onderdeel_mist",
        ),
        pytest.param(
            regel(component=["C"]),
            f"kosten, rij 1, component: '['C']' {KIES}",
            id="onderdeel_lijst",
        ),
        pytest.param(
            regel(netto=None),
            'kosten, rij 1, netto: ontbreekt. Vul een bedrag in, bijvoorbeeld "1234.50".',
            id="netto_mist",
        ),
        pytest.param(
            regel(netto="12,50"),
            f"kosten, rij 1, netto: '12,50' {BEDRAG}",
            id="komma",
        ),
        pytest.param(
            regel(netto="€ 12"),
            f"kosten, rij 1, netto: '€ 12' {BEDRAG}",
            id="euroteken",
        ),
        pytest.param(
            regel(netto="1e3"),
            f"kosten, rij 1, netto: '1e3' {BEDRAG}",
            id="macht",
        ),
        pytest.param(
            regel(netto="1.00001"),
            f"kosten, rij 1, netto: '1.00001' {BEDRAG}",
            id="vijf_decimalen",
        ),
        pytest.param(
            regel(netto=True),
            f"kosten, rij 1, netto: 'True' {BEDRAG}",
            id="bedrag_ja",
        ),
        pytest.param(
            regel(netto="-10.00"),
            f"kosten, rij 1, netto: -10.00 {MIN}",
            id="negatief_bedrag",
        ),
        pytest.param(
            regel(btw="-2.10"),
            f"kosten, rij 1, btw: -2.10 {MIN}",
            id="negatieve_btw",
        ),
        pytest.param(
            regel(creditnota=True),
            f"kosten, rij 1, netto: 10.00 {POSITIEF}",
            id="creditnota_zonder_min",
        ),
        pytest.param(
            telling(aantal=-1),
            "tellingen, rij 1, aantal: '-1' kan niet. Vul een heel getal in van 0 tot en met 10000000.",
            id="aantal_negatief",
        ),
        pytest.param(
            telling(aantal=4.5),
            "tellingen, rij 1, aantal: '4.5' kan niet. Vul een heel getal in van 0 tot en met 10000000.",
            id="aantal_half",
        ),
        pytest.param(
            telling(bron=7),
            "tellingen, rij 1, bron: '7' is geen tekst. Zet de tekst tussen aanhalingstekens.",
            id="bron_is_getal",
        ),
    ],
)
def test_faulty_fact_says_where_what_and_what_to_do(velden, melding):
    assert fouten(**velden) == [melding]


def test_all_faults_are_reported_at_once():
    gevonden = fouten(**contact(gezin=None, datum="x"), **regel(component="G"))

    assert [melding.split(":")[0] for melding in gevonden] == [
        "contacten, rij 1, gezin",
        "contacten, rij 1, datum",
        "kosten, rij 1, component",
    ]


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        pytest.param("", "Dit is geen goede JSON (regel 1, teken 1).", id="leeg"),
        pytest.param(
            '{"jaar": 2024,\n "keuze" }', "Dit is geen goede JSON (regel 2, teken 10).", id="mist_een_dubbele_punt"
        ),
        pytest.param("[]", "Het bestand moet één JSON-object zijn.", id="lijst"),
        pytest.param('{"jaar": NaN}', "Dit is geen goede JSON: NaN is geen bedrag.", id="nan"),
        pytest.param(
            '{"kosten": [], "jaar": 1, "kosten": []}',
            "Dit is geen goede JSON: 'kosten' staat er twee keer.",
            id="dubbel",
        ),
        pytest.param("[" * 100_000, "Dit is geen goede JSON: er zitten te veel lagen in.", id="te_diep"),
        pytest.param(
            '{"jaar": ' + "9" * 5000 + "}", "Dit is geen goede JSON: een getal is te lang.", id="getal_te_lang"
        ),
    ],
)
def test_text_that_is_no_json_object_is_refused(tekst, melding):
    assert [gevonden.startswith(melding) for gevonden in meldingen(tekst)] == [True]


def test_bedragen_replace_only_what_they_name():
    normbedragen = lees(bedragen={"2024": {"A": "391.40", "F": 412}}).regels.normbedragen

    tarieven = {component.value: str(tarief.bedrag) for component, tarief in normbedragen[2024].tarieven.items()}
    assert tarieven == {"A": "391.40", "B": "3468.00", "D": "1795.00", "F": "412"}
    assert normbedragen[2024].tarieven[Component.A].bron == "Opgegeven in het bestand"
    assert normbedragen[2025].tarieven[Component.A].bedrag == Decimal("380.00")


@pytest.mark.parametrize(
    ("e", "per_aantal"),
    [
        pytest.param("125000.00", {0: "125000.00", 49: "125000.00", 1000: "125000.00"}, id="een_bedrag"),
        pytest.param(
            {"50": "50000.00", "0": "13000.00"}, {0: "13000.00", 49: "13000.00", 50: "50000.00"}, id="per_ondergrens"
        ),
    ],
)
def test_bedragen_of_e_may_be_one_amount_or_a_staffel(e, per_aantal):
    staffel = lees(bedragen={"2025": {"E": e}}).regels.normbedragen[2025].staffel

    assert {aantal: str(staffel.get_trede(aantal).bedrag) for aantal in per_aantal} == per_aantal
    assert {trede.bevestigd for trede in staffel.treden} == {True}


@pytest.mark.parametrize(
    ("bedragen", "melding"),
    [
        pytest.param(
            [], 'bedragen: is geen object. Schrijf per jaar, bijvoorbeeld {"2024": {"A": "380.00"}}.', id="lijst"
        ),
        pytest.param(
            {"2019": {}}, "bedragen, 2019: kan niet. Noem een jaar van 2020 tot en met 2029.", id="jaar_buiten"
        ),
        pytest.param(
            {"dit jaar": {}}, "bedragen, dit jaar: kan niet. Noem een jaar van 2020 tot en met 2029.", id="geen_jaar"
        ),
        pytest.param(
            {"2024": []}, "bedragen, 2024: is geen object. Schrijf per onderdeel een bedrag.", id="jaar_is_lijst"
        ),
        pytest.param(
            {"2024": {"C": "1.00"}},
            "bedragen, 2024, C: heeft geen normbedrag. Alleen A, B, D, E en F hebben er een.",
            id="c_heeft_geen_normbedrag",
        ),
        pytest.param(
            {"2024": {"A": "-1.00"}},
            "bedragen, 2024, A: -1.00 kan niet. Een normbedrag is 0 of meer, met hoogstens twee decimalen.",
            id="negatief",
        ),
        pytest.param(
            {"2024": {"A": "1.005"}},
            "bedragen, 2024, A: 1.005 kan niet. Een normbedrag is 0 of meer, met hoogstens twee decimalen.",
            id="halve_cent",
        ),
        pytest.param(
            {"2024": {"A": None}}, 'bedragen, 2024, A: ontbreekt. Vul een bedrag in, bijvoorbeeld "1234.50".', id="leeg"
        ),
        pytest.param(
            {"2024": {"E": {"50": "1.00"}}},
            f"bedragen, 2024, E: {STAFFEL}",
            id="staffel_begint_niet_bij_0",
        ),
        pytest.param(
            {"2024": {"E": {"0": "1.00", "050": "2.00"}}},
            f"bedragen, 2024, E: {STAFFEL}",
            id="staffel_met_vreemde_grens",
        ),
        pytest.param(
            {"2024": {"E": {"0": "x"}}},
            f"bedragen, 2024, E, vanaf 0: 'x' {BEDRAG}",
            id="staffel_met_fout_bedrag",
        ),
    ],
)
def test_faulty_bedragen_are_refused(bedragen, melding):
    assert fouten(bedragen=bedragen) == [melding]
