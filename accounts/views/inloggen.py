"""Log in, log out, and choose a password: Django's own views with the product's forms."""

from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from accounts.forms.inloggen import InlogForm, WachtwoordKiezenForm, WachtwoordVergetenForm, WachtwoordWijzigenForm
from accounts.permissions import Permission, vereist

open_view = method_decorator(login_not_required, name="dispatch")


class Inloggen(auth.LoginView):
    authentication_form = InlogForm


@open_view
class Uitloggen(auth.LogoutView):
    """Log out, by POST only; without a permission, so that somebody whose roles were taken away can leave too."""


@open_view
class WachtwoordVergeten(auth.PasswordResetView):
    form_class = WachtwoordVergetenForm
    email_template_name = "accounts/mail/vergeten.txt"
    subject_template_name = "accounts/mail/vergeten_onderwerp.txt"
    extra_email_context = {"basis_url": settings.BASIS_URL}
    success_url = reverse_lazy("wachtwoord_vergeten_klaar")


@open_view
class WachtwoordVergetenKlaar(auth.PasswordResetDoneView):
    """Say that a mail is on its way, whether the address is known or not."""


@open_view
class WachtwoordKiezen(auth.PasswordResetConfirmView):
    form_class = WachtwoordKiezenForm
    success_url = reverse_lazy("wachtwoord_gekozen")


@open_view
class WachtwoordGekozen(auth.PasswordResetCompleteView):
    """Say that the new password works."""


@method_decorator(vereist(Permission.EIGEN_ACCOUNT), name="dispatch")
class WachtwoordWijzigen(auth.PasswordChangeView):
    form_class = WachtwoordWijzigenForm
    success_url = reverse_lazy("account")
