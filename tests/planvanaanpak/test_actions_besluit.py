"""Vaststellen, aanvullen and verzenden: the gates, what is decided, and the clocks that follow."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from cases.actions.basis import ActieFout
from cases.actions.gesprekken import eerste_gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Beleid, Dossier, DossierEvent, Nummerreeks, Termijn
from cases.status import OPEN, Status
from planvanaanpak.actions.besluit import addendum_vaststellen, beeindiging_vaststellen, vaststellen, verzenden
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.keuzes import Noodzaak, Voorstel, VoorzieningStatus
from planvanaanpak.models import Akkoord, Besluit, BesluitPdf, Bijsluiter, Doel, PlanVanAanpak, Voorziening
from planvanaanpak.opbouw import wanneer
from planvanaanpak.pdf import BriefFout, besluit_html
from planvanaanpak.planbron import AAN_TE_VULLEN
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.planvanaanpak.conftest import PDF, VANDAAG
from tests.tabellen import alles
from tests.wegen import KOELKAST, WEIGEREN, maak_volledig_plan

AT = moment(VANDAAG)
NA_MATERIEEL, NA_TWEE_JAAR = date(2026, 9, 13), date(2028, 3, 13)

pytestmark = pytest.mark.django_db


def stel_plan_vast(plan, by, *, on=VANDAAG, datum=None):
    return vaststellen(plan=plan, datum=datum or on, by=by, at=moment(on), on=on)


def vul_aan(dossier, by, *, on=VANDAAG, datum=None, toelichting="Er kwam een kind bij."):
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    return addendum_vaststellen(plan=plan, datum=datum or on, toelichting=toelichting, by=by, at=moment(on), on=on)


def stel_voor(dossier, by, **anders):
    plan = PlanVanAanpak.objects.get(dossier=dossier)
    return voorziening_bewaren(plan=plan, gegevens={**KOELKAST, **anders}, by=by, at=AT)


def termijn(dossier, regel):
    return Termijn.objects.filter(dossier=dossier, regel=regel).values_list("uiterste_datum", "status", "datum_gehaald")


def niets_besloten(dossier):
    return (
        Besluit.objects.count() == BesluitPdf.objects.count() == Nummerreeks.objects.filter(soort="B").count() == 0
        and not Voorziening.objects.exclude(status="voorstel").exists()
        and not DossierEvent.objects.filter(dossier=dossier, soort="besluit_vastgesteld").exists()
    )


def test_vaststellen_sets_the_plan_down(plan, consulent, brieven_gevraagd):
    besluit = stel_plan_vast(plan, consulent)

    dossier = Dossier.objects.get(pk=plan.dossier_id)
    plan.refresh_from_db()
    assert (besluit.nummer, besluit.soort, besluit.datum) == ("9901-B-2026-00001", "toekenning", VANDAAG)
    assert (plan.vastgesteld_op, plan.vastgesteld_door) == (AT, consulent)
    assert dossier.status == Status.UITVOERING
    assert set(besluit.voorzieningen.values_list("omschrijving", "status")) == {
        ("Koelkast", "toegekend"),
        ("Budgetcoach, 12 gesprekken", "toegekend"),
    }
    assert list(termijn(dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "gehaald", VANDAAG)]
    assert list(termijn(dossier, "bezwaar")) == [(date(2026, 6, 1), "lopend", None)]
    assert bytes(besluit.pdf.inhoud) == PDF
    laatste = DossierEvent.objects.filter(dossier=dossier).exclude(soort="gezin").latest("pk")
    assert (laatste.soort, laatste.tekst, laatste.gegevens) == (
        "besluit_vastgesteld",
        "Besluit 9901-B-2026-00001 vastgesteld: toekenning.",
        {"besluit": "9901-B-2026-00001"},
    )


def test_letter_holds_the_plan_and_what_was_decided(plan, consulent, brieven_gevraagd):
    stel_voor(plan.dossier, consulent, omschrijving="Vaatwasser", noodzaak="wens", weigeringsgrond="Wens", **WEIGEREN)

    stel_plan_vast(plan, consulent, datum=date(2026, 4, 22))

    (brief,) = brieven_gevraagd
    assert (brief.kenmerk, brief.datum, brief.bezwaar_tot) == ("9901-B-2026-00001", date(2026, 4, 22), date(2026, 6, 3))
    assert [(r.nummer, r.omschrijving, r.besluit, r.grond) for r in brief.voorzieningen] == [
        (1, "Koelkast", "toegekend", ""),
        (2, "Budgetcoach, 12 gesprekken", "toegekend", ""),
        (3, "Vaatwasser", "afgewezen", "Wens"),
    ]
    assert [r.zienswijze for r in brief.voorzieningen] == ["", "", "U vindt dit jammer."]
    assert "<strong>Wat u ervan vindt.</strong> U vindt dit jammer." in besluit_html(brief)
    assert [(r.leefgebied, r.voorzieningen, r.afgewezen) for r in brief.leefgebieden] == [
        ("Wonen", (1,), (3,)),
        ("Financiën", (2,), ()),
        ("Gezin", (), ()),
        ("Werk", (), ()),
        ("Zorg", (), ()),
    ]
    assert (brief.akkoord_datum, brief.akkoord_hoe) == (VANDAAG, "E-mail")
    assert brief.totaal == Decimal("2266.33")


def test_plan_that_grants_nothing_becomes_an_afwijzing(plan, consulent, brieven_gevraagd):
    plan.voorzieningen.update(weigeringsgrond="Vergoeding van schade", **WEIGEREN)

    besluit = stel_plan_vast(plan, consulent)

    assert besluit.soort == "afwijzing"
    assert set(besluit.voorzieningen.values_list("status", flat=True)) == {"afgewezen"}


def ontneem_bewijs(plan):
    Akkoord.objects.filter(plan=plan).update(bewijs=None)


def geef_wens(plan):
    plan.voorzieningen.filter(omschrijving="Koelkast").update(noodzaak=Noodzaak.WENS)


def wijs_af_zonder_grond(plan):
    plan.voorzieningen.filter(omschrijving="Koelkast").update(**WEIGEREN)


def wijs_af_zonder_horen(plan):
    plan.voorzieningen.filter(omschrijving="Koelkast").update(
        voorstel=Voorstel.AFWIJZEN, weigeringsgrond="Te laat", zienswijze=" "
    )


MIST = {
    "Wonen: hoe het nu is": lambda plan: plan.leefgebieden.filter(leefgebied="wonen").update(situatie=""),
    "Zorg: of het voldoet": lambda plan: plan.leefgebieden.filter(leefgebied="zorg").update(voldoet=""),
    "Financiën: het doel": lambda plan: Doel.objects.filter(plan=plan, leefgebied="financien").delete(),
    "Ten minste één voorziening": lambda plan: plan.voorzieningen.all().delete(),
    "Akkoord van de inwoner; Bewijs van het akkoord": lambda plan: Akkoord.objects.filter(plan=plan).delete(),
    "Bewijs van het akkoord": ontneem_bewijs,
    "Volledig adres van de inwoner": lambda plan: type(plan.dossier.persoon).objects.update(huisnummer=""),
    "Een wens kunt u niet toekennen: Koelkast": geef_wens,
    "Grond voor het afwijzen: Koelkast": wijs_af_zonder_grond,
    "Koelkast: wat de inwoner van het afwijzen vindt": wijs_af_zonder_horen,
    "Gegevens van de gemeente: adres voor bezwaar, mandaat": lambda plan: type(plan.dossier.gemeente).objects.update(
        bezwaar_adres="", mandaat=" "
    ),
}


@pytest.mark.parametrize("punt", MIST)
def test_vaststellen_names_what_is_missing(plan, consulent, brieven_gevraagd, punt):
    MIST[punt](plan)

    with pytest.raises(ActieFout) as fout:
        stel_plan_vast(plan, consulent)

    assert str(fout.value) == f"Vaststellen kan nog niet. Nog nodig: {punt}."
    assert niets_besloten(plan.dossier)
    assert Dossier.objects.get(pk=plan.dossier_id).status == Status.PLAN_VAN_AANPAK


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PLAN_VAN_AANPAK])
def test_vaststellen_is_refused_in_any_other_status(plan, consulent, brieven_gevraagd, status):
    Dossier.objects.filter(pk=plan.dossier_id).update(status=status)

    with pytest.raises(ActieFout) as fout:
        stel_plan_vast(plan, consulent)

    assert str(fout.value) == f"Het plan vaststellen kan niet: dit dossier staat op '{status.label}'."
    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize("status", [s for s in Status if s not in AAN_TE_VULLEN])
def test_addendum_is_refused_in_any_other_status(besluit, consulent, status):
    stel_voor(besluit.dossier, consulent, omschrijving="Bed")
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)

    with pytest.raises(ActieFout, match=f"Een addendum vaststellen kan niet: dit dossier staat op '{status.label}'"):
        vul_aan(besluit.dossier, consulent)

    assert Besluit.objects.count() == 1


@pytest.mark.parametrize("status", [s for s in Status if s not in OPEN])
def test_beeindiging_is_refused_when_the_dossier_is_closed(besluit, consulent, status):
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)

    with pytest.raises(ActieFout, match="De ondersteuning beëindigen kan niet"):
        beeindiging_vaststellen(
            dossier=besluit.dossier,
            datum=VANDAAG,
            toelichting="Klaar.",
            nazorg_tekst="",
            by=consulent,
            at=AT,
            on=VANDAAG,
        )

    assert Besluit.objects.count() == 1


def test_beeindiging_is_numbered_on_and_keeps_its_reason(besluit, consulent, brieven_gevraagd):
    einde = beeindiging_vaststellen(
        dossier=besluit.dossier,
        datum=VANDAAG,
        toelichting=" Klaar. ",
        nazorg_tekst="Wij bellen.",
        by=consulent,
        at=AT,
        on=VANDAAG,
    )

    brief = brieven_gevraagd[-1]
    assert (einde.nummer, einde.soort) == ("9901-B-2026-00002", "beeindiging")
    assert (brief.toelichting, brief.nazorg_tekst, brief.voorzieningen) == ("Klaar.", "Wij bellen.", ())


@pytest.mark.parametrize(
    ("dagen", "fout"),
    [
        (-1, "De verzenddatum kan niet in het verleden liggen."),
        (0, ""),
        (31, ""),
        (32, "De verzenddatum kan niet na 21 mei 2026 liggen. Neem het besluit anders later."),
    ],
    ids=["gisteren", "vandaag", "over 31 dagen", "over 32 dagen"],
)
def test_verzenddatum_is_in_the_coming_31_days(plan, consulent, brieven_gevraagd, dagen, fout):
    datum = VANDAAG + timedelta(days=dagen)
    if not fout:
        assert stel_plan_vast(plan, consulent, datum=datum).datum == datum
        return
    with pytest.raises(ActieFout, match=fout):
        stel_plan_vast(plan, consulent, datum=datum)
    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize(
    ("on", "mag"),
    [(date(2026, 9, 12), True), (NA_MATERIEEL, False)],
    ids=["laatste dag van 6 maanden", "dag erna"],
)
def test_spullen_are_granted_until_the_last_day_of_six_months(plan, consulent, brieven_gevraagd, on, mag):
    if mag:
        assert stel_plan_vast(plan, consulent, on=on).soort == "toekenning"
        return
    with pytest.raises(ActieFout) as fout:
        stel_plan_vast(plan, consulent, on=on)
    assert str(fout.value) == (
        "Materiële verstrekkingen toekennen: dat kon tot en met 12 september 2026 (Wht artikel 2.21 (tekst sinds 1"
        " januari 2025); handreiking VNG 2025, paragraaf 4.3). Daarna kan de gemeente geen nieuwe spullen toekennen."
        " Wat al is toegekend, blijft toegekend. Kan het echt niet anders? Dan kan een coördinator de hardheidsclausule"
        " toepassen."
    )
    assert (fout.value.url, fout.value.poort.regel) == (
        f"/dossiers/{plan.dossier.nummer}/hardheidsclausule/",
        "materiele_verstrekking",
    )
    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize(
    ("on", "mag"), [(date(2028, 3, 12), True), (NA_TWEE_JAAR, False)], ids=["laatste dag van 2 jaar", "dag erna"]
)
def test_help_is_granted_until_the_last_day_of_two_years(plan, consulent, brieven_gevraagd, on, mag):
    plan.voorzieningen.filter(soort="materieel").delete()

    if mag:
        assert stel_plan_vast(plan, consulent, on=on).soort == "toekenning"
        return
    with pytest.raises(ActieFout, match="Besluiten over voorzieningen nemen: dat kon tot en met 12 maart 2028"):
        stel_plan_vast(plan, consulent, on=on)
    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize("on", [NA_MATERIEEL, NA_TWEE_JAAR], ids=["na 6 maanden", "na 2 jaar"])
def test_closed_venster_leaves_a_refusal_possible(plan, consulent, brieven_gevraagd, on):
    plan.voorzieningen.update(weigeringsgrond="Te laat gevraagd", **WEIGEREN)

    assert stel_plan_vast(plan, consulent, on=on).soort == "afwijzing"


@pytest.mark.parametrize(
    ("on", "soort", "regel"),
    [
        (NA_MATERIEEL, "materieel", "Materiële verstrekkingen toekennen"),
        (NA_TWEE_JAAR, "immaterieel", "Besluiten over voorzieningen nemen"),
        (NA_TWEE_JAAR, "materieel", "Besluiten over voorzieningen nemen"),
    ],
)
def test_addendum_passes_the_same_gates(besluit, consulent, on, soort, regel):
    stel_voor(besluit.dossier, consulent, omschrijving="Bed", soort=soort)

    with pytest.raises(ActieFout, match=f"^{regel}: dat kon tot en met"):
        vul_aan(besluit.dossier, consulent, on=on)

    assert Besluit.objects.count() == 1


def test_addendum_with_help_after_six_months(besluit, consulent):
    stel_voor(besluit.dossier, consulent, omschrijving="Coach", soort="immaterieel")

    assert vul_aan(besluit.dossier, consulent, on=NA_MATERIEEL).soort == "addendum"


@pytest.mark.parametrize("bevestigd", [False, True], ids=["te bevestigen", "bevestigd"])
def test_older_dossier_is_warned_until_the_law_is_confirmed(gemeente, consulent, brieven_gevraagd, bevestigd):
    """Decision 1071: the eerste gesprek was before the law of 1 January 2025."""
    if bevestigd:
        BeleidFactory(gemeente=gemeente, geldig_vanaf=VANDAAG, afwijkingen={"venster_bevestigd": True})
    dossier = maak_dossier(gemeente, datum=date(2024, 3, 1))
    eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=date(2024, 4, 2),
        kanaal=Kanaal.KANTOOR,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "Mijn koelkast is kapot."},
        by=consulent,
        at=moment(date(2024, 4, 2)),
        on=date(2024, 4, 2),
    )
    plan = maak_volledig_plan(dossier, consulent, VANDAAG)

    if not bevestigd:
        assert stel_plan_vast(plan, consulent).soort == "toekenning"
        return
    with pytest.raises(ActieFout, match="dat kon tot en met"):
        stel_plan_vast(plan, consulent)


def test_letter_that_cannot_be_made_decides_nothing(plan, consulent, monkeypatch):
    def weiger(brief):
        raise BriefFout("In het beeldmerk staat tekst.")

    monkeypatch.setattr("planvanaanpak.actions.besluit.besluit_pdf", weiger)

    with pytest.raises(ActieFout, match="In het beeldmerk staat tekst"):
        stel_plan_vast(plan, consulent)

    assert niets_besloten(plan.dossier)


def test_addendum_has_its_own_besluit_and_names_the_first(besluit, consulent, brieven_gevraagd):
    stel_voor(besluit.dossier, consulent, omschrijving="Bed", bedrag=Decimal("324.00"))

    addendum = vul_aan(besluit.dossier, consulent, on=date(2026, 6, 2), toelichting=" Er kwam een kind bij. ")

    brief = brieven_gevraagd[-1]
    assert (addendum.nummer, addendum.soort, addendum.vult_aan) == ("9901-B-2026-00002", "addendum", besluit)
    assert (brief.vult_aan, brief.toelichting) == ("9901-B-2026-00001", "Er kwam een kind bij.")
    assert [r.omschrijving for r in brief.voorzieningen] == ["Bed"]
    assert brief.leefgebieden == ()
    assert Voorziening.objects.get(omschrijving="Bed").besluit == addendum
    assert Termijn.objects.get(aanleiding=f"besluit:{addendum.pk}").uiterste_datum == date(2026, 7, 14)
    assert Dossier.objects.get(pk=besluit.dossier_id).status == Status.UITVOERING


def test_second_addendum_also_adds_to_the_first_besluit(besluit, consulent):
    stel_voor(besluit.dossier, consulent, omschrijving="Bed")
    vul_aan(besluit.dossier, consulent)
    stel_voor(besluit.dossier, consulent, omschrijving="Kast")

    assert vul_aan(besluit.dossier, consulent).vult_aan == besluit


@pytest.mark.parametrize(
    ("voorstel", "toelichting", "melding"),
    [
        (None, "Er kwam een kind bij.", "Stel eerst ten minste één voorziening voor."),
        ("Bed", "  ", "Schrijf op waarom het plan wordt aangevuld."),
    ],
    ids=["niets voorgesteld", "zonder toelichting"],
)
def test_addendum_needs_something_to_decide_and_a_reason(besluit, consulent, voorstel, toelichting, melding):
    if voorstel:
        stel_voor(besluit.dossier, consulent, omschrijving=voorstel)

    with pytest.raises(ActieFout) as fout:
        vul_aan(besluit.dossier, consulent, toelichting=toelichting)

    assert str(fout.value) == melding
    assert Besluit.objects.count() == 1


def test_addendum_does_not_grant_a_wens(besluit, consulent):
    bed = stel_voor(besluit.dossier, consulent, omschrijving="Bed")
    Voorziening.objects.filter(pk=bed.pk).update(noodzaak=Noodzaak.WENS)

    with pytest.raises(ActieFout, match="Een wens kunt u niet toekennen: Bed"):
        vul_aan(besluit.dossier, consulent)

    assert Voorziening.objects.get(pk=bed.pk).status == VoorzieningStatus.VOORSTEL


def stuur(besluit, by, datum, *, on=date(2026, 5, 1)):
    return verzenden(besluit=besluit, datum=datum, by=by, at=moment(on), on=on)


def test_verzenden_on_the_day_of_the_letter_leaves_the_clock(besluit, consulent, brieven_gevraagd):
    stuur(besluit, consulent, VANDAAG)

    besluit.refresh_from_db()
    assert (besluit.verzonden_op, besluit.verzonden_door) == (VANDAAG, consulent)
    assert Bijsluiter.objects.count() == 0
    assert list(termijn(besluit.dossier, "bezwaar")) == [(date(2026, 6, 1), "lopend", None)]
    assert len(brieven_gevraagd) == 1
    laatste = DossierEvent.objects.latest("pk")
    assert laatste.tekst == "Besluit 9901-B-2026-00001 verzonden op 20 april 2026."


def test_verzenden_on_another_day_moves_the_clock_and_makes_a_bijsluiter(besluit, consulent, brieven_gevraagd):
    stuur(besluit, consulent, date(2026, 4, 23), on=date(2026, 4, 23))

    brief = brieven_gevraagd[-1]
    assert (brief.kenmerk, brief.datum, brief.oorspronkelijke_datum, brief.bezwaar_tot) == (
        "9901-B-2026-00001",
        date(2026, 4, 23),
        VANDAAG,
        date(2026, 6, 4),
    )
    assert not brief.komt_na
    bijsluiter = Bijsluiter.objects.get()
    assert (bijsluiter.besluit, bijsluiter.datum, bytes(bijsluiter.inhoud)) == (besluit, date(2026, 4, 23), PDF)
    assert list(termijn(besluit.dossier, "bezwaar")) == [(date(2026, 6, 4), "lopend", None)]
    assert list(termijn(besluit.dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "gehaald", date(2026, 4, 23))]
    besluit.refresh_from_db()
    assert besluit.datum == VANDAAG


def test_verzenden_confirmed_later_makes_a_bijsluiter_of_that_later_day(besluit, consulent, brieven_gevraagd):
    """The letter has left without it: what is made on 10 May can't say on 23 April that the besluit is with it."""
    on = date(2026, 5, 10)

    verzenden(besluit=besluit, datum=date(2026, 4, 23), by=consulent, at=moment(on), on=on)

    brief = brieven_gevraagd[-1]
    assert (brief.datum, brief.verzonden_op, brief.bezwaar_tot, brief.komt_na) == (
        on, date(2026, 4, 23), date(2026, 6, 4), True
    )  # fmt: skip
    assert Bijsluiter.objects.get().datum == date(2026, 4, 23)
    assert DossierEvent.objects.latest("pk").tekst == (
        "Besluit 9901-B-2026-00001 verzonden op 23 april 2026. De bezwaartermijn volgt die dag; er is een bijsluiter om"
        " na te sturen."
    )


