"""Forms of a bezwaar: its receipt and who makes it, being late, the advies and the withdrawal."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.adres import MINSTENS_REGELS, tekstregels
from cases.forms.document import BestandVeld, Documentkeuze, MetBestand
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.forms.wijzigen import Wijzigformulier
from cases.models import Betrokkene
from config.forms import DatumVeld, Filterformulier
from config.tussentijds import Tussentijds
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaar import WIJZIGBAAR
from planvanaanpak.actions.indiener import INDIENERVELDEN
from planvanaanpak.bezwaarkeuzes import Bezwaarkanaal, Dictum, Indiener, Intrekwijze
from planvanaanpak.models import Besluit, Bezwaar

AANVULLEN = timedelta(days=14)
ENVELOP = "Zoals op een envelop, één regel per regel."
EEN_VAN_BEIDE = "Kies een nieuw bestand of een document uit het dossier, niet beide."


class BestredenBesluitKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Besluit) -> str:
        return f"{obj.get_soort_display()} {obj.nummer} van {datumtekst(obj.datum)}"


class Gemachtigdekeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Betrokkene) -> str:
        return f"{obj.naam} ({obj.get_rol_display().lower()})"


class MetStuk(MetBestand, Dossierformulier):
    """A form with a document: one that is in the dossier, or a new file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = self.dossier.documenten.bruikbaar()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("bestand") and gegevens.get("document"):
            self.add_error("document", ValidationError(EEN_VAN_BEIDE))
        return gegevens

    def eis_stuk(self) -> None:
        schoon = self.cleaned_data
        if "bestand" not in self.errors and not (schoon.get("bestand") or schoon.get("document")):
            self.add_error("bestand", "Voeg de brief toe, of kies hem hieronder uit het dossier.")


class BezwaarVelden(forms.Form):
    """What is recorded of a bezwaarschrift, when it comes in and when that is put right."""

    ontvangen_op = DatumVeld(label="Wanneer kwam het bezwaar binnen?", help_text="De dag van het ontvangststempel.")
    kanaal = forms.TypedChoiceField(
        label="Hoe kwam het binnen?", choices=Bezwaarkanaal.choices, coerce=Bezwaarkanaal, widget=forms.RadioSelect
    )
    gepost_op = DatumVeld(
        label="Wanneer is het op de post gedaan?",
        required=False,
        help_text="De dag van het poststempel. Alleen nodig als het per post kwam, na de bezwaartermijn.",
    )
    gronden = forms.CharField(
        label="Waarom is de indiener het niet eens met het besluit?",
        required=False,
        max_length=10000,
        widget=tekstvak(5),
        help_text="Kort, in de woorden van de indiener; schrijf ‘u’. Dit komt in het besluit op bezwaar. Leeg: pro"
        " forma, de gronden komen nog.",
    )
    aanvullen_tot = DatumVeld(
        label="Tot en met welke dag kan de indiener de gronden sturen?",
        required=False,
        help_text="Alleen bij een bezwaar pro forma. Geef een redelijke tijd, bijvoorbeeld twee weken. De dag staat in"
        " de ontvangstbevestiging.",
    )
    commissie = forms.BooleanField(
        label="Een adviescommissie adviseert over dit bezwaar",
        required=False,
        help_text="Een commissie met een voorzitter van buiten de gemeente (Awb artikel 7:13). De termijn is dan twaalf"
        " weken.",
    )
    rechtstreeks = forms.BooleanField(
        label="Het bezwaarschrift vraagt om rechtstreeks beroep bij het gerecht",
        required=False,
        help_text="Dan slaat de gemeente de bezwaarfase over, als zij daarmee instemt (Awb artikel 7:1a).",
    )


def keur_velden(form: Dossierformulier) -> None:
    """Show at its field what the action would refuse."""
    schoon = form.cleaned_data
    ontvangen, gepost, tot = (schoon.get(veld) for veld in ("ontvangen_op", "gepost_op", "aanvullen_tot"))
    if ontvangen and ontvangen > form.on:
        form.add_error("ontvangen_op", "De dag van ontvangst kan niet in de toekomst liggen.")
    elif ontvangen and ontvangen < form.dossier.datum_aanmelding:
        begin = datumtekst(form.dossier.datum_aanmelding)
        form.add_error("ontvangen_op", f"De aanmelding was op {begin}. Kies die dag of later.")
    if ontvangen and gepost and gepost > ontvangen and schoon.get("kanaal") == Bezwaarkanaal.POST:
        form.add_error("gepost_op", "Dit kan niet later zijn dan de dag van ontvangst.")
    if schoon.get("gronden", "").strip() or "gronden" in form.errors or "aanvullen_tot" in form.errors:
        return
    if tot is None:
        form.add_error("aanvullen_tot", "Zonder gronden is het bezwaar pro forma. Kies tot wanneer ze kunnen komen.")
    elif ontvangen and tot < ontvangen:
        form.add_error("aanvullen_tot", "Kies een dag na de ontvangst.")


