"""The beleid of a gemeente: each length, each warning and each setting, begun with what holds now."""

import re
from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row
from django import forms

from cases.afwijkingen import (
    BRON_WET,
    GRONDEN,
    INSTELLINGEN,
    LANGSTE_ARTIKEL,
    LANGSTE_TEKST,
    VASTE_DAGEN,
    VASTE_LENGTES,
    ZONDER_LENGTE,
    OngeldigBeleid,
    als_json,
    lees,
    vergelijk,
)
from cases.beleid import PROFIELEN, Regels
from cases.beleidswoorden import MOMENTEN, VANAF
from cases.forms.dossierformulier import tekstvak
from cases.models import Beleid
from cases.register import alle_regels
from cases.termijnregels import Termijnregel
from cases.weigeringsgrond import UITZONDERINGEN, Weigeringsgrond
from config.forms import DatumVeld, Filterformulier, Formulier
from config.tussentijds import Tussentijds

LENGTE, DAGEN = "lengte_", "dagen_"
GETALLEN = re.compile(r"\d{1,4}(\s*[,; ]\s*\d{1,4})*")
VRIJ = "Er is nog geen dossier, dus het mag ook een dag zijn die voorbij is."
BEVESTIGD = (
    "Niet aangevinkt: het programma waarschuwt alleen. Aangevinkt: het weigert, vanaf de ingangsdatum ook in dossiers"
    " die al lopen."
)
# A weigeringsgrond is a row of three fields, found by its code: other words never make it another ground.
GROND, EIGEN, NIEUWE_GRONDEN = "grond_", "eigen_", 2
GRONDDELEN = ("tekst", "artikel", "uitzondering")
GRONDEN_UITLEG = (
    "<p>De brief noemt de grond met het artikel. Maak de tekst leeg om een grond weg te halen.</p>"
    "<p>Een uitzondering geldt in een bedreigende situatie: van nu, van nu samen met hulp die herhaling voorkomt, of"
    " van nu of toen.</p>"
)
DE_WET = (
    "<p>Deze termijnen bepaalt de wet, of een afspraak voor het hele land. Een gemeente kan er niet van afwijken."
    " Wijzig een lengte of een dag alleen als de wet is gewijzigd, en noem die wijziging.</p>"
)


def _ja(sleutel: str, hulp: str = "") -> forms.BooleanField:
    return forms.BooleanField(label=INSTELLINGEN[sleutel], required=False, help_text=hulp)


def _getal(sleutel: str, hulp: str = "", *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=INSTELLINGEN[sleutel], required=required, help_text=hulp)


# What hangs on the day of the aanvraag.
BIJ_AANMELDING = (
    "Is het de aanmelding? Dan kan een inwoner de gemeente al in gebreke stellen als het eerste gesprek te laat is (Awb"
    " artikelen 4:13 en 4:17)."
)


def _keuze(sleutel: str, keuzes: Mapping[str, str], hulp: str = "") -> forms.ChoiceField:
    waarden = [(str(waarde), woorden[0].upper() + woorden[1:]) for waarde, woorden in keuzes.items()]
    return forms.ChoiceField(label=INSTELLINGEN[sleutel], choices=waarden, widget=forms.RadioSelect, help_text=hulp)


def _gronden(sleutel: str, hulp: str = "", *, required: bool = True) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=INSTELLINGEN[sleutel], required=required, help_text=hulp, widget=widget)


class BeginKeuze(Filterformulier):
    """The profile that the address names to begin with; without one new beleid begins with what holds now."""

    begin_met = forms.ChoiceField(required=False, choices=Beleid.Profiel.choices)

    @property
    def begin(self) -> str:
        return self.cleaned_data["begin_met"] if self.is_valid() else ""


