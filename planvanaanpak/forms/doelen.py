"""A doel for the inwoner or a gezinslid, and the steps to it."""

from typing import Any

from django import forms
from django.db.models import Q

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import Leefgebied
from cases.models import Gezinslid
from config.forms import DatumVeld
from config.tussentijds import Tussentijds
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel, Doelstap

HOOGSTENS = 5000


class _Gezinskeuze(forms.ModelChoiceField):
    """Choose somebody of the gezin; empty is the inwoner."""

    def __init__(self) -> None:
        super().__init__(
            Gezinslid.objects.none(), label="Voor wie is dit doel?", required=False, empty_label="De inwoner zelf"
        )


class _Doelvelden(Dossierformulier):
    markeer_niet_verplicht = False

    tekst = forms.CharField(label="Doel: wanneer is het goed?", max_length=HOOGSTENS, widget=tekstvak(3))
    gezinslid = _Gezinskeuze()

    def _zet_gezin(self, nu: int | None = None) -> None:
        """Offer who counts of the gezin (Gezinslid.telt_mee), and for whom the doel already is."""
        leden = self.dossier.gezin.leden.filter(Q(tot__isnull=True) | Q(bij_aanvraag=True) | Q(pk=nu))
        self.fields["gezinslid"].queryset = leden  # type: ignore[attr-defined]


class NieuwDoelForm(_Doelvelden):
    """A doel more on a leefgebied; once the plan is vastgesteld with the reason."""

    leefgebied = forms.TypedChoiceField(label="Leefgebied", choices=Leefgebied.choices, coerce=Leefgebied)
    reden = forms.CharField(
        label="Waarom komt dit doel erbij?",
        max_length=2000,
        widget=tekstvak(2),
        help_text="Het plan is al vastgesteld. De reden blijft bij het doel staan.",
    )
    field_order = ("leefgebied", "tekst", "gezinslid", "reden")

    def __init__(self, *args: Any, na_vaststelling: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not na_vaststelling:
            del self.fields["reden"]
        self._zet_gezin()


class DoelWijzigenForm(Tussentijds, _Doelvelden):
    """The text of a doel in an open plan, and for whom it is."""

    def __init__(self, *args: Any, doel: Doel, **kwargs: Any) -> None:
        nu = {"tekst": doel.tekst, "gezinslid": doel.gezinslid_id}
        super().__init__(*args, initial=nu, **kwargs)
        self._zet_gezin(doel.gezinslid_id)
        self.volg({"tekst": doel.tekst, "gezinslid": doel.gezinslid})


class StapForm(Tussentijds, Dossierformulier):
    """One step: what, who, by when, and how it stands."""

    wat = forms.CharField(label="Wat gebeurt er?", max_length=300, widget=forms.TextInput({"autocomplete": "off"}))
    wie = forms.CharField(
        label="Wie doet dit?",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="Bijvoorbeeld: de inwoner, de casusregisseur, de budgetcoach.",
    )
    datum_uiterlijk = DatumVeld(label="Uiterlijk op", required=False)
    status = forms.TypedChoiceField(
        label="Hoe staat het ermee?", choices=DoelStatus.choices, coerce=DoelStatus, widget=forms.RadioSelect
    )
    datum_behaald = DatumVeld(label="Klaar op", required=False, help_text="Alleen bij behaald.")
    reden_vervallen = forms.CharField(
        label="Waarom vervalt de stap?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text="Alleen bij vervallen.",
    )

    def __init__(self, *args: Any, stap: Doelstap | None, **kwargs: Any) -> None:
        velden = ("wat", "wie", "datum_uiterlijk", "status", "datum_behaald", "reden_vervallen")
        nu = {veld: getattr(stap, veld, None) for veld in velden}
        super().__init__(*args, initial=nu if stap else {"status": DoelStatus.OPEN}, **kwargs)
        if stap is None:
            for veld in ("status", "datum_behaald", "reden_vervallen"):
                del self.fields[veld]
            return
        self.volg(nu)

    def is_gezien(self, gegevens: dict[str, Any]) -> bool:
        return "versie" not in self.fields or super().is_gezien(gegevens)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        status = gegevens.get("status", DoelStatus.OPEN)
        if status == DoelStatus.BEHAALD and not gegevens.get("datum_behaald") and "datum_behaald" not in self.errors:
            self.add_error("datum_behaald", "Vul in op welke dag de stap klaar was.")
        if status == DoelStatus.VERVALLEN and not gegevens.get("reden_vervallen"):
            self.add_error("reden_vervallen", "Schrijf op waarom de stap vervalt.")
        return gegevens

    @property
    def gegevens(self) -> Stapgegevens:
        """Give the step; a day and a reason count only with the status that they belong to."""
        velden = {veld: self.cleaned_data[veld] for veld in self.fields if veld != "versie"}
        status = velden.get("status", DoelStatus.OPEN)
        if status != DoelStatus.BEHAALD:
            velden["datum_behaald"] = None
        if status != DoelStatus.VERVALLEN:
            velden["reden_vervallen"] = ""
        return Stapgegevens(**velden)
