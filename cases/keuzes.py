"""The fixed lists of words of the field: doelgroep, UHT status, leefgebied (VNG handreiking 2025 §4.3), kanaal."""

from django.db.models import IntegerChoices, TextChoices


class Doelgroep(TextChoices):
    """Who a dossier can belong to (VNG handreiking 2025 §2.2)."""

    AANVRAGER = "aanvrager", "Aanvrager"
    EX_TOESLAGPARTNER = "ex-toeslagpartner", "Ex-toeslagpartner"
    KIND = "kind", "Kind"
    NABESTAANDE = "nabestaande", "Nabestaande"


class UhtStatus(TextChoices):
    """What UHT says of a person; a kind is not erkend but has recht op de kindregeling (Wht art. 2.12)."""

    AANGEMELD = "aangemeld", "Aangemeld"
    EERSTE_TOETS = "eerste toets", "Eerste toets gedaan"
    ERKEND = "erkend", "Erkend"
    RECHT_KINDREGELING = "recht op kindregeling", "Recht op kindregeling"
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


class Urgentie(TextChoices):
    """How soon a hulpvraag needs an answer."""

    GEWOON = "gewoon", "Gewoon"
    DRINGEND = "dringend", "Dringend"
    ACUUT = "acuut", "Acuut"


class BedreigendeSituatie(TextChoices):
    """What makes a dossier acute (beleidsregels Tiel 2025 art. 1): it goes straight to a first plan (VNG 2025 §4.2)."""

    ONTRUIMING = "woningontruiming", "Ontruiming van de woning"
    AFSLUITING = "afsluiting", "Afsluiting van gas, elektra, stadsverwarming of water"
    ZORGVERZEKERING = "zorgverzekering", "Einde van de zorgverzekering"
    PSYCHISCH = "psychisch", "Ernstig belemmerende psychische omstandigheden"
    ANDERE_CRISIS = "andere crisis", "Een andere acute crisis"


class Rang(IntegerChoices):
    """The order of a dossier in a list: acute first, then who got voorrang, then first in first out."""

    GEWOON = 0, "Gewoon"
    VOORRANG = 1, "Voorrang"
    ACUUT = 2, "Acuut"


class Aanmeldroute(TextChoices):
    """How somebody came to the gemeente."""

    PORTAAL = "portaal", "Gegevensportaal"
    TELEFOON = "telefoon", "Telefoon"
    BALIE = "balie", "Balie"
    EMAIL = "e-mail", "E-mail"
    BRIEF = "brief", "Brief"
    COLLEGA = "collega", "Een collega"


class WilOndersteuning(TextChoices):
    """Whether somebody wants help: only who wants it is helped; 'later' keeps component A (VNG SPUK 2024)."""

    ONBEKEND = "onbekend", "Nog niet bekend"
    JA = "ja", "Ja"
    LATER = "later", "Nu niet, misschien later"
    NEE = "nee", "Nee"


class Grondslag(TextChoices):
    """On which ground of the law the gemeente handles the data of somebody (Wht)."""

    WHT_2_21 = "wht 2.21", "Vraagt zelf om hulp (Wht artikel 2.21)"
    WHT_6_12 = "wht 6.12", "UHT deelde de gegevens (Wht artikel 6.12 lid 12 en 13)"


class Uitzondering(TextChoices):
    """Why this gemeente helps somebody who is no ingezetene (Wht art. 2.21 lid 3; Tiel art. 2 lid 4-5)."""

    VERHUIZING = "verhuizing", "Verhuizing"
    DETENTIE = "detentie", "Detentie"
    ANDERS = "anders", "Andere bijzondere omstandigheden"


class PostAan(TextChoices):
    """To whom the letters go."""

    INWONER = "inwoner", "Aan de inwoner"
    BEIDE = "beide", "Aan de inwoner, met een afschrift aan de vertegenwoordiger"
    VERTEGENWOORDIGER = "vertegenwoordiger", "Aan de vertegenwoordiger"


class BetrokkeneRol(TextChoices):
    """Who somebody around the rechthebbende is."""

    GEMACHTIGDE = "gemachtigde", "Gemachtigde"
    BEWINDVOERDER = "bewindvoerder", "Bewindvoerder"
    CURATOR = "curator", "Curator"
    MENTOR = "mentor", "Mentor"
    ADVOCAAT = "advocaat", "Advocaat"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige", "Ervaringsdeskundige"
    HULPVERLENER = "hulpverlener", "Hulpverlener"
    SCHOOL = "school", "School"
    ZAAKBEHANDELAAR_UHT = "zaakbehandelaar uht", "Persoonlijk zaakbehandelaar van UHT"
    FAMILIE = "familie", "Familie of naaste"
    ANDERS = "anders", "Iemand anders"


# Who may act for the rechthebbende, and so may get the letters (Awb 2:1; BW 1:337, 1:438, 1:453).
VERTEGENWOORDIGERS = frozenset(
    {BetrokkeneRol.GEMACHTIGDE, BetrokkeneRol.BEWINDVOERDER, BetrokkeneRol.CURATOR, BetrokkeneRol.MENTOR}
)


class Relatie(TextChoices):
    """What a gezinslid is of the rechthebbende (Participatiewet art. 4 lid 1c; Wht art. 2.21 lid 2)."""

    PARTNER = "partner", "Partner"
    KIND = "kind", "Kind"
    PLEEGKIND = "pleegkind", "Pleegkind"
    OUDER = "ouder", "Ouder"
    ANDERS = "anders", "Anders"


