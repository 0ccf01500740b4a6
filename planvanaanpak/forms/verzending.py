"""Forms of what happens to a letter after it left, and of consent to electronic post."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.models import Document
from config.forms import DatumVeld
from planvanaanpak.actions.verzendbasis import eis_verzenddag
from planvanaanpak.models import Besluit
from planvanaanpak.verzendkeuzes import Postsoort, Retourreden, Toestemmingbron, Verzendwijze


def wijzen(*, elektronisch: bool) -> list[tuple[str, str]]:
    """Give how a letter can leave; electronically only when there is consent."""
    weg = () if elektronisch else (Verzendwijze.ELEKTRONISCH,)
    return [(wijze.value, wijze.label) for wijze in Verzendwijze if wijze not in weg]


class CorrectieForm(Dossierformulier):
    """The day on which a letter really left, after another one was confirmed."""

    datum = DatumVeld(label="Op welke dag ging de brief echt de deur uit?")
    reden = forms.CharField(
        label="Waarom verandert de dag?", max_length=300, widget=tekstvak(2), help_text="Dit komt in de geschiedenis."
    )

    def __init__(self, *args: Any, besluit: Besluit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.besluit = besluit

    def clean_datum(self) -> date:
        """Refuse a day on which it can't have left before the page shows what that day would do."""
        dag: date = self.cleaned_data["datum"]
        try:
            eis_verzenddag(self.besluit, dag, self.on)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return dag


class RetourForm(Dossierformulier):
    """That a letter came back, and why."""

    datum = DatumVeld(label="Wanneer kwam de brief terug?")
    reden = forms.ChoiceField(label="Waarom kwam de brief terug?", widget=forms.RadioSelect)
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=300, widget=tekstvak(2))

    def __init__(self, *args: Any, elektronisch: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        redenen = [(r.value, r.label) for r in Retourreden if (r == Retourreden.NIET_BEZORGD) == elektronisch]
        self.fields["reden"].choices = redenen  # type: ignore[attr-defined]

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > self.on:
            raise ValidationError("De dag waarop de brief terugkwam, kan niet in de toekomst liggen.")
        return dag


class OpnieuwForm(Dossierformulier):
    """When and how a letter that came back left again."""

    datum = DatumVeld(label="Wanneer gaat de brief opnieuw de deur uit?", help_text="Vandaag, of een eerdere dag.")
    wijze = forms.ChoiceField(label="Hoe?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, elektronisch: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wijze"].choices = wijzen(elektronisch=elektronisch)  # type: ignore[attr-defined]


class ToestemmingForm(Dossierformulier):
    """That somebody wants one kind of message electronically (Awb art. 2:8)."""

    soort = forms.ChoiceField(
        label="Welke berichten wil de inwoner elektronisch?",
        choices=Postsoort.choices,
        widget=forms.RadioSelect,
        help_text="Leg elke soort apart vast. Toestemming voor de ene soort geldt niet voor de andere.",
    )
    gegeven_op = DatumVeld(label="Wanneer zei de inwoner dat?")
    bron = forms.ChoiceField(label="Hoe?", choices=Toestemmingbron.choices, widget=forms.RadioSelect)
    adres = forms.EmailField(label="Op welk e-mailadres?", max_length=254)
    document = forms.ModelChoiceField(
        label="Bewijs uit het dossier",
        required=False,
        queryset=Document.objects.none(),
        empty_label="Geen document",
        help_text="Bijvoorbeeld het formulier. Voeg het eerst toe bij de documenten.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documenten = Document.objects.filter(dossier=self.dossier, ingetrokken_op__isnull=True)
        self.fields["document"].queryset = documenten  # type: ignore[attr-defined]

    def clean_gegeven_op(self) -> date:
        dag: date = self.cleaned_data["gegeven_op"]
        if dag > self.on:
            raise ValidationError("Deze dag ligt in de toekomst. Leg de toestemming vast als zij gegeven is.")
        return dag


class ToestemmingIntrekkenForm(Dossierformulier):
    """From when somebody wants post on paper again."""

    tot = DatumVeld(label="Vanaf welke dag wil de inwoner weer brieven op papier?")
    reden = forms.CharField(
        label="Waarom?", max_length=300, widget=tekstvak(2), help_text="Dit komt in de geschiedenis."
    )

    def clean_tot(self) -> date:
        dag: date = self.cleaned_data["tot"]
        if dag > self.on:
            raise ValidationError("Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
        return dag
