from cases.models.beleid import Beleid, Feestdag
from cases.models.contact import Contact, Verificatie
from cases.models.document import Document
from cases.models.dossier import Controlepunt, Dossier, UhtStatusWijziging
from cases.models.event import DossierEvent
from cases.models.gesprek import Driegesprek, Gesprek, Hulpvraag
from cases.models.nummer import Nummerreeks
from cases.models.persoon import Gezin, Persoon
from cases.models.termijn import Bewaking, Signaal, Termijn

__all__ = [
    "Beleid",
    "Bewaking",
    "Contact",
    "Controlepunt",
    "Document",
    "Dossier",
    "DossierEvent",
    "Driegesprek",
    "Feestdag",
    "Gesprek",
    "Gezin",
    "Hulpvraag",
    "Nummerreeks",
    "Persoon",
    "Signaal",
    "Termijn",
    "UhtStatusWijziging",
    "Verificatie",
]
