"""Further gesprekken, urgent hulpvragen, an acute dossier and one with voorrang, over the roads that were walked."""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions import eerste_gesprek, hulpvragen, rang
from cases.actions import gesprekken as acties
from cases.keuzes import BedreigendeSituatie, Kanaal, Leefgebied, Urgentie
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from portal_import.demo.levering import moment


def vul_gesprekken(gemeente: Gemeente, on: date) -> None:
    """Add to a few dossiers of a gemeente what a demo should show; always to the same ones."""
    met_regisseur = Dossier.objects.filter(gemeente=gemeente, casusregisseur__isnull=False).order_by("pk")
    _acuut(met_regisseur.filter(status=Status.PLAN_VAN_AANPAK).first(), on)
    _acuut(met_regisseur.filter(status=Status.AANMELDING).last(), on)
    _voorrang(met_regisseur.filter(status__in=acties.VOOR_EERSTE_GESPREK).first(), gemeente, on)
    for dossier in met_regisseur.filter(status=Status.UITVOERING)[:4]:
        _nog_een_gesprek(dossier, on)
    _verkeerde_datum(met_regisseur.filter(status=Status.PLAN_VAN_AANPAK).last(), on)


def _by(dossier: Dossier) -> User:
    assert dossier.casusregisseur is not None
    return dossier.casusregisseur


def _acuut(dossier: Dossier | None, on: date) -> None:
    if dossier is None:
        return
    wanneer = moment(on - timedelta(days=1), 9)
    rang.acuut_melden(
        dossier=dossier,
        situatie=BedreigendeSituatie.ONTRUIMING,
        toelichting=f"De verhuurder heeft de ontruiming aangezegd op {datumtekst(on + timedelta(days=9))}.",
        by=_by(dossier),
        at=wanneer,
    )
    for hulpvraag in dossier.hulpvragen.order_by("id")[:1]:
        hulpvragen.hulpvraag_wijzigen(
            hulpvraag=hulpvraag,
            wijzigingen={"urgentie": Urgentie.ACUUT},
            reden="Zonder hulp raakt de inwoner de woning kwijt.",
            by=_by(dossier),
            at=wanneer,
        )


def _voorrang(dossier: Dossier | None, gemeente: Gemeente, on: date) -> None:
    coordinator = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk").first()
    if dossier is None or coordinator is None:
        return
    reden = "UHT vroeg om voorrang: problemen op alle vijf leefgebieden."
    rang.voorrang_geven(dossier=dossier, reden=reden, by=coordinator, at=moment(on - timedelta(days=1), 11))


def _nog_een_gesprek(dossier: Dossier, on: date) -> None:
    dag = on - timedelta(days=5)
    acties.gesprek_vastleggen(
        dossier=dossier,
        datum=dag,
        kanaal=Kanaal.KANTOOR,
        aanwezig="Een vriendin van de inwoner",
        verslag="Besproken hoe het gaat met de afspraken uit het plan. De budgetcoach is begonnen.\n\n"
        "De inwoner wil graag weer aan het werk. Afgesproken: samen naar het werkplein.",
        hulpvragen={Leefgebied.WERK: "Ik wil weer werken, het liefst in de zorg."},
        urgentie={Leefgebied.WERK: Urgentie.DRINGEND},
        by=_by(dossier),
        at=moment(dag, 15),
        on=dag,
    )


def _verkeerde_datum(dossier: Dossier | None, on: date) -> None:
    """Correct the day of an eerste gesprek that was entered a day late."""
    gesprek = dossier.gesprekken.filter(is_eerste_gesprek=True).first() if dossier else None
    if dossier is None or gesprek is None:
        return
    dag = max(gesprek.datum - timedelta(days=1), dossier.datum_aanmelding)
    if dag == gesprek.datum:
        return
    eerste_gesprek.eerste_gesprek_wijzigen(
        dossier=dossier,
        gesprek=gesprek,
        datum=dag,
        reden="De datum was een dag te laat overgenomen uit de agenda.",
        by=_by(dossier),
        at=moment(on - timedelta(days=1), 14),
        on=on,
    )
