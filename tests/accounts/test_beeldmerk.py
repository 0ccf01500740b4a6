"""A beeldmerk that a letter would lack, or that would hold every letter up, is refused when it is chosen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.logo import ANDER_BESTAND, INGEWIKKELD, LEEG, LogoFout, keur_svg
from cases.pdf import druk_logo_op_proef

VLAK = '<rect id="v" width="10" height="10"/>'
PLAATJE = "data:image/png;base64,iVBORw0KGgo="


def svg(binnen):
    kop = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
    return f"{kop}{binnen}</svg>".encode()


def genest(diepte):
    """Give an svg of ten copies of ten copies, and so on."""
    lagen = "".join(f'<g id="l{laag}">{f"""<use href="#l{laag - 1}"/>""" * 10}</g>' for laag in range(1, diepte + 1))
    return svg(f'<defs><rect id="l0" width="1" height="1"/>{lagen}</defs><use href="#l{diepte}"/>')


GEWEIGERD = {
    "embedded": (svg(f'<image xlink:href="{PLAATJE}" width="9" height="9"/>'), ANDER_BESTAND),
    "embedded beside a drawing": (svg(f'{VLAK}<image href="{PLAATJE}"/>'), ANDER_BESTAND),
    "linked": (svg('<image href="logo.png" width="9" height="9"/>'), ANDER_BESTAND),
    "in a filter": (svg(f'<filter id="f"><feImage href="logo.png"/></filter>{VLAK}'), ANDER_BESTAND),
    "import": (svg(f'<style>@import "stijl.css";</style>{VLAK}'), ANDER_BESTAND),
    "url in a style": (svg(f"<style>rect {{ fill: URL( 'a.svg#b' ) }}</style>{VLAK}"), ANDER_BESTAND),
    "url in an attribute": (svg('<rect fill="url(a.svg#b)" width="9" height="9"/>'), ANDER_BESTAND),
    "use of another file": (svg(f'{VLAK}<use href="a.svg#b"/>'), ANDER_BESTAND),
    "use of itself": (svg(f'{VLAK}<use id="u" href="#u"/>'), INGEWIKKELD),
    "use of what it is in": (svg(f'<g id="g">{VLAK}<use href="#g"/></g>'), INGEWIKKELD),
    "copies of copies": (genest(5), INGEWIKKELD),
    "many copies": (svg(VLAK + '<use href="#v"/>' * 201), INGEWIKKELD),
    "copies of much": (svg(f'<g id="g">{VLAK * 300}</g>' + '<use href="#g"/>' * 100), INGEWIKKELD),
    "many parts": (svg(VLAK * 20_001), INGEWIKKELD),
    "deep": (svg("<g>" * 60 + VLAK + "</g>" * 60), INGEWIKKELD),
    "nothing": (svg(""), LEEG),
    "nothing that shows": (svg(f"<defs>{VLAK}</defs><title>Logo</title>"), LEEG),
}


@pytest.mark.parametrize(("inhoud", "melding"), GEWEIGERD.values(), ids=GEWEIGERD)
def test_svg_that_can_not_be_printed_is_refused(inhoud, melding):
    with pytest.raises(LogoFout) as fout:
        keur_svg(inhoud)

    assert str(fout.value) == melding


@pytest.mark.parametrize(
    "binnen",
    [
        VLAK,
        f'<defs>{VLAK}</defs><use xlink:href="#v"/>',
        f'<clipPath id="k"><use xlink:href="#v"/></clipPath><g style="clip-path:url(#k)">{VLAK}</g>',
        f"<style>.a {{ fill: url( '#p' ) }}</style>{VLAK}",
        f"<metadata>url(https://elders.example)</metadata>{VLAK}",
    ],
    ids=["shape", "copy", "as Illustrator clips", "local url", "words that are no style"],
)
def test_svg_that_can_be_printed_is_kept(binnen):
    keur_svg(svg(binnen))


def test_svg_that_fails_in_the_press_is_refused():
    """The press itself leaves such a beeldmerk out and goes on."""
    with pytest.raises(LogoFout, match="kan niet worden afgedrukt"):
        druk_logo_op_proef(svg('<rect width="9" height="9" stroke-miterlimit="veel"/>'))


def test_form_says_what_to_do(client, beheerder, gemeente):
    client.force_login(beheerder)
    bestand = SimpleUploadedFile("logo.svg", GEWEIGERD["embedded"][0])

    antwoord = client.post(reverse("gemeente_wijzigen", args=["9901"]), {"beeldmerk": bestand})

    assert antwoord.context["form"].errors["beeldmerk"] == [
        "In het beeldmerk zit een ander bestand. Sla het beeldmerk op als png, of als svg zonder ingesloten plaatjes."
    ]
