"""On which ground a voorziening is refused, or granted as an exception: part of the form of a voorziening."""

from typing import Any

from django import forms

from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import Dossierformulier, tekstvak
from cases.keuzes import BedreigendeSituatie
from config.forms import DatumVeld
from planvanaanpak.forms.velden import Zienswijzeveld, zienswijzeveld
from planvanaanpak.keuzes import Voorstel, VoorzieningStatus
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.voorzieningbron import keur_grond
from planvanaanpak.voorzieningkeuzes import Schuld
from planvanaanpak.weigering import ANDERS, keur_situatie, te_kiezen, uitzonderingen

# What is asked of an exception alone.
VAN_UITZONDERING = (
    "uitzondering", "uitzondering_waarom", "uitzondering_situatie", "uitzondering_datum", "vervolg", "vervolg_waarom",
)  # fmt: skip
SITUATIE = "Alleen bij kosten van vóór de aanvraag, als de situatie van toen niet in het dossier staat."


class Grondvelden(Zienswijzeveld, Dossierformulier):
    weigeringsgrond = forms.ChoiceField(
        label="Grond voor het afwijzen",
        required=False,
        help_text="Nodig bij afwijzen. De grond staat in de brief.",
    )
    grond_anders = forms.CharField(
        label="Andere grond", required=False, max_length=200, help_text="Nodig als u een andere grond kiest."
    )
    grond_anders_artikel = forms.CharField(
        label="Artikel bij die grond",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: artikel 15 van de Participatiewet.",
    )
    zienswijze = zienswijzeveld("Nodig bij afwijzen, vóór het besluit.", regels=2)
    uitzondering = forms.ChoiceField(
        label="Toekennen als uitzondering op een grond",
        required=False,
        help_text="Alleen in een bedreigende situatie die bij Acuut is vastgelegd.",
    )
    uitzondering_waarom = forms.CharField(
        label="Waarom geldt de uitzondering wel of niet?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text="Nodig bij een uitzondering, en bij afwijzen op zo’n grond in een bedreigende situatie.",
    )
    uitzondering_situatie = forms.ChoiceField(
        label="Welke bedreigende situatie was er toen?",
        required=False,
        choices=[("", "Staat in het dossier, of niet nodig"), *BedreigendeSituatie.choices],
        help_text=SITUATIE,
    )
    uitzondering_datum = DatumVeld(label="Op welke dag?", required=False, help_text="Alleen bij een situatie van toen.")
    vervolg = forms.ModelChoiceField(
        label="Welke voorziening voorkomt dat het weer gebeurt?",
        queryset=Voorziening.objects.none(),
        required=False,
        empty_label="Nog niet gekozen",
        help_text="Nodig als u een achterstand betaalt. Stel die voorziening eerst voor.",
    )
    vervolg_waarom = forms.CharField(
        label="Waarom voorkomt die dat?",
        required=False,
        max_length=2000,
        widget=tekstvak(2),
        help_text="Nodig als u een achterstand betaalt. Staat in de brief.",
    )

    def kies_gronden(self, plan: PlanVanAanpak | None, voorziening: Voorziening | None) -> None:
        """Offer the grounds and exceptions of the beleid, and the voorzieningen that can go with a paid achterstand."""
        velden: dict[str, Any] = self.fields
        beleid = regels_van(self.dossier).weigeringsgronden
        self.gronden = te_kiezen(beleid)
        keuzes = [(code, str(grond)) for code, grond in self.gronden.items()]
        velden["weigeringsgrond"].choices = [("", "Kies een grond"), *keuzes, (ANDERS, "Een andere grond")]
        velden["uitzondering"].choices = [("", "Geen uitzondering"), *uitzonderingen(beleid)]
        if plan is not None:
            anderen = plan.voorzieningen.exclude(pk=voorziening.pk) if voorziening else plan.voorzieningen.all()
            velden["vervolg"].queryset = anderen.filter(
                voorstel=Voorstel.TOEKENNEN, status__in=[VoorzieningStatus.VOORSTEL, VoorzieningStatus.TOEGEKEND]
            ) | anderen.filter(status=VoorzieningStatus.TOEGEKEND)

    @property
    def uitzondering_open(self) -> bool:
        """Tell whether the fields of an exception have something to show, or are asked: there is a situatie now."""
        achterstand = self["schuld"].value() == Schuld.ACHTERSTAND
        velden = (self[veld] for veld in VAN_UITZONDERING)
        return bool(self.dossier.acuut) or achterstand or any(veld.errors or veld.value() for veld in velden)

    def begin_gronden(self, voorziening: Voorziening) -> dict[str, Any]:
        """Give the ground as it is chosen: one that the beleid does not have is another ground."""
        grond, code = voorziening.weigeringsgrond, voorziening.grond_code
        if not grond or code in self.gronden:
            return {"weigeringsgrond": code}
        if gelijk := next((code for code, rij in self.gronden.items() if rij.tekst == grond), ""):
            return {"weigeringsgrond": gelijk}
        return {"weigeringsgrond": ANDERS, "grond_anders": grond, "grond_anders_artikel": voorziening.grond_artikel}

    def lees_grond(self, gegevens: dict[str, Any]) -> None:
        """Put the code, the words and the article of the chosen ground in what is saved; a grant has none."""
        code = gegevens["weigeringsgrond"] if gegevens.get("voorstel") == Voorstel.AFWIJZEN else ""
        grond = self.gronden.get(code)
        tekst, artikel = (grond.tekst, grond.artikel) if grond else ("", "")
        if code == ANDERS:
            tekst, artikel = gegevens.get("grond_anders", ""), gegevens.get("grond_anders_artikel", "")
        gegevens |= {"weigeringsgrond": tekst, "grond_code": code, "grond_artikel": artikel}

    def keur_gronden(self, gegevens: dict[str, Any]) -> dict[str, str]:
        """Check the ground and the exception as the action will."""
        situatie, dag = gegevens.get("uitzondering_situatie") or "", gegevens.get("uitzondering_datum")
        proef = Voorziening(
            voorstel=gegevens.get("voorstel") or "",
            grond_code=gegevens.get("grond_code") or "",
            uitzondering=gegevens.get("uitzondering") or "",
            uitzondering_waarom=gegevens.get("uitzondering_waarom") or "",
            uitzondering_situatie=situatie,
            uitzondering_datum=dag,
        )
        fouten = keur_situatie(situatie, dag, self.on) if "uitzondering_datum" not in self.errors else {}
        return fouten or keur_grond(self.dossier, proef)
