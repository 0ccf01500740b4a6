"""The words of a plan and of a besluit (ontwerp section 5, VNG handreiking 2025 §4.3)."""

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
    VOORSTEL = "voorstel", "Voorstel"
    TOEGEKEND = "toegekend", "Toegekend"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class DoelStatus(TextChoices):
    OPEN = "open", "Open"
    BEHAALD = "behaald", "Behaald"
    VERVALLEN = "vervallen", "Vervallen"


class AkkoordKanaal(TextChoices):
    EMAIL = "e-mail", "E-mail"
    TELEFOON = "telefoon", "Telefoon, bevestigd per e-mail"
    PAPIER = "papier", "Op papier"
    GESPREK = "gesprek", "In een gesprek"


class BesluitSoort(TextChoices):
    TOEKENNING = "toekenning", "Toekenning"
    ADDENDUM = "addendum", "Addendum"
    AFWIJZING = "afwijzing", "Afwijzing"
    BEEINDIGING = "beeindiging", "Beëindiging"
