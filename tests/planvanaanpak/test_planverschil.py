"""Two versions of a plan side by side: each part that was added, changed or taken away."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planvanaanpak.bevroren import naar_json, van_json
from planvanaanpak.planinhoud import Doelinhoud, Faseinhoud, Leefgebiedinhoud, Planinhoud, Stapinhoud, Voorzieninginhoud
from planvanaanpak.planverschil import Tekstdeel, Verschilregel, vergelijk

STAP = Stapinhoud(wat="Winkels vergelijken", wie="De inwoner", status="open", uiterlijk=date(2026, 6, 12))
DOEL = Doelinhoud(pk=7, tekst="Er is een koelkast.", status="open", voor="Sam Bos", stappen=(STAP,))
KOELKAST = Voorzieninginhoud(
    pk=3, omschrijving="Koelkast", soort="materieel", status="toegekend", bedrag=Decimal("1466.33"), wanneer="eenmalig",
    motivering="De oude is kapot.", uitvoerder="Winkel",
)  # fmt: skip
WONEN = Leefgebiedinhoud(
    code="wonen", label="Wonen", doelstelling="Passende woning", situatie="De koelkast is kapot.", voldoet="nee",
    hulpvraag="Een koelkast", doelen=(DOEL,), voorzieningen=(KOELKAST,),
)  # fmt: skip
ZORG = Leefgebiedinhoud(code="zorg", label="Zorg", doelstelling="Positieve gezondheid")
FASE = Faseinhoud(nummer=1, naam="Urgente zaken", evaluatie=date(2026, 9, 1))
PLAN = Planinhoud(
    soort="op hoofdlijnen", situatie="Er was veel stress.", eerste_gesprek=date(2026, 3, 12), gezin=("u", "Sam Bos"),
    leefgebieden=(WONEN, ZORG), fasen=(FASE,), kent_alles=True,
)  # fmt: skip


def met(**anders):
    return replace(PLAN, leefgebieden=(replace(WONEN, **anders), ZORG))


def anders(oud, nieuw):
    return [
        (groep.naam, regel.wat, regel.hoe, regel.oud, regel.nieuw)
        for groep in vergelijk(oud, nieuw)
        for regel in groep.anders
    ]


def test_plan_survives_being_kept():
    assert van_json(Planinhoud, naar_json(PLAN)) == PLAN


def test_same_plan_has_no_difference():
    groepen = vergelijk(PLAN, PLAN)

    assert [(groep.naam, len(groep.anders), groep.gelijk) for groep in groepen] == [
        ("Het plan", 0, 5),
        ("Wonen", 0, 6),
        ("Zorg", 0, 1),
    ]


DOELREGELS = "Er is een koelkast.\nVoor: Sam Bos\nStand: open\n"
GEPLAND = "Urgente zaken\nEvaluatie gepland op 1 september 2026"
STAPREGEL = "Stap: Winkels vergelijken (De inwoner, uiterlijk 12 juni 2026). Stand: open"
GOED = "Koelkast, materieel, toegekend\n€ 1.466,33, eenmalig\nDoor: Winkel\nDe oude is kapot."


@pytest.mark.parametrize(
    ("nieuw", "verschil"),
    [
        (met(hulpvraag="Een bed"), ("Wonen", "Hulpvraag", "gewijzigd", "Een koelkast", "Een bed")),
        (met(situatie=""), ("Wonen", "Hoe is het nu?", "weg", "De koelkast is kapot.", "")),
        (met(weggelaten="Niet nodig."), ("Wonen", "Weggelaten, omdat", "erbij", "", "Niet nodig.")),
        (met(doelstelling="Een huis"), ("Wonen", "Doelstelling", "gewijzigd", "Passende woning", "Een huis")),
        (met(doelen=()), ("Wonen", "Doel", "weg", DOELREGELS + STAPREGEL, "")),
        (
            met(doelen=(replace(DOEL, status="vervallen", reden="Verhuisd.", stappen=()),)),
            (
                "Wonen", "Doel", "gewijzigd", DOELREGELS + STAPREGEL,
                "Er is een koelkast.\nVoor: Sam Bos\nStand: vervallen (Verhuisd.)",
            ),
        ),
        (
            met(doelen=(replace(DOEL, stappen=(replace(STAP, status="behaald", behaald=date(2026, 6, 1)),)),)),
            (
                "Wonen", "Doel", "gewijzigd", DOELREGELS + STAPREGEL,
                DOELREGELS + STAPREGEL.removesuffix("open") + "behaald 1 juni 2026",
            ),
        ),
        (met(voorzieningen=()), ("Wonen", "Voorziening", "weg", GOED, "")),
        (
            replace(PLAN, fasen=(replace(FASE, geevalueerd=date(2026, 9, 2), uitkomst="Klaar", toelichting="Goed."),)),
            (
                "Het plan", "Fase 1", "gewijzigd", GEPLAND,
                GEPLAND + "\nGeëvalueerd op 2 september 2026\nUitkomst: Klaar\nGoed.",
            ),
        ),
        (replace(PLAN, soort="volledig"), ("Het plan", "Soort plan", "gewijzigd", "op hoofdlijnen", "volledig")),
    ],
    ids=[
        "hulpvraag", "situatie weg", "weggelaten", "doelstelling", "doel weg", "doel vervalt", "stap klaar",
        "voorziening weg", "fase", "soort",
    ],
)  # fmt: skip
def test_each_difference_is_told(nieuw, verschil):
    assert anders(PLAN, nieuw) == [verschil]


ALLES = {
    "doel": "Er is een koelkast.", "noodzaak": "noodzaak", "toegang": "niet vrij toegankelijk",
    "obstakel": "Geen geld.",
    "geschiktheid": "Ja.", "noodzakelijkheid": "Nee.", "evenredigheid": "Goedkoop.", "weigeringsgrond": "Geen.",
    "uitzondering": "Acuut.", "rekensom": "2 × € 733,17", "btw": Decimal("254.49"), "prijs": "Uit de prijzengids.",
    "betaald_aan": "de winkel",
}  # fmt: skip


@pytest.mark.parametrize("veld", ALLES)
def test_each_part_of_a_voorziening_is_kept_and_compared(veld):
    anders_ = met(voorzieningen=(replace(KOELKAST, **{veld: ALLES[veld]}),))

    assert van_json(Planinhoud, naar_json(anders_)) == anders_
    ((naam, wat, hoe, oud, nieuw),) = anders(PLAN, anders_)
    assert (naam, wat, hoe, oud) == ("Wonen", "Voorziening", "gewijzigd", GOED)
    assert nieuw.removeprefix(GOED).strip().endswith("€ 254,49" if veld == "btw" else ALLES[veld])


@pytest.mark.parametrize(
    "nieuw",
    [
        met(voorzieningen=(replace(KOELKAST, **ALLES),)),
        met(doelen=(replace(DOEL, toegevoegd="Nieuw."),)),
        met(doelstelling_reden="Nieuwe feiten."),
    ],
)
def test_version_of_before_still_loads_and_shows_no_change_of_what_it_did_not_keep(nieuw):
    json = naar_json(replace(PLAN, kent_alles=False))
    json.pop("kent_alles")
    for gebied in json["leefgebieden"]:
        gebied.pop("doelstelling_reden")
        for doel in gebied["doelen"]:
            doel.pop("toegevoegd")
        gebied["voorzieningen"] = [{n: w for n, w in v.items() if n not in ALLES} for v in gebied["voorzieningen"]]
    oud = van_json(Planinhoud, json)

    assert oud == replace(PLAN, kent_alles=False)
    assert anders(oud, nieuw) == []
    assert len(anders(PLAN, nieuw)) == 1


def test_leefgebied_that_the_old_version_lacks_is_new():
    assert anders(replace(PLAN, leefgebieden=(WONEN,)), PLAN) == [
        ("Zorg", "Doelstelling", "erbij", "", "Positieve gezondheid")
    ]


def test_words_that_differ_are_marked_whole():
    regel = Verschilregel(wat="Doel", oud="Er is een rood bed.", nieuw="Er is een blauw bed in huis.")

    assert regel.delen_oud == (
        Tekstdeel("Er is een "),
        Tekstdeel("rood", True),
        Tekstdeel(" "),
        Tekstdeel("bed.", True),
    )
    assert "".join(deel.tekst for deel in regel.delen_nieuw) == regel.nieuw
    assert regel.delen_nieuw[1] == Tekstdeel("blauw", True)
    assert Verschilregel(wat="Doel", oud="", nieuw="Nieuw").delen_oud == ()
