"""Make another gesprek the eerste gesprek, correct its day, or withdraw it: everything that hangs on it moves along."""

from copy import copy
from datetime import date, datetime
from itertools import pairwise

from django.db import transaction
from django.urls import reverse

from accounts.models import User
from cases.actions.afspraak_terug import heropen_afspraak
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.gesprekken import WIL_IN_GESPREK, eis_geldig, eis_gesprek
from cases.actions.hulp import zet_wil
from cases.actions.klokken import volg_feiten, voorspel
from cases.actions.pogingen import volg_pogingen
from cases.actions.verbeteren import trek_in
from cases.keuzes import WilOndersteuning
from cases.klokstand import VANAF_GESPREK
from cases.models import Dossier, Gesprek, Hulpvraag, Opschorting
from cases.registratie import bindingen
from cases.status import Status
from cases.verificatiestand import status_voor_gesprek
from cases.verschuiving import Klokverschuiving, in_een_zin
from config.weergave import datum as datumtekst

MET_EERSTE_GESPREK = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.NAZORG, Status.ACCLIMATISATIE})
IN_TE_TREKKEN = frozenset({Status.PLAN_VAN_AANPAK})
INTREKKEN = "Het eerste gesprek intrekken"
NIETS = "Dit is het eerste gesprek al, met deze datum. Kies een ander gesprek of een andere datum."


@transaction.atomic
def eerste_gesprek_wijzigen(
    *, dossier: Dossier, gesprek: Gesprek, datum: date, reden: str, by: User, at: datetime, on: date
) -> list[Klokverschuiving]:
    """Make `gesprek`, on `datum`, the one that starts the clocks, and move all that hangs on it; tells what moved.

    A besluit that was taken stays as it is. Raises ActieFout without a reason, when nothing would change, for a
    gesprek that was withdrawn, and for a day on which it can't have been.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_EERSTE_GESPREK, "Het eerste gesprek wijzigen")
    nu, nieuw = eis_wijzigbaar(dossier, gesprek, datum, on)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u het eerste gesprek wijzigt.")
    was = nu.datum
    if nieuw.pk != nu.pk:
        nu.is_eerste_gesprek = False
        bewaar(nu, by=by, velden=["is_eerste_gesprek"], reden=reden)
    nieuw.is_eerste_gesprek, nieuw.datum = True, datum
    bewaar(nieuw, by=by, velden=["is_eerste_gesprek", "datum"], reden=reden)
    dossier.datum_eerste_gesprek = datum
    bewaar(dossier, by=by, velden=["datum_eerste_gesprek", "updated_at"], reden=reden)
    verschuivingen = volg_feiten(dossier, by=by, on=on, reden=reden)
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Eerste gesprek gewijzigd: {datumtekst(was)} wordt {datumtekst(datum)}.{in_een_zin(verschuivingen)}"
    log(dossier, "eerste_gesprek_gewijzigd", tekst, by=by, at=at, reden=reden.strip(), was=nu.pk, gesprek=nieuw.pk)
    return verschuivingen


def eis_wijzigbaar(dossier: Dossier, gesprek: Gesprek, datum: date, on: date) -> tuple[Gesprek, Gesprek]:
    """Give the eerste gesprek as it is and the one that takes its place, or say why that can't be."""
    nu = Gesprek.objects.filter(dossier=dossier, is_eerste_gesprek=True).first()
    if nu is None:
        raise ActieFout("Dit dossier heeft nog geen eerste gesprek. Leg het eerst vast.")
    nieuw = Gesprek.objects.get(dossier=dossier, pk=gesprek.pk)
    eis_geldig(nieuw, "Dit gesprek")
    eis_dag(dossier, datum, on, "Het eerste gesprek")
    if (nieuw.pk, datum) == (nu.pk, nu.datum):
        raise ActieFout(NIETS)
    if nieuw.pk != nu.pk:
        eis_gesprek(nieuw.kanaal)
    return nu, nieuw


def voorspel_klokken(dossier: Dossier, gesprek: Gesprek, datum: date, on: date) -> list[Klokverschuiving]:
    """Tell what `gesprek`, on `datum`, as the eerste gesprek would do to the clocks, without doing it."""
    straks = copy(gesprek)
    straks.datum = datum
    return voorspel(dossier, on, straks)


