"""Who is logged in: Django's own check of a password, and the user of a request with their lidmaatschappen."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from accounts.models import User


class Inlog(ModelBackend):
    def get_user(self, user_id: Any) -> User | None:
        """Give the user of a session, with their roles and gemeenten in the one question that is asked."""
        user: User | None = User.objects.met_lidmaatschappen().filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
