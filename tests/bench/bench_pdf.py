"""What a letter costs: beside WeasyPrint alone on the same HTML, and a batch of them over two processes.

Prints ratios taken side by side in one run: python -m tests.bench.bench_pdf [--brieven N] [--partij N] [--json]
"""

import argparse
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection

import django

Druk = Callable[[int], bytes]
DOEL_VERHOUDING = 1.15
DOEL_WINST = 0.9
# What one process may grow over a whole batch, in MiB; a letter is some 40 KiB.
DOEL_GROEI = 8.0
RONDE = 5


def onze() -> Druk:
    """Make letters as the product does, from the frozen values to the bytes; each number is another letter."""
    from planvanaanpak.pdf import besluit_pdf
    from tests.planvanaanpak.brieven import TOEKENNING

    return lambda nummer: besluit_pdf(replace(TOEKENNING, kenmerk=kenmerk(nummer)))


def kaal() -> Druk:
    """Give the same HTML to WeasyPrint as it is best used: fonts and stylesheet read once, one variant."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from cases.drukwerk import STATIC, STIJLBLAD
    from planvanaanpak.pdf import besluit_html
    from tests.planvanaanpak.brieven import TOEKENNING

    html = besluit_html(TOEKENNING, logo_url="beeld/merk.svg")
    lettertypen = FontConfiguration()
    stijl = CSS(filename=STIJLBLAD, font_config=lettertypen)
    opties = {"font_config": lettertypen, "stylesheets": [stijl], "pdf_variant": "pdf/a-3a"}

    def druk(nummer: int) -> bytes:
        eigen = html.replace(TOEKENNING.kenmerk, kenmerk(nummer))
        return HTML(string=eigen, base_url=STATIC.as_uri() + "/").write_pdf(**opties)

    return druk


def kenmerk(nummer: int) -> str:
    return f"9901-B-2026-{nummer:05d}"


def om_en_om(aantal: int) -> dict[str, float]:
    """Make both letters in turn, so that what else the machine does falls on both alike."""
    soorten = {"onze": onze(), "kaal": kaal()}
    tijden: dict[str, list[float]] = {naam: [] for naam in soorten}
    for druk in soorten.values():
        druk(1), druk(2)
    for nummer in range(aantal):
        for naam, druk in soorten.items():
            begin = time.process_time()
            druk(nummer)
            tijden[naam].append(time.process_time() - begin)
    ms = {naam: statistics.median(reeks) * 1000 for naam, reeks in tijden.items()}
    snelst = min(tijden["onze"]) / min(tijden["kaal"])
    verhouding = statistics.median(o / k for o, k in zip(tijden["onze"], tijden["kaal"], strict=True))
    return {"onze_ms": ms["onze"], "kaal_ms": ms["kaal"], "verhouding": verhouding, "verhouding_snelst": snelst}


def rss_mib() -> float:
    """Say how much memory this process has now."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _werker(soort: str, lijn: Connection) -> None:
    """Make the letters from a number on, again and again; say how long it took and how much memory there is."""
    django.setup()
    druk = {"onze": onze, "kaal": kaal}[soort]()
    druk(1), druk(2)
    lijn.send((0.0, rss_mib()))
    while opdracht := lijn.recv():
        eerste, aantal = opdracht
        begin = time.perf_counter()
        for nummer in range(eerste, eerste + aantal):
            druk(nummer)
        lijn.send((time.perf_counter() - begin, rss_mib()))


@contextmanager
def werkers(soort: str) -> Iterator[list[Connection]]:
    """Keep two warm processes at hand; spawned, as fonts do not survive a fork."""
    context = multiprocessing.get_context("spawn")
    lijnen, processen = [], []
    for _ in range(2):
        hier, daar = context.Pipe()
        proces = context.Process(target=_werker, args=(soort, daar))
        proces.start()
        lijnen.append(hier)
        processen.append(proces)
    for lijn in lijnen:
        lijn.recv()
    yield lijnen
    for lijn, proces in zip(lijnen, processen, strict=True):
        lijn.send(None)
        proces.join()


def per_seconde(lijnen: list[Connection], eerste: int, aantal: int = RONDE) -> tuple[float, list[float]]:
    """Give the letters a second of these processes together, and the memory of each."""
    for plaats, lijn in enumerate(lijnen):
        lijn.send((eerste + plaats * aantal, aantal))
    antwoorden = [lijn.recv() for lijn in lijnen]
    return sum(aantal / seconden for seconden, _ in antwoorden), [geheugen for _, geheugen in antwoorden]


def partij(aantal: int) -> dict[str, float]:
    """Make a batch over two processes, all different letters, and say what the second process gains.

    Ours and bare WeasyPrint, with one process and with two, go in turn in short rounds, so that what else the machine
    does falls on all four alike; the median of the rounds counts. The growth is that of one of ours, over the batch.
    """
    winst: dict[str, list[float]] = {"onze": [], "kaal": []}
    geheugen: list[list[float]] = []
    with werkers("onze") as ons, werkers("kaal") as hun:
        for eerste in range(0, aantal, 2 * RONDE):
            for soort, lijnen in (("onze", ons), ("kaal", hun)):
                samen, nu = per_seconde(lijnen, eerste)
                alleen, _ = per_seconde(lijnen[:1], eerste)
                winst[soort].append(samen / alleen)
                if soort == "onze":
                    geheugen.append(nu)
    midden = {soort: statistics.median(reeks) for soort, reeks in winst.items()}
    groei = max(eind - begin for begin, eind in zip(geheugen[0], geheugen[-1], strict=True))
    return {
        "winst_onze": midden["onze"],
        "winst_kaal": midden["kaal"],
        "winst": midden["onze"] / midden["kaal"],
        "groei_mib": groei,
    }


def meet(aantal: int, in_partij: int) -> dict[str, float]:
    return {**om_en_om(aantal), **partij(in_partij)}


def main() -> None:
    opties = argparse.ArgumentParser(description="Meet wat een brief van drie bladzijden kost.")
    opties.add_argument("--brieven", type=int, default=30)
    opties.add_argument("--partij", type=int, default=500)
    opties.add_argument("--json", action="store_true")
    keuze = opties.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    cijfers = meet(keuze.brieven, keuze.partij)
    if keuze.json:
        print(json.dumps(cijfers))
        return
    print(
        f"brief van 3 bladzijden   {cijfers['onze_ms']:.0f} ms; WeasyPrint alleen {cijfers['kaal_ms']:.0f} ms\n"
        f"verhouding               {cijfers['verhouding']:.3f} (snelste {cijfers['verhouding_snelst']:.3f}; "
        f"doel hooguit {DOEL_VERHOUDING})\n"
        f"winst van twee processen {cijfers['winst_onze']:.2f}; WeasyPrint alleen {cijfers['winst_kaal']:.2f}; "
        f"verhouding {cijfers['winst']:.2f} (doel ten minste {DOEL_WINST})\n"
        f"groei van het geheugen   {cijfers['groei_mib']:.1f} MiB per proces, partij van {keuze.partij} brieven "
        f"(doel hooguit {DOEL_GROEI:.0f})"
    )


if __name__ == "__main__":
    main()
