"""What hangs on an e-mail: nothing comes in with it that a dossier may not hold by itself."""

import base64
import struct

import pytest

from cases.bestanden import BestandFout, herken
from cases.mailinhoud import MAX_LAGEN, MAX_ONDERDELEN
from cases.outlookinhoud import lees_msg
from tests.cases import bestandsvoorbeelden as maak

MB = 1024 * 1024
PROGRAMMA = b"MZ\x90\x00" + bytes(200)
IS_PROGRAMMA = "Dit is een programma of script. Dat kan niet in een dossier. Bewaar wat u wilt vastleggen als PDF."
MACRO = "In dit bestand zitten macro's: opdrachten die vanzelf kunnen draaien. Bewaar het zonder macro's, of als PDF."
ALS_PDF = "Bewaar de e-mail als PDF, en voeg alleen toe wat u nodig heeft."
PDF = "Content-Type: application/pdf"
TE_GROOT = "Dit bestand wordt bij het uitpakken te groot. Bewaar het als PDF."


def weiger(inhoud):
    with pytest.raises(BestandFout) as fout:
        herken(inhoud, maximum_mb=20, naam="mail.eml")
    return str(fout.value)


def bom():
    """A document of a few kilobytes that unpacks to more than any mail may."""
    return maak.docx(**{"word/media/leeg.bin": bytes(60 * MB)})


GEVAARLIJK = {
    "program": ("factuur.exe", PROGRAMMA, IS_PROGRAMMA),
    "program-with-another-name": ("factuur.pdf", PROGRAMMA, IS_PROGRAMMA),
    "linux-program": ("foto", b"\x7fELF\x02" + bytes(200), IS_PROGRAMMA),
    "script": ("lees.js", b"WScript.Echo(1)", IS_PROGRAMMA),
    "script-with-a-dot": ("lees.vbs. ", b"WScript.Echo(1)", IS_PROGRAMMA),
    "web-page": (
        "inloggen.htm",
        b"<html><script>1</script></html>",
        IS_PROGRAMMA,
    ),
    "macro": ("brief.docm", maak.docx(**{"word/vbaProject.bin": "x"}), MACRO),
    "zip": (
        "alles.zip",
        maak.zipbestand({"factuur.exe": PROGRAMMA}),
        "Dit is een ingepakt bestand (zip). Pak het uit en voeg de bestanden los toe.",
    ),
    "program-in-docx": (
        "brief.docx",
        maak.docx(**{"word/media/x.bin": PROGRAMMA}),
        "In dit bestand zit een programma. Dat kan niet in een dossier. Bewaar het als PDF.",
    ),
    "zip-bomb": ("brief.docx", bom(), TE_GROOT),
    "unknown": ("winmail.dat", bytes(range(256)), f"Dit soort bestand kan niet in een dossier. {ALS_PDF}"),
}


@pytest.mark.parametrize(("naam", "inhoud", "waarom"), GEVAARLIJK.values(), ids=GEVAARLIJK)
def test_attachment_of_a_stored_mail_is_refused(naam, inhoud, waarom):
    melding = weiger(maak.eml((naam, inhoud)))

    assert melding == f"In deze e-mail zit de bijlage '{naam.strip()}' die niet in een dossier kan. {waarom}"


@pytest.mark.parametrize(
    ("naam", "inhoud", "waarom"),
    [geval for soort, geval in GEVAARLIJK.items() if soort != "web-page"],
    ids=[soort for soort in GEVAARLIJK if soort != "web-page"],
)
@pytest.mark.parametrize("vol", [0, 5000], ids=["small", "large"])
def test_attachment_of_an_outlook_message_is_refused(naam, inhoud, waarom, vol):
    melding = weiger(maak.msg(inhoud + (bytes(vol) if inhoud.startswith((b"MZ", b"\x7fELF")) else b""), naam))

    assert melding.startswith("In deze e-mail zit")
    assert melding.endswith(f"die niet in een dossier kan. {waarom}")


