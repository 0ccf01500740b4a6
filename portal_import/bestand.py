"""What a file is, told from its content and never from its name, and whether it is safe to open."""

import re
from enum import StrEnum

from portal_import.meldingen import BestandGeweigerd

MAX_BYTES = 20 * 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An encrypted xlsx is an OLE container with a stream of this name.
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_OPMAAKTAAL = re.compile(rb"\s*<(!doctype|html|table|\?xml|meta|style|head|body)", re.IGNORECASE)

GEEN_SPREADSHEET = (
    "Dit bestand is geen spreadsheet. Kies de lijst zoals u die uit het gegevensportaal haalt: een Excel-bestand "
    "(.xlsx) of een CSV-bestand."
)
BESCHADIGD = (
    "Dit bestand is beschadigd of is geen spreadsheet. Haal de lijst opnieuw uit het gegevensportaal, of open het "
    "bestand in Excel en sla het op als .xlsx."
)
WACHTWOORD = (
    "Dit bestand is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord eraf, sla het op en kies het "
    "dan opnieuw."
)
TE_GROOT = (
    "Dit bestand is te groot om veilig te openen. Haal lege kolommen en rijen weg, of verdeel de lijst over meer "
    "bestanden."
)
ONGEWOON = (
    "De opbouw van dit bestand is ongewoon en kan niet veilig worden gelezen. Open het in Excel en sla het op als "
    ".xlsx."
)
# The reader of these files follows chains and sizes in them without a limit, until memory is gone; so they stay closed.
OUD_OFFICE = (
    "Dit bestand is van een oude versie van Office (bijvoorbeeld .xls). Open het in Excel en sla het op als .xlsx."
)


class Formaat(StrEnum):
    WERKMAP = "werkmap"
    CSV = "csv"


def herken(inhoud: bytes) -> Formaat:
    """Tell the format from the content; raise BestandGeweigerd for what cannot be a list."""
    if not inhoud.strip():
        raise BestandGeweigerd("Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal.")
    if len(inhoud) > MAX_BYTES:
        raise BestandGeweigerd(
            f"Dit bestand is te groot: {len(inhoud) / 1024 / 1024:.0f} MB. Het mag hoogstens 20 MB zijn. "
            "Verdeel de lijst over meer bestanden."
        )
    if inhoud.startswith(_ZIP):
        return Formaat.WERKMAP
    if inhoud.startswith(_OLE):
        raise BestandGeweigerd(WACHTWOORD if _VERSLEUTELD in inhoud else OUD_OFFICE)
    if b"%PDF-" in inhoud[:1024]:
        raise BestandGeweigerd(
            "Dit is een PDF. Haal de lijst als Excel-bestand (.xlsx) of CSV-bestand uit het portaal."
        )
    if _OPMAAKTAAL.match(inhoud):
        raise BestandGeweigerd("Dit is een webpagina of XML-bestand. Open het in Excel en sla het op als .xlsx.")
    return Formaat.CSV
