"""What a gemeente changes in its profile: read in one place, refused in Dutch, and told in words."""

from datetime import date
from itertools import product

import pytest

from cases.afwijkingen import OngeldigBeleid, eigen_naam, lees, pas_toe, vergelijk
from cases.beleid import PROFIELEN, TIEL_2025, VNG_2025, Aanvraagmoment, VensterVanaf
from cases.beleidswoorden import verschillen
from cases.berekening import einddatum
from cases.kalender import kalender
from cases.register import regel

VANAF = date(2026, 7, 1)


def doe(afwijkingen, profiel=TIEL_2025):
    return lees(profiel, afwijkingen, VANAF)


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_without_changes_it_is_the_profile_itself(profiel):
    assert pas_toe(profiel, {}, VANAF) is PROFIELEN[profiel]


def test_changes_stand_beside_what_the_profile_says():
    eigen = pas_toe(
        "vng_2025",
        {
            "lengtes": {"eerste_contact": 3, "eerste_gesprek": 6, "nazorg_einde": None},
            "waarschuwingen": {"eerste_gesprek": [3, 21, 3], "plan_van_aanpak": []},
            "aanvraagmoment": "eerste_gesprek",
            "venster_vanaf": "2025-01-01",
            "nazorg_na": ["doelen_behaald", "verhuizing"],
            "fasen": [" Eerst ", "Dan"],
        },
        VANAF,
    )

    assert {c: eigen.lengtes[c] for c in ("eerste_contact", "eerste_gesprek", "nazorg_einde", "bezwaar")} == {
        "eerste_contact": 3,
        "eerste_gesprek": 6,
        "nazorg_einde": None,
        "bezwaar": 6,
    }
    assert eigen.waarschuwt(regel("eerste_gesprek")) == (21, 3)
    assert eigen.waarschuwt(regel("plan_van_aanpak")) == ()
    assert eigen.waarschuwt(regel("besluiten")) == regel("besluiten").waarschuwingen
    assert eigen.aanvraagmoment is Aanvraagmoment.EERSTE_GESPREK
    assert eigen.venster_vanaf is VensterVanaf.INGANG_WET
    assert (eigen.nazorg_na, eigen.fasen) == (("doelen_behaald", "verhuizing"), ("Eerst", "Dan"))
    assert eigen.leeftijd_zelfstandig == VNG_2025.leeftijd_zelfstandig


@pytest.mark.parametrize("profiel", PROFIELEN.values(), ids=lambda p: p.naam)
def test_name_tells_that_it_is_changed_and_fits_its_column(profiel):
    naam = lees(profiel, {"lengtes": {"eerste_gesprek": 7}}, VANAF).naam

    assert naam == f"{profiel.naam}, eigen 01-07-2026" == eigen_naam(profiel, VANAF)
    assert len(naam) <= 40


def test_date_that_is_counted_with_it_names_it():
    eigen = doe({"lengtes": {"eerste_contact": 3}})

    berekening = einddatum(regel("eerste_contact"), date(2026, 7, 6), kalender(), beleid=eigen)

    assert (berekening.einddatum, berekening.beleid) == (date(2026, 7, 9), "Tiel 2025, eigen 01-07-2026")