GOED = {
    "pdf": ("akkoord.pdf", maak.pdf()),
    "photo": ("foto.jpg", maak.beeld("JPEG")),
    "iphone-photo": ("IMG_1.HEIC", b"\0\0\0\x18ftypheic" + bytes(40)),
    "docx": ("brief.docx", maak.docx()),
    "picture-in-the-signature": ("image001.gif", b"GIF89a" + bytes(30)),
    "invitation": ("invite.ics", b"BEGIN:VCALENDAR\r\nX-ALT-DESC;FMTTYPE=text/html:<html></html>\r\n"),
    "card": ("team.vcf", b"BEGIN:VCARD\r\nFN:Team\r\nEND:VCARD\r\n"),
    "signature": ("smime.p7s", b"\x30\x82\x01\x02" + bytes(range(200))),
    "text": ("notitie.txt", "Groeten uit Ède".encode()),
    "empty": ("leeg.txt", b""),
}


@pytest.mark.parametrize(("naam", "inhoud"), GOED.values(), ids=GOED)
def test_good_attachment_comes_along(naam, inhoud):
    assert herken(maak.eml((naam, inhoud)), maximum_mb=20).extensie == "eml"
    assert herken(maak.msg(inhoud, naam), maximum_mb=20).extensie == "msg"


def test_message_inside_a_message_is_looked_into():
    binnen = maak.eml(("factuur.exe", PROGRAMMA))

    doorgestuurd = weiger(maak.eml(binnen))
    als_bestand = weiger(maak.eml(("mail.eml", binnen)))
    in_outlook = weiger(maak.msg(binnen, "mail.eml"))
    outlook_in_mail = weiger(maak.eml(("mail.msg", maak.msg(PROGRAMMA, "factuur.pdf"))))

    verwacht = f"In deze e-mail zit de bijlage 'factuur.exe' die niet in een dossier kan. {IS_PROGRAMMA}"
    assert {doorgestuurd, als_bestand, in_outlook} == {verwacht}
    assert outlook_in_mail == f"In deze e-mail zit een bijlage die niet in een dossier kan. {IS_PROGRAMMA}"


def test_parts_of_a_signed_outlook_message_are_looked_into():
    los = maak.eml(("factuur.exe", PROGRAMMA))
    deel = los[los.lower().index(b"mime-version:") :]

    assert IS_PROGRAMMA in weiger(maak.msg(deel, "smime.p7m"))


def test_messages_too_deep_in_one_another_are_refused():
    bericht = maak.eml(("brief.pdf", maak.pdf()))
    for _ in range(3):
        bericht = maak.eml(("mail.eml", bericht))

    assert "te diep om na te kijken" in weiger(bericht)
    bericht = b"Content-Type: text/plain\n\nx"
    for _ in range(MAX_LAGEN + 2):
        bericht = b"Content-Type: message/rfc822\n\n" + bericht
    assert "te veel delen" in weiger(maak.EML.split(b"Content-Type")[0] + bericht)


def test_message_of_thousands_of_levels_is_refused_and_breaks_nothing():
    diep = maak.EML.split(b"Content-Type")[0] + b"Content-Type: message/rfc822\n\n" * 20_000 + b"x"

    assert "Bewaar de e-mail als PDF." in weiger(diep)


def test_message_of_too_many_parts_is_refused():
    delen = b"".join(b"--x\nContent-Type: text/plain\n\na\n" for _ in range(MAX_ONDERDELEN + 1))
    bericht = maak.EML.split(b"Content-Type")[0] + b'Content-Type: multipart/mixed; boundary="x"\n\n' + delen + b"--x--"

    assert "te veel delen" in weiger(bericht)


def test_attachments_share_the_room_to_unpack():
    half = maak.docx(**{"word/media/leeg.bin": bytes(30 * MB)})

    assert herken(maak.eml(("een.docx", half)), maximum_mb=20).extensie == "eml"
    assert TE_GROOT in weiger(maak.eml(("een.docx", half), ("twee.docx", half)))


