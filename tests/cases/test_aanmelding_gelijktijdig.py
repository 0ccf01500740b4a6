"""Two people register an inwoner at the same moment, or one person with two clicks: one dossier, on one beleid."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from cases.actions.aanmelden import aanmelden
from cases.actions.aanmelding import direct_aanmelden
from cases.actions.basis import ActieFout
from cases.actions.beleid import VAST, beleid_wijzigen
from cases.actions.persoon import persoon_verbeteren
from cases.keuzes import Aanmeldroute, Doelgroep, UhtStatus
from cases.models import Dossier, Nummerreeks
from tests.factories import PERSOON, directe_aanmelding, maak_dossier, moment
from tests.portal_import.runs import ON
from tests.sloten import terwijl

BSN = PERSOON["bsn"]
pytestmark = pytest.mark.django_db(transaction=True)


def tegelijk(*wat):
    """Do things in as many threads at the same moment; gives what came of each, in order."""
    samen, uitkomsten = Barrier(len(wat)), []

    def doe(actie):
        samen.wait(timeout=30)
        try:
            uitkomsten.append(actie().nummer)
        except ActieFout as fout:
            uitkomsten.append(str(fout))
        finally:
            connection.close()

    draden = [Thread(target=doe, args=[actie]) for actie in wat]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=120)
    return sorted(uitkomsten)


def direct(gemeente, by, **anders):
    invoer = directe_aanmelding(gemeente, datum=ON, **anders)
    return lambda: direct_aanmelden(invoer=invoer, gezien=(), by=by, at=moment(ON), on=ON)


def uit_het_portaal(gemeente):
    return lambda: aanmelden(
        gemeente=gemeente,
        persoonsgegevens=PERSOON,
        doelgroep=Doelgroep.AANVRAGER,
        route=Aanmeldroute.PORTAAL,
        datum=ON,
        uht_status=UhtStatus.ERKEND,
        datum_status=ON,
        bron="levering",
        by=None,
        at=moment(ON),
        on=ON,
    )


def nummers():
    return list(Dossier.objects.values_list("nummer", flat=True)), Nummerreeks.objects.get().laatste


def test_bsn_that_another_person_gets_meanwhile_is_refused(gemeente, consulent, collega):
    """Who corrects a BSN takes no number, so nothing but the database itself keeps the two apart."""
    ander = maak_dossier(gemeente, bsn="", achternaam="Anders", geboortedatum="1970-01-01", postcode="")
    reden = {"reden": "Typefout", "by": collega, "at": moment(ON)}

    uitkomst = terwijl(
        lambda: persoon_verbeteren(dossier=ander, wijzigingen={"bsn": BSN}, **reden),
        direct(gemeente, consulent, bsn=BSN),
    )

    assert uitkomst == "Deze persoon heeft al een dossier. Zoek op naam en werk in dat dossier verder."
    assert list(Dossier.objects.values_list("nummer", "persoon__bsn")) == [(ander.nummer, BSN)]


def test_two_clicks_give_one_dossier(gemeente, consulent):
    klik = direct(gemeente, consulent, bsn="")

    nummer = f"9901-D-{ON.year}-00001"
    assert tegelijk(klik, klik) == [nummer, nummer]
    assert nummers() == ([nummer], 1)


def test_two_people_give_one_dossier(gemeente, consulent, collega):
    uitkomsten = tegelijk(direct(gemeente, consulent, bsn=""), direct(gemeente, collega, bsn=""))

    assert uitkomsten == [
        f"9901-D-{ON.year}-00001",
        "Er is al een dossier van iemand die hierop lijkt. Bekijk het voordat u een nieuw maakt.",
    ]
    assert nummers() == ([f"9901-D-{ON.year}-00001"], 1)


def test_direct_and_from_the_portal_give_one_dossier(gemeente, consulent):
    uitkomsten = tegelijk(direct(gemeente, consulent), uit_het_portaal(gemeente))

    assert uitkomsten[0] == f"9901-D-{ON.year}-00001"
    assert uitkomsten[1] in (
        "Deze persoon heeft al een dossier. Zoek op naam en werk in dat dossier verder.",
        "Er is al een dossier van iemand die hierop lijkt. Bekijk het voordat u een nieuw maakt.",
    )
    assert nummers() == ([f"9901-D-{ON.year}-00001"], 1)


def test_beleid_does_not_change_under_a_first_dossier_that_is_being_made(gemeente, consulent, beheerder):
    wat = {"geldig_vanaf": ON, "bron": "Besluit van vandaag", "afwijkingen": {}}

    uitkomst = terwijl(
        direct(gemeente, consulent),
        lambda: beleid_wijzigen(beleid=gemeente.beleid.get(), **wat, by=beheerder, on=ON),
    )

    assert uitkomst == VAST