@pytest.mark.parametrize(
    ("afwijkingen", "sleutel", "melding"),
    [
        ({"kleur": "rood"}, "kleur", "De instelling 'kleur' bestaat niet. Haal hem weg."),
        ({"lengtes": {"koffie": 3}}, "lengtes", "De termijn 'koffie' bestaat niet."),
        ({"lengtes": 3}, "lengtes", "Geef 'lengtes' per termijn op."),
        ({"lengtes": {"eerste_gesprek": 0}}, "lengtes.eerste_gesprek", "kies een heel getal van 1 tot en met 104."),
        ({"lengtes": {"eerste_gesprek": 105}}, "lengtes.eerste_gesprek", "kies een heel getal van 1 tot en met 104."),
        ({"lengtes": {"eerste_gesprek": True}}, "lengtes.eerste_gesprek", "kies een heel getal"),
        ({"lengtes": {"eerste_gesprek": "8"}}, "lengtes.eerste_gesprek", "kies een heel getal"),
        ({"lengtes": {"besluiten": None}}, "lengtes.besluiten", "U kunt hem niet uitzetten."),
        ({"lengtes": {"sisa_indienen": 2}}, "lengtes.sisa_indienen", "de lengte is voor elke gemeente gelijk."),
        ({"lengtes": {"bezwaar": 7}}, "bron_wet", "De wet bepaalt de lengte van"),
        ({"lengtes": {"bezwaar": 7}, "bron_wet": " "}, "bron_wet", "gebruik 1 tot en met 200 tekens"),
        ({"waarschuwingen": {"bezwaar": 7}}, "waarschuwingen.bezwaar", "hoogstens 4 waarschuwingen"),
        ({"waarschuwingen": {"bezwaar": [1, 2, 3, 4, 5]}}, "waarschuwingen.bezwaar", "hoogstens 4 waarschuwingen"),
        ({"waarschuwingen": {"bezwaar": [0]}}, "waarschuwingen.bezwaar", "van 1 tot en met 365."),
        ({"aanvraagmoment": "ooit"}, "aanvraagmoment", "Moment van de aanvraag: kies een van de mogelijkheden."),
        ({"nazorg_toestemming": "ja"}, "nazorg_toestemming", "kies ja of nee."),
        ({"leeftijd_zelfstandig": 11}, "leeftijd_zelfstandig", "van 12 tot en met 18."),
        ({"nazorg_min_maanden": 25}, "nazorg_min_maanden", "De nazorg duurt hoogstens 24 maanden. Kies minder."),
        ({"fasen": "een"}, "fasen", "geef een lijst op."),
        ({"fasen": [""]}, "fasen", "gebruik 1 tot en met 200 tekens per regel."),
        ({"weigeringsgronden": ["x"]}, "weigeringsgronden", "geef per grond een tekst op."),
        ({"beeindigingsgronden": {"zomaar": "x", "niet_erkend": "x"}}, "beeindigingsgronden", "'zomaar' bestaat niet."),
        (
            {"beeindigingsgronden": {"verhuizing": "x"}, "nazorg_na": []},
            "beeindigingsgronden",
            "Wht artikel 2.21 lid 6",
        ),
        (
            {"beeindigingsgronden": {"niet_erkend": "x"}, "nazorg_na": ["verhuizing"]},
            "nazorg_na",
            "Nazorg na 'Verhuizing naar een andere gemeente' kan niet",
        ),
    ],
)
def test_what_can_not_be_is_refused_in_words(afwijkingen, sleutel, melding):
    with pytest.raises(OngeldigBeleid) as fout:
        doe(afwijkingen)

    assert fout.value.sleutel == sleutel
    assert melding in str(fout.value)


def test_length_of_the_law_changes_with_the_change_of_the_law():
    eigen = doe({"lengtes": {"materiele_verstrekking": 9}, "bron_wet": "Stb. 2027, 12"})

    assert eigen.lengte(regel("materiele_verstrekking")) == 9


@pytest.mark.parametrize(
    ("afwijkingen", "zinnen"),
    [
        ({"lengtes": {"eerste_contact": None}}, ["Eerste contact: geen termijn in plaats van 5 werkdagen"]),
        (
            {"waarschuwingen": {"plan_van_aanpak": [21], "eerste_contact": []}},
            [
                "Waarschuwing bij Eerste contact: geen in plaats van 1 dag vooraf",
                "Waarschuwing bij Plan van aanpak: 21 dagen vooraf in plaats van 14 en 3 dagen vooraf",
            ],
        ),
        ({"prijzen_vergelijken": None}, ["Aantal prijzen om te vergelijken: geen in plaats van 3"]),
        ({"overleg_verplicht": False}, ["Vragen met wie er overleg was: nee in plaats van ja"]),
        ({"nazorg_min_maanden": 1}, ["Nazorg duurt minstens: 1 maand in plaats van 12 maanden"]),
        ({"nazorg_na": []}, ["Nazorg na: geen in plaats van Doelen behaald; Op eigen verzoek"]),
        (
            {"venster_vanaf": "geen"},
            [
                (
                    "Eerste gesprek van vóór 2025: 6 maanden en 2 jaar tellen vanaf: nooit, die termijnen lopen dan"
                    " niet in plaats van het eerste gesprek"
                )
            ],
        ),
    ],
)
def test_differences_are_told_in_words(afwijkingen, zinnen):
    assert list(verschillen(TIEL_2025, doe(afwijkingen))) == zinnen