def test_letter_that_left_after_the_last_day_was_late_after_all(besluit, consulent):
    stuur(besluit, consulent, date(2026, 5, 8), on=date(2026, 5, 8))

    assert list(termijn(besluit.dossier, "plan_van_aanpak")) == [
        (date(2026, 5, 7), "te_laat_gehaald", date(2026, 5, 8))
    ]


def test_addendum_that_left_later_does_not_touch_the_term_of_the_plan(besluit, consulent):
    stel_voor(besluit.dossier, consulent, omschrijving="Bed")
    addendum = vul_aan(besluit.dossier, consulent)

    stuur(addendum, consulent, date(2026, 4, 24))

    assert list(termijn(besluit.dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "gehaald", VANDAAG)]
    assert Termijn.objects.get(aanleiding=f"besluit:{addendum.pk}").uiterste_datum == date(2026, 6, 5)
    assert Termijn.objects.get(aanleiding=f"besluit:{besluit.pk}").uiterste_datum == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        (date(2026, 5, 2), "De dag van verzending kan niet in de toekomst liggen."),
        (date(2026, 4, 19), "Een besluit kan niet verzonden zijn vóórdat het is vastgesteld."),
    ],
    ids=["morgen", "voor het vaststellen"],
)
def test_verzenden_on_an_impossible_day_is_refused(besluit, consulent, datum, melding):
    aantal = DossierEvent.objects.count()

    with pytest.raises(ActieFout) as fout:
        stuur(besluit, consulent, datum)

    besluit.refresh_from_db()
    assert str(fout.value) == melding
    assert besluit.verzonden_op is None
    assert DossierEvent.objects.count() == aantal


