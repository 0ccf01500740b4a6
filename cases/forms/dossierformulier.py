"""What every form about a dossier shares: the dossier, today, and a day that can't be in the future."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from cases.actions.basis import ActieFout, eis_dag
from cases.forms.vrijetekst import ZonderBsn
from cases.models import Dossier
from cases.opschorting import RekenFout
from config.forms import Formulier


class Dossierformulier(ZonderBsn, Formulier):
    """A form about one dossier, filled in on the day `on`; dates start at today where the form says so."""

    def __init__(self, *args: Any, dossier: Dossier, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier = dossier
        self.on = on

    def eis_dag(self, veld: str, wat: str) -> date:
        """Give a day that the action would accept; its refusal is shown at the date itself."""
        datum: date = self.cleaned_data[veld]
        try:
            eis_dag(self.dossier, datum, self.on, wat)
        except ActieFout as fout:
            raise ValidationError(str(fout)) from None
        return datum


@contextmanager
def fouten_in(form: forms.BaseForm) -> Iterator[None]:
    """Show the refusal of an action as an error of the form, which is drawn again with all that was typed.

    So is a day with which no termijn can be computed, as it lies outside the calendar.
    """
    try:
        yield
    except ActieFout as fout:
        form.add_error(None, met_uitweg(fout))
    except RekenFout as fout:
        form.add_error(None, str(fout))


def met_uitweg(fout: ActieFout) -> str:
    """Give the refusal with a link to the page that offers a way out, where there is one."""
    if not fout.url:
        return str(fout)
    return format_html('{} <a class="nl-link" href="{}">{}</a>', str(fout), fout.url, fout.url_tekst)


def tekstvak(regels: int = 4) -> forms.Textarea:
    return forms.Textarea({"rows": regels})
