from django.urls import path

from planvanaanpak.views import akkoord, besluit, doel, plan, stukken, vaststellen, voorziening

PLAN = "dossiers/<str:nummer>/plan-van-aanpak/"

urlpatterns = [
    path(PLAN, plan.plan, name="plan"),
    path(f"{PLAN}voorbeeld/", stukken.plan_voorbeeld, name="plan_voorbeeld"),
    path(f"{PLAN}voorzieningen/nieuw/", voorziening.voorziening_nieuw, name="voorziening_nieuw"),
    path(f"{PLAN}voorzieningen/<int:pk>/", voorziening.voorziening, name="voorziening"),
    path(f"{PLAN}voorzieningen/<int:pk>/weghalen/", voorziening.voorziening_weghalen, name="voorziening_weghalen"),
    path(f"{PLAN}akkoord/", akkoord.akkoord, name="akkoord"),
    path(f"{PLAN}vaststellen/", vaststellen.plan_vaststellen, name="plan_vaststellen"),
    path(f"{PLAN}addendum/", vaststellen.addendum, name="addendum"),
    path(f"{PLAN}doelen/<int:pk>/", doel.doel, name="doel"),
    path("besluiten/<str:nummer>/", besluit.besluit, name="besluit"),
    path("besluiten/<str:nummer>/pdf/", stukken.besluit_pdf, name="besluit_pdf"),
    path("besluiten/<str:nummer>/verzenden/", besluit.besluit_verzenden, name="besluit_verzenden"),
    path("besluiten/<str:nummer>/bijsluiter/", stukken.bijsluiter_pdf, name="bijsluiter_pdf"),
]
