from cases.models.aanmelding import Aanmelding, DossierIntrekking
from cases.models.aanvulling import Aanvulling
from cases.models.afronding import Afronding
from cases.models.afspraak import Afspraak, Notitie, Taak, Termijnbericht
from cases.models.agenda import Agendaadres
from cases.models.beleid import Beleid, Feestdag
from cases.models.betrokkene import Betrokkene, Verificatiecode
from cases.models.brieftekst import Brieftekst, UitgaandeBrief
from cases.models.contact import Contact, Verificatie
from cases.models.document import Document, Identiteitscontrole
from cases.models.dossier import Controlepunt, Dossier, UhtStatusWijziging
from cases.models.event import DossierEvent
from cases.models.gesprek import Driegesprek, Gesprek, Hulpvraag
from cases.models.lijst import Afwezigheid, Lijstexport, Lijstweergave
from cases.models.nummer import Nummerreeks
from cases.models.persoon import Gezin, Gezinslid, Persoon
from cases.models.termijn import Bewaking, Signaal, Termijn
from cases.models.uitstel import Hardheidsbesluit, Ingebrekestelling, Opschorting

__all__ = [
    "Aanmelding",
    "Aanvulling",
    "Afronding",
    "Afspraak",
    "Afwezigheid",
    "Agendaadres",
    "Beleid",
    "Betrokkene",
    "Bewaking",
    "Brieftekst",
    "Contact",
    "Controlepunt",
    "Document",
    "Dossier",
    "DossierEvent",
    "DossierIntrekking",
    "Driegesprek",
    "Feestdag",
    "Gesprek",
    "Gezin",
    "Gezinslid",
    "Hardheidsbesluit",
    "Hulpvraag",
    "Identiteitscontrole",
    "Ingebrekestelling",
    "Lijstexport",
    "Lijstweergave",
    "Notitie",
    "Nummerreeks",
    "Opschorting",
    "Persoon",
    "Signaal",
    "Taak",
    "Termijn",
    "Termijnbericht",
    "UhtStatusWijziging",
    "UitgaandeBrief",
    "Verificatie",
    "Verificatiecode",
]