def test_verzenden_a_second_time_is_refused(besluit, consulent):
    stuur(besluit, consulent, VANDAAG)

    with pytest.raises(ActieFout, match="al verzonden op 20 april 2026"):
        stuur(besluit, consulent, date(2026, 4, 21))

    assert Bijsluiter.objects.count() == 0


def test_besluit_made_after_midnight_counts_as_that_day(plan, consulent, brieven_gevraagd):
    """At 00.30 in the Netherlands it is still the day before in UTC."""
    kort_na_middernacht = datetime(2026, 4, 19, 22, 30, tzinfo=UTC)
    besluit = vaststellen(plan=plan, datum=VANDAAG, by=consulent, at=kort_na_middernacht, on=VANDAAG)

    with pytest.raises(ActieFout, match="vóórdat het is vastgesteld"):
        stuur(besluit, consulent, date(2026, 4, 19))


def test_bijsluiter_that_cannot_be_made_leaves_it_unsent(besluit, consulent, monkeypatch):
    def weiger(brief):
        raise BriefFout("De brief is niet volledig.")

    monkeypatch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", weiger)

    with pytest.raises(ActieFout, match="niet volledig"):
        stuur(besluit, consulent, date(2026, 4, 23))

    besluit.refresh_from_db()
    assert besluit.verzonden_op is None
    assert list(termijn(besluit.dossier, "bezwaar")) == [(date(2026, 6, 1), "lopend", None)]


