from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from cases.beleid import PROFIELEN, TIEL_2025
from cases.berekening import Opschortingsperiode, RekenFout, einddatum
from cases.kalender import ATW_FEESTDAGEN, feestdagen, kalender
from cases.register import alle_regels, regel
from cases.termijnregels import Eenheid
from config.weergave import datum_lang
from tests.cases.termijn_voorbeelden import ATW_ARTIKEL_2, VOORBEELDEN, drie_dagen, regel_van

KALENDER = kalender()
ATW_REGELS = [r.code for r in alle_regels() if r.atw]
BESLISTERMIJNEN = [r.code for r in alle_regels() if r.opschortbaar]
DAGEN = st.dates(date(2020, 1, 1), date(2035, 12, 31))
# A rule with one last day for everybody does not follow its start.
TELBAAR = [r.code for r in alle_regels() if r.vaste_dag is None]


def bereken(voorbeeld):
    return einddatum(
        regel_van(voorbeeld),
        voorbeeld.start,
        kalender((dag, "aangewezen dag", "Stcrt.") for dag in voorbeeld.extra),
        [Opschortingsperiode(van, tot) for van, tot in voorbeeld.opschorting],
        commissie=voorbeeld.commissie,
        verdaging=voorbeeld.verdaging,
        keer=voorbeeld.keer,
    )


@pytest.mark.parametrize("voorbeeld", [*VOORBEELDEN, *ATW_ARTIKEL_2], ids=str)
def test_einddatum_of_each_example(voorbeeld):
    assert bereken(voorbeeld).einddatum == voorbeeld.eind


def test_examples_cover_every_rule():
    assert {voorbeeld.regel for voorbeeld in VOORBEELDEN} == {r.code for r in alle_regels()}
    assert len(set(VOORBEELDEN)) == len(VOORBEELDEN) >= 150


def geteld():
    """Give the days on which examples would end that the Atw applies to, in words: as counted, before it moves them."""
    for voorbeeld in VOORBEELDEN:
        berekening = bereken(voorbeeld)
        if berekening.atw and not voorbeeld.opschorting:
            stap = dict(berekening.som)["Verdaging" if voorbeeld.verdaging else "Termijn"]
            yield stap.split(": ")[1].split(";")[0]


@pytest.mark.parametrize(
    "naam", ["zaterdag", "zondag", "maandag", *sorted(set(ATW_FEESTDAGEN.values()) - {"Koninginnedag"})]
)
def test_examples_end_on_each_kind_of_day(naam):
    namen = {datum_lang(dag): wat for jaar in range(2020, 2036) for dag, wat in feestdagen(jaar).items()}

    assert naam in {tekst.split()[0] for tekst in geteld()} | {namen.get(tekst) for tekst in geteld()}


def test_examples_hold_the_days_on_which_months_differ():
    starts, eindes = ({getattr(v, veld) for v in VOORBEELDEN} for veld in ("start", "eind"))
    over_feestdag = [
        v for v in VOORBEELDEN for van, tot in v.opschorting if any(van <= dag <= tot for dag in feestdagen(van.year))
    ]

    assert any((dag.month, dag.day) == (2, 29) for dag in starts)
    assert any((dag.month, dag.day) == (2, 29) for dag in eindes)
    assert any((dag.month, dag.day) == (8, 31) for dag in starts)
    assert {dag.day for dag in eindes} >= {28, 29, 30, 31}
    assert {v.regel for v in over_feestdag} == set(BESLISTERMIJNEN)


def test_steps_of_a_date_that_stays():
    berekening = einddatum(regel("plan_van_aanpak"), date(2025, 3, 5), KALENDER)

    assert berekening.stappen == (
        "start 5 maart 2025; de dag zelf telt niet mee",
        "8 weken: woensdag 30 april 2025",
        "geen weekend of feestdag: de datum schuift niet op",
    )


def test_steps_of_a_date_that_moves():
    berekening = einddatum(regel("bezwaar"), date(2025, 4, 28), KALENDER)

    assert berekening.stappen == (
        "start 28 april 2025; de dag zelf telt niet mee",
        "6 weken: maandag 9 juni 2025",
        (
            "maandag 9 juni 2025 is tweede pinksterdag: de datum schuift op naar dinsdag 10 juni 2025"
            " (Algemene termijnenwet, artikel 1)"
        ),
    )


