"""The actions on what holds up a beslistermijn, for the matrix of statuses, and what must be there before."""

from datetime import date

from cases.actions import aanvulling, uitstel
from cases.actions import ingebrekestelling as ingebreke
from cases.actions import termijnbericht as termijnberichten
from cases.models import Aanvulling, Document, Ingebrekestelling, Opschorting
from tests.factories import moment

ON, DAG = date(2026, 3, 20), date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}


def met_termijn(dossier, regel, **anders):
    """Give a clock that runs, whatever the status of the dossier is."""
    gegevens = {"gemeente": dossier.gemeente, "aard": "plicht", "start": DAG, "uiterste_datum": date(2026, 5, 7)}
    vast = {"regel_versie": 1, "kalender_versie": "1", "beleid": "x", "invoer": {"start": "2026-03-12", "keer": 1}}
    return dossier.termijnen.update_or_create(
        regel=regel, aanleiding=f"gesprek:{dossier.pk}", defaults={**gegevens, **vast, "status": "lopend", **anders}
    )[0]


def een_opschorting(dossier, by):
    rij = {"soort": "opschorting", "grond": "vertraging", "van": date(2026, 3, 16), "tot": date(2026, 3, 30)}
    termijn = dossier.termijnen.get(regel="plan_van_aanpak")
    return Opschorting.objects.create(dossier=dossier, termijn=termijn, **rij, toelichting="x", door=by)


def opschorten(dossier, by):
    wat = {"regel": "plan_van_aanpak", "grond": "vertraging", "van": date(2026, 3, 16), "tot": date(2026, 3, 30)}
    return uitstel.opschorten(dossier=dossier, **wat, toelichting="x", by=by, **NA)


def verdagen(dossier, by):
    return uitstel.verdagen(dossier=dossier, toelichting="x", by=by, **NA)


def opschorting_beeindigen(dossier, by):
    wat = {"laatste_dag": date(2026, 3, 18), "reden": "x"}
    return uitstel.opschorting_beeindigen(opschorting=dossier.opschortingen.get(), **wat, by=by, **NA)


def uitstel_intrekken(dossier, by):
    return uitstel.uitstel_intrekken(opschorting=dossier.opschortingen.get(), reden="x", by=by, **NA)


def ingebrekestelling_vastleggen(dossier, by):
    wat = {"ontvangen_op": ON, "toelichting": "", "geen_dwangsom": "", "document": None}
    termijn = dossier.termijnen.get(regel="plan_van_aanpak")
    return ingebreke.ingebrekestelling_vastleggen(dossier=dossier, termijn=termijn, **wat, by=by, **NA)


def ingebrekestelling_intrekken(dossier, by):
    rij = dossier.ingebrekestellingen.get()
    return ingebreke.ingebrekestelling_intrekken(ingebrekestelling=rij, reden="x", by=by, at=moment(ON))


VRAAG = {"wat": "De jaaropgave.", "uiterlijk": date(2026, 4, 3)}


def een_aanvulling(dossier, by):
    """Give a letter that asks to complete the aanvraag, whatever the status of the dossier is."""
    brief = Document.objects.create(
        dossier=dossier, soort="brief", onderwerp="x", datum=DAG, bestandstype="application/pdf", extensie="pdf",
        grootte=1, sha256="0" * 64, bestand="x", toegevoegd_op=moment(DAG), toegevoegd_door=by,
    )  # fmt: skip
    rij = {"wat": "x", "gevraagd_op": DAG, "uiterlijk": date(2026, 3, 19), "document": brief}
    return Aanvulling.objects.create(dossier=dossier, **rij, door=by)


def aanvulling_vragen(dossier, by):
    return aanvulling.aanvulling_vragen(dossier=dossier, **VRAAG, by=by, **NA)


def aanvulling_ontvangen(dossier, by):
    wat = {"datum": DAG, "is_volledig": True, "toelichting": ""}
    return aanvulling.aanvulling_ontvangen(aanvulling=dossier.aanvullingen.get(), **wat, by=by, **NA)


def aanvraag_verder_behandelen(dossier, by):
    return aanvulling.aanvraag_verder_behandelen(aanvulling=dossier.aanvullingen.get(), reden="x", by=by, **NA)


def aanvulling_intrekken(dossier, by):
    return aanvulling.aanvulling_intrekken(aanvulling=dossier.aanvullingen.get(), reden="x", by=by, **NA)


def met_aanvulling(dossier, by):
    met_plantermijn(dossier, by)
    een_aanvulling(dossier, by)


def met_plantermijn(dossier, by):
    met_termijn(dossier, "plan_van_aanpak")


def met_opschorting(dossier, by):
    met_plantermijn(dossier, by)
    een_opschorting(dossier, by)


def met_bezwaar(dossier, by):
    met_termijn(dossier, "besluit_op_bezwaar")


def met_te_laat(dossier, by):
    met_termijn(dossier, "plan_van_aanpak", status="te_laat", uiterste_datum=date(2026, 3, 18))


def met_ingebrekestelling(dossier, by):
    met_te_laat(dossier, by)
    termijn = dossier.termijnen.get(regel="plan_van_aanpak")
    Ingebrekestelling.objects.create(dossier=dossier, termijn=termijn, ontvangen_op=ON, door=by)


def termijnbericht_maken(dossier, by):
    return termijnberichten.termijnbericht_maken(
        dossier=dossier, verwacht_op=date(2026, 6, 1), reden="Te weinig mensen.", by=by, **NA
    )


# What must be there before each action.
VOORAF = {
    termijnbericht_maken: met_plantermijn,
    opschorten: met_plantermijn,
    verdagen: met_bezwaar,
    opschorting_beeindigen: met_opschorting,
    uitstel_intrekken: met_opschorting,
    ingebrekestelling_vastleggen: met_te_laat,
    ingebrekestelling_intrekken: met_ingebrekestelling,
}
# What is about an aanvraag that is not complete: only while the plan is to be decided on.
VOORAF_AANVULLING = {
    aanvulling_vragen: met_plantermijn,
    aanvulling_ontvangen: met_aanvulling,
    aanvraag_verder_behandelen: met_aanvulling,
    aanvulling_intrekken: met_aanvulling,
}
