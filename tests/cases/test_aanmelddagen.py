"""Days at an aanmelding that can't be, and the forms of cases that ask the day of a fact."""

import inspect
from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest

import cases.forms
from cases.aanmeldregels import GEWEEST, IN_DE_TOEKOMST, dagbezwaren
from cases.actions.aanmelding import aanmelding_wijzigen, direct_aanmelden
from cases.actions.basis import ActieFout
from cases.actions.persoon import persoon_verbeteren
from cases.forms.aanmelding_wijzigen import AanmeldingWijzigenForm
from cases.forms.aanvulling import AanvullingOntvangenForm
from cases.forms.contact import ContactForm
from cases.forms.document import DocumentForm
from cases.forms.documentbeheer import DocumentVersieForm
from cases.forms.driegesprek import DriegesprekForm
from cases.forms.eerste_gesprek import EersteGesprekWijzigenForm
from cases.forms.gesprek import EersteGesprekForm, GesprekForm
from cases.forms.gezin import GezinslidForm
from cases.forms.herstellen import OverlijdenForm
from cases.forms.hulp import HulpAfwijzenForm, HulpHervattenForm
from cases.forms.identiteit import IdentiteitForm
from cases.forms.tegemoetkoming import TegemoetkomingForm
from cases.forms.uht import UhtStatusForm, VerificatieForm, VerificatieVragenForm
from cases.forms.wijzigen import laatste_versie
from cases.models import Aanmelding, Aanvulling, Persoon
from config.forms import DatumVeld
from tests.factories import directe_aanmelding, meld_aan, moment

ON = date(2026, 3, 20)
MORGEN = ON + timedelta(days=1)


@pytest.mark.parametrize("veld", GEWEEST)
@pytest.mark.parametrize(("dag", "fout"), [(ON, None), (MORGEN, IN_DE_TOEKOMST), (date(2062, 11, 26), IN_DE_TOEKOMST)])
def test_day_of_a_fact_is_not_still_to_come(veld, dag, fout):
    assert dagbezwaren({veld: dag}, ON).get(veld) == fout