def test_letter_is_bound_by_the_beleid_the_dossier_started_under(plan, gemeente, consulent, brieven_gevraagd):
    Beleid.objects.create(gemeente=gemeente, profiel="vng_2025", geldig_vanaf=date(2026, 4, 1), bron="Nieuw beleid")

    stel_plan_vast(plan, consulent)

    assert brieven_gevraagd[0].gronden[1] == "Beleidsregels brede ondersteuning gemeente Rivierendam 2025."


def test_addendum_without_a_besluit_to_add_to_is_refused(plan, consulent, brieven_gevraagd):
    Dossier.objects.filter(pk=plan.dossier_id).update(status=Status.UITVOERING)

    with pytest.raises(ActieFout, match="Er is nog geen besluit om aan te vullen"):
        vul_aan(plan.dossier, consulent)

    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize(
    ("vanaf", "tot", "tekst"),
    [
        (None, None, "eenmalig"),
        (date(2026, 5, 1), None, "vanaf 1 mei 2026"),
        (None, date(2027, 4, 30), "tot en met 30 april 2027"),
        (date(2026, 5, 1), date(2027, 4, 30), "1 mei 2026 tot en met 30 april 2027"),
    ],
    ids=["eenmalig", "vanaf", "tot", "van en tot"],
)
def test_letter_says_when_a_voorziening_runs(vanaf, tot, tekst):
    assert wanneer(Voorziening(looptijd_vanaf=vanaf, looptijd_tot=tot)) == tekst


