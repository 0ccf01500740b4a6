"""Which pages there are to look at: every address of the table of access, each by somebody who may open it."""

from tests.toegang_tabel import ALLEEN_POST, TABEL
from tests.wereld import Wereld
from tests.wereldadressen import adressen

# What an address gives that is not a page of the site.
GEEN_BLADZIJDE = frozenset(
    {
        "gezond",
        "agenda_feed",
        "beeldmerk",
        "dossiers_xlsx",
        "document",
        "plan_voorbeeld",
        "plan_afschrift",
        "goedkeuring_brief",
        "brieftekst_voorbeeld",
        "drukronde_pdf",
        "besluit_pdf",
        "bezwaar_voorbeeld",
        "bijsluiter_pdf",
        "oude_bijsluiter_pdf",
        "spuk_xlsx",
        "kostenregel_factuur",
    }
)
KIJKERS = ("consulent", "coordinator", "financieel", "beheerder")
# Where what somebody sees hangs most on who they are.
VOOR_IEDER_ANDERS = frozenset({"vandaag", "agenda", "dossiers", "dossier", "plan", "besluit", "spuk_jaar", "bewaking"})


def van(wie: str, wereld: Wereld) -> list[str]:
    """Give the pages that `wie` looks at: what those before them in KIJKERS may not open, and what differs for each."""
    eerder = KIJKERS[: KIJKERS.index(wie)]
    return [
        adres
        for naam, adres in adressen(wereld).items()
        if naam not in GEEN_BLADZIJDE | ALLEEN_POST
        and TABEL[naam][wie] == "200"
        and (naam in VOOR_IEDER_ANDERS or not any(TABEL[naam][ander] == "200" for ander in eerder))
    ]
