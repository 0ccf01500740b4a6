"""On which day something was done that a clock of the gemeente asks."""

from typing import Any

from config.forms import DatumVeld, Formulier


class GedaanForm(Formulier):
    datum = DatumVeld(label="Wanneer is het gedaan?")

    def __init__(self, *args: Any, vraag: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datum"].label = vraag
