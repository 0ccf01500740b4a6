"""The logo of a gemeente as a letter can hold it: small, without transparency, readable years from now."""

import io
import re
import warnings
from functools import lru_cache
from xml.etree import ElementTree

from PIL import Image

SVG = "image/svg+xml"
PNG = "image/png"
ZIJDE = 600
_SVG_BEGIN = re.compile(rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^>\[]*>\s*)?<svg[\s>]", re.DOTALL)

ANDER_BESTAND = (
    "In het beeldmerk zit een ander bestand. Sla het beeldmerk op als png, of als svg zonder ingesloten plaatjes."
)
INGEWIKKELD = "Het beeldmerk is te ingewikkeld om af te drukken. Sla het beeldmerk op als png."
LEEG = "In het beeldmerk staat geen tekening. Kies een ander bestand."
# Far more than a beeldmerk has: a coat of arms takes some hundreds of parts. Copies count as parts.
MAX_DELEN, MAX_KOPIEEN, MAX_DIEPTE = 20_000, 200, 50
_TEKENT = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text", "use"}
_ONZICHTBAAR = {"clipPath", "defs", "filter", "marker", "mask", "pattern", "symbol"}
_VERWIJST = ("href", "{http://www.w3.org/1999/xlink}href")
_BUITEN = re.compile(r"@import|url\(\s*['\"]?\s*(?![\s'\"#])", re.IGNORECASE)


class LogoFout(ValueError):
    """The logo is not an image a letter can hold."""


@lru_cache(maxsize=32)
def lees_logo(inhoud: bytes) -> tuple[str, bytes]:
    """Give the media type and the bytes to print: svg as it is, png on white, at most 600 pixels. Raises LogoFout."""
    kaal = inhoud.removeprefix(b"\xef\xbb\xbf")
    if _SVG_BEGIN.match(kaal):
        return SVG, _heel(kaal)
    if not inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
        raise LogoFout("Het beeldmerk is geen png en geen svg.")
    try:
        return PNG, _op_wit(inhoud)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as fout:
        raise LogoFout("Het beeldmerk is beschadigd of te groot. Kies een ander bestand.") from fout


def _heel(svg: bytes) -> bytes:
    """Give the svg back when it can be read to its end; a doctype with entities never comes this far."""
    try:
        ElementTree.fromstring(svg)  # noqa: S314
    except ElementTree.ParseError as fout:
        raise LogoFout("Het beeldmerk is geen goed svg-bestand. Kies een ander bestand.") from fout
    return svg


def keur_svg(svg: bytes) -> None:
    """Raise LogoFout for an svg that a letter would lack without a word, or that takes minutes to print."""
    kopieen, zichtbaar, delen = [], False, 0
    te_zien = [(ElementTree.fromstring(svg), 1, True)]  # noqa: S314
    wortel = te_zien[0][0]
    while te_zien:
        deel, diepte, getoond = te_zien.pop()
        soort, delen = _soort(deel), delen + 1
        if diepte > MAX_DIEPTE:
            raise LogoFout(INGEWIKKELD)
        if soort in ("image", "feImage") or _wijst_naar_buiten(deel, soort):
            raise LogoFout(ANDER_BESTAND)
        if soort == "use":
            kopieen.append(deel)
        getoond = getoond and soort not in _ONZICHTBAAR
        zichtbaar = zichtbaar or (getoond and soort in _TEKENT)
        te_zien.extend((kind, diepte + 1, getoond) for kind in deel)
    if not zichtbaar:
        raise LogoFout(LEEG)
    if len(kopieen) > MAX_KOPIEEN or delen + _gekopieerd(wortel, kopieen) > MAX_DELEN:
        raise LogoFout(INGEWIKKELD)


def _soort(deel: ElementTree.Element) -> str:
    return deel.tag.rpartition("}")[2]


def _wijst_naar_buiten(deel: ElementTree.Element, soort: str) -> bool:
    if soort == "use" and not all(deel.get(naam, "#").startswith("#") for naam in _VERWIJST):
        return True
    stijl = "".join(deel.itertext()) if soort == "style" else ""
    return any(_BUITEN.search(tekst) for tekst in (stijl, *deel.attrib.values()))


def _gekopieerd(wortel: ElementTree.Element, kopieen: list[ElementTree.Element]) -> int:
    """Count the parts that copies add. Raises LogoFout for a copy of a copy: ten of ten of ten has no end."""
    bij_id = {deel.get("id"): deel for deel in wortel.iter()}
    delen = 0
    for kopie in kopieen:
        naam = next((kopie.get(naam, "") for naam in _VERWIJST if kopie.get(naam)), "").removeprefix("#")
        origineel = [] if naam not in bij_id else list(bij_id[naam].iter())
        if any(_soort(deel) == "use" for deel in origineel):
            raise LogoFout(INGEWIKKELD)
        delen += len(origineel)
    return delen


def _op_wit(inhoud: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # WeasyPrint lets Pillow accept half a file, so ask expressly.
        Image.open(io.BytesIO(inhoud), formats=["PNG"]).verify()
        beeld = Image.open(io.BytesIO(inhoud), formats=["PNG"]).convert("RGBA")
    beeld.thumbnail((ZIJDE, ZIJDE))
    wit = Image.new("RGB", beeld.size, "white")
    wit.paste(beeld, mask=beeld.getchannel("A"))
    uit = io.BytesIO()
    wit.save(uit, format="PNG", optimize=True)
    return uit.getvalue()
