"""Forms of what is asked of a court, about a bezwaar or without one, and of what it says."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.models import Termijn
from cases.register import regel as zoek_regel
from config.forms import DatumVeld
from config.weergave import datum as datumtekst
from planvanaanpak.actions.beroep import DWANGSOMVELDEN, VELDEN
from planvanaanpak.actions.bezwaarbesluit import genomen_op
from planvanaanpak.beroepbron import na_uitspraak_mogelijk, zaak_van
from planvanaanpak.beroepregels import Zaak, keur_opdracht, keur_soort
from planvanaanpak.bezwaarkeuzes import Beroepsoort, Beroepuitkomst, Opdracht
from planvanaanpak.models import Beroep, Besluit, Bezwaar

BEDRAG = "In hele euro’s. Alleen als het in de uitspraak staat."


class BeroepsbesluitKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Besluit) -> str:
        return genomen_op(obj)


class BeroepVelden(forms.Form):
    soort = forms.TypedChoiceField(
        label="Wat is het?", choices=Beroepsoort.choices, coerce=Beroepsoort, widget=forms.RadioSelect
    )
    datum = DatumVeld(label="Wanneer is het ingesteld?", help_text="De datum in de brief van het gerecht.")
    gerecht = forms.CharField(
        label="Bij welk gerecht?", max_length=120, help_text="Bijvoorbeeld: rechtbank Gelderland."
    )
    zaaknummer = forms.CharField(label="Zaaknummer van het gerecht", required=False, max_length=40)
    toelichting = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=tekstvak(3))
    uitkomst = forms.TypedChoiceField(
        label="Wat is de uitkomst?",
        required=False,
        choices=[("", "Er is nog geen uitspraak"), *Beroepuitkomst.choices],
        coerce=str,
        empty_value="",
    )
    uitspraak_datum = DatumVeld(label="Datum van de uitspraak of intrekking", required=False)
    uitspraak_verzonden = DatumVeld(
        label="Verzonden op",
        required=False,
        help_text="Staat onderaan de uitspraak. Leeg: op de dag van de uitspraak.",
    )
    opdracht = forms.TypedChoiceField(
        label="Moet de gemeente nu beslissen?",
        required=False,
        choices=[("", "Niet van toepassing"), *Opdracht.choices],
        coerce=str,
        empty_value="",
        help_text="Alleen als het beroep (deels) gegrond is. Het staat onderaan de uitspraak.",
    )
    opdracht_tot = DatumVeld(
        label="Uiterlijk op (als het gerecht een andere termijn stelt)",
        required=False,
        help_text="Leeg: de gewone termijn. Na niet tijdig beslissen is dat twee weken na de verzending van de"
        " uitspraak (Awb artikel 8:55d), op een bezwaar zes of twaalf weken, na rechtstreeks beroep acht weken.",
    )
    dwangsom_verbeurd = forms.IntegerField(
        label="Dwangsom die de gemeente al verschuldigd is",
        required=False,
        min_value=0,
        help_text=f"{BEDRAG} (Awb artikel 8:55c)",
    )
    dwangsom_per_dag = forms.IntegerField(
        label="Dwangsom voor elke dag dat het besluit te laat is",
        required=False,
        min_value=0,
        help_text=f"{BEDRAG} (Awb artikel 8:55d lid 2)",
    )
    dwangsom_hoogstens = forms.IntegerField(label="Met een maximum van", required=False, min_value=0, help_text=BEDRAG)

    def pas_aan(self, zaak: Zaak, nu: str = "") -> None:
        """Offer what can be asked in such a case, now or later, and what it is now.

        A dwangsom goes with niet tijdig beslissen.
        """
        straks = replace(zaak, is_beslist=zaak.is_beslist or not zaak.zonder_bezwaarfase, had_uitspraak=True)
        soorten = [(soort.value, soort.label) for soort in Beroepsoort if soort == nu or not keur_soort(straks, soort)]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]
        if zaak.zonder_bezwaarfase:
            for veld in DWANGSOMVELDEN:
                del self.fields[veld]

    def teken(self, *boven: str, onder: Sequence[str] = ()) -> None:
        """Lay it out in parts: what was asked, and what the court said."""
        self.helper = FormHelper()
        nieuw = ("nieuw_besluit",) if "nieuw_besluit" in self.fields else ()
        dwangsom = Fieldset(
            "Dwangsom bij niet tijdig beslissen", "dwangsom_verbeurd", Row("dwangsom_per_dag", "dwangsom_hoogstens")
        )
        self.helper.layout = Layout(
            *boven,
            "soort",
            Row("datum", "zaaknummer"),
            "gerecht",
            "toelichting",
            Fieldset(
                "De uitspraak",
                "uitkomst",
                Row("uitspraak_datum", "uitspraak_verzonden"),
                "opdracht",
                "opdracht_tot",
                *nieuw,
            ),
            *((dwangsom,) if DWANGSOMVELDEN[0] in self.fields else ()),
            *onder,
        )


def _keur(form: Any, zaak: Zaak) -> None:
    """Show at its field what the action would refuse."""
    schoon = form.cleaned_data
    soort, uitkomst = schoon.get("soort") or "", schoon.get("uitkomst") or ""
    if soort and (fout := keur_soort(zaak, soort)):
        form.add_error("soort", fout)
    per_dag, hoogstens = schoon.get("dwangsom_per_dag"), schoon.get("dwangsom_hoogstens")
    if per_dag and hoogstens is not None and hoogstens < per_dag:
        form.add_error("dwangsom_hoogstens", "Het maximum kan niet lager zijn dan het bedrag voor een dag.")
    if "uitspraak_datum" in form.errors:
        return
    if uitkomst and not schoon.get("uitspraak_datum"):
        form.add_error("uitspraak_datum", "Vul de datum van de uitspraak in.")
    elif schoon.get("uitspraak_datum") and not uitkomst:
        form.add_error("uitkomst", "Kies wat de uitkomst is.")
    if "soort" not in form.errors and (fout := keur_opdracht(zaak, soort, uitkomst, schoon.get("opdracht") or "")):
        form.add_error("opdracht", fout)


class BeroepForm(BeroepVelden, Dossierformulier):
    """What somebody asks of a court about a bezwaar."""

    def __init__(self, *args: Any, bezwaar: Bezwaar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zaak = zaak_van(Beroep(dossier=self.dossier, bezwaar=bezwaar))
        self.pas_aan(self.zaak)
        self.teken()

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        _keur(self, self.zaak)
        return gegevens


class ZonderBezwaarForm(BeroepVelden, Dossierformulier):
    """What somebody asks of a court without a bezwaar: nothing was decided in time, or there was no need of one."""

    over = forms.ChoiceField(
        label="Waartegen?",
        widget=forms.RadioSelect,
        help_text="Gaat het over een bezwaar? Ga dan naar dat bezwaar en leg het beroep daar vast.",
    )

    def __init__(self, *args: Any, termijnen: Sequence[Termijn], besluiten: Sequence[Besluit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mogelijk: dict[str, Termijn | Besluit] = {f"termijn-{t.pk}": t for t in termijnen}
        self.mogelijk |= {f"besluit-{b.pk}": b for b in besluiten}
        keuzes = [(f"termijn-{t.pk}", _niet_beslist(t)) for t in termijnen]
        keuzes += [(f"besluit-{b.pk}", f"{genomen_op(b)}: rechtstreeks, zonder bezwaar") for b in besluiten]
        self.fields["over"].choices = keuzes  # type: ignore[attr-defined]
        soorten = [(soort.value, soort.label) for soort in Beroepsoort if soort != Beroepsoort.BEROEP]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]
        self.teken("over")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("over"):
            over = self.waartegen
            veld = "besluit" if isinstance(over, Besluit) else "termijn"
            _keur(self, zaak_van(Beroep(dossier=self.dossier, **{veld: over})))
        return gegevens

    @property
    def waartegen(self) -> Termijn | Besluit:
        return self.mogelijk[self.cleaned_data["over"]]

    def gegevens(self) -> dict[str, Any]:
        """Give what the action asks, apart from what it is about."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "over"}


