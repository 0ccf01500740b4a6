"""Log in, log out, and choose a password: Django's own views with the product's forms."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from accounts.actions.gebruikers import wachtwoordlink_sturen
from accounts.forms.inloggen import InlogForm, WachtwoordKiezenForm, WachtwoordVergetenForm, WachtwoordWijzigenForm
from accounts.models import User
from accounts.permissions import Permission, vereist
from accounts.post import Post

open_view = method_decorator(login_not_required, name="dispatch")


class Inloggen(auth.LoginView):
    authentication_form = InlogForm


@open_view
class Uitloggen(auth.LogoutView):
    """Log out, by POST only; without a permission, so that somebody whose roles were taken away can leave too."""


@open_view
class WachtwoordVergeten(auth.PasswordResetView):
    form_class = WachtwoordVergetenForm
    success_url = reverse_lazy("wachtwoord_vergeten_klaar")

    def form_valid(self, form: Any) -> HttpResponse:
        """Mail the link, also to who was invited and never chose a password. The page says nothing of either."""
        for user in form.get_users(form.cleaned_data["email"]):
            wachtwoordlink_sturen(user=user, post=Post(settings.BASIS_URL))
        return HttpResponseRedirect(self.get_success_url())


@open_view
class WachtwoordVergetenKlaar(auth.PasswordResetDoneView):
    """Say that a mail is on its way, whether the address is known or not."""


@open_view
class WachtwoordKiezen(auth.PasswordResetConfirmView):
    form_class = WachtwoordKiezenForm
    success_url = reverse_lazy("wachtwoord_gekozen")

    def get_user(self, uidb64: str) -> User | None:
        """Give whose link this is; nobody once the account was switched off, so that the link does not work."""
        user: User | None = super().get_user(uidb64)
        return user if user is not None and user.is_active else None


@open_view
class WachtwoordGekozen(auth.PasswordResetCompleteView):
    """Say that the new password works."""


@method_decorator(vereist(Permission.EIGEN_ACCOUNT), name="dispatch")
class WachtwoordWijzigen(auth.PasswordChangeView):
    form_class = WachtwoordWijzigenForm
    success_url = reverse_lazy("account")

    def form_valid(self, form: Any) -> HttpResponse:
        antwoord = super().form_valid(form)
        messages.success(self.request, "Uw wachtwoord is gewijzigd. U blijft hier ingelogd; op andere apparaten niet.")
        return antwoord
