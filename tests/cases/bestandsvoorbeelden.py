"""Small files of every kind, made here: no file of a real person is needed to try an upload."""

import struct
import zipfile
from email import message_from_bytes, policy
from email.message import EmailMessage
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


GEEN, EINDE, FAT, DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
SECTOR, MINI, GRENS = 512, 64, 4096


def ole(klasse=MSG_KLASSE, *namen, stromen=None):
    """Make an OLE file ([MS-CFB]): storages with these names, and streams, the small ones in sectors of 64 bytes."""
    stromen = stromen or {}
    klein = {naam: _vul(inhoud, MINI) for naam, inhoud in stromen.items() if len(inhoud) < GRENS}
    groot = {naam: _vul(inhoud, SECTOR) for naam, inhoud in stromen.items() if len(inhoud) >= GRENS}
    minifat = _ketens([len(inhoud) // MINI for inhoud in klein.values()])
    delen = [bytes((1 + len(namen) + len(stromen)) * 128), _tabel(minifat), b"".join(klein.values())]
    delen = [_vul(deel, SECTOR) for deel in delen] + list(groot.values())
    begin = _begin([len(deel) // SECTOR for deel in delen])
    regels = [_oleregel("Root Entry", 5, begin[2], len(b"".join(klein.values())), klasse)]
    regels += [_oleregel(naam, 1, 0, 0) for naam in namen]
    plaatsen = _begin([len(inhoud) // MINI for inhoud in klein.values()])
    regels += [_oleregel(naam, 2, plaats, len(stromen[naam])) for naam, plaats in zip(klein, plaatsen, strict=True)]
    regels += [_oleregel(naam, 2, plaats, len(stromen[naam])) for naam, plaats in zip(groot, begin[3:], strict=True)]
    delen[0] = _vul(b"".join(regels), SECTOR)
    fat = _ketens([len(deel) // SECTOR for deel in delen])
    tabellen = difats = 0
    while (nodig := -(-(len(fat) + tabellen + difats) // 128)) > tabellen:
        tabellen, difats = nodig, -(-max(nodig - 109, 0) // 127)
    waar = [len(fat) + nummer for nummer in range(tabellen)]
    fat += [FAT] * tabellen + [DIFAT] * difats
    later = [len(fat) - difats + nummer for nummer in range(difats)] + [EINDE]
    difat = b"".join(
        struct.pack("<128I", *(waar[109 + n * 127 :] + [GEEN] * 127)[:127], later[n + 1]) for n in range(difats)
    )
    kop = bytearray(SECTOR)
    kop[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHH", kop, 28, 0xFFFE, 9, 6)
    struct.pack_into("<II", kop, 44, tabellen, begin[0])
    struct.pack_into("<5I", kop, 56, GRENS, begin[1] if klein else EINDE, len(delen[1]) // SECTOR, later[0], difats)
    struct.pack_into("<109I", kop, 76, *(waar + [GEEN] * 109)[:109])
    return bytes(kop) + b"".join(delen) + _tabel(fat) + difat


def _vul(inhoud, maat):
    return inhoud.ljust(-(-len(inhoud) // maat) * maat, b"\0")


def _begin(lengtes):
    return [sum(lengtes[:nummer]) for nummer in range(len(lengtes))]


def _ketens(lengtes):
    """Give the chains of parts that stand one after another: each sector names the next."""
    return [
        EINDE if nummer == lengte - 1 else begin + nummer + 1
        for begin, lengte in zip(_begin(lengtes), lengtes, strict=True)
        for nummer in range(lengte)
    ]


def _tabel(getallen):
    vol = [*getallen, *[GEEN] * (-len(getallen) % 128)]
    return struct.pack(f"<{len(vol)}I", *vol)


def _oleregel(naam, soort, begin, grootte, klasse=bytes(16)):
    tekst = f"{naam}\0".encode("utf-16-le")
    rij = bytearray(tekst.ljust(128, b"\0"))
    struct.pack_into("<HB", rij, 64, len(tekst), soort)
    rij[80:96] = klasse
    struct.pack_into("<II", rij, 116, begin, grootte)
    return bytes(rij)


def msg(inhoud, naam="bijlage.pdf", **meer):
    """Make a message of Outlook with one attachment; `meer` adds streams."""
    stromen = {
        "__substg1.0_1000001F": "Zie de bijlage.".encode("utf-16-le"),
        "__substg1.0_3707001F": naam.encode("utf-16-le"),
        "__substg1.0_37010102": inhoud,
        **meer,
    }
    return ole(MSG_KLASSE, "__attach_version1.0_#00000000", stromen=stromen)


def eml(*bijlagen, tekst="Zie de bijlage.", **kop):
    """Make a stored e-mail with attachments: (name, content) or a message that was forwarded."""
    bericht = EmailMessage()
    bericht["From"], bericht["To"] = "inwoner@voorbeeld.example", "team@voorbeeld.example"
    bericht["Date"], bericht["Subject"] = "Mon, 02 Mar 2026 10:00:00 +0100", "Stukken"
    for naam, waarde in kop.items():
        bericht[naam] = waarde
    bericht.set_content(tekst)
    bericht.add_alternative(f"<html><body>{tekst}</body></html>", subtype="html")
    for bijlage in bijlagen:
        if isinstance(bijlage, bytes):
            bericht.add_attachment(message_from_bytes(bijlage, policy=policy.default))
        else:
            naam, inhoud = bijlage
            bericht.add_attachment(inhoud, maintype="application", subtype="octet-stream", filename=naam)
    return bericht.as_bytes()


EML = b"""From: Naima <inwoner@voorbeeld.example>
To: team@voorbeeld.example
Date: Mon, 2 Mar 2026 10:00:00 +0100
Subject: Akkoord
Content-Type: text/html

<html><body>Ik ben akkoord met het plan.</body></html>
"""
