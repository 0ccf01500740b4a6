from django.urls import path

from cases.views import afspraak, contact, controle, document, gesprek, notitie, persoon, taak, toewijzing
from cases.views.bewaking import bewaking
from cases.views.dossier import dossier
from cases.views.geschiedenis import dossier_geschiedenis
from cases.views.lijst import dossiers
from cases.views.termijnbericht import termijnbericht
from cases.views.vandaag import vandaag

urlpatterns = [
    path("vandaag/", vandaag, name="vandaag"),
    path("bewaking/", bewaking, name="bewaking"),
    path("dossiers/", dossiers, name="dossiers"),
    path("dossiers/<str:nummer>/", dossier, name="dossier"),
    path("dossiers/<str:nummer>/geschiedenis/", dossier_geschiedenis, name="dossier_geschiedenis"),
    path("dossiers/<str:nummer>/contact/", contact.contacten, name="contacten"),
    path("dossiers/<str:nummer>/contact/nieuw/", contact.contact_nieuw, name="contact_nieuw"),
    path("dossiers/<str:nummer>/afspraken/nieuw/", afspraak.afspraak_nieuw, name="afspraak_nieuw"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/", afspraak.afspraak, name="afspraak"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/afzeggen/", afspraak.afspraak_afzeggen, name="afspraak_afzeggen"),
    path("dossiers/<str:nummer>/afspraken/<int:pk>/gehouden/", afspraak.afspraak_gehouden, name="afspraak_gehouden"),
    path("dossiers/<str:nummer>/taken/nieuw/", taak.taak_nieuw, name="taak_nieuw"),
    path("dossiers/<str:nummer>/notities/", notitie.notities, name="notities"),
    path("dossiers/<str:nummer>/notities/nieuw/", notitie.notitie_nieuw, name="notitie_nieuw"),
    path("dossiers/<str:nummer>/notities/<int:pk>/", notitie.notitie, name="notitie"),
    path("dossiers/<str:nummer>/notities/<int:pk>/intrekken/", notitie.notitie_intrekken, name="notitie_intrekken"),
    path("dossiers/<str:nummer>/termijnbericht/", termijnbericht, name="termijnbericht"),
    path("taken/", taak.taken, name="taken"),
    path("taken/<int:pk>/", taak.taak, name="taak"),
    path("taken/<int:pk>/gedaan/", taak.taak_gedaan, name="taak_gedaan"),
    path("taken/<int:pk>/heropenen/", taak.taak_heropenen, name="taak_heropenen"),
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
