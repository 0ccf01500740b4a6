"""Register somebody who comes to the gemeente directly, and change what was established at the aanmelding."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import Gemeente, User
from cases.aanmeldregels import dagbezwaren, list_bezwaren, overlegbezwaren
from cases.actions.aanmelden import aanmelden
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.actions.contact import contact_vastleggen
from cases.actions.dubbel import BINNEN
from cases.actions.hulp import AFWIJZINGEN, hulp_afwijzen
from cases.actions.toewijzen import toewijzen
from cases.beleid_bron import lees_eenmaal, regels_op, regels_van
from cases.doelgroepen import bezwaren
from cases.dubbelen import list_gelijkenden
from cases.keuzes import Aanmeldroute, Contactuitkomst, Doelgroep, Kanaal, UhtStatus, WilOndersteuning
from cases.models import Aanmelding, Dossier, DossierEvent

# How the aanmelding came in, as the kanaal of the contact that it was.
KANALEN: Mapping[Aanmeldroute, Kanaal] = {
    Aanmeldroute.TELEFOON: Kanaal.TELEFOON,
    Aanmeldroute.BALIE: Kanaal.KANTOOR,
    Aanmeldroute.EMAIL: Kanaal.EMAIL,
    Aanmeldroute.BRIEF: Kanaal.BRIEF,
    Aanmeldroute.COLLEGA: Kanaal.TELEFOON,
}
SCHRIFTELIJK = frozenset({Aanmeldroute.EMAIL, Aanmeldroute.BRIEF})


@dataclass(frozen=True, kw_only=True)
class DirecteAanmelding:
    """What somebody who registers an inwoner knows. `aanmelding` holds fields of the Aanmelding."""

    gemeente: Gemeente
    persoonsgegevens: Mapping[str, Any]
    doelgroep: Doelgroep
    route: Aanmeldroute
    datum: date
    uht_status: UhtStatus
    datum_status: date | None
    aanmelding: Mapping[str, Any]
    wil: WilOndersteuning
    leeftijd_nagekeken: bool = False
    gesproken: bool = False
    neem_zelf: bool = False


@transaction.atomic
def direct_aanmelden(
    *, invoer: DirecteAanmelding, gezien: Collection[int], by: User, at: datetime, on: date
) -> Dossier:
    """Register an inwoner who came by telephone, desk, letter, e-mail or colleague.

    Each thing that happened is its own event, as if it was done by itself: the aanmelding, the first contact, the
    casusregisseur, and that somebody wants no help. `gezien` are the dossiers of people who look the same, which the
    user has seen and says to be somebody else. Aanmeldingen of one gemeente wait for each other, so that two at once do
    not make two dossiers; the same form sent twice gives the dossier of the first time. Raises ActieFout.
    """
    Gemeente.objects.select_for_update(no_key=True).get(pk=invoer.gemeente.pk)
    if eerder := _net_gemaakt(invoer, by, at):
        return eerder
    _eis_toegestaan(invoer, on)
    nieuw = [g for g in list_gelijkenden(invoer.gemeente.pk, invoer.persoonsgegevens) if g.dossier.pk not in gezien]
    if nieuw:
        raise ActieFout("Er is al een dossier van iemand die hierop lijkt. Bekijk het voordat u een nieuw maakt.")
    afgewezen = invoer.wil in AFWIJZINGEN
    with lees_eenmaal():
        dossier = aanmelden(
            gemeente=invoer.gemeente,
            persoonsgegevens=invoer.persoonsgegevens,
            doelgroep=invoer.doelgroep,
            route=invoer.route,
            datum=invoer.datum,
            uht_status=invoer.uht_status,
            datum_status=invoer.datum_status,
            bron=f"aanmelding via {invoer.route.label.lower()}",
            by=by,
            at=at,
            on=on,
            aanmelding={
                **invoer.aanmelding,
                "wil_ondersteuning": WilOndersteuning.ONBEKEND if afgewezen else invoer.wil,
            },
        )
        _leg_vast(dossier, invoer, by, at, on)
    dossier.refresh_from_db()
    return dossier


def _leg_vast(dossier: Dossier, invoer: DirecteAanmelding, by: User, at: datetime, on: date) -> None:
    """Record what went with the aanmelding, while the dossier is still open for it."""
    if invoer.gesproken:
        schriftelijk = invoer.route in SCHRIFTELIJK
        contact_vastleggen(
            dossier=dossier,
            datum=invoer.datum,
            kanaal=KANALEN[invoer.route],
            uitkomst=Contactuitkomst.SCHRIFTELIJK_ANTWOORD if schriftelijk else Contactuitkomst.GESPROKEN,
            tekst="Aanmelding door de inwoner zelf.",
            by=by,
            at=at,
            on=on,
        )
    if invoer.neem_zelf:
        toewijzen(dossier=dossier, casusregisseur=by, by=by, at=at)
    if invoer.wil in AFWIJZINGEN:
        hulp_afwijzen(dossier=dossier, wil=invoer.wil, datum=invoer.datum, toelichting="", by=by, at=at, on=on)


def _net_gemaakt(invoer: DirecteAanmelding, by: User, at: datetime) -> Dossier | None:
    """Give the dossier that the same user made of the same data within the last minute."""
    persoon = {f"dossier__persoon__{veld}": waarde for veld, waarde in invoer.persoonsgegevens.items()}
    events = DossierEvent.objects.filter(
        soort="aangemeld",
        by=by,
        at__range=(at - BINNEN, at + BINNEN),
        dossier__gemeente=invoer.gemeente,
        dossier__doelgroep=invoer.doelgroep,
        dossier__datum_aanmelding=invoer.datum,
        **persoon,
    )
    event = events.select_related("dossier").first()
    return event.dossier if event else None


def _eis_toegestaan(invoer: DirecteAanmelding, on: date) -> None:
    if invoer.datum > on:
        raise ActieFout("De aanmelding kan niet in de toekomst liggen. Controleer de datum.")
    fouten = list_bezwaren(
        doelgroep=invoer.doelgroep,
        gegevens={
            **invoer.aanmelding,
            "datum_status": invoer.datum_status,
            "leeftijd_nagekeken": invoer.leeftijd_nagekeken,
        },
        geboortedatum=invoer.persoonsgegevens.get("geboortedatum", ""),
        regels=regels_op(invoer.gemeente.pk, invoer.datum),
        on=invoer.datum,
        vandaag=on,
    )
    if fouten:
        raise ActieFout(next(iter(fouten.values())))


@transaction.atomic
def aanmelding_wijzigen(
    *, dossier: Dossier, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime
) -> Aanmelding:
    """Change what was established at the aanmelding; the history keeps the old values. No difference writes nothing.

    Raises ActieFout for what can't be so in this doelgroep, and for an uitzondering without the overleg that the beleid
    asks for. What the doelgroep asks may still be missing: the page says so.
    """
    dossier = vergrendel(dossier)
    aanmelding = Aanmelding.objects.select_for_update().get(dossier=dossier)
    anders = {veld: waarde for veld, waarde in wijzigingen.items() if getattr(aanmelding, veld) != waarde}
    if not anders:
        return aanmelding
    for veld, waarde in anders.items():
        setattr(aanmelding, veld, waarde)
    fouten = {
        **bezwaren(Doelgroep(dossier.doelgroep), vars(aanmelding)),
        **overlegbezwaren(vars(aanmelding), regels_van(dossier)),
        **dagbezwaren(vars(aanmelding), localdate(at)),
    }
    if fouten:
        raise ActieFout(next(iter(fouten.values())))
    bewaar(aanmelding, by=by, velden=list(anders), reden=reden)
    labels = ", ".join(str(Aanmelding._meta.get_field(veld).verbose_name) for veld in anders)  # type: ignore[union-attr]
    log(dossier, "aanmelding_gewijzigd", f"Aanmelding gewijzigd: {labels}.", by=by, at=at, reden=reden)
    return aanmelding
