"""All settings, read from the environment (see docs/installatie.md)."""

from typing import Any

from celery.schedules import crontab
from csp.constants import NONE, SELF

from config.omgeving import (
    BASE_DIR,
    basisadres,
    database,
    geheime_sleutel,
    hostnamen,
    lees_omgeving,
    logniveau,
    mailserver,
    wachtrij,
)

env = lees_omgeving()

DEBUG = env.schakelaar("DEBUG")
DEMO = env.schakelaar("DEMO")
SECRET_KEY = geheime_sleutel(env, debug=DEBUG)
ALLOWED_HOSTS = hostnamen(env, debug=DEBUG)
CSRF_TRUSTED_ORIGINS = env.namen("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "crispy_forms",
    "simple_history",
    "accounts",
    "cases",
    "planvanaanpak",
    "nazorg",
    "spuk",
    "portal_import",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.antwoorden.NietBewaren",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.kladverzoek.KladMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "planvanaanpak.views.vierogen.VierOgenMiddleware",
    "config.adressen.ZonderNul",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["config.templatetags.bo", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context.schil",
                "accounts.context.klad",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nlds"]
CRISPY_TEMPLATE_PACK = "nlds"

# A test run makes its own database beside it.
DATABASES = {"default": database(env)}
DATABASES["default"]["TEST"] = {"NAME": env.str("TEST_DATABASE_NAME", default="test_brede_ondersteuning")}
DATABASES["default"]["CONN_MAX_AGE"] = env.getal("DATABASE_CONN_MAX_AGE", standaard=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = wachtrij(env)
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://") if REDIS_URL.startswith("unix") else REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = env.str("CELERY_QUEUE", default="brede-ondersteuning")
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # the worker writes to the log below, which masks secrets
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_BEAT_SCHEDULE = {
    "termijnen-bewaken": {"task": "cases.termijnen_bewaken", "schedule": crontab(hour="2", minute="15")},
    # Not before cases.nacht.VERWACHT_OM.
    "bewaking-nakijken": {"task": "cases.bewaking_nakijken", "schedule": crontab(hour="4", minute="0")},
    "lijsten-opruimen": {"task": "portal_import.opruimen", "schedule": crontab(hour="3", minute="0")},
    "kladden-opruimen": {"task": "accounts.kladden_opruimen", "schedule": crontab(hour="3", minute="30")},
    "sessies-opruimen": {"task": "accounts.sessies_opruimen", "schedule": crontab(hour="3", minute="45")},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backend.Inlog"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.wachtwoord.AndersDanAdres"},
    {"NAME": "accounts.wachtwoord.Lengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "accounts.wachtwoord.NietLeeg"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "inloggen"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / ".run" / "static"))
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / ".run" / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.statisch.StatischeBestanden"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_MB = env.getal("UPLOAD_MAX_MB", standaard=20, minstens=1)
CLAMD = env.str("CLAMD", default="")
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

_email = mailserver(env, proef=DEBUG or DEMO)
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _email.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _email.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _email.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = env.str("EMAIL_FILE_PATH", default=str(BASE_DIR / ".run" / "mail"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="brede-ondersteuning@voorbeeld.example")
BASIS_URL = basisadres(env, proef=DEBUG or DEMO)

SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "accounts.views.klad.csrf_fout"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
HTTPS = env.schakelaar("HTTPS", standaard=not DEBUG and not DEMO)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS and env.schakelaar("HSTS_PRELOAD")
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
if env.schakelaar("ACHTER_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

SIMPLE_HISTORY_DATE_INDEX = "Composite"
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"zonder_geheim": {"()": "config.logboek.ZonderGeheim"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "regel", "filters": ["zonder_geheim"]}},
    "loggers": {"pikepdf": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": logniveau(env)},
}
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preload is asked for on purpose or not at all (docs/decisions/1221)
