from typing import Any

from django import forms

from cases.adres import MINSTENS_REGELS, tekstregels
from cases.contactgegevens import OngeldigGegeven, lees_telefoon
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.keuzes import BetrokkeneRol, PostAan
from cases.models import Betrokkene
from config.tussentijds import Tussentijds

KIES = [("", "Kies een rol")]


class _Betrokkenevelden(forms.Form):
    """What is known of somebody around the inwoner; a postadres is needed only for who gets the letters."""

    rol = forms.ChoiceField(label="Rol", choices=KIES + BetrokkeneRol.choices)
    naam = forms.CharField(label="Naam", max_length=160, widget=forms.TextInput({"autocomplete": "off"}))
    organisatie = forms.CharField(
        label="Organisatie", required=False, max_length=120, widget=forms.TextInput({"autocomplete": "off"})
    )
    telefoon = forms.CharField(
        label="Telefoon", required=False, max_length=30, widget=forms.TextInput({"autocomplete": "off"})
    )
    email = forms.EmailField(
        label="E-mailadres", required=False, max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    adres = forms.CharField(
        label="Postadres",
        required=False,
        widget=tekstvak(3),
        help_text="Zoals op een envelop. Nodig als deze persoon de brieven krijgt.",
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld waarvoor u deze persoon belt. De inwoner mag dit lezen.",
    )

    def clean_telefoon(self) -> str:
        telefoon: str = self.cleaned_data["telefoon"]
        try:
            return lees_telefoon(telefoon) if telefoon else ""
        except OngeldigGegeven as fout:
            raise forms.ValidationError(str(fout)) from None

    def clean_adres(self) -> str:
        regels = tekstregels(self.cleaned_data["adres"])
        if regels and len(regels) < MINSTENS_REGELS:
            raise forms.ValidationError("Vul ten minste twee regels in: de straat of postbus, en de plaats.")
        return "\n".join(regels)


VELDEN = ("rol", "naam", "organisatie", "telefoon", "email", "adres", "toelichting")


class BetrokkeneForm(_Betrokkenevelden, Dossierformulier):
    """Somebody new."""

    field_order = VELDEN


class BetrokkeneWijzigenForm(_Betrokkenevelden, Wijzigformulier):
    """Somebody who is known already, with the reason of the change."""

    wijzigbaar = VELDEN
    field_order = VELDEN


class IntrekkenForm(Dossierformulier):
    reden = forms.CharField(
        label="Waarom is deze persoon niet meer betrokken?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis. Wat er stond, blijft daar te zien.",
    )


class _Vertegenwoordigerveld(forms.ModelChoiceField):
    def label_from_instance(self, obj: Betrokkene) -> str:
        van = f", {obj.organisatie}" if obj.organisatie else ""
        return f"{obj.naam}{van} ({obj.get_rol_display().lower()})"


class PostForm(Tussentijds, Dossierformulier):
    """To whom the letters go: the inwoner, the vertegenwoordiger, or both."""

    post_aan = forms.TypedChoiceField(
        label="Aan wie gaan de brieven?", choices=PostAan.choices, coerce=PostAan, widget=forms.RadioSelect
    )
    vertegenwoordiger = _Vertegenwoordigerveld(
        Betrokkene.objects.none(),
        label="Welke vertegenwoordiger?",
        required=False,
        empty_label="Niemand",
        help_text="U ziet wie de inwoner vertegenwoordigt en een volledig postadres heeft.",
    )
    reden = forms.CharField(label="Reden", max_length=300, widget=tekstvak(2), help_text="Dit komt in de geschiedenis.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        geldig = [rij.pk for rij in self.dossier.betrokkenen.geldig() if rij.kan_post_krijgen]
        veld = self.fields["vertegenwoordiger"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Betrokkene.objects.filter(pk__in=geldig)
        krijgt = self.dossier.betrokkenen.filter(krijgt_post=True).first()
        nu = {"post_aan": self.dossier.persoon.post_aan, "vertegenwoordiger": krijgt}
        self.initial = {**nu, **self.initial}
        self.volg(nu)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        post_aan = gegevens.get("post_aan")
        if post_aan and post_aan != PostAan.INWONER and not gegevens.get("vertegenwoordiger"):
            self.add_error(
                "vertegenwoordiger",
                "Kies een vertegenwoordiger. Staat er niemand? Voeg dan eerst iemand toe met een volledig postadres.",
            )
        return gegevens
