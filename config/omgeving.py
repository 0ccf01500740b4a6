"""Read the settings from the environment, and refuse to start in production with a missing or weak secret."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
ZWAKKE_SLEUTELS = ("django-insecure", "changeme", "verander", "secret", "geheim")


def lees_omgeving() -> environ.Env:
    """Give the environment, completed by `.run/env` of the private services when that file exists."""
    env = environ.Env()
    if (BASE_DIR / ".run" / "env").exists():
        env.read_env(str(BASE_DIR / ".run" / "env"))
    return env


def geheime_sleutel(env: environ.Env, *, debug: bool) -> str:
    """Give SECRET_KEY; outside DEBUG it must be there, be 50 characters or longer and not be an example."""
    sleutel: str = env.str("SECRET_KEY", default="")
    if debug:
        return sleutel or "alleen-voor-ontwikkelen-" + "x" * 40
    if not sleutel:
        raise ImproperlyConfigured("SECRET_KEY ontbreekt. Zet in de omgeving een willekeurige reeks van 50 tekens of meer.")
    if len(sleutel) < 50 or len(set(sleutel)) < 10 or sleutel.lower().startswith(ZWAKKE_SLEUTELS):
        raise ImproperlyConfigured("SECRET_KEY is te zwak. Gebruik een willekeurige reeks van 50 tekens of meer.")
    return sleutel


def verplicht(env: environ.Env, naam: str, *, debug: bool, standaard: Any) -> Any:
    """Give a list setting that production must name itself."""
    waarde = env.list(naam, default=standaard if debug else [])
    if not waarde:
        raise ImproperlyConfigured(f"{naam} ontbreekt. Noem in de omgeving de namen waaronder de toepassing bereikbaar is.")
    return waarde
