"""What the house style asks of every file and no other tool checks."""

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from config.omgeving import BASE_DIR

APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
# The layers of an app. What stands beside them is a rule, or builds values for the pages.
LAGEN = {
    "actions",
    "admin",
    "apps",
    "forms",
    "management",
    "migrations",
    "models",
    "querysets",
    "tasks",
    "urls",
    "views",
}
# Where the clock may be read: the edges, and the health check of a container.
KLOK = re.compile(r"/(views|management)/|/(views|tasks)\.py$|^config/(views|health)\.py$")
LEEST_KLOK = re.compile(r"\blocaldate\(\)|\b(timezone|datetime)\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.time\(")
# Addresses of package registries would tie the project to one place to install from. In pieces, so that no file spells
# them out, this one neither.
REGISTERS = re.compile(
    "|".join(
        rf"\b{naam}\.{einde}\b"
        for naam, einde in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "(com|org)"),
            ("crates", "io"),
            ("rubygems", "org"),
            (r"proxy\.golang", "org"),
        )
    )
)
VAAG = {"utils", "helpers", "services", "common", "misc"}
# The form pack, whose names crispy-forms and Django choose.
PAKKET = ("nlds/", "django/")
ANDERMANS = ("static/vendor/", "tests/data/", "LICENSE")


@cache
def bestanden():
    """Give the tracked files that are ours and hold text."""
    namen = subprocess.run(["git", "ls-files", "-z"], cwd=BASE_DIR, capture_output=True, text=True, check=True).stdout
    alle = [naam for naam in namen.split("\0") if naam and not naam.startswith(ANDERMANS)]
    return [naam for naam in alle if is_tekst(naam)]


def is_tekst(naam):
    pad = BASE_DIR / naam
    return pad.is_file() and b"\0" not in pad.read_bytes()[:1024]


@cache
def lees(naam):
    return (BASE_DIR / naam).read_text()


def python():
    return [naam for naam in bestanden() if naam.endswith(".py")]


def code():
    """Give the Python files of the product itself."""
    return [naam for naam in python() if not naam.startswith("tests/") and "/migrations/" not in naam]


def sjablonen():
    return [naam.removeprefix("templates/") for naam in bestanden() if re.match(r"templates/.*\.(html|txt)$", naam)]


def regels_met(uitdrukking, namen):
    """Name each line that has something: file, number and the line itself."""
    return [
        f"{naam}:{nummer}: {regel.strip()}"
        for naam in namen
        for nummer, regel in enumerate(lees(naam).splitlines(), start=1)
        if re.search(uitdrukking, regel)
    ]


def test_status_is_set_in_actions_only():
    buiten = [naam for naam in code() if "/actions/" not in naam]

    assert regels_met(r"\.status = ", buiten) == []


def test_clock_is_read_at_the_edges_only():
    assert regels_met(LEEST_KLOK, [naam for naam in code() if not KLOK.search(naam)]) == []


def test_no_rule_takes_today_by_default():
    standaard = r"\b(on|at): (date|datetime)( \| None)? = (?!None)"

    assert regels_met(standaard, [naam for naam in code() if not naam.startswith("config/")]) == []


@pytest.mark.parametrize(
    ("namen", "hoogstens"),
    [
        (code, 400),
        (lambda: [naam for naam in python() if naam.startswith("tests/")], 700),
        (lambda: [f"templates/{naam}" for naam in sjablonen()], 200),
    ],
    ids=["code", "tests", "templates"],
)
def test_no_file_grows_too_long(namen, hoogstens):
    lang = {naam: len(lees(naam).splitlines()) for naam in namen()}

    assert {naam: regels for naam, regels in lang.items() if regels > hoogstens} == {}


def test_no_function_grows_too_long():
    lang = [
        f"{naam}: {functie.name}"
        for naam in code()
        for functie in ast.walk(ast.parse(lees(naam)))
        if isinstance(functie, ast.FunctionDef) and (functie.end_lineno or 0) - functie.body[0].lineno >= 50
    ]

    assert lang == []


def test_no_module_has_a_name_that_says_nothing():
    # The launcher starts services: PostgreSQL and Redis. There the word is the subject.
    vaag = [naam for naam in python() if VAAG & {deel.removesuffix(".py") for deel in Path(naam).parts}]

    assert vaag == ["config/launcher/services.py"]


def test_nothing_is_left_for_later():
    eigen = [naam for naam in bestanden() if naam != "tests/test_huisstijl.py"]

    assert regels_met(r"\b(TODO|FIXME|XXX|HACK)\b", eigen) == []


def test_no_file_names_a_package_registry():
    assert REGISTERS.search(".".join(("https://files", "pythonhosted", "org/packages")))
    assert regels_met(REGISTERS, bestanden()) == []


def test_no_file_names_a_place_on_this_machine():
    """This checkout, the folder it stands in and the home of whoever runs the tests; `/` and /tmp are everybody's."""
    hier = {str(BASE_DIR), str(BASE_DIR.parent), str(Path.home())} - {"/", "/tmp"}
    plaats = "|".join(re.escape(f"{pad}/") for pad in sorted(hier))

    assert regels_met(rf"(?<![\w.-])({plaats})", bestanden()) == []