@pytest.mark.parametrize(
    ("code", "start", "stap"),
    [
        (
            "plan_van_aanpak",
            date(2025, 3, 8),
            (
                "zaterdag 3 mei 2025 valt in het weekend en maandag 5 mei 2025 is Bevrijdingsdag: de datum schuift"
                " op naar dinsdag 6 mei 2025 (Algemene termijnenwet, artikel 1)"
            ),
        ),
        (
            "acclimatisatie",
            date(2025, 11, 25),
            (
                "donderdag 25 december 2025 is eerste kerstdag, vrijdag 26 december 2025 is tweede kerstdag en"
                " zaterdag 27 december 2025 valt in het weekend: de datum schuift op naar maandag 29 december 2025"
                " (Algemene termijnenwet, artikel 1)"
            ),
        ),
        (
            "plan_van_aanpak",
            date(2025, 3, 2),
            (
                "zondag 27 april 2025 valt in het weekend: de datum schuift op naar maandag 28 april 2025"
                " (Algemene termijnenwet, artikel 1)"
            ),
        ),
    ],
    ids=["weekend en 5 mei", "kerst en weekend", "zondag"],
)
def test_every_skipped_day_is_named(code, start, stap):
    assert einddatum(regel(code), start, KALENDER).stappen[-1] == stap


