"""The people of a gezin as pages and letters name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.keuzes import Relatie
from cases.models import Dossier, Gezinslid, Persoon
from config.weergave import brp_datum, datum

KINDEREN = frozenset({Relatie.KIND, Relatie.PLEEGKIND})


@dataclass(frozen=True, kw_only=True)
class Lidregel:
    """A gezinslid in a list; `wanneer` says when somebody came or left, later than the aanvraag."""

    pk: int
    naam: str
    relatie: str
    geboren: str
    wanneer: str = ""
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Gezinsbeeld:
    """The composition at the aanvraag, which counts (Tiel 2025 art. 2 lid 2), and apart from it what changed later."""

    bij_aanvraag: tuple[Lidregel, ...]
    later: tuple[Lidregel, ...]


def maak_gezinsbeeld(leden: Sequence[Gezinslid], on: date) -> Gezinsbeeld:
    later = [lid for lid in leden if not lid.bij_aanvraag or lid.tot]
    return Gezinsbeeld(
        bij_aanvraag=tuple(_regel(lid, on) for lid in leden if lid.bij_aanvraag),
        later=tuple(_regel(lid, on, _wanneer(lid)) for lid in later),
    )


def gezin_in_brief(dossier: Dossier, op: date) -> tuple[str, ...]:
    """Name the gezin as at the aanvraag in the plan; nothing when nobody noted it.

    What somebody is of the inwoner is said only where the gezin has one dossier: in a second dossier of the gezin the
    same people are something else.
    """
    gezin = dossier.gezin
    leden = [lid for lid in gezin.leden.all() if lid.bij_aanvraag and not _is_zelf(lid, dossier.persoon)]
    if not leden:
        return ("u",) if gezin.vastgelegd_op is not None else ()
    is_enige = not gezin.dossiers.zonder_ingetrokken().exclude(pk=dossier.pk).exists()
    return ("u", *(_in_brief(lid, op, met_relatie=is_enige) for lid in leden))


def _in_brief(lid: Gezinslid, op: date, *, met_relatie: bool) -> str:
    delen = [lid.get_relatie_display().lower()] if met_relatie and lid.relatie != Relatie.ANDERS else []
    if lid.relatie in KINDEREN and lid.geboren:
        delen.append(f"{lid.geboren.leeftijd_op(op)} jaar")
    return f"{lid.naam} ({', '.join(delen)})" if delen else lid.naam


def _is_zelf(lid: Gezinslid, persoon: Persoon) -> bool:
    """Say whether a gezinslid is the person of this dossier: the gezin is shared, and its list names everybody."""
    if lid.naam.casefold() == persoon.naam.casefold():
        return True
    zelfde_dag = bool(lid.geboortedatum) and lid.geboortedatum == persoon.geboortedatum
    return zelfde_dag and lid.naam.casefold().endswith(persoon.achternaam.casefold())


def _regel(lid: Gezinslid, on: date, wanneer: str = "") -> Lidregel:
    geboren = brp_datum(lid.geboortedatum) if lid.geboortedatum else ""
    leeftijd = f", {lid.geboren.leeftijd_op(on)} jaar" if lid.geboren else ""
    return Lidregel(
        pk=lid.pk,
        naam=lid.naam,
        relatie=lid.get_relatie_display(),
        geboren=f"geboren {geboren}{leeftijd}" if geboren else "geboortedatum niet bekend",
        wanneer=wanneer,
        toelichting=lid.toelichting,
    )


def _wanneer(lid: Gezinslid) -> str:
    delen = [f"erbij vanaf {datum(lid.vanaf)}"] if lid.vanaf else []
    if lid.tot:
        delen.append(f"bij het gezin tot en met {datum(lid.tot)}")
    return ", ".join(delen)
