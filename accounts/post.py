"""Mail of an action: it goes out after the commit, and it is known afterwards whether it did."""

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


class Post:
    """The mails of one request. A mail server that is down undoes nothing: what was done stays done."""

    def __init__(self, basis_url: str) -> None:
        self.basis_url = basis_url
        self.is_mislukt = False

    def stuur(self, aan: str, onderwerp: str, sjabloon: str, **context: object) -> None:
        """Make a mail now, and send it once the transaction is through."""
        tekst = render_to_string(sjabloon, {"basis_url": self.basis_url, **context})
        mail = EmailMessage(onderwerp, tekst, to=[aan])
        transaction.on_commit(lambda: self._verstuur(mail))

    def _verstuur(self, mail: EmailMessage) -> None:
        """Send; the log says what went wrong, never to whom: what a mail server answers may name the address."""
        try:
            mail.send()
        except (SMTPException, OSError) as fout:
            self.is_mislukt = True
            logger.error("Een mail is niet verstuurd: %s.", type(fout).__name__)
