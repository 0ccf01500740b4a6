"""Words without capitals, accents and signs, as the database writes them: to look for, and to put in order."""

from django.db.models import Func, TextField

# Puts names in the order of a Dutch reader: Çelik before Dijk. PostgreSQL has it wherever it was built with ICU.
NAAMORDE = "und-x-icu"
# Comes after every letter in that order: what begins with jan stands from "jan" up to "jan" with this behind it.
LAATSTE_TEKEN = "\uffff"


class Zoektekst(Func):
    """The function `zoektekst` of the database: ' van der berg' for 'van der Bérg'."""

    function = "zoektekst"
    output_field = TextField()
