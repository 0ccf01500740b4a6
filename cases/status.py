"""The states of a dossier and the one table of allowed moves (ontwerp: the road of one dossier)."""

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
# mistake can be ingetrokken until there is a besluit, and comes back as it was; who wants no help now may ask later.
# From eerste gesprek back to aanmelding goes a dossier whose verificatie turns out not to be there.
TOEGESTAAN: dict[Status, frozenset[Status]] = {
    S.AANMELDING: frozenset(
        {S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.ACCLIMATISATIE, S.AFGESLOTEN, S.GEEN_HULP, S.INGETROKKEN}
    ),
    S.EERSTE_GESPREK: frozenset(
        {S.AANMELDING, S.PLAN_VAN_AANPAK, S.ACCLIMATISATIE, S.AFGESLOTEN, S.GEEN_HULP, S.INGETROKKEN}
    ),
    S.PLAN_VAN_AANPAK: frozenset({S.UITVOERING, S.ACCLIMATISATIE, S.AFGESLOTEN, S.INGETROKKEN}),
    S.UITVOERING: frozenset({S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN}),
    S.NAZORG: frozenset({S.ACCLIMATISATIE, S.AFGESLOTEN}),
    S.ACCLIMATISATIE: frozenset({S.AFGESLOTEN}),
    S.AFGESLOTEN: frozenset(),
    S.GEEN_RECHT: frozenset({S.AANMELDING, S.INGETROKKEN}),
    S.GEEN_HULP: frozenset({S.AANMELDING, S.AFGESLOTEN, S.GEEN_RECHT, S.INGETROKKEN}),
    S.INGETROKKEN: frozenset({S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.GEEN_RECHT, S.GEEN_HULP}),
}
OPEN = frozenset({S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE})
VOOR_EERSTE_GESPREK = frozenset({S.AANMELDING, S.EERSTE_GESPREK})
FASEN = (S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG)


def mag_naar(van: str, naar: str) -> bool:
    """Say whether a dossier may move from one status to another."""
    return Status(naar) in TOEGESTAAN[Status(van)]
