from django.urls import path

from cases.views import afwezigheid, contact, controle, document, gesprek, persoon, toewijzing, verdelen, weergave
from cases.views.bewaking import bewaking
from cases.views.dossier import dossier
from cases.views.geschiedenis import dossier_geschiedenis
from cases.views.lijst import dossiers, dossiers_xlsx
from cases.views.vandaag import vandaag
from cases.views.zoeken import zoeken, zoeken_direct

urlpatterns = [
    path("vandaag/", vandaag, name="vandaag"),
    path("bewaking/", bewaking, name="bewaking"),
    path("zoeken/", zoeken, name="zoeken"),
    path("zoeken/direct/", zoeken_direct, name="zoeken_direct"),
    path("afwezigheid/", afwezigheid.afwezigheid, name="afwezigheid"),
    path("afwezigheid/<int:pk>/einde/", afwezigheid.afwezigheid_einde, name="afwezigheid_einde"),
    path("weergaven/", weergave.weergaven, name="weergaven"),
    path("weergaven/nieuw/", weergave.weergave_nieuw, name="weergave_nieuw"),
    path("weergaven/<int:pk>/", weergave.weergave, name="weergave"),
    path("werk/", verdelen.werk_verdelen, name="werk_verdelen"),
    path("werk/toewijzen/", verdelen.samen_toewijzen, name="samen_toewijzen"),
    path("werk/<str:code>/<int:pk>/", verdelen.werk_overnemen, name="werk_overnemen"),
    path("dossiers.xlsx", dossiers_xlsx, name="dossiers_xlsx"),
    path("dossiers/", dossiers, name="dossiers"),
    path("dossiers/<str:nummer>/", dossier, name="dossier"),
    path("dossiers/<str:nummer>/geschiedenis/", dossier_geschiedenis, name="dossier_geschiedenis"),
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
