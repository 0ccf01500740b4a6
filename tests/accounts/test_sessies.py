"""Sessions that ended do not stay in the database."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.tasks import verlopen_sessies_opruimen

pytestmark = pytest.mark.django_db


def test_ended_sessions_are_removed_each_night():
    nu = timezone.now()
    for sleutel, uren in (("voorbij", -1), ("loopt", 1)):
        Session.objects.create(session_key=sleutel, session_data="", expire_date=nu + timedelta(hours=uren))

    verlopen_sessies_opruimen()

    assert list(Session.objects.values_list("session_key", flat=True)) == ["loopt"]
