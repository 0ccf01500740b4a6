"""The states of a dossier and the one table of allowed moves (docs/architecture.md: the road of one dossier)."""

from django.db.models import TextChoices


class Status(TextChoices):
    AANMELDING = "aanmelding", "Aanmelding"
    EERSTE_GESPREK = "eerste_gesprek", "Eerste gesprek"
    PLAN_VAN_AANPAK = "plan_van_aanpak", "Plan van aanpak"
    UITVOERING = "uitvoering", "Uitvoering"
    NAZORG = "nazorg", "Nazorg"
    ACCLIMATISATIE = "acclimatisatie", "Acclimatisatie"
    AFGESLOTEN = "afgesloten", "Afgesloten"
    GEEN_RECHT = "geen_recht", "Geen recht"
    GEEN_HULP = "geen_hulp", "Wil nu geen hulp"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


S = Status
# Wht art. 2.21 lid 6: a niet-erkend message ends support within 30 days, from whatever open state. A dossier made by
# mistake can be ingetrokken until there is a besluit, and comes back as it was; who wants no help now may ask later,
# and a no that was never said goes back to where the dossier was.
# To plan van aanpak goes back a dossier whose besluit on the aanvraag is ingetrokken or herroepen: decided on anew.
# A dossier whose end is ingetrokken or herroepen goes back from nazorg or afgesloten to the status before that end.
# From nazorg to uitvoering also goes a dossier whose plan is taken up again (VNG handreiking nazorg 2024 §1.2).
# From afgesloten back to nazorg goes a dossier whose nazorg was closed by mistake.
# From plan van aanpak back to eerste gesprek or aanmelding goes a dossier whose eerste gesprek never was.
# From eerste gesprek back to aanmelding goes a dossier whose verificatie turns out not to be there.
# From acclimatisatie a dossier goes back to the status it had when UHT did not mean it, or came back on it. To geen
# recht goes one that only a status of UHT entered by mistake had opened.
_UIT_HET_BEGIN = frozenset(
    {S.PLAN_VAN_AANPAK, S.ACCLIMATISATIE, S.AFGESLOTEN, S.GEEN_RECHT, S.GEEN_HULP, S.INGETROKKEN}
)
TOEGESTAAN: dict[Status, frozenset[Status]] = {
    S.AANMELDING: _UIT_HET_BEGIN | {S.EERSTE_GESPREK},
    S.EERSTE_GESPREK: _UIT_HET_BEGIN | {S.AANMELDING},
    S.PLAN_VAN_AANPAK: frozenset(
        {S.AANMELDING, S.EERSTE_GESPREK, S.UITVOERING, S.ACCLIMATISATIE, S.AFGESLOTEN, S.INGETROKKEN}
    ),
    S.UITVOERING: frozenset({S.PLAN_VAN_AANPAK, S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN}),
    S.NAZORG: frozenset({S.UITVOERING, S.ACCLIMATISATIE, S.AFGESLOTEN}),
    S.ACCLIMATISATIE: frozenset(
        {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.AFGESLOTEN}
    ),
    S.AFGESLOTEN: frozenset(
        {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}
    ),
    S.GEEN_RECHT: frozenset({S.AANMELDING, S.INGETROKKEN}),
    S.GEEN_HULP: frozenset({S.AANMELDING, S.EERSTE_GESPREK, S.AFGESLOTEN, S.GEEN_RECHT, S.INGETROKKEN}),
    S.INGETROKKEN: frozenset({S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.GEEN_RECHT, S.GEEN_HULP}),
}
OPEN = frozenset({S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE})
# What opens again when the inwoner asks for help after all, or when UHT says that there is a recht.
RUST = frozenset({S.GEEN_RECHT, S.GEEN_HULP})
TOE_TE_WIJZEN = frozenset(S) - {S.INGETROKKEN}
VOOR_EERSTE_GESPREK = frozenset({S.AANMELDING, S.EERSTE_GESPREK})
FASEN = (S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG)


def mag_naar(van: str, naar: str) -> bool:
    """Say whether a dossier may move from one status to another."""
    return Status(naar) in TOEGESTAAN[Status(van)]
