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
