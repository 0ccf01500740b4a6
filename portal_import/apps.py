from django.apps import AppConfig


class PortalImportConfig(AppConfig):
    name = "portal_import"
