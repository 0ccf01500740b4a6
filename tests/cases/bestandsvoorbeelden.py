"""Small files of every kind, made here: no file of a real person is needed to try an upload."""

import zipfile
from io import BytesIO

import pikepdf
from openpyxl import Workbook
from PIL import Image

OOXML = "application/vnd.openxmlformats-officedocument."
MSG_KLASSE = bytes.fromhex("0b0d020000000000c000000000000046")
WORD_KLASSE = bytes.fromhex("0609020000000000c000000000000046")


def pdf():
    uit = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(uit)
    return uit.getvalue()


def pdf_met(wijzig, *, ingepakt=False):
    """Make a PDF that `wijzig` adds to; `ingepakt` hides all its objects in packed object streams."""
    uit = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    wijzig(document)
    soort = pikepdf.ObjectStreamMode.generate if ingepakt else pikepdf.ObjectStreamMode.disable
    document.save(uit, object_stream_mode=soort)
    return uit.getvalue()


def met_openaction(document, **actie):
    document.Root.OpenAction = document.make_indirect(
        pikepdf.Dictionary({f"/{naam}": waarde for naam, waarde in actie.items()})
    )


def met_script(document):
    met_openaction(document, S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def met_programma(document):
    met_openaction(document, S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))


def met_bijlage(document):
    document.attachments["x.exe"] = b"MZ" + bytes(100)


FACTUUR_XML = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice'
    b' xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">'
    b"<rsm:ExchangedDocument><ID>2026-17</ID></rsm:ExchangedDocument></rsm:CrossIndustryInvoice>"
)


def met_factuur(document, inhoud=FACTUUR_XML, naam="factur-x.xml", verband="/Data"):
    """Make it an e-invoice: XML that belongs to the PDF as a whole, as Factur-X and ZUGFeRD have it."""
    bestand = pikepdf.AttachedFileSpec(
        document, inhoud, filename=naam, mime_type="text/xml", relationship=pikepdf.Name(verband)
    )
    document.attachments[naam] = bestand
    document.Root.AF = pikepdf.Array([bestand.obj])
    return bestand.obj


def met_knopscript(document):
    """Hide a script in an action on the page, as a value in a value."""
    actie = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document.pages[0].obj.AA = pikepdf.Dictionary(O=actie)


def met_eerste_bladzijde(document):
    document.Root.OpenAction = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])


def beeld(soort):
    uit = BytesIO()
    Image.new("RGB", (4, 4), "white").save(uit, soort)
    return uit.getvalue()


def xlsx():
    uit = BytesIO()
    Workbook().save(uit)
    return uit.getvalue()


def zipbestand(delen):
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def docx(soort="wordprocessingml.document.main+xml", **extra):
    soorten = f'<Types><Override PartName="/word/document.xml" ContentType="{OOXML}{soort}"/></Types>'
    return zipbestand({"[Content_Types].xml": soorten, "word/document.xml": "<w:document/>", **extra})


def opendocument(soort="text", **extra):
    mime = f"application/vnd.oasis.opendocument.{soort}"
    return zipbestand({"mimetype": mime, "content.xml": "<office:document-content/>", **extra})


def ole(klasse=MSG_KLASSE, *namen):
    """Make the two sectors of an OLE file that say what it is: the head, and the list of its parts."""
    kop = bytearray(512)
    kop[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    kop[30:32] = (9).to_bytes(2, "little")  # sectors of 512 bytes
    kop[48:52] = (0).to_bytes(4, "little")  # the list is in the first sector
    wortel = bytearray(128)
    wortel[:22] = "Root Entry\0".encode("utf-16-le")
    wortel[80:96] = klasse
    delen = [naam.encode("utf-16-le").ljust(128, b"\0") for naam in namen]
    return bytes(kop) + bytes(wortel) + b"".join(delen)


EML = b"""From: Naima <inwoner@voorbeeld.example>
To: team@voorbeeld.example
Date: Mon, 2 Mar 2026 10:00:00 +0100
Subject: Akkoord
Content-Type: text/html

<html><body>Ik ben akkoord met het plan.</body></html>
"""
