"""A session of somebody, without the form and without what Django does around it."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.crypto import get_random_string

from accounts.models import User


def begin_sessie(client: Client, user: User) -> None:
    """Write the row that logging in leaves, and give the client its cookie."""
    sessie, sleutel = SessionStore(), get_random_string(32)
    gegevens = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    Session.objects.create(
        session_key=sleutel, session_data=sessie.encode(gegevens), expire_date=sessie.get_expiry_date()
    )
    client.cookies[settings.SESSION_COOKIE_NAME] = sleutel