class AfspraakSoort(TextChoices):
    EERSTE_GESPREK = "eerste gesprek", "Eerste gesprek"
    GESPREK = "gesprek", "Gesprek"
    DRIEGESPREK = "driegesprek", "Driegesprek"


class AfspraakStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden"
    AFGEZEGD = "afgezegd", "Afgezegd"


class TaakSoort(TextChoices):
    """Where a taak comes from."""

    EIGEN = "eigen", "Eigen taak"
    OPVOLGEN = "opvolgen", "Opvolgen van een contact"
    HERINNERING = "herinnering", "Herinnering aan een afspraak"
    AFSPRAAK = "afspraak", "Afspraak"
    POGING = "poging", "Inwoner niet bereikt"


class BewijsVan(TextChoices):
    """What a document proves."""

    AKKOORD = "akkoord", "Akkoord met het plan"
    KOSTEN = "kosten", "Kosten"
    VERIFICATIE = "verificatie", "Verificatie bij UHT"
    IDENTITEIT = "identiteit", "Identiteit"


class Identiteitsbewijs(TextChoices):
    """How the identity was seen (Wet algemene bepalingen burgerservicenummer art. 12, the vergewisplicht)."""

    PASPOORT = "paspoort", "Paspoort"
    IDENTITEITSKAART = "identiteitskaart", "Identiteitskaart"
    RIJBEWIJS = "rijbewijs", "Rijbewijs"
    VERBLIJFSDOCUMENT = "verblijfsdocument", "Verblijfsdocument"
    BRP = "brp", "Vragen over gegevens uit de BRP"


class Kanaal(TextChoices):
    TELEFOON = "telefoon", "Telefoon"
    EMAIL = "e-mail", "E-mail"
    BRIEF = "brief", "Brief"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    KANTOOR = "kantoor", "Op kantoor"
    ONLINE = "online", "Online"


# A gesprek can't be a letter or a mail; the eerste gesprek starts the legal clocks (VNG handreiking 2025 §4.2).
GESPREKKANALEN = tuple(kanaal for kanaal in Kanaal if kanaal not in (Kanaal.BRIEF, Kanaal.EMAIL))


class Contactuitkomst(TextChoices):
    GESPROKEN = "gesproken", "Gesproken"
    GEEN_GEHOOR = "geen gehoor", "Geen gehoor"
    BERICHT_ACHTERGELATEN = "bericht achtergelaten", "Bericht achtergelaten"
    SCHRIFTELIJK_ANTWOORD = "schriftelijk antwoord", "Schriftelijk antwoord"
    VERTEGENWOORDIGER_BEREIKT = "vertegenwoordiger bereikt", "Vertegenwoordiger bereikt"
    IEMAND_ANDERS_BEREIKT = "iemand anders bereikt", "Iemand anders bereikt"


# What is contact with the rechthebbende: Tiel art. 5 lid 1a means the ouder, and who acts for them (Awb art. 2:1).
BEREIKT = (
    Contactuitkomst.GESPROKEN,
    Contactuitkomst.SCHRIFTELIJK_ANTWOORD,
    Contactuitkomst.VERTEGENWOORDIGER_BEREIKT,
)
# These say that it was not the rechthebbende, so they also say who it was.
MET_EEN_ANDER = (Contactuitkomst.VERTEGENWOORDIGER_BEREIKT, Contactuitkomst.IEMAND_ANDERS_BEREIKT)


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
    IDENTITEIT = "identiteit", "Identiteitsbewijs"
    VERSLAG = "verslag", "Verslag"
    BRIEF = "brief", "Brief"
    OVERIG = "overig", "Overig"


class Uitstelsoort(TextChoices):
    """Which of the two ways a beslistermijn gets longer."""

    OPSCHORTING = "opschorting", "Opschorting"
    VERDAGING = "verdaging", "Verdaging"


class Opschortgrond(TextChoices):
    """Why days of a beslistermijn do not count (Awb art. 4:15 and 7:10)."""

    AANVULLEN = "aanvullen", "De inwoner moet de aanvraag aanvullen (Awb artikel 4:15 lid 1 onder a)"
    BUITENLAND = "buitenland", "Informatie uit het buitenland is nodig (Awb artikel 4:15 lid 1 onder b)"
    INSTEMMING = "instemming", "De inwoner stemt in met uitstel (Awb artikel 4:15 lid 2 onder a)"
    VERTRAGING = "vertraging", "De vertraging ligt aan de inwoner (Awb artikel 4:15 lid 2 onder b)"
    OVERMACHT = "overmacht", "Overmacht bij de gemeente (Awb artikel 4:15 lid 2 onder c)"
    VERDAGING = "verdaging", "Verdaging met zes weken (Awb artikel 7:10 lid 3)"


class GeenDwangsom(TextChoices):
    """Why no dwangsom is owed although the besluit is late (Awb art. 4:17 lid 6)."""

    ONREDELIJK_LAAT = "onredelijk laat", "De ingebrekestelling kwam onredelijk laat (Awb artikel 4:17 lid 6 onder a)"
    GEEN_BELANG = "geen belang", "De aanvrager is geen belanghebbende (Awb artikel 4:17 lid 6 onder b)"
    KENNELIJK = (
        "kennelijk",
        "De aanvraag is kennelijk niet-ontvankelijk of kennelijk ongegrond (Awb artikel 4:17 lid 6 onder c)",
    )


class Hardheidsgrond(TextChoices):
    """On which hardheidsclausule a grant after a closed venster rests."""

    WET = "wet", "Wet hersteloperatie toeslagen, artikel 9.1 lid 2 onder d"
    BELEID = "beleid", "De hardheidsclausule van het beleid van de gemeente"
