"""The list of dossiers: choose, sort, choose columns; and the same list as a workbook."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.kijker import toegang_van
from accounts.permissions import Permission, vereist
from cases.actions.lijst import export_vastleggen
from cases.dossierlijst import Gerangschikt, Lijstpaginator, list_rijen
from cases.forms.lijst import UITERSTE_DATUM, Dossierfilter, gekozen
from cases.kolommen import STANDAARD, kies_kolommen
from cases.lijstvraag import dagen_van, filter_dossiers, schrijf, schrijf_voor
from cases.models import Dossier, Lijstweergave
from cases.verdeling import SAMEN_HOOGSTENS
from cases.views.formulier import gebruiker
from cases.werkmap import XLSX, make_werkmap

EXPORT_HOOGSTENS = 5000
# What is no choice of dossiers; the order of what must be done first leaves some out, and the page says so.
GEEN_FILTER = frozenset({"volgorde", "kolom"})


@vereist(Permission.DOSSIER_ZIEN)
def dossiers(request: HttpRequest) -> HttpResponse:
    user = gebruiker(request)
    on = timezone.localdate()
    formulier = Dossierfilter(request.GET, user=user)
    keuze = gekozen(formulier)
    toon_gemeente = len(user.gemeenten_met(Permission.DOSSIER_ZIEN)) > 1
    filters = tuple((naam, waarde) for naam, waarde in keuze.items() if naam != "kolom")
    tekst = schrijf_voor(toegang_van(user), filters, dagen_van(keuze, on))
    bladzijde = Lijstpaginator(Gerangschikt(tekst, met_gemeente=toon_gemeente)).get_page(request.GET.get("page"))
    kolommen = kies_kolommen(keuze["kolom"])
    context = {
        "form": formulier,
        "keuze": keuze,
        "page_obj": bladzijde,
        "kolommen": kolommen,
        "rijen": list_rijen(bladzijde.object_list, user, on, kolommen),
        "is_gefilterd": any(waarde for naam, waarde in keuze.items() if naam not in GEEN_FILTER),
        "alleen_te_doen": keuze["volgorde"] == UITERSTE_DATUM,
        "adresdeel": urlencode(formulier.adresdeel(), doseq=True),
        "weergaven": Lijstweergave.objects.visible_to(user),
        "weergave": int(nummer) if (nummer := request.GET.get("weergave", "")).isdecimal() else None,
        "standaard": kies_kolommen(STANDAARD),
        "mag_aanmelden": user.mag(Permission.DOSSIER_AANMELDEN),
        "toon_gemeente": toon_gemeente,
        "mag_toewijzen": user.mag(Permission.DOSSIER_TOEWIJZEN),
        "mag_exporteren": user.mag(Permission.DOSSIER_EXPORTEREN),
        "samen_hoogstens": SAMEN_HOOGSTENS,
    }
    return render(request, "cases/dossier_list.html", context)


@vereist(Permission.DOSSIER_EXPORTEREN)
def dossiers_xlsx(request: HttpRequest) -> HttpResponse:
    """Give the chosen list as a workbook, and note that it was taken; a list that is too long is refused."""
    user, on = gebruiker(request), timezone.localdate()
    formulier = Dossierfilter(request.GET, user=user)
    keuze = gekozen(formulier)
    eigen = Dossier.objects.filter(gemeente__in=user.gemeenten_met(Permission.DOSSIER_EXPORTEREN)).visible_to(user)
    tekst = schrijf(filter_dossiers(eigen, keuze, user, dagen_van(keuze, on)), keuze["volgorde"])
    rijen = Gerangschikt(tekst, met_gemeente=True)[0 : EXPORT_HOOGSTENS + 1]
    if len(rijen) > EXPORT_HOOGSTENS:
        melding = f"Deze lijst heeft meer dan {EXPORT_HOOGSTENS} dossiers. Kies minder en download daarna opnieuw."
        messages.error(request, melding)
        return redirect(f"{reverse('dossiers')}?{urlencode(formulier.adresdeel(), doseq=True)}")
    kolommen = kies_kolommen(keuze["kolom"])
    filters = {naam: waarde for naam, waarde in formulier.adresdeel().items() if naam != "kolom"}
    codes = [kolom.code for kolom in kolommen]
    export_vastleggen(user=user, at=timezone.now(), filters=filters, kolommen=codes, aantal=len(rijen))
    naam = "Dossiers met iets te doen" if keuze["volgorde"] == UITERSTE_DATUM else "Dossiers"
    inhoud = make_werkmap(list_rijen(rijen, user, on, kolommen), kolommen, naam=naam)
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="dossiers-{on.isoformat()}.xlsx"'
    return antwoord
