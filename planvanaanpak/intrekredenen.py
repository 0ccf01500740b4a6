"""What the history says of a row that an intrekking touched: by it one finds what came with that intrekking. Pure."""


def voorziening_ingetrokken(eerder: str, intrekking: str) -> str:
    return f"Besluit {eerder} ingetrokken met {intrekking}"


def ingetrokken_met(intrekking: str) -> str:
    """Give the reason at the plan, and at the akkoord that lapsed."""
    return f"Ingetrokken met {intrekking}"


def aanvraag_ingetrokken(eerder: str) -> str:
    """Give the reason at the dossier, of which the status went back to the plan."""
    return f"Besluit {eerder} ingetrokken"
