"""What base_dossier.html shows around every page of a dossier: its head, its fases and its side menu."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.fasen import NU, Fase, list_fasen
from cases.keuzes import PostAan, Rang, UhtStatus
from cases.models import Dossier, Persoon, Termijn, UhtStatusWijziging
from cases.registratie import zijpunten
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from cases.uhtstand import geldende
from config.weergave import bsn_masker, datum

# The label beside the name, its tone, and the name of the day in the facts.
UHT: Mapping[UhtStatus, tuple[str, str, str]] = {
    UhtStatus.ERKEND: ("Erkend gedupeerde", "goed", "Erkend op"),
    UhtStatus.AANGEMELD: ("Aangemeld bij UHT", "info", "Aangemeld bij UHT op"),
    UhtStatus.EERSTE_TOETS: ("Eerste toets gedaan", "info", "Eerste toets op"),
    UhtStatus.RECHT_KINDREGELING: ("Recht op kindregeling", "goed", "Kindregeling toegekend op"),
    UhtStatus.NIET_ERKEND: ("Niet erkend", "fout", "Niet erkend op"),
    UhtStatus.ZELF_AFGEMELD: ("Zelf afgemeld", "let-op", "Afgemeld op"),
}
# The clock that says when a fase should end.
REGEL_VAN_FASE = {
    Status.EERSTE_GESPREK: "eerste_gesprek",
    Status.PLAN_VAN_AANPAK: "plan_van_aanpak",
    Status.ACCLIMATISATIE: "acclimatisatie",
}


@dataclass(frozen=True, kw_only=True)
class Dossierkop:
    """The head of a dossier. `bsn` is empty unless it was just asked for, which is logged.

    Of somebody who died (`overleden` is the day in words) the telephone number is no longer offered.
    """

    naam: str
    nummer: str
    gemeente: str
    url: str
    doelgroep: str
    uht_label: str
    uht_soort: str
    feiten: tuple[tuple[str, str], ...]
    fasen: tuple[Fase, ...]
    bsn_gemaskeerd: str
    bsn_url: str
    bsn: str = ""
    rang: int = Rang.GEWOON
    heeft_voorrang: bool = False
    overleden: str = ""


def mag_bewerken(dossier: Dossier, user: User) -> bool:
    """Say whether a user who sees this dossier may also work in it: the rule of `editable_by`, without a query.

    In one that went on in another nobody works any more.
    """
    return user.mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id) and dossier.gaat_verder_in is None


def maak_kop(dossier: Dossier, *, mag_bsn: bool, toon_bsn: bool = False) -> Dossierkop:
    """Build the head; fetch the dossier with `voor_pagina()` and this asks nothing more of the database."""
    persoon = dossier.persoon
    label, soort, _ = UHT[UhtStatus(dossier.uht_status)]
    return Dossierkop(
        naam=persoon.naam,
        nummer=dossier.nummer,
        gemeente=dossier.gemeente.naam,
        url=dossier.get_absolute_url(),
        doelgroep=dossier.get_doelgroep_display(),
        uht_label=label,
        uht_soort=soort,
        feiten=_feiten(dossier),
        fasen=_fasen(dossier),
        bsn_gemaskeerd=bsn_masker(persoon.bsn),
        bsn_url=reverse("bsn_tonen", args=[dossier.nummer]) if persoon.bsn and mag_bsn else "",
        bsn=persoon.bsn if toon_bsn else "",
        rang=dossier.rang,
        heeft_voorrang=bool(dossier.voorrang_reden),
        overleden=datum(persoon.datum_overlijden),
    )


def dossier_context(request: HttpRequest, dossier: Dossier, *, pad: str = "", toon_bsn: bool = False) -> dict[str, Any]:
    """Give every page of a dossier what base_dossier.html needs; `pad` names the page below the overview.

    Who may only read (the auditor) sees the BSN masked and cannot ask for it.
    """
    user: User = request.user  # type: ignore[assignment]  # LoginRequiredMiddleware let only users in
    bewerken = mag_bewerken(dossier, user)
    return {
        "dossier": dossier,
        "kop": maak_kop(dossier, mag_bsn=bewerken, toon_bsn=toon_bsn),
        "zijnav": zijpunten(dossier, user, request.path),
        "mag_bewerken": bewerken,
        "dossiers_url": reverse("dossiers"),
        "pad": pad,
    }


def _feiten(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    wijziging = next((w for w in geldende(dossier.uht_wijzigingen.all()) if w.status == dossier.uht_status), None)
    op = UHT[UhtStatus(dossier.uht_status)][2]
    feiten = [
        (op, _dag(wijziging) if wijziging else ""),
        ("Casusregisseur", dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen"),
        ("Telefoon", "" if dossier.persoon.datum_overlijden else dossier.persoon.telefoon or "niet bekend"),
        *_hoe_bereikt(dossier.persoon),
    ]
    if not dossier.is_open:
        feiten.insert(0, ("Stand van het dossier", dossier.get_status_display()))
    return tuple((label, waarde) for label, waarde in feiten if waarde)


def _dag(wijziging: UhtStatusWijziging) -> str:
    return datum(wijziging.datum_feit) if wijziging.datum_feit else "datum niet bekend"


def _hoe_bereikt(persoon: Persoon) -> list[tuple[str, str]]:
    """Give what somebody who calls or writes must know first; nothing where it is as with everybody."""
    kanaal = persoon.get_voorkeurskanaal_display().lower() if persoon.voorkeurskanaal else ""
    brieven = {PostAan.VERTEGENWOORDIGER: "aan de vertegenwoordiger", PostAan.BEIDE: "met een afschrift"}
    return [
        ("Tolk" if persoon.tolk else "Taal", (persoon.taal or "nodig") if persoon.tolk else persoon.taal),
        ("Liefst via", kanaal),
        ("Brieven", brieven.get(PostAan(persoon.post_aan), "")),
        ("Adres", "geheim" if persoon.geheim_adres else ""),
    ]


def _bereikt(dossier: Dossier) -> dict[Status, date]:
    """Say when each fase was reached, from the dates of the dossier and the clocks that hang on them."""
    plan = next((t.datum_gehaald for t in _klokken(dossier, "plan_van_aanpak") if t.datum_gehaald), None)
    # After a plan that was taken up again there is a second nazorg.
    nazorg = max((t.start for t in _klokken(dossier, "nazorg_einde", "nazorg_contact")), default=None)
    dagen = {
        Status.AANMELDING: dossier.datum_aanmelding,
        Status.EERSTE_GESPREK: dossier.datum_eerste_gesprek,
        Status.PLAN_VAN_AANPAK: plan,
        Status.UITVOERING: plan,
        Status.NAZORG: nazorg,
    }
    return {fase: dag for fase, dag in dagen.items() if dag}


def _fasen(dossier: Dossier) -> tuple[Fase, ...]:
    """Give the fases; the last day of the one where the dossier is leads to why it is that day."""
    termijn = _uiterlijk(dossier)
    fasen = list_fasen(Status(dossier.status), _bereikt(dossier), termijn.uiterste_datum if termijn else None)
    if termijn is None:
        return fasen
    url = reverse("termijn_waarom", args=[dossier.nummer, termijn.pk])
    return tuple(replace(fase, waarom_url=url) if fase.stand == NU else fase for fase in fasen)


def _uiterlijk(dossier: Dossier) -> Termijn | None:
    """Give the clock that says when this fase should end."""
    regel = REGEL_VAN_FASE.get(Status(dossier.status))
    lopend = (t for t in _klokken(dossier, regel or "") if not t.datum_gehaald and t.status != TermijnStatus.VERVALLEN)
    return next(lopend, None)


def _klokken(dossier: Dossier, *regels: str) -> list[Termijn]:
    return [termijn for termijn in dossier.termijnen.all() if termijn.regel in regels]
