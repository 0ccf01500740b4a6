"""What the tests of pages share: the clock, a logged-in browser, and what the user was told."""

from datetime import UTC, datetime

from django.urls import reverse

# 20 April 2026, 11.30 in the Netherlands.
NU = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)


def url(naam, *args):
    return reverse(naam, args=args)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def fouten(form):
    """Give the messages of a form by field; those of the whole under the empty name."""
    return {("" if veld == "__all__" else veld): list(meldingen) for veld, meldingen in form.errors.items()}
