from planvanaanpak.models.akkoord import ZonderAkkoord
from planvanaanpak.models.beroep import Beroep
from planvanaanpak.models.besluit import Besluit, BesluitPdf, Bijsluiter
from planvanaanpak.models.bezwaar import Bezwaar, Hoorzitting
from planvanaanpak.models.commissie import Agendapunt, Commissievergadering
from planvanaanpak.models.doelstap import Doelstap
from planvanaanpak.models.drukronde import Drukregel, Drukronde
from planvanaanpak.models.herroeping import Herroeping
from planvanaanpak.models.mandaat import Goedkeuring, Mandaat
from planvanaanpak.models.plan import Akkoord, Doel, Planleefgebied, PlanVanAanpak
from planvanaanpak.models.planfase import Planfase
from planvanaanpak.models.planversie import Planversie
from planvanaanpak.models.prijs import Dienst, Nibudprijs, Vergelijking
from planvanaanpak.models.sanering import Saneringskrediet
from planvanaanpak.models.verstrekking import Verstrekking
from planvanaanpak.models.verzending import Berichttoestemming, Retourpost, Verzending
from planvanaanpak.models.voorziening import Voorziening

__all__ = [
    "Agendapunt",
    "Akkoord",
    "Berichttoestemming",
    "Beroep",
    "Besluit",
    "BesluitPdf",
    "Bezwaar",
    "Bijsluiter",
    "Commissievergadering",
    "Dienst",
    "Doel",
    "Doelstap",
    "Drukregel",
    "Drukronde",
    "Goedkeuring",
    "Herroeping",
    "Hoorzitting",
    "Mandaat",
    "Nibudprijs",
    "PlanVanAanpak",
    "Planfase",
    "Planleefgebied",
    "Planversie",
    "Retourpost",
    "Saneringskrediet",
    "Vergelijking",
    "Verstrekking",
    "Verzending",
    "Voorziening",
    "ZonderAkkoord",
]
