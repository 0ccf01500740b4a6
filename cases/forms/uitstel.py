"""Hold up a beslistermijn, end that early, and record an ingebrekestelling."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.actions.ingebrekestelling import naam_van
from cases.actions.uitstel import is_voorbij
from cases.forms.document import Documentkeuze
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import GeenDwangsom
from cases.models import Dossier, Opschorting, Termijn
from cases.uitstelgronden import keuzes_van
from config.forms import DatumVeld
from config.weergave import datum

IN_DE_BRIEF = "Dit komt in de brief aan de inwoner."


class OpschortForm(Dossierformulier):
    grond = forms.ChoiceField(label="Waarom staat de termijn stil?", widget=forms.RadioSelect)
    van = DatumVeld(
        label="Eerste dag die niet meetelt",
        help_text="Vroeg u iets aan de inwoner of in het buitenland? Dan is dit de dag na uw brief.",
    )
    tot = DatumVeld(
        label="Laatste dag die niet meetelt",
        help_text="Weet u dit nog niet zeker? Kies de dag die u de inwoner noemt. U kunt het later eerder beëindigen.",
    )
    toelichting = forms.CharField(label="Toelichting", max_length=300, widget=tekstvak(3), help_text=IN_DE_BRIEF)
    blijkt_uit = forms.CharField(
        label="Waaruit blijkt dat, en van welke dag is dat?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: de brief van de inwoner van 18 april 2026. Dit komt niet in de brief.",
    )

    def __init__(self, *args: Any, termijn: Termijn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        voorbij = is_voorbij(termijn, self.on)
        self.fields["grond"].choices = keuzes_van(termijn.regel, voorbij=voorbij)  # type: ignore[attr-defined]
        if not voorbij:
            del self.fields["blijkt_uit"]
            return
        self.fields["van"].label = "Sinds welke dag stond de termijn stil?"
        self.fields["van"].help_text = f"Op of voor {datum(termijn.uiterste_datum)}: toen liep de termijn nog."

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", ValidationError("De laatste dag ligt voor de eerste dag. Kies een latere dag."))
        return gegevens


class VerdaagForm(Dossierformulier):
    toelichting = forms.CharField(
        label="Waarom is er meer tijd nodig?", max_length=300, widget=tekstvak(3), help_text=IN_DE_BRIEF
    )


class BeeindigForm(Dossierformulier):
    laatste_dag = DatumVeld(
        label="Laatste dag die niet meetelt",
        help_text="Is de aanvraag aangevuld of de informatie er? Dan is dit de dag daarvoor.",
    )
    reden = forms.CharField(
        label="Waarom loopt de termijn weer?", max_length=300, widget=tekstvak(3), help_text=IN_DE_BRIEF
    )

    def __init__(self, *args: Any, opschorting: Opschorting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opschorting = opschorting


class Termijnkeuze(forms.ModelChoiceField):
    dossier: Dossier

    def label_from_instance(self, obj: Termijn) -> str:
        return naam_van(obj, self.dossier)


class IngebrekestellingForm(Dossierformulier):
    """The letter of the inwoner that the besluit is late."""

    termijn = Termijnkeuze(
        queryset=Termijn.objects.none(), label="Over welk besluit?", widget=forms.RadioSelect, empty_label=None
    )
    ontvangen_op = DatumVeld(
        label="Wanneer kwam de brief binnen?", help_text="De twee weken tellen vanaf de dag na ontvangst."
    )
    document = Documentkeuze(label="De brief van de inwoner in dit dossier")
    geen_dwangsom = forms.ChoiceField(
        label="Geldt een uitzondering, zodat er geen dwangsom is?",
        required=False,
        choices=[("", "Nee"), *GeenDwangsom.choices],
        help_text="Schrijf bij de toelichting waarom.",
    )
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=300, widget=tekstvak(3))

    def __init__(self, *args: Any, termijnen: list[Termijn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        te_laat = Termijn.objects.filter(pk__in=[termijn.pk for termijn in termijnen])
        self.fields["termijn"].dossier = self.dossier  # type: ignore[attr-defined]
        self.fields["termijn"].queryset = te_laat  # type: ignore[attr-defined]
        if len(termijnen) == 1:
            self.fields["termijn"].initial = termijnen[0].pk
        self.fields["document"].queryset = self.dossier.documenten.bruikbaar()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("geen_dwangsom") and not gegevens.get("toelichting"):
            self.add_error("toelichting", ValidationError("Schrijf op waarom er geen dwangsom is."))
        return gegevens
