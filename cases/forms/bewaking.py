"""What somebody who looks ahead at the nightly run chooses: a day and a gemeente."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from config.forms import DatumVeld, Filterformulier
from config.keuzelijst import Keuzeveld

VER = timedelta(days=366)


class Vooruitblikfilter(Filterformulier):
    dag = DatumVeld(label="Tot en met de nacht van", required=False)
    gemeente = Keuzeveld(label="Gemeente", required=False)

    def __init__(self, *args: object, user: User, on: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        zichtbaar = Gemeente.objects.visible_to(user, Permission.BEWAKING_ZIEN).order_by("naam")
        self.gemeenten = {gemeente.code: gemeente for gemeente in zichtbaar}
        keuzes = [(code, gemeente.naam) for code, gemeente in self.gemeenten.items()]
        self.fields["gemeente"].choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            del self.fields["gemeente"]

    def clean_dag(self) -> date:
        dag: date = self.cleaned_data["dag"] or self.on + timedelta(days=1)
        if dag < self.on:
            raise ValidationError("Kies vandaag of een latere dag.")
        if dag > self.on + VER:
            raise ValidationError("Kies een dag binnen een jaar.")
        return dag
