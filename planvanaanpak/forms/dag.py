from datetime import date

from django.core.exceptions import ValidationError

from cases.forms.dossierformulier import Dossierformulier
from config.weergave import datum


def eis_na_gesprek(form: Dossierformulier, wat: str) -> date:
    """Give a day between the eerste gesprek and today; the action refuses the same, this shows it at the date."""
    dag: date = form.cleaned_data["datum"]
    gesprek = form.dossier.datum_eerste_gesprek
    if dag > form.on:
        raise ValidationError(f"{wat} kan niet in de toekomst liggen.")
    if gesprek and dag < gesprek:
        raise ValidationError(f"{wat} kan niet vóór het eerste gesprek van {datum(gesprek)} liggen.")
    return dag
