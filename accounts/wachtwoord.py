"""What a new password must be, in plain words: Django's catalogue lacks some of these, or words them badly."""

from typing import Any

from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError


class Lengte(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."

    def get_help_text(self) -> str:
        return f"Het wachtwoord heeft minstens {self.min_length} tekens."


class AndersDanAdres(UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email",))

    def get_error_message(self) -> str:
        return "Dit wachtwoord lijkt te veel op uw e-mailadres. Kies iets anders."

    def get_help_text(self) -> str:
        return "Het wachtwoord mag niet lijken op uw e-mailadres."


class NietLeeg:
    """Refuse a password of blanks alone."""

    def validate(self, password: str, user: Any = None) -> None:
        if not password.strip():
            raise ValidationError("Dit wachtwoord bestaat alleen uit spaties. Kies een zin van een paar woorden.")

    def get_help_text(self) -> str:
        return "Het wachtwoord bestaat niet alleen uit spaties."
