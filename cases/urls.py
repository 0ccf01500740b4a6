from django.urls import path

from cases.views import (
    contact,
    controle,
    document,
    gesprek,
    herstellen,
    intrekken,
    persoon,
    samenvoegen,
    toewijzing,
    verbeteren,
)
from cases.views.bewaking import bewaking
from cases.views.dossier import dossier
from cases.views.geschiedenis import dossier_geschiedenis
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
    path("dossiers/<str:nummer>/driegesprek/", gesprek.driegesprek_nieuw, name="driegesprek_nieuw"),
    path("dossiers/<str:nummer>/toewijzen/", toewijzing.toewijzen, name="toewijzen"),
    path("dossiers/<str:nummer>/controlepunten/<int:pk>/", controle.controlepunt, name="controlepunt"),
    path("dossiers/<str:nummer>/persoon/", persoon.persoon_wijzigen, name="persoon_wijzigen"),
    path("dossiers/<str:nummer>/bsn/", persoon.bsn_tonen, name="bsn_tonen"),
    path("dossiers/<str:nummer>/documenten/nieuw/", document.document_nieuw, name="document_nieuw"),
    path("dossiers/<str:nummer>/contact/<int:pk>/", verbeteren.contact_wijzigen, name="contact_wijzigen"),
    path("dossiers/<str:nummer>/contact/<int:pk>/intrekken/", verbeteren.contact_intrekken, name="contact_intrekken"),
    path("dossiers/<str:nummer>/verificatie/<int:pk>/", verbeteren.verificatie_wijzigen, name="verificatie_wijzigen"),
    path(
        "dossiers/<str:nummer>/verificatie/<int:pk>/intrekken/",
        verbeteren.verificatie_intrekken,
        name="verificatie_intrekken",
    ),
    path("dossiers/<str:nummer>/driegesprek/<int:pk>/", verbeteren.driegesprek_wijzigen, name="driegesprek_wijzigen"),
    path(
        "dossiers/<str:nummer>/driegesprek/<int:pk>/intrekken/",
        verbeteren.driegesprek_intrekken,
        name="driegesprek_intrekken",
    ),
    path("dossiers/<str:nummer>/herstellen/", herstellen.herstellen, name="herstellen"),
    path("dossiers/<str:nummer>/herstellen/persoon/", herstellen.persoon_verbeteren, name="persoon_verbeteren"),
    path(
        "dossiers/<str:nummer>/herstellen/aanmelddatum/",
        herstellen.aanmelddatum_wijzigen,
        name="aanmelddatum_wijzigen",
    ),
    path(
        "dossiers/<str:nummer>/herstellen/overlijden/", herstellen.overlijden_vastleggen, name="overlijden_vastleggen"
    ),
    path(
        "dossiers/<str:nummer>/herstellen/overlijden/ongedaan-maken/",
        herstellen.overlijden_herstellen,
        name="overlijden_herstellen",
    ),
    path("dossiers/<str:nummer>/herstellen/intrekken/", intrekken.dossier_intrekken, name="dossier_intrekken"),
    path("dossiers/<str:nummer>/herstellen/terugzetten/", intrekken.dossier_herstellen, name="dossier_herstellen"),
    path("dossiers/<str:nummer>/herstellen/samenvoegen/", samenvoegen.samenvoegen, name="samenvoegen"),
    path(
        "dossiers/<str:nummer>/herstellen/samenvoegen/<str:ander>/", samenvoegen.samenvoegen_met, name="samenvoegen_met"
    ),
    path("documenten/<int:pk>/", document.document, name="document"),
]
