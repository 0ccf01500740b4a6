"""Invite a user, change one, and one's own data."""

from typing import Any

from django import forms

from accounts.actions.gebruikers import waarom_geen_email, waarom_geen_gegevens
from accounts.models import Gemeente, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from config.forms import Formulier, ModelFormulier
from config.tussentijds import Tussentijds

# What letters print of a user.
GEGEVENS = ("naam", "telefoon", "functie")
UITLEG = "Iemand kan meer rollen hebben. Financieel ziet geen zorgeninhoud; een externe hulpverlener besluit nooit."


def rollenveld() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Rollen", choices=Rol.choices, widget=forms.CheckboxSelectMultiple, help_text=UITLEG
    )


class UitnodigenForm(Formulier):
    gemeente = forms.ModelChoiceField(label="Gemeente", queryset=Gemeente.objects.none(), empty_label=None)
    naam = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(
        label="E-mailadres", max_length=254, help_text="Hiermee logt deze persoon in. Gebruik geen groepsadres."
    )
    telefoon = forms.CharField(
        label="Telefoon", max_length=30, required=False, help_text="Staat als contactnummer in brieven."
    )
    rollen = rollenveld()

    def __init__(self, *args: Any, beheerder: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = Gemeente.objects.visible_to(beheerder, Permission.GEBRUIKERS_BEHEREN)
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]
        if gemeenten.count() == 1:
            self.fields["gemeente"].initial = gemeenten.first()


class GebruikerForm(Tussentijds, ModelFormulier):
    rollen = rollenveld()

    class Meta:
        model = User
        fields = ["naam", "email", "telefoon", "functie"]
        help_texts = {"email": "Hiermee logt deze persoon in. Wijzigt u het, dan krijgen beide adressen een mail."}

    def __init__(self, *args: Any, gemeente: Gemeente, beheerder: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if waarom := waarom_geen_gegevens(user=self.instance, by=beheerder):
            for veld in GEGEVENS:
                self.fields[veld].disabled = True
            self.fields["naam"].help_text = waarom
        if waarom := waarom_geen_email(user=self.instance, by=beheerder):
            self.fields["email"].disabled = True
            self.fields["email"].help_text = waarom
        self.fields["rollen"].required = False
        self.fields["rollen"].label = f"Rollen in {gemeente.naam}"
        rollen = list(self.instance.lidmaatschappen.filter(gemeente=gemeente).values_list("rol", flat=True))
        self.fields["rollen"].initial = rollen
        self.volg({veld: getattr(self.instance, veld) for veld in self.Meta.fields} | {"rollen": rollen})

    def clean_email(self) -> str:
        email: str = User.objects.normalize_email(self.cleaned_data["email"])
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Dit adres hoort al bij een ander account.")
        return email


class AccountForm(Tussentijds, ModelFormulier):
    class Meta:
        model = User
        fields = GEGEVENS
        help_texts = {
            "telefoon": "Staat als uw contactnummer in brieven.",
            "functie": "Staat onder besluiten die u neemt. Leeg: uw rol.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.volg_rij(self.instance, self.Meta.fields)
