"""Pages of the application itself: its health and its error pages."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string


@login_not_required
def gezond(request: HttpRequest) -> JsonResponse:
    """Answer a monitor: 200 when the database answers. Redis is not asked, as pages do not need it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "gezond"})


@login_not_required
def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


@login_not_required
def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def fout_500(request: HttpRequest) -> HttpResponse:
    """Answer without a look at the request: its user and session are in the database that may be what is broken."""
    return HttpResponse(render_to_string("500.html"), status=500)
