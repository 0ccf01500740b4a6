"""What every page of a dossier shows around it, asked along with the dossier."""

from functools import cache
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.expressions import RawSQL

from cases.status import Status
from cases.zoekquerysets import DossierZoekQuerySet
from config.sqltekst import schrijf_uit

# What few dossiers have: a page first sees whether there is any, and asks for the rows only then.
ZELDZAAM = {
    "opschortingen": "Opschorting",
    "ingebrekestellingen": "Ingebrekestelling",
    "aanvullingen": "Aanvulling",
    "hardheidsbesluiten": "Hardheidsbesluit",
}


class DossierPaginaQuerySet(DossierZoekQuerySet):
    def voor_pagina(self) -> Self:
        """Join and fetch what every page of a dossier shows around it: person, clocks, UHT status, points, counts."""
        return (
            self.annotate(**_uitgeschreven())
            .select_related("persoon", "casusregisseur", "gemeente", "beleid", "gezin", "aanmelding")
            .prefetch_related("termijnen", "uht_wijzigingen", "controlepunten")
        )

    def met_aantallen(self) -> Self:
        """Count what the side menu shows; the driegesprekken stand with the gesprekken, without what was withdrawn."""
        gezin = _rijen("Dossier", gezin=OuterRef("gezin")).exclude(status=Status.INGETROKKEN).exclude(pk=OuterRef("pk"))
        return self.annotate(
            aantal_contacten=_telling(_geldige("Contact")),
            aantal_gesprekken=_telling(_geldige("Gesprek")) + _telling(_geldige("Driegesprek")),
            aantal_mensen=_telling(gezin)
            + _telling(_rijen("Gezinslid", gezin=OuterRef("gezin")))
            + _telling(_geldige("Betrokkene")),
            aantal_documenten=_telling(_geldige("Document", opvolger=None)),
        )

    def met_zeldzaam(self) -> Self:
        """Tell of what few dossiers have whether there is any."""
        return self.annotate(
            **{f"heeft_{naam}": Exists(_rijen(model, dossier=OuterRef("pk"))) for naam, model in ZELDZAAM.items()}
        )


def _rijen(model: str, **welke: Any) -> models.QuerySet[Any]:
    rijen: models.QuerySet[Any] = apps.get_model("cases", model).objects.filter(**welke)
    return rijen.order_by()


def _geldige(model: str, **welke: Any) -> models.QuerySet[Any]:
    """Give the rows of the dossier that were not withdrawn as a mistake."""
    return _rijen(model, dossier=OuterRef("pk"), ingetrokken_op__isnull=True, **welke)


def _telling(rijen: models.QuerySet[Any]) -> Subquery:
    """Count in a subquery of its own, so that the counts of several tables do not multiply each other."""
    aantal = models.Func(F("pk"), function="count", output_field=models.IntegerField())
    return Subquery(rijen.annotate(aantal=aantal).values("aantal"))


@cache
def _uitgeschreven() -> dict[str, RawSQL]:
    """Give the counts of a page as text: they are the same at every page, and Django is long in writing them."""
    tellingen = apps.get_model("cases", "Dossier").objects.met_aantallen().met_zeldzaam()
    return {naam: schrijf_uit(tellingen, naam) for naam in tellingen.query.annotations}
