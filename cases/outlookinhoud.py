"""What hangs on a message of Outlook (msg): a compound file ([MS-CFB]) with a stream for each thing ([MS-OXMSG])."""

import struct
from collections.abc import Iterator

from cases.bestandsinhoud import BestandFout
from cases.mailinhoud import ONLEESBAAR, Bijlage

# Streams that hold an attachment, its long and short name, and a file packed as an object.
_INHOUD = "__substg1.0_37010102"
_NAMEN = ("__substg1.0_3707001", "__substg1.0_3704001")
_OBJECT = "\x01ole10native"
_EINDE = 0xFFFFFFFE
_GROOTSTE_SECTOR = 0xFFFFFFFA
_STROOM, _WORTEL = 2, 5
_REGEL = 128

Stroom = tuple[str, bytes]


def lees_msg(inhoud: bytes) -> Iterator[Bijlage]:
    """Give the attachments, their names, and the start of every other stream, as those can hide a file too.

    Which name goes with which attachment does not matter here: each is looked at by itself.
    """
    try:
        for naam, stroom in _Samengesteld(inhoud).stromen():
            if naam.startswith(_NAMEN):
                tekst = stroom.decode("utf-16-le" if naam.endswith("F") else "latin-1", errors="replace")
                yield Bijlage((tekst.rstrip("\0"),), b"")
            elif naam == _INHOUD:
                yield Bijlage((), stroom)
            elif naam.lower() == _OBJECT:
                raise BestandFout("Er zit een ingepakt object in. Bewaar het zonder, of als PDF.")
            elif stroom.startswith((b"MZ", b"\x7fELF")):
                yield Bijlage(("object.exe",), stroom)
    except (struct.error, IndexError):
        raise BestandFout(ONLEESBAAR) from None


class _Samengesteld:
    """Reads streams along the chains of sectors. All together never more than twice the file, however they cross."""

    def __init__(self, inhoud: bytes) -> None:
        self.inhoud = inhoud
        self.ruimte = 2 * len(inhoud)
        self.sector = 1 << min(struct.unpack_from("<H", inhoud, 30)[0], 16)
        self.minisector = 1 << min(struct.unpack_from("<H", inhoud, 32)[0] or 6, 16)
        lijst, self.grens = struct.unpack_from("<I4xI", inhoud, 48)
        mini, _, difat, aantal = struct.unpack_from("<4I", inhoud, 60)
        self.fat = self._lees_fat(difat, aantal)
        self.minifat = _getallen(self._keten(mini)) if mini < _GROOTSTE_SECTOR else ()
        self.regels = self._keten(lijst)
        self.mini = b""

    def stromen(self) -> Iterator[Stroom]:
        plaatsen = range(0, len(self.regels) - _REGEL + 1, _REGEL)
        rijen = [self._regel(plaats) for plaats in plaatsen]
        for _, soort, begin, grootte in rijen:
            if soort == _WORTEL and grootte:
                self.mini = self._keten(begin)[:grootte]
        for naam, soort, begin, grootte in rijen:
            if soort == _STROOM and grootte:
                keten = self._keten(begin) if grootte >= self.grens else self._miniketen(begin)
                if len(keten) < grootte:
                    raise BestandFout(ONLEESBAAR)
                yield naam, keten[:grootte]

    def _regel(self, plaats: int) -> tuple[str, int, int, int]:
        lengte, soort = struct.unpack_from("<HB", self.regels, plaats + 64)
        begin, grootte = struct.unpack_from("<II", self.regels, plaats + 116)
        naam = self.regels[plaats : plaats + min(max(lengte - 2, 0), 62)].decode("utf-16-le", errors="replace")
        return naam, soort, begin, grootte

    def _lees_fat(self, difat: int, aantal: int) -> tuple[int, ...]:
        """Read the table of chains; where it stands is told by the head, and for a large file by a chain of its own."""
        plaatsen = list(struct.unpack_from("<109I", self.inhoud, 76))
        for _ in range(min(aantal, len(self.inhoud) // self.sector)):
            *meer, difat = _getallen(self._sector(difat))
            plaatsen += meer
        return _getallen(b"".join(self._sector(plaats) for plaats in plaatsen if plaats < _GROOTSTE_SECTOR))

    def _sector(self, nummer: int) -> bytes:
        begin = (nummer + 1) * self.sector
        stuk = self.inhoud[begin : begin + self.sector]
        self.ruimte -= len(stuk)
        if not stuk or self.ruimte < 0:
            raise BestandFout(ONLEESBAAR)
        return stuk

    def _keten(self, nummer: int) -> bytes:
        stukken = []
        while nummer != _EINDE:
            stukken.append(self._sector(nummer))
            nummer = self.fat[nummer]
        return b"".join(stukken)

    def _miniketen(self, nummer: int) -> bytes:
        stukken = []
        while nummer != _EINDE:
            stuk = self.mini[nummer * self.minisector : (nummer + 1) * self.minisector]
            self.ruimte -= len(stuk)
            if not stuk or self.ruimte < 0:
                raise BestandFout(ONLEESBAAR)
            stukken.append(stuk)
            nummer = self.minifat[nummer]
        return b"".join(stukken)


def _getallen(stuk: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(stuk) // 4}I", stuk[: len(stuk) // 4 * 4])
