"""Logging in and choosing a password, with the product's own form style and plain messages."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import forms as auth_forms

from accounts.models import User
from config.forms import zet_meldingen


class _Plain:
    """Give Django's own auth forms what every form of the product has."""

    use_required_attribute = False
    markeer_niet_verplicht = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            zet_meldingen(field)


class InlogForm(_Plain, auth_forms.AuthenticationForm):
    error_messages = {
        "invalid_login": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mailadres"
        self.fields["password"].label = "Wachtwoord"


class WachtwoordVergetenForm(_Plain, auth_forms.PasswordResetForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mailadres"

    def get_users(self, email: str) -> Iterable[User]:
        """Give who logs in with this address, also when they never chose a password: an invitation expires."""
        return User.objects.filter(email__iexact=email, is_active=True)


class WachtwoordKiezenForm(_Plain, auth_forms.SetPasswordForm):
    error_messages = {"password_mismatch": "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "Nieuw wachtwoord"
        self.fields["new_password1"].help_text = "Minstens 12 tekens. Een zin van een paar woorden werkt goed."
        self.fields["new_password2"].label = "Nieuw wachtwoord, nog een keer"
        self.fields["new_password2"].help_text = ""


class WachtwoordWijzigenForm(_Plain, auth_forms.PasswordChangeForm):
    error_messages = {
        "password_mismatch": "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.",
        "password_incorrect": "Dit is niet uw huidige wachtwoord.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Huidig wachtwoord"
        self.fields["new_password1"].label = "Nieuw wachtwoord"
        self.fields["new_password1"].help_text = "Minstens 12 tekens. Een zin van een paar woorden werkt goed."
        self.fields["new_password2"].label = "Nieuw wachtwoord, nog een keer"
        self.fields["new_password2"].help_text = ""
