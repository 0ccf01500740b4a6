"""What sending, correcting the day of it and sending again share: the trail, the bijsluiter and the clocks."""

import hashlib
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, eis_in_leven
from cases.actions.ingebrekestelling import verschuif_besluit
from cases.actions.termijnen import start_termijn, verschuif_gehaald
from cases.envelop import als_envelop
from cases.models import Termijn
from cases.uitstelgronden import BEZWAAR, PLAN
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import volg_bezwaren
from planvanaanpak.actions.bezwaarbrieven import ontvanger_bezwaar
from planvanaanpak.brief import Ontvanger, uit_json
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Berichttoestemming, Besluit, Bezwaar, Bijsluiter, Retourpost, Verzending
from planvanaanpak.opbouw import maak_bijsluiter
from planvanaanpak.pdf import BriefFout, bijsluiter_pdf
from planvanaanpak.planbron import OVER_HET_PLAN
from planvanaanpak.termijnen import EINDKLOKKEN, NIET_TIJDIG_UITSPRAAK
from planvanaanpak.verzendkeuzes import Gebeurtenis, Verzendwijze, postsoort_van

VIER_WEKEN = "buiten_behandeling"
# The besluiten on the aanvraag: with them its beslistermijn is met.
OP_DE_AANVRAAG = (*OVER_HET_PLAN, BesluitSoort.BUITEN_BEHANDELING)


def rechtsmiddel(besluit: Besluit) -> str:
    """Name the rule of the term in which one can act against a besluit."""
    return "beroep" if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR else "bezwaar"


def eis_verzenddag(besluit: Besluit, datum: date, on: date) -> None:
    """Refuse a day on which the letter can't have left."""
    if datum > on:
        raise ActieFout("De dag van verzending kan niet in de toekomst liggen.")
    if datum < localdate(besluit.vastgesteld_op):
        raise ActieFout("Een besluit kan niet verzonden zijn vóórdat het is vastgesteld.")


def eis_ontvanger(besluit: Besluit, naar: Ontvanger, datum: date) -> None:
    """Refuse a letter to an inwoner who died; one to another belanghebbende still goes out."""
    if not naar.ander:
        eis_in_leven(besluit.dossier, "De brief versturen", op=datum)


def toestemming_voor(besluit: Besluit, datum: date) -> Berichttoestemming | None:
    """Give the consent with which the letter of a besluit could leave electronically on a day (Awb art. 2:8).

    It is the consent of the inwoner: there is none for a letter to another belanghebbende.
    """
    if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR:
        bezwaar = bezwaar_bij(besluit)
        if bezwaar is not None and bezwaar.belanghebbende:
            return None
    rijen = Berichttoestemming.objects.filter(persoon=besluit.dossier.persoon_id, soort=postsoort_van(besluit.soort))
    rij: Berichttoestemming | None = rijen.geldt_op(datum).first()
    return rij


def eis_wijze(besluit: Besluit, wijze: str, datum: date, naar: Ontvanger) -> Berichttoestemming | None:
    """Refuse to send electronically without consent for this kind of message; gives the consent.

    Awb art. 2:8: only who said so is reached that way. It is the inwoner who said it: what goes to a vertegenwoordiger
    goes by post.
    """
    if wijze != Verzendwijze.ELEKTRONISCH:
        return None
    if naar.ander:
        raise ActieFout("Deze brief gaat niet naar de inwoner zelf. Verstuur hem met de post.")
    if naar.voor or naar.afschrift_aan:
        raise ActieFout("Deze brief gaat ook naar een vertegenwoordiger. Verstuur hem met de post.")
    toestemming = toestemming_voor(besluit, datum)
    if toestemming is None:
        soort = postsoort_van(besluit.soort).label.lower()
        raise ActieFout(
            f"Elektronisch versturen kan niet: op {datumtekst(datum)} was er geen toestemming voor {soort} (Awb artikel"
            " 2:8). Verstuur de brief met de post, of leg eerst de toestemming vast."
        )
    return toestemming


def leg_vast(
    besluit: Besluit,
    gebeurtenis: Gebeurtenis,
    datum: date,
    *,
    wijze: str,
    by: User,
    at: datetime,
    toestemming: Berichttoestemming | None = None,
    telt: bool = True,
    retour: Retourpost | None = None,
    reden: str = "",
) -> Verzending:
    """Write a line of the trail, before the day on the besluit follows it: the database asks for that order."""
    return Verzending.objects.create(
        besluit=besluit,
        gebeurtenis=gebeurtenis,
        datum=datum,
        was=besluit.verzonden_op,
        telt=telt,
        wijze=wijze,
        toestemming=toestemming,
        retour=retour,
        reden=reden,
        vastgelegd_op=at,
        vastgelegd_door=by,
    )


def ontvanger_nu(besluit: Besluit) -> Ontvanger | None:
    """Give to whom the letter of a besluit op bezwaar goes now; None for the others: that is the inwoner's own."""
    bezwaar = bezwaar_bij(besluit)
    if bezwaar is None:
        return None
    bezwaar.dossier = besluit.dossier
    return ontvanger_bezwaar(bezwaar)


