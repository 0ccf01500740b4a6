from django.apps import AppConfig


class PlanvanaanpakConfig(AppConfig):
    name = "planvanaanpak"