def test_no_file_points_outside_the_checkout():
    buiten = []
    for naam in bestanden():
        for pad in re.findall(r"(?<![\w./])(?:\.\./)+[\w.-]+", lees(naam)):
            doel = ((BASE_DIR / naam).parent / pad).resolve()
            if not doel.is_relative_to(BASE_DIR):
                buiten.append(f"{naam}: {pad}")

    assert buiten == []


def is_deel(naam):
    return Path(naam).name.startswith("_")


def genoemde(werkwoord, naam):
    return re.findall(rf'{{%-? *{werkwoord} +"([^"]+)"', lees(f"templates/{naam}"))


def test_what_is_included_starts_with_an_underscore_and_is_not_extended():
    opgenomen = {ander for naam in sjablonen() for ander in genoemde("include", naam) if not ander.startswith(PAKKET)}
    uitgebreid = {ander for naam in sjablonen() for ander in genoemde("extends", naam)}

    assert {naam for naam in opgenomen if not is_deel(naam)} == set()
    assert opgenomen & uitgebreid == set()


def test_no_view_draws_a_part_as_a_page():
    assert regels_met(r"""render\(request, ["'][\w/]*/_""", code()) == []


# What stands alone: the base, error pages (when all else fails), mails, letters and the form pack.
ALLEEN = re.compile(r"^(base\.html|\d{3}\w*\.html|nlds/.*|django/.*|.*/basis\.html|.*\.txt|planvanaanpak/pdf/.*)$")


def test_every_page_stands_on_a_base():
    los = [naam for naam in sjablonen() if not is_deel(naam) and not genoemde("extends", naam)]

    assert [naam for naam in los if not ALLEEN.match(naam)] == []


def test_every_template_that_is_named_exists_and_every_template_is_named():
    tekst = "\n".join(lees(naam) for naam in bestanden() if naam.endswith((".py", ".html")) and not is_test(naam))
    genoemd = set(re.findall(r"""["']((?:\w+/)*\w+\.(?:html|txt))["']""", tekst))
    eigen = {naam for naam in genoemd if naam.startswith((*(f"{app}/" for app in APPS), "partials/"))}
    van_django = {naam for naam in sjablonen() if naam.startswith((*PAKKET, "registration/"))}

    assert eigen - set(sjablonen()) == set()
    assert set(sjablonen()) - genoemd - van_django == set()


def is_test(naam):
    return naam.startswith("tests/")


def modules():
    """Give the module names of the apps with their files."""
    return {naam.removesuffix(".py").replace("/", "."): naam for naam in code() if naam.split("/")[0] in APPS}


@cache
def imports(naam):
    uit = set()
    for deel in ast.walk(ast.parse(lees(naam))):
        if isinstance(deel, ast.Import):
            uit |= {alias.name for alias in deel.names}
        elif isinstance(deel, ast.ImportFrom) and deel.module:
            uit |= {deel.module} | {f"{deel.module}.{alias.name}" for alias in deel.names}
    return uit


def reikt_tot(module, alle, gezien):
    """Give everything that a module imports, also by way of others."""
    for ander in imports(alle[module]):
        if ander not in gezien:
            gezien.add(ander)
            if ander in alle:
                reikt_tot(ander, alle, gezien)
    return gezien


def test_the_import_linter_watches_every_rule():
    """A module beside the layers of an app that reaches neither Django nor a model is a rule, and must stay one."""
    lint = tomllib.loads(lees("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    bewaakt = {module for contract in lint if contract["type"] == "forbidden" for module in contract["source_modules"]}
    alle = modules()
    regels = [module for module in alle if not LAGEN & set(module.split(".")) and not module.endswith("__init__")]
    puur = [m for m in regels if not any(is_django_of_model(ander) for ander in reikt_tot(m, alle, set()))]

    assert [m for m in puur if m not in bewaakt and f"*.{m.split('.')[-1]}" not in bewaakt] == []


def is_django_of_model(module):
    delen = module.split(".")
    return delen[0] == "django" or (delen[0] in APPS and "models" in delen)


# Codes of working papers that no reader of the repository has.
BUITEN = re.compile(
    r"\b(domein|ontwerp|huisstijl|stack)\.md\b|\bontwerp (section )?[1-9§]|\bdomein ?[KT§]\d?|-k\d+\.md", re.IGNORECASE
)
LOS = re.compile(r"[(`:, ](K1?\d|T\d|S\d)[),`:.' ](?!\d)")


def test_sources_are_named_by_their_own_title():
    """A comment names the article, the source or the decision: only that can be looked up."""
    gevonden = {
        f"{naam}:{nummer}"
        for naam in bestanden()
        if naam != "tests/test_huisstijl.py" and naam.endswith((".py", ".md", ".html"))
        for nummer, regel in enumerate((BASE_DIR / naam).read_text().splitlines(), 1)
        if BUITEN.search(f"{naam} {regel}") or LOS.search(regel)
    }

    assert gevonden == set()
