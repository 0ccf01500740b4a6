"""The steps of a bezwaar, for tests that begin further on its road.

The besluit of 20 April 2026 left that day: bezwaar can be made until 1 June, and is decided on within 6 weken
(13 July), or 12 weken with an adviescommissie (24 August).
"""

from datetime import date, time

from planvanaanpak.actions import bezwaar as bezwaren
from planvanaanpak.actions import bezwaarbesluit, bezwaarbrieven
from planvanaanpak.actions import hoorzitting as hoorzittingen
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.bezwaarkeuzes import Dictum
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import moment

VERSTUURD, BEZWAAR_TOT = date(2026, 4, 20), date(2026, 6, 1)
ONTVANGEN, ZITTING, ADVIES, BESLOTEN = date(2026, 5, 11), date(2026, 6, 9), date(2026, 6, 15), date(2026, 6, 22)
ZES_WEKEN, TWAALF_WEKEN = date(2026, 7, 13), date(2026, 8, 24)


def verstuur(besluit, by, dag=VERSTUURD):
    return verzenden(besluit=besluit, datum=dag, by=by, at=moment(dag), on=dag)


def maak_bezwaar(besluit, by, *, on=ONTVANGEN, document=None, **anders):
    velden = {"ontvangen_op": on, "kanaal": "e-mail", "indiener": "rechthebbende", "gronden": "U wilt ook een bed."}
    bestand = None if document else pdf()
    return bezwaren.bezwaar_vastleggen(
        besluit=besluit, gegevens=velden | anders, document=document, bestand=bestand, by=by, at=moment(on), on=on
    )


def bevestig(bezwaar, by, on=ONTVANGEN):
    return bezwaarbrieven.ontvangst_bevestigen(bezwaar=bezwaar, by=by, at=moment(on), on=on)


def plan_zitting(bezwaar, by, *, datum=ZITTING, on=ONTVANGEN, **anders):
    velden = {"tijd": time(10, 30), "plaats": "stadhuis, kamer 2.12", "door_wie": "mevrouw A. de Wit"}
    return hoorzittingen.hoorzitting_plannen(
        bezwaar=bezwaar, datum=datum, **velden | anders, by=by, at=moment(on), on=on
    )


def houd_zitting(bezwaar, by, *, datum=ZITTING, verslag="U legde het uit.", on=ZITTING):
    return hoorzittingen.hoorzitting_gehouden(
        bezwaar=bezwaar, datum=datum, aanwezig="De inwoner", verslag=verslag, document=None, bestand=None,
        by=by, at=moment(on), on=on,
    )  # fmt: skip


def zie_af(bezwaar, by, grond="wil_niet", on=ONTVANGEN):
    return hoorzittingen.afzien_van_horen(bezwaar=bezwaar, grond=grond, toelichting="Per e-mail.", by=by, at=moment(on))


def leg_advies_vast(bezwaar, by, strekking="ongegrond", on=ADVIES):
    return bezwaren.advies_vastleggen(
        bezwaar=bezwaar, datum=on, strekking=strekking, tekst="Het besluit is goed.", document=None, bestand=pdf(),
        by=by, at=moment(on), on=on,
    )  # fmt: skip


def beslis(bezwaar, by, dictum=Dictum.ONGEGROND, *, on=BESLOTEN, datum=None, **anders):
    velden = {"motivering": "Een bed is niet nodig.", **anders}
    beslissing = bezwaarbesluit.Beslissing(dictum=dictum, **velden)
    return bezwaarbesluit.bezwaar_beslissen(
        bezwaar=bezwaar, beslissing=beslissing, datum=datum or on, by=by, at=moment(on), on=on
    )


def maak_klaar(bezwaar, by):
    """Do all that must be done before a bezwaar is decided on."""
    bevestig(bezwaar, by)
    plan_zitting(bezwaar, by)
    houd_zitting(bezwaar, by)
    return bezwaar
