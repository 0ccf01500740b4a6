from typing import Any

from django import forms
from django.db.models import Count

from accounts.models import User
from accounts.rollen import Rol
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Dossier
from config.weergave import telwoord


class ConsulentKeuze(forms.ModelChoiceField):
    """A choice of consulenten, each with how much they have already."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(User.objects.none(), empty_label="Kies een consulent", **kwargs)

    def met_dossiers_in(self, gemeente_id: int) -> None:
        """Offer the consulenten of a gemeente; only its own dossiers count, as another's are not for these eyes."""
        self.queryset = User.objects.met_rol(Rol.CONSULENT, gemeente_id)
        dossiers = Dossier.objects.filter(gemeente=gemeente_id, casusregisseur__isnull=False).open()
        self.aantallen = dict(dossiers.order_by().values_list("casusregisseur").annotate(Count("pk")))

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.naam} ({telwoord(self.aantallen.get(obj.pk, 0), 'open dossier', 'open dossiers')})"


class ToewijzenForm(Dossierformulier):
    """Who becomes the casusregisseur, the one contact of the inwoner."""

    casusregisseur = ConsulentKeuze(label="Wie wordt de casusregisseur?")
    reden = forms.CharField(
        label="Reden",
        required=False,
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld waarom een collega het overneemt. Dit komt in de geschiedenis.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["casusregisseur"]
        assert isinstance(keuze, ConsulentKeuze)
        keuze.met_dossiers_in(self.dossier.gemeente_id)