def bezwaar_bij(besluit: Besluit) -> Bezwaar | None:
    """Give the bezwaar on which a besluit decided, also when a court vernietigde it."""
    over = Q(beslissing=besluit) | Q(beroepen__vernietigd=besluit)
    rij: Bezwaar | None = Bezwaar.objects.select_related("gemachtigde").filter(over).first()
    return rij


def maak_blad(
    besluit: Besluit,
    dag: date,
    verzending: Verzending,
    *,
    datum: date | None = None,
    eerder: date | None = None,
    opnieuw: bool = False,
    loopt_door: bool = False,
    opnieuw_op: date | None = None,
) -> Bijsluiter:
    """Make and keep the sheet that says until when one can act against a besluit that left on `dag`."""
    blad = maak_bijsluiter(
        besluit,
        dag,
        ontvanger_nu(besluit),
        datum=datum,
        eerder=eerder,
        opnieuw=opnieuw,
        loopt_door=loopt_door,
        opnieuw_op=opnieuw_op,
    )
    try:
        pdf = bijsluiter_pdf(blad)
    except BriefFout as fout:
        raise ActieFout(str(fout)) from fout
    return Bijsluiter.objects.create(
        besluit=besluit,
        datum=dag,
        verzending=verzending,
        envelop=als_envelop(blad.ontvanger),
        inhoud=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )


def volg_dag(besluit: Besluit, datum: date, was: date, on: date) -> str:
    """Let the clocks follow the day on which a letter really left; `was` is what they had (Awb 6:8).

    Tells what became of an ingebrekestelling about a bezwaar against it, after another sentence.
    """
    dossier = besluit.dossier
    start_termijn(dossier=dossier, regel=rechtsmiddel(besluit), aanleiding=f"besluit:{besluit.pk}", start=datum, on=on)
    gevolg = volg_bezwaren(besluit, on)
    if besluit.soort in OP_DE_AANVRAAG and _is_laatste_op_de_aanvraag(besluit):
        verschuif_besluit(dossier=dossier, regel=PLAN, datum=datum)
        verschuif_gehaald(dossier=dossier, regel=NIET_TIJDIG_UITSPRAAK.code, datum=datum, was=was)
    if besluit.soort == BesluitSoort.BUITEN_BEHANDELING:
        verschuif_gehaald(dossier=dossier, regel=VIER_WEKEN, datum=datum, was=was)
    if besluit.soort == BesluitSoort.BEEINDIGING:
        for regel in EINDKLOKKEN:
            verschuif_gehaald(dossier=dossier, regel=regel, datum=datum, was=was)
    return gevolg


def volg_dag_op_bezwaar(besluit: Besluit, datum: date, was: date) -> None:
    """Correct the day on which the clock of a besluit op bezwaar, and the dwangsom about it, stopped.

    Only those of its own bezwaar: another may have been decided on with a letter of the same day.
    """
    dossier, bezwaar = besluit.dossier, bezwaar_bij(besluit)
    assert bezwaar is not None, "a besluit op bezwaar decides on one"
    eigen = Q(aanleiding=f"bezwaar:{bezwaar.pk}") | Q(aanleiding__startswith=f"bezwaar:{bezwaar.pk}:")
    for klok in Termijn.objects.filter(eigen, dossier=dossier, regel=BEZWAAR, datum_gehaald=was):
        verschuif_besluit(dossier=dossier, regel=BEZWAAR, datum=datum, aanleiding=klok.aanleiding)
    verschuif_gehaald(dossier=dossier, regel=NIET_TIJDIG_UITSPRAAK.code, datum=datum, was=was)


def te_laat_bekend(besluit: Besluit, datum: date) -> str:
    """Say that a besluit to leave an aanvraag aside was made known after its four weeks (Awb art. 4:5 lid 4)."""
    klok = Termijn.objects.filter(dossier=besluit.dossier_id, regel=VIER_WEKEN, datum_gehaald__isnull=False).last()
    if klok is None or datum <= klok.uiterste_datum:
        return ""
    return (
        f" De brief ging te laat weg: dat kon tot en met {datumtekst(klok.uiterste_datum)} (Awb artikel 4:5 lid 4)."
        " Bespreek met een jurist of het besluit kan blijven."
    )


def _is_laatste_op_de_aanvraag(besluit: Besluit) -> bool:
    """Tell whether no later besluit was taken on the aanvraag: after an intrekking the clock is about that one."""
    later = Besluit.objects.filter(dossier=besluit.dossier_id, soort__in=OP_DE_AANVRAAG, pk__gt=besluit.pk)
    return not later.exists()


def is_zelfde_adres(besluit: Besluit, naar: Ontvanger) -> bool:
    """Tell whether the letter bears the address that it would bear now; of a geheim adres it bears none."""
    oud = uit_json(Besluit.objects.values_list("snapshot", flat=True).get(pk=besluit.pk)).ontvanger
    if oud.adres_geheim or naar.adres_geheim:
        return False
    return (oud.naam, oud.tav, oud.adresregels) == (naar.naam, naar.tav, naar.adresregels)