def test_no_difference_is_told_of_the_profile():
    assert verschillen(TIEL_2025, TIEL_2025) == ()


def test_compare_keeps_only_what_differs():
    waarden = {
        "lengtes": {"eerste_contact": 5, "eerste_gesprek": 6},
        "waarschuwingen": {"eerste_gesprek": [14, 3], "bezwaar": [7]},
        "nazorg_na": ["doelen_behaald", "eigen_verzoek"],
        "fasen": ["Een"],
        "leeftijd_zelfstandig": 16,
    }
    anders = {} if regel("bezwaar").waarschuwingen == (7,) else {"bezwaar": [7]}

    verwacht = {"lengtes": {"eerste_gesprek": 6}, "waarschuwingen": anders, "fasen": ["Een"]}
    assert vergelijk(TIEL_2025, waarden) == {sleutel: deel for sleutel, deel in verwacht.items() if deel}


@pytest.mark.parametrize(("van", "naar"), list(product(PROFIELEN.values(), repeat=2)), ids=lambda p: p.naam)
def test_a_whole_profile_as_changes_of_another_is_that_profile(van, naar):
    alles = {veld: getattr(naar, veld) for veld in ("aanvraagmoment", "nazorg_toestemming", "leeftijd_zelfstandig")}
    alles = {veld: getattr(waarde, "value", waarde) for veld, waarde in alles.items()}

    eigen = lees(van, vergelijk(van, alles | {"lengtes": {"eerste_contact": naar.lengtes["eerste_contact"]}}), VANAF)

    assert eigen.lengtes["eerste_contact"] == naar.lengtes["eerste_contact"]
    assert (eigen.aanvraagmoment, eigen.nazorg_toestemming, eigen.leeftijd_zelfstandig) == (
        naar.aanvraagmoment,
        naar.nazorg_toestemming,
        naar.leeftijd_zelfstandig,
    )


NIEUWE_REGELING = {"bron_wet": "Stcrt. 2026, 12345"}


@pytest.mark.parametrize(
    ("dagen", "sleutel", "melding"),
    [
        ({"verplichtingen_tot": "2027-12-31"}, "bron_wet", "De wet bepaalt de laatste dag van Nieuwe verplichtingen."),
        ({"verplichtingen_tot": "morgen", **NIEUWE_REGELING}, "verplichtingen_tot", "geef een datum op"),
        ({"verplichtingen_tot": 2027, **NIEUWE_REGELING}, "verplichtingen_tot", "geef een datum op"),
        ({"verplichtingen_tot": "2019-12-31", **NIEUWE_REGELING}, "verplichtingen_tot", "kies een dag van 2020"),
        ({"verantwoorden_tot": "2026-12-30", **NIEUWE_REGELING}, "verantwoorden_tot", "houdt niet eerder op"),
    ],
)
def test_last_days_of_the_regeling_ask_for_its_change(dagen, sleutel, melding):
    with pytest.raises(OngeldigBeleid, match=melding) as fout:
        doe(dagen)

    assert fout.value.sleutel == sleutel


def test_last_day_of_the_regeling_is_a_setting_with_its_source():
    eigen = doe({"verplichtingen_tot": "2027-12-31", **NIEUWE_REGELING})

    assert eigen.verplichtingen_tot == date(2027, 12, 31)
    assert einddatum(regel("verplichtingen_tot"), date(2026, 3, 12), kalender(), beleid=eigen).einddatum == date(
        2027, 12, 31
    )
    assert verschillen(TIEL_2025, eigen) == (
        "SPUK: nieuwe verplichtingen tot en met: 31 december 2027 in plaats van 31 december 2026",
    )
    waarden = {"verplichtingen_tot": "2027-12-31", "verantwoorden_tot": "2029-12-31"}
    assert vergelijk(TIEL_2025, waarden) == {"verplichtingen_tot": "2027-12-31"}
