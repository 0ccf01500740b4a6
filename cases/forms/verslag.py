"""A form that changes what was held: adding a report that was not there yet needs no reason."""

from typing import Any

from cases.forms.wijzigen import Wijzigformulier

TOEGEVOEGD = "Verslag toegevoegd."
ZEG_WAAROM = "Schrijf op waarom u dit wijzigt."


class MetVerslag(Wijzigformulier):
    """Change a gesprek. Only when a first report is the one thing that comes in, the reason speaks for itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.nu["verslag"]:
            self.fields["reden"].required = False
            self.fields["reden"].help_text = "Niet nodig als u alleen het verslag toevoegt."

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if not self.errors and not gegevens["reden"]:
            if set(self.wijzigingen()) == {"verslag"}:
                gegevens["reden"] = TOEGEVOEGD
            else:
                self.add_error("reden", ZEG_WAAROM)
        return gegevens
