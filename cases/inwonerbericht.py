"""The text that tells the inwoner on which day the eerste gesprek was, ready for an e-mail or a letter."""

from accounts.models import User
from cases.models import Dossier
from cases.termijnstatus import TermijnStatus
from config.weergave import datum, datum_lang

# What a rule means for the inwoner, in the text that tells the day of the eerste gesprek.
VOOR_INWONER = (
    ("plan_van_aanpak", "Uiterlijk op {} krijgt u van ons een plan van aanpak."),
    ("materiele_verstrekking", "Spullen die u nodig heeft, kunnen wij toekennen tot en met {}."),
    ("besluiten", "Andere hulp kunnen wij toekennen tot en met {}."),
)


def bericht_aan_inwoner(dossier: Dossier, user: User) -> str:
    """Write what the inwoner is told of the day of the eerste gesprek; empty where nothing runs from it.

    The gemeente sets the day down *and tells it* (VNG on the Wet aanpassing termijnen). The plan itself names it too.
    """
    if dossier.datum_eerste_gesprek is None:
        return ""
    open_ = (TermijnStatus.LOPEND, TermijnStatus.TE_LAAT)
    tot = {termijn.regel: termijn.uiterste_datum for termijn in dossier.termijnen.all() if termijn.status in open_}
    regels = [f"- {tekst.format(datum(tot[regel]))}" for regel, tekst in VOOR_INWONER if regel in tot]
    if not regels:
        return ""
    casusregisseur = dossier.casusregisseur or user
    dag = datum_lang(dossier.datum_eerste_gesprek)
    alineas = (
        f"Beste {dossier.persoon.naam},",
        f"Op {dag} hadden wij het eerste gesprek over brede ondersteuning. Vanaf die dag lopen deze termijnen:",
        "\n".join(regels),
        "Klopt de datum volgens u niet? Laat het ons dan weten.",
        f"Met vriendelijke groet,\n{casusregisseur.naam}\ngemeente {dossier.gemeente.naam}",
    )
    return "\n\n".join(alineas)