def test_einde_that_left_later_moves_its_own_clock_only(besluit, consulent):
    einde = beeindiging_vaststellen(
        dossier=besluit.dossier, datum=VANDAAG, toelichting="Klaar.", nazorg_tekst="", by=consulent, at=AT, on=VANDAAG
    )

    stuur(einde, consulent, date(2026, 4, 24))

    assert Termijn.objects.get(aanleiding=f"besluit:{einde.pk}").uiterste_datum == date(2026, 6, 5)
    assert list(termijn(besluit.dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "gehaald", VANDAAG)]


def op_hoofdlijnen(plan, soort="hoofdlijnen"):
    """Let the plan be one that is worked out later, of which it is not clear yet what it takes."""
    plan.voorzieningen.all().delete()
    PlanVanAanpak.objects.filter(pk=plan.pk).update(soort=soort, situatie="")
    return PlanVanAanpak.objects.get(pk=plan.pk)


@pytest.mark.parametrize("soort", ["hoofdlijnen", "acuut"])
def test_plan_without_voorzieningen_yet_grants_the_support_itself(plan, consulent, brieven_gevraagd, soort):
    """A hulpvraag and a doel are enough in week 8; nothing was asked that is refused (decision 1061)."""
    besluit = stel_plan_vast(op_hoofdlijnen(plan, soort), consulent)

    (brief,) = brieven_gevraagd
    assert (besluit.soort, brief.titel) == ("toekenning", "Besluit over uw plan van aanpak")
    html = " ".join(besluit_html(brief).split())
    for zin in (
        "U krijgt brede ondersteuning van ons. Wij stellen uw plan van aanpak vast.",
        "Daarover krijgt u later een besluit.",
        "Het is nog niet duidelijk welke hulp u precies nodig heeft.",
        "Dit is over een jaar op orde.",
    ):
        assert zin in html, zin
    for zin in ("wijzen uw aanvraag af", "U krijgt dit niet", "De bedragen zijn met btw", "bij elke voorziening"):
        assert zin not in html, zin
    assert list(termijn(besluit.dossier, "plan_van_aanpak")) == [(date(2026, 5, 7), "gehaald", VANDAAG)]

    stel_voor(besluit.dossier, consulent)
    aanvulling = vul_aan(besluit.dossier, consulent)
    assert (aanvulling.soort, aanvulling.vult_aan) == ("addendum", besluit)


