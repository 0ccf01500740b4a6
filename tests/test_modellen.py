"""What holds for every model: its privacy list, who with when, Dutch names, and a row in the world of the tests."""

import re

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from cases.gemeenteklokken import klokbron
from cases.models import Termijn
from cases.register import alle_regels
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter

APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
# A list may be read on the command line, where nobody is logged in.
ZONDER_PERSOON = {("portal_import.ImportRun", "geupload"), ("portal_import.ImportRun", "afgerond")}
# The words of the program itself: no screen shows them, and the glossary keeps their models English.
PROGRAMMAWOORDEN = {"cases.DossierEvent", "portal_import.ImportRun", "portal_import.ImportRegel"}
ENGELS = re.compile(r"\b(at|by|created|updated|run|event|import|date|name|user|file|number|text|active)\b")


def is_historie(model):
    return hasattr(model, "instance_type")


MODELLEN = [model for app in APPS for model in apps.get_app_config(app).get_models() if not is_historie(model)]


def naam(model):
    return model._meta.label


def velden(model):
    return [veld.name for veld in model._meta.get_fields() if veld.concrete]


def paren(model):
    """Give the acts of a model that have a moment and a person: vastgesteld for vastgesteld_op and vastgesteld_door."""
    namen = set(velden(model))
    return sorted(veld.removesuffix("_door") for veld in namen if veld.endswith("_door"))


def voorwaarden(constraint):
    """Give the lookups in a check, from all levels of it."""
    delen = [constraint.condition]
    gevonden = set()
    while delen:
        deel = delen.pop()
        if isinstance(deel, models.Q):
            delen += deel.children
        else:
            gevonden.add(deel[0])
    return gevonden


def is_bewaakt(model, wat):
    """Tell whether the database refuses a moment without a person, and a person without a moment."""
    op, door = model._meta.get_field(f"{wat}_op"), model._meta.get_field(f"{wat}_door")
    if not op.null and not door.null:
        return True
    checks = [c for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]
    return any({f"{wat}_op__isnull", f"{wat}_door__isnull"} <= voorwaarden(check) for check in checks)


@pytest.mark.parametrize("model", MODELLEN, ids=naam)
def test_privacy_lists_every_field_once(model):
    lijst = [*model.Privacy.personal, *model.Privacy.other]

    assert sorted(lijst) == sorted(velden(model))


@pytest.mark.parametrize(
    ("model", "wat"),
    [pytest.param(model, wat, id=f"{naam(model)}-{wat}") for model in MODELLEN for wat in paren(model)],
)
def test_a_moment_and_its_person_are_both_set_or_both_empty(model, wat):
    assert f"{wat}_op" in velden(model)
    assert is_bewaakt(model, wat) or (naam(model), wat) in ZONDER_PERSOON


@pytest.mark.parametrize("model", [m for m in MODELLEN if naam(m) not in PROGRAMMAWOORDEN], ids=naam)
def test_names_on_screens_are_dutch(model):
    namen = [model._meta.verbose_name, model._meta.verbose_name_plural]
    namen += [veld.verbose_name for veld in model._meta.get_fields() if veld.concrete and veld.editable]

    assert [str(woorden) for woorden in namen if ENGELS.search(str(woorden))] == []


@pytest.mark.parametrize("model", [m for m in MODELLEN if hasattr(m, "history")], ids=naam)
def test_history_names_the_reason(model):
    historie = model.history.model

    assert {"history_user", "history_change_reason"} <= {veld.name for veld in historie._meta.get_fields()}
    assert isinstance(historie._meta.get_field("history_change_reason"), models.TextField)


@pytest.mark.django_db
def test_the_world_of_the_tests_has_a_row_of_every_model(wereld):
    assert [naam(model) for model in MODELLEN if not model._default_manager.exists()] == []


@pytest.mark.django_db
def test_every_rule_is_started_by_an_action_or_by_a_klokbron(wereld):
    """A rule that nothing starts is a promise on paper: it never warns and never becomes late."""
    gestart = set(Termijn.objects.values_list("regel", flat=True))
    for regel in alle_regels():
        if regel.code not in gestart:
            klokbron(regel)  # raises KeyError where nothing makes the clocks of a gemeente as a whole


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wijzig",
    [
        lambda: Besluit.objects.update(snapshot={}),
        lambda: Besluit.objects.update(datum="2020-01-01"),
        lambda: Besluit.objects.filter(verzonden_op__isnull=False).update(verzonden_op="2020-01-01"),
        lambda: BesluitPdf.objects.update(inhoud=b""),
        lambda: BesluitPdf.objects.all().delete(),
        lambda: Bijsluiter.objects.update(inhoud=b""),
        lambda: Bijsluiter.objects.all().delete(),
    ],
    ids=["content", "date", "day-it-left", "letter", "letter-away", "bijsluiter", "bijsluiter-away"],
)
def test_the_database_itself_keeps_a_besluit_as_it_is(wereld, wijzig):
    with pytest.raises(IntegrityError, match=r"verandert niet\.|kan niet worden verwijderd\."), transaction.atomic():
        wijzig()
