from django.urls import path

from nazorg.views import acclimatisatie, beeindigen, nazorg

DOSSIER = "dossiers/<str:nummer>/"

urlpatterns = [
    path(f"{DOSSIER}beeindigen/", beeindigen.beeindigen, name="beeindigen"),
    path(f"{DOSSIER}niet-erkend/", acclimatisatie.acclimatisatie, name="acclimatisatie"),
    path(f"{DOSSIER}nazorg/", nazorg.nazorg, name="nazorg"),
    path(f"{DOSSIER}nazorg/contacten/<int:pk>/", nazorg.nazorg_contact, name="nazorg_contact"),
    path(f"{DOSSIER}nazorg/afsluiten/", nazorg.nazorg_afsluiten, name="nazorg_afsluiten"),
]
