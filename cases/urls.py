from django.urls import path

from cases.views import aanmelding, contact, controle, document, gesprek, hulp, persoon, toewijzing
from cases.views.bewaking import bewaking
from cases.views.dossier import dossier
from cases.views.geschiedenis import dossier_geschiedenis
from cases.views.lijst import dossiers
from cases.views.vandaag import vandaag

urlpatterns = [
    path("vandaag/", vandaag, name="vandaag"),
    path("bewaking/", bewaking, name="bewaking"),
    path("dossiers/", dossiers, name="dossiers"),
    path("dossiers/aanmelden/", aanmelding.aanmelding_nieuw, name="aanmelding_nieuw"),
    path("dossiers/<str:nummer>/", dossier, name="dossier"),
    path("dossiers/<str:nummer>/geschiedenis/", dossier_geschiedenis, name="dossier_geschiedenis"),
    path("dossiers/<str:nummer>/aanmelding/", aanmelding.aanmelding, name="aanmelding"),
    path("dossiers/<str:nummer>/aanmelding/wijzigen/", aanmelding.aanmelding_wijzigen, name="aanmelding_wijzigen"),
    path("dossiers/<str:nummer>/aanmelding/doelgroep/", aanmelding.doelgroep_wijzigen, name="doelgroep_wijzigen"),
    path("dossiers/<str:nummer>/aanmelding/geen-hulp/", hulp.hulp_afwijzen, name="hulp_afwijzen"),
    path("dossiers/<str:nummer>/aanmelding/hervatten/", hulp.hulp_hervatten, name="hulp_hervatten"),
    path("dossiers/<str:nummer>/contact/", contact.contact_nieuw, name="contact_nieuw"),
    path("dossiers/<str:nummer>/verificatie/", contact.verificatie_nieuw, name="verificatie_nieuw"),
    path("dossiers/<str:nummer>/eerste-gesprek/", gesprek.eerste_gesprek, name="eerste_gesprek"),
    path("dossiers/<str:nummer>/driegesprek/", gesprek.driegesprek_nieuw, name="driegesprek_nieuw"),
    path("dossiers/<str:nummer>/toewijzen/", toewijzing.toewijzen, name="toewijzen"),
    path("dossiers/<str:nummer>/controlepunten/<int:pk>/", controle.controlepunt, name="controlepunt"),
    path("dossiers/<str:nummer>/persoon/", persoon.persoon_wijzigen, name="persoon_wijzigen"),
    path("dossiers/<str:nummer>/bsn/", persoon.bsn_tonen, name="bsn_tonen"),
    path("dossiers/<str:nummer>/documenten/nieuw/", document.document_nieuw, name="document_nieuw"),
    path("documenten/<int:pk>/", document.document, name="document"),
]