def keur_belanghebbende(form: Dossierformulier) -> None:
    """Ask who else makes bezwaar, and where the letters go, each at its field."""
    schoon = form.cleaned_data
    naam = " ".join(schoon.get("belanghebbende", "").split())
    if not naam:
        form.add_error("belanghebbende", "Vul de naam in.")
    elif naam.casefold() == form.dossier.persoon.naam.casefold():
        form.add_error("belanghebbende", "Dit is de inwoner zelf. Kies hierboven de inwoner.")
    if not schoon.get("relatie", "").strip():
        form.add_error("relatie", "Vul in wat de relatie met de inwoner is.")
    if len(tekstregels(schoon.get("adres", ""))) < MINSTENS_REGELS:
        form.add_error("adres", "Vul het hele postadres in: straat en nummer, en daaronder postcode en plaats.")


class BezwaarForm(BezwaarVelden, MetStuk):
    """A bezwaarschrift that came in: against what, by whom, when and how, with the letter itself."""

    besluit = BestredenBesluitKeuze(
        label="Tegen welk besluit?", queryset=Besluit.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    indiener = forms.TypedChoiceField(
        label="Wie maakt bezwaar?", choices=Indiener.choices, coerce=Indiener, widget=forms.RadioSelect
    )
    gemachtigde = Gemachtigdekeuze(
        label="Wie doet dat namens de indiener?",
        queryset=Betrokkene.objects.none(),
        required=False,
        empty_label="Niemand",
        help_text="Staat die er niet bij? Voeg toe bij Mensen, met postadres.",
    )
    belanghebbende = forms.CharField(
        label="Naam van de andere belanghebbende",
        required=False,
        max_length=160,
        help_text="Alleen als een ander dan de inwoner voor zichzelf bezwaar maakt. Deze persoon krijgt alle brieven"
        " over het bezwaar, op zijn of haar eigen adres.",
    )
    relatie = forms.CharField(
        label="Relatie met de inwoner",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: ex-partner, meerderjarig kind.",
    )
    adres = forms.CharField(
        label="Postadres van deze belanghebbende", required=False, max_length=400, widget=tekstvak(3), help_text=ENVELOP
    )
    bestand = BestandVeld(label="Het bezwaarschrift: kies een bestand", required=False)
    document = Documentkeuze(label="Of een document dat al in het dossier staat")

    def __init__(self, *args: Any, besluiten: list[Besluit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["besluit"].queryset = Besluit.objects.filter(  # type: ignore[attr-defined]
            pk__in=[besluit.pk for besluit in besluiten]
        ).defer("snapshot")
        self.fields["gemachtigde"].queryset = self.dossier.betrokkenen.geldig()  # type: ignore[attr-defined]
        begin = {"indiener": Indiener.RECHTHEBBENDE, "ontvangen_op": self.on}
        if len(besluiten) == 1:
            begin["besluit"] = besluiten[0].pk
        self.initial = {**begin, **self.initial}
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "besluit",
            "kanaal",
            Row("ontvangen_op", "gepost_op"),
            "indiener",
            "gemachtigde",
            Fieldset("Een andere belanghebbende", "belanghebbende", "relatie", "adres"),
            Fieldset("Het bezwaarschrift", "bestand", "document", "gronden", "aanvullen_tot"),
            Fieldset("De behandeling", "commissie", "rechtstreeks"),
        )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        besluit = gegevens.get("besluit")
        if besluit is not None:
            keur_velden(self)
        if gegevens.get("indiener") == Indiener.GEMACHTIGDE and not gegevens.get("gemachtigde"):
            self.add_error("gemachtigde", "Kies wie dat is.")
        if gegevens.get("indiener") == Indiener.BELANGHEBBENDE:
            keur_belanghebbende(self)
        self.eis_stuk()
        return gegevens

    def gegevens(self) -> dict[str, Any]:
        """Give what the action asks, apart from the besluit and the letter."""
        apart = ("besluit", "bestand", "document")
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld not in apart}


class BezwaarWijzigForm(BezwaarVelden, Wijzigformulier):
    """Put right what was recorded, or add the grounds that came."""

    wijzigbaar = WIJZIGBAAR

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*BezwaarVelden.base_fields, "reden", "versie"])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        keur_velden(self)
        return gegevens


