"""Choose two dossiers of one person, and what of each of them stays."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.versies import LEEG
from cases.actions.een_persoon import list_verschil
from cases.actions.samenvoegen import PERSOONVELDEN
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import laatste_versie
from cases.keuzes import PostAan
from cases.models import Dossier, Persoon
from cases.models.persoon import ADRESVELDEN
from cases.registratie import bindingen
from cases.wijzigingen import GEHEIM, toon_waarde
from cases.zoekvraag import DOSSIERNUMMER

HIER, DAAR = "hier", "daar"
KIES = "kies_"
ZELFDE = "zelfde"
ADRES = "adres"
BLIJFT_GEHEIM = (
    "Het adres is geheim en staat niet op dit scherm. Het blijft geheim, welk adres u ook kiest. Bekijk het zo nodig"
    " bij Mensen in het dossier."
)


class AnderDossierForm(Dossierformulier):
    """The number of the other dossier, which this user must be able to see."""

    nummer = forms.CharField(
        label="Nummer van het andere dossier", max_length=20, help_text="Bijvoorbeeld 9901-D-2026-00012."
    )

    def __init__(self, *args: Any, zichtbaar: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zichtbaar = zichtbaar

    def clean_nummer(self) -> str:
        nummer: str = self.cleaned_data["nummer"].strip().upper()
        if not DOSSIERNUMMER.fullmatch(nummer):
            raise ValidationError("Dit is geen dossiernummer. Het ziet eruit als 9901-D-2026-00012.")
        if nummer == self.dossier.nummer:
            raise ValidationError("Dit is het nummer van dit dossier. Vul het nummer van het andere dossier in.")
        if not self.zichtbaar.filter(nummer=nummer, gemeente=self.dossier.gemeente_id).exists():
            raise ValidationError("Er is geen dossier met dit nummer in deze gemeente. Controleer het nummer.")
        return nummer


class SamenvoegForm(Dossierformulier):
    """Which dossier goes on, and per field of the person that differs which value is right.

    `stand` says how both persons were when the page was opened: when somebody changed one since, it is shown again.
    Where they may be two people it names what differs, and asks a tick.
    """

    doorgaan = forms.ChoiceField(label="Welk dossier gaat door?", widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Hoe weet u dat dit dezelfde persoon is?",
        max_length=300,
        widget=tekstvak(2),
        help_text="Dit komt in de geschiedenis van de twee dossiers. Schrijf hier geen burgerservicenummer op.",
    )
    stand = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, dossier: Dossier, ander: Dossier, **kwargs: Any) -> None:
        stand = "-".join(f"{laatste_versie(een.persoon)}-{een.doelgroep}" for een in (dossier, ander))
        eerst = DAAR if bindingen(ander) else HIER
        super().__init__(*args, dossier=dossier, initial={"stand": stand, "doorgaan": eerst}, **kwargs)
        self.ander, self.stand_nu, self.verschil = ander, stand, list_verschil(dossier, ander)
        self.fields["doorgaan"].choices = [  # type: ignore[attr-defined]
            (plek, f"{een.nummer} ({een.get_status_display().lower()})")
            for plek, een in ((HIER, dossier), (DAAR, ander))
        ]
        for veld in list_verschillen(dossier.persoon, ander.persoon):
            self.fields[KIES + veld] = (
                _adreskeuze(dossier, ander) if veld == ADRES else _keuze(veld, dossier.persoon, ander.persoon)
            )
        if self.verschil:
            self.fields[ZELFDE] = _vinkje(self.verschil)
        kiezen = [naam for naam in self.fields if naam.startswith(KIES)]
        self.order_fields(["doorgaan", *kiezen, ZELFDE, "reden", "stand"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("stand") != self.stand_nu:
            gevuld = self.data.dict() | {"stand": self.stand_nu}  # type: ignore[attr-defined]
            self.data = {veld: waarde for veld, waarde in gevuld.items() if veld != ZELFDE}
            raise ValidationError(
                "Iemand wijzigde intussen een van de personen. Controleer uw keuzes en bewaar opnieuw."
            )
        return gegevens

    def opdracht(self) -> dict[str, Any]:
        """Give what the action needs: which goes on, which is taken in, and the fields that come from the latter."""
        plek = self.cleaned_data["doorgaan"]
        door, op = (self.dossier, self.ander) if plek == HIER else (self.ander, self.dossier)
        gekozen = [
            naam.removeprefix(KIES)
            for naam, waarde in self.cleaned_data.items()
            if naam.startswith(KIES) and waarde != plek
        ]
        van_ander = [veld for naam in gekozen for veld in (ADRESVELDEN if naam == ADRES else (naam,))]
        gezien = list(self.verschil)
        return {
            "dossier": door, "ander": op, "van_ander": van_ander, "reden": self.cleaned_data["reden"], "gezien": gezien,
        }  # fmt: skip


def _vinkje(verschil: dict[str, tuple[str, str]]) -> forms.BooleanField:
    """Ask whether somebody knows that this is one person, with what differs side by side."""
    delen = [f"{wat.capitalize()}: {hier} en {daar}." for wat, (hier, daar) in verschil.items()]
    return forms.BooleanField(
        label="Ik weet dat dit dezelfde persoon is.",
        help_text=f"Dit verschilt. {' '.join(delen)}",
        error_messages={"required": "Kijk eerst of dit dezelfde persoon is. Zo ja, vink dit aan."},
    )


def is_geheim(persoon: Persoon, ander: Persoon) -> bool:
    """Say whether the address of either is geheim: that of the other may be the very same one."""
    return persoon.geheim_adres or ander.geheim_adres


def list_velden(persoon: Persoon, ander: Persoon) -> list[str]:
    """List what is compared, in order. Of a geheim adres that is the address as one whole, which no field tells."""
    if not is_geheim(persoon, ander):
        return list(PERSOONVELDEN)
    zonder = [veld for veld in PERSOONVELDEN if veld not in ADRESVELDEN and veld != "geheim_adres"]
    plaats = zonder.index("geboortedatum") + 1
    return [*zonder[:plaats], ADRES, *zonder[plaats:]]


def list_verschillen(persoon: Persoon, ander: Persoon) -> list[str]:
    return [veld for veld in list_velden(persoon, ander) if _waarde(persoon, veld) != _waarde(ander, veld)]


def heeft_iets(persoon: Persoon, veld: str) -> bool:
    waarde = _waarde(persoon, veld)
    return any(waarde) if isinstance(waarde, tuple) else bool(waarde)


def _waarde(persoon: Persoon, veld: str) -> Any:
    return tuple(getattr(persoon, deel) for deel in ADRESVELDEN) if veld == ADRES else getattr(persoon, veld)


def waarde_van(persoon: Persoon, veld: str) -> str:
    """Write a field as the screen does; of a BSN only the last four digits, of a geheim adres only that it is there."""
    if veld == ADRES:
        return GEHEIM if heeft_iets(persoon, veld) else LEEG
    return toon_waarde(Persoon._meta.get_field(veld), getattr(persoon, veld), {})  # type: ignore[arg-type]


def label_van(veld: str) -> str:
    if veld == ADRES:
        return "Adres"
    return met_hoofdletter(Persoon._meta.get_field(veld))


def met_hoofdletter(veld: Any) -> str:
    """Name a field of a model as a label does."""
    naam = str(veld.verbose_name)
    return f"{naam[:1].upper()}{naam[1:]}"


def _keuze(veld: str, persoon: Persoon, ander: Persoon) -> forms.ChoiceField:
    """Ask which of two values is right; what is filled in goes before what is empty.

    Who represents the inwoner goes before the inwoner: a letter that misses them is not made known (Awb art. 3:41).
    """
    keuzes = [(HIER, waarde_van(persoon, veld)), (DAAR, waarde_van(ander, veld))]
    leeg = ("", PostAan.INWONER) if veld == "post_aan" else ("", None, False)
    eerst = DAAR if getattr(persoon, veld) in leeg else HIER
    return forms.ChoiceField(label=label_van(veld), choices=keuzes, initial=eerst, widget=forms.RadioSelect)


def _adreskeuze(dossier: Dossier, ander: Dossier) -> forms.ChoiceField:
    """Ask of which dossier the address is right, as one whole; what is known as geheim goes first."""
    keuzes = [(plek, f"Het adres in dossier {een.nummer}") for plek, een in ((HIER, dossier), (DAAR, ander))]
    daar_eerst = ander.persoon.geheim_adres and not dossier.persoon.geheim_adres
    eerst = DAAR if daar_eerst or not heeft_iets(dossier.persoon, ADRES) else HIER
    return forms.ChoiceField(
        label=label_van(ADRES), choices=keuzes, initial=eerst, widget=forms.RadioSelect, help_text=BLIJFT_GEHEIM
    )
