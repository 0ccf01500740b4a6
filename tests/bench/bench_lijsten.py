"""What lists, Vandaag, search and the dossier page cost, beside a bare view, and at 200,000 dossiers beside 2,000.

Prints ratios taken in turn in one run: python -m tests.bench.bench_lijsten [--ronden N] [--json]
"""

import argparse
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from tests.bench.gegevens import MATEN, ON, zorg_voor


@dataclass(frozen=True)
class Bladzijde:
    """A page that is measured: beside which bare view, and at most how many times as long it may take."""

    naam: str
    kaal: str
    hoogstens: float
    vragen: int


BLADZIJDEN = (
    Bladzijde("dossierlijst", "lijst", 2, 12),
    Bladzijde("lijst op naam", "lijst", 2, 12),
    Bladzijde("lijst op termijn", "lijst", 2, 12),
    Bladzijde("lijst open, te laat", "lijst", 2, 12),
    Bladzijde("lijst, bladzijde 5", "lijst", 2, 12),
    Bladzijde("lijst per doelgroep", "lijst", 2, 12),
    Bladzijde("lijst per leefgebied", "lijst", 2, 12),
    Bladzijde("lijst met gezin", "lijst", 2, 12),
    Bladzijde("lijst acuut", "lijst", 2, 12),
    Bladzijde("lijst, alle kolommen", "breed", 2, 12),
    Bladzijde("taken", "lijst", 2, 12),
    Bladzijde("vandaag", "werk", 2, 12),
    Bladzijde("vandaag coördinator", "werk", 2, 12),
    Bladzijde("zoeken op naam", "lijst", 2, 12),
    Bladzijde("zoeken tijdens typen", "lijst", 2, 12),
    Bladzijde("zoeken op telefoon", "lijst", 2, 12),
    Bladzijde("zoeken op BSN", "lijst", 2, 12),
    Bladzijde("zoeken op adres", "lijst", 2, 12),
    Bladzijde("zoeken op geboortedatum", "lijst", 2, 12),
    Bladzijde("dossier", "lijst", 5, 20),
)
GROEI = 1.2
Vraag = Callable[[], Any]


class Bezoek:
    """Somebody in the largest gemeente: a coördinator, and the consulent with most to do."""

    def __init__(self) -> None:
        from django.test import Client

        from accounts.models import Gemeente, User
        from accounts.rollen import Rol
        from cases.models import Dossier

        self.gemeente = Gemeente.objects.get(code="9901")
        self.coordinator, self.consulent = Client(), Client()
        self.coordinator.force_login(User.objects.met_rol(Rol.COORDINATOR, self.gemeente.pk)[0])
        self.consulent.force_login(User.objects.met_rol(Rol.CONSULENT, self.gemeente.pk).order_by("pk")[5])
        self.kaal_client = Client()
        open_ = Dossier.objects.filter(gemeente=self.gemeente, status="uitvoering").exclude(persoon__telefoon="")
        self.dossier = open_.select_related("persoon").order_by("-id")[0]

    def vragen(self) -> dict[str, Vraag]:
        """Give per page how to ask for it."""
        from cases.kolommen import KOLOMMEN

        persoon = self.dossier.persoon
        adres = f"{persoon.postcode} {persoon.huisnummer}"
        jaar, maand, dag = persoon.geboortedatum.split("-")
        lijst, zoek = (lambda query="": self._get(self.coordinator, f"/dossiers/{query}")), self._zoek
        return {
            "dossierlijst": lambda: lijst(),
            "lijst op naam": lambda: lijst("?volgorde=naam"),
            "lijst op termijn": lambda: lijst("?volgorde=uiterste_datum"),
            "lijst open, te laat": lambda: lijst("?status=open&termijn=te_laat"),
            "lijst, bladzijde 5": lambda: lijst("?page=5"),
            "lijst per doelgroep": lambda: lijst("?doelgroep=nabestaande"),
            "lijst per leefgebied": lambda: lijst("?leefgebied=zorg"),
            "lijst met gezin": lambda: lijst("?gezin=meer"),
            "lijst acuut": lambda: lijst("?voorrang=acuut"),
            "lijst, alle kolommen": lambda: lijst(f"?{'&'.join(f'kolom={code}' for code in KOLOMMEN)}"),
            "taken": lambda: self._get(self.consulent, "/taken/"),
            "vandaag": lambda: self._get(self.consulent, "/vandaag/"),
            "vandaag coördinator": lambda: self._get(self.coordinator, "/vandaag/"),
            "zoeken op naam": lambda: zoek(f"{persoon.voorletters} {persoon.achternaam}"),
            "zoeken tijdens typen": lambda: zoek(persoon.achternaam[:4], "/zoeken/direct/"),
            "zoeken op telefoon": lambda: zoek(persoon.telefoon),
            "zoeken op BSN": lambda: zoek(persoon.bsn),
            "zoeken op adres": lambda: zoek(adres),
            "zoeken op geboortedatum": lambda: zoek(f"{dag}-{maand}-{jaar}"),
            "dossier": lambda: self._get(self.coordinator, self.dossier.get_absolute_url()),
        }

    def kaal(self, soort: str) -> Vraag:
        return lambda: self._get(self.kaal_client, f"/kaal/{soort}/{self.gemeente.pk}/")

    def _get(self, client: Any, pad: str) -> Any:
        antwoord = client.get(pad)
        assert antwoord.status_code == 200, (pad, antwoord.status_code)
        return antwoord

    def _zoek(self, tekst: str, pad: str = "/zoeken/") -> Any:
        antwoord = self.coordinator.post(pad, {"zoek": tekst})
        assert antwoord.status_code == 200, antwoord.status_code
        return antwoord