def test_complete_plan_without_voorzieningen_is_refused(plan, consulent, brieven_gevraagd):
    plan.voorzieningen.all().delete()

    with pytest.raises(ActieFout, match="Ten minste één voorziening"):
        stel_plan_vast(plan, consulent)
    assert niets_besloten(plan.dossier)


@pytest.mark.parametrize(
    ("doelstatus", "weggelaten", "melding"),
    [
        ("open", "", ""),
        ("bezig", "", ""),
        ("behaald", "", ""),
        ("vervallen", "", "Toekennen kan alleen vanuit het plan: zorg heeft geen doel."),
        (None, "", "Toekennen kan alleen vanuit het plan: zorg heeft geen doel."),
        ("behaald", "Niet nodig", "Toekennen kan alleen vanuit het plan: zorg is weggelaten."),
    ],
)
def test_addendum_grants_from_the_plan_alone(besluit, consulent, doelstatus, weggelaten, melding):
    """Tiel 2025 art. 4 lid 1c and art. 6 lid 1: uitsluitend vanuit het plan, for a doel that is to be reached."""
    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    if doelstatus:
        Doel.objects.create(
            plan=plan, leefgebied="zorg", tekst="U slaapt goed.", status=doelstatus,
            datum_behaald=VANDAAG if doelstatus == "behaald" else None,
            reden_vervallen="Niet meer." if doelstatus == "vervallen" else "",
        )  # fmt: skip
    plan.leefgebieden.filter(leefgebied="zorg").update(weggelaten=weggelaten)
    stel_voor(besluit.dossier, consulent, leefgebied="zorg", omschrijving="EMDR")
    voor = alles()

    if not melding:
        assert vul_aan(besluit.dossier, consulent).soort == "addendum"
        return
    with pytest.raises(ActieFout, match=melding):
        vul_aan(besluit.dossier, consulent)
    assert alles() == voor


