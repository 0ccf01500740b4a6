from cases.forms.dossierformulier import Dossierformulier


class WeghalenForm(Dossierformulier):
    """Nothing to fill in: sending it is the answer."""
