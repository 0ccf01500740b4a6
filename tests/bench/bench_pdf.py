"""What a letter costs: beside WeasyPrint alone on the same HTML, and in two processes at once.

Prints ratios taken side by side in one run: python -m tests.bench.bench_pdf [--brieven N] [--json]
"""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

import django

Druk = Callable[[], bytes]
DOEL_VERHOUDING = 1.15
DOEL_WINST = 0.9


def onze() -> Druk:
    """Make the letter as the product does, from the frozen values to the bytes."""
    from planvanaanpak.pdf import besluit_pdf
    from tests.planvanaanpak.brieven import TOEKENNING

    return lambda: besluit_pdf(TOEKENNING)


def kaal() -> Druk:
    """Give the same HTML to WeasyPrint as it is best used: fonts and stylesheet read once, one variant."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from cases.drukwerk import STATIC, STIJLBLAD
    from planvanaanpak.pdf import besluit_html
    from tests.planvanaanpak.brieven import TOEKENNING

    html = besluit_html(TOEKENNING, logo_url="beeld/gemeente.svg")
    lettertypen = FontConfiguration()
    stijl = CSS(filename=STIJLBLAD, font_config=lettertypen)
    opties = {"font_config": lettertypen, "stylesheets": [stijl], "pdf_variant": "pdf/a-3a"}
    return lambda: HTML(string=html, base_url=STATIC.as_uri() + "/").write_pdf(**opties)


def om_en_om(aantal: int) -> dict[str, float]:
    """Make both letters in turn, so that what else the machine does falls on both alike."""
    soorten = {"onze": onze(), "kaal": kaal()}
    tijden: dict[str, list[float]] = {naam: [] for naam in soorten}
    for druk in soorten.values():
        druk(), druk()
    for _ in range(aantal):
        for naam, druk in soorten.items():
            begin = time.process_time()
            druk()
            tijden[naam].append(time.process_time() - begin)
    ms = {naam: statistics.median(reeks) * 1000 for naam, reeks in tijden.items()}
    snelst = min(tijden["onze"]) / min(tijden["kaal"])
    verhouding = statistics.median(o / k for o, k in zip(tijden["onze"], tijden["kaal"], strict=True))
    return {"onze_ms": ms["onze"], "kaal_ms": ms["kaal"], "verhouding": verhouding, "verhouding_snelst": snelst}


def _werker(soort: str, lijn: Connection) -> None:
    """Make as many letters as is asked, again and again, and say each time how long it took."""
    django.setup()
    druk = {"onze": onze, "kaal": kaal}[soort]()
    druk(), druk()
    lijn.send(0.0)
    while aantal := lijn.recv():
        begin = time.perf_counter()
        for _ in range(aantal):
            druk()
        lijn.send(time.perf_counter() - begin)


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
        lijn.send(0)
        proces.join()


def per_seconde(lijnen: list[Connection], aantal: int) -> float:
    """Give the letters a second of these processes together."""
    for lijn in lijnen:
        lijn.send(aantal)
    return sum(aantal / lijn.recv() for lijn in lijnen)


def twee_processen(ronden: int, aantal: int = 4) -> dict[str, float]:
    """Say what a second process gains, for ours and for bare WeasyPrint; short rounds in turn, the median counts."""
    winst: dict[str, list[float]] = {"onze": [], "kaal": []}
    with werkers("onze") as ons, werkers("kaal") as hun:
        for _ in range(ronden):
            for soort, lijnen in (("onze", ons), ("kaal", hun)):
                winst[soort].append(per_seconde(lijnen, aantal) / per_seconde(lijnen[:1], aantal))
    midden = {soort: statistics.median(reeks) for soort, reeks in winst.items()}
    return {"winst_onze": midden["onze"], "winst_kaal": midden["kaal"], "winst": midden["onze"] / midden["kaal"]}


def groei_mib(aantal: int) -> float:
    """Say how much memory the process gains over many letters."""
    druk = onze()
    druk()
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(aantal):
        druk()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) / 1024


def meet(aantal: int) -> dict[str, float]:
    return {**om_en_om(aantal), **twee_processen(max(aantal // 3, 1)), "groei_mib": groei_mib(aantal)}


def main() -> None:
    opties = argparse.ArgumentParser(description="Meet wat een brief van drie bladzijden kost.")
    opties.add_argument("--brieven", type=int, default=30)
    opties.add_argument("--json", action="store_true")
    keuze = opties.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    cijfers = meet(keuze.brieven)
    if keuze.json:
        print(json.dumps(cijfers))
        return
    print(
        f"brief van 3 bladzijden   {cijfers['onze_ms']:.0f} ms; WeasyPrint alleen {cijfers['kaal_ms']:.0f} ms\n"
        f"verhouding               {cijfers['verhouding']:.3f} (snelste {cijfers['verhouding_snelst']:.3f}; "
        f"doel hooguit {DOEL_VERHOUDING})\n"
        f"winst van twee processen {cijfers['winst_onze']:.2f}; WeasyPrint alleen {cijfers['winst_kaal']:.2f}; "
        f"verhouding {cijfers['winst']:.2f} (doel ten minste {DOEL_WINST})\n"
        f"groei van het geheugen   {cijfers['groei_mib']:.1f} MiB over {keuze.brieven} brieven"
    )


if __name__ == "__main__":
    main()
