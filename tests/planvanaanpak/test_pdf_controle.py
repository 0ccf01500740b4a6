"""The gate itself: each kind of damage to a good letter is found and named."""

import io

import pikepdf
import pytest

from planvanaanpak.pdf import besluit_pdf
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import _tags, controleer


@pytest.fixture(scope="module")
def goed():
    return besluit_pdf(brieven.TOEKENNING)


def beschadig(inhoud, hoe):
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        hoe(pdf)
        pdf.save(uit)
    return uit.getvalue()


def tags(pdf, soort):
    return [tag for tag in _tags(pdf.Root.StructTreeRoot.K) if soort == tag.S]


def zonder(*sleutels):
    def hoe(pdf):
        for sleutel in sleutels:
            del pdf.Root[sleutel]

    return hoe


def zonder_alt(pdf):
    del tags(pdf, "/Figure")[0]["/Alt"]


def kop_overgeslagen(pdf):
    for tag in tags(pdf, "/H2"):
        tag.S = pikepdf.Name.P


def cel_los(pdf):
    tags(pdf, "/TD")[1].A.Headers = pikepdf.Array()


def metadata_weg(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b'pdfuaid:part="1"', b""))


def doorzichtig(pdf):
    pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.5))
    pdf.Root.Proef = pdf.make_indirect(pikepdf.Dictionary(ca=0.5))


def ander_lettertype(pdf):
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and ding.get("/Type") == "/FontDescriptor":
            ding.FontName = pikepdf.Name("/ABCDEF+DejaVu-Sans")


def lettertype_weg(pdf):
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and ding.get("/Type") == "/FontDescriptor":
            for sleutel in ("/FontFile2", "/FontFile3"):
                if sleutel in ding:
                    del ding[sleutel]


def tekst_zonder_merk(pdf):
    pdf.pages[0].contents_add(b"BT /F1 9 Tf (los) Tj ET", prepend=False)


def test_good_letter_has_no_faults(goed):
    assert controleer(beschadig(goed, lambda pdf: None)) == []


@pytest.mark.parametrize(
    ("hoe", "fout"),
    [
        (zonder("/Lang"), "taal"),
        (zonder("/MarkInfo"), "niet gemerkt"),
        (zonder("/ViewerPreferences"), "titel niet getoond"),
        (zonder("/OutputIntents"), "kleurruimte van de uitvoer"),
        (zonder("/Outlines"), "geen bladwijzers"),
        (zonder("/StructTreeRoot"), "geen structuur"),
        (zonder_alt, "beeld zonder alternatief"),
        (cel_los, "cel zonder kop"),
        (metadata_weg, "metadata pdfuaid:part"),
        (doorzichtig, "doorzichtige kleur"),
        (ander_lettertype, "vreemd lettertype /ABCDEF+DejaVu-Sans"),
        (lettertype_weg, "lettertype niet ingesloten"),
        (tekst_zonder_merk, "inhoud zonder merk (Tj)"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_damage_is_found(goed, hoe, fout):
    assert fout in controleer(beschadig(goed, hoe))


def test_skipped_heading_is_found(goed):
    faults = controleer(beschadig(goed, kop_overgeslagen))

    assert any(fault.startswith("koppen [1, 3") for fault in faults)
