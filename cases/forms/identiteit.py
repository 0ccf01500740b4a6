from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Q, When

from cases.forms.document import Documentkeuze
from cases.forms.dossierformulier import Dossierformulier
from cases.forms.verbeteren import Verbeterformulier
from cases.keuzes import BewijsVan, Documentsoort, Identiteitsbewijs
from config.forms import DatumVeld


class IdentiteitForm(Dossierformulier):
    """When and how the identity was seen; a copy is not needed for it."""

    datum = DatumVeld(label="Wanneer zag u wie de inwoner is?")
    hoe = forms.TypedChoiceField(
        label="Hoe zag u dat?", choices=Identiteitsbewijs.choices, coerce=Identiteitsbewijs, widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=300,
        help_text="Bijvoorbeeld waar u het bewijs zag. Schrijf geen nummers van het bewijs over.",
    )
    document = Documentkeuze(label="Document in dit dossier waaruit het blijkt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        over_identiteit = Q(soort=Documentsoort.IDENTITEIT) | Q(bewijs_van=BewijsVan.IDENTITEIT)
        eerst = Case(When(over_identiteit, then=0), default=1)
        bruikbaar = self.dossier.documenten.bruikbaar()
        self.fields["document"].queryset = bruikbaar.order_by(eerst, "-datum", "-pk")  # type: ignore[attr-defined]

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.on:
            raise ValidationError("Deze dag ligt in de toekomst. Vul de dag in waarop u de identiteit zag.")
        return datum


class IdentiteitVerbeterForm(Verbeterformulier, IdentiteitForm):
    """Correct how the identity was seen; the document that it names can stay, also when that was withdrawn."""

    wijzigbaar = ("datum", "hoe", "toelichting", "document")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.nu["document"] is not None:
            veld: Any = self.fields["document"]
            veld.queryset = veld.queryset | self.dossier.documenten.filter(pk=self.nu["document"].pk)