def test_addendum_that_refuses_needs_no_doel(besluit, consulent):
    weigeren = WEIGEREN | {"weigeringsgrond": "Wens", "noodzaak": "wens"}
    stel_voor(besluit.dossier, consulent, leefgebied="zorg", omschrijving="Sauna", **weigeren)

    assert vul_aan(besluit.dossier, consulent).voorzieningen.get().status == "afgewezen"


def test_addendum_that_refuses_asks_what_the_inwoner_thinks_of_it(besluit, consulent):
    """Awb art. 4:7 lid 1: also before an aanvraag is refused in part."""
    weigeren = {"voorstel": "afwijzen", "weigeringsgrond": "Wens", "noodzaak": "wens"}
    sauna = stel_voor(besluit.dossier, consulent, leefgebied="zorg", omschrijving="Sauna", **weigeren)

    with pytest.raises(ActieFout, match="Nog nodig: Sauna: wat de inwoner van het afwijzen vindt"):
        vul_aan(besluit.dossier, consulent)
    voorziening_bewaren(
        plan=sauna.plan, voorziening=sauna, gegevens={"zienswijze": "U vroeg hier niet om."}, by=consulent, at=AT
    )

    assert vul_aan(besluit.dossier, consulent).snapshot["voorzieningen"][0]["zienswijze"] == "U vroeg hier niet om."


def test_addendum_in_the_nazorg_refuses_alone(besluit, consulent):
    """What is granted takes the plan up again first (VNG handreiking nazorg 2024, 1.2)."""
    Dossier.objects.filter(pk=besluit.dossier_id).update(status=Status.NAZORG)
    bed = stel_voor(besluit.dossier, consulent, omschrijving="Bed")
    punt = r"Pak het plan weer op: in de nazorg kent u niets nieuws toe \(Bed\)"

    with pytest.raises(ActieFout, match=f"Nog nodig: {punt}"):
        vul_aan(besluit.dossier, consulent)
    nee = WEIGEREN | {"weigeringsgrond": "Niet nodig"}
    voorziening_bewaren(plan=bed.plan, voorziening=bed, gegevens=nee, by=consulent, at=AT)
    addendum = vul_aan(besluit.dossier, consulent)

    assert addendum.voorzieningen.get().status == "afgewezen"
    assert Dossier.objects.get(pk=besluit.dossier_id).status == Status.NAZORG
