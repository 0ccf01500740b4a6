from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        """Collect what the apps register: their termijnregels, their letters, and what a dossier page shows of them."""
        autodiscover_modules("termijnen", "registraties", "briefteksten", "briefvoorbeelden")
