"""Forms of the mandaatregister and of the second pair of eyes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Gemeente, User
from accounts.permissions import ROLLEN, Permission
from accounts.rollen import Rol
from cases.forms.dossierformulier import tekstvak
from cases.forms.vrijetekst import ZonderBsn
from config.forms import DatumVeld, EuroVeld, Formulier
from config.tussentijds import Tussentijds
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Mandaat

ROLKEUZES = [
    ("", "Geen rol"),
    *((rol.value, rol.label) for rol in Rol if rol in ROLLEN[Permission.BESLUIT_VASTSTELLEN]),
]
BEIDE = "Kies een rol of een medewerker: één van de twee."


def list_beslissers(gemeente: Gemeente) -> list[User]:
    """Give who in a gemeente has a role that may decide, for the choice of one person."""
    leden = User.objects.filter(is_active=True, lidmaatschappen__gemeente=gemeente).distinct().met_lidmaatschappen()
    return [lid for lid in leden.op_naam() if lid.mag(Permission.BESLUIT_VASTSTELLEN, gemeente.pk)]


class Persoonskeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


class MandaatForm(Tussentijds, Formulier):
    """One row of the register: who, what, up to which amount, from when, and where it was laid down."""

    markeer_niet_verplicht = ("tot_bedrag", "tot")
    soort = forms.ChoiceField(
        label="Soort besluit", required=False, choices=[("", "Elk besluit"), *BesluitSoort.choices]
    )
    rol = forms.ChoiceField(label="Voor een rol", required=False, choices=ROLKEUZES)
    gebruiker = Persoonskeuze(
        label="Of voor één medewerker", required=False, queryset=User.objects.none(), empty_label="Geen medewerker"
    )
    tot_bedrag = EuroVeld(
        label="Tot en met welk bedrag?",
        required=False,
        max_digits=10,
        help_text="Wat één besluit mag toekennen, met btw. Leeg: zonder grens.",
    )
    vier_ogen = forms.BooleanField(label="Een collega met mandaat keurt het besluit eerst goed", required=False)
    college_beslist = forms.BooleanField(
        label="Het college neemt dit besluit zelf",
        required=False,
        help_text="De medewerker legt het besluit vast en ondertekent namens het college (Awb artikel 10:11). De brief"
        " zegt dat het college zelf besloot.",
    )
    vanaf = DatumVeld(label="Geldig vanaf")
    tot = DatumVeld(label="Geldig tot en met", required=False, help_text="De laatste dag.")
    bron = forms.CharField(
        label="Mandaatbesluit en onderdeel",
        max_length=200,
        help_text="Zoals het in de brief staat. Bijvoorbeeld: mandaatbesluit 2025, onderdeel 7.3.",
    )

    def __init__(self, *args: Any, gemeente: Gemeente, mandaat: Mandaat | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gebruiker"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = User.objects.filter(pk__in=[user.pk for user in list_beslissers(gemeente)]).op_naam()
        nu = {naam: getattr(mandaat, naam, None) for naam in self.fields}
        if mandaat is not None:
            self.initial = nu
        self.volg(nu)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if bool(gegevens.get("rol")) == bool(gegevens.get("gebruiker")):
            self.add_error("rol", ValidationError(BEIDE))
        vanaf, tot = gegevens.get("vanaf"), gegevens.get("tot")
        if vanaf and tot and tot < vanaf:
            self.add_error("tot", ValidationError("De laatste dag kan niet vóór de eerste dag liggen."))
        return gegevens


class GoedkeuringForm(ZonderBsn, Formulier):
    """Approve, or send back with what has to change."""

    oordeel = forms.ChoiceField(
        label="Wat vindt u?",
        choices=[("goed", "Goedkeuren"), ("terug", "Terugsturen")],
        widget=forms.RadioSelect,
    )
    opmerking = forms.CharField(
        label="Opmerking",
        required=False,
        max_length=2000,
        widget=tekstvak(3),
        help_text="Nodig als u terugstuurt: wat moet er anders?",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if "opmerking" in self.errors:
            return gegevens
        if gegevens.get("oordeel") == "terug" and not (gegevens.get("opmerking") or "").strip():
            self.add_error("opmerking", ValidationError("Schrijf op wat er anders moet. Uw collega leest dat."))
        return gegevens
