from django.urls import path

from accounts.views import account, gebruikers, gemeente, inloggen, klad, start

urlpatterns = [
    path("", start.start, name="start"),
    path("inloggen/", inloggen.Inloggen.as_view(), name="inloggen"),
    path("uitloggen/", inloggen.Uitloggen.as_view(), name="uitloggen"),
    path("wachtwoord/vergeten/", inloggen.WachtwoordVergeten.as_view(), name="wachtwoord_vergeten"),
    path("wachtwoord/vergeten/klaar/", inloggen.WachtwoordVergetenKlaar.as_view(), name="wachtwoord_vergeten_klaar"),
    path("wachtwoord/kiezen/<uidb64>/<token>/", inloggen.WachtwoordKiezen.as_view(), name="wachtwoord_kiezen"),
    path("wachtwoord/gekozen/", inloggen.WachtwoordGekozen.as_view(), name="wachtwoord_gekozen"),
    path("account/", account.account, name="account"),
    path("account/wachtwoord/", inloggen.WachtwoordWijzigen.as_view(), name="wachtwoord_wijzigen"),
    path("klad/", klad.klad, name="klad"),
    path("klad/weg/", klad.klad_weg, name="klad_weg"),
    path("gebruikers/", gebruikers.gebruikers, name="gebruikers"),
    path("gebruikers/nieuw/", gebruikers.gebruiker_nieuw, name="gebruiker_nieuw"),
    path("gebruikers/<str:code>/<int:pk>/", gebruikers.gebruiker, name="gebruiker"),
    path("gebruikers/<str:code>/<int:pk>/actief/", gebruikers.gebruiker_actief, name="gebruiker_actief"),
    path(
        "gebruikers/<str:code>/<int:pk>/wachtwoordlink/",
        gebruikers.gebruiker_wachtwoordlink,
        name="gebruiker_wachtwoordlink",
    ),
    path("gemeente/", gemeente.gemeenten, name="gemeente"),
    path("gemeente/<str:code>/", gemeente.gemeente, name="gemeente_wijzigen"),
    path("gemeente/<str:code>/beeldmerk/", gemeente.beeldmerk, name="beeldmerk"),
]
