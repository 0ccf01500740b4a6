"""What a file is, told from its content; and what is refused, with a message that says what to do."""

import pytest

from cases.bestanden import ACCEPT, SOORTEN, BestandFout, controleer_grootte, herken, mag_getoond
from cases.bestandsinhoud import MAX_DELEN
from tests.cases import bestandsvoorbeelden as maak

MB = 1024 * 1024
TEKST = "Ik ben akkoord met het plan.\r\nGroeten, één inwoner\n"


@pytest.mark.parametrize(
    ("inhoud", "extensie", "mime"),
    [
        (maak.pdf(), "pdf", "application/pdf"),
        (maak.beeld("JPEG"), "jpg", "image/jpeg"),
        (maak.beeld("PNG"), "png", "image/png"),
        (maak.beeld("WEBP"), "webp", "image/webp"),
        (maak.docx(), "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (maak.xlsx(), "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (maak.opendocument(), "odt", "application/vnd.oasis.opendocument.text"),
        (maak.opendocument("spreadsheet"), "ods", "application/vnd.oasis.opendocument.spreadsheet"),
        (maak.ole(), "msg", "application/vnd.ms-outlook"),
        (maak.ole(bytes(16), "__properties_version1.0"), "msg", "application/vnd.ms-outlook"),
        (maak.EML, "eml", "message/rfc822"),
        (TEKST.encode(), "txt", "text/plain"),
        (TEKST.encode("cp1252"), "txt", "text/plain"),
        (TEKST.encode("utf-16"), "txt", "text/plain"),
        (b"\xef\xbb\xbfMet BOM", "txt", "text/plain"),
        (b"a < b en c > d", "txt", "text/plain"),
    ],
    ids=[
        *("pdf", "jpg", "png", "webp", "docx", "xlsx", "odt", "ods", "msg", "msg-without-class", "eml"),
        *("txt-utf8", "txt-cp1252", "txt-utf16", "txt-bom", "txt-smaller-than"),
    ],
)
def test_kind_is_told_from_the_content_whatever_the_name(inhoud, extensie, mime):
    soort = herken(inhoud, maximum_mb=1, naam="zomaar.iets")

    assert (soort.extensie, soort.mime) == (extensie, mime)


ZIP = "Dit is een ingepakt bestand (zip). Pak het uit en voeg de bestanden los toe."
WEBPAGINA = "Dit is een webpagina of opgemaakt bestand (HTML, SVG of XML). Bewaar het als PDF."
PROGRAMMA = "Dit is een programma of script. Dat kan niet in een dossier. Bewaar wat u wilt vastleggen als PDF."
MACRO = "In dit bestand zitten macro's: opdrachten die vanzelf kunnen draaien. Bewaar het zonder macro's, of als PDF."
BESCHADIGD = "Dit bestand kan niet worden geopend. Misschien is het beschadigd. Bewaar het opnieuw, of als PDF."
OUD = (
    "Dit is een oud Word- of Excel-bestand, of er zit een wachtwoord op."
    " Bewaar het zonder wachtwoord als PDF, DOCX of XLSX."
)
FOTO = "Dit is een foto in een vorm die niet iedereen kan openen. Bewaar de foto als JPG of PDF."
ONBEKEND = (
    "Dit soort bestand kan niet in een dossier. Kies een PDF, een foto (JPG, PNG of WEBP), een Word- of Excel-bestand,"
    " een e-mail of een tekstbestand."
)
GEVAARLIJK = {
    "empty": (b"", "Dit bestand is leeg. Kies een ander bestand."),
    "html": (b"<!doctype html><title>x</title>", WEBPAGINA),
    "html-late": (b"Beste collega,\n\n<ScRiPt>alert(1)</script>", WEBPAGINA),
    "html-utf16": ("<html><body>x</body></html>".encode("utf-16"), WEBPAGINA),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', WEBPAGINA),
    "html-after-bom": (b"\xef\xbb\xbf  <html>", WEBPAGINA),
    "html-named-as-a-mail": (b"Naam: x\n\n<html><script>1</script>", WEBPAGINA),
    "windows-program": (b"MZ\x90\x00" + bytes(200), PROGRAMMA),
    "linux-program": (b"\x7fELF\x02" + bytes(200), PROGRAMMA),
    "mac-program": (b"\xcf\xfa\xed\xfe" + bytes(200), PROGRAMMA),
    "shell-script": (b"#!/bin/sh\necho hoi\n", PROGRAMMA),
    "docm": (maak.docx("ms-word.document.macroEnabled.main+xml"), MACRO),
    "docx-with-vba": (maak.docx(**{"word/vbaProject.bin": "x"}), MACRO),
    "docx-with-activex": (maak.docx(**{"word/activeX/activeX1.bin": "x"}), MACRO),
    "odt-with-basic": (maak.opendocument(**{"Basic/Standard/Module1.xml": "x"}), MACRO),
    "msg-with-vba": (maak.ole(maak.MSG_KLASSE, "_VBA_PROJECT"), MACRO),
    "old-word": (maak.ole(maak.WORD_KLASSE, "WordDocument"), OUD),
    "old-word-with-the-words-of-a-message": (maak.ole(maak.WORD_KLASSE, "__properties_version1.0"), OUD),
    "ole-cut-off": (maak.ole()[:100], OUD),
    "zip": (maak.zipbestand({"brief.pdf": "x"}), ZIP),
    "zip-with-only-content-types": (maak.zipbestand({"[Content_Types].xml": "<Types/>"}), ZIP),
    "powerpoint": (maak.docx("presentationml.presentation.main+xml"), ZIP),
    "opendocument-drawing": (maak.opendocument("graphics"), ZIP),
    "zip-cut-off": (maak.docx()[:80], BESCHADIGD),
    "rtf": (b"{\\rtf1 tekst}", "Dit is een RTF-bestand. Bewaar het als PDF of DOCX."),
    "heic": (b"\0\0\0\x18ftypheic" + bytes(40), FOTO),
    "pdf-cut-off": (maak.pdf()[:200], "Dit PDF-bestand is niet compleet. Maak of download het opnieuw."),
    "video": (b"\0\0\0\x18ftypmp42" + bytes(40), ONBEKEND),
    "noise": (bytes(range(256)), ONBEKEND),
    "utf16-cut-off": (b"\xff\xfea", ONBEKEND),
    "spaces": (b"  \n \n", ONBEKEND),
}


@pytest.mark.parametrize(("inhoud", "melding"), GEVAARLIJK.values(), ids=GEVAARLIJK)
def test_refused_file_says_what_to_do(inhoud, melding):
    with pytest.raises(BestandFout) as fout:
        herken(inhoud, maximum_mb=1, naam="akkoord.pdf")

    assert str(fout.value) == melding


@pytest.mark.parametrize("naam", ["akkoord.js", "start.BAT", "brief.pdf.vbs", "map/index.html", "plaatje.svg"])
def test_script_is_refused_by_its_name_as_its_content_is_text(naam):
    with pytest.raises(BestandFout) as fout:
        herken(b"WScript.Echo(1)", maximum_mb=1, naam=naam)

    assert str(fout.value) == PROGRAMMA


def test_mail_address_as_a_name_is_no_program():
    assert herken(maak.EML, maximum_mb=1, naam="bericht van inwoner@voorbeeld.com").extensie == "eml"


def test_largest_file_is_kept_and_one_byte_more_refused():
    assert herken(b"a" * MB, maximum_mb=1).extensie == "txt"

    with pytest.raises(BestandFout) as fout:
        herken(b"a" * (MB + 1), maximum_mb=1)

    assert str(fout.value) == (
        "Dit bestand is 1,1 MB. Het mag hoogstens 1 MB zijn. Maak het kleiner, of verdeel het over meer bestanden."
    )


def test_size_can_be_refused_before_reading():
    controleer_grootte(20 * MB, maximum_mb=20)

    with pytest.raises(BestandFout, match=r"^Dit bestand is 35,0 MB\. Het mag hoogstens 20 MB zijn\."):
        controleer_grootte(35 * MB, maximum_mb=20)


def test_zip_bomb_is_refused_without_unpacking():
    bom = bytearray(maak.docx())
    bom_zegt = bom.rindex(b"PK\x01\x02") + 24
    bom[bom_zegt : bom_zegt + 4] = (401 * MB).to_bytes(4, "little")

    with pytest.raises(BestandFout, match="wordt bij het uitpakken te groot"):
        herken(bytes(bom), maximum_mb=1)


def test_zip_of_too_many_parts_is_refused():
    veel = maak.docx(**{f"word/media/{n}.png": "" for n in range(MAX_DELEN)})

    with pytest.raises(BestandFout, match="wordt bij het uitpakken te groot"):
        herken(veel, maximum_mb=1)


def test_zip_that_lies_about_its_size_reads_no_more_than_the_limit():
    """The list of contents may unpack to anything; no more than two megabytes of it are read."""
    lijst = maak.docx(**{"[Content_Types].xml": b" " * (20 * MB)})

    with pytest.raises(BestandFout) as fout:
        herken(lijst, maximum_mb=1)

    assert str(fout.value) == ZIP


def test_password_on_a_zip_is_said():
    versleuteld = bytearray(maak.docx())
    centraal = versleuteld.index(b"PK\x01\x02")
    versleuteld[centraal + 8] |= 1

    with pytest.raises(BestandFout, match=r"^Op dit bestand zit een wachtwoord\."):
        herken(bytes(versleuteld), maximum_mb=1)


def test_only_pdf_and_photos_are_shown_in_the_browser():
    assert {soort.extensie for soort in SOORTEN if mag_getoond(soort.mime)} == {"pdf", "jpg", "png", "webp"}
    assert not mag_getoond("text/html")


def test_file_field_offers_what_is_accepted():
    assert ACCEPT == ".pdf,.jpg,.png,.webp,.docx,.xlsx,.odt,.ods,.msg,.eml,.txt,.jpeg"


TE_GROOT = "Dit bestand wordt bij het uitpakken te groot. Bewaar het als PDF."


def test_part_that_is_packed_too_tightly_is_refused():
    with pytest.raises(BestandFout) as fout:
        herken(maak.docx(**{"word/media/a.bin": bytes(60 * MB)}), maximum_mb=1)

    assert str(fout.value) == TE_GROOT


def test_part_that_says_it_is_small_is_not_believed():
    leugen = bytearray(maak.docx(**{"word/media/a.bin": bytes(MB)}))
    for kop, plaats in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        begin = leugen.rindex(kop) + plaats
        leugen[begin : begin + 4] = (10).to_bytes(4, "little")

    with pytest.raises(BestandFout) as fout:
        herken(bytes(leugen), maximum_mb=1)

    assert str(fout.value) == BESCHADIGD


def test_zip_bomb_inside_a_document_is_refused():
    binnen = maak.zipbestand({"a.bin": bytes(60 * MB)})

    with pytest.raises(BestandFout) as fout:
        herken(maak.docx(**{"word/embeddings/a.xlsx": binnen}), maximum_mb=1)

    assert str(fout.value) == TE_GROOT


def test_zip_in_zip_in_zip_is_refused_and_a_sheet_in_a_document_is_not():
    dieper = maak.zipbestand({"a.zip": maak.zipbestand({"a.zip": maak.zipbestand({"a.txt": "x"})})})

    assert herken(maak.docx(**{"word/embeddings/a.xlsx": maak.xlsx()}), maximum_mb=1).extensie == "docx"
    with pytest.raises(BestandFout) as fout:
        herken(maak.docx(**{"word/embeddings/a.zip": dieper}), maximum_mb=1)

    assert str(fout.value) == TE_GROOT


def test_program_inside_a_document_is_refused():
    with pytest.raises(BestandFout) as fout:
        herken(maak.docx(**{"word/embeddings/a.bin": b"MZ\x90\x00"}), maximum_mb=1)

    assert str(fout.value) == "In dit bestand zit een programma. Dat kan niet in een dossier. Bewaar het als PDF."
