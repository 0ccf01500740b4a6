from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Count, QuerySet

from accounts.models import Gemeente, User
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.vrijetekst import ZonderBsn
from cases.models import Dossier
from cases.verdeling import TeVerdelen, verdeel
from config.forms import Formulier, zet_meldingen
from config.tussentijds import Tussentijds
from config.weergave import telwoord


class ConsulentKeuze(forms.ModelChoiceField):
    """A choice of consulenten, each with how much they have already."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(User.objects.none(), empty_label="Kies een consulent", **kwargs)

    def met_dossiers_in(self, gemeente_id: int) -> None:
        """Offer the consulenten of a gemeente; only its own dossiers count, as another's are not for these eyes."""
        self.queryset = User.objects.casusregisseurs(gemeente_id)
        dossiers = Dossier.objects.filter(gemeente=gemeente_id, casusregisseur__isnull=False).open()
        self.aantallen = dict(dossiers.order_by().values_list("casusregisseur").annotate(Count("pk")))

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.naam} ({telwoord(self.aantallen.get(obj.pk, 0), 'open dossier', 'open dossiers')})"


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
        keuze.met_dossiers_in(self.dossier.gemeente_id)
        self.volg_rij(self.dossier, ["casusregisseur"])


class SamenToewijzenForm(ZonderBsn, Formulier):
    """Who becomes the casusregisseur of all dossiers that were ticked."""

    casusregisseur = ConsulentKeuze(label="Wie wordt de casusregisseur?")
    reden = reden_veld(required=False, help_text="Dit komt in de geschiedenis van elk dossier.")

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["casusregisseur"]
        assert isinstance(keuze, ConsulentKeuze)
        keuze.met_dossiers_in(gemeente.pk)


class CollegasForm(Formulier):
    """Who takes the work over; the division follows, and can be changed, on the next page."""

    collega = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label="Wie neemt het werk over?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Kiest u meer collega's, dan verdelen wij de dossiers gelijk. U kunt dat daarna nog veranderen.",
    )

    def __init__(self, *args: Any, collegas: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collega"].queryset = collegas  # type: ignore[attr-defined]


class OvernemenForm(ZonderBsn, Formulier):
    """Who gets which dossier of somebody who leaves, filled in evenly beforehand."""

    taken_naar = forms.ModelChoiceField(
        User.objects.none(),
        label="Losse taken",
        empty_label=None,
        help_text="Taken die bij geen van deze dossiers horen.",
    )
    reden = reden_veld(help_text="Bijvoorbeeld: werkt hier niet meer. Dit komt in de geschiedenis van elk dossier.")

    def __init__(
        self, *args: Any, dossiers: Sequence[Dossier], collegas: QuerySet[User], losse_taken: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.dossiers = dossiers
        self.collegas = {collega.pk: collega for collega in collegas}
        te_verdelen = [TeVerdelen(dossier.nummer, dossier.gezin_id) for dossier in dossiers]
        begin = verdeel(te_verdelen, list(self.collegas))
        keuzes = [(pk, collega.naam) for pk, collega in self.collegas.items()]
        for dossier in dossiers:
            self.fields[dossier.nummer] = forms.TypedChoiceField(
                label=f"Naar wie gaat {dossier.nummer}?", choices=keuzes, coerce=int, initial=begin[dossier.nummer]
            )
            zet_meldingen(self.fields[dossier.nummer])
        self.fields["taken_naar"].queryset = collegas  # type: ignore[attr-defined]
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
