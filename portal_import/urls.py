from django.urls import path

from portal_import.views.lijst import import_nieuw, imports
from portal_import.views.run import import_bevestigen, import_run, import_verwerpen

urlpatterns = [
    path("portaal/", imports, name="imports"),
    path("portaal/nieuw/", import_nieuw, name="import_nieuw"),
    path("portaal/<int:pk>/", import_run, name="import_run"),
    path("portaal/<int:pk>/inlezen/", import_bevestigen, name="import_bevestigen"),
    path("portaal/<int:pk>/niet-inlezen/", import_verwerpen, name="import_verwerpen"),
]
