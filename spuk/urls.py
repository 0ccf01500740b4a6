from django.urls import path

from spuk.views import instellingen, kosten, verantwoording

urlpatterns = [
    path("spuk/", verantwoording.spuk, name="spuk"),
    path("spuk/kosten/<int:pk>/", kosten.kostenregel, name="kostenregel"),
    path("spuk/kosten/<int:pk>/factuur/", kosten.kostenregel_factuur, name="kostenregel_factuur"),
    path("spuk/<str:code>/instellingen/", instellingen.spuk_instellingen, name="spuk_instellingen"),
    path("spuk/<str:code>/kosten/nieuw/", kosten.kosten_zoeken, name="kosten_zoeken"),
    path("spuk/<str:code>/kosten/nieuw/algemeen/", kosten.kosten_algemeen, name="kosten_algemeen"),
    path("spuk/<str:code>/kosten/nieuw/<int:pk>/", kosten.kosten_nieuw, name="kosten_nieuw"),
    path("spuk/<str:code>/<int:jaar>/", verantwoording.spuk_jaar, name="spuk_jaar"),
    path("spuk/<str:code>/<int:jaar>/kosten/", kosten.kosten, name="kosten"),
    path("spuk/<str:code>/<int:jaar>/verantwoording.xlsx", verantwoording.spuk_xlsx, name="spuk_xlsx"),
    path("spuk/<str:code>/<int:jaar>/<str:component>/", verantwoording.spuk_onderdeel, name="spuk_onderdeel"),
]
