"""The people around an invented dossier: gezin, vertegenwoordiger, zaakbehandelaar, language and a geheim adres."""

from datetime import date, timedelta
from random import Random

from accounts.models import Gemeente, User
from cases.actions import betrokkenen, gezin
from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.uht import verificatiecode_ophalen
from cases.keuzes import BetrokkeneRol, PostAan
from cases.models import Dossier
from portal_import.demo.levering import moment
from portal_import.demo.weg import Weg

KINDEREN = ("Sem", "Noor", "Yara", "Daan", "Amina", "Milan")
TALEN = ("Turks", "Arabisch", "Tigrinya", "Pools")
BEWIND = {
    "rol": BetrokkeneRol.BEWINDVOERDER,
    "naam": "P. Jansen",
    "organisatie": "Bewindkantoor De Brug",
    "telefoon": "0555 12 34 90",
    "email": "post@debrug.example",
    "adres": "Postbus 12\n4000 AA Rivierendam",
}
ZAAKBEHANDELAAR = {
    "rol": BetrokkeneRol.ZAAKBEHANDELAAR_UHT,
    "naam": "S. de Wit",
    "telefoon": "0555 12 34 91",
    "email": "s.dewit@uht.example",
}
DESKUNDIGE = {
    "rol": BetrokkeneRol.ERVARINGSDESKUNDIGE,
    "naam": "H. Wouters",
    "telefoon": "06 5555 0190",
    "toelichting": "Gaat op verzoek mee naar een gesprek.",
}


def noteer_mensen(weg: Weg) -> None:
    """Note who stands around, in turns: each fourth dossier has a gezin, others a vertegenwoordiger or a tolk.

    Chance of its own, so that the roads of the other dossiers stay as they were.
    """
    nummer = int(weg.dossier.nummer.rpartition("-")[2])
    rng = Random(f"mensen-{nummer}")  # noqa: S311  # invented people, no secrets
    if nummer % 4 == 0:
        _noteer_gezin(weg, rng)
    if nummer % 8 == 1:
        _noteer_vertegenwoordiger(weg)
    if nummer % 8 == 2:
        _wijzig(weg, {"taal": rng.choice(TALEN), "tolk": True, "voorkeurskanaal": "telefoon"}, "Vroeg om een tolk.")
    if nummer % 8 == 3:
        for gegevens in (ZAAKBEHANDELAAR, DESKUNDIGE):
            _voeg_toe(weg, gegevens)
    if nummer % 16 == 5:
        _wijzig(weg, {"geheim_adres": True}, "Woont op een geheim adres.")


def koppel_dossiers(gemeente: Gemeente, by: User, on: date) -> None:
    """Make two dossiers of people without noted gezinsleden one gezin, and note that last year's code was fetched."""
    los = Dossier.objects.filter(gemeente=gemeente, gezin__leden=None, gezin__vastgelegd_op=None).open()
    paar = list(los.order_by("pk")[:2])
    if len(paar) == 2:
        een, ander = paar
        gezin.gezin_koppelen(dossier=een, ander=ander, reden="Zij zijn partners.", by=by, at=moment(on, 9))
    eerder = on - timedelta(days=190)
    verificatiecode_ophalen(gemeente=gemeente, by=by, at=moment(eerder), on=eerder)


def _noteer_gezin(weg: Weg, rng: Random) -> None:
    achternaam = weg.dossier.persoon.achternaam
    for voornaam in rng.sample(KINDEREN, k=rng.randint(1, 3)):
        jaar = weg.dag.year - rng.randint(3, 16)
        gegevens = {
            "naam": f"{voornaam} {achternaam}",
            "geboortedatum": f"{jaar}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            "relatie": "kind",
            "bij_aanvraag": True,
        }
        gezin.gezinslid_toevoegen(
            dossier=weg.dossier,
            gegevens=gegevens,
            reden="",
            by=weg.consulent,
            at=moment(weg.dag, 14),
            on=weg.dag,
        )
    gezin.gezin_vastleggen(dossier=weg.dossier, by=weg.consulent, at=moment(weg.dag, 15))


def _noteer_vertegenwoordiger(weg: Weg) -> None:
    naar = _voeg_toe(weg, BEWIND)
    betrokkenen.post_kiezen(
        dossier=weg.dossier,
        post_aan=PostAan.VERTEGENWOORDIGER,
        vertegenwoordiger=naar,
        reden="De kantonrechter benoemde een bewindvoerder.",
        by=weg.consulent,
        at=moment(weg.dag, 15),
    )
    weg.dossier.persoon.refresh_from_db()


def _voeg_toe(weg: Weg, gegevens: dict[str, str]) -> betrokkenen.Betrokkene:
    at = moment(weg.dag, 14)
    return betrokkenen.betrokkene_toevoegen(dossier=weg.dossier, gegevens=gegevens, by=weg.consulent, at=at)


def _wijzig(weg: Weg, wijzigingen: dict[str, object], reden: str) -> None:
    at = moment(weg.dag, 15)
    persoon_wijzigen(dossier=weg.dossier, wijzigingen=wijzigingen, reden=reden, by=weg.consulent, at=at)
    weg.dossier.persoon.refresh_from_db()
