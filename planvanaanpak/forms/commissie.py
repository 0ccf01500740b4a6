"""Forms of the beoordelingscommissie."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.vrijetekst import ZonderBsn
from config.forms import DatumVeld, Formulier
from config.tussentijds import Tussentijds
from config.weergave import datum_lang, euro, uren_minuten
from planvanaanpak.actions.commissie import Advies, AdviesFout
from planvanaanpak.commissiebron import Adviesstand
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt, Commissievergadering, Voorziening


class VergaderingForm(Tussentijds, Formulier):
    """When and where the commissie meets."""

    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd", help_text="Bijvoorbeeld 9:30.", error_messages={"invalid": "Vul een tijd in, zoals 9:30."}
    )
    plaats = forms.CharField(label="Plaats", max_length=160, help_text="Een kamer, of online.")

    def __init__(self, *args: Any, on: date, vergadering: Commissievergadering | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        nu = {veld: getattr(vergadering, veld, None) for veld in ("datum", "tijd", "plaats")}
        if vergadering is not None:
            self.initial = {**nu, "tijd": f"{vergadering.tijd:%H:%M}"}
        self.volg(nu)

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag < self.on:
            raise ValidationError("Een vergadering kan niet in het verleden liggen.")
        return dag


class Ledenkeuze(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


class AanwezigenForm(Formulier):
    """Which members were at a meeting."""

    leden = Ledenkeuze(
        label="Wie waren er?",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Bij elk advies staan zij straks al aangevinkt.",
        error_messages={"required": "Kies wie er was."},
    )

    def __init__(self, *args: Any, vergadering: Commissievergadering, leden: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leden"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)
        veld.queryset = User.objects.filter(pk__in=[lid.pk for lid in leden]).op_naam()
        self.initial = {"leden": [lid.pk for lid in vergadering.aanwezigen.all()]}


class AfzeggenForm(ZonderBsn, Formulier):
    reden = forms.CharField(label="Waarom gaat de vergadering niet door?", max_length=300, widget=tekstvak(2))


class Voorzieningkeuze(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.omschrijving}, {euro(obj.bedrag)}"


class Vergaderingkeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{datum_lang(obj.datum)}, {uren_minuten(obj.tijd)} uur, {obj.plaats}"


class VoorleggenForm(Dossierformulier):
    """Which voorzieningen go on the agenda, and of which meeting."""

    voorzieningen = Voorzieningkeuze(
        label="Waarover vraagt u advies?",
        queryset=Voorziening.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één voorziening."},
    )
    vergadering = Vergaderingkeuze(
        label="Op welke vergadering?", queryset=Commissievergadering.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, standen: list[Adviesstand], vergaderingen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        te_kiezen = [stand.voorziening for stand in standen if stand.kan_voorleggen]
        zonder_advies = [stand.voorziening for stand in standen if stand.kan_voorleggen and stand.advies is None]
        keuze, wanneer = self.fields["voorzieningen"], self.fields["vergadering"]
        assert isinstance(keuze, forms.ModelMultipleChoiceField)
        assert isinstance(wanneer, forms.ModelChoiceField)
        keuze.queryset = Voorziening.objects.filter(pk__in=[v.pk for v in te_kiezen])
        wanneer.queryset = vergaderingen
        self.initial = {"voorzieningen": [v.pk for v in zonder_advies], **self.initial}


class CommissieadviesForm(Tussentijds, ZonderBsn, Formulier):
    """What the commissie advises about one voorziening."""

    strekking = forms.TypedChoiceField(
        label="Wat adviseert de commissie?", choices=Strekking.choices, coerce=Strekking, widget=forms.RadioSelect
    )
    anders = forms.CharField(
        label="Wat dan wel? (alleen bij 'Anders toekennen')",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text="Bijvoorbeeld: een tweedehands koelkast, tot € 250.",
    )
    motivering = forms.CharField(
        label="Waarom?",
        max_length=5000,
        widget=tekstvak(4),
        help_text="Is het nodig voor een nieuwe start? Past het? Kan het met iets dat minder kost?",
    )
    leden = Ledenkeuze(
        label="Wie geven dit advies?",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="De casusregisseur beoordeelt het eigen dossier niet alleen.",
        error_messages={"required": "Kies wie van de commissie dit advies geven."},
    )
    markeer_niet_verplicht = False

    def __init__(self, *args: Any, punt: Agendapunt, leden: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leden"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)
        veld.queryset = User.objects.filter(pk__in=[lid.pk for lid in leden]).op_naam()
        self.initial = {"leden": [lid.pk for lid in punt.vergadering.aanwezigen.all()]}
        if punt.is_geadviseerd:
            self.initial = {
                "strekking": punt.strekking,
                "anders": punt.anders,
                "motivering": punt.motivering,
                "leden": [lid.pk for lid in punt.leden.all()],
            }
        self.volg_rij(punt, ("strekking", "anders", "motivering"))

    @property
    def advies(self) -> Advies:
        gegevens = self.cleaned_data
        return Advies(
            strekking=gegevens["strekking"],
            anders=gegevens["anders"],
            motivering=gegevens["motivering"],
            leden=list(gegevens["leden"]),
        )

    def toon_fouten(self, fout: AdviesFout) -> None:
        for veld, tekst in fout.fouten.items():
            self.add_error(veld, tekst)


class AfwijkingForm(Tussentijds, Dossierformulier):
    reden = forms.CharField(
        label="Waarom wijkt u af van het advies?",
        max_length=5000,
        widget=tekstvak(4),
        help_text="De inwoner leest dit in de brief, na het advies. Schrijf 'u'.",
    )

    def __init__(self, *args: Any, punt: Agendapunt, **kwargs: Any) -> None:
        super().__init__(*args, initial={"reden": punt.afwijking}, **kwargs)
        self.volg({"reden": punt.afwijking})
