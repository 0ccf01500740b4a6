"""Where a dossier stands in a list: a bedreigende situatie first, then who got voorrang, then first in first out."""

from cases.keuzes import Rang


def rang_van(*, acuut: str, voorrang_reden: str) -> Rang:
    """Give the rang that follows from a dossier ("FIFO, tenzij": herijking Rijk en VNG 2022, urgentiebepaling)."""
    if acuut:
        return Rang.ACUUT
    return Rang.VOORRANG if voorrang_reden else Rang.GEWOON
