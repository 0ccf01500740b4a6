"""Words without capitals, accents and signs, as the database writes them: to look for, and to put in order."""

from django.db.models import Func, TextField

# Puts names in the order of a Dutch reader: Çelik before Dijk. PostgreSQL has it wherever it was built with ICU.
NAAMORDE = "und-x-icu"


class Zoektekst(Func):
    """The function `zoektekst` of the database: ' van der berg' for 'van der Bérg'."""

    function = "zoektekst"
    output_field = TextField()
