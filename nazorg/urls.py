from django.urls import path

from nazorg.views import acclimatisatie, beeindigen, brieven, eindgrond, hervatten, nazorg, stoppen, verbeteren

DOSSIER = "dossiers/<str:nummer>/"

urlpatterns = [
    path(f"{DOSSIER}beeindigen/", beeindigen.beeindigen, name="beeindigen"),
    path(f"{DOSSIER}niet-erkend/", acclimatisatie.acclimatisatie, name="acclimatisatie"),
    path(f"{DOSSIER}niet-erkend/hervatten/", acclimatisatie.hervatten, name="hervatten"),
    path(f"{DOSSIER}einde/", eindgrond.eindgrond_nieuw, name="eindgrond_nieuw"),
    path(f"{DOSSIER}einde/<int:pk>/gesprek/", eindgrond.eindgesprek, name="eindgesprek"),
    path(f"{DOSSIER}einde/<int:pk>/intrekken/", eindgrond.eindgrond_intrekken, name="eindgrond_intrekken"),
    path(f"{DOSSIER}nazorg/stoppen/", stoppen.nazorg_stoppen, name="nazorg_stoppen"),
    path(f"{DOSSIER}nazorg/", nazorg.nazorg, name="nazorg"),
    path(f"{DOSSIER}nazorg/plan-weer-oppakken/", hervatten.plan_hervatten, name="plan_hervatten"),
    path(f"{DOSSIER}nazorg/contacten/<int:pk>/", nazorg.nazorg_contact, name="nazorg_contact"),
    path(
        f"{DOSSIER}nazorg/contacten/<int:pk>/verbeteren/",
        verbeteren.nazorgcontact_wijzigen,
        name="nazorgcontact_wijzigen",
    ),
    path(
        f"{DOSSIER}nazorg/contacten/<int:pk>/intrekken/",
        verbeteren.nazorgcontact_intrekken,
        name="nazorgcontact_intrekken",
    ),
    path(f"{DOSSIER}nazorg/heropenen/", verbeteren.nazorg_heropenen, name="nazorg_heropenen"),
    path(f"{DOSSIER}nazorg/afsluiten/", nazorg.nazorg_afsluiten, name="nazorg_afsluiten"),
    path(f"{DOSSIER}nazorg/contacten/<int:pk>/uitnodiging/", brieven.nazorg_uitnodiging, name="nazorg_uitnodiging"),
]
