"""The fixed lists of words of the field (domein.md §6): doelgroep, UHT status, leefgebied, kanaal."""

from django.db.models import TextChoices


class Doelgroep(TextChoices):
    """Who a dossier can belong to (VNG handreiking 2025 §2.2)."""

    AANVRAGER = "aanvrager", "Aanvrager"
    EX_TOESLAGPARTNER = "ex-toeslagpartner", "Ex-toeslagpartner"
    KIND = "kind", "Kind"
    NABESTAANDE = "nabestaande", "Nabestaande"


class UhtStatus(TextChoices):
    AANGEMELD = "aangemeld", "Aangemeld"
    ERKEND = "erkend", "Erkend"
    NIET_ERKEND = "niet erkend", "Niet erkend"
    ZELF_AFGEMELD = "zelf afgemeld", "Zelf afgemeld"


# Support ends for who is niet erkend (Wht art. 2.21 lid 6), so for somebody new it does not begin.
ZONDER_RECHT = frozenset({UhtStatus.NIET_ERKEND, UhtStatus.ZELF_AFGEMELD})


class Leefgebied(TextChoices):
    """The five leefgebieden of Wht art. 2.21 lid 1."""

    WONEN = "wonen", "Wonen"
    FINANCIEN = "financien", "Financiën"
    GEZIN = "gezin", "Gezin"
    WERK = "werk", "Werk"
    ZORG = "zorg", "Zorg"


# VNG handreiking 2025 §4.3: the fixed doelstelling of each leefgebied.
DOELSTELLING = {
    Leefgebied.WONEN: "Passende woning",
    Leefgebied.FINANCIEN: "Financieel vaardig en in balans",
    Leefgebied.GEZIN: "Veilige leefomgeving",
    Leefgebied.WERK: "Werkzekerheid",
    Leefgebied.ZORG: "Positieve gezondheid",
}


class Aanmeldroute(TextChoices):
    PORTAAL = "portaal", "Gegevensportaal"
    DIRECT = "direct", "Zelf gemeld bij de gemeente"


class Kanaal(TextChoices):
    TELEFOON = "telefoon", "Telefoon"
    EMAIL = "e-mail", "E-mail"
    BRIEF = "brief", "Brief"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    KANTOOR = "kantoor", "Op kantoor"
    ONLINE = "online", "Online"


class Contactuitkomst(TextChoices):
    GESPROKEN = "gesproken", "Gesproken"
    GEEN_GEHOOR = "geen gehoor", "Geen gehoor"
    BERICHT_ACHTERGELATEN = "bericht achtergelaten", "Bericht achtergelaten"
    SCHRIFTELIJK_ANTWOORD = "schriftelijk antwoord", "Schriftelijk antwoord"


class VerificatieKanaal(TextChoices):
    TELEFOON = "telefoon", "Telefoon (Serviceteam)"
    PORTAAL = "portaal", "Levering in het gegevensportaal"
    VRAAGBESTAND = "vraagbestand", "Vraagbestand"


class VerificatieAntwoord(TextChoices):
    BEVESTIGD = "bevestigd", "Bevestigd"
    NIET_BEVESTIGD = "niet bevestigd", "Niet bevestigd"


class Documentsoort(TextChoices):
    AKKOORD = "akkoord", "Bewijs van akkoord"
    FACTUUR = "factuur", "Factuur"
    VERSLAG = "verslag", "Verslag"
    BRIEF = "brief", "Brief"
    OVERIG = "overig", "Overig"
