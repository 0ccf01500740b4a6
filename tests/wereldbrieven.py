"""The letters of the world: texts of the gemeente in a version and a concept, and a letter that waits to be printed."""

import io
from datetime import date

import pikepdf

from accounts.models import Gemeente, User
from cases.actions.briefdruk import bewaar_brief
from cases.actions.brieftekst import concept_bewaren, publiceren
from cases.briefadres import ontvanger
from cases.models import Dossier
from planvanaanpak.models import Drukregel, Drukronde
from tests.factories import moment

ON = date(2026, 6, 1)
SOORT = "toekenning"
EIGEN = "U vroeg ons om hulp voor een nieuwe start. In deze brief leest u wat u krijgt."


def klein_pdf() -> bytes:
    """Give the smallest PDF that can be read: one empty page."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        bestand = io.BytesIO()
        pdf.save(bestand)
    return bestand.getvalue()


def schrijf_brieven(gemeente: Gemeente, dossier: Dossier, by: User) -> Drukronde:
    wie = {"gemeente": gemeente, "soort": SOORT, "by": by, "at": moment(ON)}
    concept_bewaren(**wie, blokken={"inleiding": EIGEN})
    publiceren(**wie)
    concept_bewaren(**wie, blokken={"inleiding": f"{EIGEN} Wij leggen uit waarom."})
    return klaargezet(gemeente, dossier, by)


def klaargezet(gemeente: Gemeente, dossier: Dossier, by: User) -> Drukronde:
    brief = bewaar_brief(
        dossier, klein_pdf(), "Overdracht", "overdracht", naar=ontvanger(dossier.persoon), by=by, at=moment(ON), on=ON
    )
    ronde = Drukronde.objects.create(gemeente=gemeente, datum=ON, gemaakt_op=moment(ON), gemaakt_door=by)
    Drukregel.objects.create(ronde=ronde, volgorde=1, document=brief)
    return ronde
