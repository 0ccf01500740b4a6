from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.status import Status
from config.forms import DatumVeld
from nazorg.brieftekst import niet_erkend_tekst
from nazorg.forms.janee import JaNeeVeld
from nazorg.gronden import (
    EINDE_VOORUIT,
    NIET_ERKEND,
    Dossierstand,
    get_weigering,
    kan_nazorg_geven,
    te_ver,
    vraagt_zienswijze,
)

TOESTEMMING = "Geeft de inwoner toestemming voor nazorg?"
WENS = "Wil de inwoner nazorg?"


class BeeindigenForm(Dossierformulier):
    """On which grond the support ends, what the letter says and when it leaves, and whether nazorg follows.

    Only gronden that can apply are offered; `niet_mogelijk` says why the others can't.
    """

    grond = forms.ChoiceField(label="Waarom stopt de ondersteuning?", widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label="Uitleg voor de inwoner",
        max_length=5000,
        widget=tekstvak(7),
        help_text="De inwoner leest dit in de brief. Schrijf ‘u’, en leg uit waarom de ondersteuning nu stopt.",
    )
    zienswijze = forms.CharField(
        label="Wat vindt de inwoner ervan?",
        required=False,
        max_length=3000,
        widget=tekstvak(4),
        help_text="Vraag dit vóór u beslist, bijvoorbeeld in het eindgesprek. Schrijf op wat de inwoner zei, en wat u"
        " daarmee doet. Vroeg u het niet? Schrijf dan waarom dat niet hoefde. De inwoner leest dit in de brief. Niet"
        " nodig als de inwoner zelf wil stoppen.",
    )
    nazorg_gewenst = JaNeeVeld(label=WENS, required=False)
    datum = DatumVeld(
        label="Verzenddatum",
        help_text="De datum van de brief: de dag waarop hij de deur uit gaat. Op die dag eindigt de ondersteuning.",
    )
    markeer_niet_verplicht = False  # the question on nazorg says itself when it needs an answer

    def __init__(self, *args: Any, stand: Dossierstand, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stand = stand
        self.regels = regels_van(self.dossier)
        self.gronden, self.niet_mogelijk = self._verdeel_gronden()
        self.fields["grond"].choices = self.gronden  # type: ignore[attr-defined]
        self.initial = {"datum": self.on, **self._begin(), **self.initial}
        self._stel_nazorgvraag()

    def _verdeel_gronden(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Give the gronden that can apply to a letter of today or soon, and the others with the reason.

        After niet erkend there is one grond, and the page says why.
        """
        kan: list[tuple[str, str]] = []
        kan_niet: list[tuple[str, str]] = []
        for grond, label in self.regels.beeindigingsgronden.items():
            if weigering := get_weigering(grond, self.stand, self.on + EINDE_VOORUIT):
                kan_niet.append((label, weigering))
            else:
                kan.append((grond, label))
        return kan, [] if self.stand.status == Status.ACCLIMATISATIE else kan_niet

    def _begin(self) -> dict[str, Any]:
        """Fill in the grond when there is one only; for niet erkend the reason is the same for everybody."""
        if len(self.gronden) != 1:
            return {}
        enige = self.gronden[0][0]
        if enige != NIET_ERKEND:
            return {"grond": enige}
        return {"grond": enige, "toelichting": niet_erkend_tekst(self.dossier.acclimatisatie.datum_gemeld)}

    def _stel_nazorgvraag(self) -> None:
        """Ask on nazorg only where a grond that is offered brings it; in some beleid it takes toestemming."""
        labels = [label for grond, label in self.gronden if self._geeft_nazorg(grond)]
        if not labels:
            del self.fields["nazorg_gewenst"]
            return
        vraag = self.fields["nazorg_gewenst"]
        vraag.label = TOESTEMMING if self.regels.nazorg_toestemming else WENS
        vraag.help_text = f"Alleen nodig bij: {_of(labels)}."

    def _geeft_nazorg(self, grond: str) -> bool:
        return kan_nazorg_geven(grond, self.regels, Status(self.dossier.status))

    def clean_datum(self) -> date:
        verzenddatum: date = self.cleaned_data["datum"]
        if verzenddatum < self.on:
            raise ValidationError("De verzenddatum kan niet in het verleden liggen.")
        if verzenddatum > self.on + EINDE_VOORUIT:
            raise ValidationError(te_ver(self.on))
        return verzenddatum

    @property
    def antwoorden(self) -> dict[str, Any]:
        """Give what decides on the end: all but what only the letter says."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "zienswijze"}

    def clean_zienswijze(self) -> str:
        zienswijze: str = self.cleaned_data["zienswijze"]
        return zienswijze.strip()

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        grond, verzenddatum = gegevens.get("grond", ""), gegevens.get("datum")
        if grond and verzenddatum and (weigering := get_weigering(grond, self.stand, verzenddatum)):
            self.add_error("datum", weigering)
        if grond and self._geeft_nazorg(grond) and not self.data.get(self.add_prefix("nazorg_gewenst")):
            self.add_error("nazorg_gewenst", "Kies ja of nee. Bij deze grond hoort nazorg.")
        if grond and vraagt_zienswijze(grond) and not gegevens.get("zienswijze") and "zienswijze" not in self.errors:
            self.add_error("zienswijze", "Schrijf op wat de inwoner ervan vindt, of waarom u dat niet vroeg.")
        gegevens.setdefault("nazorg_gewenst", False)
        return gegevens


def _of(labels: Sequence[str]) -> str:
    *voor, laatste = [f"{label[:1].lower()}{label[1:]}" for label in labels]
    return f"{', '.join(voor)} of {laatste}" if voor else laatste
