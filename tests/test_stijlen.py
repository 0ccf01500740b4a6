"""A style, hatching or icon that no page draws is left over, and goes."""

import re

from cases.keuzes import Leefgebied
from cases.panelen import KANAALICOON
from config.omgeving import BASE_DIR
from tests.test_huisstijl import bestanden, lees

COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)


def lees_alle(*soorten):
    eigen = [naam for naam in bestanden() if naam.endswith(soorten) and not naam.startswith("tests/")]
    return "\n".join(lees(naam) for naam in eigen)


def test_every_class_in_the_style_sheets_is_used():
    """A name may be built: `bo-stand--{stand}` uses each of its kinds whose last part is a word in the code."""
    bladen, tekst = COMMENTAAR.sub("", lees_alle(".css")), lees_alle(".html", ".py", ".js")
    klassen = set(re.findall(r"\.(bo-[\w-]+)", bladen))
    stammen, woorden = tuple(set(re.findall(r"(bo-[\w-]+--)\{", tekst))), set(re.findall(r"[\w-]+", tekst))
    gebouwd = {klas for klas in klassen if klas.startswith(stammen) and klas.rpartition("--")[2] in woorden}

    assert "bo-stand--bijna" in gebouwd
    assert klassen - woorden - gebouwd == set()


def test_every_icon_is_drawn():
    sjablonen = lees_alle(".html")
    iconen = set(re.findall(r'symbol id="([^"]+)"', (BASE_DIR / "static/beeld/iconen.svg").read_text()))
    genoemd = set(re.findall(r'(?:{% icoon |icoon_naam=)"([^"]+)"', sjablonen))
    in_code = set(re.findall(r'\bicoon="([^"]+)"', lees_alle(".py")))
    bij_label = set(re.findall(r'_label\.html" with (?:[^%]* )?soort="([^"]+)"', sjablonen))

    assert iconen == genoemd | in_code | bij_label - {"info"} | set(KANAALICOON.values()) | set(Leefgebied.values)


def test_every_hatching_is_drawn():
    eigen = set(re.findall(r'<pattern id="([^"]+)"', lees("templates/partials/_sprite.html")))

    assert eigen == set(re.findall(r"url\(#([\w-]+)\)", lees_alle(".css", ".py")))