def _niet_beslist(termijn: Termijn) -> str:
    kort, tot = zoek_regel(termijn.regel).kort, datumtekst(termijn.uiterste_datum)
    return f"Er is niet op tijd beslist op de aanvraag ({kort.lower()}: uiterlijk {tot})"


class BeroepWijzigForm(BeroepVelden, Wijzigformulier):
    """Add the zaaknummer or what the court said, or put it right."""

    nieuw_besluit = BeroepsbesluitKeuze(
        label="Met welk besluit is opnieuw beslist?",
        queryset=Besluit.objects.none(),
        required=False,
        empty_label="Nog niet",
        help_text="Dan stopt de termijn na de uitspraak.",
    )

    def __init__(self, *args: Any, rij: Beroep, **kwargs: Any) -> None:
        zaak = zaak_van(rij)
        daarna = na_uitspraak_mogelijk(rij) if zaak.zonder_bezwaarfase else []
        weg = {*(() if daarna else ("nieuw_besluit",)), *(DWANGSOMVELDEN if zaak.zonder_bezwaarfase else ())}
        self.wijzigbaar = tuple(veld for veld in VELDEN if veld not in weg)
        super().__init__(*args, rij=rij, **kwargs)
        self.zaak = zaak
        self.pas_aan(zaak, rij.soort)
        if daarna:
            keuzes = Besluit.objects.filter(pk__in=[besluit.pk for besluit in daarna]).defer("snapshot")
            self.fields["nieuw_besluit"].queryset = keuzes  # type: ignore[attr-defined]
        else:
            del self.fields["nieuw_besluit"]
        self.teken(onder=("reden", "versie"))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        _keur(self, self.zaak)
        return gegevens


class RechtstreeksForm(Dossierformulier):
    """Whether the gemeente agrees that somebody goes to the court at once (Awb art. 7:1a)."""

    instemmen = forms.TypedChoiceField(
        label="Stemt u in met rechtstreeks beroep?",
        choices=[("ja", "Ja: het bezwaar gaat naar het gerecht"), ("nee", "Nee: wij behandelen het bezwaar zelf")],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(label="Waarom?", max_length=2000, widget=tekstvak(3))
    datum = DatumVeld(
        label="Wanneer zond u het bezwaarschrift door?",
        required=False,
        help_text="Alleen als u instemt. Zet er de dag van ontvangst op en zend het meteen door.",
    )
    gerecht = forms.CharField(label="Aan welk gerecht?", required=False, max_length=120)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("instemmen"):
            if not gegevens.get("datum") and "datum" not in self.errors:
                self.add_error("datum", "Vul in wanneer u het bezwaarschrift doorzond.")
            if not (gegevens.get("gerecht") or "").strip():
                self.add_error("gerecht", "Vul in aan welk gerecht u het doorzond.")
        return gegevens
