"""Documents with a history: a better version, one that was withdrawn, and how the identity was seen."""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen, document_vervangen
from cases.actions.identiteit import identiteit_vastleggen
from cases.keuzes import BewijsVan, Documentsoort, Identiteitsbewijs
from cases.models import Dossier
from cases.status import OPEN
from portal_import.demo.levering import moment
from portal_import.demo.papier import papier

HOE = (Identiteitsbewijs.PASPOORT, Identiteitsbewijs.IDENTITEITSKAART, Identiteitsbewijs.RIJBEWIJS)


def vul_documenten(gemeente: Gemeente, on: date) -> None:
    """Add to the dossiers in which a gesprek was held; always to the same ones."""
    gesproken = Dossier.objects.filter(gemeente=gemeente, status__in=OPEN, datum_eerste_gesprek__isnull=False)
    dossiers = list(gesproken.exclude(casusregisseur=None).select_related("casusregisseur").order_by("pk")[:12])
    for nummer, dossier in enumerate(dossiers):
        if nummer % 4 != 3:
            _zie_identiteit(dossier, HOE[nummer % 3])
    for dossier in dossiers[:4]:
        _machtiging(dossier, on)
    for dossier in dossiers[2:5]:
        _van_een_ander(dossier, on)


def _by(dossier: Dossier) -> User:
    assert dossier.casusregisseur is not None
    return dossier.casusregisseur


def _zie_identiteit(dossier: Dossier, hoe: Identiteitsbewijs) -> None:
    dag = dossier.datum_eerste_gesprek
    assert dag is not None
    identiteit_vastleggen(
        dossier=dossier, datum=dag, hoe=hoe, toelichting="Bij het eerste gesprek.", by=_by(dossier),
        at=moment(dag, 16), on=dag,
    )  # fmt: skip


def _machtiging(dossier: Dossier, on: date) -> None:
    """Put a machtiging in the dossier, and the signed one over it."""
    eerst, later = on - timedelta(days=4), on - timedelta(days=2)
    titel = "Toestemming om met de school te bellen"
    document = document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp=titel,
        datum=eerst,
        inhoud=papier(titel, "Nog niet ondertekend.", dossier.nummer, eerst),
        by=_by(dossier),
        at=moment(eerst, 10),
        on=eerst,
    )
    inhoud = papier(titel, "Ondertekend door de inwoner.", dossier.nummer, later)
    wie_wanneer = {"by": _by(dossier), "at": moment(later, 11), "on": later}
    document_vervangen(document=document, datum=later, inhoud=inhoud, **wie_wanneer)  # type: ignore[arg-type]


def _van_een_ander(dossier: Dossier, on: date) -> None:
    """Put an invoice in the wrong dossier, and withdraw it."""
    dag = on - timedelta(days=3)
    document = document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.FACTUUR,
        onderwerp="Factuur wasmachine",
        datum=dag,
        bewijs_van=BewijsVan.KOSTEN,
        inhoud=papier("Factuur", "Wasmachine, geleverd en aangesloten.", dossier.nummer, dag),
        by=_by(dossier),
        at=moment(dag, 10),
        on=dag,
    )
    document_intrekken(
        document=document, reden="Deze factuur hoort in een ander dossier.", by=_by(dossier), at=moment(dag, 12)
    )
