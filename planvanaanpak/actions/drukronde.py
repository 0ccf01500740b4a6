"""Put the letters of a day together to print, say that they were printed, or let them wait again."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.actions.basis import bewaar, verwijder
from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, log
from config.weergave import datum as datumtekst
from planvanaanpak.drukbrief import Printbrief
from planvanaanpak.drukwerklijst import te_drukken, van_regels, verdeel
from planvanaanpak.models import Besluit, Bijsluiter, Drukregel, Drukronde

# More would take a request too long, and is more than one can put in envelopes (decision 1011).
MEEST = 250


@transaction.atomic
def drukronde_maken(
    *, gemeente: Gemeente, dag: date, by: User, at: datetime, met_eerder: bool = False, meest: int = MEEST
) -> Drukronde:
    """Take the letters of the day that wait to be printed, and those left from earlier days when asked.

    No more than `meest`: the rest waits. Two who press at once get one drukronde each, and no letter in both. Raises
    ActieFout when there is none.
    """
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    wacht = te_drukken(gemeente, by, dag=dag)
    brieven = eerste_deel(wacht if met_eerder else verdeel(wacht, dag)[0], meest)
    if not brieven:
        raise ActieFout("Er zijn geen brieven om af te drukken. Misschien heeft een collega ze al klaargezet.")
    ronde = bewaar(Drukronde(gemeente=gemeente, datum=dag, gemaakt_op=at, gemaakt_door=by), by=by)
    Drukregel.objects.bulk_create(
        Drukregel(ronde=ronde, volgorde=volgorde, **{_veld(brief.brief): brief.brief})
        for volgorde, brief in enumerate(brieven, start=1)
    )
    return ronde


def eerste_deel(brieven: Sequence[Printbrief], meest: int) -> Sequence[Printbrief]:
    """Give what fits in one file; what goes to one dossier is not torn apart, as long as it fits itself."""
    if len(brieven) <= meest:
        return brieven
    heel = [brief for brief in brieven[:meest] if brief.dossier.pk != brieven[meest].dossier.pk]
    return heel or brieven[:meest]


@transaction.atomic
def afgedrukt_melden(*, ronde: Drukronde, by: User, at: datetime) -> Drukronde:
    """Mark the letters as printed, in each dossier too: an event says by whom. It sends nothing.

    A letter that lapsed was not in the file, and so has no event.
    """
    ronde = _vergrendel(ronde)
    if ronde.afgedrukt_op is not None:
        return ronde
    ronde.afgedrukt_op, ronde.afgedrukt_door = at, by
    bewaar(ronde, by=by, velden=["afgedrukt_op", "afgedrukt_door"])
    for brief in van_regels(ronde.regels.all(), localdate(at)):
        if not brief.vervallen:
            met = ", met een afschrift" if brief.met_afschrift else ""
            tekst = f"Afgedrukt: {brief.soort.lower()}{met}."
            log(brief.dossier, "brief_afgedrukt", tekst, by=by, at=at, drukronde=ronde.pk)
    return ronde


@transaction.atomic
def brief_weglaten(*, regel: Drukregel, reden: str, by: User, at: datetime) -> Drukregel:
    """Leave one letter out of the file: it went another way, or must not go. It does not wait any more after that.

    Raises ActieFout once the letters were printed, and without a reason.
    """
    ronde = _vergrendel(regel.ronde)
    regel = Drukregel.objects.get(pk=regel.pk)
    if ronde.afgedrukt_op is not None:
        raise ActieFout(f"Deze brieven zijn al afgedrukt op {datumtekst(ronde.afgedrukt_op)}.")
    if regel.is_ingetrokken:
        return regel
    if not reden.strip():
        raise ActieFout("Schrijf op waarom deze brief niet wordt afgedrukt.")
    regel.ingetrokken_op, regel.ingetrokken_door, regel.ingetrokken_reden = at, by, reden.strip()
    bewaar(regel, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"])
    (brief,) = van_regels(ronde.regels.filter(pk=regel.pk), localdate(at))
    tekst = f"Niet afgedrukt: {brief.soort.lower()}."
    log(brief.dossier, "brief_niet_afgedrukt", tekst, by=by, at=at, reden=regel.ingetrokken_reden, drukronde=ronde.pk)
    return regel


@transaction.atomic
def drukronde_weghalen(*, ronde: Drukronde, by: User) -> None:
    """Let the letters of a drukronde wait again. Raises ActieFout once they were printed."""
    ronde = _vergrendel(ronde)
    if ronde.afgedrukt_op is not None:
        raise ActieFout(f"Deze brieven zijn al afgedrukt op {datumtekst(ronde.afgedrukt_op)}.")
    verwijder(ronde, by=by)


def _vergrendel(ronde: Drukronde) -> Drukronde:
    nu: Drukronde | None = Drukronde.objects.select_for_update(of=("self",)).filter(pk=ronde.pk).first()
    if nu is None:
        raise ActieFout("Een collega heeft deze brieven intussen teruggezet.")
    return nu


def _veld(brief: object) -> str:
    return "besluit" if isinstance(brief, Besluit) else "bijsluiter" if isinstance(brief, Bijsluiter) else "document"
