from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from cases.bestanden import ACCEPT, BestandFout, controleer_grootte, herken
from cases.forms.dossierformulier import Dossierformulier
from cases.keuzes import BewijsVan, Documentsoort
from cases.models import Document
from config.forms import DatumVeld
from config.weergave import datum

OPNIEUW = "Kies het bestand opnieuw. Een bestand blijft niet staan als er iets anders verbeterd moet worden."


class BestandVeld(forms.FileField):
    """A file that a dossier may hold, checked by its content. The action looks again, and so does the virus scanner."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput({"accept": ACCEPT}))
        kwargs.setdefault(
            "help_text",
            "PDF, foto (JPG, PNG, WEBP), Word, Excel, OpenDocument, e-mail of tekst."
            f" Hoogstens {settings.UPLOAD_MAX_MB} MB.",
        )
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        bestand = super().clean(data, initial)
        if isinstance(bestand, UploadedFile):
            _keur(bestand)
        return bestand


class Documentkeuze(forms.ModelChoiceField):
    """Choose one of the documents of the dossier; which may be chosen, its form says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Document.objects.none(), required=False, empty_label="Geen", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.onderwerp}, {datum(obj.datum)} ({obj.get_soort_display().lower()})"


class MetBestand:
    """A form with a file: a browser forgets the chosen file, so any other error asks to choose it again."""

    bestandsveld = "bestand"
    _nagekeken = False

    def full_clean(self) -> None:
        super().full_clean()  # type: ignore[misc]
        self._nagekeken = True
        self._vraag_opnieuw()

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)  # type: ignore[misc]
        if self._nagekeken:
            self._vraag_opnieuw()

    def _vraag_opnieuw(self) -> None:
        form: Any = self
        if form.errors and form.files.get(self.bestandsveld) and self.bestandsveld not in form.errors:
            super().add_error(self.bestandsveld, OPNIEUW)  # type: ignore[misc]


class DocumentForm(MetBestand, Dossierformulier):
    """A file with what it is about. Its own name is not kept: that may hold a name or BSN."""

    soort = forms.TypedChoiceField(
        label="Wat voor document is het?",
        choices=Documentsoort.choices,
        coerce=Documentsoort,
        widget=forms.RadioSelect,
    )
    onderwerp = forms.CharField(
        label="Onderwerp",
        max_length=120,
        help_text="Zo staat het document in het dossier. Zet hier geen burgerservicenummer in.",
    )
    datum = DatumVeld(label="Datum van het document", help_text="De dag die op de brief, factuur of e-mail staat.")
    bewijs_van = forms.ChoiceField(
        label="Is het een bewijs?",
        required=False,
        choices=[("", "Nee"), *BewijsVan.choices],
        help_text="Zo vindt u het terug als u het bewijs nodig heeft.",
    )
    bestand = BestandVeld(label="Bestand")

    def clean_datum(self) -> date:
        return niet_later(self.cleaned_data["datum"], self.on)


def niet_later(dag: date, on: date) -> date:
    """Give back the day of a document, and refuse one that is still to come."""
    if dag > on:
        raise ValidationError("Deze datum ligt in de toekomst. Vul de datum in die op het document staat.")
    return dag


def _keur(bestand: UploadedFile) -> None:
    try:
        controleer_grootte(bestand.size or 0, maximum_mb=settings.UPLOAD_MAX_MB)
        herken(bestand.read(), maximum_mb=settings.UPLOAD_MAX_MB, naam=bestand.name or "")
    except BestandFout as fout:
        raise ValidationError(str(fout)) from None
    finally:
        bestand.seek(0)
