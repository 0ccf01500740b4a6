from django.urls import path

from spuk.views import instellingen, klokken, kosten, onderdeel, verantwoording

urlpatterns = [
    path("spuk/", verantwoording.spuk, name="spuk"),
    path("spuk/kosten/<int:pk>/", kosten.kostenregel, name="kostenregel"),
    path("spuk/kosten/<int:pk>/factuur/", kosten.kostenregel_factuur, name="kostenregel_factuur"),
    path("spuk/<str:code>/instellingen/", instellingen.spuk_instellingen, name="spuk_instellingen"),
    path(
        "spuk/<str:code>/instellingen/telling/<int:pk>/weghalen/",
        instellingen.telling_weghalen,
        name="telling_weghalen",
    ),
    path(
        "spuk/<str:code>/instellingen/normbedrag/<int:pk>/weghalen/",
        instellingen.normbedrag_weghalen,
        name="normbedrag_weghalen",
    ),
    path("spuk/<str:code>/termijn/<str:regel>/<str:sleutel>/", klokken.spuk_waarom, name="spuk_waarom"),
    path("spuk/<str:code>/termijn/<str:regel>/<str:sleutel>/gedaan/", klokken.spuk_gedaan, name="spuk_gedaan"),
    path(
        "spuk/<str:code>/termijn/<str:regel>/<str:sleutel>/terugnemen/", klokken.spuk_terugnemen, name="spuk_terugnemen"
    ),
    path("spuk/<str:code>/kosten/nieuw/", kosten.kosten_zoeken, name="kosten_zoeken"),
    path("spuk/<str:code>/kosten/nieuw/algemeen/", kosten.kosten_algemeen, name="kosten_algemeen"),
    path("spuk/<str:code>/kosten/nieuw/<int:pk>/", kosten.kosten_nieuw, name="kosten_nieuw"),
    path("spuk/<str:code>/<int:jaar>/", verantwoording.spuk_jaar, name="spuk_jaar"),
    path("spuk/<str:code>/<int:jaar>/kosten/", kosten.kosten, name="kosten"),
    path("spuk/<str:code>/<int:jaar>/verantwoording.xlsx", verantwoording.spuk_xlsx, name="spuk_xlsx"),
    path("spuk/<str:code>/<int:jaar>/<str:component>/", onderdeel.spuk_onderdeel, name="spuk_onderdeel"),
]