def duur(vraag: Vraag) -> float:
    begin = time.perf_counter()
    vraag()
    return time.perf_counter() - begin


def tel_vragen(vraag: Vraag) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as vragen:
        vraag()
    return len(vragen)


def _werker(url: str, lijn: Connection) -> None:
    """Measure on one database: for each page that is asked for, the page and its bare view in turn."""
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "DEBUG": "0", "DEMO": "1"}
    import django

    django.setup()
    import time_machine
    from django.conf import settings

    from config.gunicorn import post_fork

    settings.ROOT_URLCONF = "tests.bench.adressen"
    settings.ALLOWED_HOSTS = ["testserver"]
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC), tick=True):
        bezoek = Bezoek()
        vragen = bezoek.vragen()
        for bladzijde in BLADZIJDEN:
            vragen[bladzijde.naam](), vragen[bladzijde.naam]()
            bezoek.kaal(bladzijde.kaal)()
        post_fork(None, None)  # the same garbage collection as the server has
        lijn.send({naam: tel_vragen(vraag) for naam, vraag in vragen.items()})
        while naam := lijn.recv():
            bladzijde = next(b for b in BLADZIJDEN if b.naam == naam)
            lijn.send((duur(vragen[naam]), duur(bezoek.kaal(bladzijde.kaal))))


def meet(ronden: int) -> dict[str, dict[str, float]]:
    """Give per page the medians on both databases, the bare view, and the ratios."""
    adressen = {maat: zorg_voor(maat) for maat in MATEN}
    context = multiprocessing.get_context("spawn")
    lijnen, processen, aantallen = {}, [], {}
    for maat, url in adressen.items():
        lijnen[maat], daar = context.Pipe()
        processen.append(context.Process(target=_werker, args=(url, daar), daemon=True))
        processen[-1].start()
        aantallen[maat] = lijnen[maat].recv()
    uit = {}
    klein, groot = MATEN
    for bladzijde in BLADZIJDEN:
        tijden: dict[int, list[tuple[float, float]]] = {maat: [] for maat in MATEN}
        for _ in range(ronden):
            for maat, lijn in lijnen.items():
                lijn.send(bladzijde.naam)
                tijden[maat].append(lijn.recv())
        # ratios of what was measured right after each other: a machine that is busy for a while slows down both
        paren = zip(tijden[groot], tijden[klein], strict=True)
        uit[bladzijde.naam] = {
            "ms": statistics.median(tijd for tijd, _ in tijden[groot]) * 1000,
            "kaal_ms": statistics.median(bloot for _, bloot in tijden[groot]) * 1000,
            "verhouding": statistics.median(tijd / bloot for tijd, bloot in tijden[groot]),
            "groei": statistics.median(veel / weinig for (veel, _), (weinig, _) in paren),
            "vragen": max(aantallen[maat][bladzijde.naam] for maat in MATEN),
        }
    for lijn in lijnen.values():
        lijn.send("")
    return uit


def main() -> None:
    opties = argparse.ArgumentParser(description="Meet lijsten, Vandaag, zoeken en de bladzijde van een dossier.")
    opties.add_argument("--ronden", type=int, default=40)
    opties.add_argument("--json", action="store_true")
    keuze = opties.parse_args()
    cijfers = meet(keuze.ronden)
    if keuze.json:
        print(json.dumps(cijfers))
        return
    print(f"{'bladzijde':<24}{'ms':>7}{'kaal':>7}{'verhouding':>18}{'groei sinds 2.000':>22}{'vragen':>14}")
    for bladzijde in BLADZIJDEN:
        c = cijfers[bladzijde.naam]
        print(
            f"{bladzijde.naam:<24}{c['ms']:>7.1f}{c['kaal_ms']:>7.1f}"
            f"{c['verhouding']:>8.2f} (doel {bladzijde.hoogstens})"
            f"{c['groei']:>12.2f} (doel {GROEI}){c['vragen']:>4.0f} (doel {bladzijde.vragen})"
        )


if __name__ == "__main__":
    main()