@pytest.mark.parametrize(
    ("code", "start", "stap"),
    [
        (
            "eerste_contact",
            date(2026, 4, 24),
            "5 werkdagen: maandag 4 mei 2026; Koningsdag (27 april 2026) telt niet mee",
        ),
        ("eerste_contact", date(2026, 6, 1), "5 werkdagen: maandag 8 juni 2026"),
        (
            "uht_antwoord",
            date(2025, 12, 24),
            (
                "6 werkdagen: dinsdag 6 januari 2026; eerste kerstdag (25 december 2025),"
                " tweede kerstdag (26 december 2025) en nieuwjaarsdag (1 januari 2026) tellen niet mee"
            ),
        ),
        (
            "materiele_verstrekking",
            date(2025, 8, 31),
            "6 maanden: zaterdag 28 februari 2026; februari heeft geen dag 31, dus de laatste dag telt",
        ),
        (
            "besluiten",
            date(2024, 2, 29),
            "2 jaar: zaterdag 28 februari 2026; februari heeft geen dag 29, dus de laatste dag telt",
        ),
        ("sisa_indienen", date(2025, 12, 31), "15 juli van het jaar erna: woensdag 15 juli 2026"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) and len(waarde) < 25 else "",
)
def test_count_says_what_is_not_plain(code, start, stap):
    assert einddatum(regel(code), start, KALENDER).stappen[1] == stap


@pytest.mark.parametrize(
    ("code", "reden"),
    [
        ("materiele_verstrekking", "6 maanden is meer dan drie maanden (artikel 4)"),
        ("besluiten", "deze termijn telt in jaren (artikel 4)"),
        (
            "nieuwe_kosten",
            "deze termijn staat in een ministeriële regeling en niet in een wet (artikelen 1 en 5)",
        ),
        ("eerste_gesprek_na_contact", "deze termijn staat in beleid en niet in een wet (artikel 1)"),
        ("portaalbestand", "deze termijn staat in een afspraak en niet in een wet (artikel 1)"),
        (
            "eerste_contact",
            "deze termijn telt alleen werkdagen en eindigt dus nooit in een weekend of op een feestdag",
        ),
    ],
)
def test_step_says_why_the_atw_does_not_apply(code, reden):
    berekening = einddatum(regel(code), date(2025, 3, 5), KALENDER)

    assert berekening.stappen[-1] == f"de Algemene termijnenwet geldt niet: de datum schuift niet op, want {reden}"
    assert berekening.atw is False
    assert regel(code).atw_reden == reden


def test_steps_of_commissie_verdaging_and_opschorting_come_in_order():
    perioden = [
        Opschortingsperiode(date(2026, 6, 1), date(2026, 6, 30)),
        Opschortingsperiode(date(2026, 3, 10), date(2026, 3, 10)),
    ]

    berekening = einddatum(
        regel("besluit_op_bezwaar"), date(2026, 2, 27), KALENDER, perioden, commissie=True, verdaging=True
    )

    assert berekening.stappen[1:] == (
        "12 weken, met adviescommissie: vrijdag 22 mei 2026",
        "verdaging met 6 weken: vrijdag 3 juli 2026",
        "opschorting van 10 maart 2026 tot en met 10 maart 2026: 1 dag erbij, zaterdag 4 juli 2026",
        "opschorting van 1 juni 2026 tot en met 30 juni 2026: 30 dagen erbij, maandag 3 augustus 2026",
        "geen weekend of feestdag: de datum schuift niet op",
    )
    assert berekening.atw is True


def test_opschorting_outside_the_termijn_is_said_not_to_count():
    buiten = Opschortingsperiode(date(2025, 6, 1), date(2025, 6, 10))

    stappen = einddatum(regel("plan_van_aanpak"), date(2025, 3, 12), KALENDER, [buiten]).stappen

    assert stappen[2] == (
        "opschorting van 1 juni 2025 tot en met 10 juni 2025: valt buiten de termijn en telt niet mee"
    )


def test_som_holds_the_lines_of_the_screen():
    berekening = einddatum(regel("plan_van_aanpak"), date(2026, 3, 30), KALENDER, beleid=PROFIELEN["tiel_2025"])

    assert berekening.som == (
        ("Begin", "eerste gesprek op maandag 30 maart 2026"),
        ("Termijn", "8 weken: maandag 25 mei 2026"),
        ("Weekend of feestdag", "ja, maandag 25 mei 2026 is tweede pinksterdag (Algemene termijnenwet, artikel 1)"),
        ("Grondslag", "Awb artikel 4:13; handreiking VNG 2025, paragraaf 4.3"),
        (
            "Gevolg",
            "De inwoner kan de gemeente in gebreke stellen. Wordt het later? Stuur dan op tijd bericht.",
        ),
        ("Uiterste datum", "dinsdag 26 mei 2026"),
    )


def test_som_of_a_date_that_stays_says_no():
    som = dict(einddatum(regel("plan_van_aanpak"), date(2026, 3, 20), KALENDER).som)

    assert som["Weekend of feestdag"] == "nee, de datum schuift niet op"


def test_som_shows_opschorting_and_verdaging():
    perioden = [Opschortingsperiode(date(2026, 3, 10), date(2026, 3, 19))]

    som = einddatum(regel("besluit_op_bezwaar"), date(2026, 2, 27), KALENDER, perioden, verdaging=True).som

    assert [regel for regel in som if regel[0] in ("Verdaging", "Opschorting")] == [
        ("Verdaging", "6 weken erbij: vrijdag 22 mei 2026"),
        ("Opschorting", "van 10 maart 2026 tot en met 19 maart 2026: 10 dagen erbij, maandag 1 juni 2026"),
    ]


def test_answer_names_what_it_was_derived_from():
    dagen = kalender([(date(2026, 6, 2), "dag", "Stcrt.")])

    berekening = einddatum(regel("plan_van_aanpak"), date(2026, 3, 2), dagen, beleid=PROFIELEN["vng_2025"])

    assert berekening.regel == "plan_van_aanpak"
    assert berekening.start == date(2026, 3, 2)
    assert berekening.beleid == "VNG-handreiking 2025"
    assert berekening.kalender == dagen.versie
    assert berekening.regel_versie == regel("plan_van_aanpak").versie
    assert berekening.duur == "8 weken"
    assert einddatum(regel("plan_van_aanpak"), date(2026, 3, 2), dagen).beleid == "standaard"


def test_repeated_rule_counts_each_time_from_the_start():
    berekening = einddatum(regel("nazorg_contact"), date(2025, 5, 19), KALENDER, keer=2)

    assert berekening.duur == "2 keer 6 maanden"
    assert berekening.stappen[1] == "2 keer 6 maanden: dinsdag 19 mei 2026"


def test_rule_that_is_off_has_no_last_day():
    berekening = einddatum(regel("eerste_contact"), date(2025, 3, 5), KALENDER, beleid=PROFIELEN["vng_2025"])

    assert berekening.einddatum is None
    assert berekening.atw is False
    assert berekening.stappen == (
        "start 5 maart 2025; de dag zelf telt niet mee",
        "VNG-handreiking 2025 kent deze termijn niet: er is geen uiterste datum",
    )
    assert berekening.som[-1] == ("Uiterste datum", "geen")


@pytest.mark.parametrize(
    ("voorbeeld", "artikel"), list(zip(ATW_ARTIKEL_2, (2, 2, 2, 2, 1, None), strict=True)), ids=str
)
def test_atw_article_2_gives_a_short_term_two_open_days(voorbeeld, artikel):
    stap = bereken(voorbeeld).stappen[-1]

    assert (f"artikel {artikel})" in stap) is (artikel is not None)


def test_atw_article_2_says_so():
    assert einddatum(drie_dagen(), date(2026, 6, 5), KALENDER).stappen[-1] == (
        "in deze termijn vallen minder dan twee werkdagen: de datum schuift op naar dinsdag 9 juni 2026"
        " (Algemene termijnenwet, artikel 2)"
    )


def test_atw_article_2_leaves_a_term_of_two_days_alone():
    assert einddatum(drie_dagen(lengte=2), date(2026, 6, 5), KALENDER).einddatum == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("lengte", "eenheid", "atw"),
    [
        (90, Eenheid.DAGEN, True),
        (91, Eenheid.DAGEN, False),
        (12, Eenheid.WEKEN, True),
        (13, Eenheid.WEKEN, False),
        (3, Eenheid.MAANDEN, True),
        (4, Eenheid.MAANDEN, False),
        (1, Eenheid.JAREN, False),
        (5, Eenheid.WERKDAGEN, False),
    ],
)
def test_atw_article_4_limits_the_length(lengte, eenheid, atw):
    langer = drie_dagen(lengte=lengte, eenheid=eenheid)

    assert langer.atw is atw
    assert einddatum(langer, date(2026, 1, 5), KALENDER).atw is atw


