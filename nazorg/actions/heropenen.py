"""Take an end back that a besluit op bezwaar or an intrekking undid: the support goes on as it was (Awb art. 7:11)."""

from datetime import date, datetime

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import bewaar, log, verwijder, zet_status
from cases.models import Dossier, Termijn
from cases.status import Status
from nazorg.actions.klokken import laat_weer_lopen
from nazorg.actions.traject import afsluitreden_van, laat_planning_vervallen, open_traject, sluit_traject
from nazorg.models import Beeindiging, Nazorgtraject
from nazorg.termijnen import ALTIJD_WEER, BEEINDIGING, BLIJFT_LOPEN, NAZORG_CONTACT, NAZORG_EINDE
from planvanaanpak.heropening import noem
from planvanaanpak.models import Beroep, Besluit

# In acclimatisatie the wind-down after niet erkend goes on; in uitvoering the plan was taken up again.
GEEINDIGD = frozenset({Status.NAZORG, Status.AFGESLOTEN})


def weigering_heropenen(besluit: Besluit) -> str:
    """Say why this end can't be taken back: it was before, or another end came after it."""
    einde = Beeindiging.objects.filter(besluit=besluit).select_related("herroepen_met", "herroepen_na").first()
    if einde is None:
        return "Bij dit besluit staat geen einde van de ondersteuning."
    if waarmee := einde.herroepen_met or einde.herroepen_na:
        return f"Deze beëindiging is al herroepen met {noem(waarmee)}."
    if later := _later(einde):
        return f"Daarna is de ondersteuning opnieuw beëindigd, met {later.besluit.nummer}. Trek dat besluit eerst in."
    return ""


def _later(einde: Beeindiging) -> Beeindiging | None:
    return (
        Beeindiging.objects.staat().filter(dossier=einde.dossier_id, pk__gt=einde.pk).select_related("besluit").first()
    )


def heropenen(*, besluit: Besluit, met: Besluit | Beroep, by: User, at: datetime, on: date) -> None:
    """Bring a locked dossier back to the status before the end: its clocks run again, and the nazorg lapses.

    Contacts that were only planned are taken out with the reason; what was held stays. An end that came after it still
    stands, and so does the wind-down after niet erkend. Writes one event; part of the action that took the end back.
    """
    einde = Beeindiging.objects.select_for_update().staat().filter(besluit=besluit).first()
    if einde is None:
        return
    veld = "herroepen_met" if isinstance(met, Besluit) else "herroepen_na"
    setattr(einde, veld, met)
    einde.save(update_fields=[veld])
    dossier, reden = besluit.dossier, f"Beëindiging {besluit.nummer} herroepen met {noem(met)}"
    later = _later(einde)
    # the nazorg of now is that of a later end, when the plan was taken up again in between
    vervallen = 0
    if einde.nazorg_gewenst and not (later and later.nazorg_gewenst):
        vervallen = _laat_nazorg_vervallen(dossier, reden, by, at)
    if later is None and dossier.status in GEEINDIGD:
        if not einde.nazorg_gewenst:
            _hervat_nazorg(dossier, einde, reden, by)
        zet_status(dossier, Status(einde.stond_op))
        bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
        _laat_klokken_lopen(dossier, einde, on)
        sluit_statusvraag(dossier, "De ondersteuning gaat verder.", by=by, at=at)
    tekst = f"{reden}. Het dossier staat op '{dossier.get_status_display()}'."
    if vervallen:
        tekst += f" Geplande contacten in de nazorg vervallen: {vervallen}."
    log(dossier, "heropend", tekst, by=by, at=at, besluit=besluit.nummer, met=noem(met))


def _laat_nazorg_vervallen(dossier: Dossier, reden: str, by: User, at: datetime) -> int:
    """Take out what was planned; a nazorg in which a contact was held is closed, another leaves nothing but history."""
    traject, gepland = laat_planning_vervallen(dossier, reden, by=by)
    if traject is None:
        return 0
    if not traject.contacten.exists():
        verwijder(traject, by=by, reden=reden)
    elif traject.afgesloten_op is None:
        sluit_traject(traject, reden, by=by, at=at)
    return gepland


def _hervat_nazorg(dossier: Dossier, einde: Beeindiging, reden: str, by: User) -> None:
    """Open the nazorg again that this end closed, after niet erkend: it is still to be stopped."""
    gesloten = Nazorgtraject.objects.select_for_update().filter(
        dossier=dossier, afsluitreden=afsluitreden_van(einde.grond_tekst), gestopt_op=None
    )
    for traject in gesloten:
        open_traject(traject, by=by, reden=reden)


def _laat_klokken_lopen(dossier: Dossier, einde: Beeindiging, on: date) -> None:
    """Let the clocks run again that ran when the support ended, late at once when their last day has passed.

    Of an end from before this was kept, those that the law lets run. The ground itself was settled, right or wrong.
    """
    klokken = Termijn.objects.filter(dossier=dossier)
    klokken = klokken.exclude(regel__in=(*BLIJFT_LOPEN, NAZORG_CONTACT.code, NAZORG_EINDE.code, BEEINDIGING.code))
    liepen = einde.liepen
    kies = klokken.filter(regel__in=ALTIJD_WEER) if liepen is None else klokken.filter(pk__in=liepen)
    laat_weer_lopen(dossier, kies, liepen or {}, on)
