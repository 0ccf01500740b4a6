"""Read the settings from the environment, and refuse to start in production with a missing or weak secret."""

import os
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
IN_HET_LOGBOEK = "django.core.mail.backends.console.EmailBackend"
ZWAKKE_SLEUTELS = ("django-insecure", "changeme", "verander", "secret", "geheim")


def lees_omgeving() -> environ.Env:
    """Give the environment. Where it names no database and no key, this is the private installation of a checkout.

    Its key and its servers stand in `.run/`, made by `make`, so that `manage.py` works beside a running demo.
    """
    env = environ.Env()
    run = BASE_DIR / ".run"
    if "SECRET_KEY" not in os.environ and "DATABASE_URL" not in os.environ and (run / "secret").exists():
        os.environ["SECRET_KEY"] = (run / "secret").read_text().strip()
        os.environ.setdefault("DEMO", "1")
        os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
        os.environ.setdefault("EMAIL_URL", "filemail://")
    if (run / "env").exists():
        env.read_env(str(run / "env"))
    return env


def geheime_sleutel(env: environ.Env, *, debug: bool) -> str:
    """Give SECRET_KEY; outside DEBUG it must be there, be 50 characters or longer and not be an example."""
    sleutel: str = env.str("SECRET_KEY", default="")
    if debug:
        return sleutel or "alleen-voor-ontwikkelen-" + "x" * 40
    if not sleutel:
        raise ImproperlyConfigured(
            "SECRET_KEY ontbreekt. Zet in de omgeving een reeks van 50 willekeurige tekens of meer."
        )
    if len(sleutel) < 50 or len(set(sleutel)) < 10 or sleutel.lower().startswith(ZWAKKE_SLEUTELS):
        raise ImproperlyConfigured("SECRET_KEY is te zwak. Gebruik een willekeurige reeks van 50 tekens of meer.")
    return sleutel


def verplicht(env: environ.Env, naam: str, *, debug: bool, standaard: Any) -> Any:
    """Give a list setting that production must name itself."""
    waarde = env.list(naam, default=standaard if debug else [])
    if not waarde:
        raise ImproperlyConfigured(f"{naam} ontbreekt. Noem in de omgeving de hostnamen van de toepassing.")
    return waarde


MAILADRES = (
    "EMAIL_URL is niet te lezen. Zo hoort het: smtp+tls://naam:wachtwoord@mail.gemeente.example:587. Schrijf in de naam"
    " en het wachtwoord %23 voor #, %2F voor /, %3F voor ?, %40 voor @, %3A voor : en %25 voor %."
)


def mailserver(env: environ.Env, *, proef: bool) -> dict[str, Any]:
    """Give where mail goes; production must name it, and it can't be the log.

    A mail may hold the link with which its reader chooses a password.
    """
    adres: str = env.str("EMAIL_URL", default="")
    if not adres and not proef:
        raise ImproperlyConfigured("EMAIL_URL ontbreekt. Noem in de omgeving de mailserver van de gemeente.")
    try:
        server: dict[str, Any] = env.email_url_config(adres or "consolemail://")
    except ValueError:  # its text may hold a part of the password
        raise ImproperlyConfigured(MAILADRES) from None
    if server["EMAIL_BACKEND"] == IN_HET_LOGBOEK and not proef:
        raise ImproperlyConfigured("EMAIL_URL moet een mailserver noemen: in het logboek kan iedereen de mail lezen.")
    return server


def basisadres(env: environ.Env, *, proef: bool) -> str:
    """Give the address that links in mail begin with, without a slash at the end; production must name one with https.

    With another one a link for a password would lead nowhere, or cross the network for all to read.
    """
    adres: str = env.str("BASIS_URL", default="").rstrip("/")
    if proef:
        return adres or "http://127.0.0.1:8000"
    if not adres:
        raise ImproperlyConfigured("BASIS_URL ontbreekt. Noem in de omgeving het adres van de toepassing.")
    if not adres.startswith("https://"):
        raise ImproperlyConfigured("BASIS_URL moet met https:// beginnen, en dan de naam van de toepassing noemen.")
    return adres
