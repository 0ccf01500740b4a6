"""Read the settings from the environment, and refuse to start in production with a missing or weak secret."""

import logging
import os
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
IN_HET_LOGBOEK = "django.core.mail.backends.console.EmailBackend"
ZWAKKE_SLEUTELS = ("django-insecure", "changeme", "verander", "secret", "geheim")


class Omgeving(environ.Env):
    """The environment, in which a name without a value counts as not set. Refuses a value that can't be what it says.

    The library takes a word that it does not know for "no": `HTTPS=ja` would switch https off without a word.
    """

    AAN, UIT = ("1", "true", "on", "yes"), ("0", "false", "off", "no")

    def get_value(self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, **kwargs: Any) -> Any:
        if self.ENVIRON.get(var, "").strip() == "" and default is not self.NOTSET:
            return default
        return super().get_value(var, cast, default, **kwargs)

    def schakelaar(self, naam: str, *, standaard: bool = False) -> bool:
        waarde = self.str(naam, default="").strip().lower()
        if waarde not in ("", *self.AAN, *self.UIT):
            raise ImproperlyConfigured(f"{naam} moet 1 of 0 zijn.")
        return waarde in self.AAN if waarde else standaard

    def getal(self, naam: str, *, standaard: int, minstens: int = 0) -> int:
        waarde = self.str(naam, default=str(standaard)).strip()
        if not waarde.isdecimal() or int(waarde) < minstens:
            raise ImproperlyConfigured(f"{naam} moet een heel getal zijn, {minstens} of meer.")
        return int(waarde)

    def namen(self, naam: str, *, standaard: list[str] | None = None) -> list[str]:
        """Give the parts between commas, without the blanks that people write after them."""
        delen = [deel.strip() for deel in self.str(naam, default="").split(",")]
        return [deel for deel in delen if deel] or standaard or []


def lees_omgeving() -> Omgeving:
    """Give the environment. Where it names no database and no key, this is the private installation of a checkout.

    Its key and its servers stand in `.run/`, made by `make`, so that `manage.py` works beside a running demo.
    """
    env = Omgeving()
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


def hostnamen(env: Omgeving, *, debug: bool) -> list[str]:
    """Give the names that the application answers to, which production must say itself: names and nothing else.

    With an address in their place every visitor would get a 400, and a star answers to any name.
    """
    namen = env.namen("ALLOWED_HOSTS", standaard=["127.0.0.1", "localhost"] if debug else None)
    if not namen:
        raise ImproperlyConfigured("ALLOWED_HOSTS ontbreekt. Noem in de omgeving de hostnamen van de toepassing.")
    if not debug and any(set(naam) & set("*/: ") for naam in namen):
        raise ImproperlyConfigured("ALLOWED_HOSTS mag alleen namen noemen, zonder https://, poort, spatie of *.")
    return namen


def database(env: Omgeving) -> dict[str, Any]:
    """Give the database of DATABASE_URL. PostgreSQL is the one engine; decision 0001."""
    gekozen: dict[str, Any] = {}
    with warnings.catch_warnings(action="ignore"), suppress(ValueError):  # both would show the password
        gekozen = env.db("DATABASE_URL", default="postgres:///brede_ondersteuning")
    if "postgresql" not in gekozen.get("ENGINE", ""):
        raise ImproperlyConfigured("DATABASE_URL moet een PostgreSQL-database noemen (postgres://...).")
    return gekozen


def wachtrij(env: Omgeving) -> str:
    """Give the Redis of REDIS_URL; Celery would look for another kind of server behind any other address."""
    adres: str = env.str("REDIS_URL", default="redis://localhost:6379/0")
    if not adres.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured("REDIS_URL moet een Redis noemen (redis://... of unix:///...).")
    return adres


def logniveau(env: Omgeving) -> str:
    niveau: str = env.str("LOG_LEVEL", default="INFO").strip().upper()
    if niveau not in logging.getLevelNamesMapping():
        raise ImproperlyConfigured("LOG_LEVEL moet DEBUG, INFO, WARNING, ERROR of CRITICAL zijn.")
    return niveau


MAILADRES = (
    "EMAIL_URL is niet te lezen. Zo hoort het: smtp+tls://naam:wachtwoord@mail.gemeente.example:587. Schrijf in de naam"
    " en het wachtwoord %23 voor #, %24 voor $, %2F voor /, %3F voor ?, %40 voor @, %3A voor : en %25 voor %."
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
    except (ValueError, ImproperlyConfigured):  # its text may hold a part of the password
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
