from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.forms.document import MetBestand
from cases.zoekvraag import DOSSIERNUMMER
from config.forms import DatumVeld, Formulier
from portal_import.bestand import MAX_BYTES
from portal_import.soorten import ALLEEN_LEVERING, Bestandsoort, Soort

MAX_MB = MAX_BYTES // (1024 * 1024)


class ImportForm(MetBestand, Formulier):
    """A list to look into. What is in it is checked when it is read, so that each refusal is on record."""

    gemeente = forms.ModelChoiceField(
        label="Voor welke gemeente is de lijst?", queryset=Gemeente.objects.none(), empty_label="Kies een gemeente"
    )
    soort = forms.TypedChoiceField(
        label="Wat voor lijst is het?",
        choices=Soort.choices,
        coerce=Soort,
        widget=forms.RadioSelect,
        help_text=f"{ALLEEN_LEVERING} Een nieuwe status of een antwoord van UHT: in het dossier, bij UHT. Een"
        " jaarlijst: bij de verantwoording.",
    )
    bestand = forms.FileField(
        label="Bestand",
        allow_empty_file=True,
        help_text=f"Een Excel-bestand (.xlsx) of een CSV-bestand. Hoogstens {MAX_MB} MB.",
        widget=forms.FileInput({"accept": ".xlsx,.csv,.ods"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enige = kies_gemeente(self, user)
        self.initial.setdefault("soort", Soort.LEVERING)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        return {"gemeente": self.enige, **gegevens} if self.enige else gegevens

    def clean_bestand(self) -> UploadedFile:
        """Refuse what is too large before it is read."""
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > MAX_BYTES:
            raise ValidationError(
                f"Dit bestand is groter dan {MAX_MB} MB. Verdeel de lijst over meer bestanden en kies die één voor één."
            )
        return bestand


class PortaalbestandForm(Formulier):
    """That a file stands ready in the portal: which kind, and since when."""

    gemeente = forms.ModelChoiceField(
        label="Voor welke gemeente is het?", queryset=Gemeente.objects.none(), empty_label="Kies een gemeente"
    )
    soort = forms.TypedChoiceField(
        label="Wat voor bestand is het?",
        choices=Bestandsoort.choices,
        coerce=Bestandsoort,
        widget=forms.RadioSelect,
        help_text=ALLEEN_LEVERING,
    )
    geplaatst_op = DatumVeld(label="Sinds wanneer staat het in het portaal?")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enige = kies_gemeente(self, user)
        self.initial.setdefault("soort", Bestandsoort.LEVERING)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        return {"gemeente": self.enige, **gegevens} if self.enige else gegevens


class KiesForm(Formulier):
    """Which dossier a row of a preview is about; empty: somebody new."""

    dossier = forms.RegexField(DOSSIERNUMMER, required=False, max_length=20)


def kies_gemeente(form: forms.Form, user: User) -> Gemeente | None:
    """Ask for the gemeente only of who imports for more than one; gives the only one."""
    gemeenten = list(Gemeente.objects.visible_to(user, Permission.IMPORT))
    if len(gemeenten) == 1:
        del form.fields["gemeente"]
        return gemeenten[0]
    form.fields["gemeente"].queryset = Gemeente.objects.visible_to(user, Permission.IMPORT)  # type: ignore[attr-defined]
    return None
