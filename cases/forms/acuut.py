"""The question in a form whether there is a bedreigende situatie, which makes the dossier acute."""

from typing import Any

from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import BedreigendeSituatie

GEEN = "Nee"
UITLEG = "Ja? Dan is het dossier acuut: het komt boven aan elke lijst en u maakt direct een eerste plan."
ACUTE_HULPVRAAG = "Een hulpvraag is acuut. Kies welke bedreigende situatie er is, of kies bij de hulpvraag 'Dringend'."
WELKE = "Kies welke situatie er is."


def situatieveld(*, required: bool) -> forms.TypedChoiceField:
    """Ask which bedreigende situatie there is; where it need not be there, 'Nee' comes first."""
    geen = [] if required else [("", GEEN)]
    return forms.TypedChoiceField(
        label="Is er een bedreigende situatie?" if not required else "Welke bedreigende situatie is er?",
        choices=[*geen, *BedreigendeSituatie.choices],
        coerce=BedreigendeSituatie,
        empty_value=None,
        required=required,
        widget=forms.RadioSelect if required else forms.Select,
    )


class MetAcuut(Dossierformulier):
    """A form about a contact or gesprek, in which a bedreigende situatie may come up.

    `melding` holds what is to be reported, empty when there is nothing; a dossier that is acute already, or that does
    not run, is not asked.
    """

    acuut = situatieveld(required=False)
    acuut_toelichting = forms.CharField(
        label="Wat is er aan de hand?",
        required=False,
        max_length=300,
        widget=tekstvak(2),
        help_text="Alleen bij een bedreigende situatie. Kort en feitelijk: wat dreigt er, en wanneer.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["acuut"].help_text = UITLEG
        if self.dossier.acuut or not self.dossier.is_open:
            del self.fields["acuut"], self.fields["acuut_toelichting"]
        self.melding: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        situatie, toelichting = gegevens.pop("acuut", None), gegevens.pop("acuut_toelichting", "")
        if situatie:
            self.melding = {"situatie": situatie, "toelichting": toelichting}
        elif toelichting:
            self.add_error("acuut", WELKE)
        return gegevens

    def eis_situatie(self) -> None:
        """Ask for the situatie when a hulpvraag is acute: without it the dossier would not come on top."""
        if "acuut" in self.fields and "acuut" not in self.errors and not self.melding:
            self.add_error("acuut", ACUTE_HULPVRAAG)

    def acuutvelden(self) -> list[forms.BoundField]:
        return [self[veld] for veld in ("acuut", "acuut_toelichting") if veld in self.fields]
