"""Build the demo: gemeenten, leveringen of people, and each dossier down its road."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from accounts.models import Gemeente, User
from accounts.rollen import Rol as Gebruikersrol
from cases.actions.bewaking import bewaak
from cases.models import Bewaking, Dossier
from portal_import.demo.aanmelding import hoeveel_direct, meld_direct_aan
from portal_import.demo.besluiten import vul_besluiten
from portal_import.demo.bezwaar import vul_bezwaar
from portal_import.demo.brieven import vul_brieven
from portal_import.demo.commissie import vul_commissie, vul_mandaat
from portal_import.demo.contact import vul_contact
from portal_import.demo.documenten import vul_documenten
from portal_import.demo.einde import bereid_einde_voor
from portal_import.demo.gemeenten import Opzet, maak_consulenten, maak_gemeente, opzet
from portal_import.demo.gesprekken import vul_gesprekken
from portal_import.demo.hardheid import wijk_af
from portal_import.demo.herstel import herstel, laat_nakijken
from portal_import.demo.klokken import vul_klokken
from portal_import.demo.levering import Aangemeld, lever, moment
from portal_import.demo.lijsten import maak_lijsten
from portal_import.demo.mensen import koppel_dossiers, noteer_mensen
from portal_import.demo.namen import maak_persoon
from portal_import.demo.plannen import vul_plannen
from portal_import.demo.rollen import ROLLEN, Rol
from portal_import.demo.uitstel import vul_uitstel
from portal_import.demo.veel import vermenigvuldig
from portal_import.demo.voorzieningen import vul_prijzen, vul_verstrekkingen
from portal_import.demo.weg import Weg

DOELGROEPEN = ("aanvrager",) * 7 + ("ex-toeslagpartner",) * 2 + ("nabestaande",)
Meld = Callable[[int, int, str], None]


# Past this many dossiers each road is walked a few times through the actions, and set out again by SQL.
VEEL, BASIS, PER_CONSULENT = 5000, 60, 60


def bouw(*, gemeenten: int, dossiers: int, seed: int, on: date, meld: Meld) -> int:
    """Make the demo as of a day; gives how many dossiers. The first gemeente gets three quarters of two."""
    maak = bouw_veel if dossiers > VEEL else bouw_een_voor_een
    return maak(gemeenten=gemeenten, dossiers=dossiers, seed=seed, on=on, meld=meld)


def bouw_veel(*, gemeenten: int, dossiers: int, seed: int, on: date, meld: Meld) -> int:
    """Walk some roads through the actions and set them out again over the gemeenten, by SQL."""
    gedaan = bouw_een_voor_een(
        gemeenten=min(gemeenten, 2), dossiers=BASIS, seed=seed, on=on, meld=lambda klaar, totaal, naam: None
    )
    groottes = []
    for nummer, aantal in enumerate(verdeel_over_land(dossiers - gedaan, gemeenten)):
        een = opzet(nummer)
        gemeente = Gemeente.objects.filter(code=een.code).first() or maak_gemeente(een, on)
        maak_consulenten(gemeente, aantal // PER_CONSULENT)
        groottes.append((gemeente, aantal))
    totaal = gedaan + vermenigvuldig(groottes, lambda klaar: meld(gedaan + klaar, dossiers, "kopieën"))
    for gemeente, _ in groottes:
        _doe_de_nacht(gemeente, on)
    return totaal


def verdeel_over_land(dossiers: int, gemeenten: int) -> list[int]:
    """Divide the dossiers over gemeenten of uneven size, the largest a tenth of them when there are many."""
    gewichten = [1 / (rang + 9) for rang in range(gemeenten)]
    grootste = dossiers // 10 if gemeenten > 10 else dossiers // gemeenten
    rest = [int((dossiers - grootste) * gewicht / sum(gewichten[1:])) for gewicht in gewichten[1:]]
    return [dossiers - sum(rest), *rest]


def bouw_een_voor_een(*, gemeenten: int, dossiers: int, seed: int, on: date, meld: Meld) -> int:
    gedaan = 0
    for nummer, aantal in enumerate(_verdeel(dossiers, gemeenten)):
        een = opzet(nummer)
        gemeente = maak_gemeente(een, on)
        vul_prijzen(gemeente)
        for klaar in _vul(gemeente, een, aantal, _kans(seed, een.code), on, begin=gedaan):
            meld(gedaan + klaar, dossiers, een.naam)
        herstel(gemeente, on)
        wijk_af(gemeente, on)
        gedaan += aantal
        vul_gesprekken(gemeente, on)
        vul_contact(gemeente, on)
        vul_documenten(gemeente, on)
        vul_uitstel(gemeente, on)
        vul_plannen(gemeente, on)
        bereid_einde_voor(gemeente, on)
        vul_bezwaar(gemeente, on)
        vul_commissie(gemeente, on)
        vul_mandaat(gemeente, on)
        vul_besluiten(gemeente, on)
        vul_brieven(gemeente, on)
        maak_lijsten(gemeente, on)
        vul_klokken(gemeente, on)
        vul_verstrekkingen(gemeente, on)
        laat_nakijken(gemeente, on)
        _doe_de_nacht(gemeente, on)
    return gedaan


def _doe_de_nacht(gemeente: Gemeente, on: date) -> None:
    """Do the night of a gemeente; invented people get no mail."""
    bewaak(gemeente=gemeente, on=on, at=moment(on, 2, 15))
    Bewaking.objects.filter(gemeente=gemeente, on=on).update(digests=0)


def _kans(seed: int, code: str) -> Random:
    """Give chance that repeats itself: the same seed gives the same people and roads."""
    return Random(f"{seed}-{code}")  # noqa: S311  # invented people, no secrets


def _verdeel(dossiers: int, gemeenten: int) -> list[int]:
    """Divide the dossiers unevenly: each next gemeente gets a third of what is left, the first the rest."""
    uit: list[int] = []
    rest = dossiers
    for _ in range(gemeenten - 1):
        deel = max(rest // 4, 1) if rest > 1 else 0
        uit.append(deel)
        rest -= deel
    return [rest, *uit]


def _vul(gemeente: Gemeente, een: Opzet, aantal: int, rng: Random, on: date, *, begin: int) -> Iterator[int]:
    """Deliver the people in the order of their day, then walk their roads; gives how many are done."""
    mensen = {rol: list(User.objects.met_rol(rol, gemeente.pk).order_by("pk")) for rol in Gebruikersrol}
    coordinator = mensen[Gebruikersrol.COORDINATOR][0]
    direct = hoeveel_direct(aantal)
    plannen = sorted(_plannen(aantal - direct, rng, on), key=lambda plan: plan[0])
    per_dag: dict[date, list[tuple[Rol | None, Aangemeld]]] = {}
    for volgnummer, (dag, rol) in enumerate(plannen):
        status = "niet erkend" if rol is None else rng.choice(("aangemeld", "erkend", "erkend"))
        persoon = maak_persoon(rng, een.plaats, begin + volgnummer, on)
        statusdatum = dag - timedelta(days=rng.randint(20, 300))
        per_dag.setdefault(dag, []).append((rol, Aangemeld(persoon, rng.choice(DOELGROEPEN), status, statusdatum)))
    klaar = 0
    for dag, groep in sorted(per_dag.items()):
        lever(gemeente, [mens for _, mens in groep], dag, coordinator)
        for rol, mens in groep:
            if rol is not None:
                _loop(gemeente, mens, rol, mensen, rng, dag, on)
            klaar += 1
            yield klaar
    if direct:
        consulent = mensen[Gebruikersrol.CONSULENT][0]
        for _ in meld_direct_aan(gemeente, een.plaats, rng, on, consulent, begin=begin + aantal - direct):
            klaar += 1
            yield klaar
    koppel_dossiers(gemeente, coordinator, on)
    _wachtende_levering(gemeente, een, rng, on, coordinator, begin + aantal + 100)


def _plannen(aantal: int, rng: Random, on: date) -> Iterator[tuple[date, Rol | None]]:
    """Choose for each dossier its road and the day it begins, in the proportions of ROLLEN."""
    rollen = [(rol, dagen) for rol, dagen, keer in ROLLEN for _ in range(keer)]
    rng.shuffle(rollen)
    niet_erkend = max(aantal // 20, 1) if aantal > 5 else 0
    for nummer in range(aantal - niet_erkend):
        rol, (laatste, eerste) = rollen[nummer % len(rollen)]
        yield _werkdag(on - timedelta(days=rng.randint(laatste, eerste))), rol
    for _ in range(niet_erkend):
        yield _werkdag(on - timedelta(days=rng.randint(30, 600))), None


def _werkdag(dag: date) -> date:
    while dag.weekday() >= 5:
        dag -= timedelta(days=1)
    return dag


def _loop(
    gemeente: Gemeente,
    mens: Aangemeld,
    rol: Rol,
    mensen: dict[Gebruikersrol, list[User]],
    rng: Random,
    dag: date,
    on: date,
) -> None:
    dossiers = Dossier.objects.select_related("gemeente", "persoon", "beleid")
    weg = Weg(
        dossier=dossiers.get(gemeente=gemeente, persoon__bsn=mens.persoon["bsn"]),
        consulent=rng.choice(mensen[Gebruikersrol.CONSULENT]),
        coordinator=mensen[Gebruikersrol.COORDINATOR][0],
        financieel=mensen[Gebruikersrol.FINANCIEEL][0],
        rng=rng,
        dag=dag,
        tot=on,
    )
    noteer_mensen(weg)
    rol(weg)


def _wachtende_levering(gemeente: Gemeente, een: Opzet, rng: Random, on: date, by: User, begin: int) -> None:
    """Leave one levering that waits for confirmation, with a faulty row and an incomplete address in it."""
    mensen = []
    for nummer in range(4):
        persoon = maak_persoon(rng, een.plaats, begin + nummer, on)
        if nummer == 1:
            persoon["woonplaats"] = ""
        if nummer == 2:
            persoon["geboortedatum"] = "1985-02-30"
        mensen.append(Aangemeld(persoon, "aanvrager", "erkend", on - timedelta(days=40)))
    lever(gemeente, mensen, _werkdag(on), by, bevestig=False)