def test_atw_article_4_looks_at_all_times_of_a_repeated_term():
    twee_maanden = drie_dagen(lengte=2, eenheid=Eenheid.MAANDEN, herhaalbaar=True)

    assert [einddatum(twee_maanden, date(2026, 1, 5), KALENDER, keer=keer).atw for keer in (1, 2)] == [True, False]


@given(DAGEN, st.sampled_from(TELBAAR))
def test_last_day_is_after_the_start(start, code):
    eind = einddatum(regel(code), start, KALENDER).einddatum

    assert eind == start if regel(code).eenheid is Eenheid.ZELFDE_DAG else eind > start


@given(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.sampled_from(["verplichtingen_tot", "verantwoorden_tot"]))
def test_one_last_day_is_the_same_whenever_it_starts(start, code):
    assert einddatum(regel(code), start, KALENDER).einddatum == regel(code).vaste_dag


def test_one_last_day_is_refused_after_it():
    laatste = einddatum(regel("verplichtingen_tot"), date(2026, 12, 31), KALENDER)

    assert laatste.einddatum == date(2026, 12, 31)
    with pytest.raises(RekenFout, match=r"1 januari 2027 ligt na 31 december 2026\. Kosten van een verplichting"):
        einddatum(regel("verplichtingen_tot"), date(2027, 1, 1), KALENDER)


@pytest.mark.parametrize(
    ("utc", "dag"),
    [
        (datetime(2025, 3, 11, 22, 59, tzinfo=UTC), "2025-05-06"),  # 23.59 in Amsterdam, wintertijd
        (datetime(2025, 3, 11, 23, 0, tzinfo=UTC), "2025-05-07"),  # midnight
        (datetime(2025, 3, 30, 21, 59, tzinfo=UTC), "2025-05-26"),  # 23.59, the evening the zomertijd began
        (datetime(2025, 3, 30, 22, 0, tzinfo=UTC), "2025-05-26"),
        (datetime(2025, 10, 26, 22, 59, tzinfo=UTC), "2025-12-22"),  # 23.59, the evening it ended
        (datetime(2025, 10, 26, 23, 0, tzinfo=UTC), "2025-12-22"),
        (datetime(2025, 12, 31, 22, 59, tzinfo=UTC), "2026-02-25"),
        (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), "2026-02-26"),
    ],
    ids=str,
)
def test_day_of_a_moment_is_that_of_amsterdam(utc, dag):
    """Nothing moves at midnight UTC: what happens at 23.59 here counts from today."""
    start = localdate(utc)

    assert einddatum(regel("plan_van_aanpak"), start, KALENDER).einddatum == date.fromisoformat(dag)


