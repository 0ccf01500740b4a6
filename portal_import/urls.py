from django.urls import path

from portal_import.views import bestand
from portal_import.views.lijst import import_nieuw, imports
from portal_import.views.run import import_bevestigen, import_kiezen, import_run, import_verwerpen

urlpatterns = [
    path("portaal/", imports, name="imports"),
    path("portaal/nieuw/", import_nieuw, name="import_nieuw"),
    path("portaal/bestand/", bestand.portaalbestand_nieuw, name="portaalbestand_nieuw"),
    path("portaal/bestand/<int:pk>/opgehaald/", bestand.portaalbestand_opgehaald, name="portaalbestand_opgehaald"),
    path("portaal/bestand/<int:pk>/waarom/", bestand.portaalbestand_waarom, name="portaalbestand_waarom"),
    path("portaal/<int:pk>/", import_run, name="import_run"),
    path("portaal/<int:pk>/inlezen/", import_bevestigen, name="import_bevestigen"),
    path("portaal/<int:pk>/rij/<int:rij>/", import_kiezen, name="import_kiezen"),
    path("portaal/<int:pk>/niet-inlezen/", import_verwerpen, name="import_verwerpen"),
]
