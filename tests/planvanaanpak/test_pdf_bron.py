"""What a letter may read: our static files and the logo it came with. Nothing else, near or far."""

import io
import logging

import pytest
from PIL import Image

from accounts.logo import ZIJDE, LogoFout, lees_logo
from cases.drukwerk import STATIC, STIJLBLAD, Bron, VreemdLettertype, druk
from planvanaanpak.pdf import BriefFout, besluit_pdf
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer

BUITEN = (STATIC / ".." / "config" / "settings.py").as_posix()


def png(modus="RGBA", maat=(40, 20), kleur=(200, 30, 30, 128), soort="PNG"):
    uit = io.BytesIO()
    Image.new(modus, maat, kleur).save(uit, format=soort)
    return uit.getvalue()


def met_logo(logo):
    afzender = brieven.replace(brieven.AFZENDER, logo=logo)
    return brieven.replace(brieven.BEEINDIGING, afzender=afzender)


@pytest.mark.parametrize(
    "url",
    [
        "http://elders.example/beeld.png",
        "https://elders.example/beeld.png",
        "ftp://elders.example/beeld.png",
        "file:///etc/passwd",
        "file:///etc/ssl/stijl.css",
        f"file://{BUITEN}",
        f"file://{STATIC}/../.git/config",
        f"file://{STATIC}/%2e%2e/manage.css",
        f"file://elders.example{STIJLBLAD}",
        f"file://{STATIC}/brief",
        "data:image/png;base64,iVBORw0KGgo=",
        "brief:logo",
        "brief:iets-anders",
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(PermissionError, match="mag dit adres niet lezen"):
        Bron().fetch(url)


def test_static_file_and_logo_are_served():
    bron = Bron(brieven.LOGO)

    assert bron.fetch(STIJLBLAD.as_uri()).read() == STIJLBLAD.read_bytes()
    assert bron.fetch("brief:logo").read() == brieven.LOGO
    assert bron.fetch("brief:logo").content_type == "image/svg+xml"


def test_letter_with_addresses_in_it_prints_without_reading_them(caplog):
    html = (
        '<html lang="nl"><title>Proef</title><h1>Proef</h1><img src="http://elders.example/a.png" alt="a">'
        '<img src="file:///etc/passwd" alt="b"><img src="data:image/png;base64,iVBORw0KGgo=" alt="c">'
        '<link rel="stylesheet" href="https://elders.example/stijl.css">'
    )
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        pdf = druk(html, logo=None, identifier=b"proef")

    geweigerd = [regel.getMessage() for regel in caplog.records if "mag dit adres niet lezen" in regel.getMessage()]
    assert len(geweigerd) == 4
    assert pdf.startswith(b"%PDF-1.7")


def test_logo_that_points_elsewhere_prints_without_it():
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
        b'<image xlink:href="file:///etc/passwd" width="9" height="9"/><path d="M0 0h9v9z" fill="#0c4548"/></svg>'
    )

    assert controleer(besluit_pdf(met_logo(logo))) == []


@pytest.mark.parametrize("modus", ["RGBA", "LA", "P", "1", "L"])
def test_png_logo_prints_without_transparency(modus):
    kleur = {"RGBA": (200, 30, 30, 128), "LA": (90, 128)}.get(modus, 1)

    assert controleer(besluit_pdf(met_logo(png(modus, kleur=kleur)))) == []


def test_large_png_logo_is_made_small():
    soort, inhoud = lees_logo(png(maat=(3000, 1500)))

    assert soort == "image/png"
    with Image.open(io.BytesIO(inhoud)) as beeld:
        assert (beeld.size, beeld.mode) == ((ZIJDE, ZIJDE // 2), "RGB")


def test_clear_png_becomes_white():
    _, inhoud = lees_logo(png(kleur=(200, 30, 30, 0)))

    with Image.open(io.BytesIO(inhoud)) as beeld:
        assert beeld.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"geen beeld",
        png(modus="RGB", kleur=(1, 2, 3), soort="JPEG"),
        png()[:60],
        b"<html><svg></svg></html>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><path></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    ],
    ids=["empty", "text", "jpeg", "cut off", "html", "broken svg", "svg with entities"],
)
def test_unusable_logo_stops_the_letter_with_a_message(inhoud):
    with pytest.raises(LogoFout):
        lees_logo(inhoud)
    if inhoud:
        with pytest.raises(BriefFout, match="beeldmerk"):
            besluit_pdf(met_logo(inhoud))


def test_logo_with_text_in_another_font_is_refused():
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text y="15" font-family="serif">T</text></svg>'
    )

    with pytest.raises(BriefFout, match="In het beeldmerk staat tekst"):
        besluit_pdf(met_logo(logo))


def test_font_outside_ours_is_refused_by_the_press():
    with pytest.raises(VreemdLettertype):
        druk(
            '<html lang="nl"><title>Proef</title><h1 style="font-family: serif">Proef</h1>', logo=None, identifier=b"x"
        )