@given(DAGEN, st.integers(0, 400), st.sampled_from(TELBAAR))
def test_later_start_never_ends_earlier(start, dagen, code):
    later = start + timedelta(days=dagen)

    assert einddatum(regel(code), start, KALENDER).einddatum <= einddatum(regel(code), later, KALENDER).einddatum


@given(DAGEN, st.sampled_from(ATW_REGELS))
def test_atw_rule_never_ends_on_a_closed_day(start, code):
    assert KALENDER.is_werkdag(einddatum(regel(code), start, KALENDER).einddatum)


@given(DAGEN, st.sampled_from(ATW_REGELS))
def test_atw_moves_over_closed_days_only(start, code):
    eind = einddatum(regel(code), start, KALENDER).einddatum
    geteld = start + {Eenheid.WEKEN: timedelta(weeks=1), Eenheid.DAGEN: timedelta(days=1)}[regel(code).eenheid] * (
        regel(code).lengte
    )

    assert geteld <= eind
    assert not any(KALENDER.is_werkdag(geteld + timedelta(days=n)) for n in range((eind - geteld).days))


@st.composite
def perioden(draw, start):
    """Up to four periods after the start that share no day."""
    dag, rij = start, []
    for gat, lengte in draw(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=4)):
        van = dag + timedelta(days=gat)
        dag = van + timedelta(days=lengte - 1)
        rij.append(Opschortingsperiode(van, dag))
    return rij


@given(st.data(), DAGEN, st.sampled_from(BESLISTERMIJNEN))
def test_opschorting_leaves_as_many_days_to_decide(data, start, code):
    rij = data.draw(perioden(start))
    zonder = einddatum(regel(code), start, KALENDER).einddatum
    met = einddatum(regel(code), start, KALENDER, rij).einddatum
    opgeschort = {o.van + timedelta(days=n) for o in rij for n in range((o.tot - o.van).days + 1)}
    te_beslissen = [d for n in range((met - start).days) if (d := start + timedelta(days=n + 1)) not in opgeschort]

    assert met >= zonder
    assert KALENDER.is_werkdag(met)
    assert len(te_beslissen) >= regel(code).lengte * 7


def loop(start, dagen, opgeschort):
    """Walk day by day: a suspended day is as if it were not there, also where the Atw moves the last day."""
    dag, te_gaan = start, dagen
    while te_gaan:
        dag += timedelta(days=1)
        te_gaan -= dag not in opgeschort
    while dag in opgeschort or not KALENDER.is_werkdag(dag):
        dag += timedelta(days=1)
    return dag


@st.composite
def rond_het_einde(draw, start, dagen):
    """Up to twelve suspended days in the weeks around the last day, where the count, the shift and a period meet."""
    eind = start + timedelta(days=dagen)
    return {eind + timedelta(days=n) for n in draw(st.sets(st.integers(-6, 16), max_size=12))}


def los(opgeschort):
    return [Opschortingsperiode(dag, dag) for dag in opgeschort]


def aaneen(opgeschort):
    """Give the same days as periods: two days that touch are one."""
    rij = []
    for dag in sorted(opgeschort):
        if rij and rij[-1].tot == dag - timedelta(days=1):
            dag, rij = rij[-1].van, [*rij[:-1], Opschortingsperiode(rij[-1].van, dag)]
        else:
            rij.append(Opschortingsperiode(dag, dag))
    return rij


@given(st.data(), DAGEN, st.sampled_from(BESLISTERMIJNEN))
def test_last_day_is_never_suspended_and_one_more_suspended_day_never_ends_earlier(data, start, code):
    dagen = regel(code).lengte * 7
    opgeschort = data.draw(rond_het_einde(start, dagen))
    nog_een = opgeschort | {start + timedelta(days=dagen + data.draw(st.integers(-6, 16)))}
    eind = einddatum(regel(code), start, KALENDER, aaneen(opgeschort)).einddatum
    later = einddatum(regel(code), start, KALENDER, aaneen(nog_een)).einddatum

    assert eind not in opgeschort
    assert eind <= later
    assert eind == loop(start, dagen, opgeschort) == einddatum(regel(code), start, KALENDER, los(opgeschort)).einddatum


