from django.urls import path

from cases.views import (
    acuut,
    contact,
    controle,
    document,
    driegesprek,
    gesprek,
    hulpvraag,
    persoon,
    toewijzing,
    voorrang,
)
from cases.views.bewaking import bewaking
from cases.views.dossier import dossier
from cases.views.eerste_gesprek import eerste_gesprek_wijzigen
from cases.views.geschiedenis import dossier_geschiedenis
from cases.views.gesprekken import gesprekken
from cases.views.lijst import dossiers
from cases.views.vandaag import vandaag

urlpatterns = [
    path("vandaag/", vandaag, name="vandaag"),
    path("bewaking/", bewaking, name="bewaking"),
    path("dossiers/", dossiers, name="dossiers"),
    path("dossiers/<str:nummer>/", dossier, name="dossier"),
    path("dossiers/<str:nummer>/geschiedenis/", dossier_geschiedenis, name="dossier_geschiedenis"),
    path("dossiers/<str:nummer>/contact/", contact.contact_nieuw, name="contact_nieuw"),
    path("dossiers/<str:nummer>/verificatie/", contact.verificatie_nieuw, name="verificatie_nieuw"),
    path("dossiers/<str:nummer>/eerste-gesprek/", gesprek.eerste_gesprek, name="eerste_gesprek"),
    path("dossiers/<str:nummer>/eerste-gesprek/wijzigen/", eerste_gesprek_wijzigen, name="eerste_gesprek_wijzigen"),
    path("dossiers/<str:nummer>/gesprekken/", gesprekken, name="gesprekken"),
    path("dossiers/<str:nummer>/gesprekken/nieuw/", gesprek.gesprek_nieuw, name="gesprek_nieuw"),
    path("dossiers/<str:nummer>/gesprekken/<int:pk>/", gesprek.gesprek_wijzigen, name="gesprek_wijzigen"),
    path("dossiers/<str:nummer>/gesprekken/<int:pk>/intrekken/", gesprek.gesprek_intrekken, name="gesprek_intrekken"),
    path("dossiers/<str:nummer>/driegesprek/", driegesprek.driegesprek_nieuw, name="driegesprek_nieuw"),
    path("dossiers/<str:nummer>/driegesprek/<int:pk>/", driegesprek.driegesprek_wijzigen, name="driegesprek_wijzigen"),
    path("dossiers/<str:nummer>/hulpvragen/<int:pk>/", hulpvraag.hulpvraag_wijzigen, name="hulpvraag_wijzigen"),
    path("dossiers/<str:nummer>/acuut/", acuut.acuut_melden, name="acuut_melden"),
    path("dossiers/<str:nummer>/acuut/opheffen/", acuut.acuut_opheffen, name="acuut_opheffen"),
    path("dossiers/<str:nummer>/voorrang/", voorrang.voorrang_geven, name="voorrang_geven"),
    path("dossiers/<str:nummer>/voorrang/intrekken/", voorrang.voorrang_intrekken, name="voorrang_intrekken"),
    path("dossiers/<str:nummer>/toewijzen/", toewijzing.toewijzen, name="toewijzen"),
    path("dossiers/<str:nummer>/controlepunten/<int:pk>/", controle.controlepunt, name="controlepunt"),
    path("dossiers/<str:nummer>/persoon/", persoon.persoon_wijzigen, name="persoon_wijzigen"),
    path("dossiers/<str:nummer>/bsn/", persoon.bsn_tonen, name="bsn_tonen"),
    path("dossiers/<str:nummer>/documenten/nieuw/", document.document_nieuw, name="document_nieuw"),
    path("documenten/<int:pk>/", document.document, name="document"),
]