@transaction.atomic
def eerste_gesprek_intrekken(
    *, gesprek: Gesprek, reden: str, by: User, at: datetime, on: date
) -> tuple[Dossier, list[Klokverschuiving]]:
    """Withdraw an eerste gesprek that never was, or that belongs to somebody else; tells which clocks moved.

    The dossier is again where it was before: the clocks from the gesprek run no more, those to it run again, and its
    hulpvragen count no more. That somebody wants help goes back to what was known when only this gesprek said it, and
    the afspraak that it closed is planned again (decision 1292).
    Raises ActieFout without a reason, and when something leans on it (`eis_intrekbaar`).
    """
    dossier = vergrendel(gesprek.dossier)
    gesprek = Gesprek.objects.select_for_update().get(pk=gesprek.pk)
    eis_intrekbaar(dossier, gesprek)
    gesprek.is_eerste_gesprek = False
    bewaar(gesprek, by=by, velden=["is_eerste_gesprek"], reden=reden)
    trek_in(gesprek, reden, by=by, at=at)
    zet_status(dossier, status_voor_gesprek(dossier))
    dossier.datum_eerste_gesprek = None
    bewaar(dossier, by=by, velden=["status", "datum_eerste_gesprek", "updated_at"], reden=reden)
    if (wilde := wil_zonder_gesprek(dossier)) is not None:
        zet_wil(dossier, wilde, by, reden)
    verschuivingen = volg_feiten(dossier, by=by, on=on, reden=reden)
    terug = heropen_afspraak(gesprek, dossier, by=by, reden=reden.strip())
    volg_pogingen(dossier, by=by, on=on)
    tekst = (
        f"Eerste gesprek van {datumtekst(gesprek.datum)} ingetrokken. Het dossier staat weer op"
        f" '{dossier.get_status_display()}'.{in_een_zin(verschuivingen)}{terug.zin if terug else ''}"
    )
    wat = {"gesprek": gesprek.pk, **(terug.gegevens if terug else {})}
    log(dossier, "eerste_gesprek_ingetrokken", tekst, by=by, at=at, reden=reden.strip(), **wat)
    return dossier, verschuivingen


def eis_intrekbaar(dossier: Dossier, gesprek: Gesprek) -> None:
    """Say what leans on the eerste gesprek, and what to do then: the page asks the same before it asks for a reason."""
    if vast := [binding.wat for binding in bindingen(dossier)]:
        raise ActieFout(
            f"{INTREKKEN} kan niet: er is al {' en '.join(vast)}. Leg het echte eerste gesprek vast met 'Gesprek"
            " vastleggen' en kies daar 'Maak dit het eerste gesprek'. Daarna trekt u het verkeerde in. Was er geen"
            " ander gesprek? Overleg dan met uw coördinator."
        )
    eis_status(dossier, IN_TE_TREKKEN, INTREKKEN)
    eis_geldig(gesprek, "Dit gesprek")
    if not gesprek.is_eerste_gesprek:
        raise ActieFout(
            "Dit is niet meer het eerste gesprek. Open de pagina opnieuw en kies 'Intrekken' bij dit gesprek."
        )
    if uitstel := _uitstel(dossier):
        raise ActieFout(
            f"{INTREKKEN} kan niet: er is {' en '.join(uitstel)}. Trek dat eerst in, als dat ook niet klopt."
        )
    ander = Hulpvraag.objects.geldig().filter(dossier=dossier).exclude(gesprek=gesprek).order_by("gesprek__datum")
    if hulpvraag := ander.select_related("gesprek").first():
        fout = ActieFout(
            f"{INTREKKEN} kan niet: in het gesprek van {datumtekst(hulpvraag.gesprek.datum)} staan ook hulpvragen."
            " Dan is dat het eerste gesprek. Maak dat gesprek het eerste, en trek dit gesprek daarna in."
        )
        fout.url = f"{reverse('eerste_gesprek_wijzigen', args=[dossier.nummer])}?gesprek={hulpvraag.gesprek_id}"
        fout.url_tekst = "Eerste gesprek wijzigen"
        raise fout


def _uitstel(dossier: Dossier) -> list[str]:
    """Name the letters about the clocks that run from the gesprek, and what the college decided about them."""
    opschortingen = Opschorting.objects.geldig().filter(dossier=dossier, termijn__regel__in=VANAF_GESPREK)
    bronnen = {
        "een opschorting of verdaging van een termijn": opschortingen,
        "een vraag om de aanvraag aan te vullen": dossier.aanvullingen.geldig(),
        "een besluit met de hardheidsclausule": dossier.hardheidsbesluiten.geldig(),
    }
    return [wat for wat, rijen in bronnen.items() if rijen.exists()]


def wil_zonder_gesprek(dossier: Dossier) -> WilOndersteuning | None:
    """Give what was known of wanting help before the eerste gesprek; None when something else changed it last."""
    versies = dossier.aanmelding.history.order_by("-history_id")
    rijen = versies.values_list("wil_ondersteuning", "history_change_reason")
    for (wil, waarom), (eerder, _) in pairwise(rijen):
        if wil != eerder:
            return WilOndersteuning(eerder) if waarom == WIL_IN_GESPREK else None
    return None