@st.composite
def beslissingen(draw, start):
    """Give how a decision may be counted: suspended, with commissie and verdaging, and as long as beleid says."""
    code, lengte = draw(st.sampled_from(BESLISTERMIJNEN)), draw(st.integers(1, 20))
    op_bezwaar = code == "besluit_op_bezwaar"
    return {
        "regel": regel(code),
        "opschortingen": draw(perioden(start)),
        "commissie": op_bezwaar and draw(st.booleans()),
        "verdaging": op_bezwaar and draw(st.booleans()),
        "beleid": replace(TIEL_2025, lengtes={**TIEL_2025.lengtes, code: lengte}),
    }


@given(st.data(), DAGEN)
def test_decision_ends_after_its_start_and_where_the_atw_applies_on_an_open_day(data, start):
    berekening = einddatum(start=start, kalender=KALENDER, **data.draw(beslissingen(start)))

    assert berekening.einddatum > start
    assert not berekening.atw or KALENDER.is_werkdag(berekening.einddatum)


@given(st.data(), DAGEN, st.integers(0, 400))
def test_decision_that_begins_later_never_ends_earlier(data, start, dagen):
    vraag, later = data.draw(beslissingen(start)), start + timedelta(days=dagen)

    eerst, dan = (einddatum(start=dag, kalender=KALENDER, **vraag) for dag in (start, later))

    assert eerst.einddatum <= dan.einddatum


@given(st.data(), DAGEN)
def test_verdaging_commissie_and_a_longer_beleid_never_end_a_decision_earlier(data, start):
    vraag = data.draw(beslissingen(start)) | {"regel": regel("besluit_op_bezwaar"), "commissie": False}
    lengte = data.draw(st.integers(1, 12))
    vraag["beleid"] = replace(TIEL_2025, lengtes={**TIEL_2025.lengtes, "besluit_op_bezwaar": lengte})
    langer = replace(TIEL_2025, lengtes={**TIEL_2025.lengtes, "besluit_op_bezwaar": lengte + 1})

    def eind(**anders):
        return einddatum(start=start, kalender=KALENDER, **(vraag | anders)).einddatum

    assert eind() <= min(eind(commissie=True), eind(beleid=langer))
    # Six weeks, less what the Atw gave without it: at most 4 days at the end and before each of the four periods.
    assert eind(verdaging=False) + timedelta(weeks=6, days=-20) <= eind(verdaging=True)


@pytest.mark.parametrize("code", [r.code for r in alle_regels() if not r.opschortbaar])
def test_only_a_beslistermijn_can_be_suspended(code):
    with pytest.raises(RekenFout, match=f"De termijn '{code}' kan niet worden opgeschort"):
        einddatum(regel(code), date(2025, 3, 5), KALENDER, [Opschortingsperiode(date(2025, 3, 6), date(2025, 3, 7))])


def test_the_two_beslistermijnen():
    assert BESLISTERMIJNEN == ["plan_van_aanpak", "besluit_op_bezwaar"]


def test_commissie_is_refused_where_it_changes_nothing():
    with pytest.raises(RekenFout, match="'plan_van_aanpak' is met of zonder adviescommissie even lang"):
        einddatum(regel("plan_van_aanpak"), date(2025, 3, 5), KALENDER, commissie=True)


def test_verdaging_is_refused_where_the_law_has_none():
    with pytest.raises(RekenFout, match="'bezwaar' kan niet worden verdaagd"):
        einddatum(regel("bezwaar"), date(2025, 3, 5), KALENDER, verdaging=True)


@pytest.mark.parametrize(("code", "keer"), [("nazorg_contact", 0), ("besluiten", 2)])
def test_repetition_is_refused_where_there_is_none(code, keer):
    with pytest.raises(RekenFout, match=f"'{code}' kent geen keer {keer}"):
        einddatum(regel(code), date(2025, 3, 5), KALENDER, keer=keer)


@pytest.mark.parametrize("dag", [date(1999, 12, 31), date(2100, 1, 1), date(9999, 12, 31)])
def test_date_outside_the_calendar_is_refused(dag):
    with pytest.raises(RekenFout, match="ligt buiten de kalender"):
        einddatum(regel("besluiten"), dag, KALENDER)
    with pytest.raises(RekenFout, match="ligt buiten de kalender"):
        einddatum(regel("plan_van_aanpak"), date(2025, 3, 5), KALENDER, [Opschortingsperiode(dag, dag)])


def test_last_year_of_the_calendar_still_counts():
    assert einddatum(regel("bezwaar"), date(2099, 12, 31), KALENDER).einddatum == date(2100, 2, 11)
