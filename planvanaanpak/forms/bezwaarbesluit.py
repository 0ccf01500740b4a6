"""Forms of the besluit op bezwaar, and of the besluit that follows."""

from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from planvanaanpak.actions.bezwaarbesluit import Beslissing, genomen_op, keur
from planvanaanpak.actions.herleving import te_herleven
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.forms.besluit import VaststellenForm
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, Bezwaar


class BeslisForm(VaststellenForm):
    """What is decided on a bezwaar, and when the letter leaves."""

    dictum = forms.TypedChoiceField(
        label="Wat is uw beslissing?", choices=Dictum.choices, coerce=Dictum, widget=forms.RadioSelect
    )
    motivering = forms.CharField(
        label="Waarom?",
        max_length=10000,
        widget=tekstvak(8),
        help_text="Ga in op wat de indiener schreef en zei. De indiener leest dit: schrijf ‘u’. Vraagt de indiener om"
        " een vergoeding van kosten? Beslis daar hier ook over (Awb artikel 7:15).",
    )
    afwijking = forms.CharField(
        label="Waarom wijkt u af van het advies?",
        required=False,
        max_length=5000,
        widget=tekstvak(4),
        help_text="Alleen als u anders beslist dan de commissie adviseert.",
    )
    gevolg = forms.CharField(
        label="Wat verandert er?",
        required=False,
        max_length=5000,
        widget=tekstvak(4),
        help_text="Alleen bij gegrond of deels gegrond. Komt er een nieuw besluit? Schrijf dan waarover. Een bedrag"
        " hoort in het nieuwe besluit: daarmee kent u toe.",
    )
    vervolg = forms.TypedChoiceField(
        label="Is er een nieuw besluit nodig?",
        required=False,
        choices=Vervolg.choices,
        coerce=Vervolg,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text="Alleen bij gegrond of deels gegrond. Een toekenning, addendum, herziening of afwijzing vraagt"
        " altijd een nieuw besluit (Awb artikel 7:11 lid 2). Dat komt dan als taak op uw lijst.",
    )
    terug = forms.TypedMultipleChoiceField(
        label="Welke voorzieningen gelden weer?",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen bij deels gegrond. Bij gegrond geldt alles weer wat met de intrekking verviel of stopte.",
    )
    field_order = ("dictum", "motivering", "afwijking", "gevolg", "terug", "vervolg", "datum", "gelezen")

    def __init__(self, *args: Any, bezwaar: Bezwaar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bezwaar = bezwaar
        self.fields[
            "datum"
        ].help_text = "De dag waarop de brief de deur uit gaat. Vanaf die dag loopt de beroepstermijn."
        if not bezwaar.advies_strekking:
            del self.fields["afwijking"]
        weer = te_herleven(bezwaar.besluit) if bezwaar.besluit.soort == BesluitSoort.INTREKKING else []
        self.fields["terug"].choices = [(v.pk, v.omschrijving) for v in weer]  # type: ignore[attr-defined]
        if not weer:
            del self.fields["terug"]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("dictum") and "motivering" not in self.errors:
            for veld, melding in keur(self.bezwaar, self.beslissing, self.on).items():
                if veld not in self.errors:
                    self.add_error(veld if veld in self.fields else None, melding)
        return gegevens

    @property
    def beslissing(self) -> Beslissing:
        """Give what is filled in so far, once a dictum is chosen."""
        schoon = self.cleaned_data
        return Beslissing(
            dictum=schoon["dictum"],
            motivering=schoon.get("motivering", ""),
            afwijking=schoon.get("afwijking", ""),
            gevolg=schoon.get("gevolg", ""),
            vervolg=schoon.get("vervolg"),
            terug=tuple(schoon.get("terug") or ()),
        )


class Vervolgkeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Besluit) -> str:
        return genomen_op(obj)


class VervolgForm(Dossierformulier):
    """Which besluit came in the place of the one that was herroepen."""

    besluit = Vervolgkeuze(
        label="Welk besluit kwam ervoor in de plaats?",
        queryset=Besluit.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args: Any, besluiten: list[Besluit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = Besluit.objects.filter(pk__in=[besluit.pk for besluit in besluiten]).defer("snapshot")
        self.fields["besluit"].queryset = keuzes  # type: ignore[attr-defined]
