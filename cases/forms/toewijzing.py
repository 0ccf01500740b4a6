from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, QuerySet

from accounts.models import Gemeente, User
from cases.forms.collega import CollegaKeuze, CollegasKeuze
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.vrijetekst import ZonderBsn
from cases.models import Dossier
from cases.verdeling import TeVerdelen, verdeel
from cases.vervanging import afwezig_tekst, naam_met_afwezigheid
from config.forms import Formulier, zet_meldingen
from config.tussentijds import Tussentijds
from config.weergave import telwoord


class ConsulentKeuze(CollegaKeuze):
    """A choice of consulenten, each with how much they have already."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_label="Kies een consulent", **kwargs)

    def met_dossiers_in(self, gemeente_id: int, on: date) -> None:
        """Offer the consulenten of a gemeente; only its own dossiers count, as another's are not for these eyes."""
        self.bied(User.objects.casusregisseurs(gemeente_id), on)
        dossiers = Dossier.objects.filter(gemeente=gemeente_id, casusregisseur__isnull=False).open()
        self.aantallen = dict(dossiers.order_by().values_list("casusregisseur").annotate(Count("pk")))

    def label_from_instance(self, obj: User) -> str:
        aantal = telwoord(self.aantallen.get(obj.pk, 0), "open dossier", "open dossiers")
        return ", ".join(filter(None, (f"{obj.naam} ({aantal})", afwezig_tekst(obj, self.on))))


def reden_veld(**kwargs: Any) -> forms.CharField:
    return forms.CharField(label="Reden", max_length=300, widget=tekstvak(2), **kwargs)


class ToewijzenForm(Tussentijds, Dossierformulier):
    """Who becomes the casusregisseur, the one contact of the inwoner."""

    casusregisseur = ConsulentKeuze(label="Wie wordt de casusregisseur?")
    reden = reden_veld(
        required=False, help_text="Bijvoorbeeld waarom een collega het overneemt. Dit komt in de geschiedenis."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["casusregisseur"]
        assert isinstance(keuze, ConsulentKeuze)
        keuze.met_dossiers_in(self.dossier.gemeente_id, self.on)
        self.volg_rij(self.dossier, ["casusregisseur"])


class SamenToewijzenForm(ZonderBsn, Formulier):
    """Who becomes the casusregisseur of all dossiers that were ticked."""

    casusregisseur = ConsulentKeuze(label="Wie wordt de casusregisseur?")
    reden = reden_veld(required=False, help_text="Dit komt in de geschiedenis van elk dossier.")

    def __init__(self, *args: Any, gemeente: Gemeente, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["casusregisseur"]
        assert isinstance(keuze, ConsulentKeuze)
        keuze.met_dossiers_in(gemeente.pk, on)


class CollegasForm(Formulier):
    """Who takes the work over; the division follows, and can be changed, on the next page."""

    collega = CollegasKeuze(
        label="Wie neemt het werk over?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Kiest u meer collega's, dan verdelen wij de dossiers gelijk. U kunt dat daarna nog veranderen.",
    )

    def __init__(self, *args: Any, collegas: QuerySet[User], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collega"].bied(collegas, on)  # type: ignore[attr-defined]


class OvernemenForm(ZonderBsn, Formulier):
    """Who gets which dossier of somebody who leaves, filled in evenly beforehand, from the choice of CollegasForm."""

    taken_naar = CollegaKeuze(
        label="Losse taken",
        empty_label=None,
        help_text="Taken die bij geen van deze dossiers horen.",
    )
    reden = reden_veld(help_text="Bijvoorbeeld: werkt hier niet meer. Dit komt in de geschiedenis van elk dossier.")

    def __init__(
        self,
        *args: Any,
        dossiers: Sequence[Dossier],
        collegas: QuerySet[User],
        on: date,
        losse_taken: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dossiers = dossiers
        self.collegas = {collega.pk: collega for collega in collegas}
        te_verdelen = [TeVerdelen(dossier.nummer, dossier.gezin_id) for dossier in dossiers]
        begin = verdeel(te_verdelen, list(self.collegas))
        keuzes = [(pk, naam_met_afwezigheid(collega, on)) for pk, collega in self.collegas.items()]
        for dossier in dossiers:
            self.fields[dossier.nummer] = forms.TypedChoiceField(
                label=f"Naar wie gaat {dossier.nummer}?", choices=keuzes, coerce=int, initial=begin[dossier.nummer]
            )
            zet_meldingen(self.fields[dossier.nummer])
        self.fields["taken_naar"].bied(collegas, on)  # type: ignore[attr-defined]
        if not losse_taken:
            del self.fields["taken_naar"]

    @property
    def rijen(self) -> list[tuple[Dossier, forms.BoundField]]:
        return [(dossier, self[dossier.nummer]) for dossier in self.dossiers]

    @property
    def onderaan(self) -> list[forms.BoundField]:
        """Give the fields that are not about one dossier."""
        return [self[naam] for naam in ("taken_naar", "reden") if naam in self.fields]

    @property
    def verdeling(self) -> dict[Dossier, User]:
        return {dossier: self.collegas[self.cleaned_data[dossier.nummer]] for dossier in self.dossiers}

    @property
    def taken_gaan_naar(self) -> User:
        eerste = next(iter(self.collegas.values()))
        return self.cleaned_data.get("taken_naar") or eerste