class NieuwBeleidForm(Formulier):
    """Beleid that starts from other beleid (`begin`); `cleaned_data` holds what differs from the profile."""

    geldig_vanaf = DatumVeld(label="Geldig vanaf", help_text="Vandaag of later. Lopende dossiers veranderen niet.")
    bron = forms.CharField(
        label="Bron",
        max_length=200,
        help_text="Het besluit of de bekendmaking, zoals: Beleidsregels brede ondersteuning, Gemeenteblad 2026, 123.",
    )
    bron_wet = forms.CharField(
        label="Wijziging van de wet",
        required=False,
        max_length=200,
        help_text="Verplicht als u hieronder een lengte of een laatste dag wijzigt, zoals: Stb. 2027, 12.",
    )
    aanvraagmoment = _keuze("aanvraagmoment", MOMENTEN, BIJ_AANMELDING)
    leeftijd_zelfstandig = _getal("leeftijd_zelfstandig", "Van 12 tot en met 18 jaar.")
    overleg_verplicht = _ja("overleg_verplicht", "Bij een aanmelding van buiten de woonplaats.")
    venster_vanaf = _keuze("venster_vanaf", VANAF)
    venster_bevestigd = _ja("venster_bevestigd", BEVESTIGD)
    nazorg_min_maanden = _getal("nazorg_min_maanden", "In maanden.")
    nazorg_toestemming = _ja("nazorg_toestemming")
    nazorg_na = _gronden("nazorg_na", "Na een einde op deze gronden.", required=False)
    beeindigingsgronden = _gronden("beeindigingsgronden")
    beoordelingscommissie = _ja("beoordelingscommissie")
    goed_eenmalig = _ja("goed_eenmalig", "Niet aangevinkt: het programma waarschuwt niet bij een tweede keer.")
    prijzen_vergelijken = _getal("prijzen_vergelijken", "Leeg: niet nodig.", required=False)
    fasen = forms.CharField(
        label=INSTELLINGEN["fasen"], required=False, widget=tekstvak(3), help_text="Eén fase per regel."
    )
    verplichtingen_tot = DatumVeld(label=INSTELLINGEN["verplichtingen_tot"])
    verantwoorden_tot = DatumVeld(label=INSTELLINGEN["verantwoorden_tot"])
    markeer_niet_verplicht = False

    def __init__(
        self, *args: Any, profiel: str, begin: Regels, rij: Beleid | None = None, vrij: bool = False, **kwargs: Any
    ) -> None:
        """Fill in `begin`; with `vrij`, while there is no dossier, beleid may start on a day that is past too."""
        self.profiel, self.begin = PROFIELEN[profiel], begin
        vast = {"geldig_vanaf": rij.geldig_vanaf, "bron": rij.bron} if rij else {}
        afwijkingen = rij.afwijkingen if rij else {}
        begin_met = {**vast, BRON_WET: afwijkingen.get(BRON_WET, ""), **_begin(begin)}
        super().__init__(*args, initial={**begin_met, **kwargs.pop("initial", {})}, **kwargs)
        if vrij:
            self.fields["geldig_vanaf"].help_text = VRIJ
        teksten = {**GRONDEN, **self.profiel.beeindigingsgronden, **begin.beeindigingsgronden}
        self.gronden = {code: teksten[code] for code in GRONDEN}
        keuzes = list(self.gronden.items())
        self.fields["beeindigingsgronden"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["nazorg_na"].choices = [(c, t) for c, t in keuzes if c != "niet_erkend"]  # type: ignore[attr-defined]
        self.grondcodes = _grondcodes(self.profiel, begin)
        for nummer, code in enumerate(self.grondcodes, start=1):
            self._vraag_grond(nummer, code)
        for regel in alle_regels():
            self._vraag_regel(regel)
        self.helper = FormHelper()
        self.helper.layout = _indeling(self.grondcodes)

    def _vraag_grond(self, nummer: int, code: str) -> None:
        grond = self.begin.weigeringsgronden.get(code, Weigeringsgrond(tekst=""))
        for deel, waarde in grond.als_json.items():
            self.initial.setdefault(f"{GROND}{code}_{deel}", waarde)
        self.fields[f"{GROND}{code}_tekst"] = forms.CharField(
            label=f"Grond {nummer}", required=False, max_length=LANGSTE_TEKST
        )
        self.fields[f"{GROND}{code}_artikel"] = forms.CharField(
            label=f"Artikel bij grond {nummer}", required=False, max_length=LANGSTE_ARTIKEL
        )
        self.fields[f"{GROND}{code}_uitzondering"] = forms.ChoiceField(
            label=f"Uitzondering op grond {nummer}", required=False, choices=list(UITZONDERINGEN.items())
        )

    def _vraag_regel(self, regel: Termijnregel) -> None:
        if regel.code not in ZONDER_LENGTE:
            lengte = self.profiel.lengte(regel)
            profiel = f"Profiel: {regel.duur_van(lengte) if lengte else 'geldt niet'}."
            leeg = "" if regel.code in VASTE_LENGTES else " Leeg: geldt niet."
            self.fields[LENGTE + regel.code] = forms.IntegerField(
                label=f"{regel.kort}: {regel.eenheid.value}", required=False, help_text=f"{profiel}{leeg}"
            )
        dagen = ", ".join(map(str, self.profiel.waarschuwt(regel))) or "geen"
        self.fields[DAGEN + regel.code] = forms.CharField(
            label=f"{regel.kort}: waarschuwen",
            required=False,
            max_length=30,
            help_text=f"Dagen vooraf. Profiel: {dagen}.",
        )

    def clean(self) -> dict[str, Any]:
        """Compare with the profile, and show a refusal at the field it is about."""
        gegevens = super().clean() or self.cleaned_data
        for code in self.grondcodes:
            self._eis_tekst(code, gegevens)
        if self.errors:
            return gegevens
        try:
            waarden = self._waarden(gegevens)
            afwijkingen = vergelijk(self.profiel, waarden)
            if gegevens[BRON_WET]:
                afwijkingen[BRON_WET] = gegevens[BRON_WET]
            lees(self.profiel, afwijkingen, gegevens["geldig_vanaf"])
        except OngeldigBeleid as fout:
            self.add_error(_veld(fout.sleutel), str(fout))
            return gegevens
        gegevens["afwijkingen"] = {} if set(afwijkingen) == {BRON_WET} else afwijkingen
        return gegevens

    def _eis_tekst(self, code: str, gegevens: Mapping[str, Any]) -> None:
        """Ask the words of a new ground of which only a part was typed; without words it is no ground, and not kept."""
        tekst, *delen = (f"{GROND}{code}_{deel}" for deel in GRONDDELEN)
        if not self.initial[tekst] and not gegevens.get(tekst) and any(gegevens.get(deel) for deel in delen):
            self.add_error(tekst, "Schrijf de tekst van deze grond.")

    def _waarden(self, gegevens: Mapping[str, Any]) -> dict[str, Any]:
        """Give all that was filled in, in the shape in which it is stored."""
        waarden = {sleutel: gegevens[sleutel] for sleutel in INSTELLINGEN if sleutel in self.fields}
        waarden |= {sleutel: als_json(gegevens[sleutel]) for sleutel in VASTE_DAGEN}
        waarden["beeindigingsgronden"] = {code: self.gronden[code] for code in gegevens["beeindigingsgronden"]}
        waarden["fasen"] = _regels(gegevens["fasen"])
        rijen = {code: {deel: gegevens[f"{GROND}{code}_{deel}"] for deel in GRONDDELEN} for code in self.grondcodes}
        waarden["weigeringsgronden"] = {code: rij for code, rij in rijen.items() if rij["tekst"]}
        waarden["lengtes"] = {code: gegevens[LENGTE + code] for code in _met_lengte()}
        waarden["waarschuwingen"] = {r.code: _dagen(r.code, gegevens[DAGEN + r.code]) for r in alle_regels()}
        return waarden


class BeleidWijzigenForm(Tussentijds, NieuwBeleidForm):
    """Change beleid that is not fixed yet."""

    def __init__(self, *args: Any, rij: Beleid, **kwargs: Any) -> None:
        super().__init__(*args, profiel=rij.profiel, begin=rij.regels, rij=rij, **kwargs)
        self.volg({naam: self.initial.get(naam) for naam in self.fields})
        self.helper.layout.append("versie")


def _met_lengte() -> list[str]:
    return [regel.code for regel in alle_regels() if regel.code not in ZONDER_LENGTE]


def _grondcodes(profiel: Regels, begin: Regels) -> list[str]:
    """Give the codes of the grounds of now, of those of the profile that were taken out, and of some new ones."""
    bekend = list(dict.fromkeys([*begin.weigeringsgronden, *profiel.weigeringsgronden]))
    hoogste = max([int(code.removeprefix(EIGEN)) for code in bekend if code.startswith(EIGEN)], default=0)
    return [*bekend, *(f"{EIGEN}{nummer}" for nummer in range(hoogste + 1, hoogste + 1 + NIEUWE_GRONDEN))]


def _begin(regels: Regels) -> dict[str, Any]:
    """Fill the form with rules, as somebody would type them."""
    begin: dict[str, Any] = {sleutel: als_json(getattr(regels, sleutel)) for sleutel in INSTELLINGEN}
    begin |= {sleutel: getattr(regels, sleutel) for sleutel in VASTE_DAGEN}
    begin["beeindigingsgronden"] = list(regels.beeindigingsgronden)
    del begin["weigeringsgronden"]
    begin["fasen"] = "\n".join(regels.fasen)
    for regel in alle_regels():
        begin[DAGEN + regel.code] = ", ".join(map(str, regels.waarschuwt(regel)))
        if regel.code not in ZONDER_LENGTE:
            begin[LENGTE + regel.code] = regels.lengte(regel)
    return begin


def _regels(tekst: str) -> list[str]:
    return list(dict.fromkeys(filter(None, (regel.strip() for regel in tekst.splitlines()))))


def _dagen(code: str, tekst: str) -> list[int]:
    tekst = tekst.strip()
    if tekst and not GETALLEN.fullmatch(tekst):
        raise OngeldigBeleid(
            f"waarschuwingen.{code}", "Schrijf hele getallen met een komma ertussen, zoals 14, 3. Of laat het leeg."
        )
    return sorted({int(getal) for getal in re.findall(r"\d+", tekst)}, reverse=True)


def _veld(sleutel: str) -> str | None:
    """Give the field that a setting is filled in with; none for the grounds, which are many."""
    soort, _, code = sleutel.partition(".")
    if sleutel == "weigeringsgronden":
        return None
    return {"lengtes": LENGTE, "waarschuwingen": DAGEN}[soort] + code if code else sleutel


def _grondrijen(code: str) -> tuple[str, Row]:
    """Give a ground its text over the whole width, and below it the short parts."""
    tekst, *kort = (f"{GROND}{code}_{deel}" for deel in GRONDDELEN)
    return tekst, Row(*kort)


def _indeling(grondcodes: list[str]) -> Layout:
    vrij = [regel.code for regel in alle_regels() if regel.code not in (*VASTE_LENGTES, *ZONDER_LENGTE)]
    return Layout(
        Row("geldig_vanaf", "bron"),
        Fieldset("Termijnen uit het beleid", *(Row(LENGTE + code, DAGEN + code) for code in vrij)),
        Fieldset(
            "Termijnen uit de wet",
            HTML(DE_WET),
            BRON_WET,
            *(Row(LENGTE + code, DAGEN + code) for code in VASTE_LENGTES),
            *(Row(code, DAGEN + code) for code in VASTE_DAGEN),
            *(DAGEN + code for code in ZONDER_LENGTE if code not in VASTE_DAGEN),
        ),
        Fieldset("Aanvraag", "aanvraagmoment", "leeftijd_zelfstandig", "overleg_verplicht"),
        Fieldset("Dossiers van vóór 2025", "venster_vanaf", "venster_bevestigd"),
        Fieldset("Plan en voorzieningen", "beoordelingscommissie", "prijzen_vergelijken", "goed_eenmalig", "fasen"),
        Fieldset(
            INSTELLINGEN["weigeringsgronden"],
            HTML(GRONDEN_UITLEG),
            *(rij for code in grondcodes for rij in _grondrijen(code)),
        ),
        Fieldset(
            "Einde en nazorg",
            "beeindigingsgronden",
            "nazorg_na",
            "nazorg_min_maanden",
            "nazorg_toestemming",
        ),
    )
