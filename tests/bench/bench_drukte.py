"""How long lists take when eight people ask for them at once, beside one who is alone, at 200,000 dossiers.

On the server as it runs in production, with a worker per core. Prints ratios of one run:
python -m tests.bench.bench_drukte [--keer N] [--json]
"""

import argparse
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from config.omgeving import BASE_DIR
from tests.bench.gegevens import MATEN, zorg_voor

BLADZIJDEN = {"dossierlijst": "/dossiers/", "vandaag coördinator": "/vandaag/"}
MENSEN, HOOGSTENS = 8, 8
START_SECONDEN = 60


@contextmanager
def server(omgeving: dict[str, str]) -> Iterator[int]:
    """Serve the application until the end of the block; gives the port."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort: int = vrij.getsockname()[1]
    opdracht = ["gunicorn", "--config", "config/gunicorn.py", "--bind", f"127.0.0.1:{poort}", "config.wsgi"]
    proces = subprocess.Popen(
        [sys.executable, "-m", *opdracht],
        cwd=BASE_DIR,
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        einde = time.monotonic() + START_SECONDEN
        while not luistert(poort):
            if proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError("De webserver start niet.")
            time.sleep(0.2)
        yield poort
    finally:
        proces.terminate()
        proces.wait()


def luistert(poort: int) -> bool:
    with socket.socket() as lijn:
        return lijn.connect_ex(("127.0.0.1", poort)) == 0


def log_in() -> str:
    """Give the cookie of a coördinator in the largest gemeente."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from accounts.models import Gemeente, User
    from accounts.rollen import Rol

    client = Client()
    client.force_login(User.objects.met_rol(Rol.COORDINATOR, Gemeente.objects.get(code="9901").pk)[0])
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def vraag(poort: int, pad: str, cookie: str) -> float:
    """Ask for a page, and give the seconds until all of it is there."""
    begin = time.perf_counter()
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
    lijn.request("GET", pad, headers={"Cookie": cookie})
    antwoord = lijn.getresponse()
    inhoud = antwoord.read()
    lijn.close()
    assert (antwoord.status, b"</html>" in inhoud) == (200, True), (pad, antwoord.status)
    return time.perf_counter() - begin


def samen(poort: int, pad: str, cookie: str, *, mensen: int, keer: int) -> list[float]:
    """Let so many people ask for a page so many times each, all at once; gives how long each answer took."""
    tijden: list[float] = []
    begin = threading.Barrier(mensen)

    def een() -> None:
        begin.wait()
        tijden.extend([vraag(poort, pad, cookie) for _ in range(keer)])

    draden = [threading.Thread(target=een) for _ in range(mensen)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(tijden) == mensen * keer  # a request that failed ended its thread
    return tijden


def meet(keer: int) -> dict[str, dict[str, float]]:
    """Give per page the seconds of one who is alone (the median) and of eight at once (the median, and 95 of 100)."""
    omgeving = {**os.environ, "DATABASE_URL": zorg_voor(max(MATEN)), "DEBUG": "0", "DEMO": "1"}
    omgeving |= {"ALLOWED_HOSTS": "127.0.0.1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ |= omgeving
    cookie, uit = log_in(), {}
    with server(omgeving) as poort:
        for naam, pad in BLADZIJDEN.items():
            samen(poort, pad, cookie, mensen=MENSEN, keer=5)  # every worker has seen the page
            alleen = statistics.median(samen(poort, pad, cookie, mensen=1, keer=keer))
            druk = samen(poort, pad, cookie, mensen=MENSEN, keer=keer)
            p95 = statistics.quantiles(druk, n=20)[-1]
            uit[naam] = {"alleen": alleen, "midden": statistics.median(druk), "p95": p95, "verhouding": p95 / alleen}
    return uit


def main() -> None:
    opties = argparse.ArgumentParser(description="Meet lijsten die veel mensen tegelijk vragen.")
    opties.add_argument("--keer", type=int, default=60)
    opties.add_argument("--json", action="store_true")
    keuze = opties.parse_args()
    cijfers = meet(keuze.keer)
    if keuze.json:
        print(json.dumps(cijfers))
        return
    print(f"{'bladzijde':<24}{'alleen':>10}{f'{MENSEN} tegelijk':>14}{'p95':>10}{'p95 / alleen':>22}")
    for naam, c in cijfers.items():
        print(
            f"{naam:<24}{c['alleen'] * 1000:>7.1f} ms{c['midden'] * 1000:>11.1f} ms{c['p95'] * 1000:>7.1f} ms"
            f"{c['verhouding']:>12.1f} (doel {HOOGSTENS})"
        )


if __name__ == "__main__":
    main()
