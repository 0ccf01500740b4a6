"""The actions about documents, each on a dossier, for the table of actions and statuses."""

from datetime import date

from django.db import transaction

from cases.actions import documentbeheer, documenten, identiteit
from cases.keuzes import Documentsoort, Identiteitsbewijs
from cases.models import Document, Identiteitscontrole
from tests.cases import bestandsvoorbeelden
from tests.factories import moment

ON = date(2026, 3, 20)
DAG = date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}


def document_toevoegen(dossier, by):
    return documenten.document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp="Brief",
        datum=DAG,
        inhoud=bestandsvoorbeelden.pdf(),
        by=by,
        **NA,
    )


def een_document(dossier, by):
    return Document.objects.create(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp="Brief",
        datum=DAG,
        bestand="documenten/x",
        bestandstype="application/pdf",
        extensie="pdf",
        grootte=1,
        sha256="0" * 64,
        toegevoegd_op=moment(ON),
        toegevoegd_door=by,
    )


def document_vervangen(dossier, by):
    inhoud = bestandsvoorbeelden.pdf()
    return documenten.document_vervangen(document=een_document(dossier, by), datum=DAG, inhoud=inhoud, by=by, **NA)


def document_wijzigen(dossier, by):
    wijzigingen = {"onderwerp": "Andere brief"}
    return documentbeheer.document_wijzigen(
        document=een_document(dossier, by), wijzigingen=wijzigingen, reden="x", by=by, **NA
    )


def document_intrekken(dossier, by):
    return documentbeheer.document_intrekken(document=een_document(dossier, by), reden="x", by=by, at=moment(ON))


def identiteit_vastleggen(dossier, by):
    return identiteit.identiteit_vastleggen(dossier=dossier, datum=DAG, hoe=Identiteitsbewijs.PASPOORT, by=by, **NA)


def een_controle(dossier, by):
    return Identiteitscontrole.objects.create(dossier=dossier, datum=DAG, hoe="paspoort", door=by)


@transaction.atomic
def identiteit_wijzigen(dossier, by):
    controle, wijzigingen = een_controle(dossier, by), {"hoe": Identiteitsbewijs.RIJBEWIJS}
    return identiteit.identiteit_wijzigen(controle=controle, wijzigingen=wijzigingen, reden="Typefout", by=by, **NA)


@transaction.atomic
def identiteit_intrekken(dossier, by):
    return identiteit.identiteit_intrekken(controle=een_controle(dossier, by), reden="x", by=by, at=moment(ON))