def met_koppen(*koppen, inhoud=PROGRAMMA):
    begin = maak.EML.split(b"Content-Type")[0] + b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n'
    return begin + "\n".join(koppen).encode() + b"\n\n" + base64.encodebytes(inhoud) + b"--x--\n"


@pytest.mark.parametrize(
    ("koppen", "naam"),
    [
        (["Content-Type: text/plain; name=lees.js"], "'lees.js'"),
        (
            ["Content-Type: application/pdf; name=lees.pdf", "Content-Disposition: inline; filename=lees.js"],
            "'lees.js'",
        ),
        (
            ["Content-Type: application/pdf; name=lees.js", "Content-Disposition: inline; filename=lees.pdf"],
            "'lees.pdf'",
        ),
        (["Content-Type: text/plain; name==?utf-8?B?bGVlcy5qcw==?="], "'lees.js'"),
        (["Content-Type: text/plain", "Content-Disposition: attachment; filename*=utf-8''lees%2Ejs"], "'lees.js'"),
        (["Content-Type: text/javascript"], "'bijlage.js'"),
    ],
)
def test_every_way_to_name_a_script_is_seen(koppen, naam):
    melding = weiger(met_koppen(*koppen, "Content-Transfer-Encoding: base64", inhoud=b"WScript.Echo(1)"))

    assert melding.startswith(f"In deze e-mail zit de bijlage {naam} die niet in een dossier kan. {IS_PROGRAMMA}")


def test_faulty_headers_do_not_hide_a_program():
    koppen = ["Content-Type: application/octet-stream; name==?bestaat-niet?B?eA==?="]

    assert IS_PROGRAMMA in weiger(met_koppen(*koppen, "Content-Transfer-Encoding: base64"))


# --- compound files of Outlook


def test_large_outlook_message_is_read_along_its_second_table():
    """Past seven megabytes the head has no room for all places of the table."""
    groot = maak.msg(maak.pdf(), "akkoord.pdf", **{"__substg1.0_1013001F": bytes(8 * MB)})

    assert [len(b.inhoud) for b in lees_msg(groot) if b.inhoud] == [len(maak.pdf())]
    assert IS_PROGRAMMA in weiger(maak.msg(PROGRAMMA, "x", **{"__substg1.0_1013001F": bytes(8 * MB)}))


@pytest.mark.parametrize("naam", ["\x01Ole10Native", "\x01ole10native"])
def test_packed_object_in_a_message_is_refused(naam):
    assert "Er zit een ingepakt object in." in weiger(maak.msg(maak.pdf(), **{naam: b"x" + PROGRAMMA}))


def test_program_in_another_stream_is_refused():
    assert IS_PROGRAMMA in weiger(maak.msg(maak.pdf(), CONTENTS=PROGRAMMA))


@pytest.mark.parametrize(
    "plaats",
    [44, 48, 60, 68, 76],
    ids=["count", "list", "small-table", "second-table", "table"],
)
def test_broken_message_is_refused_and_breaks_nothing(plaats):
    kapot = bytearray(maak.msg(maak.pdf()))
    if plaats == 68:
        struct.pack_into("<II", kapot, 68, 9999, 5)
    else:
        struct.pack_into("<I", kapot, plaats, 9999)

    if plaats == 44:
        assert herken(bytes(kapot), maximum_mb=1).extensie == "msg"
        return
    with pytest.raises(BestandFout):
        herken(bytes(kapot), maximum_mb=1)


def test_chain_that_bites_its_tail_ends():
    kapot = bytearray(maak.msg(bytes(5000)))
    fat = 512 + struct.unpack_from("<I", kapot, 76)[0] * 512
    for nummer in range(128):
        struct.pack_into("<I", kapot, fat + nummer * 4, nummer)

    assert "kan niet worden nagekeken" in weiger(bytes(kapot))


def test_stream_that_is_shorter_than_it_says_is_refused():
    kapot = maak.msg(bytes(5000)).replace(struct.pack("<I", 5000), struct.pack("<I", 50_000))

    assert "kan niet worden nagekeken" in weiger(kapot)
