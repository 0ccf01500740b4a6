"""The steps of besluiten beside the plan and of post, for tests that begin further on their road.

The toekenning of 20 April 2026 left that day: bezwaar can be made until 1 June.
"""

from datetime import date
from decimal import Decimal

from cases.actions.aanvulling import aanvulling_vragen
from planvanaanpak.actions import afwijzing, herziening, intrekking, toestemming, verzending
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.herzientoets import Herzienregel
from planvanaanpak.actions.plan import akkoord_vastleggen
from planvanaanpak.herzienkeuzes import Wijziging
from planvanaanpak.herzienregels import Voorzieningstand
from tests.factories import moment
from tests.wegen import maak_bewijs

VERSTUURD, ON = date(2026, 4, 20), date(2026, 5, 11)
GEVRAAGD, UITERLIJK, DAARNA, VIER_WEKEN = date(2026, 3, 20), date(2026, 4, 7), date(2026, 4, 8), date(2026, 5, 6)
HOREN = "U vindt het goed."


def wie(by, on=ON):
    return {"by": by, "at": moment(on), "on": on}


def verstuur(besluit, by, dag=VERSTUURD, on=None, **anders):
    return verzenden(besluit=besluit, datum=dag, **anders, **wie(by, on or dag))


def verbeter(besluit, by, dag, *, reden="Verkeerd ingevuld", on=ON):
    return verzending.verzenddatum_verbeteren(besluit=besluit, datum=dag, reden=reden, **wie(by, on))


def kwam_terug(besluit, by, reden="adres", *, dag=date(2026, 4, 28), on=ON):
    return verzending.retour_vastleggen(besluit=besluit, datum=dag, reden=reden, toelichting="Verhuisd", **wie(by, on))


def opnieuw(retour, by, dag=ON, wijze="post", on=ON):
    return verzending.opnieuw_verzenden(retour=retour, datum=dag, wijze=wijze, **wie(by, on))


def geef_toestemming(dossier, by, soort="besluit", *, dag=date(2026, 4, 1), on=ON, document=None):
    return toestemming.toestemming_vastleggen(
        dossier=dossier, soort=soort, gegeven_op=dag, bron="gesprek", adres="inwoner@voorbeeld.example",
        document=document, **wie(by, on),
    )  # fmt: skip


def trek_toestemming_in(rij, dossier, by, *, tot=ON, on=ON, reden="Liever papier"):
    return toestemming.toestemming_intrekken(dossier=dossier, toestemming=rij, tot=tot, reden=reden, **wie(by, on))


def trek_in(besluit, by, *, ingang=ON, datum=None, on=ON, toelichting="Het was niet juist.", zienswijze=HOREN):
    return intrekking.intrekken(
        besluit=besluit, ingang=ingang, toelichting=toelichting, zienswijze=zienswijze, datum=datum or on, **wie(by, on)
    )


def regel(voorziening, wat, bedrag=None, *, vanaf=None, tot=None, motivering="Er is iets veranderd.", **alsnog):
    wordt = None if bedrag is None else Voorzieningstand(bedrag=Decimal(bedrag), vanaf=vanaf, tot=tot)
    return Herzienregel(voorziening=voorziening, wat=Wijziging(wat), motivering=motivering, wordt=wordt, alsnog=alsnog)


def herzie(besluit, regels, by, *, ingang=ON, datum=None, on=ON, toelichting="Nieuwe feiten.", zienswijze=HOREN,
           bezwaar=None):  # fmt: skip
    return herziening.herzien(
        besluit=besluit, regels=regels, toelichting=toelichting, zienswijze=zienswijze, ingang=ingang,
        datum=datum or on, bezwaar=bezwaar, **wie(by, on),
    )  # fmt: skip


def akkoord_met(plan, by, on=ON):
    """Record the akkoord with a plan, as after an intrekking it is asked anew."""
    return akkoord_vastleggen(
        plan=plan, datum=on, kanaal="e-mail", bewijs=maak_bewijs(plan.dossier, by, on), toelichting="", **wie(by, on)
    )


def wijs_af(
    dossier, by, *, on=ON, datum=None, grond="Onvoldoende medewerking", toelichting="U kwam niet.", zienswijze=HOREN
):
    return afwijzing.afwijzing_vaststellen(
        dossier=dossier, grond=grond, toelichting=toelichting, zienswijze=zienswijze, datum=datum or on, **wie(by, on)
    )


def vraag_aan(dossier, by, *, on=GEVRAAGD, uiterlijk=UITERLIJK):
    return aanvulling_vragen(dossier=dossier, wat="De jaaropgave van 2025.", uiterlijk=uiterlijk, **wie(by, on))


def laat_buiten(aanvulling, by, *, on=DAARNA, datum=None, toelichting="Wij weten niet wat u verdient."):
    return afwijzing.buiten_behandeling_stellen(
        aanvulling=aanvulling, toelichting=toelichting, datum=datum or on, **wie(by, on)
    )
