"""What the apps register with cases. Each app declares its termijnregels in its termijnen.py, which Django imports at
start-up (cases.apps), the way the admin collects its model admins."""

from cases.termijnregels import Termijnregel

_regels: dict[str, Termijnregel] = {}


class OnbekendeRegel(LookupError):
    """No app declares this code; the message is Dutch and meant for the user."""

    def __init__(self, code: str) -> None:
        super().__init__(f"De termijn '{code}' bestaat niet. Kies uit: {', '.join(sorted(_regels))}.")


def registreer_regel(regel: Termijnregel) -> Termijnregel:
    """Add a rule and give it back; two different rules under one code are a programming fault."""
    if _regels.setdefault(regel.code, regel) != regel:
        raise ValueError(f"De termijn '{regel.code}' is twee keer verschillend aangemeld.")
    return regel


def regel(code: str) -> Termijnregel:
    try:
        return _regels[code]
    except KeyError:
        raise OnbekendeRegel(code) from None


def codes_na_einde() -> list[str]:
    """Give the clocks that ask something of the gemeente in a closed dossier too."""
    return [regel.code for regel in alle_regels() if regel.ook_na_einde]


def alle_regels() -> tuple[Termijnregel, ...]:
    """List the rules in the order of the apps, so in the order of the road of a dossier."""
    return tuple(_regels.values())
