"""The words of a plan and of a besluit (VNG handreiking 2025 §4.3)."""

from django.db.models import TextChoices


class Voldoet(TextChoices):
    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    DEELS = "deels", "Deels"


class VoorzieningSoort(TextChoices):
    """Materieel must be decided within 6 maanden after the eerste gesprek, the rest within 2 jaar."""

    MATERIEEL = "materieel", "Materieel (spullen)"
    IMMATERIEEL = "immaterieel", "Immaterieel (hulp en diensten)"


class Noodzaak(TextChoices):
    NOODZAAK = "noodzaak", "Noodzaak"
    WENS = "wens", "Wens"


class Voorstel(TextChoices):
    TOEKENNEN = "toekennen", "Toekennen"
    AFWIJZEN = "afwijzen", "Afwijzen"


class VoorzieningStatus(TextChoices):
    """Vervallen is what was granted, and taken back with a herziening or an intrekking."""

    VOORSTEL = "voorstel", "Voorstel"
    TOEGEKEND = "toegekend", "Toegekend"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    VERVALLEN = "vervallen", "Vervallen"


class Plansoort(TextChoices):
    """How far a plan goes; the first may be op hoofdlijnen, and in an acute situation just that (VNG §4.2, §4.3)."""

    VOLLEDIG = "volledig", "Volledig"
    HOOFDLIJNEN = "hoofdlijnen", "Op hoofdlijnen"
    ACUUT = "acuut", "Acuut"


class DoelStatus(TextChoices):
    """How a doel stands, or a step of one."""

    OPEN = "open", "Open"
    BEZIG = "bezig", "Bezig"
    BEHAALD = "behaald", "Behaald"
    VERVALLEN = "vervallen", "Vervallen"


# What still asks for work.
NIET_AF = (DoelStatus.OPEN, DoelStatus.BEZIG)


class Versiesoort(TextChoices):
    """Why a version of the plan was kept."""

    VASTSTELLING = "vaststelling", "Plan vastgesteld"
    HOOFDLIJNEN = "hoofdlijnen", "Plan op hoofdlijnen vastgesteld"
    ACUUT = "acuut", "Acuut plan vastgesteld"
    ADDENDUM = "addendum", "Plan aangevuld"
    HERZIENING = "herziening", "Plan herzien"
    TUSSENTIJDS = "tussentijds", "Tussentijds bewaard"


class Evaluatie(TextChoices):
    """What follows from the evaluation of a fase (Tiel 2025 art. 7 lid 1)."""

    DOORGAAN = "doorgaan", "Het plan blijft zoals het is"
    AANPASSEN = "aanpassen", "Het plan wordt aangepast"
    KLAAR = "klaar", "Deze fase is klaar"


class AkkoordKanaal(TextChoices):
    EMAIL = "e-mail", "E-mail"
    TELEFOON = "telefoon", "Telefoon, bevestigd per e-mail"
    PAPIER = "papier", "Op papier"
    GESPREK = "gesprek", "In een gesprek"


class BesluitSoort(TextChoices):
    TOEKENNING = "toekenning", "Toekenning"
    ADDENDUM = "addendum", "Addendum"
    HERZIENING = "herziening", "Herziening"
    AFWIJZING = "afwijzing", "Afwijzing"
    BUITEN_BEHANDELING = "buiten_behandeling", "Buiten behandeling"
    BEEINDIGING = "beeindiging", "Beëindiging"
    INTREKKING = "intrekking", "Intrekking"
    BESLUIT_OP_BEZWAAR = "besluit_op_bezwaar", "Besluit op bezwaar"


# These decide on the aanvraag without a plan, and close the dossier.
ZONDER_PLAN = (BesluitSoort.AFWIJZING, BesluitSoort.BUITEN_BEHANDELING)
