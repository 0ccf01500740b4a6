"""Fixtures for the tests of users and gemeenten."""

import pytest


@pytest.fixture
def als_beheerder(client, beheerder):
    client.force_login(beheerder)
    return client
