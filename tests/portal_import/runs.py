"""Small lists taken in through the actions, and what the database then holds."""

from datetime import date

from django.apps import apps

from portal_import.actions.inlezen import bevestigen, voorbeeld_maken
from portal_import.models import ImportRun
from portal_import.soorten import Soort
from tests.factories import moment
from tests.portal_import.bestanden import BSN, BSN_2, BSN_3, xlsx
from tests.portal_import.bestanden import rij as _rij

ON = date(2026, 3, 2)
LATER = date(2026, 5, 4)
BSNS = (BSN, BSN_2, BSN_3)


def rij(**anders):
    """A good row of somebody of Rivierendam, so that no warning comes along."""
    return _rij(**({"Postcode": "4001ZZ", "Woonplaats": "Rivierendam"} | anders))


def bekijk_lijst(gemeente, *rijen, inhoud=None, naam="levering.xlsx", by=None, on=ON):
    """Make the preview of a list."""
    return voorbeeld_maken(
        gemeente=gemeente,
        soort=Soort.LEVERING,
        naam=naam,
        inhoud=xlsx(*rijen) if inhoud is None else inhoud,
        by=by,
        at=moment(on),
        on=on,
    )


def lees_in(gemeente, *rijen, by=None, on=ON, **anders):
    """Make the preview of a list and confirm it."""
    run = bekijk_lijst(gemeente, *rijen, by=by, on=on, **anders)
    return bevestigen(run=run, by=by, at=moment(on), on=on)


def telling():
    """How many rows each table holds, but for the runs themselves and who is logged in."""
    modellen = [model for model in apps.get_models() if model is not ImportRun and model._meta.app_label != "sessions"]
    return {model._meta.label: model._default_manager.count() for model in modellen}


def getallen(run):
    return run.rijen, run.nieuw, run.gewijzigd, run.ongewijzigd, run.met_fout
