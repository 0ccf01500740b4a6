"""Roads that tests walk through the actions, up to where they begin."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest
from django.core.files.base import ContentFile
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker

from accounts.models import User
from cases.actions.gesprekken import eerste_gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Document, Dossier
from planvanaanpak.actions import besluit as besluitacties
from planvanaanpak.actions import plan as planacties
from planvanaanpak.actions.leefgebieden import Kopinvoer, plan_bewaren
from planvanaanpak.actions.prijszetten import Onderbouwing, VergelijkbaarGoed
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus
from planvanaanpak.models import Besluit, PlanVanAanpak
from planvanaanpak.planbron import plankop
from planvanaanpak.voorzieningkeuzes import Prijsbasis
from tests.factories import moment

T = TypeVar("T")
SITUATIE = "U woonde met uw kinderen in een huurhuis. U had schulden."

TOETSEN = {
    "obstakel": "U kunt dit nu niet zelf betalen.",
    "geschiktheid": "Hiermee haalt u uw doel.",
    "noodzakelijkheid": "Er is niets anders dat ook helpt.",
    "evenredigheid": "Wij kiezen het goedkoopste dat past.",
}
# The mean of 449, 479 and 471 euro is 466.33.
DRIE_KOELKASTEN = Onderbouwing(
    basis=Prijsbasis.VERGELIJKING,
    goederen=tuple(
        VergelijkbaarGoed(goed="Koelkast, 200 liter", bron=bron, datum=date(2024, 1, 15), prijs=Decimal(prijs))
        for bron, prijs in (("Witgoedhuis", "449.00"), ("De Winkel", "479.00"), ("Koelkast Direct", "471.00"))
    ),
    reden="Dit model staat niet in de prijzengids.",
)
KOELKAST = {
    **TOETSEN,
    "onderbouwing": DRIE_KOELKASTEN,
    "leefgebied": "wonen",
    "omschrijving": "Koelkast",
    "soort": "materieel",
    "noodzaak": "noodzaak",
    "motivering": "Uw koelkast is kapot. U koopt nu elke dag eten en bent daardoor duurder uit.",
    "voorstel": "toekennen",
    "bedrag": Decimal("466.33"),
    "betaald_aan": "winkel",
}
# To refuse, on a ground that the test names.
WEIGEREN = {"voorstel": "afwijzen", "zienswijze": "U vindt dit jammer."}
BUDGETCOACH = {
    **TOETSEN,
    "leefgebied": "financien",
    "omschrijving": "Budgetcoach, 12 gesprekken",
    "soort": "immaterieel",
    "noodzaak": "noodzaak",
    "motivering": "U wilt weer zelf uw geld regelen. Een budgetcoach leert u dat in twaalf gesprekken.",
    "voorstel": "toekennen",
    "schuld": "nee",
    "bedrag": Decimal("1800.00"),
    "betaald_aan": "uitvoerder",
}


def voer_eerste_gesprek(dossier: Dossier, by: User, datum: date) -> None:
    eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "Mijn koelkast is kapot.", Leefgebied.FINANCIEN: "Ik wil overzicht."},
        by=by,
        at=moment(datum),
        on=datum,
    )


def maak_bewijs(dossier: Dossier, by: User, datum: date) -> Document:
    inhoud = b"%PDF-1.4 akkoord"
    return Document.objects.create(
        dossier=dossier,
        soort="akkoord",
        onderwerp="Akkoord per e-mail",
        datum=datum,
        bestand=ContentFile(inhoud, name="akkoord.pdf"),
        bestandstype="application/pdf",
        extensie="pdf",
        grootte=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(),
        toegevoegd_op=moment(datum),
        toegevoegd_door=by,
    )


def schrijf_situatie(plan: PlanVanAanpak, by: User, at: datetime, tekst: str = SITUATIE) -> None:
    """Fill in at the top of an open plan what the situatie at the aanmelding was."""
    kop = plankop(plan, plan.dossier)
    invoer = Kopinvoer(kop.met("situatie", tekst), kop.stempel)
    plan_bewaren(plan=plan, teksten={}, stempels={}, kop=invoer, by=by, at=at)


def maak_volledig_plan(dossier: Dossier, by: User, datum: date) -> PlanVanAanpak:
    """Make a plan with two voorzieningen and the akkoord, ready to be vastgesteld."""
    plan = planacties.plan_openen(dossier=dossier, by=by, at=moment(datum))
    schrijf_situatie(plan, by, moment(datum))
    for leefgebied in Leefgebied:
        vraag = leefgebied in (Leefgebied.WONEN, Leefgebied.FINANCIEN)
        planacties.leefgebied_bewaren(
            plan=plan,
            leefgebied=leefgebied,
            velden={
                "situatie": f"Zo is het nu met {leefgebied.label.lower()}.",
                "voldoet": "nee" if vraag else "ja",
                "hulpvraag": "Ik wil dit graag anders." if vraag else "",
            },
            doel="Dit is over een jaar op orde." if vraag else "",
            by=by,
            at=moment(datum),
        )
    for voorziening in (KOELKAST, BUDGETCOACH):
        planacties.voorziening_bewaren(plan=plan, gegevens=voorziening, by=by, at=moment(datum))
    planacties.akkoord_vastleggen(
        plan=plan,
        datum=datum,
        kanaal=AkkoordKanaal.EMAIL,
        bewijs=maak_bewijs(dossier, by, datum),
        toelichting="",
        by=by,
        at=moment(datum),
        on=datum,
    )
    return plan


def stel_vast(dossier: Dossier, by: User, *, gesprek: date, besluit: date) -> Besluit:
    """Walk from aanmelding to a toekenning that leaves on the day it is vastgesteld."""
    voer_eerste_gesprek(dossier, by, gesprek)
    plan = maak_volledig_plan(dossier, by, besluit)
    return besluitacties.vaststellen(plan=plan, datum=besluit, by=by, at=moment(besluit), on=besluit)


def behaal_doelen(dossier: Dossier, by: User, datum: date) -> None:
    for doel in dossier.plan.doelen.all():
        planacties.doel_afsluiten(
            doel=doel, status=DoelStatus.BEHAALD, datum=datum, reden="", by=by, at=moment(datum), on=datum
        )


def sla_pdf_over(patch: pytest.MonkeyPatch) -> bytes:
    """Skip the making of PDFs, at the border of the actions."""
    pdf = b"%PDF-1.7\ntest\n%%EOF"
    patch.setattr("cases.actions.briefdruk.render_pdf", lambda sjabloon, brief: pdf)
    patch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: pdf)
    patch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", lambda bijsluiter: pdf)
    return pdf


def dagen(datum: date, aantal: int) -> date:
    return datum + timedelta(days=aantal)


@contextmanager
def walked_once(blocker: DjangoDbBlocker, loop: Callable[[], T]) -> Iterator[T]:
    """Keep a transaction open around all tests of a file; a test has a savepoint of its own in it.

    A file response that a test closes would close the connection, as a server does at the end of a request.
    """
    with blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections["default"], "close_if_unusable_or_obsolete", lambda: None)
        weg = loop()
        with blocker.block():
            yield weg
        transaction.set_rollback(True)