@pytest.mark.parametrize(
    ("geboren", "overleden_op", "mag"),
    [
        ("1950-02-03", date(2000, 1, 1), True),
        ("2000-01-01", date(2000, 1, 1), True),
        ("2000-01-02", date(2000, 1, 1), False),
        ("2023-05-01", date(2000, 1, 1), False),
        # Of what is not known the earliest day counts: it may have been before.
        ("2000-00-00", date(2000, 1, 1), True),
        ("2000-03-00", date(2000, 3, 1), True),
        ("2000-03-00", date(2000, 2, 29), False),
        ("2001-00-00", date(2000, 12, 31), False),
        ("2026-03-21", None, False),
        ("2026-03-00", None, True),
        ("2000-01-02", None, True),
        ("", date(2000, 1, 1), True),
    ],
)
def test_deceased_was_born_before_the_death(geboren, overleden_op, mag):
    fouten = dagbezwaren({"overleden_geboortedatum": geboren, "overleden_op": overleden_op}, ON)

    assert list(fouten) == ([] if mag else ["overleden_geboortedatum"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "anders",
    [
        {"datum_status": date(2062, 11, 26)},
        {"uitzondering": "verhuizing", "ingezetene": False, "overleg_met": "Tiel", "overleg_datum": date(2027, 12, 31)},
    ],
)
def test_aanmelding_with_a_day_to_come_is_refused(gemeente, consulent, anders):
    with pytest.raises(ActieFout, match=IN_DE_TOEKOMST):
        meld_aan(gemeente, consulent, **anders)


@pytest.mark.django_db
def test_aanmelding_keeps_a_status_of_after_the_day_somebody_came(gemeente, consulent):
    """Somebody came on the 2nd, UHT decided on the 9th, and it was written down on the 20th."""
    invoer = directe_aanmelding(gemeente, datum=date(2026, 3, 2), datum_status=date(2026, 3, 9))

    dossier = direct_aanmelden(invoer=invoer, gezien=(), by=consulent, at=moment(ON), on=ON)

    rij = dossier.uht_wijzigingen.get()
    assert (rij.datum_feit, rij.datum_gemeld) == (date(2026, 3, 9), date(2026, 3, 9))


@pytest.mark.django_db
def test_aanmelding_is_not_changed_to_a_day_to_come(dossier, consulent):
    with pytest.raises(ActieFout, match=IN_DE_TOEKOMST):
        aanmelding_wijzigen(
            dossier=dossier, wijzigingen={"datum_beschikking": MORGEN}, reden="x", by=consulent, at=moment(ON)
        )

    assert Aanmelding.objects.get().datum_beschikking is None


@pytest.mark.django_db
def test_birth_is_not_moved_after_the_death(dossier, consulent):
    Persoon.objects.update(datum_overlijden=date(2026, 3, 10))
    wat = {"dossier": dossier, "reden": "Fout", "by": consulent, "at": moment(ON)}

    with pytest.raises(ActieFout, match="kan niet na de dag van overlijden liggen: 10 maart 2026"):
        persoon_verbeteren(wijzigingen={"geboortedatum": "2026-03-11"}, **wat)

    persoon_verbeteren(wijzigingen={"geboortedatum": "2026-03-00"}, **wat)


# Each form with the fields that ask the day of something that happened.
FEITEN = [
    *((AanmeldingWijzigenForm, veld) for veld in ("datum_beschikking", "toestemming_navraag", "overleg_datum")),
    (AanmeldingWijzigenForm, "overleden_op"),
    (AanvullingOntvangenForm, "datum"),
    (ContactForm, "datum"),
    (DocumentForm, "datum"),
    (DocumentVersieForm, "datum"),
    (DriegesprekForm, "datum"),
    (EersteGesprekForm, "datum"),
    (EersteGesprekWijzigenForm, "datum"),
    (GesprekForm, "datum"),
    (GezinslidForm, "vanaf"),
    (GezinslidForm, "tot"),
    (HulpAfwijzenForm, "datum"),
    (HulpHervattenForm, "datum"),
    (IdentiteitForm, "datum"),
    (OverlijdenForm, "datum"),
    (TegemoetkomingForm, "datum"),
    (UhtStatusForm, "datum_gemeld"),
    (VerificatieVragenForm, "datum_gevraagd"),
    (VerificatieForm, "datum_antwoord"),
]
# Days that may be to come, days of a list, and days that the action or a form named here checks: the same fields.
ELDERS = {
    "AanmeldingForm", "Aanmeldvelden", "AanmelddatumForm", "ContactVerbeterForm", "VerificatieVerbeterForm",
    "UhtStatusVerbeterForm", "VerificatieAntwoordForm", "Antwoordvelden", "DocumentWijzigForm", "GesprekWijzigenForm",
    "Driegesprekvelden", "DriegesprekWijzigenForm", "GezinslidWijzigenForm", "_Gezinslidvelden",
    "IngebrekestellingForm", "OpschortForm", "BeeindigForm", "IdentiteitVerbeterForm",
}  # fmt: skip
TE_KOMEN = {
    "TermijnberichtForm", "TaakForm", "TaakWijzigForm", "AfwezigheidForm", "AfspraakForm", "AfspraakVelden",
    "AfspraakWijzigForm", "AanvullingVragenForm", "FeestdagForm", "BeleidWijzigenForm", "NieuwBeleidForm",
    "Agendafilter", "Geschiedenisfilter", "Vooruitblikfilter",
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("form", "veld"), FEITEN, ids=lambda waarde: getattr(waarde, "__name__", waarde))
def test_form_refuses_the_day_of_a_fact_that_is_still_to_come(dossier, consulent, form, veld):
    dossier.doelgroep = {"overleden_op": "nabestaande", "datum_beschikking": "ex-toeslagpartner"}.get(veld, "aanvrager")
    erbij = {"aanvulling": Aanvulling(gevraagd_op=ON)} if form is AanvullingOntvangenForm else {}

    def fouten(dag):
        velden = {veld: dag.isoformat(), "versie": laatste_versie(dossier.aanmelding)}
        ingevuld = form(velden, dossier=dossier, on=ON, **erbij)
        return [str(fout) for fout in ingevuld.errors.get(veld, [])]

    assert [fout for fout in fouten(MORGEN) if "toekomst" in fout] != []
    assert [fout for fout in fouten(ON) if "toekomst" in fout] == []


def test_every_form_with_a_day_is_known_here():
    """A new form either refuses a fact that is still to come, or says here why it need not."""
    gevonden = set()
    for module in iter_modules(cases.forms.__path__, "cases.forms."):
        for naam, klasse in inspect.getmembers(import_module(module.name), inspect.isclass):
            velden = getattr(klasse, "base_fields", {})
            if klasse.__module__ == module.name and any(isinstance(veld, DatumVeld) for veld in velden.values()):
                gevonden.add(naam)

    assert gevonden == {form.__name__ for form, _ in FEITEN} | ELDERS | TE_KOMEN
