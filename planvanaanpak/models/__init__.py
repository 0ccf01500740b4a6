from planvanaanpak.models.besluit import Besluit, BesluitPdf, Bijsluiter
from planvanaanpak.models.plan import Akkoord, Doel, Planleefgebied, PlanVanAanpak
from planvanaanpak.models.voorziening import Voorziening

__all__ = [
    "Akkoord",
    "Besluit",
    "BesluitPdf",
    "Bijsluiter",
    "Doel",
    "PlanVanAanpak",
    "Planleefgebied",
    "Voorziening",
]
