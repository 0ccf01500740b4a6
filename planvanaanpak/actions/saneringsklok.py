"""Let the year to ask for sanering follow what the plan says of it."""

from datetime import date, datetime

from django.db.models import Min

from accounts.models import User
from cases.actions.tegemoetkoming import sanering_gevraagd
from cases.models import Dossier
from planvanaanpak.models import Saneringskrediet


def volg_verzoek(dossier: Dossier, beschikking: date, *, by: User, at: datetime, on: date) -> None:
    """Let the year to ask for sanering be met by the first day on which it was asked in this dossier."""
    rijen = Saneringskrediet.objects.filter(voorziening__plan__dossier=dossier)
    verzoek = rijen.aggregate(eerste=Min("datum_verzoek"))["eerste"]
    sanering_gevraagd(dossier=dossier, beschikking=beschikking, verzoek=verzoek, by=by, at=at, on=on)
