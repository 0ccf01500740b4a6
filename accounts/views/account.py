"""One's own account."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.actions.gebruikers import gegevens_wijzigen
from accounts.forms.gebruikers import AccountForm
from accounts.kladformulier import ingevuld
from accounts.models import User
from accounts.permissions import Permission, vereist


@vereist(Permission.EIGEN_ACCOUNT)
def account(request: HttpRequest) -> HttpResponse:
    ik = cast(User, request.user)
    form = AccountForm(ingevuld(request), instance=ik)
    if form.is_valid():
        gegevens_wijzigen(user=ik, **form.cleaned_data, by=ik)
        messages.success(request, "Uw gegevens zijn bewaard.")
        return redirect("account")
    rollen = ik.lidmaatschappen.select_related("gemeente")
    return render(request, "accounts/account_form.html", {"form": form, "rollen": rollen})
