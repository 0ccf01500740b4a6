"""Change a plan after it was vastgesteld: what it says of a leefgebied, or a doelstelling."""

from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import DOELSTELLING, Leefgebied
from config.tussentijds import Tussentijds
from planvanaanpak.actions.plan import LEEFGEBIEDVELDEN
from planvanaanpak.forms.leefgebied import HOOGSTENS
from planvanaanpak.keuzes import Voldoet
from planvanaanpak.models import Planleefgebied, PlanVanAanpak


class VerdiepenForm(Tussentijds, Dossierformulier):
    """What the plan says of one leefgebied, with why it changes."""

    markeer_niet_verplicht = False

    situatie = forms.CharField(label="Hoe is het nu?", required=False, max_length=HOOGSTENS, widget=tekstvak(3))
    voldoet = forms.ChoiceField(choices=Voldoet.choices, required=False, widget=forms.RadioSelect)
    hulpvraag = forms.CharField(
        label="Hulpvraag, in de woorden van de inwoner", required=False, max_length=HOOGSTENS, widget=tekstvak(3)
    )
    weggelaten = forms.CharField(
        label="Is dit leefgebied niet nodig? Zeg in één regel waarom",
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    reden = forms.CharField(label="Waarom verandert dit?", max_length=2000, widget=tekstvak(2))

    def __init__(self, *args: Any, deel: Planleefgebied, **kwargs: Any) -> None:
        nu = {veld: getattr(deel, veld) for veld in LEEFGEBIEDVELDEN}
        super().__init__(*args, initial=nu, **kwargs)
        self.fields["voldoet"].label = f"Voldoet dit aan: {deel.doelstelling.lower()}?"
        self.volg(nu)


class SituatieForm(Tussentijds, Dossierformulier):
    """The situatie at the aanmelding in a vastgesteld plan, with why it changes."""

    situatie = forms.CharField(
        label="Situatie bij de aanmelding",
        max_length=HOOGSTENS,
        widget=tekstvak(5),
        help_text="Kort en feitelijk: hoe ging het met de inwoner en het gezin op dat moment?",
    )
    reden = forms.CharField(label="Waarom verandert dit?", max_length=2000, widget=tekstvak(2))

    def __init__(self, *args: Any, plan: PlanVanAanpak, **kwargs: Any) -> None:
        super().__init__(*args, initial={"situatie": plan.situatie}, **kwargs)
        self.volg({"situatie": plan.situatie})


class DoelstellingForm(Tussentijds, Dossierformulier):
    """Another doelstelling, with the new facts that ask for it (Tiel 2025 art. 7 lid 4)."""

    doelstelling = forms.CharField(
        label="Wat wordt de doelstelling?", max_length=200, widget=forms.TextInput({"autocomplete": "off"})
    )
    feiten = forms.CharField(
        label="Welke nieuwe feiten of omstandigheden zijn er?",
        max_length=2000,
        widget=tekstvak(3),
        help_text="Zonder nieuwe feiten blijft de doelstelling zoals zij is vastgesteld.",
    )

    def __init__(self, *args: Any, deel: Planleefgebied, **kwargs: Any) -> None:
        super().__init__(*args, initial={"doelstelling": deel.doelstelling}, **kwargs)
        vast = DOELSTELLING[Leefgebied(deel.leefgebied)]
        self.fields["doelstelling"].help_text = f"Voor iedereen geldt: {vast.lower()}."
        self.volg({"doelstelling": deel.doelstelling})