class IndienerForm(Wijzigformulier):
    """Put right who the other belanghebbende is, or where the letters go."""

    wijzigbaar = INDIENERVELDEN
    belanghebbende = forms.CharField(label="Naam", max_length=160)
    relatie = forms.CharField(label="Relatie met de inwoner", max_length=120)
    adres = forms.CharField(label="Postadres", max_length=400, widget=tekstvak(3), help_text=ENVELOP)
    field_order = (*INDIENERVELDEN, "reden", "versie")

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        keur_belanghebbende(self)
        return gegevens


WEL, NIET = "wel", "niet"


class VerschoonbaarForm(Tussentijds, Dossierformulier):
    """Whether somebody who was late could help it; it can be decided anew until the besluit on the bezwaar."""

    oordeel = forms.ChoiceField(
        label="Kon de indiener er iets aan doen dat het bezwaar te laat kwam?",
        choices=[
            (WEL, "Nee: te laat is verschoonbaar, wij behandelen het bezwaar"),
            (NIET, "Ja: te laat is niet verschoonbaar, het bezwaar is niet-ontvankelijk"),
        ],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=5000,
        widget=tekstvak(4),
        help_text="De indiener leest dit in het besluit op bezwaar: schrijf ‘u’.",
    )

    def __init__(self, *args: Any, bezwaar: Bezwaar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        oordelen = {True: WEL, False: NIET, None: ""}
        nu = {"oordeel": oordelen[bezwaar.verschoonbaar], "reden": bezwaar.verschoonbaar_reden}
        self.initial = {**nu, **self.initial}
        self.volg(nu)

    @property
    def verschoonbaar(self) -> bool:
        return bool(self.cleaned_data["oordeel"] == WEL)


class BezwaaradviesForm(Tussentijds, MetStuk):
    """What the adviescommissie advises."""

    datum = DatumVeld(label="Datum van het advies")
    strekking = forms.TypedChoiceField(
        label="Wat adviseert de commissie?", choices=Dictum.choices, coerce=Dictum, widget=forms.RadioSelect
    )
    tekst = forms.CharField(
        label="Waarom, in het kort?",
        max_length=5000,
        widget=tekstvak(4),
        help_text="Dit komt in het besluit op bezwaar. Het hele advies gaat mee als bijlage.",
    )
    bestand = BestandVeld(label="Het advies: kies een bestand", required=False)
    document = Documentkeuze(label="Of een document dat al in het dossier staat")

    def __init__(self, *args: Any, bezwaar: Bezwaar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bezwaar = bezwaar
        nu = {
            "datum": bezwaar.advies_datum,
            "strekking": bezwaar.advies_strekking,
            "tekst": bezwaar.advies_tekst,
        }
        self.initial = {**self.initial, **(nu if bezwaar.advies_datum else {})}
        self.volg(nu)

    def clean_datum(self) -> date:
        dag: date = self.cleaned_data["datum"]
        if dag > self.on:
            raise ValidationError("De datum van het advies kan niet in de toekomst liggen.")
        if dag < self.bezwaar.ontvangen_op:
            raise ValidationError(f"Het bezwaar kwam binnen op {datumtekst(self.bezwaar.ontvangen_op)}.")
        return dag

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if self.bezwaar.advies_document_id is None:
            self.eis_stuk()
        return gegevens


class IntrekkingForm(Dossierformulier):
    """That the inwoner withdraws the bezwaar."""

    datum = DatumVeld(label="Wanneer trok de indiener het bezwaar in?")
    wijze = forms.TypedChoiceField(
        label="Hoe?", choices=Intrekwijze.choices, coerce=Intrekwijze, widget=forms.RadioSelect
    )
    document = Documentkeuze(
        label="De brief of e-mail waarin dat staat", help_text="Voeg hem eerst toe bij Documenten."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = self.dossier.documenten.bruikbaar()  # type: ignore[attr-defined]


class Bezwaarfilter(Filterformulier):
    """Which bezwaren of the list: those that run, or all."""

    toon = forms.ChoiceField(
        label="Welke bezwaren?", required=False, choices=[("", "Die nog lopen"), ("alles", "Alle bezwaren")]
    )
