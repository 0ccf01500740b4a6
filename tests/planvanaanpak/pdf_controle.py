"""What can be checked of PDF/A-3a and PDF/UA-1 without veraPDF: `controleer` names each fault it finds.

Also to be run by hand: python -m tests.planvanaanpak.pdf_controle FILE...
"""

import io
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf

NAMEN = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
EIGEN_LETTERTYPEN = re.compile(r"^/[A-Z]{6}\+Brief(-Ext)?(-Semi-Bold)?$")


def controleer(inhoud: bytes) -> list[str]:
    """Give the faults of a PDF as short names; empty when none was found."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        tags = list(_tags(pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/K", pikepdf.Array())))
        return [
            *_catalogus(pdf),
            *_metadata(pdf),
            *_structuur(tags),
            *_tabellen(tags),
            *_bladen(pdf),
            *_objecten(pdf),
        ]


def _catalogus(pdf):
    wortel = pdf.Root
    if wortel.get("/Lang") != "nl":
        yield "taal"
    if not wortel.get("/MarkInfo", {}).get("/Marked"):
        yield "niet gemerkt"
    if not wortel.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "titel niet getoond"
    if [intentie.S for intentie in wortel.get("/OutputIntents", [])] != ["/GTS_PDFA1"]:
        yield "kleurruimte van de uitvoer"
    if "/Outlines" not in wortel:
        yield "geen bladwijzers"
    if any(sleutel in wortel for sleutel in ("/AcroForm", "/OpenAction", "/AA")) or "/JavaScript" in wortel.get(
        "/Names", {}
    ):
        yield "formulier of script"
    if pdf.is_encrypted:
        yield "versleuteld"
    if "/ID" not in pdf.trailer:
        yield "geen kenmerk van het bestand"


def _metadata(pdf):
    with pdf.open_metadata() as xmp:
        for naam, waarde in NAMEN.items():
            if xmp.get(naam) != waarde:
                yield f"metadata {naam}"
        titel, gemaakt = xmp.get("dc:title"), xmp.get("xmp:CreateDate")
        if not titel or titel != str(pdf.docinfo.get("/Title", "")):
            yield "titel"
        if not gemaakt or re.sub(r"\D", "", gemaakt) != re.sub(r"\D", "", str(pdf.docinfo.get("/CreationDate", ""))):
            yield "datum"
    if pdf.Root.Metadata.read_bytes().count(b"<rdf:RDF") != 1:
        yield "metadata in meer dan een blok"


def _tags(knoop) -> Iterator[pikepdf.Dictionary]:
    if isinstance(knoop, pikepdf.Array):
        for kind in knoop:
            yield from _tags(kind)
    elif isinstance(knoop, pikepdf.Dictionary) and "/S" in knoop:
        yield knoop
        if "/K" in knoop:
            yield from _tags(knoop.K)


def _structuur(tags):
    if not tags:
        yield "geen structuur"
    koppen = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H[1-6]", str(tag.S))]
    if not koppen or koppen[0] != 1 or any(b - a > 1 for a, b in pairwise(koppen)):
        yield f"koppen {koppen}"
    for tag in tags:
        if tag.S == "/Figure" and not str(tag.get("/Alt", "")):
            yield "beeld zonder alternatief"
        if tag.S == "/L" and any(kind.S not in ("/LI", "/L", "/Caption") for kind in _kinderen(tag)):
            yield "lijst met iets anders dan punten"
        if tag.S == "/LI" and any(kind.S not in ("/Lbl", "/LBody", "/L") for kind in _kinderen(tag)):
            yield "punt met iets anders dan een merk en een inhoud"


def _tabellen(tags):
    for tabel in (tag for tag in tags if tag.S == "/Table"):
        cellen = [tag for tag in _tags(tabel.K) if tag.S in ("/TH", "/TD")]
        koppen = {bytes(cel.ID) for cel in cellen if cel.S == "/TH" and "/ID" in cel}
        if len(koppen) < sum(cel.S == "/TH" for cel in cellen):
            yield "kop van een tabel zonder eigen naam"
        hoek, *rest = [cel for cel in cellen if cel.S == "/TD"]
        for cel in rest:
            verwijst = [bytes(naam) for naam in cel.A.get("/Headers", [])]
            if not verwijst or not set(verwijst) <= koppen:
                yield "cel zonder kop"
        if hoek.A.get("/Headers", []):
            yield "hoekcel met kop"


def _kinderen(tag):
    inhoud = tag.get("/K", pikepdf.Array())
    return [
        kind
        for kind in (inhoud if isinstance(inhoud, pikepdf.Array) else [inhoud])
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind
    ]


def _bladen(pdf):
    for blad in pdf.pages:
        if blad.get("/Tabs") != "/S":
            yield "volgorde van de tabtoets"
        for link in blad.get("/Annots", []):
            if not (link.Subtype == "/Link" and link.get("/Contents") and "/StructParent" in link and link.F == 4):
                yield "aantekening zonder inhoud of plaats"
        diepte = 0
        for opdracht in pikepdf.parse_content_stream(blad):
            naam = str(opdracht.operator)
            diepte += {"BDC": 1, "BMC": 1, "EMC": -1}.get(naam, 0)
            if naam in ("Tj", "TJ", "Do", "f", "S", "B") and diepte == 0:
                yield f"inhoud zonder merk ({naam})"


def _objecten(pdf):
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream):
            yield from _letters(ding)
            yield from _beelden(ding)
            if ding.get("/Type") in ("/EmbeddedFile", "/Filespec"):
                yield "bijlage in het bestand"


def _letters(ding):
    if ding.get("/Type") == "/FontDescriptor":
        if not any(sleutel in ding for sleutel in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield "lettertype niet ingesloten"
        if not EIGEN_LETTERTYPEN.fullmatch(str(ding.FontName)):
            yield f"vreemd lettertype {ding.FontName}"
    if ding.get("/Subtype") == "/Type0" and "/ToUnicode" not in ding:
        yield "lettertype zonder tekst"


def _beelden(ding):
    if ding.get("/Interpolate"):
        yield "beeld met interpolatie"
    if ding.get("/SMask", "/None") != "/None":
        yield "doorzichtig beeld"
    if any(float(ding.get(sleutel, 1)) < 1 for sleutel in ("/ca", "/CA")):
        yield "doorzichtige kleur"


if __name__ == "__main__":
    for bestand in sys.argv[1:]:
        print(bestand, controleer(Path(bestand).read_bytes()) or "in orde")
