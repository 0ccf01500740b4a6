from django.urls import include, path

from config import views

urlpatterns = [
    path("gezond/", views.gezond, name="gezond"),
    path("", include("accounts.urls")),
    path("", include("cases.urls")),
    path("", include("planvanaanpak.urls")),
    path("", include("nazorg.urls")),
    path("", include("spuk.urls")),
    path("", include("portal_import.urls")),
]

handler400 = "config.views.fout_400"
handler403 = "config.views.fout_403"
handler404 = "config.views.fout_404"
handler500 = "config.views.fout_500"
